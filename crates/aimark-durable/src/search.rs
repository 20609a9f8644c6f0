//! At which scales and angles does the spectrum have a lattice? Found from the power alone, whatever the key.

use std::sync::Arc;

use rustfft::{Fft, FftPlanner};

use crate::geometry::Map;
use crate::lattice::{Complex, Line, lines};
use crate::num::{double, eight, index, real, single, whole};
use crate::plane::Plane;

/// What the power of a place in the spectrum is cut off at, in means of its surroundings.
const CUT: f32 = 12.0;
/// Steps of the sum for a mean.
const STEPS: f32 = 20.0;
/// How far scales and angles are apart: at half of this the highest lines begin to be missed.
const GRID: f64 = 0.0022;
/// In how many steps a geometry that is nearly right is changed, from less to more, and how large a step is, as a share of 1.
const NEAR: (u8, f64) = (9, 0.012);
/// How many of those changes are made better.
const CLIMBERS: usize = 32;

/// The power spectrum of a plane beside its surroundings, in [`STEPS`].
pub(crate) struct Power {
    width: usize,
    height: usize,
    /// Columns from 0 to `width / 2`, in rows of `stride`.
    stride: usize,
    values: Vec<u8>,
    lines: Vec<Line>,
}

/// A geometry, and how much the power at its lines is above the mean, in standard deviations or so.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Candidate {
    pub(crate) score: f32,
    pub(crate) map: Map,
    /// How far candidates are apart: logarithms of the scales across and down, the angle, the lean; or the changes from a
    /// map.
    place: [f64; 4],
}

impl Power {
    pub(crate) fn new(plane: &Plane, planner: &mut FftPlanner<f32>) -> Self {
        let width = smooth_size(plane.width());
        let height = smooth_size(plane.height());
        let spectrum = power(plane, planner.plan_fft_forward(width), planner.plan_fft_forward(height));
        let around = spectrum.mean(15);
        let beside = spectrum.zip(&around, |power, around| (power / (around + 1e-12)).min(CUT));
        let stride = beside.width();
        let values = beside.values().iter().map(|value| eight(value * STEPS)).collect();
        Self { width, height, stride, values, lines: lines() }
    }

    /// The best of upright pictures, scaled by `scales` from `tile` pixels a tile.
    pub(crate) fn upright(&self, tile: f64, scales: (f64, f64), most: usize) -> Vec<Candidate> {
        let mut found = Vec::new();
        self.scales(tile, scales, 0.0, 0.0, 48, &mut found);
        apart(found, most)
    }

    /// The best of pictures turned by up to `angle`, in radians.
    pub(crate) fn turned(&self, tile: f64, scales: (f64, f64), angle: f64, most: usize) -> Vec<Candidate> {
        let mut found = Vec::new();
        let mut at = -angle;
        while at <= angle {
            self.scales(tile, scales, 0.0, at, 3, &mut found);
            at += GRID;
        }
        apart(found, most)
    }

    /// The best of pictures stretched across or down by up to the logarithm `stretch`.
    pub(crate) fn stretched(
        &self,
        tile: f64,
        scales: (f64, f64),
        stretch: f64,
        most: usize,
    ) -> Vec<Candidate> {
        let mut found = Vec::new();
        let mut at = -stretch;
        while at <= stretch {
            self.scales(tile, scales, at, 0.0, 3, &mut found);
            at += GRID * 1.4;
        }
        apart(found, most)
    }

    /// The best of pictures that were made up to 5 % wider, higher, turned and leaned from `map`, all at once.
    pub(crate) fn near(&self, map: &Map, most: usize) -> Vec<Candidate> {
        let middle = f64::from(NEAR.0.saturating_sub(1)) * 0.5;
        let steps = || (0..NEAR.0).map(move |at| (f64::from(at) - middle) * NEAR.1);
        let mut found = Vec::new();
        for wide in steps() {
            for high in steps() {
                let turned = steps().flat_map(|turn| steps().map(move |lean| [wide, high, turn, lean]));
                found.extend(turned.map(|change| self.changed(map, change)));
            }
        }
        found.sort_by(|a, b| b.score.total_cmp(&a.score));
        found.truncate(CLIMBERS);
        found.iter_mut().for_each(|candidate| self.climb(map, candidate));
        apart(found, most)
    }

    fn changed(&self, map: &Map, change: [f64; 4]) -> Candidate {
        let map = map.changed(change);
        let tile = 1.0 / (map.xx * map.yy - map.xy * map.yx).abs().sqrt();
        Candidate { score: self.score(&self.places(&map), 1.0, tile), map, place: change }
    }

    /// Smaller changes as long as they help, then smaller ones yet.
    fn climb(&self, map: &Map, best: &mut Candidate) {
        let mut step = NEAR.1 * 0.5;
        while step > GRID * 0.5 {
            let before = best.score;
            for direction in 0..best.place.len() {
                for by in [step, -step] {
                    let mut change = best.place;
                    change.iter_mut().skip(direction).take(1).for_each(|share| *share += by);
                    let candidate = self.changed(map, change);
                    if candidate.score > best.score {
                        *best = candidate;
                        break;
                    }
                }
            }
            if best.score <= before {
                step *= 0.5;
            }
        }
    }

    /// All scales at one stretch and one angle; of them the best `keep`.
    fn scales(
        &self,
        tile: f64,
        scales: (f64, f64),
        stretch: f64,
        angle: f64,
        keep: usize,
        found: &mut Vec<Candidate>,
    ) {
        let (sine, cosine) = angle.sin_cos();
        let (wide, high) = ((stretch * 0.5).exp(), (-stretch * 0.5).exp());
        let base = Map {
            xx: cosine / (tile * wide),
            xy: sine / (tile * wide),
            yx: -sine / (tile * high),
            yy: cosine / (tile * high),
        };
        let places = self.places(&base);
        let mut best: Vec<Candidate> = Vec::new();
        let mut scale = scales.0;
        while scale <= scales.1 {
            let score = self.score(&places, single(1.0 / scale), tile * scale);
            let worst = best.last().map_or(f32::MIN, |worst| worst.score);
            if best.len() < keep || score > worst {
                let by = 1.0 / scale;
                let map = Map { xx: base.xx * by, xy: base.xy * by, yx: base.yx * by, yy: base.yy * by };
                let place = [scale.ln() + stretch * 0.5, scale.ln() - stretch * 0.5, angle, 0.0];
                let at = best.partition_point(|other| other.score >= score);
                best.insert(at, Candidate { score, map, place });
                best.truncate(keep);
            }
            scale *= 1.0 + GRID;
        }
        found.append(&mut best);
    }

    /// Where each line is at scale 1, in places of the spectrum, with columns from 0 on.
    fn places(&self, map: &Map) -> Vec<(f32, f32)> {
        let (width, height) = (double(self.width), double(self.height));
        let place = |line: &Line| {
            let (x, y) = (f64::from(line.x), f64::from(line.y));
            let across = (map.xx * x + map.yx * y) * width;
            let down = (map.xy * x + map.yy * y) * height;
            if across < 0.0 { (single(-across), single(-down)) } else { (single(across), single(down)) }
        };
        self.lines.iter().map(place).collect()
    }

    fn score(&self, places: &[(f32, f32)], by: f32, tile: f64) -> f32 {
        // Beyond the highest frequency that the plane has there is nothing to sum.
        let highest = single(0.48 * tile);
        let count = self.lines.partition_point(|line| line.radius() <= highest);
        let half = real(self.height) + 0.5;
        let rows = self.height;
        let sum: u32 = places
            .iter()
            .take(count)
            .map(|(across, down)| {
                let column = index(whole(across * by + 0.5));
                let row = index(whole(down * by + half));
                let row = if row >= rows { row.wrapping_sub(rows) } else { row };
                let place = row.wrapping_mul(self.stride).wrapping_add(column);
                u32::from(self.values.get(place).copied().unwrap_or_default())
            })
            .fold(0, u32::wrapping_add);
        let count = real(count);
        (real(usize::try_from(sum).unwrap_or_default()) / STEPS - count) / (count + 1.0).sqrt()
    }
}

/// The best that are not beside a better one.
fn apart(mut found: Vec<Candidate>, most: usize) -> Vec<Candidate> {
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut kept: Vec<Candidate> = Vec::new();
    for candidate in found {
        let is_near =
            |other: &Candidate| other.place.iter().zip(candidate.place).all(|(a, b)| (a - b).abs() < 0.004);
        if !kept.iter().any(is_near) {
            kept.push(candidate);
        }
        if kept.len() >= most {
            break;
        }
    }
    kept
}

/// The power of a plane's spectrum, for columns up to half of it.
fn power(plane: &Plane, across: Arc<dyn Fft<f32>>, down: Arc<dyn Fft<f32>>) -> Plane {
    let (width, height) = (across.len(), down.len());
    let half = (width / 2).saturating_add(1);
    let mut columns = vec![Complex::default(); height.saturating_mul(half)];
    let window_x = window(plane.width());
    let window_y = window(plane.height());
    let mut scratch =
        vec![Complex::default(); across.get_inplace_scratch_len().max(down.get_inplace_scratch_len())];
    for (y, (row, weight)) in plane.rows().zip(&window_y).enumerate() {
        let mut buffer = vec![Complex::default(); width];
        for ((into, value), window) in buffer.iter_mut().zip(row).zip(&window_x) {
            into.re = value * window * weight;
        }
        across.process_with_scratch(&mut buffer, &mut scratch);
        for (column, value) in columns.chunks_exact_mut(height).zip(&buffer) {
            if let Some(into) = column.get_mut(y) {
                *into = *value;
            }
        }
    }
    let mut power = Plane::new(half, height);
    for (x, column) in columns.chunks_exact_mut(height).enumerate() {
        down.process_with_scratch(column, &mut scratch);
        for (into, value) in power.rows_mut().zip(column.iter()) {
            if let Some(into) = into.get_mut(x) {
                *into = value.norm_sqr();
            }
        }
    }
    power
}

/// The square root of Hann's window.
fn window(len: usize) -> Vec<f32> {
    let step = std::f64::consts::PI / double(len.saturating_add(1));
    (1..=len).map(|at| single((double(at) * step).sin())).collect()
}

/// A size that is quick to transform, at least 1.3 times as long.
fn smooth_size(len: usize) -> usize {
    let least = len.saturating_mul(13) / 10;
    [192, 256, 320, 384, 448, 512, 576, 640, 768, 896, 1024, 1152, 1280, 1536, 1792, 2048, 2560, 3072, 4096]
        .into_iter()
        .find(|size| *size >= least)
        .unwrap_or(4096)
}
