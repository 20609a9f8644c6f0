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
use crate::reasons;
use crate::render::{self, Block};
use crate::shown::{shown, visible};
use crate::store::{self, LIST_LIMITS, ListSource, Lists, Store};
use crate::talk::Talk;
use crate::words::{Words, say};

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
        let text = say!(
            "list-line",
            name = &*list.name,
            source = source_words(source),
            counted = counted(&certificates),
            date = list.date.to_string(),
            origin = origin(list),
            hash = &*list.sha256
        );
        render::print(&format!("{}\n", visible(&text.text())))?;
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
    block.entry(say!("list-entry-holds"), counted(&certificates));
    for one in &certificates {
        block.line(format!("{}  {}, {}", one.fingerprint, one.subject, one.key_algorithm));
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
        let words = say!(
            "list-stands-in",
            name = &*list.name,
            purpose = reasons::purpose(list.purpose),
            date = list.date.to_string(),
            source = source_words(source)
        );
        block.entry(say!("list-entry-stands-in"), words);
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
    let at = |failure: Failure| failure.at(shown(path));
    let now = clock::now()?.unix_seconds();
    let today = |seconds| Date::of(seconds).map_err(|e| Failure::new(Kind::Internal, e.to_string()));
    let date = args.date.map_or_else(|| today(now), Ok)?;
    if date > today(now.saturating_add(AHEAD))? {
        return Err(Failure::misuse(say!("list-date-ahead", date = date.to_string())));
    }
    let text = read_text(path)?;
    let snapshot = Snapshot::parse(text.as_bytes(), args.purpose, date, now, &LIST_LIMITS);
    let snapshot = snapshot.map_err(|e| at(refused(&e)))?;
    let shipped = aimark_lists::built_in(snapshot.list().purpose);
    if date < shipped.date {
        let words = say!("list-older", date = date.to_string(), shipped = shipped.date.to_string());
        return Err(at(Failure::misuse(words).hint(say!("hint-list-older"))));
    }
    // A damaged list is no reason to refuse a sound one.
    let before = store.list(shipped.purpose).map_or(shipped, |(list, _)| list);
    store.set_list(&snapshot)?;
    tell(&before, snapshot.list())
}

fn refused(error: &aimark_lists::ListError) -> Failure {
    let failure = Failure::new(Kind::Signer, reasons::list(error));
    match error {
        aimark_lists::ListError::PurposeUnknown => failure.hint(say!("hint-list-purpose")),
        aimark_lists::ListError::NotAnAuthority { .. } => failure.hint(say!("hint-list-signer")),
        _ => failure,
    }
}

/// What changed, authority by authority: this is what somebody should read before relying on it.
fn tell(before: &List, after: &List) -> Result<(), Failure> {
    let (old, new) = (certificates(before)?, certificates(after)?);
    let words =
        say!("list-now", name = &*after.name, date = after.date.to_string(), authorities = counted(&new));
    let mut block = Block::new(&words.text());
    block.entry("SHA-256", &*after.sha256);
    let (accepted, not_any_more) = (say!("list-entry-accepted"), say!("list-entry-not-accepted"));
    for (verb, these, those) in [(accepted, &new, &old), (not_any_more, &old, &new)] {
        let known: BTreeSet<&str> = those.iter().map(|one| one.fingerprint.as_str()).collect();
        for one in these.iter().filter(|one| !known.contains(one.fingerprint.as_str())) {
            block.entry(&verb, format!("{} ({})", one.subject, one.fingerprint));
        }
    }
    Talk::default().line(block.text().trim_end());
    Ok(())
}

fn reset(store: &Store, purpose: Option<Purpose>) -> Result<(), Failure> {
    for purpose in Purpose::ALL.into_iter().filter(|one| purpose.is_none_or(|wanted| wanted == *one)) {
        let shipped = aimark_lists::built_in(purpose);
        let (name, date) = (&*shipped.name, shipped.date.to_string());
        let words = if store.reset_list(purpose)? {
            say!("list-again", name = name, date = date)
        } else {
            say!("list-already", name = name, date = date)
        };
        Talk::default().line(words);
    }
    Ok(())
}

fn describe(block: &mut Block, list: &List, source: &ListSource) {
    block.entry(say!("list-entry-for"), reasons::purpose(list.purpose));
    block.entry(say!("list-entry-as-of"), list.date.to_string());
    block.entry(say!("list-entry-from"), origin(list));
    if let Some(licence) = &list.licence {
        block.entry(say!("list-entry-licence"), &**licence);
    }
    block.entry("SHA-256", &*list.sha256);
    match source {
        ListSource::Shipped => block.line(say!("list-shipped-whole")),
        ListSource::Updated(path) => block.entry(say!("entry-file"), shown(path)),
    }
}

/// The publisher, or that it is the user.
fn origin(list: &List) -> Words {
    let from_file = say!("list-from-file");
    if from_file.english() == list.origin { from_file } else { (&*list.origin).into() }
}

fn source_words(source: &ListSource) -> Words {
    match source {
        ListSource::Shipped => say!("list-shipped"),
        ListSource::Updated(_) => say!("list-updated"),
    }
}

fn counted(certificates: &[CertificateSummary]) -> Words {
    let authorities = say!("list-authorities", count = certificates.len());
    match unused(certificates) {
        0 => authorities,
        unused => say!("list-not-used", authorities = authorities, unused = unused.to_string()),
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
        .with("source", source_words(source).english());
    match source {
        ListSource::Shipped => line,
        ListSource::Updated(path) => json::named(line, "path", path),
    }
}

fn objects(infos: &[SignerInfo]) -> Value {
    infos.iter().map(certificate).collect()
}

fn certificates(list: &List) -> Result<Vec<CertificateSummary>, Failure> {
    list.certificates().map_err(|e| Failure::new(Kind::Signer, reasons::list(&e)).at(&*list.name))
}

/// The same as the core describes them.
fn infos(list: &List) -> Result<Vec<SignerInfo>, Failure> {
    store::certificates(&list.pem).map_err(|failure| failure.at(&*list.name))
}
