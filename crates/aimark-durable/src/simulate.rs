//! What usually happens to pictures, done to a work image to see whether its mark would survive. The same on every machine,
//! because how strong a mark is written depends on it.

use std::sync::OnceLock;

use crate::code::CHIPS;
use crate::fold::fold;
use crate::geometry::{Map, Turn};
use crate::lattice::{Lattice, TILE};
use crate::num::{double, nearest, real, single, whole};
use crate::plane::Plane;
use crate::read::chips;
use crate::resample::{Taps, resized_plane};
use crate::tile::Spectrum;
use crate::whiten::whiten;

/// How clear the chips must be for a payload to be read nearly always: their mean in their deviations.
pub(crate) const ENOUGH: f32 = 1.1;

/// How clear the chips of a marked work image are after the worst of some attacks: their mean in their deviations. `step` is
/// how many pixels of the work image one of the picture is: a small picture has fewer pixels to lose.
pub(crate) fn clarity(marked: &Plane, step: f64, lattice: &Lattice, code: &[f32; CHIPS]) -> f32 {
    let size = (1.0 / step).min(1.0);
    let half = (0.5 / step).clamp(0.2, 0.6);
    let cut = attacked(&Attack { kept: 181, size, quantisers: 0.6 }, marked, lattice, code);
    let halved = attacked(&Attack { kept: 256, size: half, quantisers: 0.5 }, marked, lattice, code);
    cut.min(halved)
}

/// How clear the chips of a marked work image are as it is.
pub(crate) fn untouched(marked: &Plane, lattice: &Lattice, code: &[f32; CHIPS]) -> f32 {
    let at = |side: usize| real(side) * 0.5 - 0.5;
    let tile = double(TILE);
    measured(marked, &Map::upright(tile, tile), (at(marked.width()), at(marked.height())), lattice, code)
}

/// What is done to a picture.
struct Attack {
    /// What is left of each side, of 256; the rest is cut away.
    kept: usize,
    /// By how much the rest is made smaller.
    size: f64,
    /// How coarse JPEG's quantisers then are: 1 for quality 50, 0.6 for 70, 0.5 for 75.
    quantisers: f32,
}

fn attacked(attack: &Attack, marked: &Plane, lattice: &Lattice, code: &[f32; CHIPS]) -> f32 {
    let kept = |side: usize| side.saturating_mul(attack.kept) / 256;
    let left = |side: usize| side.saturating_sub(kept(side)) / 2;
    let (width, height) = (marked.width(), marked.height());
    let part = marked.part(left(width), left(height), kept(width), kept(height));
    let step = 1.0 / attack.size;
    let taps = |side: usize| Taps::areas(kept(side), nearest(double(kept(side)) * attack.size), step);
    let mut part = if attack.size < 1.0 { resized_plane(&part, &taps(width), &taps(height)) } else { part };
    quantise(&mut part, attack.quantisers);
    let at = |side: usize, small: usize| real(left(side)) + real(small) * 0.5 * single(step) - 0.5;
    let shift = (at(width, part.width()), at(height, part.height()));
    let tile = double(TILE) * attack.size;
    measured(&part, &Map::upright(tile, tile), shift, lattice, code)
}

fn measured(plane: &Plane, map: &Map, shift: (f32, f32), lattice: &Lattice, code: &[f32; CHIPS]) -> f32 {
    let spectrum = Spectrum::of(&fold(&whiten(plane), map));
    let spectrum = spectrum.flattened(&spectrum.gains());
    let soft = chips(&spectrum, lattice, Turn::UPRIGHT, shift);
    let count = real(CHIPS);
    let agreed = soft.iter().zip(code).map(|(soft, code)| soft * code);
    let mean = agreed.clone().sum::<f32>() / count;
    let variance = agreed.map(|value| (value - mean) * (value - mean)).sum::<f32>() / count;
    if variance > 0.0 { mean / variance.sqrt() } else { 0.0 }
}

/// The luma quantisers of JPEG (ITU-T T.81 annex K), which quality 50 takes as they are.
#[rustfmt::skip]
const QUANTISERS: [[u8; 8]; 8] = [
    [16, 11, 10, 16, 24, 40, 51, 61],
    [12, 12, 14, 19, 26, 58, 60, 55],
    [14, 13, 16, 24, 40, 57, 69, 56],
    [14, 17, 22, 29, 51, 87, 80, 62],
    [18, 22, 37, 56, 68, 109, 103, 77],
    [24, 35, 55, 64, 81, 104, 113, 92],
    [49, 64, 78, 87, 103, 121, 120, 101],
    [72, 92, 95, 98, 112, 100, 103, 99],
];

type Block = [[f32; 8]; 8];

/// Rounds the cosine transform of all whole blocks of 8 x 8 to the quantisers times `scale`.
fn quantise(plane: &mut Plane, scale: f32) {
    let width = plane.width();
    for rows in plane.values_mut().chunks_exact_mut(width.saturating_mul(8)) {
        for at in (0..width).step_by(8) {
            let mut block: Block = [[0.0; 8]; 8];
            let mut is_whole = true;
            for (into, row) in block.iter_mut().zip(rows.chunks_exact(width)) {
                match row.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
                    Some(values) => *into = *values,
                    None => is_whole = false,
                }
            }
            if !is_whole {
                continue;
            }
            let block = quantised(&block, scale);
            for (row, values) in rows.chunks_exact_mut(width).zip(block) {
                if let Some(into) = row.get_mut(at..).and_then(|rest| rest.first_chunk_mut::<8>()) {
                    *into = values;
                }
            }
        }
    }
}

fn quantised(block: &Block, scale: f32) -> Block {
    let cosines = cosines();
    let turned = transposed(cosines);
    let mut frequencies = product(&product(cosines, block), &turned);
    for (values, quantisers) in frequencies.iter_mut().zip(&QUANTISERS) {
        for (value, quantiser) in values.iter_mut().zip(quantisers) {
            let step = f32::from(*quantiser) * scale;
            let steps = *value / step;
            let nearest = crate::num::real_of(whole(if steps < 0.0 { steps - 0.5 } else { steps + 0.5 }));
            *value = nearest * step;
        }
    }
    product(&product(&turned, &frequencies), cosines)
}

fn product(a: &Block, b: &Block) -> Block {
    a.map(|weights| {
        let mut sum = [0.0_f32; 8];
        for (weight, row) in weights.iter().zip(b) {
            sum.iter_mut().zip(row).for_each(|(sum, value)| *sum += weight * value);
        }
        sum
    })
}

fn transposed(block: &Block) -> Block {
    let mut turned = [[0.0; 8]; 8];
    for (at, row) in block.iter().enumerate() {
        for (into, value) in turned.iter_mut().zip(row) {
            if let Some(into) = into.get_mut(at) {
                *into = *value;
            }
        }
    }
    turned
}

/// The matrix of the cosine transform of 8 values.
fn cosines() -> &'static Block {
    static COSINES: OnceLock<Block> = OnceLock::new();
    COSINES.get_or_init(|| {
        std::array::from_fn(|frequency| {
            let scale = if frequency == 0 { 0.125_f64.sqrt() } else { 0.5 };
            std::array::from_fn(|at| {
                let angle = (2.0 * double(at) + 1.0) * double(frequency) * std::f64::consts::PI / 16.0;
                single(scale * libm::cos(angle))
            })
        })
    })
}
