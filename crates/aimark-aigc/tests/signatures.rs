//! Signatures over labels: those of others over both messages, our own judged by another program, and one broken rule each.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "tests fail loudly"
)]

mod wild;

use std::path::Path;
use std::process::Command;

use aimark_aigc::security::{
    Failure, KeyError, KeyOrigin, Message, Outcome, PublicKey, SecurityData, SigningKey, Unsupported, sign,
    verify,
};
use aimark_aigc::{Attribute, Found, Key, Label, Limits, read};

const LIMITS: Limits = Limits { text_bytes: 64 << 10, wraps: 4, keys: 32 };
const ALGORITHM: &str = "1.2.156.10197.1.501";

/// Made by other programs; `vectors/make.py` is the recipe.
fn vectors() -> Vec<serde_json::Value> {
    serde_json::from_str(include_str!("vectors/vectors.json")).unwrap()
}

fn field<'a>(vector: &'a serde_json::Value, name: &str) -> &'a str {
    vector[name].as_str().unwrap()
}

fn message_of(vector: &serde_json::Value) -> Message {
    if field(vector, "message") == "digest" { Message::Digest } else { Message::Text }
}

fn envelope(over: &str, algorithm: &str, signature: &str, key: &str) -> String {
    format!(
        r#"{{"SecurityData":{{"Type":"TC260PG","Version":1,"PubSD":[{{"Type":"DS","AlgID":"{algorithm}","TBSData":{{"Type":"{over}"}},"Signature":"{signature}"}},{{"Type":"PubKey","AlgID":"{algorithm}","KeyValue":"{key}"}}]}}}}"#
    )
}

fn label(label: &str, producer: &str, produce_id: &str, code: &str) -> Found {
    let object = serde_json::json!({
        "Label": label, "ContentProducer": producer, "ProduceID": produce_id, "ReservedCode1": code,
        "ContentPropagator": "", "PropagateID": "", "ReservedCode2": "",
    });
    read(&object.to_string(), &LIMITS)
}

/// The first vector with another envelope.
fn first_with(change: impl FnOnce(&str, &str) -> String) -> Outcome {
    let vector = &vectors()[0];
    let code = change(field(vector, "signature"), field(vector, "point"));
    let found = label(field(vector, "label"), field(vector, "producer"), field(vector, "produce_id"), &code);
    verify(&found, None, &LIMITS)
}

fn holds(message: Message, key: KeyOrigin) -> Outcome {
    Outcome::Holds { message, key }
}

#[test]
fn signatures_of_others_hold_over_both_messages() {
    for vector in vectors() {
        let name = field(&vector, "name");
        let key = PublicKey::from_hex(field(&vector, "point")).unwrap();
        let stranger = SigningKey::from_bytes(&[9; 32]).unwrap().public_key();
        for (over, hex) in [("Md", key.to_hex()), ("LabelMataData", field(&vector, "point").to_owned())] {
            let code = envelope(over, ALGORITHM, field(&vector, "signature"), &hex);
            let found = label(
                field(&vector, "label"),
                field(&vector, "producer"),
                field(&vector, "produce_id"),
                &code,
            );
            let message = message_of(&vector);
            assert_eq!(verify(&found, None, &LIMITS), holds(message, KeyOrigin::FromFile), "{name}");
            assert_eq!(verify(&found, Some(&key), &LIMITS), holds(message, KeyOrigin::Pinned), "{name}");
            let other = verify(&found, Some(&stranger), &LIMITS);
            assert_eq!(other, Outcome::Fails(Failure::OtherKey), "{name}");
        }
    }
}

#[test]
fn one_changed_character_anywhere_does_not_hold() {
    for vector in vectors() {
        let name = field(&vector, "name");
        let (of, by, id) =
            (field(&vector, "label"), field(&vector, "producer"), field(&vector, "produce_id"));
        let (signature, point) = (field(&vector, "signature"), field(&vector, "point"));
        let code = envelope("Md", ALGORITHM, signature, point);
        let fails = |found: &Found, what: &str| {
            let outcome = verify(found, None, &LIMITS);
            assert!(matches!(outcome, Outcome::Fails(_)), "{name}, {what}: {outcome:?}");
        };
        fails(&label(if of == "1" { "2" } else { "1" }, by, id, &code), "Label");
        fails(&label(of, &changed(by, by.len() - 1), id, &code), "ContentProducer");
        fails(&label(of, by, &changed(id, id.len() - 1), &code), "ProduceID");
        fails(&label(of, by, &format!("{id}\""), &code), "a quote");
        for at in 0..signature.len() {
            fails(
                &label(of, by, id, &envelope("Md", ALGORITHM, &changed(signature, at), point)),
                "signature",
            );
        }
        for at in 0..point.len() {
            fails(&label(of, by, id, &envelope("Md", ALGORITHM, signature, &changed(point, at))), "key");
        }
    }
}

fn changed(text: &str, at: usize) -> String {
    let other = if text.as_bytes()[at] == b'0' { "1" } else { "0" };
    format!("{}{other}{}", &text[..at], &text[at + 1..])
}

#[test]
fn labels_found_in_public_hold() {
    for sample in wild::SAMPLES {
        let code = envelope("LabelMataData", ALGORITHM, sample.signature, wild::KEY);
        let (producer, id) = (wild::PRODUCER, sample.produce_id);
        // As the documents have it: front matter, single quotes, the producer as propagator too.
        let yaml = format!(
            "---\nAIGC:\n  Label: '1'\n  ContentProducer: '{producer}'\n  ProduceID: '{id}'\n  ReservedCode1: '{code}'\n  \
             ContentPropagator: '{producer}'\n  PropagateID: '{id}'\n  ReservedCode2: ''\n---\n\n# A report\n"
        );
        let found = read(&yaml, &LIMITS);
        assert_eq!(found.faults(), []);
        assert_eq!(verify(&found, None, &LIMITS), holds(Message::Digest, KeyOrigin::FromFile), "{id}");
        let key = PublicKey::from_hex(wild::KEY).unwrap();
        assert_eq!(verify(&found, Some(&key), &LIMITS), holds(Message::Digest, KeyOrigin::Pinned), "{id}");
        assert_eq!(key.to_hex(), wild::KEY, "our form of a key is the one in use");

        let other = read(&yaml.replacen(&id[..17], &changed(id, 3)[..17], 1), &LIMITS);
        assert_eq!(verify(&other, None, &LIMITS), Outcome::Fails(Failure::Signature), "{id}");
        let passed_on = read(&yaml.replace("PropagateID: '1", "PropagateID: '2"), &LIMITS);
        let outcome = verify(&passed_on, None, &LIMITS);
        assert_eq!(
            outcome,
            holds(Message::Digest, KeyOrigin::FromFile),
            "it covers no more than three values"
        );
    }
}

#[test]
fn what_is_no_envelope_is_opaque_and_nothing_is_absent() {
    let outcome = |code: &str| verify(&label("1", "x", "y", code), None, &LIMITS);
    assert_eq!(outcome(""), Outcome::Absent);
    assert_eq!(verify(&read(r#"{"Label":"1"}"#, &LIMITS), None, &LIMITS), Outcome::Absent);
    let twice = envelope("Md", ALGORITHM, "00", "00").replace("\"Version\":1", "\"Version\":1,\"Version\":1");
    let key_twice =
        envelope("Md", ALGORITHM, "00", "00").replace("\"KeyValue\"", "\"KeyValue\":\"00\",\"KeyValue\"");
    let many = envelope("Md", ALGORITHM, "00", "00").replace("[{", &format!("[{}{{", "{},".repeat(40)));
    let texts = [
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "{}",
        "[]",
        "{\"SecurityData\":1}",
        "{\"SecurityData\":{}}",
        "{\"SecurityData\":{\"Type\":\"TC260PG\"}}",
        "{\"SecurityData\":{\"Type\":\"TC260PG\",\"Version\":1,\"PubSD\":{}}}",
        "{\"SecurityData\":{\"Type\":\"TC260PG\",\"Version\":1,\"PubSD\":[1]}}",
        &twice,
        &key_twice,
        &many,
    ];
    for text in texts {
        assert_eq!(outcome(text), Outcome::Opaque, "{text}");
        assert_eq!(SecurityData::read(text, &LIMITS), None);
    }
}

#[test]
fn other_envelopes_are_unsupported_and_not_failed() {
    let unsupported = |change: fn(&str, &str) -> String| match first_with(change) {
        Outcome::Unsupported(unsupported) => unsupported,
        outcome => panic!("{outcome:?}"),
    };
    let rsa = unsupported(|_, _| envelope("Md", "1.2.840.113549.1.1.11", "AAAA", "AAAA"));
    assert_eq!(rsa, Unsupported::Algorithm("1.2.840.113549.1.1.11".into()));
    let rsa = unsupported(|_, _| envelope("", "RSA\u{202e}SHA256", "?", "?"));
    assert_eq!(rsa, Unsupported::Algorithm("RSA\\u{202e}SHA256".into()));
    let binding = unsupported(|signature, point| envelope("Bnd", ALGORITHM, signature, point));
    assert_eq!(binding, Unsupported::NoSignature);
    let version = unsupported(|signature, point| {
        envelope("Md", ALGORITHM, signature, point).replace("\"Version\":1", "\"Version\":2")
    });
    assert_eq!(version, Unsupported::Envelope("TC260PG 2".into()));
    let signatures = unsupported(|signature, point| {
        let whole = envelope("Md", ALGORITHM, signature, point);
        let at = whole.find("{\"Type\":\"DS\"").unwrap();
        let end = whole.find("{\"Type\":\"PubKey\"").unwrap();
        format!("{}{}", &whole[..end], &whole[at..])
    });
    assert_eq!(signatures, Unsupported::Several);
    let keys = unsupported(|signature, point| {
        let whole = envelope("Md", ALGORITHM, signature, point);
        let at = whole.find("{\"Type\":\"PubKey\"").unwrap();
        let end = whole.find("]}}").unwrap();
        format!("{},{}", &whole[..end], &whole[at..])
    });
    assert_eq!(keys, Unsupported::Several);
    let no_key = |signature: &str, point: &str| {
        envelope("Md", ALGORITHM, signature, point).replace("\"PubKey\"", "\"Other\"")
    };
    assert_eq!(unsupported(no_key), Unsupported::NoKey);
}

#[test]
fn another_spelling_of_the_list_is_read() {
    let outcome = first_with(|signature, point| {
        envelope("Md", ALGORITHM, &signature.to_uppercase(), point).replace("PubSD", "PubSd")
    });
    assert_eq!(outcome, holds(Message::Digest, KeyOrigin::FromFile));
}

#[test]
fn a_signature_has_one_encoding() {
    // A zero in front of a number, a long form of the length, something behind it, a bare pair of numbers, and none.
    let broken: [fn(&str) -> String; 10] = [
        |der| der.replacen("30450221", "3046022200", 1),
        |der| der.replacen("3045", "308145", 1),
        |der| format!("{der}00"),
        |der| format!("{}{}", &der[10..74], &der[78..]),
        |_| String::new(),
        |der| der[..der.len() - 1].to_owned(),
        |der| format!(" {der}"),
        |_| "30060201000201ff".into(),
        |_| "3006020101020100".into(),
        |_| "30".repeat(1 << 14),
    ];
    for (index, change) in broken.into_iter().enumerate() {
        let outcome = first_with(|signature, point| envelope("Md", ALGORITHM, &change(signature), point));
        assert_eq!(outcome, Outcome::Fails(Failure::Encoding), "{index}");
    }
    // The order of the curve as a number of the signature, where at most one less is allowed.
    let order = "022100fffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123";
    let outcome = first_with(|_, point| envelope("Md", ALGORITHM, &format!("3026{order}020101"), point));
    assert_eq!(outcome, Outcome::Fails(Failure::Encoding));
}

#[test]
fn a_key_is_a_point_of_the_curve() {
    let p256 = "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c2964fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5";
    let spki = "3059301306072a8648ce3d020106082a811ccf5501822d034200";
    let p256_spki = format!("3059301306072a8648ce3d020106082a8648ce3d030107034200{p256}");
    let broken: [String; 9] = [
        p256.into(),
        format!("{spki}{p256}"),
        p256_spki,
        "00".into(),
        String::new(),
        format!("04{}", "0".repeat(128)),
        format!("04{}", "f".repeat(128)),
        format!("{spki}00"),
        "04".repeat(1 << 14),
    ];
    for key in broken {
        let outcome = first_with(|signature, _| envelope("Md", ALGORITHM, signature, &key));
        assert_eq!(outcome, Outcome::Fails(Failure::Key), "{key:.80}");
        assert_eq!(PublicKey::from_hex(&key), Err(KeyError::Malformed));
    }
}

#[test]
fn a_label_that_readers_differ_on_does_not_hold() {
    let vector = &vectors()[0];
    let code = envelope("Md", ALGORITHM, field(vector, "signature"), field(vector, "point"));
    let code = serde_json::Value::from(code).to_string();
    let signed = format!(
        r#""Label":"1","ContentProducer":"{}","ProduceID":"{}","ReservedCode1":{code}"#,
        field(vector, "producer"),
        field(vector, "produce_id")
    );
    let outcome = |text: &str| verify(&read(text, &LIMITS), None, &LIMITS);
    assert_eq!(outcome(&format!("{{{signed}}}")), holds(Message::Digest, KeyOrigin::FromFile));
    for key in [Key::Label, Key::ContentProducer, Key::ProduceId, Key::ReservedCode1] {
        let twice = format!("{{{signed},\"{}\":\"other\"}}", key.name());
        assert_eq!(outcome(&twice), Outcome::Fails(Failure::Twice(key)));
    }
    let without = format!("{{{}}}", signed.replace("\"ProduceID\"", "\"ProductID\""));
    assert_eq!(outcome(&without), Outcome::Fails(Failure::Missing(Key::ProduceId)));
}

#[test]
fn our_signatures_are_the_same_everywhere_and_hold() {
    let key = SigningKey::from_pem(field(&vectors()[0], "pem").as_bytes()).unwrap();
    let label = Label::new(Attribute::Generated, "001191440300708461136T1XGW3", "a-17").unwrap();
    for (message, expected) in [(Message::Digest, wild::OURS_DIGEST), (Message::Text, wild::OURS_TEXT)] {
        let code = sign(&label, &key, message).unwrap();
        assert_eq!(code, sign(&label, &key, message).unwrap());
        assert_eq!(code, envelope("Md", ALGORITHM, expected, &key.public_key().to_hex()));
        let mut signed = label.clone();
        signed.set_reserved_code1(&code).unwrap();
        let found = read(&signed.to_yaml(), &LIMITS);
        assert_eq!(verify(&found, Some(&key.public_key()), &LIMITS), holds(message, KeyOrigin::Pinned));
    }
}

#[test]
fn our_signatures_hold_for_openssl() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let at = |name: &str| folder.join(format!("sm2-{name}"));
    let vector = &vectors()[0];
    let pem = field(vector, "pem");
    std::fs::write(at("key.pem"), pem).unwrap();
    let key = SigningKey::from_pem(pem.as_bytes()).unwrap();
    let label = Label::new(Attribute::Generated, "x\"\\y", "a-17").unwrap();
    let code = sign(&label, &key, Message::Text).unwrap();
    let der = code.split("\"Signature\":\"").nth(1).unwrap().split('"').next().unwrap();
    let der: Vec<u8> =
        (0..der.len() / 2).map(|at| u8::from_str_radix(&der[at * 2..][..2], 16).unwrap()).collect();
    std::fs::write(at("signature"), der).unwrap();
    let judge = |text: &str| {
        std::fs::write(at("text"), text).unwrap();
        let mut openssl = Command::new("openssl");
        openssl.args([
            "pkeyutl",
            "-verify",
            "-rawin",
            "-digest",
            "sm3",
            "-pkeyopt",
            "distid:1234567812345678",
        ]);
        openssl
            .arg("-inkey")
            .arg(at("key.pem"))
            .arg("-in")
            .arg(at("text"))
            .arg("-sigfile")
            .arg(at("signature"));
        openssl.output().ok().map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let text = r#""Label":"1","ContentProducer":"x\"\\y","ProduceID":"a-17""#;
    match judge(text) {
        Some(said) if said.contains("Verified Successfully") => {
            assert!(!judge(&text.replace("17", "18")).unwrap().contains("Successfully"));
        }
        Some(said) if said.contains("Verification Failure") => panic!("OpenSSL refuses our signature"),
        _ => eprintln!("skipped: there is no OpenSSL with SM2"),
    }
}

#[test]
fn private_keys_are_read_and_others_say_why_not() {
    for vector in vectors() {
        let key = SigningKey::from_pem(field(&vector, "pem").as_bytes()).unwrap();
        assert_eq!(key.public_key(), PublicKey::from_hex(field(&vector, "point")).unwrap());
    }
    let error = |pem: &str| SigningKey::from_pem(pem.as_bytes()).unwrap_err();
    assert_eq!(error("nothing"), KeyError::NotPem);
    assert_eq!(error(&"x".repeat(1 << 17)), KeyError::NotPem);
    assert_eq!(error("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"), KeyError::Encrypted);
    let pem = field(&vectors()[0], "pem").to_owned();
    assert_eq!(error(&pem.replace("PRIVATE KEY", "EC PRIVATE KEY")), KeyError::NotPem);
    assert_eq!(error(wild::P256_KEY), KeyError::NotSm2);
    assert_eq!(error(wild::ED25519_KEY), KeyError::NotSm2);
    assert_eq!(SigningKey::from_pem(b"\xff").unwrap_err(), KeyError::NotPem);
    assert_eq!(PublicKey::from_pem(pem.as_bytes()).unwrap_err(), KeyError::NotPem);
}

#[test]
fn secret_numbers_beyond_the_order_are_refused() {
    let order_less = |less: u8| {
        let mut number = [0xff; 32];
        number[3] = 0xfe;
        let low = 0x7203_df6b_21c6_052b_53bb_f409_39d5_4123_u128 - u128::from(less);
        number[16..].copy_from_slice(&low.to_be_bytes());
        SigningKey::from_bytes(&number)
    };
    assert!(order_less(2).is_ok());
    for number in
        [order_less(0), order_less(1), SigningKey::from_bytes(&[0; 32]), SigningKey::from_bytes(&[0xff; 32])]
    {
        assert_eq!(number.unwrap_err(), KeyError::Malformed);
    }
}

#[test]
fn an_envelope_beyond_the_limit_is_opaque() {
    let code = envelope("Md", ALGORITHM, "00", "00");
    let limits = Limits { text_bytes: code.len(), ..LIMITS };
    assert!(SecurityData::read(&code, &limits).is_some());
    assert!(SecurityData::read(&format!("{code} "), &limits).is_none());
    let deep = format!("{{\"SecurityData\":{}", "[".repeat(60_000));
    assert!(SecurityData::read(&deep, &LIMITS).is_none());
}
