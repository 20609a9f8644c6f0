//! Where a label lives in an asset: finding it, and planning where a new one goes.
//!
//! The format is known from the content. Only the container's skeleton is walked; pixels are never decoded.

mod jpeg;
mod png;
mod webp;

use core::fmt;
use core::ops::Range;
use std::borrow::Cow;

use crate::input::{LimitExceeded, Limits, wide};

/// A kind of asset that carries labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// PNG: one `caBX` chunk (C2PA 2.2, A.3.1.3).
    Png,
    /// JPEG: APP11 segments with JUMBF (C2PA 2.2, A.3.1.1).
    Jpeg,
    /// WebP: one `C2PA` chunk (C2PA 2.2, A.3.1.5).
    WebP,
}

impl Format {
    /// Every format, in the order of this documentation.
    pub const ALL: [Self; 3] = [Self::Png, Self::Jpeg, Self::WebP];

    /// The format that the first bytes announce, whatever the file is called.
    ///
    /// ```
    /// assert_eq!(aimark::Format::detect(b"\xff\xd8\xff\xe0"), Some(aimark::Format::Jpeg));
    /// assert_eq!(aimark::Format::detect(b"GIF89a"), None);
    /// ```
    pub fn detect(asset: &[u8]) -> Option<Self> {
        Self::ALL.into_iter().find(|format| match format {
            Self::Png => asset.starts_with(&png::SIGNATURE),
            Self::Jpeg => asset.starts_with(&jpeg::START),
            Self::WebP => asset.starts_with(b"RIFF") && asset.get(8..12) == Some(b"WEBP"),
        })
    }

    /// The media type, such as `image/png`.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::WebP => "image/webp",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
            Self::WebP => "WebP",
        })
    }
}

/// An asset whose container cannot be walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a sound {format}: {problem} (at byte {at})")]
pub struct MalformedAsset {
    /// What the content announced itself as.
    pub format: Format,
    /// The offset in bytes where the walk stopped.
    pub at: usize,
    /// What is wrong there.
    pub problem: &'static str,
}

/// Why an asset cannot be examined.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum CarrierError {
    #[error("not a PNG, JPEG or WebP image")]
    Unknown,
    #[error(transparent)]
    Malformed(#[from] MalformedAsset),
    #[error(transparent)]
    Limit(#[from] LimitExceeded),
}

/// What a walk over an asset found.
#[derive(Debug)]
pub(crate) struct Scan<'a> {
    pub(crate) format: Format,
    /// Every C2PA manifest store that the container holds. One is a label; two are a finding.
    pub(crate) labels: Vec<Found<'a>>,
    place: Place,
}

/// A manifest store in an asset.
#[derive(Debug)]
pub(crate) struct Found<'a> {
    /// The bytes that the label's framing and content take, which the hard binding leaves out.
    pub(crate) range: Range<usize>,
    /// The manifest store itself.
    pub(crate) store: Cow<'a, [u8]>,
    /// What is wrong with the framing, if anything.
    pub(crate) fault: Option<&'static str>,
    /// What nothing signs in the framing and is not as we write it. Another maker's right, but in a label of our
    /// shape a changed byte.
    pub(crate) deviation: Option<&'static str>,
}

/// Where a new label would go.
#[derive(Debug, Clone, Copy)]
enum Place {
    Png { at: usize },
    Jpeg { at: usize, instance: u16 },
    WebP { riff_end: usize },
}

/// Walks `asset` once.
pub(crate) fn scan<'a>(asset: &'a [u8], limits: &Limits) -> Result<Scan<'a>, CarrierError> {
    let size = wide(asset.len());
    if size > limits.asset_bytes {
        let allowed = limits.asset_bytes;
        return Err(LimitExceeded { what: "size of the asset in bytes", found: size, allowed }.into());
    }
    let format = Format::detect(asset).ok_or(CarrierError::Unknown)?;
    let (labels, place) = match format {
        Format::Png => png::scan(asset)?,
        Format::Jpeg => jpeg::scan(asset, limits)?,
        Format::WebP => webp::scan(asset)?,
    };
    Ok(Scan { format, labels, place })
}

/// How an asset looks with a label in it: `head` instead of its first bytes, then the asset's bytes up to
/// `at`, the label, `closing`, and the rest of the asset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) head: Vec<u8>,
    pub(crate) at: usize,
    pub(crate) label_len: usize,
    pub(crate) closing: &'static [u8],
}

impl Scan<'_> {
    /// The layout for a manifest store of `store_len` bytes.
    pub(crate) fn plan(&self, store_len: usize) -> Result<Plan, CarrierError> {
        match self.place {
            Place::Png { at } => Ok(Plan::plain(at, png::framed_len(store_len))),
            Place::Jpeg { at, .. } => Ok(Plan::plain(at, jpeg::framed_len(store_len))),
            Place::WebP { riff_end } => webp::plan(riff_end, store_len).map_err(CarrierError::from),
        }
    }

    /// The label's bytes as they stand in the asset.
    pub(crate) fn frame(&self, store: &[u8]) -> Vec<u8> {
        match self.place {
            Place::Png { .. } => png::frame(store),
            Place::Jpeg { instance, .. } => jpeg::frame(store, instance),
            Place::WebP { .. } => webp::frame(store),
        }
    }
}

impl Plan {
    fn plain(at: usize, label_len: usize) -> Self {
        Self { head: Vec::new(), at, label_len, closing: &[] }
    }
}

/// A store length as the 32-bit size that every framing uses. The caller's limits keep stores far below it.
fn size32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
