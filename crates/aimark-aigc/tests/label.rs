//! Labels for writing: what they look like, and what they refuse.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "tests fail loudly"
)]

use aimark_aigc::{Attribute, Key, Label, LabelError, Limits, read};

const CODE: &str = "001191440300708461136T1XGW3";

fn label() -> Label {
    Label::new(Attribute::Generated, CODE, "a-17").unwrap()
}

#[test]
fn the_json_is_that_of_the_standard() {
    assert_eq!(
        label().to_json(),
        concat!(
            r#"{"Label":"1","ContentProducer":"001191440300708461136T1XGW3","ProduceID":"a-17","ReservedCode1":"","#,
            r#""ContentPropagator":"","PropagateID":"","ReservedCode2":""}"#
        )
    );
}

#[test]
fn the_yaml_is_that_of_the_guide() {
    let mut label = label();
    label.set_reserved_code1("it's").unwrap();
    assert_eq!(
        label.to_yaml(),
        "AIGC:\n  Label: '1'\n  ContentProducer: '001191440300708461136T1XGW3'\n  ProduceID: 'a-17'\n  \
         ReservedCode1: 'it''s'\n  ContentPropagator: ''\n  PropagateID: ''\n  ReservedCode2: ''\n"
    );
}

#[test]
fn what_is_written_is_read_back_without_a_fault() {
    let every: String = ('\x21'..='\x7e').collect();
    let mut label = Label::new(Attribute::Suspected, &every, &every).unwrap();
    label.set_propagator(&every, "'").unwrap();
    label.set_reserved_code1("\\\"'#:{}").unwrap();
    label.set_reserved_code2("'a''b'").unwrap();
    let document = format!("---\ntitle: x\n{}---\n# Text\n", label.to_yaml());
    for text in [label.to_json(), format!("{{\"AIGC\":{}}}", label.to_json()), label.to_yaml(), document] {
        let found = read(&text, &Limits::default());
        assert_eq!(found.faults(), [], "{text}");
        assert_eq!(Label::try_from(&found), Ok(label.clone()), "{text}");
    }
}

#[test]
fn characters_beyond_the_standard_are_refused() {
    for character in [' ', '\n', '\0', '\x7f', '某', '\u{202e}'] {
        let value = format!("a{character}b");
        let error = |key| LabelError::Character { key, character };
        let mut label = label();
        let before = label.clone();
        assert_eq!(
            Label::new(Attribute::Generated, &value, "x"),
            Err(error(Key::ContentProducer)),
            "{character:?}"
        );
        assert_eq!(Label::new(Attribute::Generated, "x", &value), Err(error(Key::ProduceId)));
        assert_eq!(label.set_propagator(&value, "x"), Err(error(Key::ContentPropagator)));
        assert_eq!(label.set_propagator("x", &value), Err(error(Key::PropagateId)));
        assert_eq!(label.set_reserved_code1(&value), Err(error(Key::ReservedCode1)));
        assert_eq!(label.set_reserved_code2(&value), Err(error(Key::ReservedCode2)));
        assert_eq!(label, before, "a refused value changes nothing");
    }
}

#[test]
fn what_must_be_said_may_not_be_empty() {
    assert_eq!(Label::new(Attribute::Generated, "", "x"), Err(LabelError::Empty(Key::ContentProducer)));
    assert_eq!(Label::new(Attribute::Generated, "x", ""), Err(LabelError::Empty(Key::ProduceId)));
}

#[test]
fn a_propagator_has_both_values_or_none() {
    let mut label = label();
    assert_eq!(label.set_propagator("x", ""), Err(LabelError::PropagatorHalf));
    assert_eq!(label.set_propagator("", "x"), Err(LabelError::PropagatorHalf));
    label.set_propagator("x", "y").unwrap();
    label.set_propagator("", "").unwrap();
    assert_eq!(label.value(Key::ContentPropagator), "");
}

#[test]
fn a_value_has_at_most_8192_bytes() {
    let mut label = label();
    label.set_reserved_code1(&"x".repeat(8192)).unwrap();
    assert_eq!(label.set_reserved_code1(&"x".repeat(8193)), Err(LabelError::TooLong(Key::ReservedCode1)));
}

#[test]
fn a_found_label_that_breaks_a_rule_is_not_passed_on() {
    let from = |text| Label::try_from(&read(text, &Limits::default()));
    let twice = r#"{"Label":"1","Label":"2","ContentProducer":"x","ProduceID":"y"}"#;
    assert_eq!(from(twice), Err(LabelError::DuplicateKey(Key::Label)));
    assert_eq!(
        from(r#"{"Label":"AIGC","ContentProducer":"x","ProduceID":"y"}"#),
        Err(LabelError::LabelValue)
    );
    assert_eq!(from(r#"{"Label":"1","ContentProducer":"x"}"#), Err(LabelError::Empty(Key::ProduceId)));
    let half = r#"{"Label":"1","ContentProducer":"x","ProduceID":"y","PropagateID":"z"}"#;
    assert_eq!(from(half), Err(LabelError::PropagatorHalf));
}
