//! The discrete cosine transform of type II, of which only the frequencies 1 to 16 are needed.

use super::{Frequencies, KEPT, SIDE, Small};

/// `sqrt(2 / 64) cos(k pi / 128)` for k from 0 to 64, rounded to `f32`: all values that the transform multiplies with,
/// but for their sign. The quotient is rounded to `f32` before it is multiplied, as in the reference.
#[rustfmt::skip]
const COSINES: [f32; SIDE + 1] = [
    0.176_776_7, 0.176_723_45, 0.176_563_75, 0.176_297_71, 0.175_925_46, 0.175_447_26, 0.174_863_35, 0.174_174_13,
    0.173_379_97, 0.172_481_39, 0.171_478_91, 0.170_373_14, 0.169_164_75, 0.167_854_46, 0.166_443_05, 0.164_931_39,
    0.163_320_36, 0.161_610_98, 0.159_804_24, 0.157_901_24, 0.155_903_13, 0.153_811_1, 0.151_626_42, 0.149_350_42,
    0.146_984_44, 0.144_529_94, 0.141_988_37, 0.139_361_28, 0.136_650_23, 0.133_856_88, 0.130_982_89, 0.128_03,
    0.125, 0.121_894_695, 0.118_715_97, 0.115_465_74, 0.112_145_945, 0.108_758_606, 0.105_305_75, 0.101_789_47,
    0.098_211_87, 0.094_575_11, 0.090_881_385, 0.087_132_91, 0.083_331_96, 0.079_480_805, 0.075_581_774, 0.071_637_22,
    0.067_649_51, 0.063_621_05, 0.059_554_275, 0.055_451_62, 0.051_315_565, 0.047_148_6, 0.042_953_234, 0.038_731_992,
    0.034_487_423, 0.030_222_077, 0.025_938_528, 0.021_639_355, 0.017_327_147, 0.013_004_5, 0.008_674_021, 0.004_338_317,
    0.0,
];

/// The frequencies from 1 to 16 in both directions. The order of all operations is that of the reference.
pub(super) fn lowest(small: &Small) -> Frequencies {
    let waves = waves();
    let mut frequencies = [[0.0; KEPT]; KEPT];
    for (wave, kept) in waves.iter().zip(&mut frequencies) {
        let mut line = [0.0; SIDE];
        for (factor, row) in wave.iter().zip(small) {
            line.iter_mut().zip(row).for_each(|(sum, value)| *sum += factor * value);
        }
        for (wave, sum) in waves.iter().zip(kept) {
            *sum = line.iter().zip(wave).fold(0.0, |sum, (value, factor)| sum + value * factor);
        }
    }
    frequencies
}

/// The wave of each frequency: `sqrt(2 / 64) cos(frequency (2 position + 1) pi / 128)`.
fn waves() -> [[f32; SIDE]; KEPT] {
    let mut waves = [[0.0; SIDE]; KEPT];
    for (frequency, wave) in (1_u32..).zip(&mut waves) {
        for (odd, value) in (1_u32..).step_by(2).zip(wave) {
            *value = cosine(frequency.saturating_mul(odd));
        }
    }
    waves
}

/// [`COSINES`] for every k.
fn cosine(k: u32) -> f32 {
    let around = k & 0xFF;
    let half = around.min(256_u32.saturating_sub(around));
    let of = |quarter: u32| COSINES.get(crate::num::place(quarter)).copied().unwrap_or_default();
    if half <= 64 { of(half) } else { -of(128_u32.saturating_sub(half)) }
}
