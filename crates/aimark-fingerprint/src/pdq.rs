//! PDQ: Meta's perceptual hash of pictures, 2019.

mod bits;
mod dct;
mod filter;

use crate::limits;
use crate::{Algorithm, Error, Fingerprint, Limits, Pixels};

/// Meta's recommendation: two fingerprints of at most this many different bits are of the same picture. Those of two
/// unrelated pictures differ in about 128.
pub const PDQ_CLOSE: u32 = 31;

/// Meta's recommendation: below this quality a picture has too few features, and its fingerprint is to be thrown away.
pub const PDQ_QUALITY: u8 = 50;

/// The least width and height, in pixels.
const SMALLEST: u32 = 5;

/// A PDQ fingerprint with its quality.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Pdq {
    /// 256 bits.
    pub fingerprint: Fingerprint,
    /// From 0 to 100, how many features the picture has. Below [`PDQ_QUALITY`], unrelated pictures may be close.
    pub quality: u8,
}

/// The PDQ fingerprint of a picture, bit for bit as Meta's C++ reference computes it from pixels on a processor without
/// fused multiply-add (`pdqHash256FromFloatLuma`): luma by ITU-R BT.601, two passes of a box filter, 64 x 64 samples, the
/// 16 x 16 lowest frequencies but the constant one, and a bit for each that is above their median.
///
/// Meta's *command* shrinks pictures that are wider or higher than 512 pixels before that, by leaving out pixels; the Python
/// package pdqhash does not, and neither does this: so the command's fingerprints of large pictures differ in some bits. Of
/// `GrayAlpha` and `Rgba`, alpha is composed over white.
///
/// # Errors
///
/// [`Error::Limit`] beyond [`Limits::pixels`] or [`Limits::side`], and [`Error::Input`] if the picture is less than 5 pixels
/// wide or high. (Of those the reference says 256 zeros, which would make all of them the same.)
///
/// ```
/// use aimark_fingerprint::{Layout, Limits, Pixels, pdq};
///
/// let black = Pixels::new(8, 8, Layout::Gray, &[0; 64])?;
/// assert_eq!(pdq(&black, &Limits::default())?.quality, 0);
/// # Ok::<(), aimark_fingerprint::Error>(())
/// ```
pub fn pdq(pixels: &Pixels<'_>, limits: &Limits) -> Result<Pdq, Error> {
    limits::picture(pixels, limits)?;
    let area = pixels.area();
    if area.width < SMALLEST || area.height < SMALLEST {
        return Err(Error::Input("the picture is less than 5 pixels wide or high"));
    }
    let small = filter::shrink(pixels);
    let bits = bits::above_median(&dct::lowest(&small));
    Ok(Pdq { fingerprint: Fingerprint::new(Algorithm::Pdq, bits.to_vec()), quality: bits::quality(&small) })
}

/// How many samples a picture is shrunk to, in each direction.
const SIDE: usize = 64;

/// The shrunk picture, row by row.
type Small = [[f32; SIDE]; SIDE];

/// How many frequencies are kept, in each direction.
const KEPT: usize = 16;

/// Amplitudes of frequencies: vertical ones from row to row, horizontal ones within a row.
type Frequencies = [[f32; KEPT]; KEPT];
