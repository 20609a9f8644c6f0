//! Pixels by where they are displayed, which EXIF may turn away from where they are stored.

use aimark_picture::{DynamicImage, Orientation};

use crate::Area;
use crate::mask::Mask;
use crate::num::{Int, index, int, part};

/// How dark the plate is, of 255. The same in all colours, so that it is right in grey pictures too, and in every
/// profile.
const PLATE: u8 = 20;
/// How much of the picture the plate hides, of 255.
const OPACITY: u8 = 220;

/// A decoded picture.
pub(crate) struct Picture {
    pub(crate) image: DynamicImage,
    orientation: Orientation,
}

/// Red, green, blue and alpha, in 8 bits.
pub(crate) type Pixel = [u8; 4];

impl Picture {
    pub(crate) fn new(image: DynamicImage, orientation: Orientation) -> Self {
        Self { image, orientation }
    }

    /// Width and height as displayed.
    pub(crate) fn size(&self) -> (u32, u32) {
        let (width, height) = (self.image.width(), self.image.height());
        if self.is_on_its_side() { (height, width) } else { (width, height) }
    }

    pub(crate) fn contains(&self, area: &Area) -> bool {
        let (width, height) = self.size();
        area.x.checked_add(area.width).is_some_and(|right| right <= width)
            && area.y.checked_add(area.height).is_some_and(|lower| lower <= height)
    }

    /// Lays the plate over the picture, then white words over the plate.
    pub(crate) fn draw(&mut self, area: &Area, mask: &Mask) {
        let places = self.places(area);
        let channels = usize::from(self.image.color().channel_count());
        let cover = mask.plate.iter().zip(&mask.text);
        match &mut self.image {
            DynamicImage::ImageLuma8(image) => lay(image, channels, &places, cover),
            DynamicImage::ImageLumaA8(image) => lay(image, channels, &places, cover),
            DynamicImage::ImageRgb8(image) => lay(image, channels, &places, cover),
            DynamicImage::ImageRgba8(image) => lay(image, channels, &places, cover),
            DynamicImage::ImageLuma16(image) => lay(image, channels, &places, cover),
            DynamicImage::ImageLumaA16(image) => lay(image, channels, &places, cover),
            DynamicImage::ImageRgb16(image) => lay(image, channels, &places, cover),
            DynamicImage::ImageRgba16(image) => lay(image, channels, &places, cover),
            // No decoder of ours gives another kind.
            _ => {}
        }
    }

    /// The pixels of an area, row by row as displayed.
    pub(crate) fn pixels(&self, area: &Area) -> Vec<Pixel> {
        let channels = usize::from(self.image.color().channel_count());
        let places = self.places(area);
        match &self.image {
            DynamicImage::ImageLuma8(image) => read(image, channels, &places),
            DynamicImage::ImageLumaA8(image) => read(image, channels, &places),
            DynamicImage::ImageRgb8(image) => read(image, channels, &places),
            DynamicImage::ImageRgba8(image) => read(image, channels, &places),
            DynamicImage::ImageLuma16(image) => read(image, channels, &places),
            DynamicImage::ImageLumaA16(image) => read(image, channels, &places),
            DynamicImage::ImageRgb16(image) => read(image, channels, &places),
            DynamicImage::ImageRgba16(image) => read(image, channels, &places),
            _ => Vec::new(),
        }
    }

    /// Which pixel of those stored is at each place of an area, row by row as displayed.
    fn places(&self, area: &Area) -> Vec<usize> {
        let (width, height) = (int(self.image.width()), int(self.image.height()));
        let columns = area.x..area.x.saturating_add(area.width);
        let rows = area.y..area.y.saturating_add(area.height);
        let displayed = rows.flat_map(|y| columns.clone().map(move |x| (int(x), int(y))));
        displayed.map(|(x, y)| self.stored(x, y, width, height)).map(|(x, y)| index(y * width + x)).collect()
    }

    fn stored(&self, x: Int, y: Int, width: Int, height: Int) -> (Int, Int) {
        let (right, lower) = (width - int(1), height - int(1));
        match self.orientation {
            Orientation::NoTransforms => (x, y),
            Orientation::FlipHorizontal => (right - x, y),
            Orientation::Rotate180 => (right - x, lower - y),
            Orientation::FlipVertical => (x, lower - y),
            Orientation::Rotate90FlipH => (y, x),
            Orientation::Rotate90 => (y, lower - x),
            Orientation::Rotate270FlipH => (right - y, lower - x),
            Orientation::Rotate270 => (right - y, x),
        }
    }

    fn is_on_its_side(&self) -> bool {
        use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
        matches!(self.orientation, Rotate90 | Rotate90FlipH | Rotate270 | Rotate270FlipH)
    }
}

/// A sample of 8 or 16 bits.
trait Sample: Copy {
    const MOST: i64;
    fn value(self) -> Int;
    fn of(value: Int) -> Self;
    fn eight(self) -> u8;
}

impl Sample for u8 {
    const MOST: i64 = 255;
    fn value(self) -> Int {
        int(self)
    }
    fn of(value: Int) -> Self {
        Self::try_from(value.0).unwrap_or(Self::MAX)
    }
    fn eight(self) -> u8 {
        self
    }
}

impl Sample for u16 {
    const MOST: i64 = 65_535;
    fn value(self) -> Int {
        int(self)
    }
    fn of(value: Int) -> Self {
        Self::try_from(value.0).unwrap_or(Self::MAX)
    }
    fn eight(self) -> u8 {
        let [high, _] = self.to_be_bytes();
        high
    }
}

fn lay<'a, S: Sample>(
    samples: &mut [S],
    channels: usize,
    places: &[usize],
    cover: impl Iterator<Item = (&'a u8, &'a u8)>,
) {
    for (place, (plate, text)) in places.iter().zip(cover) {
        let at = place.saturating_mul(channels);
        let Some(pixel) = samples.get_mut(at..at.saturating_add(channels)) else { continue };
        over(pixel, PLATE, int(*plate) * int(OPACITY));
        over(pixel, 255, int(*text) * int(*plate));
    }
}

/// What all of a pixel is, where opacities are written.
const ALL: i64 = 255 * 255;

/// Lays a grey `level` over a pixel, as opaque as `opacity` of [`ALL`] (Porter and Duff's "over").
fn over<S: Sample>(pixel: &mut [S], level: u8, opacity: Int) {
    if opacity == int(0) {
        return;
    }
    let level = part(int(level) * int(S::MOST), int(255));
    let below = int(ALL) - opacity;
    let (colours, alpha) = match pixel {
        [grey, alpha] => (std::slice::from_mut(grey), Some(alpha)),
        [red_green_blue @ .., alpha] if red_green_blue.len() == 3 => (red_green_blue, Some(alpha)),
        colours => (colours, None),
    };
    // Without alpha a pixel is opaque.
    let old = alpha.as_ref().map_or(int(S::MOST), |alpha| alpha.value());
    let whole = (opacity * int(S::MOST) + old * below).max(int(1));
    for colour in colours {
        let sum = level * opacity * int(S::MOST) + colour.value() * old * below;
        *colour = S::of(rounded(sum, whole));
    }
    if let Some(alpha) = alpha {
        *alpha = S::of(rounded(whole, int(ALL)));
    }
}

fn rounded(value: Int, over: Int) -> Int {
    part(value + part(over, int(2)), over)
}

fn read<S: Sample>(samples: &[S], channels: usize, places: &[usize]) -> Vec<Pixel> {
    let pixel = |place: &usize| {
        let at = place.saturating_mul(channels);
        match samples.get(at..at.saturating_add(channels)) {
            Some([grey]) => [grey.eight(), grey.eight(), grey.eight(), 255],
            Some([grey, alpha]) => [grey.eight(), grey.eight(), grey.eight(), alpha.eight()],
            Some([red, green, blue]) => [red.eight(), green.eight(), blue.eight(), 255],
            Some([red, green, blue, alpha]) => [red.eight(), green.eight(), blue.eight(), alpha.eight()],
            _ => [0, 0, 0, 255],
        }
    };
    places.iter().map(pixel).collect()
}

/// How long a row of pixels is that covers `area`.
pub(crate) fn row_len(area: &Area) -> usize {
    usize::try_from(area.width).unwrap_or(usize::MAX)
}
