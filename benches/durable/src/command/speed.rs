//! How long it takes, and how much memory.

use aimark_durable_bench::mark::{Mark, Search};
use aimark_durable_bench::resize::scale;

use super::{mark, payload, photos, timed};
use crate::Options;

const MEGAPIXELS: [f64; 5] = [0.4, 1.0, 2.0, 6.0, 12.0];
const ROUNDS: usize = 5;

/// The largest of the photos, at several sizes. Times are the processor's, the shortest of some; memory is the most that
/// was held at once, beside the picture.
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
        let payload = payload(&photo.name);
        let marked = mark.marked(&picture, payload)?;
        let mut copies = vec![picture.clone(); ROUNDS + 1].into_iter();
        let embed =
            measured(ROUNDS, || copies.next().map_or(Ok(()), |mut copy| mark.embed(&mut copy, payload)));
        let fast = measured(ROUNDS, || match mark.look(&marked, Search::Fast).payload {
            Some(_) => Ok(()),
            None => Err("lost".to_owned()),
        });
        let full = measured(2, || {
            let _ = mark.look(&picture, Search::Full);
            Ok(())
        });
        let [embed, fast, full] = [embed?, fast?, full?];
        println!(
            "| {megapixels} | {:.0} | {:.0} | {:.0} | {:.0} | {:.0} | {:.0} |",
            embed.0, fast.0, full.0, embed.1, fast.1, full.1
        );
    }
    Ok(())
}

/// Milliseconds, and megabytes.
fn measured(rounds: usize, mut work: impl FnMut() -> Result<(), String>) -> Result<(f64, f64), String> {
    let mut done = Ok(());
    let held = allocation_counter::measure(|| done = work()).bytes_max;
    let mut best = f64::INFINITY;
    for _ in 0..rounds {
        done?;
        let ms;
        (done, ms) = timed(&mut work);
        best = best.min(ms);
    }
    done.map(|()| (best, held as f64 / 1e6))
}
