//! Stands in for `law.rs` in a library that is built without laws.

use aimark::{Label, Report, Timestamp};

use crate::error::Failure;
use crate::laws::How;
use crate::options::aimark_options;
use crate::status::AIMARK_E_UNSUPPORTED;

/// Laws: none.
#[derive(Debug, Default)]
pub(crate) struct Laws;

impl Laws {
    pub(crate) fn add(&mut self, _: &str) -> Result<(), Failure> {
        without()
    }

    pub(crate) fn add_toml(&mut self, _: &str) -> Result<(), Failure> {
        without()
    }

    pub(crate) fn prepare(
        &self,
        _: &How,
        _: &Label,
        _: Option<&aimark_options>,
        _: &[u8],
    ) -> Result<(Vec<u8>, Label), Failure> {
        without()
    }

    pub(crate) fn check(&self, _: &How, _: &Report, _: &[u8], _: Timestamp) -> Result<String, Failure> {
        without()
    }
}

fn without<T>() -> Result<T, Failure> {
    Err(Failure::new(AIMARK_E_UNSUPPORTED, "unsupported: this library was built without laws"))
}
