//! Files as they are: signed by the core, changed, and those of others.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

use std::path::Path;

use aimark::{Anchors, Field, Label, Origin, SignContext, Signer, Timestamp, Verdict, VerifyContext};
use aimark_law::Outcome::{self, CannotTell, Damaged, Found, NotApplicable, NotFound};
use aimark_law::{Credential, Evidence, Medium, Profile, TextSeen};

const DOT: &[u8] = include_bytes!("../../aimark/tests/identity/dot.png");

fn now() -> Timestamp {
    "2026-11-21T12:00:00Z".parse().unwrap()
}

fn signed(asset: &[u8]) -> Vec<u8> {
    let (chain, key) = (
        include_bytes!("../../aimark/tests/identity/chain.pem"),
        include_bytes!("../../aimark/tests/identity/key.pem"),
    );
    let mut label = Label::new(Origin::Generated);
    label.set(Field::ContentId, "a-17").unwrap().set(Field::ServiceId, "images.acme.kz").unwrap();
    let signer = Signer::from_pem(chain, key).unwrap();
    aimark::sign(asset, &label, &signer, &SignContext::new(now(), [7; 32])).unwrap().to_vec()
}

fn evidence(file: &[u8]) -> Evidence {
    let anchors = Anchors::new();
    let report =
        aimark::verify(file, &VerifyContext { anchors: &anchors, ..VerifyContext::new(now()) }).unwrap();
    let format = report.format();
    let mut evidence = Evidence::gather(file, Some(format.media_type()), Medium::of(format), now());
    evidence.credential = Credential::from_report(&report);
    evidence
}

fn outcomes(name: &str, evidence: &Evidence) -> Vec<(String, Outcome)> {
    let profile = Profile::builtin(name).unwrap();
    let answers = profile.evaluate(evidence, false);
    answers.iter().map(|answer| (answer.rule.id().to_owned(), answer.outcome)).collect()
}

fn outcome(id: &str, name: &str, evidence: &Evidence) -> Outcome {
    outcomes(name, evidence).into_iter().find(|(known, _)| known == id).unwrap().1
}

#[test]
fn a_picture_that_was_signed() {
    let evidence = evidence(&signed(DOT));
    assert_eq!(evidence.credential.as_ref().unwrap().verdict, Verdict::Valid);
    let common = ["C-1", "C-2", "C-3", "C-5", "C-7"];
    assert!(common.iter().all(|id| outcome(id, "common", &evidence) == Found));
    assert_eq!(outcome("C-4", "common", &evidence), CannotTell); // no anchor was given
    let kz: Vec<Outcome> = outcomes("kz", &evidence).into_iter().map(|(_, outcome)| outcome).collect();
    assert_eq!(kz, [Found, Found, NotFound, NotApplicable, NotFound]);
    assert!(outcomes("in", &evidence).into_iter().skip(1).all(|(_, outcome)| outcome == Found));
    assert_eq!(outcome("CN-1", "cn", &evidence), NotFound);
}

#[test]
fn a_picture_that_was_changed_after() {
    let mut file = signed(DOT);
    // A byte of the picture itself, before the chunk that ends the file.
    let at = file.len() - 20;
    file[at] ^= 1;
    let evidence = evidence(&file);
    assert_eq!(evidence.credential.as_ref().unwrap().verdict, Verdict::Invalid);
    assert_eq!(outcome("C-4", "common", &evidence), Damaged);
    assert_eq!(outcome("C-5", "common", &evidence), Damaged);
    assert_eq!(outcome("KZ-1", "kz", &evidence), Damaged);
    assert_eq!(outcome("IN-2", "in", &evidence), NotFound);
}

#[test]
fn a_text_that_was_signed_has_a_tail_in_spite_of_its_label() {
    let text = format!("{}\n\nAI生成\n", "word ".repeat(20));
    let file = signed(text.as_bytes());
    assert!(file.len() > text.len() + 1000);
    let mut evidence = evidence(&file);
    assert_eq!(outcome("CN-10", "cn", &evidence), Found);
    assert_eq!(outcome("CN-1", "cn", &evidence), NotApplicable);
    assert_eq!(outcome("EU-5", "eu", &evidence), NotApplicable);
    assert_eq!(outcome("KZ-1", "kz", &evidence), Found);
    // Words in the middle of a long text are not at an end of it.
    evidence.text = Some(TextSeen::of(&format!("{0}AI生成 {0}", "word ".repeat(20))));
    assert_eq!(outcome("CN-10", "cn", &evidence), NotFound);
}

#[test]
fn a_label_in_the_lines_of_front_matter_is_read_whole() {
    let text = "---\ntitle: A poem\nAIGC:\n  Label: '1'\n  ContentProducer: ACME\n  ProduceID: a-17\nmood: blue\n---\nRoses.";
    let evidence =
        Evidence::gather(text.as_bytes(), Some("text/markdown"), Medium::of(aimark::Format::Markdown), now());
    let found = &evidence.aigc[0].found;
    assert_eq!(found.value(aimark_aigc::Key::ProduceId), Some("a-17"));
    let cn = outcomes("cn", &evidence);
    let of = |id: &str| cn.iter().find(|(known, _)| known == id).unwrap().1;
    assert_eq!((of("CN-1"), of("CN-3"), of("CN-4"), of("CN-7")), (Found, Found, Found, Found));
    assert_eq!(of("CN-8"), NotApplicable); // a name is as good as a code
}

/// A text of many labels costs no more than its length.
#[test]
fn many_labels_in_a_long_text_are_bounded() {
    let label = "```\nAIGC: {\"Label\":\"1\"}\n```\n".repeat(1000);
    let text = [label.as_bytes(), &b"\xff".repeat(8 << 20)].concat();
    let evidence =
        Evidence::gather(&text, Some("text/markdown"), Medium::of(aimark::Format::Markdown), now());
    assert_eq!((evidence.aigc.len(), evidence.hints.cut), (64, true));
    assert_eq!(outcome("C-1", "common", &evidence), CannotTell);
    assert_eq!(outcome("CN-7", "cn", &evidence), Damaged);
}

#[test]
fn details_are_bounded_and_safe_to_show() {
    let mut evidence = evidence(&signed(DOT));
    let credential = evidence.credential.as_mut().unwrap();
    credential.fields.insert("owner".to_owned(), format!("{}\u{202e}\u{1b}[2J", "я".repeat(100_000)));
    credential.signer = Some("\u{1b}]0;x\u{7}".to_owned());
    evidence.unreadable = Some("\u{1b}[2J".repeat(1000));
    evidence.http_disclosure = Some("mode=\u{1b}".repeat(10_000));
    for name in Profile::names().chain(["common"]) {
        for answer in Profile::builtin(name).unwrap().evaluate(&evidence, false) {
            for detail in &answer.detail {
                assert!(detail.value.chars().count() <= 257, "{detail:?}");
                assert!(!detail.value.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{detail:?}");
            }
        }
    }
}

#[test]
fn files_of_others_are_held_against_every_law() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/foreign");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        return eprintln!("skipped: there are no files of others in {}", folder.display());
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let file = std::fs::read(&path).unwrap();
        let Ok(report) = aimark::verify(&file, &VerifyContext::new(now())) else { continue };
        let mut evidence =
            Evidence::gather(&file, Some(report.format().media_type()), Medium::of(report.format()), now());
        evidence.credential = Credential::from_report(&report);
        for name in Profile::names().chain(["common"]) {
            let said: Vec<String> = outcomes(name, &evidence)
                .into_iter()
                .map(|(id, outcome)| format!("{id} {}", outcome.name()))
                .collect();
            println!("{}: {name}: {}", path.file_name().unwrap().display(), said.join(", "));
        }
    }
}
