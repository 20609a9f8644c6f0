//! What nobody can do without.

use std::hint::black_box;

use ed25519_dalek::pkcs8::DecodePrivateKey;
use ed25519_dalek::{Signer, SigningKey};
use sha2::{Digest, Sha256};

use crate::assets::Asset;
use crate::{Contender, FLOOR, KEY, Operation};

pub(crate) fn contender(asset: &Asset, operation: Operation) -> Contender {
    let asset = asset.bytes.clone();
    let key = SigningKey::from_pkcs8_pem(std::str::from_utf8(KEY).expect("PEM")).expect("a key");
    let signature = key.sign(&Sha256::digest(&asset));
    let sign = move |asset: &[u8]| {
        black_box(key.sign(&Sha256::digest(asset)));
    };
    match operation {
        Operation::Sign => Contender::new(FLOOR, move || sign(&asset)),
        Operation::SignToBuffer => Contender::new(FLOOR, move || {
            sign(&asset);
            drop(black_box(asset.to_vec()));
        }),
        Operation::Verify => {
            let public = SigningKey::from_pkcs8_pem(std::str::from_utf8(KEY).expect("PEM")).expect("a key");
            let public = public.verifying_key();
            Contender::new(FLOOR, move || {
                public.verify_strict(&Sha256::digest(&asset), &signature).expect("a signature");
            })
        }
    }
}

pub(crate) fn hash(asset: &Asset) -> Contender {
    let asset = asset.bytes.clone();
    Contender::new(FLOOR, move || {
        black_box(Sha256::digest(&asset));
    })
}
