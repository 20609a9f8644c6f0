//! HTML (A.7): the label is an element in the head.

#![no_main]

use aimark::Format;
use aimark_fuzz::{generated, round_trip, text, verify};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    for words in [text(data), format!("<html><head>{}</head><body>", text(data))] {
        let _ = verify(words.as_bytes(), Some(Format::Html));
        round_trip(words.as_bytes(), Some(Format::Html), &generated());
    }
});
