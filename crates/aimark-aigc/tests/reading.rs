//! Labels as they are found: every shape, and every fault by one text that breaks one rule.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "tests fail loudly"
)]

use std::time::Instant;

use aimark_aigc::{Fault, Found, Key, Limits, read};

/// A label without a fault.
const SOUND: &str = r#"{"Label":"1","ContentProducer":"x","ProduceID":"y","ReservedCode1":"","ContentPropagator":"","PropagateID":"","ReservedCode2":""}"#;

fn found(text: &str) -> Found {
    read(text, &Limits::default())
}

#[test]
fn every_known_shape_is_read() {
    let string = |text: &str| serde_json::Value::from(text).to_string();
    let yaml = SOUND.trim_matches(['{', '}']).replace(',', "\n  ").replace("\":", "\": ");
    let escaped = [Fault::Escaped];
    let shapes = [
        (SOUND.to_owned(), vec![]),
        (format!("\u{feff} \n{SOUND}\0\0"), vec![]),
        (format!("{{\"AIGC\":{SOUND}}}"), vec![]),
        (format!("{{\"x\":[[{{}}]],\"AIGC\":{SOUND}}}"), vec![]),
        (format!("{{\"AIGC\":{}}}", string(SOUND)), escaped.to_vec()),
        (string(SOUND), escaped.to_vec()),
        (string(&string(SOUND)), escaped.to_vec()),
        (SOUND.replace('"', "\\\""), escaped.to_vec()),
        (SOUND.replace('"', "&quot;"), escaped.to_vec()),
        (SOUND.replace('"', "&amp;quot;"), escaped.to_vec()),
        (format!("AIGC:\n  {yaml}"), vec![]),
        (format!("---\r\ntitle: x\r\nAIGC:\r\n  {}\r\n---\r\nText", yaml.replace('\n', "\r\n")), vec![]),
        (format!("---\nAIGC:\n  {yaml}\n\ntitle: x\n...\nText"), vec![]),
        (yaml.replace("\n  ", "\n"), vec![]),
        (format!("AIGC: {SOUND}"), vec![]),
        (format!("---\nAIGC: {SOUND}\n---\n"), vec![]),
        (format!("AIGC: '{SOUND}'"), escaped.to_vec()),
        (format!("AIGC: {}", string(SOUND)), escaped.to_vec()),
    ];
    for (text, faults) in shapes {
        let found = found(&text);
        assert_eq!(found.faults(), faults, "{text}");
        let values = Key::ALL.map(|key| found.value(key));
        assert_eq!(
            values,
            [Some("1"), Some("x"), Some("y"), Some(""), Some(""), Some(""), Some("")],
            "{text}"
        );
    }
}

#[test]
fn escapes_of_xml_are_undone_one_level_at_a_time() {
    let text = SOUND.replace("\"y\"", "\"<&amp;lt;'>\"");
    let escaped =
        text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\'', "&apos;");
    let found = found(&escaped.replace('"', "&quot;"));
    assert_eq!(found.value(Key::ProduceId), Some("<&amp;lt;'>"));
}

#[test]
fn scalars_of_yaml_are_read_in_all_three_styles() {
    let found = found(
        "AIGC: # ours\n  Label: '1'\n  # a remark\n  ContentProducer: \"a\\\"b\"\n  ProduceID: c-d # e\n",
    );
    let values = [Key::Label, Key::ContentProducer, Key::ProduceId].map(|key| found.value(key).unwrap());
    assert_eq!(values, ["1", "a\"b", "c-d"]);
    assert_eq!(found.faults().len(), 4, "only the four others are missing: {:?}", found.faults());
}

#[test]
fn one_broken_rule_gives_one_fault() {
    let cases = [
        (SOUND.replace("\"1\"", "1"), Fault::NotAString(Key::Label)),
        (SOUND.replace("\"y\"", "142569260085903360000000001"), Fault::NotAString(Key::ProduceId)),
        (
            SOUND.replace("\"ReservedCode2\":\"\"", "\"ReservedCode2\":null"),
            Fault::NotAString(Key::ReservedCode2),
        ),
        (SOUND.replace(",\"ReservedCode2\":\"\"", ""), Fault::MissingKey(Key::ReservedCode2)),
        (SOUND.replace("\"x\"", "\"\""), Fault::EmptyKey(Key::ContentProducer)),
        (SOUND.replace("\"1\"", "\"\""), Fault::EmptyKey(Key::Label)),
        (SOUND.replace("\"y\"", "\"\\ud800\""), Fault::NotAString(Key::ProduceId)),
        (SOUND.replace("\"y\"", "{\"a\":[1]}"), Fault::NotAString(Key::ProduceId)),
        (SOUND.replace("\"1\"", "\"AIGC\""), Fault::LabelValue),
        (SOUND.replace("\"1\"", "\"4\""), Fault::LabelValue),
        (SOUND.replace("\"1\"", "\"11\""), Fault::LabelValue),
        (SOUND.replace("\"PropagateID\":\"\"", "\"PropagateID\":\"z\""), Fault::PropagatorHalf),
        (SOUND.replace("{", "{\"Signer\":1,"), Fault::UnknownKey("Signer".into())),
        (SOUND.replace("}", ",\"L\u{430}bel\":\"1\"}"), Fault::UnknownKey("L\\u{430}bel".into())),
        (SOUND.replace("}", ",\"Label\":\"1\"}"), Fault::DuplicateKey(Key::Label)),
        (SOUND.replace("}", ",\"\\u004cabel\":\"2\"}"), Fault::DuplicateKey(Key::Label)),
        (
            SOUND.replace("\"x\"", "\"某公司\""),
            Fault::Character { key: Key::ContentProducer, character: '某' },
        ),
        (SOUND.replace("\"y\"", "\"y\\n\""), Fault::Character { key: Key::ProduceId, character: '\n' }),
    ];
    for (text, fault) in cases {
        assert_eq!(found(&text).faults(), [fault], "{text}");
    }
}

#[test]
fn numbers_are_kept_as_they_are_written() {
    let text = SOUND.replace("\"y\"", "142569260085903360000000001");
    assert_eq!(found(&text).value(Key::ProduceId), Some("142569260085903360000000001"));
    let yaml = found("AIGC:\n  Label: 1\n  ProduceID: 0123\n");
    assert_eq!((yaml.value(Key::Label), yaml.value(Key::ProduceId)), (Some("1"), Some("0123")));
    assert!(yaml.faults().contains(&Fault::NotAString(Key::Label)));
}

#[test]
fn of_a_key_that_stands_there_twice_the_first_counts() {
    let found = found(&SOUND.replace("}", ",\"ProduceID\":\"other\"}"));
    assert_eq!(found.value(Key::ProduceId), Some("y"));
}

#[test]
fn what_is_no_label_gives_none() {
    let texts = [
        "",
        "{",
        "{}",
        "[]",
        "\"",
        "\"{\"",
        "null",
        "1",
        "AIGC",
        "AIGC:",
        "AIGC: {",
        "AIGC: 1",
        "AIGC:\n",
        "AIGC:\nLabel: 1",
        "---",
        "---\n",
        "---\n---\n",
        "---\ntitle: x\n---\nLabel: 1",
        "{\"AIGC\":1}",
        "{\"AIGC\":null}",
        "{\"AIGC\":[]}",
        "{\"AIGC\":{}}",
        "{\"label\":\"1\"}",
        "Roses: red",
        "{\\\"Label",
        "&quot;",
        "{&quot;",
        "\u{feff}",
        "AIGC: '",
        "AIGC: '{",
        r#"{"Label":"1""#,
        r#"{"Label":"1"}}"#,
        r#"{"Label":"1",}"#,
    ];
    for text in texts {
        let found = found(text);
        assert!(found.is_empty(), "{text:?}: {found:?}");
        assert!(found.faults().contains(&Fault::NotAnObject), "{text:?}: {found:?}");
    }
}

#[test]
fn wrapping_is_followed_no_deeper_than_the_limit() {
    let mut text = SOUND.to_owned();
    for wraps in 0..8 {
        assert_eq!(found(&text).is_empty(), wraps > 4, "{wraps}");
        text = format!("{{\"AIGC\":{text}}}");
    }
}

#[test]
fn a_text_beyond_the_limit_is_not_read() {
    let limits = Limits { text_bytes: SOUND.len(), ..Limits::default() };
    assert_eq!(read(SOUND, &limits).faults(), []);
    let beyond = read(&format!("{SOUND} "), &limits);
    assert_eq!((beyond.faults(), beyond.is_empty()), ([Fault::TooLong].as_slice(), true));
    // Of a document only the front matter counts.
    let document = format!("---\nAIGC:\n  Label: '1'\n---\n{}", "word ".repeat(1000));
    assert_eq!(read(&document, &limits).value(Key::Label), Some("1"));
    let document = format!("---\n{}", "word\n".repeat(1000));
    assert_eq!(read(&document, &limits).faults(), [Fault::TooLong]);
}

#[test]
fn keys_beyond_the_limit_are_not_read() {
    let many: String = (0..5000).map(|index| format!("\"k{index}\":0,")).collect();
    let last = format!("{{{many}{}", SOUND.trim_start_matches('{'));
    let found = read(&last, &Limits { text_bytes: 1 << 20, ..Limits::default() });
    assert!(found.is_empty());
    let first = format!("{},{}}}", SOUND.trim_end_matches('}'), many.trim_end_matches(','));
    let found = read(&first, &Limits { text_bytes: 1 << 20, ..Limits::default() });
    assert!(found.faults().contains(&Fault::TooManyKeys));
    assert_eq!((found.value(Key::Label), found.faults().len()), (Some("1"), 26));
}

#[test]
fn deep_nesting_costs_no_stack_and_no_time() {
    let limits = Limits { text_bytes: 16 << 20, ..Limits::default() };
    let begin = Instant::now();
    for (open, close) in
        [("[", "]"), ("{\"AIGC\":", "}"), ("{\"a\":", "}"), ("\\\"", ""), ("\"", ""), ("AIGC: ", "")]
    {
        let deep = format!("{}1{}", open.repeat(500_000), close.repeat(500_000));
        for text in
            [deep.clone(), format!("{{\"Label\":{deep}}}"), format!("{{\"x\":{deep},\"Label\":\"1\"}}")]
        {
            let _ = read(&text, &limits);
        }
    }
    assert!(begin.elapsed().as_secs() < 60, "{:?}", begin.elapsed());
}

#[test]
fn no_text_that_was_cut_anywhere_is_a_panic() {
    let string = serde_json::Value::from(SOUND).to_string();
    let yaml = "---\nAIGC:\n  Label: '1'\n  ContentProducer: \"某\\u00e4\"\n  ProduceID: \u{a0}x # y\n---\n";
    for text in [SOUND, &string, &string.replace('"', "&quot;"), yaml, &format!("AIGC: '{SOUND}'")] {
        for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            let (before, after) = text.split_at(at);
            let _ = (found(before), found(after), found(&format!("{after}{before}")));
        }
    }
}

#[test]
fn pairs_from_a_carrier_that_has_its_own_syntax_are_judged_alike() {
    let pairs =
        [("Label", "1"), ("ContentProducer", "x"), ("ProduceID", "y"), ("Label", "2"), ("Other", "z")];
    let found = Found::from_pairs(pairs, &Limits::default());
    assert_eq!(found.value(Key::Label), Some("1"));
    assert_eq!(found.faults()[..2], [Fault::DuplicateKey(Key::Label), Fault::UnknownKey("Other".into())]);
    let long = "x".repeat(65 << 10);
    let long = Found::from_pairs([("Label", long.as_str())], &Limits::default());
    assert_eq!((long.faults(), long.is_empty()), ([Fault::TooLong].as_slice(), true));
}
