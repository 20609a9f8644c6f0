//! WebP images: what can be labelled is found again, with nothing else changed.

#![no_main]

use aimark::{Format, Verdict, fuzzing};
use aimark_fuzz::{generated, round_trip, verify};

libfuzzer_sys::fuzz_target!(|asset: &[u8]| {
    if Format::detect(asset) != Some(Format::WebP) {
        return;
    }
    let labels = fuzzing::labels(asset, None);
    let report = verify(asset, None);
    if let Ok(report) = report {
        assert_eq!(labels.is_empty(), report.verdict() == Verdict::Unmarked);
    }
    round_trip(asset, None, &generated());
});
