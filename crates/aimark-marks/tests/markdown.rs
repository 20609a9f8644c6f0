//! Front matter: what is there stays, and what is written is found once.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests fail loudly"
)]

use aimark_hints::{Kind, look};
use aimark_marks::{Error, InputError, Limits, SourceType, write_markdown};

const LABEL: &str = "Label: \"1\"\nContentProducer: \"x\"\nProduceID: \"7\"\n";
const BLOCK: &str = "AIGC:\n  Label: \"1\"\n  ContentProducer: \"x\"\n  ProduceID: \"7\"\n";
const TERM: &str =
    "digitalSourceType: http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia\n";

fn both(text: &str) -> Result<String, Error> {
    let term = Some(SourceType::TrainedAlgorithmicMedia);
    write_markdown(text, term, Some(LABEL), &Limits::default())
}

fn kinds(text: &str) -> Vec<Kind> {
    let found = look(text.as_bytes(), Some("text/markdown"), &aimark_hints::Limits::default());
    found.hints.iter().map(|hint| hint.kind).collect()
}

#[test]
fn front_matter_is_made_or_extended() {
    let cases = [
        ("", format!("---\n{BLOCK}{TERM}---\n")),
        ("# A\n\ntext", format!("---\n{BLOCK}{TERM}---\n# A\n\ntext")),
        ("# A\r\nb\r\n", format!("---\n{BLOCK}{TERM}---\n").replace('\n', "\r\n") + "# A\r\nb\r\n"),
        ("---\n---\n# A\n", format!("---\n{BLOCK}{TERM}---\n# A\n")),
        (
            "---\n# c\ntitle: \"A: b\"\ntags:\n- x\n- y\nmore: |\n  AIGC: no\n\n  text\n\n---\n---\n",
            format!(
                "---\n# c\ntitle: \"A: b\"\ntags:\n- x\n- y\nmore: |\n  AIGC: no\n\n  text\n\n{BLOCK}{TERM}---\n---\n"
            ),
        ),
        (
            "---\r\na: b\r\n---\r\nc",
            format!("---\r\na: b\r\n{}---\r\nc", [BLOCK, TERM].concat().replace('\n', "\r\n")),
        ),
        ("---\na: b\n--- \nc", format!("---\na: b\n{BLOCK}{TERM}--- \nc")),
        ("Title\n---\ntext\n---\n", format!("---\n{BLOCK}{TERM}---\nTitle\n---\ntext\n---\n")),
    ];
    for (text, expected) in cases {
        let written = both(text).unwrap();
        assert_eq!(written, expected);
        // `more` in one of them holds a line that looks like a key, and no label.
        assert_eq!(kinds(&written), [Kind::AigcLabel, Kind::IptcDigitalSourceType], "{text}");
        assert_eq!(both(&written).unwrap(), written, "twice");
    }
}

#[test]
fn keys_that_are_there_are_replaced() {
    let cases = [
        ("AIGC: {\"Label\":\"2\"}\n", format!("{BLOCK}b: c\n{TERM}")),
        ("AIGC:\n  Label: '2'\n  Other: x\n", format!("{BLOCK}b: c\n{TERM}")),
        ("\"AIGC\" : x\n", format!("{BLOCK}b: c\n{TERM}")),
        ("digital_source_type: digitalCapture\n", format!("{TERM}b: c\n{BLOCK}")),
    ];
    for (old, expected) in cases {
        assert_eq!(both(&format!("---\n{old}b: c\n---\ntext")).unwrap(), format!("---\n{expected}---\ntext"));
    }
    // Each may be written alone, and the other stays.
    let text = format!("---\n{TERM}---\n");
    let label = write_markdown(&text, None, Some(BLOCK), &Limits::default()).unwrap();
    assert_eq!(label, format!("---\n{TERM}{BLOCK}---\n"));
    let term = Some(SourceType::TrainedAlgorithmicMedia);
    assert_eq!(write_markdown(&text, term, None, &Limits::default()).unwrap(), text);
}

#[test]
fn front_matter_of_other_shapes_is_refused() {
    let cases = [
        ("---\na: b\n", "it is not closed, at byte 0"),
        ("---\na: b\n...\n", "it is closed by dots, at byte 9"),
        ("---\n{a: b}\n---\n", "a line that is no key of a mapping at the left edge, at byte 4"),
        ("---\n- a\n---\n", "a line that is no key of a mapping at the left edge, at byte 4"),
        ("---\n  a: b\n---\n", "a line that is no key of a mapping at the left edge, at byte 4"),
        ("---\na: b\ntext\n---\n", "a line that is no key of a mapping at the left edge, at byte 9"),
        ("---\n? a\n: b\n---\n", "a line that is no key of a mapping at the left edge, at byte 4"),
        ("---\nAIGC: a\nAIGC: b\n---\n", "a key that is to be written stands twice, at byte 12"),
        ("---\nAIGC:\n- a\n---\n", "where the value of a key ends is not clear, at byte 4"),
        ("---\n\"\\u0041IGC\": a\n---\n", "a key is written with escapes, at byte 4"),
        ("---\nAIGC: &a\n  Label: '1'\nb: *a\n---\n", "the value of a key may be used elsewhere, at byte 4"),
        ("---\nAIGC: {Label: &a '1'}\nb: *a\n---\n", "the value of a key may be used elsewhere, at byte 4"),
        ("---\nAIGC:\n\n  Label: '1'\n---\n", "where the value of a key ends is not clear, at byte 4"),
    ];
    for (text, expected) in cases {
        let error = both(text).unwrap_err();
        assert_eq!(error.to_string(), format!("the front matter cannot be extended: {expected}"));
        assert!(matches!(error, Error::Input(InputError::FrontMatter { .. })));
    }
    for text in ["+++\na = 1\n+++\n", "{\n\"a\": 1\n}\n", "---toml\na = 1\n---\n", "a\0b", "\u{feff}# A\n"] {
        assert!(matches!(both(text), Err(Error::Unsupported { .. })), "{text}");
    }
    let long = format!("---\n{}---\n", "a: b\n".repeat(300_000));
    assert!(matches!(both(&long), Err(Error::Limit { what: "size of the front matter in bytes", .. })));
}

#[test]
fn another_label_in_the_text_is_refused_by_its_place() {
    let text = "# A\n\n```\nAIGC:\n  Label: '1'\n```\n";
    let error = both(text).unwrap_err();
    assert!(
        matches!(&error, Error::Input(InputError::AnotherAigc { place }) if place.starts_with("fenced block")),
        "{error}"
    );
    write_markdown(text, Some(SourceType::TrainedAlgorithmicMedia), None, &Limits::default()).unwrap();
}

#[test]
fn a_label_that_readers_take_for_none_is_the_fault_of_who_asks_for_it() {
    for label in ["a: b", "AIGC:", "AIGC: x", "traineoneAIGC:", "Labels: '1'", "Label:"] {
        let error = write_markdown("# x\n", None, Some(label), &Limits::default()).unwrap_err();
        assert!(matches!(error, Error::Misuse { mark: "aigc", .. }), "{label:?}: {error}");
    }
}

#[test]
fn labels_that_would_break_out_are_refused() {
    for label in [
        "",
        "Label: '1'\n\nb: c",
        "Label: '1'\n---",
        "AIGC:\nLabel: '1'",
        "Label: '1'\u{7}",
        "- a",
        "  Label: '1'",
        "---",
    ] {
        let error = write_markdown("", None, Some(label), &Limits::default()).unwrap_err();
        assert!(matches!(error, Error::Misuse { .. }), "{label:?}: {error}");
    }
    let nothing = write_markdown("", None, None, &Limits::default()).unwrap_err();
    assert!(matches!(nothing, Error::Misuse { .. }));
}

/// Lines of all kinds in every order: nothing panics, and all that is not ours is still there.
#[test]
fn damage_never_takes_lines_away() {
    let lines = [
        "---\n",
        "a: b\n",
        "  c\n",
        "- d\n",
        "AIGC: x\n",
        "AIGC:\n",
        "  Label: '1'\n",
        "#\n",
        "\n",
        "é",
        "```\n",
        "\u{feff}",
        "...\n",
        "---\r\n",
    ];
    let mut written = 0;
    for n in 0..lines.len().pow(4) {
        let picked = (0_u32..4).map(|at| lines[n / lines.len().pow(at) % lines.len()]);
        let text: String = picked.clone().collect();
        let Ok(out) = both(&text) else { continue };
        written += 1;
        for line in picked.filter(|line| !line.starts_with("AIGC") && !line.starts_with("  ")) {
            assert!(out.matches(line).count() >= text.matches(line).count(), "{text:?} -> {out:?}");
        }
    }
    assert!(written > 1000, "{written}");
}
