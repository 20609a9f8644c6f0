//! Why no notice could be drawn, written or looked for, by who is at fault.

/// Why no notice could be drawn, written or looked for. Each says who is at fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The input is no sound picture of its kind.
    #[error("input: {0}")]
    Input(String),
    /// The input is larger than a limit.
    #[error("limit: the picture has {found} {what}, at most {allowed} are drawn on")]
    Limit {
        /// What is counted.
        what: &'static str,
        /// How many there are.
        found: u64,
        /// How many there may be.
        allowed: u64,
    },
    /// The input may be sound, but nothing is drawn on its kind.
    #[error("unsupported: {0}")]
    Unsupported(&'static str),
    /// The picture carries a C2PA label, which a drawn notice would break. Draw first, sign last.
    #[error("misuse: the picture carries a C2PA label, which a notice would break: draw first, sign last")]
    Labelled,
    /// What the caller wishes makes no sense.
    #[error("misuse: {0}")]
    Wish(&'static str),
    /// The words have a letter that the built-in fonts lack.
    #[error("misuse: the fonts have no letter for {} (U+{:04X})", shown(*.0), u32::from(*.0))]
    Letter(char),
    /// Not even the short words fit into the picture at the smallest height that was asked for.
    #[error(
        "misuse: the words do not fit into {width} x {height} pixels at a text height of {text_height} pixels"
    )]
    DoesNotFit {
        /// Width of the picture as displayed.
        width: u32,
        /// Height of the picture as displayed.
        height: u32,
        /// The text height that was asked for, in pixels.
        text_height: u32,
    },
    /// The notice would stand where no reader sees it, such as in a comment that the text leaves open.
    #[error("input: the notice would be hidden where it was to stand")]
    Hidden,
    /// A fault of this crate.
    #[error("internal: {0}")]
    Internal(&'static str),
}

impl From<aimark_picture::Error> for Error {
    fn from(error: aimark_picture::Error) -> Self {
        match error {
            aimark_picture::Error::Input(what) => Self::Input(what),
            aimark_picture::Error::Limit { what, found, allowed } => Self::Limit { what, found, allowed },
            aimark_picture::Error::Unsupported(what) => Self::Unsupported(what),
            aimark_picture::Error::Internal(what) => Self::Internal(what),
            _ => Self::Internal("a fault of a picture that has no name here"),
        }
    }
}

/// A letter that is safe to print.
fn shown(letter: char) -> String {
    if letter.is_alphanumeric() || letter.is_ascii_graphic() {
        letter.to_string()
    } else {
        "a sign".to_owned()
    }
}
