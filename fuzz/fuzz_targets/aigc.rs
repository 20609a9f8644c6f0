//! The label of GB 45438-2025, its envelope of signatures, and the code of a provider: any text.

#![no_main]

use aimark_aigc::security::{KeyOrigin, Message, Outcome, PublicKey, SecurityData, SigningKey, sign, verify};
use aimark_aigc::{Found, Key, Label, Limits, ProviderCode, read};
use aimark_fuzz::{check_shown, text};

const SMALL: Limits = Limits { text_bytes: 200, wraps: 1, keys: 3 };

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let words = text(data);
    for limits in [Limits::default(), SMALL] {
        let found = read(&words, &limits);
        check_found(&found, words.len(), &limits);
        assert_eq!(found, read(&words, &limits));
        check_written(&found);
        check_signature(&found, &limits);
        envelope(&words, &limits);
    }
    code(&words);
    let _ = (PublicKey::from_pem(data), SigningKey::from_pem(data));
    if let Ok(key) = PublicKey::from_hex(&words) {
        assert_eq!(PublicKey::from_hex(&key.to_hex()), Ok(key));
    }
});

/// What was read is no more than what was there, and its faults can be shown.
fn check_found(found: &Found, len: usize, limits: &Limits) {
    for key in Key::ALL {
        assert!(found.value(key).is_none_or(|value| value.len() <= len), "{key} grew");
    }
    // Each of the seven keys may be wrong in five ways, and each key that is read be unknown.
    assert!(found.faults().len() <= limits.keys + 5 * Key::ALL.len() + 6);
    for (place, fault) in found.faults().iter().enumerate() {
        check_shown(&fault.to_string());
        assert!(!found.faults()[..place].contains(fault), "said twice: {fault}");
    }
}

/// What keeps the standard can be written, and says the same when it is read again.
fn check_written(found: &Found) {
    let label = match Label::try_from(found) {
        Ok(label) => label,
        Err(error) => {
            check_shown(&error.to_string());
            let is_long = Key::ALL.iter().any(|key| found.value(*key).is_some_and(|v| v.len() > 8192));
            assert!(!found.faults().is_empty() || is_long, "{error}: and no fault was told");
            return;
        }
    };
    for written in [label.to_json(), label.to_yaml(), format!("---\n{}---\n", label.to_yaml())] {
        assert!(written.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n')), "{written:?}");
        let again = read(&written, &Limits::default());
        assert!(again.faults().is_empty(), "{written:?}: {:?}", again.faults());
        assert_eq!(Label::try_from(&again).as_ref(), Ok(&label), "{written:?}");
    }
}

fn check_signature(found: &Found, limits: &Limits) {
    match verify(found, None, limits) {
        Outcome::Fails(failure) => check_shown(&failure.to_string()),
        Outcome::Unsupported(what) => check_shown(&what.to_string()),
        Outcome::Holds { key, .. } => {
            assert_eq!(key, KeyOrigin::FromFile);
            signed(found, limits);
        }
        _ => {}
    }
    let other = SigningKey::from_bytes(&[9; 32]).unwrap().public_key();
    let under_other = verify(found, Some(&other), limits);
    assert!(!matches!(under_other, Outcome::Holds { .. }), "nobody signed with this key");
}

/// A signature that holds is one over these values: our own over them holds too, and over others it does not.
fn signed(found: &Found, limits: &Limits) {
    let Ok(mut label) = Label::try_from(found) else { return };
    let key = SigningKey::from_bytes(&[5; 32]).unwrap();
    label.set_reserved_code1(&sign(&label, &key, Message::Text).unwrap()).unwrap();
    let ours = read(&label.to_json(), &Limits::default());
    let holds = Outcome::Holds { message: Message::Text, key: KeyOrigin::Pinned };
    assert_eq!(verify(&ours, Some(&key.public_key()), &Limits::default()), holds);
    let values = Key::ALL.map(|key| (key.name(), found.value(key).unwrap_or_default().to_owned()));
    let mut other = values.clone();
    other[2].1.push('x');
    let other = Found::from_pairs(other.iter().map(|(key, value)| (*key, value.as_str())), limits);
    assert!(!matches!(verify(&other, None, limits), Outcome::Holds { .. }));
}

/// The text as the envelope, alone and in a label.
fn envelope(words: &str, limits: &Limits) {
    if let Some(data) = SecurityData::read(words, limits) {
        assert!(data.algorithms().count() <= limits.keys);
        let texts = data.algorithms().chain([data.kind(), data.version()]);
        assert!(texts.into_iter().all(|text| text.len() <= words.len()));
    }
    let pairs = [("Label", "1"), ("ContentProducer", "x"), ("ProduceID", "7"), ("ReservedCode1", words)];
    let found = Found::from_pairs(pairs, limits);
    check_found(&found, words.len().max(1), limits);
    check_signature(&found, limits);
}

fn code(words: &str) {
    for line in words.lines().take(20) {
        match ProviderCode::parse(line) {
            Ok(code) => {
                assert_eq!((code.to_string().as_str(), code.as_str()), (line, line));
                assert!(line.len() == 27 && code.model().len() == 4);
                assert!(code.uscc().is_none_or(|uscc| uscc.len() == 18 && line.contains(uscc)));
            }
            // A character that is not allowed stands in quotes, escaped.
            Err(error) => check_shown(&error.to_string()),
        }
    }
}
