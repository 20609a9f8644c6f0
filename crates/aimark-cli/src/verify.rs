//! `aimark verify`

use aimark::{Anchors, Format, Limits, Report, Timestamp, VerifyContext};
use aimark_json::hex;

use crate::args::VerifyArgs;
use crate::batch::batches;
use crate::clock;
use crate::exit::Exit;
use crate::failure::{Failure, Kind};
use crate::input::{Source, read_text};
use crate::jobs;
use crate::json;
use crate::kind::Said;
use crate::progress::Progress;
use crate::render;
use crate::shown::shown;
use crate::store::Store;
use crate::talk::Talk;

struct Examined {
    source: Source,
    result: Result<Found, Failure>,
}

struct Found {
    report: Report,
    /// Of the whole file; only for JSON, for it costs as much as the examination.
    sha256: Option<String>,
    /// That the file's name promises another kind.
    note: Option<String>,
}

/// What is the same for all files of a run.
struct Run {
    anchors: Anchors,
    at: Timestamp,
    announced: Option<Format>,
    with_hash: bool,
}

pub(crate) fn run(args: &VerifyArgs) -> Result<Exit, Failure> {
    let talk = Talk { quiet: args.run.quiet };
    let sources: Vec<Source> = args.paths.iter().map(|path| Source::new(path)).collect();
    if sources.iter().filter(|source| **source == Source::Stdin).count() > 1 {
        return Err(Failure::misuse("standard input can be read only once"));
    }
    let at = args.at.map_or_else(clock::now, Ok)?;
    let anchors = anchors(args, talk)?;
    let run = Run { anchors, at, announced: args.run.media_type, with_hash: args.run.json };
    let mut progress = Progress::new(sources.len(), !args.run.quiet && !args.run.json);
    let threads = args.run.jobs.unwrap_or_else(jobs::default_threads);
    let mut tally = Tally::default();
    jobs::run(
        &sources,
        threads,
        &mut progress,
        |sources| run.examine(sources),
        |progress, examined| {
            tally.count(&examined, &args.fail_on);
            progress.aside(|| tell(args, talk, &examined))
        },
    )?;
    drop(progress);
    if sources.len() > 1 && !args.run.json {
        talk.line(&tally.summary());
    }
    Ok(tally.worst)
}

/// The anchors of this machine, unless told not to, and those named for this run.
fn anchors(args: &VerifyArgs, talk: Talk) -> Result<Anchors, Failure> {
    let mut anchors = Anchors::new();
    let mut add = |pem: &str, place: &str| {
        let added = anchors.add_pem(pem.as_bytes());
        added.map(drop).map_err(|e| Failure::new(Kind::Signer, format!("{place}: {e}")))
    };
    for path in &args.trust {
        add(&read_text(path)?, &shown(path))?;
    }
    if !args.no_default_trust {
        let (stored, problems) = Store::locate()?.anchors()?;
        problems.iter().for_each(|problem| talk.warn(problem));
        for anchor in stored {
            add(&anchor.pem, &shown(&anchor.path))?;
        }
    }
    Ok(anchors)
}

impl Run {
    fn examine(&self, sources: &[Source]) -> Vec<Examined> {
        batches(sources, |source| source).into_iter().flat_map(|batch| self.batch(batch)).collect()
    }

    fn batch(&self, sources: &[Source]) -> Vec<Examined> {
        let read: Vec<_> = sources.iter().map(|source| self.read(source)).collect();
        let items: Vec<_> = read.iter().flatten().map(|asset| (&asset.bytes[..], &asset.context)).collect();
        let mut reports = aimark::verify_many(&items).into_iter();
        let wholes: Vec<_> = items.iter().filter(|_| self.with_hash).map(|item| [item.0]).collect();
        let mut hashes = aimark_hash::sha256_all(wholes.iter().map(|whole| &whole[..])).into_iter();
        let mut found = |source, asset: Asset<'_>| {
            let missing = || Failure::new(Kind::Internal, "a file was not examined");
            let report = reports.next().ok_or_else(missing)??;
            let sha256 = hashes.next().map(|hash| hex(&hash));
            let note = asset.said.disagreement(source, report.format());
            Ok(Found { report, sha256, note })
        };
        let examined = sources.iter().zip(read).map(|(source, asset)| {
            let result = asset.and_then(|asset| found(source, asset));
            Examined { source: source.clone(), result }
        });
        examined.collect()
    }

    fn read(&self, source: &Source) -> Result<Asset<'_>, Failure> {
        let said = Said::of(source, self.announced);
        let (anchors, format) = (&self.anchors, said.format());
        let context = VerifyContext { anchors, format, ..VerifyContext::new(self.at) };
        let bytes = source.read(&Limits::default())?;
        said.check(&bytes)?;
        Ok(Asset { said, bytes, context })
    }
}

/// A file that was read, and how it is to be examined.
struct Asset<'r> {
    said: Said,
    bytes: Vec<u8>,
    context: VerifyContext<'r>,
}

fn tell(args: &VerifyArgs, talk: Talk, examined: &Examined) -> Result<(), Failure> {
    if args.run.quiet {
        return Ok(());
    }
    let Examined { source, result } = examined;
    if let Some(note) = result.as_ref().ok().and_then(|found| found.note.as_ref()) {
        talk.note(note);
    }
    match result {
        Ok(found) if args.run.json => {
            json::print(json::report(source, &found.report, found.sha256.as_deref().unwrap_or_default()))
        }
        Err(failure) if args.run.json => json::print(json::failure(source, failure)),
        Ok(found) => render::print(&render::report(&source.shown(), &found.report)),
        Err(failure) => {
            talk.error(&failure.clone().at(&source.shown()));
            Ok(())
        }
    }
}

/// How many files ended how, and which of them decides the exit code.
struct Tally {
    worst: Exit,
    ends: Vec<&'static str>,
}

impl Default for Tally {
    fn default() -> Self {
        Self { worst: Exit::Done, ends: Vec::new() }
    }
}

impl Tally {
    fn count(&mut self, examined: &Examined, fail_on: &[Exit]) {
        let (exit, end) = match &examined.result {
            Ok(found) => (Exit::of(found.report.verdict()), found.report.verdict().name()),
            Err(_) => (Exit::Error, "not examined"),
        };
        self.ends.push(end);
        if fail_on.is_empty() || fail_on.contains(&exit) {
            self.worst = self.worst.or_worse(exit);
        }
    }

    fn summary(&self) -> String {
        const ORDER: [&str; 6] = ["trusted", "valid", "invalid", "foreign", "unmarked", "not examined"];
        let count = |end: &&str| self.ends.iter().filter(|other| *other == end).count();
        let parts = ORDER.iter().map(|end| (count(end), end)).filter(|(n, _)| *n > 0);
        let parts: Vec<String> = parts.map(|(n, end)| format!("{n} {end}")).collect();
        format!("{} files: {}", self.ends.len(), parts.join(", "))
    }
}
