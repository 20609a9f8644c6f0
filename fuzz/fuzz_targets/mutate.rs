//! A signed asset with edits in it: never `Trusted` or `Valid` unless every byte is as it was signed. Edits are made in
//! the asset, in the manifest store behind a sound carrier, or in the signature box behind sound boxes.

#![no_main]

use std::sync::LazyLock;

use aimark::{Format, fuzzing};
use aimark_fuzz::{Edit, Padding, SIGNER, apply, generated, sign_context, verify};
use arbitrary::Arbitrary;

#[derive(Arbitrary, Debug)]
struct Input {
    asset: u8,
    place: Place,
    edits: Vec<Edit>,
}

#[derive(Arbitrary, Debug)]
enum Place {
    Asset,
    Store,
    Signature,
    Padding(Padding),
}

libfuzzer_sys::fuzz_target!(|input: Input| {
    let (original, said) = &ASSETS[usize::from(input.asset) % ASSETS.len()];
    let edited = match &input.place {
        Place::Asset => {
            let mut bytes = original.clone();
            apply(&mut bytes, &input.edits);
            Some(bytes)
        }
        Place::Store => fuzzing::with_store(original, *said, |store| apply(store, &input.edits)),
        Place::Signature => in_signature(original, *said, |signature| apply(signature, &input.edits)),
        Place::Padding(padding) => in_signature(original, *said, |signature| padding.put(signature)),
    };
    let Some(edited) = edited else { return };
    for said in [*said, None] {
        let passed = verify(&edited, said).is_ok_and(|report| report.proof().is_some());
        assert_eq!(passed, edited == *original, "{said:?}");
    }
});

fn in_signature(asset: &[u8], said: Option<Format>, change: impl FnOnce(&mut Vec<u8>)) -> Option<Vec<u8>> {
    fuzzing::with_store(asset, said, |store| {
        if let Some(changed) = fuzzing::with_signature(store, change) {
            *store = changed;
        }
    })
}

static ASSETS: LazyLock<Vec<(Vec<u8>, Option<Format>)>> = LazyLock::new(|| {
    let page = b"<html><head><title>t</title></head><body>text</body></html>";
    let plain = [
        (&include_bytes!("../seeds/png/dot.png")[..], None, false),
        (include_bytes!("../seeds/jpeg/segments.jpg"), None, false),
        (include_bytes!("../seeds/webp/lossy.webp"), None, false),
        (include_bytes!("../seeds/webp/extended.webp"), None, false),
        (b"text \xc3\xa9", Some(Format::PlainText), false),
        (b"text", Some(Format::PlainText), true),
        (b"a: 1\n", Some(Format::Yaml), false),
        (b"# text\r\n", Some(Format::Markdown), false),
        (b"#!/bin/sh\n", Some(Format::Shell), false),
        (page, Some(Format::Html), false),
    ];
    plain.into_iter().map(|(asset, said, padded)| (signed(asset, said, padded), said)).collect()
});

/// With such randomness that the padding inside a text's wrapper takes both headers, where there is such padding.
fn signed(asset: &[u8], said: Option<Format>, padded: bool) -> Vec<u8> {
    let with = |random: u8| {
        let mut context = sign_context(said);
        (context.random[0], context.padded) = (random, padded);
        aimark::sign(asset, &generated(), &SIGNER, &context).unwrap().to_vec()
    };
    let both = |asset: &Vec<u8>| {
        let stores = fuzzing::labels(asset, said);
        let has = |name: &[u8]| stores[0].1.windows(name.len()).any(|w| w == name);
        has(b"cpad") && has(b"dpad2")
    };
    let wrapped = said == Some(Format::PlainText) && !padded;
    let chosen = if wrapped { (0..=255).map(with).find(both) } else { None };
    chosen.unwrap_or_else(|| with(0))
}
