//! WebP (RFC 9649): the packet is the chunk `XMP ` at the end of the RIFF chunk. A file of the simple layout has no room
//! for it until it has a `VP8X`, which says what is in the file.

use std::borrow::Cow;

use super::{Change, Slot};
use crate::bytes::Cursor;
use crate::edit::{Edit, len_after};
use crate::{Error, InputError, Limits, Note};

/// `RIFF`, a size, `WEBP`.
const HEADER: usize = 12;
/// Flags of `VP8X` (RFC 9649, 2.7.1).
const HAS_ALPHA: u8 = 0x10;
const HAS_EXIF: u8 = 0x08;
const HAS_XMP: u8 = 0x04;

pub(super) struct WebP<'a> {
    pub(super) slot: Slot<'a>,
    /// The size that the file states, without the eight bytes before it.
    riff_end: usize,
    first: First,
}

/// The first chunk: what it lacks.
enum First {
    /// A `VP8X` with these flags, whose byte stands at `at`.
    Extended { at: usize, flags: u8 },
    /// An image alone: the `VP8X` to put before it.
    Simple { chunk: [u8; 18] },
}

pub(super) fn scan<'a>(asset: &'a [u8], limits: &Limits) -> Result<WebP<'a>, Error> {
    let riff_end = riff_end(asset).ok_or_else(|| bad(4, "the RIFF size is larger than the file"))?;
    let riff = asset.get(..riff_end).unwrap_or_default();
    let mut cursor = Cursor::starting(riff, HEADER);
    let (mut first, mut found, mut chunks) = (None, None, 0_usize);
    while !cursor.is_at_end() {
        let start = cursor.at();
        let (kind, data) = chunk(&mut cursor).ok_or_else(|| bad(start, "a chunk is cut short"))?;
        chunks = chunks.saturating_add(1);
        Error::within("chunks of the WebP", chunks, limits.chunks)?;
        let Some(first) = &mut first else {
            first = Some(first_chunk(&kind, data, start)?);
            continue;
        };
        match &kind {
            b"C2PA" => return Err(InputError::Labelled { at: start }.into()),
            b"XMP\0" | b"_PMX" => {
                return Err(Error::Unsupported { what: "an XMP packet under another name", at: start });
            }
            b"XMP " if found.is_some() => {
                return Err(Error::Unsupported { what: "a second XMP packet", at: start });
            }
            b"XMP " => found = Some((start..cursor.at(), data)),
            _ => first.meets(&kind, start)?,
        }
    }
    let first = first.ok_or_else(|| bad(HEADER, "there is no chunk"))?;
    let slot = match found {
        Some((range, data)) => Slot { range, packet: Some(Cow::Borrowed(data)) },
        None => Slot { range: riff_end..riff_end, packet: None },
    };
    Ok(WebP { slot, riff_end, first })
}

fn bad(at: usize, problem: &'static str) -> Error {
    Error::malformed("WebP", at, problem)
}

/// Where the RIFF chunk ends, if that is inside of the file.
fn riff_end(asset: &[u8]) -> Option<usize> {
    let size = Cursor::starting(asset, 4).array().map(u32::from_le_bytes)?;
    let end = usize::try_from(size).ok()?.checked_add(8)?;
    (HEADER..=asset.len()).contains(&end).then_some(end)
}

/// A chunk, and the byte that fills it up to an even length.
fn chunk<'a>(cursor: &mut Cursor<'a>) -> Option<([u8; 4], &'a [u8])> {
    let kind = cursor.array()?;
    let len = u32::from_le_bytes(cursor.array()?);
    let data = cursor.take_u32(len)?;
    cursor.take(usize::from(!len.is_multiple_of(2)))?;
    Some((kind, data))
}

fn first_chunk(kind: &[u8; 4], data: &[u8], at: usize) -> Result<First, Error> {
    match (kind, data) {
        (b"VP8X", [flags, _, _, _, _, _, _, _, _, _, ..]) => {
            Ok(First::Extended { at: at.saturating_add(8), flags: *flags })
        }
        (b"VP8 ", [tag, _, _, 0x9d, 0x01, 0x2a, w0, w1, h0, h1, ..]) if tag & 1 == 0 => {
            // Two bits above each say how to scale what is shown, and are no part of the size (RFC 6386, 9.1).
            let side = |low, high| u16::from_le_bytes([low, high]) & 0x3fff;
            let (width, height) = (side(*w0, *w1), side(*h0, *h1));
            let (Some(width), Some(height)) = (width.checked_sub(1), height.checked_sub(1)) else {
                return Err(bad(at, "an image without a size"));
            };
            Ok(simple(u32::from(width), u32::from(height), false))
        }
        (b"VP8L", [0x2f, a, b, c, d, ..]) => {
            let bits = u32::from_le_bytes([*a, *b, *c, *d]);
            if bits >> 29 != 0 {
                return Err(bad(at, "a lossless image of an unknown version"));
            }
            Ok(simple(bits & 0x3fff, bits >> 14 & 0x3fff, bits >> 28 & 1 == 1))
        }
        (b"VP8X" | b"VP8 " | b"VP8L", _) => Err(bad(at, "the header of the image is damaged")),
        _ => Err(bad(at, "the first chunk is not VP8, VP8L or VP8X")),
    }
}

/// A `VP8X` for an image whose sides are longer by one than these.
fn simple(width: u32, height: u32, has_alpha: bool) -> First {
    let [w0, w1, w2, _] = width.to_le_bytes();
    let [h0, h1, h2, _] = height.to_le_bytes();
    let flags = if has_alpha { HAS_XMP | HAS_ALPHA } else { HAS_XMP };
    let [a, b, c, d] = *b"VP8X";
    First::Simple { chunk: [a, b, c, d, 10, 0, 0, 0, flags, 0, 0, 0, w0, w1, w2, h0, h1, h2] }
}

impl First {
    /// What the chunks that follow mean to it. In the simple layout there should be none that a reader knows.
    fn meets(&mut self, kind: &[u8; 4], at: usize) -> Result<(), Error> {
        let Self::Simple { chunk } = self else { return Ok(()) };
        match kind {
            // Without `VP8X` they have no effect on the picture; with it they would.
            b"ALPH" | b"ANIM" | b"ANMF" | b"ICCP" | b"VP8 " | b"VP8L" | b"VP8X" => {
                Err(bad(at, "a chunk of the extended layout without VP8X"))
            }
            b"EXIF" => {
                if let Some(flags) = chunk.get_mut(8) {
                    *flags |= HAS_EXIF;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }
}

impl WebP<'_> {
    pub(super) fn change(&self, packet: &[u8]) -> Result<Change, Error> {
        let too_long = || Error::Limit {
            what: "size of a WebP in bytes",
            found: crate::error::wide(self.riff_end.saturating_add(packet.len())),
            allowed: u64::from(u32::MAX),
        };
        let len = u32::try_from(packet.len()).map_err(|_| too_long())?;
        let mut chunk = [b"XMP ", &len.to_le_bytes()[..], packet].concat();
        chunk.resize(chunk.len().next_multiple_of(2), 0);
        let (mut edits, mut notes) = (Vec::new(), Vec::new());
        match &self.first {
            First::Extended { at, flags } => {
                let flag = at.saturating_add(1);
                edits.push(Edit::new(*at..flag, [flags | HAS_XMP]));
            }
            First::Simple { chunk } => {
                edits.push(Edit::insert(HEADER, *chunk));
                notes.push(Note::Extended);
            }
        }
        edits.push(Edit::new(self.slot.range.clone(), chunk));
        let size = len_after(self.riff_end, &edits).saturating_sub(8);
        let size = u32::try_from(size).ok().filter(|size| *size < u32::MAX - 8).ok_or_else(too_long)?;
        edits.push(Edit::new(4..8, size.to_le_bytes()));
        Ok(Change { place: "RIFF XMP", edits, notes })
    }
}
