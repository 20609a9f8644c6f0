//! What marking and looking may cost.

/// What marking and looking may cost.
///
/// ```
/// let limits = aimark_durable::Limits { pixels: 1_000_000 };
/// assert_eq!(aimark_durable::Limits::default().pixels, 100_000_000);
/// # let _ = limits;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs, reason = "callers build it with `..Limits::default()`")]
pub struct Limits {
    /// Most pixels of a picture. Default 100 million.
    pub pixels: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { pixels: 100_000_000 }
    }
}
