//! Draws notices into pictures that show how it looks: `cargo run -p aimark-notice --example samples` writes them to
//! `target/notice`.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    reason = "pictures for people to look at"
)]

use std::io::Cursor;
use std::path::Path;

use aimark_notice::{Limits, Line, Origin, Position, Wish, draw};
use image::{ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/notice");
    std::fs::create_dir_all(&folder).unwrap();
    let kazakh = || Wish::of(&["kk", "ru"], Origin::Generated).unwrap();
    let all = || Wish::of(&["kk", "ru", "en", "zh"], Origin::Generated).unwrap();
    let samples: Vec<(&str, RgbImage, Wish)> = vec![
        ("light", gradient(960, 640, [250, 248, 240], [205, 225, 245]), kazakh()),
        ("dark", gradient(960, 640, [12, 10, 24], [40, 20, 60]), at(kazakh(), Position::TopRight)),
        ("busy", noise(960, 640), at(all(), Position::BottomLeft)),
        (
            "china",
            gradient(800, 600, [240, 190, 140], [120, 40, 60]),
            tall(Wish::of(&["zh"], Origin::Generated).unwrap()),
        ),
        ("chinese-english", noise(800, 600), tall(Wish::of(&["zh", "en"], Origin::Altered).unwrap())),
        ("tiny", gradient(64, 64, [250, 250, 250], [90, 140, 200]), kazakh()),
        ("tiny-english", noise(64, 64), Wish::of(&["en"], Origin::Generated).unwrap()),
        ("panoramic", gradient(1600, 120, [255, 220, 160], [60, 90, 160]), kazakh()),
        ("strip", gradient(1200, 26, [255, 220, 160], [60, 90, 160]), kazakh()),
        ("portrait", gradient(480, 900, [230, 230, 230], [60, 60, 60]), tall(kazakh())),
        ("narrow", gradient(120, 900, [230, 230, 230], [60, 60, 60]), kazakh()),
        ("band", noise(900, 600), at(kazakh(), Position::BottomBand)),
        ("band-narrow", noise(200, 300), at(all(), Position::TopBand)),
        (
            "south-east",
            gradient(700, 500, [200, 240, 220], [30, 90, 80]),
            Wish::of(&["id", "vi", "ko", "hi"], Origin::Altered).unwrap(),
        ),
        (
            "own",
            gradient(700, 500, [200, 240, 220], [30, 90, 80]),
            Wish::new(vec![
                Line::new("fr", "Image créée par une IA", None).unwrap(),
                Line::new("de", "Von KI erzeugt – Ägypten, Öl", None).unwrap(),
            ]),
        ),
    ];
    for (name, picture, wish) in samples {
        save(&folder, name, encoded(&picture), &wish);
    }
    let clear = RgbaImage::from_fn(640, 400, |x, _| Rgba([255, 120, 40, (x / 4) as u8]));
    let mut bytes = Cursor::new(Vec::new());
    clear.write_to(&mut bytes, ImageFormat::Png).unwrap();
    save(&folder, "transparent", bytes.into_inner(), &at(kazakh(), Position::TopLeft));
}

fn save(folder: &Path, name: &str, picture: Vec<u8>, wish: &Wish) {
    match draw(&picture, wish, &Limits::default()) {
        Ok(drawn) => {
            let record = &drawn.record;
            println!(
                "{name}: {} {} px {} {}",
                record.words, record.text_height, record.area, record.contrast
            );
            std::fs::write(folder.join(name).with_extension("png"), drawn.bytes).unwrap();
        }
        Err(fault) => println!("{name}: {fault}"),
    }
}

fn at(mut wish: Wish, position: Position) -> Wish {
    wish.position = position;
    wish
}

fn tall(mut wish: Wish) -> Wish {
    wish.height_permille = 50;
    wish
}

fn encoded(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn gradient(width: u32, height: u32, from: [u8; 3], to: [u8; 3]) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let part = (x * height + y * width) / 2;
        let mix = |channel: usize| {
            let (from, to) = (u32::from(from[channel]), u32::from(to[channel]));
            ((u64::from(from) * u64::from(width * height - part) + u64::from(to) * u64::from(part))
                / u64::from(width * height)) as u8
        };
        Rgb([mix(0), mix(1), mix(2)])
    })
}

fn noise(width: u32, height: u32) -> RgbImage {
    let mut state = 7_u32;
    RgbImage::from_fn(width, height, |x, y| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let stripe = if (x / 9 + y / 7) % 2 == 0 { 120 } else { 0 };
        let [a, b, c, _] = state.to_be_bytes();
        Rgb([a / 2 + stripe, b / 2 + stripe, c / 2 + stripe / 2])
    })
}
