//! JPEG (ITU-T T.81): APP1 (EXIF, XMP, extended XMP), APP13 (IPTC-IIM) and comments, up to where the picture begins.

use crate::bytes::{Cursor, size};
use crate::carrier::tiff;
use crate::finder::{Finder, Origin, Place, text};
use crate::mark::{generator, iim, xmp};

const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
const EXTENDED: &[u8] = b"http://ns.adobe.com/xmp/extension/\0";

pub(super) fn walk(finder: &mut Finder<'_>, asset: &[u8]) {
    let mut cursor = Cursor::starting(asset, 2);
    let mut extended = Extended::default();
    while finder.item() {
        let Some((marker, at, data)) = segment(&mut cursor) else { break };
        match marker {
            0xe1 => app1(finder, at, data, &mut extended),
            0xed => {
                if let Some(resources) = data.strip_prefix(b"Photoshop 3.0\0") {
                    iim::resources(finder, "JPEG APP13", Origin::At(at.saturating_add(18)), resources);
                }
            }
            0xfe => {
                let comment = text(finder, data);
                generator::free(finder, Place::new("JPEG COM", at), "comment", &comment);
            }
            _ => {}
        }
    }
    extended.read(finder);
}

/// The next segment, unless the picture begins there.
fn segment<'a>(cursor: &mut Cursor<'a>) -> Option<(u8, usize, &'a [u8])> {
    loop {
        let at = cursor.at();
        if cursor.u8()? != 0xff {
            return None;
        }
        match cursor.u8()? {
            // A byte that fills, before the marker: take it again as its first byte.
            0xff => *cursor = Cursor::starting(cursor.all(), at.saturating_add(1)),
            // Markers that stand alone.
            0x01 | 0xd0..=0xd8 => {}
            0x00 | 0xd9 | 0xda => return None,
            marker => {
                let len = usize::from(cursor.u16_be()?).checked_sub(2)?;
                return Some((marker, at, cursor.take_up_to(len)));
            }
        }
    }
}

fn app1<'a>(finder: &mut Finder<'_>, at: usize, data: &'a [u8], extended: &mut Extended<'a>) {
    if let Some(packet) = data.strip_prefix(XMP) {
        let packet = finder.mark(packet);
        xmp::read(finder, Place::new("JPEG XMP", at), packet);
    } else if let Some(exif) = data.strip_prefix(b"Exif\0\0") {
        tiff::exif(finder, "JPEG EXIF", Origin::At(at.saturating_add(10)), exif);
    } else if let Some(part) = data.strip_prefix(EXTENDED) {
        extended.add(at, part);
    }
}

/// A packet in several segments (XMP part 3, 1.1.3.1): each with the packet's name, the whole length and an offset.
#[derive(Default)]
struct Extended<'a> {
    name: Option<[u8; 32]>,
    at: usize,
    parts: Vec<(u32, &'a [u8])>,
}

impl<'a> Extended<'a> {
    /// Only the first packet is read: there can be no other that belongs to the file.
    fn add(&mut self, at: usize, part: &'a [u8]) {
        let mut cursor = Cursor::new(part);
        let (Some(name), Some(_), Some(offset)) = (cursor.array(), cursor.u32_be(), cursor.u32_be()) else {
            return;
        };
        if self.parts.is_empty() {
            (self.name, self.at) = (Some(name), at);
        }
        if self.name == Some(name) {
            self.parts.push((offset, cursor.rest()));
        }
    }

    fn read(mut self, finder: &mut Finder<'_>) {
        self.parts.sort_by_key(|(offset, _)| *offset);
        let mut packet = Vec::new();
        for (offset, part) in self.parts {
            // A part that begins within what is there already is a second spelling of it.
            if size(offset) >= packet.len() {
                packet.extend_from_slice(finder.mark(part));
            }
            if packet.len() > finder.limits().mark_bytes {
                finder.cut();
                break;
            }
        }
        if !packet.is_empty() {
            xmp::read(finder, Place::new("JPEG extended XMP", self.at), &packet);
        }
    }
}
