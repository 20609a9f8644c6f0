//! What is said about one file, whoever labelled it: the one thing that every form of output is made from.
//!
//! Written as JSON it is a line of `docs/report.schema.json`, and a line that was written can be read again: that is how a
//! run goes on where another stopped.

mod from_others;
mod from_report;
mod profiles;

use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use aimark_json::Schema;

use crate::shown::{shown, shown_bytes, visible};
pub(crate) use profiles::ProfileAnswers;

use crate::terms;
use crate::words::{Words, say};

/// One file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Row {
    schema: String,
    #[serde(flatten)]
    pub(crate) file: Named,
    #[serde(flatten)]
    pub(crate) outcome: Outcome,
}

/// How a file was named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Named {
    pub(crate) path: String,
    /// Its bytes in hexadecimal, where they are no text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) path_bytes: Option<String>,
}

/// Whether the file could be examined.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Outcome {
    Examined(Box<Examined>),
    Failed { error: Failed },
}

/// Why a file could not be examined.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Failed {
    pub(crate) kind: String,
    /// In English, for programs.
    pub(crate) message: String,
    /// The same, for people; left out of what is written down.
    #[serde(skip)]
    pub(crate) words: Option<Words>,
}

/// What was found. The keys are those of the JSON, in its order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Examined {
    /// Of the whole file; left out where nobody asked, for it costs as much as the examination.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) sha256: Option<String>,
    #[serde(rename = "type")]
    pub(crate) media_type: String,
    pub(crate) verdict: Answer,
    pub(crate) integrity: Integrity,
    pub(crate) trust: Trust,
    pub(crate) origin: Option<String>,
    /// The fields that a label of ours states.
    pub(crate) label: Option<Map<String, Value>>,
    pub(crate) signer: Option<Certificate>,
    pub(crate) anchor: Option<Certificate>,
    /// The time that a time stamp gives.
    pub(crate) signed_at: Option<String>,
    pub(crate) claim_generator: Option<String>,
    pub(crate) manifest_id: Option<String>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) foreign: Option<Foreign>,
    pub(crate) hints: Vec<Hint>,
    /// What the answers to law profiles are, when they are asked for.
    #[serde(default)]
    pub(crate) profiles: Vec<ProfileAnswers>,
    /// What the pixels say, where somebody looked into them.
    #[serde(default)]
    pub(crate) watermark: Option<Watermark>,
    /// How that was looked for, if it was.
    #[serde(default)]
    pub(crate) watermark_search: Option<String>,
    /// What a credential says about AI; nothing where there is none, or none that was judged.
    pub(crate) ai: Option<Ai>,
    /// What accepts the signer: a trust list with its date, or the user's own anchors.
    pub(crate) accepted_by: Option<String>,
    /// What another maker's credential says besides.
    pub(crate) credential: Option<Credential>,
}

/// The answer about a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Answer {
    Trusted,
    Valid,
    Invalid,
    Foreign,
    Unmarked,
}

/// Whether the bytes are those that were signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Integrity {
    Intact,
    Broken,
    NotExamined,
}

/// Whether the signer is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Trust {
    Accepted,
    Unknown,
    NotExamined,
}

/// A certificate, or what is known of one.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Certificate {
    pub(crate) subject: Option<String>,
    pub(crate) common_name: String,
    pub(crate) organization: Option<String>,
    pub(crate) issuer: Option<String>,
    pub(crate) serial: Option<String>,
    pub(crate) not_before: Option<String>,
    pub(crate) not_after: Option<String>,
    pub(crate) fingerprint: Option<String>,
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Finding {
    pub(crate) code: String,
    pub(crate) severity: Severity,
    pub(crate) place: String,
    pub(crate) words: String,
}

/// Which list of the specification a finding is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Severity {
    Success,
    Informational,
    Failure,
}

/// A credential that nobody judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Foreign {
    pub(crate) reason: String,
    pub(crate) manifests: usize,
    pub(crate) assertions: Vec<String>,
    pub(crate) digital_source_types: Vec<String>,
}

/// An unsigned mark. Never a proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Hint {
    pub(crate) kind: String,
    /// What it says, if it is true.
    pub(crate) says: String,
    pub(crate) place: String,
    pub(crate) key: String,
    pub(crate) value: String,
}

/// A watermark that was found. Whoever has its key can have put it there: never a proof.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Watermark {
    /// How the content came to be, it says; nothing where that is of a later version.
    pub(crate) origin: Option<String>,
    pub(crate) issuer: u16,
    pub(crate) identifier: u64,
    /// All its bits in hexadecimal digits.
    pub(crate) value: String,
    /// Which key it was made with: 0 is the one that everybody has, then those that were given.
    pub(crate) key: usize,
    /// How far it stands out of chance, in standard deviations.
    pub(crate) z: f64,
    /// Whether the label states it, if that holds and states any.
    pub(crate) stated: Option<bool>,
}

/// What a credential says about AI.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Ai {
    pub(crate) statement: Statement,
    /// The actions that say so, and the software that did them.
    pub(crate) actions: Vec<Action>,
}

/// How much of the content AI made, as a credential has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Statement {
    /// All of it.
    Full,
    /// A part.
    Partial,
    /// It does not say.
    None,
}

/// An action that a credential lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Action {
    pub(crate) action: String,
    pub(crate) software: Option<String>,
    pub(crate) digital_source_type: Option<String>,
}

/// What another maker's credential says, as it was judged.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Credential {
    pub(crate) title: Option<String>,
    pub(crate) manifests: usize,
    pub(crate) time_stamp: Option<TimeStamp>,
    pub(crate) ingredients: Vec<Ingredient>,
    pub(crate) identities: Vec<Identity>,
    /// Where a credential is said to be that was not fetched.
    pub(crate) remote: Option<String>,
}

/// A time stamp, which is another signer's word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct TimeStamp {
    pub(crate) time: String,
    pub(crate) authority: Option<String>,
    /// Whether a list for time stamping accepts that authority.
    pub(crate) accepted: bool,
}

/// Something that went into the content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Ingredient {
    pub(crate) title: Option<String>,
    pub(crate) relationship: String,
    pub(crate) state: Option<String>,
}

/// Somebody who says to have had a part in it, apart from the signer (CAWG).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Identity {
    pub(crate) kind: String,
    pub(crate) name: String,
    pub(crate) holds: bool,
    pub(crate) accepted: bool,
}

/// One that was read again has no words, and is the same.
impl PartialEq for Failed {
    fn eq(&self, other: &Self) -> bool {
        (&self.kind, &self.message) == (&other.kind, &other.message)
    }
}

impl Failed {
    /// For people. Of one that was read again only its kind can be said in every language.
    pub(crate) fn said(&self) -> Words {
        let others = self.words.clone().unwrap_or_else(|| {
            say!("report-failed", kind = terms::kind(&self.kind), detail = visible(&self.message))
        });
        Words::otherwise(&*self.message, others)
    }
}

impl Row {
    pub(crate) fn new(file: Named, outcome: Outcome) -> Self {
        Self { schema: Schema::Report.name().to_owned(), file, outcome }
    }

    pub(crate) fn examined(&self) -> Option<&Examined> {
        if let Outcome::Examined(examined) = &self.outcome { Some(examined) } else { None }
    }

    pub(crate) fn failed(&self) -> Option<&Failed> {
        if let Outcome::Failed { error } = &self.outcome { Some(error) } else { None }
    }
}

impl Answer {
    /// Every answer, the best first.
    pub(crate) const ALL: [Self; 5] =
        [Self::Trusted, Self::Valid, Self::Invalid, Self::Foreign, Self::Unmarked];

    /// The word used in JSON.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Trusted => "trusted",
            Self::Valid => "valid",
            Self::Invalid => "invalid",
            Self::Foreign => "foreign",
            Self::Unmarked => "unmarked",
        }
    }

    /// Whether what the credential says may be relied on, as far as its signer may.
    pub(crate) fn holds(self) -> bool {
        matches!(self, Self::Trusted | Self::Valid)
    }
}

impl Statement {
    /// The word used in JSON.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partial => "partial",
            Self::None => "none",
        }
    }
}

impl Named {
    /// As it is shown to people.
    pub(crate) fn shown(&self) -> String {
        match &self.path_bytes {
            None if self.path == "-" => say!("standard-input").text(),
            None => shown(Path::new(&self.path)),
            Some(digits) => shown_bytes(&bytes(digits)),
        }
    }
}

/// The bytes that hexadecimal digits stand for, as far as they do.
fn bytes(digits: &str) -> Vec<u8> {
    let pairs = digits.as_bytes().chunks(2).map_while(|pair| core::str::from_utf8(pair).ok());
    pairs.map_while(|pair| u8::from_str_radix(pair, 16).ok()).collect()
}

impl Examined {
    /// What was found and is of one list.
    pub(crate) fn findings_of(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.severity == severity)
    }
}

/// What a label states as a field of its own, for people. Not what it does not state.
pub(crate) fn stated(key: &str, value: &Value) -> Option<String> {
    let bindings = value.as_array().filter(|bindings| key == "soft_bindings" && !bindings.is_empty());
    let Some(bindings) = bindings else { return value.as_str().map(str::to_owned) };
    let algorithms = bindings.iter().filter_map(|binding| binding.get("algorithm")?.as_str());
    Some(algorithms.collect::<Vec<_>>().join(", "))
}

impl Certificate {
    /// The holder, and the organization behind it.
    pub(crate) fn named(&self) -> String {
        match &self.organization {
            Some(organization) => format!("{} ({organization})", self.common_name),
            None => self.common_name.clone(),
        }
    }
}
