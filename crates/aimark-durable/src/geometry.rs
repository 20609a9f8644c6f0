//! How a mark lies in a picture.

use crate::num::{double, single};

/// How a plane's pixels map to tiles: where a pixel is in the tile's lattice, in tiles, but for a shift.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Map {
    /// Tiles across for a pixel across.
    pub(crate) xx: f64,
    /// Tiles across for a pixel down.
    pub(crate) xy: f64,
    /// Tiles down for a pixel across.
    pub(crate) yx: f64,
    /// Tiles down for a pixel down.
    pub(crate) yy: f64,
}

impl Map {
    /// Upright, with tiles of so many pixels.
    pub(crate) fn upright(across: f64, down: f64) -> Self {
        Self { xx: 1.0 / across, xy: 0.0, yx: 0.0, yy: 1.0 / down }
    }

    /// Where a place is, in tiles.
    pub(crate) fn of(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (self.xx * x + self.xy * y, self.yx * x + self.yy * y)
    }

    /// After what the rows of a matrix do to places.
    pub(crate) fn times(&self, (a, b): (f64, f64), (c, d): (f64, f64)) -> Self {
        Self {
            xx: self.xx * a + self.xy * c,
            xy: self.xx * b + self.xy * d,
            yx: self.yx * a + self.yy * c,
            yy: self.yx * b + self.yy * d,
        }
    }

    /// After a small change of the picture: wider by `wide`, higher by `high`, turned by `turn`, leaning by `lean`, all as
    /// shares of 1.
    pub(crate) fn changed(self, [wide, high, turn, lean]: [f64; 4]) -> Self {
        self.times((1.0 + wide, turn + lean), (lean - turn, 1.0 + high))
    }
}

/// One of the eight ways to lay a square onto itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Turn {
    pub(crate) xx: i32,
    pub(crate) xy: i32,
    pub(crate) yx: i32,
    pub(crate) yy: i32,
}

impl Turn {
    /// As it is.
    pub(crate) const UPRIGHT: Self = Self { xx: 1, xy: 0, yx: 0, yy: 1 };

    /// Upright, by one to three quarters, and the same mirrored.
    pub(crate) const ALL: [Self; 8] = [
        Self { xx: 1, xy: 0, yx: 0, yy: 1 },
        Self { xx: -1, xy: 0, yx: 0, yy: 1 },
        Self { xx: 0, xy: 1, yx: -1, yy: 0 },
        Self { xx: 0, xy: -1, yx: 1, yy: 0 },
        Self { xx: -1, xy: 0, yx: 0, yy: -1 },
        Self { xx: 1, xy: 0, yx: 0, yy: -1 },
        Self { xx: 0, xy: 1, yx: 1, yy: 0 },
        Self { xx: 0, xy: -1, yx: -1, yy: 0 },
    ];

    /// Where a line of the mark is found in the tile that was folded.
    pub(crate) fn line(self, x: i32, y: i32) -> (i32, i32) {
        // The turn transposed; its numbers are 0, 1 and -1, and lines are small.
        let along = |a: i32, b: i32| a.wrapping_mul(x).wrapping_add(b.wrapping_mul(y));
        (along(self.xx, self.yx), along(self.xy, self.yy))
    }

    /// Where a place of the tile that was folded is in the mark's tile.
    pub(crate) fn of(self, (x, y): (f64, f64)) -> (f64, f64) {
        let along = |a: i32, b: i32| f64::from(a) * x + f64::from(b) * y;
        (along(self.xx, self.xy), along(self.yx, self.yy))
    }

    fn is_mirrored(self) -> bool {
        self.xx.wrapping_mul(self.yy).wrapping_sub(self.xy.wrapping_mul(self.yx)) < 0
    }
}

/// How a mark lies in the picture where it was found. A mark that was found in the picture as it was marked has scales of 1,
/// no angle and no turns.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Geometry {
    /// How much wider the mark is than it would be in an uncropped picture of this size, 1 for just as wide.
    pub scale_x: f32,
    /// How much higher the mark is than it would be in an uncropped picture of this size, 1 for just as high.
    pub scale_y: f32,
    /// By how many degrees the picture was turned clockwise, beside whole quarters: about -45 to 45.
    pub angle: f32,
    /// Whether left and right were exchanged before the picture was turned.
    pub mirrored: bool,
    /// By how many quarters the picture was turned clockwise: 0 to 3.
    pub quarter_turns: u8,
}

impl Geometry {
    /// Of a plane whose tiles would be so many pixels wide and high.
    pub(crate) fn new(map: &Map, turn: Turn, expected: (f64, f64)) -> Self {
        // The pixels that a tile goes on by, across and down: the columns of the map turned around.
        let determinant = map.xx * map.yy - map.xy * map.yx;
        let (across, down) = ((map.yy, -map.yx), (-map.xy, map.xx));
        let length = |(x, y): (f64, f64)| (x * x + y * y).sqrt() / determinant.abs().max(1e-12);
        let angle = libm::atan2(across.1 / determinant, across.0 / determinant);
        let quarters = match (turn.is_mirrored(), turn.xx, turn.xy, turn.yx) {
            (false, 1, ..) | (true, -1, ..) => 0,
            (false, _, 1, _) | (true, _, -1, _) => 1,
            (false, -1, ..) | (true, 1, ..) => 2,
            _ => 3,
        };
        Self {
            scale_x: single(length(across) / expected.0),
            scale_y: single(length(down) / expected.1),
            angle: single(angle.to_degrees()),
            mirrored: turn.is_mirrored(),
            quarter_turns: quarters,
        }
    }
}

/// The width of a tile in pixels of an uncropped picture of so many pixels.
pub(crate) fn expected_tile(pixels: usize) -> f64 {
    128.0 * double(pixels).sqrt() / 640.0
}
