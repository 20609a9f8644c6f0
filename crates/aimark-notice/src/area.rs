//! Where a notice stands, and how well it can be read.

use std::fmt;
use std::str::FromStr;

use crate::Error;

/// A box in the picture as displayed, in pixels from the top left corner. Printed and read as a media fragment
/// (W3C Media Fragments URI 1.0, 4.2.2).
///
/// ```
/// use aimark_notice::Area;
///
/// let area: Area = "xywh=12,900,400,48".parse().unwrap();
/// assert_eq!((area.x, area.width), (12, 400));
/// assert_eq!(area.to_string(), "xywh=12,900,400,48");
/// assert!("xywh=percent:1,1,2,2".parse::<Area>().is_err());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_structs, reason = "a box has four numbers")]
pub struct Area {
    /// Pixels to the left of it.
    pub x: u32,
    /// Pixels above it.
    pub y: u32,
    /// Its width in pixels, at least 1.
    pub width: u32,
    /// Its height in pixels, at least 1.
    pub height: u32,
}

impl fmt::Display for Area {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "xywh={},{},{},{}", self.x, self.y, self.width, self.height)
    }
}

impl FromStr for Area {
    type Err = Error;

    /// Reads `xywh=X,Y,W,H` or `xywh=pixel:X,Y,W,H`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let fault = Error::Wish("a box is xywh= and four numbers of pixels, such as xywh=12,900,400,48");
        let numbers = text.strip_prefix("xywh=").map(|rest| rest.strip_prefix("pixel:").unwrap_or(rest));
        let numbers: Vec<Option<u32>> = numbers.into_iter().flat_map(|n| n.split(',')).map(number).collect();
        match numbers.as_slice() {
            [Some(x), Some(y), Some(width @ 1..), Some(height @ 1..)] => {
                Ok(Self { x: *x, y: *y, width: *width, height: *height })
            }
            _ => Err(fault),
        }
    }
}

fn number(digits: &str) -> Option<u32> {
    digits.parse().ok().filter(|number: &u32| number.to_string() == digits)
}

/// A contrast ratio of WCAG 2.x: 1.00 (none) to 21.00 (black on white). It is rounded down to hundredths.
///
/// ```
/// use aimark_notice::Contrast;
///
/// assert_eq!(Contrast::from_hundredths(1263).to_string(), "12.63");
/// assert!(Contrast::from_hundredths(1263) > Contrast::AA);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Contrast(u32);

impl Contrast {
    /// What WCAG 2.x asks of text at its level AA (success criterion 1.4.3): 4.50.
    pub const AA: Self = Self(450);

    /// A ratio in hundredths; what lies outside 1.00 to 21.00 is moved to its end.
    #[must_use]
    pub fn from_hundredths(hundredths: u32) -> Self {
        Self(hundredths.clamp(100, 2100))
    }

    /// The ratio in hundredths, 100 to 2100.
    #[must_use]
    pub fn hundredths(self) -> u32 {
        self.0
    }
}

impl fmt::Display for Contrast {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}
