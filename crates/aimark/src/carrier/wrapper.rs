//! Unstructured text (C2PA 2.4, A.8): the label is a run of variation selectors behind U+FEFF, at the end.
//!
//! Each byte of the wrapper is one selector, which takes three bytes of UTF-8 for values under 16 and four for the
//! others. So the length of a label depends on its bytes.

use core::ops::Range;

use memchr::memmem;

use super::{CarrierError, Format, Found, MalformedAsset};
use crate::input::wide;
use crate::nfc::Fault;

/// U+FEFF and the selector of `C`: how a wrapper begins.
const START: &[u8] = "\u{feff}\u{e0133}".as_bytes();
/// U+FEFF in UTF-8.
const MARK: usize = 3;
const MAGIC: &[u8; 8] = b"C2PATXT\0";
const VERSION: u8 = 1;
/// Magic, version and the length of the manifest store.
const HEADER: usize = 13;

/// Finds every wrapper in `text`. What merely resembles one, without the first half of its magic, is text.
pub(super) fn scan(text: &str) -> Vec<Found<'static>> {
    let bytes = text.as_bytes();
    let all = memmem::find_iter(bytes, START).filter_map(|start| wrapper(bytes, start));
    all.take(super::ENOUGH).collect()
}

/// Refuses texts in which other readers would not find the mark, that they would hash otherwise, or that nobody takes
/// for text.
pub(crate) fn check(text: &str, format: Format) -> Result<(), CarrierError> {
    let bad = |at, problem| Err(MalformedAsset { format, at, problem }.into());
    if let Some(at) = memchr::memchr(0, text.as_bytes()) {
        return bad(at, "a zero byte");
    }
    // Readers of 2.5 take such a text for a log, and look for no mark in it.
    if let Some(at) = memmem::find(text.as_bytes(), b"-----BEGIN C2PA CHECKPOINT-----") {
        return bad(at, "the text holds a checkpoint of a C2PA log");
    }
    match crate::nfc::check(text) {
        Ok(()) => Ok(()),
        Err(Fault::NotNormal { at, character }) => {
            Err(CarrierError::NotNormalized { at: wide(at), character })
        }
        Err(Fault::TooManyMarks { at }) => bad(at, "more than 30 combining characters in a row"),
    }
}

/// What we would write for `store` in `len` bytes: the wrapper, or the wrapper and its padding.
pub(super) fn reframed(store: &[u8], len: usize) -> Vec<u8> {
    let mut whole = frame(store);
    if len != whole.len() && len == padded_len(store.len()) {
        whole.extend(padding(len.saturating_sub(whole.len())));
    }
    whole
}

/// Whether a wrapper begins in `text`.
pub(crate) fn is_in(text: &str) -> bool {
    !scan(text).is_empty()
}

fn wrapper(bytes: &[u8], start: usize) -> Option<Found<'static>> {
    let selectors = Run { bytes, at: start.saturating_add(MARK) };
    let mut run = selectors.clone();
    let mut decoded: Vec<u8> = run.by_ref().collect();
    if !decoded.starts_with(MAGIC.get(..4)?) {
        return None;
    }
    let range = start..run.at;
    let store = match content(&decoded) {
        Ok(store) => store,
        Err(fault) => return Some(Found { fault: Some(fault), ..Found::new(range, Vec::new().into()) }),
    };
    let mut exact = selectors;
    exact.by_ref().take(store.end).for_each(drop);
    let padding = bytes.get(exact.at..run.at).unwrap_or_default();
    let deviation = (!is_known_padding(padding)).then_some("the padding after the mark is not padding");
    decoded.truncate(store.end);
    decoded.drain(..store.start);
    Some(Found { inner: Some(start..exact.at), deviation, ..Found::new(range, decoded.into()) })
}

/// Where the manifest store stands among the decoded bytes.
fn content(decoded: &[u8]) -> Result<Range<usize>, &'static str> {
    let (header, rest) = decoded.split_at_checked(HEADER).ok_or("the wrapper is cut short")?;
    let [magic @ .., version, a, b, c, d] = header else { return Err("the wrapper is cut short") };
    if magic != MAGIC {
        return Err("the wrapper's first characters are damaged");
    }
    if *version != VERSION {
        return Err("the wrapper is of an unknown version");
    }
    let len = usize::try_from(u32::from_be_bytes([*a, *b, *c, *d])).unwrap_or(usize::MAX);
    if len > rest.len() {
        return Err("the wrapper is cut short");
    }
    Ok(HEADER..HEADER.saturating_add(len))
}

/// The bytes that a run of variation selectors stands for.
#[derive(Clone)]
struct Run<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Iterator for Run<'_> {
    type Item = u8;

    fn next(&mut self) -> Option<u8> {
        let (byte, len) = match *self.bytes.get(self.at..)? {
            [0xef, 0xb8, low @ 0x80..=0x8f, ..] => (low & 0x0f, 3),
            // U+E0100 and up stand for 16 and up.
            [0xf3, 0xa0, high @ 0x84..=0x87, low @ 0x80..=0xbf, ..] => {
                let value = u32::from(high & 0x03) << 6 | u32::from(low & 0x3f);
                (u8::try_from(value.saturating_add(16)).ok()?, 4)
            }
            _ => return None,
        };
        self.at = self.at.saturating_add(len);
        Some(byte)
    }
}

/// The wrapper around a manifest store, as UTF-8.
pub(super) fn frame(store: &[u8]) -> Vec<u8> {
    let mut out = String::with_capacity(framed_len(store));
    out.push('\u{feff}');
    let header = [MAGIC, &[VERSION][..], &super::size32(store.len()).to_be_bytes()].concat();
    out.extend(header.iter().chain(store).map(|byte| selector(*byte)));
    out.into_bytes()
}

/// How many bytes of UTF-8 the wrapper around `store` takes.
pub(crate) fn framed_len(store: &[u8]) -> usize {
    let len = super::size32(store.len()).to_be_bytes();
    let header = MAGIC.iter().chain(&[VERSION]).chain(&len);
    let low = header.chain(store).filter(|byte| **byte < 16).count();
    let characters = HEADER.saturating_add(store.len());
    MARK.saturating_add(characters.saturating_mul(4)).saturating_sub(low)
}

/// The length of a padded wrapper, which no wrapper around a store of this size exceeds (C2PA 2.5, A.8).
pub(crate) fn padded_len(store_len: usize) -> usize {
    let characters = HEADER.saturating_add(store_len);
    characters.saturating_mul(4).saturating_add(MARK).saturating_add(6)
}

/// Padding of `gap` bytes of UTF-8: as many zeros as go, and sixteens for what three does not divide.
pub(crate) fn padding(gap: usize) -> Vec<u8> {
    let long = gap.rem_euclid(3);
    let short = gap.saturating_sub(long.saturating_mul(4)).div_euclid(3);
    let zeros = core::iter::repeat_n(selector(0), short);
    zeros.chain(core::iter::repeat_n(selector(16), long)).collect::<String>().into_bytes()
}

/// Whether selectors after a wrapper are those of version 2.5, or those of a writer that fills with the highest value.
/// Anything else could be a message.
fn is_known_padding(selectors: &[u8]) -> bool {
    let decoded: Vec<u8> = Run { bytes: selectors, at: 0 }.collect();
    let zeros = decoded.iter().take_while(|b| **b == 0).count();
    let rest = decoded.get(zeros..).unwrap_or_default();
    selectors == padding(selectors.len()) || rest.iter().all(|b| *b == 0xff)
}

fn selector(byte: u8) -> char {
    let base = if byte < 16 { 0xfe00 } else { 0xe0100 - 16 };
    // Every result is a variation selector.
    char::from_u32(u32::from(byte).saturating_add(base)).unwrap_or('\u{fe00}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The worked example that implementations of A.8 share.
    #[test]
    fn the_shared_example_has_its_bytes() {
        let hex = "efbbbff3a084b3f3a084a2f3a08580f3a084b1f3a08584f3a08588f3a08584efb880efb881efb880efb880efb880\
                   efb884f3a0878ef3a0869df3a086aef3a0879f";
        let bytes: Vec<u8> = (0..hex.len())
            .step_by(2)
            .map(|i| u8::from_str_radix(hex.get(i..i + 2).unwrap(), 16).unwrap())
            .collect();
        let store = [0xde, 0xad, 0xbe, 0xef];
        assert_eq!(frame(&store), bytes);
        assert_eq!(framed_len(&store), bytes.len());
    }

    #[test]
    fn padding_fills_every_gap_that_occurs() {
        for gap in (6..200).chain([3, 4]) {
            assert_eq!(padding(gap).len(), gap);
        }
    }

    #[test]
    fn every_byte_reads_back() {
        let store: Vec<u8> = (0..=255).collect();
        let text = format!("hello{}", String::from_utf8(frame(&store)).unwrap());
        let [found] = scan(&text).try_into().unwrap();
        assert_eq!((&*found.store, found.range, found.fault), (&store[..], 5..text.len(), None));
        assert_eq!(found.inner, Some(5..text.len()));
    }
}
