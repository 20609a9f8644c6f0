//! Pillow's bicubic filter with antialiasing, in its arithmetic: first along rows, then along columns, each rounded to 8 bits.

use super::{SIDE, Small, grey};
use crate::Pixels;
use crate::num::{place, whole};
use crate::pixels::extend;

/// Bits after the point of a weight.
const PRECISION: u32 = 22;

/// What one sample is made of: where its pixels begin, and the weight of each.
struct Sample {
    from: usize,
    weights: Vec<i32>,
}

/// The picture as 32 x 32 grey samples.
pub(super) fn shrink(pixels: &Pixels<'_>) -> Small {
    let area = pixels.area();
    let (columns, rows) = (samples(area.width), samples(area.height));
    let mut narrow = Vec::new();
    let mut greys = Vec::with_capacity(place(area.width));
    for row in pixels.rows() {
        greys.clear();
        extend(&mut greys, pixels.layout(), row, |value| value, grey);
        narrow.push(columns.each_ref().map(|sample| sample.of(greys.iter().skip(sample.from).copied())));
    }
    let mut small = [[0; SIDE]; SIDE];
    for (sample, line) in rows.iter().zip(&mut small) {
        for (at, value) in line.iter_mut().enumerate() {
            let column = narrow.iter().skip(sample.from).map(|row| row.get(at).copied().unwrap_or_default());
            *value = sample.of(column);
        }
    }
    small
}

impl Sample {
    /// `values` begin at [`Sample::from`].
    fn of(&self, values: impl Iterator<Item = u8>) -> u8 {
        // Weights are below 2^23, and those of a sample at most 5/4 of 2^22 together: so nothing wraps.
        let weighted = values.zip(&self.weights).map(|(value, weight)| weight.wrapping_mul(value.into()));
        let sum = weighted.fold(1 << (PRECISION - 1), i32::wrapping_add) >> PRECISION;
        u8::try_from(sum.clamp(0, 255)).unwrap_or_default()
    }
}

/// The samples of a side of `len` pixels.
fn samples(len: u32) -> [Sample; SIDE] {
    let scale = f64::from(len) / 32.0;
    let mut middle = -0.5;
    [(); SIDE].map(|()| {
        middle += 1.0;
        sample(len, middle * scale, scale.max(1.0))
    })
}

/// The sample around `middle`. `reach` is how many pixels the unit of the filter covers.
fn sample(len: u32, middle: f64, reach: f64) -> Sample {
    let support = 2.0 * reach;
    let from = whole(middle - support + 0.5).max(0);
    let to = whole(middle + support + 0.5).min(len.into());
    // A pixel's place in 64 bits is exact in a float.
    let first = f64::from(u32::try_from(from).unwrap_or_default());
    let count = usize::try_from(to.saturating_sub(from)).unwrap_or_default();
    let places = (0_u32..).take(count).map(f64::from);
    let shares: Vec<f64> = places.map(|at| bicubic((at + first - middle + 0.5) * (1.0 / reach))).collect();
    let all: f64 = shares.iter().fold(0.0, |sum, share| sum + share);
    let fixed = |share: &f64| {
        let value = share / all * f64::from(1_u32 << PRECISION);
        i32::try_from(whole(if value < 0.0 { value - 0.5 } else { value + 0.5 })).unwrap_or_default()
    };
    Sample { from: place(from), weights: shares.iter().map(fixed).collect() }
}

/// Keys's cubic convolution with a = -1/2.
fn bicubic(x: f64) -> f64 {
    const A: f64 = -0.5;
    let x = x.abs();
    if x < 1.0 {
        ((A + 2.0) * x - (A + 3.0)) * x * x + 1.0
    } else if x < 2.0 {
        (((x - 5.0) * x + 8.0) * x - 4.0) * A
    } else {
        0.0
    }
}
