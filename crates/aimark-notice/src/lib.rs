//! The visible warning "made by AI": drawn into a picture, written into a text, and looked for again.
//!
//! Several laws ask for two things: a mark that machines read, and a warning that people see. This crate makes the
//! second. [`draw`] puts it on a plate into a PNG, JPEG or WebP and says what was drawn and where, for a signed label
//! to record it; [`look`] says whether a recorded notice is still there. [`words`] knows it in eight languages; with
//! [`Line::new`] callers bring their own words.
//!
//! Nothing here reads files, clocks or settings. The same input gives the same bytes. `docs/notice.md` says how sure
//! [`look`] is.
//!
//! The built-in fonts are subsets of Noto Sans, under the SIL Open Font License 1.1 (`font/OFL.txt`): Latin with
//! Vietnamese, Cyrillic with Kazakh, the Han and Hangul of such notices, and Devanagari.

#![forbid(unsafe_code)]

mod area;
mod contrast;
mod draw;
mod error;
mod fit;
mod font;
mod layout;
mod look;
mod mask;
mod num;
mod picture;
mod text;
mod wish;
mod words;

pub use aimark_picture::Limits;
pub use area::{Area, Contrast};
pub use draw::{Drawn, Record, draw, size};
pub use error::Error;
pub use look::{Seen, Similarity, look, similarity};
pub use text::{Found, Place, TextKind, TextRecord, find_text, is_styled, visible_text, write_text};
pub use wish::{Line, Position, SEPARATOR, Wish};
pub use words::{LANGUAGES, Origin, Words, words};
