//! The end of a message: bytes that do not fill a block yet, the length, and the padding (FIPS 180-4, 5.1.1).

use crate::kernel::{BLOCK, Block};

/// Where the length stands in the last block: its last eight bytes.
const LENGTH_AT: usize = 56;
/// The bit that follows the message.
const MARK: u8 = 0x80;

/// Collects a message's bytes that are not part of a whole block.
#[derive(Clone)]
pub(crate) struct Tail {
    bytes: Block,
    filled: usize,
    length: Length,
    padding: Padding,
}

/// How much of the padding was written.
#[derive(Clone, Copy)]
enum Padding {
    Nothing,
    /// The mark, after which the length did not fit.
    Mark,
    All,
}

impl Tail {
    pub(crate) const EMPTY: Self =
        Self { bytes: [0; BLOCK], filled: 0, length: Length(0), padding: Padding::Nothing };

    /// Counts bytes of the message, whether or not they come by here.
    pub(crate) fn count(&mut self, bytes: usize) {
        self.length.add(bytes);
    }

    /// Takes as much of `piece` as there is room for, and returns what is left.
    pub(crate) fn take<'a>(&mut self, piece: &'a [u8]) -> &'a [u8] {
        let room = self.bytes.get_mut(self.filled..).unwrap_or_default();
        let taken = room.len().min(piece.len());
        let (now, later) = piece.split_at_checked(taken).unwrap_or((piece, &[]));
        room.iter_mut().zip(now).for_each(|(to, from)| *to = *from);
        self.filled = self.filled.saturating_add(taken);
        later
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.filled == 0
    }

    /// The block, once it is whole.
    pub(crate) fn block(&self) -> Option<&Block> {
        (self.filled == BLOCK).then_some(&self.bytes)
    }

    /// Forgets the block: it was hashed.
    pub(crate) fn clear(&mut self) {
        self.filled = 0;
    }

    /// Makes the next block whole with padding, after the last byte of the message. False when there is no further
    /// block: the message is at its end.
    pub(crate) fn pad(&mut self) -> bool {
        match self.padding {
            Padding::All => return false,
            Padding::Mark => {}
            Padding::Nothing => {
                self.take(&[MARK]);
            }
        }
        self.padding = Padding::Mark;
        if self.filled <= LENGTH_AT {
            self.zeros(LENGTH_AT);
            self.take(&self.length.bits().to_be_bytes());
            self.padding = Padding::All;
        } else {
            self.zeros(BLOCK);
        }
        true
    }

    fn zeros(&mut self, until: usize) {
        self.bytes.get_mut(self.filled..until).unwrap_or_default().fill(0);
        self.filled = until;
    }
}

/// The length of a message in bytes.
#[derive(Clone, Copy)]
struct Length(u64);

impl Length {
    fn add(&mut self, bytes: usize) {
        self.0 = self.0.saturating_add(u64::try_from(bytes).unwrap_or(u64::MAX));
    }

    /// The length in bits. Past what FIPS 180-4 can write it is one that no message of whole bytes has.
    fn bits(self) -> u64 {
        self.0.saturating_mul(8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_never_wraps() {
        let longest = (1 << 61) - 1;
        assert_eq!(Length(longest).bits(), u64::MAX - 7);
        assert_eq!(Length(longest + 1).bits(), u64::MAX);
        let mut length = Length(u64::MAX - 1);
        length.add(5);
        assert_eq!(length.bits(), u64::MAX);
    }

    #[test]
    fn padding_takes_one_block_or_two() {
        for filled in 0..BLOCK {
            let mut tail = Tail::EMPTY;
            tail.take(&[1; BLOCK][..filled]);
            let mut blocks = 0;
            while tail.pad() {
                assert!(tail.block().is_some());
                tail.clear();
                blocks += 1;
            }
            assert_eq!(blocks, if filled < 56 { 1 } else { 2 }, "{filled} bytes");
        }
    }
}
