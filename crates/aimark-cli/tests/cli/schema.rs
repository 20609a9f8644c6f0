//! What the command prints as JSON is what `docs/report.schema.json` says.

use std::path::Path;

use serde_json::Value;

use crate::sandbox::{Sandbox, text};

fn schema() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/report.schema.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The keywords of JSON Schema 2020-12 that the schema uses. Another one is a mistake here, not a pass.
fn check(schema: &Value, value: &Value, root: &Value) -> Result<(), String> {
    for (keyword, rule) in schema.as_object().unwrap() {
        let holds = match keyword.as_str() {
            "$schema" | "$id" | "$defs" | "title" | "description" => true,
            "$ref" => {
                let pointer = rule.as_str().unwrap().strip_prefix('#').unwrap();
                check(root.pointer(pointer).unwrap(), value, root)?;
                true
            }
            "oneOf" => {
                let results = rule.as_array().unwrap().iter().map(|one| check(one, value, root));
                let results: Vec<_> = results.collect();
                if results.iter().filter(|result| result.is_ok()).count() != 1 {
                    return Err(format!("not one of: {results:?}"));
                }
                true
            }
            "type" => match rule {
                Value::Array(types) => types.iter().any(|one| is(value, one)),
                one => is(value, one),
            },
            "const" => value == rule,
            "enum" => rule.as_array().unwrap().contains(value),
            "pattern" => value.as_str().is_none_or(|text| fits(text, rule.as_str().unwrap())),
            "minimum" => value.as_u64().is_none_or(|n| n >= rule.as_u64().unwrap()),
            "required" => {
                let keys = rule.as_array().unwrap().iter().map(|key| key.as_str().unwrap());
                value.as_object().is_none_or(|object| keys.into_iter().all(|key| object.contains_key(key)))
            }
            "properties" => {
                for (key, rule) in rule.as_object().unwrap() {
                    if let Some(value) = value.get(key) {
                        check(rule, value, root).map_err(|problem| format!("{key}: {problem}"))?;
                    }
                }
                true
            }
            "additionalProperties" => {
                assert_eq!(rule, &Value::Bool(false));
                let known = schema["properties"].as_object().unwrap();
                value.as_object().is_none_or(|object| object.keys().all(|key| known.contains_key(key)))
            }
            "items" => {
                for item in value.as_array().into_iter().flatten() {
                    check(rule, item, root)?;
                }
                true
            }
            other => return Err(format!("the keyword {other} is not known here")),
        };
        if !holds {
            return Err(format!("{keyword} {rule} does not hold for {value}"));
        }
    }
    Ok(())
}

fn is(value: &Value, kind: &Value) -> bool {
    match kind.as_str().unwrap() {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("type {other}"),
    }
}

/// The patterns that the schema uses.
fn fits(text: &str, pattern: &str) -> bool {
    let hex = |text: &str| text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    match pattern {
        "^[0-9a-f]{64}$" => text.len() == 64 && hex(text),
        "^([0-9a-f]{2})+$" => !text.is_empty() && text.len().is_multiple_of(2) && hex(text),
        other => panic!("pattern {other}"),
    }
}

/// Runs the command and checks every line; gives the lines.
fn checked(sandbox: &Sandbox, arguments: &[&str]) -> Vec<Value> {
    let schema = schema();
    let stdout = text(&sandbox.aimark(arguments).stdout);
    let lines: Vec<Value> = stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(!lines.is_empty(), "{arguments:?} printed nothing");
    for line in &lines {
        check(&schema, line, &schema).unwrap_or_else(|problem| panic!("{arguments:?}: {problem}\n{line:#}"));
    }
    lines
}

#[test]
fn every_shape_is_as_published() {
    let sandbox = Sandbox::new();
    for name in ["dot.png", "dot.jpg", "labelled.png", "labelled.webp", "foreign.webp", "root.pem"] {
        sandbox.fixture(name);
    }
    let mut altered = crate::fixture::bytes("labelled.png");
    let at = altered.len() - 17;
    altered[at] ^= 1;
    std::fs::write(sandbox.path().join("altered.png"), altered).unwrap();
    std::fs::write(sandbox.path().join("binary"), [0xff]).unwrap();
    let files =
        ["labelled.png", "labelled.webp", "altered.png", "dot.jpg", "foreign.webp", "missing", "binary"];

    let verify = ["verify", "--json", "--at", "2026-06-02T00:00:00Z"];
    let reports = checked(&sandbox, &[&verify[..], &files[..]].concat());
    let verdicts: Vec<_> = reports.iter().map(|report| report["verdict"].as_str()).collect();
    let expected = ["valid", "valid", "invalid", "unmarked", "invalid"].map(Some);
    assert_eq!(verdicts[..5], expected);
    assert_eq!(verdicts[5..], [None, None]);
    let trusted = checked(&sandbox, &[&verify[..], &["--trust", "root.pem", "labelled.png"]].concat());
    assert_eq!(trusted[0]["verdict"], "trusted");
    assert!(trusted[0]["anchor"].is_object() && reports[0]["anchor"].is_null());

    let document = text(&sandbox.aimark(&[&["verify", "--format", "json"], &files[..]].concat()).stdout);
    let document: Value = serde_json::from_str(&document).unwrap();
    check(&schema(), &document, &schema()).unwrap();
    assert_eq!((&document["files"], &document["summary"]["invalid"]), (&7.into(), &2.into()));
    assert_eq!(document["reports"].as_array().unwrap().len(), 7);

    for file in files {
        checked(&sandbox, &["inspect", "--json", file]);
    }
    let signed = checked(&sandbox, &["sign", "--json", "dot.png", "missing", "dot.jpg", "-o", "out"]);
    assert_eq!(signed[0]["manifest_id"].as_str().unwrap().len(), "urn:c2pa:".len() + 36);
    assert_eq!(signed[1]["error"]["kind"], "io");
    checked(&sandbox, &["sign", "--json", "dot.png", "--in-place", "--dry-run"]);
    the_shapes_of_texts(&sandbox);
    for subject in ["labelled.png", "altered.png", "foreign.webp", "root.pem", "default", "binary"] {
        let diagnosis = checked(&sandbox, &["doctor", "--json", subject]).remove(0);
        assert_eq!(diagnosis["sound"], subject == "default", "{diagnosis:#}");
    }
    sandbox.aimark(&["trust", "add", "root.pem"]);
    for arguments in [
        &["identity", "list", "--json"][..],
        &["identity", "show", "--json"],
        &["trust", "list", "--json"],
        &["trust", "show", "--json", "bc1787a1"],
        &["trust", "show", "--json", "c2pa-signing"],
        &["trust", "show", "--json", "795b3d3206e8"],
    ] {
        checked(&sandbox, arguments);
    }
}

fn the_shapes_of_texts(sandbox: &Sandbox) {
    for (name, media_type) in [("a.md", "text/markdown"), ("a.txt", "text/plain"), ("a", "text/plain")] {
        std::fs::write(sandbox.path().join(name), "words\n").unwrap();
        let signed = checked(sandbox, &["sign", "--json", name, "--in-place"]).remove(0);
        assert_eq!(signed["type"], media_type);
        let report = checked(sandbox, &["verify", "--json", name]).remove(0);
        assert_eq!((&report["type"], &report["verdict"]), (&media_type.into(), &"trusted".into()));
        let statement = checked(sandbox, &["inspect", "--json", name]).remove(0);
        assert_eq!((&statement["type"], &statement["marked"]), (&media_type.into(), &true.into()));
    }
}

#[test]
fn the_hash_in_a_report_is_of_the_whole_file() {
    use sha2::Digest as _;
    let sandbox = Sandbox::new();
    sandbox.fixture("labelled.png");
    let digest = sha2::Sha256::digest(crate::fixture::bytes("labelled.png"));
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(checked(&sandbox, &["verify", "--json", "labelled.png"])[0]["sha256"], digest.as_str());
}

/// Linux takes any bytes for a name; other systems insist on text.
#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_is_given_as_bytes_too() {
    use std::os::unix::ffi::OsStrExt as _;
    let sandbox = Sandbox::new();
    let name = std::ffi::OsStr::from_bytes(b"\xff.png");
    std::fs::write(sandbox.path().join(name), crate::fixture::bytes("dot.png")).unwrap();
    let mut command = sandbox.command(env!("CARGO_BIN_EXE_aimark"));
    let end = command.args(["verify", "--json"]).arg(name).output().unwrap();
    let report: Value = serde_json::from_slice(&end.stdout).unwrap();
    assert_eq!((&report["path"], &report["path_bytes"]), (&"\u{fffd}.png".into(), &"ff2e706e67".into()));
    check(&schema(), &report, &schema()).unwrap();
}

#[test]
fn the_schema_knows_every_word_the_core_can_say() {
    let schema = schema();
    let words = |pointer: &str| -> Vec<String> {
        let list = schema.pointer(pointer).unwrap().as_array().unwrap();
        list.iter().filter_map(|word| Some(word.as_str()?.to_owned())).collect()
    };
    assert_eq!(
        words("/$defs/report/properties/verdict/enum"),
        aimark::Verdict::ALL.map(|v| v.name().to_owned())
    );
    assert_eq!(words("/$defs/origin/enum"), aimark::Origin::ALL.map(|o| o.name().to_owned()));
    assert_eq!(
        words("/$defs/type/enum"),
        aimark::Format::all().map(|f| f.media_type().to_owned()).collect::<Vec<_>>()
    );
    let fields: Vec<&str> =
        schema["$defs"]["label"]["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    let expected = std::iter::once("created_at").chain(aimark::Field::ALL.map(aimark::Field::name));
    let expected: Vec<&str> = expected.chain(["soft_bindings", "watermarked"]).collect();
    assert_eq!(fields, expected);
}

#[test]
fn a_value_of_another_shape_is_refused() {
    let schema = schema();
    let sandbox = Sandbox::new();
    sandbox.fixture("labelled.png");
    let report = checked(&sandbox, &["verify", "--json", "labelled.png"]).remove(0);
    let without = |key: &str| {
        let mut report = report.clone();
        report.as_object_mut().unwrap().remove(key);
        report
    };
    let with = |key: &str, value: Value| {
        let mut report = report.clone();
        report[key] = value;
        report
    };
    for wrong in [
        without("findings"),
        with("extra", Value::Null),
        with("verdict", "fine".into()),
        with("sha256", "00".into()),
    ] {
        assert!(check(&schema, &wrong, &schema).is_err(), "{wrong}");
    }
}
