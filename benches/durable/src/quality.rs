//! How much a mark is seen: PSNR, and SSIM (Wang and others, 2004).

use crate::picture::Picture;

/// In decibels, over all three colours; infinite for equal pictures, not a number for different sizes.
pub fn psnr(one: &Picture, other: &Picture) -> f64 {
    if (one.width, one.height) != (other.width, other.height) {
        return f64::NAN;
    }
    let squares: u64 = one.rgb.iter().zip(&other.rgb).map(|(a, b)| u64::from(a.abs_diff(*b)).pow(2)).sum();
    10.0 * (255.0 * 255.0 * one.rgb.len() as f64 / squares as f64).log10()
}

/// Of the brightness, with a bell of 11 x 11 and a standard deviation of 1.5, on the picture as it is.
pub fn ssim(one: &Picture, other: &Picture) -> f64 {
    let (width, height) = (one.width, one.height);
    let (a, b) = (one.luma(), other.luma());
    let product = |a: &[f32], b: &[f32]| -> Vec<f32> { a.iter().zip(b).map(|(a, b)| a * b).collect() };
    let soft = |values: &[f32]| smooth(values, width, height);
    let (mean_a, mean_b) = (soft(&a), soft(&b));
    let (aa, bb, ab) = (soft(&product(&a, &a)), soft(&product(&b, &b)), soft(&product(&a, &b)));
    const C1: f64 = (0.01 * 255.0) * (0.01 * 255.0);
    const C2: f64 = (0.03 * 255.0) * (0.03 * 255.0);
    let local = |at: usize| {
        let (ma, mb) = (f64::from(mean_a[at]), f64::from(mean_b[at]));
        let (va, vb) = (f64::from(aa[at]) - ma * ma, f64::from(bb[at]) - mb * mb);
        let both = f64::from(ab[at]) - ma * mb;
        (2.0 * ma * mb + C1) * (2.0 * both + C2) / ((ma * ma + mb * mb + C1) * (va + vb + C2))
    };
    (0..width * height).map(local).sum::<f64>() / (width * height) as f64
}

fn smooth(values: &[f32], width: usize, height: usize) -> Vec<f32> {
    let raw: Vec<f64> = (-5_i32..=5).map(|x| (-f64::from(x * x) / 4.5).exp()).collect();
    let sum: f64 = raw.iter().sum();
    let bell: Vec<f32> = raw.iter().map(|weight| (weight / sum) as f32).collect();
    let at = |value: usize, end: usize| value.saturating_sub(5).min(end - 1);
    let mut across = vec![0.0; values.len()];
    for (out, row) in across.chunks_exact_mut(width).zip(values.chunks_exact(width)) {
        let wide: Vec<f32> = (0..width + 10).map(|x| row[at(x, width)]).collect();
        for (shift, weight) in bell.iter().enumerate() {
            out.iter_mut().zip(&wide[shift..]).for_each(|(out, value)| *out += weight * value);
        }
    }
    let mut down = vec![0.0; values.len()];
    for (y, out) in down.chunks_exact_mut(width).enumerate() {
        for (shift, weight) in bell.iter().enumerate() {
            let row = &across[at(y + shift, height) * width..][..width];
            out.iter_mut().zip(row).for_each(|(out, value)| *out += weight * value);
        }
    }
    down
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{filter, made};

    #[test]
    fn one_grey_level_is_48_decibels() {
        let one = Picture::filled(20, 20, [100; 3]);
        let other = Picture::filled(20, 20, [101; 3]);
        assert!((psnr(&one, &other) - 48.13).abs() < 0.01);
        assert_eq!(psnr(&one, &one), f64::INFINITY);
    }

    #[test]
    fn likeness_is_one_for_the_same_and_falls_with_noise() {
        let scene = made::scene(80, 60, 10);
        assert!((ssim(&scene, &scene) - 1.0).abs() < 1e-3);
        let noisy = [4.0, 12.0].map(|deviation| ssim(&scene, &filter::noise(&scene, deviation)));
        assert!(noisy[0] < 0.99 && noisy[1] < noisy[0], "{noisy:?}");
    }
}
