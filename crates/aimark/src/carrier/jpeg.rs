//! JPEG (ISO 10918-1): the label is a JUMBF box in APP11 segments (ISO 19566-5, annex D), after the leading
//! APP segments.
//!
//! The walk stops at the first scan: a label stands before the image data. Of what follows only the end
//! marker is looked for, so that a file cut short is not taken for a whole one.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{CarrierError, Format, Found, MalformedAsset, Place, size32};
use crate::input::{LimitExceeded, Limits, Reader};

pub(super) const START: [u8; 3] = [0xff, 0xd8, 0xff];
const APP11: u8 = 0xeb;
/// The instance number that C2PA writers give their box by custom.
const INSTANCE: u16 = 0x0211;
/// Common identifier, instance number and sequence number: what comes before the repeated box header.
const PREFIX: usize = 8;
/// Size and type of the box, repeated in each segment.
const BOX_HEADER: usize = 8;
/// The most box bytes (without its header) in one segment, whose length field counts itself.
const MAX_PART: usize = 65_535 - 2 - PREFIX - BOX_HEADER;
/// Marker, length, prefix and box header of each segment.
const SEGMENT_OVERHEAD: usize = 4 + PREFIX + BOX_HEADER;

pub(super) fn scan<'a>(asset: &'a [u8], limits: &Limits) -> Result<(Vec<Found<'a>>, Place), CarrierError> {
    let mut walk = Walk { reader: Reader::new(asset) };
    walk.reader.take(2).map_err(|_| malformed(0, "no start of image"))?;
    let mut boxes = Boxes { found: Vec::new(), instances: BTreeSet::new(), limits };
    let mut leading = true;
    let mut insert_at = walk.reader.position();
    loop {
        let segment = walk.segment()?;
        if segment.marker == SCAN {
            break;
        }
        leading = leading && segment.may_precede_label();
        if leading {
            insert_at = segment.end;
        }
        if segment.marker == APP11 {
            boxes.add(&segment)?;
        }
    }
    walk.image_end()?;
    let instance = boxes.free_instance().ok_or(malformed(0, "every JUMBF instance number is taken"))?;
    let labels = boxes.finish();
    Ok((labels, Place::Jpeg { at: insert_at, instance }))
}

fn malformed(at: usize, problem: &'static str) -> MalformedAsset {
    MalformedAsset { format: Format::Jpeg, at, problem }
}

const SCAN: u8 = 0xda;

struct Segment<'a> {
    marker: u8,
    start: usize,
    end: usize,
    data: &'a [u8],
}

impl Segment<'_> {
    /// Whether it is one of the leading APP segments that a label goes after. A multi-picture index counts offsets
    /// from its own place, so that nothing may be put behind it.
    fn may_precede_label(&self) -> bool {
        let index = self.marker == 0xe2 && self.data.starts_with(b"MPF\0");
        (0xe0..=0xef).contains(&self.marker) && !index
    }
}

struct Walk<'a> {
    reader: Reader<'a>,
}

impl<'a> Walk<'a> {
    fn segment(&mut self) -> Result<Segment<'a>, MalformedAsset> {
        let at = self.reader.position();
        let cut = |_| malformed(at, "a segment is cut short");
        if self.reader.u8().map_err(cut)? != 0xff {
            return Err(malformed(at, "a marker was expected"));
        }
        let mut marker = self.reader.u8().map_err(cut)?;
        // Any number of fill bytes may stand before a marker (B.1.1.2).
        while marker == 0xff {
            marker = self.reader.u8().map_err(cut)?;
        }
        let start = self.reader.position().saturating_sub(2);
        match marker {
            0x01 | 0xd0..=0xd7 => Ok(Segment { marker, start, end: self.reader.position(), data: &[] }),
            // Reserved markers: whether they have a length, readers guess differently.
            0x00 | 0x02..=0xbf | 0xd8 => Err(malformed(start, "a marker that cannot stand here")),
            0xd9 => Err(malformed(start, "the image ends before its data")),
            _ => {
                let len = usize::from(self.reader.u16_be().map_err(cut)?);
                let len = len.checked_sub(2).ok_or(malformed(start, "a segment length under two"))?;
                let data = self.reader.take(len).map_err(cut)?;
                Ok(Segment { marker, start, end: self.reader.position(), data })
            }
        }
    }

    /// Looks for the end-of-image marker from the back: entropy-coded data cannot contain it.
    fn image_end(&self) -> Result<(), MalformedAsset> {
        let data = self.reader.rest();
        let found = data.windows(2).rev().any(|pair| pair == [0xff, 0xd9]);
        let at = self.reader.position().saturating_add(data.len());
        if found { Ok(()) } else { Err(malformed(at, "the image data has no end")) }
    }
}

/// The C2PA boxes being put together from segments.
struct Boxes<'a, 'l> {
    found: Vec<Assembly<'a>>,
    /// Instance numbers of other JUMBF boxes; a label must not share one.
    instances: BTreeSet<u16>,
    limits: &'l Limits,
}

struct Assembly<'a> {
    found: Found<'a>,
    instance: u16,
    sequence: u32,
    header: &'a [u8],
    /// How many bytes of the box each segment holds.
    parts: Vec<usize>,
}

impl<'a> Boxes<'a, '_> {
    fn add(&mut self, segment: &Segment<'a>) -> Result<(), LimitExceeded> {
        let mut reader = Reader::new(segment.data);
        let (Ok(kind), Ok(instance), Ok(sequence)) = (reader.take(2), reader.u16_be(), reader.u32_be())
        else {
            return Ok(());
        };
        let content = reader.rest();
        // Some readers do not look at the identifier, so that a label under another one is a damaged label.
        let looks = content.get(16..20) == Some(b"c2pa");
        if kind != b"JP" && !looks {
            return Ok(());
        }
        if let Some(open) = self.found.last_mut().filter(|a| a.instance == instance) {
            return open.extend(segment, sequence, content, self.limits);
        }
        // Box header, description header, then the type: a manifest store's begins with `c2pa`.
        if looks && self.found.len() < super::ENOUGH {
            let range = segment.start..segment.end;
            let fault = match kind {
                b"JP" => (sequence != 1).then_some("the label's segments do not begin with number 1"),
                _ => Some("the label's segment is not marked as JPEG XT"),
            };
            let found = Found { fault, ..Found::new(range, Cow::Borrowed(content)) };
            let header = content.get(..BOX_HEADER).unwrap_or_default();
            let parts = vec![content.len().saturating_sub(BOX_HEADER)];
            self.found.push(Assembly { found, instance, sequence, header, parts });
        } else if !looks {
            self.instances.insert(instance);
        }
        Ok(())
    }

    /// The number that a label has beside the other boxes: one for each asset, so that it cannot be changed
    /// unnoticed.
    fn free_instance(&self) -> Option<u16> {
        core::iter::once(INSTANCE).chain(1..=u16::MAX).find(|n| !self.instances.contains(n))
    }

    fn finish(self) -> Vec<Found<'a>> {
        let expected = self.free_instance();
        self.found.into_iter().map(|assembly| assembly.finish(expected)).collect()
    }
}

impl<'a> Assembly<'a> {
    fn extend(
        &mut self,
        segment: &Segment<'a>,
        sequence: u32,
        content: &'a [u8],
        limits: &Limits,
    ) -> Result<(), LimitExceeded> {
        let (header, part) = content.split_at_checked(BOX_HEADER).unwrap_or((content, &[]));
        let grown = self.found.store.len().saturating_add(part.len());
        LimitExceeded::check("size of the manifest store in bytes", grown, limits.manifest_bytes)?;
        self.sequence = self.sequence.saturating_add(1);
        let fault = if segment.start != self.found.range.end {
            Some("the label's segments are not side by side")
        } else if sequence != self.sequence {
            Some("the label's segments are out of order")
        } else if header != self.header {
            Some("the label's segments disagree about the box")
        } else {
            None
        };
        self.found.fault = self.found.fault.or(fault);
        self.parts.push(part.len());
        self.found.range.end = segment.end;
        self.found.store.to_mut().extend_from_slice(part);
        Ok(())
    }

    fn finish(mut self, expected_instance: Option<u16>) -> Found<'a> {
        if Some(self.instance) != expected_instance {
            self.found.deviation = Some("the label's instance number is not the one it would be given");
        }
        if !is_cut_as_written(&self.parts) {
            self.found.deviation = Some("the label is cut into segments at other places than it would be");
        }
        self.found
    }
}

/// Whether a box is cut as we cut it, or as the other writer known does: nothing signs where.
fn is_cut_as_written(parts: &[usize]) -> bool {
    /// The other writer cuts the whole store, header included, into pieces of this size.
    const PIECE: usize = 64_000;
    let Some((_, [first, rest @ ..])) = parts.split_last() else { return true };
    let ours = *first == MAX_PART && rest.iter().all(|part| *part == MAX_PART);
    let theirs = *first == PIECE - BOX_HEADER && rest.iter().all(|part| *part == PIECE);
    ours || theirs
}

pub(super) fn framed_len(store_len: usize) -> usize {
    let parts = store_len.saturating_sub(BOX_HEADER).div_ceil(MAX_PART);
    let overhead = parts.saturating_mul(SEGMENT_OVERHEAD);
    store_len.saturating_sub(BOX_HEADER).saturating_add(overhead)
}

pub(super) fn frame(store: &[u8], instance: u16) -> Vec<u8> {
    let (header, body) = store.split_at_checked(BOX_HEADER).unwrap_or((store, &[]));
    let mut out = Vec::with_capacity(framed_len(store.len()));
    for (part, sequence) in body.chunks(MAX_PART).zip(1u32..) {
        let len = size32(part.len().saturating_add(2 + PREFIX + BOX_HEADER));
        out.extend_from_slice(&[0xff, APP11]);
        // At most 65 535 by the choice of MAX_PART, so the upper half is zero.
        let [_, _, high, low] = len.to_be_bytes();
        out.extend_from_slice(&[high, low]);
        out.extend_from_slice(b"JP");
        out.extend_from_slice(&instance.to_be_bytes());
        out.extend_from_slice(&sequence.to_be_bytes());
        out.extend_from_slice(header);
        out.extend_from_slice(part);
    }
    out
}
