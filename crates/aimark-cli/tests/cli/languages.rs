//! Nothing that people read is left in English where they asked for another language.

use std::fs;

use crate::fixture;
use crate::sandbox::{Sandbox, text};

/// Words that only English has, and that its messages are full of.
const ENGLISH: [&str; 66] = [
    "a",
    "accepted",
    "added",
    "advice",
    "again",
    "an",
    "anchor",
    "anchors",
    "and",
    "another",
    "answer",
    "any",
    "are",
    "as",
    "authorities",
    "authority",
    "be",
    "by",
    "cannot",
    "certificate",
    "certificates",
    "chain",
    "changed",
    "content",
    "credential",
    "does",
    "error",
    "examined",
    "file",
    "files",
    "for",
    "foreign",
    "from",
    "has",
    "hint",
    "holds",
    "invalid",
    "is",
    "issuer",
    "it",
    "its",
    "key",
    "label",
    "links",
    "made",
    "not",
    "note",
    "of",
    "on",
    "or",
    "passed",
    "problem",
    "says",
    "shipped",
    "signed",
    "signer",
    "subject",
    "than",
    "that",
    "the",
    "this",
    "to",
    "trusted",
    "unmarked",
    "valid",
    "with",
];

/// Names: of a standard, and in the certificates of the fixtures.
const NAMES: [&str; 2] = ["Content Credentials", "aimark default"];

/// A folder with a file for each answer, under names without words.
fn mixed() -> Sandbox {
    let sandbox = Sandbox::new();
    let folder = sandbox.path().join("1");
    fs::create_dir(&folder).unwrap();
    let mut altered = fixture::bytes("labelled.png");
    let at = altered.len() - 17;
    altered[at] ^= 1;
    let files: [(&str, &[u8]); 8] = [
        ("1.png", &fixture::bytes("labelled.png")),
        ("2.png", &altered),
        ("3.png", &fixture::bytes("dot.png")),
        ("4.webp", &fixture::bytes("foreign.webp")),
        ("5.png", b"?"),
        ("6.html", b"<!DOCTYPE html><html ai-disclosure=\"ai-generated\"></html>"),
        ("7.md", b"\xff\xfe"),
        ("8.png", b""),
    ];
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).unwrap();
    }
    for name in ["chain.pem", "root.pem"] {
        sandbox.fixture(name);
    }
    sandbox
}

/// What is said without what is quoted: codes, commands, and what stands in parentheses.
fn spoken(said: &str) -> String {
    let (mut depth, mut is_command, mut spoken) = (0_usize, false, String::new());
    for c in said.chars() {
        match c {
            '\n' => (depth, is_command) = (0, false),
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '`' => is_command = !is_command,
            _ => {}
        }
        if depth == 0 && !is_command {
            spoken.push(c);
        }
    }
    NAMES.iter().fold(spoken, |text, name| text.replace(name, ""))
}

/// The text of a page, but for what it says is English, and codes.
fn page_text(page: &str) -> String {
    let mut text = String::new();
    let mut rest = page.split_once("</style>").unwrap().1;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        text.push('\n');
        let (tag, after) = after.split_once('>').unwrap();
        let name = tag.split(' ').next().unwrap();
        let is_quoted = tag.contains("lang=\"en\"") || name == "code";
        rest = if is_quoted { after.split_once(&format!("</{name}>")).unwrap().1 } else { after };
    }
    text
}

fn check(what: &str, said: &str) {
    assert!(said.chars().filter(|c| ('\u{400}'..'\u{500}').contains(c)).count() > 20, "{what}: {said}");
    for line in spoken(said).lines() {
        let lower = line.to_lowercase();
        let mut words = lower.split(|c: char| !c.is_alphanumeric() && !"-_=.:/".contains(c));
        let english = words.find(|word| ENGLISH.contains(&word.trim_matches(['.', ':'])));
        assert_eq!(english, None, "{what}: {line}");
    }
}

#[test]
fn no_english_is_left_in_what_reports_trust_lists_and_the_doctor_say() {
    let sandbox = mixed();
    let at = ["--at", "2026-10-02T00:00:00Z"];
    for language in ["ru", "kk"] {
        let run = |arguments: &[&str]| {
            let output = sandbox.aimark(&[arguments, &["--lang", language]].concat());
            (text(&output.stdout).to_owned(), text(&output.stderr).to_owned())
        };
        let said = |arguments: &[&str]| {
            let (stdout, stderr) = run(arguments);
            check(&format!("{language} {arguments:?}"), &format!("{stdout}{stderr}"));
        };
        said(&[&["verify", "-r", "1"][..], &at].concat());
        said(&[&["verify", "-r", "1", "--details"][..], &at].concat());
        said(&[&["verify", "-r", "1", "--trust", "root.pem"][..], &at].concat());
        said(&[&["verify", "1/1.png", "--trust", "root.pem"][..], &at].concat());
        said(&["inspect", "1/1.png"]);
        said(&["trust", "list"]);
        said(&["trust", "update", "--reset"]);
        for file in ["1.png", "2.png", "3.png", "4.webp", "5.png", "6.html", "7.md", "8.png"] {
            said(&[&["doctor", &format!("1/{file}")][..], &at].concat());
        }
        said(&[&["doctor", "chain.pem"][..], &at].concat());
        said(&[&["doctor", "root.pem"][..], &at].concat());
        let (page, _) = run(&[&["verify", "-r", "1", "--format", "html"][..], &at].concat());
        check(&format!("{language} page"), &page_text(&page));
    }
}

#[test]
fn what_programs_read_is_the_same_in_every_language() {
    let sandbox = mixed();
    let all: [&[&str]; 6] = [
        &["verify", "-r", "1", "--json"],
        &["verify", "-r", "1", "--format", "json"],
        &["verify", "-r", "1", "--format", "csv", "--trust", "root.pem"],
        &["trust", "list", "--json"],
        &["doctor", "1/2.png", "--json"],
        &["doctor", "chain.pem", "--json"],
    ];
    for arguments in all {
        let at: &[&str] = if arguments[0] == "trust" { &[] } else { &["--at", "2026-10-02T00:00:00Z"] };
        let said = ["en", "ru", "kk"].map(|language| {
            let output = sandbox.aimark(&[arguments, at, &["--lang", language]].concat());
            text(&output.stdout).to_owned()
        });
        assert!(said[0].len() > 100, "{arguments:?}");
        assert_eq!(said[0], said[1], "{arguments:?}");
        assert_eq!(said[0], said[2], "{arguments:?}");
    }
}

/// What an earlier run kept has no words but English ones: then at least the kind is said.
#[test]
fn what_an_earlier_run_kept_is_said_in_the_language_of_this_one() {
    let sandbox = mixed();
    let run = |language: &str| {
        let arguments =
            ["verify", "-r", "1", "--resume", "j", "--at", "2026-10-02T00:00:00Z", "--lang", language];
        text(&sandbox.aimark(&arguments).stdout).to_owned()
    };
    let first = run("en");
    assert!(first.contains("the content is not PNG"), "{first}");
    assert_eq!(run("en"), first);
    let again = run("ru");
    assert!(again.contains("файл (the content is not PNG)"), "{again}");
    check("ru --resume", &again);
}
