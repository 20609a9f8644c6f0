//! Decimal numbers with two places, such as contrasts: `4.5`, `12.63`. Floating point would not be the same everywhere.

use serde::{Deserialize, Deserializer, de};

/// A number in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Decimal(pub(crate) u32);

impl Decimal {
    /// Reads `12`, `12.6` or `12.63`; more places are dropped.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(part) || whole.len() > 6 || part.len() > 6 {
            return None;
        }
        let part: String = part.chars().chain("00".chars()).take(2).collect();
        let (whole, part): (u32, u32) = (whole.parse().ok()?, part.parse().ok()?);
        Some(Self(whole.checked_mul(100)?.checked_add(part)?))
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        Self::parse(&text)
            .ok_or_else(|| de::Error::custom(format_args!("`{text}` is no number such as \"4.5\"")))
    }
}
