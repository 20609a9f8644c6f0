//! What leads back to a label that was stripped: watermarks in pictures, fingerprints of pictures and texts.

use aimark::{Label, Verdict};
use aimark_durable::Error as Pixels;
use aimark_fingerprint::Error as Fingerprint;
use aimark_json::text_of;
use aimark_picture::Error as Picture;
use aimark_softbinding::{Error, Key, Limits, Search};

use crate::error::Failure;
use crate::options::aimark_options;
use crate::status::*;
use crate::unlabelled::{seen, within};
use crate::watermark::{Mark, Secret};

pub(crate) fn watermark(
    label: &Label,
    options: Option<&aimark_options>,
    asset: &[u8],
    mark: &Mark,
) -> Result<(Vec<u8>, Label), Failure> {
    let limits = Limits::default();
    if seen(asset, options, limits.picture.bytes)?.format().is_text() {
        return Err(of_text());
    }
    let mut wanted = aimark_softbinding::Mark::new(mark.issuer, mark.identifier).map_err(failure)?;
    wanted.key = mark.key.map_or_else(Key::shared, Key::new);
    let mut label = label.clone();
    let marked = aimark_softbinding::watermark(asset, &mut label, &wanted, &limits).map_err(failure)?;
    Ok((marked.bytes, label))
}

pub(crate) fn fingerprint(
    label: &Label,
    options: Option<&aimark_options>,
    asset: &[u8],
) -> Result<Label, Failure> {
    let limits = Limits::default();
    let format = seen(asset, options, limits.picture.bytes)?.format();
    let mut label = label.clone();
    aimark_softbinding::fingerprint(asset, format, &mut label, &limits).map_err(failure)?;
    Ok(label)
}

/// In ASCII, as all JSON of this library.
pub(crate) fn find(
    options: Option<&aimark_options>,
    asset: &[u8],
    keys: &[Secret],
    full: bool,
) -> Result<String, Failure> {
    let limits = Limits::default();
    within(asset, limits.picture.bytes)?;
    let report = aimark::verify(asset, &aimark_options::for_verifying(options, None)?.0)?;
    if report.format().is_text() {
        return Err(of_text());
    }
    let keys: Vec<Key> = core::iter::once(Key::shared()).chain(keys.iter().copied().map(Key::new)).collect();
    let search = if full { Search::Full } else { Search::Fast };
    let found = aimark_softbinding::find(asset, &keys, search, &limits).map_err(failure)?;
    // What a label says counts while it holds.
    let holds = matches!(report.verdict(), Verdict::Trusted | Verdict::Valid);
    let label = report.stated_label().filter(|_| holds);
    let stated = |mark: &aimark_softbinding::Watermark| label.and_then(|label| mark.is_stated_by(label));
    let said = found.map(|mark| aimark_json::watermark(&mark, stated(&mark)));
    Ok(text_of(&said.into(), |_| true))
}

fn of_text() -> Failure {
    Failure::new(AIMARK_E_UNSUPPORTED, "unsupported: a text has no pixels that could carry a watermark")
}

fn failure(error: Error) -> Failure {
    let status = match &error {
        Error::Labelled => AIMARK_E_ALREADY_LABELLED,
        Error::Picture(Picture::Input(_)) => AIMARK_E_MALFORMED,
        Error::Picture(Picture::Limit { .. })
        | Error::Watermark(Pixels::Limit { .. })
        | Error::Fingerprint(Fingerprint::Limit { .. }) => AIMARK_E_LIMIT,
        // The picture is sound: it cannot be what was asked of it.
        Error::Picture(Picture::Unsupported(_))
        | Error::Watermark(Pixels::TooSmall { .. } | Pixels::TooFlat | Pixels::Transparent | Pixels::Lost)
        | Error::Watermarked { .. }
        | Error::Coarse
        | Error::Fingerprint(Fingerprint::Input(_) | Fingerprint::Unsupported(_)) => AIMARK_E_UNSUPPORTED,
        Error::Label(fault) => return fault.clone().into(),
        _ => AIMARK_E_INTERNAL,
    };
    Failure::said(status, &error)
}

// The header's numbers stand where no watermark is built in.
const _: () = assert!(crate::watermark::MOST_KEYS + 1 == aimark_softbinding::MOST_KEYS);
const _: () = assert!(1 << crate::watermark::IDENTIFIER_BITS == aimark_durable::Payload::MOST_IDENTIFIER + 1);
