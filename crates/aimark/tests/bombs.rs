//! Small inputs that ask for much: what they cost stays in proportion to their size.
//!
//! For each bomb, verifying and signing together may hold at most [`HELD`] bytes at a time for each byte of the input,
//! and ask for at most [`ASKED`] bytes in all, beyond a fixed sum. Twice the bomb asks for no more than twice as much.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

use aimark::{Format, Label, Limits, Origin, SignContext, Signer, Verdict, VerifyContext};

/// Bytes held at the worst moment for each byte of input, which is not among them. CBOR of items of one byte each needs
/// most; everything else stays below ten.
const HELD: u64 = 32;
/// Bytes asked for in all for each byte of input.
const ASKED: u64 = 96;
/// What any signature or examination needs.
const FIXED: u64 = 1 << 20;

fn identity(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/identity/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn signer() -> Signer {
    Signer::from_pem(&identity("chain.pem"), &identity("key.pem")).unwrap()
}

/// What a bomb made somebody do.
struct Cost {
    held: u64,
    asked: u64,
    verdict: Option<Verdict>,
}

fn cost(asset: &[u8], format: Option<Format>, limits: Limits) -> Cost {
    let now = "2026-11-21T12:00:00Z".parse().unwrap();
    let (signer, label) = (signer(), Label::new(Origin::Generated));
    let mut signing = SignContext::new(now, [7; 32]);
    (signing.format, signing.limits) = (format, limits);
    let verifying = VerifyContext { format, limits, ..VerifyContext::new(now) };
    let mut verdict = None;
    let info = allocation_counter::measure(|| {
        verdict = aimark::verify(asset, &verifying).ok().map(|report| report.verdict());
        drop(aimark::sign(asset, &label, &signer, &signing));
    });
    Cost { held: info.bytes_max, asked: info.bytes_total, verdict }
}

/// Measures a bomb of some size, and one of twice that.
fn explode(name: &str, format: Option<Format>, bomb: impl Fn(usize) -> Vec<u8>) -> Option<Verdict> {
    let limits = Limits::default();
    let (small, large) = (bomb(100_000), bomb(200_000));
    let (once, twice) = (cost(&small, format, limits), cost(&large, format, limits));
    let len = large.len() as u64;
    println!(
        "{name}: {len} bytes: {:.1} held and {:.1} asked for a byte, {:?}",
        twice.held as f64 / len as f64,
        twice.asked as f64 / len as f64,
        twice.verdict
    );
    assert!(twice.held <= HELD * len + FIXED, "{name} holds {} for {len}", twice.held);
    assert!(twice.asked <= ASKED * len + FIXED, "{name} asks for {} for {len}", twice.asked);
    assert!(twice.asked <= once.asked * 5 / 2 + FIXED, "{name}: {} and {}", once.asked, twice.asked);
    twice.verdict
}

fn png(chunks: &[u8]) -> Vec<u8> {
    let header = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90\x77\x53\xde";
    [&header[..], chunks, b"\0\0\0\0IEND\xae\x42\x60\x82"].concat()
}

fn jpeg(segments: &[u8]) -> Vec<u8> {
    [b"\xff\xd8", segments, b"\xff\xda\0\x08\x01\x01\0\0\x3f\0\0\xff\xd9"].concat()
}

fn webp(chunks: &[u8]) -> Vec<u8> {
    let body = [&b"WEBPVP8L\x06\0\0\0\x2f\0\0\0\x10\0"[..], chunks].concat();
    [b"RIFF", &(u32::try_from(body.len()).unwrap()).to_le_bytes()[..], &body].concat()
}

fn jumbf_box(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    [&(u32::try_from(data.len() + 8).unwrap()).to_be_bytes()[..], kind, data].concat()
}

/// A manifest store in the chunk of a PNG that holds one.
fn png_with(store: &[u8]) -> Vec<u8> {
    let body = [b"caBX", store].concat();
    let sum = crc32fast::hash(&body).to_be_bytes();
    png(&[&(u32::try_from(store.len()).unwrap()).to_be_bytes()[..], &body, &sum].concat())
}

fn description(kind: &[u8; 4], label: &str) -> Vec<u8> {
    let uuid = [kind, &b"\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71"[..]].concat();
    jumbf_box(b"jumd", &[&uuid[..], b"\x03", label.as_bytes(), b"\0"].concat())
}

fn superbox(kind: &[u8; 4], label: &str, inner: &[u8]) -> Vec<u8> {
    jumbf_box(b"jumb", &[&description(kind, label)[..], inner].concat())
}

#[test]
fn a_million_empty_chunks() {
    let sum = crc32fast::hash(b"teSt").to_be_bytes();
    explode("png chunks", None, |n| png(&[b"\0\0\0\0teSt", &sum[..]].concat().repeat(n * 5)));
    explode("jpeg segments", None, |n| jpeg(&b"\xff\xfe\0\x02".repeat(n * 5)));
    explode("jpeg fill bytes", None, |n| jpeg(&vec![0xff; n * 20]));
    explode("webp chunks", None, |n| webp(&b"teSt\0\0\0\0".repeat(n * 5)));
}

#[test]
fn a_label_in_a_thousand_pieces() {
    // Each says that it belongs to the same store, and brings one byte of it.
    let segment = |number: usize| {
        let number = u32::try_from(number).unwrap().to_be_bytes();
        [&b"\xff\xeb\0\x13JP\0\x01"[..], &number, b"\0\0\xff\xffjumb", b"\0"].concat()
    };
    explode("jpeg label pieces", None, |n| jpeg(&(1..n / 10).flat_map(segment).collect::<Vec<_>>()));
    let segment = b"\xff\xeb\0\x12JP\0\x01\0\0\0\x01\0\0\0\x08jumb";
    explode("jpeg labels", None, |n| jpeg(&segment.repeat(n)));
}

#[test]
fn boxes_within_boxes() {
    let deep = |n: usize| (0..n / 1000).fold(Vec::new(), |inner, _| superbox(b"c2pa", "c2pa", &inner));
    assert_ne!(explode("deep boxes", None, |n| png_with(&deep(n))), Some(Verdict::Valid));
    let wide = |n: usize| superbox(b"c2pa", "c2pa", &jumbf_box(b"free", b"").repeat(n));
    explode("wide boxes", None, |n| png_with(&wide(n)));
    // Eight bytes that promise four gibibytes, or as many as 64 bits can say.
    let promises = |size: &[u8]| [size, b"jumb", &[0xff; 8]].concat();
    explode("a box of 4 GiB", None, |n| png_with(&promises(b"\xff\xff\xff\xff").repeat(n / 10)));
    explode("a box of 64 bits", None, |n| png_with(&promises(b"\0\0\0\x01").repeat(n / 10)));
}

#[test]
fn compressed_manifests_are_not_unpacked() {
    // What a megabyte of brotli would unpack to nobody here finds out.
    let packed = |n: usize| {
        let manifest = superbox(b"c2cm", "urn:c2pa:x", &jumbf_box(b"brob", &vec![0xa5; n]));
        png_with(&superbox(b"c2pa", "c2pa", &manifest))
    };
    assert_eq!(explode("brotli", None, packed), Some(Verdict::Foreign));
}

#[test]
fn cbor_that_promises_more_than_it_has() {
    let claim = |cbor: &[u8]| {
        let part = |kind, label, cbor: &[u8]| superbox(kind, label, &jumbf_box(b"cbor", cbor));
        let inner = [
            superbox(b"c2as", "c2pa.assertions", &part(b"cbor", "c2pa.hash.data", b"\xa0")),
            part(b"c2cl", "c2pa.claim.v2", cbor),
            part(b"c2cs", "c2pa.signature", cbor),
        ];
        let id = "urn:c2pa:00000000-0000-4000-8000-000000000000";
        png_with(&superbox(b"c2pa", "c2pa", &superbox(b"c2ma", id, &inner.concat())))
    };
    explode("an array of 64 bits", None, |n| claim(&b"\x9b\xff\xff\xff\xff\xff\xff\xff\xff".repeat(n / 10)));
    explode("a text of 64 bits", None, |n| claim(&b"\x7b\xff\xff\xff\xff\xff\xff\xff\xff".repeat(n / 10)));
    explode("deep arrays", None, |n| claim(&vec![0x81; n]));
    explode("many items", None, |n| claim(&[&[0x9a, 0, 1, 0, 0][..], &vec![0; n.min(65_536)]].concat()));
    explode("many empty maps", None, |n| {
        claim(&[&[0x9a, 0, 1, 0, 0][..], &vec![0xa0; n.min(65_536)]].concat())
    });
}

#[test]
fn texts_full_of_marks() {
    let magic: String = b"C2PATXT\0\x01\0\0\0\x08".iter().map(|byte| selector(*byte)).collect();
    explode("wrappers", None, |n| format!("\u{feff}{magic}").repeat(n / 10).into_bytes());
    explode("selectors", None, |n| "\u{e0100}".repeat(n).into_bytes());
    explode("combining", None, |n| [&b"a"[..], "\u{301}\u{323}".repeat(n).as_bytes()].concat());
    let yaml = Format::from_media_type("application/yaml");
    explode("blocks", yaml, |n| "# -----BEGIN C2PA MANIFEST-----\n".repeat(n).into_bytes());
    explode("scripts", Some(Format::Html), |n| {
        "<script type=\"application/c2pa\">".repeat(n / 4).into_bytes()
    });
    explode("comments", Some(Format::Html), |n| "<!--".repeat(n).into_bytes());
    explode("elements", Some(Format::Html), |n| "<a><b ".repeat(n).into_bytes());
}

/// The invisible character that stands for a byte in a text's wrapper (C2PA 2.4, A.8).
fn selector(byte: u8) -> char {
    let point = if byte < 16 { 0xfe00 + u32::from(byte) } else { 0xe0100 + u32::from(byte) - 16 };
    char::from_u32(point).unwrap()
}
