//! SM2 keys: reading them, and holding a private one no longer than needed.

use der::pem;
use sm2::SecretKey;
use sm2::pkcs8::{DecodePublicKey as _, EncodePublicKey as _, ObjectIdentifier, PrivateKeyInfoRef};
use zeroize::Zeroizing;

use super::hex;

/// The longest PEM text that is looked at, in bytes. A key has under three hundred.
const MAX_PEM: usize = 64 << 10;
/// The longest key in a file, in bytes. A `SubjectPublicKeyInfo` of this curve has 91.
const MAX_PUBLIC: usize = 128;
/// `id-ecPublicKey` (RFC 5480), which SM2 keys are named by too, and the curve of SM2 (GM/T 0006), which says that they are.
const EC_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const SM2_CURVE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.156.10197.1.301");

/// The order of the curve less one (GB/T 32918.5). SM2 divides by the secret number and one, so this one cannot sign.
const LAST: [u8; 32] = [
    0xff, 0xff, 0xff, 0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x72,
    0x03, 0xdf, 0x6b, 0x21, 0xc6, 0x05, 0x2b, 0x53, 0xbb, 0xf4, 0x09, 0x39, 0xd5, 0x41, 0x22,
];

/// A key that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// Not PEM of the kind that is read: `PRIVATE KEY` (PKCS#8) or `PUBLIC KEY`.
    #[error("the key is not PEM of the kind PRIVATE KEY (PKCS#8) or PUBLIC KEY")]
    NotPem,
    /// The key is protected by a passphrase; decrypt it first.
    #[error("the private key is encrypted; decrypt it before handing it over")]
    Encrypted,
    /// The key is for another algorithm or another curve.
    #[error("the key is not an SM2 key")]
    NotSm2,
    /// The key is for SM2, but no number or no point that it allows.
    #[error("the SM2 key is malformed")]
    Malformed,
    /// SM2 makes no signature with this key over this message.
    #[error("SM2 cannot sign with this key")]
    Unusable,
}

/// An SM2 private key in memory. Wiped when dropped, never printed.
///
/// ```
/// let key = aimark_aigc::security::SigningKey::from_bytes(&[7; 32])?;
/// assert_eq!(format!("{key:?}"), "SigningKey(..)");
/// # Ok::<(), aimark_aigc::security::KeyError>(())
/// ```
pub struct SigningKey(SecretKey);

impl SigningKey {
    /// Reads a PKCS#8 key (RFC 5958) in PEM, such as `openssl genpkey -algorithm SM2` makes.
    ///
    /// # Errors
    /// [`KeyError`] says why it cannot be used.
    pub fn from_pem(text: &[u8]) -> Result<Self, KeyError> {
        let der = Zeroizing::new(decode_pem(text, "PRIVATE KEY")?);
        let info = PrivateKeyInfoRef::try_from(der.as_slice()).map_err(|_| KeyError::NotPem)?;
        if info.algorithm.oids() != Ok((EC_KEY, Some(SM2_CURVE))) {
            return Err(KeyError::NotSm2);
        }
        SecretKey::from_sec1_der(info.private_key.as_bytes())
            .map_err(|_| KeyError::Malformed)
            .and_then(Self::new)
    }

    /// Takes the secret number itself, big-endian: from 1 to the order of the curve less two.
    ///
    /// # Errors
    /// [`KeyError::Malformed`] for any other number.
    pub fn from_bytes(number: &[u8; 32]) -> Result<Self, KeyError> {
        SecretKey::from_slice(number).map_err(|_| KeyError::Malformed).and_then(Self::new)
    }

    /// The public key that belongs to it.
    #[must_use]
    pub fn public_key(&self) -> PublicKey {
        PublicKey(self.0.public_key())
    }

    pub(super) fn secret(&self) -> &SecretKey {
        &self.0
    }

    fn new(key: SecretKey) -> Result<Self, KeyError> {
        let number = Zeroizing::new(key.to_bytes().0);
        if *number == LAST { Err(KeyError::Malformed) } else { Ok(Self(key)) }
    }
}

impl core::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("SigningKey(..)")
    }
}

/// An SM2 public key: a point of the curve.
///
/// ```
/// use aimark_aigc::security::{PublicKey, SigningKey};
/// let key = SigningKey::from_bytes(&[7; 32])?.public_key();
/// assert_eq!(PublicKey::from_hex(&key.to_hex()), Ok(key));
/// # Ok::<(), aimark_aigc::security::KeyError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(sm2::PublicKey);

impl PublicKey {
    /// Reads a `SubjectPublicKeyInfo` in DER (RFC 5280), or the 65 bytes 04, x, y.
    ///
    /// # Errors
    /// [`KeyError::Malformed`] for anything else, and for a point that is not on the curve.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, KeyError> {
        let key = match bytes {
            // A DER sequence begins with another byte. Other forms of a point are not found in labels.
            [0x04, point @ ..] if point.len() == 64 => sm2::PublicKey::from_sec1_bytes(bytes).ok(),
            _ => sm2::PublicKey::from_public_key_der(bytes).ok(),
        };
        key.map(Self).ok_or(KeyError::Malformed)
    }

    /// Reads the same in hexadecimal, as it stands in a label.
    ///
    /// # Errors
    /// [`KeyError::Malformed`], as for [`Self::from_bytes`].
    pub fn from_hex(text: &str) -> Result<Self, KeyError> {
        hex::decode(text, MAX_PUBLIC).ok_or(KeyError::Malformed).and_then(|bytes| Self::from_bytes(&bytes))
    }

    /// Reads a PEM `PUBLIC KEY`.
    ///
    /// # Errors
    /// [`KeyError`] says why it cannot be used.
    pub fn from_pem(text: &[u8]) -> Result<Self, KeyError> {
        let der = decode_pem(text, "PUBLIC KEY")?;
        sm2::PublicKey::from_public_key_der(&der).map(Self).map_err(|_| KeyError::NotSm2)
    }

    /// The point: 04, x, y.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.0.to_sec1_bytes().into_vec()
    }

    /// The `SubjectPublicKeyInfo` in hexadecimal, as producers put it into labels.
    #[must_use]
    pub fn to_hex(&self) -> String {
        // The encoding has one fixed length; were it ever to fail, the bare point says the same.
        let der = self.0.to_public_key_der().map_or_else(|_| self.to_bytes(), |der| der.into_vec());
        hex::encode(&der)
    }

    pub(super) fn point(&self) -> &sm2::PublicKey {
        &self.0
    }
}

fn decode_pem(text: &[u8], kind: &str) -> Result<Vec<u8>, KeyError> {
    if text.len() > MAX_PEM {
        return Err(KeyError::NotPem);
    }
    let text = core::str::from_utf8(text).map_err(|_| KeyError::NotPem)?;
    if text.contains("BEGIN ENCRYPTED PRIVATE KEY") {
        return Err(KeyError::Encrypted);
    }
    let (label, der) = pem::decode_vec(text.as_bytes()).map_err(|_| KeyError::NotPem)?;
    if label == kind { Ok(der) } else { Err(KeyError::NotPem) }
}
