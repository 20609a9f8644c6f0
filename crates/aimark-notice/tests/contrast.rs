//! The words can be read on every background.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod pictures;

use aimark_notice::{Contrast, Limits, Origin, Wish, draw};
use pictures::{background, jpeg, png};

#[test]
fn on_a_thousand_backgrounds_the_contrast_is_above_that_of_wcag() {
    let mut least = Contrast::from_hundredths(2100);
    let wish = Wish::of(&["ru"], Origin::Generated).unwrap();
    for seed in 0..1000 {
        let picture = background(seed, 112, 72);
        // The worst qualities that may be wished for are among them.
        let mut wish = wish.clone();
        wish.jpeg_quality = [60, 75, 92][usize::try_from(seed % 3).unwrap()];
        let asset = if seed % 2 == 0 { png(picture) } else { jpeg(&picture.into(), 90) };
        let drawn = draw(&asset, &wish, &Limits::default()).unwrap();
        assert!(drawn.record.contrast > Contrast::AA, "{seed}: {}", drawn.record.contrast);
        least = least.min(drawn.record.contrast);
    }
    println!("the least contrast is {least}");
    assert!(least.hundredths() > 600, "{least}");
}
