//! Times signing and verifying beside one SHA-256 over the same bytes, in one run, and prints a table.

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
    println!("| content | bytes | hash alone | sign | verify | sign/hash | verify/hash |");
    println!("|---|---|---|---|---|---|---|");
    for size in [70_000, 350_000, 2_700_000, 10_000_000] {
        row("PNG", Format::Png, &picture(size));
    }
    for (language, unit) in TEXTS {
        for size in [1_000, 100_000, 10_000_000] {
            row(language, Format::PlainText, unit.repeat(size / unit.len() + 1).as_bytes());
        }
    }
}

/// The skeleton of a PNG of about `size` bytes. What is in its image data does not matter here.
fn picture(size: usize) -> Vec<u8> {
    let chunk = |kind: &[u8], data: &[u8]| {
        let body = [kind, data].concat();
        let len = u32::try_from(data.len()).expect("a small picture");
        [&len.to_be_bytes()[..], &body, &crc32fast::hash(&body).to_be_bytes()].concat()
    };
    let data: Vec<u8> = (0..size).map(|i| (i * 31 % 251).try_into().unwrap_or(0)).collect();
    let header = chunk(b"IHDR", &[0, 0, 4, 0, 0, 0, 4, 0, 8, 2, 0, 0, 0]);
    [b"\x89PNG\r\n\x1a\n".to_vec(), header, chunk(b"IDAT", &data), chunk(b"IEND", &[])].concat()
}

fn row(content: &str, format: Format, asset: &[u8]) {
    let signer = Signer::from_pem(CHAIN, KEY).expect("the identity of the examples");
    let now = "2026-11-21T12:00:00Z".parse().expect("a date");
    let mut context = SignContext::new(now, [7; 32]);
    context.format = Some(format);
    let sign = || aimark::sign(asset, &Label::new(Origin::Generated), &signer, &context).expect("an asset");
    let labelled = sign().to_vec();
    let judgement = VerifyContext { format: Some(format), ..VerifyContext::new(now) };
    let hash = best(|| <sha2::Sha256 as sha2::Digest>::digest(asset));
    let signed = best(sign);
    let verified = best(|| aimark::verify(&labelled, &judgement));
    let ratio = |time: Duration| time.as_secs_f64() / hash.as_secs_f64();
    println!(
        "| {content} | {} | {hash:.1?} | {signed:.1?} | {verified:.1?} | {:.2} | {:.2} |",
        asset.len(),
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
