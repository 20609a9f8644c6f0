//! Pictures out of nothing, for tests and for backgrounds; and the chance that noise is made of.

use crate::picture::Picture;

/// Numbers that look like chance and are the same every time (SplitMix64).
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From 0 up to 1.
    pub fn share(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub fn below(&mut self, end: usize) -> usize {
        (self.share() * end as f64) as usize
    }

    /// Of the normal distribution, by Box and Muller.
    pub fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.share()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.share()).cos()
    }
}

/// Every value by chance.
pub fn noise(width: usize, height: usize, seed: u64) -> Picture {
    let mut chance = Chance::new(seed);
    Picture { width, height, rgb: (0..width * height * 3).map(|_| chance.bits() as u8).collect() }
}

/// From black at the left to white at the right.
pub fn slope(width: usize, height: usize) -> Picture {
    let pixel = |at: usize| [(at % width * 255 / (width - 1)) as u8; 3];
    Picture { width, height, rgb: (0..width * height).flat_map(pixel).collect() }
}

/// Soft shapes with some grain: the nearest to a photo that tests get.
pub fn scene(width: usize, height: usize, seed: u64) -> Picture {
    let mut chance = Chance::new(seed);
    let waves: Vec<[f64; 4]> = (0..12)
        .map(|_| {
            [chance.share() * 0.12, chance.share() * 0.12, chance.share() * 6.3, 6.0 + 14.0 * chance.share()]
        })
        .collect();
    let mut rgb = Vec::with_capacity(width * height * 3);
    for y in 0..height {
        for x in 0..width {
            let shape: f64 = waves
                .iter()
                .map(|[across, down, phase, high]| high * (across * x as f64 + down * y as f64 + phase).sin())
                .sum();
            for tint in [10.0, 0.0, -14.0] {
                rgb.push((128.0 + tint + shape + 4.0 * chance.normal()).clamp(0.0, 255.0) as u8);
            }
        }
    }
    Picture { width, height, rgb }
}
