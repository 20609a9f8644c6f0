//! Why there is no fingerprint, by who is at fault.

/// Why there is no fingerprint. Each says who is at fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The input has nothing that a fingerprint can be made of, or is no fingerprint.
    #[error("input: {0}")]
    Input(&'static str),
    /// The input is larger than a limit.
    #[error("limit: the input has {found} {what}, at most {allowed} are read")]
    Limit {
        /// What is counted.
        what: &'static str,
        /// How many there are.
        found: u64,
        /// How many there may be.
        allowed: u64,
    },
    /// A fingerprint of a kind that is sound, but not known here.
    #[error("unsupported: {0}")]
    Unsupported(&'static str),
    /// The caller describes a picture that its bytes cannot be.
    #[error("misuse: {0}")]
    Misuse(&'static str),
}
