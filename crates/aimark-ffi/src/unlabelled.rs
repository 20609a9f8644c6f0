//! An asset that something is done to before it is signed: not too large, and without a label.

use aimark::{LimitExceeded, Report, Verdict};

use crate::error::Failure;
use crate::options::aimark_options;
use crate::status::AIMARK_E_ALREADY_LABELLED;

/// More than `allowed` bytes are copied and decoded for nobody.
pub(crate) fn within(asset: &[u8], allowed: u64) -> Result<(), Failure> {
    let found = u64::try_from(asset.len()).unwrap_or(u64::MAX);
    if found <= allowed {
        return Ok(());
    }
    Err(aimark::Error::from(LimitExceeded { what: "size of the asset in bytes", found, allowed }).into())
}

/// The asset as the core sees it when it signs: what it would refuse then is refused before anything is done to it.
pub(crate) fn seen(asset: &[u8], options: Option<&aimark_options>, allowed: u64) -> Result<Report, Failure> {
    within(asset, allowed)?;
    let seen = aimark::verify(asset, &aimark_options::for_looking(options)?)?;
    if seen.verdict() != Verdict::Unmarked {
        let words = "input: the asset carries a content credential already: prepare first, sign last";
        return Err(Failure::new(AIMARK_E_ALREADY_LABELLED, words));
    }
    Ok(seen)
}
