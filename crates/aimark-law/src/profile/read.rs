//! TOML -> profile: everything is checked here, once.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{Confidence, Profile, Reference, Rule, Status};
use crate::answer::{Outcome, Severity};
use crate::check::Check;
use crate::day::Day;
use crate::error::ProfileError;
use crate::fill::Fill;
use crate::limits::Limits;
use crate::medium::Media;
use crate::shown::{is_unsafe, shown};
use crate::words::{Language, Words};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawProfile {
    #[serde(rename = "format")]
    _format: i64,
    name: String,
    title: Words,
    as_of: Day,
    status: Status,
    in_force: Option<Day>,
    #[serde(default)]
    references: Vec<Reference>,
    penalty: Option<Words>,
    applies_to: Vec<Media>,
    #[serde(default)]
    fill: Fill,
    #[serde(default)]
    rules: Vec<toml::Table>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    id: String,
    severity: Severity,
    strict: Option<Severity>,
    #[serde(default)]
    severities: BTreeMap<Outcome, Severity>,
    clause: String,
    source: String,
    confidence: Confidence,
    title: Words,
    words: BTreeMap<Outcome, Words>,
    media: Option<Vec<Media>>,
    from: Option<Day>,
    check: toml::Table,
}

pub(super) fn profile(text: &str, limits: &Limits) -> Result<Profile, ProfileError> {
    within("file", "bytes", text.len(), limits.profile_bytes)?;
    let table: toml::Table = text.parse().map_err(|error| refused("file", &error))?;
    format(&table)?;
    table.iter().try_for_each(|(key, value)| values(key, value, limits))?;
    let raw: RawProfile = table.try_into().map_err(|error| refused("file", &error))?;
    name(&raw.name)?;
    if raw.applies_to.is_empty() {
        return Err(ProfileError::input("applies_to", "names no medium"));
    }
    said("title", &raw.title)?;
    raw.penalty.iter().try_for_each(|words| said("penalty", words))?;
    raw.fill.check()?;
    Ok(Profile {
        rules: rules(raw.rules, &raw.applies_to)?,
        name: raw.name,
        title: raw.title,
        as_of: raw.as_of,
        status: raw.status,
        in_force: raw.in_force,
        references: raw.references,
        penalty: raw.penalty,
        applies_to: raw.applies_to,
        fill: raw.fill,
    })
}

/// Before anything else, so that a later format is refused as such.
fn format(table: &toml::Table) -> Result<(), ProfileError> {
    match table.get("format").and_then(toml::Value::as_integer) {
        Some(1) => Ok(()),
        Some(other) => Err(ProfileError::Unsupported(other)),
        None => Err(ProfileError::input("format", "is missing, or no number")),
    }
}

fn name(name: &str) -> Result<(), ProfileError> {
    let fits = (1..=32).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if fits { Ok(()) } else { Err(ProfileError::input("name", "must be up to 32 characters a-z 0-9 -")) }
}

fn rules(tables: Vec<toml::Table>, applies_to: &[Media]) -> Result<Vec<Rule>, ProfileError> {
    let defaults = defaults()?;
    let rules: Vec<Rule> =
        tables.into_iter().map(|table| rule(table, applies_to, &defaults)).collect::<Result<_, _>>()?;
    let mut ids = BTreeSet::new();
    match rules.iter().find(|rule| !ids.insert(&rule.id)) {
        None => Ok(rules),
        Some(twice) => Err(ProfileError::input(&twice.id, "there are two rules of this id")),
    }
}

fn rule(
    table: toml::Table,
    applies_to: &[Media],
    defaults: &BTreeMap<Outcome, Words>,
) -> Result<Rule, ProfileError> {
    let id = table.get("id").and_then(toml::Value::as_str).unwrap_or("a rule without an id").to_owned();
    let raw: RawRule = table.try_into().map_err(|error| refused(&id, &error))?;
    let check_name = raw.check.get("name").and_then(toml::Value::as_str).unwrap_or_default().to_owned();
    let check = Check::read(raw.check).map_err(|problem| ProfileError::input(&id, problem))?;
    said(&id, &raw.title)?;
    raw.words.values().try_for_each(|words| said(&id, words))?;
    outcomes(&check, &raw.words, &raw.severities).map_err(|problem| ProfileError::input(&id, problem))?;
    let mut words = defaults.clone();
    words.extend(raw.words);
    Ok(Rule {
        id: raw.id,
        severity: raw.severity,
        strict: raw.strict,
        severities: raw.severities,
        clause: raw.clause,
        source: raw.source,
        confidence: raw.confidence,
        title: raw.title,
        words,
        media: raw.media.unwrap_or_else(|| applies_to.to_vec()),
        from: raw.from,
        check,
        check_name,
    })
}

/// What is found or missing each rule says itself; the rest may be said the same by all.
fn outcomes(
    check: &Check,
    words: &BTreeMap<Outcome, Words>,
    severities: &BTreeMap<Outcome, Severity>,
) -> Result<(), String> {
    let own = [Outcome::Found, Outcome::NotFound].into_iter().filter(|outcome| check.gives(*outcome));
    for outcome in own {
        if !words.contains_key(&outcome) {
            return Err(format!("has no words for the outcome {}", outcome.name()));
        }
    }
    if let Some(never) = words.keys().chain(severities.keys()).find(|outcome| !check.gives(**outcome)) {
        return Err(format!("speaks of the outcome {}, which its check never gives", never.name()));
    }
    match severities.keys().find(|outcome| !outcome.is_reached()) {
        None => Ok(()),
        Some(never) => Err(format!("the outcome {} has no severity", never.name())),
    }
}

/// What the outcomes mean where a rule has no words of its own.
fn defaults() -> Result<BTreeMap<Outcome, Words>, ProfileError> {
    toml::from_str(include_str!("../../profiles/words.toml"))
        .map_err(|error| ProfileError::Internal(error.message().to_owned()))
}

fn said(place: &str, words: &Words) -> Result<(), ProfileError> {
    let empty = Language::ALL.into_iter().find(|language| words.text(*language).trim().is_empty());
    match empty {
        None => Ok(()),
        Some(language) => Err(ProfileError::input(place, format!("says nothing in {}", language.tag()))),
    }
}

/// Every text and every list, wherever they stand.
fn values(place: &str, value: &toml::Value, limits: &Limits) -> Result<(), ProfileError> {
    match value {
        toml::Value::String(text) => {
            within(place, "characters", text.chars().count(), limits.text_chars)?;
            let unsafe_one = text.chars().find(|c| is_unsafe(*c)).map(u32::from);
            unsafe_one.map_or(Ok(()), |c| {
                Err(ProfileError::input(place, format!("the character U+{c:04X} is not allowed")))
            })
        }
        toml::Value::Array(list) => {
            let (what, most) =
                if place == "rules" { ("rules", limits.rules) } else { ("entries", limits.list) };
            within(place, what, list.len(), most)?;
            list.iter().try_for_each(|one| values(place, one, limits))
        }
        // The reader of TOML bounds how deep tables may stand in tables.
        toml::Value::Table(table) => table.iter().try_for_each(|(key, value)| values(key, value, limits)),
        _ => Ok(()),
    }
}

fn within(place: &str, what: &'static str, count: usize, most: usize) -> Result<(), ProfileError> {
    if count <= most { Ok(()) } else { Err(ProfileError::Limit { place: shown(place), what, count, most }) }
}

fn refused(place: &str, error: &toml::de::Error) -> ProfileError {
    ProfileError::input(place, error.message())
}
