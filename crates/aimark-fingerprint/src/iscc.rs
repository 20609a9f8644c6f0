//! Image-Code of the International Standard Content Code (ISO 24138:2024), version 0.

mod dct;
mod resize;

use crate::limits;
use crate::{Algorithm, Error, Fingerprint, Limits, Pixels};

/// How many samples a picture is shrunk to, in each direction.
const SIDE: usize = 32;

/// The shrunk picture, row by row.
type Small = [[u8; SIDE]; SIDE];

/// The ISCC Image-Code of a picture, version 0, with 256 bits: what C2PA soft bindings of the algorithm `io.iscc.v0` are
/// made of.
///
/// The standard says how bits are made of 32 x 32 grey samples. How a picture becomes those, its own software decides, and
/// this does the same bit for bit (iscc-sdk over Pillow 12): alpha over white, borders of exactly the colour of the upper
/// left pixel cut, grey by ITU-R BT.601 in whole numbers, Pillow's bicubic filter with antialiasing, in whole numbers with
/// 22 bits after the point. EXIF orientation is the caller's, as ever.
///
/// So the same pixels give the same code, but the code of a file may differ by a few bits from another program's: decoders
/// of JPEG and WebP differ by a step here and there, and Pillow 13 shrinks pictures that are about twice as high as wide,
/// or higher, in another order. Compare by distance, not for equality.
///
/// # Errors
///
/// [`Error::Limit`] beyond [`Limits::pixels`] or [`Limits::side`].
///
/// ```
/// use aimark_fingerprint::{Layout, Limits, Pixels, iscc_image};
///
/// let black = Pixels::new(2, 2, Layout::Gray, &[0; 4])?;
/// let code = iscc_image(&black, &Limits::default())?;
/// assert_eq!(code.to_string(), format!("ISCC:EEDQ{}", "A".repeat(51)));
/// # Ok::<(), aimark_fingerprint::Error>(())
/// ```
pub fn iscc_image(pixels: &Pixels<'_>, limits: &Limits) -> Result<Fingerprint, Error> {
    limits::picture(pixels, limits)?;
    let small = resize::shrink(&pixels.bounds());
    Ok(Fingerprint::new(Algorithm::IsccImage, bits(&dct::frequencies(&small))))
}

/// A bit for each of the 256 lowest frequencies, in four blocks of 64: whether it is above the median of its block.
fn bits(frequencies: &[[f64; SIDE]; SIDE]) -> Vec<u8> {
    let blocks = [(0, 0), (0, 8), (8, 0), (8, 8)];
    let block = |(row, column)| {
        let rows = frequencies.iter().skip(row).take(8);
        let values: Vec<f64> = rows.flat_map(|row| row.iter().skip(column).take(8).copied()).collect();
        let median = median(&values);
        let bytes = values
            .chunks(8)
            .map(|row| row.iter().fold(0, |bits, value| bits << 1 | u8::from(*value > median)));
        bytes.collect::<Vec<u8>>()
    };
    blocks.into_iter().flat_map(block).collect()
}

/// Of an even number of values, the mean of the two in the middle.
fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = sorted.len() >> 1;
    let at = |place: usize| sorted.get(place).copied().unwrap_or_default();
    (at(upper.saturating_sub(1)) + at(upper)) / 2.0
}

/// Grey of a pixel in whole numbers: ITU-R BT.601 in 65536ths, rounded to the nearest, as Pillow does. Grey stays as it is.
fn grey(pixel: [u8; 3]) -> u8 {
    let [red, green, blue] = pixel.map(u32::from);
    // The weights are 65536 together, so that nothing wraps.
    let colours = red
        .wrapping_mul(19_595)
        .wrapping_add(green.wrapping_mul(38_470))
        .wrapping_add(blue.wrapping_mul(7_471));
    let [_, grey, ..] = colours.wrapping_add(0x8000).to_be_bytes();
    grey
}
