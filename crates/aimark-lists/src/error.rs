//! Why something is no list.

use aimark_identity::IdentityError;

use crate::Purpose;

/// Why a file cannot replace a list. In each case the file is at fault, or what was said about it.
///
/// Names of certificates in it are safe to show.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ListError {
    /// It is larger than the limit.
    #[error("it has {found} bytes, at most {allowed} are read")]
    TooLong {
        /// How many bytes it has.
        found: usize,
        /// How many it may have.
        allowed: usize,
    },
    /// It has more certificates than the limit.
    #[error("it has more than {allowed} certificates")]
    TooMany {
        /// How many it may have.
        allowed: usize,
    },
    /// It is not UTF-8.
    #[error("it is not text")]
    NotText,
    /// It has no certificate, or one that cannot be read.
    #[error(transparent)]
    Certificate(#[from] IdentityError),
    /// A certificate may not issue others. A list is of authorities; signers are accepted one by one.
    #[error("certificate {position} is not an authority's: {subject}")]
    NotAnAuthority {
        /// Which certificate, counted from 1.
        position: usize,
        /// Whom it names.
        subject: String,
    },
    /// No certificate is valid at the time given.
    #[error("none of its certificates is valid now")]
    NoneValid,
    /// A certificate's own purposes leave out that of the list.
    #[error("certificate {position} is not for {purpose}: {subject}")]
    OtherPurpose {
        /// Which certificate, counted from 1.
        position: usize,
        /// What the list is for.
        purpose: Purpose,
        /// Whom it names.
        subject: String,
    },
    /// No certificate says what it is for, and nobody else did.
    #[error("its certificates do not tell whether it is for signing or for time stamping")]
    PurposeUnknown,
    /// Some certificates are for signing only, others for time stamping only.
    #[error("it has certificates for signing and others for time stamping; those are two lists")]
    Mixed,
    /// A list of one purpose where one of the other is wanted.
    #[error("the list is for {found}, not for {wanted}")]
    Purpose {
        /// What it is for.
        found: Purpose,
        /// What is wanted.
        wanted: Purpose,
    },
    /// A stored snapshot whose first lines are not those that were written, or whose bytes are not.
    #[error("it is damaged, or was not written by `aimark trust update`")]
    Stored,
}
