//! Days, as laws name them.

use core::fmt;

use aimark::Timestamp;
use serde::{Deserialize, Deserializer, de};

/// A day, which begins at midnight UTC: laws begin at midnight of their own zones, which is at most a day off.
///
/// ```
/// let kz = aimark_law::Profile::builtin("kz").unwrap();
/// assert_eq!(kz.in_force().unwrap().to_string(), "2026-01-18");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day(Timestamp);

impl Day {
    /// The first second of the day.
    #[must_use]
    pub fn begins(self) -> Timestamp {
        self.0
    }

    /// Whether the day has begun at a moment.
    pub(crate) fn is_reached(self, at: Timestamp) -> bool {
        at.unix_seconds() >= self.0.unix_seconds()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = self.0.to_string();
        f.write_str(whole.split('T').next().unwrap_or(&whole))
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        let refused = || de::Error::custom(format_args!("`{text}` is no day such as \"2026-01-18\""));
        if text.len() != 10 {
            return Err(refused());
        }
        format!("{text}T00:00:00Z").parse().map(Self).map_err(|_| refused())
    }
}
