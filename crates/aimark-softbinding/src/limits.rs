//! What a file may cost.

/// What a file may cost: of each part, its own limits, with their defaults.
///
/// ```
/// use aimark_softbinding::Limits;
///
/// assert_eq!(Limits::default().picture.pixels, 100_000_000);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(clippy::exhaustive_structs, reason = "callers build it with `..Limits::default()`")]
pub struct Limits {
    /// Of picture files that are decoded.
    pub picture: aimark_picture::Limits,
    /// Of the pixels that are marked and looked into.
    pub watermark: aimark_durable::Limits,
    /// Of fingerprints.
    pub fingerprint: aimark_fingerprint::Limits,
}
