//! Keys: which signatures count, and holding a private key no longer than needed.

use ed25519_dalek::pkcs8::{ALGORITHM_OID, PrivateKeyInfoRef};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use x509_cert::der::pem;
use zeroize::Zeroizing;

/// A signature algorithm for claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Algorithm {
    /// EdDSA with Ed25519 (RFC 8032; COSE algorithm -8; C2PA 2.2, 13.2).
    Ed25519,
}

impl Algorithm {
    /// The name in the specification.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ed25519 => "Ed25519",
        }
    }

    /// The length of a signature in bytes.
    pub fn signature_len(self) -> usize {
        match self {
            Self::Ed25519 => 64,
        }
    }

    /// Whether `signature` counts as one of `public_key` over `message`: the rule by which claims and Ed25519 links
    /// of certificate chains are judged. For Ed25519 a signature counts when
    ///
    /// 1. the public key is a canonical encoding of a point that is not of small order;
    /// 2. R is a canonical encoding of a point that is not of small order;
    /// 3. S is below the group order;
    /// 4. the cofactorless equation of RFC 8032, 5.1.7 holds.
    ///
    /// So nobody can turn a signature into another one for the same message. Byte strings of a wrong length do
    /// not count.
    ///
    /// ```
    /// assert!(!aimark::Algorithm::Ed25519.accepts(&[0; 32], b"message", &[0; 64]));
    /// ```
    pub fn accepts(self, public_key: &[u8], message: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Ed25519 => verify(public_key, message, signature).is_some(),
        }
    }

    /// The COSE identifier as the argument of a negative CBOR integer: `-1 - n`.
    pub(crate) fn cose_argument(self) -> u64 {
        match self {
            Self::Ed25519 => 7,
        }
    }

    pub(crate) fn from_cose_argument(n: u64) -> Option<Self> {
        (n == Self::Ed25519.cose_argument()).then_some(Self::Ed25519)
    }
}

/// A private key that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// Not PEM, or not a PKCS#8 `PRIVATE KEY`.
    #[error("the private key is not PKCS#8 PEM")]
    NotPkcs8,
    /// The key is protected by a passphrase; decrypt it first.
    #[error("the private key is encrypted; decrypt it before handing it over")]
    Encrypted,
    /// The key is for another algorithm.
    #[error("the private key is not an Ed25519 key")]
    NotEd25519,
    /// The key does not belong to the certificate.
    #[error("the private key does not belong to the signing certificate")]
    Mismatch,
}

/// The longest PEM text that is looked at, in bytes. A key has under two hundred.
const MAX_PEM: usize = 64 << 10;

/// A private key in memory. Wiped when dropped, never printed.
pub(crate) struct PrivateKey(SigningKey);

impl PrivateKey {
    pub(crate) fn from_pem(pem: &[u8]) -> Result<Self, KeyError> {
        if pem.len() > MAX_PEM {
            return Err(KeyError::NotPkcs8);
        }
        let pem = core::str::from_utf8(pem).map_err(|_| KeyError::NotPkcs8)?;
        if pem.contains("BEGIN ENCRYPTED PRIVATE KEY") {
            return Err(KeyError::Encrypted);
        }
        let (label, der) = pem::decode_vec(pem.as_bytes()).map_err(|_| KeyError::NotPkcs8)?;
        let der = Zeroizing::new(der);
        if label != "PRIVATE KEY" {
            return Err(KeyError::NotPkcs8);
        }
        let info = PrivateKeyInfoRef::try_from(der.as_slice()).map_err(|_| KeyError::NotPkcs8)?;
        if info.algorithm.oid != ALGORITHM_OID || info.algorithm.parameters.is_some() {
            return Err(KeyError::NotEd25519);
        }
        // RFC 8410: the seed stands in an OCTET STRING of its own. Taken by hand, because the ready-made reader
        // goes through a type that is not wiped.
        let [0x04, 0x20, seed @ ..] = info.private_key.as_bytes() else { return Err(KeyError::NotPkcs8) };
        let seed: &[u8; 32] = seed.try_into().map_err(|_| KeyError::NotPkcs8)?;
        Ok(Self(SigningKey::from_bytes(seed)))
    }

    pub(crate) fn public(&self) -> [u8; 32] {
        self.0.verifying_key().to_bytes()
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

/// Proof that a signature holds. Only [`verify`] makes one.
#[derive(Debug)]
pub(crate) struct SignatureHolds(());

/// The whole acceptance rule for Ed25519, as [`Algorithm::accepts`] states it.
pub(crate) fn verify(public: &[u8], message: &[u8], signature: &[u8]) -> Option<SignatureHolds> {
    let public: &[u8; 32] = public.try_into().ok()?;
    let key = VerifyingKey::from_bytes(public).ok()?;
    if key.to_edwards().compress().as_bytes() != public {
        return None;
    }
    let signature = Signature::from_slice(signature).ok()?;
    key.verify_strict(message, &signature).ok().map(SignatureHolds)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With such a key, or such an R, one signature would count for every message.
    #[test]
    fn a_point_of_small_order_signs_nothing() {
        let mut identity = [0; 32];
        identity[0] = 1;
        // The same point with its number one prime too high.
        let mut second_spelling = [0xff; 32];
        (second_spelling[0], second_spelling[31]) = (0xee, 0x7f);
        for (key, r) in [(identity, identity), (second_spelling, identity), (identity, second_spelling)] {
            let signature = [r, [0; 32]].concat();
            assert!(!Algorithm::Ed25519.accepts(&key, b"any message", &signature));
        }
        let sound = SigningKey::from_bytes(&[1; 32]);
        let signature = sound.sign(b"this message").to_bytes();
        let key = sound.verifying_key().to_bytes();
        assert!(Algorithm::Ed25519.accepts(&key, b"this message", &signature));
        assert!(!Algorithm::Ed25519.accepts(&key, b"that message", &signature));
    }

    #[test]
    fn a_key_says_why_it_cannot_be_used() {
        assert_eq!(PrivateKey::from_pem(b"\xff").err(), Some(KeyError::NotPkcs8));
        assert_eq!(PrivateKey::from_pem(b"nothing").err(), Some(KeyError::NotPkcs8));
        let encrypted = b"-----BEGIN ENCRYPTED PRIVATE KEY-----\n";
        assert_eq!(PrivateKey::from_pem(encrypted).err(), Some(KeyError::Encrypted));
    }
}
