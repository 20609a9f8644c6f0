//! Other sizes: averages over areas, and interpolation with cubic and Lanczos kernels.

use crate::picture::{Floats, Picture};

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kernel {
    /// The average of what a new pixel covers, as OpenCV's `INTER_AREA`. For smaller pictures.
    Area,
    /// Cubic with a = -0.75 and without averaging, as OpenCV's `INTER_CUBIC`.
    Cubic,
    /// Linear, and an average where the picture gets smaller, as browsers do.
    Linear,
    /// Lanczos over three lobes, with averaging, as Pillow and libvips do.
    Lanczos,
}

/// To a share of its size: an average where it gets smaller, cubic where it grows.
pub fn scale(picture: &Picture, factor: f64) -> Picture {
    let side = |length: usize| ((length as f64 * factor).round() as usize).max(8);
    let kernel = if factor < 1.0 { Kernel::Area } else { Kernel::Cubic };
    resize(picture, side(picture.width), side(picture.height), kernel)
}

/// So that the longer edge has this length.
pub fn scale_to(picture: &Picture, edge: usize) -> Picture {
    scale(picture, edge as f64 / picture.width.max(picture.height) as f64)
}

/// So that it has at most so many pixels.
pub fn at_most(picture: Picture, pixels: usize) -> Picture {
    let now = picture.width * picture.height;
    if now <= pixels { picture } else { scale(&picture, (pixels as f64 / now as f64).sqrt()) }
}

pub fn resize(picture: &Picture, width: usize, height: usize, kernel: Kernel) -> Picture {
    if (width, height) == (picture.width, picture.height) {
        return picture.clone();
    }
    let across = Taps::new(picture.width, width, kernel);
    let down = Taps::new(picture.height, height, kernel);
    down.columns(&across.rows(&picture.floats())).rounded()
}

/// For every new place the old ones it is made of, with their weights.
struct Taps(Vec<(usize, Vec<f32>)>);

impl Taps {
    fn new(old: usize, new: usize, kernel: Kernel) -> Self {
        let step = old as f64 / new as f64;
        Self((0..new).map(|at| place(old, at as f64, step, kernel)).collect())
    }

    fn rows(&self, from: &Floats) -> Floats {
        let mut rgb = Vec::with_capacity(self.0.len() * from.height * 3);
        for row in from.rgb.chunks_exact(from.width * 3) {
            for (start, weights) in &self.0 {
                let mut sum = [0.0; 3];
                for (pixel, weight) in row[start * 3..].chunks_exact(3).zip(weights) {
                    for (sum, value) in sum.iter_mut().zip(pixel) {
                        *sum += weight * value;
                    }
                }
                rgb.extend(sum);
            }
        }
        Floats { width: self.0.len(), height: from.height, rgb }
    }

    fn columns(&self, from: &Floats) -> Floats {
        let line = from.width * 3;
        let mut rgb = vec![0.0; line * self.0.len()];
        for ((start, weights), out) in self.0.iter().zip(rgb.chunks_exact_mut(line)) {
            for (row, weight) in from.rgb[start * line..].chunks_exact(line).zip(weights) {
                for (out, value) in out.iter_mut().zip(row) {
                    *out += weight * value;
                }
            }
        }
        Floats { width: from.width, height: self.0.len(), rgb }
    }
}

/// What one new pixel is made of. Old pixels beyond the edge count as the one at the edge.
fn place(old: usize, at: f64, step: f64, kernel: Kernel) -> (usize, Vec<f32>) {
    let centre = (at + 0.5) * step - 0.5;
    let wide = step.max(1.0);
    let reach = match kernel {
        Kernel::Area if step > 1.0 => step / 2.0 + 0.5,
        Kernel::Area => 1.0,
        Kernel::Cubic => 2.0,
        Kernel::Linear => wide,
        Kernel::Lanczos => 3.0 * wide,
    };
    let first = (centre - reach).ceil() as i64;
    let last = (centre + reach).floor() as i64;
    let weigh = |from: i64| {
        let distance = from as f64 - centre;
        match kernel {
            Kernel::Area if step > 1.0 => (step / 2.0 + 0.5 - distance.abs()).clamp(0.0, 1.0),
            Kernel::Area => (1.0 - distance.abs()).max(0.0),
            Kernel::Cubic => cubic(distance),
            Kernel::Linear => (1.0 - (distance / wide).abs()).max(0.0),
            Kernel::Lanczos => lanczos(distance / wide),
        }
    };
    let edge = old as i64 - 1;
    let start = first.clamp(0, edge);
    let mut weights = vec![0.0; (last.clamp(0, edge) - start + 1) as usize];
    for from in first..=last {
        weights[(from.clamp(0, edge) - start) as usize] += weigh(from);
    }
    let sum: f64 = weights.iter().sum();
    (start as usize, weights.iter().map(|weight| (weight / sum) as f32).collect())
}

/// Keys's cubic with OpenCV's parameter.
pub fn cubic(distance: f64) -> f64 {
    const A: f64 = -0.75;
    let x = distance.abs();
    if x < 1.0 {
        ((A + 2.0) * x - (A + 3.0)) * x * x + 1.0
    } else if x < 2.0 {
        (((x - 5.0) * x + 8.0) * x - 4.0) * A
    } else {
        0.0
    }
}

fn lanczos(x: f64) -> f64 {
    let sinc =
        |x: f64| if x == 0.0 { 1.0 } else { (std::f64::consts::PI * x).sin() / (std::f64::consts::PI * x) };
    if x.abs() < 3.0 { sinc(x) * sinc(x / 3.0) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made;

    #[test]
    fn flat_pictures_stay_flat_in_every_size() {
        let flat = Picture::filled(40, 30, [200, 3, 90]);
        for kernel in [Kernel::Area, Kernel::Cubic, Kernel::Linear, Kernel::Lanczos] {
            for (width, height) in [(17, 11), (80, 31), (40, 7)] {
                assert_eq!(
                    resize(&flat, width, height, kernel),
                    Picture::filled(width, height, [200, 3, 90])
                );
            }
        }
    }

    #[test]
    fn half_the_size_is_the_average_of_four() {
        let picture = made::noise(16, 16, 1);
        let half = resize(&picture, 8, 8, Kernel::Area);
        let sum: u32 =
            [(4, 6), (5, 6), (4, 7), (5, 7)].map(|(x, y)| u32::from(picture.pixel(x, y)[1])).iter().sum();
        assert_eq!(u32::from(half.pixel(2, 3)[1]), (sum + 2) / 4);
    }

    #[test]
    fn a_slope_stays_where_it_was() {
        let slope = made::slope(64, 8);
        let there = resize(&slope, 100, 8, Kernel::Cubic);
        assert!((i32::from(there.pixel(50, 4)[0]) - i32::from(slope.pixel(32, 4)[0])).abs() <= 2);
    }
}
