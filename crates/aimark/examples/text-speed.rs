//! Times signing and verifying of texts beside one SHA-256 over the same bytes, in one run, and prints a table.

#![allow(
    clippy::expect_used,
    clippy::arithmetic_side_effects,
    reason = "a program to look at, not a library"
)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use aimark::{Format, Label, Origin, SignContext, Signer, VerifyContext};

const CHAIN: &[u8] = include_bytes!("../tests/identity/chain.pem");
const KEY: &[u8] = include_bytes!("../tests/identity/key.pem");

const TEXTS: [(&str, &str); 4] = [
    ("English", "The quick brown fox jumps over the lazy dog. "),
    ("Russian", "Съешь ещё этих мягких французских булок — да выпей чаю. "),
    ("Chinese", "本内容由人工智能生成，仅供参考。"),
    ("Arabic", "نص حكيم له سر قاطع وذو شأن عظيم مكتوب. "),
];

fn main() {
    println!("| text | bytes | hash alone | sign | verify | sign/hash | verify/hash |");
    println!("|---|---|---|---|---|---|---|");
    for (language, unit) in TEXTS {
        for size in [1_000, 100_000, 10_000_000] {
            row(language, &unit.repeat(size / unit.len() + 1));
        }
    }
}

fn row(language: &str, text: &str) {
    let signer = Signer::from_pem(CHAIN, KEY).expect("the identity of the examples");
    let now = "2026-11-21T12:00:00Z".parse().expect("a date");
    let mut context = SignContext::new(now, [7; 32]);
    context.format = Some(Format::PlainText);
    let sign =
        || aimark::sign(text.as_bytes(), &Label::new(Origin::Generated), &signer, &context).expect("a text");
    let labelled = sign().to_vec();
    let judgement = VerifyContext { format: Some(Format::PlainText), ..VerifyContext::new(now) };
    let hash = best(|| <sha2::Sha256 as sha2::Digest>::digest(text.as_bytes()));
    let signed = best(sign);
    let verified = best(|| aimark::verify(&labelled, &judgement));
    let ratio = |time: Duration| time.as_secs_f64() / hash.as_secs_f64();
    println!(
        "| {language} | {} | {hash:.1?} | {signed:.1?} | {verified:.1?} | {:.2} | {:.2} |",
        text.len(),
        ratio(signed),
        ratio(verified)
    );
}

/// The shortest of several runs: what the machine can do when nobody else wants it.
fn best<T>(mut run: impl FnMut() -> T) -> Duration {
    let once = |_| {
        let start = Instant::now();
        let result = black_box(run());
        let time = start.elapsed();
        drop(result);
        time
    };
    (0..9).map(once).min().unwrap_or_default()
}
