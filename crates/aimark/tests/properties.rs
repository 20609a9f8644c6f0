//! Whatever is stated, about whatever is supported: the label verifies, the rest of the asset is as it was, and no byte of it
//! can change unnoticed.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test that meets the unexpected may fail loudly"
)]

mod dice;

use std::path::Path;

use aimark::{
    Anchors, Field, Format, Label, Origin, SignContext, Signed, Signer, SoftBinding, Verdict, VerifyContext,
};

use dice::Dice;

const NOW: &str = "2026-11-21T12:00:00Z";
const ROUNDS: usize = 400;
const CHANGES: usize = 12;

fn identity(name: &str) -> Vec<u8> {
    std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/identity").join(name)).unwrap()
}

impl Dice {
    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn bytes(&mut self, most: usize) -> Vec<u8> {
        (0..self.below(most)).map(|_| u8::try_from(self.below(256)).unwrap()).collect()
    }

    /// Words of several scripts, in form C.
    fn words(&mut self, most: usize) -> String {
        const WORDS: [&str; 9] =
            ["cat ", "кошка ", "мысық ", "Ққ ", "猫", "고양이 ", "قط ", "\u{1f408}", "\u{1f1f0}\u{1f1ff}"];
        let words: String = (0..=self.below(12)).map(|_| self.of(&WORDS)).collect();
        words.trim().chars().take(most).collect()
    }
}

fn any_label(dice: &mut Dice) -> Label {
    let mut label = Label::new(dice.of(&Origin::ALL));
    for field in Field::ALL {
        let text = match field {
            Field::ProviderCode => "001100000000000000000000ABC".to_owned(),
            Field::DetectorUrl => format!("https://example.org/{}", dice.below(1000)),
            Field::NoticeLanguage => dice.of(&["kk", "ru", "zh-Hans", "en-GB"]).to_owned(),
            Field::NoticeBox => format!("xywh={},7,{},40", dice.below(900), dice.below(900) + 1),
            Field::NoticeContrast => "12.63".to_owned(),
            _ if !field.choices().is_empty() => dice.of(field.choices()).to_owned(),
            _ => dice.words(field.max_chars()),
        };
        let needs = match field {
            Field::SystemVersion => label.text(Field::System).is_some(),
            Field::NoticeLanguage | Field::NoticeShown => label.text(Field::Notice).is_some(),
            Field::NoticeBox => label.text(Field::NoticeShown) == Some("drawn"),
            Field::NoticeContrast => label.text(Field::NoticeBox).is_some(),
            _ => true,
        };
        if needs && dice.below(2) == 0 && !text.is_empty() {
            label.set(field, &text).unwrap();
        }
    }
    for number in 0..dice.below(9) {
        let value = vec![dice.of(&[0, 7, 0xff]); 1 + dice.below(90)];
        label.bind(SoftBinding::new(&format!("org.example.{number}"), &value).unwrap()).unwrap();
        label.set_watermarked(dice.below(2) == 0);
    }
    if dice.below(2) == 0 {
        label.set_created_at("2026-01-18T00:00:00Z".parse().unwrap());
    }
    label
}

fn png(dice: &mut Dice) -> Vec<u8> {
    let chunk = |kind: &[u8; 4], data: &[u8]| {
        let body = [kind, data].concat();
        let len = u32::try_from(data.len()).unwrap().to_be_bytes();
        [&len[..], &body, &crc32fast::hash(&body).to_be_bytes()].concat()
    };
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    png.extend(chunk(b"IHDR", b"\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0"));
    for _ in 0..dice.below(4) {
        png.extend(chunk(&dice.of(&[*b"tEXt", *b"eXIf", *b"iTXt", *b"prVt"]), &dice.bytes(200)));
    }
    for _ in 0..=dice.below(3) {
        png.extend(chunk(b"IDAT", &dice.bytes(900)));
    }
    png.extend(chunk(b"IEND", b""));
    png
}

fn jpeg(dice: &mut Dice) -> Vec<u8> {
    let mut jpeg = b"\xff\xd8".to_vec();
    for _ in 0..dice.below(5) {
        let data = dice.bytes(300);
        jpeg.extend([0xff, dice.of(&[0xe0, 0xe1, 0xe2, 0xed, 0xfe])]);
        jpeg.extend(u16::try_from(data.len() + 2).unwrap().to_be_bytes());
        jpeg.extend(data);
    }
    jpeg.extend(b"\xff\xda\0\x08\x01\x01\0\0\x3f\0");
    jpeg.extend(dice.bytes(900).into_iter().filter(|byte| *byte != 0xff));
    jpeg.extend(b"\xff\xd9");
    jpeg
}

fn webp(dice: &mut Dice) -> Vec<u8> {
    let chunk = |kind: &[u8; 4], data: &[u8]| {
        let pad = vec![0; data.len() % 2];
        [&kind[..], &u32::try_from(data.len()).unwrap().to_le_bytes(), data, &pad].concat()
    };
    let pixels = [b"\x2f\0\0\0\x10".to_vec(), dice.bytes(900)].concat();
    let body = [&b"WEBP"[..], &chunk(b"VP8L", &pixels)].concat();
    [&b"RIFF"[..], &u32::try_from(body.len()).unwrap().to_le_bytes(), &body].concat()
}

fn text(dice: &mut Dice, format: Format) -> Vec<u8> {
    let lines: Vec<String> = (0..dice.below(20)).map(|_| dice.words(200)).collect();
    let words = lines.join(dice.of(&["\n", "\r\n"]));
    let text = match format {
        Format::Html => {
            format!("<!DOCTYPE html>\n<html><head><title>{words}</title></head><body></body></html>")
        }
        Format::Xml | Format::Rss | Format::Atom | Format::Xhtml => {
            format!("<?xml version=\"1.0\"?>\n<a>{words}</a>\n")
        }
        Format::WebVtt => format!("WEBVTT\n\n{words}\n"),
        _ => words,
    };
    text.into_bytes()
}

fn any_asset(dice: &mut Dice, format: Format) -> Vec<u8> {
    match format {
        Format::Png => png(dice),
        Format::Jpeg => jpeg(dice),
        Format::WebP => webp(dice),
        text_of => text(dice, text_of),
    }
}

/// Where the label lies in the signed asset.
fn label_at(signed: &Signed<'_>) -> core::ops::Range<usize> {
    let [head, before, label, ..] = signed.pieces();
    let start = head.len() + before.len();
    start..start + label.len()
}

/// All of the original is there, but for the sizes that a RIFF file states at its beginning.
fn is_the_original(format: Format, original: &[u8], rest: &[u8]) -> bool {
    if format != Format::WebP {
        return rest == original;
    }
    let chunks = &original[12..];
    rest.windows(chunks.len()).any(|stretch| stretch == chunks)
}

#[test]
fn any_label_on_any_asset_holds_until_a_byte_changes() {
    let signer = Signer::from_pem(&identity("chain.pem"), &identity("key.pem")).unwrap();
    let mut anchors = Anchors::new();
    anchors.add_pem(&identity("root.pem")).unwrap();
    let formats: Vec<_> = Format::all().collect();
    let (now, mut dice) = (NOW.parse().unwrap(), Dice(7));
    let (mut invalid, mut other) = (0, 0);
    for round in 0..ROUNDS {
        let format = formats[round % formats.len()];
        let (label, asset) = (any_label(&mut dice), any_asset(&mut dice, format));
        let mut context = SignContext::new(now, [u8::try_from(round % 256).unwrap(); 32]);
        context.format = Some(format);
        let signed = aimark::sign(&asset, &label, &signer, &context);
        let signed = signed.unwrap_or_else(|error| panic!("round {round}, {format}: {error}"));
        let (whole, place) = (signed.to_vec(), label_at(&signed));
        let rest = [&whole[..place.start], &whole[place.end..]].concat();
        assert!(is_the_original(format, &asset, &rest), "round {round}, {format}: the rest is another");

        let judgement = VerifyContext { anchors: &anchors, format: Some(format), ..VerifyContext::new(now) };
        let report = aimark::verify(&whole, &judgement).unwrap();
        assert_eq!(report.verdict(), Verdict::Trusted, "round {round}, {format}: {:?}", report.findings());
        let stated = report.proof().unwrap().label();
        assert_eq!(stated.origin(), label.origin());
        assert!(Field::ALL.iter().all(|field| stated.text(*field) == label.text(*field)), "round {round}");
        assert_eq!(stated.soft_bindings(), label.soft_bindings());
        assert_eq!(stated.is_watermarked(), label.is_watermarked());
        assert_eq!(stated.created_at(), Some(label.created_at().unwrap_or(now)));

        for _ in 0..CHANGES {
            if rest.is_empty() {
                break;
            }
            let outside = dice.below(rest.len());
            let at = if outside < place.start { outside } else { outside + place.len() };
            let mut changed = whole.clone();
            changed[at] ^= u8::try_from(1 + dice.below(255)).unwrap();
            match aimark::verify(&changed, &judgement).map(|report| report.verdict()) {
                Ok(verdict @ (Verdict::Trusted | Verdict::Valid)) => {
                    panic!("round {round}, {format}: byte {at} changed, and it is {verdict:?}")
                }
                Ok(Verdict::Invalid) => invalid += 1,
                // A container that is damaged, a text that is none any more, a label that is not found.
                _ => other += 1,
            }
        }
    }
    println!("{invalid} changes were invalid, {other} made the asset unreadable");
    assert!(invalid > 1000, "the changes did not get far");
}
