//! A picture that is written again keeps what stands beside its pixels, and a JPEG is coded as it was.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::panic,
    reason = "tests fail loudly"
)]

use std::io::Cursor;

use aimark_picture::{DynamicImage, Error, File, Limits, Quality};
use image::{ImageFormat, RgbImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

/// Colours that change slowly, with an edge.
fn picture(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let edge = if x > width / 2 { 90 } else { 0 };
        image::Rgb([(x * 200 / width) as u8, (y * 160 / height) as u8 + edge, 255 - (x * y % 251) as u8 / 4])
    })
}

fn jpeg(pixels: &RgbImage, quality: u8, sampling: SamplingFactor, progressive: bool) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, quality);
    encoder.set_sampling_factor(sampling);
    encoder.set_progressive(progressive);
    encoder.add_app_segment(2, b"ICC_PROFILE\0\x01\x01profile".to_vec()).unwrap();
    encoder.encode(pixels, pixels.width() as u16, pixels.height() as u16, ColorType::Rgb).unwrap();
    out
}

/// The segments that a decoder needs to know how pixels are coded: tables and the frame.
fn coding(jpeg: &[u8]) -> Vec<Vec<u8>> {
    let (mut at, mut found) = (2, Vec::new());
    while jpeg[at] == 0xff && jpeg[at + 1] != 0xda {
        let len = usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
        if matches!(jpeg[at + 1], 0xdb | 0xc0..=0xc2) {
            found.push(jpeg[at + 1..at + 2 + len].to_vec());
        }
        at += 2 + len;
    }
    found
}

fn again(asset: &[u8], quality: Quality) -> Vec<u8> {
    let file = File::read(asset, &Limits::default()).unwrap();
    file.encode(&file.decode(&Limits::default()).unwrap(), quality).unwrap()
}

fn psnr(one: &DynamicImage, other: &DynamicImage) -> f64 {
    let (one, other) = (one.to_rgb8(), other.to_rgb8());
    let sum: f64 = one.iter().zip(other.iter()).map(|(a, b)| (f64::from(*a) - f64::from(*b)).powi(2)).sum();
    10.0 * (255.0 * 255.0 / (sum / one.len() as f64).max(1e-9)).log10()
}

#[test]
fn a_jpeg_keeps_its_tables_and_its_sampling() {
    let pixels = picture(150, 101);
    let factors =
        [SamplingFactor::F_1_1, SamplingFactor::F_2_1, SamplingFactor::F_2_2, SamplingFactor::F_1_2];
    for (quality, sampling) in [30, 60, 85, 97].into_iter().zip(factors) {
        for progressive in [false, true] {
            let before = jpeg(&pixels, quality, sampling, progressive);
            let after = again(&before, Quality::AsBefore);
            assert_eq!(coding(&after), coding(&before), "{quality} {sampling:?} {progressive}");
            assert!(after.windows(11).any(|part| part == b"ICC_PROFILE"));
            let [one, other] = [&before, &after].map(|file| image::load_from_memory(file).unwrap());
            assert!(psnr(&one, &other) > 35.0, "{quality} {sampling:?}: {}", psnr(&one, &other));
            assert!(after.len() < before.len() * 21 / 20, "{} {}", before.len(), after.len());
        }
    }
}

#[test]
fn what_the_decoder_gets_wrong_is_refused() {
    let pixels = picture(64, 48);
    let of = |sampling| {
        let mut out = Vec::new();
        let mut encoder = Encoder::new(&mut out, 80);
        encoder.set_sampling_factor(sampling);
        // This encoder makes a scan for each component then.
        encoder.set_optimized_huffman_tables(true);
        encoder.encode(&pixels, 64, 48, ColorType::Rgb).unwrap();
        out
    };
    let decoded = |asset: &[u8]| File::read(asset, &Limits::default()).unwrap().decode(&Limits::default());
    for sampling in [SamplingFactor::F_2_2, SamplingFactor::F_1_2] {
        let asset = of(sampling);
        assert!(matches!(decoded(&asset), Err(Error::Unsupported(_))), "{sampling:?}");
        // Once the decoder reads it, the refusal has had its day.
        let wrong = image::load_from_memory(&asset).unwrap();
        assert!(psnr(&wrong, &DynamicImage::from(pixels.clone())) < 15.0, "{sampling:?}");
    }
    for sampling in [SamplingFactor::F_1_1, SamplingFactor::F_2_1] {
        let right = decoded(&of(sampling)).unwrap();
        assert!(psnr(&right, &DynamicImage::from(pixels.clone())) > 25.0, "{sampling:?}");
    }
}

#[test]
fn a_grey_jpeg_stays_grey() {
    let mut grey = Cursor::new(Vec::new());
    DynamicImage::from(picture(64, 48)).to_luma8().write_to(&mut grey, ImageFormat::Jpeg).unwrap();
    for quality in [Quality::AsBefore, Quality::Of(90)] {
        let after = again(grey.get_ref(), quality);
        assert!(matches!(image::load_from_memory(&after), Ok(DynamicImage::ImageLuma8(_))));
    }
}

#[test]
fn other_tables_than_usual_do_no_harm() {
    let plain = jpeg(&picture(64, 48), 80, SamplingFactor::F_2_2, false);
    let at = plain.windows(2).position(|marker| marker == [0xff, 0xdb]).unwrap();
    // A table of zeros, one of another number, and one that is cut off.
    for (offset, value) in [(5, 0), (4, 0x0f), (4, 0x10), (3, 66)] {
        let mut broken = plain.clone();
        broken[at + offset] = value;
        let file = File::read(&broken, &Limits::default());
        let pixels = file.as_ref().ok().and_then(|file| file.decode(&Limits::default()).ok());
        if let (Ok(file), Some(pixels)) = (file, pixels) {
            file.encode(&pixels, Quality::AsBefore).unwrap();
        }
    }
}

#[test]
fn lossless_formats_keep_every_sample() {
    let pixels = picture(40, 30);
    let deep: image::ImageBuffer<image::Rgba<u16>, Vec<u16>> = image::ImageBuffer::from_fn(40, 30, |x, y| {
        image::Rgba([x as u16 * 999, y as u16 * 77, 5, 65_535 - x as u16])
    });
    for picture in [DynamicImage::from(pixels.clone()), DynamicImage::from(deep)] {
        let mut file = Cursor::new(Vec::new());
        picture.write_to(&mut file, ImageFormat::Png).unwrap();
        assert_eq!(image::load_from_memory(&again(file.get_ref(), Quality::AsBefore)).unwrap(), picture);
    }
    let mut file = Cursor::new(Vec::new());
    pixels.write_to(&mut file, ImageFormat::WebP).unwrap();
    let after = image::load_from_memory(&again(file.get_ref(), Quality::AsBefore)).unwrap();
    assert_eq!(after.to_rgb8(), pixels);
}

#[test]
fn what_a_decoder_says_is_safe_to_show() {
    let asset = include_bytes!("hostile/decoder-words-of-several-lines.jpg");
    let Err(Error::Input(words)) = File::read(asset, &Limits::default()).unwrap().decode(&Limits::default())
    else {
        panic!("a damaged picture");
    };
    assert!(words.len() > 10 && !words.contains(char::is_control), "{words:?}");
}

#[test]
fn limits_hold_before_anything_is_decoded() {
    let mut file = Cursor::new(Vec::new());
    picture(40, 30).write_to(&mut file, ImageFormat::Png).unwrap();
    let bytes = file.into_inner();
    let small = Limits { bytes: 10, ..Limits::default() };
    assert!(matches!(File::read(&bytes, &small), Err(Error::Limit { what: "bytes", allowed: 10, .. })));
    let few = Limits { pixels: 1199, ..Limits::default() };
    let found = File::read(&bytes, &few).unwrap().decode(&few);
    assert_eq!(found, Err(Error::Limit { what: "pixels", found: 1200, allowed: 1199 }));
    let thin = Limits { decoded: 3599, ..Limits::default() };
    let found = File::read(&bytes, &thin).unwrap().decode(&thin);
    assert_eq!(found, Err(Error::Limit { what: "bytes of pixels", found: 3600, allowed: 3599 }));
    let one = Limits { parts: 1, ..Limits::default() };
    let found = File::read(&bytes, &one).map(|_| ());
    assert_eq!(found, Err(Error::Limit { what: "parts", found: 2, allowed: 1 }));
}
