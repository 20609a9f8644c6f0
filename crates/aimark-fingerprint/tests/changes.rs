//! What pictures may go through while their fingerprints stay close, and what is far.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "tests fail loudly"
)]

mod pictures;

use std::io::Cursor;

use aimark_fingerprint::{
    Area, Fingerprint, Layout, Limits, PDQ_CLOSE, Pixels, iscc_image, pdq, pdq_regions,
};
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, RgbImage};
use pictures::{Dice, Picture, scene};

/// How many scenes are looked at.
const SCENES: u64 = 12;
/// ISCC has no threshold; this is what pictures here keep to.
const ISCC_CLOSE: u32 = 40;
/// Nothing unrelated is nearer than this.
const FAR: u32 = 70;

fn pixels(picture: &Picture) -> Pixels<'_> {
    Pixels::new(picture.width, picture.height, Layout::Rgb, &picture.bytes).unwrap()
}

fn hash(picture: &Picture) -> Fingerprint {
    pdq(&pixels(picture), &Limits::default()).unwrap().fingerprint
}

fn code(picture: &Picture) -> Fingerprint {
    iscc_image(&pixels(picture), &Limits::default()).unwrap()
}

/// Asserts that a change leaves both fingerprints of every scene close, and prints how close.
fn stays_close(what: &str, change: impl Fn(&Picture, &mut Dice) -> Picture) {
    let (mut worst, mut worst_code) = (0, 0);
    for seed in 100..100 + SCENES {
        let before = scene(seed, 400, 300);
        let after = change(&before, &mut Dice::new(seed));
        worst = worst.max(hash(&before).distance(&hash(&after)).unwrap());
        worst_code = worst_code.max(code(&before).distance(&code(&after)).unwrap());
    }
    println!("{what}: PDQ at most {worst}, ISCC at most {worst_code}");
    assert!(worst <= PDQ_CLOSE, "{what}: {worst}");
    assert!(worst_code <= ISCC_CLOSE, "{what}: {worst_code}");
}

fn each_byte(picture: &Picture, mut change: impl FnMut(i32) -> i32) -> Picture {
    let bytes = picture.bytes.iter().map(|byte| change(i32::from(*byte)).clamp(0, 255) as u8).collect();
    Picture { bytes, ..*picture }
}

#[test]
fn noise_stays_close() {
    stays_close("noise of 12 up and down", |picture, dice| {
        each_byte(picture, |value| value + dice.below(25) as i32 - 12)
    });
}

#[test]
fn brightness_and_contrast_stay_close() {
    stays_close("brighter by 30", |picture, _| each_byte(picture, |value| value + 30));
    stays_close("darker by 30", |picture, _| each_byte(picture, |value| value - 30));
    stays_close("contrast of 3/2", |picture, _| each_byte(picture, |value| (value - 128) * 3 / 2 + 128));
}

#[test]
fn recompression_stays_close() {
    for quality in [80, 50, 25] {
        stays_close(&format!("JPEG of quality {quality}"), |picture, _| jpeg(picture, quality));
    }
}

fn jpeg(picture: &Picture, quality: u8) -> Picture {
    let image = RgbImage::from_raw(picture.width, picture.height, picture.bytes.clone()).unwrap();
    let mut file = Vec::new();
    DynamicImage::from(image).write_with_encoder(JpegEncoder::new_with_quality(&mut file, quality)).unwrap();
    let read = image::ImageReader::with_format(Cursor::new(file), image::ImageFormat::Jpeg).decode().unwrap();
    Picture { bytes: read.into_rgb8().into_raw(), ..*picture }
}

#[test]
fn sizes_stay_close() {
    for (width, height) in [(200, 150), (133, 100), (800, 600), (400, 290)] {
        stays_close(&format!("{width} x {height}"), |picture, _| resized(picture, width, height));
    }
}

/// By the triangle filter of the image-rs project.
fn resized(picture: &Picture, width: u32, height: u32) -> Picture {
    let image = RgbImage::from_raw(picture.width, picture.height, picture.bytes.clone()).unwrap();
    let image = image::imageops::resize(&image, width, height, image::imageops::FilterType::Triangle);
    Picture { width, height, bytes: image.into_raw() }
}

#[test]
fn a_small_cut_stays_close_and_a_large_one_does_not() {
    let median = |hundredths: u32| {
        let mut distances: Vec<u32> = (100..100 + SCENES)
            .map(|seed| {
                let picture = scene(seed, 400, 300);
                let (x, y) = (4 * hundredths, 3 * hundredths);
                let area = Area { x, y, width: 400 - x, height: 300 - y };
                hash(&picture).distance(&hash(&cropped(&picture, area))).unwrap()
            })
            .collect();
        distances.sort_unstable();
        println!("{hundredths} hundredths cut off above and on the left: {distances:?}");
        distances[distances.len() / 2]
    };
    let medians = [1, 2, 3, 5, 8, 12].map(median);
    assert!(medians[0] <= PDQ_CLOSE && medians[2] > PDQ_CLOSE, "{medians:?}");
}

#[test]
fn unrelated_pictures_are_far() {
    let scenes: Vec<Picture> = (200..230).map(|seed| scene(seed, 256, 192)).collect();
    let hashes: Vec<_> = scenes.iter().map(hash).collect();
    let codes: Vec<_> = scenes.iter().map(code).collect();
    let (mut nearest, mut nearest_code) = (256, 256);
    for one in 0..scenes.len() {
        for two in 0..one {
            nearest = nearest.min(hashes[one].distance(&hashes[two]).unwrap());
            nearest_code = nearest_code.min(codes[one].distance(&codes[two]).unwrap());
        }
    }
    println!("unrelated: PDQ at least {nearest}, ISCC at least {nearest_code}");
    assert!(nearest > FAR && nearest_code > FAR, "{nearest}, {nearest_code}");
}

#[test]
fn a_part_is_found_by_its_region() {
    let picture = scene(300, 640, 400);
    let regions = pdq_regions(&pixels(&picture), &Limits::default()).unwrap();
    for region in &regions {
        let part = cropped(&picture, region.area);
        assert_eq!(hash(&part), region.pdq.fingerprint, "{:?}", region.area);
        let nearest = regions
            .iter()
            .min_by_key(|other| hash(&jpeg(&part, 60)).distance(&other.pdq.fingerprint))
            .unwrap();
        assert_eq!(nearest.area, region.area);
    }
}

fn cropped(picture: &Picture, area: Area) -> Picture {
    let row = |y: u32| {
        let from = 3 * (y * picture.width + area.x) as usize;
        &picture.bytes[from..from + 3 * area.width as usize]
    };
    let bytes = (area.y..area.y + area.height).flat_map(row).copied().collect();
    Picture { width: area.width, height: area.height, bytes }
}

#[test]
fn regions_are_those_that_are_stated() {
    let picture = scene(301, 240, 480);
    let areas: Vec<_> = pdq_regions(&pixels(&picture), &Limits::default())
        .unwrap()
        .into_iter()
        .map(|region| region.area)
        .collect();
    let stated = [
        (0, 0, 240, 480),
        (0, 120, 240, 240),
        (0, 0, 120, 480),
        (120, 0, 120, 480),
        (0, 0, 240, 240),
        (0, 240, 240, 240),
        (0, 0, 120, 240),
        (120, 0, 120, 240),
        (0, 240, 120, 240),
        (120, 240, 120, 240),
        (40, 80, 160, 320),
        (60, 120, 120, 240),
        (0, 60, 240, 360),
        (30, 0, 180, 480),
    ];
    assert_eq!(areas, stated.map(|(x, y, width, height)| Area { x, y, width, height }));
    // Parts of a small picture, and of a part, are within it.
    let small = scene(302, 100, 127);
    assert_eq!(pdq_regions(&pixels(&small), &Limits::default()).unwrap().len(), 6);
    let part = pixels(&picture).crop(Area { x: 100, y: 200, width: 130, height: 200 }).unwrap();
    let regions = pdq_regions(&part, &Limits::default()).unwrap();
    assert!(regions.len() > 4 && regions.iter().all(|region| part.crop(region.area).is_ok()));
}

#[test]
fn a_border_is_cut_before_a_query() {
    let picture = scene(303, 320, 240);
    // Black bars that JPEG touched, wider above than below; and a white frame.
    let barred = jpeg(&framed(&picture, [0, 40, 0, 25], 0), 85);
    let white = framed(&picture, [7, 9, 30, 4], 255);
    for (framed, tolerance, at) in [(barred, 8, (0, 40)), (white, 0, (7, 9))] {
        let trimmed = pixels(&framed).trim(tolerance);
        let distance =
            pdq(&trimmed, &Limits::default()).unwrap().fingerprint.distance(&hash(&picture)).unwrap();
        println!(
            "without its border: {distance}, with it: {}",
            hash(&framed).distance(&hash(&picture)).unwrap()
        );
        assert!(distance <= PDQ_CLOSE);
        assert!(hash(&framed).distance(&hash(&picture)).unwrap() > PDQ_CLOSE);
        let area = trimmed.area();
        assert!(area.x.abs_diff(at.0) <= 1 && area.y.abs_diff(at.1) <= 1, "{area:?}");
        assert!(area.width.abs_diff(320) <= 1 && area.height.abs_diff(240) <= 1, "{area:?}");
    }
    // ISCC cuts what is exactly of one colour by itself.
    assert_eq!(code(&framed(&picture, [3, 2, 1, 9], 17)), code(&picture));
}

/// With a frame: left, upper, right, lower.
fn framed(picture: &Picture, [left, upper, right, lower]: [u32; 4], grey: u8) -> Picture {
    let (width, height) = (picture.width + left + right, picture.height + upper + lower);
    let mut bytes = vec![grey; (3 * width * height) as usize];
    for (row, line) in picture.bytes.chunks(3 * picture.width as usize).zip(0..) {
        let from = (3 * ((line + upper) * width + left)) as usize;
        bytes[from..from + row.len()].copy_from_slice(row);
    }
    Picture { width, height, bytes }
}
