//! Where hints are put while an asset is walked, and what is left of the limits.

use std::borrow::Cow;
use std::fmt;

use miniz_oxide::inflate::{
    DecompressError, decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit,
};

use crate::shown::shown;
use crate::{Hint, Hints, Kind, Limits, Says};

/// Where a mark stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    pub(crate) what: &'static str,
    pub(crate) at: usize,
}

impl Place {
    pub(crate) fn new(what: &'static str, at: usize) -> Self {
        Self { what, at }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at byte {}", self.what, self.at)
    }
}

/// What unpacking anything counts as, at least, in bytes.
const LEAST_INFLATED: usize = 4096;

/// Where bytes that are looked at come from.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Origin {
    /// They stand in the asset, from here on.
    At(usize),
    /// They were unpacked from what stands here.
    Unpacked(usize),
}

impl Origin {
    /// The place in the asset of what is at `offset` in the bytes.
    pub(crate) fn at(self, offset: usize) -> usize {
        match self {
            Self::At(start) => start.saturating_add(offset),
            Self::Unpacked(start) => start,
        }
    }
}

/// The hints so far, and what may still be spent.
#[derive(Debug)]
pub(crate) struct Finder<'l> {
    limits: &'l Limits,
    found: Hints,
    bytes: usize,
    inflated: usize,
    items: usize,
}

impl<'l> Finder<'l> {
    pub(crate) fn new(limits: &'l Limits) -> Self {
        let Limits { total_bytes, inflated_bytes, items, .. } = *limits;
        Self { limits, found: Hints::default(), bytes: total_bytes, inflated: inflated_bytes, items }
    }

    pub(crate) fn done(self) -> Hints {
        self.found
    }

    pub(crate) fn limits(&self) -> &'l Limits {
        self.limits
    }

    /// There is more than is looked at.
    pub(crate) fn cut(&mut self) {
        self.found.cut = true;
    }

    pub(crate) fn add(&mut self, kind: Kind, says: Says, place: Place, key: &str, value: &str) {
        if self.found.hints.len() >= self.limits.hints {
            return self.cut();
        }
        let most = self.limits.value_chars;
        let (key, value) = (shown(key, most), shown(value, most));
        self.found.hints.push(Hint { kind, says, place: place.to_string(), key, value });
    }

    /// Whether one more chunk, entry or element may be looked at.
    pub(crate) fn item(&mut self) -> bool {
        let left = self.items.checked_sub(1);
        if left.is_none() {
            self.cut();
        }
        self.items = left.unwrap_or_default();
        left.is_some()
    }

    /// As much of a mark as may be looked at.
    pub(crate) fn mark<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        self.bounded(bytes, self.limits.mark_bytes)
    }

    /// As much of a whole text as may be looked at.
    pub(crate) fn bounded<'a>(&mut self, bytes: &'a [u8], most: usize) -> &'a [u8] {
        let most = most.min(self.bytes).min(bytes.len());
        if most < bytes.len() {
            self.cut();
        }
        self.bytes = self.bytes.saturating_sub(most);
        bytes.get(..most).unwrap_or_default()
    }

    /// What a zlib stream (RFC 1950) unpacks to, as far as it may.
    pub(crate) fn unzlib(&mut self, packed: &[u8]) -> Vec<u8> {
        self.unpack(packed, decompress_to_vec_zlib_with_limit)
    }

    /// What a deflate stream (RFC 1951) unpacks to, as far as it may.
    pub(crate) fn inflate(&mut self, packed: &[u8]) -> Vec<u8> {
        self.unpack(packed, decompress_to_vec_with_limit)
    }

    fn unpack(
        &mut self,
        packed: &[u8],
        with: fn(&[u8], usize) -> Result<Vec<u8>, DecompressError>,
    ) -> Vec<u8> {
        let most = self.inflated.min(self.limits.mark_bytes);
        let packed = self.mark(packed);
        if most == 0 || packed.is_empty() {
            self.found.cut |= most == 0;
            return Vec::new();
        }
        let (mut out, is_whole) = match with(packed, most) {
            Ok(out) => (out, true),
            Err(DecompressError { output, .. }) => (output, false),
        };
        // Even an empty one costs the tables of the decompressor.
        self.inflated = self.inflated.saturating_sub(out.len().max(LEAST_INFLATED));
        if !is_whole {
            self.found.cut |= out.len() >= most;
            // What came before the fault, or before the limit, may hold the mark. Zeros fill it up.
            out.truncate(out.iter().rposition(|byte| *byte != 0).map_or(0, |at| at.saturating_add(1)));
        }
        out
    }
}

/// A text that may be looked at, decoded.
pub(crate) fn text<'a>(finder: &mut Finder<'_>, bytes: &'a [u8]) -> Cow<'a, str> {
    crate::decode::text(finder.mark(bytes))
}
