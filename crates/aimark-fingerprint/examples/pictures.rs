//! Writes the pictures of the tests into a folder, raw, to let another implementation fingerprint them:
//! `cargo run -p aimark-fingerprint --example pictures -- FOLDER`. A name is the number of the scene, the width, the height, and the layout.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "an example"
)]

use std::path::PathBuf;

use pictures::{KNOWN, fading, grey, scene};

#[path = "../tests/pictures/mod.rs"]
mod pictures;

fn main() {
    let folder = PathBuf::from(std::env::args_os().nth(1).unwrap());
    for (seed, width, height) in KNOWN {
        let picture = scene(seed, width, height);
        for (layout, bytes) in
            [("gray", grey(&picture)), ("rgb", picture.bytes.clone()), ("rgba", fading(&picture))]
        {
            std::fs::write(folder.join(format!("{seed}-{width}-{height}.{layout}")), bytes).unwrap();
        }
    }
}
