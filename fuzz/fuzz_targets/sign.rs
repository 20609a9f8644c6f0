//! Any bytes as asset, said to be anything, with any label.

#![no_main]

use aimark_fuzz::{SIGNER, format, label, round_trip_in, sign_context};
use arbitrary::Unstructured;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let _ = run(Unstructured::new(data));
});

fn run(mut u: Unstructured<'_>) -> arbitrary::Result<()> {
    let mut context = sign_context(format(u.arbitrary()?));
    context.random = u.arbitrary()?;
    context.padded = u.arbitrary()?;
    let label = label(&mut u)?;
    let asset = u.take_rest();
    let whole = round_trip_in(asset, &context, &label);
    let pending = aimark::prepare(asset, &label, SIGNER.chain(), &context);
    assert_eq!(pending.is_ok(), whole.is_some(), "in two phases it ends otherwise");
    let again = aimark::sign(asset, &label, &SIGNER, &context).ok().map(|signed| signed.to_vec());
    assert_eq!(again, whole, "the same inputs give other bytes");
    Ok(())
}
