//! Text wrappers of a length that was signed before the signature was known.
//!
//! In a wrapper a byte takes four bytes of UTF-8, or three when it is under 16. The signature has some such bytes,
//! and nobody knows how many before it is made; but the length of the wrapper stands in what is signed. So a length
//! is signed that leaves room, and zero bytes in the unprotected header, at three bytes each, fill it exactly.
//!
//! A header with `n` zero bytes takes 20 + 3n bytes as `pad`, four more as `pad2`, and four more again from 24
//! zeros on, whose count needs a byte of its own. Together they reach every number from [`ROOM`] up, give or take
//! the few bytes by which the sizes of the boxes around it change.

use crate::carrier::wrapped_len;
use crate::cose::Padding;
use crate::manifest;

/// How often a length is tried. Each try fails with a chance far below one half.
pub(crate) const ATTEMPTS: usize = 64;
/// The least room that padding fills in all three residues: `pad2` with 24 zeros takes 100.
pub(crate) const ROOM: usize = 104;
/// The most low bytes that a signature of 64 bytes may have to fit for certain. Of 10^10 signatures one has more.
const LIKELY: usize = 20;
/// How far the sizes of boxes can move a length.
const DRIFT: usize = 8;

/// A signature without low bytes.
pub(crate) const BLANK: [u8; 64] = [0xff; 64];

/// The length of the wrapper for each padding, around a [`BLANK`] signature.
pub(crate) struct Gauge {
    bare: usize,
    /// The sizes that stand in the wrapper and grow with the padding.
    sizes: Vec<usize>,
    /// How many of their bytes are low.
    low: usize,
}

impl Gauge {
    /// For a manifest store without padding and with a blank signature, whose signature box holds `cose` bytes.
    pub(crate) fn new(store: &[u8], cose: usize) -> Self {
        let mut sizes = manifest::sizes_around_signature(store.len(), cose).to_vec();
        // The wrapper's header states the size of the store once more.
        sizes.push(store.len());
        let low = low_in_sizes(&sizes, 0);
        Self { bare: wrapped_len(store), sizes, low }
    }

    /// The size of the store without padding.
    pub(crate) fn store_len(&self) -> usize {
        self.sizes.last().copied().unwrap_or_default()
    }

    /// The length without padding.
    pub(crate) fn bare(&self) -> usize {
        self.bare
    }

    /// Whether padding reaches `length` for every signature that is likely at all.
    pub(crate) fn reaches(&self, length: usize) -> bool {
        (0..=LIKELY).all(|low| self.find(length.saturating_add(low)).is_some())
    }

    /// The padding with which the wrapper around `signature` has `length`.
    pub(crate) fn padding(&self, length: usize, signature: &[u8]) -> Option<Padding> {
        self.find(length.saturating_add(low_bytes(signature)))
    }

    fn find(&self, length: usize) -> Option<Padding> {
        let room = length.checked_sub(self.bare)?;
        let zeros = room.saturating_sub(44).div_euclid(3).saturating_sub(DRIFT)..=room.div_euclid(3);
        zeros.flat_map(of_zeros).find(|padding| self.len(*padding) == length)
    }

    fn len(&self, padding: Padding) -> usize {
        let Header { bytes, utf8 } = header(padding);
        self.bare
            .saturating_add(utf8)
            .saturating_add(self.low)
            .saturating_sub(low_in_sizes(&self.sizes, bytes))
    }
}

/// The low bytes in sizes that have grown by as much. Asked often, so all eight bytes of a size are looked at at once.
fn low_in_sizes(sizes: &[usize], grown: usize) -> usize {
    const HIGH_HALVES: u64 = 0xf0f0_f0f0_f0f0_f0f0;
    const ONES: u64 = 0x1010_1010_1010_1010;
    let not_low = |size: &usize| {
        let high = crate::input::wide(size.saturating_add(grown)) & HIGH_HALVES;
        let any = (high | high >> 1 | high >> 2 | high >> 3) & ONES;
        any.count_ones()
    };
    sizes.iter().map(|size| 8_usize.saturating_sub(usize::try_from(not_low(size)).unwrap_or(8))).sum()
}

fn low_bytes(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte < 16).count()
}

/// What a padding adds to the unprotected header: in bytes, and in UTF-8.
struct Header {
    bytes: usize,
    utf8: usize,
}

fn header(padding: Padding) -> Header {
    let entry = |key: usize, zeros: usize| match zeros {
        0 => 0,
        // Key and its head, the head of the bytes.
        1..24 => key.saturating_add(2),
        _ => key.saturating_add(3),
    };
    let around = entry(3, padding.pad).saturating_add(entry(4, padding.pad2));
    let zeros = padding.pad.saturating_add(padding.pad2);
    let utf8 = around.saturating_mul(4).saturating_add(zeros.saturating_mul(3));
    Header { bytes: around.saturating_add(zeros), utf8 }
}

/// The ways to write `n` zero bytes.
fn of_zeros(n: usize) -> impl Iterator<Item = Padding> {
    let split = n.saturating_sub(1).min(23);
    let ways = [
        Padding { pad: n, pad2: 0 },
        Padding { pad: 0, pad2: n },
        Padding { pad: split, pad2: n.saturating_sub(split) },
    ];
    ways.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn low_bytes_of_sizes_are_counted_as_byte_by_byte() {
        for size in (0..70_000).chain([usize::MAX, usize::MAX - 15, 0x0f10_1f0f, 0x1000_0000]) {
            assert_eq!(
                low_in_sizes(&[size], 0),
                low_bytes(&crate::input::wide(size).to_be_bytes()),
                "{size:#x}"
            );
        }
        assert_eq!(low_in_sizes(&[0, 0x0f], 1), 15, "0x01 and 0x10 with seven zeros each");
    }

    #[test]
    fn every_room_is_filled_when_no_size_crosses_a_boundary() {
        let gauge = Gauge { bare: 5000, sizes: vec![0x0155; 5], low: low_in_sizes(&[0x0155; 5], 0) };
        for room in ROOM - 4..ROOM + 80 {
            let padding = gauge.find(5000 + room).expect("a padding");
            assert_eq!(header(padding).utf8, room, "{padding:?}");
        }
        assert_eq!(gauge.find(5000 + 97), None, "pad2 with 24 zeros is the first of its residue");
    }
}
