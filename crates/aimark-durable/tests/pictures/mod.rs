//! Pictures that are made, and what is done to them, by plain arithmetic that is the same on every machine.

#![allow(dead_code, reason = "each test file uses what it needs")]

use aimark_durable::*;

/// Red, green, blue.
#[derive(Clone)]
pub(crate) struct Picture {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) samples: Vec<u8>,
}

/// A number that depends on all of its arguments.
pub(crate) fn scatter(a: u32, b: u32, c: u32) -> u32 {
    let mut x = a.wrapping_mul(0x9e37_79b1) ^ b.wrapping_mul(0x85eb_ca77) ^ c.wrapping_mul(0xc2b2_ae3d);
    for shift in [15, 13, 16] {
        x ^= x >> shift;
        x = x.wrapping_mul(0x2c1b_3c6d);
    }
    x ^ (x >> 16)
}

/// Smooth noise with spots `size` pixels apart, -1 to 1.
fn cloud(x: u32, y: u32, size: u32, seed: u32) -> f32 {
    let (cx, cy) = (x / size, y / size);
    let (fx, fy) = ((x % size) as f32 / size as f32, (y % size) as f32 / size as f32);
    let ease = |t: f32| t * t * (3.0 - 2.0 * t);
    let spot = |dx: u32, dy: u32| (scatter(cx + dx, cy + dy, seed) >> 8) as f32 / 8_388_608.0 - 1.0;
    let upper = spot(0, 0) + (spot(1, 0) - spot(0, 0)) * ease(fx);
    let lower = spot(0, 1) + (spot(1, 1) - spot(0, 1)) * ease(fx);
    upper + (lower - upper) * ease(fy)
}

/// Something like a photo: clouds of all sizes, a slope, discs with edges, grain.
pub(crate) fn photo(seed: u32, width: u32, height: u32) -> Picture {
    let mut samples = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let mut grey = 110.0 + 40.0 * (y as f32 / height as f32) - 20.0 * (x as f32 / width as f32);
            for (octave, size) in [160, 64, 27, 11, 5].into_iter().enumerate() {
                grey += cloud(x, y, size, seed ^ (octave as u32) << 8) * [40.0, 22.0, 13.0, 8.0, 5.0][octave];
            }
            for disc in 0..4 {
                let middle = |side: u32, at: u32| (scatter(seed, disc, at) % side) as f32;
                let (dx, dy) = (x as f32 - middle(width, 1), y as f32 - middle(height, 2));
                if dx * dx + dy * dy < 1600.0 * (disc + 1) as f32 {
                    grey += if disc % 2 == 0 { 35.0 } else { -35.0 };
                }
            }
            grey += (scatter(x, y, seed) >> 24) as f32 / 32.0 - 4.0;
            for colour in 0..3 {
                let tint = cloud(x, y, 90, seed ^ 0x5500 ^ colour) * 20.0;
                samples.push((grey + tint).clamp(0.0, 255.0) as u8);
            }
        }
    }
    Picture { width, height, samples }
}

impl Picture {
    pub(crate) fn pixels(&self) -> Pixels<'_> {
        let samples = Samples::Eight(&self.samples);
        Pixels::new(self.width, self.height, Layout::Rgb, samples, &Limits::default()).unwrap()
    }

    pub(crate) fn marked(&self, payload: &Payload, key: &Key) -> Self {
        let mut marked = self.clone();
        let samples = SamplesMut::Eight(&mut marked.samples);
        let mut pixels =
            PixelsMut::new(self.width, self.height, Layout::Rgb, samples, &Limits::default()).unwrap();
        embed(&mut pixels, payload, key, &EmbedOptions::default()).unwrap();
        marked
    }

    pub(crate) fn found(&self) -> Option<Found> {
        detect(&self.pixels(), &[Key::shared()], &DetectOptions::default()).unwrap()
    }

    pub(crate) fn found_fast(&self) -> Option<Found> {
        let options = DetectOptions { search: Search::Fast };
        detect(&self.pixels(), &[Key::shared()], &options).unwrap()
    }

    pub(crate) fn at(&self, x: u32, y: u32) -> [u8; 3] {
        let start = ((y.min(self.height - 1) * self.width + x.min(self.width - 1)) * 3) as usize;
        [self.samples[start], self.samples[start + 1], self.samples[start + 2]]
    }

    /// Another picture, pixel by pixel.
    pub(crate) fn made(width: u32, height: u32, pixel: impl Fn(u32, u32) -> [u8; 3]) -> Self {
        let samples =
            (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).flat_map(|(x, y)| pixel(x, y));
        Self { width, height, samples: samples.collect() }
    }

    pub(crate) fn cropped(&self, left: u32, top: u32, width: u32, height: u32) -> Self {
        Self::made(width, height, |x, y| self.at(x + left, y + top))
    }

    pub(crate) fn mirrored(&self) -> Self {
        Self::made(self.width, self.height, |x, y| self.at(self.width - 1 - x, y))
    }

    /// By a quarter, clockwise.
    pub(crate) fn turned(&self) -> Self {
        Self::made(self.height, self.width, |x, y| self.at(y, self.height - 1 - x))
    }

    pub(crate) fn halved(&self) -> Self {
        Self::made(self.width / 2, self.height / 2, |x, y| {
            let four = [(0, 0), (1, 0), (0, 1), (1, 1)].map(|(dx, dy)| self.at(2 * x + dx, 2 * y + dy));
            std::array::from_fn(|c| (four.iter().map(|p| u32::from(p[c])).sum::<u32>() / 4) as u8)
        })
    }

    /// Each pixel from a place in this picture.
    pub(crate) fn sampled(&self, width: u32, height: u32, place: impl Fn(f64, f64) -> (f64, f64)) -> Self {
        Self::made(width, height, |x, y| {
            let (sx, sy) = place(f64::from(x) + 0.5, f64::from(y) + 0.5);
            let (sx, sy) = ((sx - 0.5).max(0.0), (sy - 0.5).max(0.0));
            let (fx, fy) = (sx.fract(), sy.fract());
            let (x, y) = (sx as u32, sy as u32);
            std::array::from_fn(|c| {
                let p = |dx: u32, dy: u32| f64::from(self.at(x + dx, y + dy)[c]);
                let upper = p(0, 0) * (1.0 - fx) + p(1, 0) * fx;
                let lower = p(0, 1) * (1.0 - fx) + p(1, 1) * fx;
                (upper * (1.0 - fy) + lower * fy + 0.5) as u8
            })
        })
    }

    /// Clockwise by so many degrees, without what then has no pixels.
    pub(crate) fn rotated(&self, degrees: f64) -> Self {
        let (sine, cosine) = degrees.to_radians().sin_cos();
        let (w, h) = (f64::from(self.width), f64::from(self.height));
        let keep = 1.0 / (cosine + (w / h).max(h / w) * sine.abs());
        let (width, height) = ((w * keep) as u32, (h * keep) as u32);
        self.sampled(width, height, |x, y| {
            let (x, y) = (x - f64::from(width) / 2.0, y - f64::from(height) / 2.0);
            (w / 2.0 + cosine * x + sine * y, h / 2.0 - sine * x + cosine * y)
        })
    }

    pub(crate) fn mapped(&self, change: impl Fn(u32, f32) -> f32) -> Self {
        let values = (0..).zip(&self.samples).map(|(at, value)| change(at, f32::from(*value)));
        Self { samples: values.map(|value| (value + 0.5).clamp(0.0, 255.0) as u8).collect(), ..*self }
    }
}

pub(crate) fn payload() -> Payload {
    Payload::new(Kind::Generated, 0xbeef, 0x2a5_1234_5678).unwrap()
}
