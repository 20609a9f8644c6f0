//! What a credential says, whoever made it and whoever examined it.

use std::collections::BTreeMap;

use aimark::{Code, Field, Origin, Report, Timestamp, Verdict};
use aimark_hints::Says;

/// Whether the content is the one that was signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Content {
    /// It is.
    AsSigned,
    /// It is another one.
    Changed,
    /// It was not compared, or could not be.
    NotExamined,
}

/// A time stamp, which is another signer's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs, reason = "callers build it")]
pub struct TimeStamp {
    /// The time that it gives.
    pub time: Timestamp,
    /// Whether the caller accepts its authority.
    pub accepted: bool,
}

/// What a credential says, as it was judged. [`Credential::from_report`] takes it from the core; for a credential of
/// another maker the caller fills the fields of a new one.
///
/// ```
/// use aimark::Verdict;
/// use aimark_hints::Says;
/// use aimark_law::{Content, Credential};
///
/// let mut found = Credential::new(Verdict::Valid);
/// found.content = Content::AsSigned;
/// found.origins = vec![Says::Generated];
/// found.fields.insert("system".to_owned(), "Kandinsky".to_owned());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Credential {
    /// The answer about it.
    pub verdict: Verdict,
    /// Whether it is of this project's shape, which records it where a warning is shown: without that, none is.
    pub own: bool,
    /// Whether the content is the one that was signed.
    pub content: Content,
    /// How the content came to be, as the credential has it.
    pub origins: Vec<Says>,
    /// The texts that it states, by the names of [`Field::name`].
    pub fields: BTreeMap<String, String>,
    /// When the content was made or altered.
    pub created_at: Option<Timestamp>,
    /// The time stamp over the signature.
    pub time_stamp: Option<TimeStamp>,
    /// The identifier of its manifest.
    pub identifier: Option<String>,
    /// The signer's name.
    pub signer: Option<String>,
    /// The software that made the claim.
    pub generator: Option<String>,
    /// The address at which it is kept, if it is not in the file, whether it was fetched from there or not.
    pub remote: Option<String>,
}

impl Credential {
    /// A credential of which only the verdict is known.
    #[must_use]
    pub fn new(verdict: Verdict) -> Self {
        Self {
            verdict,
            own: false,
            content: Content::NotExamined,
            origins: Vec::new(),
            fields: BTreeMap::new(),
            created_at: None,
            time_stamp: None,
            identifier: None,
            signer: None,
            generator: None,
            remote: None,
        }
    }

    /// What the core found; `None` where there is no label.
    ///
    /// ```
    /// # let picture = include_bytes!("../../../aimark/tests/identity/dot.png");
    /// let report = aimark::verify(picture, &aimark::VerifyContext::new("2026-11-21T12:00:00Z".parse()?))?;
    /// assert_eq!(aimark_law::Credential::from_report(&report), None);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn from_report(report: &Report) -> Option<Self> {
        if report.verdict() == Verdict::Unmarked {
            return None;
        }
        let mut found = Self::new(report.verdict());
        found.own = report.foreign().is_none();
        found.content = content(report);
        if let Some(label) = report.stated_label() {
            found.origins.push(says(label.origin()));
            found.created_at = label.created_at();
            let texts = Field::ALL.iter().filter_map(|field| Some((*field, label.text(*field)?)));
            found.fields = texts.map(|(field, text)| (field.name().to_owned(), text.to_owned())).collect();
        }
        if let Some(foreign) = report.foreign() {
            found.origins.extend(foreign.digital_source_types.iter().filter_map(|term| source_type(term)));
        }
        found.identifier = report.manifest_id().map(str::to_owned);
        found.signer = report
            .stated_signer()
            .map(|signer| signer.organization.clone().unwrap_or_else(|| signer.common_name.clone()));
        found.generator = report.claim_generator().map(str::to_owned);
        Some(found)
    }

    /// Whether what it says may be relied on, as far as its signer may.
    pub(crate) fn holds(&self) -> bool {
        matches!(self.verdict, Verdict::Trusted | Verdict::Valid)
    }

    /// Whether only its address is known.
    pub(crate) fn is_elsewhere(&self) -> bool {
        self.remote.is_some() && self.verdict == Verdict::Foreign
    }

    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(String::as_str)
    }
}

fn content(report: &Report) -> Content {
    let has = |code: Code| report.findings().iter().any(|finding| finding.code == code);
    if has(Code::AssertionDataHashMismatch) {
        Content::Changed
    } else if has(Code::AssertionDataHashMatch) || report.proof().is_some() {
        Content::AsSigned
    } else {
        Content::NotExamined
    }
}

fn says(origin: Origin) -> Says {
    match origin {
        Origin::Altered => Says::Altered,
        _ => Says::Generated,
    }
}

/// What a term of the IPTC vocabulary, or of C2PA's own, says of AI.
fn source_type(address: &str) -> Option<Says> {
    match address.trim_end_matches('/').rsplit('/').next()? {
        "trainedAlgorithmicMedia" | "trainedAlgorithmicData" => Some(Says::Generated),
        "compositeWithTrainedAlgorithmicMedia" | "compositeSynthetic" => Some(Says::Altered),
        _ => None,
    }
}
