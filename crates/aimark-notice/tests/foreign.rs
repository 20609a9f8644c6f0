//! Notices in pictures of others, which lie beside the project.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod pictures;

use std::path::Path;

use aimark_notice::{Error, Limits, Origin, Seen, Wish, draw, look};
use pictures::{decoded, jpeg};

#[test]
fn pictures_of_others_are_drawn_on_or_refused_for_a_reason() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/foreign");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        return eprintln!("skipped: there are no files of others in {}", folder.display());
    };
    let mut paths: Vec<_> =
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    paths.sort();
    let (limits, wish) = (Limits::default(), Wish::of(&["kk", "ru"], Origin::Generated).unwrap());
    for path in paths {
        let asset = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().display();
        match draw(&asset, &wish, &limits) {
            Ok(drawn) => {
                let record = &drawn.record;
                println!("{name}: {} {}", record.area, record.contrast);
                let again = jpeg(&decoded(&drawn.bytes), 60);
                let see = |asset: &[u8]| look(asset, &record.words, &record.area, &limits).unwrap();
                assert_eq!(see(&drawn.bytes), Seen::Found, "{name}");
                // Coding it anew loses how it is turned.
                if decoded(&again).width() == decoded(&asset).width() {
                    println!("{name}: {:?} after JPEG 60", see(&again));
                }
                assert_eq!(see(&asset), Seen::NotFound, "{name}");
            }
            Err(Error::Labelled | Error::Unsupported(_)) => {}
            Err(fault) => println!("{name}: {fault}"),
        }
    }
}
