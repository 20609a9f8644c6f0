//! Any label on a small asset of any carrier: trusted, and the same label back.

#![no_main]

use aimark::Format;
use aimark_fuzz::{label, round_trip_in, sign_context};
use arbitrary::Unstructured;

const ASSETS: [(&[u8], Option<Format>); 6] = [
    (include_bytes!("../seeds/png/dot.png"), None),
    (include_bytes!("../seeds/jpeg/segments.jpg"), None),
    (include_bytes!("../seeds/webp/lossy.webp"), None),
    (b"text", Some(Format::PlainText)),
    (b"text", Some(Format::Yaml)),
    (b"<html><head></head></html>", Some(Format::Html)),
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let mut u = Unstructured::new(data);
    let _ = run(&mut u);
});

fn run(u: &mut Unstructured<'_>) -> arbitrary::Result<()> {
    let (asset, said) = *u.choose(&ASSETS)?;
    let mut context = sign_context(said);
    context.random = u.arbitrary()?;
    context.padded = u.arbitrary()?;
    let label = label(u)?;
    let signed = round_trip_in(asset, &context, &label);
    let alone = |part, whole| label.text(part).is_some() && label.text(whole).is_none();
    let contradicts = alone(aimark::Field::SystemVersion, aimark::Field::System)
        || alone(aimark::Field::NoticeLanguage, aimark::Field::Notice)
        || alone(aimark::Field::NoticeShown, aimark::Field::Notice)
        || alone(aimark::Field::NoticeContrast, aimark::Field::NoticeBox)
        || label.text(aimark::Field::NoticeBox).is_some()
            && label.text(aimark::Field::NoticeShown) != Some("drawn")
        || label.is_watermarked() && label.soft_bindings().is_empty();
    let future =
        label.created_at().is_some_and(|made| made.unix_seconds() > context.now.unix_seconds() + 86_400);
    assert_eq!(signed.is_none(), contradicts || future, "signing {label:?} ends otherwise than it should");
    Ok(())
}
