//! Pictures without a mark.

use aimark_durable_bench::made::Chance;
use aimark_durable_bench::mark::{Mark, Search};
use aimark_durable_bench::ours::Ours;
use aimark_durable_bench::picture::Picture;
use aimark_durable_bench::tail::{Tail, quantile};
use aimark_durable_bench::{corpus, jpeg, resize};

use super::{mark, write};
use crate::Options;

pub(super) const FAST: &str = "unmarked-fast.txt";
pub(super) const FULL: &str = "unmarked-full.txt";
/// The share of the values that the tail is fitted to.
const SHARE: f64 = 0.05;

/// `--count` crops through the fast search, and of `--wide` photos one through the full one too.
pub(super) fn run(options: &Options) -> Result<(), String> {
    let mark = mark();
    let mut list = corpus::list(&options.photos, "photo")?;
    list.extend(corpus::list(&options.photos, "art")?);
    let mut chance = Chance::new(99);
    let (mut fast, mut full, mut alarms) = (Vec::new(), Vec::new(), 0);
    let each = options.count.div_ceil(list.len());
    for photo in &list {
        let whole = photo.load(4 * options.pixels)?;
        for at in 0..each.min(options.count - fast.len()) {
            let crop = part(&whole, &mut chance);
            let seen = mark.look(&crop, Search::Fast);
            alarms += usize::from(seen.payload.is_some());
            fast.push(seen.z);
            if at == 0 && full.len() < options.wide {
                let seen = mark.look(&crop, Search::Full);
                alarms += usize::from(seen.payload.is_some());
                full.push(seen.z);
            }
        }
        eprintln!("{} of {}", fast.len(), options.count);
    }
    println!("{alarms} false alarms");
    for (name, values, file, reads) in
        [("fast", &mut fast, FAST, Ours::FAST_READS), ("full", &mut full, FULL, Ours::FULL_READS)]
    {
        if !values.is_empty() {
            values.sort_by(f64::total_cmp);
            println!("{}", summary(name, values, reads));
            let lines: String = values.iter().map(|z| format!("{z:.3}\n")).collect();
            write(&options.out.join(file), &lines)?;
        }
    }
    Ok(())
}

/// A part of a photo at another size, every second one through JPEG.
fn part(whole: &Picture, chance: &mut Chance) -> Picture {
    let side = |length: usize, share: f64| ((length as f64 * share) as usize).clamp(200.min(length), length);
    let share = 0.2 + 0.6 * chance.share();
    let (width, height) = (side(whole.width, share), side(whole.height, share));
    let (x, y) = (chance.below(whole.width - width + 1), chance.below(whole.height - height + 1));
    let crop = resize::at_most(whole.crop(x, y, width, height), 300_000 + chance.below(300_000));
    if chance.share() < 0.5 { jpeg::jpeg(&crop, 60 + chance.below(35) as u32) } else { crop }
}

fn summary(name: &str, sorted: &[f64], reads: f64) -> String {
    let tail = Tail::fit(sorted, SHARE);
    let gate = Ours::GATE;
    let above = tail.above(gate);
    format!(
        "{name}: {} pictures, z median {:.2}, 99 % {:.2}, highest {:.2}; tail scale {:.2}; P(z >= {gate}) {above:.1e} an image; \
         times {reads} readings of {} check bits: {:.1e} an image",
        sorted.len(),
        quantile(sorted, 0.5),
        quantile(sorted, 0.99),
        quantile(sorted, 1.0),
        tail.scale(),
        Ours::CHECK_BITS,
        above * reads * 0.5_f64.powi(Ours::CHECK_BITS),
    )
}
