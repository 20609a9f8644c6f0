//! Other people's files: each with the verdict, what it says about AI, and the failures found.

use aimark::{Integrity, Verdict};
use aimark_c2pa::{AnchorList, Examiner, Extent, Options, media_type};
use aimark_tests::shared_data;

use crate::codes;

use Verdict::{Invalid, Valid};

const UNTRUSTED: &[&str] = &["signingCredential.untrusted"];

/// Name, verdict, integrity, extent, and the failures in order. Files that are not here have no credential.
const FILES: [(&str, Verdict, Integrity, Extent, &[&str]); 13] = [
    (
        "C_with_CAWG_data.jpg",
        Valid,
        Integrity::Intact,
        Extent::NoStatement,
        // The identity's, then the signer's.
        &["cawg.x509.credential.untrusted", "signingCredential.untrusted"],
    ),
    ("adobe-20220124-C.jpg", Valid, Integrity::Intact, Extent::NoStatement, UNTRUSTED),
    ("adobe-20220124-CA.jpg", Valid, Integrity::Intact, Extent::NoStatement, UNTRUSTED),
    ("adobe-20220124-CAICAI.jpg", Valid, Integrity::Intact, Extent::NoStatement, UNTRUSTED),
    ("adobe-20220124-CI.jpg", Valid, Integrity::Intact, Extent::NoStatement, UNTRUSTED),
    (
        "adobe-20220124-E-clm-CAICAI.jpg",
        Invalid,
        Integrity::Broken,
        Extent::NoStatement,
        &[
            "ingredient.manifest.missing",
            "assertion.hashedURI.mismatch",
            "ingredient.manifest.missing",
            "signingCredential.untrusted",
        ],
    ),
    (
        "adobe-20220124-E-dat-CA.jpg",
        Invalid,
        Integrity::Broken,
        Extent::NoStatement,
        &["assertion.dataHash.mismatch", "signingCredential.untrusted"],
    ),
    (
        "adobe-20220124-E-sig-CA.jpg",
        Invalid,
        Integrity::Broken,
        Extent::NoStatement,
        &["claimSignature.mismatch"],
    ),
    (
        "adobe-20220124-E-uri-CA.jpg",
        Invalid,
        Integrity::Broken,
        Extent::NoStatement,
        &["assertion.hashedURI.mismatch", "signingCredential.untrusted"],
    ),
    (
        "adobe-20220124-XCA.jpg",
        Invalid,
        Integrity::Broken,
        Extent::NoStatement,
        &["assertion.dataHash.mismatch", "signingCredential.untrusted"],
    ),
    ("boxhash.jpg", Valid, Integrity::Intact, Extent::NoStatement, UNTRUSTED),
    (
        "ocsp.jpg",
        // The certificate has expired, and no list accepts the authority of the stamp.
        Invalid,
        Integrity::Intact,
        Extent::Partly,
        &["claimSignature.outsideValidity", "signingCredential.untrusted"],
    ),
    ("update_manifest.jpg", Valid, Integrity::Intact, Extent::NoStatement, UNTRUSTED),
];

#[test]
fn every_file_of_others_is_judged() {
    let (Some(folder), Some(trust)) = (shared_data("foreign"), shared_data("trust")) else { return };
    let list =
        |name: &str, file: &str| AnchorList::new(name, std::fs::read_to_string(trust.join(file)).unwrap());
    let signers = [list("C2PA", "C2PA-TRUST-LIST.pem")];
    let stamps = [list("C2PA stamps", "C2PA-TSA-TRUST-LIST.pem")];
    let examiner = Examiner::new(&signers, &stamps, Options::default()).unwrap();
    let mut found_files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        let asset = std::fs::read(&path).unwrap();
        let kind = media_type(&asset, None).unwrap();
        let found = examiner.examine(&asset, kind).unwrap();
        for _ in 0..4 {
            assert_eq!(examiner.examine(&asset, kind).unwrap(), found, "{name}: not the same each time");
        }
        let Some((_, verdict, integrity, extent, failures)) = FILES.iter().find(|row| row.0 == name) else {
            assert_eq!(found, None, "{name}");
            continue;
        };
        let found = found.unwrap();
        assert_eq!(
            (found.verdict, found.integrity, found.ai.extent),
            (*verdict, *integrity, *extent),
            "{name}"
        );
        assert_eq!(codes(&found), *failures, "{name}");
        assert!(found.signer.is_some() && found.generator.is_some(), "{name}");
        found_files += 1;
    }
    assert_eq!(found_files, FILES.len());
}

#[test]
fn an_identity_is_said_apart_from_the_signer() {
    let Some(folder) = shared_data("foreign") else { return };
    let asset = std::fs::read(folder.join("C_with_CAWG_data.jpg")).unwrap();
    let found = crate::examine(&[], &[], &asset, "image/jpeg");
    let identity = &found.identities[0];
    assert_eq!((identity.kind.as_str(), identity.holds, identity.accepted), ("cawg.x509.cose", true, false));
    assert_eq!(identity.who, ["C2PA Test Signing Cert"]);
}
