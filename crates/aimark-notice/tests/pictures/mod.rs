//! Pictures for tests: seeded, so that each run has the same.

#![allow(dead_code, reason = "each test takes what it needs")]

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

/// Numbers that look random (xorshift).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub(crate) fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % sides
    }

    pub(crate) fn byte(&mut self) -> u8 {
        u8::try_from(self.roll(256)).unwrap()
    }

    pub(crate) fn colour(&mut self) -> [u8; 3] {
        [self.byte(), self.byte(), self.byte()]
    }
}

/// A flat colour, a gradient, stripes, a chequerboard, noise, or white or black, in turn.
pub(crate) fn background(seed: u64, width: u32, height: u32) -> RgbImage {
    let mut dice = Dice::new(seed);
    let (one, other) = (dice.colour(), dice.colour());
    let step = u32::try_from(1 + dice.roll(12)).unwrap();
    let mix = |part: u32, whole: u32| {
        let channel = |(a, b): (u8, u8)| {
            u8::try_from((u32::from(a) * (whole - part) + u32::from(b) * part) / whole).unwrap()
        };
        Rgb([channel((one[0], other[0])), channel((one[1], other[1])), channel((one[2], other[2]))])
    };
    RgbImage::from_fn(width, height, |x, y| match seed % 8 {
        0 => Rgb(one),
        1 => mix(x, width),
        2 => mix(y, height),
        3 => Rgb(if (x / step) % 2 == 0 { one } else { other }),
        4 => Rgb(if (y / step + x / step) % 2 == 0 { [255; 3] } else { [0; 3] }),
        5 => Rgb(dice.colour()),
        6 => Rgb([[255, 255, 255], [0, 0, 0], [255, 255, 0], [0, 255, 255]]
            [usize::try_from(seed / 8 % 4).unwrap()]),
        _ => {
            let grey = dice.byte();
            Rgb([grey; 3])
        }
    })
}

/// Light letters of some other text on a dark ground, or bars like letters: what is most like a notice.
pub(crate) fn lettering(seed: u64, width: u32, height: u32) -> RgbImage {
    let mut dice = Dice::new(seed);
    let mut picture = RgbImage::from_pixel(width, height, Rgb([20; 3]));
    for _ in 0..width * height / 40 {
        let (x, y) = (dice.roll(width.into()), dice.roll(height.into()));
        let (w, h) = if dice.roll(2) == 0 {
            (1 + dice.roll(3), 3 + dice.roll(12))
        } else {
            (3 + dice.roll(9), 1 + dice.roll(3))
        };
        for dy in 0..h {
            for dx in 0..w {
                let (x, y) = (u32::try_from(x + dx).unwrap(), u32::try_from(y + dy).unwrap());
                if x < width && y < height {
                    picture.put_pixel(x, y, Rgb([250; 3]));
                }
            }
        }
    }
    picture
}

pub(crate) fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

pub(crate) fn png(picture: RgbImage) -> Vec<u8> {
    encoded(&picture.into(), ImageFormat::Png)
}

pub(crate) fn jpeg(picture: &DynamicImage, quality: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    picture.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, quality)).unwrap();
    bytes
}

pub(crate) fn decoded(bytes: &[u8]) -> DynamicImage {
    image::load_from_memory(bytes).unwrap()
}

/// EXIF with an orientation and nothing else.
pub(crate) fn exif(orientation: u8) -> Vec<u8> {
    [b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".as_slice(), &[orientation, 0, 0, 0], &[0; 4]].concat()
}

pub(crate) fn png_chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let body = [kind.as_slice(), data].concat();
    let len = u32::try_from(data.len()).unwrap().to_be_bytes();
    [len.as_slice(), &body, &crc32fast::hash(&body).to_be_bytes()].concat()
}

/// Chunks put in after IHDR.
pub(crate) fn with_chunks(png: &[u8], chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let chunks: Vec<u8> = chunks.iter().flat_map(|(kind, data)| png_chunk(kind, data)).collect();
    [&png[..33], &chunks, &png[33..]].concat()
}

/// Segments put in after SOI.
pub(crate) fn with_segments(jpeg: &[u8], segments: &[(u8, &[u8])]) -> Vec<u8> {
    let segment = |(marker, data): &(u8, &[u8])| {
        let len = u16::try_from(data.len() + 2).unwrap().to_be_bytes();
        [&[0xff, *marker], len.as_slice(), data].concat()
    };
    let segments: Vec<u8> = segments.iter().flat_map(segment).collect();
    [&jpeg[..2], &segments, &jpeg[2..]].concat()
}

/// A WebP with a VP8X chunk before and other chunks after its pixels.
pub(crate) fn with_riff(webp: &[u8], flags: u8, size: u8, chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let chunk = |kind: &[u8; 4], data: &[u8]| {
        let len = u32::try_from(data.len()).unwrap().to_le_bytes();
        [kind.as_slice(), &len, data, &vec![0; data.len() % 2]].concat()
    };
    let side = size - 1;
    let header = chunk(b"VP8X", &[flags, 0, 0, 0, side, 0, 0, side, 0, 0]);
    let (first, last): (Vec<_>, Vec<_>) = chunks.iter().partition(|(kind, _)| *kind == b"ICCP");
    let all =
        |chunks: Vec<&(&[u8; 4], &[u8])>| chunks.iter().flat_map(|(k, d)| chunk(k, d)).collect::<Vec<u8>>();
    let body = [b"WEBP".as_slice(), &header, &all(first), &webp[12..], &all(last)].concat();
    [b"RIFF".as_slice(), &u32::try_from(body.len()).unwrap().to_le_bytes(), &body].concat()
}

pub(crate) fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
