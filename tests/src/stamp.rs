//! Time stamps (RFC 3161) made on the spot, by anybody.

use ed25519_dalek::{Signer as _, SigningKey};
use sha2::{Digest, Sha256};
use x509_cert::Certificate;
use x509_cert::der::{Decode, Encode};

use crate::cbor::{array, bytes, map, text};

const SHA_256: &[u8] = b"\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01";
const ED25519: &[u8] = b"\x06\x03\x2b\x65\x70";
const SIGNED_DATA: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";
const TST_INFO: &[u8] = b"\x06\x0b\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x04";
const CONTENT_TYPE: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x09\x03";
const MESSAGE_DIGEST: &[u8] = b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x09\x04";
const POLICY: &[u8] = b"\x06\x03\x2a\x03\x04";

/// Who stamps: certificates, leaf first, and the leaf's key.
pub struct Authority {
    pub chain: Vec<Vec<u8>>,
    pub key: SigningKey,
}

impl Authority {
    /// A token over `message` that states `time` ("20200601000000Z").
    pub fn token(&self, message: &[u8], time: &str) -> Vec<u8> {
        self.token_over(&Sha256::digest(message), &[], time)
    }

    /// The same over a message of which only the SHA-256 is known, with the nonce of a request as it stands there.
    pub fn token_over(&self, hash: &[u8], nonce: &[u8], time: &str) -> Vec<u8> {
        let sha_256 = sequence(&[SHA_256]);
        let imprint = sequence(&[&sha_256, &tlv(4, &[hash])]);
        let info = sequence(&[
            &tlv(2, &[&[1]]),
            POLICY,
            &imprint,
            &tlv(2, &[&[7]]),
            &tlv(0x18, &[time.as_bytes()]),
            nonce,
        ]);
        let attributes = [
            sequence(&[CONTENT_TYPE, &tlv(0x31, &[TST_INFO])]),
            sequence(&[MESSAGE_DIGEST, &tlv(0x31, &[&tlv(4, &[&Sha256::digest(&info)])])]),
        ]
        .concat();
        let signature = self.key.sign(&tlv(0x31, &[&attributes])).to_bytes();
        let leaf = Certificate::from_der(&self.chain[0]).unwrap();
        let tbs = leaf.tbs_certificate();
        let id = sequence(&[&tbs.issuer().to_der().unwrap(), &tbs.serial_number().to_der().unwrap()]);
        let signer = sequence(&[
            &tlv(2, &[&[1]]),
            &id,
            &sha_256,
            &tlv(0xa0, &[&attributes]),
            &sequence(&[ED25519]),
            &tlv(4, &[&signature]),
        ]);
        let content = sequence(&[TST_INFO, &tlv(0xa0, &[&tlv(4, &[&info])])]);
        let certificates = tlv(0xa0, &[&self.chain.concat()]);
        let data = sequence(&[
            &tlv(2, &[&[3]]),
            &tlv(0x31, &[&sha_256]),
            &content,
            &certificates,
            &tlv(0x31, &[&signer]),
        ]);
        sequence(&[SIGNED_DATA, &tlv(0xa0, &[&data])])
    }

    /// An answer to a request (RFC 3161, 2.4.2): granted, and the token.
    pub fn response(&self, message: &[u8], time: &str) -> Vec<u8> {
        granted(&self.token(message, time))
    }

    /// The `sigTst2` header for a claim signature: name and value.
    pub fn header(&self, protected: &[u8], signature: &[u8], time: &str) -> (Vec<u8>, Vec<u8>) {
        let over = array(&[text("CounterSignature"), bytes(protected), bytes(&[]), bytes(&bytes(signature))]);
        let token = map(&[("val", bytes(&self.token(&over, time)))]);
        (text("sigTst2"), map(&[("tstTokens", array(&[token]))]))
    }
}

/// The answer that carries a token.
pub fn granted(token: &[u8]) -> Vec<u8> {
    sequence(&[&sequence(&[&tlv(2, &[&[0]])]), token])
}

fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    tlv(0x30, parts)
}

/// Tag, length, value (X.690).
pub fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let length = match content.len() {
        n @ 0..=0x7f => vec![n as u8],
        n @ 0x80..=0xff => vec![0x81, n as u8],
        n => [&[0x82][..], &(n as u16).to_be_bytes()].concat(),
    };
    [&[tag][..], &length, &content].concat()
}
