//! What is said to people: by a key of the catalogues and the values in it, so that it can be said in any language.
//!
//! `say!("failure-exists", path = shown(path))` names a message of `locales/en`. A text that is no message is said as it
//! is, whatever the language.

use std::borrow::Cow;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::catalogue;
use crate::language::Language;

/// Something to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Words {
    /// The same in every language.
    Literal(String),
    Message(Box<Message>),
    /// In English a text that somebody else wrote, in the other languages words of ours about it.
    Otherwise(Box<(String, Words)>),
}

/// A message of the catalogues, with the values that its text has places for. They must be safe to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Message {
    key: Cow<'static, str>,
    values: Vec<(&'static str, Value)>,
}

/// A value in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Text(String),
    /// A number, which may choose a plural form.
    Count(usize),
    Words(Words),
}

/// Names a message of the catalogues, and the values in it.
macro_rules! say {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::words::Words::message($key, vec![$((stringify!($name), $crate::words::Value::from($value))),*])
    };
}
pub(crate) use say;

impl Words {
    pub(crate) fn message(key: impl Into<Cow<'static, str>>, values: Vec<(&'static str, Value)>) -> Self {
        Self::Message(Box::new(Message { key: key.into(), values }))
    }

    /// `english` in English, and `others` in the other languages.
    pub(crate) fn otherwise(english: impl Into<String>, others: Self) -> Self {
        Self::Otherwise(Box::new((english.into(), others)))
    }

    /// The message called `key`, which has no values, if there is one.
    pub(crate) fn known(key: String) -> Option<Self> {
        catalogue::has(Language::English, &key).then(|| Self::message(key, Vec::new()))
    }

    /// In the language of this run, for people.
    pub(crate) fn text(&self) -> String {
        self.in_language(Language::chosen())
    }

    /// In English, for programs.
    pub(crate) fn english(&self) -> String {
        self.in_language(Language::English)
    }

    pub(crate) fn in_language(&self, language: Language) -> String {
        match self {
            Self::Literal(text) => text.clone(),
            Self::Otherwise(both) if language == Language::English => both.0.clone(),
            Self::Otherwise(both) => both.1.in_language(language),
            Self::Message(message) => {
                let found = message.found(language);
                // A message in another language is better than none, and so is its bare name.
                let found = found.or_else(|| message.found(Language::English));
                found.unwrap_or_else(|| message.key.clone().into_owned())
            }
        }
    }
}

impl Message {
    fn found(&self, language: Language) -> Option<String> {
        let mut all = FluentArgs::with_capacity(self.values.len());
        for (name, value) in &self.values {
            all.set(*name, value.in_language(language));
        }
        catalogue::message(language, &self.key, &all)
    }
}

impl Value {
    fn in_language(&self, language: Language) -> FluentValue<'_> {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Count(count) => (*count).into(),
            Self::Words(words) => words.in_language(language).into(),
        }
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        Self::Literal(text.to_owned())
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self::Literal(text)
    }
}

impl From<&String> for Words {
    fn from(text: &String) -> Self {
        Self::Literal(text.clone())
    }
}

impl From<&Self> for Words {
    fn from(words: &Self) -> Self {
        words.clone()
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<Words> for Value {
    fn from(words: Words) -> Self {
        Self::Words(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_words_are_said_in_one_language() {
        let inner = say!("standard-input");
        let words = say!("failure-at", place = "x", what = inner);
        let said = Language::ALL.map(|language| words.in_language(language));
        assert_eq!(said, ["x: standard input", "x: стандартный ввод", "x: стандартты кіріс"]);
    }

    #[test]
    fn values_stay_as_they_are_and_get_no_marks_around_them() {
        let words = say!("failure-at", place = "{ $what } \u{201c}", what = "<b> {");
        assert_eq!(words.in_language(Language::Kazakh), "{ $what } \u{201c}: <b> {");
    }

    #[test]
    fn what_a_language_cannot_say_is_said_in_english_and_what_english_cannot_by_its_key() {
        let unknown = Words::message("no-such-message", Vec::new());
        assert_eq!(unknown.in_language(Language::Russian), "no-such-message");
        let without_value = Words::message("failure-exists", Vec::new());
        assert_eq!(without_value.in_language(Language::Russian), "failure-exists");
        // A key of help has no English, and one that only English had would be found there.
        assert!(Words::message("standard-input", Vec::new()).english().is_ascii());
    }
}
