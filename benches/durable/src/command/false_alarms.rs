//! Pictures without a mark.

use aimark_durable_bench::made::Chance;
use aimark_durable_bench::mark::{Mark, Search, Seen};
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

/// `--count` crops through the fast search, and `--wide` of them through the full one too.
pub(super) fn run(options: &Options) -> Result<(), String> {
    let mark = mark();
    let mut list = corpus::list(&options.photos, "photo")?;
    list.extend(corpus::list(&options.photos, "art")?);
    let mut chance = Chance::new(99);
    let (mut fast, mut full, mut alarms) = (Looks::default(), Looks::default(), 0);
    let (each, searched) = (options.count.div_ceil(list.len()), options.wide.div_ceil(list.len()));
    for photo in &list {
        let whole = photo.load(4 * options.pixels)?;
        for at in 0..each.min(options.count - fast.z.len()) {
            let crop = part(&whole, &mut chance);
            let seen = mark.look(&crop, Search::Fast);
            alarms += usize::from(seen.payload.is_some());
            fast.add(&seen);
            if at < searched && full.z.len() < options.wide {
                let seen = mark.look(&crop, Search::Full);
                alarms += usize::from(seen.payload.is_some());
                full.add(&seen);
            }
        }
        eprintln!("{} of {}", fast.z.len(), options.count);
    }
    println!("{alarms} false alarms");
    for (name, looks, file, gate) in
        [("fast", &mut fast, FAST, Ours::FAST_GATE), ("full", &mut full, FULL, Ours::FULL_GATE)]
    {
        if !looks.z.is_empty() {
            looks.z.sort_by(f64::total_cmp);
            println!("{name}: {}", looks.summary(gate));
            let lines: String = looks.z.iter().map(|z| format!("{z:.3}\n")).collect();
            write(&options.out.join(file), &lines)?;
        }
    }
    Ok(())
}

/// What looking into many pictures came to.
#[derive(Default)]
struct Looks {
    z: Vec<f64>,
    reads: u32,
}

impl Looks {
    fn add(&mut self, seen: &Seen) {
        self.z.push(seen.z);
        self.reads += seen.reads;
    }

    /// How often something is read, with two deviations on top, times how often a reading passes by chance, is how often a
    /// mark is seen where there is none.
    fn summary(&self, gate: f64) -> String {
        let Self { z, reads } = self;
        let tail = Tail::fit(z, SHARE);
        let reads = f64::from(*reads);
        let most = (reads + 2.0 * (reads + 1.0).sqrt()) / z.len() as f64;
        format!(
            "{} pictures, z median {:.2}, 99 % {:.2}, highest {:.2}; tail scale {:.2}, by it P(z >= {gate}) {:.1e} an image; \
             read {reads} times, so at most {most:.1e} an image; times 2^-{}: {:.1e} false alarms an image",
            z.len(),
            quantile(z, 0.5),
            quantile(z, 0.99),
            quantile(z, 1.0),
            tail.scale(),
            tail.above(gate),
            Ours::CHECK_BITS,
            most * 0.5_f64.powi(Ours::CHECK_BITS),
        )
    }
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
