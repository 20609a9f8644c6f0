//! `aimark verify`

use crate::args::VerifyArgs;
use crate::clock;
use crate::durable::Look;
use crate::examine::{Answered, Examiner};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::Source;
use crate::jobs;
use crate::journal::Journal;
use crate::law::Laws;
use crate::progress::Progress;
use crate::report::{self, Form, Head, Report};
use crate::shown::shown;
use crate::signers::Signers;
use crate::talk::Talk;
use crate::tally::Tally;
use crate::walk::Wanted;
use crate::words::say;

pub(crate) fn run(args: &VerifyArgs) -> Result<Exit, Failure> {
    let talk = Talk { quiet: args.run.quiet };
    let wanted = wanted(args)?;
    let form = if args.run.json { Form::Ndjson } else { args.report.format };
    let at = args.judge.at.map_or_else(clock::now, Ok)?;
    let signers = Signers::gather(&args.judge.trust, !args.judge.no_default_trust, args.judge.online, talk)?;
    // What is kept may be asked for in another form by the next run.
    let with_hash = form.has_hash() || args.which.resume.is_some();
    let laws = Laws::new(&args.judge.profile, args.judge.strict, args.judge.aigc_key.as_deref())?;
    let look = Look::of(&args.watermark, wanted.is_many())?;
    let settings = format!("{} {} {}", settings(args, &signers), laws.settings(), look.settings());
    let journal = args.which.resume.as_ref().map(|path| Journal::open(path, &settings)).transpose()?;
    let examiner = Examiner {
        signers,
        at,
        announced: args.run.media_type,
        laws,
        look,
        with_hash,
        journal,
        thumbnails: if form == Form::Html { args.report.thumbnails } else { 0 },
    };
    let head = Head { at, lists: examiner.signers.in_force().to_vec(), subject: subject(args) };
    let run = Run { args, talk, form, wanted, examiner };
    run.report(&head)
}

/// A run, ready to begin.
struct Run<'a> {
    args: &'a VerifyArgs,
    talk: Talk,
    form: Form,
    wanted: Wanted,
    examiner: Examiner,
}

impl Run<'_> {
    fn report(&self, head: &Head) -> Result<Exit, Failure> {
        let Self { args, wanted, .. } = self;
        let files = wanted.files()?;
        let target = args.report.output.as_ref().map(|path| report::target(path, args.report.overwrite));
        let nobody_reads = args.run.quiet && target.is_none();
        let mut report =
            if nobody_reads { None } else { Some(Report::begin(self.form, self.is_table(), target, head)?) };
        // Counting walks all folders once more: only for somebody who waits before a terminal.
        let shown = !args.run.quiet && Progress::possible();
        let total = if shown { wanted.count() } else { None };
        let mut progress = Progress::new(total, shown);
        let threads = args.run.jobs.unwrap_or_else(jobs::default_threads);
        let mut tally = Tally::default();
        let examine = |files: &[_]| self.examiner.examine(files);
        jobs::run(files, threads, &mut progress, examine, |progress, answered| {
            tally.count(&answered.row, &args.judge.fail_on, answered.of_run);
            progress.aside(|| self.tell(report.as_mut(), &answered))
        })?;
        drop(progress);
        if let Some(report) = report {
            report.end(&tally)?;
        }
        self.close(&tally)
    }

    /// Whether text is a line for each file.
    fn is_table(&self) -> bool {
        self.wanted.is_many() && !self.args.report.details
    }

    fn tell(&self, report: Option<&mut Report>, answered: &Answered) -> Result<(), Failure> {
        if let (Some(journal), Some(key)) = (&self.examiner.journal, answered.key) {
            journal.keep(key, &answered.row)?;
        }
        answered.notes.iter().for_each(|note| self.talk.note(note));
        // Where a report says why, nobody needs to be told again.
        let untold = self.form == Form::Text && !self.is_table() && !self.args.run.quiet;
        if let Some(failed) = answered.row.failed().filter(|_| untold) {
            self.talk.error(&Failure::misuse(failed.said()).at(answered.row.file.shown()));
        }
        report.map_or(Ok(()), |report| report.row(&answered.row, answered.thumbnail.as_ref()))
    }

    fn close(&self, tally: &Tally) -> Result<Exit, Failure> {
        match self.wanted.skipped_links() {
            0 => {}
            links => self.talk.note(say!("note-links", links = links)),
        }
        if is_judged_by_two_times(self.args, &self.examiner.signers) {
            self.talk.note(say!("note-at-elsewhere"));
        }
        if tally.files() == 0 {
            // That nothing failed is no success where nothing was examined.
            return Err(Failure::misuse(say!("nothing-to-check")));
        }
        let several = self.wanted.is_many() || tally.files() > 1;
        if several && !self.args.run.json {
            self.talk.line(tally.summary());
        }
        Ok(tally.worst())
    }
}

fn wanted(args: &VerifyArgs) -> Result<Wanted, Failure> {
    let named = args.paths.iter().chain(&args.which.files_from);
    if named.filter(|path| Source::new(path) == Source::Stdin).count() > 1 {
        return Err(Failure::misuse(say!("stdin-once")));
    }
    if args.report.output.is_some() && args.report.output == args.which.resume {
        return Err(Failure::misuse(say!("output-is-journal")));
    }
    Ok(Wanted {
        paths: args.paths.clone(),
        list: args.which.files_from.clone(),
        nul: args.which.null,
        recursive: args.which.recursive,
        follow: args.which.follow_links,
        own: args.report.output.iter().chain(&args.which.resume).cloned().collect(),
        ..Wanted::default()
    })
}

/// Whether a time was given that only some of the files were judged by.
fn is_judged_by_two_times(args: &VerifyArgs, signers: &Signers) -> bool {
    args.judge.at.is_some() && signers.asked_elsewhere()
}

/// What is examined, in a line for people.
fn subject(args: &VerifyArgs) -> String {
    const SHOWN: usize = 3;
    let mut named: Vec<_> = args.paths.iter().chain(&args.which.files_from).map(|path| shown(path)).collect();
    let more = named.len() > SHOWN;
    named.truncate(SHOWN);
    if more {
        named.push("…".to_owned());
    }
    named.join(", ")
}

/// All that an answer depends on besides the file: what a journal is good for.
fn settings(args: &VerifyArgs, signers: &Signers) -> String {
    let at = args.judge.at.map(|at| at.to_string());
    let fingerprints: Vec<_> = signers.anchors.iter().map(|anchor| anchor.fingerprint).collect();
    let kind = args.run.media_type.map(aimark::Format::media_type);
    let lists = signers.in_force();
    let online = args.judge.online;
    format!("{} {at:?} {kind:?} {online} {fingerprints:?} {lists:?}", env!("CARGO_PKG_VERSION"))
}
