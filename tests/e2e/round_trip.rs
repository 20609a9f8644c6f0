//! The label goes in, and nothing else changes.

use aimark::{Field, Format, Label, Origin, Verdict};
use aimark_tests::{context, identity, now, pictures, signed, signed_with, signer, verify};

#[test]
fn every_byte_outside_the_label_stays_as_it_was() {
    for (name, _, plain) in pictures::all() {
        let signer = signer(&identity());
        let result = aimark::sign(&plain, &Label::new(Origin::Generated), &signer, &context()).unwrap();
        let [head, before, label, closing, after] = result.pieces();
        assert_eq!(label, result.label());
        assert_eq!(result.to_vec(), result.pieces().concat());
        match Format::detect(&plain).unwrap() {
            Format::WebP => {
                assert_eq!([&plain[..8], before, after].concat(), plain, "{name}: apart from the RIFF size");
                let size = u32::from_le_bytes(head[4..8].try_into().unwrap()) as usize;
                assert_eq!(size + 8, result.to_vec().len(), "{name}");
                assert_eq!(closing.len(), label.len() % 2, "{name}");
            }
            _ => {
                assert_eq!((head, closing), (&[][..], &[][..]), "{name}");
                assert_eq!([before, after].concat(), plain, "{name}");
            }
        }
    }
}

#[test]
fn the_label_stands_where_the_specification_wants_it() {
    let png = signed(&pictures::png(64, 48));
    assert_eq!(&png[37..41], b"caBX", "right after IHDR");
    let jpeg = signed(&pictures::jpeg_with_segments());
    let segments: Vec<u8> = markers(&jpeg);
    assert_eq!(segments[..4], [0xe0, 0xe1, 0xeb, 0xeb], "after the leading APP segments");
    assert!(!segments[4..].contains(&0xeb));
}

/// The markers of a JPEG up to its scan.
fn markers(jpeg: &[u8]) -> Vec<u8> {
    let mut at = 2;
    let mut out = Vec::new();
    while jpeg[at + 1] != 0xda {
        out.push(jpeg[at + 1]);
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
    out
}

#[test]
fn what_was_stated_is_what_is_read() {
    let mut label = Label::new(Origin::Altered);
    label.set(Field::System, "Кандинский").unwrap().set(Field::SystemVersion, "5.0").unwrap();
    label.set(Field::Provider, "ТОО «Пример»").unwrap().set(Field::ContentId, "a-1").unwrap();
    label.set_created_at("2026-11-20T01:02:03Z".parse().unwrap());
    for (name, _, plain) in pictures::all() {
        let report = verify(&signed_with(&plain, &label));
        assert_eq!(report.verdict(), Verdict::Trusted, "{name}");
        assert_eq!(report.proof().unwrap().label(), &label, "{name}");
        assert_eq!(report.proof().unwrap().signer().common_name, "aimark default");
        assert_eq!(report.proof().unwrap().anchor().unwrap().common_name, "aimark root");
    }
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    let plain = pictures::jpeg(64, 48);
    assert_eq!(signed(&plain), signed(&plain));
    let other = aimark::SignContext::new(now(), [9; 32]);
    let signer = signer(&identity());
    let other = aimark::sign(&plain, &Label::new(Origin::Generated), &signer, &other).unwrap();
    assert_ne!(signed(&plain), other.to_vec(), "other randomness, another identifier");
}

#[test]
fn a_labelled_picture_is_refused_by_the_name_of_its_signer() {
    let signer = signer(&identity());
    for (name, _, plain) in pictures::all() {
        let error =
            aimark::sign(&signed(&plain), &Label::new(Origin::Generated), &signer, &context()).unwrap_err();
        let words = "the asset already carries a content credential, signed by aimark default";
        assert_eq!(error.to_string(), words, "{name}");
    }
}

#[test]
fn an_unlabelled_picture_is_unmarked_and_nothing_is_said_about_it() {
    for (name, _, plain) in pictures::all() {
        let report = verify(&plain);
        assert_eq!(report.verdict(), Verdict::Unmarked, "{name}");
        assert!(report.findings().is_empty() && report.stated_label().is_none(), "{name}");
    }
}

#[test]
fn a_label_goes_before_a_multi_picture_index_whose_offsets_it_would_shift() {
    let plain = pictures::jpeg(40, 30);
    let rest = 4 + usize::from(u16::from_be_bytes([plain[4], plain[5]]));
    let index = b"\xff\xe2\x00\x0aMPF\0II*\0";
    let plain = [&plain[..rest], index, &plain[rest..]].concat();
    let labelled = signed(&plain);
    assert_eq!(markers(&labelled)[..3], [0xe0, 0xeb, 0xe2]);
    assert_eq!(verify(&labelled).verdict(), Verdict::Trusted);
}

#[test]
fn a_million_labels_are_one_too_many_and_cost_no_more() {
    let plain = pictures::webp_lossy();
    let mut bomb = [plain, b"C2PA\0\0\0\0".repeat(1_000_000)].concat();
    let size = u32::try_from(bomb.len() - 8).unwrap();
    bomb[4..8].copy_from_slice(&size.to_le_bytes());
    let report = verify(&bomb);
    assert_eq!(aimark_tests::failures(&report), ["org.aimark.multipleLabels"]);
    let words = &report.findings()[0].words;
    assert_eq!(words, "the asset has several labels; only one can be right");
}

/// A chain with a certificate of 150 KB makes a label of three JPEG segments.
#[test]
fn a_label_over_64_kilobytes_is_split_and_reads_back() {
    let mut big = aimark_tests::certificates::authority("big");
    let bulk = rcgen::CustomExtension::from_oid_content(&[1, 2, 3, 4], vec![7; 150_000]);
    big.custom_extensions = vec![bulk];
    let big = aimark_tests::certificates::issue(&big, 8);
    let chain = [identity().certificate_pem().to_owned(), pem(&big)].concat();
    let signer = aimark::Signer::from_pem(chain.as_bytes(), identity().key_pem().as_bytes()).unwrap();
    for (plain, media_type) in [
        (pictures::jpeg(64, 48), "image/jpeg"),
        (pictures::png(64, 48), "image/png"),
        (pictures::webp_lossy(), "image/webp"),
    ] {
        let labelled =
            aimark::sign(&plain, &Label::new(Origin::Generated), &signer, &context()).unwrap().to_vec();
        assert!(labelled.len() - plain.len() > 150_000);
        assert_eq!(verify(&labelled).verdict(), Verdict::Trusted, "{:?}", verify(&labelled).findings());
        let opinion = aimark_tests::judge::opinion(&labelled, media_type, None).unwrap();
        assert_eq!(opinion.state, c2pa::ValidationState::Valid, "{media_type}: {}", opinion.json);
        if media_type == "image/jpeg" {
            assert_eq!(markers(&labelled).iter().filter(|m| **m == 0xeb).count(), 3);
        }
    }
}

fn pem(der: &[u8]) -> String {
    x509_cert::der::pem::encode_string("CERTIFICATE", x509_cert::der::pem::LineEnding::LF, der).unwrap()
}
