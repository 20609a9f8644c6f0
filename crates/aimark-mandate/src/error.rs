//! Why a file could not be prepared, by who is at fault.

use aimark_law::Missing;

/// Why a file could not be prepared. Each says who is at fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Misuse: the label lacks what a law requires. Nothing of it is ever invented.
    #[error("misuse: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Missing(Vec<Missing>),
    /// The warning could not be drawn or written; the error says who is at fault.
    #[error(transparent)]
    Notice(#[from] aimark_notice::Error),
    /// The marks could not be written; the error says who is at fault.
    #[error(transparent)]
    Marks(#[from] aimark_marks::Error),
    /// Misuse: what the label states cannot stand in the label of GB 45438-2025.
    #[error("misuse: {0}")]
    Aigc(#[from] aimark_aigc::LabelError),
    /// Signer: the SM2 key cannot sign.
    #[error("signer: {0}")]
    Key(#[from] aimark_aigc::security::KeyError),
    /// Misuse: what was drawn or written cannot be stated in the label.
    #[error("misuse: {0}")]
    Field(#[from] aimark::FieldError),
    /// Unsupported: the warning that was drawn stands out less than a law asks for.
    #[error("unsupported: the warning has a contrast of {found}, and {least} is asked for")]
    Contrast {
        /// As measured in the picture.
        found: aimark_notice::Contrast,
        /// As a law has it.
        least: aimark_notice::Contrast,
    },
    /// Input: a text that is no UTF-8.
    #[error("input: the text is not UTF-8")]
    NotUtf8,
}
