//! Measures how many bytes a second one core hashes: the `sha2` crate, and this one with one message to four at once.
//!
//! `cargo run --release -p aimark-hash --example rate`. All ways are measured in each of many short rounds, one right
//! after the other, so that what else the machine does weighs on all of them. A ratio is the median of the rounds'.

#![allow(clippy::arithmetic_side_effects, reason = "a program to look at, not a library")]

use std::hint::black_box;
use std::time::Instant;

use aimark_hash::sha256_all;
use sha2::Digest as _;

const ROUNDS: usize = 401;
/// One round hashes about as many bytes in each way.
const ROUND_BYTES: usize = 4_000_000;
const MOST: usize = 4;

fn main() {
    println!("| message bytes | way | GB/s | ratio to sha2 |");
    println!("|---|---|---|---|");
    for size in [1_000_000, 100_000] {
        measure(size);
    }
}

fn measure(size: usize) {
    let messages: Vec<Vec<u8>> = (0..MOST).map(|seed| message(size, seed)).collect();
    let mut rates = vec![Vec::new(); MOST + 1];
    for _ in 0..ROUNDS {
        let ways = rates.iter_mut().enumerate();
        ways.for_each(|(at_once, rates)| rates.push(rate(&messages, at_once)));
    }
    let sha2 = rates.first().cloned().unwrap_or_default();
    for (at_once, rates) in rates.iter().enumerate() {
        let way = if at_once == 0 { "sha2".to_owned() } else { format!("{at_once} at once") };
        let ratio = median(rates.iter().zip(&sha2).map(|(ours, theirs)| ours / theirs).collect());
        println!("| {size} | {way} | {:.2} | {ratio:.2} |", median(rates.clone()));
    }
}

fn message(size: usize, seed: usize) -> Vec<u8> {
    (0..size).map(|i| u8::try_from((i * 31 + seed) % 251).unwrap_or(0)).collect()
}

/// Bytes a nanosecond, with so many messages at once; 0 stands for the `sha2` crate.
fn rate(messages: &[Vec<u8>], at_once: usize) -> f64 {
    let some: Vec<[&[u8]; 1]> = messages.iter().take(at_once.max(1)).map(|m| [&m[..]]).collect();
    let bytes: usize = some.iter().flatten().map(|message| message.len()).sum();
    let times = ROUND_BYTES / bytes;
    let start = Instant::now();
    for _ in 0..times {
        let some = black_box(&some);
        if at_once == 0 {
            for message in some.iter().flatten() {
                black_box(sha2::Sha256::digest(message));
            }
        } else {
            black_box(sha256_all(some.iter().map(|pieces| &pieces[..])));
        }
    }
    let nanoseconds = u32::try_from(start.elapsed().as_nanos()).map_or(f64::INFINITY, f64::from);
    u32::try_from(bytes * times).map_or(0.0, f64::from) / nanoseconds
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}
