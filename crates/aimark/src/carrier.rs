//! Where a label lives in an asset: finding it, and planning where a new one goes.
//!
//! An image's format is known from its content; a text's from its name, or from what the caller says. Only a
//! container's skeleton is walked; pixels are never decoded.

mod block;
mod element;
mod format;
mod jpeg;
mod png;
mod webp;
mod wrapper;

use core::ops::Range;
use std::borrow::Cow;

pub use format::Format;
pub(crate) use format::{Carrier, Comment};
pub(crate) use wrapper::{
    check as check_wrappable, framed_len as wrapped_len, is_in as is_wrapped, padded_len,
    padding as wrapper_padding,
};

use crate::input::{LimitExceeded, Limits, wide};

/// An asset whose container cannot be walked, or has no place for a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{format}: {problem} (at byte {at})")]
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
    #[error("not a PNG, JPEG or WebP image, nor text in UTF-8")]
    Unknown,
    #[error("text in UTF-16 or UTF-32; convert it to UTF-8 first")]
    OtherEncoding,
    #[error("not UTF-8 at byte {at}")]
    NotUtf8 { at: u64 },
    #[error("not {0}")]
    NotAsSaid(Format),
    #[error("not normalized at byte {at}")]
    NotNormalized { at: u64, character: char },
    #[error(transparent)]
    Malformed(#[from] MalformedAsset),
    #[error(transparent)]
    Limit(#[from] LimitExceeded),
}

impl CarrierError {
    /// The same fault in a text that begins `start` bytes earlier.
    pub(crate) fn later_by(self, start: u64) -> Self {
        match self {
            Self::NotNormalized { at, character } => {
                Self::NotNormalized { at: at.saturating_add(start), character }
            }
            Self::Malformed(MalformedAsset { format, at, problem }) => {
                let start = usize::try_from(start).unwrap_or(usize::MAX);
                Self::Malformed(MalformedAsset { format, at: at.saturating_add(start), problem })
            }
            other => other,
        }
    }
}

/// How many labels a walk keeps: a second one is one too many, and a thousandth need not be remembered.
const ENOUGH: usize = 2;

/// What a walk over an asset found.
#[derive(Debug)]
pub(crate) struct Scan<'a> {
    pub(crate) format: Format,
    /// Every C2PA manifest store that the container holds. One is a label; two are a finding.
    pub(crate) labels: Vec<Found<'a>>,
    site: Site<'a>,
}

/// What of an asset decides where a new label goes.
#[derive(Debug)]
enum Site<'a> {
    Known(Place),
    /// Only asked for when one is to be put there: it can fail.
    Text(&'a str),
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
    /// Of a text wrapper: its bytes without trailing padding. What the padding is part of, versions of the
    /// specification see differently, so a hard binding may leave out either.
    pub(crate) inner: Option<Range<usize>>,
}

impl<'a> Found<'a> {
    fn new(range: Range<usize>, store: Cow<'a, [u8]>) -> Self {
        Self { range, store, fault: None, deviation: None, inner: None }
    }
}

/// Where a new label goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Png { at: usize },
    Jpeg { at: usize, instance: u16 },
    WebP { riff_end: usize },
    Wrapper { at: usize },
    Element { at: usize },
    Block(block::Site),
}

/// Walks `asset` once. `said` is what the caller says it is.
pub(crate) fn scan<'a>(
    asset: &'a [u8],
    said: Option<Format>,
    limits: &Limits,
) -> Result<Scan<'a>, CarrierError> {
    let size = wide(asset.len());
    if size > limits.asset_bytes {
        let allowed = limits.asset_bytes;
        return Err(LimitExceeded { what: "size of the asset in bytes", found: size, allowed }.into());
    }
    let image = |format, (labels, place)| Scan { format, labels, site: Site::Known(place) };
    match (Format::detect(asset), said) {
        (Some(Format::Jpeg), _) => Ok(image(Format::Jpeg, jpeg::scan(asset, limits)?)),
        (Some(Format::WebP), _) => Ok(image(Format::WebP, webp::scan(asset)?)),
        (Some(format), _) => Ok(image(format, png::scan(asset)?)),
        (None, Some(image)) if !image.is_text() => Err(CarrierError::NotAsSaid(image)),
        (None, said) => {
            let text = text(asset, said)?;
            let (format, labels) = text_labels(text, said.unwrap_or_else(|| text_format(text)));
            Ok(Scan { format, labels, site: Site::Text(text) })
        }
    }
}

fn text(asset: &[u8], said: Option<Format>) -> Result<&str, CarrierError> {
    if [&b"\xff\xfe"[..], b"\xfe\xff", b"\0\0\xfe\xff"].iter().any(|bom| asset.starts_with(bom)) {
        return Err(CarrierError::OtherEncoding);
    }
    match core::str::from_utf8(asset) {
        // Without a word from the caller, something binary is not taken for a text because it happens to be UTF-8.
        Ok(text) if said.is_some() || !text.contains('\0') => Ok(text),
        Err(error) if said.is_some() => Err(CarrierError::NotUtf8 { at: wide(error.valid_up_to()) }),
        _ => Err(CarrierError::Unknown),
    }
}

/// What a text is, by its content alone: HTML and XML say so.
fn text_format(text: &str) -> Format {
    let start: String = text.trim_start_matches('\u{feff}').trim_start().chars().take(14).collect();
    let start = start.to_ascii_lowercase();
    if start.starts_with("<!doctype html") || start.starts_with("<html") {
        return Format::Html;
    }
    if start.starts_with("<?xml") { Format::Xml } else { Format::PlainText }
}

/// The labels of a text, and the kind whose carrier they are in. A text keeps its label when it is renamed, so where
/// none is found in its own carrier, the others are looked into: a label must not be overlooked, least of all when
/// another is to be put beside it.
fn text_labels(text: &str, format: Format) -> (Format, Vec<Found<'static>>) {
    let find = |format: Format| match format.carrier() {
        Carrier::Element => element::scan(text).labels,
        Carrier::Block(_) => block::scan(text),
        _ => wrapper::scan(text),
    };
    // One kind for each carrier of text; which language a block stands in does not matter for reading it.
    let kinds = [format, Format::PlainText, Format::Markdown, Format::Html];
    let found = kinds.into_iter().map(|kind| (kind, find(kind))).find(|(_, labels)| !labels.is_empty());
    found.unwrap_or((format, Vec::new()))
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
    /// The asset as text, if that is what it is.
    pub(crate) fn text(&self) -> Option<&str> {
        if let Site::Text(text) = self.site { Some(text) } else { None }
    }

    /// Whether the label of a text stands there as we would put it into a text of the kind `format`.
    pub(crate) fn is_as_written(&self, found: &Found<'_>, format: Format) -> bool {
        let Some(text) = self.text() else { return false };
        let bytes = text.as_bytes().get(found.range.clone()).unwrap_or_default();
        let (before, after) = (text.get(..found.range.start), text.get(found.range.end..));
        let (Some(before), Some(after)) = (before, after) else { return false };
        match format.carrier() {
            Carrier::Wrapper => after.is_empty() && bytes == wrapper::reframed(&found.store, bytes.len()),
            Carrier::Element => bytes == element::frame(&found.store),
            Carrier::Block(comment) => {
                // It stands before all the rest, or after it.
                let rest = if before.is_empty() { after } else { before };
                let whole = before.is_empty() || after.is_empty();
                whole && bytes == block::frame(block::site(rest, format, comment), &found.store)
            }
            Carrier::Png | Carrier::Jpeg | Carrier::WebP => false,
        }
    }

    /// Where a new label goes.
    pub(crate) fn place(&self) -> Result<Place, CarrierError> {
        let text = match self.site {
            Site::Known(place) => return Ok(place),
            Site::Text(text) => text,
        };
        match self.format.carrier() {
            Carrier::Element => Ok(Place::Element { at: element::place(&element::scan(text), text)? }),
            Carrier::Block(comment) => {
                block::check(text, self.format)?;
                Ok(Place::Block(block::site(text, self.format, comment)))
            }
            _ => {
                wrapper::check(text, self.format)?;
                Ok(Place::Wrapper { at: text.len() })
            }
        }
    }
}

impl Place {
    /// The end of a text that gets a wrapper: the one framing whose size depends on what is in it.
    pub(crate) fn wrapper(&self) -> Option<usize> {
        if let Self::Wrapper { at } = self { Some(*at) } else { None }
    }

    /// The layout for a manifest store of `store_len` bytes.
    pub(crate) fn plan(&self, store_len: usize) -> Result<Plan, CarrierError> {
        match *self {
            Self::Png { at } => Ok(Plan::plain(at, png::framed_len(store_len))),
            Self::Jpeg { at, .. } => Ok(Plan::plain(at, jpeg::framed_len(store_len))),
            Self::WebP { riff_end } => webp::plan(riff_end, store_len).map_err(CarrierError::from),
            Self::Element { at } => Ok(Plan::plain(at, element::framed_len(store_len))),
            Self::Block(site) => Ok(Plan::plain(site.at, block::framed_len(site, store_len))),
            Self::Wrapper { at } => Ok(Plan::plain(at, 0)),
        }
    }

    /// The label's bytes as they stand in the asset.
    pub(crate) fn frame(&self, store: &[u8]) -> Vec<u8> {
        match *self {
            Self::Png { .. } => png::frame(store),
            Self::Jpeg { instance, .. } => jpeg::frame(store, instance),
            Self::WebP { .. } => webp::frame(store),
            Self::Element { .. } => element::frame(store),
            Self::Block(site) => block::frame(site, store),
            Self::Wrapper { .. } => wrapper::frame(store),
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
