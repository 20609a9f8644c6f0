//! Planes of real numbers, and the plain filters over them. Only `+ - * /` and square roots in a fixed order, so that a
//! plane is the same on every machine.

use crate::num::real;

/// Real numbers in rows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Plane {
    width: usize,
    height: usize,
    values: Vec<f32>,
}

impl Plane {
    /// All zero. A side of 0 becomes 1.
    pub(crate) fn new(width: usize, height: usize) -> Self {
        let (width, height) = (width.max(1), height.max(1));
        Self { width, height, values: vec![0.0; width.saturating_mul(height)] }
    }

    pub(crate) fn width(&self) -> usize {
        self.width
    }

    pub(crate) fn height(&self) -> usize {
        self.height
    }

    pub(crate) fn values(&self) -> &[f32] {
        &self.values
    }

    pub(crate) fn values_mut(&mut self) -> &mut [f32] {
        &mut self.values
    }

    pub(crate) fn rows(&self) -> std::slice::ChunksExact<'_, f32> {
        self.values.chunks_exact(self.width)
    }

    pub(crate) fn rows_mut(&mut self) -> std::slice::ChunksExactMut<'_, f32> {
        self.values.chunks_exact_mut(self.width)
    }

    /// A row; the last one for all beyond it.
    pub(crate) fn row(&self, at: usize) -> &[f32] {
        let start = at.min(self.height.saturating_sub(1)).saturating_mul(self.width);
        self.values.get(start..start.saturating_add(self.width)).unwrap_or_default()
    }

    pub(crate) fn map(mut self, change: impl Fn(f32) -> f32) -> Self {
        self.values.iter_mut().for_each(|value| *value = change(*value));
        self
    }

    /// With another plane of the same size.
    pub(crate) fn zip(mut self, other: &Self, change: impl Fn(f32, f32) -> f32) -> Self {
        self.values.iter_mut().zip(&other.values).for_each(|(value, other)| *value = change(*value, *other));
        self
    }

    /// The part from a corner on.
    pub(crate) fn part(&self, left: usize, top: usize, width: usize, height: usize) -> Self {
        let mut part = Self::new(width, height);
        for (into, row) in part.rows_mut().zip(self.rows().skip(top)) {
            into.iter_mut().zip(row.iter().skip(left)).for_each(|(into, value)| *into = *value);
        }
        part
    }

    /// Two boxes of `radius` on each side, one after the other: nearly a Gaussian of a deviation of
    /// `sqrt(2 r (r + 1) / 3)`. At the edges the plane is taken to go on as it ends.
    pub(crate) fn smooth(&self, radius: usize) -> Self {
        self.mean(radius).mean(radius)
    }

    /// The mean of a box of `radius` on each side.
    pub(crate) fn mean(&self, radius: usize) -> Self {
        let mut across = Self::new(self.width, self.height);
        for (into, row) in across.rows_mut().zip(self.rows()) {
            mean_of_row(row, radius, into);
        }
        across.mean_of_columns(radius)
    }

    fn mean_of_columns(&self, radius: usize) -> Self {
        let mut down = Self::new(self.width, self.height);
        let mut sums = vec![0.0_f32; self.width];
        let share = 1.0 / real(radius.saturating_mul(2).saturating_add(1));
        let add = |sums: &mut [f32], row: &[f32]| {
            sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += *value);
        };
        for _ in 0..radius {
            add(&mut sums, self.row(0));
        }
        (0..=radius).for_each(|at| add(&mut sums, self.row(at)));
        for (at, into) in down.rows_mut().enumerate() {
            into.iter_mut().zip(&sums).for_each(|(into, sum)| *into = *sum * share);
            let (old, new) = (at.saturating_sub(radius), at.saturating_add(radius).saturating_add(1));
            let rows = self.row(new).iter().zip(self.row(old));
            sums.iter_mut().zip(rows).for_each(|(sum, (new, old))| *sum += *new - *old);
        }
        down
    }

    /// The least of a box of `radius` on each side.
    pub(crate) fn least(&self, radius: usize) -> Self {
        let mut across = Self::new(self.width, self.height);
        let mut padded = Vec::new();
        for (into, row) in across.rows_mut().zip(self.rows()) {
            pad(row, radius, &mut padded);
            into.copy_from_slice(row);
            for shift in 0..=radius.saturating_mul(2) {
                into.iter_mut()
                    .zip(padded.iter().skip(shift))
                    .for_each(|(into, value)| *into = into.min(*value));
            }
        }
        let mut down = across.clone();
        for (at, into) in down.rows_mut().enumerate() {
            for row in at.saturating_sub(radius)..=at.saturating_add(radius) {
                into.iter_mut().zip(across.row(row)).for_each(|(into, value)| *into = into.min(*value));
            }
        }
        down
    }
}

/// With `radius` of the first and the last value at either end.
fn pad(row: &[f32], radius: usize, into: &mut Vec<f32>) {
    let (first, last) = (row.first().copied().unwrap_or_default(), row.last().copied().unwrap_or_default());
    into.clear();
    into.resize(radius, first);
    into.extend_from_slice(row);
    into.resize(row.len().saturating_add(radius.saturating_mul(2)), last);
}

fn mean_of_row(row: &[f32], radius: usize, into: &mut [f32]) {
    let mut padded = Vec::new();
    pad(row, radius, &mut padded);
    let window = radius.saturating_mul(2);
    let share = 1.0 / real(window.saturating_add(1));
    let mut sum: f32 = padded.iter().take(window).sum();
    for ((into, new), old) in into.iter_mut().zip(padded.iter().skip(window)).zip(&padded) {
        sum += *new;
        *into = sum * share;
        sum -= *old;
    }
}
