//! Chips from the lines of a spectrum, for a known geometry. The same on every machine.

use crate::code::{CHIPS, decode};
use crate::geometry::Turn;
use crate::lattice::{Complex, Lattice, Line};
use crate::num::{index, single, whole};
use crate::payload::Payload;
use crate::tile::Spectrum;

/// How many rings of 3 periods there are, up to the highest line.
const RINGS: usize = 10;
/// What a chip's value is cut off at, in usual magnitudes of the lines around.
const CUT: f32 = 1.7;
/// How many lines a ring's own strength must come from to count half, beside the strength of all rings.
const DOUBT: f32 = 12.0;

/// Something for each ring of lines.
type Rings = [f32; RINGS];

/// Which ring a line is in.
fn ring(line: Line) -> usize {
    index(whole(line.radius() * (1.0 / 3.0)))
}

fn of_ring(rings: &Rings, line: Line) -> f32 {
    rings.get(ring(line)).copied().unwrap_or_default()
}

/// Turns all lines back by a shift: `exp(-2 pi i line shift / 128)`.
pub(crate) struct Unshift {
    x: Vec<Complex>,
    y: Vec<Complex>,
}

impl Unshift {
    pub(crate) fn new(shift: (f32, f32)) -> Self {
        let waves = |shift: f32| {
            let phase = |line: i32| {
                let angle = f64::from(line) * f64::from(shift) * (-std::f64::consts::TAU / 128.0);
                let (sine, cosine) = libm::sincos(angle);
                Complex::new(single(cosine), single(sine))
            };
            (-28..=28).map(phase).collect()
        };
        Self { x: waves(shift.0), y: waves(shift.1) }
    }

    pub(crate) fn of(&self, line: Line) -> Complex {
        let at = |waves: &[Complex], line: i32| {
            waves.get(index(line.saturating_add(28))).copied().unwrap_or_default()
        };
        at(&self.x, line.x) * at(&self.y, line.y)
    }
}

/// A line of the mark, as it is in a spectrum that was turned and shifted.
pub(crate) fn line_of(spectrum: &Spectrum, turn: Turn, line: Line) -> Complex {
    let (x, y) = turn.line(line.x, line.y);
    spectrum.at(x, y)
}

/// How the known phases agree at a shift, by ring: the sum, and of how many lines.
fn agreement(spectrum: &Spectrum, lattice: &Lattice, turn: Turn, unshift: &Unshift) -> (Rings, Rings) {
    let (mut sums, mut counts) = ([0.0_f32; RINGS], [0.0_f32; RINGS]);
    for (line, phase) in &lattice.sync {
        let value = line_of(spectrum, turn, *line) * unshift.of(*line) * phase.conj();
        if let (Some(sum), Some(count)) = (sums.get_mut(ring(*line)), counts.get_mut(ring(*line))) {
            *sum += value.re;
            *count += 1.0;
        }
    }
    (sums, counts)
}

/// What each chip of a flattened spectrum seems to be: the sum over its lines, each by how much the known phases in its ring are to be believed.
pub(crate) fn chips(spectrum: &Spectrum, lattice: &Lattice, turn: Turn, shift: (f32, f32)) -> [f32; CHIPS] {
    let unshift = Unshift::new(shift);
    let weights = weights(&agreement(spectrum, lattice, turn, &unshift));
    let mut chips = [0.0; CHIPS];
    for carrier in &lattice.payload {
        let line = carrier.line;
        let value = line_of(spectrum, turn, line) * unshift.of(line);
        let weight = of_ring(&weights, line);
        for (chip, value) in [(carrier.real, value.re), (carrier.imaginary, value.im)] {
            if let Some(sum) = chips.get_mut(chip.at) {
                *sum += value.clamp(-CUT, CUT) * chip.sign * weight;
            }
        }
    }
    chips
}

/// By ring how strong the mark is beside the rest. A ring has few known lines, so that the rings around it count too.
fn weights((sums, counts): &(Rings, Rings)) -> Rings {
    let shares: Vec<(f32, f32)> = sums.iter().copied().zip(counts.iter().copied()).collect();
    let all = shares.iter().fold((0.0, 0.0), |all, share| (all.0 + share.0, all.1 + share.1));
    let mean = if all.1 > 0.0 { all.0 / all.1 } else { 0.0 };
    let mut weights = [0.0; RINGS];
    for (at, weight) in weights.iter_mut().enumerate() {
        let near = shares.iter().skip(at.saturating_sub(1)).take(if at == 0 { 2 } else { 3 });
        let near = near.fold((0.0, 0.0), |all, share| (all.0 + share.0, all.1 + share.1));
        let strength = (near.0 + DOUBT * mean) / (near.1 + DOUBT);
        let strength = strength.clamp(0.0, 0.9);
        *weight = strength / (1.0 - strength * strength);
    }
    weights
}

/// The payload of a flattened spectrum at a shift, and how well the path to it fits; nothing where the check sum is wrong.
pub(crate) fn read(
    spectrum: &Spectrum,
    lattice: &Lattice,
    turn: Turn,
    shift: (f32, f32),
) -> Option<(Payload, f32)> {
    let paths = decode(&chips(spectrum, lattice, turn, shift));
    paths.into_iter().find_map(|path| Some((Payload::from_bits(&path.bits)?, path.fit)))
}
