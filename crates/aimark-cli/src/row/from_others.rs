//! Rows from what others say: the other engine about credentials, and unsigned marks.

use aimark_c2pa::{Extent, Judgement};
use aimark_hints::Hint as Mark;

use super::{
    Action, Ai, Answer, Certificate, Credential, Examined, Finding, Hint, Identity, Ingredient, Integrity,
    Statement, TimeStamp, Trust,
};

impl Examined {
    /// What the other engine says of a file of a kind. `None`: it carries no credential.
    pub(crate) fn elsewhere(media_type: &str, sha256: Option<String>, judgement: Option<Judgement>) -> Self {
        let mut found = Self::unmarked(media_type, sha256);
        let Some(judgement) = judgement else { return found };
        found.verdict = judgement.verdict.into();
        found.integrity = judgement.integrity.into();
        found.trust = judgement.trust.into();
        found.signed_at = judgement
            .signed_at
            .as_ref()
            .filter(|stamp| stamp.accepted_by.is_some())
            .map(|s| s.time.to_string());
        found.ai = Some((&judgement.ai).into());
        found.findings = judgement.findings.iter().map(Into::into).collect();
        found.credential = Some((&judgement).into());
        found.signer = judgement.signer.as_ref().map(Into::into);
        found.accepted_by = judgement.accepted_by;
        found.claim_generator = judgement.generator;
        found.manifest_id = judgement.manifest;
        found
    }

    /// What the rules of laws look at in another maker's credential.
    pub(crate) fn as_credential(&self) -> Option<aimark_law::Credential> {
        use aimark_hints::Says;
        use aimark_law::Content;
        let of = self.credential.as_ref()?;
        let verdict = match self.verdict {
            Answer::Trusted => aimark::Verdict::Trusted,
            Answer::Valid => aimark::Verdict::Valid,
            Answer::Foreign => aimark::Verdict::Foreign,
            Answer::Invalid | Answer::Unmarked => aimark::Verdict::Invalid,
        };
        let mut found = aimark_law::Credential::new(verdict);
        found.content = match self.integrity {
            Integrity::Intact => Content::AsSigned,
            Integrity::Broken => Content::Changed,
            Integrity::NotExamined => Content::NotExamined,
        };
        found.origins.extend(match self.ai.as_ref().map(|ai| ai.statement) {
            Some(Statement::Full) => Some(Says::Generated),
            Some(Statement::Partial) => Some(Says::Altered),
            _ => None,
        });
        let stamp = of.time_stamp.as_ref();
        found.time_stamp = stamp.and_then(|stamp| {
            Some(aimark_law::TimeStamp { time: stamp.time.parse().ok()?, accepted: stamp.accepted })
        });
        found.identifier.clone_from(&self.manifest_id);
        found.signer = self.signer.as_ref().map(Certificate::named);
        found.generator.clone_from(&self.claim_generator);
        let software = self.ai.iter().flat_map(|ai| &ai.actions).find_map(|action| action.software.clone());
        found.fields.extend(software.map(|software| ("system".to_owned(), software)));
        Some(found)
    }

    fn unmarked(media_type: &str, sha256: Option<String>) -> Self {
        Self {
            sha256,
            media_type: media_type.to_owned(),
            verdict: Answer::Unmarked,
            integrity: Integrity::NotExamined,
            trust: Trust::NotExamined,
            origin: None,
            label: None,
            signer: None,
            anchor: None,
            signed_at: None,
            claim_generator: None,
            manifest_id: None,
            findings: Vec::new(),
            foreign: None,
            hints: Vec::new(),
            profiles: Vec::new(),
            watermark: None,
            watermark_search: None,
            ai: None,
            accepted_by: None,
            credential: None,
        }
    }
}

impl From<&aimark_c2pa::AiStatement> for Ai {
    fn from(stated: &aimark_c2pa::AiStatement) -> Self {
        let statement = match stated.extent {
            Extent::Fully => Statement::Full,
            Extent::Partly => Statement::Partial,
            // A word that this program does not know yet says nothing it could pass on.
            _ => Statement::None,
        };
        let actions = stated.statements.iter().map(|one| Action {
            action: one.action.clone(),
            software: one.software.clone(),
            digital_source_type: one.source_type.clone(),
        });
        Self { statement, actions: actions.collect() }
    }
}

impl From<&Judgement> for Credential {
    fn from(judgement: &Judgement) -> Self {
        let time_stamp = judgement.signed_at.as_ref().map(|stamp| TimeStamp {
            time: stamp.time.to_string(),
            authority: stamp.authority.clone(),
            accepted: stamp.accepted_by.is_some(),
        });
        let ingredients = judgement.ingredients.iter().map(|one| Ingredient {
            title: one.title.clone(),
            relationship: one.relationship.clone(),
            state: Some(one.state.name().to_owned()),
        });
        let identities = judgement.identities.iter().map(|one| Identity {
            kind: one.kind.clone(),
            name: one.who.join(", "),
            holds: one.holds,
            accepted: one.accepted,
        });
        Self {
            title: judgement.title.clone(),
            manifests: judgement.manifests,
            time_stamp,
            ingredients: ingredients.collect(),
            identities: identities.collect(),
            remote: judgement.remote.clone(),
        }
    }
}

impl From<&aimark_c2pa::Signer> for Certificate {
    fn from(signer: &aimark_c2pa::Signer) -> Self {
        let name = signer.common_name.clone().or_else(|| signer.organization.clone());
        Self {
            subject: None,
            common_name: name.unwrap_or_default(),
            organization: signer.organization.clone(),
            issuer: Some(signer.issuer.clone()),
            serial: Some(signer.serial.clone()),
            not_before: signer.not_before.map(|time| time.to_string()),
            not_after: signer.not_after.map(|time| time.to_string()),
            fingerprint: Some(signer.fingerprint.clone()),
        }
    }
}

impl From<&aimark_c2pa::Finding> for Finding {
    fn from(finding: &aimark_c2pa::Finding) -> Self {
        Self {
            code: finding.code.clone(),
            severity: finding.severity.into(),
            place: finding.place.clone(),
            words: finding.words.clone(),
        }
    }
}

impl From<&Mark> for Hint {
    fn from(mark: &Mark) -> Self {
        Self {
            kind: mark.kind.name().to_owned(),
            says: mark.says.name().to_owned(),
            place: mark.place.clone(),
            key: mark.key.clone(),
            value: mark.value.clone(),
        }
    }
}
