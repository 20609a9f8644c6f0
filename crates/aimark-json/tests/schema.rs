//! The words and the writing, against `docs/report.schema.json`. That whole lines have its shapes is tested where they
//! are printed: by the command and by the C library.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests fail loudly"
)]

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

#[cfg(feature = "law")]
mod law {
    use super::*;
    use aimark_law::{Evidence, Medium, Profile, TextKind};

    /// That a value is of a definition: the keys that it requires, in its order and no other, and each value of its type.
    fn has_shape(value: &Value, shape: &Value, place: &str) {
        let schema = published();
        let named =
            shape["$ref"].as_str().map(|path| schema.pointer(path.strip_prefix('#').unwrap()).unwrap());
        let shape = named.unwrap_or(shape);
        if let Some(allowed) = shape["enum"].as_array() {
            assert!(allowed.contains(value), "{place}: {value}");
            return;
        }
        match shape["type"].as_str().unwrap() {
            "string" => assert!(value.is_string(), "{place}: {value}"),
            "array" => {
                value.as_array().unwrap().iter().for_each(|item| has_shape(item, &shape["items"], place));
            }
            "object" => {
                let keys: Vec<Value> =
                    value.as_object().unwrap().keys().map(|key| key.as_str().into()).collect();
                assert_eq!(&keys, shape["required"].as_array().unwrap(), "{place}");
                for (key, value) in value.as_object().unwrap() {
                    has_shape(value, &shape["properties"][key], &format!("{place}/{key}"));
                }
            }
            other => panic!("{place}: this test knows no type {other}"),
        }
    }

    #[test]
    fn the_answers_of_every_profile_are_as_published() {
        let at = "2026-11-21T12:00:00Z".parse().unwrap();
        let page = Evidence::gather(b"<p>Words", Some("text/html"), Medium::Text(TextKind::Html), at);
        let (mut facts, mut severities) = (0, 0);
        for name in Profile::names().chain(["common"]) {
            let profile = Profile::builtin(name).unwrap();
            let answers = profile.evaluate(&page, false);
            let said = aimark_json::profile_answers(&profile, &answers);
            has_shape(&said, &published()["$defs"]["profile_answers"], name);
            assert_eq!(said["rules"].as_array().unwrap().len(), answers.len());
            facts += answers.iter().map(|answer| answer.detail.len()).sum::<usize>();
            severities += answers.iter().filter(|answer| answer.severity.is_some()).count();
        }
        // Neither was left out because none came up.
        assert!(facts > 0 && severities > 0);
    }
}
