//! Structured text (A.9): every kind of comment. The last byte chooses the kind.

#![no_main]

use aimark::Format;
use aimark_fuzz::{generated, round_trip, text, verify};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let words = text(data);
    let wrapped = [Format::PlainText, Format::Csv, Format::Tsv, Format::Html];
    let kinds: Vec<Format> = Format::all().filter(|f| f.is_text() && !wrapped.contains(f)).collect();
    let kind = kinds[usize::from(data.last().copied().unwrap_or_default()) % kinds.len()];
    let _ = verify(words.as_bytes(), Some(kind));
    round_trip(words.as_bytes(), Some(kind), &generated());
});
