//! Other sizes: means of areas for smaller, cubic curves for larger. The same on every machine.

use crate::num::{double, index, single, whole};
use crate::pixels::{Pixels, Sample, Samples, luma};
use crate::plane::Plane;

/// Which values make one, and how much of each.
pub(crate) struct Taps {
    first: usize,
    weights: Vec<f32>,
}

impl Taps {
    /// `to` values, each the mean of `step` of the `from` values.
    pub(crate) fn areas(from: usize, to: usize, step: f64) -> Vec<Self> {
        (0..to).map(|at| Self::area(from, double(at) * step, double(at.saturating_add(1)) * step)).collect()
    }

    fn area(from: usize, start: f64, end: f64) -> Self {
        let first = index(whole(single(start.floor()))).min(from.saturating_sub(1));
        let end = end.min(double(from));
        let mut weights = Vec::new();
        let mut at = first;
        loop {
            let (left, right) = (double(at).max(start), double(at.saturating_add(1)).min(end));
            weights.push(single((right - left).max(0.0)));
            at = at.saturating_add(1);
            if double(at) >= end || at >= from {
                break;
            }
        }
        Self::balanced(first, weights)
    }

    /// `to` values at every `step` of the `from` values, on a cubic curve through them (Catmull and Rom).
    pub(crate) fn cubics(from: usize, to: usize, step: f64) -> Vec<Self> {
        (0..to)
            .map(|at| {
                let (first, weights) = cubic((double(at) + 0.5) * step - 0.5);
                let last = from.saturating_sub(1);
                let clamped = |tap: i32| index(first.saturating_add(tap)).min(last);
                let mut all = vec![0.0; clamped(3).saturating_sub(clamped(0)).saturating_add(1)];
                for (tap, weight) in (0..4).zip(weights) {
                    if let Some(into) = all.get_mut(clamped(tap).saturating_sub(clamped(0))) {
                        *into += weight;
                    }
                }
                Self { first: clamped(0), weights: all }
            })
            .collect()
    }

    fn balanced(first: usize, mut weights: Vec<f32>) -> Self {
        let sum: f32 = weights.iter().sum();
        match weights.first_mut() {
            Some(only) if sum <= 0.0 => *only = 1.0,
            _ => weights.iter_mut().for_each(|weight| *weight /= sum),
        }
        Self { first, weights }
    }
}

/// The first of the four values around a place on a cubic curve, and their weights.
pub(crate) fn cubic(at: f64) -> (i32, [f32; 4]) {
    let start = at.floor();
    let t = at - start;
    let (t2, t3) = (t * t, t * t * t);
    let weights = [
        (-t3 + 2.0 * t2 - t) * 0.5,
        (3.0 * t3 - 5.0 * t2 + 2.0) * 0.5,
        (-3.0 * t3 + 4.0 * t2 + t) * 0.5,
        (t3 - t2) * 0.5,
    ];
    (whole(single(start)).saturating_sub(1), weights.map(single))
}

/// How source pixels become those of a plane.
pub(crate) struct Sizes {
    /// Width of the plane.
    pub(crate) width: usize,
    /// Height of the plane.
    pub(crate) height: usize,
    /// How many pixels of the source make one across.
    pub(crate) step_x: f64,
    /// How many pixels of the source make one down.
    pub(crate) step_y: f64,
}

/// Luma of a picture in another size.
pub(crate) fn luma_plane(pixels: &Pixels<'_>, sizes: &Sizes) -> Plane {
    match pixels.samples() {
        Samples::Eight(samples) => resized(pixels, samples, sizes),
        Samples::Sixteen(samples) => resized(pixels, samples, sizes),
    }
}

fn resized<S: Sample>(pixels: &Pixels<'_>, samples: &[S], sizes: &Sizes) -> Plane {
    let frame = pixels.frame();
    let taps = |from: usize, to: usize, step: f64| {
        if step >= 1.0 { Taps::areas(from, to, step) } else { Taps::cubics(from, to, step) }
    };
    let columns = taps(frame.width, sizes.width, sizes.step_x);
    let rows = taps(frame.height, sizes.height, sizes.step_y);
    // Down first, which goes through the samples as they lie, and needs one row.
    let (mut sums, mut grey) = (vec![0.0; frame.row()], vec![0.0; frame.width]);
    let mut plane = Plane::new(columns.len(), rows.len());
    for (into, taps) in plane.rows_mut().zip(&rows) {
        sums.fill(0.0);
        let source = samples.chunks_exact(frame.row().max(1)).skip(taps.first);
        for (row, weight) in source.zip(&taps.weights) {
            sums.iter_mut().zip(row).for_each(|(sum, sample)| *sum += sample.level() * weight);
        }
        luma(&sums, frame.layout, &mut grey);
        across(&grey, &columns, into);
    }
    plane
}

/// A plane in another size.
pub(crate) fn resized_plane(plane: &Plane, columns: &[Taps], rows: &[Taps]) -> Plane {
    let mut narrow = Plane::new(columns.len(), plane.height());
    for (into, row) in narrow.rows_mut().zip(plane.rows()) {
        across(row, columns, into);
    }
    down(&narrow, rows)
}

fn across(row: &[f32], taps: &[Taps], into: &mut [f32]) {
    for (into, taps) in into.iter_mut().zip(taps) {
        let values = row.get(taps.first..).unwrap_or_default();
        *into = values.iter().zip(&taps.weights).map(|(value, weight)| value * weight).sum();
    }
}

fn down(plane: &Plane, taps: &[Taps]) -> Plane {
    let mut short = Plane::new(plane.width(), taps.len());
    for (into, taps) in short.rows_mut().zip(taps) {
        for (row, weight) in (taps.first..).zip(&taps.weights) {
            into.iter_mut().zip(plane.row(row)).for_each(|(into, value)| *into += *value * *weight);
        }
    }
    short
}
