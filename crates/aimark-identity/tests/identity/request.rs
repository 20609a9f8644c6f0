use aimark_identity::{IdentityError, certificate_request};
use der::{Decode, Encode};
use ed25519_dalek::pkcs8::{DecodePrivateKey, EncodePrivateKey};
use ed25519_dalek::{Signature, SigningKey};
use x509_cert::ext::{Extension, Extensions};
use x509_cert::request::CertReq;

use crate::{default_identity, default_subject, der_of, parsed, salt_and_iv};

const P256: &str = include_str!("data/p256.pem");

#[test]
fn a_request_asks_for_what_the_leaf_has() {
    let identity = default_identity();
    let pem = certificate_request(&default_subject(), &identity.key_pem()).unwrap();
    assert_eq!(pem, certificate_request(&default_subject(), &identity.key_pem()).unwrap());

    let request = CertReq::from_der(&der_of(&pem)).unwrap();
    let leaf = parsed(identity.certificate_pem());
    let leaf = leaf.tbs_certificate();
    assert_eq!(&request.info.subject, leaf.subject());
    assert_eq!(&request.info.public_key, leaf.subject_public_key_info());

    let attribute = request.info.attributes.get(0).unwrap();
    assert_eq!(attribute.oid.to_string(), "1.2.840.113549.1.9.14");
    let asked: Extensions = attribute.values.get(0).unwrap().decode_as().unwrap();
    let of_leaf = |oid: &str| -> Extension {
        leaf.extensions().unwrap().iter().find(|e| e.extn_id.to_string() == oid).unwrap().clone()
    };
    assert_eq!(asked, [of_leaf("2.5.29.15"), of_leaf("2.5.29.37")]);

    let signature = Signature::from_slice(request.signature.as_bytes().unwrap()).unwrap();
    let key = SigningKey::from_pkcs8_pem(&identity.key_pem()).unwrap();
    key.verify(&request.info.to_der().unwrap(), &signature).unwrap();
}

#[test]
fn keys_of_version_2_work_too() {
    let identity = default_identity();
    let key = SigningKey::from_pkcs8_pem(&identity.key_pem()).unwrap();
    let version_2 = key.to_pkcs8_pem(der::pem::LineEnding::CRLF).unwrap();
    assert_ne!(version_2.len(), identity.key_pem().len());
    let request = |pem: &str| certificate_request(&default_subject(), pem).unwrap();
    assert_eq!(request(&version_2), request(&identity.key_pem()));
}

#[test]
fn a_key_with_a_strange_public_key_is_refused() {
    let key = SigningKey::from_bytes(&[7; 32]);
    let mut der = key.to_pkcs8_der().unwrap().to_bytes().to_vec();
    *der.last_mut().unwrap() ^= 1;
    let pem = der::pem::encode_string("PRIVATE KEY", der::pem::LineEnding::LF, &der).unwrap();
    assert_eq!(certificate_request(&default_subject(), &pem), Err(IdentityError::KeyMalformed));
}

#[test]
fn other_keys_say_what_is_wrong_with_them() {
    let identity = default_identity();
    let request = |pem: &str| certificate_request(&default_subject(), pem).unwrap_err();
    assert_eq!(request(P256), IdentityError::KeyUnsupported);
    assert_eq!(request(""), IdentityError::PemMissing { expected: "PRIVATE KEY" });
    assert_eq!(request(identity.certificate_pem()), IdentityError::PemMissing { expected: "PRIVATE KEY" });
    assert_eq!(request(&identity.key_pem().replace("MC4C", "MC4D")), IdentityError::KeyMalformed);
    let encrypted = identity.encrypted_key_pem(b"letmein", &salt_and_iv()).unwrap();
    assert_eq!(request(&encrypted), IdentityError::KeyEncrypted);
}
