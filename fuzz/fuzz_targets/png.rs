//! PNG images: what can be labelled is found again, with nothing else changed.

#![no_main]

libfuzzer_sys::fuzz_target!(|asset: &[u8]| aimark_fuzz::image(asset, aimark::Format::Png));
