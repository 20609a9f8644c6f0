//! A plate as coverage of pixels.

use harfrust::font::glyph::outline::PathElement;
use zeno::{Command, Mask as Rasterizer, Point};

use crate::Error;
use crate::font::{CAP_UNITS, Fonts, Glyph};
use crate::layout::{Placed, Plate};
use crate::num::{Int, count, index, int, share};

/// How much of each pixel of a plate is words, and how much is plate: 0 to 255, row by row.
pub(crate) struct Mask {
    pub(crate) width: usize,
    pub(crate) text: Vec<u8>,
    pub(crate) plate: Vec<u8>,
}

/// Draws a plate. Its size must be that of an area inside a picture, so that memory is bounded by the picture.
pub(crate) fn mask(fonts: &Fonts, plate: &Plate) -> Result<Mask, Error> {
    let (width, height) = (index(plate.width), index(plate.height));
    let mut mask = Mask {
        width,
        text: vec![0; width.saturating_mul(height)],
        plate: vec![255; width.saturating_mul(height)],
    };
    round_corners(&mut mask, width, height, index(plate.radius));
    for placed in &plate.rows {
        for glyph in &placed.row.glyphs {
            draw(fonts, &mut mask, plate, placed, *glyph)?;
        }
    }
    Ok(mask)
}

/// Places along a row are exact to this part of a pixel; base lines stand on whole pixels, so that capitals end there
/// too.
const STEPS: i64 = 64;

fn draw(fonts: &Fonts, mask: &mut Mask, plate: &Plate, placed: &Placed, glyph: Glyph) -> Result<(), Error> {
    let steps = |units: Int| share(units * int(STEPS), plate.cap.0, CAP_UNITS);
    let x = steps(glyph.x - placed.row.left);
    let y = int(0) - steps(glyph.y);
    let scale = float(plate.cap)? / f32::from(fonts.cap(glyph)?);
    let (dx, dy) = (fraction(x)?, fraction(y)?);
    let point = |x: f32, y: f32| Point::new(x * scale + dx, dy - y * scale);
    let path: Vec<Command> = fonts.outline(glyph)?.iter().map(|element| command(element, point)).collect();
    if path.is_empty() {
        return Ok(());
    }
    let (coverage, at) = Rasterizer::new(path.as_slice()).render();
    let left = placed.x + int(x.0.div_euclid(STEPS)) + int(at.left);
    let top = placed.baseline + int(y.0.div_euclid(STEPS)) + int(at.top);
    let rows = coverage.chunks_exact(usize::try_from(at.width).unwrap_or(usize::MAX).max(1));
    for (row, line) in rows.enumerate() {
        for (column, value) in line.iter().enumerate() {
            put(mask, left + count(column), top + count(row), *value);
        }
    }
    Ok(())
}

fn command(element: &PathElement, point: impl Fn(f32, f32) -> Point) -> Command {
    match *element {
        PathElement::MoveTo { x, y } => Command::MoveTo(point(x, y)),
        PathElement::LineTo { x, y } => Command::LineTo(point(x, y)),
        PathElement::QuadTo { cx0, cy0, x, y } => Command::QuadTo(point(cx0, cy0), point(x, y)),
        PathElement::CurveTo { cx0, cy0, cx1, cy1, x, y } => {
            Command::CurveTo(point(cx0, cy0), point(cx1, cy1), point(x, y))
        }
        PathElement::Close => Command::Close,
    }
}

/// Glyphs may touch, as Devanagari's do at the head line: what two cover is added.
fn put(mask: &mut Mask, x: Int, y: Int, value: u8) {
    let inside = x >= int(0) && y >= int(0) && index(x) < mask.width;
    let at = index(y).saturating_mul(mask.width).saturating_add(index(x));
    if let Some(pixel) = mask.text.get_mut(at).filter(|_| inside) {
        *pixel = pixel.saturating_add(value);
    }
}

fn float(pixels: Int) -> Result<f32, Error> {
    u16::try_from(pixels.0).map(f32::from).map_err(|_| Error::Wish("the text height is above 65,535 pixels"))
}

/// The part of a pixel that is left over.
fn fraction(steps: Int) -> Result<f32, Error> {
    Ok(float(int(steps.0.rem_euclid(STEPS)))? / 64.0)
}

/// Quarter circles of `radius` pixels, from 64 points in each pixel.
fn round_corners(mask: &mut Mask, width: usize, height: usize, radius: usize) {
    for row in 0..radius {
        for column in 0..radius {
            let covered = corner(count(radius), count(column), count(row));
            let (right, lower) = (mirror(width, column), mirror(height, row));
            for (x, y) in [(column, row), (right, row), (column, lower), (right, lower)] {
                if let Some(pixel) = mask.plate.get_mut(y.saturating_mul(width).saturating_add(x)) {
                    *pixel = covered;
                }
            }
        }
    }
}

fn mirror(len: usize, position: usize) -> usize {
    len.saturating_sub(1).saturating_sub(position)
}

fn corner(radius: Int, column: Int, row: Int) -> u8 {
    let far = |pixel: Int, point: i64| (radius - pixel) * int(16) - int(point);
    let limit = radius * radius * int(256);
    let points = (0..8_i64).flat_map(|y| (0..8_i64).map(move |x| (x, y)));
    let inside = points.filter(|(x, y)| {
        let (x, y) = (
            far(column, x.saturating_mul(2).saturating_add(1)),
            far(row, y.saturating_mul(2).saturating_add(1)),
        );
        x * x + y * y <= limit
    });
    u8::try_from(share(count(inside.count()), 255, 64).0).unwrap_or(u8::MAX)
}
