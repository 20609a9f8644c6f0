//! Unsigned marks in files that say or suggest that AI made them: hints, never proof.
//!
//! Files that carry no signed credential often carry other traces: the digital source type of IPTC, the Chinese AIGC
//! label, the settings that an image generator wrote down, a line of credit, a disclosure in HTML. [`look`] collects them
//! from images, texts, documents, sound and film. `docs/hints.md` lists exactly what is looked for, where, and what it says.
//!
//! Anybody can write such a mark, change it or take it out. A [`Hint`] is what a file says of itself, and no hints say
//! nothing about the content. Nothing here reads files or fetches addresses.
//!
//! ```
//! use aimark_hints::{Kind, Limits, Says, look};
//!
//! let page = br#"<!doctype html><meta name="ai-disclosure" content="ai-generated">"#;
//! let found = look(page, Some("text/html"), &Limits::default());
//! let [hint] = found.hints.as_slice() else { panic!("one hint") };
//! assert_eq!((hint.kind, hint.says), (Kind::HtmlDisclosure, Says::Generated));
//! assert_eq!((hint.place.as_str(), hint.value.as_str()), ("HTML meta at byte 15", "ai-generated"));
//! assert!(!found.cut);
//! ```

#![forbid(unsafe_code)]

mod bytes;
mod carrier;
mod decode;
mod finder;
mod hint;
mod limits;
mod mark;
mod shown;

pub use hint::{Hint, Hints, Kind, Says};
pub use limits::Limits;

/// Looks for unsigned marks in `asset`. `media_type` is what the caller knows of it, such as `text/html`; what a file's
/// first bytes say counts more.
///
/// It never fails: what cannot be read is left out, and [`Hints::cut`] says that a limit was met. The work is in
/// proportion to the metadata, not to the pixels, and the memory is bounded by `limits`. The same bytes give the same hints.
///
/// ```
/// let found = aimark_hints::look(b"no image, and no page", None, &aimark_hints::Limits::default());
/// assert!(found.hints.is_empty());
/// ```
#[must_use]
pub fn look(asset: &[u8], media_type: Option<&str>, limits: &Limits) -> Hints {
    let mut finder = finder::Finder::new(limits);
    carrier::walk(&mut finder, asset, media_type);
    finder.done()
}
