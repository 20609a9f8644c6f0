//! What we sign, another implementation accepts.

use aimark_tests::{identity, judge, pictures, signed};
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
fn size() {
    let pic = pictures::jpeg(1024, 1024);
    eprintln!("{} -> {}", pic.len(), signed(&pic).len() - pic.len());
}
