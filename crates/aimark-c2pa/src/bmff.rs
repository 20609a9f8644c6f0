//! How many boxes an ISO BMFF file has. The c2pa crate's reader takes time by the square of their number.

/// Boxes that hold nothing but boxes, after so many bytes.
const CONTAINERS: [(&[u8; 4], usize); 20] = [
    (b"moov", 0),
    (b"trak", 0),
    (b"edts", 0),
    (b"mdia", 0),
    (b"minf", 0),
    (b"dinf", 0),
    (b"stbl", 0),
    (b"mvex", 0),
    (b"moof", 0),
    (b"traf", 0),
    (b"mfra", 0),
    (b"skip", 0),
    (b"udta", 0),
    (b"meta", 4),
    (b"meco", 0),
    (b"strk", 0),
    (b"strd", 0),
    (b"iprp", 0),
    (b"ipco", 0),
    (b"tref", 0),
];
/// Deeper ones are not counted: no file that is meant to be read nests so.
const DEPTH: usize = 16;

/// The number of boxes, or one more than `most` where there are more.
pub(crate) fn count(asset: &[u8], most: usize) -> usize {
    let mut found = 0;
    inside(asset, DEPTH, most, &mut found);
    found
}

fn inside(mut bytes: &[u8], depth: usize, most: usize, found: &mut usize) {
    while *found <= most {
        let Some((kind, content, after)) = split(bytes) else { return };
        *found = found.saturating_add(1);
        let container = CONTAINERS.iter().find(|(name, _)| **name == *kind);
        if let (Some((_, skip)), Some(deeper)) = (container, depth.checked_sub(1)) {
            inside(content.get(*skip..).unwrap_or_default(), deeper, most, found);
        }
        bytes = after;
    }
}

/// The first box: its type, its content, and what stands behind it (ISO 14496-12, 4.2).
fn split(bytes: &[u8]) -> Option<(&[u8; 4], &[u8], &[u8])> {
    let (size, rest) = bytes.split_first_chunk::<4>()?;
    let (kind, rest) = rest.split_first_chunk::<4>()?;
    let (whole, header) = match u32::from_be_bytes(*size) {
        0 => (bytes.len(), 8),
        1 => (usize::try_from(u64::from_be_bytes(*rest.first_chunk::<8>()?)).ok()?, 16),
        size => (usize::try_from(size).ok()?, 8),
    };
    // A size that cannot be ends the walk: who reads on does so at its own risk, and not through here.
    let content = bytes.get(header..whole.min(bytes.len()))?;
    let after = bytes.get(whole.max(8)..).unwrap_or_default();
    Some((kind, content, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
        let size = u32::try_from(content.len().saturating_add(8)).unwrap().to_be_bytes();
        [&size[..], kind, content].concat()
    }

    #[test]
    fn boxes_are_counted_at_every_depth_and_no_further_than_asked() {
        let free = one(b"free", b"");
        assert_eq!(count(&free.repeat(5), 100), 5);
        let nested = one(b"moov", &one(b"trak", &free.repeat(3)));
        assert_eq!(count(&[nested.clone(), free.clone()].concat(), 100), 6);
        assert_eq!(count(&one(b"meta", &[&[0; 4][..], &free].concat()), 100), 2);
        assert_eq!(count(&free.repeat(1000), 100), 101);
        assert_eq!(count(&one(b"mdat", &free.repeat(9)), 100), 1);
    }

    #[test]
    fn a_file_of_too_many_boxes_is_refused_before_anybody_reads_it() {
        let examiner = crate::Examiner::new(&[], &[], crate::Options::default()).unwrap();
        let asset = [one(b"ftyp", b"isom\0\0\0\0"), one(b"free", b"").repeat(100_000)].concat();
        let refused = examiner.examine(&asset, "video/mp4");
        assert!(matches!(refused, Err(crate::Error::Limit { what: "boxes", .. })), "{refused:?}");
    }

    #[test]
    fn sizes_that_cannot_be_end_the_walk() {
        assert_eq!(count(b"", 9), 0);
        assert_eq!(count(&[0, 0, 0, 0, b'm', b'd', b'a', b't', 1, 2], 9), 1);
        assert_eq!(count(&[0, 0, 0, 3, b'f', b'r', b'e', b'e'], 9), 0);
        assert_eq!(count(&[0xff; 64], 9), 1);
        let large = [&[0, 0, 0, 1][..], b"mdat", &u64::MAX.to_be_bytes()].concat();
        assert_eq!(count(&large, 9), 1);
    }
}
