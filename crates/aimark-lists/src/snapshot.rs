//! A newer list in place of a shipped one: reading it as it is published, and the form in which it is kept.

use std::borrow::Cow;

use aimark_identity::{CertificateSummary, describe};
use sha2::{Digest, Sha256};

use crate::list::name;
use crate::{Date, List, ListError, Purpose};

/// What a file that is to replace a list may cost.
///
/// ```
/// let limits = aimark_lists::Limits { certificates: 50, ..aimark_lists::Limits::default() };
/// assert_eq!(limits.bytes, 1 << 20);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs, reason = "callers build it with `..Limits::default()`")]
pub struct Limits {
    /// The longest file, in bytes. Default 1 MiB; the lists have 40 KB.
    pub bytes: usize,
    /// The most certificates. Default 1000; the lists have 30.
    pub certificates: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 1 << 20, certificates: 1000 }
    }
}

/// A list that somebody gave, every certificate of which was read and fits its purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    list: List,
}

const FIRST: &str = "aimark trust list";
const BEGIN: &str = "-----BEGIN CERTIFICATE-----";

impl Snapshot {
    /// Reads a list as the C2PA publishes it: certificates in PEM, with words between them. The file does not say how old it
    /// is, so `date` does: the day on which it was taken. `purpose` may be left out where the certificates tell.
    ///
    /// `at` is now, in seconds since 1970.
    ///
    /// # Errors
    ///
    /// A [`ListError`] that says what is wrong with it.
    ///
    /// ```
    /// use aimark_lists::{Limits, Purpose, Snapshot, built_in};
    ///
    /// let bytes = built_in(Purpose::TimeStamping).pem;
    /// let taken = "2026-09-01".parse()?;
    /// let snapshot = Snapshot::parse(bytes.as_bytes(), None, taken, 1_788_220_800, &Limits::default())?;
    /// assert_eq!(snapshot.list().purpose, Purpose::TimeStamping);
    /// assert_eq!(Snapshot::from_stored(snapshot.to_stored().as_bytes(), &Limits::default())?, snapshot);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn parse(
        bytes: &[u8],
        purpose: Option<Purpose>,
        date: Date,
        at: i64,
        limits: &Limits,
    ) -> Result<Self, ListError> {
        let (text, certificates) = read(bytes, limits)?;
        let purpose = purpose.map_or_else(|| told(&certificates), Ok)?;
        check(&certificates, purpose)?;
        if !certificates.iter().any(|one| (one.not_before..=one.not_after).contains(&at)) {
            return Err(ListError::NoneValid);
        }
        Ok(Self::new(text, purpose, date))
    }

    /// Reads what [`Self::to_stored`] wrote. Whether its certificates are valid is not asked again.
    ///
    /// # Errors
    ///
    /// [`ListError::Stored`] if it was changed since, and what [`Self::parse`] says.
    pub fn from_stored(bytes: &[u8], limits: &Limits) -> Result<Self, ListError> {
        let text = core::str::from_utf8(bytes).map_err(|_| ListError::NotText)?;
        let (head, pem) = text.split_once("\n\n").ok_or(ListError::Stored)?;
        let [FIRST, purpose, date, sha256] = head.lines().collect::<Vec<_>>()[..] else {
            return Err(ListError::Stored);
        };
        let purpose = purpose.strip_prefix("purpose: ").and_then(|text| text.parse().ok());
        let date = date.strip_prefix("date: ").and_then(|text| text.parse().ok());
        let (purpose, date) = purpose.zip(date).ok_or(ListError::Stored)?;
        let (text, certificates) = read(pem.as_bytes(), limits)?;
        check(&certificates, purpose)?;
        let snapshot = Self::new(text, purpose, date);
        let whole = sha256.strip_prefix("sha256: ") == Some(&*snapshot.list.sha256);
        if whole { Ok(snapshot) } else { Err(ListError::Stored) }
    }

    /// The snapshot as text that is to be kept: four lines that say what it is, an empty one, and the file as it was given.
    #[must_use]
    pub fn to_stored(&self) -> String {
        let List { purpose, date, sha256, pem, .. } = &self.list;
        format!("{FIRST}\npurpose: {purpose}\ndate: {date}\nsha256: {sha256}\n\n{pem}")
    }

    /// The list.
    #[must_use]
    pub fn list(&self) -> &List {
        &self.list
    }

    /// The same, as its own value.
    #[must_use]
    pub fn into_list(self) -> List {
        self.list
    }

    fn new(pem: &str, purpose: Purpose, date: Date) -> Self {
        let sha256 = Sha256::digest(pem.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        let list = List {
            name: Cow::Borrowed(name(purpose)),
            purpose,
            date,
            origin: Cow::Borrowed("a file that you gave"),
            licence: None,
            sha256: Cow::Owned(sha256),
            pem: Cow::Owned(pem.to_owned()),
        };
        Self { list }
    }
}

fn read<'b>(bytes: &'b [u8], limits: &Limits) -> Result<(&'b str, Vec<CertificateSummary>), ListError> {
    if bytes.len() > limits.bytes {
        return Err(ListError::TooLong { found: bytes.len(), allowed: limits.bytes });
    }
    let text = core::str::from_utf8(bytes).map_err(|_| ListError::NotText)?;
    if text.matches(BEGIN).count() > limits.certificates {
        return Err(ListError::TooMany { allowed: limits.certificates });
    }
    Ok((text, describe(text)?))
}

/// That all are authorities, for this purpose.
fn check(certificates: &[CertificateSummary], purpose: Purpose) -> Result<(), ListError> {
    for (one, position) in certificates.iter().zip(1..) {
        let subject = || one.subject.clone();
        if !one.is_ca {
            return Err(ListError::NotAnAuthority { position, subject: subject() });
        }
        if !purpose.admits(one) {
            return Err(ListError::OtherPurpose { position, purpose, subject: subject() });
        }
    }
    Ok(())
}

/// The one purpose that all the certificates have.
fn told(certificates: &[CertificateSummary]) -> Result<Purpose, ListError> {
    let fits = |purpose: &Purpose| certificates.iter().all(|one| purpose.admits(one));
    let all: Vec<Purpose> = Purpose::ALL.into_iter().filter(fits).collect();
    match all[..] {
        [one] => Ok(one),
        [] => Err(ListError::Mixed),
        _ => Err(ListError::PurposeUnknown),
    }
}
