//! Lossy WebP, by Google's own encoder.

use crate::picture::Picture;

pub fn webp(picture: &Picture, quality: f32) -> Picture {
    let (width, height) = (picture.width as u32, picture.height as u32);
    let file = webp::Encoder::from_rgb(&picture.rgb, width, height).encode(quality);
    let read = image::load_from_memory_with_format(&file, image::ImageFormat::WebP)
        .expect("decodes what was encoded");
    Picture { rgb: read.into_rgb8().into_raw(), ..*picture }
}
