//! No bit of a label can be flipped without the verdict leaving `Trusted` and `Valid`.

use aimark::{Label, Origin, Verdict};
use aimark_tests::{pictures, position, signed, signed_with, verify};

/// Flips every bit of `labelled[label]`, one at a time, and returns how many flips went unnoticed.
fn unnoticed(labelled: &[u8], label: core::ops::Range<usize>) -> usize {
    let anchors = aimark_tests::anchors();
    let context =
        aimark::VerifyContext { anchors: &anchors, ..aimark::VerifyContext::new(aimark_tests::now()) };
    let mut bytes = labelled.to_vec();
    let mut count = 0;
    for bit in label.start * 8..label.end * 8 {
        bytes[bit / 8] ^= 1 << (bit % 8);
        let passed = aimark::verify(&bytes, &context).is_ok_and(|report| report.proof().is_some());
        count += usize::from(passed);
        bytes[bit / 8] ^= 1 << (bit % 8);
    }
    count
}

fn label_of(plain: &[u8], labelled: &[u8], first: &[u8]) -> core::ops::Range<usize> {
    let start = position(labelled, first);
    start..start + labelled.len() - plain.len()
}

#[test]
fn in_a_png() {
    let plain = pictures::png(8, 8);
    let labelled = signed(&plain);
    assert_eq!(verify(&labelled).verdict(), Verdict::Trusted);
    let chunk = position(&labelled, b"caBX") - 4;
    assert_eq!(unnoticed(&labelled, chunk..chunk + labelled.len() - plain.len()), 0);
}

#[test]
fn in_a_jpeg() {
    let plain = pictures::jpeg_with_segments();
    let labelled = signed(&plain);
    assert_eq!(verify(&labelled).verdict(), Verdict::Trusted);
    // The second APP11 segment: the first is a foreign JUMBF box.
    let foreign = position(&labelled, b"\xff\xeb");
    let start = foreign + 2 + position(&labelled[foreign + 2..], b"\xff\xeb");
    assert_eq!(unnoticed(&labelled, start..start + labelled.len() - plain.len()), 0);
}

#[test]
fn in_a_webp_with_everything_stated() {
    let plain = pictures::webp_lossy();
    let mut label = Label::new(Origin::Altered);
    for field in aimark::Field::ALL {
        let text = match field.name() {
            "detector_url" => "https://aimark.kz/",
            "notice_lang" => "ru",
            "provider_code" => "001191440300708461136T1XGW3",
            "notice_box" => "xywh=8,20,40,10",
            "notice_contrast" => "12.63",
            _ if !field.choices().is_empty() => field.choices()[0],
            _ => "Создано ИИ",
        };
        label.set(field, text).unwrap();
    }
    for algorithm in ["org.aimark.watermark.1", "io.iscc.v0"] {
        label.bind(aimark::SoftBinding::new(algorithm, &[0x5a; 34]).unwrap()).unwrap();
    }
    label.set_watermarked(true);
    let labelled = signed_with(&plain, &label);
    assert_eq!(
        verify(&labelled).stated_label().map(|l| l.text(aimark::Field::Notice)),
        Some(Some("Создано ИИ"))
    );
    assert_eq!(unnoticed(&labelled, label_of(&plain, &labelled, b"C2PA")), 0);
}

#[test]
fn in_a_text_of_each_carrier() {
    let plain = b"<html><head><title>t</title></head><body>text</body></html>";
    for format in [aimark::Format::PlainText, aimark::Format::Yaml, aimark::Format::Html] {
        let mut context = aimark_tests::context();
        context.format = Some(format);
        let signer = aimark_tests::signer(&aimark_tests::identity());
        let signed = aimark::sign(plain, &Label::new(Origin::Generated), &signer, &context).unwrap();
        let [head, before, label, ..] = signed.pieces().map(<[u8]>::len);
        assert_eq!(unnoticed(&signed.to_vec(), head + before..head + before + label), 0, "{format}");
    }
}

#[test]
fn in_the_picture_around_it() {
    let labelled = signed(&pictures::webp_lossy());
    assert_eq!(unnoticed(&labelled, 0..60), 0);
}
