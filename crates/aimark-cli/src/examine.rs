//! From files to rows: reading them, and asking whoever can judge what is in them.

use aimark::{Anchors, Error, Format, Limits, Report, Timestamp, VerifyContext};
use aimark_json::hex;

use crate::batch::batches;
use crate::failure::{Failure, Kind};
use crate::input::Source;
use crate::journal::{Journal, Key};
use crate::kind::Said;
use crate::row::{Examined, Named, Outcome, Row};
use crate::walk::Found;

/// What is the same for all files of a run.
pub(crate) struct Examiner {
    pub(crate) anchors: Anchors,
    pub(crate) at: Timestamp,
    pub(crate) announced: Option<Format>,
    /// Whether rows have the hash of their file, which costs as much as examining it.
    pub(crate) with_hash: bool,
    pub(crate) journal: Option<Journal>,
}

/// One file's answer.
pub(crate) struct Answered {
    pub(crate) row: Row,
    /// What the user may not expect, in words.
    pub(crate) note: Option<String>,
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
}

/// What the engine said of one file, and its hash if that was asked for.
type Judged = (Result<Report, Error>, Option<[u8; 32]>);

impl Examiner {
    pub(crate) fn examine(&self, files: &[Found]) -> Vec<Answered> {
        batches(files, |file| &file.source).into_iter().flat_map(|batch| self.batch(batch)).collect()
    }

    fn batch(&self, files: &[Found]) -> Vec<Answered> {
        let begun: Vec<_> = files.iter().map(|file| self.begin(file)).collect();
        let mut judged = self.judge(&begun).into_iter();
        let answered = files.iter().zip(&begun).map(|(file, Begun { key, what })| match what {
            What::Known(row) => Answered { row: row.clone(), note: None, key: None },
            What::Failed(failure) => Answered::failed(&file.source, failure, *key),
            What::Read(asset) => match judged.next() {
                Some(judged) => self.answer(&file.source, asset, judged, *key),
                None => {
                    let missing = Failure::new(Kind::Internal, "a file was not examined");
                    Answered::failed(&file.source, &missing, *key)
                }
            },
        });
        answered.collect()
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
        let (anchors, format) = (&self.anchors, said.format());
        let context = VerifyContext { anchors, format, ..VerifyContext::new(self.at) };
        let bytes = source.read(&Limits::default())?;
        said.check(&bytes)?;
        Ok(Asset { said, bytes, context })
    }

    /// All files of a batch at once, for then they are hashed side by side.
    fn judge(&self, begun: &[Begun<'_>]) -> Vec<Judged> {
        let assets = begun.iter().filter_map(|begun| match &begun.what {
            What::Read(asset) => Some((&asset.bytes[..], &asset.context)),
            _ => None,
        });
        let items: Vec<_> = assets.collect();
        let wholes: Vec<_> = items.iter().filter(|_| self.with_hash).map(|item| [item.0]).collect();
        let hashes = aimark_hash::sha256_all(wholes.iter().map(|whole| &whole[..]));
        let hashes = hashes.into_iter().map(Some).chain(std::iter::repeat(None));
        aimark::verify_many(&items).into_iter().zip(hashes).collect()
    }

    fn answer(&self, source: &Source, asset: &Asset<'_>, judged: Judged, key: Option<Key>) -> Answered {
        let (report, hash) = judged;
        match report {
            Ok(report) => {
                let sha256 = hash.map(|hash| hex(&hash));
                let found = Examined::of(&report, sha256, |_| None);
                let row = Row::new(Named::of(source.path()), Outcome::Examined(Box::new(found)));
                let note = asset.said.disagreement(source, report.format());
                Answered { row, note, key }
            }
            Err(error) => Answered::failed(source, &error.into(), key),
        }
    }
}

impl Answered {
    fn failed(source: &Source, failure: &Failure, key: Option<Key>) -> Self {
        let row = Row::new(Named::of(source.path()), Outcome::failed(failure));
        Self { row, note: None, key }
    }
}
