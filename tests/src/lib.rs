//! What the end-to-end tests share: pictures, a fixed identity, the judge, other people's files.

// Writers of parts are passed around as closures, and their types say what they take.
#![allow(clippy::type_complexity)]

pub mod cbor;
pub mod certificates;
pub mod der;
pub mod forge;
pub mod judge;
pub mod peer;
pub mod pictures;
pub mod stamp;

use std::path::{Path, PathBuf};

use aimark::{Anchors, Label, Origin, SignContext, Signer, Timestamp, VerifyContext};
use aimark_identity::{Identity, Subject};

/// A moment inside the validity of the fixed identity.
pub fn now() -> Timestamp {
    "2026-11-21T12:00:00Z".parse().unwrap()
}

/// An identity that is the same in every run: names, keys, serial numbers and dates are fixed.
pub fn identity() -> Identity {
    identity_from(1)
}

/// Another fixed identity for each `seed`.
pub fn identity_from(seed: u8) -> Identity {
    let subject = Subject::new("KZ", "aimark", "aimark default").unwrap();
    let random: [u8; 96] = core::array::from_fn(|i| (i as u8).wrapping_mul(37) ^ seed);
    let start: Timestamp = "2026-01-01T00:00:00Z".parse().unwrap();
    Identity::generate(&subject, start.unix_seconds(), 3650, &random).unwrap()
}

pub fn signer(identity: &Identity) -> Signer {
    Signer::from_pem(identity.certificate_pem().as_bytes(), identity.key_pem().as_bytes()).unwrap()
}

/// Anchors that accept the fixed identity.
pub fn anchors() -> Anchors {
    let mut anchors = Anchors::new();
    anchors.add_pem(identity().root_pem().as_bytes()).unwrap();
    anchors
}

pub fn context() -> SignContext {
    SignContext::new(now(), core::array::from_fn(|i| i as u8))
}

/// `asset` labelled as generated, by the fixed identity.
pub fn signed(asset: &[u8]) -> Vec<u8> {
    signed_with(asset, &Label::new(Origin::Generated))
}

pub fn signed_with(asset: &[u8], label: &Label) -> Vec<u8> {
    aimark::sign(asset, label, &signer(&identity()), &context()).unwrap().to_vec()
}

/// The report on `asset` when the fixed identity is accepted.
pub fn verify(asset: &[u8]) -> aimark::Report {
    let anchors = anchors();
    aimark::verify(asset, &VerifyContext { anchors: &anchors, ..VerifyContext::new(now()) }).unwrap()
}

/// The codes of a report's failures.
pub fn failures(report: &aimark::Report) -> Vec<&'static str> {
    report.findings_of(aimark::Severity::Failure).map(|f| f.code.text()).collect()
}

/// Where `bytes` holds `part`, which must be there.
pub fn position(bytes: &[u8], part: &[u8]) -> usize {
    bytes.windows(part.len()).position(|w| w == part).expect("the part is there")
}

/// The project's root.
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// A folder of other people's files beside the project, or `None` with a word on standard error.
pub fn shared_data(folder: &str) -> Option<PathBuf> {
    let path = project().parent()?.join("shared/data").join(folder);
    if path.is_dir() {
        return Some(path);
    }
    eprintln!("skipped: {} is not there", path.display());
    None
}
