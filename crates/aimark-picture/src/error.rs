//! Why the pixels of a file cannot be had or changed, by who is at fault.

/// Why the pixels of a file cannot be had or changed. Each says who is at fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The input is no sound picture of its kind.
    #[error("input: {0}")]
    Input(String),
    /// The input is larger than a limit.
    #[error("limit: the picture has {found} {what}, at most {allowed} are decoded")]
    Limit {
        /// What is counted.
        what: &'static str,
        /// How many there are.
        found: u64,
        /// How many there may be.
        allowed: u64,
    },
    /// The input may be sound, but its kind is not decoded here.
    #[error("unsupported: {0}")]
    Unsupported(&'static str),
    /// A fault of this crate.
    #[error("internal: {0}")]
    Internal(&'static str),
}
