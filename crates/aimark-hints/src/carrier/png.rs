//! PNG (third edition): `tEXt`, `zTXt`, `iTXt` and `eXIf` chunks.

use crate::bytes::{Cursor, size, split_at_byte};
use crate::carrier::tiff;
use crate::decode;
use crate::finder::{Finder, Origin, Place};
use crate::mark::{generator, iim, xmp};

pub(super) fn walk(finder: &mut Finder<'_>, asset: &[u8]) {
    let mut cursor = Cursor::starting(asset, 8);
    while finder.item() {
        let at = cursor.at();
        let Some((kind, data)) = chunk(&mut cursor) else { return };
        match &kind {
            b"IEND" => return,
            b"tEXt" => text(finder, Place::new("PNG tEXt", at), data),
            b"zTXt" => packed(finder, Place::new("PNG zTXt", at), data),
            b"iTXt" => international(finder, Place::new("PNG iTXt", at), data),
            b"eXIf" => tiff::exif(finder, "PNG EXIF", Origin::At(at.saturating_add(8)), data),
            _ => {}
        }
    }
}

fn chunk<'a>(cursor: &mut Cursor<'a>) -> Option<([u8; 4], &'a [u8])> {
    let len = size(cursor.u32_be()?);
    let kind = cursor.array()?;
    let data = cursor.take_up_to(len);
    cursor.take_up_to(4);
    Some((kind, data))
}

fn text(finder: &mut Finder<'_>, place: Place, data: &[u8]) {
    let Some((key, value)) = split_at_byte(finder.mark(data), 0) else { return };
    keyed(finder, place, key, value);
}

fn packed(finder: &mut Finder<'_>, place: Place, data: &[u8]) {
    // After the keyword the method, of which there is one.
    let Some((key, [0, packed @ ..])) = split_at_byte(data, 0) else { return };
    let value = finder.unzlib(packed);
    keyed(finder, place, key, &value);
}

fn international(finder: &mut Finder<'_>, place: Place, data: &[u8]) {
    let Some((key, [is_packed, _, rest @ ..])) = split_at_byte(data, 0) else { return };
    // A language and the keyword in it.
    let Some((_, rest)) = split_at_byte(rest, 0) else { return };
    let Some((_, value)) = split_at_byte(rest, 0) else { return };
    if *is_packed == 1 {
        let value = finder.unzlib(value);
        return keyed(finder, place, key, &value);
    }
    let value = finder.mark(value);
    keyed(finder, place, key, value);
}

fn keyed(finder: &mut Finder<'_>, place: Place, key: &[u8], value: &[u8]) {
    match key {
        b"XML:com.adobe.xmp" => xmp::read(finder, place, value),
        // What ImageMagick makes of the metadata of other formats.
        b"Raw profile type xmp" => xmp::read(finder, place, &raw_profile(value)),
        b"Raw profile type exif" | b"Raw profile type APP1" => {
            let profile = raw_profile(value);
            let exif = profile.strip_prefix(b"Exif\0\0").unwrap_or(&profile);
            match exif {
                [b'I' | b'M', ..] => tiff::exif(finder, place.what, Origin::Unpacked(place.at), exif),
                other => xmp::read(finder, place, split_at_byte(other, 0).map_or(other, |(_, xmp)| xmp)),
            }
        }
        b"Raw profile type iptc" => {
            iim::resources(finder, place.what, Origin::Unpacked(place.at), &raw_profile(value))
        }
        _ => generator::keyed(finder, place, &decode::text(key), &decode::text(value)),
    }
}

/// A line with a name, a line with a length, then hexadecimal digits in lines.
fn raw_profile(text: &[u8]) -> Vec<u8> {
    let digits = text.trim_ascii_start().splitn(3, |byte| *byte == b'\n').nth(2).unwrap_or_default();
    let digits: Vec<u8> = digits.iter().filter_map(|byte| hex_digit(*byte)).collect();
    let (pairs, _) = digits.as_chunks::<2>();
    pairs.iter().map(|[high, low]| high << 4 | low).collect()
}

fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
