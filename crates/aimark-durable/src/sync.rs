//! Is there a mark at a geometry, and at which shift?

use std::sync::Arc;

use rustfft::{Fft, FftPlanner};

use crate::geometry::Turn;
use crate::lattice::{Complex, Lattice, TILE};
use crate::num::{index, real};
use crate::read::{Unshift, line_of};
use crate::tile::{Spectrum, Tile};

/// What a line's magnitude is cut off at, in usual magnitudes of the lines around.
const CUT: f32 = 2.0;

/// Fourier transforms of tiles, for looking. They use the processor's vector instructions, so that sums may be rounded
/// differently on another machine: no pixel that is written may come from here.
pub(crate) struct Fourier {
    tile: Arc<dyn Fft<f32>>,
}

/// The best shift at a geometry.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Peak {
    /// How far the known phases agree, in standard deviations of what no mark gives at one shift.
    pub(crate) z: f32,
    /// Across and down, in 128ths of a tile.
    pub(crate) shift: (f32, f32),
}

impl Fourier {
    pub(crate) fn new(planner: &mut FftPlanner<f32>) -> Self {
        Self { tile: planner.plan_fft_forward(TILE) }
    }

    /// The lines of a tile.
    pub(crate) fn spectrum(&self, tile: &Tile) -> Spectrum {
        let mut columns = vec![Complex::default(); TILE * 29];
        // Two real rows are transformed as one complex row.
        for (pair, rows) in tile.0.chunks_exact(TILE * 2).enumerate() {
            let (first, second) = rows.split_at(TILE);
            let mut both: Vec<Complex> =
                first.iter().zip(second).map(|(re, im)| Complex::new(*re, *im)).collect();
            self.tile.process(&mut both);
            let back = both.first().into_iter().chain(both.iter().rev());
            for ((column, value), back) in columns.chunks_exact_mut(TILE).zip(&both).zip(back) {
                let (sum, difference) = (*value + back.conj(), *value - back.conj());
                if let Some([first, second]) = column.as_chunks_mut::<2>().0.get_mut(pair) {
                    *first = sum * 0.5;
                    *second = Complex::new(difference.im * 0.5, -difference.re * 0.5);
                }
            }
        }
        self.tile.process(&mut columns);
        Spectrum::from_lines(|x, y| {
            let row = index(y.rem_euclid(128));
            columns.get(x.saturating_mul(TILE).saturating_add(row)).copied().unwrap_or_default()
        })
    }

    /// The shift at which the known phases of a flattened spectrum agree best.
    pub(crate) fn peak(&self, spectrum: &Spectrum, lattice: &Lattice, turn: Turn) -> Peak {
        let values = values(spectrum, lattice, turn);
        let power: f32 = values.iter().map(Complex::norm_sqr).sum();
        let deviation = (power * 0.5).sqrt().max(1e-6);
        let surface = self.transformed(&values, lattice);
        let highest = surface.iter().zip(0_usize..).max_by(|a, b| a.0.total_cmp(b.0));
        let place = highest.map(|(_, place)| place).unwrap_or_default();
        let fine = finer(&values, lattice, (real(place % TILE), real(place / TILE)));
        Peak { z: fine.0 / deviation, shift: fine.1 }
    }

    /// How far the known phases of a flattened spectrum agree at each shift, by rows.
    pub(crate) fn surface(&self, spectrum: &Spectrum, lattice: &Lattice, turn: Turn) -> Vec<f32> {
        self.transformed(&values(spectrum, lattice, turn), lattice)
    }

    fn transformed(&self, values: &[Complex], lattice: &Lattice) -> Vec<f32> {
        let mut columns = vec![Complex::default(); TILE * 29];
        for ((line, phase), value) in lattice.sync.iter().zip(values) {
            let place = index(line.x).saturating_mul(TILE).saturating_add(index(line.y.rem_euclid(128)));
            if let Some(into) = columns.get_mut(place) {
                *into = *value * phase.conj();
            }
        }
        self.tile.process(&mut columns);
        let mut surface = vec![0.0; TILE * TILE];
        // Two rows at a time: a row and its opposite make real values, those of the other imaginary ones.
        for (pair, rows) in surface.chunks_exact_mut(TILE * 2).enumerate() {
            let mut both = [Complex::default(); TILE];
            for (x, column) in columns.chunks_exact(TILE).enumerate() {
                let Some([first, second]) = column.as_chunks::<2>().0.get(pair) else { continue };
                if let Some(into) = both.get_mut(x) {
                    *into += (*first + Complex::i() * *second) * 0.5;
                }
                if let Some(into) = both.get_mut(TILE.wrapping_sub(x) % TILE) {
                    *into += (first.conj() + Complex::i() * second.conj()) * 0.5;
                }
            }
            self.tile.process(&mut both);
            let (first, second) = rows.split_at_mut(TILE);
            for ((first, second), value) in first.iter_mut().zip(second).zip(&both) {
                (*first, *second) = (value.re, value.im);
            }
        }
        surface
    }
}

/// The lines with known phases, none too strong.
fn values(spectrum: &Spectrum, lattice: &Lattice, turn: Turn) -> Vec<Complex> {
    lattice.sync.iter().map(|(line, _)| limited(line_of(spectrum, turn, *line))).collect()
}

fn limited(value: Complex) -> Complex {
    let magnitude = value.norm();
    if magnitude > CUT { value * (CUT / magnitude) } else { value }
}

/// The best shift near a whole one, in parts of a place.
fn finer(values: &[Complex], lattice: &Lattice, start: (f32, f32)) -> (f32, (f32, f32)) {
    let at = |shift: (f32, f32)| -> f32 {
        let unshift = Unshift::new(shift);
        let lines = lattice.sync.iter().zip(values);
        lines.map(|((line, phase), value)| (*value * phase.conj() * unshift.of(*line)).re).sum()
    };
    let mut best = (at(start), start);
    for step in [0.5, 0.25, 0.12] {
        let around = best.1;
        for (x, y) in [(-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0)] {
            let shift = (around.0 + x * step, around.1 + y * step);
            let sum = at(shift);
            if sum > best.0 {
                best = (sum, shift);
            }
        }
    }
    best
}
