//! Rotation, perspective and other maps of places, with cubic interpolation.

use crate::picture::{Picture, byte};
use crate::resize::cubic;

/// What stands beyond the edge.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Beyond {
    Black,
    /// The pixel at the edge.
    Edge,
}

/// A picture of the same size, each pixel of it taken from where `from` says.
pub fn warp(picture: &Picture, beyond: Beyond, from: impl Fn(f64, f64) -> (f64, f64)) -> Picture {
    let mut rgb = Vec::with_capacity(picture.rgb.len());
    for y in 0..picture.height {
        for x in 0..picture.width {
            let (x, y) = from(x as f64, y as f64);
            rgb.extend(sample(picture, beyond, x, y));
        }
    }
    Picture { rgb, ..*picture }
}

fn sample(picture: &Picture, beyond: Beyond, x: f64, y: f64) -> [u8; 3] {
    let (left, upper) = (x.floor(), y.floor());
    let across = weights(x - left);
    let down = weights(y - upper);
    let mut sum = [0.0_f32; 3];
    for (row, down) in down.iter().enumerate() {
        let y = upper as i64 + row as i64 - 1;
        for (column, across) in across.iter().enumerate() {
            let x = left as i64 + column as i64 - 1;
            let inside = (0..picture.width as i64).contains(&x) && (0..picture.height as i64).contains(&y);
            if !inside && beyond == Beyond::Black {
                continue;
            }
            let at = |value: i64, end: usize| value.clamp(0, end as i64 - 1) as usize;
            let pixel = picture.pixel(at(x, picture.width), at(y, picture.height));
            for (sum, value) in sum.iter_mut().zip(pixel) {
                *sum += down * across * f32::from(value);
            }
        }
    }
    sum.map(byte)
}

fn weights(part: f64) -> [f32; 4] {
    [part + 1.0, part, part - 1.0, part - 2.0].map(|distance| cubic(distance) as f32)
}

/// Turned about its middle, and cropped to where no corner is empty. In degrees, counterclockwise.
pub fn rotate(picture: &Picture, degrees: f64) -> Picture {
    let (width, height) = (picture.width as f64, picture.height as f64);
    let angle = degrees.to_radians();
    let (sin, cos) = angle.sin_cos();
    let turned = warp(picture, Beyond::Black, |x, y| {
        let (x, y) = (x - width / 2.0, y - height / 2.0);
        (cos * x - sin * y + width / 2.0, sin * x + cos * y + height / 2.0)
    });
    let keep = 1.0 / (angle.abs().cos() + (width / height).max(height / width) * angle.abs().sin());
    crop(&turned, keep, 0.5, 0.5)
}

/// Keeps this share of each side. 0 and 0 leave the upper left corner, 1 and 1 the lower right one.
pub fn crop(picture: &Picture, keep: f64, down: f64, across: f64) -> Picture {
    let side = |length: usize| (length as f64 * keep).round() as usize;
    let (width, height) = (side(picture.width), side(picture.height));
    let start = |rest: usize, share: f64| (rest as f64 * share) as usize;
    let (x, y) = (start(picture.width - width, across), start(picture.height - height, down));
    picture.crop(x, y, width, height)
}

/// Keeps this share of the area.
pub fn crop_area(picture: &Picture, keep: f64, down: f64, across: f64) -> Picture {
    crop(picture, keep.sqrt(), down, across)
}

/// Seen askew: the corners move by up to this share of the sides, those above and those at the left the most.
pub fn perspective(picture: &Picture, share: f64) -> Picture {
    let (w, h, d) = (picture.width as f64, picture.height as f64, share);
    let old = [(0.0, 0.0), (w, 0.0), (w, h), (0.0, h)];
    let new = [(d * w, d * h * 0.5), (w - d * w * 0.3, 0.0), (w, h - d * h * 0.6), (0.0, h)];
    let m = homography(new, old);
    warp(picture, Beyond::Edge, |x, y| {
        let over = m[6] * x + m[7] * y + 1.0;
        ((m[0] * x + m[1] * y + m[2]) / over, (m[3] * x + m[4] * y + m[5]) / over)
    })
}

/// The eight numbers of the projective map that takes four points to four others.
fn homography(from: [(f64, f64); 4], to: [(f64, f64); 4]) -> [f64; 8] {
    let mut rows: Vec<[f64; 9]> = Vec::new();
    for ((x, y), (u, v)) in from.into_iter().zip(to) {
        rows.push([x, y, 1.0, 0.0, 0.0, 0.0, -u * x, -u * y, u]);
        rows.push([0.0, 0.0, 0.0, x, y, 1.0, -v * x, -v * y, v]);
    }
    // Gauss and Jordan, the largest pivot first.
    for column in 0..8 {
        let best = (column..8).max_by(|&a, &b| rows[a][column].abs().total_cmp(&rows[b][column].abs()));
        rows.swap(column, best.expect("rows are left"));
        let pivot = rows[column];
        for (at, row) in rows.iter_mut().enumerate() {
            let factor = row[column] / pivot[column];
            if at != column {
                row.iter_mut().zip(pivot).for_each(|(value, pivot)| *value -= factor * pivot);
            }
        }
    }
    std::array::from_fn(|at| rows[at][8] / rows[at][at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made;

    #[test]
    fn four_points_go_where_they_should() {
        let from = [(0.0, 0.0), (9.0, 1.0), (10.0, 8.0), (1.0, 7.0)];
        let to = [(2.0, 3.0), (11.0, 2.0), (12.0, 12.0), (0.0, 9.0)];
        let m = homography(from, to);
        for ((x, y), (u, v)) in from.into_iter().zip(to) {
            let over = m[6] * x + m[7] * y + 1.0;
            assert!(((m[0] * x + m[1] * y + m[2]) / over - u).abs() < 1e-9);
            assert!(((m[3] * x + m[4] * y + m[5]) / over - v).abs() < 1e-9);
        }
    }

    #[test]
    fn there_and_back_is_nearly_the_same_picture() {
        let scene = crate::filter::gaussian(&made::scene(120, 90, 3), 1.5);
        let turned = rotate(&rotate(&scene, 3.0), -3.0);
        let kept = crop(&scene, turned.width as f64 / scene.width as f64, 0.5, 0.5).crop(
            0,
            0,
            turned.width,
            turned.height,
        );
        let wrong = crate::quality::psnr(&kept, &turned);
        assert!(wrong > 25.0, "{wrong}");
        let other = crate::quality::psnr(&kept, &rotate(&scene, 6.0).crop(0, 0, 60, 40));
        assert!(other.is_nan(), "other sizes do not compare");
    }

    #[test]
    fn no_corner_is_empty_after_a_turn() {
        let turned = rotate(&Picture::filled(90, 60, [255; 3]), 5.0);
        let darkest = turned.rgb.iter().min();
        // Rounding may take half a pixel of a corner.
        assert!(darkest > Some(&120), "{darkest:?}");
    }
}
