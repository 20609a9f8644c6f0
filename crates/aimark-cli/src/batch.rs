//! Files that are worked on together, because hashing several side by side takes a core less time than one after the
//! other.

use crate::input::Source;

/// The most files in a batch: as many as are hashed at once.
pub(crate) const FILES: usize = aimark_hash::LANES;
/// The most bytes that are held for the files of a batch, so that memory does not grow with it. A larger file is a batch
/// by itself.
const BYTES: u64 = 16 << 20;

/// Splits items into batches, in their order.
pub(crate) fn batches<T>(items: &[T], source: impl Fn(&T) -> &Source) -> Vec<&[T]> {
    let sizes: Vec<u64> = items.iter().map(|item| source(item).size().unwrap_or(u64::MAX)).collect();
    split(&sizes).into_iter().filter_map(|range| items.get(range)).collect()
}

fn split(sizes: &[u64]) -> Vec<core::ops::Range<usize>> {
    let mut all = Vec::new();
    let (mut first, mut held) = (0_usize, 0_u64);
    for (at, size) in sizes.iter().enumerate() {
        held = held.saturating_add(*size);
        if at > first && (held > BYTES || at.saturating_sub(first) == FILES) {
            all.push(first..at);
            (first, held) = (at, *size);
        }
    }
    if first < sizes.len() {
        all.push(first..sizes.len());
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_is_as_large_as_it_may_be_and_no_larger() {
        assert!(split(&[]).is_empty());
        assert_eq!(split(&[1, 1, 1, 1, 1]), [0..4, 4..5]);
        assert_eq!(split(&[1, BYTES, 1]), [0..1, 1..2, 2..3]);
        assert_eq!(split(&[1, BYTES - 1, 1]), [0..2, 2..3]);
        assert_eq!(split(&[u64::MAX, 1, 2]), [0..1, 1..3]);
    }
}
