//! The vocabulary of IPTC.

use aimark_hints::{Hint, Kind, Says};

use crate::answer::{Detail, Outcome, Seen};
use crate::evidence::Evidence;

/// Whether every source type is an address of the vocabulary, by its spelling.
pub(super) fn vocabulary(evidence: &Evidence, bases: &[String], terms: &[String], others: &[String]) -> Seen {
    each(evidence, |value| {
        let term = bases.iter().find_map(|base| value.strip_prefix(base.as_str()));
        term.is_some_and(|term| terms.iter().any(|known| known == term))
            || others.iter().any(|known| known == value)
    })
}

pub(super) fn retired(evidence: &Evidence, terms: &[String]) -> Seen {
    each(evidence, |value| {
        let term = value.trim_end_matches('/').rsplit(['/', ':']).next().unwrap_or_default();
        !terms.iter().any(|old| old == term)
    })
}

fn each(evidence: &Evidence, fits: impl Fn(&str) -> bool) -> Seen {
    let all: Vec<&Hint> = evidence.hints_of(Kind::IptcDigitalSourceType).collect();
    let bad: Vec<&&Hint> = all.iter().filter(|hint| !fits(hint.value.trim())).collect();
    if all.is_empty() {
        return Seen::new(Outcome::NotApplicable);
    }
    if bad.is_empty() {
        return Seen::new(Outcome::Found).and(all.iter().map(|hint| detail(hint)));
    }
    Seen::new(Outcome::Damaged).and(bad.iter().map(|hint| detail(hint)))
}

pub(super) fn ai_source(evidence: &Evidence) -> Seen {
    let properties: Vec<&Hint> = evidence.hints_of(Kind::IptcAi).collect();
    if properties.is_empty() {
        return Seen::new(Outcome::NotApplicable);
    }
    let mut sources = evidence.hints_of(Kind::IptcDigitalSourceType);
    let stands = sources.any(|hint| matches!(hint.says, Says::Generated | Says::Altered));
    let outcome = if stands { Outcome::Found } else { Outcome::NotFound };
    Seen::new(outcome).and(properties.iter().map(|hint| detail(hint)))
}

fn detail(hint: &Hint) -> Detail {
    Detail::new("mark", format!("{} = {} ({})", hint.key, hint.value, hint.place))
}
