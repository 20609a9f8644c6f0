//! Changes to bytes: what is not named stays, byte for byte.

use core::ops::Range;

/// What stands in the place of a range. An empty range is a place between two bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    pub(crate) range: Range<usize>,
    pub(crate) with: Vec<u8>,
}

impl Edit {
    pub(crate) fn new(range: Range<usize>, with: impl Into<Vec<u8>>) -> Self {
        Self { range, with: with.into() }
    }

    pub(crate) fn insert(at: usize, with: impl Into<Vec<u8>>) -> Self {
        Self::new(at..at, with)
    }
}

/// How long `old` bytes are after `edits`.
pub(crate) fn len_after(old: usize, edits: &[Edit]) -> usize {
    edits.iter().fold(old, |len, edit| len.saturating_add(edit.with.len()).saturating_sub(edit.range.len()))
}

/// `bytes` with every edit made; `None` where they overlap or lie outside, which is a fault of the caller.
pub(crate) fn apply(bytes: &[u8], edits: &mut [Edit]) -> Option<Vec<u8>> {
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    let mut out = Vec::with_capacity(len_after(bytes.len(), edits));
    let mut done = 0;
    for edit in edits {
        out.extend_from_slice(bytes.get(done..edit.range.start)?);
        out.extend_from_slice(&edit.with);
        done = edit.range.end;
    }
    out.extend_from_slice(bytes.get(done..)?);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_leave_everything_else() {
        let mut edits = [Edit::insert(6, "!"), Edit::new(1..3, "XYZ"), Edit::new(4..4, "-")];
        assert_eq!(apply(b"abcdef", &mut edits).unwrap(), b"aXYZd-ef!");
        assert_eq!(apply(b"abc", &mut [Edit::new(0..2, ""), Edit::new(1..3, "")]), None);
        assert_eq!(apply(b"abc", &mut [Edit::insert(4, "x")]), None);
    }
}
