//! Ed25519 edge cases collected by Wycheproof and CCTV, and our answer to each class.

use std::collections::BTreeMap;

use aimark::Algorithm;
use serde::Deserialize;

fn hex(text: &str) -> Vec<u8> {
    let digit = |b: u8| (b as char).to_digit(16).unwrap() as u8;
    text.as_bytes().chunks(2).map(|pair| digit(pair[0]) << 4 | digit(pair[1])).collect()
}

#[derive(Deserialize)]
struct Wycheproof {
    #[serde(rename = "testGroups")]
    groups: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    #[serde(rename = "publicKey")]
    key: Key,
    tests: Vec<Vector>,
}

#[derive(Deserialize)]
struct Key {
    pk: String,
}

#[derive(Deserialize)]
struct Vector {
    #[serde(rename = "tcId")]
    id: u32,
    msg: String,
    sig: String,
    result: String,
    flags: Vec<String>,
}

/// Each class of Wycheproof, whether we accept it, and how many vectors it has.
const WYCHEPROOF: [(&str, bool, usize); 10] = [
    ("CompressedSignature", false, 4),
    ("InvalidEncoding", false, 22),
    ("InvalidKtv", false, 1),
    ("InvalidSignature", false, 20),
    ("Ktv", true, 38),
    ("SignatureMalleability", false, 8),
    ("SignatureWithGarbage", false, 5),
    ("TinkOverflow", true, 32),
    ("TruncatedSignature", false, 3),
    ("Valid", true, 18),
];

#[test]
fn wycheproof() {
    let Some(folder) = aimark_tests::shared_data("vectors") else { return };
    let text = std::fs::read_to_string(folder.join("wycheproof_ed25519_test.json")).unwrap();
    let all: Wycheproof = serde_json::from_str(&text).unwrap();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for group in &all.groups {
        for vector in &group.tests {
            let [class] = vector.flags.as_slice() else { panic!("one class each") };
            let answer = WYCHEPROOF.iter().find(|(name, ..)| name == class).expect("a known class").1;
            let ours = Algorithm::Ed25519.accepts(&hex(&group.key.pk), &hex(&vector.msg), &hex(&vector.sig));
            assert_eq!(ours, answer, "vector {} ({class})", vector.id);
            assert_eq!(ours, vector.result == "valid", "vector {} ({class})", vector.id);
            *seen.entry(class.clone()).or_default() += 1;
        }
    }
    let expected: Vec<_> = WYCHEPROOF.iter().map(|(name, _, count)| ((*name).to_owned(), *count)).collect();
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), expected);
}

#[derive(Deserialize)]
struct Cctv {
    number: u32,
    key: String,
    sig: String,
    msg: String,
    flags: Option<Vec<String>>,
}

/// Each flag of CCTV, and whether a signature that has it can count with us:
///
/// - `low_order_A`, `low_order_R`: no. Such a key or nonce signs any message.
/// - `non_canonical_A`, `non_canonical_R`: no. One value has one spelling.
/// - `low_order_residue`: no. It holds only in the cofactored equation; ours is the other one.
/// - `low_order_component_A`, `low_order_component_R`: yes, when the cofactorless equation holds. Keys like that
///   are odd, but the signature is still the only one of its message.
/// - `reencoded_k`: marks those where k was made from a re-encoded point; they come with `non_canonical_*`.
const CCTV: [(&str, bool); 8] = [
    ("low_order_A", false),
    ("low_order_R", false),
    ("non_canonical_A", false),
    ("non_canonical_R", false),
    ("low_order_residue", false),
    ("low_order_component_A", true),
    ("low_order_component_R", true),
    ("reencoded_k", false),
];

#[test]
fn cctv() {
    let Some(folder) = aimark_tests::shared_data("vectors") else { return };
    let text = std::fs::read_to_string(folder.join("cctv_ed25519vectors.json")).unwrap();
    let all: Vec<Cctv> = serde_json::from_str(&text).unwrap();
    let mut accepted = 0;
    for vector in &all {
        let flags = vector.flags.as_deref().unwrap_or_default();
        let known = |flag: &String| CCTV.iter().find(|(name, _)| name == flag).expect("a known flag").1;
        let answer = flags.iter().all(known);
        let ours = Algorithm::Ed25519.accepts(&hex(&vector.key), vector.msg.as_bytes(), &hex(&vector.sig));
        assert_eq!(ours, answer, "vector {} {flags:?}", vector.number);
        accepted += usize::from(ours);
    }
    assert_eq!((all.len(), accepted), (914, 43));
}
