//! What a rule says about a file.

use serde::Deserialize;

use crate::profile::Rule;
use crate::words::Words;

/// How what a rule asks for stands in a file. It is about this file and this rule: none says that a law is kept, and none
/// says how content came to be that carries no mark.
///
/// ```
/// assert_eq!(aimark_law::Outcome::NotFound.name(), "not_found");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Outcome {
    /// It is there.
    Found,
    /// It is not there.
    NotFound,
    /// It is there, and is broken or not of the form that the rule asks for.
    Damaged,
    /// It is there, and says other than something else that the rule looks at.
    Conflicting,
    /// It cannot be told from the file, or nobody looked.
    CannotTell,
    /// The rule does not speak of such a file, or not yet.
    NotApplicable,
}

impl Outcome {
    /// Every outcome, in the order of this documentation.
    pub const ALL: [Self; 6] = [
        Self::Found,
        Self::NotFound,
        Self::Damaged,
        Self::Conflicting,
        Self::CannotTell,
        Self::NotApplicable,
    ];

    /// The name for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::NotFound => "not_found",
            Self::Damaged => "damaged",
            Self::Conflicting => "conflicting",
            Self::CannotTell => "cannot_tell",
            Self::NotApplicable => "not_applicable",
        }
    }

    /// Whether the severity of the rule is reached.
    #[must_use]
    pub fn is_reached(self) -> bool {
        matches!(self, Self::NotFound | Self::Damaged | Self::Conflicting)
    }
}

/// How much it counts that something is not found, damaged or conflicting.
///
/// ```
/// assert_eq!(aimark_law::Severity::Warning.name(), "warning");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Severity {
    /// Whether a rule is broken cannot be decided from the file.
    Undecidable,
    /// Likely a rule is broken, or another way to keep it is open.
    Warning,
    /// An exact rule is contradicted.
    Error,
}

impl Severity {
    /// Every severity, the least first.
    pub const ALL: [Self; 3] = [Self::Undecidable, Self::Warning, Self::Error];

    /// The name for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Undecidable => "undecidable",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A technical fact behind an answer, the same in every language. Safe to show.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Detail {
    /// What sort of fact: `mark`, `field`, `place`, `limit` and the like.
    pub key: &'static str,
    /// The fact: at most 256 characters.
    pub value: String,
}

impl Detail {
    pub(crate) fn new(key: &'static str, value: impl AsRef<str>) -> Self {
        Self { key, value: crate::shown::shown(value.as_ref()) }
    }
}

/// What a rule says about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Answer<'p> {
    /// The rule.
    pub rule: &'p Rule,
    /// How what it asks for stands.
    pub outcome: Outcome,
    /// How much that counts; `None` unless [`Outcome::is_reached`].
    pub severity: Option<Severity>,
    /// What was found where: at most 64 facts.
    pub detail: Vec<Detail>,
}

impl<'p> Answer<'p> {
    /// The outcome, in words.
    #[must_use]
    pub fn words(&self) -> &'p Words {
        self.rule.words(self.outcome)
    }
}

/// Most facts behind one answer.
const MOST_DETAILS: usize = 64;

/// An outcome with the facts behind it: what a check gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seen {
    pub(crate) outcome: Outcome,
    pub(crate) detail: Vec<Detail>,
}

impl Seen {
    pub(crate) fn new(outcome: Outcome) -> Self {
        Self { outcome, detail: Vec::new() }
    }

    pub(crate) fn with(self, key: &'static str, value: impl AsRef<str>) -> Self {
        self.and([Detail::new(key, value)])
    }

    pub(crate) fn and(mut self, more: impl IntoIterator<Item = Detail>) -> Self {
        let room = MOST_DETAILS.saturating_sub(self.detail.len());
        self.detail.extend(more.into_iter().take(room));
        self
    }
}
