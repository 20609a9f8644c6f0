//! Fingerprints of texts. Both are made of the same shingles: a few words in a row, as `tokens.rs` and `shingles.rs` cut them.

mod minhash;
mod scripts;
mod shingles;
mod simhash;
mod tokens;

use sha2::{Digest, Sha256};

pub use minhash::minhash;
pub use simhash::simhash;

use crate::limits::within;
use crate::num::count;
use crate::{Error, Limits};

/// Calls `each` with the SHA-256 of every shingle of a text, in order: of its words in UTF-8, each followed by a blank.
fn for_each_shingle(text: &str, limits: &Limits, mut each: impl FnMut(&[u8; 32])) -> Result<(), Error> {
    within("bytes", count(text.len()), limits.text_bytes)?;
    let mut any = false;
    shingles::walk(tokens::of(text), |words| {
        any = true;
        let mut hash = Sha256::new();
        for word in words {
            hash.update(word.as_bytes());
            hash.update(b" ");
        }
        each(&hash.finalize().into());
    });
    if any { Ok(()) } else { Err(Error::Input("the text has no words")) }
}
