//! Moments in time, as labels state them and as certificates are judged at them. There is no clock here.

use core::fmt;
use core::str::FromStr;

/// A moment in whole seconds, UTC, from the year 1970 to 9999-12-30T22:00:00Z.
///
/// Labels carry it as an RFC 3339 date-time (CBOR tag 0).
///
/// ```
/// let law_in_force: aimark::Timestamp = "2026-01-18T00:00:00+05:00".parse()?;
/// assert_eq!(law_in_force.to_string(), "2026-01-17T19:00:00Z");
/// assert_eq!(law_in_force.unix_seconds(), 1_768_676_400);
/// # Ok::<(), aimark::TimeError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

/// Not a moment that a label can state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date and time such as 2026-01-18T12:00:00Z (RFC 3339, years 1970 to 9999)")]
#[non_exhaustive]
pub struct TimeError;

/// The last moment that has a calendar date in every time zone of RFC 3339, and so for the date library.
const LAST: Timestamp = Timestamp(253_402_207_200);

impl Timestamp {
    /// The moment `seconds` after 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    ///
    /// When the moment is before 1970 or after 9999-12-30T22:00:00Z.
    pub fn from_unix_seconds(seconds: i64) -> Result<Self, TimeError> {
        if (0..=LAST.0).contains(&seconds) { Ok(Self(seconds)) } else { Err(TimeError) }
    }

    /// The moment `seconds` after 1970, or the last one there is: certificates that never expire name the end of
    /// the year 9999 (RFC 5280, 4.1.2.5).
    pub(crate) fn from_certificate(seconds: u64) -> Self {
        i64::try_from(seconds).ok().and_then(|s| Self::from_unix_seconds(s).ok()).unwrap_or(LAST)
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub fn unix_seconds(self) -> i64 {
        self.0
    }

    /// The same, for interfaces that count in unsigned numbers.
    pub(crate) fn unsigned(self) -> u64 {
        self.0.unsigned_abs()
    }
}

impl FromStr for Timestamp {
    type Err = TimeError;

    /// Reads an RFC 3339 date-time with its offset; fractions of a second are dropped.
    fn from_str(s: &str) -> Result<Self, TimeError> {
        let moment: jiff::Timestamp = s.parse().map_err(|_| TimeError)?;
        Self::from_unix_seconds(moment.as_second())
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Inside 1970 ..= LAST the conversion cannot fail; MAX is LAST.
        let moment = jiff::Timestamp::from_second(self.0).unwrap_or(jiff::Timestamp::MAX);
        write!(f, "{moment}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_moments_that_can_be_written_are_accepted() {
        for bad in [
            "",
            "yesterday",
            "2026-01-18",
            "2026-13-01T00:00:00Z",
            "1969-12-31T23:59:59Z",
            "2026-01-18T12:00:00",
        ] {
            assert_eq!(bad.parse::<Timestamp>(), Err(TimeError), "{bad}");
        }
        assert_eq!(LAST.to_string(), "9999-12-30T22:00:00Z");
        assert!(Timestamp::from_unix_seconds(LAST.0 + 1).is_err());
        assert_eq!(Timestamp::from_certificate(u64::MAX), LAST);
        assert_eq!(
            "2026-01-18T12:00:00.9Z".parse::<Timestamp>().unwrap().to_string(),
            "2026-01-18T12:00:00Z"
        );
    }
}
