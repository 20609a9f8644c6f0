//! Pictures to label, made on the spot.

use std::io::Cursor;

use image::{DynamicImage, ExtendedColorType, ImageEncoder, ImageFormat, RgbImage, RgbaImage};

/// A picture with some detail, the same in every run.
pub fn picture(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let wave = ((x * y) / 97 + x * 3) as u8;
        image::Rgb([wave, (y * 5) as u8 ^ wave, (x ^ y) as u8])
    })
}

pub fn encode(picture: RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut out, format).unwrap();
    out.into_inner()
}

pub fn png(width: u32, height: u32) -> Vec<u8> {
    encode(picture(width, height), ImageFormat::Png)
}

pub fn jpeg(width: u32, height: u32) -> Vec<u8> {
    encode(picture(width, height), ImageFormat::Jpeg)
}

/// WebP with a single VP8L chunk.
pub fn webp(width: u32, height: u32) -> Vec<u8> {
    encode(picture(width, height), ImageFormat::WebP)
}

/// WebP with a VP8X header, because it has an ICC profile.
pub fn webp_extended() -> Vec<u8> {
    let picture = RgbaImage::from_fn(33, 17, |x, y| image::Rgba([x as u8, y as u8, 7, (x * y) as u8]));
    let mut out = Vec::new();
    let mut encoder = image::codecs::webp::WebPEncoder::new_lossless(&mut out);
    encoder.set_icc_profile(vec![1; 31]).unwrap();
    encoder.write_image(&picture, 33, 17, ExtendedColorType::Rgba8).unwrap();
    assert_eq!(&out[12..16], b"VP8X");
    out
}

/// WebP with a lossy VP8 chunk: one grey 1x1 key frame, as libwebp writes it.
pub fn webp_lossy() -> Vec<u8> {
    const FRAME: [u8; 24] = [
        0x30, 0x01, 0x00, 0x9d, 0x01, 0x2a, 0x01, 0x00, 0x01, 0x00, 0x02, 0x00, 0x34, 0x25, 0xa4, 0x00, 0x03,
        0x70, 0x00, 0xfe, 0xfb, 0xfd, 0x50, 0x00,
    ];
    let mut out = b"RIFF\x24\0\0\0WEBPVP8 \x18\0\0\0".to_vec();
    out.extend_from_slice(&FRAME);
    out
}

/// A JPEG with JFIF, Exif-like and foreign JUMBF segments before its tables.
pub fn jpeg_with_segments() -> Vec<u8> {
    let plain = jpeg(40, 30);
    let foreign = foreign_jumbf_segment(1);
    let exif = b"\xff\xe1\x00\x0eExif\0\0MM\0*\0\0".to_vec();
    let rest = 2 + 2 + usize::from(u16::from_be_bytes([plain[4], plain[5]]));
    [&plain[..rest], &exif, &foreign, &plain[rest..]].concat()
}

/// An APP11 segment with a JUMBF box that is not C2PA's.
pub fn foreign_jumbf_segment(instance: u16) -> Vec<u8> {
    let description = [&[0, 0, 0, 27][..], b"jumd", &[0x55; 16], &[3], b"x\0"].concat();
    let superbox = [&[0, 0, 0, 35][..], b"jumb", &description].concat();
    let data = [b"JP", &instance.to_be_bytes()[..], &[0, 0, 0, 1], &superbox].concat();
    let len = u16::try_from(data.len() + 2).unwrap();
    [&[0xff, 0xeb][..], &len.to_be_bytes(), &data].concat()
}

/// Every kind of picture that can be labelled, with its name and media type.
pub fn all() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    vec![
        ("dot.png", "image/png", png(1, 1)),
        ("small.png", "image/png", png(64, 48)),
        ("photo.png", "image/png", png(640, 480)),
        ("small.jpg", "image/jpeg", jpeg(64, 48)),
        ("photo.jpg", "image/jpeg", jpeg(1024, 1024)),
        ("segments.jpg", "image/jpeg", jpeg_with_segments()),
        ("lossless.webp", "image/webp", webp(64, 48)),
        ("lossy.webp", "image/webp", webp_lossy()),
        ("extended.webp", "image/webp", webp_extended()),
    ]
}
