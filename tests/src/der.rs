//! DER (X.690) and X.509 certificates written by hand, so that tests can write what no authority would issue.

use ed25519_dalek::{Signer as _, SigningKey};

const ED25519: &[u8] = b"\x30\x05\x06\x03\x2b\x65\x70";
const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;

/// One value: tag, length, content.
pub fn value(tag: u8, content: &[u8]) -> Vec<u8> {
    let wide = content.len().to_be_bytes();
    let length = &wide[wide.iter().take_while(|b| **b == 0).count().min(wide.len() - 1)..];
    let head = if content.len() < 0x80 { vec![] } else { vec![0x80 | length.len() as u8] };
    [&[tag], &head[..], length, content].concat()
}

pub fn sequence(parts: &[&[u8]]) -> Vec<u8> {
    value(SEQUENCE, &parts.concat())
}

/// An attribute of a name (X.501): its type's OID as DER has it, without tag and length.
pub fn attribute(oid: &[u8], text: &str) -> Vec<u8> {
    sequence(&[&value(6, oid), &value(12, text.as_bytes())])
}

/// A name's part: one attribute, or several of equal rank.
pub fn rank(attributes: &[u8]) -> Vec<u8> {
    value(SET, attributes)
}

pub fn extension(oid: &[u8], critical: bool, content: &[u8]) -> Vec<u8> {
    let flag: &[u8] = if critical { &[1, 1, 0xff] } else { &[] };
    sequence(&[&value(6, oid), flag, &value(4, content)])
}

/// An RSA key (RFC 8017) with this modulus.
pub fn rsa(modulus: &[u8]) -> Vec<u8> {
    let algorithm = b"\x30\x0d\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01\x05\x00";
    let key = sequence(&[&value(2, &[&[0], modulus].concat()), b"\x02\x03\x01\x00\x01"]);
    sequence(&[algorithm, &value(3, &[&[0], &key[..]].concat())])
}

/// A self-signed certificate, sound until a part is replaced.
pub struct Written {
    /// The subject's name, in ranks.
    pub name: Vec<u8>,
    pub issuer: Vec<u8>,
    pub extensions: Vec<u8>,
    /// The public key, with its algorithm.
    pub key: Vec<u8>,
    pub signed_by: SigningKey,
}

impl Written {
    /// A signer's certificate for the key made of `seed`.
    pub fn leaf(seed: u8) -> Self {
        let purposes = sequence(&[&value(6, b"\x2b\x06\x01\x04\x01\x83\xe8\x5e\x02\x01")]);
        let extensions = [
            extension(b"\x55\x1d\x0f", true, b"\x03\x02\x07\x80"),
            extension(b"\x55\x1d\x25", false, &purposes),
            extension(b"\x55\x1d\x23", false, b"\x30\x06\x80\x04abcd"),
        ];
        Self::new(seed, "signer", extensions.concat())
    }

    /// An authority's certificate.
    pub fn authority(seed: u8) -> Self {
        let extensions = [
            extension(b"\x55\x1d\x0f", true, b"\x03\x02\x02\x04"),
            extension(b"\x55\x1d\x13", true, b"\x30\x03\x01\x01\xff"),
        ];
        Self::new(seed, "authority", extensions.concat())
    }

    fn new(seed: u8, name: &str, extensions: Vec<u8>) -> Self {
        let signed_by = SigningKey::from_bytes(&[seed; 32]);
        let bits = [&[0], &signed_by.verifying_key().to_bytes()[..]].concat();
        let key = sequence(&[ED25519, &value(3, &bits)]);
        let organization = rank(&attribute(b"\x55\x04\x0a", "aimark"));
        let name = [organization, rank(&attribute(b"\x55\x04\x03", name))].concat();
        Self { issuer: name.clone(), name, extensions, key, signed_by }
    }

    /// The same, said to be issued by `issuer`, whose signature is not on it.
    pub fn said_to_be_issued_by(mut self, issuer: &Self) -> Self {
        self.issuer.clone_from(&issuer.name);
        self
    }

    pub fn der(&self) -> Vec<u8> {
        let [name, issuer] = [&self.name, &self.issuer].map(|name| sequence(&[name]));
        let validity = sequence(&[&value(23, b"260101000000Z"), &value(23, b"360101000000Z")]);
        let extensions = value(0xa3, &sequence(&[&self.extensions]));
        let version = b"\xa0\x03\x02\x01\x02\x02\x01\x07";
        let signed = sequence(&[version, ED25519, &issuer, &validity, &name, &self.key, &extensions]);
        let signature = self.signed_by.sign(&signed).to_bytes();
        sequence(&[&signed, ED25519, &value(3, &[&[0], &signature[..]].concat())])
    }
}
