//! PNG (third edition): the packet is an uncompressed `iTXt` chunk with the keyword `XML:com.adobe.xmp`, right after `IHDR`.

use std::borrow::Cow;

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::{Change, Slot};
use crate::bytes::{Cursor, has, split_at_byte};
use crate::edit::Edit;
use crate::error::wide;
use crate::{Error, InputError, Limits, Note};

const KEY: &[u8] = b"XML:com.adobe.xmp";

pub(super) struct Png<'a> {
    pub(super) slot: Slot<'a>,
    /// Language and translated keyword, each with its closing zero, as they stood there.
    head: &'a [u8],
    was_packed: bool,
}

pub(super) fn scan<'a>(asset: &'a [u8], limits: &Limits) -> Result<Png<'a>, Error> {
    let mut cursor = Cursor::starting(asset, 8);
    let (mut after_header, mut found, mut chunks) = (None, None, 0_usize);
    loop {
        let start = cursor.at();
        let chunk = chunk(&mut cursor).ok_or_else(|| bad(start, "a chunk is cut short"))?;
        chunks = chunks.saturating_add(1);
        Error::within("chunks of the PNG", chunks, limits.chunks)?;
        if !chunk.kind.iter().all(u8::is_ascii_alphabetic) {
            return Err(bad(start, "a chunk type is not four letters"));
        }
        match (&chunk.kind, after_header) {
            (b"IHDR", None) => after_header = Some(cursor.at()),
            (b"IHDR", Some(_)) => return Err(bad(start, "a second IHDR")),
            (_, None) => return Err(bad(start, "the first chunk is not IHDR")),
            (b"IEND", Some(at)) => return Ok(found.unwrap_or(Png::new(at))),
            (b"caBX", _) => return Err(InputError::Labelled { at: start }.into()),
            (b"tEXt" | b"zTXt", _) => refuse_packet(&chunk, start, limits)?,
            (b"iTXt", _) if chunk.key() == Some(KEY) => {
                if found.is_some() {
                    return Err(Error::Unsupported { what: "a second XMP packet", at: start });
                }
                found = Some(packet(&chunk, start..cursor.at(), limits)?);
            }
            _ => {}
        }
    }
}

fn bad(at: usize, problem: &'static str) -> Error {
    Error::malformed("PNG", at, problem)
}

struct Chunk<'a> {
    kind: [u8; 4],
    data: &'a [u8],
    crc: u32,
}

impl<'a> Chunk<'a> {
    fn key(&self) -> Option<&'a [u8]> {
        // A keyword has 79 bytes at most, so that what is no keyword is not searched.
        split_at_byte(self.data.get(..80).unwrap_or(self.data), 0).map(|(key, _)| key)
    }
}

fn chunk<'a>(cursor: &mut Cursor<'a>) -> Option<Chunk<'a>> {
    let len = u32::from_be_bytes(cursor.array()?);
    let kind = cursor.array()?;
    let data = cursor.take_u32(len)?;
    let crc = u32::from_be_bytes(cursor.array()?);
    Some(Chunk { kind, data, crc })
}

fn crc(kind: &[u8; 4], data: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(kind);
    hasher.update(data);
    hasher.finalize()
}

/// The packet of an `iTXt` chunk.
fn packet<'a>(chunk: &Chunk<'a>, range: core::ops::Range<usize>, limits: &Limits) -> Result<Png<'a>, Error> {
    let at = range.start;
    if crc(&chunk.kind, chunk.data) != chunk.crc {
        return Err(bad(at, "the CRC of the XMP chunk is wrong"));
    }
    let short = || bad(at, "the XMP chunk is cut short");
    let Some((_, [is_packed, method, rest @ ..])) = split_at_byte(chunk.data, 0) else { return Err(short()) };
    let (language, more) = split_at_byte(rest, 0).ok_or_else(short)?;
    let (translated, value) = split_at_byte(more, 0).ok_or_else(short)?;
    let head = language.len().saturating_add(translated.len()).saturating_add(2);
    let head = rest.get(..head).unwrap_or_default();
    let (packet, was_packed) = match (is_packed, method) {
        (0, _) => (Cow::Borrowed(value), false),
        (1, 0) => (Cow::Owned(unpack(value, at, limits)?), true),
        _ => return Err(bad(at, "the XMP chunk is compressed in an unknown way")),
    };
    Ok(Png { slot: Slot { range, packet: Some(packet) }, head, was_packed })
}

/// What a zlib stream (RFC 1950) unpacks to.
fn unpack(packed: &[u8], at: usize, limits: &Limits) -> Result<Vec<u8>, Error> {
    decompress_to_vec_zlib_with_limit(packed, limits.packet_bytes).map_err(|error| match error.status {
        TINFLStatus::HasMoreOutput => Error::Limit {
            what: "size of the XMP packet in bytes",
            found: wide(limits.packet_bytes).saturating_add(1),
            allowed: wide(limits.packet_bytes),
        },
        _ => bad(at, "the XMP chunk cannot be unpacked"),
    })
}

/// Packets in other chunks: those of ImageMagick, and such under the right keyword in the wrong chunk. Readers take
/// them for the packet of the file, and would find two.
fn refuse_packet(chunk: &Chunk<'_>, at: usize, limits: &Limits) -> Result<(), Error> {
    let is_packet = match chunk.key() {
        Some(b"XML:com.adobe.xmp" | b"Raw profile type xmp") => true,
        Some(b"Raw profile type APP1") => profile_is_packet(chunk, at, limits)?,
        _ => false,
    };
    if is_packet {
        return Err(Error::Unsupported { what: "an XMP packet in another chunk than iTXt", at });
    }
    Ok(())
}

/// A profile of ImageMagick is in hexadecimal digits. It may be EXIF as well.
fn profile_is_packet(chunk: &Chunk<'_>, at: usize, limits: &Limits) -> Result<bool, Error> {
    let Some((_, value)) = split_at_byte(chunk.data, 0) else { return Ok(false) };
    let text = match (&chunk.kind, value) {
        (b"zTXt", [0, packed @ ..]) => Cow::Owned(unpack(packed, at, limits)?),
        _ => Cow::Borrowed(value),
    };
    let digits: Vec<u8> = text.iter().take(400).filter(|byte| !byte.is_ascii_whitespace()).copied().collect();
    // `http://ns.adobe.com`
    Ok(has(&digits.to_ascii_lowercase(), b"687474703a2f2f6e732e61646f62652e636f6d"))
}

impl Png<'_> {
    fn new(at: usize) -> Self {
        Self { slot: Slot { range: at..at, packet: None }, head: b"\0\0", was_packed: false }
    }

    pub(super) fn change(&self, packet: &[u8]) -> Result<Change, Error> {
        let data = [KEY, b"\0\0\0", self.head, packet].concat();
        let len = u32::try_from(data.len()).ok().filter(|len| *len < 1 << 31);
        let len = len.ok_or(Error::Internal("a chunk is too long"))?;
        let chunk = [&len.to_be_bytes()[..], b"iTXt", &data, &crc(b"iTXt", &data).to_be_bytes()].concat();
        let edits = vec![Edit::new(self.slot.range.clone(), chunk)];
        let notes = if self.was_packed { vec![Note::Unpacked] } else { Vec::new() };
        Ok(Change { place: "PNG iTXt", edits, notes })
    }
}
