//! What is to be put into a file, and what it may cost.

use aimark_aigc::security::SigningKey;
use aimark_law::Demands;
use aimark_notice::{Place, Position};

/// What is to be put into a file. Made by [`Wish::new`], then changed field by field.
#[derive(Debug)]
#[non_exhaustive]
pub struct Wish {
    /// What the laws ask for together.
    pub demands: Demands,
    /// The warning is shown elsewhere, and only stated in the label. Default: no.
    pub only_label: bool,
    /// Where in a picture the warning stands. Default: where a law has it, else in the bottom right corner.
    pub position: Option<Position>,
    /// At which end of a text the warning stands. Default: at the beginning.
    pub place: Place,
    /// Quality of a JPEG that the warning is drawn into, 60 to 100. Default 92.
    pub jpeg_quality: u8,
    /// The key that signs the label of GB 45438-2025, where one is written (TC260-PG-202511A). Default: none.
    pub aigc_key: Option<SigningKey>,
}

impl Wish {
    /// What these demands ask for, and the defaults.
    #[must_use]
    pub fn new(demands: Demands) -> Self {
        Self {
            demands,
            only_label: false,
            position: None,
            place: Place::First,
            jpeg_quality: 92,
            aigc_key: None,
        }
    }
}

/// What preparing and looking may cost: the limits of the crates that do it.
///
/// ```
/// assert_eq!(aimark_mandate::Limits::default().notice.pixels, 100_000_000);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(clippy::exhaustive_structs, reason = "callers build it with `..Limits::default()`")]
pub struct Limits {
    /// Of drawing and looking at pixels.
    pub notice: aimark_notice::Limits,
    /// Of writing marks.
    pub marks: aimark_marks::Limits,
}
