//! The `encypher-c2pa` crate, which verifies only.

use std::hint::black_box;

use encypher_c2pa::{VerifyOptions, verify_with_options};

use crate::assets::Asset;
use crate::{Contender, ENCYPHER, Operation, ROOT};

pub(crate) fn contender(asset: &Asset, operation: Operation) -> Option<Contender> {
    if operation != Operation::Verify {
        return None;
    }
    let asset = asset.clone();
    let options = VerifyOptions {
        trust_pem: Some(String::from_utf8(ROOT.to_vec()).expect("PEM")),
        no_default_trust: true,
        online: Some(false),
        ..VerifyOptions::default()
    };
    Some(Contender::new(ENCYPHER, move || {
        let report = verify_with_options(&asset.bytes, asset.media_type, &options).expect("a labelled asset");
        assert_eq!(black_box(report).validation_state, "Trusted");
    }))
}
