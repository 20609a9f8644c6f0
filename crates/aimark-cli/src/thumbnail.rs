//! Small pictures for the report. The pictures that they are made from may be made to harm.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Rgb, RgbImage};

/// The longer side. What a row of the report shows, with some more for dense screens.
const SIDE: u32 = 96;
/// No larger file is looked at: hardly any camera writes a JPEG of more.
const MOST_BYTES: usize = 64 << 20;
/// The longest side that is decoded, and the most pixels. The largest cameras that newsrooms have give 62 million. At
/// 10 to 20 ms a million, one picture takes about a second at most.
const MOST_SIDE: u32 = 1 << 16;
const MOST_PIXELS: u64 = 64_000_000;
/// Memory that one picture may ask for while it is decoded: four bytes for each pixel of the largest. Who makes several at
/// once takes it as many times.
const MOST_MEMORY: u64 = 256 << 20;
/// A thumbnail is about 2 KB, and never more than this: a report may have thousands.
const MOST_THUMBNAIL: usize = 4096;
/// Tried one after the other, until one is small enough.
const QUALITIES: [u8; 4] = [72, 55, 38, 20];
/// What shines through where a picture is transparent: light enough for black drawings, dark enough for white ones.
const GROUND: u8 = 0xc8;

/// A small picture, as JPEG.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Thumbnail {
    jpeg: Vec<u8>,
    width: usize,
    height: usize,
}

/// How many thumbnails a report has unless asked for more or fewer. With base64 one takes 3 KB of the page: these 6 MB.
pub(crate) const MOST: usize = 2000;

impl Thumbnail {
    /// A thumbnail of a PNG, JPEG, WebP or GIF: of its first frame. Nothing where it is none of them, is damaged, or
    /// passes a limit. The same picture gives the same bytes.
    pub(crate) fn of(picture: &[u8]) -> Option<Self> {
        if picture.len() > MOST_BYTES {
            return None;
        }
        // Decoders are written with care, and hostile pictures too. A picture is no reason to lose a report.
        catch_unwind(AssertUnwindSafe(|| small(decoded(picture)?))).ok().flatten()
    }

    pub(crate) fn jpeg(&self) -> &[u8] {
        &self.jpeg
    }

    /// In pixels.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// In pixels.
    pub(crate) fn height(&self) -> usize {
        self.height
    }
}

/// A picture, and how it is to be turned.
fn decoded(picture: &[u8]) -> Option<(DynamicImage, Orientation)> {
    let mut reader = ImageReader::new(Cursor::new(picture)).with_guessed_format().ok()?;
    let known = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif];
    reader.format().filter(|format| known.contains(format))?;
    let mut limits = image::Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width).saturating_mul(height.into()) > MOST_PIXELS || decoder.total_bytes() > MOST_MEMORY {
        return None;
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    Some((DynamicImage::from_decoder(decoder).ok()?, orientation))
}

fn small((picture, orientation): (DynamicImage, Orientation)) -> Option<Thumbnail> {
    let small =
        if picture.width().max(picture.height()) > SIDE { picture.thumbnail(SIDE, SIDE) } else { picture };
    let mut turned = small;
    turned.apply_orientation(orientation);
    let flat = on_ground(&turned);
    let jpeg = QUALITIES.into_iter().find_map(|quality| {
        let mut jpeg = Vec::new();
        JpegEncoder::new_with_quality(&mut jpeg, quality).encode_image(&flat).ok()?;
        Some(jpeg).filter(|jpeg| jpeg.len() <= MOST_THUMBNAIL)
    })?;
    let (width, height) = (flat.width().try_into().ok()?, flat.height().try_into().ok()?);
    Some(Thumbnail { jpeg, width, height })
}

/// The picture without transparency.
fn on_ground(picture: &DynamicImage) -> RgbImage {
    let clear = picture.to_rgba8();
    let pixels = clear.pixels().flat_map(|pixel| {
        let [red, green, blue, alpha] = pixel.0;
        Rgb([red, green, blue].map(|channel| mixed(channel, alpha))).0
    });
    RgbImage::from_raw(clear.width(), clear.height(), pixels.collect()).unwrap_or_default()
}

fn mixed(channel: u8, alpha: u8) -> u8 {
    let (channel, alpha) = (u32::from(channel), u32::from(alpha));
    let clear = 255_u32.saturating_sub(alpha);
    let sum = channel.saturating_mul(alpha).saturating_add(u32::from(GROUND).saturating_mul(clear));
    u8::try_from(sum.saturating_add(127).div_euclid(255)).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests;
