//! What reading may cost.

/// What reading a label may cost. Every limit is an argument; [`Limits::default`] suits files from strangers.
///
/// ```
/// let limits = aimark_aigc::Limits { text_bytes: 4096, ..aimark_aigc::Limits::default() };
/// assert_eq!(limits.wraps, 4);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs, reason = "callers build it with `..Limits::default()`")]
pub struct Limits {
    /// Bytes of the text that holds the label; of a document that begins with front matter, of the front matter.
    /// Default 64 KiB.
    pub text_bytes: usize,
    /// How often a label may be wrapped: in an object under `AIGC`, in a string. Default 4.
    pub wraps: usize,
    /// Most keys of one object, known or not, and most entries of a list. Default 32.
    pub keys: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { text_bytes: 64 << 10, wraps: 4, keys: 32 }
    }
}
