//! Containers that are damaged, and labels that stand in them wrongly.

use aimark_tests::forge::{self, Forge, png_chunk};
use aimark_tests::{pictures, position, signed};

use super::Want::{Foreign, Invalid, Malformed, Unmarked};
use super::{Case, DAMAGED, MALFORMED_STORE, asset};

pub fn carriers() -> Vec<Case> {
    let mut cases = png_carriers();
    cases.extend(jpeg_carriers());
    cases.extend(webp_carriers());
    cases
}

fn png_carriers() -> Vec<Case> {
    let good = signed(&pictures::png(4, 4));
    let label = good[33..good.len() - (pictures::png(4, 4).len() - 33)].to_vec();
    let mut crc = good.clone();
    crc[33 + label.len() - 1] ^= 1;
    let plain = pictures::png(4, 4);
    let iend = plain.len() - 12;
    let odd_kind = [&plain[..33], &png_chunk(b"ab1d", b""), &plain[33..]].concat();
    vec![
        asset(
            "png-two-labels",
            "png",
            Invalid(&["org.aimark.multipleLabels"]),
            [&good[..33], &label, &good[33..]].concat(),
        ),
        asset("png-label-crc", "png", Invalid(DAMAGED), crc),
        asset("png-label-after-end", "png", Unmarked, [&plain[..], &label].concat()),
        asset("png-empty-label", "png", Invalid(MALFORMED_STORE), {
            [&plain[..33], &png_chunk(b"caBX", b""), &plain[33..]].concat()
        }),
        asset("png-no-end", "png", Malformed, plain[..iend].to_vec()),
        asset("png-chunk-type", "png", Malformed, odd_kind),
        asset("png-chunk-past-end", "png", Malformed, [&plain[..33], b"\xff\xff\xff\xfftEXt"].concat()),
        asset("png-two-headers", "png", Malformed, [&plain[..33], &plain[8..]].concat()),
        asset(
            "png-first-chunk",
            "png",
            Malformed,
            [&plain[..8], &png_chunk(b"caBX", b""), &plain[8..]].concat(),
        ),
    ]
}

/// A small JPEG with the store of a good label in segments as `layout` wants them.
pub fn jpeg_with(layout: impl Fn(&[u8], &[u8], &[u8]) -> Vec<u8> + 'static) -> Vec<u8> {
    let plain = pictures::jpeg(8, 8);
    let at = 2 + 2 + usize::from(u16::from_be_bytes([plain[4], plain[5]]));
    let frame = move |store: Vec<u8>| {
        let (header, body) = store.split_at(8);
        let (first, second) = body.split_at(body.len() / 2);
        layout(header, first, second)
    };
    Forge { frame: Box::new(frame), ..Forge::default() }.insert(&plain, at)
}

fn jpeg_carriers() -> Vec<Case> {
    use forge::jpeg_segment as seg;
    let two = |a: Vec<u8>, b: Vec<u8>| [a, b].concat();
    let case = |name, layout: fn(&[u8], &[u8], &[u8]) -> Vec<u8>| {
        asset(name, "jpg", Invalid(DAMAGED), jpeg_with(layout))
    };
    let good = signed(&pictures::jpeg(8, 8));
    let label = {
        let start = position(&good, b"\xff\xeb");
        let len = usize::from(u16::from_be_bytes([good[start + 2], good[start + 3]])) + 2;
        good[start..start + len].to_vec()
    };
    let start = position(&good, b"\xff\xeb");
    let mut other = label.clone();
    other[7] = 2;
    let both = [&good[..start], &label, &other, &good[start + label.len()..]].concat();
    let plain = pictures::jpeg(8, 8);
    vec![
        case("jpeg-segments-swapped", |h, a, b| {
            [forge::jpeg_segment(0x211, 2, h, a), forge::jpeg_segment(0x211, 1, h, b)].concat()
        }),
        case("jpeg-segment-repeated", |h, a, b| [seg(0x211, 1, h, a), seg(0x211, 1, h, b)].concat()),
        case("jpeg-segment-skipped", |h, a, b| [seg(0x211, 1, h, a), seg(0x211, 3, h, b)].concat()),
        case("jpeg-sequence-from-two", |h, a, b| [seg(0x211, 2, h, a), seg(0x211, 3, h, b)].concat()),
        case("jpeg-segments-apart", |h, a, b| {
            [seg(0x211, 1, h, a), b"\xff\xfe\x00\x03x".to_vec(), seg(0x211, 2, h, b)].concat()
        }),
        case("jpeg-headers-disagree", |h, a, b| {
            [seg(0x211, 1, h, a), seg(0x211, 2, &[&h[..7], b"c"].concat(), b)].concat()
        }),
        asset(
            "jpeg-instance-number",
            "jpg",
            Foreign,
            jpeg_with(|h, a, b| seg(0x213, 1, h, &[a, b].concat())),
        ),
        asset(
            "jpeg-cut-elsewhere",
            "jpg",
            Foreign,
            jpeg_with(|h, a, b| [seg(0x211, 1, h, a), seg(0x211, 2, h, b)].concat()),
        ),
        asset("jpeg-label-not-jp", "jpg", Invalid(DAMAGED), {
            jpeg_with(|h, a, b| {
                let mut segment = seg(0x211, 1, h, &[a, b].concat());
                segment[4] = b'X';
                segment
            })
        }),
        asset(
            "jpeg-reserved-marker",
            "jpg",
            Malformed,
            [&plain[..2], b"\xff\x02\x00\x04ab", &plain[2..]].concat(),
        ),
        asset(
            "jpeg-segment-missing",
            "jpg",
            Invalid(MALFORMED_STORE),
            jpeg_with(|h, a, _| seg(0x211, 1, h, a)),
        ),
        asset(
            "jpeg-bytes-after-box",
            "jpg",
            Invalid(MALFORMED_STORE),
            jpeg_with(move |h, a, b| two(seg(0x211, 1, h, a), seg(0x211, 2, h, &[b, b"x"].concat()))),
        ),
        asset("jpeg-two-labels", "jpg", Invalid(&["org.aimark.multipleLabels"]), both),
        asset("jpeg-cut-in-scan", "jpg", Malformed, plain[..plain.len() - 2].to_vec()),
        asset("jpeg-cut-in-segment", "jpg", Malformed, plain[..10].to_vec()),
        asset("jpeg-no-scan", "jpg", Malformed, [&plain[..2], b"\xff\xd9"].concat()),
        asset(
            "jpeg-segment-length",
            "jpg",
            Malformed,
            [&plain[..2], b"\xff\xe0\x00\x01", &plain[2..]].concat(),
        ),
        asset(
            "jpeg-not-a-marker",
            "jpg",
            Malformed,
            [&plain[..2], b"\xff\xfe\x00\x02x", &plain[2..]].concat(),
        ),
    ]
}

fn webp_carriers() -> Vec<Case> {
    let plain = pictures::webp_lossy();
    let good = signed(&plain);
    let label = good[plain.len()..].to_vec();
    let resize = |mut bytes: Vec<u8>, by: usize| {
        let size = (bytes.len() - 8 + by) as u32;
        bytes[4..8].copy_from_slice(&size.to_le_bytes());
        bytes
    };
    vec![
        asset(
            "webp-two-labels",
            "webp",
            Invalid(&["org.aimark.multipleLabels"]),
            resize([&good[..], &label].concat(), 0),
        ),
        asset("webp-riff-size", "webp", Malformed, resize(good.clone(), 1)),
        asset(
            "webp-chunk-past-end",
            "webp",
            Malformed,
            resize([&plain[..], b"EXIF\xff\xff\xff\xff"].concat(), 0),
        ),
        asset("webp-no-padding", "webp", Malformed, resize([&plain[..], b"EXIF\x01\0\0\0x"].concat(), 0)),
        asset("webp-first-chunk", "webp", Malformed, resize([&plain[..12], b"ALPH\0\0\0\0"].concat(), 0)),
        asset("webp-empty", "webp", Malformed, b"RIFF\x04\0\0\0WEBP".to_vec()),
        asset(
            "webp-padding-not-zero",
            "webp",
            Invalid(&["assertion.dataHash.mismatch"]),
            // An odd label, and so a padding byte that belongs to the content.
            {
                let mut label = aimark::Label::new(aimark::Origin::Generated);
                label.set(aimark::Field::System, "abc").unwrap();
                let even = aimark_tests::signed_with(&plain, &label);
                label.set(aimark::Field::System, "abcd").unwrap();
                let odd = aimark_tests::signed_with(&plain, &label);
                let mut odd = if (odd.len() - even.len()).is_multiple_of(2) { odd } else { even };
                let size = u32::from_le_bytes(odd[plain.len() + 4..plain.len() + 8].try_into().unwrap());
                if size % 2 == 0 {
                    label.set(aimark::Field::System, "abcde").unwrap();
                    odd = aimark_tests::signed_with(&plain, &label);
                }
                *odd.last_mut().unwrap() ^= 1;
                odd
            },
        ),
    ]
}
