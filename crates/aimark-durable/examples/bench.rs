//! Marks photos, attacks them, and counts what is found again.
//!
//! `cargo run --example bench -- FOLDER [ATTACK,ATTACK...] [PSNR] [MOST]`
//!
//! With `STRIDE=n` only every nth picture; pictures are scaled down to `AREA` pixels, a million if not said otherwise. With
//! `VERBOSE` every result, with `QUICK` no structural similarity; with `UNMARKED` nothing is marked, only looked into.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a program to look at, not a library"
)]

use std::time::Duration;

use cpu_time::ProcessTime;

use aimark_durable::*;
use image::RgbImage;
use image::imageops::{self, FilterType};

fn jpeg(image: &RgbImage, quality: u8) -> RgbImage {
    let mut bytes = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, quality).encode_image(image).unwrap();
    image::load_from_memory(&bytes).unwrap().to_rgb8()
}

fn scaled(image: &RgbImage, x: f64, y: f64) -> RgbImage {
    let size = |side: u32, by: f64| ((f64::from(side) * by).round() as u32).max(8);
    imageops::resize(image, size(image.width(), x), size(image.height(), y), FilterType::Triangle)
}

fn cropped(image: &RgbImage, keep: f64, x: f64, y: f64) -> RgbImage {
    let (w, h) = image.dimensions();
    let (nw, nh) = ((f64::from(w) * keep).round() as u32, (f64::from(h) * keep).round() as u32);
    let (left, top) = ((f64::from(w - nw) * x) as u32, (f64::from(h - nh) * y) as u32);
    imageops::crop_imm(image, left, top, nw, nh).to_image()
}

/// Bilinear sampling at what `place` gives for each pixel, from the middle.
fn warped(image: &RgbImage, place: impl Fn(f64, f64) -> (f64, f64)) -> RgbImage {
    let (w, h) = image.dimensions();
    RgbImage::from_fn(w, h, |x, y| {
        let (mx, my) = (f64::from(w) / 2.0, f64::from(h) / 2.0);
        let (sx, sy) = place(f64::from(x) + 0.5 - mx, f64::from(y) + 0.5 - my);
        let (sx, sy) = (sx + mx - 0.5, sy + my - 0.5);
        if sx < 0.0 || sy < 0.0 || sx > f64::from(w - 1) || sy > f64::from(h - 1) {
            return image::Rgb([0, 0, 0]);
        }
        let (x0, y0) = (sx as u32, sy as u32);
        let (x1, y1) = ((x0 + 1).min(w - 1), (y0 + 1).min(h - 1));
        let (fx, fy) = (sx.fract(), sy.fract());
        let at = |x: u32, y: u32, c: usize| f64::from(image.get_pixel(x, y)[c]);
        image::Rgb(std::array::from_fn(|c| {
            let upper = at(x0, y0, c) * (1.0 - fx) + at(x1, y0, c) * fx;
            let lower = at(x0, y1, c) * (1.0 - fx) + at(x1, y1, c) * fx;
            (upper * (1.0 - fy) + lower * fy).round() as u8
        }))
    })
}

fn rotated(image: &RgbImage, degrees: f64) -> RgbImage {
    let (s, c) = degrees.to_radians().sin_cos();
    let turned = warped(image, |x, y| (c * x + s * y, c * y - s * x));
    let (w, h) = (f64::from(image.width()), f64::from(image.height()));
    let t = degrees.to_radians().abs();
    cropped(&turned, 1.0 / (t.cos() + (w / h).max(h / w) * t.sin()), 0.5, 0.5)
}

fn perspective(image: &RgbImage, d: f64) -> RgbImage {
    let (w, h) = (f64::from(image.width()), f64::from(image.height()));
    // The right edge is further away.
    warped(image, move |x, y| {
        let k = 1.0 + 2.0 * d * (x / w) + d * (y / h);
        (x * k * (1.0 - d), y * k * (1.0 - d))
    })
}

fn to_long(image: &RgbImage, long: u32) -> RgbImage {
    let by = f64::from(long) / f64::from(image.width().max(image.height()));
    scaled(image, by, by)
}

fn noise(image: &RgbImage, deviation: f64) -> RgbImage {
    let mut state = 1_u64;
    let mut uniform = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 40) as f64 / f64::from(1 << 24)
    };
    let mut out = image.clone();
    for value in out.iter_mut() {
        let sum: f64 = (0..4).map(|_| uniform()).sum::<f64>() - 2.0;
        *value = (f64::from(*value) + sum * deviation * 3.0_f64.sqrt()).round().clamp(0.0, 255.0) as u8;
    }
    out
}

fn screenshot(image: &RgbImage) -> RgbImage {
    let small = scaled(image, 0.83, 0.83);
    let mut frame = RgbImage::from_pixel(small.width() + 60, small.height() + 160, image::Rgb([24, 24, 24]));
    for x in 0..120 {
        for y in 30..50 {
            if (x / 7 + y / 5) % 3 == 0 {
                frame.put_pixel(x + 20, y, image::Rgb([230, 230, 230]));
            }
        }
    }
    imageops::replace(&mut frame, &small, 30, 90);
    jpeg(&frame, 85)
}

fn square(image: &RgbImage) -> RgbImage {
    let side = image.width().min(image.height());
    imageops::crop_imm(image, (image.width() - side) / 2, 0, side, side).to_image()
}

type Attack = (&'static str, fn(&RgbImage) -> RgbImage);

const ATTACKS: &[Attack] = &[
    ("none", |i| i.clone()),
    ("jpeg75", |i| jpeg(i, 75)),
    ("jpeg50", |i| jpeg(i, 50)),
    ("jpeg30", |i| jpeg(i, 30)),
    ("jpeg20", |i| jpeg(i, 20)),
    ("double", |i| {
        jpeg(&imageops::crop_imm(&jpeg(i, 75), 5, 3, i.width() - 5, i.height() - 3).to_image(), 60)
    }),
    ("social2", |i| jpeg(&scaled(&jpeg(&scaled(i, 0.7, 0.7), 70), 0.7, 0.7), 70)),
    ("socialr", |i| jpeg(&jpeg(&scaled(i, 0.7, 0.7), 70), 70)),
    ("1080x2", |i| jpeg(&jpeg(&to_long(i, 1080), 70), 70)),
    ("half75", |i| jpeg(&scaled(i, 0.5, 0.5), 75)),
    ("shot", screenshot),
    ("crop25", |i| cropped(i, 0.75_f64.sqrt(), 0.8, 0.2)),
    ("crop50", |i| cropped(i, 0.5_f64.sqrt(), 0.6, 0.2)),
    ("crop75", |i| cropped(i, 0.5, 0.6, 0.3)),
    ("crop50s75", |i| jpeg(&scaled(&cropped(i, 0.5_f64.sqrt(), 0.6, 0.2), 0.8, 0.8), 75)),
    ("square", square),
    ("rot2j", |i| jpeg(&rotated(i, 2.0), 75)),
    ("rot5", |i| rotated(i, -5.0)),
    ("rot7j", |i| jpeg(&rotated(i, 6.8), 75)),
    ("asp97", |i| scaled(i, 0.97, 1.0)),
    ("asp90", |i| scaled(i, 0.9, 1.0)),
    ("asp110j", |i| jpeg(&scaled(i, 1.1, 1.0), 75)),
    ("asp90crop", |i| cropped(&scaled(i, 0.9, 1.0), 0.8, 0.5, 0.5)),
    ("mirror", imageops::flip_horizontal),
    ("quarter", imageops::rotate90),
    ("thumb320", |i| jpeg(&to_long(i, 320), 80)),
    ("noise8", |i| noise(i, 8.0)),
    ("noise20", |i| noise(i, 20.0)),
    ("blur2", |i| imageops::blur(i, 2.0)),
    ("persp1", |i| perspective(i, 0.01)),
    ("persp3", |i| perspective(i, 0.03)),
];

/// Structural similarity of luma, 8 x 8 windows.
fn ssim(a: &RgbImage, b: &RgbImage) -> f64 {
    let grey =
        |p: &image::Rgb<u8>| 0.299 * f64::from(p[0]) + 0.587 * f64::from(p[1]) + 0.114 * f64::from(p[2]);
    let (mut sum, mut count) = (0.0, 0.0);
    for y in (0..a.height().saturating_sub(8)).step_by(4) {
        for x in (0..a.width().saturating_sub(8)).step_by(4) {
            let (mut sa, mut sb, mut saa, mut sbb, mut sab) = (0.0, 0.0, 0.0, 0.0, 0.0);
            for dy in 0..8 {
                for dx in 0..8 {
                    let (p, q) = (grey(a.get_pixel(x + dx, y + dy)), grey(b.get_pixel(x + dx, y + dy)));
                    sa += p;
                    sb += q;
                    saa += p * p;
                    sbb += q * q;
                    sab += p * q;
                }
            }
            let n = 64.0;
            let (ma, mb) = (sa / n, sb / n);
            let (va, vb, cov) = (saa / n - ma * ma, sbb / n - mb * mb, sab / n - ma * mb);
            let (c1, c2) = (6.5025, 58.5225);
            sum += ((2.0 * ma * mb + c1) * (2.0 * cov + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2));
            count += 1.0;
        }
    }
    sum / f64::max(count, 1.0)
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let wanted: Vec<&str> = arguments.get(2).map(|s| s.split(',').collect()).unwrap_or_default();
    let psnr = arguments.get(3).map_or(43.7, |s| s.parse().unwrap());
    let most = arguments.get(4).map_or(1000, |s| s.parse().unwrap());
    let stride: usize = std::env::var("STRIDE").map_or(1, |s| s.parse().unwrap());
    let area: f64 = std::env::var("AREA").map_or(1e6, |s| s.parse().unwrap());
    let quick = std::env::var_os("QUICK").is_some();
    let unmarked = std::env::var_os("UNMARKED").is_some();
    let verbose = std::env::var_os("VERBOSE").is_some();
    let mut paths: Vec<_> = std::fs::read_dir(&arguments[1]).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    let attacks: Vec<&Attack> = ATTACKS
        .iter()
        .filter(|a| wanted.is_empty() || wanted[0].is_empty() || wanted.contains(&a.0))
        .collect();
    let mut found = vec![0_usize; attacks.len()];
    let mut failures = vec![Vec::new(); attacks.len()];
    let mut zs = vec![0.0; attacks.len()];
    let mut took = vec![Duration::ZERO; attacks.len()];
    let (mut pictures, mut psnrs, mut ssims, mut raised) = (0, 0.0, 0.0, 0);
    let mut embedding = (Duration::ZERO, 0.0);
    let key = Key::shared();
    for (number, path) in paths.iter().step_by(stride).take(most).enumerate() {
        let Ok(image) = image::open(path) else { continue };
        let mut image = image.to_rgb8();
        // Above this all that grows is the time for attacks.
        let pixels = f64::from(image.width()) * f64::from(image.height());
        if pixels > area {
            let by = (area / pixels).sqrt();
            image = scaled(&image, by, by);
        }
        let payload =
            Payload::new(Kind::Generated, number as u16, 0x2a5_5aa5_1234 ^ (number as u64) << 20).unwrap();
        let original = image.clone();
        let (w, h) = image.dimensions();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if unmarked {
            let start = ProcessTime::now();
            let pixels = Pixels::new(w, h, Layout::Rgb, Samples::Eight(&image), &Limits::default()).unwrap();
            let result = detect(&pixels, std::slice::from_ref(&key), &DetectOptions::default()).unwrap();
            println!("{name}: {} ms {result:?}", start.elapsed().as_millis());
            continue;
        }
        let start = ProcessTime::now();
        let result = {
            let mut pixels =
                PixelsMut::new(w, h, Layout::Rgb, SamplesMut::Eight(&mut image), &Limits::default()).unwrap();
            embed(&mut pixels, &payload, &key, &EmbedOptions { psnr, ..EmbedOptions::default() })
        };
        let embedded = match result {
            Ok(embedded) => embedded,
            Err(error) => {
                println!("{name}: {error}");
                continue;
            }
        };
        embedding.0 += start.elapsed();
        embedding.1 += f64::from(w) * f64::from(h) / 1e6;
        pictures += 1;
        psnrs += f64::from(embedded.psnr);
        raised += usize::from(embedded.raised);
        let similarity = if quick { 0.0 } else { ssim(&original, &image) };
        ssims += similarity;
        if verbose {
            println!("{name} {w}x{h}: {embedded:?} ssim {similarity:.4}");
        }
        for (at, (attack, change)) in attacks.iter().enumerate() {
            let attacked = change(&image);
            let (w, h) = attacked.dimensions();
            let raw = attacked.as_raw();
            let start = ProcessTime::now();
            let pixels = Pixels::new(w, h, Layout::Rgb, Samples::Eight(raw), &Limits::default()).unwrap();
            let result = detect(&pixels, std::slice::from_ref(&key), &DetectOptions::default()).unwrap();
            took[at] += start.elapsed();
            let right = result.is_some_and(|found| found.payload == payload);
            if result.is_some() && !right {
                println!("{name} {attack}: WRONG {result:?}");
            }
            if verbose {
                let z = result.map(|f| (f.z, f.metric, f.geometry));
                println!("  {attack}: {right} {z:?}");
            }
            if right {
                found[at] += 1;
                zs[at] += f64::from(result.unwrap().z);
            } else {
                failures[at].push(number);
            }
        }
        if !verbose {
            eprint!("{number} ");
        }
    }
    let n = f64::from(pictures);
    println!("{pictures} pictures, PSNR {:.2}, SSIM {:.4}, raised {raised}", psnrs / n, ssims / n);
    println!("embedding {:.0} ms for {:.2} MP", embedding.0.as_secs_f64() * 1e3 / n, embedding.1 / n);
    for ((((attack, _), found), z), (took, failures)) in
        attacks.iter().zip(found).zip(zs).zip(took.iter().zip(failures))
    {
        let z = z / (found as f64).max(1.0);
        let few: Vec<_> = failures.iter().take(20).collect();
        println!("{attack:10} {found}/{pictures}  z {z:.2}  {:.0} ms  {few:?}", took.as_secs_f64() * 1e3 / n);
    }
}
