//! What counts as a warning: only what a label that holds records, and only words that warn.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::Cursor;

use aimark::{Field, Format, Label, Origin, SignContext, Signer, VerifyContext};
use aimark_law::{Credential, Demands, Evidence, NoticeSeen, Profile};
use aimark_mandate::{Limits, Note, Wish, evidence, prepare};

fn wish() -> Wish {
    Wish::new(Demands::of(&[&Profile::builtin("kz").unwrap()]))
}

fn picture() -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    image::RgbImage::new(320, 240).write_to(&mut file, image::ImageFormat::Png).unwrap();
    file.into_inner()
}

fn signed(label: &Label) -> Vec<u8> {
    let (chain, key) = (
        include_bytes!("../../aimark/tests/identity/chain.pem"),
        include_bytes!("../../aimark/tests/identity/key.pem"),
    );
    let picture = picture();
    let prepared = prepare(&picture, Format::Png, label, &wish(), &Limits::default()).unwrap();
    let context = SignContext::new("2026-11-26T12:00:00Z".parse().unwrap(), [7; 32]);
    let signer = Signer::from_pem(chain, key).unwrap();
    aimark::sign(&prepared.bytes, &prepared.label, &signer, &context).unwrap().to_vec()
}

fn seen(file: &[u8]) -> Evidence {
    let at = "2026-11-26T12:00:00Z".parse().unwrap();
    let report = aimark::verify(file, &VerifyContext::new(at)).unwrap();
    evidence(file, "image/png", Credential::from_report(&report), at, &Limits::default()).unwrap()
}

#[test]
fn a_label_that_does_not_hold_records_no_warning() {
    let mut file = signed(&Label::new(Origin::Generated));
    assert_eq!(seen(&file).notice, Some(NoticeSeen::Found));
    file.push(0);
    assert_eq!(seen(&file).notice, None);
}

#[test]
fn words_that_do_not_warn_of_ai_are_no_warning_that_anybody_here_knows() {
    for words in ["Photo by Ivan", "Not made by AI, real photo"] {
        let mut label = Label::new(Origin::Generated);
        label.set(Field::Notice, words).unwrap();
        assert_eq!(seen(&signed(&label)).notice, Some(NoticeSeen::Unknown), "{words}");
    }
}

#[test]
fn a_page_without_a_place_for_a_line_is_left_as_it_is() {
    let page = b"<?xml version=\"1.0\"?><h:html xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:body/></h:html>";
    let label = Label::new(Origin::Generated);
    let prepared = prepare(page, Format::Xhtml, &label, &wish(), &Limits::default()).unwrap();
    assert_eq!(
        (&prepared.bytes[..], &prepared.notes[..]),
        (&page[..], &[Note::NoticeBeside(Format::Xhtml)][..])
    );
}
