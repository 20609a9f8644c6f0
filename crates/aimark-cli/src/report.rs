//! What a run found, in the form that was asked for. Rows are written as they come: memory does not grow with their number.

mod csv;
mod json;
mod table;

use std::io::{self, Write};
use std::path::Path;

use aimark::Timestamp;
use clap::ValueEnum;
use tempfile::NamedTempFile;

use crate::failure::Failure;
use crate::language::Language;
use crate::output::Target;
use crate::page::{self, Page};
use crate::render;
use crate::row::Row;
use crate::tally::Tally;
use crate::thumbnail::Thumbnail;
use crate::words::say;

/// The forms of `--format`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Form {
    /// For people: what was found in each file, or a table where there are many
    Text,
    /// One JSON document
    Json,
    /// JSON, one object a line for each file
    Ndjson,
    /// A table for spreadsheets
    Csv,
    /// One page for a browser, which needs nothing besides itself
    Html,
}

impl Form {
    /// Whether the rows are to have the hash of their files.
    pub(crate) fn has_hash(self) -> bool {
        self != Self::Text
    }
}

/// What a report says of the run as a whole.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    /// As of when labels were judged.
    pub(crate) at: Timestamp,
    /// What signers were held against.
    pub(crate) lists: Vec<ListInForce>,
    /// What was examined, as the user named it.
    pub(crate) subject: String,
}

/// A trust list that a run used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ListInForce {
    pub(crate) name: String,
    /// When it was published, where it says.
    pub(crate) date: Option<String>,
    pub(crate) certificates: usize,
    pub(crate) purpose: Purpose,
}

/// Whom a list accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Those who sign what is said of content.
    Content,
    /// Those who say when.
    Time,
    /// Whom the user chose.
    Own,
}

impl Purpose {
    /// The word used in JSON.
    fn name(self) -> &'static str {
        match self {
            Self::Content => "signing",
            Self::Time => "time_stamping",
            Self::Own => "own",
        }
    }
}

/// One form of output.
trait Sink {
    /// What stands before the rows.
    fn begin(&mut self, out: &mut dyn Write, head: &Head) -> io::Result<()>;
    fn row(&mut self, out: &mut dyn Write, row: &Row) -> io::Result<()>;
    /// What stands behind them.
    fn end(&mut self, out: &mut dyn Write, tally: &Tally) -> io::Result<()>;
}

/// A report that is being written.
pub(crate) enum Report {
    Rows(Rows),
    /// What stands above the rows of a page is known last.
    Page(Box<Page<Box<dyn Write>>>, Out),
}

/// Rows that are written as they come.
pub(crate) struct Rows {
    sink: Box<dyn Sink>,
    out: Out,
}

/// Where it goes.
pub(crate) enum Out {
    Stdout,
    /// Takes its name when it is whole.
    File(Box<(NamedTempFile, Target)>),
}

impl Report {
    /// `many`: a line for each file, rather than all that was found.
    pub(crate) fn begin(
        form: Form,
        many: bool,
        target: Option<Target>,
        head: &Head,
    ) -> Result<Self, Failure> {
        let out = match target {
            None => Out::Stdout,
            Some(target) => Out::File(Box::new((target.begin()?, target))),
        };
        let sink: Box<dyn Sink> = match form {
            Form::Text if many => Box::new(table::Table::new(out.width())),
            Form::Text => Box::new(Blocks),
            Form::Json => Box::new(json::Document::default()),
            Form::Ndjson => Box::new(json::Lines),
            Form::Csv => Box::new(csv::Sheet),
            Form::Html => return Self::page(out, head),
        };
        let mut rows = Rows { sink, out };
        rows.write(|sink, out| sink.begin(out, head))?;
        Ok(Self::Rows(rows))
    }

    fn page(out: Out, head: &Head) -> Result<Self, Failure> {
        let writer: Box<dyn Write> = match &out {
            Out::Stdout => Box::new(io::stdout()),
            Out::File(parts) => Box::new(parts.0.as_file().try_clone().map_err(|e| out.failed(&e))?),
        };
        let above = page::Head {
            language: Language::chosen(),
            subject: head.subject.clone(),
            time: head.at.to_string(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            lists: head.lists.clone(),
            limits: page::Limits::default(),
        };
        let page = Page::begin(writer, above).map_err(|e| out.failed(&e))?;
        Ok(Self::Page(Box::new(page), out))
    }

    /// The thumbnail is for a page; the other forms have none.
    pub(crate) fn row(&mut self, row: &Row, thumbnail: Option<&Thumbnail>) -> Result<(), Failure> {
        match self {
            Self::Rows(rows) => rows.write(|sink, out| sink.row(out, row)),
            Self::Page(page, out) => page.row(row, thumbnail).map_err(|e| out.failed(&e)),
        }
    }

    pub(crate) fn end(self, tally: &Tally) -> Result<(), Failure> {
        let out = match self {
            Self::Rows(mut rows) => {
                rows.write(|sink, out| sink.end(out, tally))?;
                rows.out
            }
            Self::Page(page, out) => {
                page.finish().map_err(|e| out.failed(&e))?;
                out
            }
        };
        match out {
            Out::Stdout => Ok(()),
            Out::File(parts) => parts.1.finish(parts.0),
        }
    }
}

impl Rows {
    fn write(
        &mut self,
        what: impl FnOnce(&mut dyn Sink, &mut dyn Write) -> io::Result<()>,
    ) -> Result<(), Failure> {
        // One piece for each row: whoever reads a pipe sees it at once, and a file is not written word by word.
        let mut piece = Vec::new();
        let made = what(self.sink.as_mut(), &mut piece);
        match &mut self.out {
            Out::Stdout => {
                let mut stdout = anstream::stdout().lock();
                let written = made.and_then(|()| stdout.write_all(&piece)).and_then(|()| stdout.flush());
                written.map_err(|e| self.out.failed(&e))
            }
            Out::File(parts) => {
                let plain = anstream::adapter::strip_bytes(&piece).into_vec();
                let written = made.and_then(|()| parts.0.write_all(&plain));
                written.map_err(|e| self.out.failed(&e))
            }
        }
    }
}

impl Out {
    fn failed(&self, error: &io::Error) -> Failure {
        match self {
            Self::Stdout => Failure::stdout(error),
            Self::File(parts) => Failure::io_at(say!("cannot-write"), &parts.1.path, error),
        }
    }

    /// How wide a line may be, where people look at it.
    fn width(&self) -> Option<usize> {
        match self {
            Self::File(_) => None,
            Self::Stdout => terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)),
        }
    }
}

/// Where `-o` says that a report goes.
pub(crate) fn target(path: &Path, replace: bool) -> Target {
    Target { path: path.to_owned(), replace, backup: None, make_folder: false }
}

/// All that was found in each file.
struct Blocks;

impl Sink for Blocks {
    fn begin(&mut self, _: &mut dyn Write, _: &Head) -> io::Result<()> {
        Ok(())
    }

    fn row(&mut self, out: &mut dyn Write, row: &Row) -> io::Result<()> {
        // Why a file could not be examined is talk about the run, and stands on standard error.
        row.examined()
            .map_or(Ok(()), |found| out.write_all(render::found(&row.file.shown(), found).as_bytes()))
    }

    fn end(&mut self, _: &mut dyn Write, _: &Tally) -> io::Result<()> {
        Ok(())
    }
}
