//! Unsigned marks: any file, said to be anything, under the limits and under small ones.

#![no_main]

use aimark_fuzz::check_shown;
use aimark_hints::{Hints, Limits, look};

const SMALL: Limits = Limits {
    mark_bytes: 200,
    total_bytes: 400,
    inflated_bytes: 300,
    hints: 2,
    value_chars: 7,
    nesting: 4,
    items: 20,
};

libfuzzer_sys::fuzz_target!(|asset: &[u8]| {
    for media_type in [None, Some("text/html"), Some("image/svg+xml")] {
        let limits = Limits::default();
        let hints = checked(asset, media_type, &limits);
        // Smaller limits find no other hints, and say that there may be more.
        let few = checked(asset, media_type, &Limits { hints: 1, ..limits });
        assert_eq!(few.hints.first(), hints.hints.first());
        assert_eq!(few.cut, hints.cut || hints.hints.len() > 1);
        checked(asset, media_type, &SMALL);
    }
});

/// What was found, with what every look promises.
fn checked(asset: &[u8], media_type: Option<&str>, limits: &Limits) -> Hints {
    let found = look(asset, media_type, limits);
    assert!(found.hints.len() <= limits.hints);
    for hint in &found.hints {
        for text in [&hint.place, &hint.key, &hint.value] {
            check_shown(text);
        }
        for text in [&hint.key, &hint.value] {
            assert!(text.chars().count() <= limits.value_chars, "{text}");
        }
        let (_, at) = hint.place.rsplit_once(" at byte ").expect("a place");
        assert!(at.parse::<usize>().is_ok_and(|at| at <= asset.len()), "{}", hint.place);
    }
    assert_eq!(found, look(asset, media_type, limits));
    found
}
