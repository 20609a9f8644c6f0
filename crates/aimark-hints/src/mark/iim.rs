//! IPTC-IIM in the resources of Photoshop (APP13 of JPEG, tag 33723 of TIFF). It has no field for the digital source type.

use crate::bytes::{Cursor, find, size};
use crate::finder::{Finder, Origin, Place, text};
use crate::mark::generator::software;
use crate::mark::names::Field;

/// Image resources of Photoshop, after `Photoshop 3.0` and a zero: each begins with `8BIM`.
pub(crate) fn resources(finder: &mut Finder<'_>, what: &'static str, start: Origin, bytes: &[u8]) {
    let mut cursor = Cursor::new(bytes);
    while finder.item() {
        let Some((id, data, at)) = resource(&mut cursor) else { return };
        if id == 0x0404 {
            records(finder, what, start, at, data);
        }
    }
}

fn resource<'a>(cursor: &mut Cursor<'a>) -> Option<(u16, &'a [u8], usize)> {
    if &cursor.array::<4>()? != b"8BIM" {
        return None;
    }
    let id = cursor.u16_be()?;
    // A name with its length before it, and both filled up to an even number.
    let name = usize::from(cursor.u8()?);
    cursor.take(if name.is_multiple_of(2) { name.saturating_add(1) } else { name })?;
    let len = size(cursor.u32_be()?);
    let at = cursor.at();
    let data = cursor.take_up_to(len);
    cursor.take_up_to(usize::from(!len.is_multiple_of(2)));
    Some((id, data, at))
}

/// Data sets (IIM 4.2, 1.5): 0x1c, the record, its field, and the length of what it holds.
pub(crate) fn records(
    finder: &mut Finder<'_>,
    what: &'static str,
    start: Origin,
    offset: usize,
    bytes: &[u8],
) {
    let from = find(bytes, b"\x1c\x02").unwrap_or(bytes.len());
    let mut cursor = Cursor::starting(bytes, from);
    while finder.item() {
        let place = Place::new(what, start.at(offset.saturating_add(cursor.at())));
        let Some((record, field, data)) = record(&mut cursor) else { return };
        let (key, kind) = match (record, field) {
            (2, 65) => ("IIM 2:65 Originating Program", Field::Software),
            (2, 80) => ("IIM 2:80 By-line", Field::Credit),
            (2, 110) => ("IIM 2:110 Credit", Field::Credit),
            (2, 115) => ("IIM 2:115 Source", Field::Credit),
            (2, 120) => ("IIM 2:120 Caption", Field::Words),
            _ => continue,
        };
        let value = text(finder, data);
        software(finder, place, key, &value, kind);
    }
}

fn record<'a>(cursor: &mut Cursor<'a>) -> Option<(u8, u8, &'a [u8])> {
    if cursor.u8()? != 0x1c {
        return None;
    }
    let (record, field, len) = (cursor.u8()?, cursor.u8()?, cursor.u16_be()?);
    // Longer ones say their length in another way, and are no texts.
    let data = (len < 0x8000).then(|| cursor.take(usize::from(len))).flatten()?;
    Some((record, field, data))
}
