//! The hard binding: a hash of the asset without its label (C2PA 2.2, 18.5).

use core::ops::Range;

/// A SHA-256 value.
pub(crate) type Hash = [u8; 32];

/// The hash of parts that follow one another.
pub(crate) fn hash<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Hash {
    let mut hasher = aimark_hash::Sha256::new();
    parts.into_iter().for_each(|part| hasher.update(part));
    hasher.finalize()
}

/// The hashes of several messages, each given in parts, side by side.
pub(crate) fn hash_all<'a>(messages: impl IntoIterator<Item = &'a [&'a [u8]]>) -> Vec<Hash> {
    aimark_hash::sha256_all(messages)
}

/// A hash that was made beforehand: of an asset without a stretch of it.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) without: Range<usize>,
    pub(crate) hash: Hash,
}

impl Known {
    /// The hash of `asset` without `label`, made now if it is not this one.
    fn or_hash(known: Option<&Self>, asset: &[u8], label: Range<usize>) -> Hash {
        match known.filter(|known| known.without == label) {
            Some(known) => known.hash,
            None => hash(<[&[u8]; 2]>::from(crate::input::around(asset, label))),
        }
    }
}

/// Proof that an asset is the one that was signed. Only [`check`] makes one.
#[derive(Debug)]
pub(crate) struct Bound {
    /// Whether the bytes are those that were signed, and not only a text that is the same in form C.
    pub(crate) as_stored: bool,
}

/// Whether `asset` without `label` has the hash `signed`. `known` is a hash of this asset, if there is one already.
pub(crate) fn check(
    asset: &[u8],
    label: Range<usize>,
    signed: &[u8],
    known: Option<&Known>,
) -> Option<Bound> {
    (Known::or_hash(known, asset, label) == signed).then_some(Bound { as_stored: true })
}

/// The same for a text with a wrapper: what is left is normalized to form C before it is hashed (C2PA 2.4,
/// 15.12.1.3.1).
pub(crate) fn check_text(
    text: &str,
    label: Range<usize>,
    signed: &[u8],
    known: Option<&Known>,
) -> Option<Bound> {
    let (first, last) = (text.get(..label.start)?, text.get(label.end..)?);
    // The parts are in form C each, but with the wrapper gone they meet.
    if last.is_empty() && crate::nfc::check(first).is_ok() {
        return check(text.as_bytes(), label, signed, known);
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
        assert!(check(b"abcdef", 2..4, &signed, None).is_some());
        assert!(check(b"abXXef", 2..4, &signed, None).is_some());
        assert!(check(b"abcdeg", 2..4, &signed, None).is_none());
        assert!(check(b"abcdef", 2..5, &signed, None).is_none());
    }

    #[test]
    fn a_hash_made_beforehand_counts_for_its_stretch_alone() {
        let signed = hash([&b"ab"[..], b"ef"]);
        let [hash] = hash_all([&[&b"ab"[..], b"ef"][..]])[..] else { panic!("one hash") };
        assert_eq!(hash, signed);
        let known = Known { without: 2..4, hash: [0; 32] };
        assert!(check(b"abcdef", 2..4, &[0; 32], Some(&known)).is_some(), "it is taken as it is");
        assert!(check(b"abcddef", 2..5, &signed, Some(&known)).is_some(), "another stretch is hashed");
    }
}
