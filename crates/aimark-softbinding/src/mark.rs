//! Putting a watermark into a picture file.

use aimark::{Label, Origin, SoftBinding};
use aimark_durable::{DetectOptions, EmbedOptions, Embedded, Key, Kind, Payload, Search, detect, embed};
use aimark_picture::{DynamicImage, File, ImageFormat, Quality};
use sha2::{Digest, Sha256};

use crate::pixels::{view, view_mut};
use crate::{Error, Limits};

/// The name of the watermark's algorithm in soft bindings. The value is the payload: 8 bytes, the highest bit first; 3 bits of
/// version, 3 of kind, 16 of issuer, 42 of identifier.
pub const WATERMARK: &str = "org.aimark.watermark.1";

/// What a watermark is to state beside how the content came to be, and how it is put in.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Mark {
    /// Who issues the mark: a number that the caller has, of 16 bits. Nobody hands them out.
    pub issuer: u16,
    /// What leads to the label: a number of 42 bits.
    pub identifier: u64,
    /// The key; whoever is to find the mark needs the same. Default [`Key::shared`], which everybody has.
    pub key: Key,
    /// How strong it is.
    pub options: EmbedOptions,
    /// How a JPEG is coded again. Default: as it was.
    pub quality: Quality,
}

impl Mark {
    /// A mark with the shared key.
    ///
    /// # Errors
    ///
    /// [`Error::Watermark`] where the identifier has more than 42 bits.
    pub fn new(issuer: u16, identifier: u64) -> Result<Self, Error> {
        Payload::new(Kind::Generated, issuer, identifier)?;
        let (key, options) = (Key::shared(), EmbedOptions::default());
        Ok(Self { issuer, identifier, key, options, quality: Quality::AsBefore })
    }

    /// An identifier for a label: 42 bits of a hash of whatever is unique about it, such as its content id, or randomness.
    #[must_use]
    pub fn identifier_of(unique: &[u8]) -> u64 {
        number(b"aimark identifier\0", unique) & Payload::MOST_IDENTIFIER
    }

    /// A number for an issuer that has a name: 16 bits of a hash of it. One in 65,536 names has the same.
    #[must_use]
    pub fn issuer_of(name: &str) -> u16 {
        let [high, low, ..] = number(b"aimark issuer\0", name.as_bytes()).to_be_bytes();
        u16::from_be_bytes([high, low])
    }
}

fn number(what: &[u8], of: &[u8]) -> u64 {
    let hash: [u8; 32] = Sha256::new().chain_update(what).chain_update(of).finalize().into();
    hash.first_chunk().map_or(0, |eight| u64::from_be_bytes(*eight))
}

/// A picture file with a watermark.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Marked {
    /// The file, in the format it had.
    pub bytes: Vec<u8>,
    /// How strong the mark is.
    pub embedded: Embedded,
    /// How near the pixels of the file are to those of the original: peak signal-to-noise ratio in decibels, at most 99. For
    /// a JPEG this counts what coding it again took away, too.
    pub psnr: f64,
}

/// By how many decibels a mark may be stronger where it is lost in how the file is coded.
const STRONGER: [f32; 3] = [0.0, 2.0, 4.0];

/// Puts a watermark into the pixels of a PNG, JPEG or WebP, and states it in `label`. What stands beside the pixels is kept:
/// see [`File`]. A WebP is written without loss. The mark was read again from the file before this returns.
///
/// # Errors
///
/// [`Error::Labelled`] for a picture that is labelled already, [`Error::Watermarked`] for one with a mark of this key,
/// as the fast search finds it, [`Error::Picture`] for one that cannot be decoded, [`Error::Watermark`] for one that cannot carry
/// a mark, [`Error::Coarse`] for a JPEG of too low a quality, and [`Error::Label`] for a label that has no room for the binding.
/// The label is as it was then.
pub fn watermark(asset: &[u8], label: &mut Label, mark: &Mark, limits: &Limits) -> Result<Marked, Error> {
    let file = File::read(asset, &limits.picture)?;
    if file.is_labelled() {
        return Err(Error::Labelled);
    }
    let payload = Payload::new(kind(label.origin()), mark.issuer, mark.identifier)?;
    let mut stated = label.clone();
    stated.bind(SoftBinding::new(WATERMARK, &payload.to_bytes())?)?;
    stated.set_watermarked(true);
    let original = file.decode(&limits.picture)?;
    if let Some(there) = seen(&original, mark, limits)? {
        let (issuer, identifier) = (there.issuer(), there.identifier());
        return Err(Error::Watermarked { issuer, identifier });
    }
    for stronger in STRONGER {
        let psnr = (mark.options.psnr - stronger).max(LEAST_PSNR.min(mark.options.psnr));
        let options = EmbedOptions { psnr, ..mark.options };
        let mut image = original.clone();
        let embedded = embed(&mut view_mut(&mut image, &limits.watermark)?, &payload, &mark.key, &options)?;
        let bytes = file.encode(&image, mark.quality)?;
        if file.format() == ImageFormat::Jpeg {
            image = File::read(&bytes, &limits.picture)?.decode(&limits.picture)?;
        }
        if seen(&image, mark, limits)? == Some(payload) {
            *label = stated;
            return Ok(Marked { psnr: psnr_of(&original, &image, embedded), bytes, embedded });
        }
    }
    Err(Error::Coarse)
}

/// What [`EmbedOptions::psnr`] is at least.
const LEAST_PSNR: f32 = 36.0;

/// The mark of this key in a picture.
fn seen(image: &DynamicImage, mark: &Mark, limits: &Limits) -> Result<Option<Payload>, Error> {
    let options = DetectOptions { search: Search::Fast };
    let found = detect(&view(image, &limits.watermark)?, core::slice::from_ref(&mark.key), &options)?;
    Ok(found.map(|found| found.payload))
}

/// Of what is not coded without loss, by its pixels: all JPEGs, whose samples are of 8 bits.
fn psnr_of(original: &DynamicImage, coded: &DynamicImage, embedded: Embedded) -> f64 {
    let (DynamicImage::ImageLuma8(_) | DynamicImage::ImageRgb8(_)) = original else {
        return embedded.psnr.into();
    };
    let (before, after) = (original.as_bytes(), coded.as_bytes());
    let squares = before.iter().zip(after).map(|(before, after)| u64::from(before.abs_diff(*after)).pow(2));
    // In thousandths: the mean of squares of 8 bits fits.
    let sum = squares.fold(0_u64, u64::saturating_add).saturating_mul(1000);
    let mean = sum.checked_div(u64::try_from(before.len()).unwrap_or(u64::MAX)).unwrap_or_default();
    let mean = f64::from(u32::try_from(mean).unwrap_or(u32::MAX).max(1)) / 1000.0;
    let ratio = 10.0 * (255.0 * 255.0 / mean).log10();
    ratio.min(99.0)
}

fn kind(origin: Origin) -> Kind {
    match origin {
        Origin::Altered => Kind::Altered,
        _ => Kind::Generated,
    }
}
