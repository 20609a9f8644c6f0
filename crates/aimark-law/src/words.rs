//! Texts in the three languages of the command.

use serde::Deserialize;

/// A language that titles and answers are said in.
///
/// ```
/// use aimark_law::Language;
///
/// assert_eq!(Language::ALL.map(Language::tag), ["en", "ru", "kk"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Language {
    /// English.
    English,
    /// Russian.
    Russian,
    /// Kazakh.
    Kazakh,
}

impl Language {
    /// Every language, in the order of this documentation.
    pub const ALL: [Self; 3] = [Self::English, Self::Russian, Self::Kazakh];

    /// The language's tag (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Russian => "ru",
            Self::Kazakh => "kk",
        }
    }
}

/// One text in every language. None is empty.
///
/// ```
/// use aimark_law::{Language, Profile};
///
/// let kz = Profile::builtin("kz").unwrap();
/// assert!(kz.title().text(Language::Russian).contains("Казахстан"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    en: String,
    ru: String,
    kk: String,
}

impl Words {
    /// The text in a language.
    #[must_use]
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::Russian => &self.ru,
            Language::Kazakh => &self.kk,
        }
    }
}
