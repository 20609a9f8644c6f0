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
use crate::output::Target;
use crate::render;
use crate::row::Row;
use crate::tally::Tally;

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
}

/// A trust list that a run used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ListInForce {
    pub(crate) name: String,
    /// When it was published, where it says.
    pub(crate) date: Option<String>,
    pub(crate) certificates: usize,
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
pub(crate) struct Report {
    sink: Box<dyn Sink>,
    out: Out,
}

/// Where it goes.
enum Out {
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
        };
        let mut report = Self { sink, out };
        report.write(|sink, out| sink.begin(out, head))?;
        Ok(report)
    }

    pub(crate) fn row(&mut self, row: &Row) -> Result<(), Failure> {
        self.write(|sink, out| sink.row(out, row))
    }

    pub(crate) fn end(mut self, tally: &Tally) -> Result<(), Failure> {
        self.write(|sink, out| sink.end(out, tally))?;
        match self.out {
            Out::Stdout => Ok(()),
            Out::File(parts) => parts.1.finish(parts.0),
        }
    }

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
                written.map_err(|e| Failure::stdout(&e))
            }
            Out::File(parts) => {
                let plain = anstream::adapter::strip_bytes(&piece).into_vec();
                let written = made.and_then(|()| parts.0.write_all(&plain));
                written.map_err(|e| Failure::io_at("cannot write", &parts.1.path, &e))
            }
        }
    }
}

impl Out {
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
