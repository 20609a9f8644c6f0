//! Pictures of many looks: the report shows them small, side by side.

use std::io::Cursor;

use aimark_tests::pictures;
use image::{DynamicImage, GrayImage, ImageFormat, Luma, Rgb, RgbImage, Rgba, RgbaImage};

/// Landscape and portrait, square, a banner, a ribbon, a dot.
const SIZES: [(u32, u32); 10] = [
    (320, 213),
    (213, 320),
    (256, 256),
    (480, 270),
    (600, 90),
    (70, 420),
    (1200, 800),
    (64, 48),
    (1, 1),
    (300, 200),
];

/// Picture number `at`: another size and another look for each.
pub fn look(at: usize) -> DynamicImage {
    let (width, height) = SIZES[at % SIZES.len()];
    let seed = at as u32;
    match at % 7 {
        0 => landscape(width, height, seed).into(),
        1 => portrait(width, height, seed).into(),
        2 => page(width, height, seed).into(),
        3 => pictures::picture(width, height).into(),
        4 => drawing(width, height, seed).into(),
        5 => night(width, height, seed).into(),
        _ => chart(width, height, seed).into(),
    }
}

/// The same as a file of a format.
pub fn encoded(at: usize, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let look = look(at);
    let rgb = || DynamicImage::from(look.to_rgb8());
    match format {
        ImageFormat::Png => look.write_to(&mut out, format),
        ImageFormat::Gif => DynamicImage::from(look.to_rgba8()).write_to(&mut out, format),
        _ => rgb().write_to(&mut out, format),
    }
    .unwrap();
    out.into_inner()
}

/// Where a pixel stands, from 0 to 1.
fn place(x: u32, y: u32, width: u32, height: u32) -> (f32, f32) {
    (x as f32 / width as f32, y as f32 / height as f32)
}

fn landscape(width: u32, height: u32, seed: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let (across, down) = place(x, y, width, height);
        let far = 0.45 + 0.12 * (across * 5.0 + seed as f32).sin();
        let near = 0.7 + 0.08 * (across * 9.0 + 2.0 * seed as f32).cos();
        Rgb(match () {
            () if down > near => [72, 92, 52],
            () if down > far => [96, 116, 132],
            () => [150 + (down * 150.0) as u8, 180 + (down * 80.0) as u8, 225],
        })
    })
}

fn portrait(width: u32, height: u32, seed: u32) -> RgbImage {
    let skin = [[224, 184, 156], [150, 104, 78], [196, 150, 118]][seed as usize % 3];
    RgbImage::from_fn(width, height, |x, y| {
        let (across, down) = place(x, y, width, height);
        let within =
            |x: f32, y: f32, r: f32, s: f32| ((across - x) / r).powi(2) + ((down - y) / s).powi(2) < 1.0;
        Rgb(match () {
            () if within(0.5, 0.42, 0.18, 0.24) => skin,
            () if within(0.5, 0.36, 0.21, 0.26) => [52, 40, 34],
            () if within(0.5, 1.0, 0.36, 0.34) => [40, 64, 110],
            () => [206, 204, 198],
        })
    })
}

/// White with lines of grey, as scans are: its edge must be seen on a white page.
fn page(width: u32, height: u32, seed: u32) -> GrayImage {
    GrayImage::from_fn(width, height, |x, y| {
        let margin = x < width / 10 || x > width - width / 10;
        let ink = y % 9 < 3 && (x * 31 + (y / 9) * 17 + seed) % 23 > 5 && !margin;
        Luma([if ink { 60 } else { 255 }])
    })
}

/// Black strokes on nothing.
fn drawing(width: u32, height: u32, seed: u32) -> RgbaImage {
    RgbaImage::from_fn(width, height, |x, y| {
        let (across, down) = place(x, y, width, height);
        let ring = ((across - 0.5).hypot(down - 0.5) * 12.0 + seed as f32).sin();
        Rgba(if ring > 0.6 { [10, 10, 10, 255] } else { [0, 0, 0, 0] })
    })
}

fn night(width: u32, height: u32, seed: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let lamp = (x.wrapping_mul(73) ^ y.wrapping_mul(151)).wrapping_add(seed) % 311 == 0;
        Rgb(if lamp { [250, 220, 150] } else { [12, 14, (26 + y % 12) as u8] })
    })
}

fn chart(width: u32, height: u32, seed: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let bar = x * 8 / width.max(1);
        let tall = (bar * 37 + seed * 13) % 80 + 15;
        let filled = (height - y) * 100 / height.max(1) < tall;
        Rgb(if filled { [190, 60 + (bar * 20) as u8, 50] } else { [246, 244, 238] })
    })
}
