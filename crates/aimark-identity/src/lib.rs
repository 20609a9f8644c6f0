//! Signing identities for `aimark`: who puts a label on a picture or a text, and with which key.
//!
//! [`Identity::generate`] makes a small root certificate and, issued by it, the certificate and key that
//! sign labels (C2PA 2.2 section 14.5, RFC 5280). [`certificate_request`] asks a real authority for a
//! certificate instead (RFC 2986). [`describe`] says what a certificate file holds.
//!
//! Nothing here reads files, clocks or random sources: time and randomness are arguments, and the same
//! arguments give the same bytes.
//!
//! ```
//! use aimark_identity::{Identity, Subject, describe};
//!
//! // In a program: 96 bytes from the operating system. Here: bytes anybody can repeat.
//! let randomness: [u8; 96] = std::array::from_fn(|i| i.to_le_bytes()[0]);
//! let subject = Subject::new("KZ", "aimark", "aimark default")?;
//! let identity = Identity::generate(&subject, 1_767_225_600, 3650, &randomness)?;
//!
//! let leaf = &describe(identity.certificate_pem())?[0];
//! assert_eq!(leaf.subject, "CN=aimark default,O=aimark,C=KZ");
//! assert_eq!(leaf.issuer, "CN=aimark root");
//! # Ok::<(), aimark_identity::IdentityError>(())
//! ```
#![forbid(unsafe_code)]

mod certificate;
mod describe;
mod error;
mod identity;
mod key;
mod pem;
mod request;
mod subject;
mod text;

pub use describe::{CertificateSummary, describe};
pub use error::IdentityError;
pub use identity::{Identity, MAX_DAYS};
pub use key::{decrypt_key_pem, is_encrypted};
pub use request::certificate_request;
pub use subject::{Subject, SubjectField};
