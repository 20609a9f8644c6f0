//! What kind of file is held against rules.

use aimark::Format;
use serde::Deserialize;

/// What kind of file it is.
///
/// ```
/// use aimark_law::{Medium, TextKind};
///
/// assert_eq!(Medium::of(aimark::Format::Markdown), Medium::Text(TextKind::Markdown));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Medium {
    /// An image.
    Image(ImageKind),
    /// A text.
    Text(TextKind),
}

/// A kind of image.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[allow(missing_docs, reason = "the names of formats say all there is to say")]
pub enum ImageKind {
    Png,
    Jpeg,
    WebP,
    Gif,
    Tiff,
    Heif,
    /// Another one.
    Other,
}

/// A kind of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TextKind {
    /// Words alone, in a file that holds no metadata.
    Plain,
    /// Markdown.
    Markdown,
    /// HTML or XHTML.
    Html,
    /// Rows and columns: CSV or TSV.
    Csv,
    /// Source code, settings, captions and data: what machines read first.
    Structured,
}

impl Medium {
    /// What a format of the core is.
    #[must_use]
    pub fn of(format: Format) -> Self {
        match format {
            Format::Png => Self::Image(ImageKind::Png),
            Format::Jpeg => Self::Image(ImageKind::Jpeg),
            Format::WebP => Self::Image(ImageKind::WebP),
            Format::PlainText => Self::Text(TextKind::Plain),
            Format::Markdown => Self::Text(TextKind::Markdown),
            Format::Html | Format::Xhtml => Self::Text(TextKind::Html),
            Format::Csv | Format::Tsv => Self::Text(TextKind::Csv),
            _ => Self::Text(TextKind::Structured),
        }
    }

    /// The name for programs, and in a profile's lists of places.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Image(ImageKind::Png) => "png",
            Self::Image(ImageKind::Jpeg) => "jpeg",
            Self::Image(ImageKind::WebP) => "webp",
            Self::Image(ImageKind::Gif) => "gif",
            Self::Image(ImageKind::Tiff) => "tiff",
            Self::Image(ImageKind::Heif) => "heif",
            Self::Image(ImageKind::Other) => "image",
            Self::Text(TextKind::Plain) => "plain",
            Self::Text(TextKind::Markdown) => "markdown",
            Self::Text(TextKind::Html) => "html",
            Self::Text(TextKind::Csv) => "csv",
            Self::Text(TextKind::Structured) => "structured",
        }
    }

    pub(crate) fn is_image(self) -> bool {
        matches!(self, Self::Image(_))
    }
}

/// What a rule speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Media {
    /// Images.
    Image,
    /// Texts of any kind.
    Text,
    /// [`TextKind::Plain`].
    Plain,
    /// [`TextKind::Markdown`].
    Markdown,
    /// [`TextKind::Html`].
    Html,
    /// [`TextKind::Csv`].
    Csv,
    /// [`TextKind::Structured`].
    Structured,
}

impl Media {
    /// Whether a medium is one of these.
    #[must_use]
    pub fn covers(self, medium: Medium) -> bool {
        match (self, medium) {
            (Self::Image, Medium::Image(_)) | (Self::Text, Medium::Text(_)) => true,
            (Self::Plain, Medium::Text(kind)) => kind == TextKind::Plain,
            (Self::Markdown, Medium::Text(kind)) => kind == TextKind::Markdown,
            (Self::Html, Medium::Text(kind)) => kind == TextKind::Html,
            (Self::Csv, Medium::Text(kind)) => kind == TextKind::Csv,
            (Self::Structured, Medium::Text(kind)) => kind == TextKind::Structured,
            _ => false,
        }
    }
}
