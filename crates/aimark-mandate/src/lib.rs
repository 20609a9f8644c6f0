//! What laws ask of AI content, both halves of it: the warning that people see and the marks that machines read, put into a
//! file in the one order that holds together, and looked for in a file.
//!
//! [`prepare`] draws or writes the warning first, then the unsigned marks, and states in the label what was done; the caller
//! signs last, because one more byte would break a signature. [`evidence`] gathers what the rules of a law look at. The
//! laws themselves are data: the crate `aimark-law`. Nothing here opens a file, asks a clock, or says that a law is kept.
//!
//! ```
//! use aimark::{Field, Format, Label, Origin, Report, SignContext, Signer, VerifyContext};
//! use aimark_law::{Credential, Demands, Outcome, Profile};
//! use aimark_mandate::{Limits, Wish, evidence, prepare};
//! # let (chain, key) =
//! #     (include_bytes!("../../aimark/tests/identity/chain.pem"), include_bytes!("../../aimark/tests/identity/key.pem"));
//!
//! let kz = Profile::builtin("kz").unwrap();
//! let wish = Wish::new(Demands::of(&[&kz]));
//! let label = Label::new(Origin::Generated);
//! let prepared = prepare("Бүгін күн ашық.\n".as_bytes(), Format::PlainText, &label, &wish, &Limits::default())?;
//! assert_eq!(prepared.label.text(Field::NoticeShown), Some("text"));
//!
//! let now = "2026-11-26T12:00:00Z".parse()?;
//! let mut context = SignContext::new(now, [7; 32]);
//! context.format = Some(Format::PlainText);
//! let file = aimark::sign(&prepared.bytes, &prepared.label, &Signer::from_pem(chain, key)?, &context)?.to_vec();
//! assert!(file.starts_with("[ЖИ жасаған]\n[Сгенерировано ИИ]\n".as_bytes()));
//!
//! let mut verify = VerifyContext::new(now);
//! verify.format = context.format;
//! let report = aimark::verify(&file, &verify)?;
//! let seen = evidence(&file, "text/plain", Credential::from_report(&report), now, &Limits::default()).unwrap();
//! let answers = kz.evaluate(&seen, false);
//! let warning = answers.iter().find(|answer| answer.rule.id() == "KZ-3").unwrap();
//! assert_eq!(warning.outcome, Outcome::Found);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![forbid(unsafe_code)]

mod error;
mod evidence;
mod prepare;
mod wish;

pub use error::Error;
pub use evidence::evidence;
pub use prepare::{Note, Prepared, prepare};
pub use wish::{Limits, Wish};
