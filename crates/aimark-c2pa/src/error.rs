//! Why an asset could not be examined, by who is at fault.

/// Why something could not be done. A credential that does not hold is not an error but a [`Judgement`](crate::Judgement).
///
/// ```
/// use aimark_c2pa::{Error, Examiner, Options};
///
/// let options = Options { max_bytes: 3, ..Options::default() };
/// let examiner = Examiner::new(&[], &[], options)?;
/// assert!(matches!(examiner.examine(b"GIF89a", "image/gif"), Err(Error::Limit { .. })));
/// # Ok::<(), Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The asset cannot be walked as what it is.
    #[error("the asset cannot be read: {0}")]
    Input(String),
    /// A limit of the caller was passed.
    #[error("the asset has {found} {what}, more than the limit of {limit}")]
    Limit {
        /// Of what there is too much.
        what: &'static str,
        /// How much there is.
        found: u64,
        /// How much there may be.
        limit: u64,
    },
    /// The media type is not one that the c2pa crate reads.
    #[error("the media type {0} is not supported")]
    Unsupported(String),
    /// A list of anchors or an option makes no sense.
    #[error("{0}")]
    Misuse(String),
    /// A fault of this library or of the c2pa crate. Please report it.
    #[error("internal error: {0}")]
    Internal(String),
}
