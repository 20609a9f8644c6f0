//! What the rules of a law say of a file.

use aimark_law::{Answer, Profile};
use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::law;
use crate::shown::visible;
use crate::terms;
use crate::words::{Words, say};

/// The answers of one profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ProfileAnswers {
    pub(crate) name: String,
    pub(crate) title: String,
    /// The day up to which the law was followed.
    pub(crate) as_of: String,
    pub(crate) status: String,
    pub(crate) rules: Vec<RuleAnswer>,
    /// The title for people; left out of what is written down.
    #[serde(skip)]
    said: Option<String>,
}

/// The answer of one rule. Texts are English, for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RuleAnswer {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) outcome: String,
    pub(crate) severity: Option<String>,
    pub(crate) clause: String,
    pub(crate) source: String,
    pub(crate) confidence: String,
    pub(crate) words: String,
    pub(crate) detail: Vec<Fact>,
    /// The words for people; left out of what is written down.
    #[serde(skip)]
    said: Option<String>,
}

/// A technical fact behind an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Fact {
    pub(crate) key: String,
    pub(crate) value: String,
}

impl ProfileAnswers {
    pub(crate) fn of(profile: &Profile, answers: &[Answer<'_>]) -> Self {
        let ours = law::language(Language::chosen());
        Self {
            name: profile.name().to_owned(),
            title: profile.title().text(aimark_law::Language::English).to_owned(),
            as_of: profile.as_of().to_string(),
            status: profile.status().name().to_owned(),
            rules: answers.iter().map(RuleAnswer::of).collect(),
            said: Some(profile.title().text(ours).to_owned()),
        }
    }

    /// The rules whose answer counts, in one line: `kz: KZ-3 not found (warning)`. Nothing where there are none.
    pub(crate) fn reached(&self) -> Option<String> {
        let rules = self.rules.iter().filter_map(|rule| {
            let severity = terms::rule_severity(rule.severity.as_ref()?).text();
            Some(format!("{} {} ({severity})", visible(&rule.id), terms::outcome(&rule.outcome).text()))
        });
        let rules: Vec<_> = rules.collect();
        (!rules.is_empty()).then(|| format!("{}: {}", visible(&self.name), rules.join(", ")))
    }

    /// The same for programs: `KZ-3=not_found`.
    pub(crate) fn coded(&self) -> impl Iterator<Item = String> {
        let reached = self.rules.iter().filter(|rule| rule.severity.is_some());
        reached.map(|rule| format!("{}={}", rule.id, rule.outcome))
    }

    /// The name, the title and the day, for people.
    pub(crate) fn heading(&self) -> Words {
        let title = visible(self.said.as_ref().unwrap_or(&self.title));
        say!("report-profile", name = visible(&self.name), title = title, date = visible(&self.as_of))
    }
}

impl RuleAnswer {
    fn of(answer: &Answer<'_>) -> Self {
        let rule = answer.rule;
        let english = aimark_law::Language::English;
        let fact =
            |detail: &aimark_law::Detail| Fact { key: detail.key.to_owned(), value: detail.value.clone() };
        Self {
            id: rule.id().to_owned(),
            title: rule.title().text(english).to_owned(),
            outcome: answer.outcome.name().to_owned(),
            severity: answer.severity.map(|severity| severity.name().to_owned()),
            clause: rule.clause().to_owned(),
            source: rule.source().to_owned(),
            confidence: rule.confidence().letter().to_owned(),
            words: answer.words().text(english).to_owned(),
            detail: answer.detail.iter().map(fact).collect(),
            said: Some(answer.words().text(law::language(Language::chosen())).to_owned()),
        }
    }

    /// One line for people: the outcome, how much it counts, what it means, and the clause.
    pub(crate) fn line(&self) -> Words {
        let mut words = visible(self.said.as_ref().unwrap_or(&self.words));
        // Rules that no law has say so with a hyphen.
        if self.clause != "-" {
            words.push_str(&format!(" [{}]", visible(&self.clause)));
        }
        let id = visible(&self.id);
        let outcome = terms::outcome(&self.outcome);
        match &self.severity {
            Some(severity) => say!(
                "report-rule-severe",
                id = id,
                outcome = outcome,
                severity = terms::rule_severity(severity),
                words = words
            ),
            None => say!("report-rule", id = id, outcome = outcome, words = words),
        }
    }

    /// The facts, on one line: they are the same in every language.
    pub(crate) fn facts(&self) -> Option<String> {
        let facts =
            self.detail.iter().map(|fact| format!("{}: {}", visible(&fact.key), visible(&fact.value)));
        (!self.detail.is_empty()).then(|| facts.collect::<Vec<_>>().join("; "))
    }

    /// Whether what the rule asks for was found.
    pub(crate) fn is_found(&self) -> bool {
        self.outcome == "found"
    }

    /// Whether the rule speaks of this kind of file, at this time.
    pub(crate) fn applies(&self) -> bool {
        self.outcome != "not_applicable"
    }
}
