//! Fingerprints of a file, as a label states them.

use aimark::{Format, Label, SoftBinding};
use aimark_fingerprint::{Fingerprint, iscc_image, minhash, pdq_regions, simhash};
use aimark_notice::{TextKind, visible_text};
use aimark_picture::File;

use crate::pixels::{displayed, eight};
use crate::{Error, Limits};

/// PDQ of a picture and of parts of it: 32 bytes each, in the order of [`aimark_fingerprint::pdq_regions`].
pub const PDQ: &str = "org.aimark.pdq.1";
/// The Image-Code of a picture (ISO 24138), as a unit with its header: in the list of algorithms that the C2PA keeps.
pub const ISCC: &str = "io.iscc.v0";
/// SimHash of a text: 32 bytes.
pub const SIMHASH: &str = "org.aimark.simhash.1";
/// MinHash of a text: 128 numbers of 16 bits, the high byte first. Left out where a label's bytes cost four each.
pub const MINHASH: &str = "org.aimark.minhash.1";

/// Computes the fingerprints of a file as it is, and states them in `label`: of a picture as it is displayed, of a text what
/// people read of it. A text without a letter or digit, or not in UTF-8, has none, and a kind of text whose words cannot be told from its code
/// is taken as a whole.
///
/// # Errors
///
/// [`Error::Picture`] for a picture that cannot be decoded, [`Error::Fingerprint`] for what is too large,
/// [`Error::Label`] for a label that has no room for them. The label is as it was then.
pub fn fingerprint(asset: &[u8], format: Format, label: &mut Label, limits: &Limits) -> Result<(), Error> {
    let found = if format.is_text() { of_text(asset, format, limits) } else { of_picture(asset, limits) }?;
    let bindings = found.into_iter().map(|(name, value)| SoftBinding::new(name, &value));
    let bindings = bindings.collect::<Result<Vec<_>, _>>()?;
    let mut bound = label.clone();
    for binding in bindings {
        bound.bind(binding)?;
    }
    *label = bound;
    Ok(())
}

type Values = Vec<(&'static str, Vec<u8>)>;

fn of_picture(asset: &[u8], limits: &Limits) -> Result<Values, Error> {
    let file = File::read(asset, &limits.picture)?;
    let image = displayed(file.decode(&limits.picture)?, file.orientation());
    let pixels = eight(&image)?;
    let regions = pdq_regions(&pixels, &limits.fingerprint)?;
    let regions = regions.iter().flat_map(|region| region.pdq.fingerprint.bytes()).copied().collect();
    let iscc = iscc_image(&pixels, &limits.fingerprint)?;
    let unit = iscc.iscc_unit().ok_or(Error::Internal("an Image-Code is no unit"))?;
    Ok(vec![(PDQ, regions), (ISCC, unit)])
}

fn of_text(asset: &[u8], format: Format, limits: &Limits) -> Result<Values, Error> {
    let Ok(text) = core::str::from_utf8(asset) else { return Ok(Vec::new()) };
    let kind = match format {
        Format::Markdown => Some(TextKind::Markdown),
        Format::Html | Format::Xhtml => Some(TextKind::Html),
        _ => None,
    };
    let read = kind.map(|kind| visible_text(text, kind));
    let text = read.as_deref().unwrap_or(text);
    let bytes = |fingerprint: Fingerprint| fingerprint.bytes().to_vec();
    let simhash = match simhash(text, &limits.fingerprint) {
        Ok(fingerprint) => bytes(fingerprint),
        Err(aimark_fingerprint::Error::Input(_)) => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut values = vec![(SIMHASH, simhash)];
    if !matches!(format, Format::PlainText | Format::Csv | Format::Tsv) {
        values.push((MINHASH, bytes(minhash(text, &limits.fingerprint)?)));
    }
    Ok(values)
}
