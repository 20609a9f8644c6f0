//! Attacks on folders of pictures that somebody else marked.

use std::fs;

use aimark_durable_bench::attacks::{self, Source};
use aimark_durable_bench::corpus;

use super::photos;
use crate::Options;

pub(super) fn names() -> Result<(), String> {
    for attack in attacks::all().iter().filter(|attack| attack.source == Source::Whole) {
        println!("{}\t{}", if attack.set.is_goal() { "goal" } else { "wide" }, attack.name);
    }
    Ok(())
}

pub(super) fn run(options: &Options) -> Result<(), String> {
    let [from, to] = &options.files[..] else { return Err(crate::USAGE.to_owned()) };
    let attacks = attacks::all();
    let attack = attacks.iter().find(|attack| attack.name == options.attack);
    let attack = attack.ok_or_else(|| format!("no attack is called {:?}", options.attack))?;
    let entries = fs::read_dir(from).map_err(|error| format!("{}: {error}", from.display()))?;
    for entry in entries {
        let file = entry.map_err(|error| error.to_string())?.path();
        let name = file.file_name().ok_or("a file has a name")?;
        corpus::save(&attack.apply(&corpus::open(&file)?), &to.join(name))?;
    }
    Ok(())
}

pub(super) fn export(options: &Options) -> Result<(), String> {
    let [to] = &options.files[..] else { return Err(crate::USAGE.to_owned()) };
    for photo in photos(options)? {
        corpus::save(&photo.load(options.pixels)?, &to.join(format!("{}.png", photo.name)))?;
    }
    Ok(())
}
