//! What we sign, another implementation accepts.

use aimark::{Field, Label, Origin, SoftBinding, Verdict};
use aimark_tests::{identity, judge, peer, pictures, signed, signed_with, verify};
use c2pa::ValidationState;

#[test]
fn the_judge_finds_every_signed_picture_valid_and_with_our_root_trusted() {
    let root = identity().root_pem().to_owned();
    let pictures = pictures::all();
    assert_eq!(pictures.len(), 9);
    for (name, media_type, picture) in pictures {
        let labelled = signed(&picture);
        let alone = judge::opinion(&labelled, media_type, None).unwrap();
        assert_eq!(alone.state, ValidationState::Valid, "{name}: {:?}", alone.failures);
        assert_eq!(alone.failures, ["signingCredential.untrusted"], "{name}");
        let trusting = judge::opinion(&labelled, media_type, Some(&root)).unwrap();
        assert_eq!(trusting.state, ValidationState::Trusted, "{name}: {:?}", trusting.failures);
    }
}

#[test]
fn the_judge_takes_soft_bindings_and_a_watermark_for_what_they_are() {
    let mut label = Label::new(Origin::Generated);
    for algorithm in ["org.aimark.watermark.1", "io.iscc.v0", "org.aimark.pdq.1"] {
        label.bind(SoftBinding::new(algorithm, &[0x5a; 34]).unwrap()).unwrap();
    }
    label.set_watermarked(true);
    let root = identity().root_pem().to_owned();
    for (name, media_type, picture) in pictures::all() {
        let labelled = signed_with(&picture, &label);
        let trusting = judge::opinion(&labelled, media_type, Some(&root)).unwrap();
        assert_eq!(trusting.state, ValidationState::Trusted, "{name}: {:?}", trusting.failures);
        let report = verify(&labelled);
        assert_eq!(report.verdict(), Verdict::Trusted, "{name}: {:?}", report.findings());
        let stated = report.stated_label().unwrap();
        assert_eq!(
            (stated.soft_bindings(), stated.is_watermarked()),
            (label.soft_bindings(), true),
            "{name}"
        );
    }
}

#[test]
fn what_the_judge_signs_in_our_shape_is_trusted_here() {
    for (name, media_type, picture) in pictures::all() {
        let labelled = peer::signed(&picture, media_type);
        let report = verify(&labelled);
        assert_eq!(
            report.verdict(),
            Verdict::Trusted,
            "{name}: {:?} {:?}",
            report.findings(),
            report.foreign()
        );
        assert_eq!(report.claim_generator(), Some("peer 1"), "{name}");
        assert_eq!(report.stated_label().and_then(|l| l.text(Field::System)), Some("a system"), "{name}");
    }
}
