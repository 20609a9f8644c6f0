//! Small charts as pictures: lines over a strength, and counts of values.

use crate::picture::Picture;
use crate::scene::write;

const WIDTH: usize = 900;
const HEIGHT: usize = 520;
/// Pixels around the area of the lines: left, above, right, below.
const MARGINS: [usize; 4] = [70, 50, 250, 60];
const INK: [u8; 3] = [40; 3];
const FAINT: [u8; 3] = [222; 3];
/// Told apart by people who do not see all colours too (Okabe and Ito).
const COLOURS: [[u8; 3]; 7] =
    [[0, 114, 178], [213, 94, 0], [0, 158, 115], [204, 121, 167], [230, 159, 0], [86, 180, 233], [0, 0, 0]];

/// A line, or a row of bars.
#[derive(Clone, Debug)]
pub struct Series {
    pub name: String,
    pub points: Vec<(f64, f64)>,
}

/// Where numbers stand on the picture.
struct Frame {
    page: Picture,
    x: (f64, f64),
    y: (f64, f64),
}

/// Lines with a dot at each point; what is drawn goes from 0 to `top`.
pub fn lines(title: &str, unit: &str, series: &[Series], top: f64) -> Picture {
    let mut frame = Frame::new(title, unit, series, top);
    for (at, one) in series.iter().enumerate() {
        let colour = COLOURS[at % COLOURS.len()];
        frame.legend(at, &one.name, colour);
        for pair in one.points.windows(2) {
            frame.stroke(pair[0], pair[1], colour);
        }
        one.points.iter().for_each(|point| frame.dot(*point, 4, colour));
    }
    frame.page
}

/// How often values fall into each of `bins` equal steps.
pub fn counts(values: &[f64], bins: usize) -> Vec<(f64, f64)> {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let step = ((high - low) / bins as f64).max(1e-9);
    let mut counts = vec![0.0; bins];
    for value in values {
        counts[(((value - low) / step) as usize).min(bins - 1)] += 1.0;
    }
    counts.into_iter().enumerate().map(|(at, count)| (low + (at as f64 + 0.5) * step, count)).collect()
}

impl Frame {
    fn new(title: &str, unit: &str, series: &[Series], top: f64) -> Self {
        let points = || series.iter().flat_map(|one| one.points.iter().map(|point| point.0));
        let (low, high) =
            (points().fold(f64::INFINITY, f64::min), points().fold(f64::NEG_INFINITY, f64::max));
        let x = if low < high { (low, high) } else { (low - 1.0, low + 1.0) };
        let mut frame = Self { page: Picture::filled(WIDTH, HEIGHT, [255; 3]), x, y: (0.0, top) };
        write(&mut frame.page, title, MARGINS[0], 18, 2, INK);
        write(&mut frame.page, unit, MARGINS[0], HEIGHT - 22, 1, INK);
        for tick in 0..=5 {
            let share = f64::from(tick) / 5.0;
            let (x, y) = (frame.x.0 + share * (frame.x.1 - frame.x.0), share * top);
            frame.stroke((frame.x.0, y), (frame.x.1, y), FAINT);
            frame.label_left(y);
            frame.label_below(x);
        }
        frame
    }

    fn label_left(&mut self, y: f64) {
        let (x, row) = self.place((self.x.0, y));
        let text = number(y);
        write(&mut self.page, &text, x - 10 - 8 * text.len(), row - 4, 1, INK);
    }

    fn label_below(&mut self, x: f64) {
        let (column, row) = self.place((x, 0.0));
        let text = number(x);
        write(&mut self.page, &text, column - 4 * text.len(), row + 12, 1, INK);
    }

    fn legend(&mut self, at: usize, name: &str, colour: [u8; 3]) {
        let (x, y) = (WIDTH - MARGINS[2] + 16, MARGINS[1] + 18 * at);
        self.page.paste(&Picture::filled(12, 8, colour), x, y);
        let short: String = name.chars().take(26).collect();
        write(&mut self.page, &short, x + 18, y, 1, INK);
    }

    fn place(&self, (x, y): (f64, f64)) -> (usize, usize) {
        let [left, above, right, below] = MARGINS;
        let part = |value: f64, (from, to): (f64, f64)| ((value - from) / (to - from)).clamp(0.0, 1.0);
        let across = part(x, self.x) * (WIDTH - left - right) as f64;
        let up = part(y, self.y) * (HEIGHT - above - below) as f64;
        (left + across.round() as usize, HEIGHT - below - up.round() as usize)
    }

    fn stroke(&mut self, from: (f64, f64), to: (f64, f64), colour: [u8; 3]) {
        let (a, b) = (self.place(from), self.place(to));
        let steps = a.0.abs_diff(b.0).max(a.1.abs_diff(b.1)).max(1);
        let between = |a: usize, b: usize, at: usize| {
            (a as f64 + (b as f64 - a as f64) * at as f64 / steps as f64).round() as usize
        };
        for at in 0..=steps {
            let dot = Picture::filled(2, 2, colour);
            self.page.paste(&dot, between(a.0, b.0, at), between(a.1, b.1, at));
        }
    }

    fn dot(&mut self, point: (f64, f64), side: usize, colour: [u8; 3]) {
        let (x, y) = self.place(point);
        self.page.paste(&Picture::filled(2 * side, 2 * side, colour), x - side + 1, y - side + 1);
    }
}

fn number(value: f64) -> String {
    let text = if value.abs() >= 100.0 { format!("{value:.0}") } else { format!("{value:.2}") };
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_higher_value_stands_higher() {
        let series = |y: f64| [Series { name: "one".to_owned(), points: vec![(1.0, y), (2.0, y)] }];
        let first = |y: f64| {
            let page = lines("title", "unit", &series(y), 1.0);
            (60..460).find(|row| page.pixel(300, *row) == COLOURS[0]).expect("a line")
        };
        assert!(first(0.9) < first(0.1));
    }

    #[test]
    fn all_values_are_counted() {
        let counts = counts(&[1.0, 1.1, 2.0, 5.0], 4);
        assert_eq!(counts.iter().map(|(_, count)| count).sum::<f64>(), 4.0);
        assert_eq!(counts[0].1, 2.0);
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!((number(0.5), number(1080.0), number(10.0)), ("0.5".into(), "1080".into(), "10".into()));
    }
}
