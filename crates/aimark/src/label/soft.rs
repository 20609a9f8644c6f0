//! What finds a label again once it was stripped: a watermark in the content, or fingerprints of it.

use super::{FieldError, FieldProblem};

/// Most characters of an algorithm's name.
const NAME_CHARS: usize = 64;
/// Most bytes of a value.
const VALUE_BYTES: usize = 1024;
const FIELD: &str = "soft_binding";

/// A soft binding (C2PA 2.4, 18.6): what a watermark in the content says, or a fingerprint that was computed from it. Who
/// finds the same in a stripped copy knows which label it had. It proves nothing by itself: watermarks can be copied, and
/// other content may have a similar fingerprint.
///
/// ```
/// use aimark::{Label, Origin, SoftBinding};
///
/// let mut label = Label::new(Origin::Generated);
/// label.bind(SoftBinding::new("org.example.fingerprint.1", &[0x5a; 32])?)?;
/// assert_eq!(label.soft_bindings()[0].algorithm(), "org.example.fingerprint.1");
/// assert!(SoftBinding::new("fingerprint", &[0x5a; 32]).is_err());
/// # Ok::<(), aimark::FieldError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct SoftBinding {
    algorithm: String,
    value: Vec<u8>,
}

impl SoftBinding {
    /// What `algorithm` found in, or made of, the whole content. The name is one of the list of soft binding algorithms that
    /// the C2PA keeps, or begins with a domain in reverse; the form of the value is the algorithm's.
    ///
    /// # Errors
    ///
    /// When the name is not 1 to 64 letters, digits, hyphens and underscores in parts with dots between them, two parts at
    /// least; or the value not 1 to 1024 bytes.
    pub fn new(algorithm: &str, value: &[u8]) -> Result<Self, FieldError> {
        let part = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
        };
        if algorithm.len() > NAME_CHARS || !algorithm.contains('.') || !algorithm.split('.').all(part) {
            return Err(form("an algorithm must be named like org.example.fingerprint.1"));
        }
        if value.is_empty() || value.len() > VALUE_BYTES {
            return Err(form("a value must be 1 to 1024 bytes"));
        }
        Ok(Self { algorithm: algorithm.to_owned(), value: value.to_vec() })
    }

    /// The algorithm's name.
    pub fn algorithm(&self) -> &str {
        &self.algorithm
    }

    /// The value, in the algorithm's own form.
    pub fn value(&self) -> &[u8] {
        &self.value
    }
}

pub(super) fn form(words: &'static str) -> FieldError {
    FieldError { field: FIELD, problem: FieldProblem::Form(words) }
}
