//! ID3v2.2 to ID3v2.4, as MP3 has it: frames of texts with names (`TXXX`), the encoder (`TSSE`), comments.

use std::borrow::Cow;

use crate::bytes::{Cursor, size};
use crate::decode;
use crate::finder::{Finder, Place};
use crate::mark::generator;

/// Reads the tag, which begins at `start` in the asset.
pub(super) fn walk(finder: &mut Finder<'_>, tag: &[u8], start: usize) {
    let _ = frames(finder, tag, start);
}

fn frames(finder: &mut Finder<'_>, tag: &[u8], start: usize) -> Option<()> {
    let mut cursor = Cursor::starting(tag, 3);
    let (version, _, flags) = (cursor.u8()?, cursor.u8()?, cursor.u8()?);
    let len = synchsafe(cursor.u32_be()?);
    let body = cursor.take_up_to(len);
    let mut frames = Cursor::new(body);
    // An extended header of 2.3 says its length without the length itself, one of 2.4 with it.
    if flags & 0x40 != 0 && version >= 3 {
        let len = frames.u32_be()?;
        frames.take(if version == 3 { size(len) } else { synchsafe(len).checked_sub(4)? })?;
    }
    while finder.item() {
        let at = start.saturating_add(10).saturating_add(frames.at());
        let (name, data) = frame(&mut frames, version)?;
        read(finder, Place::new("ID3", at), name, data);
    }
    Some(())
}

/// Four times seven bits.
fn synchsafe(n: u32) -> usize {
    let [a, b, c, d] = n.to_be_bytes().map(|byte| u32::from(byte & 0x7f));
    size(a << 21 | b << 14 | c << 7 | d)
}

fn frame<'a>(cursor: &mut Cursor<'a>, version: u8) -> Option<(&'a [u8], &'a [u8])> {
    let name = cursor.take(if version == 2 { 3 } else { 4 })?;
    // Zeros fill up the tag.
    if name.first() == Some(&0) {
        return None;
    }
    let len = match version {
        2 => size(u32::from_be_bytes([0, cursor.u8()?, cursor.u8()?, cursor.u8()?])),
        3 => size(cursor.u32_be()?),
        _ => synchsafe(cursor.u32_be()?),
    };
    if version != 2 {
        cursor.take(2)?;
    }
    Some((name, cursor.take_up_to(len)))
}

fn read(finder: &mut Finder<'_>, place: Place, name: &[u8], data: &[u8]) {
    let Some((encoding, text)) = finder.mark(data).split_first() else { return };
    match name {
        b"TXXX" | b"TXX" => {
            let text = decoded(*encoding, text);
            if let Some((key, value)) = text.split_once('\0') {
                generator::keyed(finder, place, key, value.trim_matches(['\0', '\u{feff}']));
            }
        }
        b"TSSE" | b"TSS" | b"TENC" | b"TEN" => {
            let text = decoded(*encoding, text);
            generator::keyed(finder, place, "encoder", &text);
        }
        b"COMM" | b"COM" => {
            // Behind a language of three letters.
            let text = decoded(*encoding, text.get(3..).unwrap_or_default());
            generator::free(finder, place, "COMM", &text);
        }
        _ => {}
    }
}

fn decoded(encoding: u8, text: &[u8]) -> Cow<'_, str> {
    if matches!(encoding, 1 | 2) {
        Cow::Owned(decode::utf16(text, encoding == 2))
    } else {
        decode::text(text)
    }
}
