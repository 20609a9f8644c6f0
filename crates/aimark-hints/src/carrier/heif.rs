//! HEIF and AVIF (ISO/IEC 23008-12): items that hold EXIF or XMP, by way of `iinf` and `iloc`.

use crate::bytes::{Cursor, size, split_at_byte};
use crate::carrier::bmff::{Part, parts, within_meta};
use crate::carrier::tiff;
use crate::finder::{Finder, Origin, Place};
use crate::mark::xmp;

/// Items of metadata that are read. Files have one or two; entries may all point to the same bytes.
const MOST_ITEMS: usize = 8;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Exif,
    Xmp,
}

pub(super) fn walk(finder: &mut Finder<'_>, asset: &[u8], meta: Part<'_>) {
    let inner = within_meta(finder, meta);
    let of = |kind: &[u8; 4]| {
        inner.iter().find(|part| &part.kind == kind).map(|part| part.data).unwrap_or_default()
    };
    let items = items(finder, of(b"iinf"));
    if items.is_empty() {
        return;
    }
    for (id, at, len) in places(finder, of(b"iloc")).unwrap_or_default() {
        let data = Cursor::starting(asset, at).take_up_to(len);
        for (_, sort) in items.iter().filter(|(item, _)| *item == id) {
            read(finder, *sort, at, data);
        }
    }
}

fn read(finder: &mut Finder<'_>, sort: Sort, at: usize, data: &[u8]) {
    if sort == Sort::Xmp {
        let packet = finder.mark(data);
        return xmp::read(finder, Place::new("HEIF XMP", at), packet);
    }
    // How many bytes come before EXIF's own header stands before them.
    let mut cursor = Cursor::new(data);
    let _ = cursor.u32_be().and_then(|skipped| cursor.take(size(skipped)));
    tiff::exif(finder, "HEIF EXIF", Origin::At(at.saturating_add(cursor.at())), cursor.rest());
}

/// The identifiers of items of metadata.
fn items(finder: &mut Finder<'_>, iinf: &[u8]) -> Vec<(u32, Sort)> {
    let skipped = if iinf.first() == Some(&0) { 6 } else { 8 };
    let entries = parts(finder, iinf.get(skipped..).unwrap_or_default(), 0);
    let mut items: Vec<_> = entries.iter().filter_map(|part| item(part.data)).collect();
    if items.len() > MOST_ITEMS {
        finder.cut();
        items.truncate(MOST_ITEMS);
    }
    items
}

fn item(infe: &[u8]) -> Option<(u32, Sort)> {
    let mut cursor = Cursor::new(infe);
    let version = cursor.u8()?;
    cursor.take(3)?;
    let id = if version == 3 { cursor.u32_be()? } else { u32::from(cursor.u16_be()?) };
    cursor.take(2)?;
    match &cursor.array()? {
        b"Exif" => Some((id, Sort::Exif)),
        b"mime" => {
            // A name, then the type of the content, both with a zero behind them.
            let (_, content) = split_at_byte(cursor.rest(), 0)?;
            content.starts_with(b"application/rdf+xml").then_some((id, Sort::Xmp))
        }
        _ => None,
    }
}

/// Where items begin, and how long they are: the first extent of each that is kept in the file itself.
fn places(finder: &mut Finder<'_>, iloc: &[u8]) -> Option<Vec<(u32, usize, usize)>> {
    let mut cursor = Cursor::new(iloc);
    let version = cursor.u8()?;
    cursor.take(3)?;
    let widths = cursor.u16_be()?;
    let width = |shift: u32| usize::from(widths.unbounded_shr(shift) & 15);
    let (offset, length, base) = (width(12), width(8), width(4));
    let index = if version == 0 { 0 } else { width(0) };
    let count = if version < 2 { u32::from(cursor.u16_be()?) } else { cursor.u32_be()? };
    let mut out = Vec::new();
    for _ in 0..count {
        if !finder.item() {
            break;
        }
        let id = if version < 2 { u32::from(cursor.u16_be()?) } else { cursor.u32_be()? };
        let method = if version == 0 { 0 } else { cursor.u16_be()? & 15 };
        cursor.take(2)?;
        let start = number(&mut cursor, base)?;
        for extent in 0..cursor.u16_be()? {
            number(&mut cursor, index)?;
            let (from, len) = (number(&mut cursor, offset)?, number(&mut cursor, length)?);
            if extent == 0 && method == 0 && out.len() < MOST_ITEMS.saturating_mul(512) {
                out.push((id, start.saturating_add(from), len));
            }
        }
    }
    Some(out)
}

/// A number of as many bytes as the file says.
fn number(cursor: &mut Cursor<'_>, width: usize) -> Option<usize> {
    let mut value = 0_u64;
    for byte in cursor.take(width)? {
        value = value.checked_mul(256)?.checked_add(u64::from(*byte))?;
    }
    Some(size(value))
}
