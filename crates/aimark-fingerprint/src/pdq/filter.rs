//! The filter named after Wojciech Jarosz: a box along rows, a box along columns, and both again, which together are a tent;
//! then one sample of each 64th.
//!
//! The reference filters the whole picture in two buffers. Here rows flow through the four boxes, so that only as many are
//! kept as a box is high: 1 of 128. Each sum adds and subtracts in the order of the reference, which its rounding depends on.
//! Several rows are filtered at a time, so that their sums do not wait for each other.

use super::{SIDE, Small};
use crate::num::{f32_of, place};
use crate::pixels::extend;
use crate::{Layout, Pixels};

/// How many rows are filtered at a time.
const LANES: usize = 8;

/// A column of that many rows.
type Lanes = [f32; LANES];

/// The picture as 64 x 64 samples.
pub(super) fn shrink(pixels: &Pixels<'_>) -> Small {
    let area = pixels.area();
    if (area.width, area.height) == (64, 64) { copy(pixels) } else { filtered(pixels) }
}

/// Of a picture that has this size the reference takes the pixels as they are.
fn copy(pixels: &Pixels<'_>) -> Small {
    let mut small = [[0.0; SIDE]; SIDE];
    let mut luma = Vec::with_capacity(SIDE);
    for (row, line) in pixels.rows().zip(&mut small) {
        read(&mut luma, pixels.layout(), row);
        line.iter_mut().zip(&luma).for_each(|(to, from)| *to = *from);
    }
    small
}

/// The luma of a row of pixels (ITU-R BT.601).
fn read(luma: &mut Vec<f32>, layout: Layout, row: &[u8]) {
    luma.clear();
    extend(luma, layout, row, f32::from, |pixel| {
        let [red, green, blue] = pixel.map(f32::from);
        0.299 * red + 0.587 * green + 0.114 * blue
    });
}

fn filtered(pixels: &Pixels<'_>) -> Small {
    let area = pixels.area();
    let mut second = Second::new(area.width, area.height);
    let mut first = Columns::new(place(area.width), area.height);
    let (mut taken, mut means) = (vec![Lanes::default(); place(area.width)], Vec::new());
    let mut line = vec![0.0; place(area.width)];
    let window = window(area.width);
    let mut rows = pixels.rows();
    while rows.len() > 0 {
        let lanes = rows.len().min(LANES);
        for (lane, row) in rows.by_ref().take(LANES).enumerate() {
            read(&mut line, pixels.layout(), row);
            put(&mut taken, lane, &line);
        }
        along(&taken, &mut means, window);
        for lane in 0..lanes {
            take(&means, lane, &mut line);
            first.add(&line, |row| second.add(row));
        }
    }
    first.finish(|row| second.add(row));
    second.finish()
}

/// How wide a box is.
fn window(side: u32) -> usize {
    place(side.div_ceil(128))
}

/// Which one of `side` rows or columns is the sample at `place` of 64: the one in its middle.
fn sample(place_of: u64, side: u32) -> usize {
    place(place_of.saturating_mul(2).saturating_add(1).saturating_mul(side.into()) >> 7)
}

/// Makes `line` one of the rows of `columns`.
fn put(columns: &mut [Lanes], lane: usize, line: &[f32]) {
    for (column, value) in columns.iter_mut().zip(line) {
        if let Some(to) = column.get_mut(lane) {
            *to = *value;
        }
    }
}

/// Makes one of the rows of `columns` the `line`.
fn take(columns: &[Lanes], lane: usize, line: &mut [f32]) {
    for (column, value) in columns.iter().zip(line) {
        *value = column.get(lane).copied().unwrap_or_default();
    }
}

/// The second boxes, and the samples of what comes out of them. Columns that are not sampled are not filtered.
struct Second {
    columns: Columns,
    window: usize,
    /// Which columns are sampled.
    samples: Vec<usize>,
    /// Rows that wait until there are enough.
    taken: Vec<Lanes>,
    waiting: usize,
    means: Vec<Lanes>,
    out: Sampled,
}

/// The rows that are sampled of those that come out.
struct Sampled {
    small: Small,
    /// How many rows came out, and how many of them were sampled.
    seen: usize,
    kept: usize,
    height: u32,
}

impl Second {
    fn new(width: u32, height: u32) -> Self {
        Self {
            columns: Columns::new(SIDE, height),
            window: window(width),
            samples: (0..64).map(|at| sample(at, width)).collect(),
            taken: vec![Lanes::default(); place(width)],
            waiting: 0,
            means: Vec::new(),
            out: Sampled { small: [[0.0; SIDE]; SIDE], seen: 0, kept: 0, height },
        }
    }

    fn add(&mut self, row: &[f32]) {
        put(&mut self.taken, self.waiting, row);
        self.waiting = self.waiting.saturating_add(1);
        if self.waiting == LANES {
            self.pass();
        }
    }

    /// Filters the rows that wait.
    fn pass(&mut self) {
        along(&self.taken, &mut self.means, self.window);
        for lane in 0..self.waiting {
            let value = |at: &usize| self.means.get(*at).and_then(|column| column.get(lane)).copied();
            let row: Vec<f32> = self.samples.iter().map(|at| value(at).unwrap_or_default()).collect();
            self.columns.add(&row, |row| self.out.add(row));
        }
        self.waiting = 0;
    }

    fn finish(mut self) -> Small {
        self.pass();
        self.columns.finish(|row| self.out.add(row));
        self.out.small
    }
}

impl Sampled {
    /// A row may be sampled more than once, where the picture is less than 64 rows high.
    fn add(&mut self, row: &[f32]) {
        while sample(crate::num::count(self.kept), self.height) == self.seen {
            let Some(line) = self.small.get_mut(self.kept) else { break };
            line.iter_mut().zip(row).for_each(|(to, from)| *to = *from);
            self.kept = self.kept.saturating_add(1);
        }
        self.seen = self.seen.saturating_add(1);
    }
}

/// How far a box reaches beyond its middle, at most.
fn reach(window: usize) -> usize {
    window.saturating_add(2) >> 1
}

/// The mean of a box around each column, in rows; at the ends, of as much of the box as there is.
fn along(columns: &[Lanes], means: &mut Vec<Lanes>, window: usize) {
    means.clear();
    means.reserve(columns.len());
    let mut sum = Lanes::default();
    let (before, after) = columns.split_at_checked(window).unwrap_or((columns, &[]));
    for (size, new) in (1_u32..).zip(before) {
        sum = add(sum, new);
        if place(size) >= reach(window) {
            means.push(mean(sum, f32_of(size)));
        }
    }
    let full = f32_of(u32::try_from(window).unwrap_or(u32::MAX));
    means.extend(after.iter().zip(columns).map(|(new, old)| {
        sum = subtract(add(sum, new), old);
        mean(sum, full)
    }));
    let mut size = full;
    means.extend(columns.iter().skip(after.len()).take(reach(window).saturating_sub(1)).map(|old| {
        sum = subtract(sum, old);
        size -= 1.0;
        mean(sum, size)
    }));
}

fn add(mut sum: Lanes, new: &Lanes) -> Lanes {
    sum.iter_mut().zip(new).for_each(|(sum, new)| *sum += new);
    sum
}

fn subtract(mut sum: Lanes, old: &Lanes) -> Lanes {
    sum.iter_mut().zip(old).for_each(|(sum, old)| *sum -= old);
    sum
}

fn mean(sum: Lanes, size: f32) -> Lanes {
    sum.map(|sum| sum / size)
}

/// The same along columns: rows go in, and the means of boxes around earlier ones come out.
struct Columns {
    sums: Vec<f32>,
    means: Vec<f32>,
    /// The rows within the box, one after the other, the oldest at `oldest`.
    rows: Vec<f32>,
    oldest: usize,
    window: usize,
    /// How many rows the box holds.
    held: usize,
}

impl Columns {
    fn new(width: usize, height: u32) -> Self {
        let window = window(height);
        let rows = vec![0.0; width.saturating_mul(window)];
        Self { sums: vec![0.0; width], means: vec![0.0; width], rows, oldest: 0, window, held: 0 }
    }

    fn add(&mut self, row: &[f32], mut out: impl FnMut(&[f32])) {
        let (window, width) = (self.window, self.sums.len());
        let full = self.held == window;
        let slot = if full { self.oldest } else { self.held };
        let from = slot.saturating_mul(width);
        let old = self.rows.get_mut(from..from.saturating_add(width)).unwrap_or_default();
        if full {
            let changes = row.iter().zip(old.iter());
            self.sums.iter_mut().zip(changes).for_each(|(sum, (new, old))| *sum = *sum + new - old);
            self.oldest = next(slot, window);
        } else {
            self.sums.iter_mut().zip(row).for_each(|(sum, new)| *sum += new);
            self.held = self.held.saturating_add(1);
        }
        old.iter_mut().zip(row).for_each(|(old, new)| *old = *new);
        if self.held >= reach(window) {
            self.mean(&mut out);
        }
    }

    /// What comes out below the last row, where the box holds fewer and fewer.
    fn finish(mut self, mut out: impl FnMut(&[f32])) {
        for _ in 1..reach(self.window) {
            let from = self.oldest.saturating_mul(self.sums.len());
            let old = self.rows.get(from..).unwrap_or_default();
            self.sums.iter_mut().zip(old).for_each(|(sum, old)| *sum -= old);
            self.oldest = next(self.oldest, self.window);
            self.held = self.held.saturating_sub(1);
            self.mean(&mut out);
        }
    }

    fn mean(&mut self, out: &mut impl FnMut(&[f32])) {
        let size = f32_of(u32::try_from(self.held).unwrap_or(u32::MAX));
        self.means.iter_mut().zip(&self.sums).for_each(|(mean, sum)| *mean = sum / size);
        out(&self.means);
    }
}

/// The slot after `slot` in a ring of `window`.
fn next(slot: usize, window: usize) -> usize {
    let next = slot.saturating_add(1);
    if next >= window { 0 } else { next }
}
