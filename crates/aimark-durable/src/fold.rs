//! All tiles of a picture laid upon one another.

use crate::geometry::Map;
use crate::lattice::TILE;
use crate::num::{double, leading, turn};
use crate::plane::Plane;
use crate::tile::Tile;

/// Each pixel of the plane added to that place of the tile where the map has it. The plane's middle comes to the tile's first
/// place; the mark's shift is still to be found.
///
/// A place is the nearest of 128 x 128: for the highest lines this costs 8 % of their amplitude, for the others less.
pub(crate) fn fold(plane: &Plane, map: &Map) -> Tile {
    let mut tile = vec![0.0_f32; TILE * TILE];
    let (middle_x, middle_y) = (double(plane.width()) * 0.5, double(plane.height()) * 0.5);
    // Turns of 2^32 steps: going over the end is coming to the next tile.
    let (step_x, step_y) = (turn(map.xx), turn(map.yx));
    for (y, row) in plane.rows().enumerate() {
        let down = double(y) + 0.5 - middle_y;
        let left = 0.5 - middle_x;
        let mut at_x = turn(map.xx * left + map.xy * down);
        let mut at_y = turn(map.yx * left + map.yy * down);
        for value in row {
            let place = (leading(at_y, 7) << 7) | leading(at_x, 7);
            if let Some(sum) = tile.get_mut(place) {
                *sum += *value;
            }
            at_x = at_x.wrapping_add(step_x);
            at_y = at_y.wrapping_add(step_y);
        }
    }
    Tile(tile)
}
