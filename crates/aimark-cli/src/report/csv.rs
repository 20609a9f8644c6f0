//! A table for spreadsheets (RFC 4180), with a fixed header.
//!
//! Spreadsheets take a cell that begins with `=`, `+`, `-` or `@` for a formula, and run it: such a cell gets an apostrophe
//! before it. Every cell is in quotes, for programs that part cells by semicolons in some countries. Characters that would move or hide others are escaped.

use std::io::{self, Write};

use super::{Head, Sink};
use crate::row::{Examined, Failed, Integrity, Named, Outcome, ProfileAnswers, Row, Severity, Trust};
use crate::shown::visible;
use crate::tally::Tally;

/// The first line. Columns are only ever added, at the end.
const HEADER: [&str; COLUMNS] = [
    "path",
    "answer",
    "intact",
    "signer_accepted",
    "ai",
    "signer",
    "organization",
    "accepted_by",
    "signed_at",
    "software",
    "type",
    "findings",
    "hints",
    "error_kind",
    "error",
    "sha256",
    "path_bytes",
    "rules",
    "watermark",
    "watermark_search",
];
const COLUMNS: usize = 20;

pub(super) struct Sheet;

impl Sink for Sheet {
    fn begin(&mut self, out: &mut dyn Write, _: &Head) -> io::Result<()> {
        write(out, &HEADER.map(str::to_owned))
    }

    fn row(&mut self, out: &mut dyn Write, row: &Row) -> io::Result<()> {
        let cells = match &row.outcome {
            Outcome::Examined(found) => examined(&row.file, found),
            Outcome::Failed { error } => failed(&row.file, error),
        };
        write(out, &cells.map(|cell| harmless(&cell)))
    }

    fn end(&mut self, _: &mut dyn Write, _: &Tally) -> io::Result<()> {
        Ok(())
    }
}

fn examined(file: &Named, found: &Examined) -> [String; COLUMNS] {
    let signer = found.signer.as_ref();
    [
        file.path.clone(),
        found.verdict.name().to_owned(),
        match found.integrity {
            Integrity::Intact => "yes",
            Integrity::Broken => "no",
            Integrity::NotExamined => "",
        }
        .to_owned(),
        match found.trust {
            Trust::Accepted => "yes",
            Trust::Unknown => "no",
            Trust::NotExamined => "",
        }
        .to_owned(),
        found.ai.as_ref().map(|ai| ai.statement.name().to_owned()).unwrap_or_default(),
        signer.map(|signer| signer.common_name.clone()).unwrap_or_default(),
        signer.and_then(|signer| signer.organization.clone()).unwrap_or_default(),
        found.accepted_by.clone().unwrap_or_default(),
        found.signed_at.clone().unwrap_or_default(),
        found.claim_generator.clone().unwrap_or_default(),
        found.media_type.clone(),
        joined(found.findings_of(Severity::Failure).map(|finding| finding.code.clone())),
        joined(found.hints.iter().map(|hint| format!("{} ({}: {})", hint.says, hint.key, hint.value))),
        String::new(),
        String::new(),
        found.sha256.clone().unwrap_or_default(),
        file.path_bytes.clone().unwrap_or_default(),
        joined(found.profiles.iter().flat_map(ProfileAnswers::coded)),
        joined(
            found
                .watermark
                .iter()
                .map(|mark| format!("issuer {} identifier {}", mark.issuer, mark.identifier)),
        ),
        found.watermark_search.clone().unwrap_or_default(),
    ]
}

fn failed(file: &Named, error: &Failed) -> [String; COLUMNS] {
    let mut cells = [const { String::new() }; COLUMNS];
    let known = [
        (0, file.path.as_str()),
        (1, "not_examined"),
        (13, &error.kind),
        (14, &error.message),
        (16, file.path_bytes.as_deref().unwrap_or_default()),
    ];
    for (column, text) in known {
        if let Some(cell) = cells.get_mut(column) {
            text.clone_into(cell);
        }
    }
    cells
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("; ")
}

/// What no spreadsheet runs and no terminal follows.
fn harmless(cell: &str) -> String {
    let text = visible(cell);
    // Blanks before it do not keep a spreadsheet from finding a formula.
    if text.trim_start().starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']) {
        return format!("'{text}");
    }
    text
}

fn write(out: &mut dyn Write, cells: &[String]) -> io::Result<()> {
    let mut line = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    line.write_record(cells)?;
    line.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        for formula in ["=1+1", "+1", "-1", "@x", " =1", "\u{ff1d}1"] {
            assert_eq!(harmless(formula), format!("'{formula}"));
        }
        assert_eq!(harmless("\t=1"), "\\u{9}=1");
        assert_eq!(harmless("a=1"), "a=1");
    }
}
