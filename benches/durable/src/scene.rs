//! A picture inside other pictures, and other things over it.

use font8x8::UnicodeFonts;

use crate::filter::gaussian;
use crate::made::Chance;
use crate::picture::Picture;
use crate::resize::{Kernel, resize, scale};

/// On a dark page with a line of text above, as a telephone shows it.
pub fn screenshot(picture: &Picture, factor: f64) -> Picture {
    let shown = scale(picture, factor);
    let mut page = Picture::filled(shown.width + 60, shown.height + 160, [24; 3]);
    page.paste(&shown, 30, 90);
    write(&mut page, "Post 12:34", 20, 30, 3, [230; 3]);
    page
}

/// At this share of its size over a blurred other picture: itself upside down, so that no mark of another one is there.
pub fn collage(picture: &Picture, factor: f64) -> Picture {
    let mut page = gaussian(&picture.turned(2), 6.0);
    let small = scale(picture, factor);
    let (x, y) = ((page.width - small.width) / 2, (page.height - small.height) / 3);
    page.paste(&small, x, y);
    page
}

/// Itself and three others made of it, two by two.
pub fn grid(picture: &Picture) -> Picture {
    let small = scale(picture, 0.5);
    let mut page = Picture::filled(2 * small.width + 12, 2 * small.height + 12, [255; 3]);
    let other = gaussian(&small.turned(2), 3.0);
    let (right, lower) = (small.width + 8, small.height + 8);
    page.paste(&small, 4, 4);
    page.paste(&other, right, 4);
    page.paste(&other.mirrored(), 4, lower);
    page.paste(&other.turned(2), right, lower);
    page
}

/// A border of one colour, its width as a share of the shorter side.
pub fn border(picture: &Picture, share: f64, colour: [u8; 3]) -> Picture {
    let edge = (picture.width.min(picture.height) as f64 * share) as usize;
    let mut page = Picture::filled(picture.width + 2 * edge, picture.height + 2 * edge, colour);
    page.paste(picture, edge, edge);
    page
}

/// Big white letters across the middle.
pub fn caption(picture: &Picture, text: &str) -> Picture {
    let mut page = picture.clone();
    let size = (picture.width.saturating_sub(20) / (8 * text.chars().count())).max(1);
    write(&mut page, text, 10, picture.height / 2 - 4 * size, size, [255; 3]);
    page
}

/// A black bar with text at the lower edge, this share of the height.
pub fn bar(picture: &Picture, share: f64) -> Picture {
    let high = (picture.height as f64 * share) as usize;
    let mut page = picture.clone();
    let top = picture.height - high;
    page.paste(&Picture::filled(picture.width, high, [0; 3]), 0, top);
    write(&mut page, "when the label is gone", 12, top + high / 3, (high / 24).max(1), [255; 3]);
    page
}

/// A yellow disc with two eyes over the middle, its width this share of the shorter side.
pub fn emoji(picture: &Picture, share: f64) -> Picture {
    let radius = picture.width.min(picture.height) as f64 * share / 2.0;
    let (x, y) = (picture.width as f64 / 2.0, picture.height as f64 / 2.0);
    let mut page = picture.clone();
    disc(&mut page, x, y, radius, [255, 204, 77]);
    for side in [-0.4, 0.4] {
        disc(&mut page, x + side * radius, y - 0.25 * radius, radius * 0.15, [102, 69, 0]);
    }
    page
}

fn disc(page: &mut Picture, x: f64, y: f64, radius: f64, colour: [u8; 3]) {
    for row in 0..page.height {
        for column in 0..page.width {
            if (column as f64 - x).hypot(row as f64 - y) <= radius {
                page.set(column, row, colour);
            }
        }
    }
}

/// One rectangle of this share of the area blackened, as WAVES does.
pub fn erase(picture: &Picture, share: f64) -> Picture {
    let mut chance = Chance::new(3);
    let side = |length: usize| ((length as f64 * share.sqrt()) as usize).clamp(1, length);
    let (width, height) = (side(picture.width), side(picture.height));
    let x = chance.below(picture.width - width + 1);
    let y = chance.below(picture.height - height + 1);
    let mut page = picture.clone();
    page.paste(&Picture::filled(width, height, [0; 3]), x, y);
    page
}

/// Cropped to a square in the middle.
pub fn square(picture: &Picture) -> Picture {
    let side = picture.width.min(picture.height);
    picture.crop((picture.width - side) / 2, 0, side, side)
}

/// Squeezed or stretched across.
pub fn stretch(picture: &Picture, factor: f64) -> Picture {
    let kernel = if factor < 1.0 { Kernel::Area } else { Kernel::Cubic };
    resize(picture, (picture.width as f64 * factor).round() as usize, picture.height, kernel)
}

/// Letters of 8 x 8 squares, each of `size` x `size` pixels.
pub fn write(page: &mut Picture, text: &str, x: usize, y: usize, size: usize, colour: [u8; 3]) {
    for (at, letter) in text.chars().enumerate() {
        let rows = font8x8::BASIC_FONTS.get(letter).unwrap_or_default();
        for (row, bits) in rows.into_iter().enumerate() {
            for column in (0..8).filter(|column| bits >> column & 1 == 1) {
                let dot = Picture::filled(size, size, colour);
                page.paste(&dot, x + (at * 8 + column) * size, y + row * size);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made;

    #[test]
    fn the_picture_stands_where_it_is_said_to() {
        let scene = made::scene(80, 60, 11);
        let page = border(&scene, 0.1, [9, 8, 7]);
        assert_eq!((page.width, page.height), (92, 72));
        assert_eq!(page.crop(6, 6, 80, 60), scene);
        assert_eq!(page.pixel(0, 0), [9, 8, 7]);
        let shot = screenshot(&scene, 1.0);
        assert_eq!(shot.crop(30, 90, 80, 60), scene);
    }

    #[test]
    fn the_share_that_is_erased_is_the_share_asked_for() {
        let white = Picture::filled(100, 100, [255; 3]);
        let black = erase(&white, 0.25).rgb.iter().filter(|value| **value == 0).count();
        assert_eq!(black, 2500 * 3);
    }

    #[test]
    fn letters_are_drawn() {
        let white = |picture: &Picture| picture.rgb.iter().filter(|value| **value == 255).count();
        let black = Picture::filled(240, 60, [0; 3]);
        let text = caption(&black, "BREAKING NEWS");
        assert!(white(&text) > 1000 && white(&text) < 240 * 60 * 2);
        assert!(emoji(&black, 0.5).pixel(120, 30) == [255, 204, 77]);
    }
}
