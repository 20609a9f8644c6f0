use aimark_identity::{IdentityError, Subject, SubjectField};

/// The part that is refused, if any.
fn refused(country: &str, organization: &str, common_name: &str) -> Option<SubjectField> {
    match Subject::new(country, organization, common_name) {
        Ok(_) => None,
        Err(IdentityError::Subject { field, .. }) => Some(field),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn good_names_pass_unchanged() {
    let subject = Subject::new("KZ", "Студия «Дала»", "خط‌نوشته").unwrap();
    assert_eq!(subject.country(), "KZ");
    assert_eq!(subject.organization(), "Студия «Дала»");
    assert_eq!(subject.common_name(), "خط‌نوشته");
}

#[test]
fn a_country_is_two_capital_letters() {
    for country in ["", "K", "KAZ", "kz", "Kz", "K1", "K ", "ҚЗ", "\u{1D40A}"] {
        assert_eq!(refused(country, "o", "n"), Some(SubjectField::Country), "{country:?}");
    }
}

#[test]
fn lengths_are_counted_in_characters() {
    let (most, more) = ("ө".repeat(64), "ө".repeat(65));
    assert_eq!(refused("KZ", &most, &most), None);
    assert_eq!(refused("KZ", &more, "n"), Some(SubjectField::Organization));
    assert_eq!(refused("KZ", "o", &more), Some(SubjectField::CommonName));
    assert_eq!(refused("KZ", "", "n"), Some(SubjectField::Organization));
    assert_eq!(refused("KZ", "o", ""), Some(SubjectField::CommonName));
}

#[test]
fn deceptive_characters_are_refused() {
    for c in [
        '\0',
        '\n',
        '\u{1B}',
        '\u{7F}',
        '\u{85}',
        '\u{AD}',
        '\u{61C}',
        '\u{200B}',
        '\u{200E}',
        '\u{2028}',
        '\u{202E}',
        '\u{2066}',
        '\u{2069}',
        '\u{FE0F}',
        '\u{FEFF}',
        '\u{E0041}',
        '\u{E0100}',
    ] {
        let name = format!("a{c}b");
        assert_eq!(refused("KZ", &name, "n"), Some(SubjectField::Organization), "{c:?}");
        assert_eq!(refused("KZ", "o", &name), Some(SubjectField::CommonName), "{c:?}");
    }
}

#[test]
fn outer_spaces_are_refused() {
    for name in [" a", "a ", "\u{3000}a", "a\u{A0}", " "] {
        assert_eq!(refused("KZ", name, "n"), Some(SubjectField::Organization), "{name:?}");
        assert_eq!(refused("KZ", "o", name), Some(SubjectField::CommonName), "{name:?}");
    }
}

#[test]
fn errors_read_as_sentences() {
    let text = |c, o, n| Subject::new(c, o, n).unwrap_err().to_string();
    assert_eq!(text("kz", "o", "n"), "the country must be two capital letters, such as KZ");
    assert_eq!(text("KZ", "", "n"), "the organization must have 1 to 64 characters");
    assert_eq!(
        text("KZ", "o", "a\nb"),
        "the common name must not hold control, directional or invisible characters"
    );
    assert_eq!(text("KZ", "o", " n"), "the common name must not start or end with a space");
}
