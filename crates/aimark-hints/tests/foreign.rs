//! What is found in files of others, which lie beside the project.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod files;

use std::path::Path;

use aimark_hints::{Limits, look};

#[test]
fn files_of_others_are_survived_and_what_they_say_is_printed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/foreign");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        return eprintln!("skipped: there are no files of others in {}", folder.display());
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let hints = look(&std::fs::read(&path).unwrap(), None, &Limits::default());
        println!(
            "{}: {} hints{}",
            path.file_name().unwrap().display(),
            hints.hints.len(),
            if hints.cut { ", cut" } else { "" }
        );
        files::words(&hints).iter().for_each(|hint| println!("  {hint}"));
    }
}
