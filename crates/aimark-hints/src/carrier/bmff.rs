//! The ISO base media file format (ISO/IEC 14496-12): keys and values of MP4 and MOV, XMP as a box, items of HEIF.

use crate::bytes::{Cursor, size};
use crate::carrier::heif;
use crate::decode;
use crate::finder::{Finder, Place};
use crate::mark::{generator, xmp};

/// XMP part 3, 1.2.7.1: the box of type `uuid` with this identifier holds a packet.
const XMP: [u8; 16] = *b"\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac";

/// A box: its type, where its content begins in the asset, and the content.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    pub(super) kind: [u8; 4],
    pub(super) at: usize,
    pub(super) data: &'a [u8],
}

pub(super) fn walk(finder: &mut Finder<'_>, asset: &[u8]) {
    for part in parts(finder, asset, 0) {
        match &part.kind {
            b"moov" => movie(finder, part),
            b"meta" => heif::walk(finder, asset, part),
            b"uuid" => {
                if let Some(packet) = part.data.strip_prefix(&XMP) {
                    let packet = finder.mark(packet);
                    xmp::read(finder, Place::new("MP4 XMP", part.at), packet);
                }
            }
            _ => {}
        }
    }
}

/// The boxes in `bytes`, which begin at `start` in the asset.
pub(super) fn parts<'a>(finder: &mut Finder<'_>, bytes: &'a [u8], start: usize) -> Vec<Part<'a>> {
    let (mut out, mut cursor) = (Vec::new(), Cursor::new(bytes));
    while !cursor.rest().is_empty() && finder.item() {
        let Some(part) = part(&mut cursor, start) else { break };
        out.push(part);
    }
    out
}

fn part<'a>(cursor: &mut Cursor<'a>, start: usize) -> Option<Part<'a>> {
    let begins = cursor.at();
    let (len, kind) = (cursor.u32_be()?, cursor.array()?);
    let len = match len {
        0 => usize::MAX,
        1 => size(u64::from_be_bytes(cursor.array()?)),
        len => size(len),
    };
    let header = cursor.at().saturating_sub(begins);
    let at = start.saturating_add(cursor.at());
    Some(Part { kind, at, data: cursor.take_up_to(len.checked_sub(header)?) })
}

/// `moov.udta.meta`, and `moov.meta` as QuickTime has it.
fn movie(finder: &mut Finder<'_>, movie: Part<'_>) {
    for part in parts(finder, movie.data, movie.at) {
        match &part.kind {
            b"meta" => meta(finder, part),
            b"udta" => user_data(finder, part),
            _ => {}
        }
    }
}

fn user_data(finder: &mut Finder<'_>, user: Part<'_>) {
    for part in parts(finder, user.data, user.at) {
        match &part.kind {
            b"meta" => meta(finder, part),
            b"XMP_" => {
                let packet = finder.mark(part.data);
                xmp::read(finder, Place::new("MOV XMP", part.at), packet);
            }
            b"AIGC" => value(finder, Place::new("MP4 udta", part.at), "AIGC", part.data),
            _ => {}
        }
    }
}

/// The boxes within `meta`, which has a version before them in ISO files and none in QuickTime's.
pub(super) fn within_meta<'a>(finder: &mut Finder<'_>, meta: Part<'a>) -> Vec<Part<'a>> {
    let plain = meta.data.get(4..8) == Some(b"hdlr");
    let skipped = if plain { 0 } else { 4 };
    parts(finder, meta.data.get(skipped..).unwrap_or_default(), meta.at.saturating_add(skipped))
}

fn meta(finder: &mut Finder<'_>, meta: Part<'_>) {
    let inner = within_meta(finder, meta);
    let keys = inner
        .iter()
        .find(|part| &part.kind == b"keys")
        .map(|part| keys(finder, part.data))
        .unwrap_or_default();
    for list in inner.iter().filter(|part| &part.kind == b"ilst") {
        for item in parts(finder, list.data, list.at) {
            let number = size(u32::from_be_bytes(item.kind));
            let key = number.checked_sub(1).and_then(|at| keys.get(at));
            read_item(finder, item, key.copied());
        }
    }
}

/// The names in a `keys` box: after version and count, each with its length and its kind.
fn keys<'a>(finder: &mut Finder<'_>, data: &'a [u8]) -> Vec<&'a [u8]> {
    let names = parts(finder, data.get(8..).unwrap_or_default(), 0);
    names.into_iter().map(|part| part.data).collect()
}

fn read_item(finder: &mut Finder<'_>, item: Part<'_>, key: Option<&[u8]>) {
    let inner = parts(finder, item.data, item.at);
    // iTunes spells names of its own in a box beside the value.
    let own = inner.iter().find(|part| &part.kind == b"name").and_then(|part| part.data.get(4..));
    let key = decode::text(key.or(own).unwrap_or(&item.kind)).into_owned();
    for part in inner.iter().filter(|part| &part.kind == b"data") {
        // A type and a language stand before the value.
        let text = part.data.get(8..).unwrap_or_default();
        value(finder, Place::new("MP4 metadata", part.at), &key, text);
    }
}

fn value(finder: &mut Finder<'_>, place: Place, key: &str, text: &[u8]) {
    let text = crate::finder::text(finder, text);
    // `com.example.AIGC` is a name of that kind too.
    let short = key.rsplit('.').next().unwrap_or(key);
    generator::keyed(finder, place, short, &text);
}
