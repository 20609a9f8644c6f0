//! A position in untrusted bytes. Every read is checked; nothing is copied.

#[derive(Debug, Clone)]
pub(crate) struct Cursor<'a> {
    all: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(all: &'a [u8]) -> Self {
        Self { all, at: 0 }
    }

    pub(crate) fn starting(all: &'a [u8], at: usize) -> Self {
        Self { all, at }
    }

    pub(crate) fn all(&self) -> &'a [u8] {
        self.all
    }

    pub(crate) fn at(&self) -> usize {
        self.at
    }

    pub(crate) fn rest(&self) -> &'a [u8] {
        self.all.get(self.at..).unwrap_or_default()
    }

    pub(crate) fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let taken = self.rest().get(..n)?;
        self.at = self.at.saturating_add(n);
        Some(taken)
    }

    /// The same, or all that is left: the last part of a truncated file.
    pub(crate) fn take_up_to(&mut self, n: usize) -> &'a [u8] {
        self.take(n.min(self.rest().len())).unwrap_or_default()
    }

    pub(crate) fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    pub(crate) fn u8(&mut self) -> Option<u8> {
        self.array::<1>().map(|[b]| b)
    }

    pub(crate) fn u16_be(&mut self) -> Option<u16> {
        self.array().map(u16::from_be_bytes)
    }

    pub(crate) fn u16_le(&mut self) -> Option<u16> {
        self.array().map(u16::from_le_bytes)
    }

    pub(crate) fn u32_be(&mut self) -> Option<u32> {
        self.array().map(u32::from_be_bytes)
    }

    pub(crate) fn u32_le(&mut self) -> Option<u32> {
        self.array().map(u32::from_le_bytes)
    }
}

/// A size that a file states. Beyond what the machine can address is beyond the file too.
pub(crate) fn size(n: impl TryInto<usize>) -> usize {
    n.try_into().unwrap_or(usize::MAX)
}

/// `bytes` before and after the first `needle` in them.
pub(crate) fn split_at_byte(bytes: &[u8], needle: u8) -> Option<(&[u8], &[u8])> {
    let at = memchr::memchr(needle, bytes)?;
    let (before, rest) = bytes.split_at_checked(at)?;
    Some((before, rest.get(1..)?))
}

/// The first place of `needle` in `bytes`.
pub(crate) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, needle)
}
