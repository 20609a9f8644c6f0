//! DOCX, XLSX and PPTX (ECMA-376): the custom property `AIGC` in `docProps/custom.xml` of a ZIP archive.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::bytes::{Cursor, size};
use crate::finder::{Finder, Place};
use crate::mark::{aigc, xmp};

/// The end of the directory, with the longest comment that it may have.
const MOST_AT_END: usize = 22 + 65_535;

pub(super) fn walk(finder: &mut Finder<'_>, asset: &[u8]) {
    let Some(entry) = directory(finder, asset) else { return };
    let Some(packed) = entry.data(asset) else { return };
    let properties = match entry.method {
        0 => Cow::Borrowed(finder.mark(packed)),
        8 => Cow::Owned(finder.inflate(packed)),
        _ => return,
    };
    custom(finder, Place::new("docProps/custom.xml", entry.at), &properties);
}

/// A file in the archive, as the directory has it.
struct Entry {
    method: u16,
    at: usize,
    len: usize,
}

impl Entry {
    fn data<'a>(&self, asset: &'a [u8]) -> Option<&'a [u8]> {
        let mut cursor = Cursor::starting(asset, self.at);
        if &cursor.array::<4>()? != b"PK\x03\x04" {
            return None;
        }
        cursor.take(22)?;
        let (name, extra) = (usize::from(cursor.u16_le()?), usize::from(cursor.u16_le()?));
        cursor.take(name.saturating_add(extra))?;
        cursor.take(self.len)
    }
}

/// The first file of the name that is looked for.
fn directory(finder: &mut Finder<'_>, asset: &[u8]) -> Option<Entry> {
    let tail = asset.get(asset.len().saturating_sub(MOST_AT_END)..)?;
    let end = tail.get(memchr::memmem::rfind(tail, b"PK\x05\x06")?..)?;
    let start = Cursor::starting(end, 16).u32_le().map(size)?;
    let mut cursor = Cursor::starting(asset, start);
    while finder.item() {
        let (name, entry) = entry(&mut cursor)?;
        if name == b"docProps/custom.xml" {
            return Some(entry);
        }
    }
    None
}

fn entry<'a>(cursor: &mut Cursor<'a>) -> Option<(&'a [u8], Entry)> {
    if &cursor.array::<4>()? != b"PK\x01\x02" {
        return None;
    }
    cursor.take(6)?;
    let method = cursor.u16_le()?;
    cursor.take(8)?;
    let len = size(cursor.u32_le()?);
    cursor.take(4)?;
    let (name, extra, comment) = (cursor.u16_le()?, cursor.u16_le()?, cursor.u16_le()?);
    cursor.take(8)?;
    let at = size(cursor.u32_le()?);
    let name = cursor.take(usize::from(name))?;
    cursor.take(usize::from(extra).saturating_add(usize::from(comment)))?;
    Some((name, Entry { method, at, len }))
}

/// `<property name="AIGC"><vt:lpwstr>...</vt:lpwstr></property>`
fn custom(finder: &mut Finder<'_>, place: Place, properties: &[u8]) {
    let mut reader = Reader::from_reader(properties);
    let config = reader.config_mut();
    (config.allow_dangling_amp, config.allow_unmatched_ends, config.check_end_names) = (true, true, false);
    let mut value: Option<String> = None;
    while let Ok(event) = reader.read_event() {
        if matches!(event, Event::Eof) || !finder.item() {
            return;
        }
        match (&event, &mut value) {
            (Event::Start(start), _) if is_label(start) => value = Some(String::new()),
            (Event::Text(text), Some(value)) => value.push_str(&String::from_utf8_lossy(text)),
            (Event::CData(text), Some(value)) => value.push_str(&String::from_utf8_lossy(text)),
            (Event::GeneralRef(name), Some(value)) => value.push_str(&xmp::entity(name)),
            (Event::End(end), Some(text)) if end.local_name().as_ref() == b"property" => {
                aigc::read(finder, place, "AIGC", text.trim());
                value = None;
            }
            _ => {}
        }
    }
}

fn is_label(start: &BytesStart<'_>) -> bool {
    let mut attributes = start.attributes();
    start.local_name().as_ref() == b"property"
        && attributes
            .with_checks(false)
            .flatten()
            .any(|attribute| attribute.key.into_inner() == b"name" && &*attribute.value == b"AIGC")
}
