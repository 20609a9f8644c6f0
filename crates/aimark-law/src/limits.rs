//! What a profile may cost.

/// What reading a profile may cost. Every limit is an argument; [`Limits::default`] suits a profile that somebody sent.
///
/// ```
/// let limits = aimark_law::Limits { rules: 8, ..aimark_law::Limits::default() };
/// assert_eq!(limits.profile_bytes, 256 << 10);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs, reason = "callers build it with `..Limits::default()`")]
pub struct Limits {
    /// Bytes of a profile. Default 256 KiB.
    pub profile_bytes: usize,
    /// Rules of a profile. Default 128.
    pub rules: usize,
    /// Characters of one text in it. Default 2048.
    pub text_chars: usize,
    /// Entries of one list in it: languages, fields, references, terms. Default 64.
    pub list: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { profile_bytes: 256 << 10, rules: 128, text_chars: 2048, list: 64 }
    }
}
