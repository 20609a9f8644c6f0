//! What laws ask of a label "made or altered by AI", as data: what signing fills in, and the rules that a file is held
//! against.
//!
//! A [`Profile`] is a dated TOML file: numbers, words, dates and lists stand in it, and each rule names one of the checks
//! that are built in. Where a ministry changes a number or moves a date, a file changes and no code. `docs/law/profiles.md`
//! describes the form. Nothing here is legal advice.
//!
//! The caller gathers [`Evidence`] of a file, and each rule answers with an [`Outcome`]: found, not found, damaged,
//! conflicting, or that it cannot tell. No answer says that a law is kept, and that no mark is found says nothing about how
//! content came to be. The crate opens no file and no socket and reads no clock.
//!
//! ```
//! use aimark::{Anchors, Label, Origin, SignContext, Signer, VerifyContext};
//! use aimark_law::{Credential, Demands, Evidence, Medium, Outcome, Profile};
//! # let (chain, key) =
//! #     (include_bytes!("../../aimark/tests/identity/chain.pem"), include_bytes!("../../aimark/tests/identity/key.pem"));
//! # let picture = include_bytes!("../../aimark/tests/identity/dot.png");
//!
//! let kz = Profile::builtin("kz").unwrap();
//! let at = "2026-11-21T12:00:00Z".parse()?;
//!
//! let label = Label::new(Origin::Generated);
//! assert!(Demands::of(&[&kz]).missing(&label).is_empty()); // before signing
//! let file = aimark::sign(picture, &label, &Signer::from_pem(chain, key)?, &SignContext::new(at, [7; 32]))?.to_vec();
//!
//! let report = aimark::verify(&file, &VerifyContext::new(at))?;
//! let mut evidence = Evidence::gather(&file, Some("image/png"), Medium::of(report.format()), at);
//! evidence.credential = Credential::from_report(&report);
//! let answers = kz.evaluate(&evidence, false);
//! let outcome = |id| answers.iter().find(|answer| answer.rule.id() == id).map(|answer| answer.outcome);
//! assert_eq!(outcome("KZ-1"), Some(Outcome::Found)); // a mark that machines read
//! assert_eq!(outcome("KZ-3"), Some(Outcome::NotFound)); // and no warning that people see
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![forbid(unsafe_code)]

mod answer;
mod builtin;
mod check;
mod day;
mod decimal;
mod error;
mod evidence;
mod fill;
mod limits;
mod medium;
mod profile;
mod shown;
mod words;

pub use answer::{Answer, Detail, Outcome, Severity};
pub use day::Day;
pub use error::ProfileError;
pub use evidence::{
    AigcLabel, Content, Credential, Evidence, NoticePlace, NoticeSeen, TextNotice, TextSeen, TimeStamp,
};
pub use fill::{Conflict, Demands, Fill, Missing, Notice, Place, Reason, Warning};
pub use limits::Limits;
pub use medium::{ImageKind, Media, Medium, TextKind};
pub use profile::{Confidence, Profile, Reference, Rule, Status};
pub use words::{Language, Words};
