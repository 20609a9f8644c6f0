//! Several messages at once: lanes, and a queue that feeds them.

use core::slice;

use crate::kernel::{BLOCK, Block, Kernel, START, State, Work, digest_of};
use crate::tail::Tail;

/// How many messages are hashed at once, at most. More wait for a lane; fewer leave lanes empty.
///
/// Four, because on x86-64 each lane up to the fourth made the whole faster.
pub const LANES: usize = 4;

/// The SHA-256 digests (FIPS 180-4, 6.2) of `N` messages, each a list of pieces that follow one another.
///
/// The digests stand in the order of the messages. Up to [`LANES`] messages are hashed at once; more wait in the
/// order given, so that long ones come first if you know them. How a message is cut makes no difference, and a piece or
/// a list may be empty. A message may have up to 2^61 - 1 bytes.
///
/// ```
/// use aimark_hash::{sha256, sha256_many};
///
/// let [short, long] = sha256_many([&[b"abc"], &[&[b'x'; 1000], b"", b"yz"]]);
/// assert_eq!(short, sha256(b"abc"));
/// assert_eq!(long, sha256(&[&[b'x'; 1000][..], b"yz"].concat()));
/// ```
#[must_use]
pub fn sha256_many<const N: usize>(messages: [&[&[u8]]; N]) -> [[u8; 32]; N] {
    let mut digests = [[0; 32]; N];
    hash(Kernel::detect(), &mut messages.into_iter().zip(&mut digests));
    digests
}

/// The same as [`sha256_many`], for as many messages as there are.
///
/// ```
/// use aimark_hash::{sha256, sha256_all};
///
/// let files = [vec![&b"one"[..]], vec![b"t", b"wo"], vec![]];
/// let digests = sha256_all(files.iter().map(|pieces| &pieces[..]));
/// assert_eq!(digests, [sha256(b"one"), sha256(b"two"), sha256(b"")]);
/// ```
#[must_use]
pub fn sha256_all<'a>(messages: impl IntoIterator<Item = &'a [&'a [u8]]>) -> Vec<[u8; 32]> {
    let messages: Vec<_> = messages.into_iter().collect();
    let mut digests = vec![[0; 32]; messages.len()];
    hash(Kernel::detect(), &mut messages.into_iter().zip(&mut digests));
    digests
}

/// A message, and where its digest goes.
type Order<'a> = (&'a [&'a [u8]], &'a mut [u8; 32]);

/// Hashes each message of the queue. Not generic over it, so that the kernels are compiled once, in this crate.
fn hash<'a>(kernel: Kernel, queue: &mut dyn Iterator<Item = Order<'a>>) {
    let mut lanes: [Option<Lane<'a>>; LANES] = [const { None }; LANES];
    loop {
        lanes.iter_mut().for_each(|lane| supply(lane, queue));
        // All lanes go as far as the one that has the fewest blocks in a row.
        let Some(blocks) = lanes.iter().flatten().map(|lane| lane.ready().len()).min() else { return };
        let mut busy = lanes.iter_mut().flatten().map(|lane| lane.work(blocks));
        match (busy.next(), busy.next(), busy.next(), busy.next()) {
            (Some(a), Some(b), Some(c), Some(d)) => kernel.compress([a, b, c, d]),
            (Some(a), Some(b), Some(c), _) => kernel.compress([a, b, c]),
            (Some(a), Some(b), ..) => kernel.compress([a, b]),
            (Some(a), ..) => kernel.compress([a]),
            (None, ..) => return,
        }
        lanes.iter_mut().flatten().for_each(|lane| lane.advance(blocks));
    }
}

/// Sees to it that the lane has a block to hash, of its own message or of the next one.
fn supply<'a>(lane: &mut Option<Lane<'a>>, queue: &mut dyn Iterator<Item = Order<'a>>) {
    loop {
        if lane.is_none() {
            *lane = queue.next().map(Lane::new);
        }
        let Some(busy) = lane else { return };
        if busy.gather() {
            return;
        }
        *busy.digest = digest_of(&busy.state);
        *lane = None;
    }
}

/// One message on its way.
struct Lane<'a> {
    state: State,
    /// What is left of the piece at hand.
    piece: &'a [u8],
    pieces: slice::Iter<'a, &'a [u8]>,
    tail: Tail,
    /// Where the digest goes.
    digest: &'a mut [u8; 32],
}

impl<'a> Lane<'a> {
    fn new((pieces, digest): Order<'a>) -> Self {
        Self { state: START, piece: &[], pieces: pieces.iter(), tail: Tail::EMPTY, digest }
    }

    /// Goes on in the message until a block is ready. False when there is none: all was hashed.
    fn gather(&mut self) -> bool {
        while self.ready().is_empty() {
            if !self.piece.is_empty() {
                self.piece = self.tail.take(self.piece);
            } else if let Some(piece) = self.pieces.next() {
                self.tail.count(piece.len());
                self.piece = piece;
            } else {
                return self.tail.pad();
            }
        }
        true
    }

    /// The blocks that can be hashed next.
    fn ready(&self) -> &[Block] {
        ready(&self.tail, self.piece)
    }

    /// The first blocks of those that are ready, and the state they go into.
    fn work(&mut self, blocks: usize) -> Work<'_> {
        let ready = ready(&self.tail, self.piece);
        Work { state: &mut self.state, blocks: ready.get(..blocks).unwrap_or_default() }
    }

    /// Leaves blocks behind that were hashed.
    fn advance(&mut self, blocks: usize) {
        if self.tail.block().is_some() {
            self.tail.clear();
        } else {
            self.piece = self.piece.get(blocks.saturating_mul(BLOCK)..).unwrap_or_default();
        }
    }
}

/// The tail's block if it is whole, or else, if no bytes wait there, the blocks that stand whole in the piece.
fn ready<'b>(tail: &'b Tail, piece: &'b [u8]) -> &'b [Block] {
    match tail.block() {
        Some(block) => slice::from_ref(block),
        None if tail.is_empty() => piece.as_chunks().0,
        None => &[],
    }
}

#[cfg(test)]
mod tests;
