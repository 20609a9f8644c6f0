//! Other people's files: never `Valid`, and what could be read is said.

use aimark::{Label, Origin, Verdict};
use aimark_tests::{context, identity, shared_data, signer, verify};

const OLD: &str = "make_test_images/0.16.1 c2pa-rs/0.16.1";

/// Each file, our verdict, and the signer and the software that we read from it.
const FILES: [(&str, Verdict, Option<(&str, &str)>); 20] = [
    ("C_with_CAWG_data.jpg", Verdict::Foreign, Some(("C2PA Signer", "c2pa cawg test 0.58.0"))),
    ("adobe-20220124-A.jpg", Verdict::Unmarked, None),
    ("adobe-20220124-C.jpg", Verdict::Foreign, Some(("C2PA Signer", OLD))),
    ("adobe-20220124-CA.jpg", Verdict::Foreign, Some(("C2PA Signer", OLD))),
    ("adobe-20220124-CAICAI.jpg", Verdict::Foreign, Some(("C2PA Signer", OLD))),
    ("adobe-20220124-CI.jpg", Verdict::Foreign, Some(("C2PA Signer", OLD))),
    ("adobe-20220124-E-clm-CAICAI.jpg", Verdict::Foreign, Some(("C2PA Signer", OLD))),
    ("adobe-20220124-E-dat-CA.jpg", Verdict::Foreign, Some(("C2PA Signer", OLD))),
    (
        "adobe-20220124-E-sig-CA.jpg",
        Verdict::Foreign,
        Some(("C2PA Signer", "make_test_xxxxxx/0.16.1 c2pa-rs/0.16.1")),
    ),
    ("adobe-20220124-E-uri-CA.jpg", Verdict::Foreign, Some(("C2PA Signer", OLD))),
    ("adobe-20220124-I.jpg", Verdict::Unmarked, None),
    ("adobe-20220124-XCA.jpg", Verdict::Foreign, Some(("C2PA Signer", OLD))),
    ("boxhash.jpg", Verdict::Foreign, Some(("C2PA Signer", "make_test_images/0.3.0 c2pa-rs/0.3.0"))),
    ("libpng-test.png", Verdict::Unmarked, None),
    ("no_manifest.jpg", Verdict::Unmarked, None),
    ("ocsp.jpg", Verdict::Foreign, Some(("Adobe C2PA", "Adobe Photoshop 26.9.0"))),
    ("sample1.png", Verdict::Unmarked, None),
    ("sample1.webp", Verdict::Unmarked, None),
    ("test_lossless.webp", Verdict::Unmarked, None),
    ("update_manifest.jpg", Verdict::Foreign, Some(("C2PA Signer", "claim_v2_unit_test"))),
];

#[test]
fn foreign_files_are_never_valid_and_what_could_be_read_is_said() {
    let Some(folder) = shared_data("foreign") else { return };
    for (name, verdict, read) in FILES {
        let report = verify(&std::fs::read(folder.join(name)).unwrap());
        assert_eq!(report.verdict(), verdict, "{name}: {report:?}");
        let signer = report.stated_signer().map(|s| s.common_name.as_str());
        assert_eq!(signer.zip(report.claim_generator()), read, "{name}");
    }
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), FILES.len());
}

#[test]
fn unlabelled_files_of_others_are_labelled_and_labelled_ones_refused() {
    let Some(folder) = shared_data("foreign") else { return };
    let root = identity().root_pem().to_owned();
    for (name, verdict, _) in FILES {
        let asset = std::fs::read(folder.join(name)).unwrap();
        let signer = signer(&identity());
        let signed = aimark::sign(&asset, &Label::new(Origin::Altered), &signer, &context());
        if verdict != Verdict::Unmarked {
            let error = signed.unwrap_err().to_string();
            assert!(
                error.starts_with("the asset already carries a content credential, signed by"),
                "{name}: {error}"
            );
            continue;
        }
        let labelled = signed.unwrap().to_vec();
        assert_eq!(verify(&labelled).verdict(), Verdict::Trusted, "{name}");
        let media_type = aimark::Format::detect(&labelled).unwrap().media_type();
        let opinion = aimark_tests::judge::opinion(&labelled, media_type, Some(&root)).unwrap();
        assert_eq!(opinion.state, c2pa::ValidationState::Trusted, "{name}: {}", opinion.json);
    }
}
