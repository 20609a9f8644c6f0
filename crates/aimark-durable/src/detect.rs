//! Looking for a mark: where it is expected first, then wherever it may have come to.

use std::cell::Cell;

use rustfft::FftPlanner;

use crate::blocks::View;
use crate::fold::{Part, fold_part};
use crate::geometry::{Geometry, Map, Turn, expected_tile};
use crate::lattice::{Lattice, TILE};
use crate::num::{double, nearest, real};
use crate::plane::Plane;
use crate::read::read;
use crate::resample::{Sizes, luma_plane};
use crate::search::{Candidate, Power};
use crate::sync::{Fourier, Peak};
use crate::tile::Tile;
use crate::whiten::whiten;
use crate::{Error, Key, Payload, Pixels};

/// How long to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(clippy::exhaustive_enums, reason = "there is a quick look and a long one")]
pub enum Search {
    /// Where the mark is when the whole picture was kept, in any size, turned by quarters or mirrored.
    Fast,
    /// Also in crops, frames, and pictures that were turned a little or stretched. The default.
    #[default]
    Full,
}

/// How to look for a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(clippy::exhaustive_structs, reason = "callers build it with `..DetectOptions::default()`")]
pub struct DetectOptions {
    /// How long to look. Default [`Search::Full`].
    pub search: Search,
}

/// A mark that was found.
///
/// It says that somebody who had the key wrote this payload into these pixels, or into pixels that these were made of.
/// Everybody has [`Key::shared`]: what a mark says is to be held against the signed manifest it leads to.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Found {
    /// What the mark says.
    pub payload: Payload,
    /// Which of the keys it was made with, from 0.
    pub key: usize,
    /// How far the known part of the mark agrees, in standard deviations of what no mark gives.
    pub z: f32,
    /// What share of the payload's chips speaks for it, by magnitude: at most 1.
    pub metric: f32,
    /// How the mark lies in the picture.
    pub geometry: Geometry,
}

/// Which part of a picture is looked into, and how.
#[derive(Debug, Clone, Copy)]
struct Stage {
    /// The middle part, of so many hundredths of the sides.
    hundredths: usize,
    /// How many of the best maps are made better, and read.
    few: usize,
    /// The least [`Found::z`] to read at with one key. The more maps there are and the more each is made better, the further
    /// chance comes: the documentation of the crate says how often it comes here.
    least: f32,
}

const FIRST: Stage = Stage { hundredths: 100, few: 1, least: 6.5 };
const WHOLE: Stage = Stage { hundredths: 100, few: 4, least: 7.0 };
/// In perspective, the middle of the whole picture is nearly flat: of more of it there is more to see, and less is flat.
const MIDDLES: [Stage; 2] =
    [Stage { hundredths: 80, few: 3, least: 7.0 }, Stage { hundredths: 60, few: 3, least: 7.0 }];

/// How many keys can be looked for at once.
pub const MOST_KEYS: usize = 16;

/// Looks for a mark of one of the keys. Nothing found says nothing about the picture.
///
/// # Errors
///
/// [`Error::Options`] where there are no keys, or more than [`MOST_KEYS`]; [`Error::TooSmall`] below 48 pixels on a side, or
/// where a side is more than 20 times the other.
pub fn detect(pixels: &Pixels<'_>, keys: &[Key], options: &DetectOptions) -> Result<Option<Found>, Error> {
    detect_measured(pixels, keys, options).map(|measured| measured.found)
}

/// What a search came to: for measuring how near pictures without a mark come to one.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, Default, PartialEq)]
#[non_exhaustive]
pub struct Measured {
    /// The mark.
    pub found: Option<Found>,
    /// The highest z on the way, whether anything could be read there or not.
    pub highest: f32,
    /// How often something stood out far enough to be read.
    pub reads: u32,
}

/// [`detect`], measured.
///
/// # Errors
///
/// As [`detect`].
#[doc(hidden)]
pub fn detect_measured(
    pixels: &Pixels<'_>,
    keys: &[Key],
    options: &DetectOptions,
) -> Result<Measured, Error> {
    if keys.is_empty() || keys.len() > MOST_KEYS {
        return Err(Error::Options("1 to 16 keys can be looked for"));
    }
    let frame = pixels.frame();
    let (short, long) = (frame.width.min(frame.height), frame.width.max(frame.height));
    if short < LEAST_SIDE || long > short.saturating_mul(MOST_ASPECT) {
        return Err(Error::TooSmall { width: frame.width32(), height: frame.height32() });
    }
    let mut look = Look::new(pixels, keys);
    let found = look.look(options.search);
    Ok(Measured { found, highest: look.highest.get(), reads: look.reads.get() })
}

/// The least side of a picture that is looked into, in pixels.
const LEAST_SIDE: usize = 48;
/// How many times a picture that is looked into may be as long as it is wide.
const MOST_ASPECT: usize = 20;

/// One picture that is looked into.
struct Look {
    plane: Plane,
    lattices: Vec<Lattice>,
    fourier: Fourier,
    planner: FftPlanner<f32>,
    /// The highest z so far.
    highest: Cell<f32>,
    reads: Cell<u32>,
    /// The width and the height of a tile where the whole picture was kept.
    tile: (f64, f64),
}

/// The best that was found at a geometry.
struct Hit {
    map: Map,
    key: usize,
    turn: Turn,
    peak: Peak,
}

impl Look {
    fn new(pixels: &Pixels<'_>, keys: &[Key]) -> Self {
        let sizes = working_size(pixels);
        let plane = whiten(&luma_plane(pixels, &sizes));
        let frame = pixels.frame();
        let tile = expected_tile(frame.width.saturating_mul(frame.height));
        let tile = (tile / sizes.step_x, tile / sizes.step_y);
        let mut planner = FftPlanner::new();
        let fourier = Fourier::new(&mut planner);
        Self {
            plane,
            lattices: keys.iter().map(Lattice::new).collect(),
            fourier,
            planner,
            highest: Cell::default(),
            reads: Cell::default(),
            tile,
        }
    }

    fn look(&mut self, search: Search) -> Option<Found> {
        let expected = Map::upright(self.tile.0, self.tile.1);
        let found = self.try_all(std::iter::once(expected), FIRST);
        if found.is_some() || search == Search::Fast {
            return found;
        }
        let power = Power::new(&self.plane, &mut self.planner);
        let tile = (self.tile.0 * self.tile.1).sqrt();
        let maps = |candidates: Vec<Candidate>| candidates.into_iter().map(|candidate| candidate.map);
        self.try_all(maps(power.upright(tile, (0.45, 2.3), 16)), WHOLE)
            .or_else(|| self.try_all(maps(power.turned(tile, (0.45, 2.3), 0.124, 12)), WHOLE))
            .or_else(|| self.try_all(maps(power.stretched(tile, (0.6, 1.8), 0.17, 12)), WHOLE))
            .or_else(|| self.look_at_the_middle(&expected))
    }

    fn look_at_the_middle(&mut self, expected: &Map) -> Option<Found> {
        MIDDLES.into_iter().find_map(|stage| {
            let part = Part::middle(&self.plane, stage.hundredths);
            let middle = self.plane.part(part.left, part.top, part.width, part.height);
            let power = Power::new(&middle, &mut self.planner);
            self.try_all(power.near(expected, 12).into_iter().map(|candidate| candidate.map), stage)
        })
    }

    /// Tries maps, makes the best few better, and reads.
    fn try_all(&self, maps: impl Iterator<Item = Map>, stage: Stage) -> Option<Found> {
        let mut hits: Vec<Hit> = maps.filter_map(|map| self.best(map, stage.hundredths)).collect();
        hits.sort_by(|a, b| b.peak.z.total_cmp(&a.peak.z));
        hits.truncate(stage.few);
        hits.into_iter().find_map(|hit| self.found(&hit, stage))
    }

    /// The best key and turn at a map.
    fn best(&self, map: Map, hundredths: usize) -> Option<Hit> {
        let mut tile = Tile(vec![0.0; TILE * TILE]);
        fold_part(&self.plane, &Part::middle(&self.plane, hundredths), &map, (0.0, 0.0), &mut tile);
        let spectrum = self.fourier.spectrum(&tile);
        let spectrum = spectrum.flattened(&spectrum.gains());
        let mut best: Option<Hit> = None;
        for (key, lattice) in self.lattices.iter().enumerate() {
            for turn in Turn::ALL {
                let peak = self.fourier.peak(&spectrum, lattice, turn);
                if best.as_ref().is_none_or(|best| peak.z > best.peak.z) {
                    best = Some(Hit { map, key, turn, peak });
                }
            }
        }
        best
    }

    fn found(&self, hit: &Hit, stage: Stage) -> Option<Found> {
        let lattice = self.lattices.get(hit.key)?;
        let view = View { plane: &self.plane, fourier: &self.fourier, lattice, turn: hit.turn };
        let (warp, spectrum, peak) = view.refined(hit.map, hit.peak, stage.hundredths);
        self.highest.set(self.highest.get().max(peak.z));
        if peak.z < least(stage, self.lattices.len()) {
            return None;
        }
        self.reads.set(self.reads.get().saturating_add(1));
        let (payload, metric) = read(&spectrum, lattice, hit.turn, peak.shift)?;
        let geometry = Geometry::new(&warp.flat(), hit.turn, self.tile);
        Some(Found { payload, key: hit.key, z: peak.z, metric, geometry })
    }
}

/// The least [`Found::z`] with so many keys: as many times more places are tried.
fn least(stage: Stage, keys: usize) -> f32 {
    (stage.least * stage.least + 2.0 * real(keys.max(1)).ln()).sqrt()
}

/// The size a picture is looked at in: an area of 640 x 640 where it is larger, and somewhat below where it is much smaller.
fn working_size(pixels: &Pixels<'_>) -> Sizes {
    let frame = pixels.frame();
    let root = double(frame.width.saturating_mul(frame.height)).sqrt();
    let scale = if root > 704.0 {
        640.0 / root
    } else if root < 480.0 {
        (576.0 / root).min(2.0)
    } else {
        1.0
    };
    let (width, height) =
        (nearest(double(frame.width) * scale).max(1), nearest(double(frame.height) * scale).max(1));
    Sizes {
        width,
        height,
        step_x: double(frame.width) / double(width),
        step_y: double(frame.height) / double(height),
    }
}
