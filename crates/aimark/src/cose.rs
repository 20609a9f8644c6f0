//! COSE_Sign1 (RFC 9052) as C2PA uses it: tagged, detached payload, certificates in the protected header.

use crate::cbor::{self, CborError, Problem, Value};
use crate::input::{LimitExceeded, Limits};
use crate::key::Algorithm;

/// COSE_Sign1 (RFC 9052, table 1).
const TAG: u64 = 18;
/// Header label `alg` (RFC 9052, 3.1).
const ALG: u64 = 1;
/// Header label `x5chain` (RFC 9360).
const X5CHAIN: u64 = 33;

/// A claim signature as read.
#[derive(Debug)]
pub(crate) struct Sign1 {
    protected: Vec<u8>,
    pub(crate) algorithm: Algorithm,
    /// DER certificates, leaf first.
    pub(crate) chain: Vec<Vec<u8>>,
    pub(crate) padding: Padding,
    pub(crate) signature: Vec<u8>,
    /// Whether the bytes are those that [`encode`] gives. What may differ is padding: its order, and entries of nothing.
    pub(crate) as_written: bool,
}

/// Why bytes are not a claim signature that this engine judges.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum CoseError {
    #[error("{0}")]
    Cbor(CborError),
    #[error("{0}")]
    Malformed(&'static str),
    /// Sound, but of a kind that is left to a general validator.
    #[error("{0}")]
    Foreign(&'static str),
    #[error(transparent)]
    Limit(#[from] LimitExceeded),
}

impl From<CborError> for CoseError {
    fn from(error: CborError) -> Self {
        match error.problem {
            Problem::Limit(limit) => Self::Limit(limit),
            _ => Self::Cbor(error),
        }
    }
}

/// The protected header for `chain` (DER, leaf first).
pub(crate) fn protected(algorithm: Algorithm, chain: &[Vec<u8>]) -> Vec<u8> {
    let certificates = match chain {
        [leaf] => Value::bytes(leaf.as_slice()),
        more => Value::Array(more.iter().map(|der| Value::bytes(der.as_slice())).collect()),
    };
    cbor::encode(&Value::Map(vec![
        (Value::Uint(ALG), Value::Nint(algorithm.cose_argument())),
        (Value::Uint(X5CHAIN), certificates),
    ]))
}

/// The bytes that are signed (RFC 9052, 4.4).
pub(crate) fn to_be_signed(protected: &[u8], payload: &[u8]) -> Vec<u8> {
    cbor::encode(&Value::Array(vec![
        Value::text("Signature1"),
        Value::bytes(protected),
        Value::bytes(&[][..]),
        Value::bytes(payload),
    ]))
}

/// Zero bytes in the unprotected header, which nothing signs (C2PA 2.2, 13.2): how a label is brought to a size
/// that was signed before its last bytes were known. Zero means that the header is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Padding {
    pub(crate) pad: usize,
    pub(crate) pad2: usize,
}

impl Padding {
    /// Whether this is how padding of its length is written: one header while that will do. Nothing signs how it is
    /// divided, so there is one way.
    pub(crate) fn is_plain(self) -> bool {
        self.pad2 == 0
    }
}

/// The finished structure.
pub(crate) fn encode(protected: &[u8], padding: Padding, signature: &[u8]) -> Vec<u8> {
    let header = [("pad", padding.pad), ("pad2", padding.pad2)].into_iter().filter(|(_, len)| *len > 0);
    let header = header.map(|(key, len)| (Value::text(key), Value::bytes(vec![0; len]))).collect();
    let parts = vec![Value::bytes(protected), Value::Map(header), Value::Null, Value::bytes(signature)];
    cbor::encode(&Value::Tag(TAG, Box::new(Value::Array(parts))))
}

/// Reads a COSE_Sign1.
pub(crate) fn decode(bytes: &[u8], limits: &Limits) -> Result<Sign1, CoseError> {
    let Value::Tag(TAG, inner) = cbor::decode(bytes, limits)? else {
        return Err(CoseError::Malformed("not a tagged COSE_Sign1"));
    };
    let Some([Value::Bytes(protected), unprotected @ Value::Map(_), payload, Value::Bytes(signature)]) =
        inner.as_array()
    else {
        return Err(CoseError::Malformed("not the four parts of a COSE_Sign1"));
    };
    if *payload != Value::Null {
        return Err(CoseError::Malformed("the payload is not detached"));
    }
    let padding = padding_only(unprotected)?;
    let (algorithm, chain) = header(protected, limits)?;
    if signature.len() != algorithm.signature_len() {
        return Err(CoseError::Malformed("the signature has a wrong length"));
    }
    let as_written = encode(protected, padding, signature) == bytes;
    let (protected, signature) = (protected.to_vec(), signature.to_vec());
    Ok(Sign1 { protected, algorithm, chain, padding, signature, as_written })
}

impl Sign1 {
    /// The same structure with another signature, and without padding.
    pub(crate) fn unpadded(&self, signature: &[u8]) -> Vec<u8> {
        encode(&self.protected, Padding::default(), signature)
    }

    /// The bytes that this signature is over, for a claim.
    pub(crate) fn to_be_signed(&self, claim: &[u8]) -> Vec<u8> {
        to_be_signed(&self.protected, claim)
    }
}

/// Nothing signs the unprotected header, so only zero padding may stand there.
fn padding_only(unprotected: &Value<'_>) -> Result<Padding, CoseError> {
    let mut padding = Padding::default();
    for (key, value) in unprotected.as_map().unwrap_or_default() {
        match (key.as_str(), value.as_bytes()) {
            (Some("pad"), Some(pad)) if pad.iter().all(|b| *b == 0) => padding.pad = pad.len(),
            (Some("pad2"), Some(pad)) if pad.iter().all(|b| *b == 0) => padding.pad2 = pad.len(),
            (Some("pad" | "pad2"), _) => return Err(CoseError::Malformed("padding that is not zero")),
            _ => return Err(CoseError::Foreign("a header outside the signature (time stamp, revocation)")),
        }
    }
    Ok(padding)
}

fn header(protected: &[u8], limits: &Limits) -> Result<(Algorithm, Vec<Vec<u8>>), CoseError> {
    let header = cbor::decode(protected, limits)?;
    let entries = header.as_map().ok_or(CoseError::Malformed("the protected header is not a map"))?;
    let mut algorithm = None;
    let mut chain = None;
    for (key, value) in entries {
        match key {
            Value::Uint(ALG) => algorithm = Some(read_algorithm(value)?),
            Value::Uint(X5CHAIN) => chain = Some(read_chain(value, limits)?),
            _ => return Err(CoseError::Foreign("an unknown protected header")),
        }
    }
    let algorithm = algorithm.ok_or(CoseError::Malformed("no algorithm"))?;
    let chain = chain.ok_or(CoseError::Foreign("no certificates in the protected header"))?;
    Ok((algorithm, chain))
}

fn read_algorithm(value: &Value<'_>) -> Result<Algorithm, CoseError> {
    let Value::Nint(n) = value else { return Err(CoseError::Malformed("the algorithm is not a number")) };
    Algorithm::from_cose_argument(*n).ok_or(CoseError::Foreign("a signature algorithm other than Ed25519"))
}

fn read_chain(value: &Value<'_>, limits: &Limits) -> Result<Vec<Vec<u8>>, CoseError> {
    let items = match value {
        Value::Bytes(_) => core::slice::from_ref(value),
        Value::Array(items) => items,
        _ => &[],
    };
    LimitExceeded::check("certificates in a chain", items.len(), limits.chain_certificates)?;
    let chain: Option<Vec<_>> = items.iter().map(|c| c.as_bytes().map(<[u8]>::to_vec)).collect();
    chain.filter(|c| !c.is_empty()).ok_or(CoseError::Malformed("no certificates in x5chain"))
}

/// The certificates of any COSE_Sign1, as far as they can be read: to say who signed a foreign label.
pub(crate) fn certificates(bytes: &[u8], limits: &Limits) -> Option<Vec<Vec<u8>>> {
    let value = cbor::decode_loosely(bytes, limits).ok()?;
    let parts = if let Value::Tag(_, inner) = &value { inner } else { &value };
    let [Value::Bytes(protected), unprotected, ..] = parts.as_array()? else { return None };
    let protected = cbor::decode_loosely(protected, limits).unwrap_or(Value::Null);
    let find = |map: &Value<'_>| {
        let entries = map.as_map()?;
        let named = |k: &Value<'_>| *k == Value::Uint(X5CHAIN) || k.as_str() == Some("x5chain");
        let (_, value) = entries.iter().find(|(k, _)| named(k))?;
        read_chain(value, limits).ok()
    };
    find(&protected).or_else(|| find(unprotected))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        encode(&protected(Algorithm::Ed25519, &[vec![1, 2, 3]]), Padding::default(), &[5; 64])
    }

    #[test]
    fn a_signature_reads_back() {
        let sign1 = decode(&sample(), &Limits::default()).unwrap();
        assert_eq!(sign1.chain, [vec![1, 2, 3]]);
        assert_eq!(sign1.signature, [5; 64]);
        assert_eq!(certificates(&sample(), &Limits::default()), Some(vec![vec![1, 2, 3]]));
    }

    #[test]
    fn every_flipped_bit_of_the_frame_is_refused_or_changes_what_is_signed() {
        let good = sample();
        let signed = decode(&good, &Limits::default()).unwrap();
        for bit in 0..good.len() * 8 {
            let mut bytes = good.clone();
            bytes[bit / 8] ^= 1 << (bit % 8);
            let same = decode(&bytes, &Limits::default())
                .is_ok_and(|s| s.protected == signed.protected && s.signature == signed.signature);
            assert!(!same, "bit {bit}");
        }
    }

    #[test]
    fn padding_in_another_order_or_with_entries_of_nothing_is_noticed() {
        let (pad, pad2, none) = (b"\x63pad\x42\0\0", b"\x64pad2\x41\0", b"\x63pad\x40");
        let with = |header: &[&[u8]]| {
            let good = sample();
            let at = good.len() - 68;
            assert_eq!(good[at], 0xa0, "the header without entries");
            let count = [0xa0 | u8::try_from(header.len()).unwrap()];
            let bytes = [&good[..at], &count, &header.concat(), &good[at + 1..]].concat();
            decode(&bytes, &Limits::default()).unwrap().as_written
        };
        assert!(with(&[]) && with(&[pad]) && with(&[pad2]) && with(&[pad, pad2]));
        assert!(!with(&[pad2, pad]));
        assert!(!with(&[none]) && !with(&[none, pad2]) && !with(&[pad2, none]));
    }

    #[test]
    fn only_zero_padding_may_stand_outside_the_signature() {
        let with = |key: &'static str, value| {
            let parts = vec![
                Value::bytes(protected(Algorithm::Ed25519, &[vec![1]])),
                Value::map([(key, value)]),
                Value::Null,
                Value::bytes(vec![0; 64]),
            ];
            decode(&cbor::encode(&Value::Tag(TAG, Box::new(Value::Array(parts)))), &Limits::default())
        };
        assert!(with("pad", Value::bytes(vec![0; 9])).is_ok());
        assert!(matches!(with("pad", Value::bytes(vec![0, 1])), Err(CoseError::Malformed(_))));
        assert!(matches!(with("sigTst2", Value::Null), Err(CoseError::Foreign(_))));
    }
}
