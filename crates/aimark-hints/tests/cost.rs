//! What a look costs: nothing where there is no metadata, however large the picture is.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod files;

use std::time::Instant;

use aimark_hints::{Limits, look};
use files::*;

/// Prints how long a look at `asset` takes, the shortest of some.
fn time(name: &str, asset: &[u8]) {
    let one = || {
        let began = Instant::now();
        let found = look(asset, None, &Limits::default());
        (began.elapsed(), found.hints.len(), found.cut)
    };
    let (shortest, hints, cut) = (0..5).map(|_| one()).min().unwrap();
    println!("{name}: {} bytes: {shortest:?}, {hints} hints, cut {cut}", asset.len());
}

#[test]
fn pictures_without_metadata_cost_nothing() {
    let pixels = vec![0x55; 10 << 20];
    let pictures = [
        ("JPEG", [jpeg(&jpeg_segment(0xdb, &[1; 65])), pixels.clone()].concat()),
        ("PNG", png(&png_chunk(b"IDAT", &pixels))),
        ("PNG in parts of 8 KiB", png(&png_chunk(b"IDAT", &[0; 8192]).repeat(1280))),
        ("WebP", riff(b"WEBP", &[(b"VP8L", &pixels)])),
        ("AVIF", [iso_box(b"ftyp", b"avif"), iso_box(b"mdat", &pixels)].concat()),
    ];
    for (name, picture) in &pictures {
        // Marks within pixels are no marks, so nobody looks there.
        let cost =
            allocation_counter::measure(|| assert!(look(picture, None, &Limits::default()).hints.is_empty()));
        assert!(cost.bytes_total < 1024, "{name}: {cost:?}");
        time(name, picture);
    }
    let mark = jpeg_segment(0xfe, LABEL.as_bytes());
    let behind = [jpeg(&[]), mark.repeat(100_000)].concat();
    assert!(found(&behind).is_empty());
}

#[test]
fn the_worst_that_is_known() {
    let n = 16 << 20;
    time("a picture with an XMP packet", &jpeg_xmp(&generated()));
    time(
        "words",
        &png(&png_chunk(b"tEXt", &[b"Comment\0", &b"midjourne "[..].repeat(100_000)[..]].concat()).repeat(16)),
    );
    time(
        "labels",
        &png(&png_chunk(b"tEXt", &[b"AIGC\0", &b"\"Label"[..].repeat(170_000)[..]].concat()).repeat(16)),
    );
    time("properties", xmp("", &"<i:Credit/>".repeat(100_000)).as_bytes());
    let names: String = (0..100).map(|i| format!("xmlns:a{i}='b' ")).collect();
    time("attributes", xmp(&names, &"<a i:Credit='' i:Credit=''/>".repeat(40_000)).as_bytes());
    time("tags", format!("<html>{}", "<a b c=d e='f'>".repeat(n / 15)).as_bytes());
    time("a page", format!("<html>{}", "<p>some words &amp; some more</p>".repeat(n / 33)).as_bytes());
    time("packed", &png(&png_chunk(b"zTXt", &[b"A\0\0", &zlib(b"x")[..]].concat()).repeat(60_000)));
    time("film", &[iso_box(b"ftyp", b"isom"), iso_box(b"free", b"").repeat(n / 8)].concat());
    time("pdf", format!("%PDF-{}", "/AIGC (".repeat(n / 7)).as_bytes());
}
