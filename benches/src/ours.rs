//! This project.

use std::hint::black_box;

use aimark::{Anchors, Verdict, VerifyContext};

use crate::assets::Asset;
use crate::{Contender, OURS, Operation, ROOT, label, now, sign_context, signer};

pub(crate) fn contender(asset: &Asset, operation: Operation) -> Contender {
    let (signer, asset) = (signer(), asset.clone());
    match operation {
        Operation::Sign => Contender::new(OURS, move || {
            let context = sign_context(&asset);
            let signed = aimark::sign(&asset.bytes, &label(), &signer, &context).expect("an asset to sign");
            black_box(signed.pieces());
        }),
        Operation::SignToBuffer => Contender::new(OURS, move || {
            let context = sign_context(&asset);
            let signed = aimark::sign(&asset.bytes, &label(), &signer, &context).expect("an asset to sign");
            drop(black_box(signed.to_vec()));
        }),
        Operation::Verify => {
            let mut anchors = Anchors::new();
            anchors.add_pem(ROOT).expect("the root of the examples");
            Contender::new(OURS, move || {
                let context = VerifyContext {
                    format: Some(asset.format),
                    anchors: &anchors,
                    ..VerifyContext::new(now())
                };
                let report = aimark::verify(&asset.bytes, &context).expect("an asset to verify");
                assert_eq!(black_box(report).verdict(), Verdict::Trusted);
            })
        }
    }
}
