//! The words and the writing, against `docs/report.schema.json`. That whole lines have its shapes is tested where they
//! are printed: by the command and by the C library.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail loudly")]

use aimark_json::{Kind, Line, Schema};
use serde_json::Value;

fn published() -> Value {
    serde_json::from_str(include_str!("../../../docs/report.schema.json")).unwrap()
}

#[test]
fn the_schemas_are_those_that_are_published() {
    let shapes = published()["$defs"].as_object().unwrap().clone();
    let mut names: Vec<String> = shapes
        .values()
        .filter_map(|shape| Some(shape.pointer("/properties/schema/const")?.as_str()?.to_owned()))
        .collect();
    names.dedup(); // a failure is a report too
    assert_eq!(names, Schema::ALL.map(Schema::name));
}

#[test]
fn the_kinds_of_failure_are_those_that_are_published() {
    let schema = published();
    let kinds = schema.pointer("/$defs/failure/properties/error/properties/kind/enum").unwrap();
    assert_eq!(kinds, &Value::from(Kind::ALL.map(Kind::name).to_vec()));
}

#[test]
fn every_character_comes_back_whatever_is_escaped() {
    let all: String = (char::MIN..=char::MAX).collect();
    let line = Line::new(Schema::Report).with("path", all.as_str());
    for escapes in [|_| true, |_| false, |c: char| c.is_alphabetic()] {
        let text = line.clone().into_text(escapes);
        assert!(!text.contains(char::is_control));
        assert_eq!(text.chars().find(|c| !c.is_ascii() && escapes(*c)), None);
        let read: Value = serde_json::from_str(&text).unwrap();
        assert!(read["path"] == all.as_str());
    }
}
