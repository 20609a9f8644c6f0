//! Putting a watermark into a picture file.

use aimark::{Label, Origin, SoftBinding};
use aimark_durable::{EmbedOptions, Embedded, Key, Kind, Payload, embed};
use aimark_picture::{File, Quality};
use sha2::{Digest, Sha256};

use crate::pixels::view_mut;
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
    /// How strong the mark is, and how near the picture stayed.
    pub embedded: Embedded,
}

/// Puts a watermark into the pixels of a PNG, JPEG or WebP, and states it in `label`. What stands beside the pixels is kept:
/// see [`File`]. A WebP is written without loss.
///
/// # Errors
///
/// [`Error::Labelled`] for a picture that is labelled already, [`Error::Picture`] for one that cannot be decoded,
/// [`Error::Watermark`] for one that is too small or too flat. The label is as it was then.
pub fn watermark(asset: &[u8], label: &mut Label, mark: &Mark, limits: &Limits) -> Result<Marked, Error> {
    let file = File::read(asset, &limits.picture)?;
    if file.is_labelled() {
        return Err(Error::Labelled);
    }
    let payload = Payload::new(kind(label.origin()), mark.issuer, mark.identifier)?;
    let mut image = file.decode(&limits.picture)?;
    let embedded = embed(&mut view_mut(&mut image, &limits.watermark)?, &payload, &mark.key, &mark.options)?;
    let bytes = file.encode(&image, mark.quality)?;
    label.bind(SoftBinding::new(WATERMARK, &payload.to_bytes())?)?;
    label.set_watermarked(true);
    Ok(Marked { bytes, embedded })
}

fn kind(origin: Origin) -> Kind {
    match origin {
        Origin::Altered => Kind::Altered,
        _ => Kind::Generated,
    }
}
