//! `aimark sign`

use aimark::{Field, Format, Label, Limits, SignContext, Signer, Timestamp};

use crate::args::{OutputArgs, SignArgs};
use crate::clock;
use crate::config::Settings;
use crate::destination::{self, Destination, Item, Wish};
use crate::exit::Exit;
use crate::failure::{Failure, Kind};
use crate::input::{Source, check_type};
use crate::jobs;
use crate::json;
use crate::output::print_pieces;
use crate::progress::Progress;
use crate::shown::{shown, visible};
use crate::signer::{Choice, KeySource, Opening};
use crate::store::Store;
use crate::talk::Talk;

/// One image that was labelled, or would have been.
pub(crate) struct Labelled {
    pub(crate) format: Format,
    pub(crate) label_bytes: usize,
    pub(crate) manifest_id: String,
}

struct Done {
    result: Result<Labelled, Failure>,
    /// That the file's name promises another format.
    note: Option<String>,
}

/// What is the same for all files of a run.
struct Run<'a> {
    label: Label,
    /// Opened only if there is a file to sign.
    signer: Option<Signer>,
    now: Timestamp,
    announced: Option<&'a str>,
    dry_run: bool,
}

pub(crate) fn run(args: &SignArgs, settings: &Settings) -> Result<Exit, Failure> {
    let talk = Talk { quiet: args.run.quiet };
    let label = label(args, settings)?;
    let choice = choice(args, settings)?;
    let items = destinations(args)?;
    let now = clock::now()?;
    let opening = Opening {
        store: &Store::locate()?,
        passphrase_env: args.key.passphrase_env.as_deref(),
        now,
        dry_run: args.output.dry_run,
        talk,
    };
    let any = items.iter().any(|item| item.destination.is_ok());
    let signer = any.then(|| opening.open(&choice)).transpose()?;
    let announced = args.run.media_type.as_deref();
    let run = Run { label, signer, now, announced, dry_run: args.output.dry_run };
    let teller = Teller { args, talk, run: &run };
    teller.tell_all(&items)
}

fn label(args: &SignArgs, settings: &Settings) -> Result<Label, Failure> {
    let more = &args.more;
    let mut label = settings.label(&[
        (Field::ContentId, more.content_id.as_deref()),
        (Field::ReviewedBy, more.reviewed_by.as_deref()),
        (Field::Responsible, more.responsible.as_deref()),
    ])?;
    if let Some(time) = more.time {
        label.set_created_at(time);
    }
    Ok(label)
}

fn choice(args: &SignArgs, settings: &Settings) -> Result<Choice, Failure> {
    if let Some(certificate) = &args.key.cert {
        if settings.is_option("identity") {
            return Err(Failure::misuse("--identity and --cert name two signers; only one can sign"));
        }
        let key = match (&args.key.key, &args.key.key_env) {
            (Some(path), _) => KeySource::File(path.clone()),
            (None, Some(variable)) => KeySource::Variable(variable.clone()),
            (None, None) => return Err(Failure::misuse("--cert needs --key or --key-env")),
        };
        return Ok(Choice::Files { certificate: certificate.clone(), key });
    }
    let named = settings.text("identity").map(Choice::parse).transpose();
    Ok(named.map_err(|failure| settings.blame("identity", failure))?.unwrap_or(Choice::Default))
}

fn destinations(args: &SignArgs) -> Result<Vec<Item>, Failure> {
    let OutputArgs { output, in_place, backup, overwrite, dry_run } = &args.output;
    let wish =
        Wish { output: output.as_deref(), in_place: *in_place, backup: *backup, overwrite: *overwrite };
    let items = destination::plan(args.paths.iter().map(|path| Source::new(path)).collect(), &wish)?;
    if !dry_run && items.iter().any(|item| item.destination == Ok(Destination::Stdout)) {
        if args.run.json {
            return Err(Failure::misuse("the image and the JSON cannot both go to standard output")
                .hint("add -o FILE"));
        }
        destination::check_terminal()?;
    }
    Ok(items)
}

impl Run<'_> {
    fn sign(&self, item: &Item) -> Done {
        let mut note = None;
        let result = self.labelled(item, &mut note);
        Done { result, note }
    }

    fn labelled(&self, item: &Item, note: &mut Option<String>) -> Result<Labelled, Failure> {
        let destination = item.destination.as_ref().map_err(Clone::clone)?;
        let limits = Limits::default();
        let asset = item.source.read(&limits)?;
        check_type(&asset, self.announced)?;
        let signer = self.signer.as_ref();
        let signer = signer.ok_or_else(|| Failure::new(Kind::Internal, "no identity was opened"))?;
        let context = SignContext::new(self.now, *clock::random()?);
        let signed = aimark::sign(&asset, &self.label, signer, &context)?;
        let format = Format::detect(&asset)
            .ok_or_else(|| Failure::new(Kind::Internal, "an image of no format was signed"))?;
        *note = item.source.disagreement(format);
        if !self.dry_run {
            match destination {
                Destination::File(target) => target.write(&signed.pieces())?,
                Destination::Stdout => print_pieces(&signed.pieces())?,
            }
        }
        let (label_bytes, manifest_id) = (signed.label().len(), signed.manifest_id().to_owned());
        Ok(Labelled { format, label_bytes, manifest_id })
    }
}

/// Says what became of each file.
struct Teller<'a> {
    args: &'a SignArgs,
    talk: Talk,
    run: &'a Run<'a>,
}

impl Teller<'_> {
    fn tell_all(&self, items: &[Item]) -> Result<Exit, Failure> {
        let run = &self.args.run;
        let mut progress = Progress::new(items.len(), !run.quiet && !run.json);
        let threads = run.jobs.unwrap_or_else(jobs::default_threads);
        let mut failed = 0_usize;
        let work = |item: &Item| self.run.sign(item);
        let mut rest = items.iter();
        jobs::run(items, threads, &mut progress, work, |progress, done| {
            failed = failed.saturating_add(usize::from(done.result.is_err()));
            match rest.next() {
                Some(item) => progress.aside(|| self.tell(item, &done)),
                None => Ok(()),
            }
        })?;
        if items.len() > 1 && !run.json {
            let labelled = items.len().saturating_sub(failed);
            let verb = if self.run.dry_run { "would be labelled" } else { "labelled" };
            self.talk.line(&format!("{} files: {labelled} {verb}, {failed} not", items.len()));
        }
        Ok(if failed == 0 { Exit::Done } else { Exit::Error })
    }

    fn tell(&self, item: &Item, done: &Done) -> Result<(), Failure> {
        if let Some(note) = &done.note {
            self.talk.note(note);
        }
        if self.args.run.json {
            return json::print(&self.json(item, &done.result));
        }
        match &done.result {
            Ok(_) => self.talk.line(&self.sentence(item)),
            Err(failure) => self.talk.error(&failure.clone().at(&item.source.shown())),
        }
        Ok(())
    }

    fn json(&self, item: &Item, result: &Result<Labelled, Failure>) -> serde_json::Value {
        match (result, &self.run.signer) {
            (Ok(labelled), Some(signer)) => {
                let signer = signer.chain().signer();
                json::signed(item, labelled, &self.run.label, &signer, self.run.dry_run)
            }
            (Ok(_), None) => json::failure(&item.source, &Failure::new(Kind::Internal, "nobody signed")),
            (Err(failure), _) => json::failure(&item.source, failure),
        }
    }

    fn sentence(&self, item: &Item) -> String {
        let verb = if self.run.dry_run { "would label" } else { "labelled" };
        let place = match &item.destination {
            _ if self.args.output.in_place => "in place".to_owned(),
            Ok(Destination::File(target)) => format!("-> {}", shown(&target.path)),
            _ => "-> standard output".to_owned(),
        };
        let signer = self.run.signer.as_ref().map(|signer| signer.chain().signer().common_name);
        let signer = visible(&signer.unwrap_or_default());
        let label = visible(&self.run.label.to_string());
        format!("{verb} {} {place}: {label}, signed by {signer}", item.source.shown())
    }
}
