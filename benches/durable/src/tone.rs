//! What editors do to light and colour.

use crate::picture::{Picture, byte, luma};

pub fn linear(picture: &Picture, factor: f32, plus: f32) -> Picture {
    picture.map(|pixel| pixel.map(|value| value * factor + plus))
}

pub fn gamma(picture: &Picture, exponent: f32) -> Picture {
    picture.map(|pixel| pixel.map(|value| 255.0 * (value / 255.0).powf(exponent)))
}

/// About the mean brightness, as torchvision and Pillow do it.
pub fn contrast(picture: &Picture, factor: f32) -> Picture {
    let mean = picture.luma().iter().map(|value| f64::from(*value)).sum::<f64>();
    let mean = (mean / (picture.width * picture.height) as f64) as f32;
    linear(picture, factor, mean * (1.0 - factor))
}

/// 0 is grey, 1 changes nothing.
pub fn saturation(picture: &Picture, factor: f32) -> Picture {
    picture.map(|pixel| {
        let grey = luma(pixel);
        pixel.map(|value| grey + factor * (value - grey))
    })
}

/// Turns the colours about the grey axis, by degrees.
pub fn hue(picture: &Picture, degrees: f32) -> Picture {
    let (sin, cos) = degrees.to_radians().sin_cos();
    picture.map(|pixel| {
        let [red, green, blue] = pixel;
        let mean = (red + green + blue) / 3.0;
        let side = |a: f32, b: f32| sin * (b - a) / 3.0_f32.sqrt();
        [
            mean + cos * (red - mean) + side(green, blue),
            mean + cos * (green - mean) + side(blue, red),
            mean + cos * (blue - mean) + side(red, green),
        ]
    })
}

/// Keeps so many bits of every value.
pub fn posterize(picture: &Picture, bits: u32) -> Picture {
    let steps = (2_f32.powi(bits as i32)) - 1.0;
    picture.map(|pixel| pixel.map(|value| (value / 255.0 * steps).round() * 255.0 / steps))
}

/// Spreads each colour from black to white.
pub fn auto_contrast(picture: &Picture) -> Picture {
    through(picture, |counts, _| {
        let first = counts.iter().position(|count| *count > 0).unwrap_or(0);
        let last = counts.iter().rposition(|count| *count > 0).unwrap_or(255).max(first + 1);
        std::array::from_fn(|at| byte((at as f32 - first as f32) * 255.0 / (last - first) as f32))
    })
}

/// Makes every brightness of each colour equally frequent.
pub fn equalize(picture: &Picture) -> Picture {
    through(picture, |counts, all| {
        let mut below = 0;
        counts.map(|count| {
            let middle = below + count / 2;
            below += count;
            (middle * 255 / all.max(1)) as u8
        })
    })
}

/// Each colour through a table that is made of how often its values are.
fn through(picture: &Picture, table: impl Fn([usize; 256], usize) -> [u8; 256]) -> Picture {
    let mut counts = [[0_usize; 256]; 3];
    for pixel in picture.rgb.chunks_exact(3) {
        pixel.iter().zip(&mut counts).for_each(|(value, counts)| counts[usize::from(*value)] += 1);
    }
    let tables = counts.map(|counts| table(counts, picture.width * picture.height));
    let rgb = picture.rgb.iter().enumerate().map(|(at, value)| tables[at % 3][usize::from(*value)]);
    Picture { rgb: rgb.collect(), ..*picture }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made;

    #[test]
    fn neutral_strengths_change_nothing() {
        let scene = made::scene(40, 30, 6);
        for same in
            [linear(&scene, 1.0, 0.0), contrast(&scene, 1.0), saturation(&scene, 1.0), hue(&scene, 0.0)]
        {
            assert_eq!(same, scene);
        }
        assert_eq!(gamma(&scene, 1.0), scene);
        assert_eq!(posterize(&scene, 8), scene);
    }

    #[test]
    fn a_third_of_a_turn_swaps_the_colours() {
        let red = Picture::filled(4, 4, [255, 0, 0]);
        assert_eq!(hue(&red, 120.0), Picture::filled(4, 4, [0, 255, 0]));
        assert_eq!(saturation(&red, 0.0), Picture::filled(4, 4, [76; 3]));
    }

    #[test]
    fn all_of_the_range_is_used() {
        let dull = linear(&made::slope(256, 4), 0.3, 50.0);
        for wide in [auto_contrast(&dull), equalize(&dull)] {
            assert!(wide.rgb.iter().max() > Some(&250) && wide.rgb.iter().min() < Some(&5));
        }
    }
}
