//! The report and the failure as JSON, of the shapes in `docs/report.schema.json`.

use core::fmt::Write as _;

use aimark::{Field, Label, Report, SignerInfo};
use serde_json::{Map, Value, json};

const SCHEMA: &str = "aimark.report/1";

/// `path` is what the caller names the asset.
pub(crate) fn report(path: &str, report: &Report, sha256: &str) -> String {
    let label = report.stated_label();
    let findings = report.findings().iter().map(|finding| {
        json!({
            "code": finding.code.text(),
            "severity": finding.code.severity().name(),
            "place": finding.place,
            "words": finding.words,
        })
    });
    let anchor = report.proof().and_then(|proof| proof.anchor());
    let foreign = report.foreign().map(|foreign| {
        json!({
            "reason": foreign.reason,
            "manifests": foreign.manifests,
            "assertions": foreign.assertions,
            "digital_source_types": foreign.digital_source_types,
        })
    });
    escaped(&json!({
        "schema": SCHEMA,
        "path": name(path),
        "sha256": sha256,
        "type": report.format().media_type(),
        "verdict": report.verdict().name(),
        "integrity": report.integrity().name(),
        "trust": report.trust().name(),
        "origin": label.map(|label| label.origin().name()),
        "label": label.map(label_object),
        "signer": report.stated_signer().map(certificate),
        "anchor": anchor.map(certificate),
        "signed_at": null,
        "claim_generator": report.claim_generator(),
        "manifest_id": report.manifest_id(),
        "findings": findings.collect::<Vec<_>>(),
        "foreign": foreign,
        "hints": [],
        "profiles": [],
    }))
}

pub(crate) fn failure(path: &str, kind: &str, message: &str) -> String {
    let error = json!({ "kind": kind, "message": message });
    escaped(&json!({ "schema": SCHEMA, "path": name(path), "error": error }))
}

/// Lower-case hexadecimal, two digits a byte.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

fn name(path: &str) -> &str {
    if path.is_empty() { "-" } else { path }
}

fn label_object(label: &Label) -> Value {
    let mut object = Map::new();
    let created_at = label.created_at().map(|time| time.to_string());
    object.insert("created_at".to_owned(), created_at.into());
    for field in Field::ALL {
        object.insert(field.name().to_owned(), label.text(field).into());
    }
    Value::Object(object)
}

fn certificate(info: &SignerInfo) -> Value {
    json!({
        "subject": info.subject,
        "common_name": info.common_name,
        "organization": info.organization,
        "issuer": info.issuer,
        "serial": info.serial,
        "not_before": info.not_before.to_string(),
        "not_after": info.not_after.to_string(),
        "fingerprint": info.fingerprint,
    })
}

/// The value on one line, in ASCII: nothing in it can steer a terminal, and any reader gets the texts back whole.
fn escaped(value: &Value) -> String {
    let mut out = String::new();
    for c in value.to_string().chars() {
        if c.is_ascii() && !c.is_ascii_control() {
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            // Writing to a string cannot fail.
            let _ = write!(out, "\\u{unit:04x}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_steers_a_terminal_and_none_is_lost() {
        let text = "a\u{1b}[2J\u{9b}\u{7f}\u{202e}\u{e0041}\"\\я";
        let line = failure(text, "input", "x");
        assert!(line.bytes().all(|byte| (0x20..0x7f).contains(&byte)), "{line}");
        let read: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(read["path"], text);
    }
}
