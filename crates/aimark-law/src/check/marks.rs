//! Marks that machines read: whether there are any, what they say, whether they agree.

use std::collections::BTreeSet;

use aimark::Verdict;

use super::{Agreement, notice};
use crate::answer::{Outcome, Seen};
use crate::evidence::{Evidence, Mark, States};

pub(super) fn listed(evidence: &Evidence) -> Seen {
    let marks = evidence.marks();
    let outcome = if marks.is_empty() { Outcome::NotFound } else { Outcome::Found };
    Seen::new(outcome).and(marks.iter().map(Mark::detail))
}

pub(super) fn agree(evidence: &Evidence, on: Agreement, traces: bool) -> Seen {
    let marks = if traces { evidence.marks() } else { evidence.declared() };
    let states: BTreeSet<States> = marks.iter().map(|mark| mark.states).collect();
    let ai = states.iter().any(|states| states.is_ai());
    let (both, other) = (
        states.contains(&States::Generated) && states.contains(&States::Altered),
        states.contains(&States::OtherWay),
    );
    let outcome = if ai && other || on == Agreement::Origin && both {
        Outcome::Conflicting
    } else if ai || other {
        Outcome::Found
    } else {
        Outcome::NotApplicable
    };
    Seen::new(outcome).and(marks.iter().map(Mark::detail))
}

pub(super) fn present(evidence: &Evidence) -> Seen {
    let marks = evidence.declared();
    let says_ai = |mark: &&Mark| mark.states.is_ai();
    let sound = marks.iter().filter(|mark| mark.sound);
    let outcome = if sound.clone().any(|mark| mark.states.is_ai()) {
        Outcome::Found
    } else if marks.iter().any(|mark| !mark.sound) {
        Outcome::Damaged
    } else if evidence.embedded().is_some_and(|one| one.verdict == Verdict::Foreign && one.origins.is_empty())
        || evidence.credential.as_ref().is_some_and(|one| one.is_elsewhere())
    {
        // What it says was not read.
        Outcome::CannotTell
    } else {
        Outcome::NotFound
    };
    Seen::new(outcome).and(marks.iter().filter(|mark| says_ai(mark) || !mark.sound).map(Mark::detail))
}

pub(super) fn or_notice(evidence: &Evidence) -> Seen {
    let (mark, warning) = (present(evidence), notice::present(evidence, &[]));
    let outcomes = [mark.outcome, warning.outcome];
    let order = [Outcome::Found, Outcome::Damaged, Outcome::CannotTell];
    let outcome = order.into_iter().find(|one| outcomes.contains(one)).unwrap_or(Outcome::NotFound);
    Seen::new(outcome).and(mark.detail).and(warning.detail)
}

pub(super) fn signed(evidence: &Evidence) -> Seen {
    let marks = evidence.declared();
    let ai = || marks.iter().filter(|mark| mark.states.is_ai());
    let outcome = if ai().any(|mark| mark.signed) {
        Outcome::Found
    } else if marks.iter().any(|mark| mark.kind == "credential" && !mark.sound) {
        Outcome::Damaged
    } else if evidence.credential.as_ref().is_some_and(|one| one.verdict == Verdict::Foreign) {
        Outcome::CannotTell
    } else if ai().next().is_some() {
        Outcome::NotFound
    } else {
        // That there is no mark at all is another rule's to say.
        Outcome::NotApplicable
    };
    Seen::new(outcome).and(ai().map(Mark::detail))
}

/// Whether this program reads what stands there.
pub(super) fn readable(evidence: &Evidence) -> Seen {
    let marks = evidence.declared();
    if let Some(credential) = &evidence.credential {
        let seen = |outcome| Seen::new(outcome).with("verdict", credential.verdict.name());
        return match credential.verdict {
            Verdict::Trusted | Verdict::Valid => seen(Outcome::Found),
            Verdict::Invalid => seen(Outcome::Damaged),
            _ if credential.is_elsewhere() => seen(Outcome::CannotTell),
            _ => seen(Outcome::NotFound),
        };
    }
    match (marks.is_empty(), marks.iter().all(|mark| mark.sound)) {
        (true, _) => Seen::new(Outcome::NotApplicable),
        (false, true) => Seen::new(Outcome::Found).and(marks.iter().map(Mark::detail)),
        (false, false) => {
            Seen::new(Outcome::Damaged).and(marks.iter().filter(|mark| !mark.sound).map(Mark::detail))
        }
    }
}

pub(super) fn techniques(evidence: &Evidence) -> Seen {
    let marks = evidence.marks();
    let mut names: BTreeSet<&str> = marks.iter().map(|mark| technique(mark)).collect();
    if evidence.watermark == Some(true) {
        names.insert("watermark");
    }
    if names.is_empty() {
        return Seen::new(Outcome::NotApplicable);
    }
    names.iter().fold(Seen::new(Outcome::Found), |seen, name| seen.with("technique", name))
}

fn technique(mark: &Mark) -> &'static str {
    match (mark.kind, mark.declared) {
        ("credential", _) => "signed metadata",
        (_, true) => "unsigned metadata",
        (_, false) => "traces of a generator",
    }
}

pub(super) fn layers(evidence: &Evidence, at_least: u8) -> Seen {
    let metadata = evidence.declared().iter().any(|mark| mark.signed && mark.states.is_ai());
    let watermark = evidence.watermark == Some(true);
    if !metadata && !watermark {
        return Seen::new(Outcome::NotApplicable);
    }
    let count = u8::from(metadata).saturating_add(u8::from(watermark));
    let outcome = match evidence.watermark {
        _ if count >= at_least => Outcome::Found,
        None => Outcome::CannotTell,
        Some(_) => Outcome::NotFound,
    };
    let sought = match evidence.watermark {
        None => "not looked for",
        Some(true) => "found",
        Some(false) => "not found",
    };
    let signed = if metadata { "found" } else { "not found" };
    Seen::new(outcome).with("signed metadata", signed).with("watermark", sought)
}

pub(super) fn text_watermark(evidence: &Evidence, from_tokens: usize) -> Seen {
    let Some(text) = &evidence.text else { return Seen::new(Outcome::CannotTell) };
    let outcome = match evidence.watermark {
        Some(true) => Outcome::Found,
        // Nothing says that AI wrote it, so that nothing asks for a watermark.
        _ if text.tokens < from_tokens => Outcome::NotApplicable,
        Some(false) => Outcome::NotFound,
        None => Outcome::CannotTell,
    };
    Seen::new(outcome).with("tokens, about", text.tokens.to_string())
}
