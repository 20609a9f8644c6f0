//! Whether a notice that a label records is still drawn.

use aimark_picture::File;

use crate::font::Fonts;
use crate::layout::{Flow, Plate, Style, plate, side};
use crate::mask::{Mask, mask};
use crate::num::{Int, count, index, int, part, share};
use crate::picture::{Picture, Pixel, row_len};
use crate::wish::SEPARATOR;
use crate::{Area, Contrast, Error, Limits, contrast};

/// Whether a recorded notice is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_enums, reason = "a caller must decide about each")]
pub enum Seen {
    /// It is there and can be read.
    Found,
    /// Something like it is there, but part of it is missing, or it can hardly be read.
    Damaged,
    /// It is not there.
    NotFound,
}

/// How much the pixels of a box are like the notice that is to stand there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Similarity {
    /// The correlation of the box's brightness with a fresh drawing, in thousandths, -1000 to 1000.
    pub whole: i32,
    /// The same of the piece of the words that is least like it; a piece is about two letters.
    pub weakest: i32,
    /// The contrast of the words.
    pub contrast: Contrast,
    /// The text height in pixels with which the words fill the box: see [`Wish::height_permille`](crate::Wish::height_permille).
    pub text_height: u32,
}

/// From here on a whole box counts as the notice; `docs/notice.md` says what was measured.
const WHOLE: i32 = 850;
/// From here on a piece of it does.
const PIECE: i32 = 800;
/// Below this, nothing like it is there.
const NOTHING: i32 = 350;
/// Of eight lines of 160 characters, with room for what stands between them.
const MOST_CHARS: usize = 1400;
/// Large text can be read from here on (WCAG 2.2, 1.4.3).
const READABLE: u32 = 300;

impl Similarity {
    /// What it means.
    #[must_use]
    pub fn seen(&self) -> Seen {
        if self.whole < NOTHING {
            Seen::NotFound
        } else if self.whole >= WHOLE && self.weakest >= PIECE && self.contrast.hundredths() >= READABLE {
            Seen::Found
        } else {
            Seen::Damaged
        }
    }
}

/// Whether the notice that [`draw`](crate::draw) recorded as `words` and `area` is still drawn there. It survives
/// coding the picture again at the same size, but neither cropping nor scaling.
///
/// ```
/// # let mut picture = std::io::Cursor::new(Vec::new());
/// # image::RgbImage::new(320, 240).write_to(&mut picture, image::ImageFormat::Png).unwrap();
/// # let picture = picture.into_inner();
/// use aimark_notice::{Limits, Origin, Seen, Wish, draw, look};
///
/// let limits = Limits::default();
/// let drawn = draw(&picture, &Wish::of(&["en"], Origin::Generated)?, &limits)?;
/// let (words, area) = (&drawn.record.words, &drawn.record.area);
/// assert_eq!(look(&drawn.bytes, words, area, &limits)?, Seen::Found);
/// assert_eq!(look(&picture, words, area, &limits)?, Seen::NotFound);
/// # Ok::<(), aimark_notice::Error>(())
/// ```
///
/// # Errors
///
/// As [`draw`](crate::draw), but for labels, and for what cannot be a notice of ours: a box that is not in the
/// picture, or that is not of the size that these words take, is [`Seen::NotFound`].
pub fn look(asset: &[u8], words: &str, area: &Area, limits: &Limits) -> Result<Seen, Error> {
    Ok(similarity(asset, words, area, limits)?.map_or(Seen::NotFound, |similarity| similarity.seen()))
}

/// The figures that [`look`] decides by. `None` where no notice of these words can stand in that box.
///
/// # Errors
///
/// As [`look`].
pub fn similarity(
    asset: &[u8],
    words: &str,
    area: &Area,
    limits: &Limits,
) -> Result<Option<Similarity>, Error> {
    let file = File::read(asset, limits)?;
    // Labels allow longer words, but draw does not.
    if words.chars().count() > MOST_CHARS {
        return Ok(None);
    }
    let picture = Picture::new(file.decode(limits)?, file.orientation());
    if !picture.contains(area) || area.width == 0 || area.height == 0 {
        return Ok(None);
    }
    let fonts = Fonts::new()?;
    let is_band = area.x == 0 && area.width == picture.size().0;
    let pixels = picture.pixels(area);
    let mut best: Option<Similarity> = None;
    for plate in again(&fonts, words, area, is_band)? {
        let found = compare(&pixels, &mask(&fonts, &plate)?, &plate, area);
        if best.is_none_or(|best| found.whole > best.whole) {
            best = Some(found);
        }
    }
    Ok(best)
}

/// The plates that have the size of `area` when these words stand on them: mostly one. A label records no text height
/// and no rows: they follow from the size.
fn again(fonts: &Fonts, words: &str, area: &Area, is_band: bool) -> Result<Vec<Plate>, Error> {
    let parts: Vec<&str> = words.split(SEPARATOR).collect();
    let bands = if is_band { vec![Some(int(area.width)), None] } else { vec![None] };
    let styles = bands.into_iter().flat_map(|band| [false, true].map(|tight| Style { tight, band }));
    let mut plates = Vec::new();
    for style in styles {
        for flow in [Some(Flow::Stacked), Some(Flow::Joined), None] {
            let lay = |cap: Int| {
                let inner = int(area.width) - side(style, cap) - side(style, cap);
                plate(fonts, &parts, flow.unwrap_or(Flow::Wrapped(inner)), style, cap)
            };
            of_size(&mut plates, lay, area)?;
        }
    }
    Ok(plates)
}

/// The higher the letters, the higher the plate: the text height is found by halving, then among its neighbours,
/// because a plate whose rows break elsewhere may be lower by a pixel.
fn of_size(
    plates: &mut Vec<Plate>,
    lay: impl Fn(Int) -> Result<Option<Plate>, Error>,
    area: &Area,
) -> Result<(), Error> {
    let (mut low, mut high) = (int(1), int(area.height.min(16_000)));
    while low < high {
        let middle = part(low + high, int(2));
        match lay(middle)? {
            Some(plate) if plate.height < int(area.height) => low = middle + int(1),
            _ => high = middle,
        }
    }
    for cap in (-2..=2_i64).map(|near| low + int(near)).filter(|cap| *cap >= int(1)) {
        if let Some(plate) = lay(cap)?
            && (plate.width, plate.height) == (int(area.width), int(area.height))
        {
            plates.push(plate);
        }
    }
    Ok(())
}

fn compare(pixels: &[Pixel], mask: &Mask, plate: &Plate, area: &Area) -> Similarity {
    let width = row_len(area);
    let mut whole = Sums::default();
    for ((pixel, text), _) in
        pixels.iter().zip(&mask.text).zip(&mask.plate).filter(|(_, cover)| **cover == 255)
    {
        whole.add(*pixel, *text);
    }
    let mut weakest = i32::MAX;
    for placed in &plate.rows {
        let len = share(placed.row.width(), plate.cap.0, crate::font::CAP_UNITS);
        let pieces = part(len, plate.cap * int(2)).max(int(1));
        let reach = share(plate.cap, 1, 4);
        let (top, lower) = (placed.baseline - plate.cap - reach, placed.baseline + reach);
        for piece in 0..pieces.0 {
            let edge = |piece: Int| index(placed.x + part(len * piece, pieces));
            let columns = edge(int(piece))..edge(int(piece) + int(1));
            let mut sums = Sums::default();
            for row in index(top)..index(lower) {
                for column in columns.clone() {
                    let at = index(count(row) * count(width) + count(column));
                    if let Some((pixel, text)) = pixels.get(at).zip(mask.text.get(at)) {
                        sums.add(*pixel, *text);
                    }
                }
            }
            weakest = weakest.min(sums.correlation().unwrap_or(i32::MAX));
        }
    }
    let whole = whole.correlation().unwrap_or_default();
    let (weakest, text_height) = (weakest.min(whole), crate::num::pixels(plate.cap));
    Similarity { whole, weakest, contrast: contrast::measure(pixels, mask), text_height }
}

/// What a correlation is made of. Sums of whole numbers below 2^53: the order of adding does not matter.
#[derive(Default)]
struct Sums {
    n: f64,
    seen: f64,
    drawn: f64,
    seen_seen: f64,
    drawn_drawn: f64,
    seen_drawn: f64,
}

impl Sums {
    fn add(&mut self, pixel: Pixel, text: u8) {
        let (seen, drawn) = (f64::from(luma(pixel)), f64::from(text));
        self.n += 1.0;
        self.seen += seen;
        self.drawn += drawn;
        self.seen_seen += seen * seen;
        self.drawn_drawn += drawn * drawn;
        self.seen_drawn += seen * drawn;
    }

    /// Pearson's, in thousandths. `None` where nothing is drawn; 0 where the picture is flat.
    fn correlation(&self) -> Option<i32> {
        let drawn = self.n * self.drawn_drawn - self.drawn * self.drawn;
        if drawn <= 0.0 {
            return None;
        }
        let seen = self.n * self.seen_seen - self.seen * self.seen;
        if seen <= 0.0 {
            return Some(0);
        }
        let both = self.n * self.seen_drawn - self.seen * self.drawn;
        Some(thousandths(both / (seen.sqrt() * drawn.sqrt())))
    }
}

#[allow(
    clippy::as_conversions,
    reason = "the standard library has no other way from a float, and this one saturates"
)]
fn thousandths(value: f64) -> i32 {
    (value * 1000.0).floor() as i32
}

/// Brightness on a grey page (ITU-R BT.601).
fn luma([red, green, blue, alpha]: Pixel) -> u8 {
    let alpha = int(alpha);
    let luma = part(int(red) * int(299) + int(green) * int(587) + int(blue) * int(114), int(1000));
    let shown = part(luma * alpha + int(128) * (int(255) - alpha), int(255));
    u8::try_from(shown.0).unwrap_or(u8::MAX)
}
