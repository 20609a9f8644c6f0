//! What a look may cost.

/// What a look may cost. Every limit is an argument; [`Limits::default`] suits a service that takes files from strangers.
///
/// Passing a limit is no error: what lies beyond it is not looked at, and [`Hints::cut`](crate::Hints::cut) says so.
///
/// ```
/// let limits = aimark_hints::Limits { hints: 8, ..aimark_hints::Limits::default() };
/// assert_eq!(limits.value_chars, 256);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs, reason = "callers build it with `..Limits::default()`")]
pub struct Limits {
    /// Bytes looked at of one mark: an XMP packet, a text chunk, an EXIF value. Default 1 MiB.
    pub mark_bytes: usize,
    /// Bytes looked at of all marks together, and of a text. Default 16 MiB.
    pub total_bytes: usize,
    /// Bytes that all compressed marks together may unpack to. Default 4 MiB.
    pub inflated_bytes: usize,
    /// Most hints. Default 64.
    pub hints: usize,
    /// Most characters of a value or a key that is shown. Default 256.
    pub value_chars: usize,
    /// Deepest nesting of XML elements that is followed. Default 32.
    pub nesting: usize,
    /// Most segments, chunks, boxes, directory entries, elements and the like, together. Default 65 536.
    pub items: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            mark_bytes: 1 << 20,
            total_bytes: 16 << 20,
            inflated_bytes: 4 << 20,
            hints: 64,
            value_chars: 256,
            nesting: 32,
            items: 65_536,
        }
    }
}
