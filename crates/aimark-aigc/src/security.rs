//! The signature over a label: the envelope `SecurityData` of TC260-PG-202511A, in `ReservedCode1`.
//!
//! It is an SM2 signature with SM3 and the user ID `1234567812345678` over the first three members of the label,
//! `"Label":"1","ContentProducer":"…","ProduceID":"…"`. Some producers give SM2 this text, others the SM3 digest of it
//! ([`Message`]); both are taken. The key travels in the file: a signature under it says that these three values are as
//! they were signed, and not by whom. Only a key known from elsewhere says that.
//!
//! Nothing here binds the label to the content beside it, and the propagator's signature in `ReservedCode2` is not
//! checked: what it covers is not known well enough.
//!
//! ```
//! use aimark_aigc::security::{KeyOrigin, Message, Outcome, SigningKey, sign, verify};
//! use aimark_aigc::{Attribute, Label, Limits, read};
//!
//! let key = SigningKey::from_bytes(&[7; 32])?;
//! let mut label = Label::new(Attribute::Generated, "001191440300708461136T1XGW3", "a-17")?;
//! let envelope = sign(&label, &key, Message::Digest)?;
//! label.set_reserved_code1(&envelope)?;
//!
//! let limits = Limits::default();
//! let found = read(&label.to_json(), &limits);
//! let holds = |key| Outcome::Holds { message: Message::Digest, key };
//! assert_eq!(verify(&found, None, &limits), holds(KeyOrigin::FromFile));
//! assert_eq!(verify(&found, Some(&key.public_key()), &limits), holds(KeyOrigin::Pinned));
//!
//! let other = read(&label.to_json().replace("a-17", "a-18"), &limits);
//! assert!(matches!(verify(&other, None, &limits), Outcome::Fails(_)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod envelope;
mod hex;
mod key;
mod signature;

pub use envelope::SecurityData;
pub use key::{KeyError, PublicKey, SigningKey};

use crate::{Fault, Found, Key, Label, Limits, label};

/// What SM2 is given as the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_enums, reason = "both that are known")]
pub enum Message {
    /// The 32 bytes of the SM3 digest of the text.
    Digest,
    /// The text itself.
    Text,
}

/// Where the key came from that a signature holds under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_enums, reason = "there is no third")]
pub enum KeyOrigin {
    /// From the caller, who knows whose it is.
    Pinned,
    /// From the file itself: anybody can make a key and put it there.
    FromFile,
}

/// What became of the producer's signature.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// `Label`, `ContentProducer` and `ProduceID` are as they were signed. Nothing is said of the other values, nor of the
    /// content of the file.
    Holds {
        /// What was signed.
        message: Message,
        /// Whose key it is.
        key: KeyOrigin,
    },
    /// There is a signature, and it does not hold.
    Fails(Failure),
    /// There is an envelope of a kind that is not handled. It says nothing for or against the label.
    Unsupported(Unsupported),
    /// `ReservedCode1` is missing or empty.
    Absent,
    /// `ReservedCode1` holds something that is no such envelope: a digest, or a producer's own code.
    Opaque,
}

/// Why a signature does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Failure {
    /// It is not one over these values under this key.
    #[error("the signature does not belong to these values and this key")]
    Signature,
    /// It holds, but under the key in the file, which is another than the one that was expected.
    #[error("the signature holds under the key in the file, which is not the expected one")]
    OtherKey,
    /// It is not the hexadecimal form of the one DER encoding of a signature.
    #[error("the signature cannot be read")]
    Encoding,
    /// The key in the file cannot be read, or is no point of the curve.
    #[error("the key cannot be read")]
    Key,
    /// One of the signed values is missing.
    #[error("{0} is missing")]
    Missing(Key),
    /// One of the values stands there twice, so that readers differ on what was signed.
    #[error("{0} stands there twice")]
    Twice(Key),
}

/// What in an envelope is not handled.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Unsupported {
    /// Another type or version of envelope; shortened, and safe to show.
    #[error("envelope {0}")]
    Envelope(String),
    /// Another algorithm than SM2 with SM3, by the name in the file; shortened, and safe to show.
    #[error("algorithm {0}")]
    Algorithm(String),
    /// No signature over the label, but perhaps over other things.
    #[error("no signature over the label")]
    NoSignature,
    /// Several signatures over the label, or several keys.
    #[error("several signatures or keys")]
    Several,
    /// No key in the file, and none was given.
    #[error("no key")]
    NoKey,
}

/// Checks the producer's signature over a label, under `pinned` where the caller knows the producer's key, else under the
/// key in the file. `limits` bound what is read of the envelope.
///
/// It never fails; a signature that cannot be read does not hold.
#[must_use]
pub fn verify(found: &Found, pinned: Option<&PublicKey>, limits: &Limits) -> Outcome {
    let code = found.value(Key::ReservedCode1).unwrap_or_default();
    if code.is_empty() {
        return Outcome::Absent;
    }
    let Some(data) = SecurityData::read(code, limits) else { return Outcome::Opaque };
    match data.over_label() {
        Err(unsupported) => Outcome::Unsupported(unsupported),
        Ok(signature) => judge(found, &data, signature, pinned).unwrap_or_else(|outcome| outcome),
    }
}

/// The envelope for `ReservedCode1` over what `label` says now. Put it there with [`Label::set_reserved_code1`]; it
/// does not hold any more once the label is another.
///
/// It needs no randomness: the secret number of SM2 is made of the key and the message as in RFC 6979 with SM3, so that
/// the same label and key give the same envelope.
///
/// # Errors
/// [`KeyError::Unusable`] for the one key, and one message in 2^256, that SM2 cannot sign with.
pub fn sign(label: &Label, key: &SigningKey, message: Message) -> Result<String, KeyError> {
    let text = signed_text(|key| label.value(key));
    let signature = signature::sign(key, &text, message)?;
    Ok(envelope::write(&signature, &key.public_key()))
}

const SIGNED: [Key; 3] = [Key::Label, Key::ContentProducer, Key::ProduceId];

/// The text that is signed (TC260-PG-202511A, Annex A.1). Quotes and backslashes in a value stand in it as in JSON.
fn signed_text<'a>(value: impl Fn(Key) -> &'a str) -> String {
    label::members(SIGNED.into_iter().map(|key| (key, value(key))))
}

fn judge(
    found: &Found,
    data: &SecurityData,
    signature: &str,
    pinned: Option<&PublicKey>,
) -> Result<Outcome, Outcome> {
    let fails = Outcome::Fails;
    for key in [Key::Label, Key::ContentProducer, Key::ProduceId, Key::ReservedCode1] {
        if found.value(key).is_none() {
            return Err(fails(Failure::Missing(key)));
        }
        if found.faults().contains(&Fault::DuplicateKey(key)) {
            return Err(fails(Failure::Twice(key)));
        }
    }
    let der = hex::decode(signature, signature::MAX_DER).ok_or(fails(Failure::Encoding))?;
    let signature = signature::read(&der).ok_or(fails(Failure::Encoding))?;
    let text = signed_text(|key| found.value(key).unwrap_or_default());
    let under = |key: &PublicKey| signature::verify(key, &text, &signature);

    if let Some(message) = pinned.and_then(under) {
        return Ok(Outcome::Holds { message, key: KeyOrigin::Pinned });
    }
    let from_file = data.key().map_err(Outcome::Unsupported)?;
    match (from_file, pinned) {
        (None, None) => Err(Outcome::Unsupported(Unsupported::NoKey)),
        (None, Some(_)) => Err(fails(Failure::Signature)),
        (Some(hex), _) => {
            let key = PublicKey::from_hex(hex).map_err(|_| fails(Failure::Key))?;
            let message = under(&key).ok_or(fails(Failure::Signature))?;
            let holds = Outcome::Holds { message, key: KeyOrigin::FromFile };
            Ok(if pinned.is_some() { fails(Failure::OtherKey) } else { holds })
        }
    }
}
