//! One message.

use core::fmt;

use crate::kernel::{START, State, digest_of, portable};
use crate::tail::Tail;

/// The SHA-256 digest of `message` (FIPS 180-4, 6.2): 32 bytes, most significant first.
///
/// ```
/// let digest = aimark_hash::sha256(b"abc");
/// assert_eq!(digest[..4], [0xba, 0x78, 0x16, 0xbf]);
/// ```
#[must_use]
pub fn sha256(message: &[u8]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(message);
    hasher.finalize()
}

/// The SHA-256 digest of a message that comes piece by piece.
///
/// How the message is cut makes no difference. For several messages that are all there, [`sha256_many`] is
/// faster.
///
/// ```
/// use aimark_hash::{Sha256, sha256};
///
/// let mut hasher = Sha256::new();
/// hasher.update(b"a");
/// hasher.update(b"bc");
/// assert_eq!(hasher.finalize(), sha256(b"abc"));
/// ```
///
/// [`sha256_many`]: crate::sha256_many
#[derive(Clone)]
pub struct Sha256 {
    state: State,
    tail: Tail,
}

impl Sha256 {
    /// A message without bytes.
    #[must_use]
    pub const fn new() -> Self {
        Self { state: START, tail: Tail::EMPTY }
    }

    /// Adds bytes at the end of the message. All pieces together may have up to 2^61 - 1 bytes.
    pub fn update(&mut self, piece: &[u8]) {
        self.tail.count(piece.len());
        let mut rest = piece;
        if !self.tail.is_empty() {
            rest = self.tail.take(rest);
            self.hash_tail();
        }
        // While the tail waits for its block to become whole, nothing is left over.
        let (blocks, rest) = rest.as_chunks();
        portable::compress(&mut self.state, blocks);
        self.tail.take(rest);
    }

    /// The digest of all bytes: 32 bytes, most significant first (FIPS 180-4, 6.2.2).
    #[must_use]
    pub fn finalize(mut self) -> [u8; 32] {
        while self.tail.pad() {
            self.hash_tail();
        }
        digest_of(&self.state)
    }

    fn hash_tail(&mut self) {
        if let Some(block) = self.tail.block() {
            portable::compress(&mut self.state, core::slice::from_ref(block));
            self.tail.clear();
        }
    }
}

impl Default for Sha256 {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sha256").finish_non_exhaustive()
    }
}
