//! From samples and frequencies to what is published.

use super::{Frequencies, Small};
use crate::num::whole;

/// A bit for each frequency, whether it is above the median. The last frequency is the first bit: so the reference writes
/// them.
pub(super) fn above_median(frequencies: &Frequencies) -> [u8; 32] {
    let median = lower_median(frequencies);
    let mut bytes = [0; 32];
    let (octets, _) = frequencies.as_flattened().as_chunks::<8>();
    for (byte, octet) in bytes.iter_mut().rev().zip(octets) {
        *byte = octet.iter().rev().fold(0, |bits, value| bits << 1 | u8::from(*value > median));
    }
    bytes
}

/// Of an even number of values, the lower one in the middle.
fn lower_median(frequencies: &Frequencies) -> f32 {
    let mut values = frequencies.as_flattened().to_vec();
    values.sort_by(f32::total_cmp);
    values.get((values.len() >> 1).saturating_sub(1)).copied().unwrap_or_default()
}

/// The sum of all steps between neighbours, in hundredths of the range of grey, without fractions: so that many small ones
/// count nothing.
pub(super) fn quality(small: &Small) -> u8 {
    let above = small.iter().flatten().zip(small.iter().skip(1).flatten());
    let beside = small.iter().flat_map(|row| row.iter().zip(row.iter().skip(1)));
    // Sums of whole numbers, which are exact.
    let steps: f32 =
        above.chain(beside).map(|(one, next)| ((one - next) * 100.0 / 255.0).trunc().abs()).sum();
    u8::try_from(whole(f64::from(steps) / 90.0).min(100)).unwrap_or_default()
}
