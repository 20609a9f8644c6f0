//! How much of the processor's time fingerprints take: `cargo run --release -p aimark-fingerprint --example speed`.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "an example"
)]

use std::fmt::Debug;
use std::hint::black_box;

use aimark_fingerprint::{Layout, Limits, Pixels, iscc_image, minhash, pdq, pdq_regions, simhash};
use cpu_time::ProcessTime;
use pictures::{Dice, fading, grey, scene};

#[path = "../tests/pictures/mod.rs"]
mod pictures;

fn main() {
    let limits = Limits::default();
    let picture = scene(1, 4000, 3000);
    let (rgba, grey) = (fading(&picture), grey(&picture));
    let layouts = [(Layout::Gray, &grey), (Layout::Rgb, &picture.bytes), (Layout::Rgba, &rgba)];
    for (layout, bytes) in layouts {
        let pixels = Pixels::new(4000, 3000, layout, bytes).unwrap();
        let per = |what: &str, time: f64| println!("{layout:?} {what}: {:.2} ms a megapixel", time / 12.0);
        per("pdq", timed(|| pdq(&pixels, &limits)));
        per("pdq_regions", timed(|| pdq_regions(&pixels, &limits)));
        per("iscc_image", timed(|| iscc_image(&pixels, &limits)));
        per("trim", timed(|| pixels.trim(8)));
    }
    let mut dice = Dice::new(1);
    let words: Vec<String> = (0..500_000).map(|_| format!("w{:x}", dice.below(60_000))).collect();
    let text = words.join(" ");
    let mebibytes = text.len() as f64 / f64::from(1 << 20);
    for (what, time) in
        [("simhash", timed(|| simhash(&text, &limits))), ("minhash", timed(|| minhash(&text, &limits)))]
    {
        println!("{what}: {:.0} ms a mebibyte of words", time / mebibytes);
    }
}

/// The least of three, in milliseconds.
fn timed<T: Debug>(mut work: impl FnMut() -> T) -> f64 {
    let mut once = || {
        let start = ProcessTime::now();
        black_box(work());
        start.elapsed().as_secs_f64() * 1000.0
    };
    (0..3).map(|_| once()).fold(f64::INFINITY, f64::min)
}
