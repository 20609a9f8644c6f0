//! What can go wrong, by who is at fault. Nothing is written then.

/// Why marks could not be written.
///
/// ```
/// use aimark_marks::{Error, Limits, Marks, SourceType, write};
///
/// let marks = Marks { source_type: Some(SourceType::TrainedAlgorithmicMedia), ..Marks::default() };
/// let error = write(b"GIF89a", &marks, &Limits::default()).unwrap_err();
/// assert!(matches!(error, Error::Unsupported { .. }));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The asset is at fault.
    #[error(transparent)]
    Input(#[from] InputError),
    /// A limit of the caller was passed, or one of the format.
    #[error("{what}: {found} is over the limit of {allowed}")]
    Limit {
        /// The limit, in words.
        what: &'static str,
        /// How much there is, or the least that there is.
        found: u64,
        /// How much is allowed.
        allowed: u64,
    },
    /// The asset may be sound, but is of a kind that is not handled.
    #[error("{what}, at byte {at}")]
    Unsupported {
        /// What is not handled, in words.
        what: &'static str,
        /// Where it stands in the asset.
        at: usize,
    },
    /// The caller asked for a mark that cannot be written.
    #[error("{mark}: {problem}")]
    Misuse {
        /// The mark: a field of [`Marks`](crate::Marks), or `marks`.
        mark: &'static str,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// A fault of this library. Please report it.
    #[error("internal error: {0}")]
    Internal(&'static str),
}

/// An asset that marks cannot be written into.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InputError {
    /// The container cannot be walked.
    #[error("malformed {format}: {problem}, at byte {at}")]
    Malformed {
        /// The container's name.
        format: &'static str,
        /// Where in the asset.
        at: usize,
        /// What is wrong there.
        problem: &'static str,
    },
    /// The XMP packet is not well-formed, or not what ISO 16684-1 calls a packet. It is never overwritten.
    #[error("the XMP packet cannot be merged: {problem}, at byte {at} of the packet")]
    Packet {
        /// Where in the packet, unpacked.
        at: usize,
        /// What is wrong there.
        problem: &'static str,
    },
    /// The asset carries a C2PA credential. Marks go in before a file is signed: one more byte would break it.
    #[error("the asset already carries a content credential, at byte {at}: marks would break it")]
    Labelled {
        /// Where it begins.
        at: usize,
    },
    /// An AIGC label stands elsewhere in the file. A file may have only one (GB 45438-2025, 6.1 c), and none is removed.
    #[error("the asset carries another AIGC label ({place}), and a file may have only one")]
    AnotherAigc {
        /// Where, in the words of `aimark-hints`.
        place: String,
    },
    /// A mark that is to be written stands in a part of the file that is not changed, so that there would be two.
    #[error("{mark} stands already where it is not changed ({place})")]
    Elsewhere {
        /// The property.
        mark: String,
        /// Where, in the words of `aimark-hints`.
        place: String,
    },
    /// The front matter of a Markdown text cannot be extended.
    #[error("the front matter cannot be extended: {problem}, at byte {at}")]
    FrontMatter {
        /// Where in the text.
        at: usize,
        /// What is wrong there.
        problem: &'static str,
    },
}

impl Error {
    pub(crate) fn malformed(format: &'static str, at: usize, problem: &'static str) -> Self {
        InputError::Malformed { format, at, problem }.into()
    }

    pub(crate) fn packet(at: usize, problem: &'static str) -> Self {
        InputError::Packet { at, problem }.into()
    }

    /// That `found` is not over a limit.
    pub(crate) fn within(what: &'static str, found: usize, allowed: usize) -> Result<(), Self> {
        if found <= allowed {
            return Ok(());
        }
        Err(Self::Limit { what, found: wide(found), allowed: wide(allowed) })
    }
}

pub(crate) fn wide(n: usize) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}
