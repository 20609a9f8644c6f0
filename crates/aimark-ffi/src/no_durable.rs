//! Stands in for `durable.rs` in a library that is built without watermarks.

use aimark::Label;

use crate::error::Failure;
use crate::options::aimark_options;
use crate::status::AIMARK_E_UNSUPPORTED;
use crate::watermark::{Mark, Secret};

pub(crate) fn watermark(
    _: &Label,
    _: Option<&aimark_options>,
    _: &[u8],
    _: &Mark,
) -> Result<(Vec<u8>, Label), Failure> {
    without()
}

pub(crate) fn fingerprint(_: &Label, _: Option<&aimark_options>, _: &[u8]) -> Result<Label, Failure> {
    without()
}

pub(crate) fn find(_: Option<&aimark_options>, _: &[u8], _: &[Secret], _: bool) -> Result<String, Failure> {
    without()
}

fn without<T>() -> Result<T, Failure> {
    Err(Failure::new(AIMARK_E_UNSUPPORTED, "unsupported: this library was built without watermarks"))
}
