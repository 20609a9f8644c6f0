//! Provider codes: real ones, and one broken rule each.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "tests fail loudly"
)]

use aimark_aigc::{CodeError, ProviderCode, Role};

#[test]
fn real_codes_are_taken_apart() {
    let codes = [
        ("001191440300708461136T1XGW3", "91440300708461136T", Role::Generation, "XGW3"),
        ("001191310104MACE0YX63918020", "91310104MACE0YX639", Role::Generation, "8020"),
        ("001191440300708461136T00000", "91440300708461136T", Role::NotSaid, "0000"),
        ("001191440300708461136T2XGW3", "91440300708461136T", Role::Propagation, "XGW3"),
    ];
    for (text, uscc, role, model) in codes {
        let code = ProviderCode::parse(text).unwrap();
        assert_eq!((code.subject_type(), code.binding()), ('1', '1'));
        assert_eq!((code.uscc(), code.subject(), code.role(), code.model()), (Some(uscc), uscc, role, model));
        assert_eq!((code.as_str(), code.to_string().as_str()), (text, text));
    }
}

#[test]
fn one_broken_rule_refuses_a_code() {
    let cases = [
        ("", CodeError::Length),
        ("001191440300708461136T1XGW", CodeError::Length),
        ("001191440300708461136T1XGW33", CodeError::Length),
        ("001191440300708461136T1xGW3", CodeError::Character('x')),
        ("001191440300708461136T1XG 3", CodeError::Character(' ')),
        ("00119144030070846113６T1XGW3", CodeError::Character('６')),
        ("011191440300708461136T1XGW3", CodeError::FormatCode),
        ("001191440300708461136T3XGW3", CodeError::Role),
        ("001191440300708461136T0XGW3", CodeError::Role),
        ("001191440300708461136T00001", CodeError::Role),
        // Letters that no unified social credit code has.
        ("0011I1440300708461136T1XGW3", CodeError::CheckDigit),
        ("001191440300708461136Z1XGW3", CodeError::CheckDigit),
    ];
    for (text, error) in cases {
        assert_eq!(text.parse::<ProviderCode>(), Err(error), "{text}");
    }
}

#[test]
fn every_single_wrong_character_of_a_credit_code_is_noticed() {
    for code in ["001191440300708461136T1XGW3", "001191310104MACE0YX63918020"] {
        for at in 4..22 {
            for c in ('0'..='9').chain('A'..='Z').filter(|c| !code[at..].starts_with(*c)) {
                let wrong = format!("{}{c}{}", &code[..at], &code[at + 1..]);
                assert_eq!(wrong.parse::<ProviderCode>(), Err(CodeError::CheckDigit), "{wrong}");
            }
        }
    }
}

#[test]
fn a_subject_that_is_bound_otherwise_has_no_check_digit() {
    let code = ProviderCode::parse("0012ZZZZZZZZZZZZZZZZZZ1XGW3").unwrap();
    assert_eq!((code.binding(), code.uscc(), code.subject()), ('2', None, "ZZZZZZZZZZZZZZZZZZ"));
}
