//! What the file alone cannot tell: two stages of it, dates, and the caller's word.

use std::collections::BTreeSet;

use aimark::Verdict;

use crate::answer::{Outcome, Seen};
use crate::day::Day;
use crate::evidence::{Evidence, Mark, States};

/// One file says nothing about another.
pub(super) fn only_one() -> Seen {
    Seen::new(Outcome::CannotTell).with("reason", "two files are compared")
}

/// Whether what the first file says of AI, the second still says, and its credential still holds.
pub(super) fn marks_kept(before: &Evidence, after: &Evidence) -> Seen {
    let had: Vec<Mark> = before.declared().into_iter().filter(|mark| mark.states.is_ai()).collect();
    if had.is_empty() {
        return Seen::new(Outcome::NotApplicable);
    }
    let has = after.declared();
    let broken = after.credential.as_ref().is_some_and(|one| one.verdict == Verdict::Invalid);
    let kinds: BTreeSet<&str> = has.iter().map(|mark| mark.kind).collect();
    let lost: Vec<&Mark> = had.iter().filter(|mark| !kinds.contains(mark.kind)).collect();
    let outcome = if broken {
        Outcome::Damaged
    } else if !lost.is_empty() {
        Outcome::NotFound
    } else if states(&had) == states(&has) {
        Outcome::Found
    } else {
        Outcome::Conflicting
    };
    Seen::new(outcome)
        .and(
            lost.iter()
                .map(|mark| crate::answer::Detail::new("lost", format!("{} ({})", mark.kind, mark.place))),
        )
        .and(has.iter().map(Mark::detail))
}

fn states(marks: &[Mark]) -> BTreeSet<(&'static str, States)> {
    let ai = marks.iter().filter(|mark| mark.states.is_ai() || mark.states == States::OtherWay);
    ai.map(|mark| (mark.kind, mark.states)).collect()
}

/// Whether the transition period of a system still runs.
pub(super) fn legacy(evidence: &Evidence, until: Day) -> Seen {
    if !evidence.legacy {
        return Seen::new(Outcome::NotApplicable);
    }
    let over = until.is_reached(evidence.at);
    Seen::new(if over { Outcome::Conflicting } else { Outcome::Found }).with("until", until.to_string())
}

pub(super) fn log_entry(evidence: &Evidence) -> Seen {
    Seen::new(match evidence.log_entry {
        Some(true) => Outcome::Found,
        Some(false) => Outcome::NotFound,
        None => Outcome::CannotTell,
    })
}
