//! What a label states.

use aimark::{Timestamp, Verdict};
use aimark_hints::{Hint, Kind, Says};

use crate::answer::{Detail, Outcome, Seen};
use crate::evidence::Evidence;

/// What counts besides the fields of the label.
pub(super) struct Sources {
    pub(super) signer: bool,
    pub(super) unsigned: bool,
}

pub(super) fn stated(evidence: &Evidence, all: &[Vec<String>], sources: &Sources, link: bool) -> Seen {
    let groups = all.iter().map(|any_of| {
        let value = any_of.iter().find_map(|name| Some((name, value(evidence, name, sources)?)));
        value.ok_or_else(|| any_of.join(" or "))
    });
    let (mut there, mut missing) = (Vec::new(), Vec::new());
    for group in groups {
        match group {
            Ok((name, value)) => there.push(Detail::new("field", format!("{name}={value}"))),
            Err(names) => missing.push(Detail::new("missing", names)),
        }
    }
    let outcome = if missing.is_empty() { Outcome::Found } else { absent(evidence, link) };
    Seen::new(outcome)
        .and(there)
        .and(missing)
        .and(address(evidence).filter(|_| outcome == Outcome::CannotTell))
}

pub(super) fn identifier(evidence: &Evidence, link: bool) -> Seen {
    let manifest = evidence.embedded().filter(|one| one.holds()).and_then(|one| one.identifier.as_deref());
    let label = evidence.aigc.iter().find_map(|label| label.found.value(aimark_aigc::Key::ProduceId));
    let label = label.filter(|id| !id.is_empty());
    let found = [("content_id", evidence.field("content_id")), ("manifest", manifest), ("ProduceID", label)];
    let mut details =
        found.into_iter().filter_map(|(name, value)| Some(Detail::new(name, value?))).peekable();
    if details.peek().is_none() {
        let outcome = absent(evidence, link);
        return Seen::new(outcome).and(address(evidence).filter(|_| outcome == Outcome::CannotTell));
    }
    Seen::new(Outcome::Found).and(details)
}

pub(super) fn private_data(evidence: &Evidence, properties: &[String]) -> Seen {
    let hints = evidence.hints.hints.iter().filter(|hint| properties.contains(&hint.key));
    // The value itself is what should not be passed on.
    let mut found =
        hints.map(|hint| Detail::new("mark", format!("{} ({})", hint.key, hint.place))).peekable();
    if found.peek().is_some() {
        return Seen::new(Outcome::Conflicting).and(found);
    }
    // Without any disclosure there is nothing to say of it.
    let nothing = evidence.declared().is_empty();
    Seen::new(if nothing { Outcome::NotApplicable } else { Outcome::Found })
}

/// What is missing may stand at an address, where a law lets it, or in a credential that nobody judged.
fn absent(evidence: &Evidence, link: bool) -> Outcome {
    let unjudged = evidence.credential.as_ref().is_some_and(|one| one.verdict == Verdict::Foreign);
    if unjudged || link && address(evidence).is_some() { Outcome::CannotTell } else { Outcome::NotFound }
}

fn address(evidence: &Evidence) -> Option<Detail> {
    let remote = || evidence.credential.as_ref().and_then(|one| one.remote.as_deref());
    let hint = || evidence.hints_of(Kind::RemoteCredential).next().map(|hint| hint.value.as_str());
    let address = evidence.field("detector_url").or_else(remote).or_else(hint)?;
    Some(Detail::new("address, not fetched", address))
}

/// What is stated under the name of a field, or of one of the two that are no texts.
fn value(evidence: &Evidence, name: &str, sources: &Sources) -> Option<String> {
    let credential = evidence.embedded().filter(|one| one.holds());
    if let Some(text) = credential.and_then(|one| one.field(name)) {
        return Some(text.to_owned());
    }
    match name {
        "origin" => origin(evidence, sources),
        "created_at" => {
            let stamp = || credential?.time_stamp.map(|stamp| stamp.time);
            credential.and_then(|one| one.created_at).or_else(stamp).map(|time: Timestamp| time.to_string())
        }
        "provider" if sources.signer => credential.and_then(|one| one.signer.clone()),
        "system" if sources.unsigned => property(evidence, "Iptc4xmpExt:AISystemUsed"),
        "system_version" if sources.unsigned => property(evidence, "Iptc4xmpExt:AISystemVersionUsed"),
        _ => None,
    }
}

/// Made or altered, as a mark has it that tells the two apart.
fn origin(evidence: &Evidence, sources: &Sources) -> Option<String> {
    use crate::evidence::States::{Altered, Generated};
    let marks = evidence.declared();
    let told = marks.iter().filter(|mark| matches!(mark.states, Generated | Altered));
    let mut told = told.filter(|mark| mark.signed || sources.unsigned);
    told.next().map(|mark| mark.states.name().to_owned())
}

fn property(evidence: &Evidence, key: &str) -> Option<String> {
    let is_it = |hint: &&Hint| hint.key == key && hint.says == Says::Involved;
    evidence.hints_of(Kind::IptcAi).find(is_it).map(|hint| hint.value.clone())
}
