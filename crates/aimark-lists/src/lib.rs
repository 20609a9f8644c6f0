//! Trust lists: whose signatures and time stamps are accepted by default, and who says so.
//!
//! Two lists of the C2PA come with this crate ([`built_in`]): authorities that issue certificates for signing, and
//! authorities of time stamps. Each says how old it is, where it is from, and what its bytes hash to. [`Snapshot::parse`]
//! reads a newer one, as the C2PA publishes it: certificates in PEM, with words between them.
//!
//! A list has one [`Purpose`], and what accepts a signer must never accept a time stamp, or the other way round. The same root
//! may well stand in both lists. So what asks for anchors should take a [`SigningList`] or a [`TimeStampingList`], which
//! cannot stand for one another.
//!
//! Nothing here reads files or clocks, and no list is fetched.
//!
//! ```
//! use aimark_lists::{Purpose, SigningList, built_in};
//!
//! let list = built_in(Purpose::Signing);
//! assert_eq!((list.name.as_ref(), list.date.to_string().as_str()), ("c2pa-signing", "2026-08-21"));
//! let signing = SigningList::try_from(list)?;
//! assert_eq!(signing.list().certificates()?.len(), 30);
//! assert!(SigningList::try_from(built_in(Purpose::TimeStamping)).is_err());
//! # Ok::<(), aimark_lists::ListError>(())
//! ```

#![forbid(unsafe_code)]

mod date;
mod error;
mod list;
mod purpose;
mod snapshot;
mod typed;

pub use aimark_identity::CertificateSummary;
pub use date::{Date, DateError};
pub use error::ListError;
pub use list::{List, built_in};
pub use purpose::Purpose;
pub use snapshot::{Limits, Snapshot};
pub use typed::{SigningList, TimeStampingList};
