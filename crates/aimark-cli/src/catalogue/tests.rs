//! The catalogues of the languages belong together, and to the code.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser::parse;

use super::*;

/// A message: the values it has places for, and for each choice of a plural the forms that are there.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shape {
    values: BTreeSet<String>,
    plurals: Vec<(BTreeSet<String>, String)>,
}

/// The plural forms of a language for whole numbers, and the one that stands for all other numbers (Unicode CLDR).
fn forms(language: Language) -> (&'static [&'static str], &'static str) {
    match language {
        Language::English | Language::Kazakh => (&["one", "other"], "other"),
        Language::Russian => (&["few", "many", "one"], "many"),
    }
}

fn shapes(source: &str) -> BTreeMap<String, Shape> {
    let resource = parse(source).unwrap_or_else(|(_, errors)| panic!("{errors:?}"));
    let mut all = BTreeMap::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let mut shape = Shape::default();
                pattern(&message.value.unwrap(), &mut shape);
                let key = message.id.name.to_owned();
                assert!(message.attributes.is_empty(), "{key}");
                assert!(all.insert(key.clone(), shape).is_none(), "{key} is there twice");
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            other => panic!("neither a message nor a comment: {other:?}"),
        }
    }
    all
}

fn pattern(pattern_: &Pattern<&str>, shape: &mut Shape) {
    for element in &pattern_.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => value(inline, shape),
            Expression::Select { selector, variants } => {
                value(selector, shape);
                let name = |key: &VariantKey<&str>| match key {
                    VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name } => {
                        (*name).to_owned()
                    }
                };
                let default = variants.iter().find(|variant| variant.default).map(|it| name(&it.key));
                let names = variants.iter().map(|variant| name(&variant.key)).collect();
                shape.plurals.push((names, default.unwrap()));
                variants.iter().for_each(|variant| pattern(&variant.value, shape));
            }
        }
    }
}

fn value(inline: &InlineExpression<&str>, shape: &mut Shape) {
    match inline {
        InlineExpression::VariableReference { id } => drop(shape.values.insert(id.name.to_owned())),
        InlineExpression::StringLiteral { .. } => {}
        other => panic!("only values and literal texts are used: {other:?}"),
    }
}

#[test]
fn each_language_has_the_same_messages_with_the_same_values() {
    for (part, prefix) in PREFIXES.into_iter().enumerate() {
        // The English of help is in the definitions of the arguments, so there the first that is a catalogue counts.
        let first = if prefix == "help" { Language::Russian } else { Language::English };
        let wanted = shapes(sources(first)[part]);
        assert!(wanted.len() > 30, "only {} messages in part {part}", wanted.len());
        for language in Language::ALL.into_iter().filter(|it| prefix != "help" || *it != Language::English) {
            let there = shapes(sources(language)[part]);
            let names = |all: &BTreeMap<String, Shape>| all.keys().cloned().collect::<Vec<_>>();
            assert_eq!(names(&there), names(&wanted), "{language:?}");
            for (key, shape) in &there {
                assert_eq!(shape.values, wanted[key].values, "{language:?} {key}");
                assert_eq!(shape.plurals.len(), wanted[key].plurals.len(), "{language:?} {key}");
                assert!(key.starts_with(prefix), "{key} is in the wrong part");
                assert_eq!(PREFIXES.iter().position(|prefix| key.starts_with(prefix)), Some(part), "{key}");
            }
        }
    }
}

#[test]
fn each_plural_has_the_forms_of_its_language() {
    let mut found = 0;
    for language in Language::ALL {
        let (wanted, rest) = forms(language);
        for (key, shape) in sources(language).into_iter().flat_map(shapes) {
            for (names, default) in shape.plurals {
                assert!(names.iter().eq(wanted.iter()), "{language:?} {key}: {names:?}");
                assert_eq!(default, rest, "{language:?} {key}");
                found = usize::saturating_add(found, 1);
            }
        }
    }
    assert!(found >= 6, "only {found} plurals");
}

#[test]
fn numbers_choose_the_plural_form_of_their_language() {
    let summary = |language, files: usize| {
        let words = crate::words::say!("sign-summary", files = files, labelled = 1, failed = 0);
        words.in_language(language)
    };
    let begins = [
        (Language::English, [(1, "1 file:"), (2, "2 files:"), (5, "5 files:"), (21, "21 files:")]),
        (Language::Russian, [(1, "1 файл:"), (2, "2 файла:"), (5, "5 файлов:"), (21, "21 файл:")]),
        (Language::Kazakh, [(1, "1 файл:"), (2, "2 файл:"), (5, "5 файл:"), (21, "21 файл:")]),
    ];
    for (language, cases) in begins {
        for (files, begin) in cases {
            let text = summary(language, files);
            assert!(text.starts_with(begin), "{language:?}: {text}");
        }
    }
    assert!(summary(Language::Russian, 11).starts_with("11 файлов:"));
}

/// Each `say!` of the source: its key, and the names of its values.
fn said() -> Vec<(String, BTreeSet<String>)> {
    let mut all = Vec::new();
    for source in source_files() {
        for rest in source.split("say!(").skip(1) {
            let Some((key, rest)) = rest.trim_start().strip_prefix('"').and_then(|it| it.split_once('"'))
            else {
                continue;
            };
            let (mut depth, mut names, mut text) = (0, BTreeSet::new(), String::new());
            for c in rest.chars() {
                match c {
                    '(' | '[' | '{' => depth = isize::saturating_add(depth, 1),
                    ')' | ']' | '}' if depth == 0 => break,
                    ')' | ']' | '}' => depth = depth.saturating_sub(1),
                    ',' if depth == 0 => text.clear(),
                    '=' if depth == 0 => drop(names.insert(text.trim().to_owned())),
                    _ => text.push(c),
                }
            }
            // This file has the name of the macro in texts, too.
            if key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
                all.push((key.to_owned(), names));
            }
        }
    }
    assert!(all.len() > 100, "only {} messages are said", all.len());
    all
}

fn source_files() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.unwrap().into_path());
    files
        .filter(|path| path.extension().is_some_and(|it| it == "rs"))
        .map(|it| std::fs::read_to_string(it).unwrap())
        .collect()
}

/// Keys that are put together where they are used; tests beside that code show that each of them is there.
fn is_made(key: &str) -> bool {
    const BEGINNINGS: [&str; 13] = [
        "finding-",
        "report-verdict-",
        "report-short-",
        "report-count-",
        "report-field-",
        "report-kind-",
        "report-relation-",
        "report-state-",
        "report-mark-",
        "report-outcome-",
        "report-severity-",
        "label-generated",
        "label-altered",
    ];
    BEGINNINGS.iter().any(|beginning| key.starts_with(beginning))
}

/// Every key of the page that stands in the code: it is named without `say!`, because it is said a million times.
fn said_by_the_page() -> BTreeSet<String> {
    let files = source_files();
    let words = files.iter().flat_map(|text| text.split('"'));
    let is_key = |word: &&str| {
        let rest = word.strip_prefix("page-").unwrap_or_default();
        !rest.is_empty() && rest.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    };
    words.filter(is_key).map(str::to_owned).collect()
}

#[test]
fn what_the_code_says_is_in_the_catalogue_and_has_its_values() {
    let of = |language| sources(language).into_iter().flat_map(shapes).collect::<BTreeMap<_, _>>();
    let (english, russian) = (of(Language::English), of(Language::Russian));
    for (key, names) in said() {
        let shape = english.get(&key).or_else(|| russian.get(&key));
        let shape = shape.unwrap_or_else(|| panic!("{key} is in no catalogue"));
        assert_eq!(shape.values, names, "{key}");
    }
}

#[test]
fn nothing_is_in_the_catalogue_that_the_code_does_not_say() {
    let said: BTreeSet<String> = said().into_iter().map(|(key, _)| key).chain(said_by_the_page()).collect();
    let all = sources(Language::English).into_iter().flat_map(shapes);
    let silent: Vec<String> =
        all.map(|(key, _)| key).filter(|key| !said.contains(key) && !is_made(key)).collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn what_the_page_says_is_in_the_catalogue_with_no_value_but_a_number() {
    let page = shapes(sources(Language::English)[PREFIXES.iter().position(|it| *it == "page-").unwrap()]);
    let used = said_by_the_page();
    assert!(used.len() > 100, "only {} messages", used.len());
    for key in used {
        let values: Vec<&String> =
            page.get(&key).unwrap_or_else(|| panic!("{key} is in no catalogue")).values.iter().collect();
        assert!(values.is_empty() || values == ["count", "number"], "{key}: {values:?}");
    }
}

#[test]
fn no_text_could_deceive_a_reader_and_each_file_is_short() {
    for language in Language::ALL {
        for source in sources(language) {
            assert!(source.lines().count() <= 400);
            assert!(!source.contains(|c| c != '\n' && crate::shown::is_deceptive(c)));
            for line in source.lines().filter(|line| !line.starts_with('#')) {
                assert_eq!(line.matches('«').count(), line.matches('»').count(), "{line}");
                let mixed = line.split(|c: char| !c.is_alphabetic()).find(|word| is_mixed(word));
                assert_eq!(mixed, None, "{line}");
            }
        }
    }
}

/// Latin and Cyrillic letters in one word: one of them looks like the other.
fn is_mixed(word: &str) -> bool {
    let latin = word.chars().any(|c| c.is_ascii_alphabetic());
    latin && word.chars().any(|c| matches!(c, '\u{400}'..='\u{4ff}'))
}
