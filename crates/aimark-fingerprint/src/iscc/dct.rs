//! The discrete cosine transform of type II as iscc-core computes it (Lee's algorithm, after Nayuki), unscaled.

use super::{SIDE, Small};

/// `2 cos((i + 1/2) pi / n)` for n = 2, 4, 8, 16, 32 and i below n / 2. As numbers, so that no platform's cosine decides a bit.
#[rustfmt::skip]
const DIVISORS: [&[f64]; 5] = [
    &[std::f64::consts::SQRT_2],
    &[1.847_759_065_022_573_5, 0.765_366_864_730_179_7],
    &[1.961_570_560_806_460_9, 1.662_939_224_605_090_5, 1.111_140_466_039_204_6, 0.390_180_644_032_256_66],
    &[
        1.990_369_453_344_393_9, 1.913_880_671_464_417_6, 1.763_842_528_696_71, 1.546_020_906_725_474,
        1.268_786_568_327_291, 0.942_793_473_651_995_6, 0.580_569_354_508_924_7, 0.196_034_280_659_121_54,
    ],
    &[
        1.997_590_912_410_344_8, 1.978_353_019_929_562, 1.940_062_506_389_088, 1.883_088_130_366_041_6,
        1.807_978_586_246_886_7, 1.715_457_220_000_544_2, 1.606_415_062_961_289_9, 1.481_902_250_709_918_2,
        1.343_117_909_694_036_7, 1.191_398_608_984_867, 1.028_205_488_386_443_3, 0.855_110_186_860_564_4,
        0.673_779_706_784_440_1, 0.485_960_359_806_527_96, 0.293_460_948_910_723_5, 0.098_135_348_654_836_25,
    ],
];

/// The frequencies of rows, then those of columns.
pub(super) fn frequencies(small: &Small) -> [[f64; SIDE]; SIDE] {
    let rows: Vec<Vec<f64>> =
        small.iter().map(|row| transform(row.iter().map(|grey| f64::from(*grey)).collect())).collect();
    let mut frequencies = [[0.0; SIDE]; SIDE];
    for at in 0..SIDE {
        let column = rows.iter().map(|row| row.get(at).copied().unwrap_or_default()).collect();
        for (row, value) in frequencies.iter_mut().zip(transform(column)) {
            row.iter_mut().skip(at).take(1).for_each(|to| *to = value);
        }
    }
    frequencies
}

/// Of 32 values, or in the course of the recursion of 16, 8, 4, 2 or 1. It calls itself five deep at most.
fn transform(values: Vec<f64>) -> Vec<f64> {
    let half = values.len() >> 1;
    let Some(divisors) = DIVISORS.iter().find(|divisors| divisors.len() == half) else { return values };
    let mirrored = || values.iter().zip(values.iter().rev()).take(half);
    let sums = transform(mirrored().map(|(one, other)| one + other).collect());
    let differences = mirrored().zip(*divisors).map(|((one, other), divisor)| (one - other) / divisor);
    let differences = transform(differences.collect());
    // The last one has no next to be added.
    let nexts = differences.iter().skip(1).map(Some).chain(std::iter::once(None));
    let odd = differences.iter().zip(nexts).map(|(this, next)| next.map_or(*this, |next| this + next));
    sums.iter().zip(odd).flat_map(|(even, odd)| [*even, odd]).collect()
}
