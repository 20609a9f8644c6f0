//! The images that a packet is put into: one format, one file. Only skeletons are walked; pixels are never looked at.

mod jpeg;
mod png;
mod webp;

use core::ops::Range;
use std::borrow::Cow;

use crate::edit::{Edit, apply};
use crate::packet::{self, Packet};
use crate::{Error, Limits, Marks, Note, Written, others};

/// Where a packet stands in an asset, or would go.
struct Slot<'a> {
    /// All of the chunk or segment, or an empty place.
    range: Range<usize>,
    /// The packet that is there, unpacked.
    packet: Option<Cow<'a, [u8]>>,
}

/// What a format does with a packet: how `aimark-hints` calls its place, and what changes.
struct Change {
    place: &'static str,
    edits: Vec<Edit>,
    notes: Vec<Note>,
}

pub(crate) fn write(asset: &[u8], marks: &Marks, limits: &Limits) -> Result<Written, Error> {
    match asset {
        [0xff, 0xd8, 0xff, ..] => {
            let file = jpeg::scan(asset, limits)?;
            let packet = packet(&file.slot, marks, limits)?;
            finish(asset, &file.slot, file.change(&packet.bytes)?, packet.notes, (marks, limits))
        }
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => {
            let file = png::scan(asset, limits)?;
            let packet = packet(&file.slot, marks, limits)?;
            finish(asset, &file.slot, file.change(&packet.bytes)?, packet.notes, (marks, limits))
        }
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => {
            let file = webp::scan(asset, limits)?;
            let packet = packet(&file.slot, marks, limits)?;
            finish(asset, &file.slot, file.change(&packet.bytes)?, packet.notes, (marks, limits))
        }
        _ => Err(Error::Unsupported { what: "content that is neither PNG, JPEG nor WebP", at: 0 }),
    }
}

fn packet(slot: &Slot<'_>, marks: &Marks, limits: &Limits) -> Result<Packet, Error> {
    match &slot.packet {
        Some(old) => packet::merge(old, marks, limits).map_err(|error| match error {
            // Places in a packet mean nothing in the asset, where it may be packed.
            Error::Unsupported { what, .. } => Error::Unsupported { what, at: slot.range.start },
            other => other,
        }),
        None => Ok(packet::fresh(marks)),
    }
}

fn finish(
    asset: &[u8],
    slot: &Slot<'_>,
    mut change: Change,
    mut notes: Vec<Note>,
    (marks, limits): (&Marks, &Limits),
) -> Result<Written, Error> {
    let bytes = apply(asset, &mut change.edits).ok_or(Error::Internal("edits of an asset overlap"))?;
    let before = change.edits.iter().filter(|edit| edit.range.start < slot.range.start);
    let at = before.fold(slot.range.start, |at, edit| {
        at.saturating_add(edit.with.len()).saturating_sub(edit.range.len())
    });
    others::check(&bytes, None, &format!("{} at byte {at}", change.place), marks, limits)?;
    notes.append(&mut change.notes);
    Ok(Written { bytes, notes })
}
