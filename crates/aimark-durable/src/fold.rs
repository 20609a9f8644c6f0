//! All tiles of a picture laid upon one another.

use crate::geometry::Map;
use crate::lattice::TILE;
use crate::num::{double, leading, rest, turn};
use crate::plane::Plane;
use crate::tile::Tile;

/// A part of a plane, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) left: usize,
    pub(crate) top: usize,
    pub(crate) width: usize,
    pub(crate) height: usize,
}

impl Part {
    pub(crate) fn all(plane: &Plane) -> Self {
        Self { left: 0, top: 0, width: plane.width(), height: plane.height() }
    }

    /// The middle, of so many hundredths of either side.
    pub(crate) fn middle(plane: &Plane, hundredths: usize) -> Self {
        let kept = |side: usize| side.saturating_mul(hundredths) / 100;
        let (width, height) = (kept(plane.width()), kept(plane.height()));
        let left = plane.width().saturating_sub(width) / 2;
        Self { left, top: plane.height().saturating_sub(height) / 2, width, height }
    }

    /// Where its middle is, from the plane's middle.
    pub(crate) fn centre(&self, plane: &Plane) -> (f64, f64) {
        let at = |start: usize, len: usize, side: usize| double(start) + (double(len) - double(side)) * 0.5;
        (at(self.left, self.width, plane.width()), at(self.top, self.height, plane.height()))
    }
}

/// Each pixel of a part of the plane added to that place of the tile where the map has it. The plane's middle comes to the
/// place `at`, in tiles; the mark's shift is still to be found.
///
/// A pixel is shared between the four places around it: the nearest alone would bend the waves wherever tiles are a whole
/// number of pixels wide.
pub(crate) fn fold_part(plane: &Plane, part: &Part, map: &Map, at: (f64, f64), tile: &mut Tile) {
    let (middle_x, middle_y) = (double(plane.width()) * 0.5, double(plane.height()) * 0.5);
    // Turns of 2^32 steps: going over the end is coming to the next tile.
    let (step_x, step_y) = (turn(map.xx), turn(map.yx));
    let left = double(part.left) + 0.5 - middle_x;
    for (y, row) in plane.rows().enumerate().skip(part.top).take(part.height) {
        let down = double(y) + 0.5 - middle_y;
        let mut at_x = turn(at.0 + map.xx * left + map.xy * down);
        let mut at_y = turn(at.1 + map.yx * left + map.yy * down);
        for value in row.iter().skip(part.left).take(part.width) {
            share(&mut tile.0, *value, at_x, at_y);
            at_x = at_x.wrapping_add(step_x);
            at_y = at_y.wrapping_add(step_y);
        }
    }
}

/// Adds a value to the four places around one.
fn share(tile: &mut [f32], value: f32, at_x: u32, at_y: u32) {
    let (left, top) = (leading(at_x, 7), leading(at_y, 7));
    let (right, below) = (left.wrapping_add(1) & 127, top.wrapping_add(1) & 127);
    let (x, y) = (rest(at_x), rest(at_y));
    let (upper, lower) = (value * (1.0 - y), value * y);
    let shares = [
        (top, left, upper * (1.0 - x)),
        (top, right, upper * x),
        (below, left, lower * (1.0 - x)),
        (below, right, lower * x),
    ];
    for (row, column, share) in shares {
        if let Some(sum) = tile.get_mut((row << 7) | column) {
            *sum += share;
        }
    }
}

/// [`fold_part`] of a whole plane, with its middle at the tile's first place.
pub(crate) fn fold(plane: &Plane, map: &Map) -> Tile {
    let mut tile = Tile(vec![0.0; TILE * TILE]);
    fold_part(plane, &Part::all(plane), map, (0.0, 0.0), &mut tile);
    tile
}
