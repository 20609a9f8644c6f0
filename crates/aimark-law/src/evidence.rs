//! What is known of a file: all that the rules look at.

mod aigc;
mod credential;
mod marks;
mod texts;

use aimark::Timestamp;
use aimark_hints::{Hint, Hints, Kind};

pub use aigc::AigcLabel;
pub use credential::{Content, Credential, TimeStamp};
pub(crate) use marks::{Mark, States};
pub use texts::{NoticePlace, NoticeSeen, TextNotice, TextSeen};

use crate::medium::Medium;

/// Most characters of a mark that are kept: a Chinese label with two signatures in it must be read whole.
const VALUE_CHARS: usize = 64 << 10;

/// What is known of a file, gathered by the caller. What nobody looked for stays `None`, and a rule that needs it answers
/// [`CannotTell`](crate::Outcome::CannotTell).
///
/// ```
/// use aimark_law::{Evidence, Medium, TextKind};
///
/// let page = br#"<meta name="ai-disclosure" content="ai-generated">"#;
/// let at = "2026-11-21T12:00:00Z".parse()?;
/// let mut evidence = Evidence::gather(page, Some("text/html"), Medium::Text(TextKind::Html), at);
/// evidence.watermark = Some(false); // looked for, and not found
/// assert_eq!(evidence.hints.hints.len(), 1);
/// # Ok::<(), aimark::TimeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Evidence {
    /// What kind of file it is.
    pub medium: Medium,
    /// The moment of judgement.
    pub at: Timestamp,
    /// The credential in the file, or the one that it refers to.
    pub credential: Option<Credential>,
    /// Unsigned marks, with values that are not cut short.
    pub hints: Hints,
    /// The labels of GB 45438-2025 among them, read whole.
    pub aigc: Vec<AigcLabel>,
    /// The key under which the signature in such a label is to hold; without it the key in the file is taken.
    pub aigc_key: Option<aimark_aigc::security::PublicKey>,
    /// Why the file could not be walked to its end, if it could not.
    pub unreadable: Option<String>,
    /// Width and height of the picture as it is displayed, in pixels.
    pub picture: Option<(u32, u32)>,
    /// How the visible warning that the label records stands in the picture.
    pub notice: Option<NoticeSeen>,
    /// The height of the letters of that warning, in pixels. Without it only a box that is too low tells something.
    pub notice_height: Option<u32>,
    /// What people read in a text: its warnings, its beginning and end, its length.
    pub text: Option<TextSeen>,
    /// Whether an imperceptible watermark was found by somebody who looked for one.
    pub watermark: Option<bool>,
    /// The HTTP field `AI-Disclosure` that came with the file.
    pub http_disclosure: Option<String>,
    /// The caller's word that the system was on the market before a law began to bind new ones.
    pub legacy: bool,
    /// The caller's word on whether the user was told once, in text or voice.
    pub user_told: Option<bool>,
    /// The caller's word on whether the publication stands in a log.
    pub log_entry: Option<bool>,
}

impl Evidence {
    /// Nothing is known yet of a file of a kind.
    #[must_use]
    pub fn new(medium: Medium, at: Timestamp) -> Self {
        Self {
            medium,
            at,
            credential: None,
            hints: Hints::default(),
            aigc: Vec::new(),
            aigc_key: None,
            unreadable: None,
            picture: None,
            notice: None,
            notice_height: None,
            text: None,
            watermark: None,
            http_disclosure: None,
            legacy: false,
            user_told: None,
            log_entry: None,
        }
    }

    /// The unsigned marks of a file, and of a text what people read in it. Credential and notice are for the caller to add.
    /// What is read is bounded as [`aimark_hints::Limits::default`] has it, but for values of up to 65 536 characters.
    #[must_use]
    pub fn gather(asset: &[u8], media_type: Option<&str>, medium: Medium, at: Timestamp) -> Self {
        let limits = aimark_hints::Limits { value_chars: VALUE_CHARS, ..aimark_hints::Limits::default() };
        Self::gather_within(asset, media_type, medium, at, &limits)
    }

    /// The same within other limits. A label of GB 45438-2025 that is longer than `value_chars` is not read.
    ///
    /// ```
    /// use aimark_law::{Evidence, Medium, TextKind};
    ///
    /// let limits = aimark_hints::Limits { hints: 0, ..aimark_hints::Limits::default() };
    /// let (at, html) = ("2026-11-21T12:00:00Z".parse()?, Medium::Text(TextKind::Html));
    /// let page = br#"<meta name="ai-disclosure" content="mixed">"#;
    /// assert!(Evidence::gather_within(page, None, html, at, &limits).hints.cut);
    /// # Ok::<(), aimark::TimeError>(())
    /// ```
    #[must_use]
    pub fn gather_within(
        asset: &[u8],
        media_type: Option<&str>,
        medium: Medium,
        at: Timestamp,
        limits: &aimark_hints::Limits,
    ) -> Self {
        let mut evidence = Self::new(medium, at);
        evidence.hints = aimark_hints::look(asset, media_type, limits);
        evidence.aigc = AigcLabel::all(asset, &evidence.hints);
        if !medium.is_image() {
            evidence.text = core::str::from_utf8(asset).ok().map(TextSeen::of);
        }
        evidence
    }

    /// The hints of a kind.
    pub(crate) fn hints_of(&self, kind: Kind) -> impl Iterator<Item = &Hint> {
        self.hints.hints.iter().filter(move |hint| hint.kind == kind)
    }

    /// The credential, if it is in the file.
    pub(crate) fn embedded(&self) -> Option<&Credential> {
        self.credential.as_ref().filter(|credential| !credential.is_elsewhere())
    }

    /// What a field of the label says, in a credential that holds.
    pub(crate) fn field(&self, name: &str) -> Option<&str> {
        self.credential.as_ref().filter(|one| one.holds()).and_then(|one| one.field(name))
    }
}
