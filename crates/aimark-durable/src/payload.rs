//! The 64 bits that a mark carries, and the check sum that comes with them.

use crate::Error;

/// What was done to a picture, as the mark says it: 3 bits. A number that has no name yet is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A system made the picture from nothing but a prompt (trained algorithmic media).
    Generated,
    /// A system altered a picture that was there before.
    Altered,
    /// A picture into which a system's work was put together with other work.
    Composite,
    /// A number that this version has no name for; 0, or 4 to 7.
    Other(OtherKind),
}

/// The number of a [`Kind`] that this version has no name for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct OtherKind(u8);

impl OtherKind {
    /// The number: 0, or 4 to 7.
    #[must_use]
    pub fn number(self) -> u8 {
        self.0
    }
}

impl Kind {
    /// The largest number of a kind.
    pub const MOST: u8 = 7;

    /// From its number.
    ///
    /// # Errors
    ///
    /// [`Error::Payload`] above [`Kind::MOST`].
    pub fn from_number(number: u8) -> Result<Self, Error> {
        if number > Self::MOST {
            return Err(Error::Payload {
                what: "the kind",
                found: number.into(),
                allowed: Self::MOST.into(),
            });
        }
        Ok(match number {
            1 => Self::Generated,
            2 => Self::Altered,
            3 => Self::Composite,
            other => Self::Other(OtherKind(other)),
        })
    }

    /// Its number, as it stands in the mark.
    #[must_use]
    pub fn number(self) -> u8 {
        match self {
            Self::Generated => 1,
            Self::Altered => 2,
            Self::Composite => 3,
            Self::Other(OtherKind(number)) => number,
        }
    }
}

/// What a mark says: 64 bits, of which 3 are the version of this layout.
///
/// ```
/// use aimark_durable::{Kind, Payload};
/// let payload = Payload::new(Kind::Generated, 7, 123_456_789)?;
/// assert_eq!(payload.identifier(), 123_456_789);
/// assert!(Payload::new(Kind::Generated, 7, 1 << 42).is_err());
/// # Ok::<(), aimark_durable::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Payload {
    kind: Kind,
    issuer: u16,
    identifier: u64,
}

impl Payload {
    /// The largest identifier: 42 bits.
    pub const MOST_IDENTIFIER: u64 = (1 << 42) - 1;

    /// What a mark is going to say: what was done, by whose system, and under which number of theirs.
    ///
    /// # Errors
    ///
    /// [`Error::Payload`] where the identifier has more than 42 bits.
    pub fn new(kind: Kind, issuer: u16, identifier: u64) -> Result<Self, Error> {
        if identifier > Self::MOST_IDENTIFIER {
            let allowed = Self::MOST_IDENTIFIER;
            return Err(Error::Payload { what: "the identifier", found: identifier, allowed });
        }
        Ok(Self { kind, issuer, identifier })
    }

    /// What was done to the picture.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whose system it was: a number of their own. Nobody hands them out.
    #[must_use]
    pub fn issuer(&self) -> u16 {
        self.issuer
    }

    /// The issuer's own number for the picture, of 42 bits.
    #[must_use]
    pub fn identifier(&self) -> u64 {
        self.identifier
    }

    /// All 64 bits, the highest first: version (1), kind, issuer, identifier.
    ///
    /// ```
    /// use aimark_durable::{Kind, Payload};
    /// let bytes = Payload::new(Kind::Generated, 7, 1)?.to_bytes();
    /// assert_eq!(bytes, [0x24, 0, 0x1c, 0, 0, 0, 0, 1]);
    /// # Ok::<(), aimark_durable::Error>(())
    /// ```
    #[must_use]
    pub fn to_bytes(&self) -> [u8; 8] {
        self.word().to_be_bytes()
    }

    /// Version, kind, issuer, identifier, from the top.
    fn word(&self) -> u64 {
        (VERSION << 61)
            | (u64::from(self.kind.number()) << 58)
            | (u64::from(self.issuer) << 42)
            | self.identifier
    }

    /// Nothing where the version is another one.
    pub(crate) fn from_word(word: u64) -> Option<Self> {
        if word >> 61 != VERSION {
            return None;
        }
        let kind = Kind::from_number(u8::try_from((word >> 58) & 7).ok()?).ok()?;
        let issuer = u16::try_from((word >> 42) & 0xffff).ok()?;
        Some(Self { kind, issuer, identifier: word & Self::MOST_IDENTIFIER })
    }

    /// The bits that are coded: the word, then its check sum.
    pub(crate) fn bits(&self) -> [bool; BITS] {
        let (word, sum) = (self.word(), u64::from(crc(self.word())));
        let mut bits = [false; BITS];
        let numbers = (0..64).rev().map(|at| (word >> at) & 1).chain((0..24).rev().map(|at| (sum >> at) & 1));
        bits.iter_mut().zip(numbers).for_each(|(bit, number)| *bit = number == 1);
        bits
    }

    /// Nothing where the check sum is wrong, or the version is another one.
    pub(crate) fn from_bits(bits: &[bool; BITS]) -> Option<Self> {
        let number = |bits: &[bool]| bits.iter().fold(0_u64, |sum, bit| (sum << 1) | u64::from(*bit));
        let (word, sum) = bits.split_at(64);
        let word = number(word);
        if number(sum) != u64::from(crc(word)) { None } else { Self::from_word(word) }
    }
}

/// The payload's 64 bits and the 24 of its check sum.
pub(crate) const BITS: usize = 88;

const VERSION: u64 = 1;

/// CRC-24 (RFC 9580 section 6.1) over the eight bytes of the word, highest first.
fn crc(word: u64) -> u32 {
    word.to_be_bytes().iter().fold(0x00b7_04ce, |sum, byte| {
        let start = sum ^ (u32::from(*byte) << 16);
        (0..8).fold(start, |sum, _| {
            let next = sum << 1;
            (if next & 0x0100_0000 != 0 { next ^ 0x0186_4cfb } else { next }) & 0x00ff_ffff
        })
    })
}
