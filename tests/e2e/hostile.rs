//! One hostile file for each rule, committed in `tests/corpus/hostile` under the name of the rule. The recipes are
//! here; each case says what must be found, so a file refused for the wrong reason is a failing test.

mod carriers;
mod parts;
mod signatures;
mod texts;

use std::collections::BTreeSet;

use aimark::{Error, Verdict};
use aimark_tests::cbor::{bytes, text};
use aimark_tests::certificates as certs;
use aimark_tests::forge::{self, Forge, cose};
use aimark_tests::{failures, judge, pictures, verify};
use c2pa::ValidationState;
use ed25519_dalek::SigningKey;

use crate::fixtures::same_or_bless;

const DAMAGED: &[&str] = &["org.aimark.carrierDamaged"];
const MALFORMED_STORE: &[&str] = &["org.aimark.storeMalformed"];

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
const CASES: usize = 206;

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
    let all = [
        carriers::carriers(),
        parts::boxes(),
        parts::manifests(),
        parts::claims(),
        parts::bindings(),
        parts::assertions(),
        parts::soft_bindings(),
        signatures::signatures(),
        signatures::credentials(),
        texts::texts(),
    ];
    all.into_iter().flatten().collect()
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
    let strays: Vec<_> = files.symmetric_difference(&cases).collect();
    assert!(strays.is_empty(), "{strays:?}");
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
    let split = carriers::jpeg_with(|h, a, b| {
        [forge::jpeg_segment(0x211, 1, h, a), forge::jpeg_segment(0x211, 2, h, b)].concat()
    });
    assert_eq!(verify(&split).verdict(), Verdict::Foreign, "sound, but cut as nobody known would cut it");
    let padded: fn(&[u8], &[u8]) -> Vec<u8> = |p, s| cose(p, vec![(text("pad"), bytes(&[0; 300]))], s);
    let padded = Forge { cose: Box::new(padded), ..Forge::default() }.png(&pictures::png(4, 4));
    assert_eq!(verify(&padded).verdict(), Verdict::Trusted);
}
