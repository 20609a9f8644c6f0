//! One error for the whole crate.

use crate::SubjectField;

/// Why an identity could not be made, read or described.
///
/// Each variant names what the caller can change. The texts never repeat key material or passphrases.
///
/// ```
/// let error = aimark_identity::describe("no certificate").unwrap_err();
/// assert_eq!(error.to_string(), "the text has no \"CERTIFICATE\" PEM block");
/// ```
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum IdentityError {
    /// A part of the subject's name breaks a rule of [`Subject::new`](crate::Subject::new).
    #[error("{field} {rule}")]
    Subject {
        /// Which part.
        field: SubjectField,
        /// The rule it breaks, as the rest of a sentence: "must be …".
        rule: &'static str,
    },

    /// The asked validity is zero days or more than [`MAX_DAYS`](crate::MAX_DAYS).
    #[error("a certificate can be valid for 1 to {max} days, not {days}", max = crate::MAX_DAYS)]
    Days {
        /// The days asked for.
        days: u32,
    },

    /// The validity starts before 1970 or ends after 9999: RFC 5280 section 4.1.2.5 cannot write that.
    #[error("the certificate would be valid outside the years 1970 to 9999")]
    Dates,

    /// Parts of the randomness that must differ are equal: its source is broken. Nothing was made from it.
    #[error("the randomness repeats itself: its source does not work")]
    Randomness,

    /// The text has no PEM block of this kind (RFC 7468).
    #[error("the text has no \"{expected}\" PEM block")]
    PemMissing {
        /// The label looked for, as in `-----BEGIN CERTIFICATE-----`.
        expected: &'static str,
    },

    /// The private key cannot be read as PKCS#8 (RFC 5958), or does not fit its own public key.
    #[error("the private key is damaged or is not PKCS#8")]
    KeyMalformed,

    /// The private key is well formed, but no Ed25519 key (RFC 8410).
    #[error("the private key is not an Ed25519 key")]
    KeyUnsupported,

    /// The private key is encrypted: decrypt it first, with [`decrypt_key_pem`](crate::decrypt_key_pem).
    #[error("the private key is encrypted: it needs its passphrase first")]
    KeyEncrypted,

    /// The passphrase to encrypt with is empty.
    #[error("the passphrase is empty")]
    PassphraseEmpty,

    /// The passphrase does not open the key. A damaged file looks the same: PBES2 (RFC 8018) keeps no
    /// checksum that could tell the two apart.
    #[error("wrong passphrase, or the encrypted key is damaged")]
    PassphraseWrong,

    /// The key's encryption is not PBES2 with scrypt or PBKDF2 and AES, or its parameters are damaged.
    #[error("the private key is encrypted in a way that is not supported")]
    EncryptionUnsupported,

    /// The file asks for more work or memory than the limits of [`decrypt_key_pem`](crate::decrypt_key_pem).
    #[error("decrypting the private key would take more work than is allowed")]
    EncryptionTooCostly,

    /// A certificate cannot be read as strict DER (RFC 5280).
    #[error("certificate {position} of the file is damaged or is not X.509")]
    CertificateMalformed {
        /// Which certificate of the text, counted from 1.
        position: usize,
    },

    /// Encoding failed. The checks on the arguments rule this out; it is an error and not a panic, so that
    /// a mistake in this crate cannot end the caller's program.
    #[error("the identity could not be encoded")]
    Encoding,
}

/// Only what this crate encodes itself may use `?` on a DER error; what it reads has its own variants.
impl From<der::Error> for IdentityError {
    fn from(_: der::Error) -> Self {
        Self::Encoding
    }
}
