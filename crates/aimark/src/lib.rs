//! Put a signed statement, "this was made or altered by AI", into an image or a text, and check it.
//!
//! Labels are standard C2PA 2.4 manifests, so every Content Credentials reader reads them. The crate opens no file
//! and no socket and reads no clock: bytes, time, randomness, limits and trust are arguments.
//!
//! # Sign
//!
//! ```
//! use aimark::{Field, Label, Origin, SignContext, Signer};
//! # let (chain, key) = (include_bytes!("../tests/identity/chain.pem"), include_bytes!("../tests/identity/key.pem"));
//! # let picture = include_bytes!("../tests/identity/dot.png");
//!
//! let signer = Signer::from_pem(chain, key)?; // once
//! let mut label = Label::new(Origin::Generated);
//! label.set(Field::System, "Kandinsky")?.set(Field::Provider, "ACME")?;
//! let context = SignContext::new("2026-11-21T12:00:00Z".parse()?, [7; 32]); // the time, and fresh randomness
//! let signed = aimark::sign(picture, &label, &signer, &context)?;
//! let file: Vec<u8> = signed.to_vec(); // or write `signed.pieces()` without a copy
//! # assert!(file.len() > picture.len());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Check
//!
//! ```
//! use aimark::{Anchors, Verdict, VerifyContext};
//! # let picture = include_bytes!("../tests/identity/dot.png");
//!
//! let anchors = Anchors::new(); // plus `add_pem` for each authority you accept
//! let context = VerifyContext { anchors: &anchors, ..VerifyContext::new("2026-11-21T12:00:00Z".parse()?) };
//! let report = aimark::verify(picture, &context)?;
//! assert_eq!(report.verdict(), Verdict::Unmarked); // which says nothing about the picture
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![forbid(unsafe_code)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects, clippy::as_conversions))]

// The rooms, from the ground up: each may use only those above it.
mod binding;
mod carrier;
mod cbor;
mod claim;
mod cose;
mod error;
mod fitting;
mod input;
mod jumbf;
mod key;
mod label;
mod manifest;
mod nfc;
mod report;
mod sign;
mod time;
mod trust;
mod uuid;
mod verify;

#[cfg(fuzzing)]
#[doc(hidden)]
pub mod fuzzing;

pub use carrier::{Format, MalformedAsset};
pub use error::{Error, InputError, SignerError};
pub use input::{LimitExceeded, Limits};
pub use key::{Algorithm, KeyError};
pub use label::{Field, FieldError, Label, Origin, SoftBinding};
pub use nfc::normalize;
pub use report::{Code, Finding, Foreign, Integrity, Proof, Report, Severity, Trust, Verdict};
pub use sign::{
    Chain, Pending, PendingMark, SignContext, Signed, Signer, TextMark, TextSigner, prepare, sign, sign_many,
};
pub use time::{TimeError, Timestamp};
pub use trust::{Anchors, CertificateError, NotAccepted, ProfileFault, SignerInfo};
pub use verify::{VerifyContext, verify, verify_many};
