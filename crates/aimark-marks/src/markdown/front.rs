//! Finding front matter and the keys in it.

use core::ops::Range;

use crate::{Error, InputError, Limits};

/// YAML between two lines of three hyphens at the beginning of a text.
pub(super) struct Front<'a> {
    /// Where its last line ends, which is where the closing line begins.
    pub(super) end: usize,
    pub(super) line_end: &'static str,
    pub(super) entries: Vec<Entry<'a>>,
}

/// A key at the left edge, with all lines that belong to it.
pub(super) struct Entry<'a> {
    pub(super) key: &'a str,
    pub(super) range: Range<usize>,
    /// Its lines are the first and indented ones; no empty lines, comments or lists at the left edge are among them.
    pub(super) is_simple: bool,
}

pub(super) fn bad(at: usize, problem: &'static str) -> Error {
    InputError::FrontMatter { at, problem }.into()
}

/// The front matter of a text, if it has any.
pub(super) fn find<'a>(text: &'a str, limits: &Limits) -> Result<Option<Front<'a>>, Error> {
    let mut lines = Lines { text, at: 0 };
    let Some((_, first)) = lines.next() else { return Ok(None) };
    // TOML and JSON, as Hugo reads them. With YAML before them they would become a part of the text.
    if matches!(first.trim_end(), "+++" | "{")
        || first.starts_with("---") && first.contains(char::is_alphabetic)
    {
        return Err(Error::Unsupported { what: "front matter that is not YAML", at: 0 });
    }
    if first.trim_end() != "---" {
        return Ok(None);
    }
    let line_end = if first.ends_with("\r\n") { "\r\n" } else { "\n" };
    let mut front = Front { end: 0, line_end, entries: Vec::new() };
    for (range, line) in lines {
        Error::within("size of the front matter in bytes", range.end, limits.packet_bytes)?;
        // Other readers know three dots too, but not all of them.
        if line.trim_end() == "..." {
            return Err(bad(range.start, "it is closed by dots"));
        }
        if line.trim_end() == "---" {
            front.end = range.start;
            return Ok(Some(front));
        }
        front.line(line, range)?;
    }
    Err(bad(0, "it is not closed"))
}

impl<'a> Front<'a> {
    fn line(&mut self, line: &'a str, range: Range<usize>) -> Result<(), Error> {
        let is_indented = line.starts_with([' ', '\t']);
        let is_blank = line.trim().is_empty();
        let belongs = is_indented || is_blank || line.starts_with(['#', '-']);
        match self.entries.last_mut() {
            Some(last) if belongs => {
                last.is_simple &= is_indented && !is_blank;
                // What stands behind its own lines is kept apart, so that nothing else is replaced with it.
                if last.is_simple {
                    last.range.end = range.end;
                }
                Ok(())
            }
            None if is_blank || line.starts_with('#') => Ok(()),
            _ if !belongs && is_own_key(line) => {
                let key = line.split_once(':').map_or(line, |(key, _)| key);
                if key.contains('\\') {
                    return Err(bad(range.start, "a key is written with escapes"));
                }
                let key = key.trim().trim_matches(['"', '\'']);
                self.entries.push(Entry { key, range, is_simple: true });
                Ok(())
            }
            _ => Err(bad(range.start, "a line that is no key of a mapping at the left edge")),
        }
    }
}

/// Whether lines name a value for use elsewhere (YAML 1.2.2, 6.9.2), or look as if they did.
pub(super) fn has_anchor(lines: &str) -> bool {
    lines.split([' ', '\t', '\n', '[', '{', ',']).any(|word| word.starts_with('&') && word.len() > 1)
}

/// Whether a line begins with a key: a word, a colon, and then white space or nothing.
pub(super) fn is_own_key(line: &str) -> bool {
    let Some((key, value)) = line.split_once(':') else { return false };
    let opens = ['{', '}', '[', ']', '?', '|', '>', '%', '@', '`', '&', '*', '!', ',', '-', ':', ' ', '\t'];
    !key.is_empty()
        && !key.starts_with(opens)
        && (value.trim_end().is_empty() || value.starts_with([' ', '\t']))
}

/// Lines with their ends, and their places.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = (Range<usize>, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let line = self.text.split_inclusive('\n').next()?;
        let start = self.at;
        self.at = start.saturating_add(line.len());
        self.text = self.text.get(line.len()..).unwrap_or_default();
        Some((start..self.at, line))
    }
}
