//! SM2 signatures (GB/T 32918.2) and their DER encoding.

use der::asn1::UintRef;
use der::{Decode as _, Encode as _, Sequence};
use sm2::dsa::signature::{Signer as _, Verifier as _};
use sm2::dsa::{Signature, VerifyingKey};
use sm3::{Digest as _, Sm3};

use super::Message;
use super::key::{KeyError, PublicKey, SigningKey};

/// The user ID that everybody uses who agreed on no other (GM/T 0009).
pub(super) const USER_ID: &str = "1234567812345678";
/// The longest DER encoding of two numbers of 256 bits.
pub(super) const MAX_DER: usize = 72;

/// GM/T 0009: `SEQUENCE { r INTEGER, s INTEGER }`.
#[derive(Sequence)]
struct Numbers<'a> {
    r: UintRef<'a>,
    s: UintRef<'a>,
}

/// Reads the one DER encoding of a signature whose numbers are in the range that SM2 allows.
pub(super) fn read(der: &[u8]) -> Option<Signature> {
    let Numbers { r, s } = Numbers::from_der(der).ok()?;
    let bytes = [padded(r.as_bytes())?, padded(s.as_bytes())?].concat();
    Signature::from_slice(&bytes).ok()
}

/// Which of the two messages the signature belongs to.
pub(super) fn verify(key: &PublicKey, text: &str, signature: &Signature) -> Option<Message> {
    let key = VerifyingKey::new(USER_ID, *key.point()).ok()?;
    let holds = |message: &Message| key.verify(&bytes(text, *message), signature).is_ok();
    [Message::Digest, Message::Text].into_iter().find(holds)
}

pub(super) fn sign(key: &SigningKey, text: &str, message: Message) -> Result<Vec<u8>, KeyError> {
    // Lives for this one signature; the type cannot be wiped, the key it is made of can.
    let signer = sm2::dsa::SigningKey::new(USER_ID, key.secret()).map_err(|_| KeyError::Unusable)?;
    let signature: Signature = signer.try_sign(&bytes(text, message)).map_err(|_| KeyError::Unusable)?;
    let (r, s) = (signature.r_bytes(), signature.s_bytes());
    let number = |bytes| UintRef::new(bytes).map_err(|_| KeyError::Unusable);
    Numbers { r: number(&r)?, s: number(&s)? }.to_der().map_err(|_| KeyError::Unusable)
}

fn bytes(text: &str, message: Message) -> Vec<u8> {
    match message {
        Message::Digest => Sm3::digest(text.as_bytes()).to_vec(),
        Message::Text => text.as_bytes().to_vec(),
    }
}

/// A number in 32 bytes.
fn padded(number: &[u8]) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    let start = bytes.len().checked_sub(number.len())?;
    bytes.get_mut(start..)?.copy_from_slice(number);
    Some(bytes)
}
