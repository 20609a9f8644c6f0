//! What a fingerprint may cost.

use crate::{Error, Pixels};

/// What a fingerprint may cost. Every limit is an argument; [`Limits::default`] suits a service that takes files from
/// strangers. Time is in proportion to the input.
///
/// ```
/// let limits = aimark_fingerprint::Limits { pixels: 1_000_000, ..aimark_fingerprint::Limits::default() };
/// assert_eq!(limits.text_bytes, 64 << 20);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs, reason = "callers build it with `..Limits::default()`")]
pub struct Limits {
    /// Most pixels of a picture. Default 100 million.
    pub pixels: u64,
    /// Longest side of a picture, in pixels. Default 65 535, the longest of a JPEG. Beside the pixels, a fingerprint takes about
    /// 200 bytes for each pixel of a side, and a tenth of a byte for each of all pixels.
    pub side: u32,
    /// Most bytes of a text in UTF-8. Default 64 MiB, which may take some seconds: the processor hashes each word three
    /// times. Beside the text, a fingerprint takes a few kilobytes.
    pub text_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { pixels: 100_000_000, side: 65_535, text_bytes: 64 << 20 }
    }
}

/// Refuses a picture that is larger than a limit.
pub(crate) fn picture(pixels: &Pixels<'_>, limits: &Limits) -> Result<(), Error> {
    let area = pixels.area();
    within("pixels on a side", area.width.max(area.height).into(), limits.side.into())?;
    within("pixels", pixels.len(), limits.pixels)
}

/// Refuses more than is allowed of something.
pub(crate) fn within(what: &'static str, found: u64, allowed: u64) -> Result<(), Error> {
    if found > allowed { Err(Error::Limit { what, found, allowed }) } else { Ok(()) }
}
