//! Fingerprints of texts: the numbers that stay for ever, what edits do to them, and how far apart unrelated texts are.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "tests fail loudly"
)]

mod pictures;
mod texts;

use aimark_fingerprint::{Fingerprint, Limits, minhash, simhash};
use pictures::Dice;
use sha2::{Digest, Sha256};
use texts::*;

/// Cases, compatibility forms, a combining mark, invisible characters, two kinds of scripts.
const MIXED: &str =
    "Die STRASSE und die straße: ΣΊΣΥΦΟΣ ﬁnds 東京タワー at ＴＯＫＹＯ, e\u{301}tude\u{200b} n\u{ad}\u{ba} 5";

/// A text, its SimHash, and the SHA-256 of its MinHash. A program in Python wrote these down from the description alone
/// (hashlib, unicodedata of Unicode 14); they never change.
const VECTORS: [(&str, &str, &str); 10] = [
    (
        HARBOUR,
        "6a4c34ccff885738ae2465e7a4bad595d49664d317b036263e4449c7084db204",
        "121f4fca53a127c25209ce463115967bc2e469333d4d9ec401a5d8a4577d03d8",
    ),
    (
        ENGINE,
        "8d613fb8ad545e33d388913a149244f7f529885a004fe3350c8a84f7300f99a8",
        "b565ce9343e66b646faae760fff83a9f57023f190ed3f126b19f8163ed73256a",
    ),
    (
        GARDEN,
        "1fa8e11f37f510695b5884556ba5e8ce055f7a32d27a03e08872db8e20bfcf04",
        "20bec0ad90b31a1dcc56f2993bd84ace061e11e1464b94a1181a2e5419392e71",
    ),
    (
        STATION,
        "c899fd43e0aa9e705d3fd117d315c37035cd243046ad0bb00219fc02a449408d",
        "ce945889667240d99b22938baa5160246d414ef469d308e340a67987c97885c7",
    ),
    (
        TEA,
        "68649cc0e0646cc8d3467054cb13611207518a586a691200bd1769be5d942138",
        "e8a48d93627252a000202f073c4b4caa8570ef926c75883237b2e1e17223ce81",
    ),
    (
        STARS,
        "ce6748c1340b33c3a25507b8264b2b90cc0a3c55986c8c99d7f0119001d04e5e",
        "3e297355ff622f3729e640444b923d3f7cdb05f9f0012511be4c1e53bf8de6ca",
    ),
    (
        MARKET,
        "d2725ed75595e023deaf0d5c005508fe82618b68d832699fff3764b0c64b3165",
        "9c14f62b6c9b92d633b226e3311c0afd1106a169a629752404f6f2fa3da475a2",
    ),
    (
        SCHOOL,
        "b4712ad434f0359713a3890d56c10c8c7bbefb08c3bf9251830d603326cac206",
        "ede3b02311cd4da1b98de9af24d3002c59e2cb0dc3a6ac8a11809c1ac402a107",
    ),
    (
        "Hello, World",
        "9e1b04359ce9f650852b7f468eb9cbaa8198d8678a7ddce5caaeb123b76439ff",
        "4916477d5a3a11cfca19cd9f6d4bc28f2a8605671aa6598780c264fd9e4df622",
    ),
    (
        MIXED,
        "7b18525a6bca97116cda09ddf258af43eea0e6089c64735e38b96c47211990f3",
        "6546d77493b37f904394266963b39aa2cb7e163ff47b16b7046af6f70e661260",
    ),
];

const ALL: [&str; 8] = [HARBOUR, ENGINE, GARDEN, STATION, TEA, STARS, MARKET, SCHOOL];

/// Edits of a text of some hundred characters move its SimHash by no more.
const NEAR: u32 = 40;
/// Unrelated texts of the same language are not nearer.
const FAR: u32 = 90;

fn sim(text: &str) -> Fingerprint {
    simhash(text, &Limits::default()).unwrap()
}

fn min(text: &str) -> Fingerprint {
    minhash(text, &Limits::default()).unwrap()
}

fn apart(one: &str, two: &str) -> (u32, f64) {
    (sim(one).distance(&sim(two)).unwrap(), min(one).similarity(&min(two)).unwrap())
}

#[test]
fn fingerprints_are_those_of_the_description() {
    for (text, hash, digest) in VECTORS {
        assert_eq!(sim(text).hex(), hash, "{text}");
        let found: String =
            Sha256::digest(min(text).bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(found, digest, "{text}");
        for fingerprint in [sim(text), min(text)] {
            assert_eq!(fingerprint.to_string().parse(), Ok(fingerprint));
        }
    }
}

#[test]
fn typesetting_changes_nothing() {
    for text in ALL {
        let spaced = text.replace(' ', "\u{a0}\r\n\t");
        let quoted = text.replace(['.', '。', ','], " \u{2014} \u{201d}").replace("  ", " ");
        let hidden: String = text.chars().flat_map(|c| [c, '\u{200b}', '\u{fe0f}', '\u{e0101}']).collect();
        for changed in [text.to_uppercase(), spaced, quoted, hidden] {
            assert_eq!((sim(&changed), min(&changed)), (sim(text), min(text)), "{changed}");
        }
    }
    // Folding takes the small letter apart, and form KC puts it together again.
    assert_eq!(sim("μα\u{390}ου"), sim("ΜΑ\u{3aa}\u{301}ΟΥ"));
    let decomposed = "Ру\u{438}\u{306}, cafe\u{301}, ½ ㎏";
    assert_eq!(sim(decomposed), sim("Рий, café, 1⁄2 kg".replace("Рий", "Руй").as_str()));
}

#[test]
fn edits_move_little() {
    for text in ALL {
        let chars: Vec<char> = text.chars().collect();
        let third = chars.len() / 3;
        // A letter in the middle becomes others; a hundredth is lost at the end; a sentence comes in front.
        let replaced: String = chars[..third].iter().chain(&['x', '7']).chain(&chars[third + 1..]).collect();
        let cut: String = chars[..chars.len() - chars.len() / 20].iter().collect();
        let sentence: String = chars[third..third + chars.len() / 20].iter().collect();
        for changed in [replaced, cut, format!("{sentence} {text}")] {
            let (distance, share) = apart(text, &changed);
            println!("{distance} bits, {share:.2} in common: {}", chars[..12].iter().collect::<String>());
            assert!(distance <= NEAR && share > 0.75, "{distance}, {share}: {changed}");
        }
    }
}

#[test]
fn other_texts_are_far() {
    for (place, one) in ALL.iter().enumerate() {
        for two in &ALL[..place] {
            let (distance, share) = apart(one, two);
            assert!(distance >= FAR && share < 0.1, "{distance}, {share}: {one} {two}");
        }
    }
    println!("same language: {:?}", [0, 2, 4, 6].map(|at| apart(ALL[at], ALL[at + 1])));
}

#[test]
fn order_counts_and_repetition_does_not_drown() {
    let mut words: Vec<&str> = HARBOUR.split(' ').collect();
    words.reverse();
    assert!(apart(HARBOUR, &words.join(" ")).0 >= FAR);
    // MinHash does not care how often.
    assert!(apart(HARBOUR, &format!("{HARBOUR} {HARBOUR} {HARBOUR}")).1 > 0.95);
}

#[test]
fn the_estimate_of_what_is_in_common_is_as_good_as_stated() {
    let mut dice = Dice::new(5);
    let (mut squares, mut sum, mut rounds) = (0.0, 0.0, 0.0);
    for shared in [60_u32, 150, 300] {
        for _ in 0..40 {
            // Texts of 450 shingles, of which the first are the same.
            let mut words = |count| (0..count).map(|_| format!("{:x}", dice.roll())).collect::<Vec<_>>();
            let (same, one, two) = (words(shared + 2), words(450 - shared), words(450 - shared));
            let text = |rest: &[String]| [&same[..], rest].concat().join(" ");
            let share = f64::from(shared) / f64::from(900 - shared);
            let error = apart(&text(&one), &text(&two)).1 - share;
            squares += error * error / (share * (1.0 - share) / 128.0);
            sum += error;
            rounds += 1.0;
        }
    }
    // The spread is that of 128 throws of a coin that falls as often as is in common, and there is no bias.
    println!("variance {:.2} of the expected, mean error {:.4}", squares / rounds, sum / rounds);
    assert!((0.7..1.4).contains(&(squares / rounds)));
    assert!((sum / rounds).abs() < 0.012);
}

#[test]
fn long_texts_keep_their_numbers_apart() {
    let text = |seed| {
        let mut dice = Dice::new(seed);
        (0..100_000).map(|_| format!("w{:x} ", dice.below(60_000))).collect::<String>()
    };
    let (one, two) = (text(1), text(2));
    let (distance, share) = apart(&one, &two);
    println!("long, unrelated: {distance} bits, {share:.3} in common");
    assert!(distance > FAR && share < 0.05);
    // A tenth of one in the other.
    let part = |text: &str, tenths: usize| text.chars().take(text.len() / 10 * tenths).collect::<String>();
    let mixed = part(&one, 1) + &part(&two, 9);
    let (near, some) = (apart(&two, &mixed).1, apart(&one, &mixed).1);
    println!("nine tenths: {near:.2}, a tenth: {some:.2}");
    assert!(near > 0.6 && (0.01..0.15).contains(&some));
}
