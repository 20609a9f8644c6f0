//! Laws as data, and what they say of any file: TOML as a profile, and bytes as a file of any kind, with a credential of a
//! stranger. The last byte also chooses the kind.

#![no_main]

use std::sync::LazyLock;

use aimark::Verdict;
use aimark_fuzz::{check_shown, now, text, verify};
use aimark_hints::Says;
use aimark_law::{
    Answer, Content, Credential, Evidence, Language, Limits, Medium, Outcome, Profile, TextKind, TimeStamp,
    Words,
};

const SMALL: Limits = Limits { profile_bytes: 4000, rules: 1, text_chars: 60, list: 2 };
const FILES: aimark_mandate::Limits = aimark_mandate::Limits {
    notice: aimark_notice::Limits { bytes: 1 << 20, pixels: 250_000, decoded: 4 << 20, parts: 1 << 10 },
    marks: aimark_marks::Limits {
        asset_bytes: 1 << 20,
        packet_bytes: 1 << 16,
        nesting: 32,
        items: 4096,
        namespaces: 120,
        chunks: 4096,
        value_chars: 8192,
    },
};
const KINDS: [&str; 12] = [
    "image/png",
    "image/jpeg",
    "image/webp",
    "image/gif",
    "image/tiff",
    "image/heic",
    "text/plain",
    "text/markdown",
    "text/html",
    "text/csv",
    "text/x-python",
    "video/mp4",
];

static BUILTIN: LazyLock<Vec<Profile>> = LazyLock::new(|| {
    let names = Profile::names().chain(["common"]);
    names.map(|name| Profile::builtin(name).unwrap()).collect()
});

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let words = text(data);
    let kind = KINDS[usize::from(data.last().copied().unwrap_or_default()) % KINDS.len()];
    let files: Vec<Evidence> = credentials(data, &words)
        .into_iter()
        .filter_map(|one| aimark_mandate::evidence(data, kind, one, now(), &FILES))
        .collect();
    for evidence in &files {
        check_evidence(evidence);
        BUILTIN.iter().for_each(|law| hold(law, evidence, &files));
    }
    for limits in [Limits::default(), SMALL] {
        match Profile::parse(&words, &limits) {
            Ok(law) => {
                check_law(&law, &limits);
                assert_eq!(Ok(&law), Profile::parse(&words, &limits).as_ref());
                let nothing = Evidence::new(Medium::Text(TextKind::Plain), now());
                files.iter().chain([&nothing]).for_each(|evidence| hold(&law, evidence, &files));
            }
            Err(error) => {
                assert!(!matches!(error, aimark_law::ProfileError::Internal(_)), "{error}");
                check_shown(&error.to_string());
            }
        }
    }
});

/// No credential, the one in the file, and one whose texts are those of the file: anybody can sign anything.
fn credentials(data: &[u8], words: &str) -> Vec<Option<Credential>> {
    let mut all = vec![None];
    if let Ok(report) = verify(data, None) {
        all.extend(Credential::from_report(&report).map(Some));
    }
    let pieces: Vec<String> = words.split(['\n', ',', '"']).map(str::to_owned).collect();
    let piece = |at: usize| pieces.get(at % pieces.len().max(1)).cloned().unwrap_or_default();
    let verdicts = [Verdict::Trusted, Verdict::Valid, Verdict::Invalid, Verdict::Foreign];
    let mut one = Credential::new(verdicts[data.len() % verdicts.len()]);
    (one.own, one.content) = (data.len() / 4 % 2 == 0, Content::AsSigned);
    one.origins = vec![[Says::Generated, Says::Altered][data.len() / 8 % 2]];
    for (place, field) in aimark::Field::ALL.into_iter().enumerate() {
        one.fields.insert(field.name().to_owned(), piece(place));
    }
    // A box that may lie in a small picture, which text alone would hardly ever be.
    if let Some([x, y, width, height]) = data.last_chunk::<5>().and_then(|tail| tail.first_chunk::<4>()) {
        one.fields.insert("notice_box".to_owned(), format!("xywh={x},{y},{width},{height}"));
    }
    one.created_at = Some(now());
    one.time_stamp = Some(TimeStamp { time: now(), accepted: data.len() / 16 % 2 == 0 });
    one.identifier = Some(piece(1));
    one.signer = Some(piece(2));
    one.generator = Some(piece(3));
    one.remote = (data.len() / 32 % 4 == 0).then(|| piece(4));
    all.push(Some(one));
    all
}

fn check_evidence(evidence: &Evidence) {
    let (width, height) = evidence.picture.unwrap_or((1, 1));
    assert!(width > 0 && height > 0);
    if let Some(seen) = &evidence.text {
        assert!(seen.head.chars().count() <= 1024 && seen.tail.chars().count() <= 1024);
    }
    for place in evidence.hints.hints.iter().map(|hint| &hint.place) {
        check_shown(place);
    }
}

fn hold(law: &Profile, evidence: &Evidence, others: &[Evidence]) {
    for strict in [false, true] {
        let answers = law.evaluate(evidence, strict);
        assert_eq!(answers.len(), law.rules().len());
        answers.iter().for_each(check_answer);
        assert_eq!(answers, law.evaluate(evidence, strict));
    }
    for other in others {
        law.compare(other, evidence, false).iter().for_each(check_answer);
    }
}

fn check_answer(answer: &Answer<'_>) {
    let id = answer.rule.id();
    assert_eq!(answer.severity.is_some(), answer.outcome.is_reached(), "{id}");
    assert!(answer.detail.len() <= 64, "{id}");
    for detail in &answer.detail {
        check_shown(&detail.value);
        assert!(detail.value.chars().count() <= 257, "{id}");
    }
    check_words(answer.words(), usize::MAX);
}

fn check_law(law: &Profile, limits: &Limits) {
    let fill = law.fill();
    let languages = fill.notice.as_ref().map_or(&[][..], |notice| &notice.languages);
    for len in [law.references().len(), law.applies_to().len(), fill.recommended.len(), languages.len()] {
        assert!(len <= limits.list);
    }
    assert!(law.rules().len() <= limits.rules);
    check_text(law.name(), limits.text_chars);
    check_words(law.title(), limits.text_chars);
    law.penalty().into_iter().for_each(|words| check_words(words, limits.text_chars));
    for reference in law.references() {
        check_text(&reference.law, limits.text_chars);
        check_text(&reference.source, limits.text_chars);
    }
    for rule in law.rules() {
        [rule.id(), rule.clause(), rule.source(), rule.check()]
            .iter()
            .for_each(|text| check_text(text, limits.text_chars));
        check_words(rule.title(), limits.text_chars);
        // Some of these words are the library's own.
        Outcome::ALL.iter().for_each(|outcome| check_words(rule.words(*outcome), usize::MAX));
        assert_eq!(law.rule(rule.id()), Some(rule));
    }
}

fn check_words(words: &Words, most: usize) {
    for language in Language::ALL {
        check_text(words.text(language), most);
        assert!(!words.text(language).is_empty());
    }
}

fn check_text(text: &str, most: usize) {
    check_shown(text);
    assert!(text.chars().count() <= most, "{text}");
}
