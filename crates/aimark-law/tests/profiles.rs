//! The files of the profiles, and files of others that are refused.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

use std::collections::BTreeSet;

use aimark::Field;
use aimark_law::{Confidence, Language, Limits, Media, Outcome, Profile, ProfileError, Severity, Status};

fn all() -> Vec<Profile> {
    ["common"].into_iter().chain(Profile::names()).map(|name| Profile::builtin(name).unwrap()).collect()
}

#[test]
fn every_profile_is_read_and_says_its_own_name() {
    let names: Vec<&str> = Profile::names().collect();
    assert_eq!(names, ["kz", "eu", "cn", "kr", "in", "vn", "us-ca", "id"]);
    for name in names.into_iter().chain(["common"]) {
        let read = Profile::parse(Profile::source(name).unwrap(), &Limits::default());
        let profile = read.unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(profile.name(), name);
        assert!(!profile.references().is_empty(), "{name}");
        assert_eq!(profile.status() == Status::Draft, name == "id");
    }
}

#[test]
fn the_rules_are_those_that_the_laws_were_found_to_have() {
    let expected: [(&str, &str, usize); 10] = [
        ("common", "C-", 7),
        ("common", "IP-", 3),
        ("common", "HT-", 3),
        ("kz", "KZ-", 5),
        ("eu", "EU-", 10),
        ("cn", "CN-", 13),
        ("kr", "KR-", 3),
        ("in", "IN-", 4),
        ("vn", "VN-", 3),
        ("us-ca", "CA-", 8),
    ];
    let expected: BTreeSet<(String, String)> = expected
        .iter()
        .flat_map(|(name, prefix, count)| {
            (1..=*count).map(move |n| ((*name).to_owned(), format!("{prefix}{n}")))
        })
        .collect();
    let found: Vec<(String, String)> = all()
        .iter()
        .flat_map(|profile| {
            profile.rules().iter().map(|rule| (profile.name().to_owned(), rule.id().to_owned()))
        })
        .collect();
    assert_eq!(found.len(), expected.len());
    assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), expected);
}

#[test]
fn in_force_dates_are_those_of_the_laws() {
    let dates: Vec<String> = all()
        .iter()
        .map(|profile| {
            let since = profile.in_force().map_or("-".to_owned(), |day| day.to_string());
            format!("{} {since}", profile.name())
        })
        .collect();
    let expected = [
        "common -",
        "kz 2026-01-18",
        "eu 2026-08-02",
        "cn 2025-09-01",
        "kr 2026-01-22",
        "in 2026-02-20",
        "vn 2026-03-01",
        "us-ca 2026-08-02",
        "id -",
    ];
    assert_eq!(dates, expected);
    assert!(all().iter().all(|profile| profile.as_of().to_string() == "2026-11-21"));
}

/// No answer may say that a law is kept, nor that content is no work of AI.
#[test]
fn no_words_promise_what_no_file_can_show() {
    let forbidden = [
        "complian",
        "complies",
        "comply",
        "lawful",
        "legal",
        "not ai",
        "no ai ",
        "human-made",
        "made by a human",
        "authentic",
        "genuine",
        "is real",
        " fake",
        "соответств",
        "законн",
        "подлинн",
        "не ии",
        "без ии",
        "создано человеком",
        "соблюд",
        "сәйкес",
        "заңды",
        "түпнұсқа",
        "жи емес",
        "жи-сіз",
        "адам жасаған",
    ];
    for profile in all() {
        let rules = profile.rules().iter().flat_map(|rule| {
            let words = Outcome::ALL.map(|outcome| rule.words(outcome));
            words.into_iter().chain([rule.title()]).map(|words| (rule.id(), words))
        });
        for (id, words) in rules.chain([(profile.name(), profile.title())]) {
            for language in Language::ALL {
                // An identifier is no promise.
                let text = words.text(language).to_lowercase().replace("сәйкестендіргіш", "");
                let said = forbidden.iter().find(|word| text.contains(**word));
                assert_eq!(said, None, "{id} {}: {text}", language.tag());
            }
        }
    }
}

#[test]
fn russian_and_kazakh_are_written_in_their_letters_and_differ() {
    for profile in all() {
        for rule in profile.rules() {
            for words in Outcome::ALL.map(|outcome| rule.words(outcome)) {
                let [en, ru, kk] = Language::ALL.map(|language| words.text(language));
                assert!(en != ru && ru != kk, "{}", rule.id());
                for text in [ru, kk] {
                    assert!(text.chars().any(|c| ('а'..='я').contains(&c)), "{}: {text}", rule.id());
                }
            }
        }
    }
}

#[test]
fn each_outcome_has_words_of_its_own() {
    for profile in all() {
        for rule in profile.rules() {
            let texts: BTreeSet<&str> =
                Outcome::ALL.iter().map(|outcome| rule.words(*outcome).text(Language::English)).collect();
            assert_eq!(texts.len(), Outcome::ALL.len(), "{}", rule.id());
        }
    }
}

#[test]
fn every_check_is_used() {
    let documented = include_str!("../../../docs/law/profiles.md");
    let (_, listed) = documented.split_once("## Checks").unwrap();
    let listed: BTreeSet<&str> = listed
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
        .map(|(name, _)| name)
        .collect();
    let profiles = all();
    let used: BTreeSet<&str> = profiles.iter().flat_map(Profile::rules).map(|rule| rule.check()).collect();
    assert_eq!(used, listed, "docs/law/profiles.md lists the checks");
    // The library's own list is in its refusal of an unknown one.
    let error = refused("check = { name = \"mark-present\" }", "check = { name = \"mark-absent\" }");
    for name in &used {
        assert!(error.contains(&format!("`{name}`")), "{name}: {error}");
    }
    assert_eq!(error.matches('`').count() / 2, used.len() + 1, "{error}");
}

#[test]
fn fields_in_profiles_are_fields_of_the_label() {
    let known: BTreeSet<&str> = Field::ALL.iter().map(|field| field.name()).collect();
    for profile in all() {
        let fill = profile.fill();
        for name in fill.required.iter().flatten().chain(&fill.recommended) {
            assert!(known.contains(name.as_str()), "{}: {name}", profile.name());
        }
    }
}

#[test]
fn numbers_and_marks_of_confidence_stand_in_the_data() {
    let cn = Profile::builtin("cn").unwrap();
    assert!(Profile::source("cn").unwrap().contains("window_chars = 64"));
    assert_eq!(cn.fill().notice.as_ref().unwrap().min_height_percent, 5);
    assert_eq!(cn.rule("CN-8").unwrap().confidence(), Confidence::High);
    assert!(Profile::source("eu").unwrap().contains("from_tokens = 200"));
    let eu = Profile::builtin("eu").unwrap();
    assert_eq!(eu.rule("EU-6").unwrap().applies_from().unwrap().to_string(), "2027-02-02");
    assert_eq!(Profile::builtin("us-ca").unwrap().rule("CA-6").unwrap().confidence().letter(), "L");
    assert_eq!(Profile::builtin("in").unwrap().applies_to(), [Media::Image]);
}

#[test]
fn a_changed_number_changes_the_answer_and_no_code() {
    let stricter = Profile::source("eu").unwrap().replace("from_tokens = 200", "from_tokens = 2");
    let eu = Profile::parse(&stricter, &Limits::default()).unwrap();
    let at = "2026-11-21T12:00:00Z".parse().unwrap();
    let medium = aimark_law::Medium::Text(aimark_law::TextKind::Plain);
    let mut text = aimark_law::Evidence::gather(b"One two three", None, medium, at);
    text.watermark = Some(false);
    let outcome = |profile: &Profile| {
        let answers = profile.evaluate(&text, false);
        answers.iter().find(|answer| answer.rule.id() == "EU-5").unwrap().outcome
    };
    assert_eq!(outcome(&eu), Outcome::NotFound);
    assert_eq!(outcome(&Profile::builtin("eu").unwrap()), Outcome::NotApplicable);
}

const SMALL: &str = r#"
format = 1
name = "atlantis"
as_of = "2026-11-21"
status = "in_force"
in_force = "2026-01-01"
applies_to = ["image"]
title = { en = "a", ru = "b", kk = "c" }
penalty = { en = "a", ru = "b", kk = "c" }
[[references]]
law = "x"
source = "y"
confidence = "H"
[fill]
required = [["provider"]]
[fill.notice]
draw = true
languages = ["kk"]
min_height_percent = 3
min_contrast = "4.5"
[[rules]]
id = "AT-1"
severity = "warning"
clause = "1"
source = "y"
confidence = "H"
check = { name = "mark-present" }
title = { en = "a", ru = "b", kk = "c" }
[rules.words]
found = { en = "a", ru = "b", kk = "c" }
not_found = { en = "a", ru = "b", kk = "c" }
"#;

/// What is said of the small profile with something replaced.
fn refused(from: &str, to: &str) -> String {
    assert!(SMALL.contains(from), "{from}");
    Profile::parse(&SMALL.replacen(from, to, 1), &Limits::default()).unwrap_err().to_string()
}

#[test]
fn a_profile_of_ones_own_is_read() {
    let profile = Profile::parse(SMALL, &Limits::default()).unwrap();
    assert_eq!(profile.rule("AT-1").unwrap().severity(Outcome::NotFound, true), Some(Severity::Warning));
    let words = profile.rule("AT-1").unwrap().words(Outcome::CannotTell).text(Language::English);
    assert_eq!(words, "This cannot be told from the file, or nobody looked for it.");
}

#[test]
fn faulty_profiles_are_refused_with_the_place_and_the_fault() {
    let cases = [
        ("format = 1", "format = 9", "profile: format 9 is not known, only 1"),
        ("format = 1", "", "profile: format: is missing, or no number"),
        ("format = 1", "format = \"1\"", "profile: format: is missing, or no number"),
        ("name = \"atlantis\"", "name = \"At/\"", "profile: name: must be up to 32 characters a-z 0-9 -"),
        ("as_of = \"2026-11-21\"", "as_of = \"2026-11-31\"", "`2026-11-31` is no day such as \"2026-01-18\""),
        ("as_of = \"2026-11-21\"", "as_of = \"soon\"", "`soon` is no day"),
        ("as_of = \"2026-11-21\"", "", "missing field `as_of`"),
        ("\"in_force\"", "\"asleep\"", "unknown variant `asleep`, expected `in_force` or `draft`"),
        ("[\"image\"]", "[]", "profile: applies_to: names no medium"),
        ("[\"image\"]", "[\"smell\"]", "unknown variant `smell`"),
        ("kk = \"c\" }\npenalty", "}\npenalty", "missing field `kk`"),
        ("kk = \"c\" }\npenalty", "kk = \" \" }\npenalty", "profile: title: says nothing in kk"),
        (
            "ru = \"b\", kk = \"c\" }\n[rules.words]",
            "kk = \"c\" }\n[rules.words]",
            "profile: AT-1: missing field `ru`",
        ),
        (
            "severity = \"warning\"",
            "severity = \"fatal\"",
            "profile: AT-1: unknown variant `fatal`, expected one of `undecidable`",
        ),
        ("\"mark-present\" }", "\"mark-absent\" }", "profile: AT-1: unknown variant `mark-absent`"),
        ("\"mark-present\" }", "\"mark-present\", depth = 3 }", "profile: AT-1: unknown field `depth`"),
        ("\"mark-present\" }", "\"layers\" }", "profile: AT-1: missing field `at_least`"),
        ("\"mark-present\" }", "\"layers\", at_least = -1 }", "profile: AT-1: invalid value"),
        (
            "\"mark-present\" }",
            "\"fields\", all = [[]] }",
            "profile: AT-1: a parameter of the check is empty",
        ),
        (
            "\"mark-present\" }",
            "\"aigc-faults\", faults = [\"mood\"] }",
            "profile: AT-1: `mood` is no fault of a label",
        ),
        (
            "\"mark-present\" }",
            "\"notice-perceivable\", min_contrast = \"high\" }",
            "profile: AT-1: `high` is no number such as \"4.5\"",
        ),
        ("not_found =", "conflicting =", "profile: AT-1: has no words for the outcome not_found"),
        (
            "\"mark-present\" }",
            "\"marks-listed\" }\nseverities = { damaged = \"error\" }",
            "which its check never gives",
        ),
        (
            "clause = \"1\"",
            "severities = { found = \"error\" }\nclause = \"1\"",
            "profile: AT-1: the outcome found has no severity",
        ),
        ("clause = \"1\"", "", "profile: AT-1: missing field `clause`"),
        ("clause = \"1\"", "clause = \"1\"\nmood = 1", "profile: AT-1: unknown field `mood`"),
        (
            "clause = \"1\"",
            "clause = \"1\\u001b[2J\"",
            "profile: clause: the character U+001B is not allowed",
        ),
        ("clause = \"1\"", "clause = \"1\\u202e\"", "profile: clause: the character U+202E is not allowed"),
        ("[[\"provider\"]]", "[[]]", "profile: fill.required: has a group without a field"),
        ("[[\"provider\"]]", "[[\"Provider!\"]]", "profile: fill: `Provider!` is no name of a field"),
        ("min_height_percent = 3", "min_height_percent = 0", "min_height_percent must be 1 to 50"),
        ("languages = [\"kk\"]", "languages = []", "languages must be tags"),
        ("languages = [\"kk\"]", "languages = [\"k_k\"]", "languages must be tags"),
        ("draw = true", "draw = true\nplace = \"middle\"", "unknown variant `middle`"),
        ("draw = true", "draw = \"yes\"", "profile: file: invalid type"),
        ("[fill]", "[fill", "profile: file:"),
    ];
    for (from, to, expected) in cases {
        let error = refused(from, to);
        assert!(error.contains(expected), "{to}: {error}");
        assert!(error.len() < 3000 && !error.contains('\n'), "{error}");
    }
    let (_, rule) = SMALL.split_once("[[rules]]").unwrap();
    let twice = format!("{SMALL}[[rules]]{rule}");
    let error = Profile::parse(&twice, &Limits::default()).unwrap_err();
    assert_eq!(error.to_string(), "profile: AT-1: there are two rules of this id");
}

#[test]
fn limits_are_kept_and_named() {
    let refused = |text: &str, limits: Limits| Profile::parse(text, &limits).unwrap_err();
    let limits = Limits::default();
    let error = refused(SMALL, Limits { profile_bytes: 10, ..limits });
    assert!(matches!(error, ProfileError::Limit { what: "bytes", most: 10, .. }), "{error}");
    let error = refused(SMALL, Limits { rules: 0, ..limits });
    assert_eq!(error.to_string(), "profile: rules: 1 rules, at most 0 are allowed");
    let long = SMALL.replacen("law = \"x\"", &format!("law = \"{}\"", "я".repeat(2049)), 1);
    assert_eq!(refused(&long, limits).to_string(), "profile: law: 2049 characters, at most 2048 are allowed");
    let many = SMALL.replacen("[\"kk\"]", &format!("[{}]", "\"kk\",".repeat(65)), 1);
    assert_eq!(refused(&many, limits).to_string(), "profile: languages: 65 entries, at most 64 are allowed");
    // Deep nesting is the reader's to refuse, and it does not overflow the stack.
    for open in ["x = ", "x = [", "x = {a="] {
        let deep = format!("{SMALL}\n{}", open.repeat(20_000));
        assert!(matches!(refused(&deep, limits), ProfileError::Input { .. }));
    }
    let keys = format!("format = 1\n{} = 1", vec!["a"; 50_000].join("."));
    assert!(Profile::parse(&keys, &limits).is_err());
}
