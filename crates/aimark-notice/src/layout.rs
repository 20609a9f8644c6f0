//! From words and a text height to a plate: its size, and where each row stands in it.

use crate::Error;
use crate::font::{CAP_UNITS, Fonts, Row};
use crate::num::{Int, int, share};
use crate::wish::SEPARATOR;

/// How the words of several languages become rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flow {
    /// Each language in a row of its own.
    Stacked,
    /// All in one row, with a dot between them.
    Joined,
    /// As stacked, and broken at spaces so that no row is wider than this many pixels.
    Wrapped(Int),
}

/// How a plate is made around its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Style {
    /// With little room around the words.
    pub(crate) tight: bool,
    /// Over this whole width, in pixels.
    pub(crate) band: Option<Int>,
}

/// A plate in pixels from its own top left corner.
#[derive(Debug, Clone)]
pub(crate) struct Plate {
    pub(crate) width: Int,
    pub(crate) height: Int,
    /// The text height.
    pub(crate) cap: Int,
    /// Of its corners.
    pub(crate) radius: Int,
    pub(crate) rows: Vec<Placed>,
}

#[derive(Debug, Clone)]
pub(crate) struct Placed {
    pub(crate) row: Row,
    /// Where the leftmost ink is.
    pub(crate) x: Int,
    pub(crate) baseline: Int,
}

/// Lays `parts`, one for each language, out at the text height `cap`. `None`: a word is wider than a row may be.
pub(crate) fn plate(
    fonts: &Fonts,
    parts: &[&str],
    flow: Flow,
    style: Style,
    cap: Int,
) -> Result<Option<Plate>, Error> {
    let rows = match flow {
        Flow::Stacked => parts.iter().map(|part| fonts.row(part)).collect::<Result<Vec<_>, _>>()?,
        Flow::Joined => vec![fonts.row(&parts.join(SEPARATOR))?],
        Flow::Wrapped(limit) => {
            let mut rows = Vec::new();
            for part in parts {
                let Some(wrapped) = wrap(fonts, part, limit, cap)? else { return Ok(None) };
                rows.extend(wrapped);
            }
            rows
        }
    };
    Ok(Some(place(rows, style, cap)))
}

/// Room at the left and right of the words.
pub(crate) fn side(style: Style, cap: Int) -> Int {
    if style.tight { share(cap, 1, 2).max(int(3)) } else { share(cap, 9, 10) }
}

/// As many words in a row as fit. Breaking again at the width of the widest row breaks at the same places, which is how
/// a notice is found again.
fn wrap(fonts: &Fonts, part: &str, limit: Int, cap: Int) -> Result<Option<Vec<Row>>, Error> {
    let mut rows = Vec::new();
    let mut text = String::new();
    let mut last: Option<Row> = None;
    for word in part.split(' ') {
        let longer = if text.is_empty() { word.to_owned() } else { [text.as_str(), word].join(" ") };
        let row = fonts.row(&longer)?;
        if width(&row, cap) <= limit {
            (text, last) = (longer, Some(row));
            continue;
        }
        let Some(full) = last.take() else { return Ok(None) };
        rows.push(full);
        let row = fonts.row(word)?;
        if width(&row, cap) > limit {
            return Ok(None);
        }
        (text, last) = (word.to_owned(), Some(row));
    }
    rows.extend(last);
    Ok(Some(rows))
}

fn width(row: &Row, cap: Int) -> Int {
    share(row.width(), cap.0, CAP_UNITS)
}

fn place(rows: Vec<Row>, style: Style, cap: Int) -> Plate {
    let edge = if style.tight { share(cap, 2, 5).max(int(3)) } else { share(cap, 3, 4) };
    // Accents and descenders may reach into the edge, but not through it.
    let least = if style.tight { share(cap, 1, 6) } else { share(cap, 7, 20) };
    let (pitch, gap) =
        if style.tight { (share(cap, 3, 2), int(1)) } else { (share(cap, 7, 4), share(cap, 1, 5)) };
    let above = |row: &Row| share(row.top, cap.0, CAP_UNITS).max(cap);
    let below = |row: &Row| share(int(0) - row.bottom, cap.0, CAP_UNITS).max(int(0));

    let widest = rows.iter().map(|row| width(row, cap)).max().unwrap_or_default();
    let plate_width = style.band.unwrap_or(widest + side(style, cap) + side(style, cap));
    let mut placed: Vec<Placed> = Vec::new();
    for row in rows {
        let baseline = match placed.last() {
            None => (edge + cap).max(least + above(&row)),
            Some(last) => last.baseline + pitch.max(below(&last.row) + above(&row) + gap),
        };
        let x = match style.band {
            None => side(style, cap),
            Some(band) => share(band - width(&row, cap), 1, 2),
        };
        placed.push(Placed { row, x, baseline });
    }
    let height = placed.last().map_or(int(0), |last| last.baseline + edge.max(below(&last.row) + least));
    let radius = if style.band.is_some() { int(0) } else { share(cap, 2, 5) };
    Plate { width: plate_width, height, cap, radius, rows: placed }
}
