//! Reading untrusted bytes: a cursor that cannot run past the end, and the limits on what is examined.

use core::ops::Range;

/// What an examination may cost. Every limit is an argument; [`Limits::default`] suits a service that
/// takes files from strangers.
///
/// Exceeding a limit is never a verdict about the file: it gives [`Error::Limit`](crate::Error::Limit).
///
/// ```
/// let limits = aimark::Limits { asset_bytes: 20_000_000, ..aimark::Limits::default() };
/// assert_eq!(limits.chain_certificates, 8);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs, reason = "callers build it with `..Limits::default()`")]
pub struct Limits {
    /// Largest asset, in bytes. Default 4 GiB minus one, the largest size WebP can express.
    pub asset_bytes: u64,
    /// Largest manifest store (the JUMBF bytes), in bytes. Default 16 MiB: foreign stores carry thumbnails.
    pub manifest_bytes: usize,
    /// Deepest nesting of boxes, CBOR items and the like. Default 16; more than 64 counts as 64, which the stack of
    /// any thread has room for.
    pub nesting: usize,
    /// Most JUMBF boxes in a manifest store. Default 4096.
    pub boxes: usize,
    /// Most CBOR items in one assertion or claim. Default 65 536.
    pub cbor_items: usize,
    /// Most assertions in one manifest. Default 256.
    pub assertions: usize,
    /// Most certificates beside a signature. Default 8.
    pub chain_certificates: usize,
}

impl Limits {
    /// The nesting that is followed.
    pub(crate) fn depth(&self) -> usize {
        self.nesting.min(64)
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            asset_bytes: u64::from(u32::MAX),
            manifest_bytes: 16 << 20,
            nesting: 16,
            boxes: 4096,
            cbor_items: 65_536,
            assertions: 256,
            chain_certificates: 8,
        }
    }
}

/// A limit of [`Limits`] that was passed: which, how much was allowed, how much was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{what}: {found} is over the limit of {allowed}")]
pub struct LimitExceeded {
    /// The limit, in words.
    pub what: &'static str,
    /// What was found or asked for.
    pub found: u64,
    /// What the caller allows.
    pub allowed: u64,
}

impl LimitExceeded {
    /// `Err` when `found` is more than `allowed`.
    pub(crate) fn check(what: &'static str, found: usize, allowed: usize) -> Result<(), Self> {
        if found <= allowed {
            return Ok(());
        }
        Err(Self { what, found: wide(found), allowed: wide(allowed) })
    }
}

/// A length as `u64`. Saturates where `usize` is wider, which no supported platform is.
pub(crate) fn wide(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

/// The bytes ended before the value did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the bytes end at offset {at}, {missing} too early")]
pub(crate) struct Truncated {
    pub(crate) at: usize,
    pub(crate) missing: usize,
}

/// A position in untrusted bytes. Every read is checked; nothing is copied.
#[derive(Debug, Clone)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub(crate) fn position(&self) -> usize {
        self.at
    }

    pub(crate) fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.at >= self.bytes.len()
    }

    pub(crate) fn take(&mut self, n: usize) -> Result<&'a [u8], Truncated> {
        let rest = self.rest();
        let Some(taken) = rest.get(..n) else {
            return Err(Truncated { at: self.bytes.len(), missing: n.saturating_sub(rest.len()) });
        };
        self.at = self.at.saturating_add(n);
        Ok(taken)
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Result<[u8; N], Truncated> {
        let mut out = [0; N];
        out.copy_from_slice(self.take(N)?);
        Ok(out)
    }

    pub(crate) fn u8(&mut self) -> Result<u8, Truncated> {
        self.array::<1>().map(|[b]| b)
    }

    pub(crate) fn u16_be(&mut self) -> Result<u16, Truncated> {
        self.array().map(u16::from_be_bytes)
    }

    pub(crate) fn u32_be(&mut self) -> Result<u32, Truncated> {
        self.array().map(u32::from_be_bytes)
    }

    pub(crate) fn u32_le(&mut self) -> Result<u32, Truncated> {
        self.array().map(u32::from_le_bytes)
    }

    /// The length-prefixed part that follows, with a `u32` length widened to `usize`.
    pub(crate) fn take_u32(&mut self, n: u32) -> Result<&'a [u8], Truncated> {
        self.take(usize::try_from(n).unwrap_or(usize::MAX))
    }
}

/// `bytes` without the bytes of `hole`: what comes before it and what comes after it.
pub(crate) fn around(bytes: &[u8], hole: Range<usize>) -> (&[u8], &[u8]) {
    (bytes.get(..hole.start).unwrap_or(bytes), bytes.get(hole.end..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_read_past_the_end_says_how_much_is_missing_and_moves_nothing() {
        let mut reader = Reader::new(&[1, 2, 3]);
        assert_eq!(reader.u8(), Ok(1));
        assert_eq!(reader.u32_be(), Err(Truncated { at: 3, missing: 2 }));
        assert_eq!(reader.u16_be(), Ok(0x0203));
        assert!(reader.is_empty());
    }

    #[test]
    fn a_limit_is_passed_only_beyond_it() {
        assert!(LimitExceeded::check("x", 5, 5).is_ok());
        assert_eq!(LimitExceeded::check("x", 6, 5).unwrap_err().found, 6);
    }
}
