//! MinHash: Broder's estimate of how much two sets have in common (1997), with 16 bits of each minimum (Li and König, 2010).

use super::for_each_shingle;
use crate::{Algorithm, Error, Fingerprint, Limits};

/// How many permutations there are.
const PERMUTATIONS: usize = 128;

/// The MinHash of a text with 128 permutations: of each, 16 bits that stand for the shingle that comes first in it. Two texts have
/// each number in common as likely as any shingle of either is in both: [`Fingerprint::similarity`].
///
/// Unlike [`simhash`](crate::simhash) this tells how much of a text is in another, also where it is little, and does not
/// care how often a shingle occurs. Shingles are the same.
///
/// A shingle is the first 64 bits x of its SHA-256, big-endian. Permutation i orders shingles by a x + b modulo 2^64, where a
/// (made odd) and b are the numbers 2i and 2i + 1 of SplitMix64 with the seed 0, counted from 0. The number of a
/// permutation is the upper 16 bits of its least a x + b, mixed once more as SplitMix64 mixes its state.
///
/// # Errors
///
/// As [`simhash`](crate::simhash).
///
/// ```
/// use aimark_fingerprint::{Limits, minhash};
///
/// let limits = Limits::default();
/// let one = minhash("The quick brown fox jumps over the lazy dog.", &limits)?;
/// let two = minhash("The quick brown fox jumps over the lazy cat.", &limits)?;
/// // 6 of 8 shingles are in both.
/// assert!(one.similarity(&two).is_some_and(|share| (0.6..0.9).contains(&share)));
/// # Ok::<(), aimark_fingerprint::Error>(())
/// ```
pub fn minhash(text: &str, limits: &Limits) -> Result<Fingerprint, Error> {
    let factors = factors();
    let mut least = [u64::MAX; PERMUTATIONS];
    for_each_shingle(text, limits, |hash| {
        let x = u64::from_be_bytes(*hash.first_chunk().unwrap_or(&[0; 8]));
        for (least, (a, b)) in least.iter_mut().zip(factors) {
            *least = (*least).min(a.wrapping_mul(x).wrapping_add(b));
        }
    })?;
    let number = |least: u64| {
        let [high, low, ..] = mixed(least).to_be_bytes();
        [high, low]
    };
    Ok(Fingerprint::new(Algorithm::MinHash, least.into_iter().flat_map(number).collect()))
}

/// a and b of each permutation.
fn factors() -> [(u64, u64); PERMUTATIONS] {
    let mut state = 0_u64;
    let mut next = || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mixed(state)
    };
    [(); PERMUTATIONS].map(|()| (next() | 1, next()))
}

/// The output function of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
fn mixed(state: u64) -> u64 {
    let state = (state ^ state >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let state = (state ^ state >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    state ^ state >> 31
}
