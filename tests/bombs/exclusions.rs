//! Exclusions at the ends of 64 bits, in labels whose hashes and signatures are right.

use aimark::{Verdict, VerifyContext};
use aimark_tests::forge::{Binding, Forge, data_hash, exclusion};
use aimark_tests::{failures, now, pictures};

use crate::{READ, explode};

const TOP: u64 = u64::MAX;

/// A picture whose label leaves out `exclusions` instead of itself.
fn labelled(exclusions: Vec<Vec<u8>>) -> Vec<u8> {
    let hash = move |binding: Binding| data_hash(exclusions.clone(), &binding.hash);
    Forge { data_hash: Box::new(hash), ..Forge::default() }.png(&pictures::png(4, 4))
}

fn examine(asset: &[u8]) {
    let report = aimark::verify(asset, &VerifyContext::new(now())).unwrap();
    assert_eq!(report.verdict(), Verdict::Invalid);
}

#[test]
fn ranges_at_the_ends_of_64_bits() {
    let middle = 1 << 63;
    let ranges = [
        (0, TOP),
        (TOP, 0),
        (TOP, 1),
        (1, TOP),
        (TOP, TOP),
        (33, TOP),
        (33, TOP - 33),
        (33, TOP - 32),
        (middle, middle),
        (middle, middle - 1),
        (0, 0),
    ];
    for (start, length) in ranges {
        let label = labelled(vec![exclusion(start, length)]);
        let report = aimark::verify(&label, &VerifyContext::new(now())).unwrap();
        assert_eq!(report.verdict(), Verdict::Invalid, "{start} {length}: {:?}", failures(&report));
        // Ranges do not ask for what they name.
        let many = |n: usize| labelled(vec![exclusion(start, length); n / 40]);
        explode(&format!("exclusions from {start}, {length} long"), READ, many, examine);
    }
}

#[test]
fn the_label_s_own_place_in_more_bits_than_32() {
    for shift in [32, 48, 63] {
        for (start, length) in [(1 << shift, 0), (0, 1 << shift), (1 << shift, 1 << shift)] {
            let moved = move |b: Binding| {
                data_hash(
                    vec![exclusion(b.start.wrapping_add(start), b.length.wrapping_add(length))],
                    &b.hash,
                )
            };
            let asset = Forge { data_hash: Box::new(moved), ..Forge::default() };
            examine(&asset.png(&pictures::png(4, 4)));
        }
    }
}

#[test]
fn thousands_of_ranges() {
    let beside = |i: usize| exclusion(40 * i as u64, 1);
    explode("ranges beside one another", READ, |n| labelled((0..n / 40).map(beside).collect()), examine);
    let within = |i: usize| exclusion(i as u64, TOP - 2 * i as u64);
    explode("ranges within one another", READ, |n| labelled((0..n / 40).map(within).collect()), examine);
    // The right one among them does not help.
    let asset = Forge {
        data_hash: Box::new(|b| {
            let mut all = vec![exclusion(b.start, b.length)];
            all.extend((0..1000).map(|i| exclusion(TOP - i, TOP)));
            data_hash(all, &b.hash)
        }),
        ..Forge::default()
    };
    examine(&asset.png(&pictures::png(4, 4)));
}
