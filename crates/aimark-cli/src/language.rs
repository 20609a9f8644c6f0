//! Which language the command speaks: that of `--lang`, else of `AIMARK_LANG`, else of the locale, else English.
//!
//! Codes, JSON, file names and the names of options are the same in all of them.

use std::ffi::{OsStr, OsString};
use std::sync::OnceLock;

/// The variable that decides where `--lang` is left out.
pub(crate) const VARIABLE: &str = "AIMARK_LANG";

/// The variables of a locale; the first that is set decides (POSIX, 8.2).
const LOCALE: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// A language with catalogues of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    English,
    Russian,
    Kazakh,
}

static CHOSEN: OnceLock<Language> = OnceLock::new();

impl Language {
    pub(crate) const ALL: [Self; 3] = [Self::English, Self::Russian, Self::Kazakh];

    /// The tag by which `--lang` and BCP 47 call it.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Russian => "ru",
            Self::Kazakh => "kk",
        }
    }

    fn tagged(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(tag))
    }

    /// The language of this run.
    pub(crate) fn chosen() -> Self {
        CHOSEN.get().copied().unwrap_or(Self::English)
    }

    /// Settles the language of this run. The first call counts.
    pub(crate) fn choose(self) {
        let _ = CHOSEN.set(self);
    }

    /// The language that the arguments of a run ask for, or else its environment. The arguments are looked through
    /// before they are parsed, because help and complaints about them are wanted in it too.
    pub(crate) fn of_run(
        arguments: impl IntoIterator<Item = OsString>,
        variable: impl Fn(&str) -> Option<OsString>,
    ) -> Self {
        // One that is empty is not set.
        let set = |name: &&str| variable(name).filter(|value| !value.is_empty());
        let named = asked_for(arguments);
        let named = named.or_else(|| set(&VARIABLE).map(|value| by_locale(&value)));
        let named = named.or_else(|| LOCALE.iter().find_map(set).map(|value| by_locale(&value)));
        named.unwrap_or(Self::English)
    }
}

/// What the last `--lang` says. One that says nothing known is refused later, with all other wrong arguments.
fn asked_for(arguments: impl IntoIterator<Item = OsString>) -> Option<Language> {
    let mut found = None;
    let mut arguments = arguments.into_iter().take_while(|argument| argument != "--");
    while let Some(argument) = arguments.next() {
        if argument == "--lang" {
            found = arguments.next().or(found);
        } else if let Some(tag) = argument.to_str().and_then(|text| text.strip_prefix("--lang=")) {
            found = Some(tag.into());
        }
    }
    Language::tagged(found?.to_str()?)
}

/// The language of a locale such as `kk_KZ.UTF-8` or `ru`; English for every other one. So it is where the
/// characters of a locale are not UTF-8: what would be printed there could not be read.
fn by_locale(locale: &OsStr) -> Language {
    let locale = locale.to_str().unwrap_or_default();
    let (locale, _) = locale.split_once('@').unwrap_or((locale, ""));
    let (name, characters) = locale.split_once('.').unwrap_or((locale, "UTF-8"));
    if !["UTF-8", "UTF8"].iter().any(|known| known.eq_ignore_ascii_case(characters)) {
        return Language::English;
    }
    let tag = name.split(['_', '-']).next().unwrap_or_default();
    Language::tagged(tag).unwrap_or(Language::English)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(arguments: &[&str], variables: &[(&str, &str)]) -> Language {
        let variable =
            |name: &str| Some(variables.iter().find(|(known, _)| *known == name)?.1.to_owned().into());
        Language::of_run(arguments.iter().map(OsString::from), variable)
    }

    #[test]
    fn an_option_wins_over_the_variable_and_that_over_the_locale() {
        let all = [("AIMARK_LANG", "ru"), ("LANG", "en_US.UTF-8")];
        assert_eq!(of(&["sign", "--lang", "kk"], &all), Language::Kazakh);
        assert_eq!(of(&["--lang=kk", "sign"], &all), Language::Kazakh);
        assert_eq!(of(&["--lang", "kk", "--lang", "en"], &all), Language::English);
        assert_eq!(of(&["sign"], &all), Language::Russian);
        assert_eq!(of(&["sign", "--", "--lang", "kk"], &all), Language::Russian);
        assert_eq!(of(&["sign"], &[]), Language::English);
    }

    #[test]
    fn the_first_variable_of_the_locale_that_is_set_decides() {
        let of = |variables: &[(&str, &str)]| of(&[], variables);
        assert_eq!(of(&[("LC_ALL", "kk_KZ.UTF-8"), ("LANG", "ru_RU.UTF-8")]), Language::Kazakh);
        assert_eq!(of(&[("LC_ALL", ""), ("LC_MESSAGES", "ru_RU.utf8"), ("LANG", "kk")]), Language::Russian);
        assert_eq!(of(&[("LC_ALL", "C"), ("LANG", "kk_KZ.UTF-8")]), Language::English);
        assert_eq!(of(&[("AIMARK_LANG", ""), ("LANG", "kk_KZ.UTF-8@x")]), Language::Kazakh);
    }

    #[test]
    fn a_locale_whose_characters_are_not_ours_gets_english() {
        for other in ["ru_RU.KOI8-R", "kk_KZ.PT154", "C", "POSIX", "de_DE.UTF-8", "kkk", ".", "@"] {
            assert_eq!(of(&[], &[("LANG", other)]), Language::English, "{other}");
        }
    }

    #[test]
    fn an_option_that_names_no_language_leaves_the_choice_to_the_environment() {
        assert_eq!(of(&["--lang", "xx"], &[("LANG", "ru_RU.UTF-8")]), Language::Russian);
        assert_eq!(of(&["--lang"], &[("LANG", "ru_RU.UTF-8")]), Language::Russian);
    }
}
