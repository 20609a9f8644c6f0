//! What leads back to a label that was stripped: put in before a file is signed, looked for where it is checked.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use aimark::{Field, Format, Label, Signer};
use aimark_softbinding::{Error, Key, Limits, MOST_KEYS, Mark, Search, find, fingerprint, watermark};
use zeroize::Zeroizing;

use crate::args::{DurableArgs, WatermarkArgs};
use crate::failure::{Failure, Kind};
use crate::input::read_text;
use crate::row::{Answer, Examined, Watermark};
use crate::shown::{shown, visible};
use crate::words::say;

/// What signing does so that a stripped copy leads back to its label.
pub(crate) struct Durable {
    key: Key,
    issuer: Option<u16>,
    /// Whether something was said of the watermark itself.
    particular: bool,
}

impl Durable {
    /// What was asked for, if it was.
    pub(crate) fn of(args: &DurableArgs) -> Result<Option<Self>, Failure> {
        if !args.durable {
            return Ok(None);
        }
        let secret = args.durable_key.as_deref().map(secret).transpose()?;
        let particular = secret.is_some() || args.durable_issuer.is_some();
        let key = secret.map_or_else(Key::shared, |secret| Key::new(*secret));
        Ok(Some(Self { key, issuer: args.durable_issuer, particular }))
    }

    /// Puts a watermark into a picture; `random` is what the signature draws on. `None` for a text, which has none.
    pub(crate) fn mark(
        &self,
        asset: &[u8],
        format: Format,
        label: &mut Label,
        signer: Option<&Signer>,
        random: &[u8; 32],
    ) -> Result<Option<Watermarked>, Failure> {
        if format.is_text() {
            return Ok(None);
        }
        let unique = label.text(Field::ContentId).map_or(&random[..], str::as_bytes);
        let identifier = Mark::identifier_of(unique);
        let issuer = self.issuer.unwrap_or_else(|| Mark::issuer_of(&issuer(signer)));
        let mut mark = Mark::new(issuer, identifier).map_err(|error| failed(&error))?;
        mark.key.clone_from(&self.key);
        let marked =
            guarded(|| watermark(asset, label, &mark, &Limits::default())).map_err(|error| failed(&error))?;
        Ok(Some(Watermarked { bytes: marked.bytes, issuer, identifier, psnr: marked.psnr }))
    }

    /// What the user has to know of a text called `name`: what was said of its watermark is in vain.
    pub(crate) fn note_of_text(&self, name: &str) -> Option<String> {
        self.particular.then(|| say!("note-text-unwatermarked", name = name).text())
    }

    /// Sees that the watermark which a label states can still be read, after more was drawn into the picture.
    pub(crate) fn check(&self, asset: &[u8], label: &Label) -> Result<(), Failure> {
        let keys = core::slice::from_ref(&self.key);
        let found = guarded(|| find(asset, keys, Search::Fast, &Limits::default()))
            .map_err(|error| failed(&error))?;
        match found.and_then(|mark| mark.is_stated_by(label)) {
            Some(true) => Ok(()),
            _ => Err(Failure::input(say!("durable-covered"))),
        }
    }
}

/// A picture with a watermark.
pub(crate) struct Watermarked {
    pub(crate) bytes: Vec<u8>,
    issuer: u16,
    identifier: u64,
    psnr: f64,
}

impl Watermarked {
    /// What the user has to know to find the label by it.
    pub(crate) fn note(&self, name: &str) -> String {
        let (issuer, identifier) = (self.issuer.to_string(), self.identifier.to_string());
        let psnr = format!("{:.1}", self.psnr);
        say!("note-watermarked", name = name, issuer = issuer, identifier = identifier, psnr = psnr).text()
    }
}

/// States the fingerprints of a file that nobody changes any more before it is signed.
pub(crate) fn state_fingerprints(asset: &[u8], format: Format, label: &mut Label) -> Result<(), Failure> {
    guarded(|| fingerprint(asset, format, label, &Limits::default())).map_err(|error| failed(&error))
}

/// Decoders are written with care, and hostile pictures too. One is no reason to lose those that were signed or examined before.
fn guarded<T>(work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Error::Internal("a decoder fell over")))
}

/// Who signs, by the name that a mark's issuer number is made of.
fn issuer(signer: Option<&Signer>) -> String {
    let info = signer.map(|signer| signer.chain().signer());
    info.map(|info| info.organization.unwrap_or(info.common_name)).unwrap_or_default()
}

/// How watermarks are looked for.
pub(crate) struct Look {
    keys: Vec<Key>,
    /// All that an answer depends on besides the file, without telling the keys.
    settings: String,
    /// Nowhere, if none.
    search: Option<Search>,
    /// Also in files that have a label.
    everywhere: bool,
}

impl Look {
    /// `many`, a folder or a list, are not looked into unless that is asked for: it takes a hundred times as long as the label.
    pub(crate) fn of(args: &WatermarkArgs, many: bool) -> Result<Self, Failure> {
        if args.watermark == Some(Depth::Off) && !args.watermark_key.is_empty() {
            return Err(Failure::misuse(say!("watermark-off-key")));
        }
        let secrets: Vec<Zeroizing<[u8; 32]>> =
            args.watermark_key.iter().map(|path| secret(path)).collect::<Result<_, _>>()?;
        let own = secrets.iter().map(|secret| Key::new(**secret));
        let keys: Vec<Key> = core::iter::once(Key::shared()).chain(own).collect();
        if keys.len() > MOST_KEYS {
            let most = MOST_KEYS.saturating_sub(1).to_string();
            return Err(Failure::misuse(say!("watermark-keys-many", most = most)));
        }
        let search = match args.watermark {
            Some(Depth::Off) => None,
            Some(Depth::Fast) => Some(Search::Fast),
            Some(Depth::Full) => Some(Search::Full),
            None if many && args.watermark_key.is_empty() => None,
            None => Some(Search::Fast),
        };
        let everywhere = args.watermark.is_some() || !args.watermark_key.is_empty();
        let depth = format!("{search:?} {everywhere}");
        let parts: Vec<&[u8]> = secrets.iter().map(|secret| &secret[..]).chain([depth.as_bytes()]).collect();
        let hashed = aimark_hash::sha256_all(core::iter::once(&parts[..]));
        let settings = hashed.iter().map(|hash| aimark_json::hex(hash)).collect();
        Ok(Self { keys, settings, search, everywhere })
    }

    /// All that an answer depends on besides the file.
    pub(crate) fn settings(&self) -> &str {
        &self.settings
    }

    /// What was seen in the pixels of a file.
    pub(crate) fn find(&self, asset: &[u8], found: &Examined, stated: Option<&Label>) -> Sight {
        let search = self.search.filter(|_| self.everywhere || found.verdict == Answer::Unmarked);
        let is_text = Format::from_media_type(&found.media_type).is_some_and(Format::is_text);
        let Some(search) = search.filter(|_| !is_text) else { return Sight::NotSought };
        match guarded(|| find(asset, &self.keys, search, &Limits::default())) {
            Ok(mark) => {
                // What a label says counts while it holds.
                let stated = stated.filter(|_| found.verdict.holds());
                Sight::Sought(name(search), mark.map(|mark| said(&mark, stated)))
            }
            Err(error) if self.everywhere => Sight::Unreadable(visible(&error.to_string())),
            Err(_) => Sight::NotSought,
        }
    }
}

/// What came of looking for a watermark.
pub(crate) enum Sight {
    /// Nobody asked, or nobody who minds: the file has no pixels that could be decoded.
    NotSought,
    /// Somebody asked, and this is why nobody could look.
    Unreadable(String),
    /// How it was looked for, and what was found.
    Sought(&'static str, Option<Watermark>),
}

fn name(search: Search) -> &'static str {
    match search {
        Search::Fast => "fast",
        Search::Full => "full",
    }
}

/// What a picture without a label says in its pixels, to whoever looks for a moment and has no key.
pub(crate) fn seen(asset: &[u8]) -> Option<Watermark> {
    let keys = [Key::shared()];
    let found = guarded(|| find(asset, &keys, Search::Fast, &Limits::default()));
    found.ok().flatten().map(|mark| said(&mark, None))
}

fn said(mark: &aimark_softbinding::Watermark, stated: Option<&Label>) -> Watermark {
    Watermark {
        origin: mark.origin().map(|origin| origin.name().to_owned()),
        issuer: mark.issuer(),
        identifier: mark.identifier(),
        value: aimark_json::hex(&mark.value()),
        key: mark.found().key,
        z: f64::from(mark.found().z).round(),
        stated: stated.and_then(|label| mark.is_stated_by(label)),
    }
}

/// How long to look for a watermark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Depth {
    /// Do not look
    Off,
    /// Find it in copies of the whole picture, in any size
    Fast,
    /// Find it also in crops, frames and turned pictures; a second or more for each
    Full,
}

/// A key: 64 hexadecimal digits.
fn secret(path: &Path) -> Result<Zeroizing<[u8; 32]>, Failure> {
    let text = Zeroizing::new(read_text(path)?);
    let digits = text.trim();
    let mut secret = Zeroizing::new([0; 32]);
    let pairs = digits.as_bytes().as_chunks::<2>().0;
    let is_whole = digits.len() == 64 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    for (byte, pair) in secret.iter_mut().zip(pairs) {
        let pair = core::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok());
        *byte = pair.unwrap_or_default();
    }
    if is_whole { Ok(secret) } else { Err(wrong_key(path)) }
}

fn wrong_key(path: &Path) -> Failure {
    Failure::new(Kind::Signer, say!("watermark-key-wrong", path = shown(path)))
        .hint(say!("hint-watermark-key"))
}

fn failed(error: &Error) -> Failure {
    use aimark_durable::Error as Pixels;
    use aimark_picture::Error as Picture;
    let words = say!("durable-failed", detail = visible(&error.to_string()));
    match error {
        Error::Labelled => Failure::input(say!("law-labelled")),
        Error::Watermark(Pixels::TooSmall { width, height }) => {
            Failure::input(say!("durable-too-small", width = width.to_string(), height = height.to_string()))
        }
        Error::Watermark(Pixels::TooFlat) => Failure::input(say!("durable-too-flat")),
        Error::Watermark(Pixels::Transparent) => Failure::input(say!("durable-transparent")),
        Error::Watermark(Pixels::Lost) => Failure::input(say!("durable-lost")),
        Error::Coarse => Failure::input(say!("durable-coarse")),
        Error::Watermarked { issuer, identifier } => {
            let (issuer, identifier) = (issuer.to_string(), identifier.to_string());
            Failure::input(say!("durable-watermarked", issuer = issuer, identifier = identifier))
        }
        Error::Picture(Picture::Unsupported(_)) => Failure::new(Kind::Unsupported, words),
        Error::Picture(Picture::Limit { .. }) | Error::Watermark(Pixels::Limit { .. }) => {
            Failure::new(Kind::Limit, words)
        }
        Error::Fingerprint(aimark_fingerprint::Error::Limit { .. }) => Failure::new(Kind::Limit, words),
        Error::Picture(Picture::Input(_)) => Failure::input(words),
        _ => Failure::new(Kind::Internal, words),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decoder_that_falls_over_fails_one_file_and_no_run() {
        let fallen = guarded::<()>(|| panic!("a picture nobody thought of"));
        let failure = failed(&fallen.unwrap_err());
        assert_eq!(failure.kind, Kind::Internal);
        assert!(failure.message.contains("fell over"), "{}", failure.message);
    }
}
