//! PNG (ISO 15948): the label is one `caBX` chunk, put right after `IHDR`, so before `IDAT`.

use super::{Format, Found, MalformedAsset, Place, size32};
use crate::input::Reader;

pub(super) const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1a\n";
const LABEL: &[u8; 4] = b"caBX";
/// Length, type and CRC around a chunk's data.
const OVERHEAD: usize = 12;

pub(super) fn scan(asset: &[u8]) -> Result<(Vec<Found<'_>>, Place), MalformedAsset> {
    let mut reader = Reader::new(asset);
    let bad = |at, problem| MalformedAsset { format: Format::Png, at, problem };
    reader.take(SIGNATURE.len()).map_err(|_| bad(0, "no signature"))?;
    let mut labels = Vec::new();
    let mut after_header = None;
    loop {
        let start = reader.position();
        let chunk = chunk(&mut reader).ok_or(bad(start, "a chunk is cut short"))?;
        if !chunk.kind.iter().all(u8::is_ascii_alphabetic) {
            return Err(bad(start, "a chunk type is not four letters"));
        }
        match (&chunk.kind, after_header) {
            (b"IHDR", None) => after_header = Some(reader.position()),
            (b"IHDR", Some(_)) => return Err(bad(start, "a second IHDR")),
            (_, None) => return Err(bad(start, "the first chunk is not IHDR")),
            (b"IEND", Some(at)) => return Ok((labels, Place::Png { at })),
            (LABEL, _) if labels.len() < super::ENOUGH => labels.push(Found {
                fault: (chunk.crc != crc(LABEL, chunk.data)).then_some("the label chunk's CRC is wrong"),
                ..Found::new(start..reader.position(), chunk.data.into())
            }),
            _ => {}
        }
    }
}

struct Chunk<'a> {
    kind: [u8; 4],
    data: &'a [u8],
    crc: u32,
}

fn chunk<'a>(reader: &mut Reader<'a>) -> Option<Chunk<'a>> {
    let len = reader.u32_be().ok()?;
    let kind = reader.array().ok()?;
    let data = reader.take_u32(len).ok()?;
    let crc = reader.u32_be().ok()?;
    Some(Chunk { kind, data, crc })
}

fn crc(kind: &[u8; 4], data: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(kind);
    hasher.update(data);
    hasher.finalize()
}

pub(super) fn framed_len(store_len: usize) -> usize {
    store_len.saturating_add(OVERHEAD)
}

pub(super) fn frame(store: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(framed_len(store.len()));
    out.extend_from_slice(&size32(store.len()).to_be_bytes());
    out.extend_from_slice(LABEL);
    out.extend_from_slice(store);
    out.extend_from_slice(&crc(LABEL, store).to_be_bytes());
    out
}
