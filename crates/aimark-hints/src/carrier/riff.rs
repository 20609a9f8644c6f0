//! RIFF: WebP (RFC 9649) with `XMP ` and `EXIF` chunks, WAVE with an `AIGC` chunk.

use crate::bytes::{Cursor, size};
use crate::carrier::{id3, tiff};
use crate::finder::{Finder, Origin, Place, text};
use crate::mark::{aigc, xmp};

pub(super) fn walk(finder: &mut Finder<'_>, asset: &[u8]) {
    let mut cursor = Cursor::starting(asset, 12);
    while finder.item() {
        let at = cursor.at();
        let Some((kind, data)) = chunk(&mut cursor) else { return };
        match &kind {
            b"XMP " | b"_PMX" => {
                let packet = finder.mark(data);
                xmp::read(finder, Place::new("RIFF XMP", at), packet);
            }
            b"EXIF" => {
                // Some writers keep what JPEG has before it.
                let exif = data.strip_prefix(b"Exif\0\0").unwrap_or(data);
                let skipped = data.len().saturating_sub(exif.len()).saturating_add(8);
                tiff::exif(finder, "RIFF EXIF", Origin::At(at.saturating_add(skipped)), exif);
            }
            b"AIGC" => {
                let label = text(finder, data);
                aigc::read(finder, Place::new("RIFF AIGC", at), "AIGC", label.trim_end_matches('\0'));
            }
            b"id3 " | b"ID3 " => id3::walk(finder, data, at.saturating_add(8)),
            _ => {}
        }
    }
}

fn chunk<'a>(cursor: &mut Cursor<'a>) -> Option<([u8; 4], &'a [u8])> {
    let (kind, len) = (cursor.array()?, size(cursor.u32_le()?));
    let data = cursor.take_up_to(len);
    cursor.take_up_to(usize::from(!len.is_multiple_of(2)));
    Some((kind, data))
}
