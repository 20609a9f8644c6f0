use aimark_identity::{Identity, IdentityError, MAX_DAYS, Subject};
use der::asn1::ObjectIdentifier;
use der::{Encode, Tag, Tagged};
use ed25519_dalek::pkcs8::DecodePrivateKey;
use ed25519_dalek::{Signature, SigningKey, Verifier, VerifyingKey};
use sha2::{Digest, Sha256};
use x509_cert::certificate::{Certificate, Version};
use x509_cert::ext::pkix::{
    AuthorityKeyIdentifier, BasicConstraints, ExtendedKeyUsage, KeyUsage, KeyUsages, SubjectKeyIdentifier,
};
use x509_cert::time::Time;

use crate::{START, default_identity, default_subject, der_of, parsed, randomness};

const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");

fn public_key(certificate: &Certificate) -> VerifyingKey {
    let bits = &certificate.tbs_certificate().subject_public_key_info().subject_public_key;
    VerifyingKey::from_bytes(bits.as_bytes().unwrap().try_into().unwrap()).unwrap()
}

fn extension<T: der::oid::AssociatedOid + for<'a> der::Decode<'a, Error = der::Error>>(
    certificate: &Certificate,
) -> (bool, T) {
    certificate.tbs_certificate().get_extension::<T>().unwrap().unwrap()
}

fn extension_oids(certificate: &Certificate) -> Vec<String> {
    certificate.tbs_certificate().extensions().unwrap().iter().map(|e| e.extn_id.to_string()).collect()
}

fn is_signed_by(certificate: &Certificate, issuer: &VerifyingKey) -> bool {
    let body = certificate.tbs_certificate().to_der().unwrap();
    let signature = Signature::from_slice(certificate.signature().as_bytes().unwrap()).unwrap();
    issuer.verify(&body, &signature).is_ok()
}

#[test]
fn the_same_arguments_give_the_same_bytes() {
    let (one, two) = (default_identity(), default_identity());
    assert_eq!(one.certificate_pem(), two.certificate_pem());
    assert_eq!(one.root_pem(), two.root_pem());
    assert_eq!(one.key_pem(), two.key_pem());

    let pinned = |pem: &str| Sha256::digest(pem).iter().map(|b| format!("{b:02x}")).collect::<String>();
    assert_eq!(
        pinned(one.certificate_pem()),
        "dd3d4fcc91e647db198ee39a39d2301551ca4538c73059cc4a4722062c969f12"
    );
    assert_eq!(pinned(one.root_pem()), "7ab142623fb546d893b596d551c4973707d5a2e8ef0fc45089c2e430abde48d8");
    assert_eq!(pinned(&one.key_pem()), "b6e9b14ac85054e778c3b4e3bc9d5b4f6416980140b0f35e76edc825765b1efd");
}

#[test]
fn every_argument_changes_the_leaf() {
    let leaf = |subject: &Subject, start, days, seed| {
        let identity = Identity::generate(subject, start, days, &randomness(seed)).unwrap();
        identity.certificate_pem().to_owned()
    };
    let usual = leaf(&default_subject(), START, 3650, 1);
    let other = Subject::new("KZ", "aimark", "aimark other").unwrap();
    assert_ne!(leaf(&other, START, 3650, 1), usual);
    assert_ne!(leaf(&default_subject(), START + 1, 3650, 1), usual);
    assert_ne!(leaf(&default_subject(), START, 3651, 1), usual);
    assert_ne!(leaf(&default_subject(), START, 3650, 2), usual);
}

#[test]
fn ordinary_certificates_are_small() {
    let identity = default_identity();
    assert_eq!(der_of(identity.certificate_pem()).len(), 368);
    assert_eq!(der_of(identity.root_pem()).len(), 286);

    let ordinary = Subject::new("KZ", "Example Film Studio", "Example Film Studio labels").unwrap();
    let identity = Identity::generate(&ordinary, START, 3650, &randomness(1)).unwrap();
    assert!(der_of(identity.certificate_pem()).len() <= 430);
}

#[test]
fn the_longest_certificate_stays_below_its_stated_size() {
    let widest = "\u{10FFFD}".repeat(64);
    let subject = Subject::new("KZ", &widest, &widest).unwrap();
    // Past 2049: both dates in their longer form.
    let identity = Identity::generate(&subject, 2_600_000_000, 3650, &randomness(1)).unwrap();
    assert!(der_of(identity.certificate_pem()).len() < 900);
}

#[test]
fn the_size_does_not_depend_on_randomness() {
    for seed in 0..=255 {
        let identity = Identity::generate(&default_subject(), START, 3650, &randomness(seed)).unwrap();
        let leaf = parsed(identity.certificate_pem());
        let serial = leaf.tbs_certificate().serial_number().as_bytes().to_vec();
        assert_eq!(serial.len(), 8);
        assert_eq!(serial[0] >> 6, 0b01, "positive, and never shortened");
        assert_eq!(der_of(identity.certificate_pem()).len(), 368);
    }
}

#[test]
fn the_leaf_follows_the_claim_signing_profile() {
    let identity = default_identity();
    let leaf = parsed(identity.certificate_pem());
    let body = leaf.tbs_certificate();
    assert_eq!(body.version(), Version::V3);
    assert_eq!(body.subject().to_string(), "CN=aimark default,O=aimark,C=KZ");
    assert_eq!(body.issuer().to_string(), "CN=aimark root");
    assert!(body.issuer_unique_id().is_none() && body.subject_unique_id().is_none());
    for algorithm in [body.signature(), leaf.signature_algorithm(), &body.subject_public_key_info().algorithm]
    {
        assert_eq!((algorithm.oid, &algorithm.parameters), (ED25519, &None));
    }

    let (critical, basic) = extension::<BasicConstraints>(&leaf);
    assert!(critical && !basic.ca && basic.path_len_constraint.is_none());
    let (critical, usage) = extension::<KeyUsage>(&leaf);
    assert!(critical);
    assert_eq!(usage, KeyUsage(KeyUsages::DigitalSignature.into()));
    let (critical, purposes) = extension::<ExtendedKeyUsage>(&leaf);
    assert!(!critical);
    let purposes: Vec<_> = purposes.0.iter().map(ToString::to_string).collect();
    assert_eq!(purposes, ["1.3.6.1.4.1.62558.2.1", "1.3.6.1.5.5.7.3.4"]);
    assert_eq!(extension_oids(&leaf), ["2.5.29.19", "2.5.29.15", "2.5.29.37", "2.5.29.14", "2.5.29.35"]);
}

#[test]
fn the_root_may_issue_the_leaf_and_nothing_below() {
    let root = parsed(default_identity().root_pem());
    let body = root.tbs_certificate();
    assert_eq!(body.version(), Version::V3);
    assert_eq!(body.subject(), body.issuer());
    let (critical, basic) = extension::<BasicConstraints>(&root);
    assert!(critical && basic.ca);
    assert_eq!(basic.path_len_constraint, Some(0));
    let (critical, usage) = extension::<KeyUsage>(&root);
    assert!(critical);
    assert_eq!(usage, KeyUsage(KeyUsages::KeyCertSign.into()));
    assert_eq!(extension_oids(&root), ["2.5.29.19", "2.5.29.15", "2.5.29.14"]);
}

#[test]
fn the_chain_holds_together() {
    let identity = default_identity();
    let (root, leaf) = (parsed(identity.root_pem()), parsed(identity.certificate_pem()));
    let (root_key, leaf_key) = (public_key(&root), public_key(&leaf));
    assert!(is_signed_by(&root, &root_key));
    assert!(is_signed_by(&leaf, &root_key));
    assert!(!is_signed_by(&leaf, &leaf_key));

    let key_id = |key: &VerifyingKey| Sha256::digest(key.as_bytes())[..8].to_vec();
    assert_eq!(extension::<SubjectKeyIdentifier>(&root).1.0.as_bytes(), key_id(&root_key));
    assert_eq!(extension::<SubjectKeyIdentifier>(&leaf).1.0.as_bytes(), key_id(&leaf_key));
    let authority = extension::<AuthorityKeyIdentifier>(&leaf).1;
    assert_eq!(authority.key_identifier.unwrap().as_bytes(), key_id(&root_key));
    assert!(authority.authority_cert_issuer.is_none() && authority.authority_cert_serial_number.is_none());

    let key = SigningKey::from_pkcs8_pem(&identity.key_pem()).unwrap();
    assert_eq!(key.verifying_key(), leaf_key);
}

#[test]
fn names_have_the_types_x509_wants() {
    let leaf = parsed(default_identity().certificate_pem());
    let tags: Vec<_> = leaf.tbs_certificate().subject().iter().map(|part| part.value.tag()).collect();
    assert_eq!(tags, [Tag::PrintableString, Tag::Utf8String, Tag::Utf8String]);
}

#[test]
fn dates_take_the_form_of_their_year() {
    /// The last second of 2049.
    const LAST_UTC_TIME: i64 = 2_524_607_999;
    let identity = Identity::generate(&default_subject(), LAST_UTC_TIME, 1, &randomness(1)).unwrap();
    for pem in [identity.certificate_pem(), identity.root_pem()] {
        let certificate = parsed(pem);
        let validity = certificate.tbs_certificate().validity();
        assert!(matches!(validity.not_before, Time::UtcTime(_)));
        assert!(matches!(validity.not_after, Time::GeneralTime(_)));
        assert_eq!(validity.not_before.to_string(), "2049-12-31T23:59:59Z");
        assert_eq!(validity.not_after.to_string(), "2050-01-01T23:59:59Z");
    }
}

#[test]
fn validity_has_limits() {
    let generate = |start, days| Identity::generate(&default_subject(), start, days, &randomness(1)).err();
    assert_eq!(generate(START, 0), Some(IdentityError::Days { days: 0 }));
    assert_eq!(generate(START, 1), None);
    assert_eq!(generate(START, MAX_DAYS), None);
    assert_eq!(generate(START, MAX_DAYS + 1), Some(IdentityError::Days { days: MAX_DAYS + 1 }));
    assert_eq!(generate(START, u32::MAX), Some(IdentityError::Days { days: u32::MAX }));

    /// The last second of 9999.
    const END: i64 = 253_402_300_799;
    assert_eq!(generate(0, 1), None);
    assert_eq!(generate(-1, 1), Some(IdentityError::Dates));
    assert_eq!(generate(i64::MIN, 1), Some(IdentityError::Dates));
    assert_eq!(generate(END - 86_400, 1), None);
    assert_eq!(generate(END - 86_399, 1), Some(IdentityError::Dates));
    assert_eq!(generate(i64::MAX, MAX_DAYS), Some(IdentityError::Dates));
}

#[test]
fn broken_randomness_is_refused() {
    let generate = |bytes: &[u8; 96]| Identity::generate(&default_subject(), START, 1, bytes).err();
    assert_eq!(generate(&[0; 96]), Some(IdentityError::Randomness));
    let same_keys = std::array::from_fn(|i| if i < 64 { i as u8 % 32 } else { i as u8 });
    assert_eq!(generate(&same_keys), Some(IdentityError::Randomness));
    let same_serials = std::array::from_fn(|i| if i < 64 { i as u8 } else { i as u8 % 8 });
    assert_eq!(generate(&same_serials), Some(IdentityError::Randomness));
}

#[test]
fn debug_output_keeps_the_key_to_itself() {
    let identity = default_identity();
    let key = identity.key_pem();
    let secret = key.lines().nth(1).unwrap();
    assert!(!format!("{identity:?} {identity:#?}").contains(secret));
}
