//! Why a file has no watermark or fingerprint, by who is at fault.

/// Why a file has no watermark or fingerprint. Each says who is at fault.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file is no sound picture of its kind, too large, or of a kind that is not decoded.
    #[error(transparent)]
    Picture(#[from] aimark_picture::Error),
    /// The picture cannot carry a mark, or the mark makes no sense.
    #[error(transparent)]
    Watermark(#[from] aimark_durable::Error),
    /// The content gives no fingerprint.
    #[error(transparent)]
    Fingerprint(#[from] aimark_fingerprint::Error),
    /// The picture carries a C2PA label, which a watermark would break. Mark first, sign last.
    #[error("misuse: the picture carries a C2PA label, which a watermark would break: mark first, sign last")]
    Labelled,
    /// The picture carries a watermark of this key already, and a second one would not be read beside it.
    #[error(
        "input: the picture carries a watermark of this key already: issuer {issuer}, identifier {identifier}"
    )]
    Watermarked {
        /// The number of who issued it.
        issuer: u16,
        /// What leads to its label.
        identifier: u64,
    },
    /// The picture is coded so coarsely that a watermark could not be read from the file.
    #[error("input: the picture is coded so coarsely that a watermark would be lost")]
    Coarse,
    /// The label cannot state it.
    #[error("misuse: {0}")]
    Label(#[from] aimark::FieldError),
    /// A fault of this crate.
    #[error("internal: {0}")]
    Internal(&'static str),
}
