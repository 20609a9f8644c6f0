use aimark::Code;

use super::*;
use crate::failure::Kind;
use crate::language::Language;

/// That a message is there in each language, in words of its own.
fn check(words: &Words) {
    let said = Language::ALL.map(|language| words.in_language(language));
    // What is missing is said by its key.
    let keys = ["report-", "finding-", "label-"];
    assert!(!said.iter().any(|text| keys.iter().any(|key| text.starts_with(key))), "{said:?}");
    assert!(said[0] != said[1] && said[0] != said[2], "{said:?}");
}

#[test]
fn each_result_has_its_words() {
    Answer::ALL.into_iter().for_each(|it| {
        check(&verdict(it));
        check(&short(it));
        check(&counted(it.name(), 2));
    });
    check(&counted("not examined", 2));
    Code::ALL.iter().for_each(|it| check(&found(it.text(), "words")));
    Field::ALL.into_iter().for_each(|it| check(&field(it.name())));
    Kind::ALL.into_iter().for_each(|it| check(&kind(it.name())));
    Origin::ALL.into_iter().for_each(|it| check(&origin(it.name())));
    check(&list_name(OWN_ANCHORS));
    ["parentOf", "componentOf", "inputTo"].into_iter().for_each(|it| check(&relation(it)));
    ["no_manifest", "sound", "recorded_failures", "broken"].into_iter().for_each(|it| check(&state(it)));
}

#[test]
fn each_unsigned_mark_has_its_words() {
    use aimark_hints::{Kind, Says};
    let said = [Says::Generated, Says::Altered, Says::Suspected, Says::Involved, Says::NotAi, Says::Open];
    let kinds = [
        Kind::IptcDigitalSourceType,
        Kind::IptcAi,
        Kind::AigcLabel,
        Kind::GeneratorParameters,
        Kind::GeneratorSignature,
        Kind::SoftwareName,
        Kind::CreditLine,
        Kind::HtmlDisclosure,
        Kind::SchemaOrg,
        Kind::RemoteCredential,
        Kind::EmbeddedCredential,
    ];
    for kind in kinds {
        check(&hint_kind(kind.name()));
        said.into_iter().for_each(|it| check(&hint_says(kind.name(), it.name())));
    }
}

#[test]
fn what_is_found_keeps_its_words_in_english_and_is_explained_in_other_languages() {
    let line = found("assertion.dataHash.mismatch", "the content was changed after signing");
    assert_eq!(line.english(), "the content was changed after signing [assertion.dataHash.mismatch]");
    let russian = line.in_language(Language::Russian);
    assert!(!russian.contains("content"), "{russian}");
    let detailed = found("timeStamp.untrusted", "no list has Acme").in_language(Language::Kazakh);
    assert!(detailed.ends_with("(no list has Acme) [timeStamp.untrusted]"), "{detailed}");
}

#[test]
fn a_code_that_nobody_knows_is_repeated() {
    for language in Language::ALL {
        let line = found("com.acme.odd\u{1b}", "words").in_language(language);
        assert_eq!(line, "words [com.acme.odd\\u{1b}]");
    }
}

#[test]
fn a_label_is_said_in_english_as_the_core_says_it() {
    for origin in Origin::ALL {
        let mut made = Label::new(origin);
        assert_eq!(label(&made).english(), made.to_string());
        made.set(Field::System, "Kandinsky").unwrap();
        assert_eq!(label(&made).english(), made.to_string());
        made.set(Field::SystemVersion, "5.0").unwrap();
        assert_eq!(label(&made).english(), made.to_string());
    }
}

#[test]
fn formats_are_called_in_english_as_the_core_calls_them() {
    for it in Format::all() {
        assert_eq!(format(it).english(), it.to_string());
    }
}
