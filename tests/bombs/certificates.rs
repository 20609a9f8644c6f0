//! Enormous certificates, beside a signature and among the anchors.

use aimark::{Anchors, Limits, Verdict, VerifyContext};
use aimark_tests::der::{Written, attribute, extension, rank, rsa, sequence, value};
use aimark_tests::forge::{self, Forge};
use aimark_tests::{now, pictures};
use ed25519_dalek::SigningKey;

use crate::{READ, UNREAD, explode};

const SEED: u8 = 3;
const NAME: &[u8] = b"\x55\x04\x0b";
const ALTERNATIVE_NAME: &[u8] = b"\x55\x1d\x11";

/// A certificate of about `n` bytes in one of its parts.
type Bomb = fn(Written, usize) -> Vec<u8>;

const BOMBS: [(&str, Bomb); 10] = [
    ("long name", |c, n| Written { name: rank(&attribute(NAME, &"x".repeat(n))), ..c }.der()),
    ("many attributes", |mut c, n| {
        c.name.extend(rank(&attribute(NAME, "x")).repeat(n / 11));
        c.der()
    }),
    ("many attributes of equal rank", |c, n| {
        Written { name: rank(&attribute(NAME, "x").repeat(n / 9)), ..c }.der()
    }),
    ("attributes of equal rank, last one first", |c, n| {
        // A set must be sorted: this one asks its reader to sort it.
        let oid = |i: usize| [0x55, 4, 0x80 | (i >> 14) as u8 | 1, 0x80 | (i >> 7) as u8, i as u8 & 0x7f];
        let attributes = (0..n / 13).rev().flat_map(|i| attribute(&oid(i), "x"));
        Written { name: rank(&attributes.collect::<Vec<u8>>()), ..c }.der()
    }),
    ("many extensions", |mut c, n| {
        c.extensions.extend(extension(b"\x2a\x03", false, b"").repeat(n / 8));
        c.der()
    }),
    ("many extensions, each another", |mut c, n| {
        let oid = |i: usize| [0x2a, 0x80 | (i >> 14) as u8 | 1, 0x80 | (i >> 7) as u8, i as u8 & 0x7f];
        c.extensions.extend((0..n / 10).flat_map(|i| extension(&oid(i), false, b"")));
        c.der()
    }),
    ("many key usages", |mut c, n| {
        c.extensions.extend(extension(b"\x55\x1d\x0f", true, b"\x03\x02\x07\x80").repeat(n / 16));
        c.der()
    }),
    ("many alternative names", |mut c, n| {
        let names = sequence(&[&value(0x82, b"a").repeat(n / 3)]);
        c.extensions.extend(extension(ALTERNATIVE_NAME, false, &names));
        c.der()
    }),
    ("many purposes", |mut c, n| {
        c.extensions.extend(extension(
            b"\x55\x1d\x25",
            false,
            &sequence(&[&value(6, b"\x2a").repeat(n / 3)]),
        ));
        c.der()
    }),
    ("enormous RSA key", |c, n| Written { key: rsa(&vec![0xff; n]), ..c }.der()),
];

fn pem(der: &[u8]) -> String {
    x509_cert::der::pem::encode_string("CERTIFICATE", x509_cert::der::pem::LineEnding::LF, der).unwrap()
}

/// A signer whose issuers must be looked for, and are not found.
fn signer() -> Written {
    Written::leaf(SEED).said_to_be_issued_by(&Written::authority(8))
}

fn labelled(chain: Vec<Vec<u8>>) -> Vec<u8> {
    Forge { chain, key: SigningKey::from_bytes(&[SEED; 32]), ..Forge::default() }.png(&pictures::png(4, 4))
}

/// Examines a label with an anchor that is not its signer's, so that a chain is looked for.
fn verdict(asset: &[u8]) -> Option<Verdict> {
    let mut anchors = Anchors::new();
    anchors.add_pem(pem(&Written::authority(8).der()).as_bytes()).unwrap();
    aimark::verify(asset, &VerifyContext { anchors: &anchors, ..VerifyContext::new(now()) })
        .ok()
        .map(|report| report.verdict())
}

fn examine(asset: &[u8]) {
    verdict(asset);
}

#[test]
fn the_certificates_are_sound_before_they_are_made_bombs() {
    let chain = vec![signer().der(), Written::authority(8).der()];
    assert_eq!(verdict(&labelled(chain.clone())), Some(Verdict::Valid));
    let mut anchors = Anchors::new();
    assert_eq!(anchors.add_pem(pem(&chain[0]).as_bytes()), Ok(1));
    let context = VerifyContext { anchors: &anchors, ..VerifyContext::new(now()) };
    assert_eq!(aimark::verify(&labelled(chain), &context).unwrap().verdict(), Verdict::Trusted);
}

#[test]
fn a_signer_s_certificate_that_is_a_bomb() {
    for (name, bomb) in BOMBS {
        explode(name, READ, |n| labelled(vec![bomb(Written::leaf(SEED), n)]), examine);
    }
}

#[test]
fn issuers_that_are_bombs() {
    let most = Limits::default().chain_certificates - 1;
    for (name, bomb) in BOMBS {
        let chain = |n| {
            let issuer = bomb(Written::authority(8), n / most);
            let issuers = std::iter::repeat_n(issuer, most);
            labelled([signer().der()].into_iter().chain(issuers).collect())
        };
        explode(&format!("issuers: {name}"), READ, chain, examine);
    }
}

#[test]
fn certificates_of_a_million_parts() {
    for (name, bomb) in BOMBS {
        let times = 60;
        explode(
            &format!("a million: {name}"),
            UNREAD,
            |n| labelled(vec![bomb(Written::leaf(SEED), times * n)]),
            examine,
        );
    }
    // More of them than a chain may have is a limit, not a finding.
    let leaf = Written::leaf(SEED).der();
    explode(
        "many certificates",
        UNREAD,
        |n| labelled(vec![leaf.clone(); n / 300]),
        |asset| {
            let refused = aimark::verify(asset, &VerifyContext::new(now()));
            assert!(matches!(refused, Err(aimark::Error::Limit(_))), "{refused:?}");
        },
    );
}

/// Adds anchors, describes them, and looks for a chain among them.
fn accept(pem: &[u8]) {
    let mut anchors = Anchors::new();
    let _ = anchors.add_pem(pem);
    assert!(anchors.iter().all(|anchor| anchor.subject.chars().count() <= 513));
    let label = labelled(vec![signer().der(), Written::authority(8).der()]);
    let context = VerifyContext { anchors: &anchors, ..VerifyContext::new(now()) };
    let report = aimark::verify(&label, &context).unwrap();
    assert_eq!(report.verdict(), Verdict::Valid, "none of them is the signer's");
}

#[test]
fn anchors_that_are_bombs() {
    for (name, bomb) in BOMBS {
        let one = |n| pem(&bomb(Written::authority(9), n)).into_bytes();
        explode(&format!("anchor: {name}"), READ, one, accept);
        let large = |n| pem(&bomb(Written::authority(9), 60 * n)).into_bytes();
        explode(&format!("anchor of megabytes: {name}"), UNREAD, large, accept);
    }
}

#[test]
fn anchors_without_end() {
    // All of one name, that of the signer's issuer, and each another certificate.
    let authority = |i: usize| {
        let mut one = Written::authority(9);
        one.extensions.extend(extension(b"\x2a\x03", false, &i.to_be_bytes()));
        pem(&one.der())
    };
    explode("many anchors", READ, |n| (0..n / 100).map(authority).collect::<String>().into_bytes(), accept);
    let one = authority(0);
    explode("one anchor many times", READ, |n| one.repeat(n / 100).into_bytes(), accept);
    explode("beginnings", UNREAD, |n| "-----BEGIN CERTIFICATE-----\n".repeat(n).into_bytes(), accept);
    let empty = "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n";
    explode("empty certificates", UNREAD, |n| empty.repeat(n / 10).into_bytes(), accept);
    explode(
        "words around",
        UNREAD,
        |n| [&one, "words \u{fffd}".repeat(n).as_str()].concat().into_bytes(),
        accept,
    );
    explode("bytes that are no text", UNREAD, |n| [one.as_bytes(), &vec![0xff; n * 10]].concat(), accept);
    assert_eq!(forge::der(&one).len(), forge::der(&authority(1)).len());
}
