//! Drawing a notice into a picture.

use aimark_picture::{File, Orientation, Quality};

use crate::font::Fonts;
use crate::num::pixels;
use crate::picture::Picture;
use crate::{Area, Contrast, Error, Limits, Wish, contrast, fit, mask};

/// A picture with a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Drawn {
    /// The file, in the format it had.
    pub bytes: Vec<u8>,
    /// What was drawn, and where.
    pub record: Record,
}

/// What a label says of a notice that was drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Record {
    /// The words as drawn, those of several languages with [`SEPARATOR`](crate::SEPARATOR) between them.
    pub words: String,
    /// Their language; `mul` (ISO 639-2) where there are several.
    pub language: String,
    /// Where they stand.
    pub area: Area,
    /// Their text height in pixels: see [`Wish::height_permille`].
    pub text_height: u32,
    /// Measured in the file that was written, which is decoded again for that.
    pub contrast: Contrast,
}

/// Width and height of a picture as it is displayed, in pixels. No pixel is decoded.
///
/// # Errors
///
/// As [`draw`], but for labels.
pub fn size(asset: &[u8], limits: &Limits) -> Result<(u32, u32), Error> {
    let file = File::read(asset, limits)?;
    let (width, height) = file.size()?;
    let turned = matches!(
        file.orientation(),
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    );
    Ok(if turned { (height, width) } else { (width, height) })
}

/// Draws a notice into a PNG, JPEG or WebP: white words on a dark plate, upright in the picture as displayed.
///
/// All else stays: the layout of the pixels and the EXIF orientation, profile, EXIF, XMP and other metadata, alpha,
/// 16 bits, grey. A PNG with a palette becomes one without (RGB or RGBA), and one of 1, 2 or 4 bits of grey one of 8.
/// Outside of the plate, the pixels of PNG and WebP are unchanged; a WebP is written without loss, also where it had
/// some, and gets larger by that. A JPEG is coded anew, as a baseline JPEG, with [`Wish::jpeg_quality`]. Thumbnails
/// in EXIF stay as they were. What follows the end of a picture stays.
///
/// The first of these that fits is drawn, always with the text height that was wished for: the long words, each
/// language in a row (in bands all in one), in one row, broken at spaces; the same with less room around them; the
/// short words likewise. A plate covers at most half of the picture, only that of short words may cover more. Words
/// are never cut, and never smaller.
///
/// ```
/// # let mut picture = std::io::Cursor::new(Vec::new());
/// # image::RgbImage::new(640, 480).write_to(&mut picture, image::ImageFormat::Png).unwrap();
/// # let picture = picture.into_inner();
/// use aimark_notice::{Limits, Origin, Wish, draw};
///
/// let wish = Wish::of(&["kk", "ru"], Origin::Generated)?;
/// let drawn = draw(&picture, &wish, &Limits::default())?;
/// assert_eq!(drawn.record.words, "ЖИ жасаған · Сгенерировано ИИ");
/// assert_eq!(drawn.record.text_height, 15); // 3 % of 480, rounded up
/// assert!(drawn.record.contrast > aimark_notice::Contrast::AA);
/// # Ok::<(), aimark_notice::Error>(())
/// ```
///
/// # Errors
///
/// [`Error::Labelled`] for a picture that carries a C2PA label. Unsupported: other formats, animations, JPEGs of four
/// inks, of more than 8 bits, lossless or arithmetically coded. Input, limit: a file that is damaged or too large.
/// Misuse: a wish that makes no sense, letters that the fonts lack, words that do not fit.
pub fn draw(asset: &[u8], wish: &Wish, limits: &Limits) -> Result<Drawn, Error> {
    wish.check()?;
    let file = File::read(asset, limits)?;
    if file.is_labelled() {
        return Err(Error::Labelled);
    }
    let mut picture = Picture::new(file.decode(limits)?, file.orientation());
    let fonts = Fonts::new()?;
    let (width, height) = picture.size();
    let fitted = fit::fit(&fonts, wish, width, height)?;
    let mask = mask::mask(&fonts, &fitted.plate)?;
    picture.draw(&fitted.area, &mask);
    let bytes = file.encode(&picture.image, Quality::Of(wish.jpeg_quality))?;
    drop(picture);

    let again = Limits { bytes: u64::MAX, ..*limits };
    let file = File::read(&bytes, &again)?;
    let written = Picture::new(file.decode(&again)?, file.orientation());
    let contrast = contrast::measure(&written.pixels(&fitted.area), &mask);
    drop(written);
    if contrast <= Contrast::AA {
        return Err(Error::Internal("the notice that was drawn cannot be read well"));
    }
    let record = Record {
        words: fitted.words,
        language: wish.language(),
        area: fitted.area,
        text_height: pixels(fitted.plate.cap),
        contrast,
    };
    Ok(Drawn { bytes, record })
}
