//! What JPEG does to pixels: the example tables of ITU-T T.81 scaled by quality as the IJG's library scales them, and colour at
//! half the size in both directions, as platforms store it. Entropy coding loses nothing, and is left out.

use std::sync::OnceLock;

use crate::picture::{Picture, byte};

/// Table K.1, for brightness.
const LUMA: [u16; 64] = [
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17,
    22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78,
    87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
];
/// Table K.2, for colour.
const CHROMA: [u16; 64] = [
    17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
];

/// Written with this quality, 1 to 100, and read again.
pub fn jpeg(picture: &Picture, quality: u32) -> Picture {
    let (width, height) = (picture.width, picture.height);
    let mut planes: [Plane; 3] = std::array::from_fn(|_| Plane::new(width, height));
    for (at, pixel) in picture.rgb.chunks_exact(3).enumerate() {
        let [red, green, blue] = [pixel[0], pixel[1], pixel[2]].map(f32::from);
        planes[0].values[at] = 0.299 * red + 0.587 * green + 0.114 * blue;
        planes[1].values[at] = 128.0 - 0.168_736 * red - 0.331_264 * green + 0.5 * blue;
        planes[2].values[at] = 128.0 + 0.5 * red - 0.418_688 * green - 0.081_312 * blue;
    }
    let [light, blue, red] = planes;
    let light = light.coded(&table(&LUMA, quality));
    let chroma = table(&CHROMA, quality);
    let colour = |plane: Plane| plane.halved().coded(&chroma).doubled(width, height);
    let (blue, red) = (colour(blue), colour(red));
    let rgb = light.values.iter().zip(&blue.values).zip(&red.values).flat_map(|((light, blue), red)| {
        let (blue, red) = (blue - 128.0, red - 128.0);
        [light + 1.402 * red, light - 0.344_136 * blue - 0.714_136 * red, light + 1.772 * blue].map(byte)
    });
    Picture { width, height, rgb: rgb.collect() }
}

fn table(base: &[u16; 64], quality: u32) -> [f32; 64] {
    let quality = quality.clamp(1, 100);
    let scale = if quality < 50 { 5000 / quality } else { 200 - 2 * quality };
    base.map(|step| ((u32::from(step) * scale + 50) / 100).clamp(1, 255) as f32)
}

struct Plane {
    width: usize,
    height: usize,
    values: Vec<f32>,
}

impl Plane {
    fn new(width: usize, height: usize) -> Self {
        Self { width, height, values: vec![0.0; width * height] }
    }

    fn value(&self, x: usize, y: usize) -> f32 {
        self.values[y.min(self.height - 1) * self.width + x.min(self.width - 1)]
    }

    /// Every block of 8 x 8 transformed, quantised and back. Edges are repeated to fill the last blocks.
    fn coded(&self, steps: &[f32; 64]) -> Self {
        let mut out = Self::new(self.width, self.height);
        for top in (0..self.height).step_by(8) {
            for left in (0..self.width).step_by(8) {
                let mut block: [f32; 64] =
                    std::array::from_fn(|at| self.value(left + at % 8, top + at / 8).round() - 128.0);
                code(&mut block, steps);
                for y in top..(top + 8).min(self.height) {
                    for x in left..(left + 8).min(self.width) {
                        let value = block[(y - top) * 8 + x - left] + 128.0;
                        out.values[y * self.width + x] = value.round().clamp(0.0, 255.0);
                    }
                }
            }
        }
        out
    }

    fn halved(&self) -> Self {
        let mut out = Self::new(self.width.div_ceil(2), self.height.div_ceil(2));
        for y in 0..out.height {
            for x in 0..out.width {
                let (left, upper) = (2 * x, 2 * y);
                let sum = self.value(left, upper)
                    + self.value(left + 1, upper)
                    + self.value(left, upper + 1)
                    + self.value(left + 1, upper + 1);
                out.values[y * out.width + x] = sum / 4.0;
            }
        }
        out
    }

    /// Three parts of the nearest and one of the next, in both directions: libjpeg's "fancy" way, and everybody's default.
    fn doubled(&self, width: usize, height: usize) -> Self {
        let mut out = Self::new(width, height);
        let next = |at: usize| if at.is_multiple_of(2) { (at / 2).saturating_sub(1) } else { at / 2 + 1 };
        for y in 0..height {
            for x in 0..width {
                let row = |y: usize| 3.0 * self.value(x / 2, y) + self.value(next(x), y);
                out.values[y * width + x] = (3.0 * row(y / 2) + row(next(y))) / 16.0;
            }
        }
        out
    }
}

fn code(block: &mut [f32; 64], steps: &[f32; 64]) {
    let cosines = cosines();
    // First along rows, then along columns: each pass leaves the block transposed, so two are the right way round.
    let forward = |block: &[f32; 64]| pass(block, |frequency, at| cosines[frequency * 8 + at]);
    let back = |block: &[f32; 64]| pass(block, |at, frequency| cosines[frequency * 8 + at]);
    let mut waves = forward(&forward(block));
    for (wave, step) in waves.iter_mut().zip(steps) {
        *wave = (*wave / step).round() * step;
    }
    *block = back(&back(&waves));
}

fn pass(block: &[f32; 64], factor: impl Fn(usize, usize) -> f32) -> [f32; 64] {
    let mut out = [0.0; 64];
    for row in 0..8 {
        for to in 0..8 {
            let from = &block[row * 8..][..8];
            out[to * 8 + row] = from.iter().enumerate().map(|(at, value)| value * factor(to, at)).sum();
        }
    }
    out
}

/// The orthonormal cosine transform of 8 values: one row for each frequency.
fn cosines() -> &'static [f32; 64] {
    static TABLE: OnceLock<[f32; 64]> = OnceLock::new();
    TABLE.get_or_init(|| {
        std::array::from_fn(|at| {
            let (frequency, place) = ((at / 8) as f64, (at % 8) as f64);
            let scale = if at < 8 { 0.125_f64.sqrt() } else { 0.5 };
            (scale * ((2.0 * place + 1.0) * frequency * std::f64::consts::PI / 16.0).cos()) as f32
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made;
    use crate::quality::psnr;

    #[test]
    fn lower_quality_is_worse() {
        let scene = made::scene(83, 61, 7);
        let losses = [100, 90, 75, 50, 20].map(|quality| psnr(&scene, &jpeg(&scene, quality)));
        assert!(losses.windows(2).all(|pair| pair[0] > pair[1]), "{losses:?}");
        assert!(losses[4] > 25.0, "{losses:?}");
    }

    #[test]
    fn grey_survives_and_a_second_time_changes_nearly_nothing() {
        let grey = Picture::filled(33, 17, [77; 3]);
        assert!(psnr(&jpeg(&grey, 75), &grey) > 45.0);
        let once = jpeg(&made::scene(64, 64, 8), 60);
        let again = psnr(&jpeg(&once, 60), &once);
        // On another grid it is a second loss.
        let moved = once.crop(3, 5, 50, 50);
        let elsewhere = psnr(&jpeg(&moved, 60), &moved);
        assert!(again > 40.0 && elsewhere < again - 2.0, "{again} {elsewhere}");
    }

    #[test]
    fn is_near_to_what_a_real_codec_does() {
        let scene = made::scene(96, 64, 9);
        let mut file = Vec::new();
        let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut file, 80);
        let grey: Vec<u8> = scene.luma().into_iter().map(byte).collect();
        image::ImageEncoder::write_image(encoder, &grey, 96, 64, image::ExtendedColorType::L8)
            .expect("encodes");
        let read = image::load_from_memory(&file).expect("decodes").into_rgb8().into_raw();
        let real = Picture { rgb: read, ..scene };
        let grey = Picture { rgb: grey.iter().flat_map(|value| [*value; 3]).collect(), ..scene };
        assert!(psnr(&real, &jpeg(&grey, 80)) > 50.0, "{}", psnr(&real, &jpeg(&grey, 80)));
    }
}
