//! Disclosures of web pages: meta elements, attributes, and the HTTP field that came with them.

use std::collections::BTreeSet;

use aimark_hints::{Hint, Kind, Says};

use crate::answer::{Detail, Outcome, Seen};
use crate::evidence::Evidence;

/// Most parts of a header field that are looked at.
const MOST_PARTS: usize = 32;

pub(super) fn agree(evidence: &Evidence) -> Seen {
    let said = said(evidence);
    let known: BTreeSet<Says> =
        said.iter().map(|(says, _)| *says).filter(|says| *says != Says::Open).collect();
    let outcome = match known.len() {
        _ if said.is_empty() => Outcome::NotApplicable,
        0 | 1 => Outcome::Found,
        _ => Outcome::Conflicting,
    };
    Seen::new(outcome).and(said.into_iter().map(|(_, detail)| detail))
}

pub(super) fn modes(evidence: &Evidence, html: &[String], http: &[String]) -> Seen {
    let fits = |known: &[String], value: &str| known.iter().any(|one| one.eq_ignore_ascii_case(value.trim()));
    let page = disclosures(evidence).filter(|hint| is_standard(&hint.key));
    let page = page.map(|hint| (fits(html, &hint.value), page_detail(hint)));
    let field = header(evidence).map(|mode| (fits(http, &mode), header_detail(&mode)));
    let (good, bad): (Vec<_>, Vec<_>) = page.chain(field).partition(|(fits, _)| *fits);
    let only = |list: Vec<(bool, Detail)>| list.into_iter().map(|(_, detail)| detail);
    match (good.is_empty(), bad.is_empty()) {
        (true, true) => Seen::new(Outcome::NotApplicable),
        (false, true) => Seen::new(Outcome::Found).and(only(good)),
        _ => Seen::new(Outcome::Damaged).and(only(bad)),
    }
}

/// That none is there says nothing.
pub(super) fn present(evidence: &Evidence) -> Seen {
    let said = said(evidence);
    let outcome = if said.is_empty() { Outcome::CannotTell } else { Outcome::Found };
    Seen::new(outcome).and(said.into_iter().map(|(_, detail)| detail))
}

fn said(evidence: &Evidence) -> Vec<(Says, Detail)> {
    let page = disclosures(evidence).map(|hint| (hint.says, page_detail(hint)));
    let field = header(evidence).map(|mode| (says(&mode), header_detail(&mode)));
    page.chain(field).collect()
}

fn disclosures(evidence: &Evidence) -> impl Iterator<Item = &Hint> {
    evidence.hints_of(Kind::HtmlDisclosure)
}

/// Whether a name is the one that a draft defines; `ai-generated` is nobody's, and its values are anybody's.
fn is_standard(key: &str) -> bool {
    key.to_ascii_lowercase().contains("disclosure")
}

/// The `mode` of the HTTP field (draft-abaris-aicdh-01), which is a dictionary by its words and has semicolons by its example.
fn header(evidence: &Evidence) -> Option<String> {
    let field = evidence.http_disclosure.as_deref()?;
    let mut parts = field.split([',', ';']).take(MOST_PARTS).filter_map(|part| part.split_once('='));
    let (_, value) = parts.find(|(key, _)| key.trim().eq_ignore_ascii_case("mode"))?;
    Some(value.trim().trim_matches('"').to_owned())
}

fn says(mode: &str) -> Says {
    match mode.to_ascii_lowercase().as_str() {
        "none" => Says::NotAi,
        "ai-modified" => Says::Altered,
        "ai-originated" | "machine-generated" => Says::Generated,
        _ => Says::Open,
    }
}

fn page_detail(hint: &Hint) -> Detail {
    Detail::new("mark", format!("{} = {} ({})", hint.key, hint.value, hint.place))
}

fn header_detail(mode: &str) -> Detail {
    Detail::new("mark", format!("AI-Disclosure mode = {mode} (HTTP)"))
}
