//! Blur, medians, edge-preserving smoothing, sharpening and noise.

use crate::made::Chance;
use crate::picture::{Floats, Picture, byte};

pub fn gaussian(picture: &Picture, sigma: f64) -> Picture {
    blurred(&picture.floats(), sigma).rounded()
}

/// Both ways, edges repeated, as far as three standard deviations.
fn blurred(from: &Floats, sigma: f64) -> Floats {
    let weights = bell(sigma);
    let reach = weights.len() / 2;
    let at = |value: usize, end: usize| value.saturating_sub(reach).min(end - 1);
    let (width, height) = (from.width, from.height);
    let mut across = vec![0.0_f32; from.rgb.len()];
    for (out, row) in across.chunks_exact_mut(width * 3).zip(from.rgb.chunks_exact(width * 3)) {
        // Padded once, so that the inner loop needs no care.
        let wide: Vec<f32> =
            (0..width + 2 * reach).flat_map(|x| row[at(x, width) * 3..][..3].iter().copied()).collect();
        for (shift, weight) in weights.iter().enumerate() {
            out.iter_mut().zip(&wide[shift * 3..]).for_each(|(out, value)| *out += weight * value);
        }
    }
    let mut down = vec![0.0_f32; from.rgb.len()];
    for (y, out) in down.chunks_exact_mut(width * 3).enumerate() {
        for (shift, weight) in weights.iter().enumerate() {
            let row = &across[at(y + shift, height) * width * 3..][..width * 3];
            out.iter_mut().zip(row).for_each(|(out, value)| *out += weight * value);
        }
    }
    Floats { width, height, rgb: down }
}

fn bell(sigma: f64) -> Vec<f32> {
    let reach = (3.0 * sigma).round().max(1.0) as i64;
    let raw: Vec<f64> = (-reach..=reach).map(|x| (-(x * x) as f64 / (2.0 * sigma * sigma)).exp()).collect();
    let sum: f64 = raw.iter().sum();
    raw.iter().map(|weight| (weight / sum) as f32).collect()
}

/// The middle of each square of `side` times `side`, colour by colour.
pub fn median(picture: &Picture, side: usize) -> Picture {
    let reach = side / 2;
    let mut rgb = Vec::with_capacity(picture.rgb.len());
    let mut near: [Vec<u8>; 3] = std::array::from_fn(|_| Vec::with_capacity(side * side));
    for y in 0..picture.height {
        for x in 0..picture.width {
            near.iter_mut().for_each(Vec::clear);
            for row in y..y + side {
                for column in x..x + side {
                    let at = |value: usize, end: usize| value.saturating_sub(reach).min(end - 1);
                    let pixel = picture.pixel(at(column, picture.width), at(row, picture.height));
                    near.iter_mut().zip(pixel).for_each(|(near, value)| near.push(value));
                }
            }
            rgb.extend(near.iter_mut().map(|near| *near.select_nth_unstable(side * side / 2).1));
        }
    }
    Picture { rgb, ..*picture }
}

/// Averages with neighbours up to `reach` pixels away that have a similar colour; `colour` and `space` are standard deviations.
pub fn bilateral(picture: &Picture, reach: i64, colour: f64, space: f64) -> Picture {
    let alike: Vec<f32> =
        (0..=765).map(|d| (-f64::from(d * d) / (2.0 * colour * colour)).exp() as f32).collect();
    let near: Vec<(i64, i64, f32)> = (-reach..=reach)
        .flat_map(|y| (-reach..=reach).map(move |x| (x, y)))
        .filter(|(x, y)| x * x + y * y <= reach * reach)
        .map(|(x, y)| (x, y, (-((x * x + y * y) as f64) / (2.0 * space * space)).exp() as f32))
        .collect();
    let mut rgb = Vec::with_capacity(picture.rgb.len());
    for y in 0..picture.height {
        for x in 0..picture.width {
            let here = picture.pixel(x, y);
            let mut sum = [0.0_f32; 3];
            let mut all = 0.0_f32;
            for (across, down, weight) in &near {
                let at =
                    |value: usize, by: i64, end: usize| (value as i64 + by).clamp(0, end as i64 - 1) as usize;
                let there = picture.pixel(at(x, *across, picture.width), at(y, *down, picture.height));
                let distance: usize = here.iter().zip(there).map(|(a, b)| usize::from(a.abs_diff(b))).sum();
                let weight = weight * alike[distance];
                all += weight;
                sum.iter_mut().zip(there).for_each(|(sum, value)| *sum += weight * f32::from(value));
            }
            rgb.extend(sum.map(|sum| byte(sum / all)));
        }
    }
    Picture { rgb, ..*picture }
}

/// Adds so much of what a blur takes away.
pub fn sharpen(picture: &Picture, amount: f32) -> Picture {
    let soft = blurred(&picture.floats(), 1.0);
    let rgb = picture.rgb.iter().zip(&soft.rgb).map(|(value, soft)| {
        let value = f32::from(*value);
        byte(value + amount * (value - soft))
    });
    Picture { rgb: rgb.collect(), ..*picture }
}

/// Adds noise of the normal distribution to every value, with this standard deviation in grey levels.
pub fn noise(picture: &Picture, deviation: f64) -> Picture {
    let mut chance = Chance::new(1);
    let rgb = picture.rgb.iter().map(|value| byte(f32::from(*value) + (chance.normal() * deviation) as f32));
    Picture { rgb: rgb.collect(), ..*picture }
}

/// Makes this share of the pixels black or white.
pub fn salt_and_pepper(picture: &Picture, share: f64) -> Picture {
    let mut chance = Chance::new(2);
    picture.map(|pixel| match chance.share() {
        hit if hit < share / 2.0 => [0.0; 3],
        hit if hit < share => [255.0; 3],
        _ => pixel,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made;

    fn spread(picture: &Picture) -> f64 {
        let values = || picture.rgb.iter().copied().map(f64::from);
        let mean = values().sum::<f64>() / picture.rgb.len() as f64;
        (values().map(|value| (value - mean).powi(2)).sum::<f64>() / picture.rgb.len() as f64).sqrt()
    }

    #[test]
    fn a_blur_makes_noise_smaller_by_what_theory_says() {
        let noise = made::noise(100, 100, 5);
        // White noise keeps 1 / (2 sqrt(pi) sigma) of its deviation, away from the edges.
        let left = spread(&gaussian(&noise, 2.0).crop(10, 10, 80, 80)) / spread(&noise);
        assert!((left - 0.141).abs() < 0.01, "{left}");
    }

    #[test]
    fn a_median_forgets_single_pixels() {
        let mut picture = Picture::filled(20, 20, [90; 3]);
        picture.set(10, 10, [255, 0, 255]);
        assert_eq!(median(&picture, 3), Picture::filled(20, 20, [90; 3]));
    }

    #[test]
    fn bilateral_smoothing_keeps_an_edge() {
        let mut picture = Picture::filled(20, 20, [20; 3]);
        picture.paste(&Picture::filled(10, 20, [220; 3]), 10, 0);
        assert_eq!(bilateral(&picture, 4, 20.0, 9.0), picture);
        assert_ne!(gaussian(&picture, 1.0), picture);
    }

    #[test]
    fn noise_has_the_deviation_asked_for() {
        let grey = Picture::filled(100, 100, [128; 3]);
        assert!((spread(&noise(&grey, 8.0)) - 8.0).abs() < 0.2);
        assert!(spread(&salt_and_pepper(&grey, 0.05)) > 15.0);
    }

    #[test]
    fn sharpening_spreads_values() {
        let scene = made::scene(60, 60, 4);
        assert!(spread(&sharpen(&scene, 1.0)) > spread(&scene));
    }
}
