//! A fingerprint as a value: bytes, text, distance.

use std::fmt;
use std::str::FromStr;

use crate::{Error, base32};

/// How a fingerprint was made. Fingerprints are compared with those of the same kind only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Algorithm {
    /// PDQ of a picture, 32 bytes: the highest frequencies' bits first, as the reference writes them in hexadecimal.
    Pdq,
    /// Image-Code V0 of a picture (ISO 24138), 32 bytes: the body of a unit of 256 bits. In C2PA's `io.iscc.v0`, the bytes
    /// of [`Fingerprint::iscc_unit`].
    IsccImage,
    /// SimHash of a text, 32 bytes.
    SimHash,
    /// MinHash of a text, 256 bytes: 128 numbers of 16 bits, big-endian.
    MinHash,
}

impl Algorithm {
    /// What stands before the colon in the text form.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdq => "pdq",
            Self::IsccImage => "ISCC",
            Self::SimHash => "simhash",
            Self::MinHash => "minhash",
        }
    }

    /// How many bytes a fingerprint has.
    #[must_use]
    pub fn size(self) -> usize {
        match self {
            Self::Pdq | Self::IsccImage | Self::SimHash => 32,
            Self::MinHash => 256,
        }
    }
}

/// What begins a unit of the ISCC: main type Content, subtype Image, version 0, 256 bits; four bits each.
const ISCC_HEADER: [u8; 2] = [0x21, 0x07];

/// A fingerprint: what it was made by, and its bytes. Both are stable for ever: a change would be a new [`Algorithm`].
///
/// As text it is the algorithm's name, a colon and lower-case hexadecimal, or for [`Algorithm::IsccImage`] the ISCC's own
/// form: `ISCC:` and base32. Each fingerprint has exactly one text.
///
/// ```
/// use aimark_fingerprint::{Algorithm, Fingerprint};
///
/// // As Meta's tools write it, without a name.
/// let hex = "d8f8f0cce0f4a84f0e370a22028f67f0b36e2ed596623e1d33e6b39c4e9c9b22";
/// let one = Fingerprint::from_hex(Algorithm::Pdq, hex)?;
/// assert_eq!(one.to_string(), format!("pdq:{hex}"));
///
/// let two: Fingerprint = "pdq:d8f8f0cce0f4a84f0e370a22028f67f0b36e2ed596623e1d33e6b39c4e9c9b20".parse()?;
/// assert_eq!(one.distance(&two), Some(1));
/// # Ok::<(), aimark_fingerprint::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint {
    algorithm: Algorithm,
    bytes: Vec<u8>,
}

impl Fingerprint {
    /// `bytes` are as many as `algorithm` has.
    pub(crate) fn new(algorithm: Algorithm, bytes: Vec<u8>) -> Self {
        debug_assert_eq!(bytes.len(), algorithm.size(), "a fingerprint of {algorithm:?}");
        Self { algorithm, bytes }
    }

    /// The fingerprint with these bytes.
    ///
    /// # Errors
    ///
    /// [`Error::Input`] if they are not [`Algorithm::size`] bytes.
    pub fn from_bytes(algorithm: Algorithm, bytes: &[u8]) -> Result<Self, Error> {
        if bytes.len() != algorithm.size() {
            return Err(Error::Input("a fingerprint of another length"));
        }
        Ok(Self::new(algorithm, bytes.to_vec()))
    }

    /// The fingerprint with these bytes in lower-case hexadecimal, without a name.
    ///
    /// # Errors
    ///
    /// [`Error::Input`] if `hex` is not that, or not [`Algorithm::size`] bytes.
    pub fn from_hex(algorithm: Algorithm, hex: &str) -> Result<Self, Error> {
        let (pairs, rest) = hex.as_bytes().as_chunks::<2>();
        let bytes: Option<Vec<u8>> =
            pairs.iter().map(|&[high, low]| Some(digit(high)? << 4 | digit(low)?)).collect();
        match bytes {
            Some(bytes) if rest.is_empty() => Self::from_bytes(algorithm, &bytes),
            _ => Err(Error::Input("a fingerprint that is not lower-case hexadecimal")),
        }
    }

    /// The fingerprint of a unit of the ISCC in bytes, as [`Fingerprint::iscc_unit`] gives it.
    ///
    /// # Errors
    ///
    /// [`Error::Unsupported`] if it is none of an Image-Code V0 of 256 bits.
    pub fn from_iscc_unit(unit: &[u8]) -> Result<Self, Error> {
        let body = unit.strip_prefix(&ISCC_HEADER).filter(|body| body.len() == Algorithm::IsccImage.size());
        let body = body.ok_or(Error::Unsupported("an ISCC that is no Image-Code V0 of 256 bits"))?;
        Ok(Self::new(Algorithm::IsccImage, body.to_vec()))
    }

    /// What the fingerprint was made by.
    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// The bytes, as [`Algorithm`] describes them.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes in lower-case hexadecimal, without a name.
    #[must_use]
    pub fn hex(&self) -> String {
        self.bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Of an [`Algorithm::IsccImage`], header and body: what a C2PA soft binding of the algorithm `io.iscc.v0` carries
    /// (an ISCC-SEQ of one unit, IEP-0020). Of others `None`.
    #[must_use]
    pub fn iscc_unit(&self) -> Option<Vec<u8>> {
        (self.algorithm == Algorithm::IsccImage).then(|| [&ISCC_HEADER, self.bytes()].concat())
    }

    /// How many bits differ, from 0 to 256; of an [`Algorithm::MinHash`], how many of its 128 numbers. `None` for
    /// fingerprints of different algorithms.
    #[must_use]
    pub fn distance(&self, other: &Self) -> Option<u32> {
        if self.algorithm != other.algorithm {
            return None;
        }
        let pairs = || self.bytes.iter().zip(&other.bytes);
        let bits = || pairs().map(|(one, two)| (one ^ two).count_ones()).sum();
        let numbers = || {
            let both = self.bytes.chunks(2).zip(other.bytes.chunks(2));
            both.map(|(one, two)| u32::from(one != two)).sum()
        };
        Some(if self.algorithm == Algorithm::MinHash { numbers() } else { bits() })
    }

    /// Of two [`Algorithm::MinHash`], from 0 to 1, which share of the shingles that either text has both of them have
    /// (Jaccard's index). It is an estimate, with a standard error of 0.044 where it is worst, in the middle. `None` for
    /// others.
    #[must_use]
    pub fn similarity(&self, other: &Self) -> Option<f64> {
        let differ = self.distance(other).filter(|_| self.algorithm == Algorithm::MinHash)?;
        Some(1.0 - f64::from(differ) / 128.0)
    }
}

fn digit(letter: u8) -> Option<u8> {
    match letter {
        b'0'..=b'9' => letter.checked_sub(b'0'),
        b'a'..=b'f' => letter.checked_sub(b'a' - 10),
        _ => None,
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.iscc_unit().map_or_else(|| self.hex(), |unit| base32::encode(&unit));
        write!(f, "{}:{value}", self.algorithm.name())
    }
}

impl FromStr for Fingerprint {
    type Err = Error;

    /// # Errors
    ///
    /// [`Error::Input`] if `text` is not exactly what [`Display`](fmt::Display) writes, and [`Error::Unsupported`] if it has
    /// the name of another algorithm or is another kind of ISCC.
    fn from_str(text: &str) -> Result<Self, Error> {
        let (name, value) =
            text.split_once(':').ok_or(Error::Input("a fingerprint without the name of its algorithm"))?;
        if name == Algorithm::IsccImage.name() {
            let unit = base32::decode(value).ok_or(Error::Input("an ISCC that is not upper-case base32"))?;
            return Self::from_iscc_unit(&unit);
        }
        let algorithms = [Algorithm::Pdq, Algorithm::SimHash, Algorithm::MinHash];
        let algorithm = algorithms.into_iter().find(|algorithm| algorithm.name() == name);
        Self::from_hex(algorithm.ok_or(Error::Unsupported("a fingerprint of an unknown algorithm"))?, value)
    }
}
