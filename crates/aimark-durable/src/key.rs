//! Keys: which lines of the spectrum a mark uses for what, and with which phases and signs.

use sha2::{Digest, Sha256};
use zeroize::Zeroize as _;

/// 32 bytes from which everything about a mark is derived that is not its payload. Who has a key can find, forge and
/// remove the marks made with it, so [`Key::shared`] authenticates nothing. Dropped, it is wiped; what is derived from it
/// for one picture is not.
///
/// ```
/// use aimark_durable::Key;
/// let ours = Key::new([7; 32]);
/// assert_ne!(ours, Key::shared());
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Key {
    secret: [u8; 32],
}

impl Key {
    /// From 32 bytes that are secret, and random.
    #[must_use]
    pub fn new(secret: [u8; 32]) -> Self {
        Self { secret }
    }

    /// The key that everybody has, so that any reader finds a mark, without a network.
    #[must_use]
    pub fn shared() -> Self {
        Self { secret: Sha256::digest(b"aimark durable mark, key for everybody, 1").into() }
    }

    /// Numbers for one purpose, each of 32 bits.
    pub(crate) fn numbers(&self, purpose: &'static [u8]) -> Numbers {
        let mut start = Sha256::new();
        start.update(b"aimark-durable 1\0");
        start.update(self.secret);
        start.update(purpose);
        Numbers { start, block: 0, left: Vec::new() }
    }
}

impl Drop for Key {
    fn drop(&mut self) {
        self.secret.zeroize();
    }
}

/// Says nothing of the secret.
impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Key").finish_non_exhaustive()
    }
}

/// SHA-256 over a start and a counter of 64 bits, as a stream of numbers.
pub(crate) struct Numbers {
    start: Sha256,
    block: u64,
    left: Vec<u32>,
}

impl Numbers {
    pub(crate) fn next(&mut self) -> u32 {
        loop {
            if let Some(number) = self.left.pop() {
                return number;
            }
            let mut hash = self.start.clone();
            hash.update(self.block.to_be_bytes());
            self.block = self.block.wrapping_add(1);
            let bytes: [u8; 32] = hash.finalize().into();
            self.left.extend(bytes.as_chunks::<4>().0.iter().rev().map(|bytes| u32::from_be_bytes(*bytes)));
        }
    }

    /// Below `bound`, as evenly as 32 bits allow.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).unwrap_or(u64::MAX).min(u64::from(u32::MAX));
        usize::try_from(u64::from(self.next()).wrapping_mul(bound) >> 32).unwrap_or_default()
    }

    /// Into another order (Fisher and Yates).
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last.saturating_add(1));
            items.swap(last, other);
        }
    }
}
