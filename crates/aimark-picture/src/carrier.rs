//! What stands in a file beside the pixels, and how it is put together again. One format, one file.

use image::{DynamicImage, ImageDecoder, Limits as DecoderLimits};

use crate::{Error, Limits};

pub(crate) mod jpeg;
pub(crate) mod png;
pub(crate) mod webp;

/// Looks at the size before a pixel is decoded.
fn pixels(mut decoder: impl ImageDecoder, limits: &Limits) -> Result<DynamicImage, Error> {
    let (width, height) = decoder.dimensions();
    let found = u64::from(width).saturating_mul(u64::from(height));
    if found == 0 {
        return Err(Error::Input("the picture has no pixels".to_owned()));
    }
    check(width, height, limits)?;
    let found = decoder.total_bytes();
    if found > limits.decoded {
        return Err(Error::Limit { what: "bytes of pixels", found, allowed: limits.decoded });
    }
    decoder.set_limits(memory(limits)).map_err(|_| Error::Internal("the decoder knows no limits"))?;
    DynamicImage::from_decoder(decoder).map_err(input)
}

fn check(width: u32, height: u32, limits: &Limits) -> Result<(), Error> {
    let found = u64::from(width).saturating_mul(u64::from(height));
    if found > limits.pixels {
        return Err(Error::Limit { what: "pixels", found, allowed: limits.pixels });
    }
    Ok(())
}

/// Fails where a file has more parts than may be remembered.
fn few(parts: usize, limits: &Limits) -> Result<(), Error> {
    let (found, allowed) = (u64::try_from(parts).unwrap_or(u64::MAX), limits.parts);
    if found > allowed { Err(Error::Limit { what: "parts", found, allowed }) } else { Ok(()) }
}

fn memory(limits: &Limits) -> DecoderLimits {
    let mut memory = DecoderLimits::default();
    // 8 bytes a pixel for 16 bits of red, green, blue and alpha, and as much again to work with.
    memory.max_alloc = Some(limits.pixels.saturating_mul(16).saturating_add(16 << 20));
    memory
}

#[allow(clippy::needless_pass_by_value, reason = "it is what map_err gives")]
fn input(fault: image::ImageError) -> Error {
    match fault {
        image::ImageError::Unsupported(_) => {
            Error::Unsupported("the decoder does not know this kind of picture")
        }
        other => Error::Input(shown(&other.to_string())),
    }
}

/// The words of a decoder on one line. They may quote what stands in the file.
pub(crate) fn shown(words: &str) -> String {
    let is_plain = |c: &char| *c == ' ' || c.is_alphanumeric() || c.is_ascii_punctuation();
    words.trim_end().chars().map(|c| if is_plain(&c) { c } else { '?' }).collect()
}

fn number_be<const N: usize>(bytes: &[u8], at: usize) -> Option<u64> {
    let digits = bytes.get(at..)?.first_chunk::<N>()?;
    Some(digits.iter().fold(0, |sum, digit| sum << 8 | u64::from(*digit)))
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len().max(1)).any(|window| window == part)
}
