//! The lines of the spectrum that a mark is made of, and what each is used for under a key.
//!
//! The mark is a tile of 128 x 128 that repeats, so its spectrum is a lattice: line `(x, y)` is a wave with `x` periods
//! across a tile and `y` down it. Of each line and its opposite, one is listed.

use std::sync::OnceLock;

use crate::Key;
use crate::code::CHIPS;
use crate::num::{double, real_of, single};

/// Side of a tile, in pixels of the work image.
pub(crate) const TILE: usize = 128;
/// The lowest and the highest line, in periods in a tile.
pub(crate) const LOWEST: f32 = 4.0;
/// See [`LOWEST`].
pub(crate) const HIGHEST: f32 = 28.0;
/// What share of the lines synchronises, in hundredths.
const SYNC_LINES: usize = 25;

/// Periods across and down a tile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) x: i32,
    pub(crate) y: i32,
}

impl Line {
    /// How many periods in a tile along the wave.
    pub(crate) fn radius(self) -> f32 {
        (real_of(self.x) * real_of(self.x) + real_of(self.y) * real_of(self.y)).sqrt()
    }
}

/// All lines, the lowest first.
pub(crate) fn lines() -> Vec<Line> {
    let all = (-28..=28).flat_map(|y| (0..=28).map(move |x| Line { x, y }));
    let half = all.filter(|line| line.x > 0 || line.y > 0);
    let mut lines: Vec<Line> =
        half.filter(|line| line.radius() >= LOWEST && line.radius() <= HIGHEST).collect();
    lines.sort_by(|a, b| a.radius().total_cmp(&b.radius()).then((a.x, a.y).cmp(&(b.x, b.y))));
    lines
}

/// What the lines are used for under one key.
#[derive(Debug, Clone)]
pub(crate) struct Lattice {
    /// Lines with a known phase.
    pub(crate) sync: Vec<(Line, Complex)>,
    /// Lines that carry two chips each.
    pub(crate) payload: Vec<Carrier>,
}

/// A line with the chips on its real and its imaginary part.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Carrier {
    pub(crate) line: Line,
    pub(crate) real: Chip,
    pub(crate) imaginary: Chip,
}

/// Which chip, and whether it is turned around: 1 or -1.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Chip {
    pub(crate) at: usize,
    pub(crate) sign: f32,
}

/// A complex number.
pub(crate) type Complex = rustfft::num_complex::Complex<f32>;

impl Lattice {
    pub(crate) fn new(key: &Key) -> Self {
        let mut lines = lines();
        key.numbers(b"lines").shuffle(&mut lines);
        let (sync, payload) = lines.split_at(lines.len().saturating_mul(SYNC_LINES) / 100);
        let mut phases = key.numbers(b"phases");
        let sync = sync.iter().map(|line| (*line, wave(phases.below(TURN)))).collect();
        let mut chips: Vec<usize> = (0..CHIPS).cycle().take(payload.len().saturating_mul(2)).collect();
        key.numbers(b"chips").shuffle(&mut chips);
        let mut signs = key.numbers(b"signs");
        let mut chips =
            chips.into_iter().map(|at| Chip { at, sign: if signs.below(2) == 0 { 1.0 } else { -1.0 } });
        let carriers = payload
            .iter()
            .filter_map(|line| Some(Carrier { line: *line, real: chips.next()?, imaginary: chips.next()? }));
        Self { sync, payload: carriers.collect() }
    }
}

/// How many phases there are.
pub(crate) const TURN: usize = 256;

/// `exp(2 pi i at / 256)`.
pub(crate) fn wave(at: usize) -> Complex {
    waves().get(at % TURN).copied().unwrap_or_default()
}

/// All phases, the same on every platform.
pub(crate) fn waves() -> &'static [Complex; TURN] {
    static WAVES: OnceLock<[Complex; TURN]> = OnceLock::new();
    WAVES.get_or_init(|| {
        std::array::from_fn(|at| {
            let angle = std::f64::consts::TAU * double(at) / double(TURN);
            Complex::new(single(libm::cos(angle)), single(libm::sin(angle)))
        })
    })
}

/// At one place across a tile, the waves with 0 to 28 periods across it.
pub(crate) struct Waves {
    pub(crate) real: [f32; 29],
    pub(crate) imaginary: [f32; 29],
}

/// [`Waves`] for all places across a tile.
pub(crate) fn columns() -> &'static [Waves; TILE] {
    static COLUMNS: OnceLock<[Waves; TILE]> = OnceLock::new();
    COLUMNS.get_or_init(|| {
        let at = |column: usize, x: usize| wave(column.wrapping_mul(x).wrapping_mul(2));
        std::array::from_fn(|x| Waves {
            real: std::array::from_fn(|column| at(column, x).re),
            imaginary: std::array::from_fn(|column| at(column, x).im),
        })
    })
}
