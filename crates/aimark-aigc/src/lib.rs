//! The implicit label of the Chinese standard GB 45438-2025 (Annex E) as a value.
//!
//! The label says in seven texts that AI made a file, or may have: what it is ([`Attribute`]), who made it, under which
//! number, and the same of the one who passed it on. [`Label`] is strict and for writing. [`read`] takes what files in
//! the wild hold, which often breaks the standard, and says each [`Fault`]. [`ProviderCode`] is the code that stands for a
//! provider. [`security`] checks and makes the signature over a label. Where a label stands in a file is not known here.
//!
//! ```
//! use aimark_aigc::{Attribute, Key, Label, Limits, read};
//!
//! let label = Label::new(Attribute::Generated, "001191440300708461136T1XGW3", "a-17")?;
//! let json = label.to_json();
//! assert!(json.starts_with(r#"{"Label":"1","ContentProducer":"001191440300708461136T1XGW3","ProduceID":"a-17","#));
//!
//! let found = read(&json, &Limits::default());
//! assert_eq!(found.value(Key::ProduceId), Some("a-17"));
//! assert!(found.faults().is_empty());
//! # Ok::<(), aimark_aigc::LabelError>(())
//! ```
//!
//! Anybody can write, change or take out such a label. Without a signature under a key that is known from elsewhere it
//! is a claim of the file about itself.

#![forbid(unsafe_code)]

mod found;
mod key;
mod label;
mod limits;
mod provider;
mod read;
pub mod security;
mod shown;

pub use found::{Fault, Found};
pub use key::{Attribute, Key};
pub use label::{Label, LabelError};
pub use limits::Limits;
pub use provider::{CodeError, ProviderCode, Role};
pub use read::read;
