//! What can go wrong, by who is at fault. A label that does not hold is not an error but a
//! [`Verdict`](crate::Verdict).

use crate::carrier::{CarrierError, Format, MalformedAsset};
use crate::input::LimitExceeded;
use crate::key::KeyError;
use crate::label::FieldError;
use crate::trust::{CertificateError, ProfileFault};

/// Why something could not be done.
///
/// ```
/// let error = aimark::verify(b"GIF89a\0\x80", &aimark::VerifyContext::new("2026-11-21T00:00:00Z".parse()?)).unwrap_err();
/// assert!(matches!(error, aimark::Error::Unsupported(_)));
/// # Ok::<(), aimark::TimeError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The asset is at fault.
    #[error(transparent)]
    Input(#[from] InputError),
    /// A limit of the caller was passed.
    #[error(transparent)]
    Limit(#[from] LimitExceeded),
    /// The asset, or what was asked for, is of a kind that is not handled.
    #[error("{0}")]
    Unsupported(&'static str),
    /// The caller asked for something that makes no sense: a field that breaks its rule, a wrong call.
    #[error(transparent)]
    Misuse(#[from] FieldError),
    /// The signing identity is at fault.
    #[error(transparent)]
    Signer(#[from] SignerError),
    /// A fault of this library. Please report it.
    #[error("internal error: {0}")]
    Internal(&'static str),
}

/// An asset that cannot be labelled or examined.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InputError {
    /// The container cannot be walked.
    #[error(transparent)]
    Malformed(#[from] MalformedAsset),
    /// A plain text that is not in Unicode normalization form C. Its mark could not survive: readers normalize before
    /// they hash.
    #[error("the text is not in normalization form C: U+{:04X} at byte {at}", u32::from(*character))]
    NotNormalized {
        /// The offset in bytes of the first character that would be written otherwise.
        at: u64,
        /// That character.
        character: char,
    },
    /// A text that is not UTF-8.
    #[error("the text is not UTF-8: the byte at {at} does not fit")]
    NotUtf8 {
        /// The offset of the first byte that does not fit.
        at: u64,
    },
    /// The content is not of the kind the caller said.
    #[error("the content is not {0}")]
    NotAsSaid(Format),
    /// The asset carries a content credential already. Adding another would break it.
    #[error("the asset already carries a content credential, signed by {signer}")]
    AlreadyLabelled {
        /// The signer's common name, or that it cannot be read. Safe to show.
        signer: String,
    },
}

/// An identity that cannot sign.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SignerError {
    /// The private key cannot be used.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The certificates cannot be read.
    #[error(transparent)]
    Certificate(#[from] CertificateError),
    /// The signing certificate does not meet the profile of C2PA; no validator would accept its labels.
    #[error("the signing certificate cannot sign labels: {0}")]
    Profile(#[from] ProfileFault),
    /// The signing certificate holds another kind of key than those supported.
    #[error("the signing certificate does not hold an Ed25519 key")]
    KeyType,
    /// The signing certificate is expired or not valid yet at the time given.
    #[error("the signing certificate is valid from {not_before} to {not_after}, not at {at}")]
    OutsideValidity {
        /// First second of validity.
        not_before: crate::Timestamp,
        /// Last second of validity.
        not_after: crate::Timestamp,
        /// The time given.
        at: crate::Timestamp,
    },
    /// A signature that the length of a text's label, signed beforehand, has no room for. One in ten thousand million
    /// is; sign again with other randomness.
    #[error("the signature does not fit into the label; sign again with other randomness")]
    DoesNotFit,
    /// A signature made elsewhere does not belong to the bytes that were to be signed.
    #[error("the signature handed over is not one of this certificate over these bytes")]
    WrongSignature,
}

impl From<CarrierError> for Error {
    fn from(error: CarrierError) -> Self {
        match error {
            CarrierError::Unknown => Self::Unsupported("not a PNG, JPEG or WebP image, nor text in UTF-8"),
            CarrierError::OtherEncoding => {
                Self::Unsupported("text in UTF-16 or UTF-32; convert it to UTF-8 first")
            }
            CarrierError::NotUtf8 { at } => Self::Input(InputError::NotUtf8 { at }),
            CarrierError::NotAsSaid(format) => Self::Input(InputError::NotAsSaid(format)),
            CarrierError::NotNormalized { at, character } => {
                Self::Input(InputError::NotNormalized { at, character })
            }
            CarrierError::Malformed(malformed) => Self::Input(malformed.into()),
            CarrierError::Limit(limit) => Self::Limit(limit),
        }
    }
}
