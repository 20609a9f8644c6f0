//! Borders of one colour.

use crate::num::place;
use crate::pixels::colour;
use crate::{Area, Pixels};

/// A side of a picture.
#[derive(Debug, Clone, Copy)]
enum Side {
    Upper,
    Lower,
    Left,
    Right,
}

/// The order in which borders are cut.
const SIDES: [Side; 4] = [Side::Upper, Side::Lower, Side::Left, Side::Right];

impl Pixels<'_> {
    /// This one without its borders of one colour, such as the bars beside a film or a screenshot: for looking up a picture
    /// that was found somewhere, next to the picture as it is.
    ///
    /// A border is as many rows or columns as are, in each of red, green and blue, at most `tolerance` of 255 away from a
    /// corner: the upper left one for borders above and to the left, the lower right one for the others. First those above
    /// and below are cut, then those on the left and the right of what is left. What JPEG makes of a black bar is within 8.
    /// A picture that is nothing but border stays as it is.
    ///
    /// ```
    /// use aimark_fingerprint::{Area, Layout, Pixels};
    ///
    /// let bytes = [
    ///     0, 0, 0, 0, //
    ///     0, 9, 9, 0, //
    ///     0, 9, 8, 0,
    /// ];
    /// let whole = Pixels::new(4, 3, Layout::Gray, &bytes)?;
    /// assert_eq!(whole.trim(0).area(), Area { x: 1, y: 1, width: 2, height: 2 });
    /// assert_eq!(whole.trim(9).area(), whole.area());
    /// # Ok::<(), aimark_fingerprint::Error>(())
    /// ```
    #[must_use]
    pub fn trim(&self, tolerance: u8) -> Self {
        let trimmed =
            SIDES.into_iter().try_fold(*self, |rest, side| rest.peel(side, rest.corner(side), tolerance));
        trimmed.unwrap_or(*self)
    }

    /// The box around all pixels that are not of the colour of the upper left one, as the ISCC's own software cuts it. The
    /// whole if there are none.
    pub(crate) fn bounds(&self) -> Self {
        let colour = self.corner(Side::Upper);
        SIDES.into_iter().try_fold(*self, |rest, side| rest.peel(side, colour, 0)).unwrap_or(*self)
    }

    /// The colour of the corner that a border at `side` begins with.
    fn corner(&self, side: Side) -> [u8; 3] {
        let channels = self.layout().channels();
        let pixel = match side {
            Side::Upper | Side::Left => self.rows().next().and_then(|row| row.get(..channels)),
            Side::Lower | Side::Right => {
                self.rows().next_back().and_then(|row| row.get(row.len().saturating_sub(channels)..))
            }
        };
        colour(self.layout(), pixel.unwrap_or_default())
    }

    /// Without the border of this colour at one side. `None` if nothing is left.
    fn peel(&self, side: Side, border: [u8; 3], tolerance: u8) -> Option<Self> {
        let layout = self.layout();
        let near = |pixel: &[u8]| {
            colour(layout, pixel)
                .iter()
                .zip(border)
                .all(|(value, border)| value.abs_diff(border) <= tolerance)
        };
        let pixels =
            |row: &'_ [u8]| row.chunks_exact(layout.channels()).take_while(|pixel| near(pixel)).count();
        let from_right =
            |row: &'_ [u8]| row.chunks_exact(layout.channels()).rev().take_while(|pixel| near(pixel)).count();
        let all = |row: &&[u8]| pixels(row) == place(self.area().width);
        let len = match side {
            Side::Upper => self.rows().take_while(all).count(),
            Side::Lower => self.rows().rev().take_while(all).count(),
            Side::Left => self.rows().map(pixels).min()?,
            Side::Right => self.rows().map(from_right).min()?,
        };
        self.crop(cut(self.area(), side, u32::try_from(len).ok()?)).ok()
    }
}

/// `area` without `len` rows or columns at one side.
fn cut(area: Area, side: Side, len: u32) -> Area {
    let (width, height) = (area.width.saturating_sub(len), area.height.saturating_sub(len));
    match side {
        Side::Upper => Area { y: area.y.saturating_add(len), height, ..area },
        Side::Lower => Area { height, ..area },
        Side::Left => Area { x: area.x.saturating_add(len), width, ..area },
        Side::Right => Area { width, ..area },
    }
}
