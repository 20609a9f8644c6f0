//! A decoded picture, or a part of one, as a view of the caller's bytes.

use crate::Error;
use crate::num::{count, place};

/// What the bytes of a pixel are, in order, one byte each. Of samples with 16 bits the caller gives the high bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Layout {
    /// Grey.
    Gray,
    /// Grey, alpha that is not multiplied in.
    GrayAlpha,
    /// Red, green, blue.
    Rgb,
    /// Red, green, blue, alpha that is not multiplied in.
    Rgba,
}

impl Layout {
    /// How many bytes a pixel has.
    #[must_use]
    pub fn channels(self) -> usize {
        match self {
            Self::Gray => 1,
            Self::GrayAlpha => 2,
            Self::Rgb => 3,
            Self::Rgba => 4,
        }
    }
}

/// A rectangle of a picture, in pixels from its upper left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_structs, reason = "a rectangle has these four numbers")]
pub struct Area {
    /// Left edge.
    pub x: u32,
    /// Upper edge.
    pub y: u32,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// A decoded picture, or a part of one: rows from above, pixels from the left, nothing between rows.
///
/// Pictures are fingerprinted as they are displayed: who decodes them turns them as EXIF says. Alpha is composed over white,
/// as Pillow and the ISCC's own software do; the reference of PDQ reads no alpha. Colours are taken as they are: nothing is
/// converted from one profile to another.
///
/// ```
/// use aimark_fingerprint::{Layout, Pixels};
///
/// let bytes = [0, 255, 0, 255, 255, 255];
/// let picture = Pixels::new(2, 1, Layout::Rgb, &bytes)?;
/// assert_eq!((picture.area().width, picture.area().height), (2, 1));
/// assert!(Pixels::new(2, 2, Layout::Rgb, &bytes).is_err());
/// # Ok::<(), aimark_fingerprint::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Pixels<'a> {
    bytes: &'a [u8],
    layout: Layout,
    /// Pixels from one row to the next.
    stride: u32,
    area: Area,
}

impl<'a> Pixels<'a> {
    /// All of a picture.
    ///
    /// # Errors
    ///
    /// [`Error::Misuse`] if a side is 0, or if there are not exactly as many bytes as `width`, `height` and `layout` ask
    /// for.
    pub fn new(width: u32, height: u32, layout: Layout, bytes: &'a [u8]) -> Result<Self, Error> {
        if width == 0 || height == 0 {
            return Err(Error::Misuse("a picture without pixels"));
        }
        let wanted = u64::from(width).saturating_mul(u64::from(height)).checked_mul(count(layout.channels()));
        if wanted != Some(count(bytes.len())) {
            return Err(Error::Misuse("the number of bytes is not that of the picture's pixels"));
        }
        Ok(Self { bytes, layout, stride: width, area: Area { x: 0, y: 0, width, height } })
    }

    /// A part of this one. `area` is counted from the upper left corner of the whole picture, like [`Pixels::area`].
    ///
    /// # Errors
    ///
    /// [`Error::Misuse`] if `area` has no pixels, or if it is not within this one.
    pub fn crop(&self, area: Area) -> Result<Self, Error> {
        let inside = |from: u32, len: u32, start: u32, whole: u32| {
            let (end, last) =
                (u64::from(from).saturating_add(len.into()), u64::from(start).saturating_add(whole.into()));
            len > 0 && from >= start && end <= last
        };
        if inside(area.x, area.width, self.area.x, self.area.width)
            && inside(area.y, area.height, self.area.y, self.area.height)
        {
            Ok(Self { area, ..*self })
        } else {
            Err(Error::Misuse("the area is not within the picture"))
        }
    }

    /// Which part of the whole picture this is.
    #[must_use]
    pub fn area(&self) -> Area {
        self.area
    }

    pub(crate) fn layout(&self) -> Layout {
        self.layout
    }

    /// How many pixels there are.
    pub(crate) fn len(&self) -> u64 {
        u64::from(self.area.width).saturating_mul(u64::from(self.area.height))
    }

    /// The bytes of each row, from above.
    pub(crate) fn rows(&self) -> impl DoubleEndedIterator<Item = &'a [u8]> + ExactSizeIterator + use<'a> {
        let channels = self.layout.channels();
        let from = place(self.area.x).saturating_mul(channels);
        let len = place(self.area.width).saturating_mul(channels);
        let row = place(self.stride).saturating_mul(channels);
        let rows = self.bytes.chunks_exact(row).skip(place(self.area.y)).take(place(self.area.height));
        rows.map(move |row| row.get(from..from.saturating_add(len)).unwrap_or_default())
    }
}

/// Appends something made of each pixel of a row: of its grey, or of its red, green and blue; over white.
pub(crate) fn extend<T>(
    out: &mut Vec<T>,
    layout: Layout,
    row: &[u8],
    of_grey: impl Fn(u8) -> T,
    of_colour: impl Fn([u8; 3]) -> T,
) {
    match layout {
        Layout::Gray => out.extend(row.iter().map(|grey| of_grey(*grey))),
        Layout::GrayAlpha => {
            out.extend(row.as_chunks().0.iter().map(|&[grey, alpha]| of_grey(over_white(grey, alpha))));
        }
        Layout::Rgb => out.extend(row.as_chunks().0.iter().map(|pixel| of_colour(*pixel))),
        Layout::Rgba => out.extend(row.as_chunks().0.iter().map(|&[red, green, blue, alpha]| {
            of_colour([red, green, blue].map(|value| over_white(value, alpha)))
        })),
    }
}

/// The colour of a pixel that `layout` describes, over white.
pub(crate) fn colour(layout: Layout, pixel: &[u8]) -> [u8; 3] {
    match (layout, pixel) {
        (Layout::Gray, &[grey]) => [grey; 3],
        (Layout::GrayAlpha, &[grey, alpha]) => [over_white(grey, alpha); 3],
        (Layout::Rgb, &[red, green, blue]) => [red, green, blue],
        (Layout::Rgba, &[red, green, blue, alpha]) => {
            [red, green, blue].map(|value| over_white(value, alpha))
        }
        // Only whole pixels are asked for.
        _ => [u8::MAX; 3],
    }
}

/// Porter and Duff's "over" on white, rounded as Pillow rounds it: to the nearest.
fn over_white(value: u8, alpha: u8) -> u8 {
    let opaque = u32::from(value).wrapping_mul(alpha.into());
    let white = u32::from(!alpha).wrapping_mul(255);
    // At most 255 * 255 + 128.
    let sum = opaque.wrapping_add(white).wrapping_add(128);
    let [.., rounded, _] = (sum >> 8).wrapping_add(sum).to_be_bytes();
    rounded
}
