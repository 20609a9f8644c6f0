//! How the pixels of a JPEG are coded (ITU-T T.81, B.2.2 and B.2.4.1), and coding others alike.

use image::DynamicImage;
use jpeg_encoder::{ChromaSubsamplingMethod, ColorType, Encoder, QuantizationTableType, SamplingFactor};

use crate::Quality;

/// Where the values of a table lie that come in zigzag order (ITU-T T.81, figure A.6), row by row.
const ZIGZAG: [u8; 64] = [
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7,
    14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39,
    46, 53, 60, 61, 54, 47, 55, 62, 63,
];
/// Where a file has no table that could be read: hardly any loss.
const FLAT: [u16; 64] = [2; 64];
/// What a file without its own tables gets.
const USUAL: u8 = 90;

/// What of a file's coding is kept.
#[derive(Default)]
pub(super) struct Coding {
    tables: [Option<Box<[u16; 64]>>; 4],
    /// Of each component: how often it is sampled across and down, and the number of its table.
    components: Vec<(u8, u8, u8)>,
    progressive: bool,
    pub(super) scans: u32,
}

impl Coding {
    /// A DQT segment: some tables. Those that are cut off are left out; the decoder will say what is wrong.
    pub(super) fn tables(&mut self, mut data: &[u8]) {
        while let Some((&head, rest)) = data.split_first() {
            let width = if head >> 4 == 0 { 1 } else { 2 };
            let Some((values, rest)) = rest.split_at_checked(64_usize.saturating_mul(width)) else { return };
            let mut table = Box::new([1; 64]);
            for (value, place) in values.chunks_exact(width).zip(ZIGZAG) {
                let value = value.iter().fold(0_u16, |sum, byte| sum << 8 | u16::from(*byte));
                if let Some(cell) = table.get_mut(usize::from(place)) {
                    // A baseline JPEG has one byte for it.
                    *cell = value.clamp(1, 255);
                }
            }
            if let Some(slot) = self.tables.get_mut(usize::from(head & 0xf)) {
                *slot = Some(table);
            }
            data = rest;
        }
    }

    /// A frame header: how the components are sampled.
    pub(super) fn frame(&mut self, marker: u8, data: &[u8]) {
        self.progressive = marker == 0xc2;
        let listed = data.get(6..).unwrap_or_default().chunks_exact(3);
        self.components = listed
            .filter_map(|component| match component {
                [_, sampling, table] => Some((sampling >> 4, sampling & 0xf, *table)),
                _ => None,
            })
            .collect();
    }

    /// Whether the colours lie in scans of their own and have fewer rows than the brightness. The decoder gets the rows of
    /// such a picture wrong, without an error.
    pub(super) fn is_misread(&self) -> bool {
        let rows: Vec<u8> = self.components.iter().map(|(_, rows, _)| *rows).collect();
        !self.progressive
            && self.scans > 1
            && rows.windows(2).any(|pair| matches!(pair, [one, next] if one != next))
    }

    /// A JPEG of these pixels. `None` where the encoder cannot, which is a fault: what was decoded can be coded.
    pub(super) fn encode(&self, image: &DynamicImage, quality: Quality) -> Option<Vec<u8>> {
        let (width, height) = (u16::try_from(image.width()).ok()?, u16::try_from(image.height()).ok()?);
        let mut out = Vec::new();
        let mut encoder = Encoder::new(&mut out, USUAL);
        match quality {
            Quality::Of(quality) => {
                encoder.set_quality(quality.clamp(1, 100));
                encoder.set_sampling_factor(SamplingFactor::F_1_1);
            }
            Quality::AsBefore => self.set(&mut encoder),
        }
        let coded = match image {
            DynamicImage::ImageLuma8(grey) => encoder.encode(grey, width, height, ColorType::Luma),
            DynamicImage::ImageRgb8(rgb) => encoder.encode(rgb, width, height, ColorType::Rgb),
            other => encoder.encode(&other.to_rgb8(), width, height, ColorType::Rgb),
        };
        coded.is_ok().then_some(out)
    }

    fn set(&self, encoder: &mut Encoder<&mut Vec<u8>>) {
        let table = |component: usize| {
            let (_, _, number) = self.components.get(component).or_else(|| self.components.first())?;
            self.tables.get(usize::from(*number))?.clone()
        };
        let custom = |table: Option<Box<_>>| QuantizationTableType::Custom(table.unwrap_or(Box::new(FLAT)));
        encoder.set_quantization_tables(custom(table(0)), custom(table(1)));
        encoder.set_sampling_factor(self.sampling());
        // As libjpeg does it. One pixel of four, which is the default, would shift the colours.
        encoder.set_chroma_subsampling_method(ChromaSubsamplingMethod::Average);
        encoder.set_progressive(self.progressive);
        // Otherwise the encoder writes a baseline JPEG in several scans, and some decoders take those for noise.
        encoder.set_optimized_huffman_tables(self.progressive);
    }

    /// How much finer the first component is sampled than the second: once or twice. Of what is finer still, the encoder
    /// makes several scans.
    fn sampling(&self) -> SamplingFactor {
        let [(across, down, _), (less_across, less_down, _), ..] = self.components.as_slice() else {
            return SamplingFactor::F_1_1;
        };
        let times = |more: u8, less: u8| more.checked_div(less).filter(|_| more.checked_rem(less) == Some(0));
        let factors = times(*across, *less_across).zip(times(*down, *less_down));
        match factors {
            Some((h @ 1..=2, v @ 1..=2)) => {
                SamplingFactor::from_factors(h, v).unwrap_or(SamplingFactor::F_1_1)
            }
            _ => SamplingFactor::F_1_1,
        }
    }
}
