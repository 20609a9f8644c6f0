//! The committed files that examples and other tests use are what their recipes give. `AIMARK_BLESS=1` writes
//! them anew.

use std::fs;
use std::path::Path;

use aimark_tests::certificates::{authority, issue, key, leaf};
use aimark_tests::der::{Written, rsa};
use aimark_tests::{identity, pictures, project};
use rcgen::{CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, Issuer, date_time_ymd};

/// Compares `path` (from the project's root) with `bytes`, or writes it.
pub fn same_or_bless(path: impl AsRef<Path>, bytes: &[u8]) {
    let path = project().join(path);
    if std::env::var_os("AIMARK_BLESS").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, bytes).unwrap();
    }
    let committed = fs::read(&path).unwrap_or_default();
    assert!(committed == bytes, "{} differs from its recipe; AIMARK_BLESS=1 writes it", path.display());
}

#[test]
fn the_identity_of_the_examples_is_the_fixed_one() {
    let identity = identity();
    let folder = Path::new("crates/aimark/tests/identity");
    same_or_bless(folder.join("chain.pem"), identity.certificate_pem().as_bytes());
    same_or_bless(folder.join("root.pem"), identity.root_pem().as_bytes());
    same_or_bless(folder.join("key.pem"), identity.key_pem().as_bytes());
    same_or_bless(folder.join("dot.png"), &pictures::png(1, 1));
}

fn pem(ders: &[Vec<u8>]) -> String {
    use x509_cert::der::pem::{LineEnding, encode_string};
    ders.iter().map(|der| encode_string("CERTIFICATE", LineEnding::LF, der).unwrap()).collect()
}

/// Signers' certificates that break the rule in their name and no other.
fn faulty() -> [(&'static str, Vec<u8>); 9] {
    let with = |change: fn(&mut CertificateParams)| {
        let mut params = leaf();
        change(&mut params);
        issue(&params, 3)
    };
    [
        ("no-purpose", with(|p| p.extended_key_usages.clear())),
        ("server", with(|p| p.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth])),
        ("stamping", with(|p| p.extended_key_usages.push(ExtendedKeyUsagePurpose::TimeStamping))),
        ("no-usage", with(|p| p.key_usages.clear())),
        ("no-authority-key-id", with(|p| p.use_authority_key_identifier_extension = false)),
        (
            "no-organization",
            with(|p| {
                p.distinguished_name = DistinguishedName::new();
                p.distinguished_name.push(DnType::CommonName, "a signer");
            }),
        ),
        (
            "expired",
            with(|p| (p.not_before, p.not_after) = (date_time_ymd(2019, 1, 1), date_time_ymd(2020, 1, 1))),
        ),
        (
            "future",
            with(|p| (p.not_before, p.not_after) = (date_time_ymd(2099, 1, 1), date_time_ymd(2100, 1, 1))),
        ),
        ("rsa", Written { key: rsa(&[0xc5; 256]), ..Written::leaf(3) }.der()),
    ]
}

#[test]
fn the_certificates_that_the_doctor_explains_are_their_recipes() {
    let folder = Path::new("crates/aimark-cli/tests/fixtures/certificates");
    for (name, der) in faulty() {
        same_or_bless(folder.join(name).with_extension("pem"), pem(&[der]).as_bytes());
    }
    let top = authority("top");
    let root = top.self_signed(&key(1).0).unwrap().der().to_vec();
    let between = authority("between");
    let middle = between.signed_by(&key(2).0, &Issuer::new(top, key(1).0)).unwrap().der().to_vec();
    let signer = leaf().signed_by(&key(3).0, &Issuer::new(between, key(2).0)).unwrap().der().to_vec();
    for (name, chain) in [
        ("top", vec![root.clone()]),
        ("chain", vec![signer.clone(), middle.clone()]),
        ("gap", vec![signer.clone()]),
        ("backwards", vec![middle, signer.clone()]),
        ("unrelated", vec![signer, root]),
    ] {
        same_or_bless(folder.join(name).with_extension("pem"), pem(&chain).as_bytes());
    }
}

#[test]
fn the_sample_picture_is_its_recipe() {
    same_or_bless("docs/sample.png", &pictures::png(256, 192));
}
