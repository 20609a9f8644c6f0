//! What a person sees of the mark.

use std::collections::BTreeMap;

use aimark_durable_bench::corpus;
use aimark_durable_bench::mark::Mark;
use aimark_durable_bench::picture::{Picture, byte};
use aimark_durable_bench::quality::{psnr, ssim};

use super::{mark, payload, photos, write};
use crate::Options;

/// How much the difference is enlarged.
const TIMES: f32 = 10.0;

/// For the photos whose names hold one of the words that were given, or for the first of the list.
pub(super) fn run(options: &Options) -> Result<(), String> {
    let mark = mark();
    let mut classes: BTreeMap<&str, Vec<(f64, f64)>> = BTreeMap::new();
    let mut csv = String::from("photo,size,psnr,ssim\n");
    let named = |name: &str| options.files.iter().any(|part| name.contains(&*part.to_string_lossy()));
    for photo in photos(options)?.iter().filter(|photo| options.files.is_empty() || named(&photo.name)) {
        let original = photo.load(options.pixels)?;
        let marked = mark
            .marked(&original, payload(&photo.name))
            .map_err(|error| format!("{}: {error}", photo.name))?;
        let (psnr, ssim) = (psnr(&original, &marked), ssim(&original, &marked));
        let class = class(&original);
        classes.entry(class).or_default().push((psnr, ssim));
        csv += &format!("{},{class},{psnr:.2},{ssim:.4}\n", photo.name);
        corpus::save(&beside(&original, &marked), &options.out.join(format!("pictures/{}.png", photo.name)))?;
    }
    for (class, values) in classes {
        println!("{class}: {}", summary(&values));
    }
    write(&options.out.join(format!("pictures-{}.csv", options.class)), &csv)
}

fn class(picture: &Picture) -> &'static str {
    match picture.megapixels() {
        small if small < 0.5 => "below 0.5 MP",
        middle if middle < 1.2 => "0.5 to 1.2 MP",
        _ => "1.2 MP and more",
    }
}

fn summary(values: &[(f64, f64)]) -> String {
    let mean = |of: fn(&(f64, f64)) -> f64| values.iter().map(of).sum::<f64>() / values.len() as f64;
    let least = |of: fn(&(f64, f64)) -> f64| values.iter().map(of).fold(f64::INFINITY, f64::min);
    format!(
        "{} pictures, PSNR {:.2} dB (least {:.2}), SSIM {:.4} (least {:.4})",
        values.len(),
        mean(|v| v.0),
        least(|v| v.0),
        mean(|v| v.1),
        least(|v| v.1)
    )
}

fn beside(original: &Picture, marked: &Picture) -> Picture {
    let difference = original.rgb.iter().zip(&marked.rgb);
    let difference = difference.map(|(a, b)| byte(128.0 + TIMES * (f32::from(*b) - f32::from(*a))));
    let difference = Picture { rgb: difference.collect(), ..*original };
    let mut page = Picture::filled(original.width * 3 + 20, original.height, [255; 3]);
    for (at, picture) in [original, marked, &difference].into_iter().enumerate() {
        page.paste(picture, at * (original.width + 10), 0);
    }
    page
}
