//! A notice is found after the picture was coded again, and not where it is gone. The figures printed here stand in
//! `docs/notice.md`.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod pictures;

use aimark_notice::{Area, Limits, Origin, Position, Record, Seen, Wish, draw, look, similarity};
use image::{DynamicImage, Rgb, RgbImage};
use pictures::*;

/// A picture of some size and kind with a notice, as pixels, and what it was without it.
fn drawn(seed: u64) -> (RgbImage, RgbImage, Record) {
    const WISHES: [&[&str]; 8] = [
        &["kk", "ru"],
        &["en"],
        &["zh"],
        &["ru"],
        &["kk", "ru", "en", "zh"],
        &["hi", "vi"],
        &["ko"],
        &["id", "en"],
    ];
    let mut dice = Dice::new(seed + 1000);
    let (width, height) = (side(&mut dice), side(&mut dice));
    let mut wish = Wish::of(WISHES[usize::try_from(dice.roll(8)).unwrap()], Origin::Generated).unwrap();
    wish.position =
        [Position::BottomRight, Position::TopLeft, Position::BottomBand][usize::try_from(seed % 3).unwrap()];
    wish.height_permille = u16::try_from(20 + dice.roll(40)).unwrap();
    let plain =
        if seed.is_multiple_of(5) { lettering(seed, width, height) } else { background(seed, width, height) };
    let drawn = draw(&png(plain.clone()), &wish, &Limits::default()).unwrap();
    (plain, decoded(&drawn.bytes).to_rgb8(), drawn.record)
}

fn side(dice: &mut Dice) -> u32 {
    u32::try_from(90 + dice.roll(260)).unwrap()
}

struct Spread(&'static str, Vec<i32>, Vec<i32>);

impl Spread {
    fn new(name: &'static str) -> Self {
        Self(name, Vec::new(), Vec::new())
    }

    fn add(&mut self, asset: &[u8], record: &Record) -> Seen {
        let found = similarity(asset, &record.words, &record.area, &Limits::default()).unwrap().unwrap();
        self.1.push(found.whole);
        self.2.push(found.weakest);
        found.seen()
    }

    fn print(mut self) {
        let Self(name, whole, weakest) = &mut self;
        whole.sort_unstable();
        weakest.sort_unstable();
        let of = |all: &[i32]| format!("{} .. {} .. {}", all[0], all[all.len() / 2], all[all.len() - 1]);
        println!("{name}: {} pictures, whole {}, weakest piece {}", whole.len(), of(whole), of(weakest));
    }
}

/// Paints a part of the box.
fn paint(picture: &mut RgbImage, area: &Area, from: u32, to: u32, seed: u64) {
    let patch = background(seed, area.width, area.height);
    for y in 0..area.height {
        for x in area.width * from / 100..area.width * to / 100 {
            picture.put_pixel(area.x + x, area.y + y, *patch.get_pixel(x, y));
        }
    }
}

#[test]
fn a_notice_is_found_after_the_picture_was_coded_again() {
    let (mut fresh, mut sixty, mut twice) =
        (Spread::new("as drawn"), Spread::new("JPEG 60"), Spread::new("JPEG 60, then 70"));
    for seed in 0..150 {
        let (_, picture, record) = drawn(seed);
        assert_eq!(fresh.add(&png(picture.clone()), &record), Seen::Found, "{seed}");
        let again = jpeg(&picture.into(), 60);
        assert_eq!(sixty.add(&again, &record), Seen::Found, "{seed}");
        assert_eq!(twice.add(&jpeg(&decoded(&again), 70), &record), Seen::Found, "{seed}");
    }
    [fresh, sixty, twice].into_iter().for_each(Spread::print);
}

#[test]
fn a_notice_is_not_found_where_it_never_was_or_was_painted_over() {
    let (mut without, mut painted) = (Spread::new("never drawn"), Spread::new("painted over"));
    for seed in 0..300 {
        let (plain, mut picture, record) = drawn(seed);
        assert_eq!(without.add(&png(plain), &record), Seen::NotFound, "{seed}");
        paint(&mut picture, &record.area, 0, 100, seed + 7);
        assert_eq!(painted.add(&png(picture), &record), Seen::NotFound, "{seed}");
    }
    [without, painted].into_iter().for_each(Spread::print);
}

#[test]
fn a_notice_of_which_a_part_is_gone_is_damaged() {
    let (mut half, mut fifth, mut other) =
        (Spread::new("half painted over"), Spread::new("a fifth painted over"), Spread::new("other words"));
    for seed in 0..150 {
        let (_, picture, record) = drawn(seed);
        if seed % 3 == 2 {
            // In a band, words are in the middle.
            continue;
        }
        let mut cut = picture.clone();
        paint(&mut cut, &record.area, 50, 100, seed);
        assert_ne!(half.add(&png(cut), &record), Seen::Found, "{seed}");
        let mut cut = picture.clone();
        paint(&mut cut, &record.area, 15, 35, seed);
        assert_ne!(fifth.add(&png(cut), &record), Seen::Found, "{seed}");
        // Turned upside down, it is as bright and as busy, but says nothing.
        let mut cut = picture;
        for y in 0..record.area.height {
            for x in 0..record.area.width {
                let (right, lower) = (record.area.width - 1 - x, record.area.height - 1 - y);
                if (y, x) < (lower, right) {
                    let here = (record.area.x + x, record.area.y + y);
                    let there = (record.area.x + right, record.area.y + lower);
                    let (a, b) = (*cut.get_pixel(here.0, here.1), *cut.get_pixel(there.0, there.1));
                    cut.put_pixel(here.0, here.1, b);
                    cut.put_pixel(there.0, there.1, a);
                }
            }
        }
        assert_ne!(other.add(&png(cut), &record), Seen::Found, "{seed}");
    }
    [half, fifth, other].into_iter().for_each(Spread::print);
}

#[test]
fn a_notice_that_was_made_faint_is_damaged() {
    let (_, picture, record) = drawn(1);
    let faint = RgbImage::from_fn(picture.width(), picture.height(), |x, y| {
        Rgb(picture.get_pixel(x, y).0.map(|colour| 120 + colour / 12))
    });
    let seen = look(&png(faint), &record.words, &record.area, &Limits::default());
    assert_eq!(seen, Ok(Seen::Damaged));
}

#[test]
fn a_notice_that_moved_or_has_other_words_is_not_the_one_recorded() {
    let (_, picture, record) = drawn(1);
    let asset = png(picture.clone());
    let limits = Limits::default();
    assert_eq!(look(&asset, &record.words, &record.area, &limits), Ok(Seen::Found));
    assert_eq!(look(&asset, "No AI here", &record.area, &limits), Ok(Seen::NotFound));
    let moved = Area { x: record.area.x - 5, y: record.area.y - 4, ..record.area };
    assert_ne!(look(&asset, &record.words, &moved, &limits), Ok(Seen::Found));
    let half = DynamicImage::from(picture).crop_imm(0, 0, record.area.x + 5, record.area.y + 5);
    assert_eq!(look(&png(half.to_rgb8()), &record.words, &record.area, &limits), Ok(Seen::NotFound));
}

#[test]
fn a_notice_of_which_one_letter_was_erased_is_damaged() {
    let wish = Wish::of(&["kk", "ru", "en", "zh"], Origin::Generated).unwrap();
    let drawn = draw(&png(background(1, 400, 300)), &wish, &Limits::default()).unwrap();
    let (record, mut picture) = (drawn.record, decoded(&drawn.bytes).to_rgb8());
    let (area, cap) = (record.area, record.text_height);
    // The first letter of the first row, painted over with the plate's own colour.
    for y in area.y + cap / 2..area.y + 2 * cap {
        for x in area.x + cap * 3 / 4..area.x + cap * 21 / 10 {
            picture.put_pixel(x, y, *picture.get_pixel(area.x + 2, area.y + area.height / 2));
        }
    }
    let found = similarity(&png(picture), &record.words, &record.area, &Limits::default()).unwrap().unwrap();
    assert!(found.whole > 900 && found.weakest < 800 && found.contrast.hundredths() > 300, "{found:?}");
    assert_eq!(found.seen(), Seen::Damaged);
}
