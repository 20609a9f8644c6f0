//! Days, as lists are dated. There is no clock here.

use core::fmt;
use core::str::FromStr;

const SECONDS_A_DAY: i64 = 86_400;

/// A day of the years 1970 to 9999, by the calendar of ISO 8601.
///
/// ```
/// let day: aimark_lists::Date = "2026-08-21".parse()?;
/// assert!(day < "2026-09-01".parse()?);
/// assert_eq!(aimark_lists::Date::of(1_787_270_400)?, day);
/// # Ok::<(), aimark_lists::DateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// Not a day that a list can be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a day such as 2026-08-21, of the years 1970 to 9999")]
#[non_exhaustive]
pub struct DateError;

impl Date {
    /// The day, in UTC, of a moment in seconds since 1970-01-01T00:00:00Z.
    ///
    /// # Errors
    ///
    /// When it is before 1970 or after 9999.
    pub fn of(unix_seconds: i64) -> Result<Self, DateError> {
        let mut left = u64::try_from(unix_seconds.div_euclid(SECONDS_A_DAY)).map_err(|_| DateError)?;
        let (mut year, mut month) = (1970_u16, 1_u8);
        // At most eight thousand years.
        while left >= days_of_year(year) {
            left = left.saturating_sub(days_of_year(year));
            year = Some(year.saturating_add(1)).filter(|year| *year <= 9999).ok_or(DateError)?;
        }
        while left >= u64::from(days_of(year, month)) {
            left = left.saturating_sub(u64::from(days_of(year, month)));
            month = month.saturating_add(1);
        }
        let day = u8::try_from(left).map_err(|_| DateError)?.saturating_add(1);
        Ok(Self { year, month, day })
    }

    /// The same as a constant; a test keeps it sound.
    pub(crate) const fn known(year: u16, month: u8, day: u8) -> Self {
        Self { year, month, day }
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return Err(DateError) };
        let number = |digits: &[&u8]| {
            digits.iter().try_fold(0_u16, |number, digit| {
                let digit = char::from(**digit).to_digit(10).and_then(|digit| u16::try_from(digit).ok())?;
                number.checked_mul(10)?.checked_add(digit)
            })
        };
        let small = |digits| number(digits).and_then(|n| u8::try_from(n).ok()).ok_or(DateError);
        let year = number(&[y1, y2, y3, y4]).filter(|year| *year >= 1970).ok_or(DateError)?;
        let (month, day) = (small(&[m1, m2])?, small(&[d1, d2])?);
        let exists = (1..=12).contains(&month) && (1..=days_of(year, month)).contains(&day);
        if exists { Ok(Self { year, month, day }) } else { Err(DateError) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

fn days_of_year(year: u16) -> u64 {
    (1..=12).map(|month| u64::from(days_of(year, month))).sum()
}

fn days_of(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_the_calendar() {
        for (seconds, day) in [
            (0, "1970-01-01"),
            (86_399, "1970-01-01"),
            (951_782_400, "2000-02-29"),
            (1_787_270_400, "2026-08-21"),
            (4_107_542_400, "2100-03-01"),
            (253_402_300_799, "9999-12-31"),
        ] {
            let date = Date::of(seconds).unwrap();
            assert_eq!((date.to_string().as_str(), day.parse()), (day, Ok(date)));
        }
        assert_eq!(Date::of(-1), Err(DateError));
        assert_eq!(Date::of(253_402_300_800), Err(DateError));
        assert_eq!(Date::of(i64::MAX), Err(DateError));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for bad in [
            "",
            "2026-08",
            "2026-8-21",
            "26-08-21",
            "2026-02-29",
            "2100-02-29",
            "2026-00-01",
            "2026-13-01",
            "2026-01-00",
            "2026-01-32",
            "1969-12-31",
            "2026/08/21",
            "2026-08-21 ",
            "+026-08-21",
            "２026-08-21",
        ] {
            assert_eq!(bad.parse::<Date>(), Err(DateError), "{bad}");
        }
    }
}
