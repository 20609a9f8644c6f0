//! A limit that is passed is never an answer about the asset.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected may fail loudly")]

use aimark::{Error, Label, Limits, Origin, SignContext, Signer, Verdict, VerifyContext};

#[test]
fn whatever_is_allowed_a_sound_label_is_valid_or_a_limit_was_passed() {
    let signer =
        Signer::from_pem(include_bytes!("identity/chain.pem"), include_bytes!("identity/key.pem")).unwrap();
    let at = "2026-11-21T12:00:00Z".parse().unwrap();
    let picture = include_bytes!("identity/dot.png");
    let label = Label::new(Origin::Generated);
    let asset = aimark::sign(picture, &label, &signer, &SignContext::new(at, [7; 32])).unwrap().to_vec();
    let all = Limits::default();
    for n in 0..2_000 {
        for limits in [
            Limits { asset_bytes: u64::try_from(n).unwrap(), ..all },
            Limits { manifest_bytes: n, ..all },
            Limits { nesting: n, ..all },
            Limits { boxes: n, ..all },
            Limits { cbor_items: n, ..all },
            Limits { assertions: n, ..all },
            Limits { chain_certificates: n, ..all },
        ] {
            match aimark::verify(&asset, &VerifyContext { limits, ..VerifyContext::new(at) }) {
                Ok(report) => assert_eq!(report.verdict(), Verdict::Valid, "{limits:?}"),
                Err(error) => assert!(matches!(error, Error::Limit(_)), "{error}: {limits:?}"),
            }
        }
    }
}
