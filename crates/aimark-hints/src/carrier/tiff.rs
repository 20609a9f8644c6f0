//! TIFF 6.0, alone and as EXIF (Exif 3.0, 4.5) in other formats: directories of values.

use std::borrow::Cow;

use crate::bytes::{Cursor, size};
use crate::decode;
use crate::finder::{Finder, Origin, Place};
use crate::mark::generator::{free, is_xai, keyed, software};
use crate::mark::names::Field;
use crate::mark::{iim, xmp};
use crate::{Kind, Says};

/// Directories that are looked at: pages of a TIFF, and those for EXIF. A loop ends here.
const MOST_DIRECTORIES: usize = 16;

pub(super) fn walk(finder: &mut Finder<'_>, asset: &[u8]) {
    exif(finder, "TIFF", Origin::At(0), asset);
}

/// Reads the directories in `bytes`.
pub(super) fn exif(finder: &mut Finder<'_>, what: &'static str, start: Origin, bytes: &[u8]) {
    let big_endian = match bytes {
        [b'M', b'M', 0, 42, ..] => true,
        [b'I', b'I', 42, 0, ..] => false,
        _ => return,
    };
    let mut walk = Walk { finder, what, start, bytes, big_endian, description: None, artist: None };
    let mut next = walk.u32_at(4).map(size);
    let mut seen = Vec::new();
    while let Some(at) = next.filter(|at| *at >= 8 && !seen.contains(at)) {
        seen.push(at);
        if seen.len() > MOST_DIRECTORIES {
            return walk.finder.cut();
        }
        next = walk.directory(at, true);
    }
    walk.pair();
}

struct Walk<'f, 'l, 'a> {
    finder: &'f mut Finder<'l>,
    what: &'static str,
    start: Origin,
    bytes: &'a [u8],
    big_endian: bool,
    description: Option<(Place, Cow<'a, str>)>,
    artist: Option<Cow<'a, str>>,
}

/// A value of a directory.
struct Entry<'a> {
    tag: u16,
    at: usize,
    data: &'a [u8],
}

impl<'a> Walk<'_, '_, 'a> {
    fn u16(&self, cursor: &mut Cursor<'a>) -> Option<u16> {
        if self.big_endian { cursor.u16_be() } else { cursor.u16_le() }
    }

    fn u32(&self, cursor: &mut Cursor<'a>) -> Option<u32> {
        if self.big_endian { cursor.u32_be() } else { cursor.u32_le() }
    }

    fn u32_at(&self, at: usize) -> Option<u32> {
        self.u32(&mut Cursor::starting(self.bytes, at))
    }

    /// Reads a directory, and returns where the next one is.
    fn directory(&mut self, at: usize, is_main: bool) -> Option<usize> {
        let mut cursor = Cursor::starting(self.bytes, at);
        let count = self.u16(&mut cursor)?;
        // Each tag once: entries may all point to the same large value.
        let mut seen = Vec::new();
        for _ in 0..count {
            if !self.finder.item() {
                return None;
            }
            let entry = self.entry(&mut cursor)?;
            if KNOWN.contains(&entry.tag) && !seen.contains(&entry.tag) {
                seen.push(entry.tag);
                self.value(&entry, is_main);
            }
        }
        self.u32(&mut cursor).map(size)
    }

    fn entry(&self, cursor: &mut Cursor<'a>) -> Option<Entry<'a>> {
        let (tag, kind) = (self.u16(cursor)?, self.u16(cursor)?);
        let count = size(self.u32(cursor)?);
        let width = match kind {
            3 | 8 => 2,
            4 | 9 | 11 | 13 => 4,
            5 | 10 | 12 => 8,
            _ => 1,
        };
        let (len, inline) = (count.saturating_mul(width), cursor.at());
        // What fits stands in the entry itself.
        let at = if len <= 4 { inline } else { size(self.u32_at(inline)?) };
        cursor.take(4)?;
        let data = Cursor::starting(self.bytes, at).take_up_to(len);
        Some(Entry { tag, at, data })
    }

    fn value(&mut self, entry: &Entry<'a>, is_main: bool) {
        let place = Place::new(self.what, self.start.at(entry.at));
        match entry.tag {
            // The directory for EXIF, which has none within.
            0x8769 if is_main => {
                let inner = self.u32(&mut Cursor::new(entry.data)).map(size);
                inner.map(|at| self.directory(at, false));
            }
            0x02bc => {
                let packet = self.finder.mark(entry.data);
                xmp::read(self.finder, place, packet);
            }
            0x83bb => {
                let records = self.finder.mark(entry.data);
                iim::records(self.finder, self.what, self.start, entry.at, records);
            }
            _ => self.text(entry, place),
        }
    }

    fn text(&mut self, entry: &Entry<'a>, place: Place) {
        let bytes = self.finder.mark(entry.data);
        let text = match entry.tag {
            0x9286 => decode::user_comment(bytes, self.big_endian),
            0x9c9b..=0x9c9f => Cow::Owned(decode::utf16(bytes, false)),
            _ => decode::text(bytes),
        };
        let text = match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim_matches('\0')),
            Cow::Owned(text) => Cow::Owned(text.trim_matches('\0').to_owned()),
        };
        let finder = &mut *self.finder;
        match entry.tag {
            0x010e => {
                free(finder, place, "ImageDescription", &text);
                self.description.get_or_insert((place, text));
            }
            // ComfyUI puts its graphs here in WebP, each with its name before it.
            0x010f => prefixed(finder, place, "Make", &text),
            0x0110 => prefixed(finder, place, "Model", &text),
            0x0131 => software(finder, place, "Software", &text, Field::Software),
            0x013b => {
                software(finder, place, "Artist", &text, Field::Credit);
                self.artist.get_or_insert(text);
            }
            0x9286 => free(finder, place, "UserComment", &text),
            0x9c9b => free(finder, place, "XPTitle", &text),
            0x9c9c => free(finder, place, "XPComment", &text),
            0x9c9d => software(finder, place, "XPAuthor", &text, Field::Credit),
            // Fooocus names its spelling of the comment here.
            0x927c if matches!(&*text, "fooocus" | "a1111") => keyed(finder, place, "fooocus_scheme", &text),
            _ => {}
        }
    }

    /// xAI is known by two values together.
    fn pair(&mut self) {
        if let (Some((place, description)), Some(artist)) = (&self.description, &self.artist)
            && is_xai(description, artist)
        {
            let key = "ImageDescription and Artist";
            self.finder.add(Kind::GeneratorSignature, Says::Generated, *place, key, description);
        }
    }
}

/// `workflow:{...}`, `prompt:{...}`.
fn prefixed(finder: &mut Finder<'_>, place: Place, tag: &str, text: &str) {
    match text.split_once(':') {
        Some((name, rest)) if rest.trim_start().starts_with('{') => keyed(finder, place, name, rest),
        _ => software(finder, place, tag, text, Field::Software),
    }
}

/// Tags that are read, of all directories.
const KNOWN: [u16; 13] =
    [0x010e, 0x010f, 0x0110, 0x0131, 0x013b, 0x02bc, 0x83bb, 0x8769, 0x9286, 0x927c, 0x9c9b, 0x9c9c, 0x9c9d];
