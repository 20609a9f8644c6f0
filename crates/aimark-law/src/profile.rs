//! A law as data: what it asks for, and the rules that a file is held against.

mod read;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::answer::{Answer, Outcome, Seen, Severity};
use crate::check::Check;
use crate::day::Day;
use crate::error::ProfileError;
use crate::evidence::Evidence;
use crate::fill::{Demands, Fill};
use crate::limits::Limits;
use crate::medium::Media;
use crate::words::Words;

/// Whether a law binds.
///
/// ```
/// assert_eq!(aimark_law::Status::InForce.name(), "in_force");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Status {
    /// It does, or will from [`Profile::in_force`] on.
    InForce,
    /// It was announced, and binds nobody.
    Draft,
}

impl Status {
    /// The name for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::InForce => "in_force",
            Self::Draft => "draft",
        }
    }
}

/// How sure it is that a law says so.
///
/// ```
/// assert_eq!(aimark_law::Confidence::High.letter(), "H");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[non_exhaustive]
pub enum Confidence {
    /// The text of the law or standard was read.
    #[serde(rename = "H")]
    High,
    /// One good secondary source, or several that agree.
    #[serde(rename = "M")]
    Medium,
    /// A hint only, or a number of this project's own.
    #[serde(rename = "L")]
    Low,
}

impl Confidence {
    /// The letter in profiles.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::High => "H",
            Self::Medium => "M",
            Self::Low => "L",
        }
    }
}

/// A law or standard that a profile is made from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Reference {
    /// The law, by its number or title.
    pub law: String,
    /// Where it was read.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
}

/// A law as data. It says what is asked of a file; it is no legal advice.
///
/// ```
/// use aimark_law::{Evidence, Medium, Outcome, Profile, TextKind};
///
/// let kz = Profile::builtin("kz").unwrap();
/// let text = Evidence::gather(b"A text.", None, Medium::Text(TextKind::Plain), "2026-11-21T12:00:00Z".parse()?);
/// let answers = kz.evaluate(&text, false);
/// let first = &answers[0];
/// assert_eq!((first.rule.id(), first.outcome), ("KZ-1", Outcome::NotFound));
/// # Ok::<(), aimark::TimeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    name: String,
    title: Words,
    as_of: Day,
    status: Status,
    in_force: Option<Day>,
    references: Vec<Reference>,
    penalty: Option<Words>,
    applies_to: Vec<Media>,
    fill: Fill,
    rules: Vec<Rule>,
}

/// A rule of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    id: String,
    severity: Severity,
    strict: Option<Severity>,
    severities: BTreeMap<Outcome, Severity>,
    clause: String,
    source: String,
    confidence: Confidence,
    title: Words,
    words: BTreeMap<Outcome, Words>,
    media: Vec<Media>,
    from: Option<Day>,
    check: Check,
    check_name: String,
}

impl Profile {
    /// Reads a profile: TOML as `docs/law/profiles.md` describes it.
    ///
    /// # Errors
    ///
    /// [`ProfileError::Input`] where the file is not of that form, [`ProfileError::Limit`] where it passes a limit, and
    /// [`ProfileError::Unsupported`] where it is of a later form.
    ///
    /// ```
    /// use aimark_law::{Limits, Profile};
    ///
    /// let error = Profile::parse("format = 2", &Limits::default()).unwrap_err();
    /// assert_eq!(error.to_string(), "profile: format 2 is not known, only 1");
    /// ```
    pub fn parse(toml: &str, limits: &Limits) -> Result<Self, ProfileError> {
        read::profile(toml, limits)
    }

    /// The short name: `kz`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The title, for people.
    #[must_use]
    pub fn title(&self) -> &Words {
        &self.title
    }

    /// The day up to which the law was followed.
    #[must_use]
    pub fn as_of(&self) -> Day {
        self.as_of
    }

    /// Whether the law binds.
    #[must_use]
    pub fn status(&self) -> Status {
        self.status
    }

    /// Since when; before that day its rules are not applied.
    #[must_use]
    pub fn in_force(&self) -> Option<Day> {
        self.in_force
    }

    /// The laws and standards behind it.
    #[must_use]
    pub fn references(&self) -> &[Reference] {
        &self.references
    }

    /// What breaking it may cost, for people; `None` where that is not known.
    #[must_use]
    pub fn penalty(&self) -> Option<&Words> {
        self.penalty.as_ref()
    }

    /// The media that it speaks of.
    #[must_use]
    pub fn applies_to(&self) -> &[Media] {
        &self.applies_to
    }

    /// What signing fills in.
    #[must_use]
    pub fn fill(&self) -> &Fill {
        &self.fill
    }

    /// What this law alone asks of signing.
    #[must_use]
    pub fn needs(&self) -> Demands {
        Demands::of(&[self])
    }

    /// Its rules, in their order.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The rule of an id: `KZ-1`.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    /// Holds a file against every rule, in their order. `strict` takes a rule's stricter severity, where it has one.
    #[must_use]
    pub fn evaluate(&self, evidence: &Evidence, strict: bool) -> Vec<Answer<'_>> {
        let answers = self.rules.iter().map(|rule| {
            let seen = self.skipped(rule, evidence).unwrap_or_else(|| rule.check.look(evidence));
            rule.answer(seen, strict)
        });
        answers.collect()
    }

    /// Holds two stages of one file against the rules that compare: before and after a pipeline, a platform, a copy.
    ///
    /// ```
    /// use aimark_law::{Evidence, Medium, Outcome, Profile, TextKind};
    ///
    /// let eu = Profile::builtin("eu").unwrap();
    /// let (at, page) = ("2026-11-21T12:00:00Z".parse()?, Medium::Text(TextKind::Html));
    /// let before = Evidence::gather(br#"<meta name="ai-disclosure" content="ai-generated">"#, None, page, at);
    /// let after = Evidence::gather(b"<p>No mark", None, page, at);
    /// let answers = eu.compare(&before, &after, false);
    /// assert_eq!((answers[0].rule.id(), answers[0].outcome), ("EU-8", Outcome::NotFound));
    /// # Ok::<(), aimark::TimeError>(())
    /// ```
    #[must_use]
    pub fn compare(&self, before: &Evidence, after: &Evidence, strict: bool) -> Vec<Answer<'_>> {
        let answers = self.rules.iter().filter_map(|rule| {
            let compared = rule.check.compare(before, after)?;
            let seen = self.skipped(rule, after).unwrap_or(compared);
            Some(rule.answer(seen, strict))
        });
        answers.collect()
    }

    /// Why a rule does not speak of a file.
    fn skipped(&self, rule: &Rule, evidence: &Evidence) -> Option<Seen> {
        let none = Seen::new(Outcome::NotApplicable);
        let covered = |media: &[Media]| media.iter().any(|one| one.covers(evidence.medium));
        if !covered(&self.applies_to) || !covered(&rule.media) {
            return Some(none.with("medium", evidence.medium.name()));
        }
        let mut days = [rule.from, self.in_force].into_iter().flatten();
        let ahead = days.find(|day| !day.is_reached(evidence.at))?;
        Some(none.with("applies_from", ahead.to_string()))
    }
}

impl Rule {
    /// The id: `KZ-1`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The severity that it has with an outcome that reaches one.
    ///
    /// ```
    /// use aimark_law::{Outcome, Profile, Severity};
    ///
    /// let kz = Profile::builtin("kz").unwrap();
    /// let rule = kz.rule("KZ-1").unwrap();
    /// assert_eq!(rule.severity(Outcome::NotFound, false), Some(Severity::Warning));
    /// assert_eq!(rule.severity(Outcome::NotFound, true), Some(Severity::Error));
    /// assert_eq!(rule.severity(Outcome::Found, true), None);
    /// ```
    #[must_use]
    pub fn severity(&self, outcome: Outcome, strict: bool) -> Option<Severity> {
        if !outcome.is_reached() {
            return None;
        }
        let usual = self.severities.get(&outcome).copied().unwrap_or(self.severity);
        Some(self.strict.filter(|_| strict).unwrap_or(usual))
    }

    /// The article or clause.
    #[must_use]
    pub fn clause(&self) -> &str {
        &self.clause
    }

    /// Where that was read.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// How sure it is.
    #[must_use]
    pub fn confidence(&self) -> Confidence {
        self.confidence
    }

    /// What it asks for, in a few words.
    #[must_use]
    pub fn title(&self) -> &Words {
        &self.title
    }

    /// What an outcome means, in words.
    #[must_use]
    pub fn words(&self, outcome: Outcome) -> &Words {
        // Reading a profile puts in the words of every outcome; the title stands in for what cannot be missing.
        self.words.get(&outcome).unwrap_or(&self.title)
    }

    /// The name of the check behind it.
    #[must_use]
    pub fn check(&self) -> &str {
        &self.check_name
    }

    /// The media that it speaks of, among those of the profile.
    #[must_use]
    pub fn media(&self) -> &[Media] {
        &self.media
    }

    /// The day from which on it is applied, where that is not the profile's.
    #[must_use]
    pub fn applies_from(&self) -> Option<Day> {
        self.from
    }

    fn answer(&self, seen: Seen, strict: bool) -> Answer<'_> {
        let Seen { outcome, mut detail } = seen;
        let mut severity = self.severity(outcome, strict);
        // A check may find something that a rule weighs less than its usual case.
        if let Some(at) = detail.iter().position(|one| one.key == crate::check::LENIENT) {
            detail.remove(at);
            severity = severity.map(|usual| usual.min(Severity::Warning));
        }
        Answer { rule: self, outcome, severity, detail }
    }
}
