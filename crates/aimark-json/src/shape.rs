//! What the core says, in the shapes of `docs/report.schema.json`.

use core::fmt::Write as _;

use aimark::{Field, Finding, Foreign, Label, Report, SignerInfo};
use serde_json::{Map, Value, json};

use crate::line::Line;
use crate::words::Kind;

impl Line {
    /// The line with all that verifying found. `sha256` is of the whole asset, in [hexadecimal](hex).
    ///
    /// ```
    /// use aimark_json::{Line, Schema};
    /// # let picture = include_bytes!("../../aimark/tests/identity/dot.png");
    ///
    /// let report = aimark::verify(picture, &aimark::VerifyContext::new("2026-11-21T12:00:00Z".parse()?))?;
    /// let line = Line::new(Schema::Report).with("path", "dot.png").with_report(&report, &"00".repeat(32));
    /// assert!(line.into_text(|_| true).contains(r#""type":"image/png","verdict":"unmarked","integrity":"not_examined""#));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_report(self, report: &Report, sha256: &str) -> Self {
        let stated = report.stated_label();
        let anchor = report.proof().and_then(|proof| proof.anchor());
        self.with("sha256", sha256)
            .with("type", report.format().media_type())
            .with("verdict", report.verdict().name())
            .with("integrity", report.integrity().name())
            .with("trust", report.trust().name())
            .with("origin", stated.map(|label| label.origin().name()))
            .with("label", stated.map(label))
            .with("signer", report.stated_signer().map(certificate))
            .with("anchor", anchor.map(certificate))
            .with("signed_at", Value::Null)
            .with("claim_generator", report.claim_generator())
            .with("manifest_id", report.manifest_id())
            .with("findings", report.findings().iter().map(finding).collect::<Vec<_>>())
            .with("foreign", report.foreign().map(foreign))
            .with("hints", Value::Array(Vec::new()))
            .with("profiles", Value::Array(Vec::new()))
            .with("watermark", Value::Null)
            .with("watermark_search", Value::Null)
    }

    /// The line with why an asset could not be labelled or examined. `message` is for people, and may change.
    ///
    /// ```
    /// use aimark_json::{Kind, Line, Schema};
    ///
    /// let line = Line::new(Schema::Report).with_failure(Kind::Limit, "it is too large");
    /// let text = line.into_text(|_| true);
    /// assert!(text.ends_with(r#""error":{"kind":"limit","message":"it is too large"}}"#));
    /// ```
    #[must_use]
    pub fn with_failure(self, kind: Kind, message: &str) -> Self {
        self.with("error", json!({ "kind": kind.name(), "message": message }))
    }
}

/// What a label states, without its origin. A field that it does not state is null.
///
/// ```
/// use aimark::{Field, Label, Origin};
///
/// let mut label = Label::new(Origin::Generated);
/// label.set(Field::System, "Kandinsky")?;
/// let object = aimark_json::label(&label);
/// assert_eq!((&object["system"], &object["created_at"]), (&"Kandinsky".into(), &().into()));
/// # Ok::<(), aimark::FieldError>(())
/// ```
#[must_use]
pub fn label(label: &Label) -> Value {
    let mut object = Map::new();
    let created_at = label.created_at().map(|time| time.to_string());
    object.insert("created_at".to_owned(), created_at.into());
    for field in Field::ALL {
        object.insert(field.name().to_owned(), label.text(field).into());
    }
    let bindings = label.soft_bindings().iter();
    let bindings = bindings.map(|one| json!({ "algorithm": one.algorithm(), "value": hex(one.value()) }));
    object.insert("soft_bindings".to_owned(), bindings.collect());
    object.insert("watermarked".to_owned(), label.is_watermarked().into());
    Value::Object(object)
}

/// A certificate: a signer's or an anchor's.
///
/// ```
/// # let (chain, key) =
/// #     (include_bytes!("../../aimark/tests/identity/chain.pem"), include_bytes!("../../aimark/tests/identity/key.pem"));
/// let signer = aimark::Signer::from_pem(chain, key)?.chain().signer();
/// assert_eq!(aimark_json::certificate(&signer)["fingerprint"], signer.fingerprint);
/// # Ok::<(), aimark::Error>(())
/// ```
#[must_use]
pub fn certificate(info: &SignerInfo) -> Value {
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

/// What could be read of a content credential of another maker's shape.
///
/// ```
/// let mut found = aimark::Foreign::default(); // in a program: `Report::foreign`
/// found.manifests = 2;
/// assert_eq!(aimark_json::foreign(&found)["manifests"], 2);
/// ```
#[must_use]
pub fn foreign(foreign: &Foreign) -> Value {
    json!({
        "reason": foreign.reason,
        "manifests": foreign.manifests,
        "assertions": foreign.assertions,
        "digital_source_types": foreign.digital_source_types,
    })
}

/// Bytes as the shapes write them: lower-case hexadecimal, two digits a byte.
///
/// ```
/// assert_eq!(aimark_json::hex(&[0, 0xff]), "00ff");
/// ```
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

fn finding(finding: &Finding) -> Value {
    json!({
        "code": finding.code.text(),
        "severity": finding.code.severity().name(),
        "place": finding.place,
        "words": finding.words,
    })
}
