//! A picture file, and the same with other pixels.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageFormat, ImageReader};

use crate::carrier::{jpeg, png, shown, webp};
use crate::{Error, Limits, Quality};

/// A picture file, looked through but not decoded.
///
/// What it holds beside its pixels stays when it is written with others: profile, EXIF, XMP, comments, what nobody here
/// knows, and what follows the end of the picture, such as the film of a moving photograph. Left out is what would be wrong
/// or in the way: C2PA labels, small copies of the picture outside of EXIF, the index of further pictures behind it (MPF), and
/// what says how the old pixels were coded.
pub struct File<'a> {
    asset: &'a [u8],
    carrier: Carrier<'a>,
}

enum Carrier<'a> {
    Png(png::Png<'a>),
    Jpeg(jpeg::Jpeg<'a>),
    WebP(webp::WebP<'a>),
}

impl core::fmt::Debug for File<'_> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("File").field("format", &self.format()).finish_non_exhaustive()
    }
}

impl<'a> File<'a> {
    /// Looks through a PNG, JPEG or WebP: the first bytes say which.
    ///
    /// # Errors
    ///
    /// [`Error::Unsupported`] for other formats, animations, JPEGs of four inks, of more than 8 bits, lossless or
    /// arithmetically coded; [`Error::Input`] for what is damaged; [`Error::Limit`] for more bytes than
    /// [`Limits::bytes`].
    pub fn read(asset: &'a [u8], limits: &Limits) -> Result<Self, Error> {
        let found = u64::try_from(asset.len()).unwrap_or(u64::MAX);
        if found > limits.bytes {
            return Err(Error::Limit { what: "bytes", found, allowed: limits.bytes });
        }
        let carrier = match asset {
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => {
                png::read(asset, limits).map(Carrier::Png)
            }
            [0xff, 0xd8, 0xff, ..] => jpeg::read(asset, limits).map(Carrier::Jpeg),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => {
                webp::read(asset, limits).map(Carrier::WebP)
            }
            _ => Err(Error::Unsupported("it is no PNG, JPEG or WebP")),
        }?;
        Ok(Self { asset, carrier })
    }

    /// Its format: PNG, JPEG or WebP.
    #[must_use]
    pub fn format(&self) -> ImageFormat {
        match self.carrier {
            Carrier::Png(_) => ImageFormat::Png,
            Carrier::Jpeg(_) => ImageFormat::Jpeg,
            Carrier::WebP(_) => ImageFormat::WebP,
        }
    }

    /// Whether it carries a C2PA manifest store, which other pixels would break.
    #[must_use]
    pub fn is_labelled(&self) -> bool {
        match &self.carrier {
            Carrier::Png(png) => png.labelled,
            Carrier::Jpeg(jpeg) => jpeg.labelled,
            Carrier::WebP(webp) => webp.labelled,
        }
    }

    /// How its pixels are turned for display (EXIF 2.32, tag 0x0112).
    #[must_use]
    pub fn orientation(&self) -> Orientation {
        let exif = match &self.carrier {
            Carrier::Png(png) => png.exif,
            Carrier::Jpeg(jpeg) => jpeg.exif,
            Carrier::WebP(webp) => webp.exif,
        };
        exif.and_then(Orientation::from_exif_chunk).unwrap_or(Orientation::NoTransforms)
    }

    /// Width and height of the pixels as they lie in the file. Nothing is decoded.
    ///
    /// # Errors
    ///
    /// [`Error::Input`] where the file does not say.
    pub fn size(&self) -> Result<(u32, u32), Error> {
        let reader = ImageReader::with_format(Cursor::new(self.asset), self.format());
        reader.into_dimensions().map_err(|error| Error::Input(shown(&error.to_string())))
    }

    /// Its pixels as they lie in the file: grey or three colours, with or without alpha, of 8 or 16 bits.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read); [`Error::Limit`] before a pixel is decoded.
    pub fn decode(&self, limits: &Limits) -> Result<DynamicImage, Error> {
        match &self.carrier {
            Carrier::Png(png) => png::decode(png, limits),
            Carrier::Jpeg(jpeg) => jpeg::decode(jpeg, limits),
            Carrier::WebP(webp) => webp::decode(webp, limits),
        }
    }

    /// The same file with other pixels: a PNG as PNG, a WebP without loss, a JPEG as `quality` says: baseline, but progressive
    /// where it stays as it was and was that. The same pixels give the same bytes on every platform.
    ///
    /// # Errors
    ///
    /// [`Error::Unsupported`] for a WebP of more than 4 GiB, [`Error::Internal`] where the pixels do not fit the format.
    pub fn encode(&self, image: &DynamicImage, quality: Quality) -> Result<Vec<u8>, Error> {
        match &self.carrier {
            Carrier::Png(png) => png::encode(png, image),
            Carrier::Jpeg(jpeg) => jpeg::encode(jpeg, image, quality),
            Carrier::WebP(webp) => webp::encode(webp, image),
        }
    }
}
