//! The commands, and what they share.

mod attacks;
mod batch;
mod false_alarms;
mod pictures;
mod plots;
mod speed;

use std::fs;
use std::path::Path;

use aimark_durable_bench::corpus::{self, Entry};
use aimark_durable_bench::made::Chance;
use aimark_durable_bench::mark::Mark;
use aimark_durable_bench::ours::Ours;
use aimark_durable_bench::results::{self, Row};
use cpu_time::ThreadTime;

use crate::Options;

pub(crate) fn run(command: &str, options: &Options) -> Result<(), String> {
    match command {
        "attacks" => attacks::run(options),
        "false-alarms" => false_alarms::run(options),
        "speed" => speed::run(options),
        "pictures" => pictures::run(options),
        "plots" => plots::run(options),
        "tables" => tables(options),
        "names" => batch::names(),
        "batch" => batch::run(options),
        "export" => batch::export(options),
        _ => Err(crate::USAGE.to_owned()),
    }
}

fn tables(options: &Options) -> Result<(), String> {
    println!("{}", results::tables(&rows(options)?, &aimark_durable_bench::attacks::all()));
    Ok(())
}

/// The rows of all CSV files that were named.
fn rows(options: &Options) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for file in &options.files {
        rows.extend(results::read(&read(file)?)?);
    }
    Ok(rows)
}

/// The photos asked for.
fn photos(options: &Options) -> Result<Vec<Entry>, String> {
    let mut list = corpus::list(&options.photos, &options.class)?;
    list.truncate(options.count);
    Ok(list)
}

fn mark() -> impl Mark {
    Ours::default()
}

/// The payload of a photo: from its name, so that a run can be continued.
fn payload(name: &str) -> u64 {
    let seed = name.bytes().fold(0_u64, |seed, byte| seed.wrapping_mul(257).wrapping_add(u64::from(byte)));
    Ours::possible(Chance::new(seed).bits())
}

/// The result and the milliseconds that the processor worked for it.
fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let start = ThreadTime::now();
    let result = work();
    (result, start.elapsed().as_secs_f64() * 1e3)
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}
