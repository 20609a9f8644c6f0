//! What `aimark` found, as JSON for programs: one object a line, of the shapes in `docs/report.schema.json`.
//!
//! A [`Line`] is begun with its [`Schema`], then says which asset it is about, then what was found. Its keys stand in
//! the order in which they came.
//!
//! Nothing here reads files or writes them: who prints a line decides which characters its readers can take.
//!
//! ```
//! use aimark_json::{Kind, Line, Schema};
//!
//! let line = || Line::new(Schema::Report).with("path", "фото").with_failure(Kind::Io, "no such file");
//! assert_eq!(
//!     line().into_text(|_| false),
//!     r#"{"schema":"aimark.report/1","path":"фото","error":{"kind":"io","message":"no such file"}}"#
//! );
//! assert!(line().into_text(|_| true).is_ascii());
//! ```

#![forbid(unsafe_code)]

#[cfg(feature = "durable")]
mod durable;
#[cfg(feature = "law")]
mod law;
mod line;
mod shape;
mod words;

#[cfg(feature = "durable")]
pub use durable::watermark;
#[cfg(feature = "law")]
pub use law::profile_answers;
pub use line::{Line, text_of};
pub use shape::{certificate, foreign, hex, label};
pub use words::{Kind, Schema};
