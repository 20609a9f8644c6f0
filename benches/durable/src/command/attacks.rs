//! Every photo through every attack.

use std::fmt::Write as _;

use aimark_durable_bench::attacks::{self, Attack, Group, Set, Source};
use aimark_durable_bench::corpus::Entry;
use aimark_durable_bench::mark::{Mark, Search};
use aimark_durable_bench::picture::Picture;
use aimark_durable_bench::quality::{psnr, ssim};
use aimark_durable_bench::resize::at_most;
use aimark_durable_bench::results::{self, HEADER, Row};

use super::{mark, payload, photos, timed, write};
use crate::Options;

/// Pixels of a photo that an attack wants small.
const SMALL: usize = 400_000;
/// Pixels that a photo has at least, for the goal about those of one megapixel and more.
const WHOLE: usize = 1_000_000;

pub(super) fn run(options: &Options) -> Result<(), String> {
    let attacks = attacks::all();
    let photos = photos(options)?;
    let mut run =
        Run { mark: mark(), options, csv: format!("{HEADER}\n"), seen: SEEN.to_owned(), rows: Vec::new() };
    // The most important first: a run that is stopped leaves what it has.
    let sets = [(Set::Goals, photos.len()), (Set::Searched, options.searched), (Set::Wide, options.wide)];
    for (set, count) in sets {
        for (at, photo) in photos.iter().take(count).enumerate() {
            let list: Vec<&Attack> = attacks.iter().filter(|attack| attack.set == set).collect();
            run.photo(photo, &list)?;
            eprintln!("{set:?} {} {}", at + 1, photo.name);
        }
    }
    let tables = results::tables(&run.rows, &attacks);
    write(&options.out.join(format!("tables-{}.md", options.class)), &tables)?;
    println!("{tables}");
    Ok(())
}

const SEEN: &str = "photo,width,height,psnr,ssim\n";

struct Run<'a, M> {
    mark: M,
    options: &'a Options,
    csv: String,
    seen: String,
    rows: Vec<Row>,
}

impl<M: Mark> Run<'_, M> {
    fn photo(&mut self, photo: &Entry, attacks: &[&Attack]) -> Result<(), String> {
        let picture = photo.load(self.options.pixels)?;
        let is_whole = picture.width * picture.height >= WHOLE;
        for source in [Source::Whole, Source::Small] {
            let fits = |attack: &&&Attack| {
                attack.source == source && (attack.group != Group::HalfOfWhole || is_whole)
            };
            let list: Vec<&Attack> = attacks.iter().filter(fits).copied().collect();
            if list.is_empty() {
                continue;
            }
            let original =
                if source == Source::Small { at_most(picture.clone(), SMALL) } else { picture.clone() };
            let (marked, new) = through(&self.mark, photo, &original, &list)?;
            if list.iter().any(|attack| attack.group == Group::None) {
                self.see(photo, &original, &marked);
            }
            new.iter().for_each(|row| writeln!(self.csv, "{}", row.line()).expect("memory"));
            self.rows.extend(new);
        }
        let (out, class) = (&self.options.out, &self.options.class);
        write(&out.join(format!("{}-{class}.csv", self.mark.name())), &self.csv)?;
        write(&out.join(format!("quality-{class}.csv")), &self.seen)
    }

    fn see(&mut self, photo: &Entry, original: &Picture, marked: &Picture) {
        let (psnr, ssim) = (psnr(original, marked), ssim(original, marked));
        let (width, height) = (original.width, original.height);
        writeln!(self.seen, "{},{width},{height},{psnr:.2},{ssim:.4}", photo.name).expect("memory");
    }
}

fn through(
    mark: &impl Mark,
    photo: &Entry,
    original: &Picture,
    attacks: &[&Attack],
) -> Result<(Picture, Vec<Row>), String> {
    let payload = payload(&photo.name);
    let marked = mark.marked(original, payload).map_err(|error| format!("{}: {error}", photo.name))?;
    let rows = attacks.iter().map(|attack| look(mark, photo, payload, attack, &attack.apply(&marked)));
    let rows = rows.collect();
    Ok((marked, rows))
}

/// Fast first, and everywhere only where that finds nothing.
fn look(mark: &impl Mark, photo: &Entry, payload: u64, attack: &Attack, picture: &Picture) -> Row {
    let (seen, ms) = timed(|| {
        let fast = mark.look(picture, Search::Fast);
        if fast.payload.is_some() { fast } else { mark.look(picture, Search::Full) }
    });
    Row {
        mark: mark.name().to_owned(),
        photo: photo.name.clone(),
        attack: attack.name.clone(),
        found: seen.payload == Some(payload),
        wrong: seen.payload.is_some_and(|read| read != payload),
        z: seen.z,
        ms,
    }
}
