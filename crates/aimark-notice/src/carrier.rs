//! Picture files: what stands in them beside the pixels, and how they are put together again. One format, one file.

use image::metadata::Orientation;
use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits as DecoderLimits};

use crate::{Error, Limits};

mod jpeg;
mod png;
mod webp;

/// A picture file, looked through but not decoded.
pub(crate) enum Carrier<'a> {
    Png(png::Png<'a>),
    Jpeg(jpeg::Jpeg<'a>),
    WebP(webp::WebP<'a>),
}

impl<'a> Carrier<'a> {
    /// Which format it is, the first bytes say.
    pub(crate) fn read(asset: &'a [u8], limits: &Limits) -> Result<Self, Error> {
        let found = u64::try_from(asset.len()).unwrap_or(u64::MAX);
        if found > limits.bytes {
            return Err(Error::Limit { what: "bytes", found, allowed: limits.bytes });
        }
        match asset {
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => png::read(asset).map(Self::Png),
            [0xff, 0xd8, 0xff, ..] => jpeg::read(asset).map(Self::Jpeg),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => {
                webp::read(asset).map(Self::WebP)
            }
            _ => Err(Error::Unsupported("it is no PNG, JPEG or WebP")),
        }
    }

    /// Whether it carries a C2PA manifest store.
    pub(crate) fn is_labelled(&self) -> bool {
        match self {
            Self::Png(png) => png.labelled,
            Self::Jpeg(jpeg) => jpeg.labelled,
            Self::WebP(webp) => webp.labelled,
        }
    }

    /// How its pixels are turned for display (EXIF 2.32, tag 0x0112).
    pub(crate) fn orientation(&self) -> Orientation {
        let exif = match self {
            Self::Png(png) => png.exif,
            Self::Jpeg(jpeg) => jpeg.exif,
            Self::WebP(webp) => webp.exif,
        };
        exif.and_then(Orientation::from_exif_chunk).unwrap_or(Orientation::NoTransforms)
    }

    /// Width and height of the pixels as they lie in the file.
    pub(crate) fn size(&self, asset: &[u8]) -> Result<(u32, u32), Error> {
        let format = match self {
            Self::Png(_) => ImageFormat::Png,
            Self::Jpeg(_) => ImageFormat::Jpeg,
            Self::WebP(_) => ImageFormat::WebP,
        };
        let reader = ImageReader::with_format(Cursor::new(asset), format);
        reader.into_dimensions().map_err(|error| Error::Input(error.to_string()))
    }

    /// Its pixels as they lie in the file.
    pub(crate) fn decode(&self, limits: &Limits) -> Result<DynamicImage, Error> {
        match self {
            Self::Png(png) => png::decode(png, limits),
            Self::Jpeg(jpeg) => jpeg::decode(jpeg, limits),
            Self::WebP(webp) => webp::decode(webp, limits),
        }
    }

    /// The same file with other pixels.
    pub(crate) fn encode(&self, image: &DynamicImage, jpeg_quality: u8) -> Result<Vec<u8>, Error> {
        match self {
            Self::Png(png) => png::encode(png, image),
            Self::Jpeg(jpeg) => jpeg::encode(jpeg, image, jpeg_quality),
            Self::WebP(webp) => webp::encode(webp, image),
        }
    }
}

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
        other => Error::Input(other.to_string()),
    }
}

fn number_be<const N: usize>(bytes: &[u8], at: usize) -> Option<u64> {
    let digits = bytes.get(at..)?.first_chunk::<N>()?;
    Some(digits.iter().fold(0, |sum, digit| sum << 8 | u64::from(*digit)))
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len().max(1)).any(|window| window == part)
}
