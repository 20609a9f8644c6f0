//! `aimark sign`

use std::borrow::Cow;
use std::collections::BTreeSet;

use aimark::{Error, Field, Format, Label, Limits, SignContext, Signed, Signer, Timestamp};

use crate::args::{LawArgs, OutputArgs, SignArgs};
use crate::batch::batches;
use crate::clock;
use crate::config::Settings;
use crate::destination::{self, Destination, Item, Wish};
use crate::durable::{self, Durable};
use crate::exit::Exit;
use crate::failure::{Failure, Kind};
use crate::input::Source;
use crate::jobs;
use crate::json;
use crate::kind::Said;
use crate::law::{self, Mandate};
use crate::normal;
use crate::output::{folder_of, print_pieces};
use crate::progress::Progress;
use crate::shown::{shown, visible};
use crate::signer::{Choice, KeySource, Opening};
use crate::store::Store;
use crate::talk::Talk;
use crate::temporary;
use crate::terms;
use crate::words::{Words, say};

/// One file that was labelled, or would have been.
pub(crate) struct Labelled {
    pub(crate) format: Format,
    pub(crate) label_bytes: usize,
    pub(crate) manifest_id: String,
    /// What was stated.
    pub(crate) label: Label,
    /// What the user may not expect: what it was taken for, what was changed.
    notes: Vec<String>,
}

/// A file that was read, and how it is to be signed.
struct Asset<'i> {
    destination: &'i Destination,
    said: Said,
    bytes: Vec<u8>,
    /// What is stated of it, with what was done for laws.
    label: Label,
    context: SignContext,
    notes: Vec<String>,
}

/// What is the same for all files of a run.
struct Run<'a> {
    label: Label,
    mandate: Option<Mandate>,
    durable: Option<Durable>,
    /// Opened only if there is a file to sign.
    signer: Option<Signer>,
    now: Timestamp,
    args: &'a SignArgs,
}

pub(crate) fn run(args: &SignArgs, settings: &Settings) -> Result<Exit, Failure> {
    let talk = Talk { quiet: args.run.quiet };
    let label = label(args, settings)?;
    let mandate = mandate(args, &label)?;
    for remark in mandate.iter().flat_map(|mandate| mandate.remarks(&label)) {
        talk.note(&remark);
    }
    let durable = Durable::of(&args.durable)?;
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
    if !args.output.dry_run {
        clear_away(&items);
    }
    let run = Run { label, mandate, durable, signer, now, args };
    Teller { args, talk, run: &run }.tell_all(&items)
}

fn label(args: &SignArgs, settings: &Settings) -> Result<Label, Failure> {
    let more = &args.more;
    let mut label = settings.label(&[
        (Field::ContentId, more.content_id.as_deref()),
        (Field::ReviewedBy, more.reviewed_by.as_deref()),
        (Field::Responsible, more.responsible.as_deref()),
        (Field::Depicts, more.depicts.as_deref()),
    ])?;
    if let Some(time) = more.time {
        label.set_created_at(time);
    }
    Ok(label)
}

/// What laws ask for, if any was named.
fn mandate(args: &SignArgs, label: &Label) -> Result<Option<Mandate>, Failure> {
    let LawArgs { profile, notice_place, notice_only_label, aigc_key } = &args.law;
    let profiles = law::profiles(profile)?;
    if profiles.is_empty() {
        return Ok(None);
    }
    let key = aigc_key.as_deref().map(law::signing_key).transpose()?;
    let mandate = Mandate::new(&profiles, label)?;
    Ok(Some(mandate.only_label(*notice_only_label).at(*notice_place).signed_by(key)))
}

fn choice(args: &SignArgs, settings: &Settings) -> Result<Choice, Failure> {
    if let Some(certificate) = &args.key.cert {
        if settings.is_option("identity") {
            return Err(Failure::misuse(say!("two-signers")));
        }
        let key = match (&args.key.key, &args.key.key_env) {
            (Some(path), _) => KeySource::File(path.clone()),
            (None, Some(variable)) => KeySource::Variable(variable.clone()),
            (None, None) => return Err(Failure::misuse(say!("cert-alone"))),
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
    let to_stdout = items.iter().any(|item| item.destination == Ok(Destination::Stdout));
    if to_stdout && !dry_run && args.run.json {
        return Err(Failure::misuse(say!("stdout-twice")).hint(say!("hint-add-output")));
    }
    Ok(items)
}

/// Removes what earlier runs, if they were killed, left in the folders that this one writes to.
fn clear_away(items: &[Item]) {
    let targets = items.iter().filter_map(|item| match &item.destination {
        Ok(Destination::File(target)) => Some(folder_of(&target.path)),
        _ => None,
    });
    targets.collect::<BTreeSet<_>>().into_iter().for_each(temporary::clear);
}

impl Run<'_> {
    fn labelled(&self, items: &[&Item]) -> Vec<Result<Labelled, Failure>> {
        batches(items, |item| &item.source).into_iter().flat_map(|batch| self.batch(batch)).collect()
    }

    fn batch(&self, items: &[&Item]) -> Vec<Result<Labelled, Failure>> {
        let read: Vec<_> = items.iter().map(|item| self.read(item)).collect();
        let assets = read.iter().flatten().map(|asset| (&asset.bytes[..], &asset.label, &asset.context));
        let assets: Vec<_> = assets.collect();
        let signer = self.signer.as_ref();
        let mut signed = signer.map(|signer| aimark::sign_many(&assets, signer)).into_iter().flatten();
        let mut next = || signed.next().ok_or_else(|| Failure::new(Kind::Internal, say!("nobody-opened")));
        let labelled = items.iter().zip(&read).map(|(item, asset)| {
            let asset = asset.as_ref().map_err(Clone::clone)?;
            self.finish(item, asset, next()?)
        });
        labelled.collect()
    }

    fn read<'i>(&self, item: &'i Item) -> Result<Asset<'i>, Failure> {
        let destination = item.destination.as_ref().map_err(Clone::clone)?;
        let said = self.said(item, destination);
        let bytes = item.source.read(&Limits::default())?;
        said.check(&bytes)?;
        let output =
            if let Destination::File(target) = destination { Some(target.path.as_path()) } else { None };
        said.check_known(&bytes, &item.source, output)?;
        let (label, context) = (self.label.clone(), self.context(said.format())?);
        self.prepared(item, Asset { destination, said, bytes, label, context, notes: Vec::new() })
    }

    /// The file with all that has to be in it before it is signed: the watermark, then what laws ask for, then what is only
    /// computed from it.
    fn prepared<'i>(&self, item: &Item, mut asset: Asset<'i>) -> Result<Asset<'i>, Failure> {
        if self.mandate.is_none() && self.durable.is_none() {
            return Ok(asset);
        }
        let format = Format::detect(&asset.bytes).or(asset.said.format()).unwrap_or(Format::PlainText);
        let name = item.source.shown();
        let mut is_watermarked = false;
        if let Some(durable) = &self.durable {
            let (signer, random) = (self.signer.as_ref(), asset.context.random);
            match durable.mark(&asset.bytes, format, &mut asset.label, signer, &random)? {
                Some(marked) => {
                    is_watermarked = true;
                    // Where the identifier is random, the run that writes the file has another.
                    if !self.args.output.dry_run || asset.label.text(Field::ContentId).is_some() {
                        asset.notes.push(marked.note(&name));
                    }
                    asset.bytes = marked.bytes;
                }
                None => asset.notes.extend(durable.note_of_text(&name)),
            }
        }
        if let Some(mandate) = &self.mandate {
            let prepared = mandate.prepare(&asset.bytes, format, &asset.label)?;
            asset.notes.extend(prepared.notes.iter().map(|note| law::note(note, &name)));
            asset.label = prepared.label;
            if let Cow::Owned(bytes) = prepared.bytes {
                asset.bytes = bytes;
                if let Some(durable) = self.durable.as_ref().filter(|_| is_watermarked) {
                    durable.check(&asset.bytes, &asset.label)?;
                }
            }
        }
        if self.durable.is_some() {
            durable::state_fingerprints(&asset.bytes, format, &mut asset.label)?;
        }
        Ok(asset)
    }

    fn context(&self, format: Option<Format>) -> Result<SignContext, Failure> {
        let mut context = SignContext::new(self.now, *clock::random()?);
        context.format = format;
        context.padded = self.args.texts.padded;
        Ok(context)
    }

    /// Writes what was signed, or signs it again in form C where that was missing and is wanted.
    fn finish(
        &self,
        item: &Item,
        asset: &Asset<'_>,
        signed: Result<Signed<'_>, Error>,
    ) -> Result<Labelled, Failure> {
        let mut notes = asset.notes.clone();
        let normal: Vec<u8>;
        let signed = match (signed, &self.signer) {
            (Err(error), Some(signer)) if self.args.texts.normalize && normal::is_missing(&error) => {
                notes.push(say!("note-normalized", name = item.source.shown()).text());
                normal = normal::normalized(&asset.bytes);
                aimark::sign(&normal, &asset.label, signer, &self.context(asset.said.format())?)
            }
            (signed, _) => signed,
        };
        let signed = signed.map_err(|error| normal::explained(error, &asset.bytes))?;
        let format = signed.format();
        notes.splice(..0, asset.said.note(&item.source, format));
        self.write(&signed, asset.destination, format)?;
        let (label_bytes, manifest_id) = (signed.label().len(), signed.manifest_id().to_owned());
        Ok(Labelled { format, label_bytes, manifest_id, label: asset.label.clone(), notes })
    }

    fn said(&self, item: &Item, destination: &Destination) -> Said {
        let said = Said::of(&item.source, self.args.run.media_type);
        match destination {
            Destination::File(target) => said.or_by(&target.path),
            Destination::Stdout => said,
        }
    }

    fn write(&self, signed: &Signed<'_>, destination: &Destination, format: Format) -> Result<(), Failure> {
        match destination {
            _ if self.args.output.dry_run => Ok(()),
            Destination::File(target) => target.write(&signed.pieces()),
            Destination::Stdout => {
                if !format.is_text() {
                    destination::check_terminal()?;
                }
                print_pieces(&signed.pieces())
            }
        }
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
        let total = u64::try_from(items.len()).ok();
        let mut progress = Progress::new(total, !run.quiet && !run.json);
        let threads = run.jobs.unwrap_or_else(jobs::default_threads);
        let mut failed = 0_usize;
        let work = |items: &[&Item]| self.run.labelled(items);
        let mut rest = items.iter();
        jobs::run(items.iter(), threads, &mut progress, work, |progress, result| {
            failed = failed.saturating_add(usize::from(result.is_err()));
            match rest.next() {
                Some(item) => progress.aside(|| self.tell(item, &result)),
                None => Ok(()),
            }
        })?;
        if items.len() > 1 && !run.json {
            let labelled = items.len().saturating_sub(failed);
            self.talk.line(self.summary(items.len(), labelled, failed));
        }
        Ok(if failed == 0 { Exit::Done } else { Exit::Error })
    }

    fn tell(&self, item: &Item, result: &Result<Labelled, Failure>) -> Result<(), Failure> {
        for note in result.iter().flat_map(|labelled| &labelled.notes) {
            self.talk.note(note);
        }
        if self.args.run.json {
            return json::print(self.json(item, result));
        }
        match result {
            Ok(_) => self.talk.line(self.sentence(item)),
            Err(failure) => self.talk.error(&failure.clone().at(item.source.shown())),
        }
        Ok(())
    }

    fn json(&self, item: &Item, result: &Result<Labelled, Failure>) -> aimark_json::Line {
        match (result, &self.run.signer) {
            (Ok(labelled), Some(signer)) => {
                let signer = signer.chain().signer();
                json::signed(item, labelled, &signer, self.args.output.dry_run)
            }
            (Ok(_), None) => {
                json::failure(&item.source, &Failure::new(Kind::Internal, say!("nobody-signed")))
            }
            (Err(failure), _) => json::failure(&item.source, failure),
        }
    }

    fn summary(&self, files: usize, labelled: usize, failed: usize) -> Words {
        if self.args.output.dry_run {
            return say!("sign-summary-dry", files = files, labelled = labelled, failed = failed);
        }
        say!("sign-summary", files = files, labelled = labelled, failed = failed)
    }

    fn sentence(&self, item: &Item) -> Words {
        let place = match &item.destination {
            _ if self.args.output.in_place => say!("place-in-place"),
            Ok(Destination::File(target)) => say!("place-file", path = shown(&target.path)),
            _ => say!("place-stdout"),
        };
        let signer = self.run.signer.as_ref().map(|signer| signer.chain().signer().common_name);
        let signer = visible(&signer.unwrap_or_default());
        let (name, label) = (item.source.shown(), terms::label(&self.run.label));
        if self.args.output.dry_run {
            return say!("sign-done-dry", name = name, place = place, label = label, signer = signer);
        }
        say!("sign-done", name = name, place = place, label = label, signer = signer)
    }
}
