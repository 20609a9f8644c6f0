//! What writing marks may cost.

/// What writing marks may cost. Every limit is an argument; [`Limits::default`] suits a service that takes files from
/// strangers. Passing one is [`Error::Limit`](crate::Error::Limit), and never a finding about the file.
///
/// ```
/// let limits = aimark_marks::Limits { nesting: 16, ..aimark_marks::Limits::default() };
/// assert_eq!(limits.packet_bytes, 1 << 20);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs, reason = "callers build it with `..Limits::default()`")]
pub struct Limits {
    /// Largest asset or text, in bytes. Default 4 GiB minus one, the largest size WebP can express.
    pub asset_bytes: u64,
    /// Largest XMP packet, or front matter of a Markdown text, in bytes, unpacked, before and after. Default 1 MiB: what
    /// `aimark-hints` reads of one mark.
    pub packet_bytes: usize,
    /// Deepest nesting of XML elements. Default 32.
    pub nesting: usize,
    /// Most elements and attributes of a packet together. Default 65 536.
    pub items: usize,
    /// Most declarations of namespaces that are in force at one place. Default 120; real packets have about twenty.
    pub namespaces: usize,
    /// Most chunks or segments of a container. Default 4 194 304.
    pub chunks: usize,
    /// Most characters of one value that is written. Default 8192.
    pub value_chars: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            asset_bytes: u64::from(u32::MAX),
            packet_bytes: 1 << 20,
            nesting: 32,
            items: 65_536,
            namespaces: 120,
            chunks: 4 << 20,
            value_chars: 8192,
        }
    }
}

impl Limits {
    pub(crate) fn asset(&self, asset: &[u8]) -> Result<(), crate::Error> {
        let found = crate::error::wide(asset.len());
        if found <= self.asset_bytes {
            return Ok(());
        }
        Err(crate::Error::Limit { what: "size of the asset in bytes", found, allowed: self.asset_bytes })
    }
}
