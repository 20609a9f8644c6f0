//! From a geometry that is nearly right to one that is right: blocks of the picture vote for their own small shifts.
//!
//! A picture that is scaled, turned, leaned or seen in perspective a little otherwise than thought is one whose blocks are
//! shifted. How well the known phases agree is computed once for each block and every shift; then thousands of small changes
//! of the geometry cost a few sums each.

use crate::fold::{Part, fold_part};
use crate::geometry::{Map, Turn};
use crate::lattice::{Lattice, TILE};
use crate::num::{double, index, single, whole};
use crate::plane::Plane;
use crate::sync::{Fourier, Peak};
use crate::tile::{Spectrum, Tile};

/// About how long and wide a block is, in pixels.
const BLOCK: usize = 100;
/// The largest and the smallest change that is tried, as shares of 1.
const STEPS: (f64, f64) = (0.006, 0.0001);

/// A map, and small changes of the picture before it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Warp {
    pub(crate) map: Map,
    /// Wider, higher, turned, leaned, bent to the right, bent down: as shares of 1.
    change: [f64; 6],
    /// Half of the plane's diagonal: bends are given for it.
    radius: f64,
}

impl Warp {
    pub(crate) fn new(map: Map, plane: &Plane) -> Self {
        let (width, height) = (double(plane.width()), double(plane.height()));
        Self { map, change: [0.0; 6], radius: (width * width + height * height).sqrt() * 0.5 }
    }

    /// By how much a place is moved, in pixels.
    fn moved(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let [wide, high, turn, lean, right, down] = self.change;
        let bend = (right * x + down * y) / self.radius;
        (wide * x + (turn + lean) * y - bend * x, (lean - turn) * x + high * y - bend * y)
    }

    /// The map near a place, and where it has the plane's middle, in tiles.
    fn near(&self, (x, y): (f64, f64)) -> (Map, (f64, f64)) {
        let [wide, high, turn, lean, right, down] = self.change;
        let (right, down) = (right / self.radius, down / self.radius);
        let bend = right * x + down * y;
        let near = self.map.times(
            (1.0 + wide - bend - x * right, turn + lean - x * down),
            (lean - turn - y * right, 1.0 + high - bend - y * down),
        );
        let moved = self.moved((x, y));
        let (at, linear) = (self.map.of((x + moved.0, y + moved.1)), near.of((x, y)));
        (near, (at.0 - linear.0, at.1 - linear.1))
    }

    /// The map without bends.
    pub(crate) fn flat(&self) -> Map {
        let [wide, high, turn, lean, ..] = self.change;
        self.map.changed([wide, high, turn, lean])
    }
}

/// The blocks of a plane.
fn parts(plane: &Plane) -> Vec<Part> {
    let cuts = |side: usize| {
        let count = (side.saturating_add(BLOCK / 2) / BLOCK).clamp(1, 12);
        let cut = move |at: usize| at.saturating_mul(side).checked_div(count).unwrap_or_default();
        (0..count).map(move |at| (cut(at), cut(at.saturating_add(1)).saturating_sub(cut(at))))
    };
    let rows = cuts(plane.height());
    rows.flat_map(|(top, height)| {
        cuts(plane.width()).map(move |(left, width)| Part { left, top, width, height })
    })
    .collect()
}

/// All blocks folded, each by the map near it.
pub(crate) fn fold_warped(plane: &Plane, warp: &Warp) -> Tile {
    let mut tile = Tile(vec![0.0; TILE * TILE]);
    for part in parts(plane) {
        let (map, at) = warp.near(part.centre(plane));
        fold_part(plane, &part, &map, at, &mut tile);
    }
    tile
}

/// A block's place, and how far the known phases agree in it at each shift.
struct Block {
    centre: (f64, f64),
    surface: Vec<f32>,
}

/// What is being looked at.
pub(crate) struct View<'a> {
    pub(crate) plane: &'a Plane,
    pub(crate) fourier: &'a Fourier,
    pub(crate) lattice: &'a Lattice,
    pub(crate) turn: Turn,
}

impl View<'_> {
    /// The best warp near a map, starting from a shift that was found in the middle part of the plane, of so many hundredths
    /// of its sides; and the flattened spectrum and the peak with it.
    pub(crate) fn refined(&self, map: Map, peak: Peak, hundredths: usize) -> (Warp, Spectrum, Peak) {
        let start = Warp::new(map, self.plane);
        let blocks = self.blocks(&start);
        let mut state = State { warp: start, shift: (f64::from(peak.shift.0), f64::from(peak.shift.1)) };
        // From the middle outwards, so that the outer blocks come in when they are nearly right.
        for share in [0.6, 0.8, 1.0] {
            if share * 100.0 + 1.0 < double(hundredths) && share < 1.0 {
                continue;
            }
            let radius = share * state.warp.radius;
            let near: Vec<&Block> = blocks
                .iter()
                .filter(|block| {
                    block.centre.0 * block.centre.0 + block.centre.1 * block.centre.1 <= radius * radius
                })
                .collect();
            self.climb(&mut state, &near);
        }
        let spectrum = self.fourier.spectrum(&fold_warped(self.plane, &state.warp));
        let spectrum = spectrum.flattened(&spectrum.gains());
        let peak = self.fourier.peak(&spectrum, self.lattice, self.turn);
        (state.warp, spectrum, peak)
    }

    fn blocks(&self, warp: &Warp) -> Vec<Block> {
        let gains = self.fourier.spectrum(&fold_warped(self.plane, warp)).gains();
        let block = |part: Part| {
            let mut tile = Tile(vec![0.0; TILE * TILE]);
            fold_part(self.plane, &part, &warp.map, (0.0, 0.0), &mut tile);
            let spectrum = self.fourier.spectrum(&tile).flattened(&gains);
            let surface = self.fourier.surface(&spectrum, self.lattice, self.turn);
            Block { centre: part.centre(self.plane), surface }
        };
        parts(self.plane).into_iter().map(block).collect()
    }

    /// Small changes as long as they help, then smaller ones.
    fn climb(&self, state: &mut State, blocks: &[&Block]) {
        let mut best = self.agreement(state, blocks);
        let mut step = STEPS.0;
        while step > STEPS.1 {
            let mut is_better = false;
            for direction in 0..8 {
                for sign in [1.0, -1.0] {
                    let changed = state.changed(direction, sign * step);
                    let agreement = self.agreement(&changed, blocks);
                    if agreement > best {
                        (*state, best, is_better) = (changed, agreement, true);
                        break;
                    }
                }
            }
            if !is_better {
                step *= 0.5;
            }
        }
    }

    fn agreement(&self, state: &State, blocks: &[&Block]) -> f32 {
        let tile = double(TILE);
        let sum = |block: &&Block| {
            let (x, y) = state.warp.map.of(state.warp.moved(block.centre));
            let (x, y) = self.turn.of((x * tile, y * tile));
            between(&block.surface, single(state.shift.0 + x), single(state.shift.1 + y))
        };
        blocks.iter().map(sum).sum()
    }
}

/// A warp, and a shift in 128ths of a tile.
#[derive(Clone, Copy)]
struct State {
    warp: Warp,
    shift: (f64, f64),
}

impl State {
    fn changed(mut self, direction: usize, by: f64) -> Self {
        // A shift is changed by as many places as a change of the warp moves what is half-way to the corners.
        let places = by * 200.0;
        match self.warp.change.get_mut(direction) {
            Some(change) => *change += by,
            None if direction == 6 => self.shift.0 += places,
            None => self.shift.1 += places,
        }
        self
    }
}

/// A value between four of a surface that repeats.
fn between(surface: &[f32], x: f32, y: f32) -> f32 {
    let (left, top) = (x.floor(), y.floor());
    let (right, down) = (x - left, y - top);
    let at = |dx: i32, dy: i32| {
        let place = |value: f32, by: i32| index(whole(value).wrapping_add(by) & 127);
        surface.get((place(top, dy) << 7) | place(left, dx)).copied().unwrap_or_default()
    };
    let upper = at(0, 0) + (at(1, 0) - at(0, 0)) * right;
    let lower = at(0, 1) + (at(1, 1) - at(0, 1)) * right;
    upper + (lower - upper) * down
}
