//! JPEG (ITU-T T.81): the packet is an APP1 segment after the leading APP0 and EXIF segments (ISO 16684-3, 1.1.3).

use std::borrow::Cow;

use super::{Change, Slot};
use crate::bytes::{Cursor, has};
use crate::edit::Edit;
use crate::{Error, InputError, Limits};

const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
/// The most bytes that a packet may have in a segment (ISO 16684-3, 1.1.3.1): two less than would fit.
const MOST: usize = 65_502;

pub(super) struct Jpeg<'a> {
    pub(super) slot: Slot<'a>,
    /// Where an index of several pictures stands, if it stands before the packet.
    index: Option<usize>,
    old_len: usize,
}

pub(super) fn scan<'a>(asset: &'a [u8], limits: &Limits) -> Result<Jpeg<'a>, Error> {
    let mut cursor = Cursor::starting(asset, 2);
    let (mut place, mut leading) = (2, true);
    let (mut found, mut index, mut segments) = (None, None, 0_usize);
    loop {
        segments = segments.saturating_add(1);
        Error::within("segments of the JPEG", segments, limits.chunks)?;
        let segment = segment(&mut cursor)?;
        match segment.marker {
            0xda => break,
            // Also under a name that is not quite that of JUMBF: some readers do not look at it.
            0xeb if has(segment.data, b"c2pa") => {
                return Err(InputError::Labelled { at: segment.start }.into());
            }
            // What it says of places counts from itself (CIPA DC-007, 5.2.3.3).
            0xe2 if segment.data.starts_with(b"MPF\0") => index = index.or(Some(segment.start)),
            0xe1 if segment.data.starts_with(XMP) => {
                if found.is_some() {
                    return Err(Error::Unsupported { what: "a second XMP packet", at: segment.start });
                }
                found = Some((segment.start..cursor.at(), segment.data, index));
            }
            _ => {}
        }
        leading = leading && (segment.marker == 0xe0 || segment.is_exif());
        if leading {
            place = cursor.at();
        }
    }
    let Some((range, data, index)) = found else {
        return Ok(Jpeg { slot: Slot { range: place..place, packet: None }, index: None, old_len: 0 });
    };
    let packet = data.strip_prefix(XMP).unwrap_or_default();
    let slot = Slot { range, packet: Some(Cow::Borrowed(packet)) };
    Ok(Jpeg { slot, index, old_len: packet.len() })
}

impl Jpeg<'_> {
    pub(super) fn change(&self, packet: &[u8]) -> Result<Change, Error> {
        Error::within("bytes of an XMP packet in a JPEG segment", packet.len(), MOST)?;
        if let Some(at) = self.index.filter(|_| packet.len() != self.old_len) {
            return Err(Error::Unsupported { what: "an XMP packet behind an index of several pictures", at });
        }
        let len = packet.len().saturating_add(XMP.len()).saturating_add(2);
        let len = u16::try_from(len).map_err(|_| Error::Internal("a segment is too long"))?;
        let segment = [&[0xff, 0xe1][..], &len.to_be_bytes(), XMP, packet].concat();
        let edits = vec![Edit::new(self.slot.range.clone(), segment)];
        Ok(Change { place: "JPEG XMP", edits, notes: Vec::new() })
    }
}

struct Segment<'a> {
    marker: u8,
    /// Where its marker begins, behind bytes that fill.
    start: usize,
    data: &'a [u8],
}

impl Segment<'_> {
    fn is_exif(&self) -> bool {
        self.marker == 0xe1 && self.data.starts_with(b"Exif\0")
    }
}

fn segment<'a>(cursor: &mut Cursor<'a>) -> Result<Segment<'a>, Error> {
    let at = cursor.at();
    let bad = |problem| Error::malformed("JPEG", at, problem);
    let cut = || bad("a segment is cut short");
    if cursor.u8().ok_or_else(cut)? != 0xff {
        return Err(bad("a marker was expected"));
    }
    let mut marker = cursor.u8().ok_or_else(cut)?;
    // Any number of bytes that fill may stand before a marker (B.1.1.2).
    while marker == 0xff {
        marker = cursor.u8().ok_or_else(cut)?;
    }
    let start = cursor.at().saturating_sub(2);
    match marker {
        0x01 | 0xd0..=0xd7 => Ok(Segment { marker, start, data: &[] }),
        0x00 | 0x02..=0xbf | 0xd8 => Err(bad("a marker that cannot stand here")),
        0xd9 => Err(bad("the image ends before its data")),
        _ => {
            let len = cursor.array().map(u16::from_be_bytes).ok_or_else(cut)?;
            let len = len.checked_sub(2).ok_or_else(|| bad("a segment length under two"))?;
            let data = cursor.take(usize::from(len)).ok_or_else(cut)?;
            Ok(Segment { marker, start, data })
        }
    }
}
