//! The parts of a manifest: boxes, claim, hard binding, assertions.

use aimark_tests::cbor::{array, bytes, map, nint, tag, text, uint};
use aimark_tests::forge::{self, Forge, action, actions, claim_with, content, superbox};
use aimark_tests::position;

use super::Want::{Foreign, Invalid, Limit};
use super::{Case, MALFORMED_STORE, Want, png};

/// A label whose store is changed before it is framed.
fn store(name: &'static str, want: Want, change: fn(Vec<u8>) -> Vec<u8>) -> Case {
    png(name, want, Forge { store: Box::new(change), ..Forge::default() })
}

pub fn boxes() -> Vec<Case> {
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

pub fn manifests() -> Vec<Case> {
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
        id("manifest-id-not-random", "urn:c2pa:00010203-0405-1607-8809-0a0b0c0d0e0f"),
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

pub fn claims() -> Vec<Case> {
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
        png("claim-nested-too-deeply", Limit("nesting of CBOR items"), {
            let claim = Box::new(|_: &str, _: Vec<Vec<u8>>| [vec![0x81; 200], uint(0)].concat());
            Forge { claim, ..Forge::default() }
        }),
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

pub fn bindings() -> Vec<Case> {
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

fn mining(content: &[(&str, Vec<u8>)]) -> Vec<(&'static str, Vec<u8>)> {
    vec![("cawg.training-mining", map(content))]
}

fn used(word: &str) -> Vec<u8> {
    map(&[("use", text(word))])
}

fn entries(words: [&str; 3]) -> Vec<u8> {
    let [generative, training, data] = words.map(used);
    map(&[
        ("cawg.data_mining", data),
        ("cawg.ai_training", training),
        ("cawg.ai_generative_training", generative),
    ])
}

fn soft(algorithm: &str, scope: Vec<u8>, value: Vec<u8>) -> Vec<u8> {
    let block = map(&[("scope", scope), ("value", value)]);
    map(&[("alg", text(algorithm)), ("blocks", array(&[block])), ("pad", bytes(&[]))])
}

/// What leads back to a label that was stripped.
pub fn soft_bindings() -> Vec<Case> {
    const FIRST: &str = "c2pa.soft-binding";
    const ISCC: &str = "io.iscc.v0";
    let plain = || soft(ISCC, map(&[]), bytes(&[7; 34]));
    let one = |name, want, cbor| with(name, want, vec![(FIRST, cbor)]);
    let watermarked = |changes: &[(&'static str, Vec<u8>)]| {
        let mark = [&[("action", text("c2pa.watermarked.bound"))], changes].concat();
        actions(vec![action(&[]), map(&mark)])
    };
    vec![
        one("soft-binding-without-blocks", Invalid(&["general.error"]), map(&[("alg", text(ISCC))])),
        one("soft-binding-of-a-part", Foreign, soft(ISCC, map(&[("region", map(&[]))]), bytes(&[7]))),
        one("soft-binding-algorithm-unnamed", Foreign, soft("iscc", map(&[]), bytes(&[7]))),
        one("soft-binding-algorithm-steers-terminal", Foreign, soft("a.\u{1b}[2J", map(&[]), bytes(&[7]))),
        one("soft-binding-value-not-bytes", Foreign, soft(ISCC, map(&[]), text("7"))),
        one("soft-binding-value-empty", Foreign, soft(ISCC, map(&[]), bytes(&[]))),
        one("soft-binding-value-too-long", Foreign, soft(ISCC, map(&[]), bytes(&[7; 1025]))),
        with("soft-binding-number-missing", Foreign, vec![("c2pa.soft-binding__1", plain())]),
        with("soft-binding-by-one-algorithm-twice", Foreign, {
            vec![(FIRST, plain()), ("c2pa.soft-binding__1", plain())]
        }),
        acting("watermark-without-soft-binding", Invalid(&["assertion.action.malformed"]), watermarked(&[])),
        png("watermark-with-more", Foreign, {
            let more = vec![(FIRST, plain())];
            let actions = watermarked(&[("when", tag(0, text("2026-11-21T12:00:00Z")))]);
            Forge { actions, more, ..Forge::default() }
        }),
    ]
}

pub fn assertions() -> Vec<Case> {
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
        with("statement-box-without-notice", Invalid(STATEMENT), {
            statement(&[("noticeBox", text("xywh=1,2,3,4")), ("noticeShown", text("drawn"))])
        }),
        with("statement-box-of-notice-elsewhere", Invalid(STATEMENT), {
            let shown = [("noticeShown", text("elsewhere")), ("notice", text("AI"))];
            statement(&[&shown[..], &[("noticeBox", text("xywh=1,2,3,4"))]].concat())
        }),
        with("statement-risk-unknown", Invalid(STATEMENT), statement(&[("riskClass", text("none"))])),
        with("mining-without-entries", Invalid(&["general.error"]), mining(&[])),
        with("mining-entries-not-a-map", Invalid(&["general.error"]), mining(&[("entries", text("all"))])),
        with("mining-of-one-use", Foreign, {
            mining(&[("entries", map(&[("cawg.data_mining", used("notAllowed"))]))])
        }),
        with("mining-of-another-word", Foreign, mining(&[("entries", entries(["perhaps"; 3]))])),
        with("mining-divided", Foreign, {
            mining(&[("entries", entries(["notAllowed", "notAllowed", "allowed"]))])
        }),
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
