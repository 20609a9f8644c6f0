//! Fingerprints of parts of a picture, to find it by a part.

use crate::{Area, Error, Limits, Pdq, Pixels, pdq};

/// A part of a picture as shares of it, in 24ths of its width and height: left, upper edge, width, height.
type Share = [u32; 4];

/// The parts that [`pdq_regions`] takes, beside the whole and the greatest square: halves, quarters, and what is in the
/// middle.
const SHARES: [Share; 12] = [
    // Halves: left, right, upper, lower.
    [0, 0, 12, 24],
    [12, 0, 12, 24],
    [0, 0, 24, 12],
    [0, 12, 24, 12],
    // Quarters.
    [0, 0, 12, 12],
    [12, 0, 12, 12],
    [0, 12, 12, 12],
    [12, 12, 12, 12],
    // The middle: 2/3 of both sides, 1/2 of both, 3/4 of the height, 3/4 of the width.
    [4, 4, 16, 16],
    [6, 6, 12, 12],
    [0, 3, 24, 18],
    [3, 0, 18, 24],
];

/// Most regions of a picture: the whole, the greatest square in its middle, and 12 fixed shares.
pub const REGIONS: usize = SHARES.len() + 2;

/// The least width and height of a region, in pixels; that of PDQ's own samples. The whole picture may be smaller.
const SMALLEST: u32 = 64;

/// A part of a picture with its fingerprint.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Region {
    /// Which part, in pixels of the whole picture.
    pub area: Area,
    /// Its fingerprint. Parts with a quality below [`PDQ_QUALITY`](crate::PDQ_QUALITY) are there too.
    pub pdq: Pdq,
}

/// The PDQ fingerprints of a picture and of parts of it: store all of them, and a query with one whole picture finds the
/// picture also when it is one of these parts.
///
/// The first is the whole. Then come, where they are at least 64 pixels wide and high: the greatest square in the middle
/// (unless the whole is one); the left, right, upper and lower half; the quarters; and in the middle of the picture, 2/3 of
/// both sides, 1/2 of both, all of the width with 3/4 of the height, and 3/4 of the width with all of the height. Edges are
/// rounded down to pixels.
///
/// PDQ bears that a hundredth of each side is cut off, and in our tests seldom two: so this finds the cuts named here and
/// those right beside them, not every cut. The work is about 7 times that of [`pdq`] alone.
///
/// # Errors
///
/// As [`pdq`].
///
/// ```
/// use aimark_fingerprint::{Area, Layout, Limits, Pixels, REGIONS, pdq_regions};
///
/// let bytes: Vec<u8> = (0..320 * 200_u32).map(|i| u8::try_from(i * i / 320 % 251).unwrap()).collect();
/// let regions = pdq_regions(&Pixels::new(320, 200, Layout::Gray, &bytes)?, &Limits::default())?;
/// assert_eq!(regions.len(), REGIONS);
/// assert_eq!(regions[1].area, Area { x: 60, y: 0, width: 200, height: 200 });
/// # Ok::<(), aimark_fingerprint::Error>(())
/// ```
pub fn pdq_regions(pixels: &Pixels<'_>, limits: &Limits) -> Result<Vec<Region>, Error> {
    let whole = Region { area: pixels.area(), pdq: pdq(pixels, limits)? };
    let parts =
        areas(pixels.area()).into_iter().filter(|area| area.width >= SMALLEST && area.height >= SMALLEST);
    let parts = parts.map(|area| Ok(Region { area, pdq: pdq(&pixels.crop(area)?, limits)? }));
    std::iter::once(Ok(whole)).chain(parts).collect()
}

/// All parts but the whole.
fn areas(whole: Area) -> Vec<Area> {
    let square = (whole.width != whole.height).then(|| square(whole));
    square.into_iter().chain(SHARES.iter().map(|share| part(whole, share))).collect()
}

/// The greatest square in the middle.
fn square(whole: Area) -> Area {
    let side = whole.width.min(whole.height);
    let middle = |from: u32, len: u32| from.saturating_add(len.saturating_sub(side) >> 1);
    Area { x: middle(whole.x, whole.width), y: middle(whole.y, whole.height), width: side, height: side }
}

fn part(whole: Area, &[left, upper, width, height]: &Share) -> Area {
    let (x, width) = span(whole.width, left, width);
    let (y, height) = span(whole.height, upper, height);
    Area { x: whole.x.saturating_add(x), y: whole.y.saturating_add(y), width, height }
}

/// Where a share of a side begins, and how long it is.
fn span(side: u32, from: u32, len: u32) -> (u32, u32) {
    let share = |count: u32| {
        let edge = u64::from(side).saturating_mul(count.into()).checked_div(24).unwrap_or_default();
        u32::try_from(edge).unwrap_or(side)
    };
    let start = share(from);
    (start, share(from.saturating_add(len)).saturating_sub(start))
}
