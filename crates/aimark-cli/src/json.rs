//! JSON for programs: one object a line, of the shapes in `docs/report.schema.json`.

use std::fmt::Write as _;
use std::path::Path;

use aimark::{Field, Label, Report, SignerInfo};
use serde_json::{Map, Value, json};

use crate::destination::{Destination, Item};
use crate::failure::Failure;
use crate::input::Source;
use crate::output::print_pieces;
use crate::shown::{hex, is_deceptive};
use crate::sign::Labelled;
use crate::store::{self, Anchor};

/// The shape of a report of `verify`, and of every failure. A change that would break a reader gets a new number.
const REPORT: &str = "aimark.report/1";
const SIGNED: &str = "aimark.signed/1";
const STATEMENT: &str = "aimark.statement/1";
const IDENTITY: &str = "aimark.identity/1";
const ANCHOR: &str = "aimark.anchor/1";

/// Prints a line on standard output.
pub(crate) fn print(value: &Value) -> Result<(), Failure> {
    print_pieces(&[line(value).as_bytes()])
}

/// The value on one line, with no character that would steer a terminal. JSON itself lets most of them
/// through, and only inside its strings, where each can be escaped.
fn line(value: &Value) -> String {
    let mut out = String::new();
    for c in value.to_string().chars() {
        if is_deceptive(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out.push('\n');
    out
}

/// What `verify` found. `sha256` is of the whole file.
pub(crate) fn report(source: &Source, report: &Report, sha256: &str) -> Value {
    let mut object = head(REPORT, source.path());
    let label = report.stated_label();
    let proof = report.proof();
    let findings = report.findings().iter().map(|finding| {
        json!({
            "code": finding.code.text(),
            "severity": finding.code.severity().name(),
            "place": finding.place,
            "words": finding.words,
        })
    });
    let body = json!({
        "sha256": sha256,
        "type": report.format().media_type(),
        "verdict": report.verdict().name(),
        "integrity": report.integrity().name(),
        "trust": report.trust().name(),
        "origin": label.map(|label| label.origin().name()),
        "label": label.map(label_object),
        "signer": report.stated_signer().map(certificate),
        "anchor": proof.and_then(|proof| proof.anchor()).map(certificate),
        "signed_at": null,
        "claim_generator": report.claim_generator(),
        "manifest_id": report.manifest_id(),
        "findings": findings.collect::<Vec<_>>(),
        "foreign": foreign(report),
        "hints": [],
        "profiles": [],
    });
    extend(&mut object, body);
    Value::Object(object)
}

/// What a label says, unchecked. `unreadable` says why there is a label but nothing could be read.
pub(crate) fn statement(source: &Source, report: &Report, unreadable: Option<&str>) -> Value {
    let mut object = head(STATEMENT, source.path());
    let label = report.stated_label();
    let body = json!({
        "checked": false,
        "type": report.format().media_type(),
        "marked": report.verdict() != aimark::Verdict::Unmarked,
        "unreadable": unreadable,
        "origin": label.map(|label| label.origin().name()),
        "label": label.map(label_object),
        "signer": report.stated_signer().map(certificate),
        "claim_generator": report.claim_generator(),
        "manifest_id": report.manifest_id(),
        "foreign": foreign(report),
    });
    extend(&mut object, body);
    Value::Object(object)
}

/// A file that was labelled.
pub(crate) fn signed(
    item: &Item,
    labelled: &Labelled,
    label: &Label,
    signer: &SignerInfo,
    dry_run: bool,
) -> Value {
    let mut object = head(SIGNED, item.source.path());
    let output = match &item.destination {
        Ok(Destination::File(target)) => target.path.as_path(),
        _ => Path::new("-"),
    };
    name(&mut object, "output", output);
    let body = json!({
        "dry_run": dry_run,
        "type": labelled.format.media_type(),
        "label_bytes": labelled.label_bytes,
        "manifest_id": labelled.manifest_id,
        "origin": label.origin().name(),
        "label": label_object(label),
        "signer": certificate(signer),
    });
    extend(&mut object, body);
    Value::Object(object)
}

/// A file that could not be labelled or examined.
pub(crate) fn failure(source: &Source, failure: &Failure) -> Value {
    let mut object = head(REPORT, source.path());
    let error = json!({ "kind": failure.kind.name(), "message": failure.message });
    object.insert("error".to_owned(), error);
    Value::Object(object)
}

/// One signing identity of this user.
pub(crate) fn identity(called: &store::Name, key: &Path, encrypted: bool, leaf: &SignerInfo) -> Value {
    let mut object = Map::new();
    extend(&mut object, json!({ "schema": IDENTITY, "name": called.to_string() }));
    name(&mut object, "key", key);
    extend(&mut object, json!({ "encrypted": encrypted, "certificate": certificate(leaf) }));
    Value::Object(object)
}

/// One certificate that `verify` accepts.
pub(crate) fn anchor(anchor: &Anchor) -> Value {
    let identity = match &anchor.origin {
        store::Origin::Identity(name) => Some(name.to_string()),
        store::Origin::Added => None,
    };
    let mut object = Map::new();
    extend(&mut object, json!({ "schema": ANCHOR, "identity": identity }));
    name(&mut object, "path", &anchor.path);
    extend(&mut object, json!({ "certificate": certificate(&anchor.info) }));
    Value::Object(object)
}

fn head(schema: &str, path: &Path) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("schema".to_owned(), schema.into());
    name(&mut object, "path", path);
    object
}

/// A path, and its bytes where they are not text.
fn name(object: &mut Map<String, Value>, key: &str, path: &Path) {
    object.insert(key.to_owned(), path.to_string_lossy().into());
    if path.to_str().is_none() {
        let bytes = hex(path.as_os_str().as_encoded_bytes());
        object.insert(format!("{key}_bytes"), bytes.into());
    }
}

fn extend(object: &mut Map<String, Value>, more: Value) {
    if let Value::Object(more) = more {
        object.extend(more);
    }
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

fn foreign(report: &Report) -> Value {
    report.foreign().map_or(Value::Null, |foreign| {
        json!({
            "reason": foreign.reason,
            "manifests": foreign.manifests,
            "assertions": foreign.assertions,
            "digital_source_types": foreign.digital_source_types,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_steers_a_terminal_and_none_is_lost() {
        let text = "a\u{1b}[2J\u{9b}\u{7f}\u{202e}\u{e0041}\"\\я";
        let line = line(&json!({ "path": text }));
        assert!(!line.trim_end().contains(is_deceptive), "{line}");
        let read: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(read["path"], text);
    }
}
