//! Certificates: PEM and DER, chains, anchors, the profile and the path.

#![no_main]

use std::sync::LazyLock;

use aimark::{Anchors, Chain, Signer, SignerInfo, Timestamp, fuzzing};
use aimark_fuzz::{ANCHORS, CHAIN, Edit, ROOT, apply, check_signer, ders, now, pem};
use arbitrary::{Arbitrary, Unstructured};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    examine(data, now());
    examine(&pem(&[data.to_vec()]), now());
    let mut u = Unstructured::new(data);
    let _ = edited(&mut u);
    let _ = Signer::from_pem(CHAIN, data);
});

/// A text by itself: as a chain and as anchors.
fn examine(text: &[u8], at: Timestamp) {
    let signers = fuzzing::certificates(text);
    signers.iter().flatten().for_each(check_signer);
    let mut anchors = Anchors::new();
    let added = anchors.add_pem(text);
    assert_eq!(added.is_err(), anchors.is_empty());
    if let Ok(chain) = Chain::from_pem(text) {
        assert_eq!(signers.as_ref().and_then(|all| all.first()), Some(&chain.signer()));
    }
    let Some(first) = signers.as_ref().and_then(|all| all.first()) else { return };
    assert_eq!(anchors.add_pem(text), Ok(0), "an anchor is there twice");
    fuzzing::accepted(text, &anchors, at);
    // Nobody but the authority itself makes what it accepts.
    let ours = KNOWN.iter().any(|info| info.fingerprint == first.fingerprint);
    assert!(ours || fuzzing::accepted(text, &ANCHORS, at).is_none(), "another's certificate is accepted");
}

static KNOWN: LazyLock<Vec<SignerInfo>> =
    LazyLock::new(|| fuzzing::certificates(&[CHAIN, ROOT].concat()).unwrap());

#[derive(Arbitrary, Debug)]
struct Input {
    /// In the chain: true for the signer's certificate, false for the authority's.
    chain: Vec<(bool, Vec<Edit>)>,
    anchors: Vec<(bool, Vec<Edit>)>,
    seconds: u32,
}

/// Sound certificates with edits in them.
fn edited(u: &mut Unstructured<'_>) -> arbitrary::Result<()> {
    let input = Input::arbitrary(u)?;
    let make = |list: &[(bool, Vec<Edit>)]| {
        let one = |(signer, edits): &(bool, Vec<Edit>)| {
            let mut der = ders(if *signer { CHAIN } else { ROOT }).swap_remove(0);
            apply(&mut der, edits);
            der
        };
        pem(&list.iter().take(6).map(one).collect::<Vec<_>>())
    };
    let (chain, trusted) = (make(&input.chain), make(&input.anchors));
    let at = Timestamp::from_unix_seconds(i64::from(input.seconds)).unwrap();
    examine(&chain, at);
    let mut anchors = Anchors::new();
    let _ = anchors.add_pem(&trusted);
    fuzzing::accepted(&chain, &anchors, at);
    Ok(())
}
