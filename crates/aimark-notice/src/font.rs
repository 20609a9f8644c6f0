//! The built-in fonts: which glyphs a row of words takes, and where each stands.

use std::cell::RefCell;
use std::collections::BTreeMap;

use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathElement};
use harfrust::{Buffer, Font, GlyphId, ShapeOptions, ShaperFont, shape};
use unicode_normalization::char::is_combining_mark;

use crate::num::{Int, int, share};
use crate::{Error, wish};

/// Lengths of a row are in these: so many are the height of a capital letter of Noto Sans.
pub(crate) const CAP_UNITS: i64 = 714;

/// The fonts in the order in which a letter is looked for, and the height in font units that is drawn as the text
/// height: that of capital letters, and of Devanagari's letters to the head line. Han and Hangul are scaled as Latin
/// is, to whose size they were designed.
const FACES: [(&[u8], i64); 3] = [
    (include_bytes!("../font/NotoSans-Medium.subset.ttf"), CAP_UNITS),
    (include_bytes!("../font/NotoSansCJKsc-Medium.subset.otf"), CAP_UNITS),
    (include_bytes!("../font/NotoSansDevanagari-Medium.subset.ttf"), 622),
];

/// The fonts, ready for use.
pub(crate) struct Fonts {
    faces: Vec<Face>,
    /// Rows that were laid out before: the same ones are asked for at many text heights, and look the same at all of
    /// them.
    known: RefCell<BTreeMap<String, Row>>,
}

/// Most rows that are remembered.
const MOST_KNOWN: usize = 512;

struct Face {
    font: Font,
    cap: i64,
}

/// A row of words as glyphs. Lengths are in [`CAP_UNITS`], upwards from the base line and to the right.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) left: Int,
    pub(crate) right: Int,
    pub(crate) top: Int,
    pub(crate) bottom: Int,
}

impl Row {
    /// From the leftmost to the rightmost ink.
    pub(crate) fn width(&self) -> Int {
        self.right - self.left
    }
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Glyph {
    face: usize,
    id: GlyphId,
    pub(crate) x: Int,
    pub(crate) y: Int,
}

impl Fonts {
    pub(crate) fn new() -> Result<Self, Error> {
        let face = |(bytes, cap)| {
            let font = Font::new(bytes, 0).ok_or(Error::Internal("a built-in font cannot be read"))?;
            Ok::<_, Error>(Face { font, cap })
        };
        let faces = FACES.into_iter().map(face).collect::<Result<_, _>>()?;
        Ok(Self { faces, known: RefCell::default() })
    }

    /// Lays `words` out in one row.
    pub(crate) fn row(&self, words: &str) -> Result<Row, Error> {
        if let Ok(known) = self.known.try_borrow()
            && let Some(row) = known.get(words)
        {
            return Ok(row.clone());
        }
        let row = self.shaped(words)?;
        if let Ok(mut known) = self.known.try_borrow_mut()
            && known.len() < MOST_KNOWN
        {
            known.insert(words.to_owned(), row.clone());
        }
        Ok(row)
    }

    fn shaped(&self, words: &str) -> Result<Row, Error> {
        let mut row = Row::default();
        let mut pen = int(0);
        for (index, run) in self.runs(words)? {
            let face = self.face(index)?;
            let mut buffer = Buffer::new();
            buffer.push_str(&run);
            buffer.guess_segment_properties();
            shape(&ShaperFont::new(&face.font), &mut buffer, ShapeOptions::default())
                .map_err(|_| Error::Internal("words cannot be shaped"))?;
            for (info, place) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
                let id = GlyphId::new(info.glyph_id);
                let x = pen + face.units(int(place.x_offset));
                self.add(&mut row, Glyph { face: index, id, x, y: face.units(int(place.y_offset)) })?;
                pen += face.units(int(place.x_advance));
            }
        }
        Ok(row)
    }

    /// The words cut where another font is needed. A mark or joiner stays with the letter before it, where that font
    /// has it.
    fn runs(&self, words: &str) -> Result<Vec<(usize, String)>, Error> {
        let mut runs: Vec<(usize, String)> = Vec::new();
        for letter in words.chars() {
            let has = |face: &Face| face.font.charmap().map_unicode(letter).is_some();
            let joins = is_combining_mark(letter) || wish::is_unseen(letter);
            if let Some((index, run)) = runs.last_mut().filter(|_| joins)
                && self.faces.get(*index).is_some_and(has)
            {
                run.push(letter);
                continue;
            }
            let index = self.faces.iter().position(has).ok_or(Error::Letter(letter))?;
            match runs.last_mut() {
                Some((last, run)) if *last == index => run.push(letter),
                _ => runs.push((index, letter.to_string())),
            }
        }
        Ok(runs)
    }

    fn add(&self, row: &mut Row, glyph: Glyph) -> Result<(), Error> {
        let face = self.face(glyph.face)?;
        let mut ink: Option<[Int; 4]> = None;
        for (x, y) in self.outline(glyph)?.iter().flat_map(points) {
            let (x, y) = (glyph.x + face.units(whole(x)), glyph.y + face.units(whole(y)));
            let [left, right, bottom, top] = ink.unwrap_or([x, x, y, y]);
            ink = Some([left.min(x), right.max(x), bottom.min(y), top.max(y)]);
        }
        if let Some([left, right, bottom, top]) = ink {
            let first = row.left == row.right;
            row.left = if first { left } else { row.left.min(left) };
            row.right = row.right.max(right);
            row.bottom = row.bottom.min(bottom);
            row.top = row.top.max(top);
        }
        row.glyphs.push(glyph);
        Ok(())
    }

    /// The outline of a glyph in font units, upwards from the base line.
    pub(crate) fn outline(&self, glyph: Glyph) -> Result<Vec<PathElement>, Error> {
        let fault = Error::Internal("a glyph has no outline");
        let glyphs = self.face(glyph.face)?.font.outline_glyphs();
        let mut path: Vec<PathElement> = Vec::new();
        let outline = glyphs.get(glyph.id).ok_or(fault.clone())?;
        outline.draw(&DrawOptions::new(), DrawMemory::Scratch, &mut path).map_err(|_| fault)?;
        Ok(path)
    }

    /// How many font units of the glyph's font are the text height.
    pub(crate) fn cap(&self, glyph: Glyph) -> Result<u16, Error> {
        u16::try_from(self.face(glyph.face)?.cap).map_err(|_| Error::Internal("a font is too large"))
    }

    fn face(&self, index: usize) -> Result<&Face, Error> {
        self.faces.get(index).ok_or(Error::Internal("there is no such font"))
    }
}

impl Face {
    fn units(&self, length: Int) -> Int {
        share(length, CAP_UNITS, self.cap)
    }
}

/// The points of a path, those that only pull at curves among them: ink is never outside of them.
fn points(element: &PathElement) -> Vec<(f32, f32)> {
    match *element {
        PathElement::MoveTo { x, y } | PathElement::LineTo { x, y } => vec![(x, y)],
        PathElement::QuadTo { cx0, cy0, x, y } => vec![(cx0, cy0), (x, y)],
        PathElement::CurveTo { cx0, cy0, cx1, cy1, x, y } => vec![(cx0, cy0), (cx1, cy1), (x, y)],
        PathElement::Close => Vec::new(),
    }
}

#[allow(
    clippy::as_conversions,
    reason = "the standard library has no other way from a float, and this one saturates"
)]
fn whole(value: f32) -> Int {
    int(value.round() as i32)
}
