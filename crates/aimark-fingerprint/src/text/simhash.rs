//! SimHash: Charikar's rounding hash over shingles (STOC 2002), with 256 bits.

use super::for_each_shingle;
use crate::{Algorithm, Error, Fingerprint, Limits};

/// The SimHash of a text with 256 bits: bit i is whether bit i is set in more than half of the SHA-256 of all shingles, where
/// a shingle counts as often as it occurs. Texts that share most of their shingles differ in few bits, unrelated ones in
/// about 128.
///
/// The text is what a reader sees: markup, and what hides in it, is the caller's to take out. Words are compared in
/// Unicode normalization form KC and folded case, without punctuation, blanks and invisible characters. A shingle is three words in a
/// row, or five characters of scripts that put no blanks between words (Han, kana, Thai and others), or a mixture of both; a
/// shorter text is one shingle.
///
/// # Errors
///
/// [`Error::Limit`] beyond [`Limits::text_bytes`], and [`Error::Input`] if there is no letter and no digit.
///
/// ```
/// use aimark_fingerprint::{Limits, simhash};
///
/// let limits = Limits::default();
/// let one = simhash("The quick brown fox jumps over the lazy dog.", &limits)?;
/// let two = simhash("THE QUICK\n  \"brown\" fox jumps \u{2014} over the lazy dog", &limits)?;
/// assert_eq!(one, two);
/// # Ok::<(), aimark_fingerprint::Error>(())
/// ```
pub fn simhash(text: &str, limits: &Limits) -> Result<Fingerprint, Error> {
    let mut set = [[0_u32; 8]; 32];
    let mut shingles = 0_u32;
    for_each_shingle(text, limits, |hash| {
        shingles = shingles.saturating_add(1);
        for (counts, byte) in set.iter_mut().zip(hash) {
            for (count, shift) in counts.iter_mut().rev().zip(0_u32..) {
                *count = count.saturating_add(u32::from(byte >> shift & 1));
            }
        }
    })?;
    let is_most = |count: &u32| count.saturating_mul(2) > shingles;
    let byte = |counts: &[u32; 8]| counts.iter().fold(0, |bits, count| bits << 1 | u8::from(is_most(count)));
    Ok(Fingerprint::new(Algorithm::SimHash, set.iter().map(byte).collect()))
}
