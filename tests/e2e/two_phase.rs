//! Signing with a key that lives elsewhere.

use aimark::{Chain, Error, Field, Label, Origin, SignerError};
use aimark_tests::{context, forge, identity, identity_from, now, pictures, signed};
use ed25519_dalek::Signer as _;

fn pending(plain: &[u8]) -> aimark::Pending<'_> {
    let chain = Chain::from_pem(identity().certificate_pem().as_bytes()).unwrap();
    aimark::prepare(plain, &Label::new(Origin::Generated), &chain, &context()).unwrap()
}

#[test]
fn two_phases_give_the_bytes_of_one_call() {
    let key = forge::key_of(&identity().key_pem());
    for (name, _, plain) in pictures::all() {
        let pending = pending(&plain);
        let signature = key.sign(pending.to_be_signed()).to_bytes();
        assert_eq!(pending.finish(&signature).unwrap().to_vec(), signed(&plain), "{name}");
    }
}

#[test]
fn a_signature_of_another_key_or_length_is_refused() {
    let plain = pictures::png(4, 4);
    let other = forge::key_of(&identity_from(2).key_pem());
    let wrong = other.sign(pending(&plain).to_be_signed()).to_bytes();
    for signature in [&wrong[..], &[], &[0; 64], &[0; 65]] {
        let error = pending(&plain).finish(signature).unwrap_err();
        assert_eq!(error, Error::Signer(SignerError::WrongSignature));
    }
}

#[test]
fn a_signer_that_cannot_sign_is_refused_with_the_reason() {
    let (one, two) = (identity(), identity_from(2));
    let reason = |chain: &str, key: &str| {
        aimark::Signer::from_pem(chain.as_bytes(), key.as_bytes()).unwrap_err().to_string()
    };
    let key = two.key_pem();
    assert_eq!(
        reason(one.certificate_pem(), &key),
        "the private key does not belong to the signing certificate"
    );
    assert_eq!(reason("", &key), "there is no certificate in the PEM text");
    assert!(reason(one.root_pem(), &key).ends_with("is a certificate authority's, not a signer's"));
    assert_eq!(reason(one.certificate_pem(), "x"), "the private key is not PKCS#8 PEM");
    let damaged = one.certificate_pem().replace("MII", "MIJ").replace("MIIB", "MIIC");
    assert!(reason(&damaged, &key).starts_with("certificate 1 is not"), "{}", reason(&damaged, &key));
    let encrypted = one.encrypted_key_pem(b"secret", &core::array::from_fn(|i| i as u8)).unwrap();
    assert!(reason(one.certificate_pem(), &encrypted).contains("encrypted"));
}

#[test]
fn an_expired_certificate_does_not_sign() {
    let chain = Chain::from_pem(identity().certificate_pem().as_bytes()).unwrap();
    let late = aimark::SignContext::new("2036-01-01T00:00:00Z".parse().unwrap(), [1; 32]);
    let plain = pictures::png(4, 4);
    let error = aimark::prepare(&plain, &Label::new(Origin::Generated), &chain, &late).unwrap_err();
    assert!(matches!(error, Error::Signer(SignerError::OutsideValidity { .. })), "{error}");
}

#[test]
fn a_label_that_contradicts_itself_is_misuse() {
    let chain = Chain::from_pem(identity().certificate_pem().as_bytes()).unwrap();
    let mut label = Label::new(Origin::Generated);
    label.set(Field::SystemVersion, "5").unwrap();
    let plain = pictures::png(4, 4);
    let error = aimark::prepare(&plain, &label, &chain, &context()).unwrap_err();
    assert_eq!(error.to_string(), "system_version: says nothing without system");
    assert!(matches!(error, Error::Misuse(_)));
}

#[test]
fn limits_are_errors_and_not_verdicts() {
    let plain = pictures::png(64, 48);
    let labelled = signed(&plain);
    let anchors = aimark::Anchors::new();
    let with = |limits| {
        let context =
            aimark::VerifyContext { anchors: &anchors, limits, ..aimark::VerifyContext::new(now()) };
        match aimark::verify(&labelled, &context) {
            Err(Error::Limit(limit)) => limit.what,
            other => panic!("{other:?}"),
        }
    };
    let limits = aimark::Limits::default();
    assert_eq!(with(aimark::Limits { asset_bytes: 100, ..limits }), "size of the asset in bytes");
    assert_eq!(with(aimark::Limits { manifest_bytes: 100, ..limits }), "size of the manifest store in bytes");
    assert_eq!(with(aimark::Limits { nesting: 2, ..limits }), "nesting of boxes");
    assert_eq!(with(aimark::Limits { boxes: 5, ..limits }), "number of boxes");
    assert_eq!(with(aimark::Limits { assertions: 2, ..limits }), "assertions");
    assert_eq!(with(aimark::Limits { chain_certificates: 0, ..limits }), "certificates in a chain");
}
