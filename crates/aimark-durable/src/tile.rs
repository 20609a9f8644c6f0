//! A tile from the lines of its spectrum, and those lines back from a tile, by plain sums in a fixed order: the same on
//! every machine. Only few lines are wanted, so that this is about as fast as a Fourier transform.

use std::sync::OnceLock;

use crate::lattice::{Chip, Complex, HIGHEST, LOWEST, Lattice, Line, TILE, wave};
use crate::num::{index, real};
use crate::plane::Plane;

/// What share of the mark's power synchronises; the rest carries the payload.
const SYNC_POWER: f32 = 0.24;
/// How many columns of lines there are: 0 to 28.
const COLUMNS: usize = 29;
/// How many rows of lines there are: -28 to 28.
const ROWS: usize = 57;

/// The lines of a tile up to 28 periods across and down.
#[derive(Debug, Clone)]
pub(crate) struct Spectrum {
    /// By row from -28 on, then by column from 0 on.
    values: Vec<[Complex; COLUMNS]>,
}

impl Spectrum {
    fn zero() -> Self {
        Self { values: vec![[Complex::default(); COLUMNS]; ROWS] }
    }

    /// From a function of column and row, for columns from 0 on.
    pub(crate) fn from_lines(line: impl Fn(usize, i32) -> Complex) -> Self {
        let mut spectrum = Self::zero();
        for (y, row) in (-28..).zip(spectrum.values.iter_mut()) {
            row.iter_mut().enumerate().for_each(|(x, value)| *value = line(x, y));
        }
        spectrum
    }

    /// A line; zero beyond 28.
    pub(crate) fn at(&self, x: i32, y: i32) -> Complex {
        if x < 0 { self.half(x.wrapping_neg(), y.wrapping_neg()).conj() } else { self.half(x, y) }
    }

    fn half(&self, x: i32, y: i32) -> Complex {
        let row = usize::try_from(y.saturating_add(28)).ok().and_then(|row| self.values.get(row));
        row.and_then(|row| row.get(index(x))).copied().unwrap_or_default()
    }

    fn add(&mut self, x: i32, y: i32, value: Complex) {
        let row = usize::try_from(y.saturating_add(28)).ok().and_then(|row| self.values.get_mut(row));
        if let Some(at) = row.and_then(|row| row.get_mut(index(x))) {
            *at += value;
        }
    }

    /// One by the usual magnitude of the lines around each line: pictures have more in some directions, and JPEG in some
    /// places.
    pub(crate) fn gains(&self) -> Gains {
        let mut power = Plane::new(ROWS, ROWS);
        for (y, row) in (-28..).zip(power.rows_mut()) {
            for (x, value) in (-28..).zip(row) {
                *value = if is_of_mark(x, y) { self.at(x, y).norm_sqr() } else { 0.0 };
            }
        }
        let around = power.mean(AROUND);
        let mut gains = vec![[0.0; COLUMNS]; ROWS];
        for ((gains, around), counts) in gains.iter_mut().zip(around.rows()).zip(counts()) {
            let right = around.iter().zip(counts).skip(28);
            for (gain, (power, count)) in gains.iter_mut().zip(right) {
                *gain = if *power > 0.0 { (count / power).sqrt() } else { 0.0 };
            }
        }
        Gains(gains)
    }

    /// Each line times its gain.
    pub(crate) fn flattened(&self, gains: &Gains) -> Self {
        let mut flat = self.clone();
        for (row, gains) in flat.values.iter_mut().zip(&gains.0) {
            row.iter_mut().zip(gains).for_each(|(value, gain)| *value *= *gain);
        }
        flat
    }

    /// Of a tile, by plain sums.
    pub(crate) fn of(tile: &Tile) -> Self {
        let mut spectrum = Self::zero();
        for (y, row) in tile.0.chunks_exact(TILE).enumerate() {
            let across = of_row(row);
            for (line, into) in (-28_i32..).zip(spectrum.values.iter_mut()) {
                let turn = phase(line, y).conj();
                into.iter_mut().zip(&across).for_each(|(into, value)| *into += *value * turn);
            }
        }
        spectrum
    }
}

/// A factor for each line, laid out as in [`Spectrum`].
pub(crate) struct Gains(Vec<[f32; COLUMNS]>);

/// How many lines on each side of a line are around it.
const AROUND: usize = 3;

/// Which share of the lines around each line is of the mark. Kept in place: callers in C want no memory left over.
fn counts() -> &'static [[f32; ROWS]; ROWS] {
    static COUNTS: OnceLock<[[f32; ROWS]; ROWS]> = OnceLock::new();
    COUNTS.get_or_init(|| {
        let mut counts = Plane::new(ROWS, ROWS);
        for (y, row) in (-28..).zip(counts.rows_mut()) {
            (-28..).zip(row).for_each(|(x, count)| *count = if is_of_mark(x, y) { 1.0 } else { 0.0 });
        }
        let mean = counts.mean(AROUND);
        let mut kept = [[0.0; ROWS]; ROWS];
        for (kept, row) in kept.iter_mut().zip(mean.rows()) {
            kept.iter_mut().zip(row).for_each(|(kept, value)| *kept = *value);
        }
        kept
    })
}

fn is_of_mark(x: i32, y: i32) -> bool {
    let radius = Line { x, y }.radius();
    (LOWEST..=HIGHEST).contains(&radius)
}

fn of_row(row: &[f32]) -> [Complex; COLUMNS] {
    let (mut real, mut imaginary) = ([0.0_f32; COLUMNS], [0.0_f32; COLUMNS]);
    for (value, waves) in row.iter().zip(crate::lattice::columns()) {
        for (sum, wave) in real.iter_mut().zip(&waves.real) {
            *sum += *value * *wave;
        }
        for (sum, wave) in imaginary.iter_mut().zip(&waves.imaginary) {
            *sum -= *value * *wave;
        }
    }
    let mut both = [Complex::default(); COLUMNS];
    for ((into, real), imaginary) in both.iter_mut().zip(&real).zip(&imaginary) {
        *into = Complex::new(*real, *imaginary);
    }
    both
}

/// `exp(2 pi i line at / 128)`.
fn phase(line: i32, at: usize) -> Complex {
    let step = usize::try_from(line.rem_euclid(128)).unwrap_or_default();
    wave(step.wrapping_mul(at).wrapping_mul(2))
}

/// 128 x 128 real numbers.
#[derive(Debug, Clone)]
pub(crate) struct Tile(pub(crate) Vec<f32>);

impl Tile {
    /// The mark of a payload's chips: of mean 0 and variance 1.
    pub(crate) fn of_chips(lattice: &Lattice, chips: &[f32]) -> Self {
        let amplitude = |power: f32, lines: usize| (power / (2.0 * real(lines.max(1)))).sqrt();
        let sync = amplitude(SYNC_POWER, lattice.sync.len());
        let payload = amplitude(1.0 - SYNC_POWER, lattice.payload.len()) * std::f32::consts::FRAC_1_SQRT_2;
        let chip = |chip: &Chip| chips.get(chip.at).copied().unwrap_or_default() * chip.sign * payload;
        let mut spectrum = Spectrum::zero();
        lattice.sync.iter().for_each(|(line, phase)| spectrum.add(line.x, line.y, *phase * sync));
        for carrier in &lattice.payload {
            let value = Complex::new(chip(&carrier.real), chip(&carrier.imaginary));
            spectrum.add(carrier.line.x, carrier.line.y, value);
        }
        Self::of(&spectrum)
    }

    fn of(spectrum: &Spectrum) -> Self {
        let mut tile = vec![0.0; TILE * TILE];
        for (y, row) in tile.chunks_exact_mut(TILE).enumerate() {
            let mut across = [Complex::default(); COLUMNS];
            for (line, values) in (-28_i32..).zip(&spectrum.values) {
                let turn = phase(line, y);
                across.iter_mut().zip(values).for_each(|(sum, value)| *sum += *value * turn);
            }
            for (value, waves) in row.iter_mut().zip(crate::lattice::columns()) {
                let pairs = across.iter().zip(waves.real.iter().zip(&waves.imaginary));
                *value =
                    pairs.map(|(sum, (real, imaginary))| 2.0 * (sum.re * real - sum.im * imaginary)).sum();
            }
        }
        Self(tile)
    }

    /// Repeated over a plane.
    pub(crate) fn repeated(&self, width: usize, height: usize) -> Plane {
        let mut plane = Plane::new(width, height);
        for (into, row) in plane.rows_mut().zip(self.0.chunks_exact(TILE).cycle()) {
            into.iter_mut().zip(row.iter().cycle()).for_each(|(into, value)| *into = *value);
        }
        plane
    }
}
