//! One hostile file for each rule, committed in `tests/corpus/hostile` under the name of the rule. The recipes are
//! here; each case says what must be found, so a file refused for the wrong reason is a failing test.

use std::collections::BTreeSet;

use aimark::{Error, Verdict};
use aimark_tests::cbor::{array, bytes, map, nint, tag, text, uint};
use aimark_tests::certificates as certs;
use aimark_tests::forge::{self, Forge, action, actions, claim_with, content, cose, png_chunk, superbox};
use aimark_tests::{failures, judge, pictures, position, signed, verify};
use c2pa::ValidationState;
use ed25519_dalek::SigningKey;
use rcgen::{CertificateParams, ExtendedKeyUsagePurpose};

use crate::fixtures::same_or_bless;

/// What must come of a file.
enum Want {
    /// `Invalid`, with exactly these failures.
    Invalid(&'static [&'static str]),
    Foreign,
    Unmarked,
    /// Not examined: the limit, in words.
    Limit(&'static str),
    Malformed,
}

use Want::{Foreign, Invalid, Limit, Malformed, Unmarked};

/// So that an empty list cannot pass.
const CASES: usize = 183;

struct Case {
    name: &'static str,
    extension: &'static str,
    asset: Vec<u8>,
    want: Want,
}

fn png(name: &'static str, want: Want, forge: Forge) -> Case {
    Case { name, extension: "png", asset: forge.png(&pictures::png(4, 4)), want }
}

fn asset(name: &'static str, extension: &'static str, want: Want, asset: Vec<u8>) -> Case {
    Case { name, extension, asset, want }
}

fn cases() -> Vec<Case> {
    let mut all = carriers();
    all.extend(boxes());
    all.extend(manifests());
    all.extend(claims());
    all.extend(bindings());
    all.extend(assertions());
    all.extend(signatures());
    all.extend(credentials());
    all.extend(texts());
    all
}

fn carriers() -> Vec<Case> {
    let mut cases = png_carriers();
    cases.extend(jpeg_carriers());
    cases.extend(webp_carriers());
    cases
}

const DAMAGED: &[&str] = &["org.aimark.carrierDamaged"];
const MALFORMED_STORE: &[&str] = &["org.aimark.storeMalformed"];

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
fn jpeg_with(layout: impl Fn(&[u8], &[u8], &[u8]) -> Vec<u8> + 'static) -> Vec<u8> {
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

/// A label whose store is changed before it is framed.
fn store(name: &'static str, want: Want, change: fn(Vec<u8>) -> Vec<u8>) -> Case {
    png(name, want, Forge { store: Box::new(change), ..Forge::default() })
}

fn boxes() -> Vec<Case> {
    fn edit(mut store: Vec<u8>, at: usize, byte: u8) -> Vec<u8> {
        store[at] = byte;
        store
    }
    vec![
        store("box-cut", Invalid(MALFORMED_STORE), |mut s| {
            s.pop();
            s
        }),
        store("box-trailing-byte", Invalid(MALFORMED_STORE), |s| [s, vec![0]].concat()),
        store("box-second-store", Invalid(MALFORMED_STORE), |s| [s.clone(), s].concat()),
        store("box-size-zero", Invalid(MALFORMED_STORE), |s| [&[0; 4], &s[4..]].concat()),
        store("box-size-extended", Invalid(MALFORMED_STORE), |s| {
            [&[0, 0, 0, 1][..], b"jumb", &(s.len() as u64 + 8).to_be_bytes(), &s[8..]].concat()
        }),
        store("box-not-a-superbox", Invalid(MALFORMED_STORE), |s| edit(s, 7, b'c')),
        store("box-without-description", Invalid(MALFORMED_STORE), |s| edit(s, 15, b'x')),
        store("box-type-of-store", Invalid(MALFORMED_STORE), |s| edit(s, 20, 1)),
        store("box-toggles", Invalid(MALFORMED_STORE), |s| edit(s, 32, 2)),
        store("box-label-without-end", Invalid(MALFORMED_STORE), |s| {
            let end = s.iter().skip(33).position(|b| *b == 0).unwrap() + 33;
            edit(s, end, b'x')
        }),
        store("box-label-not-utf8", Invalid(MALFORMED_STORE), |s| edit(s, 33, 0xff)),
        store("box-free", Invalid(MALFORMED_STORE), |s| {
            content(b"jumb", &[&s[8..], &content(b"free", &[0; 3])].concat())
        }),
        store("box-nested-too-deeply", Limit("nesting of boxes"), |s| {
            (0..40).fold(s, |inner, _| superbox(b"c2pa", "c2pa", &inner))
        }),
        store("box-too-many", Limit("number of boxes"), |_| {
            superbox(b"c2pa", "c2pa", &content(b"cbor", &[]).repeat(5000))
        }),
    ]
}

fn parts(name: &'static str, want: Want, change: fn([Vec<u8>; 3]) -> Vec<Vec<u8>>) -> Case {
    png(name, want, Forge { parts: Box::new(change), ..Forge::default() })
}

fn manifests() -> Vec<Case> {
    fn with_uuid(mut part: Vec<u8>, kind: &[u8; 4]) -> Vec<u8> {
        part[16..20].copy_from_slice(kind);
        part
    }
    let id = |name, id: &str| png(name, Foreign, Forge { id: id.to_owned(), ..Forge::default() });
    vec![
        store("store-empty", Invalid(&["claim.missing"]), |_| superbox(b"c2pa", "c2pa", b"")),
        store("store-label", Invalid(MALFORMED_STORE), |mut s| {
            s[33] = b'C';
            s
        }),
        store("manifest-two", Foreign, |s| {
            let manifest = &s[8 + 30..];
            superbox(b"c2pa", "c2pa", &manifest.repeat(2))
        }),
        store("manifest-update", Foreign, |s| {
            let manifest = with_uuid(s[8 + 30..].to_vec(), b"c2um");
            superbox(b"c2pa", "c2pa", &manifest)
        }),
        id("manifest-id-upper-case", &forge::ID.to_uppercase()),
        id("manifest-id-of-version-1", "acme:urn:uuid:00010203-0405-4607-8809-0a0b0c0d0e0f"),
        parts("claim-missing", Invalid(&["claim.missing"]), |[a, _, s]| vec![a, s]),
        parts("claim-twice", Invalid(&["claim.multiple"]), |[a, c, s]| vec![a, c.clone(), c, s]),
        parts("claim-box-type", Invalid(MALFORMED_STORE), |[a, c, s]| vec![a, with_uuid(c, b"c2cx"), s]),
        parts("claim-of-version-1", Foreign, |[a, c, s]| {
            let cbor = c[8 + 8 + 17 + 14..].to_vec();
            vec![a, superbox(b"c2cl", "c2pa.claim", &cbor), s]
        }),
        parts("signature-missing", Invalid(&["claimSignature.missing"]), |[a, c, _]| vec![a, c]),
        parts("signature-box-type", Invalid(MALFORMED_STORE), |[a, c, s]| vec![a, c, with_uuid(s, b"c2cx")]),
        parts("assertion-store-missing", Invalid(MALFORMED_STORE), |[_, c, s]| vec![c, s]),
        parts("assertion-store-type", Invalid(MALFORMED_STORE), |[a, c, s]| {
            vec![with_uuid(a, b"c2cx"), c, s]
        }),
        parts("manifest-parts-order", Foreign, |[a, c, s]| vec![c, a, s]),
        parts("manifest-further-part", Foreign, |[a, c, s]| {
            vec![a, c, s, superbox(b"c2vc", "c2pa.credentials", b"")]
        }),
    ]
}

fn claim(name: &'static str, want: Want, changes: &'static [(&'static str, fn() -> Vec<u8>)]) -> Case {
    png(name, want, Forge { claim: claim_with(changes), ..Forge::default() })
}

fn claims() -> Vec<Case> {
    const CBOR: &[&str] = &["claim.cbor.invalid"];
    const MALFORMED: &[&str] = &["claim.malformed"];
    let raw = |name, change: fn(Vec<u8>) -> Vec<u8>| {
        let claim = move |id: &str, list: Vec<Vec<u8>>| change(map(&forge::claim_fields(id, list)));
        png(name, Invalid(CBOR), Forge { claim: Box::new(claim), ..Forge::default() })
    };
    let list = |name, want, change: fn(Vec<Vec<u8>>) -> Vec<Vec<u8>>| {
        let list = move |all: &[(&'static str, forge::Hash)]| {
            change(all.iter().map(|(l, h)| forge::hashed_uri(l, h)).collect())
        };
        png(name, want, Forge { list: Box::new(list), ..Forge::default() })
    };
    vec![
        raw("claim-key-twice", |c| [&[c[0] + 1], &c[1..], &text("alg"), &text("sha256")].concat()),
        png("claim-indefinite", Foreign, {
            let claim = |id: &str, list: Vec<Vec<u8>>| {
                let claim = map(&forge::claim_fields(id, list));
                [&[0xbf], &claim[1..], &[0xff]].concat()
            };
            Forge { claim: Box::new(claim), ..Forge::default() }
        }),
        raw("claim-length-not-shortest", |c| [&[0xb8, c[0] & 31], &c[1..]].concat()),
        raw("claim-trailing-byte", |c| [c, vec![0]].concat()),
        raw("claim-cut", |c| c[..c.len() - 1].to_vec()),
        raw("claim-not-utf8", |c| {
            let at = position(&c, b"sha256");
            [&c[..at], &[0xff], &c[at + 1..]].concat()
        }),
        raw("claim-nested-too-deeply", |_| [vec![0x81; 200], uint(0)].concat()),
        png("claim-not-a-map", Invalid(MALFORMED), {
            Forge { claim: Box::new(|_, list| array(&list)), ..Forge::default() }
        }),
        claim("claim-without-instance", Invalid(MALFORMED), &[("instanceID", Vec::new)]),
        claim("claim-without-generator", Invalid(MALFORMED), &[("claim_generator_info", Vec::new)]),
        claim("claim-without-list", Invalid(MALFORMED), &[("created_assertions", Vec::new)]),
        claim("claim-without-signature", Invalid(MALFORMED), &[("signature", Vec::new)]),
        claim(
            "claim-signature-of-another",
            Invalid(&["claimSignature.missing"]),
            &[("signature", || {
                text("self#jumbf=/c2pa/urn:c2pa:ffffffff-0405-4607-8809-0a0b0c0d0e0f/c2pa.signature")
            })],
        ),
        claim(
            "claim-signature-relative",
            Invalid(&["claimSignature.missing"]),
            &[("signature", || text("self#jumbf=c2pa.signature"))],
        ),
        claim("claim-hash-algorithm", Foreign, &[("alg", || text("sha512"))]),
        claim(
            "claim-gathered",
            Foreign,
            &[("gathered_assertions", || array(&[forge::hashed_uri("x", &[0; 32])]))],
        ),
        claim("claim-redacted", Foreign, &[("redacted_assertions", || array(&[text("x")]))]),
        claim("claim-unknown-field", Foreign, &[("org.example.more", || uint(1))]),
        list("claim-entry-not-a-uri", Invalid(MALFORMED), |all| [all, vec![uint(1)]].concat()),
        list("claim-entry-twice", Invalid(MALFORMED), |all| [&all[..], &all[..1]].concat()),
        list("assertion-order", Foreign, |all| all.into_iter().rev().collect()),
        list("assertion-not-listed", Invalid(&["assertion.undeclared"]), |all| all[..2].to_vec()),
        list("assertion-listed-but-missing", Invalid(&["assertion.missing"]), |all| {
            [all, vec![forge::hashed_uri("c2pa.metadata", &[0; 32])]].concat()
        }),
        list("assertion-listed-elsewhere", Invalid(&["assertion.missing", "assertion.undeclared"]), |all| {
            let url = "self#jumbf=/c2pa/urn:c2pa:ffffffff-0405-4607-8809-0a0b0c0d0e0f/c2pa.assertions/c2pa.hash.data";
            let hash = &all[2][all[2].len() - 32..];
            [&all[..2], &[map(&[("url", text(url)), ("hash", bytes(hash))])]].concat()
        }),
        list("assertion-hash-mismatch", Invalid(&["assertion.hashedURI.mismatch"]), |mut all| {
            *all[1].last_mut().unwrap() ^= 1;
            all
        }),
        list("assertion-hash-short", Invalid(&["assertion.hashedURI.mismatch"]), |mut all| {
            all[1] = forge::hashed_uri("c2pa.ai-disclosure", &[0; 16]);
            all
        }),
    ]
}

fn binding(name: &'static str, want: Want, make: fn(forge::Binding) -> Vec<u8>) -> Case {
    png(name, want, Forge { data_hash: Box::new(make), ..Forge::default() })
}

fn bindings() -> Vec<Case> {
    use forge::{data_hash, exclusion};
    const MALFORMED: &[&str] = &["assertion.dataHash.malformed"];
    vec![
        binding("exclusion-one-longer", Invalid(MALFORMED), |b| {
            data_hash(vec![exclusion(b.start, b.length + 1)], &b.hash)
        }),
        binding("exclusion-one-shorter", Invalid(MALFORMED), |b| {
            data_hash(vec![exclusion(b.start, b.length.max(1) - 1)], &b.hash)
        }),
        binding("exclusion-one-early", Invalid(MALFORMED), |b| {
            data_hash(vec![exclusion(b.start - 1, b.length + 1)], &b.hash)
        }),
        binding("exclusion-whole-file", Invalid(MALFORMED), |b| {
            data_hash(vec![exclusion(0, u64::from(u32::MAX))], &b.hash)
        }),
        binding("exclusion-overflow", Invalid(MALFORMED), |b| {
            data_hash(vec![exclusion(u64::MAX, b.length)], &b.hash)
        }),
        binding("exclusion-two", Invalid(MALFORMED), |b| {
            data_hash(vec![exclusion(b.start, b.length), exclusion(b.start + b.length, 1)], &b.hash)
        }),
        binding("exclusion-none", Invalid(MALFORMED), |b| data_hash(Vec::new(), &b.hash)),
        binding("exclusion-not-numbers", Invalid(MALFORMED), |b| {
            data_hash(vec![map(&[("start", nint(0)), ("length", uint(b.length))])], &b.hash)
        }),
        binding("data-hash-short", Invalid(MALFORMED), |b| {
            data_hash(vec![exclusion(b.start, b.length)], &b.hash[..31])
        }),
        binding("data-hash-of-other-content", Invalid(&["assertion.dataHash.mismatch"]), |b| {
            data_hash(vec![exclusion(b.start, b.length)], &[7; 32])
        }),
        binding("data-hash-without-pad", Invalid(MALFORMED), |b| {
            map(&[("exclusions", array(&[exclusion(b.start, b.length)])), ("hash", bytes(&b.hash))])
        }),
        binding("data-hash-algorithm", Foreign, |b| {
            map(&[
                ("exclusions", array(&[exclusion(b.start, b.length)])),
                ("hash", bytes(&b.hash)),
                ("pad", bytes(&[])),
                ("alg", text("sha384")),
            ])
        }),
    ]
}

fn acting(name: &'static str, want: Want, actions: Vec<u8>) -> Case {
    png(name, want, Forge { actions, ..Forge::default() })
}

fn with(name: &'static str, want: Want, more: Vec<(&'static str, Vec<u8>)>) -> Case {
    png(name, want, Forge { more, ..Forge::default() })
}

fn assertions() -> Vec<Case> {
    const ACTION: &[&str] = &["assertion.action.malformed"];
    const STATEMENT: &[&str] = &["org.aimark.statementMalformed"];
    let statement = |entries: &[(&str, Vec<u8>)]| vec![("org.aimark.label", map(entries))];
    let one = |changes: &[(&'static str, Vec<u8>)]| actions(vec![action(changes)]);
    vec![
        acting("actions-empty", Invalid(ACTION), actions(Vec::new())),
        acting("actions-several", Foreign, actions(vec![action(&[]), action(&[])])),
        acting("action-without-name", Invalid(ACTION), one(&[("action", Vec::new())])),
        acting("action-without-source", Invalid(ACTION), one(&[("digitalSourceType", Vec::new())])),
        acting(
            "action-source-not-ai",
            Foreign,
            one(&[(
                "digitalSourceType",
                text("http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"),
            )]),
        ),
        acting("action-opened", Foreign, one(&[("action", text("c2pa.opened"))])),
        acting("action-when-not-a-date", Foreign, one(&[("when", tag(0, text("yesterday")))])),
        acting("action-when-untagged", Invalid(ACTION), one(&[("when", text("2026-11-21T12:00:00Z"))])),
        acting(
            "action-agent-steers-terminal",
            Foreign,
            one(&[("softwareAgent", map(&[("name", text("x\u{1b}[2J"))]))]),
        ),
        acting("action-agent-version-alone", Foreign, {
            one(&[("softwareAgent", map(&[("version", text("1"))]))])
        }),
        acting("assertion-key-twice", Invalid(&["assertion.cbor.invalid"]), {
            map(&[("actions", array(&[action(&[])])), ("actions", array(&[action(&[])]))])
        }),
        with("disclosure-without-model", Invalid(&["general.error"]), vec![("c2pa.ai-disclosure", map(&[]))]),
        with("disclosure-of-more", Foreign, {
            vec![(
                "c2pa.ai-disclosure",
                map(&[("modelType", text("c2pa.types.model")), ("modelName", text("x"))]),
            )]
        }),
        with("disclosure-twice", Invalid(&["claim.malformed", "general.error"]), {
            vec![("c2pa.ai-disclosure", map(&[("modelType", text("c2pa.types.model"))])); 2]
        }),
        with("assertion-of-another-kind", Foreign, vec![("c2pa.metadata", map(&[("x", uint(1))]))]),
        with("statement-empty", Invalid(STATEMENT), statement(&[])),
        with("statement-control-character", Invalid(STATEMENT), statement(&[("provider", text("a\u{7}"))])),
        with("statement-turns-direction", Invalid(STATEMENT), statement(&[("provider", text("a\u{202e}"))])),
        with("statement-too-long", Invalid(STATEMENT), statement(&[("provider", text(&"x".repeat(257)))])),
        with("statement-not-text", Invalid(STATEMENT), statement(&[("provider", uint(1))])),
        with("statement-url", Invalid(STATEMENT), statement(&[("detectorUrl", text("javascript:alert(1)"))])),
        with("statement-language-alone", Invalid(STATEMENT), statement(&[("noticeLang", text("kk"))])),
        with("statement-of-later-version", Foreign, statement(&[("mood", text("fine"))])),
        png("assertion-undeclared", Invalid(&["assertion.undeclared"]), {
            let unlisted = vec![("org.aimark.label", map(&[("provider", text("someone else"))]))];
            Forge { unlisted, ..Forge::default() }
        }),
        png("hard-binding-twice", Invalid(&["assertion.multipleHardBindings"]), {
            let second = forge::data_hash(vec![forge::exclusion(33, 1)], &[0; 32]);
            Forge { unlisted: vec![("c2pa.hash.data", second)], ..Forge::default() }
        }),
        png(
            "hard-binding-missing",
            Invalid(&["assertion.missing", "assertion.missing", "claim.hardBindings.missing"]),
            {
                Forge {
                    parts: Box::new(|[_, c, s]| {
                        let actions = forge::assertion("c2pa.actions.v2", &actions(vec![action(&[])]));
                        vec![superbox(b"c2as", "c2pa.assertions", &actions), c, s]
                    }),
                    ..Forge::default()
                }
            },
        ),
    ]
}

fn signature(name: &'static str, want: Want, make: fn(&[u8], &[u8]) -> Vec<u8>) -> Case {
    png(name, want, Forge { cose: Box::new(make), ..Forge::default() })
}

fn signatures() -> Vec<Case> {
    const MISMATCH: &[&str] = &["claimSignature.mismatch"];
    let chain = || vec![forge::der(aimark_tests::identity().certificate_pem())];
    vec![
        signature("signature-untagged", Invalid(MISMATCH), |p, s| cose(p, Vec::new(), s)[1..].to_vec()),
        signature("signature-payload-attached", Invalid(MISMATCH), |p, s| {
            tag(18, array(&[bytes(p), map(&[]), bytes(&[]), bytes(s)]))
        }),
        signature("signature-three-parts", Invalid(MISMATCH), |p, s| {
            tag(18, array(&[bytes(p), map(&[]), bytes(s)]))
        }),
        signature("signature-pad-not-zero", Invalid(MISMATCH), |p, s| {
            cose(p, vec![(text("pad"), bytes(&[0, 1, 0]))], s)
        }),
        signature("signature-padding-renamed", Foreign, |p, s| {
            cose(p, vec![(text("pad2"), bytes(&[0; 9]))], s)
        }),
        signature("signature-padding-divided", Foreign, |p, s| {
            cose(p, vec![(text("pad"), bytes(&[0; 4])), (text("pad2"), bytes(&[0; 4]))], s)
        }),
        signature("signature-time-stamp", Foreign, |p, s| cose(p, vec![(text("sigTst2"), map(&[]))], s)),
        signature("signature-cut", Invalid(MISMATCH), |p, s| cose(p, Vec::new(), &s[..63])),
        signature("signature-zero", Invalid(MISMATCH), |p, _| cose(p, Vec::new(), &[0; 64])),
        signature("signature-s-plus-order", Invalid(MISMATCH), |p, s| cose(p, Vec::new(), &plus_order(s))),
        signature("signature-trailing-byte", Invalid(MISMATCH), |p, s| {
            [cose(p, Vec::new(), s), vec![0]].concat()
        }),
        signature("signature-algorithm-es256", Foreign, move |_, s| {
            let chain = vec![forge::der(aimark_tests::identity().certificate_pem())];
            cose(&forge::protected(nint(6), &chain), Vec::new(), s)
        }),
        signature("signature-no-algorithm", Invalid(MISMATCH), |_, s| {
            let chain = forge::der(aimark_tests::identity().certificate_pem());
            cose(&aimark_tests::cbor::raw_map(&[(uint(33), bytes(&chain))]), Vec::new(), s)
        }),
        signature("signature-no-certificates", Foreign, |_, s| {
            cose(&aimark_tests::cbor::raw_map(&[(uint(1), nint(7))]), Vec::new(), s)
        }),
        png("signature-by-another-key", Invalid(MISMATCH), {
            Forge { key: SigningKey::from_bytes(&[5; 32]), ..Forge::default() }
        }),
        png("certificate-garbage", Invalid(&["signingCredential.invalid"]), {
            Forge { chain: vec![vec![0x30, 0x03, 1, 1, 1]], ..Forge::default() }
        }),
        png("certificate-trailing-byte", Invalid(&["signingCredential.invalid"]), {
            let chain = chain().into_iter().map(|der| [der, vec![0]].concat()).collect();
            Forge { chain, ..Forge::default() }
        }),
        png("certificates-too-many", Limit("certificates in a chain"), {
            Forge { chain: std::iter::repeat_n(chain(), 9).flatten().collect(), ..Forge::default() }
        }),
    ]
}

/// The same signature with the group order added to S: another encoding of the same number.
fn plus_order(signature: &[u8]) -> Vec<u8> {
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let mut out = signature.to_vec();
    let mut carry = 0;
    for (byte, order) in out[32..].iter_mut().zip(ORDER) {
        let sum = u16::from(*byte) + u16::from(order) + carry;
        *byte = sum as u8;
        carry = sum >> 8;
    }
    out
}

fn credential(name: &'static str, change: impl Fn(&mut CertificateParams)) -> Case {
    let mut params = certs::leaf();
    change(&mut params);
    let (key, pem) = (SigningKey::from_bytes(&[3; 32]), certs::issue(&params, 3));
    png(name, Invalid(&["signingCredential.invalid"]), Forge { chain: vec![pem], key, ..Forge::default() })
}

fn credentials() -> Vec<Case> {
    let purposes =
        |p: &mut CertificateParams, all: &[ExtendedKeyUsagePurpose]| p.extended_key_usages = all.to_vec();
    let good = [
        ExtendedKeyUsagePurpose::Other(certs::CLAIM_SIGNING.to_vec()),
        ExtendedKeyUsagePurpose::EmailProtection,
    ];
    let expired = |name, from: i32, to: i32| {
        let mut params = certs::leaf();
        params.not_before = rcgen::date_time_ymd(from, 1, 1);
        params.not_after = rcgen::date_time_ymd(to, 1, 1);
        let (key, chain) = (SigningKey::from_bytes(&[3; 32]), vec![certs::issue(&params, 3)]);
        png(name, Invalid(&["claimSignature.outsideValidity"]), Forge { chain, key, ..Forge::default() })
    };
    vec![
        credential("credential-authority", |p| {
            p.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        }),
        credential("credential-key-usage-missing", |p| p.key_usages = Vec::new()),
        credential("credential-key-usage-not-critical", |p| {
            p.key_usages = Vec::new();
            p.custom_extensions = vec![certs::key_usage(false, &[3, 2, 7, 0x80])];
        }),
        credential("credential-key-usage-cert-sign", |p| {
            p.key_usages.push(rcgen::KeyUsagePurpose::KeyCertSign);
        }),
        credential("credential-key-usage-no-signature", |p| {
            p.key_usages = vec![rcgen::KeyUsagePurpose::KeyAgreement];
        }),
        credential("credential-purpose-missing", |p| purposes(p, &[])),
        credential("credential-purpose-other", |p| purposes(p, &[ExtendedKeyUsagePurpose::ServerAuth])),
        credential("credential-purpose-any", move |p| {
            purposes(p, &[&good.clone()[..], &[ExtendedKeyUsagePurpose::Any]].concat());
        }),
        credential("credential-purpose-time-stamping", |p| {
            purposes(p, &[ExtendedKeyUsagePurpose::EmailProtection, ExtendedKeyUsagePurpose::TimeStamping]);
        }),
        credential("credential-purpose-ocsp", |p| {
            purposes(p, &[ExtendedKeyUsagePurpose::EmailProtection, ExtendedKeyUsagePurpose::OcspSigning]);
        }),
        credential("credential-no-issuer-key-id", |p| p.use_authority_key_identifier_extension = false),
        credential("credential-critical-extension", |p| {
            let mut extension = rcgen::CustomExtension::from_oid_content(&[1, 2, 3, 4], vec![5, 0]);
            extension.set_criticality(true);
            p.custom_extensions = vec![extension];
        }),
        expired("credential-expired", 2020, 2025),
        expired("credential-not-valid-yet", 2030, 2035),
    ]
}

/// A text labelled as its extension says.
fn labelled(extension: &str, text: &str) -> String {
    let signer = aimark_tests::signer(&aimark_tests::identity());
    let mut context = aimark_tests::context();
    context.format = aimark::Format::from_extension(extension);
    let label = aimark::Label::new(aimark::Origin::Generated);
    let signed = aimark::sign(text.as_bytes(), &label, &signer, &context).unwrap();
    String::from_utf8(signed.to_vec()).unwrap()
}

fn texts() -> Vec<Case> {
    const CORRUPT: &[&str] = &["manifest.text.corruptedWrapper"];
    const CHANGED: &[&str] = &["assertion.dataHash.mismatch"];
    let case = |name, extension, want, text: String| asset(name, extension, want, text.into_bytes());
    let plain = labelled("txt", "Привет, мир!\n");
    let mark = plain.find('\u{feff}').unwrap();
    let cut: String = plain.chars().take(plain.chars().count() - 9).collect();
    let selectors: Vec<char> = plain[mark..].chars().collect();
    let with = |at: usize, c: char| {
        let mut changed = selectors.clone();
        changed[at] = c;
        plain[..mark].chars().chain(changed).collect::<String>()
    };
    let block = labelled("py", "print(1)\n");
    let line = block.lines().next().unwrap().to_owned();
    let page = labelled("html", "<html><head><title>x</title></head><body>y</body></html>");
    let (open, close) = (page.find("<script").unwrap(), page.find("</script>").unwrap() + 9);
    let element = page[open..close].to_owned();
    let around = |inner: &str| format!("<html><head>{inner}</head><body>y</body></html>");
    vec![
        case("text-two-wrappers", "txt", Invalid(&["manifest.text.multipleWrappers"]), {
            format!("{plain}{}", &plain[mark..])
        }),
        case("text-wrapper-cut", "txt", Invalid(CORRUPT), cut),
        case("text-wrapper-version", "txt", Invalid(CORRUPT), with(9, '\u{fe02}')),
        case("text-wrapper-magic", "txt", Invalid(CORRUPT), with(7, '\u{e0101}')),
        case("text-wrapper-interrupted", "txt", Invalid(CORRUPT), with(500, 'x')),
        case("text-wrapper-other-magic", "txt", Unmarked, with(2, '\u{e0101}')),
        case("text-words-changed", "txt", Invalid(CHANGED), plain.replace("мир", "мур")),
        case("text-words-appended", "txt", Invalid(CHANGED), format!("{plain}\nОтвет.")),
        case("text-words-before", "txt", Invalid(&["assertion.dataHash.malformed"]), format!("> {plain}")),
        case(
            "text-marks-without-wrapper",
            "txt",
            Unmarked,
            "\u{feff}C2PATXT \u{2764}\u{fe0f}\u{feff}\u{fe00}".to_owned(),
        ),
        case(
            "block-two",
            "py",
            Invalid(&["manifest.structuredText.multipleReferences"]),
            format!("{line}\n{block}"),
        ),
        case("block-base64", "py", Invalid(&["manifest.structuredText.malformedReference"]), {
            block.replace("base64,AAA", "base64,A*A")
        }),
        case("block-other-comment", "py", Foreign, block.replacen("# ---", "\" ---", 1)),
        case(
            "block-elsewhere",
            "py",
            Invalid(&["assertion.dataHash.malformed"]),
            format!("import os\n{block}"),
        ),
        case("block-words-changed", "py", Invalid(CHANGED), block.replace("print(1)", "print(2)")),
        case("block-in-prose", "md", Unmarked, {
            "Use -----BEGIN C2PA MANIFEST----- and -----END C2PA MANIFEST----- around it.\n".to_owned()
        }),
        case("block-reference-elsewhere", "md", Unmarked, {
            "<!-- -----BEGIN C2PA MANIFEST----- https://a.kz/m.c2pa -----END C2PA MANIFEST----- -->\n"
                .to_owned()
        }),
        case(
            "element-two",
            "html",
            Invalid(&["manifest.html.multipleManifests"]),
            around(&element.repeat(2)),
        ),
        case("element-base64", "html", Invalid(DAMAGED), page.replace("c2pa\">AAA", "c2pa\">A*A")),
        case(
            "element-in-body",
            "html",
            Unmarked,
            format!("<html><head></head><body>{element}</body></html>"),
        ),
        case("element-in-comment", "html", Unmarked, around(&format!("<!-- {element} -->"))),
        case(
            "element-spelled-otherwise",
            "html",
            Foreign,
            page.replace("\"application/c2pa\"", "'application/c2pa'"),
        ),
        case("element-words-changed", "html", Invalid(CHANGED), page.replace(">y<", ">z<")),
    ]
}

#[test]
fn each_hostile_file_is_refused_for_its_own_reason() {
    let cases = cases();
    let mut wrong = Vec::new();
    for Case { name, extension, asset, want } in &cases {
        same_or_bless(format!("tests/corpus/hostile/{name}.{extension}"), asset);
        let anchors = aimark_tests::anchors();
        let format = aimark::Format::from_extension(extension).filter(|f| f.is_text());
        let context = aimark::VerifyContext {
            anchors: &anchors,
            format,
            ..aimark::VerifyContext::new(aimark_tests::now())
        };
        let report = aimark::verify(asset, &context);
        let right = match (want, &report) {
            (Invalid(codes), Ok(report)) => {
                report.verdict() == Verdict::Invalid && failures(report) == *codes && report.proof().is_none()
            }
            (Foreign, Ok(report)) => report.verdict() == Verdict::Foreign,
            (Unmarked, Ok(report)) => report.verdict() == Verdict::Unmarked,
            (Limit(what), Err(Error::Limit(limit))) => limit.what == *what,
            (Malformed, Err(Error::Input(_))) => true,
            _ => false,
        };
        if !right {
            let found = report.map(|r| (r.verdict(), failures(&r), r.foreign().map(|f| f.reason.clone())));
            wrong.push(format!("{name}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "not as expected:\n{}", wrong.join("\n"));
    assert_eq!(cases.len(), CASES);
}

#[test]
fn the_folder_of_hostile_files_holds_the_cases_and_nothing_else() {
    let cases: BTreeSet<String> = cases().iter().map(|c| format!("{}.{}", c.name, c.extension)).collect();
    let folder = aimark_tests::project().join("tests/corpus/hostile");
    let files: BTreeSet<String> =
        std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(files, cases);
}

/// So that each hostile file fails by its one fault, and not because the forge cannot write a label.
#[test]
fn what_the_forge_writes_without_a_fault_is_accepted_by_us_and_the_judge() {
    let labelled = Forge::default().png(&pictures::png(4, 4));
    let report = verify(&labelled);
    assert_eq!(report.verdict(), Verdict::Trusted, "{:?}", report.findings());
    let opinion = judge::opinion(&labelled, "image/png", None).unwrap();
    assert_eq!(opinion.state, ValidationState::Valid, "{}", opinion.json);
    let made = Forge {
        key: SigningKey::from_bytes(&[3; 32]),
        chain: vec![certs::issue(&certs::leaf(), 3)],
        ..Forge::default()
    };
    let report = verify(&made.png(&pictures::png(4, 4)));
    assert_eq!(report.verdict(), Verdict::Valid, "{:?}", report.findings());
    let split = jpeg_with(|h, a, b| {
        [forge::jpeg_segment(0x211, 1, h, a), forge::jpeg_segment(0x211, 2, h, b)].concat()
    });
    assert_eq!(verify(&split).verdict(), Verdict::Foreign, "sound, but cut as nobody known would cut it");
    let padded: fn(&[u8], &[u8]) -> Vec<u8> = |p, s| cose(p, vec![(text("pad"), bytes(&[0; 300]))], s);
    let padded = Forge { cose: Box::new(padded), ..Forge::default() }.png(&pictures::png(4, 4));
    assert_eq!(verify(&padded).verdict(), Verdict::Trusted);
}
