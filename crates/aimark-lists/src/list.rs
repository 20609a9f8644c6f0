//! A list, and those that come with this crate.

use std::borrow::Cow;
use std::collections::BTreeSet;

use aimark_identity::{CertificateSummary, describe};

use crate::{Date, ListError, Purpose};

/// A trust list: certificates of authorities, and where they are from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct List {
    /// What it is called: there is one name for each purpose.
    pub name: Cow<'static, str>,
    /// What its authorities are accepted for.
    pub purpose: Purpose,
    /// The day as of which it is.
    pub date: Date,
    /// Who publishes it, and where.
    pub origin: Cow<'static, str>,
    /// Under which licence (SPDX); `None` if nobody said.
    pub licence: Option<Cow<'static, str>>,
    /// SHA-256 of `pem` in lower-case hexadecimal.
    pub sha256: Cow<'static, str>,
    /// The certificates in PEM (RFC 7468), with words between them.
    pub pem: Cow<'static, str>,
}

/// The list of a purpose that comes with this crate.
///
/// ```
/// use aimark_lists::{Purpose, built_in};
///
/// let list = built_in(Purpose::TimeStamping);
/// assert_eq!(list.licence.as_deref(), Some("CC-BY-4.0"));
/// assert_eq!(list.certificates()?.len(), 22);
/// # Ok::<(), aimark_lists::ListError>(())
/// ```
#[must_use]
pub const fn built_in(purpose: Purpose) -> List {
    let (sha256, pem) = match purpose {
        Purpose::Signing => (
            "75cacc98b79ecac33713c7ecfb58d4a0ef383f3c1f886e7409f9e37e8664aea5",
            include_str!("../data/C2PA-TRUST-LIST.pem"),
        ),
        Purpose::TimeStamping => (
            "c688d3555f4a2f1f8d663472bbd37888ff234abdd234c25934c0f9292e4eb5c9",
            include_str!("../data/C2PA-TSA-TRUST-LIST.pem"),
        ),
    };
    List {
        name: Cow::Borrowed(name(purpose)),
        purpose,
        date: Date::known(2026, 8, 21),
        origin: Cow::Borrowed("https://github.com/c2pa-org/conformance-public, trust-list/"),
        licence: Some(Cow::Borrowed("CC-BY-4.0")),
        sha256: Cow::Borrowed(sha256),
        pem: Cow::Borrowed(pem),
    }
}

/// The name of a purpose's list.
pub(crate) const fn name(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Signing => "c2pa-signing",
        Purpose::TimeStamping => "c2pa-time-stamping",
    }
}

impl List {
    /// Its certificates, described, in its order. One that is there twice is given once.
    ///
    /// # Errors
    ///
    /// [`ListError::Certificate`] if one cannot be read, which no list of [`built_in`] and
    /// [`Snapshot::parse`](crate::Snapshot::parse) has.
    pub fn certificates(&self) -> Result<Vec<CertificateSummary>, ListError> {
        let mut seen = BTreeSet::new();
        let all = describe(&self.pem)?.into_iter();
        Ok(all.filter(|one| seen.insert(one.fingerprint.clone())).collect())
    }
}
