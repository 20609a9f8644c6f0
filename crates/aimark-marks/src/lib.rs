//! Writes unsigned machine-readable marks of AI into files: into the XMP packet of a PNG, JPEG or WebP, and into the front
//! matter of a Markdown text. `docs/marks.md` says exactly what is written where, and what is refused.
//!
//! Marks go in first and the file is signed last: a signature covers them, and one more byte would break it. What others
//! wrote stays as it is, byte for byte; where that cannot be, nothing is written. Nothing here reads files or asks the clock,
//! and the same inputs give the same bytes.
//!
//! ```
//! use aimark_hints::Kind;
//! use aimark_marks::{Limits, Marks, Note, SourceType, write};
//!
//! let image = b"\xff\xd8\xff\xda\0\x08\x01\x01\0\0\x3f\0\0\xff\xd9";
//! let marks = Marks { source_type: Some(SourceType::TrainedAlgorithmicMedia), ..Marks::default() };
//! let written = write(image, &marks, &Limits::default())?;
//! assert_eq!(written.notes, [Note::NewPacket]);
//! let found = aimark_hints::look(&written.bytes, None, &aimark_hints::Limits::default());
//! assert_eq!(found.hints[0].kind, Kind::IptcDigitalSourceType);
//! # Ok::<(), aimark_marks::Error>(())
//! ```

#![forbid(unsafe_code)]

mod bytes;
mod carrier;
mod edit;
mod error;
mod limits;
mod markdown;
mod marks;
mod others;
mod packet;
mod written;

pub use error::{Error, InputError};
pub use limits::Limits;
pub use marks::{Marks, SourceType};
pub use written::{Note, Written};

/// Writes marks into a PNG, JPEG or WebP; its first bytes say which it is.
///
/// A packet that is there is merged: what is not ours in it stays byte for byte, and so does every other byte of the asset,
/// but for sizes, check sums and flags that depend on the packet.
///
/// The work is in proportion to the asset, and the memory is a copy of it.
///
/// # Errors
///
/// [`Error::Input`] where the asset is malformed, signed already, or holds another AIGC label; [`Error::Unsupported`] where it
/// may be sound but is not handled; [`Error::Limit`]; and [`Error::Misuse`] for marks that cannot be written.
///
/// ```
/// use aimark_marks::{Error, Limits, Marks, write};
///
/// let error = write(b"\x89PNG\r\n\x1a\n", &Marks::default(), &Limits::default()).unwrap_err();
/// assert_eq!(error, Error::Misuse { mark: "marks", problem: "there is none to write" });
/// ```
pub fn write(asset: &[u8], marks: &Marks, limits: &Limits) -> Result<Written, Error> {
    marks.check(limits)?;
    limits.asset(asset)?;
    carrier::write(asset, marks, limits)
}

/// Writes marks into the YAML front matter of a Markdown text: the mapping `AIGC`, and `digitalSourceType` with the address
/// of a term. Where there is no front matter, it is made. Only for Markdown: nobody can tell Markdown from other texts by its content.
///
/// `aigc` is the label in YAML: either all of it with its key, as `AIGC:` and indented lines, or only the lines of the mapping,
/// `Label: "1"` and so on, which are indented then.
///
/// # Errors
///
/// As [`write()`], and [`InputError::FrontMatter`] where what is there cannot be extended safely.
///
/// ```
/// use aimark_marks::{Limits, SourceType, write_markdown};
///
/// let text = "---\ntitle: A cat\n---\n# A cat\n";
/// let aigc = "Label: \"1\"\nContentProducer: \"x\"\nProduceID: \"7\"\n";
/// let written = write_markdown(text, Some(SourceType::TrainedAlgorithmicMedia), Some(aigc), &Limits::default())?;
/// assert_eq!(
///     written,
///     "---\ntitle: A cat\nAIGC:\n  Label: \"1\"\n  ContentProducer: \"x\"\n  ProduceID: \"7\"\n\
///      digitalSourceType: http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia\n---\n# A cat\n"
/// );
/// # Ok::<(), aimark_marks::Error>(())
/// ```
pub fn write_markdown(
    text: &str,
    source_type: Option<SourceType>,
    aigc: Option<&str>,
    limits: &Limits,
) -> Result<String, Error> {
    limits.asset(text.as_bytes())?;
    markdown::write(text, source_type, aigc, limits)
}
