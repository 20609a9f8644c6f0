//! Watermarks in picture files, and fingerprints of files, through the front door.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    reason = "tests fail loudly"
)]

use std::io::Cursor;

use aimark::{Field, Format, Label, Origin};
use aimark_durable::{EmbedOptions, Kind, Layout, Payload, PixelsMut, SamplesMut, embed};
use aimark_fingerprint::{Algorithm, Fingerprint, PDQ_CLOSE};
use aimark_picture::{DynamicImage, ImageFormat, Quality};
use aimark_softbinding::{
    Error, ISCC, Key, Limits, MINHASH, Mark, PDQ, SIMHASH, Search, WATERMARK, find, fingerprint, watermark,
};
use image::RgbImage;

/// Something like a photograph: slow waves, edges and grain.
fn scene(width: u32, height: u32, seed: u32) -> DynamicImage {
    let mut state = seed;
    let picture = RgbImage::from_fn(width, height, |x, y| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let grain = (state >> 27) as f32;
        let wave = ((x + seed * 37) as f32 / 61.0).sin() * 40.0 + ((y + x / 2) as f32 / 43.0).cos() * 30.0;
        let edge = if (x / 90 + y / 70 + seed).is_multiple_of(3) { 35.0 } else { 0.0 };
        let grey = 100.0 + wave + edge + grain;
        image::Rgb([grey as u8, (grey * 0.9 + 10.0) as u8, (grey * 0.7 + 25.0) as u8])
    });
    picture.into()
}

fn coded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, format).unwrap();
    file.into_inner()
}

fn label() -> Label {
    Label::new(Origin::Altered)
}

#[test]
fn a_watermark_is_found_in_every_format_and_after_another_coding() {
    let picture = scene(640, 480, 1);
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let mut label = label();
        let mark = Mark::new(513, 4_000_000_000_001).unwrap();
        let marked = watermark(&coded(&picture, format), &mut label, &mark, &Limits::default()).unwrap();
        let stripped = image::load_from_memory(&marked.bytes).unwrap();
        for asset in [marked.bytes, coded(&stripped.to_rgb8().into(), ImageFormat::Jpeg)] {
            let found = find(&asset, &[Key::shared()], Search::Fast, &Limits::default()).unwrap().unwrap();
            assert_eq!(found.origin(), Some(Origin::Altered));
            assert_eq!((found.issuer(), found.identifier()), (513, 4_000_000_000_001));
            assert_eq!(found.is_stated_by(&label), Some(true));
            assert_eq!(found.is_stated_by(&Label::new(Origin::Altered)), None);
        }
        // Version 1, altered.
        let stated = &label.soft_bindings()[0];
        assert_eq!(stated.algorithm(), WATERMARK);
        assert_eq!(u64::from_be_bytes(stated.value().try_into().unwrap()) >> 61, 1);
    }
}

#[test]
fn what_a_later_version_says_of_the_origin_is_not_guessed_at() {
    let picture = scene(640, 480, 1).to_rgb8();
    let origins = [(3, Some(Origin::Altered)), (4, None), (7, None)];
    for (kind, origin) in origins {
        let payload = Payload::new(Kind::from_number(kind).unwrap(), 513, 7).unwrap();
        let mut marked = picture.clone();
        let samples = SamplesMut::Eight(&mut marked);
        let mut pixels =
            PixelsMut::new(640, 480, Layout::Rgb, samples, &aimark_durable::Limits::default()).unwrap();
        embed(&mut pixels, &payload, &Key::shared(), &EmbedOptions::default()).unwrap();
        let file = coded(&marked.into(), ImageFormat::Png);
        let found = find(&file, &[Key::shared()], Search::Fast, &Limits::default()).unwrap().unwrap();
        assert_eq!((found.origin(), found.issuer(), found.identifier()), (origin, 513, 7));
    }
}

/// A JPEG of a quality, with colours of half the size.
fn jpeg_of(picture: &DynamicImage, quality: u8) -> Vec<u8> {
    let mut file = Vec::new();
    let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut file, quality);
    picture.write_with_encoder(encoder).unwrap();
    file
}

#[test]
fn a_label_states_only_a_watermark_that_can_be_read_from_the_file() {
    let picture = scene(640, 480, 4);
    let mut refused = 0;
    for quality in [1, 5, 10, 20, 30, 40, 50, 90] {
        let mut label = label();
        let asset = jpeg_of(&picture, quality);
        match watermark(&asset, &mut label, &Mark::new(5, 6).unwrap(), &Limits::default()) {
            Ok(marked) => {
                let found = find(&marked.bytes, &[Key::shared()], Search::Fast, &Limits::default()).unwrap();
                assert_eq!(found.unwrap().is_stated_by(&label), Some(true), "quality {quality}");
                assert!((30.0..50.0).contains(&marked.psnr), "quality {quality}: {}", marked.psnr);
            }
            Err(Error::Coarse | Error::Watermark(_)) => {
                assert!(quality < 50, "quality {quality}");
                assert!(!label.is_watermarked() && label.soft_bindings().is_empty());
                refused += 1;
            }
            Err(error) => panic!("quality {quality}: {error}"),
        }
    }
    assert!(refused > 0, "nothing can be read at quality 1");
}

#[test]
fn a_second_watermark_of_the_same_key_is_refused() {
    let (limits, mut first) = (Limits::default(), label());
    let asset = coded(&scene(640, 480, 5), ImageFormat::Png);
    let marked = watermark(&asset, &mut first, &Mark::new(7, 8).unwrap(), &limits).unwrap().bytes;
    let mut second = label();
    let again = watermark(&marked, &mut second, &Mark::new(9, 10).unwrap(), &limits);
    assert_eq!(again, Err(Error::Watermarked { issuer: 7, identifier: 8 }));
    assert!(!second.is_watermarked());
}

#[test]
fn another_key_and_another_label_do_not_fit() {
    let asset = coded(&scene(640, 480, 2), ImageFormat::Png);
    let mut first = label();
    let mut mark = Mark::new(1, 2).unwrap();
    mark.key = Key::new([9; 32]);
    let marked = watermark(&asset, &mut first, &mark, &Limits::default()).unwrap().bytes;
    assert_eq!(find(&marked, &[Key::shared()], Search::Full, &Limits::default()).unwrap(), None);
    let keys = [Key::shared(), Key::new([9; 32])];
    let found = find(&marked, &keys, Search::Fast, &Limits::default()).unwrap().unwrap();
    assert_eq!(found.found().key, 1);
    let mut second = label();
    watermark(&asset, &mut second, &Mark::new(1, 3).unwrap(), &Limits::default()).unwrap();
    assert_eq!(found.is_stated_by(&second), Some(false));
    assert!(find(&marked, &[], Search::Fast, &Limits::default()).is_err());
}

#[test]
fn what_cannot_carry_a_mark_is_refused_and_the_label_stays() {
    let small = coded(&scene(64, 48, 1), ImageFormat::Png);
    let flat = coded(&RgbImage::from_pixel(640, 480, image::Rgb([255; 3])).into(), ImageFormat::Png);
    for asset in [&small[..], &flat, b"GIF89a", b"text"] {
        let mut label = label();
        assert!(watermark(asset, &mut label, &Mark::new(1, 1).unwrap(), &Limits::default()).is_err());
        assert_eq!(label, Label::new(Origin::Altered));
    }
    assert!(matches!(Mark::new(1, 1 << 42), Err(Error::Watermark(_))));
    // A box of the kind that holds labels.
    let mut labelled = coded(&scene(640, 480, 1), ImageFormat::Png);
    labelled.splice(33..33, *b"\0\0\0\0caBX\0\0\0\0");
    let refused = watermark(&labelled, &mut label(), &Mark::new(1, 1).unwrap(), &Limits::default());
    assert_eq!(refused, Err(Error::Labelled));
}

#[test]
fn a_jpeg_stays_as_large_as_it_was() {
    let asset = coded(&scene(640, 480, 3), ImageFormat::Jpeg);
    let mut mark = Mark::new(1, 1).unwrap();
    let marked = watermark(&asset, &mut label(), &mark, &Limits::default()).unwrap();
    assert!(marked.bytes.len() < asset.len() * 5 / 4, "{} {}", asset.len(), marked.bytes.len());
    mark.quality = Quality::Of(40);
    let worse = watermark(&asset, &mut label(), &mark, &Limits::default()).unwrap();
    assert!(worse.bytes.len() < marked.bytes.len());
}

#[test]
fn fingerprints_of_a_picture_stay_near_when_it_is_coded_again() {
    let picture = scene(700, 500, 4);
    let of = |asset: &[u8], format| {
        let mut label = label();
        fingerprint(asset, format, &mut label, &Limits::default()).unwrap();
        assert!(!label.is_watermarked());
        let bindings = label.soft_bindings();
        assert_eq!([bindings[0].algorithm(), bindings[1].algorithm()], [PDQ, ISCC]);
        assert_eq!((bindings[0].value().len(), bindings[1].value().len()), (14 * 32, 34));
        (bindings[0].value().to_vec(), bindings[1].value().to_vec())
    };
    let (png, iscc) = of(&coded(&picture, ImageFormat::Png), Format::Png);
    let smaller = picture.resize_exact(350, 250, image::imageops::FilterType::Triangle);
    let (jpeg, other) = of(&coded(&smaller, ImageFormat::Jpeg), Format::Jpeg);
    let near = png.chunks(32).zip(jpeg.chunks(32)).filter(|(one, two)| {
        let [one, two] = [one, two].map(|bytes| Fingerprint::from_bytes(Algorithm::Pdq, bytes).unwrap());
        one.distance(&two).unwrap() <= PDQ_CLOSE
    });
    // Small regions of so plain a picture have little to tell them by.
    assert!(near.count() >= 10);
    let [one, two] = [iscc, other].map(|unit| Fingerprint::from_iscc_unit(&unit).unwrap());
    assert!(one.distance(&two).unwrap() <= 20);
}

#[test]
fn fingerprints_of_a_text_are_of_what_people_read() {
    let of = |text: &str, format| {
        let mut label = label();
        label.set(Field::System, "x").unwrap();
        fingerprint(text.as_bytes(), format, &mut label, &Limits::default()).unwrap();
        label
    };
    let names = |label: &Label| {
        label.soft_bindings().iter().map(|one| one.algorithm().to_owned()).collect::<Vec<_>>()
    };
    let plain = of("The cat sat on the mat, and looked at the dog.", Format::PlainText);
    // Each byte of a label costs four there.
    assert_eq!(names(&plain), [SIMHASH]);
    let page = "<html><body><p>The cat sat <b>on the mat</b>,</p><p>and looked at the dog.</p></body></html>";
    let html = of(page, Format::Html);
    assert_eq!(names(&html), [SIMHASH, MINHASH]);
    assert_eq!(html.soft_bindings()[0], plain.soft_bindings()[0]);
    assert_eq!(names(&of(" -- ", Format::Markdown)), [""; 0]);
}

#[test]
fn numbers_for_names_are_stable() {
    assert_ne!(Mark::issuer_of("Example Newsroom"), Mark::issuer_of("example newsroom"));
    assert_eq!((Mark::issuer_of("aimark"), Mark::identifier_of(b"aimark")), (34_648, 3_041_531_612_718));
}
