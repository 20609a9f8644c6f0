//! Moments in time, as labels state them and as certificates are judged at them. There is no clock here.

use core::fmt;
use core::str::FromStr;
use core::time::Duration;

use x509_cert::der::DateTime;

/// A moment in whole seconds, UTC, of the years 1970 to 9999.
///
/// Labels carry it as an RFC 3339 date-time (CBOR tag 0).
///
/// ```
/// let law_in_force: aimark::Timestamp = "2026-01-18T00:00:00+05:00".parse()?;
/// assert_eq!(law_in_force.to_string(), "2026-01-17T19:00:00Z");
/// assert_eq!(law_in_force.unix_seconds(), 1_768_676_400);
/// # Ok::<(), aimark::TimeError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(DateTime);

/// Not a moment that a label can state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date and time such as 2026-01-18T12:00:00Z (RFC 3339, years 1970 to 9999)")]
#[non_exhaustive]
pub struct TimeError;

impl Timestamp {
    /// The moment `seconds` after 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    ///
    /// When the moment is before 1970 or after 9999.
    pub fn from_unix_seconds(seconds: i64) -> Result<Self, TimeError> {
        let seconds = u64::try_from(seconds).map_err(|_| TimeError)?;
        DateTime::from_unix_duration(Duration::from_secs(seconds)).map(Self).map_err(|_| TimeError)
    }

    /// The moment a certificate names.
    pub(crate) fn from_certificate(time: x509_cert::time::Time) -> Self {
        Self(time.to_date_time())
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub fn unix_seconds(self) -> i64 {
        // The year 9999 is far inside 63 bits.
        i64::try_from(self.unsigned()).unwrap_or(i64::MAX)
    }

    /// The same, for interfaces that count in unsigned numbers.
    pub(crate) fn unsigned(self) -> u64 {
        self.0.unix_duration().as_secs()
    }
}

impl FromStr for Timestamp {
    type Err = TimeError;

    /// Reads an RFC 3339 date-time with its offset; fractions of a second are dropped. Leap seconds are refused.
    fn from_str(s: &str) -> Result<Self, TimeError> {
        let (local, rest) = s.split_at_checked(19).ok_or(TimeError)?;
        let (seconds, offset) = (local_seconds(local)?, offset_seconds(fraction_dropped(rest)?)?);
        Self::from_unix_seconds(seconds.checked_sub(offset).ok_or(TimeError)?)
    }
}

/// The seconds of `2026-01-18T12:00:00`, read as UTC. `T` may be written small, as RFC 3339 allows.
fn local_seconds(local: &str) -> Result<i64, TimeError> {
    let utc: DateTime = format!("{}Z", local.replace('t', "T")).parse().map_err(|_| TimeError)?;
    i64::try_from(utc.unix_duration().as_secs()).map_err(|_| TimeError)
}

/// What follows the seconds, without `.123`.
fn fraction_dropped(rest: &str) -> Result<&str, TimeError> {
    let Some(fraction) = rest.strip_prefix('.') else { return Ok(rest) };
    let offset = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
    if offset.len() == fraction.len() { Err(TimeError) } else { Ok(offset) }
}

/// The seconds that local time is ahead of UTC: `Z`, or `+05:00` and the like.
fn offset_seconds(offset: &str) -> Result<i64, TimeError> {
    let sign = match offset.as_bytes() {
        [b'Z' | b'z'] => return Ok(0),
        [b'+', ..] => 1,
        [b'-', ..] => -1,
        _ => return Err(TimeError),
    };
    let [_, h1, h2, b':', m1, m2] = offset.as_bytes() else { return Err(TimeError) };
    let two = |a: &u8, b: &u8| {
        let digit = |d: &u8| char::from(*d).to_digit(10);
        let (tens, ones) = digit(a).zip(digit(b)).ok_or(TimeError)?;
        Ok::<i64, TimeError>(i64::from(tens.saturating_mul(10).saturating_add(ones)))
    };
    let (hours, minutes) = (two(h1, h2)?, two(m1, m2)?);
    if hours > 23 || minutes > 59 {
        return Err(TimeError);
    }
    let seconds = hours.saturating_mul(3600).saturating_add(minutes.saturating_mul(60));
    Ok(seconds.saturating_mul(sign))
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
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
            "2026-02-29T00:00:00Z",
            "2026-01-18T24:00:00Z",
            "2026-01-18T12:00:60Z",
            "1969-12-31T23:59:59Z",
            "1970-01-01T00:00:00+00:01",
            "9999-12-31T23:59:59-00:01",
            "2026-01-18T12:00:00",
            "2026-01-18 12:00:00Z",
            "2026-01-18T12:00:00.Z",
            "2026-01-18T12:00:00+5:00",
            "2026-01-18T12:00:00+24:00",
            "2026-01-18T12:00:00+05:60",
            "2026-01-18T12:00:00+\u{665}0:00",
            "2026-01-18T12:00:00Zz",
            "2026-01-18T12:00:0\u{665}Z",
        ] {
            assert_eq!(bad.parse::<Timestamp>(), Err(TimeError), "{bad}");
        }
    }

    #[test]
    fn moments_are_the_same_in_every_spelling() {
        for (given, utc) in [
            ("2026-01-18T12:00:00.9Z", "2026-01-18T12:00:00Z"),
            ("2026-01-18t12:00:00z", "2026-01-18T12:00:00Z"),
            ("2026-01-18T03:30:00.123456789+05:30", "2026-01-17T22:00:00Z"),
            ("2026-12-31T23:00:00-02:00", "2027-01-01T01:00:00Z"),
            ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
            ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
        ] {
            let moment: Timestamp = given.parse().unwrap();
            assert_eq!(moment.to_string(), utc, "{given}");
            assert_eq!(Timestamp::from_unix_seconds(moment.unix_seconds()), Ok(moment));
        }
    }
}
