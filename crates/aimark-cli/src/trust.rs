//! `aimark trust`

mod lists;

use std::fs;
use std::path::Path;

use aimark::SignerInfo;

use crate::args::TrustVerb;
use crate::exit::Exit;
use crate::failure::{Failure, Kind};
use crate::input::read_text;
use crate::json;
use crate::render::{self, Block};
use crate::shown::{shown, visible};
use crate::store::{Anchor, Made, Origin, Store, certificates};
use crate::talk::Talk;
use crate::words::{Words, say};

/// How much of a fingerprint is enough to name one: 32 bits, so that nobody hits another by a slip.
const ENOUGH: usize = 8;

pub(crate) fn run(verb: &TrustVerb) -> Result<Exit, Failure> {
    let store = Store::locate()?;
    match verb {
        TrustVerb::List { json } => list(&store, *json)?,
        TrustVerb::Add { pem } => add(&store, pem)?,
        TrustVerb::Remove { fingerprint } => remove(&store, fingerprint)?,
        TrustVerb::Update(args) => lists::update(&store, args)?,
        TrustVerb::Show { fingerprint, json } => show(&store, fingerprint, *json)?,
    }
    Ok(Exit::Done)
}

fn list(store: &Store, as_json: bool) -> Result<(), Failure> {
    for anchor in anchors(store)? {
        if as_json {
            json::print(json::anchor(&anchor))?;
            continue;
        }
        let info = &anchor.info;
        let (origin, time) = (origin(&anchor).text(), info.not_after.to_string());
        let valid = say!("valid-to", time = time).text();
        let line = format!("{}  {origin}  {}, {valid}", info.fingerprint, info.subject);
        render::print(&format!("{}\n", visible(&line)))?;
    }
    lists::print_all(store, as_json)
}

fn add(store: &Store, path: &Path) -> Result<(), Failure> {
    let at = |failure: Failure| failure.at(shown(path));
    let text = read_text(path)?;
    // All are read before the first is added.
    certificates(&text).map_err(at)?;
    let mut new = Vec::new();
    for block in blocks(&text) {
        new.extend(certificates(&block).map_err(at)?.into_iter().map(|info| (info, block.clone())));
    }
    for (info, pem) in new {
        let made = store.add_anchor(&info, &pem)?;
        let name = visible(&info.common_name);
        let first = match made {
            Made::New => say!("anchor-added", name = name),
            Made::Already => say!("anchor-there", name = name),
        };
        let mut block = Block::new(&first.text());
        block.certificate(&info);
        Talk::default().line(block.text().trim_end());
    }
    Ok(())
}

fn remove(store: &Store, fingerprint: &str) -> Result<(), Failure> {
    let anchor = find(store, fingerprint)?;
    if let Origin::Identity(name) = &anchor.origin {
        return Err(
            Failure::misuse(say!("anchor-own", name = name.to_string())).hint(say!("hint-no-default-trust"))
        );
    }
    fs::remove_file(&anchor.path).map_err(|e| Failure::io_at(say!("cannot-remove"), &anchor.path, &e))?;
    Talk::default().line(say!("anchor-removed", name = visible(&anchor.info.subject)));
    Ok(())
}

fn show(store: &Store, name: &str, as_json: bool) -> Result<(), Failure> {
    if lists::show(store, name, as_json)? {
        return Ok(());
    }
    let wanted = digits(name)?;
    let listed = lists::find(store, &wanted)?;
    let anchor = match find(store, name) {
        Err(failure) if listed.is_empty() => return Err(failure),
        Err(_) => return lists::show_found(&one_authority(&wanted, listed)?, as_json),
        Ok(anchor) => anchor,
    };
    if as_json {
        return json::print(json::anchor(&anchor));
    }
    let mut block = Block::new(&visible(&anchor.info.common_name));
    block.certificate(&anchor.info);
    block.entry(say!("entry-accepted-as"), origin(&anchor));
    block.entry(say!("entry-file"), shown(&anchor.path));
    render::print(&block.text())
}

fn anchors(store: &Store) -> Result<Vec<Anchor>, Failure> {
    let (anchors, problems) = store.anchors()?;
    problems.iter().for_each(|problem| Talk::default().warn(problem));
    Ok(anchors)
}

/// The digits of a fingerprint in the forms in which other tools print it: capitals, pairs parted by colons.
fn digits(prefix: &str) -> Result<String, Failure> {
    let wanted = prefix.replace([':', ' '], "").to_ascii_lowercase();
    if wanted.len() < ENOUGH || !wanted.bytes().all(|b| b.is_ascii_hexdigit()) {
        let rule = say!("not-a-fingerprint", text = visible(prefix), digits = ENOUGH.to_string());
        return Err(Failure::misuse(rule));
    }
    Ok(wanted)
}

/// That all that was found in the lists is one certificate, which may stand in both.
fn one_authority<T, U>(
    wanted: &str,
    found: Vec<(SignerInfo, T, U)>,
) -> Result<Vec<(SignerInfo, T, U)>, Failure> {
    let first = found.first().map(|(info, ..)| info.fingerprint.clone());
    if found.iter().all(|(info, ..)| Some(&info.fingerprint) == first.as_ref()) {
        return Ok(found);
    }
    Err(several(wanted))
}

fn several(wanted: &str) -> Failure {
    Failure::misuse(say!("anchor-ambiguous", beginning = wanted)).hint(say!("hint-more-digits"))
}

fn find(store: &Store, prefix: &str) -> Result<Anchor, Failure> {
    let wanted = digits(prefix)?;
    let mut found = anchors(store)?.into_iter().filter(|a| a.info.fingerprint.starts_with(&wanted));
    match (found.next(), found.next()) {
        (Some(anchor), None) => Ok(anchor),
        (Some(_), Some(_)) => Err(several(&wanted)),
        (None, _) => Err(Failure::new(Kind::Signer, say!("anchor-unknown", beginning = wanted.as_str()))
            .hint(say!("hint-trust-list"))),
    }
}

fn origin(anchor: &Anchor) -> Words {
    match &anchor.origin {
        Origin::Identity(name) => say!("anchor-of-identity", name = name.to_string()),
        Origin::Added => say!("anchor-by-hand"),
    }
}

/// Each certificate of a PEM text by itself; what stands around them is left out.
fn blocks(pem: &str) -> Vec<String> {
    const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
    const END: &str = "-----END CERTIFICATE-----";
    let bodies = pem.split(BEGIN).skip(1).filter_map(|rest| rest.split_once(END));
    bodies.map(|(body, _)| format!("{BEGIN}{body}{END}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn certificates_are_taken_out_of_what_stands_around_them() {
        let one = "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n";
        let pem = format!("# a bundle\n{one}some words\n{one}-----BEGIN PRIVATE KEY-----\n");
        assert_eq!(blocks(&pem), [one, one]);
    }
}
