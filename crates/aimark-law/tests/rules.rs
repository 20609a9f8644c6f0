//! Every rule of every profile in both directions: on a file with everything, and on one where its part is missing.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod files;

use std::collections::BTreeSet;

use aimark::Verdict;
use aimark_hints::Says;
use aimark_law::Outcome::{self, CannotTell, Conflicting, Damaged, Found, NotApplicable, NotFound};
use aimark_law::{Content, Credential, Evidence, NoticeSeen, Profile, Severity};
use files::{
    CODE, SOURCE, aigc, good_marks, image, label, markdown, notice, now, page, picture, property, remark,
    source, text_chunk,
};

/// A rule, a file with everything, what is taken from it or changed, and what the rule then says.
type Case = (&'static str, fn() -> Evidence, fn(&mut Evidence), Outcome, Option<Severity>);

const E: Option<Severity> = Some(Severity::Error);
const W: Option<Severity> = Some(Severity::Warning);
const U: Option<Severity> = Some(Severity::Undecidable);

fn common() -> Vec<Case> {
    vec![
        ("C-1", image, |e| e.unreadable = Some("a chunk is cut short".to_owned()), Damaged, U),
        ("C-1", image, |e| e.hints.cut = true, CannotTell, None),
        ("C-2", image, unmarked, NotFound, U),
        ("C-3", image, |e| credential(e).origins = vec![Says::NotAi], Conflicting, W),
        ("C-3", image, unmarked, NotApplicable, None),
        ("C-4", image, |e| credential(e).verdict = Verdict::Invalid, Damaged, E),
        ("C-4", image, |e| e.credential = None, NotFound, U),
        ("C-4", image, elsewhere, NotFound, U),
        ("C-4", image, |e| credential(e).verdict = Verdict::Valid, CannotTell, None),
        ("C-4", image, |e| credential(e).verdict = Verdict::Foreign, CannotTell, None),
        ("C-5", image, |e| credential(e).content = Content::Changed, Damaged, E),
        ("C-5", image, |e| credential(e).content = Content::NotExamined, CannotTell, None),
        ("C-6", image, |e| credential(e).time_stamp = None, NotFound, W),
        ("C-6", image, |e| stamp(e).time = "2027-03-01T00:00:01Z".parse().unwrap(), Conflicting, W),
        ("C-6", image, |e| stamp(e).accepted = false, CannotTell, None),
        ("C-7", image, elsewhere, NotFound, W),
        ("C-7", image, |e| marks(e, "<dcterms:provenance>self#jumbf=c2pa</dcterms:provenance>"), Damaged, W),
        ("C-7", image, |e| credential(e).remote = Some("https://a.kz/x.c2pa".to_owned()), NotFound, W),
        ("C-7", image, unmarked, NotApplicable, None),
        ("IP-1", image, |e| marks(e, &source("trainedAlgorithmicMedia")), Damaged, W),
        ("IP-1", image, |e| marks(e, &source(&format!("{SOURCE}madeByMagic"))), Damaged, W),
        ("IP-2", image, |e| marks(e, &source(&format!("{SOURCE}digitalArt"))), Damaged, W),
        ("IP-3", image, |e| marks(e, &property("AISystemUsed", "Kandinsky")), NotFound, W),
        ("HT-1", page, |e| e.http_disclosure = Some("mode=none".to_owned()), Conflicting, W),
        ("HT-2", page, |e| e.http_disclosure = Some("mode=magic; model=x".to_owned()), Damaged, W),
        ("HT-2", page, |e| remark(e, b"<meta name='ai-disclosure' content='some'>"), Damaged, W),
        ("HT-2", page, |e| e.http_disclosure = Some("mode=ai-originated; model=x".to_owned()), Found, None),
        ("HT-3", page, |e| (e.http_disclosure, e.hints) = Default::default(), CannotTell, None),
    ]
}

fn kz() -> Vec<Case> {
    vec![
        ("KZ-1", image, unmarked, NotFound, W),
        ("KZ-1", markdown, unmarked, NotFound, W),
        ("KZ-1", image, broken, Damaged, W),
        ("KZ-1", image, elsewhere, CannotTell, None),
        ("KZ-2", image, |e| credential(e).origins = vec![Says::Altered], Conflicting, W),
        ("KZ-3", image, |e| e.notice = Some(NoticeSeen::NotFound), NotFound, W),
        ("KZ-3", image, |e| e.notice = Some(NoticeSeen::Damaged), Damaged, W),
        ("KZ-3", image, |e| (e.notice, e.credential) = (None, None), CannotTell, None),
        ("KZ-3", image, |e| (unset(e, "notice_shown"), e.notice = None).1, NotFound, W),
        (
            "KZ-3",
            image,
            |e| (unset(e, "notice_shown"), e.notice = None, credential(e).own = false).2,
            CannotTell,
            None,
        ),
        ("KZ-3", image, |e| shown(e, "elsewhere"), CannotTell, None),
        ("KZ-3", markdown, |e| notices(e).clear(), NotFound, W),
        ("KZ-3", markdown, |e| notices(e).retain(|one| one.language == "zh"), NotFound, W),
        ("KZ-3", markdown, |e| e.text.as_mut().unwrap().notices = None, CannotTell, None),
        ("KZ-4", image, |e| e.notice_height = Some(23), Damaged, W),
        ("KZ-4", image, |e| set(e, "notice_contrast", "4.49"), Damaged, W),
        // The box is 60 pixels high, and the shorter side 800.
        ("KZ-4", image, |e| e.notice_height = None, CannotTell, None),
        ("KZ-4", image, |e| (e.notice_height, e.picture) = (None, Some((3000, 2001))), Damaged, W),
        ("KZ-4", image, |e| unset(e, "notice_contrast"), CannotTell, None),
        ("KZ-4", image, |e| e.picture = None, CannotTell, None),
        ("KZ-4", image, |e| unset(e, "notice_box"), NotApplicable, None),
        ("KZ-4", image, |e| e.notice = Some(NoticeSeen::Damaged), Damaged, W),
        ("KZ-4", markdown, |e| notices(e).iter_mut().for_each(|one| one.hidden = true), Damaged, W),
        ("KZ-5", image, |e| unset(e, "owner"), NotFound, W),
        ("KZ-5", image, |e| credential(e).verdict = Verdict::Foreign, CannotTell, None),
    ]
}

fn eu() -> Vec<Case> {
    vec![
        ("EU-1", image, unmarked, NotFound, W),
        ("EU-2", image, |e| e.credential = None, NotFound, W),
        ("EU-2", image, |e| credential(e).verdict = Verdict::Invalid, Damaged, W),
        ("EU-2", image, |e| credential(e).verdict = Verdict::Foreign, CannotTell, None),
        ("EU-3", image, |e| credential(e).time_stamp = None, NotFound, W),
        ("EU-4", image, |e| e.watermark = Some(false), NotFound, W),
        ("EU-4", image, |e| e.watermark = None, CannotTell, None),
        ("EU-5", markdown, |e| e.watermark = Some(false), NotFound, W),
        ("EU-5", markdown, |e| e.watermark = None, CannotTell, None),
        ("EU-5", markdown, short, NotApplicable, None),
        ("EU-6", image, |e| unset(e, "detector_url"), NotFound, W),
        ("EU-6", image, |e| e.at = "2027-02-01T23:59:59Z".parse().unwrap(), NotApplicable, None),
        ("EU-7", image, |e| (e.watermark, e.hints, e.credential) = Default::default(), NotApplicable, None),
        ("EU-9", markdown, |e| (notices(e).clear(), unset(e, "reviewed_by")).1, NotFound, W),
        // Somebody who answers for a text does not for the face of another.
        ("EU-9", image, |e| e.notice = Some(NoticeSeen::NotFound), NotFound, W),
        ("EU-10", image, |e| e.legacy = true, Conflicting, W),
    ]
}

fn cn() -> Vec<Case> {
    vec![
        ("CN-1", image, |e| marks(e, ""), NotFound, E),
        ("CN-1", markdown, |e| remark(e, b"---\ntitle: x\n---\nA text."), NotFound, E),
        ("CN-2", image, |e| label_is(e, "no label at all"), Damaged, E),
        ("CN-2", image, |e| json(e, r#""Label":"1""#, r#""Label":"1","Label":"1""#), Damaged, E),
        ("CN-2", image, |e| json(e, r#""a-17""#, "17"), Damaged, E),
        ("CN-3", image, |e| json(e, r#""ProduceID":"a-17","#, ""), Damaged, E),
        ("CN-3", image, |e| json(e, r#""a-17""#, r#""""#), Damaged, E),
        ("CN-4", image, |e| json(e, r#""Label":"1""#, r#""Label":"4""#), Damaged, E),
        ("CN-4", image, |e| json(e, r#""Label":"1""#, r#""Label":1"#), Damaged, W),
        ("CN-5", image, |e| json(e, "{", r#"{"Mood":"good","#), Damaged, W),
        ("CN-6", image, |e| json(e, "a-17", "a 17"), Damaged, W),
        ("CN-7", image, twice, Damaged, E),
        ("CN-7", image, two, Conflicting, E),
        ("CN-8", image, |e| json(e, CODE, "001191440300708461136U1XGW3"), Damaged, W),
        ("CN-8", image, |e| json(e, CODE, "001191440300708461136T2XGW3"), Conflicting, W),
        ("CN-9", image, |e| json(e, "a-17", "a-18"), Damaged, W),
        ("CN-10", markdown, |e| e.text.as_mut().unwrap().head = "AI said: 人工".to_owned(), NotFound, W),
        ("CN-10", markdown, |e| e.text.as_mut().unwrap().head = "SAID 生成".to_owned(), NotFound, W),
        ("CN-11", image, |e| e.notice_height = Some(39), Damaged, E),
        ("CN-12", image, |e| json(e, "b-18", ""), Damaged, W),
    ]
}

fn others() -> Vec<Case> {
    vec![
        ("KR-1", image, |e| (unmarked(e), e.notice = Some(NoticeSeen::NotFound)).1, NotFound, W),
        ("KR-1", markdown, |e| (unmarked(e), notices(e).clear()).1, NotFound, W),
        ("KR-2", markdown, |e| (notices(e).clear(), e.user_told = Some(false)).1, NotFound, W),
        ("KR-2", image, |e| e.user_told = None, NotApplicable, None),
        ("KR-3", image, |e| e.notice = Some(NoticeSeen::NotFound), NotFound, E),
        ("KR-3", image, |e| (unset(e, "notice_shown"), e.notice = None).1, NotFound, E),
        ("KR-3", image, |e| set(e, "depicts", "event"), NotApplicable, None),
        ("IN-1", image, |e| e.notice = Some(NoticeSeen::NotFound), NotFound, W),
        ("IN-2", image, unmarked, NotFound, E),
        ("IN-2", image, elsewhere, CannotTell, None),
        ("IN-3", image, |e| unset(e, "service_id"), NotFound, W),
        ("IN-4", image, |e| e.credential = None, NotFound, W),
        ("IN-2", markdown, |_| {}, NotApplicable, None),
        ("VN-1", image, unmarked, NotFound, W),
        ("VN-2", image, |e| e.notice = Some(NoticeSeen::NotFound), NotFound, E),
        ("VN-3", image, |e| e.log_entry = Some(false), NotFound, W),
        ("VN-3", image, |e| e.log_entry = None, CannotTell, None),
        ("CA-1", image, unmarked, NotFound, W),
        ("CA-2", image, |e| (unset(e, "provider"), unlink(e), credential(e).signer = None).2, NotFound, W),
        ("CA-2", image, |e| (unset(e, "provider"), credential(e).signer = None).1, CannotTell, None),
        ("CA-3", image, |e| (marks(e, ""), unset(e, "system_version"), unlink(e)).2, NotFound, W),
        ("CA-4", image, untimed, NotFound, W),
        ("CA-5", image, unmarked, NotFound, W),
        ("CA-6", image, |e| (marks(e, &aigc(&label().to_json())), e.credential = None).1, NotFound, W),
        ("CA-7", image, |e| credential(e).verdict = Verdict::Invalid, Damaged, E),
        ("CA-7", image, |e| credential(e).verdict = Verdict::Foreign, NotFound, E),
        (
            "CA-8",
            image,
            |e| marks(e, &(good_marks() + &property("AIPromptWriterName", "A. Person"))),
            Conflicting,
            W,
        ),
    ]
}

/// A rule that only two files can break, and one that says what another cannot.
const NEEDS_TWO: [&str; 2] = ["EU-8", "CN-13"];

#[test]
fn each_rule_answers_for_the_file_that_breaks_it() {
    for (id, full, change, outcome, severity) in cases() {
        let profile = profile_of(id);
        let mut evidence = full();
        change(&mut evidence);
        let answers = profile.evaluate(&evidence, false);
        let answer = answers.iter().find(|answer| answer.rule.id() == id).unwrap();
        assert_eq!((answer.outcome, answer.severity), (outcome, severity), "{id}: {answer:?}");
    }
}

#[test]
fn each_rule_finds_what_it_asks_for_in_a_file_with_everything() {
    for profile in profiles() {
        let mut found = BTreeSet::new();
        let mut legacy = image();
        (legacy.legacy, legacy.at) = (true, "2026-12-01T23:59:59Z".parse().unwrap());
        let mut told = markdown();
        told.text.as_mut().unwrap().notices = Some(Vec::new());
        for evidence in [image(), markdown(), page(), legacy, told] {
            for answer in profile.evaluate(&evidence, false) {
                if answer.outcome == Found {
                    found.insert(answer.rule.id().to_owned());
                }
            }
        }
        for evidence in [image(), markdown()] {
            for answer in profile.evaluate(&evidence, false) {
                let fine = matches!(answer.outcome, Found | NotApplicable)
                    || NEEDS_TWO.contains(&answer.rule.id()) && answer.outcome == CannotTell;
                assert!(fine, "{:?}", answer);
            }
            for answer in profile.compare(&evidence, &evidence, false) {
                assert_eq!(answer.outcome, Found, "{answer:?}");
                found.insert(answer.rule.id().to_owned());
            }
        }
        for rule in profile.rules() {
            assert!(found.contains(rule.id()), "no file satisfies {}", rule.id());
        }
    }
}

#[test]
fn no_rule_is_without_a_file_that_breaks_it() {
    // What these two say of a file without a mark reaches no severity by their nature.
    let never = ["EU-7", "HT-3"];
    let broken: BTreeSet<&str> =
        cases().iter().filter(|(_, _, _, outcome, _)| outcome.is_reached()).map(|(id, ..)| *id).collect();
    for profile in profiles() {
        for rule in profile.rules() {
            let tested =
                broken.contains(rule.id()) || never.contains(&rule.id()) || NEEDS_TWO.contains(&rule.id());
            assert!(tested, "no file breaks {}", rule.id());
        }
    }
}

#[test]
fn two_stages_of_a_file_are_compared() {
    let (eu, cn) = (Profile::builtin("eu").unwrap(), Profile::builtin("cn").unwrap());
    let says = |profile: &Profile, change: fn(&mut Evidence)| {
        let (before, mut after) = (image(), image());
        change(&mut after);
        let answers = profile.compare(&before, &after, false);
        let [answer] = answers.as_slice() else { panic!("one rule compares") };
        (answer.outcome, answer.severity)
    };
    assert_eq!(says(&eu, |_| {}), (Found, None));
    assert_eq!(says(&eu, |e| e.credential = None), (NotFound, E));
    assert_eq!(says(&eu, |e| marks(e, "")), (NotFound, E));
    assert_eq!(says(&eu, |e| credential(e).verdict = Verdict::Invalid), (Damaged, E));
    assert_eq!(says(&eu, |e| credential(e).origins = vec![Says::Altered]), (Conflicting, E));
    assert_eq!(says(&cn, |_| {}), (Found, None));
    assert_eq!(says(&cn, |e| marks(e, "")), (NotFound, E));
    assert_eq!(says(&cn, |e| json(e, "a-17", "a-18")), (Conflicting, E));
    assert_eq!(says(&cn, |e| json(e, r#""Label":"1""#, r#""Label":"2""#)), (Conflicting, E));
}

#[test]
fn nothing_is_asked_before_a_law_is_in_force() {
    let kz = Profile::builtin("kz").unwrap();
    let mut evidence = image();
    unmarked(&mut evidence);
    evidence.at = "2026-01-17T23:59:59Z".parse().unwrap();
    assert!(kz.evaluate(&evidence, true).iter().all(|answer| answer.outcome == NotApplicable));
    evidence.at = "2026-01-18T00:00:00Z".parse().unwrap();
    assert_eq!(kz.evaluate(&evidence, true)[0].outcome, NotFound);
}

#[test]
fn a_strict_caller_gets_the_stricter_severity() {
    let kz = Profile::builtin("kz").unwrap();
    let mut evidence = image();
    unmarked(&mut evidence);
    assert_eq!(kz.evaluate(&evidence, true)[0].severity, E);
    assert_eq!(kz.evaluate(&evidence, false)[0].severity, W);
}

#[test]
fn what_a_broken_credential_states_counts_for_nothing() {
    let kz = Profile::builtin("kz").unwrap();
    let mut evidence = image();
    broken(&mut evidence);
    evidence.notice = None;
    let answers = kz.evaluate(&evidence, false);
    let outcome = |id: &str| answers.iter().find(|answer| answer.rule.id() == id).unwrap().outcome;
    assert_eq!((outcome("KZ-1"), outcome("KZ-3"), outcome("KZ-5")), (Damaged, CannotTell, NotFound));
}

#[test]
fn suspicion_is_no_statement() {
    let kz = Profile::builtin("kz").unwrap();
    let mut evidence = image();
    evidence.credential = None;
    marks(&mut evidence, &aigc(&label().to_json().replace(r#""Label":"1""#, r#""Label":"2""#)));
    assert_eq!(kz.evaluate(&evidence, false)[0].outcome, NotFound);
}

#[test]
fn what_a_generator_leaves_behind_is_no_mark() {
    let (kz, common) = (Profile::builtin("kz").unwrap(), Profile::builtin("common").unwrap());
    let mut evidence = image();
    evidence.credential = None;
    remark(
        &mut evidence,
        &picture("", &[text_chunk("parameters", "a cat\nSteps: 20, Sampler: Euler, CFG scale: 7")]),
    );
    assert_eq!(kz.evaluate(&evidence, false)[0].outcome, NotFound);
    let listed = common.evaluate(&evidence, false);
    assert_eq!(listed[1].outcome, Found);
    assert!(
        listed[1].detail[0].value.starts_with("generator_parameters generated (PNG tEXt"),
        "{:?}",
        listed[1]
    );
}

fn profiles() -> Vec<Profile> {
    Profile::names().chain(["common"]).map(|name| Profile::builtin(name).unwrap()).collect()
}

fn profile_of(id: &str) -> Profile {
    profiles().into_iter().find(|profile| profile.rule(id).is_some()).unwrap()
}

fn cases() -> Vec<Case> {
    [common(), kz(), eu(), cn(), others()].concat()
}

fn credential(evidence: &mut Evidence) -> &mut Credential {
    evidence.credential.as_mut().unwrap()
}

fn stamp(evidence: &mut Evidence) -> &mut aimark_law::TimeStamp {
    credential(evidence).time_stamp.as_mut().unwrap()
}

fn set(evidence: &mut Evidence, field: &str, value: &str) {
    credential(evidence).fields.insert(field.to_owned(), value.to_owned());
}

fn unset(evidence: &mut Evidence, field: &str) {
    credential(evidence).fields.remove(field).unwrap();
}

fn unlink(evidence: &mut Evidence) {
    unset(evidence, "detector_url");
}

fn untimed(evidence: &mut Evidence) {
    unlink(evidence);
    (credential(evidence).created_at, credential(evidence).time_stamp) = (None, None);
}

fn shown(evidence: &mut Evidence, how: &str) {
    set(evidence, "notice_shown", how);
    evidence.notice = Some(NoticeSeen::Unknown);
}

fn notices(evidence: &mut Evidence) -> &mut Vec<aimark_law::TextNotice> {
    evidence.text.as_mut().unwrap().notices.as_mut().unwrap()
}

fn short(evidence: &mut Evidence) {
    let mut text = aimark_law::TextSeen::of(&"word ".repeat(199));
    text.notices = Some(vec![notice("kk")]);
    (evidence.text, evidence.watermark) = (Some(text), Some(false));
}

/// No mark of any sort.
fn unmarked(evidence: &mut Evidence) {
    (evidence.credential, evidence.hints) = Default::default();
    evidence.aigc.clear();
}

/// A credential that does not hold, and no other mark.
fn broken(evidence: &mut Evidence) {
    marks(evidence, "");
    credential(evidence).verdict = Verdict::Invalid;
}

/// A credential that is only referred to, and no other mark.
fn elsewhere(evidence: &mut Evidence) {
    marks(evidence, "<dcterms:provenance>https://a.kz/x.c2pa</dcterms:provenance>");
    let mut remote = Credential::new(Verdict::Foreign);
    remote.remote = Some("https://a.kz/x.c2pa".to_owned());
    evidence.credential = Some(remote);
}

/// Only these properties; the credential goes where they speak of it.
fn marks(evidence: &mut Evidence, properties: &str) {
    remark(evidence, &picture(properties, &[]));
    if properties.contains("self#") {
        evidence.credential = None;
    }
}

fn label_is(evidence: &mut Evidence, text: &str) {
    marks(evidence, &aigc(text));
}

/// The good label with something replaced.
fn json(evidence: &mut Evidence, from: &str, to: &str) {
    let json = label().to_json();
    assert!(json.contains(from), "{json}");
    label_is(evidence, &json.replacen(from, to, 1));
}

fn twice(evidence: &mut Evidence) {
    let json = label().to_json();
    remark(evidence, &picture(&aigc(&json), &[text_chunk("AIGC", &json)]));
}

fn two(evidence: &mut Evidence) {
    let json = label().to_json();
    remark(evidence, &picture(&aigc(&json), &[text_chunk("AIGC", &json.replacen("a-17", "a-18", 1))]));
}

#[test]
fn the_files_are_of_the_time_that_they_claim() {
    assert_eq!(image().at, now());
}
