//! What the c2pa crate says when it checked nothing, and that we do not fall for it.

use aimark::Verdict;
use aimark_tests::forge::{Forge, data_hash, exclusion};
use aimark_tests::pictures;

use crate::{codes, examine, ours};

/// A claim with nothing that binds it to the asset.
#[test]
fn a_claim_without_a_binding_is_invalid() {
    let unbound = Forge {
        list: Box::new(|all| {
            let listed = all.iter().filter(|(label, _)| *label != "c2pa.hash.data");
            listed.map(|(label, hash)| aimark_tests::forge::hashed_uri(label, hash)).collect()
        }),
        ..Forge::default()
    };
    let found = examine(&ours(), &[], &unbound.png(&pictures::png(16, 16)), "image/png");
    assert_eq!(found.verdict, Verdict::Invalid, "{found:?}");
    assert!(!codes(&found).is_empty());
}

/// A binding that leaves out the content as well.
#[test]
fn a_binding_that_covers_nothing_is_said() {
    let all = Forge {
        data_hash: Box::new(|b| data_hash(vec![exclusion(0, b.start + b.length)], &b.hash)),
        ..Forge::default()
    };
    let found = examine(&ours(), &[], &all.png(&pictures::png(16, 16)), "image/png");
    assert_eq!(found.verdict, Verdict::Invalid, "{found:?}");
}

#[test]
fn a_claim_that_lists_nothing_is_invalid() {
    let empty = Forge { list: Box::new(|_| Vec::new()), ..Forge::default() };
    let found = examine(&ours(), &[], &empty.png(&pictures::png(16, 16)), "image/png");
    assert_eq!(found.verdict, Verdict::Invalid, "{found:?}");
}
