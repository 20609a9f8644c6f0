//! The pictures that Meta publishes with PDQ, and the fingerprints that it publishes for them. They are not part of this
//! project: name the folder `pdq/data` of a copy of the ThreatExchange repository by `AIMARK_PDQ_DATA`.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "tests fail loudly"
)]

use std::path::PathBuf;

use aimark_fingerprint::{Algorithm, Fingerprint, Layout, Limits, Pixels, pdq};

/// Of `pdq/python/pdqhashing/tests/pdq_test.py`, at commit baefb4ed.
const PUBLISHED: [(&str, &str); 14] = [
    ("misc-images/c.png", "e64cc9d91e623842f8d1f1d9a398e78c9f199a3bd87924f2b7e11e0bf061b064"),
    ("misc-images/small.jpg", "0007001f003f003f007f00ff00ff00ff01ff01ff01ff03ff03ff03ff03ff03ff"),
    ("misc-images/wee.jpg", "6227401f601ff4ccafcc9fad4b0d95d371a2eb7265a3285234d228ca94deeb2d"),
    (
        "reg-test-input/labelme-subset/q0003.jpg",
        "54a977c221d14c1c43ba5e6e21d4a13989a3553f1462611cbb85fda7be83b677",
    ),
    (
        "reg-test-input/labelme-subset/q0004.jpg",
        "992d44af36d69e6ca6b812585928bac11def254ef5398c6d07466c9abcc65b92",
    ),
    (
        "reg-test-input/labelme-subset/q0122.jpg",
        "cfb2009ddd21c6dab0046a7745b5984757a8a4535b3377aea2591d32b33ff940",
    ),
    (
        "reg-test-input/labelme-subset/q0291.jpg",
        "a0fe94f1e5cc1cc8dd855948498dc9243f7ca27336f036d7f212b74bc103c9a7",
    ),
    (
        "reg-test-input/labelme-subset/q0746.jpg",
        "1049d96239e24d4dca2c55512b8bdb77425f4dbcf575a0a95555aaab5554aaaa",
    ),
    (
        "reg-test-input/labelme-subset/q1050.jpg",
        "489db672e9190276d452aeab41eba20f02375fe4092d88defdf491a5c55c5f70",
    ),
    (
        "reg-test-input/labelme-subset/q2821.jpg",
        "b150231ffae4710ffcf4f18bb574b109a576f14bb8543189f8743289f174b109",
    ),
    (
        "reg-test-input/dih/bridge-1-original.jpg",
        "d8f8f0cce0f4a84f0e370a22028f67f0b36e2ed596623e1d33e6b39c4e9c9b22",
    ),
    (
        "reg-test-input/dih/bridge-2-rotate-90.jpg",
        "38a50efd71c83f429013d68d0ffffc52e34e0e15ada952a9d29684214aa9e5af",
    ),
    (
        "reg-test-input/dih/bridge-3-rotate-180.jpg",
        "2dadda64b5a142e5d362209057da895ae63b8c7fc277b4b766b319361f893188",
    ),
    (
        "reg-test-input/dih/bridge-4-rotate-270.jpg",
        "a5f0a457248995e8c9065c275aaa54d8b61ba4bdf8fcfc0387c32f8b0bfc4f05",
    ),
];

/// What Meta's own test allows: decoders differ, and so does what is done to pictures of more than 512 pixels a side.
const ALLOWED: u32 = 16;

#[test]
fn published_pictures_are_as_near_as_published() {
    let Some(folder) = std::env::var_os("AIMARK_PDQ_DATA").map(PathBuf::from) else {
        return eprintln!("skipped: AIMARK_PDQ_DATA does not name a folder of Meta's pictures");
    };
    for (name, hash) in PUBLISHED {
        let picture = image::open(folder.join(name)).unwrap().into_rgb8();
        let (width, height) = picture.dimensions();
        let pixels = Pixels::new(width, height, Layout::Rgb, picture.as_raw()).unwrap();
        let found = pdq(&pixels, &Limits::default()).unwrap();
        let distance =
            found.fingerprint.distance(&Fingerprint::from_hex(Algorithm::Pdq, hash).unwrap()).unwrap();
        println!("{name}: {width} x {height}, {distance} bits, quality {}", found.quality);
        assert!(distance <= ALLOWED, "{name}: {distance}");
    }
}
