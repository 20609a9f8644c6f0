//! The words of the page. Everything that the page says of itself comes through here, by key.
//!
//! The texts are messages of Project Fluent, of the simple kinds that the page needs: a text, or one that depends on
//! `$count`. They are read once for each page: a page may say them a million times.

use std::collections::BTreeMap;

use super::html::grouped;
use crate::language::Language;

/// The words of one language.
pub(super) struct Words {
    language: Language,
    messages: BTreeMap<&'static str, Message>,
}

/// A text for each plural form; the last is for all others.
struct Message {
    forms: Vec<(&'static str, &'static str)>,
}

/// The catalogue of a language.
fn source(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("en.ftl"),
        Language::Russian => include_str!("ru.ftl"),
        Language::Kazakh => include_str!("kk.ftl"),
    }
}

/// The plural form for a whole number (Unicode CLDR, cardinal).
fn plural(language: Language, count: usize) -> &'static str {
    let (ones, tens) = (count.checked_rem(10), count.checked_rem(100));
    match (language, ones, tens) {
        (Language::English | Language::Kazakh, ..) => {
            if count == 1 {
                "one"
            } else {
                "other"
            }
        }
        (Language::Russian, _, Some(11..=14)) => "many",
        (Language::Russian, Some(1), _) => "one",
        (Language::Russian, Some(2..=4), _) => "few",
        (Language::Russian, ..) => "many",
    }
}

impl Words {
    pub(super) fn new(language: Language) -> Self {
        Self { language, messages: read(source(language)) }
    }

    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// The text called `key`. A test shows that each language has every one.
    pub(super) fn say(&self, key: &'static str) -> &'static str {
        let forms = self.messages.get(key).map(|message| message.forms.as_slice());
        forms.and_then(<[_]>::last).map_or(key, |(_, text)| text)
    }

    /// The text called `key` about `count` things.
    pub(super) fn count(&self, key: &'static str, count: usize) -> String {
        let wanted = plural(self.language, count);
        let forms = self.messages.get(key).map(|message| message.forms.as_slice()).unwrap_or_default();
        let form = forms.iter().find(|(form, _)| *form == wanted).or_else(|| forms.last());
        form.map_or(key, |(_, text)| text).replace("{ $count }", &grouped(count))
    }
}

fn read(source: &'static str) -> BTreeMap<&'static str, Message> {
    let mut messages: Vec<(&str, Message)> = Vec::new();
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        if let Some((key, text)) = line.split_once(" = ").filter(|_| !line.starts_with(' ')) {
            let forms = if text == "{ $count ->" { vec![] } else { vec![("other", text)] };
            messages.push((key, Message { forms }));
        } else if let (Some((_, message)), Some(form)) = (messages.last_mut(), form(line)) {
            message.forms.push(form);
        }
    }
    messages.into_iter().collect()
}

/// A line such as `[one] { $count } file`, perhaps with a star before it.
fn form(line: &'static str) -> Option<(&'static str, &'static str)> {
    line.trim().trim_start_matches('*').strip_prefix('[')?.split_once("] ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_language_has_every_word_that_the_page_uses() {
        let sources = [
            include_str!("head.rs"),
            include_str!("entry.rs"),
            include_str!("details.rs"),
            include_str!("sort.rs"),
            include_str!("html.rs"),
        ];
        let used: BTreeSet<&str> =
            sources.iter().flat_map(|text| text.split('"')).filter(|word| is_key(word)).collect();
        for language in Language::ALL {
            let known: BTreeSet<&str> = Words::new(language).messages.into_keys().collect();
            assert_eq!(used, known, "{language:?}");
        }
    }

    fn is_key(word: &str) -> bool {
        word.strip_prefix("page-")
            .is_some_and(|rest| rest.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
    }

    #[test]
    fn plural_forms_are_those_of_the_language() {
        let of = |language, count| Words::new(language).count("page-files", count);
        assert_eq!(of(Language::English, 1), "1 file examined");
        assert_eq!(of(Language::English, 200), "200 files examined");
        let russian = |count| of(Language::Russian, count);
        assert_eq!(russian(1), "Проверен 1 файл");
        assert_eq!(russian(22), "Проверено 22 файла");
        assert_eq!(russian(11), "Проверено 11 файлов");
        assert_eq!(russian(112), "Проверено 112 файлов");
        assert_eq!(russian(21), "Проверен 21 файл");
        assert_eq!(of(Language::Kazakh, 5), "5 файл тексерілді");
    }

    #[test]
    fn places_for_a_number_are_the_same_in_each_language() {
        let places = |language| -> BTreeSet<&str> {
            let words = Words::new(language).messages;
            words.into_iter().filter(|(_, m)| m.forms.len() > 1).map(|(key, _)| key).collect()
        };
        for language in Language::ALL {
            assert_eq!(places(language), places(Language::English), "{language:?}");
            for message in Words::new(language).messages.values().filter(|m| m.forms.len() > 1) {
                assert!(message.forms.iter().all(|(_, text)| text.contains("{ $count }")));
            }
        }
    }
}
