//! The example vectors of FIPS 180-4 (NIST, "Examples with Intermediate Values" and the CAVP's short messages), through
//! each door.
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected may fail loudly")]

use aimark_hash::{LANES, Sha256, sha256, sha256_all, sha256_many};

static MILLION: [u8; 1_000_000] = [b'a'; 1_000_000];

static VECTORS: [(&[u8], &str); 5] = [
    (b"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (b"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
        b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ),
    (
        b"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1",
    ),
    (&MILLION, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
];

fn hex(digest: [u8; 32]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn one_message() {
    for (message, digest) in VECTORS {
        assert_eq!(hex(sha256(message)), digest);
    }
}

#[test]
fn piece_by_piece() {
    for (message, digest) in VECTORS {
        for size in [1, 3, 63, 64, 65, 1000] {
            let mut hasher = Sha256::default();
            message.chunks(size).for_each(|piece| hasher.update(piece));
            assert_eq!(hex(hasher.finalize()), digest, "in pieces of {size}");
        }
    }
}

#[test]
fn every_cut_of_one_message() {
    let message: Vec<u8> = (0..=255).collect();
    for first in 0..=message.len() {
        for second in first..=message.len() {
            let mut hasher = Sha256::new();
            for range in [0..first, first..second, second..message.len()] {
                hasher.update(message.get(range).unwrap());
            }
            assert_eq!(hasher.finalize(), sha256(&message), "cut at {first} and {second}");
        }
    }
}

#[test]
fn all_at_once() {
    let digests = sha256_many(VECTORS.map(|(message, _)| [message]).each_ref().map(|pieces| &pieces[..]));
    assert_eq!(digests.map(hex), VECTORS.map(|(_, digest)| digest));
}

#[test]
fn the_same_message_in_every_lane() {
    for (message, digest) in VECTORS {
        let messages = [[message]; 2 * LANES];
        let digests = sha256_all(messages.iter().map(|pieces| &pieces[..]));
        assert!(digests.into_iter().all(|d| hex(d) == digest));
    }
}

#[test]
fn no_messages() {
    assert!(sha256_all([]).is_empty());
    assert_eq!(sha256_many([]), [[0; 32]; 0]);
    assert_eq!(sha256_many([&[]]), [sha256(b"")]);
}
