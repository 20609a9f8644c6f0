//! A line for each file, in columns: the answer, what it says about AI, the signer, and the file.
//!
//! Rows are written before the last is known, so columns have fixed widths. Where people look at it, no line is longer than
//! the terminal is wide; else nothing is cut.

use std::io::{self, Write};

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::{Head, Sink};
use crate::render;
use crate::row::{Answer, Examined, Named, Outcome, Row, Statement};
use crate::shown::visible;
use crate::tally::Tally;

const ANSWER: usize = 12;
const AI: usize = 8;
const SIGNER: usize = 26;
/// What stands before the file, with two blanks between columns.
const BEFORE: usize = ANSWER + AI + SIGNER + 6;
/// A narrower terminal gets lines that it breaks itself.
const NARROWEST: usize = BEFORE + 20;

pub(super) struct Table {
    width: Option<usize>,
}

impl Table {
    /// `width` is the terminal's.
    pub(super) fn new(width: Option<usize>) -> Self {
        Self { width: width.map(|width| width.max(NARROWEST)) }
    }

    fn line(&self, out: &mut dyn Write, answer: &str, ai: &str, signer: &str, file: &str) -> io::Result<()> {
        let (answer, ai, signer) = (cell(answer, ANSWER), cell(ai, AI), cell(&visible(signer), SIGNER));
        writeln!(out, "{answer}  {ai}  {signer}  {}", self.file(file))
    }

    /// The end of a name says more than its beginning.
    fn file(&self, name: &str) -> String {
        let Some(room) = self.width.map(|width| width.saturating_sub(BEFORE)) else { return name.to_owned() };
        if name.width() <= room {
            return name.to_owned();
        }
        let (mut kept, mut used) = (Vec::new(), 1_usize);
        for c in name.chars().rev() {
            used = used.saturating_add(c.width().unwrap_or(0));
            if used > room {
                break;
            }
            kept.push(c);
        }
        core::iter::once('…').chain(kept.into_iter().rev()).collect()
    }

    /// Why a file has the answer it has, below it.
    fn reason(&self, out: &mut dyn Write, reason: &str) -> io::Result<()> {
        let reason = visible(reason);
        let width = self.width.map_or(usize::MAX, |width| width.saturating_sub(ANSWER + 2));
        writeln!(out, "{:ANSWER$}  {}", "", cut(&reason, width))
    }

    fn examined(&self, out: &mut dyn Write, file: &Named, found: &Examined) -> io::Result<()> {
        let (style, _) = render::answer(found.verdict);
        let signer = found.signer.as_ref().map(|signer| signer.named()).unwrap_or_default();
        let answer = format!("{style}{}{style:#}", cell(found.verdict.name(), ANSWER));
        let (ai, signer) = (cell(ai(found), AI), cell(&visible(&signer), SIGNER));
        writeln!(out, "{answer}  {ai}  {signer}  {}", self.file(&file.shown()))?;
        match found.verdict {
            Answer::Invalid | Answer::Foreign => self.reason(out, &render::reason(found)),
            Answer::Unmarked if !found.hints.is_empty() => self.reason(out, &render::hints(found)),
            _ => Ok(()),
        }
    }
}

impl Sink for Table {
    fn begin(&mut self, out: &mut dyn Write, _: &Head) -> io::Result<()> {
        self.line(out, "ANSWER", "AI", "SIGNER", "FILE")
    }

    fn row(&mut self, out: &mut dyn Write, row: &Row) -> io::Result<()> {
        match &row.outcome {
            Outcome::Examined(found) => self.examined(out, &row.file, found),
            Outcome::Failed { error } => {
                self.line(out, "not examined", "", "", &row.file.shown())?;
                self.reason(out, &error.message)
            }
        }
    }

    fn end(&mut self, _: &mut dyn Write, _: &Tally) -> io::Result<()> {
        Ok(())
    }
}

/// What stands in the column about AI. What an unsigned mark says is marked as a question.
fn ai(found: &Examined) -> &'static str {
    match &found.ai {
        Some(ai) => match ai.statement {
            Statement::Full => "made",
            Statement::Partial => "altered",
            Statement::None => "not said",
        },
        None if found.hints.is_empty() => "",
        None => "hint",
    }
}

/// `text` in exactly so many columns.
fn cell(text: &str, width: usize) -> String {
    let mut cell = cut(text, width);
    let missing = width.saturating_sub(cell.width());
    cell.extend(core::iter::repeat_n(' ', missing));
    cell
}

/// The beginning of `text` that fits into so many columns.
fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let (mut kept, mut used) = (String::new(), 1_usize);
    for c in text.chars() {
        used = used.saturating_add(c.width().unwrap_or(0));
        if used > width {
            break;
        }
        kept.push(c);
    }
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_as_wide_as_its_column_in_every_script() {
        for text in [
            "",
            "a",
            "Қазақстан",
            "新华社新华社新华社",
            "e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}",
        ] {
            assert_eq!(cell(text, 6).width(), 6, "{text}");
        }
    }

    #[test]
    fn a_long_name_keeps_its_end_and_a_file_keeps_all_of_it() {
        let narrow = Table::new(Some(NARROWEST));
        let name = format!("{}/the-end.jpg", "folder".repeat(20));
        assert_eq!(narrow.file(&name).width(), 20);
        assert!(narrow.file(&name).ends_with("the-end.jpg"));
        assert_eq!(Table::new(None).file(&name), name);
    }
}
