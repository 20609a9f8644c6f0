//! `aimark doctor`: why something is refused, in plain words, and what to do about it.
//!
//! Each check says what was found, and if that is not good, what it means and what to do. The core decides what is refused;
//! what is said here beside it explains that, and never decides otherwise.

mod asset;
mod certificates;
mod facts;
mod findings;
mod identity;
mod mended;
mod others;

use std::path::{Path, PathBuf};

use aimark::{Anchors, Timestamp};
use aimark_json::{Line, Schema};
use serde_json::{Value, json};

use self::facts::Facts;
use crate::args::DoctorArgs;
use crate::clock;
use crate::exit::Exit;
use crate::failure::{Failure, Kind};
use crate::input::check_regular;
use crate::json;
use crate::reasons;
use crate::render::{self, Block};
use crate::shown::{shown, visible};
use crate::store::{CERTIFICATE, KEY, Lists, Name, Store};
use crate::talk::Talk;
use crate::words::{Words, say};

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Passed,
    /// Something is wrong.
    Problem,
    /// Nothing is wrong, but worth knowing.
    Advice,
}

impl Outcome {
    fn name(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Problem => "problem",
            Self::Advice => "advice",
        }
    }

    fn words(self) -> Words {
        match self {
            Self::Passed => say!("doctor-passed"),
            Self::Problem => say!("doctor-problem"),
            Self::Advice => say!("doctor-advice"),
        }
    }
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Check {
    /// A word that stays: for a finding in a label, its code.
    id: &'static str,
    outcome: Outcome,
    words: Words,
    /// What that means, and how it may have come about.
    explanation: Option<Words>,
    remedy: Option<Words>,
}

impl Check {
    fn passed(id: &'static str, words: impl Into<Words>) -> Self {
        Self { id, outcome: Outcome::Passed, words: words.into(), explanation: None, remedy: None }
    }

    fn problem(id: &'static str, words: impl Into<Words>) -> Self {
        Self { outcome: Outcome::Problem, ..Self::passed(id, words) }
    }

    fn advice(id: &'static str, words: impl Into<Words>) -> Self {
        Self { outcome: Outcome::Advice, ..Self::passed(id, words) }
    }

    fn because(self, explanation: impl Into<Words>) -> Self {
        Self { explanation: Some(explanation.into()), ..self }
    }

    fn remedy(self, remedy: impl Into<Words>) -> Self {
        Self { remedy: Some(remedy.into()), ..self }
    }
}

/// What is examined.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Subject {
    Identity { folder: PathBuf },
    Certificates(PathBuf),
    Asset(PathBuf),
}

impl Subject {
    fn kind(&self) -> &'static str {
        match self {
            Self::Identity { .. } => "identity",
            Self::Certificates(_) => "certificates",
            Self::Asset(_) => "asset",
        }
    }
}

/// What every examination needs besides its subject.
struct Room {
    now: Timestamp,
    anchors: Anchors,
    /// The certificates of the anchors: names alone do not tell which of them issued another.
    issuers: Vec<Facts>,
    lists: Lists,
}

impl Room {
    /// The list, and its date, that the anchor of this fingerprint is from.
    fn listed(&self, fingerprint: &str) -> Option<Words> {
        let list = self.lists.accepting_signers(fingerprint)?;
        Some(say!("doctor-listed", name = &*list.name, date = list.date.to_string()))
    }
}

pub(crate) fn run(args: &DoctorArgs) -> Result<Exit, Failure> {
    let store = Store::locate()?;
    let subject = find(&store, &args.subject)?;
    let room = room(&store, args)?;
    let mut checks = vec![facts::clock(room.now)];
    checks.extend(match &subject {
        Subject::Identity { folder } => identity::examine(folder, &room),
        Subject::Certificates(path) => certificates::examine(path, &room)?,
        Subject::Asset(path) => asset::examine(path, args.media_type, &room)?,
    });
    // Each assertion of a label gives the same words.
    checks.dedup();
    let sound = checks.iter().all(|check| check.outcome != Outcome::Problem);
    if args.json {
        json::print(line(&args.subject, &subject, &checks, sound))?;
    } else {
        render::print(&text(&args.subject, &checks, sound))?;
    }
    Ok(if sound { Exit::Done } else { Exit::Invalid })
}

/// What looks like a path is one; else an identity of that name comes before a file.
fn find(store: &Store, argument: &Path) -> Result<Subject, Failure> {
    let name =
        argument.to_str().filter(|text| !text.starts_with('.')).and_then(|text| Name::parse(text).ok());
    if let Some(folder) = name.map(|name| store.identity(&name)).filter(|folder| folder.exists()) {
        return Ok(Subject::Identity { folder });
    }
    if argument.is_dir() && [KEY, CERTIFICATE].iter().any(|file| argument.join(file).exists()) {
        return Ok(Subject::Identity { folder: argument.to_owned() });
    }
    if !argument.exists() {
        let words = say!("doctor-nobody", path = shown(argument));
        return Err(Failure::input(words).hint(say!("doctor-hint-nobody")));
    }
    check_regular(argument).map_err(|failure| failure.at(shown(argument)))?;
    let path = argument.to_owned();
    Ok(if certificates::is_one(argument) { Subject::Certificates(path) } else { Subject::Asset(path) })
}

/// The anchors that `verify` uses on this machine.
fn room(store: &Store, args: &DoctorArgs) -> Result<Room, Failure> {
    let (mut anchors, mut issuers) = (Anchors::new(), Vec::new());
    let (stored, problems) = store.anchors()?;
    let (lists, damaged) = store.lists();
    problems.iter().for_each(|problem| Talk::default().warn(problem));
    damaged.iter().for_each(|problem| Talk::default().warn(problem));
    let listed = lists.signing.iter().map(|(list, _)| &*list.list().pem);
    for pem in stored.iter().map(|anchor| anchor.pem.as_str()).chain(listed) {
        anchors.add_pem(pem.as_bytes()).map_err(|e| Failure::new(Kind::Signer, reasons::certificate(&e)))?;
        issuers.extend(certificates::blocks(pem).filter_map(Facts::read));
    }
    Ok(Room { now: args.at.map_or_else(clock::now, Ok)?, anchors, issuers, lists })
}

fn text(argument: &Path, checks: &[Check], sound: bool) -> String {
    let first = if sound {
        say!("doctor-fine", name = shown(argument))
    } else {
        say!("doctor-wrong", name = shown(argument))
    };
    let mut block = Block::new(&first.text());
    for check in checks {
        block.entry(check.outcome.words(), &check.words);
        if let Some(explanation) = &check.explanation {
            block.line(format!("    {}", explanation.text()));
        }
        if let Some(remedy) = &check.remedy {
            block.line(format!("    {}", say!("doctor-what-to-do", remedy = remedy.clone()).text()));
        }
    }
    block.text()
}

fn english(words: &Words) -> String {
    visible(&words.english())
}

fn line(argument: &Path, subject: &Subject, checks: &[Check], sound: bool) -> Line {
    let object = |check: &Check| {
        json!({
            "id": check.id,
            "result": check.outcome.name(),
            "words": english(&check.words),
            "explanation": check.explanation.as_ref().map(english),
            "remedy": check.remedy.as_ref().map(english),
        })
    };
    json::named(Line::new(Schema::Diagnosis), "subject", argument)
        .with("kind", subject.kind())
        .with("sound", sound)
        .with("checks", checks.iter().map(object).collect::<Value>())
}
