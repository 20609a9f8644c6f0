//! What the crate promises, tested from outside.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that meets the unexpected may fail loudly"
)]

mod describe;
mod generate;
mod key;
mod openssl;
mod request;
mod subject;

use aimark_identity::{Identity, Subject};
use der::{Decode, Document};
use x509_cert::certificate::Certificate;

/// 2026-01-01T00:00:00Z.
const START: i64 = 1_767_225_600;

/// 96 bytes that differ; `seed` makes other ones.
fn randomness(seed: u8) -> [u8; 96] {
    std::array::from_fn(|i| (i as u8).wrapping_mul(7).wrapping_add(seed))
}

fn salt_and_iv() -> [u8; 32] {
    std::array::from_fn(|i| i as u8)
}

fn default_subject() -> Subject {
    Subject::new("KZ", "aimark", "aimark default").unwrap()
}

fn default_identity() -> Identity {
    Identity::generate(&default_subject(), START, 3650, &randomness(1)).unwrap()
}

fn der_of(pem: &str) -> Vec<u8> {
    Document::from_pem(pem).unwrap().1.into_vec()
}

fn parsed(pem: &str) -> Certificate {
    Certificate::from_der(&der_of(pem)).unwrap()
}
