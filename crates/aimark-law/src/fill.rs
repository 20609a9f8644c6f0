//! What signing fills in, for one law or for several at once.

mod demands;

use serde::Deserialize;

use crate::decimal::Decimal;
use crate::error::ProfileError;

pub use demands::{Conflict, Demands, Missing, Reason, Warning};

/// What signing fills in for a law.
///
/// ```
/// let kz = aimark_law::Profile::builtin("kz").unwrap();
/// assert!(kz.fill().iptc);
/// assert_eq!(kz.fill().notice.as_ref().unwrap().languages, ["kk", "ru", "en"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[non_exhaustive]
pub struct Fill {
    /// Whether the IPTC digital source type is written.
    pub iptc: bool,
    /// Whether the label of GB 45438-2025 is written.
    pub aigc: bool,
    /// The warning that people see.
    pub notice: Option<Notice>,
    /// Fields that the label must state, by the names of [`aimark::Field::name`]. One of each group suffices.
    pub required: Vec<Vec<String>>,
    /// Fields that the law suggests, or that a rule asks for with a warning.
    pub recommended: Vec<String>,
}

/// The warning that people see.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Notice {
    /// Whether it is drawn into images and written into texts.
    pub draw: bool,
    /// Its languages (BCP 47), the first first.
    pub languages: Vec<String>,
    /// The least height of its letters, in percent of the shorter side of the picture.
    pub min_height_percent: u8,
    /// Where in a picture; `None` where the law leaves it open.
    #[serde(default)]
    pub place: Option<Place>,
    /// The least contrast of letters and ground, as WCAG 2.1 counts it.
    #[serde(default)]
    pub(crate) min_contrast: Option<Decimal>,
}

impl Notice {
    /// The least contrast of letters and ground in hundredths, as WCAG 2.1 counts it: 450 is 4.5 to 1.
    ///
    /// ```
    /// let kz = aimark_law::Profile::builtin("kz").unwrap();
    /// assert_eq!(kz.fill().notice.as_ref().unwrap().min_contrast_hundredths(), Some(450));
    /// ```
    #[must_use]
    pub fn min_contrast_hundredths(&self) -> Option<u32> {
        self.min_contrast.map(|contrast| contrast.0)
    }
}

/// A corner of a picture.
///
/// ```
/// assert_eq!(aimark_law::Place::TopRight.name(), "top-right");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
#[allow(missing_docs, reason = "the names say all there is to say")]
pub enum Place {
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
}

impl Place {
    /// The name for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::TopLeft => "top-left",
            Self::TopRight => "top-right",
            Self::BottomLeft => "bottom-left",
            Self::BottomRight => "bottom-right",
        }
    }
}

impl Fill {
    /// What serde cannot check.
    pub(crate) fn check(&self) -> Result<(), ProfileError> {
        let fields = self.required.iter().flatten().chain(&self.recommended);
        if let Some(bad) = fields.into_iter().find(|name| !is_field_name(name)) {
            return Err(ProfileError::input("fill", format!("`{bad}` is no name of a field")));
        }
        if self.required.iter().any(Vec::is_empty) {
            return Err(ProfileError::input("fill.required", "has a group without a field"));
        }
        let Some(notice) = &self.notice else { return Ok(()) };
        if !(1..=50).contains(&notice.min_height_percent) {
            return Err(ProfileError::input("fill.notice", "min_height_percent must be 1 to 50"));
        }
        if notice.languages.is_empty() || notice.languages.iter().any(|tag| !is_language(tag)) {
            return Err(ProfileError::input("fill.notice", "languages must be tags such as kk or zh-Hans"));
        }
        Ok(())
    }
}

/// A name that a field of a label may have; a later version may have more fields than this one.
pub(crate) fn is_field_name(name: &str) -> bool {
    (1..=64).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

pub(crate) fn is_language(tag: &str) -> bool {
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    tag.len() <= 35 && tag.len() >= 2 && tag.split('-').all(part)
}
