//! Which form of the words fits into a picture, and where it stands.

use crate::font::Fonts;
use crate::layout::{Flow, Plate, Style, plate, side};
use crate::num::{Int, int, pixels, share};
use crate::wish::{Line, Position, SEPARATOR, Wish};
use crate::{Area, Error};

/// A plate that fits.
pub(crate) struct Fitted {
    pub(crate) plate: Plate,
    pub(crate) area: Area,
    /// What stands on it, as [`Record::words`](crate::Record::words) says it.
    pub(crate) words: String,
}

/// How much of the picture a plate may cover.
#[derive(Clone, Copy)]
enum Share {
    Half,
    Whole,
}

/// Finds the first way that fits. The text height is the same in all: words are broken, shortened and given less
/// room, but never made smaller than was asked for, and never cut.
pub(crate) fn fit(fonts: &Fonts, wish: &Wish, width: u32, height: u32) -> Result<Fitted, Error> {
    let room = Room { width: int(width), height: int(height), position: wish.position };
    let cap = text_height(wish, width, height);
    let long: Vec<&str> = wish.lines.iter().map(Line::long).collect();
    let short: Vec<&str> = wish.lines.iter().map(|line| line.short().unwrap_or(line.long())).collect();
    let attempts = [
        (&long, false, Share::Half),
        (&long, true, Share::Half),
        (&short, false, Share::Half),
        (&short, true, Share::Half),
        (&short, true, Share::Whole),
    ];
    for (parts, tight, share) in attempts {
        if let Some((plate, area)) = room.attempt(fonts, parts, tight, share, cap)? {
            return Ok(Fitted { plate, area, words: parts.join(SEPARATOR) });
        }
    }
    Err(Error::DoesNotFit { width, height, text_height: pixels(cap) })
}

fn text_height(wish: &Wish, width: u32, height: u32) -> Int {
    let shortest = int(width.min(height));
    share(shortest, wish.height_permille.into(), 1000).max(int(wish.height_pixels))
}

struct Room {
    width: Int,
    height: Int,
    position: Position,
}

impl Room {
    fn attempt(
        &self,
        fonts: &Fonts,
        parts: &[&str],
        tight: bool,
        share: Share,
        cap: Int,
    ) -> Result<Option<(Plate, Area)>, Error> {
        let band = self.is_band().then_some(self.width);
        let style = Style { tight, band };
        let margin = self.margin(tight, share, cap);
        let inner = self.width - margin - margin - side(style, cap) - side(style, cap);
        let stacked = [Flow::Stacked, Flow::Joined, Flow::Wrapped(inner)];
        let joined = [Flow::Joined, Flow::Stacked, Flow::Wrapped(inner)];
        for flow in if self.is_band() { joined } else { stacked } {
            let Some(plate) = plate(fonts, parts, flow, style, cap)? else { continue };
            let ink = plate.rows.iter().map(|placed| placed.x).min().unwrap_or_default();
            let fits = plate.width + margin + margin <= self.width
                && plate.height + margin + margin <= self.height
                && ink >= side(style, cap).min(self.width);
            let all = match share {
                Share::Half => plate.width * plate.height * int(2),
                Share::Whole => plate.width * plate.height,
            };
            if fits && all <= self.width * self.height {
                let area = self.area(&plate, margin);
                return Ok(Some((plate, area)));
            }
        }
        Ok(None)
    }

    fn is_band(&self) -> bool {
        matches!(self.position, Position::TopBand | Position::BottomBand)
    }

    /// Between the plate and the edge of the picture.
    fn margin(&self, tight: bool, allowed: Share, cap: Int) -> Int {
        match (allowed, tight) {
            _ if self.is_band() => int(0),
            (Share::Whole, _) => int(0),
            (Share::Half, true) => share(cap, 1, 8),
            (Share::Half, false) => share(cap, 3, 4),
        }
    }

    fn area(&self, plate: &Plate, margin: Int) -> Area {
        let right = self.width - plate.width - margin;
        let lower = self.height - plate.height - margin;
        let (x, y) = match self.position {
            Position::TopLeft | Position::TopBand => (margin, margin),
            Position::TopRight => (right, margin),
            Position::BottomLeft | Position::BottomBand => (margin, lower),
            Position::BottomRight => (right, lower),
        };
        Area { x: pixels(x), y: pixels(y), width: pixels(plate.width), height: pixels(plate.height) }
    }
}
