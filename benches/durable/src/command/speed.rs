//! How long it takes, and how much memory.

use std::fs;

use aimark_durable_bench::mark::{Mark, Search};
use aimark_durable_bench::resize::scale;

use super::{mark, payload, photos, timed};
use crate::Options;

const MEGAPIXELS: [f64; 5] = [0.4, 1.0, 2.0, 6.0, 12.0];
const ROUNDS: usize = 5;

/// The largest of the photos, at several sizes. Times are the processor's, the shortest of some; memory is what the
/// process had at most, less what it had before.
pub(super) fn run(options: &Options) -> Result<(), String> {
    let mark = mark();
    let list = photos(options)?;
    let photo = list.iter().max_by_key(|photo| photo.width * photo.height).ok_or("no photos")?;
    let whole = photo.load(usize::MAX)?;
    println!(
        "| MP | embed ms | fast ms | full, unmarked, ms | embed MB | fast MB | full MB |\n|---|---|---|---|---|---|---|"
    );
    for megapixels in MEGAPIXELS {
        let picture = scale(&whole, (megapixels / whole.megapixels()).sqrt());
        let marked = mark.embed(&picture, payload(&photo.name))?;
        let embed = shortest(ROUNDS, || mark.embed(&picture, payload(&photo.name)).map(drop));
        let fast =
            shortest(ROUNDS, || mark.look(&marked, Search::Fast).payload.map(drop).ok_or("lost".to_owned()));
        let full = shortest(2, || {
            let _ = mark.look(&picture, Search::Full);
            Ok(())
        });
        let [embed, fast, full] = [embed?, fast?, full?];
        println!(
            "| {megapixels} | {:.0} | {:.0} | {:.0} | {} | {} | {} |",
            embed.0, fast.0, full.0, embed.1, fast.1, full.1
        );
    }
    Ok(())
}

/// Milliseconds and megabytes.
fn shortest(rounds: usize, work: impl Fn() -> Result<(), String>) -> Result<(f64, String), String> {
    let before = peak(true);
    let mut best = f64::INFINITY;
    for _ in 0..rounds {
        let (done, ms) = timed(&work);
        done?;
        best = best.min(ms);
    }
    let memory = before.zip(peak(false)).map(|(before, after)| after.saturating_sub(before));
    Ok((best, memory.map_or("-".to_owned(), |kilobytes| (kilobytes / 1024).to_string())))
}

/// Kilobytes that the process had at most (Linux), or has now when that is forgotten first.
fn peak(forget: bool) -> Option<u64> {
    if forget {
        fs::write("/proc/self/clear_refs", "5").ok()?;
    }
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
