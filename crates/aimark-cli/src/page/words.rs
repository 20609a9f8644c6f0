//! The words of the page. Everything that the page says of itself comes through here, by key.
//!
//! A page may say the same a million times, so a text without values is made once for each page.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use fluent_bundle::FluentArgs;

use super::html::grouped;
use crate::catalogue;
use crate::language::Language;
use crate::words;

/// The words of one language.
pub(super) struct Words {
    language: Language,
    made: RefCell<BTreeMap<&'static str, Rc<str>>>,
}

impl Words {
    pub(super) fn new(language: Language) -> Self {
        Self { language, made: RefCell::default() }
    }

    pub(super) fn language(&self) -> Language {
        self.language
    }

    /// The text called `key`. A test shows that each language has every one.
    pub(super) fn say(&self, key: &'static str) -> Rc<str> {
        let make = || words::Words::message(key, Vec::new()).in_language(self.language).into();
        Rc::clone(self.made.borrow_mut().entry(key).or_insert_with(make))
    }

    /// The text called `key` about `count` things.
    pub(super) fn count(&self, key: &'static str, count: usize) -> String {
        let mut values = FluentArgs::with_capacity(2);
        values.set("count", count);
        // As people read it; the other one chooses the plural form.
        values.set("number", grouped(count));
        catalogue::message(self.language, key, &values).unwrap_or_else(|| key.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(russian(12_345), "Проверено 12\u{202f}345 файлов");
        assert_eq!(of(Language::Kazakh, 5), "5 файл тексерілді");
    }
}
