//! Rows from what the core and its neighbours found.

use std::path::Path;

use aimark::{Label, Report, SignerInfo};
use aimark_json::{hex, label as label_object};
use serde_json::Value;

use super::{
    Action, Ai, Answer, Certificate, Examined, Failed, Finding, Foreign, Integrity, Named, Outcome, Severity,
    Statement, Trust,
};
use crate::failure::Failure;

impl Named {
    pub(crate) fn of(path: &Path) -> Self {
        let path_bytes = path.to_str().is_none().then(|| hex(path.as_os_str().as_encoded_bytes()));
        Self { path: path.to_string_lossy().into_owned(), path_bytes }
    }
}

impl Outcome {
    pub(crate) fn failed(failure: &Failure) -> Self {
        let (kind, message) = (failure.kind.name().to_owned(), failure.message.clone());
        Self::Failed { error: Failed { kind, message, words: Some(failure.words.clone()) } }
    }
}

impl Examined {
    /// A label of our own shape, or why there is none to judge. `accepted_by` is asked for the anchor that accepts the
    /// signer.
    pub(crate) fn of(
        report: &Report,
        sha256: Option<String>,
        accepted_by: impl Fn(&SignerInfo) -> Option<String>,
    ) -> Self {
        let stated = report.stated_label();
        let anchor = report.proof().and_then(|proof| proof.anchor());
        Self {
            sha256,
            media_type: report.format().media_type().to_owned(),
            verdict: report.verdict().into(),
            integrity: report.integrity().into(),
            trust: report.trust().into(),
            origin: stated.map(|label| label.origin().name().to_owned()),
            label: stated.map(label_object).and_then(object),
            signer: report.stated_signer().map(Into::into),
            anchor: anchor.map(Into::into),
            signed_at: None,
            claim_generator: report.claim_generator().map(str::to_owned),
            manifest_id: report.manifest_id().map(str::to_owned),
            findings: report.findings().iter().map(Into::into).collect(),
            foreign: report.foreign().map(Into::into),
            hints: Vec::new(),
            profiles: Vec::new(),
            watermark: None,
            watermark_search: None,
            // What nobody judged is no statement, but words in a file.
            ai: stated.filter(|_| report.verdict() != aimark::Verdict::Foreign).map(Into::into),
            accepted_by: anchor.and_then(accepted_by),
            credential: None,
        }
    }
}

fn object(value: Value) -> Option<serde_json::Map<String, Value>> {
    if let Value::Object(object) = value { Some(object) } else { None }
}

impl From<aimark::Verdict> for Answer {
    fn from(verdict: aimark::Verdict) -> Self {
        match verdict {
            aimark::Verdict::Trusted => Self::Trusted,
            aimark::Verdict::Valid => Self::Valid,
            aimark::Verdict::Foreign => Self::Foreign,
            aimark::Verdict::Unmarked => Self::Unmarked,
            // A verdict that this program does not know yet must not pass for a good one.
            _ => Self::Invalid,
        }
    }
}

impl From<aimark::Integrity> for Integrity {
    fn from(integrity: aimark::Integrity) -> Self {
        match integrity {
            aimark::Integrity::Intact => Self::Intact,
            aimark::Integrity::NotExamined => Self::NotExamined,
            _ => Self::Broken,
        }
    }
}

impl From<aimark::Trust> for Trust {
    fn from(trust: aimark::Trust) -> Self {
        match trust {
            aimark::Trust::Accepted => Self::Accepted,
            aimark::Trust::NotExamined => Self::NotExamined,
            _ => Self::Unknown,
        }
    }
}

impl From<aimark::Severity> for Severity {
    fn from(severity: aimark::Severity) -> Self {
        match severity {
            aimark::Severity::Success => Self::Success,
            aimark::Severity::Informational => Self::Informational,
            _ => Self::Failure,
        }
    }
}

impl From<&SignerInfo> for Certificate {
    fn from(info: &SignerInfo) -> Self {
        Self {
            subject: Some(info.subject.clone()),
            common_name: info.common_name.clone(),
            organization: info.organization.clone(),
            issuer: Some(info.issuer.clone()),
            serial: Some(info.serial.clone()),
            not_before: Some(info.not_before.to_string()),
            not_after: Some(info.not_after.to_string()),
            fingerprint: Some(info.fingerprint.clone()),
        }
    }
}

impl From<&aimark::Finding> for Finding {
    fn from(finding: &aimark::Finding) -> Self {
        Self {
            code: finding.code.text().to_owned(),
            severity: finding.code.severity().into(),
            place: finding.place.clone(),
            words: finding.words.clone(),
        }
    }
}

impl From<&aimark::Foreign> for Foreign {
    fn from(foreign: &aimark::Foreign) -> Self {
        Self {
            reason: foreign.reason.clone(),
            manifests: foreign.manifests,
            assertions: foreign.assertions.clone(),
            digital_source_types: foreign.digital_source_types.clone(),
        }
    }
}

impl From<&Label> for Ai {
    fn from(label: &Label) -> Self {
        use aimark::{Field, Origin};
        let statement = match label.origin() {
            Origin::Generated => Statement::Full,
            _ => Statement::Partial,
        };
        let software = label.text(Field::System).map(|system| match label.text(Field::SystemVersion) {
            Some(version) => format!("{system} {version}"),
            None => system.to_owned(),
        });
        let digital_source_type = Some(label.origin().digital_source_type().to_owned());
        // The one action that labels of our shape have.
        let action = "c2pa.created".to_owned();
        Self { statement, actions: vec![Action { action, software, digital_source_type }] }
    }
}

#[cfg(test)]
mod tests {
    use aimark_json::{Line, Schema};

    use super::*;
    use crate::row::Row;

    const PICTURE: &[u8] = include_bytes!("../../../aimark/tests/identity/dot.png");
    const CHAIN: &[u8] = include_bytes!("../../../aimark/tests/identity/chain.pem");
    const KEY: &[u8] = include_bytes!("../../../aimark/tests/identity/key.pem");

    fn labelled() -> Vec<u8> {
        let mut label = Label::new(aimark::Origin::Altered);
        label.set(aimark::Field::Notice, "ЖИ жасаған").unwrap();
        let now = "2026-11-21T12:00:00Z".parse().unwrap();
        let context = aimark::SignContext::new(now, [7; 32]);
        let signer = aimark::Signer::from_pem(CHAIN, KEY).unwrap();
        aimark::sign(PICTURE, &label, &signer, &context).unwrap().to_vec()
    }

    #[test]
    fn a_row_is_the_line_that_the_c_library_writes_and_more_and_can_be_read_again() {
        let at = aimark::VerifyContext::new("2026-11-21T12:00:00Z".parse().unwrap());
        let mut broken = labelled();
        *broken.last_mut().unwrap() ^= 1;
        for asset in [PICTURE.to_vec(), labelled(), broken] {
            let report = aimark::verify(&asset, &at).unwrap();
            let hash = "00".repeat(32);
            let found = Examined::of(&report, Some(hash.clone()), |_| None);
            let row = Row::new(Named::of(Path::new("a")), Outcome::Examined(Box::new(found)));
            let ours = serde_json::to_value(&row).unwrap();
            let theirs = Line::new(Schema::Report).with("path", "a").with_report(&report, &hash);
            let theirs: Value = serde_json::from_str(&theirs.into_text(|_| false)).unwrap();
            for (key, value) in theirs.as_object().unwrap() {
                assert_eq!(&ours[key], value, "{key}");
            }
            let read: Row = serde_json::from_value(ours).unwrap();
            assert_eq!(read, row);
        }
    }
}
