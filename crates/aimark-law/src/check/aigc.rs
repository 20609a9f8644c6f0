//! The label of GB 45438-2025.

use aimark_aigc::security::{self, Outcome as Signed};
use aimark_aigc::{Fault, Found, Key, Limits, ProviderCode, Role};

use super::Places;
use crate::answer::{Detail, Outcome, Seen};
use crate::evidence::{AigcLabel, Evidence};

/// The names of faults in profiles.
pub(super) const FAULTS: [&str; 13] = [
    "not-an-object",
    "too-long",
    "too-many-keys",
    "escaped",
    "duplicate-key",
    "not-a-string",
    "label-not-a-string",
    "missing-key",
    "empty-key",
    "label-value",
    "unknown-key",
    "character",
    "propagator-half",
];

pub(super) fn place(evidence: &Evidence, places: &Places) -> Seen {
    let Some(places) = places.get(evidence.medium.name()) else {
        return Seen::new(Outcome::NotApplicable).with("medium", evidence.medium.name());
    };
    let fits = |label: &&AigcLabel| places.iter().any(|place| label.place.starts_with(place.as_str()));
    let found = evidence.aigc.iter().any(|label| fits(&label));
    Seen::new(if found { Outcome::Found } else { Outcome::NotFound })
        .and(evidence.aigc.iter().map(|label| Detail::new("label", &label.place)))
}

/// Whether labels have faults of some kinds. Those of `lenient` count less.
pub(super) fn faults(evidence: &Evidence, faults: &[String], lenient: &[String]) -> Seen {
    let Some(first) = evidence.aigc.first() else { return Seen::new(Outcome::NotApplicable) };
    let of = |names: &[String]| {
        let labels = evidence
            .aigc
            .iter()
            .flat_map(|label| label.found.faults().iter().map(move |fault| (label, fault)));
        labels
            .filter(|(_, fault)| names_of(fault).iter().any(|name| names.iter().any(|known| known == name)))
            .map(|(label, fault)| Detail::new("fault", format!("{fault} ({})", label.place)))
            .collect::<Vec<_>>()
    };
    let (hard, soft) = (of(faults), of(lenient));
    if !hard.is_empty() {
        return Seen::new(Outcome::Damaged).and(hard);
    }
    if !soft.is_empty() {
        return Seen::new(Outcome::Damaged).with(super::LENIENT, "").and(soft);
    }
    // Where nothing could be read, nothing can be said of what stands there.
    let nothing = evidence.aigc.iter().all(|label| label.found.is_empty());
    let outcome = if nothing { Outcome::CannotTell } else { Outcome::Found };
    Seen::new(outcome).with("label", &first.place)
}

fn names_of(fault: &Fault) -> &'static [&'static str] {
    match fault {
        Fault::NotAnObject => &["not-an-object"],
        Fault::TooLong => &["too-long"],
        Fault::TooManyKeys => &["too-many-keys"],
        Fault::Escaped => &["escaped"],
        Fault::DuplicateKey(_) => &["duplicate-key"],
        Fault::NotAString(Key::Label) => &["not-a-string", "label-not-a-string"],
        Fault::NotAString(_) => &["not-a-string"],
        Fault::MissingKey(key) if key.is_required() => &["missing-key"],
        Fault::EmptyKey(_) => &["empty-key"],
        Fault::LabelValue => &["label-value"],
        Fault::UnknownKey(_) => &["unknown-key"],
        Fault::Character { .. } => &["character"],
        Fault::PropagatorHalf => &["propagator-half"],
        _ => &[],
    }
}

/// Only one label a file.
pub(super) fn single(evidence: &Evidence) -> Seen {
    let outcome = match evidence.aigc.as_slice() {
        [] => Outcome::NotApplicable,
        [_] => Outcome::Found,
        [first, rest @ ..] if rest.iter().all(|one| triple(&one.found) == triple(&first.found)) => {
            Outcome::Damaged
        }
        _ => Outcome::Conflicting,
    };
    Seen::new(outcome).and(evidence.aigc.iter().map(|label| Detail::new("label", &label.place)))
}

/// What a producer states.
fn triple(found: &Found) -> [Option<&str>; 3] {
    [Key::Label, Key::ContentProducer, Key::ProduceId].map(|key| found.value(key))
}

pub(super) fn provider_code(evidence: &Evidence) -> Seen {
    let roles = [(Key::ContentProducer, Role::Generation), (Key::ContentPropagator, Role::Propagation)];
    let (mut outcome, mut details) = (Outcome::NotApplicable, Vec::new());
    for label in &evidence.aigc {
        for (key, role) in roles {
            // A name is as good as a code.
            let Some(code) = label.found.value(key).filter(|value| is_meant_as_code(value)) else { continue };
            let (one, what) = match ProviderCode::parse(code) {
                Err(error) => (Outcome::Damaged, error.to_string()),
                Ok(code) if code.role() == role || code.role() == Role::NotSaid => {
                    (Outcome::Found, String::new())
                }
                Ok(_) => (Outcome::Conflicting, "it is the code of another role".to_owned()),
            };
            details.push(Detail::new("code", format!("{} = {code} {what}", key.name()).trim_end()));
            outcome = worse(outcome, one);
        }
    }
    Seen::new(outcome).and(details)
}

/// It begins as a code does and is about as long.
fn is_meant_as_code(value: &str) -> bool {
    value.starts_with("00")
        && (20..=32).contains(&value.len())
        && value.bytes().all(|b| b.is_ascii_alphanumeric())
}

pub(super) fn security_data(evidence: &Evidence) -> Seen {
    let (mut outcome, mut details) = (Outcome::NotApplicable, Vec::new());
    for label in &evidence.aigc {
        let (one, what) = match security::verify(&label.found, evidence.aigc_key.as_ref(), &Limits::default())
        {
            Signed::Holds { message, key } => {
                (Outcome::Found, format!("holds over {message:?}, key {key:?}"))
            }
            Signed::Fails(failure) => (Outcome::Damaged, failure.to_string()),
            Signed::Unsupported(unsupported) => (Outcome::CannotTell, unsupported.to_string()),
            Signed::Opaque => (Outcome::CannotTell, "another kind of code".to_owned()),
            _ => continue,
        };
        details.push(Detail::new("signature", what));
        outcome = worse(outcome, one);
    }
    Seen::new(outcome).and(details)
}

/// The one of two outcomes that says more against a label.
fn worse(one: Outcome, other: Outcome) -> Outcome {
    let order = [
        Outcome::NotApplicable,
        Outcome::Found,
        Outcome::CannotTell,
        Outcome::NotFound,
        Outcome::Conflicting,
        Outcome::Damaged,
    ];
    let rank = |outcome| order.iter().position(|known| *known == outcome);
    if rank(one) >= rank(other) { one } else { other }
}

/// Whether what the producer stated is the same in two stages of a file.
pub(super) fn producer_kept(before: &Evidence, after: &Evidence) -> Seen {
    let Some(had) = before.aigc.first() else { return Seen::new(Outcome::NotApplicable) };
    let Some(has) = after.aigc.first() else {
        return Seen::new(Outcome::NotFound).with("lost", &had.place);
    };
    let names = [Key::Label, Key::ContentProducer, Key::ProduceId];
    let changed = names.into_iter().filter(|key| had.found.value(*key) != has.found.value(*key));
    let changes: Vec<Detail> = changed
        .map(|key| {
            let value = |label: &AigcLabel| label.found.value(key).unwrap_or("(nothing)").to_owned();
            Detail::new("changed", format!("{}: {} -> {}", key.name(), value(had), value(has)))
        })
        .collect();
    let outcome = if changes.is_empty() { Outcome::Found } else { Outcome::Conflicting };
    Seen::new(outcome).and(changes)
}
