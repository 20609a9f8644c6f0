//! A report as one HTML page that needs nothing besides itself: no script, no address to load from.
//!
//! Rows go to a temporary file without a name while they come, because the summary stands above them and is known last.
//! So memory stays the same however many there are. The same rows give the same bytes.

mod details;
mod entry;
mod head;
mod html;
mod sort;
mod words;

use std::fs::File;
use std::io::{self, BufWriter, Seek as _, Write};

use crate::language::Language;
use crate::report::ListInForce;
use crate::row::Row;
use crate::thumbnail::Thumbnail;

use html::Html;
use sort::{Counts, Sort};
use words::Words;

/// What is said above the rows.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    pub(crate) language: Language,
    /// What was examined, as the user named it: a folder, mostly.
    pub(crate) subject: String,
    /// When, as RFC 3339 has it.
    pub(crate) time: String,
    /// The version of this program.
    pub(crate) version: String,
    /// What signers are accepted by.
    pub(crate) lists: Vec<ListInForce>,
    pub(crate) limits: Limits,
}

/// How much of what a file says is shown. The JSON report has all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limits {
    /// Characters of a name, or of what else stands outside the details. Default 400: longer than what file systems take for one part.
    pub(crate) name: usize,
    /// Characters of any other text. Default 2000: longer than a label's longest field.
    pub(crate) text: usize,
    /// Entries of one list: findings, hints, ingredients. Default 40.
    pub(crate) entries: usize,
    /// Bytes of a row, after which its lists end. Default 64 KiB, so that one file cannot make a page that nobody can
    /// open. A row is larger by at most one text for each of its parts.
    pub(crate) row: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { name: 400, text: 2000, entries: 40, row: 64 * 1024 }
    }
}

/// Rows of one part of the list. A browser leaves whole parts alone that are far from what it shows: with parts, a page of
/// 100,000 rows opens in a quarter of the time.
const PART: usize = 200;

/// A page that is being written.
pub(crate) struct Page<W: Write> {
    out: W,
    rows: BufWriter<File>,
    head: Head,
    words: Words,
    counts: Counts,
}

impl<W: Write> Page<W> {
    /// Begins a page. Nothing is written to `out` before [`Page::finish`].
    ///
    /// # Errors
    /// Where no temporary file can be made.
    pub(crate) fn begin(out: W, head: Head) -> io::Result<Self> {
        let rows = BufWriter::new(tempfile::tempfile()?);
        let words = Words::new(head.language);
        Ok(Self { out, rows, head, words, counts: Counts::default() })
    }

    /// Adds a file below those that are there.
    pub(crate) fn row(&mut self, row: &Row, thumbnail: Option<&Thumbnail>) -> io::Result<()> {
        let sort = Sort::of(row);
        let mut html = Html::new(&self.words, self.head.limits);
        if self.counts.files > 0 && self.counts.files.is_multiple_of(PART) {
            html.mark("</ol><ol>");
        }
        self.counts.add(sort);
        entry::write(&mut html, row, sort, thumbnail);
        self.rows.write_all(html.as_bytes())
    }

    /// Writes the page, and gives back where it was written to.
    pub(crate) fn finish(mut self) -> io::Result<W> {
        let mut rows = self.rows.into_inner().map_err(io::IntoInnerError::into_error)?;
        rows.rewind()?;
        let mut html = Html::new(&self.words, self.head.limits);
        head::write(&mut html, &self.head, self.words.language(), &self.counts);
        self.out.write_all(html.as_bytes())?;
        io::copy(&mut rows, &mut self.out)?;
        let mut html = Html::new(&self.words, self.head.limits);
        head::end(&mut html, &self.counts);
        self.out.write_all(html.as_bytes())?;
        self.out.flush()?;
        Ok(self.out)
    }
}

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;
