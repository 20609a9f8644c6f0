//! SHA-256 of several messages at once: whatever their number, their lengths and their pieces, each is what `sha2` says.

#![no_main]

use aimark_hash::{Sha256, sha256, sha256_all};
use arbitrary::Unstructured;
use sha2::Digest as _;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let _ = run(Unstructured::new(data));
});

fn run(mut u: Unstructured<'_>) -> arbitrary::Result<()> {
    let mut lengths = Vec::new();
    for _ in 0..u.int_in_range(0..=9)? {
        let pieces: Vec<u16> =
            (0..u.int_in_range(0..=4)?).map(|_| u.arbitrary()).collect::<Result<_, _>>()?;
        lengths.push(pieces);
    }
    // Pieces overlap in one sea of bytes: short inputs make long messages, and lanes that read each other's bytes differ.
    let sea: Vec<u8> = u.take_rest().iter().copied().chain(0..=255).cycle().take(6_000).collect();
    let piece = |place: usize, length: &u16| {
        let start = place * 37 % 1_000;
        &sea[start..start + usize::from(*length) % 1_100]
    };
    let messages: Vec<Vec<&[u8]>> = lengths
        .iter()
        .enumerate()
        .map(|(number, pieces)| pieces.iter().enumerate().map(|(at, p)| piece(number * 5 + at, p)).collect())
        .collect();
    let together = sha256_all(messages.iter().map(|pieces| &pieces[..]));
    assert_eq!(together.len(), messages.len());
    for (pieces, digest) in messages.iter().zip(together) {
        let whole = pieces.concat();
        let theirs: [u8; 32] = sha2::Sha256::digest(&whole).into();
        assert_eq!(digest, theirs, "several messages at once");
        assert_eq!(sha256(&whole), theirs, "one message");
        let mut stream = Sha256::default();
        pieces.iter().for_each(|piece| stream.update(piece));
        assert_eq!(stream.finalize(), theirs, "one message in pieces");
    }
    Ok(())
}
