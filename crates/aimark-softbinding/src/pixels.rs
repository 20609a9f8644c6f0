//! Decoded pixels, as each crate wants to see them.

use aimark_durable::{Layout, Limits, Pixels, PixelsMut, Samples, SamplesMut};
use aimark_picture::{DynamicImage, Orientation};

use crate::Error;

const UNKNOWN: Error = Error::Internal("a decoder gave samples of another kind");

pub(crate) fn view<'i>(image: &'i DynamicImage, limits: &Limits) -> Result<Pixels<'i>, Error> {
    let (layout, samples) = match image {
        DynamicImage::ImageLuma8(image) => (Layout::Gray, Samples::Eight(image)),
        DynamicImage::ImageLumaA8(image) => (Layout::GrayAlpha, Samples::Eight(image)),
        DynamicImage::ImageRgb8(image) => (Layout::Rgb, Samples::Eight(image)),
        DynamicImage::ImageRgba8(image) => (Layout::Rgba, Samples::Eight(image)),
        DynamicImage::ImageLuma16(image) => (Layout::Gray, Samples::Sixteen(image)),
        DynamicImage::ImageLumaA16(image) => (Layout::GrayAlpha, Samples::Sixteen(image)),
        DynamicImage::ImageRgb16(image) => (Layout::Rgb, Samples::Sixteen(image)),
        DynamicImage::ImageRgba16(image) => (Layout::Rgba, Samples::Sixteen(image)),
        _ => return Err(UNKNOWN),
    };
    Ok(Pixels::new(image.width(), image.height(), layout, samples, limits)?)
}

pub(crate) fn view_mut<'i>(image: &'i mut DynamicImage, limits: &Limits) -> Result<PixelsMut<'i>, Error> {
    let (width, height) = (image.width(), image.height());
    let (layout, samples) = match image {
        DynamicImage::ImageLuma8(image) => (Layout::Gray, SamplesMut::Eight(image)),
        DynamicImage::ImageLumaA8(image) => (Layout::GrayAlpha, SamplesMut::Eight(image)),
        DynamicImage::ImageRgb8(image) => (Layout::Rgb, SamplesMut::Eight(image)),
        DynamicImage::ImageRgba8(image) => (Layout::Rgba, SamplesMut::Eight(image)),
        DynamicImage::ImageLuma16(image) => (Layout::Gray, SamplesMut::Sixteen(image)),
        DynamicImage::ImageLumaA16(image) => (Layout::GrayAlpha, SamplesMut::Sixteen(image)),
        DynamicImage::ImageRgb16(image) => (Layout::Rgb, SamplesMut::Sixteen(image)),
        DynamicImage::ImageRgba16(image) => (Layout::Rgba, SamplesMut::Sixteen(image)),
        _ => return Err(UNKNOWN),
    };
    Ok(PixelsMut::new(width, height, layout, samples, limits)?)
}

/// The picture as it is displayed, in samples of 8 bits, which is what fingerprints are made of.
pub(crate) fn displayed(mut image: DynamicImage, orientation: Orientation) -> DynamicImage {
    image.apply_orientation(orientation);
    match image {
        DynamicImage::ImageLuma16(_) => DynamicImage::ImageLuma8(image.to_luma8()),
        DynamicImage::ImageLumaA16(_) => DynamicImage::ImageLumaA8(image.to_luma_alpha8()),
        DynamicImage::ImageRgb16(_) => DynamicImage::ImageRgb8(image.to_rgb8()),
        DynamicImage::ImageRgba16(_) => DynamicImage::ImageRgba8(image.to_rgba8()),
        image => image,
    }
}

pub(crate) fn eight(image: &DynamicImage) -> Result<aimark_fingerprint::Pixels<'_>, Error> {
    use aimark_fingerprint::Layout;
    let (layout, bytes): (_, &[u8]) = match image {
        DynamicImage::ImageLuma8(image) => (Layout::Gray, image),
        DynamicImage::ImageLumaA8(image) => (Layout::GrayAlpha, image),
        DynamicImage::ImageRgb8(image) => (Layout::Rgb, image),
        DynamicImage::ImageRgba8(image) => (Layout::Rgba, image),
        _ => return Err(UNKNOWN),
    };
    Ok(aimark_fingerprint::Pixels::new(image.width(), image.height(), layout, bytes)?)
}
