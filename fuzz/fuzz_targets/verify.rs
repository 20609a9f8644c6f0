//! Any bytes, said to be anything. The last byte also chooses what they are said to be.

#![no_main]

use aimark_fuzz::{format, verify};

libfuzzer_sys::fuzz_target!(|asset: &[u8]| {
    let alone = verify(asset, None);
    let said = format(asset.last().copied().unwrap_or_default());
    let told = verify(asset, said);
    if let (Ok(alone), Ok(told)) = (alone, told) {
        // What a text is called decides where a label is looked for first, not whether it holds.
        assert!(alone.proof() == told.proof() || alone.proof().is_none() || told.proof().is_none());
    }
});
