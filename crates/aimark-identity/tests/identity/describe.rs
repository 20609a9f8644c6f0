use aimark_identity::{IdentityError, describe};
use sha2::{Digest, Sha256};

use crate::{START, default_identity, der_of, parsed};

const P256: &str = include_str!("data/p256-deceptive-name.pem");

#[test]
fn a_leaf_is_described() {
    let identity = default_identity();
    let pem = identity.certificate_pem();
    let summaries = describe(pem).unwrap();
    assert_eq!(summaries.len(), 1);
    let leaf = &summaries[0];
    assert_eq!(leaf.subject, "CN=aimark default,O=aimark,C=KZ");
    assert_eq!(leaf.issuer, "CN=aimark root");
    assert_eq!((leaf.not_before, leaf.not_after), (START, START + 3650 * 86_400));
    assert_eq!(leaf.key_algorithm, "Ed25519");
    assert_eq!(leaf.extended_key_usages, ["c2pa-kp-claimSigning", "emailProtection"]);
    assert!(!leaf.is_ca);
    let der = der_of(pem);
    assert_eq!(leaf.der_len, der.len());
    let digest: String = Sha256::digest(&der).iter().map(|b| format!("{b:02x}")).collect();
    assert_eq!(leaf.fingerprint, digest);
    let serial = parsed(pem).tbs_certificate().serial_number().to_string();
    assert_eq!(leaf.serial, serial.replace(':', "").to_lowercase());
}

#[test]
fn a_chain_is_described_in_its_order() {
    let identity = default_identity();
    let text = format!(
        "subject=someone\n{}\n{}issuer=someone\r\n{P256}\n\n",
        identity.certificate_pem(),
        &*identity.key_pem()
    );
    let subjects: Vec<_> = describe(&text).unwrap().into_iter().map(|c| (c.subject, c.is_ca)).collect();
    assert_eq!(subjects.len(), 2);
    assert_eq!(subjects[0], ("CN=aimark default,O=aimark,C=KZ".to_owned(), false));
    assert!(subjects[1].1);
}

#[test]
fn a_foreign_certificate_cannot_trick_the_reader() {
    let foreign = &describe(P256).unwrap()[0];
    assert_eq!(foreign.subject, "CN=sign\\e2\\80\\aegnp.,O=Left\\, Right,C=KZ");
    assert_eq!(foreign.issuer, foreign.subject);
    assert_eq!(foreign.serial, "f00d");
    assert_eq!((foreign.not_before, foreign.not_after), (1_795_295_550, 2_110_655_550));
    // As `openssl x509 -fingerprint -sha256` says.
    assert_eq!(foreign.fingerprint, "56755b8ec8a1e7a32c0a794ab52119c23c893bd47f9b83e023af8e848e1e747c");
    assert_eq!(foreign.key_algorithm, "ECDSA P-256");
    assert_eq!(foreign.extended_key_usages, ["timeStamping", "1.2.3.4"]);
    assert!(foreign.is_ca);
    assert_eq!(foreign.der_len, 434);
}

#[test]
fn the_damaged_certificate_is_named() {
    assert_eq!(describe("nothing"), Err(IdentityError::PemMissing { expected: "CERTIFICATE" }));
    let identity = default_identity();
    let good = identity.certificate_pem();
    let cut = good.strip_suffix("-----END CERTIFICATE-----\n").unwrap();
    assert_eq!(describe(&format!("{good}{cut}")), Err(IdentityError::CertificateMalformed { position: 2 }));
    let other = good.replace("CERTIFICATE", "CERTIFICATE REQUEST");
    assert_eq!(describe(&other), Err(IdentityError::PemMissing { expected: "CERTIFICATE" }));
}

#[test]
fn no_damage_makes_it_panic() {
    let identity = default_identity();
    let der = der_of(identity.certificate_pem());
    for position in 0..der.len() {
        for value in [0, 0x7F, 0x80, 0xFF, der[position] ^ 1] {
            let mut damaged = der.clone();
            damaged[position] = value;
            let pem = der::pem::encode_string("CERTIFICATE", der::pem::LineEnding::LF, &damaged).unwrap();
            let _ = describe(&pem);
        }
    }
}
