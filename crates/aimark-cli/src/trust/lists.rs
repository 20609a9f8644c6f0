//! `aimark trust` on lists: showing them, and putting a newer one in the place of one that was shipped.

use std::collections::BTreeSet;
use std::path::Path;

use aimark::SignerInfo;
use aimark_json::{Line, Schema, certificate};
use aimark_lists::{CertificateSummary, Date, List, Purpose, Snapshot};
use serde_json::Value;

use crate::args::UpdateListArgs;
use crate::clock;
use crate::failure::{Failure, Kind};
use crate::input::read_text;
use crate::json;
use crate::render::{self, Block};
use crate::shown::{shown, visible};
use crate::store::{self, LIST_LIMITS, ListSource, Lists, Store};
use crate::talk::Talk;

/// The keys by which an authority's signature on a certificate is checked here.
const CHECKED: [&str; 3] = ["Ed25519", "ECDSA P-256", "ECDSA P-384"];
/// How far ahead of this machine's clock a list may be dated: people live up to half a day east of it.
const AHEAD: i64 = 86_400;

/// The lists in force, after a warning for each that is damaged.
pub(super) fn in_force(store: &Store) -> Lists {
    let (lists, problems) = store.lists();
    problems.iter().for_each(|problem| Talk::default().warn(problem));
    lists
}

/// One line for each list.
pub(super) fn print_all(store: &Store, as_json: bool) -> Result<(), Failure> {
    for (list, source) in in_force(store).all() {
        let certificates = certificates(list)?;
        if as_json {
            json::print(line(list, source, &certificates))?;
            continue;
        }
        let text = format!(
            "{}  {}  {}, as of {}, from {}, SHA-256 {}",
            list.name,
            source_words(source),
            counted(&certificates),
            list.date,
            list.origin,
            list.sha256
        );
        render::print(&format!("{}\n", visible(&text)))?;
    }
    Ok(())
}

/// The list of that name, whole.
pub(super) fn show(store: &Store, name: &str, as_json: bool) -> Result<bool, Failure> {
    let lists = in_force(store);
    let Some((list, source)) = lists.all().find(|(list, _)| list.name == name) else {
        return Ok(false);
    };
    let certificates = certificates(list)?;
    if as_json {
        let infos = infos(list)?;
        json::print(line(list, source, &certificates).with("certificates", objects(&infos)))?;
        return Ok(true);
    }
    let mut block = Block::new(&visible(&list.name));
    describe(&mut block, list, source);
    block.entry("holds", &counted(&certificates));
    for one in &certificates {
        block.line(&format!("{}  {}, {}", one.fingerprint, one.subject, one.key_algorithm));
    }
    render::print(&block.text())?;
    Ok(true)
}

/// The authorities of the lists whose fingerprints begin so, with the list of each.
pub(super) fn find(store: &Store, wanted: &str) -> Result<Vec<(SignerInfo, List, ListSource)>, Failure> {
    let mut found = Vec::new();
    for (list, source) in in_force(store).all() {
        let matching = infos(list)?.into_iter().filter(|info| info.fingerprint.starts_with(wanted));
        found.extend(matching.map(|info| (info, list.clone(), source.clone())));
    }
    Ok(found)
}

/// An authority, with each list it stands in.
pub(super) fn show_found(found: &[(SignerInfo, List, ListSource)], as_json: bool) -> Result<(), Failure> {
    let Some((first, ..)) = found.first() else { return Ok(()) };
    if as_json {
        for (info, list, source) in found {
            let line = line(list, source, &certificates(list)?);
            json::print(line.with("certificates", objects(std::slice::from_ref(info))))?;
        }
        return Ok(());
    }
    let mut block = Block::new(&visible(&first.common_name));
    block.certificate(first);
    for (_, list, source) in found {
        let (name, purpose, date) = (&list.name, list.purpose, list.date);
        let words = format!("{name}, for {purpose}, as of {date} ({})", source_words(source));
        block.entry("stands in", &words);
    }
    render::print(&block.text())
}

pub(super) fn update(store: &Store, args: &UpdateListArgs) -> Result<(), Failure> {
    match &args.pem {
        Some(path) => replace(store, path, args),
        None => reset(store, args.purpose),
    }
}

fn replace(store: &Store, path: &Path, args: &UpdateListArgs) -> Result<(), Failure> {
    let at = |failure: Failure| failure.at(&shown(path));
    let now = clock::now()?.unix_seconds();
    let today = |seconds| Date::of(seconds).map_err(|e| Failure::new(Kind::Internal, e.to_string()));
    let date = args.date.map_or_else(|| today(now), Ok)?;
    if date > today(now.saturating_add(AHEAD))? {
        return Err(Failure::misuse(format!("the date {date} has not come yet")));
    }
    let text = read_text(path)?;
    let snapshot = Snapshot::parse(text.as_bytes(), args.purpose, date, now, &LIST_LIMITS);
    let snapshot = snapshot.map_err(|e| at(refused(&e)))?;
    let shipped = aimark_lists::built_in(snapshot.list().purpose);
    if date < shipped.date {
        let words = format!("the list of {date} is older than the one of {} that is shipped", shipped.date);
        return Err(at(
            Failure::misuse(words).hint("the newer list is in force; --date says when the file was taken")
        ));
    }
    // A damaged list is no reason to refuse a sound one.
    let before = store.list(shipped.purpose).map_or(shipped, |(list, _)| list);
    store.set_list(&snapshot)?;
    tell(&before, snapshot.list())
}

fn refused(error: &aimark_lists::ListError) -> Failure {
    let failure = Failure::new(Kind::Signer, error.to_string());
    match error {
        aimark_lists::ListError::PurposeUnknown => failure.hint("say so with --purpose"),
        aimark_lists::ListError::NotAnAuthority { .. } => {
            failure.hint("`aimark trust add` accepts single signers")
        }
        _ => failure,
    }
}

/// What changed, authority by authority: this is what somebody should read before relying on it.
fn tell(before: &List, after: &List) -> Result<(), Failure> {
    let (old, new) = (certificates(before)?, certificates(after)?);
    let words = format!("the list {} is now that of {}, with {}", after.name, after.date, counted(&new));
    let mut block = Block::new(&words);
    block.entry("SHA-256", &after.sha256);
    for (verb, these, those) in [("accepted now", &new, &old), ("not accepted any more", &old, &new)] {
        let known: BTreeSet<&str> = those.iter().map(|one| one.fingerprint.as_str()).collect();
        for one in these.iter().filter(|one| !known.contains(one.fingerprint.as_str())) {
            block.entry(verb, &format!("{} ({})", one.subject, one.fingerprint));
        }
    }
    Talk::default().line(block.text().trim_end());
    Ok(())
}

fn reset(store: &Store, purpose: Option<Purpose>) -> Result<(), Failure> {
    for purpose in Purpose::ALL.into_iter().filter(|one| purpose.is_none_or(|wanted| wanted == *one)) {
        let shipped = aimark_lists::built_in(purpose);
        let (name, date) = (&shipped.name, shipped.date);
        let words = if store.reset_list(purpose)? {
            format!("the list {name} is again the shipped one of {date}")
        } else {
            format!("the list {name} is the shipped one of {date} already")
        };
        Talk::default().line(&words);
    }
    Ok(())
}

fn describe(block: &mut Block, list: &List, source: &ListSource) {
    block.entry("for", list.purpose.name());
    block.entry("as of", &list.date.to_string());
    block.entry("from", &list.origin);
    if let Some(licence) = &list.licence {
        block.entry("licence", licence);
    }
    block.entry("SHA-256", &list.sha256);
    match source {
        ListSource::Shipped => block.line("shipped with aimark"),
        ListSource::Updated(path) => block.entry("file", &shown(path)),
    }
}

fn source_words(source: &ListSource) -> &'static str {
    match source {
        ListSource::Shipped => "shipped",
        ListSource::Updated(_) => "updated",
    }
}

fn counted(certificates: &[CertificateSummary]) -> String {
    match unused(certificates) {
        0 => format!("{} authorities", certificates.len()),
        unused => format!("{} authorities ({unused} not used by the engine)", certificates.len()),
    }
}

/// How many have keys whose signatures are not checked here: they accept nobody.
fn unused(certificates: &[CertificateSummary]) -> usize {
    certificates.iter().filter(|one| !CHECKED.contains(&one.key_algorithm.as_str())).count()
}

fn line(list: &List, source: &ListSource, certificates: &[CertificateSummary]) -> Line {
    let line = Line::new(Schema::List)
        .with("name", &*list.name)
        .with("purpose", list.purpose.name())
        .with("date", list.date.to_string())
        .with("origin", &*list.origin)
        .with("licence", list.licence.as_deref())
        .with("sha256", &*list.sha256)
        .with("authorities", certificates.len())
        .with("not_used", unused(certificates))
        .with("source", source_words(source));
    match source {
        ListSource::Shipped => line,
        ListSource::Updated(path) => json::named(line, "path", path),
    }
}

fn objects(infos: &[SignerInfo]) -> Value {
    infos.iter().map(certificate).collect()
}

fn certificates(list: &List) -> Result<Vec<CertificateSummary>, Failure> {
    list.certificates().map_err(|e| Failure::new(Kind::Signer, format!("{}: {e}", list.name)))
}

/// The same as the core describes them.
fn infos(list: &List) -> Result<Vec<SignerInfo>, Failure> {
    store::certificates(&list.pem).map_err(|failure| failure.at(&*list.name))
}
