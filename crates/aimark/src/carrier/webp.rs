//! WebP (RFC 9649): the label is one `C2PA` chunk at the end of the RIFF chunk, whose size grows with it.

use super::{Format, Found, MalformedAsset, Place, Plan, size32};
use crate::input::Reader;

const LABEL: &[u8; 4] = b"C2PA";
/// Type and size before a chunk's data.
const OVERHEAD: usize = 8;

pub(super) fn scan(asset: &[u8]) -> Result<(Vec<Found<'_>>, Place), MalformedAsset> {
    let bad = |at, problem| MalformedAsset { format: Format::WebP, at, problem };
    let riff_end = riff_end(asset).ok_or(bad(4, "the RIFF size is larger than the file"))?;
    let riff = asset.get(..riff_end).unwrap_or_default();
    let mut reader = Reader::new(riff);
    reader.take(12).map_err(|_| bad(0, "no room for a WebP header"))?;
    if !matches!(reader.rest().get(..4), Some(b"VP8 " | b"VP8L" | b"VP8X")) {
        return Err(bad(12, "the first chunk is not VP8, VP8L or VP8X"));
    }
    let mut labels = Vec::new();
    while !reader.is_empty() {
        let start = reader.position();
        let (kind, data) = chunk(&mut reader).ok_or(bad(start, "a chunk is cut short"))?;
        let end = reader.position();
        // An odd chunk is followed by one byte that belongs to neither chunk; the hard binding covers it.
        if data.len() % 2 == 1 {
            reader.u8().map_err(|_| bad(end, "an odd chunk without its padding byte"))?;
        }
        if kind == *LABEL && labels.len() < super::ENOUGH {
            labels.push(Found::new(start..end, data.into()));
        }
    }
    Ok((labels, Place::WebP { riff_end }))
}

/// Where the RIFF chunk ends, if that is inside the file.
fn riff_end(asset: &[u8]) -> Option<usize> {
    let mut reader = Reader::new(asset);
    reader.take(4).ok()?;
    let size = usize::try_from(reader.u32_le().ok()?).ok()?;
    size.checked_add(OVERHEAD).filter(|end| *end <= asset.len())
}

fn chunk<'a>(reader: &mut Reader<'a>) -> Option<([u8; 4], &'a [u8])> {
    let kind = reader.array().ok()?;
    let len = reader.u32_le().ok()?;
    Some((kind, reader.take_u32(len).ok()?))
}

pub(super) fn plan(riff_end: usize, store_len: usize) -> Result<Plan, MalformedAsset> {
    let closing: &[u8] = if store_len % 2 == 1 { &[0] } else { &[] };
    let label_len = store_len.saturating_add(OVERHEAD);
    let grown = riff_end.saturating_add(label_len).saturating_add(closing.len());
    let size = u32::try_from(grown.saturating_sub(OVERHEAD)).ok().filter(|size| *size < u32::MAX);
    let Some(size) = size else {
        return Err(MalformedAsset {
            format: Format::WebP,
            at: 4,
            problem: "no room for a label in a RIFF size",
        });
    };
    let head = [*b"RIFF", size.to_le_bytes()].concat();
    Ok(Plan { head, at: riff_end, label_len, closing })
}

pub(super) fn frame(store: &[u8]) -> Vec<u8> {
    [LABEL, &size32(store.len()).to_le_bytes()[..], store].concat()
}
