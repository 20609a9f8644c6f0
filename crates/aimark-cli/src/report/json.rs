//! JSON: a line for each file, or one document.

use std::io::{self, Write};

use aimark_json::{Line, Schema};
use serde_json::{Value, json};

use super::{Head, Sink};
use crate::json::text;
use crate::row::Row;
use crate::tally::Tally;

/// One object a line.
pub(super) struct Lines;

impl Sink for Lines {
    fn begin(&mut self, _: &mut dyn Write, _: &Head) -> io::Result<()> {
        Ok(())
    }

    fn row(&mut self, out: &mut dyn Write, row: &Row) -> io::Result<()> {
        out.write_all(text(line(row)?).as_bytes())
    }

    fn end(&mut self, _: &mut dyn Write, _: &Tally) -> io::Result<()> {
        Ok(())
    }
}

/// One document, of which each line is a part that can be read alone.
#[derive(Default)]
pub(super) struct Document {
    rows: bool,
}

impl Sink for Document {
    fn begin(&mut self, out: &mut dyn Write, head: &Head) -> io::Result<()> {
        let lists: Vec<Value> = head
            .lists
            .iter()
            .map(|list| json!({ "name": list.name, "date": list.date, "certificates": list.certificates, "purpose": list.purpose.name() }))
            .collect();
        let first = Line::new(Schema::Run)
            .with("tool", concat!("aimark ", env!("CARGO_PKG_VERSION")))
            .with("at", head.at.to_string())
            .with("trust_lists", lists);
        let first = text(first);
        // The object goes on: what closes it comes last.
        let open = first.trim_end().strip_suffix('}').unwrap_or_default();
        write!(out, "{open},\"reports\":[")
    }

    fn row(&mut self, out: &mut dyn Write, row: &Row) -> io::Result<()> {
        let comma = if core::mem::replace(&mut self.rows, true) { ",\n" } else { "\n" };
        write!(out, "{comma}{}", text(line(row)?).trim_end())
    }

    fn end(&mut self, out: &mut dyn Write, tally: &Tally) -> io::Result<()> {
        let counts = tally.counts().map(|(end, count)| (end.replace(' ', "_"), Value::from(count)));
        let summary = Value::Object(counts.collect());
        writeln!(out, "\n],\"files\":{},\"summary\":{summary}}}", tally.files())
    }
}

fn line(row: &Row) -> io::Result<Line> {
    let value = serde_json::to_value(row).map_err(io::Error::other)?;
    Line::from_value(value).ok_or_else(|| io::Error::other("a row is an object"))
}
