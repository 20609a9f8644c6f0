//! The hard binding: a hash of the asset without its label (C2PA 2.2, 18.5).

use core::ops::Range;

use sha2::{Digest, Sha256};

/// A SHA-256 value.
pub(crate) type Hash = [u8; 32];

/// The hash of parts that follow one another.
pub(crate) fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Hash {
    let mut hasher = Sha256::new();
    parts.into_iter().for_each(|part| hasher.update(part));
    hasher.finalize().into()
}

/// Proof that an asset is the one that was signed. Only [`check`] makes one.
#[derive(Debug)]
pub(crate) struct Bound {
    /// Whether the bytes are those that were signed, and not only a text that is the same in form C.
    pub(crate) as_stored: bool,
}

/// Whether `asset` without `label` has the hash `signed`.
pub(crate) fn check(asset: &[u8], label: Range<usize>, signed: &[u8]) -> Option<Bound> {
    let (before, after) = crate::input::around(asset, label);
    (hash([before, after]) == signed).then_some(Bound { as_stored: true })
}

/// The same for a text with a wrapper: what is left is normalized to form C before it is hashed (C2PA 2.4,
/// 15.12.1.3.1).
pub(crate) fn check_text(text: &str, label: Range<usize>, signed: &[u8]) -> Option<Bound> {
    let (first, last) = (text.get(..label.start)?, text.get(label.end..)?);
    // The parts are in form C each, but with the wrapper gone they meet.
    if last.is_empty() && crate::nfc::check(first).is_ok() {
        return check(text.as_bytes(), label, signed);
    }
    let normalized = crate::nfc::normalize(&[first, last].concat());
    (hash([normalized.as_bytes()]) == signed).then_some(Bound { as_stored: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_label_is_left_out() {
        let signed = hash([&b"ab"[..], b"ef"]);
        assert!(check(b"abcdef", 2..4, &signed).is_some());
        assert!(check(b"abXXef", 2..4, &signed).is_some());
        assert!(check(b"abcdeg", 2..4, &signed).is_none());
        assert!(check(b"abcdef", 2..5, &signed).is_none());
    }
}
