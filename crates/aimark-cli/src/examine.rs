//! From files to rows: reading them, and asking whoever can judge what is in them.

use aimark::{Error, Format, Limits, Report, Timestamp, VerifyContext};
use aimark_json::hex;

use crate::batch::batches;
use crate::durable::{Look, Sight};
use crate::failure::{Failure, Kind};
use crate::input::Source;
use crate::journal::{Journal, Key};
use crate::kind::Said;
use crate::law::Laws;
use crate::row::{Answer, Examined, Named, Outcome, Row};
use crate::signers::Signers;
use crate::thumbnail::Thumbnail;
use crate::walk::Found;
use crate::words::say;

/// What is the same for all files of a run.
pub(crate) struct Examiner {
    pub(crate) signers: Signers,
    pub(crate) at: Timestamp,
    pub(crate) announced: Option<Format>,
    pub(crate) laws: Laws,
    pub(crate) look: Look,
    /// Whether rows have the hash of their file, which costs as much as examining it.
    pub(crate) with_hash: bool,
    pub(crate) journal: Option<Journal>,
    /// So many files, from the first, get a thumbnail if they are pictures.
    pub(crate) thumbnails: usize,
}

/// One file's answer.
pub(crate) struct Answered {
    pub(crate) row: Row,
    /// What the user may not expect, in words.
    pub(crate) notes: Vec<String>,
    pub(crate) thumbnail: Option<Thumbnail>,
    /// The run could not look into a folder or a list.
    pub(crate) of_run: bool,
    /// By what the journal knows the file, if it is to be kept there.
    pub(crate) key: Option<Key>,
}

/// A file of a batch.
struct Begun<'e> {
    key: Option<Key>,
    what: What<'e>,
}

enum What<'e> {
    /// The journal knows what was found.
    Known(Row),
    Read(Asset<'e>),
    Failed(Failure),
}

/// A file that was read, and how it is to be examined.
struct Asset<'e> {
    said: Said,
    bytes: Vec<u8>,
    context: VerifyContext<'e>,
    /// A kind of file that only others put labels into.
    outside: Option<&'static str>,
    /// Whether our engine looks first: a text may begin as if it were something else, and be labelled by us all the same.
    ours: bool,
}

/// What the engine said of one file, unless it is of a kind that it does not know; and the file's hash if that was asked for.
#[derive(Default)]
struct Judged {
    report: Option<Result<Report, Error>>,
    sha256: Option<String>,
}

impl Examiner {
    pub(crate) fn examine(&self, files: &[Found]) -> Vec<Answered> {
        batches(files, |file| &file.source).into_iter().flat_map(|batch| self.batch(batch)).collect()
    }

    fn batch(&self, files: &[Found]) -> Vec<Answered> {
        let begun: Vec<_> = files.iter().map(|file| self.begin(file)).collect();
        let mut judged = self.judge(&begun).into_iter();
        let answered = files.iter().zip(&begun).map(|(file, Begun { key, what })| match what {
            What::Known(row) => {
                let picture = if file.place < self.thumbnails {
                    file.source.read(&Limits::default()).ok()
                } else {
                    None
                };
                let thumbnail = picture.and_then(|picture| self.thumbnail(file, &picture));
                Answered { row: row.clone(), notes: Vec::new(), thumbnail, of_run: false, key: None }
            }
            What::Failed(failure) => {
                Answered { of_run: file.problem.is_some(), ..Answered::failed(&file.source, failure, *key) }
            }
            What::Read(asset) => {
                let judged = judged.next().unwrap_or_default();
                match self.answer(&file.source, asset, judged) {
                    Ok((found, notes)) => {
                        let outcome = Outcome::Examined(Box::new(found));
                        let row = Row::new(Named::of(file.source.path()), outcome);
                        Answered {
                            row,
                            notes,
                            thumbnail: self.thumbnail(file, &asset.bytes),
                            of_run: false,
                            key: *key,
                        }
                    }
                    Err(failure) => Answered::failed(&file.source, &failure, *key),
                }
            }
        });
        answered.collect()
    }

    fn thumbnail(&self, file: &Found, picture: &[u8]) -> Option<Thumbnail> {
        if file.place < self.thumbnails { Thumbnail::of(picture) } else { None }
    }

    fn begin(&self, file: &Found) -> Begun<'_> {
        // Taken before the file is read: whoever changes it meanwhile changes the key.
        let key = self.journal.as_ref().and_then(|_| Key::of(&file.source));
        let known = key.and_then(|key| self.journal.as_ref()?.find(key));
        let what = match (known, &file.problem) {
            (Some(row), _) => What::Known(row),
            (None, Some(problem)) => What::Failed(problem.clone()),
            (None, None) => self.read(&file.source).map_or_else(What::Failed, What::Read),
        };
        Begun { key, what }
    }

    fn read(&self, source: &Source) -> Result<Asset<'_>, Failure> {
        let said = Said::of(source, self.announced);
        let (anchors, format) = (&self.signers.anchors, said.format());
        let context = VerifyContext { anchors, format, ..VerifyContext::new(self.at) };
        let bytes = source.read(&Limits::default())?;
        said.check(&bytes)?;
        let outside = if self.announced.is_some() { None } else { outside(source, &bytes) };
        let is_text = || said.format().is_some_and(Format::is_text) || core::str::from_utf8(&bytes).is_ok();
        let ours = outside.is_none() || is_text();
        Ok(Asset { said, bytes, context, outside, ours })
    }

    /// All files of a batch at once, for then they are hashed side by side.
    fn judge(&self, begun: &[Begun<'_>]) -> Vec<Judged> {
        let assets: Vec<_> = begun.iter().filter_map(Begun::asset).collect();
        let ours = assets.iter().filter(|asset| asset.ours);
        let items: Vec<_> = ours.map(|asset| (&asset.bytes[..], &asset.context)).collect();
        let mut reports = aimark::verify_many(&items).into_iter();
        let wholes: Vec<_> =
            assets.iter().filter(|_| self.with_hash).map(|asset| [&asset.bytes[..]]).collect();
        let mut hashes = aimark_hash::sha256_all(wholes.iter().map(|whole| &whole[..])).into_iter();
        let judged = assets.iter().map(|asset| Judged {
            report: if asset.ours { reports.next() } else { None },
            sha256: hashes.next().map(|hash| hex(&hash)),
        });
        judged.collect()
    }

    fn answer(
        &self,
        source: &Source,
        asset: &Asset<'_>,
        judged: Judged,
    ) -> Result<(Examined, Vec<String>), Failure> {
        let Judged { report, sha256 } = judged;
        let label = report.as_ref().and_then(|report| report.as_ref().ok()?.stated_label().cloned());
        let ours = report.as_ref().and_then(|report| report.as_ref().ok()).and_then(credential);
        let (mut found, note) = match (report, asset.outside) {
            (Some(Ok(report)), None) => {
                let found = Examined::of(&report, sha256, |anchor| self.signers.accepted_by(anchor));
                (self.or_elsewhere(asset, found)?, asset.said.disagreement(source, report.format()))
            }
            (Some(Ok(report)), Some(_)) if report.verdict() != aimark::Verdict::Unmarked => {
                let found = Examined::of(&report, sha256, |anchor| self.signers.accepted_by(anchor));
                (found, asset.said.disagreement(source, report.format()))
            }
            (Some(Err(error)), None) => return Err(error.into()),
            (Some(report), Some(kind)) => {
                match (self.signers.elsewhere()?.examine(&asset.bytes, kind), report) {
                    (Ok(judgement), _) => (Examined::elsewhere(kind, sha256, judgement), None),
                    // It only began like one: it is a text without a label.
                    (Err(_), Ok(report)) => (Examined::of(&report, sha256, |_| None), None),
                    (Err(error), Err(_)) => return Err(error.into()),
                }
            }
            (None, Some(kind)) => {
                let judgement = self.signers.elsewhere()?.examine(&asset.bytes, kind)?;
                (Examined::elsewhere(kind, sha256, judgement), None)
            }
            (None, None) => return Err(Failure::new(Kind::Internal, say!("not-examined"))),
        };
        let hints =
            aimark_hints::look(&asset.bytes, Some(&found.media_type), &aimark_hints::Limits::default());
        found.hints = hints.hints.iter().map(Into::into).collect();
        let mut notes = Vec::from_iter(note);
        match self.look.find(&asset.bytes, &found, label.as_ref()) {
            Sight::NotSought => {}
            Sight::Unreadable(detail) => {
                notes.push(say!("note-not-looked-for", name = source.shown(), detail = detail).text());
            }
            Sight::Sought(search, watermark) => {
                found.watermark_search = Some(search.to_owned());
                found.watermark = watermark;
            }
        }
        let stated = || if found.credential.is_some() { found.as_credential() } else { ours };
        let watermark = found.watermark_search.as_ref().map(|_| found.watermark.is_some());
        found.profiles = self.laws.judge(&asset.bytes, &found.media_type, stated, watermark, self.at);
        Ok((found, notes))
    }

    /// What the other engine says of a credential that ours does not judge. Where it says nothing, ours has the word.
    fn or_elsewhere(&self, asset: &Asset<'_>, ours: Examined) -> Result<Examined, Failure> {
        let is_image = Format::from_media_type(&ours.media_type).is_some_and(|format| !format.is_text());
        // What is kept elsewhere is not in the file: ours finds nothing.
        let wanted =
            ours.verdict == Answer::Foreign || (ours.verdict == Answer::Unmarked && self.signers.online());
        if !wanted || !is_image {
            return Ok(ours);
        }
        match self.signers.elsewhere()?.examine(&asset.bytes, &ours.media_type) {
            Ok(Some(judgement)) => Ok(Examined::elsewhere(&ours.media_type, ours.sha256, Some(judgement))),
            Ok(None) => Ok(ours),
            Err(error) => Err(error.into()),
        }
    }
}

fn credential(report: &Report) -> Option<aimark_law::Credential> {
    aimark_law::Credential::from_report(report)
}

impl<'e> Begun<'e> {
    fn asset(&self) -> Option<&Asset<'e>> {
        if let What::Read(asset) = &self.what { Some(asset) } else { None }
    }
}

/// The kind of a file that the engine does not know and that may carry a credential all the same.
pub(crate) fn outside(source: &Source, bytes: &[u8]) -> Option<&'static str> {
    let extension = source.path().extension().and_then(|extension| extension.to_str());
    let kind = aimark_c2pa::media_type(bytes, extension)?;
    Format::from_media_type(kind).is_none().then_some(kind)
}

impl Answered {
    fn failed(source: &Source, failure: &Failure, key: Option<Key>) -> Self {
        let row = Row::new(Named::of(source.path()), Outcome::failed(failure));
        Self { row, notes: Vec::new(), thumbnail: None, of_run: false, key }
    }
}
