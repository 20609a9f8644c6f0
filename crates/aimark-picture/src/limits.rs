//! What a picture may cost.

/// What a picture may cost. Every limit is an argument; [`Limits::default`] suits a service that takes files from
/// strangers. A picture beyond a limit is refused before its pixels are decoded.
///
/// ```
/// let limits = aimark_picture::Limits { pixels: 1_000_000, ..aimark_picture::Limits::default() };
/// assert_eq!(limits.bytes, 256 << 20);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs, reason = "callers build it with `..Limits::default()`")]
pub struct Limits {
    /// Most bytes of a file. Default 256 MiB.
    pub bytes: u64,
    /// Most pixels of a picture. Default 100 million. Decoded, a pixel takes up to 8 bytes.
    pub pixels: u64,
    /// Most bytes of the decoded pixels. Default 512 MiB. Coding them again takes about as much once more.
    pub decoded: u64,
    /// Most chunks of a PNG or WebP, or segments of a JPEG. Default 262,144. Each takes up to 32 bytes to remember.
    pub parts: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 256 << 20, pixels: 100_000_000, decoded: 512 << 20, parts: 1 << 18 }
    }
}
