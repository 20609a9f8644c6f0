//! A line for each file, in columns: the answer, what it says about AI, the signer, and the file.
//!
//! Rows are written before the last is known, so columns are as wide as what a language can say in them. Where people look
//! at it, no line is longer than the terminal is wide; else nothing is cut.

use std::io::{self, Write};

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::{Head, Sink};
use crate::render;
use crate::row::{Answer, Examined, Named, Outcome, ProfileAnswers, Row, Statement};
use crate::shown::visible;
use crate::tally::Tally;
use crate::terms;
use crate::words::say;

const SIGNER: usize = 26;
/// What is left for the file at least: a narrower terminal gets lines that it breaks itself.
const FILE: usize = 20;

pub(super) struct Table {
    words: Columns,
    /// How wide the columns of the answer and of AI are.
    answer: usize,
    ai: usize,
    width: Option<usize>,
}

/// What can stand in the columns.
struct Columns {
    headings: [String; 4],
    answers: [String; Answer::ALL.len()],
    not_examined: String,
    ai: [String; 4],
}

impl Columns {
    fn new() -> Self {
        let headings = [
            say!("report-column-answer"),
            say!("report-column-ai"),
            say!("report-column-signer"),
            say!("report-column-file"),
        ];
        let ai = [
            say!("report-cell-made"),
            say!("report-cell-altered"),
            say!("report-cell-silent"),
            say!("report-cell-hint"),
        ];
        Self {
            headings: headings.map(|words| words.text()),
            answers: Answer::ALL.map(|answer| terms::short(answer).text()),
            not_examined: say!("report-short-not-examined").text(),
            ai: ai.map(|words| words.text()),
        }
    }

    /// How wide the first column is.
    fn answer(&self) -> usize {
        let [heading, ..] = &self.headings;
        widest(self.answers.iter().chain([&self.not_examined, heading]))
    }

    fn ai(&self) -> usize {
        let [_, heading, ..] = &self.headings;
        widest(self.ai.iter().chain([heading]))
    }

    fn of_answer(&self, wanted: Answer) -> &str {
        let found = Answer::ALL.into_iter().zip(&self.answers).find(|(answer, _)| *answer == wanted);
        found.map_or("", |(_, words)| words)
    }

    /// What stands in the column about AI. What an unsigned mark says is marked as a question.
    fn of_ai(&self, found: &Examined) -> &str {
        let [made, altered, silent, hint] = &self.ai;
        // What does not hold is not said again where people only glance.
        let ai = found.ai.as_ref().filter(|_| found.verdict.holds());
        match ai {
            Some(ai) => match ai.statement {
                Statement::Full => made,
                Statement::Partial => altered,
                Statement::None => silent,
            },
            None if found.hints.is_empty() => "",
            None => hint,
        }
    }
}

fn widest<'a>(texts: impl Iterator<Item = &'a String>) -> usize {
    texts.map(|text| text.width()).max().unwrap_or(0)
}

impl Table {
    /// `width` is the terminal's.
    pub(super) fn new(width: Option<usize>) -> Self {
        let words = Columns::new();
        let table = Self { answer: words.answer(), ai: words.ai(), words, width: None };
        let narrowest = table.before().saturating_add(FILE);
        Self { width: width.map(|width| width.max(narrowest)), ..table }
    }

    /// What stands before the file, with two blanks between columns.
    fn before(&self) -> usize {
        self.answer.saturating_add(self.ai).saturating_add(SIGNER + 6)
    }

    fn line(&self, out: &mut dyn Write, answer: &str, ai: &str, signer: &str, file: &str) -> io::Result<()> {
        let (answer, ai) = (cell(answer, self.answer), cell(ai, self.ai));
        writeln!(out, "{answer}  {ai}  {}  {}", cell(&visible(signer), SIGNER), self.file(file))
    }

    /// The end of a name says more than its beginning.
    fn file(&self, name: &str) -> String {
        let Some(room) = self.width.map(|width| width.saturating_sub(self.before())) else {
            return name.to_owned();
        };
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
        let before = self.answer.saturating_add(2);
        let width = self.width.map_or(usize::MAX, |width| width.saturating_sub(before));
        writeln!(out, "{}{}", cell("", before), cut(&reason, width))
    }

    fn examined(&self, out: &mut dyn Write, file: &Named, found: &Examined) -> io::Result<()> {
        let style = render::style(found.verdict);
        let signer = found.signer.as_ref().filter(|_| found.verdict.holds());
        let signer = signer.map(|signer| signer.named()).unwrap_or_default();
        let answer = format!("{style}{}{style:#}", cell(self.words.of_answer(found.verdict), self.answer));
        let (ai, signer) = (cell(self.words.of_ai(found), self.ai), cell(&visible(&signer), SIGNER));
        writeln!(out, "{answer}  {ai}  {signer}  {}", self.file(&file.shown()))?;
        match found.verdict {
            Answer::Invalid | Answer::Foreign => self.reason(out, &render::reason(found))?,
            Answer::Unmarked if !found.hints.is_empty() => self.reason(out, &render::hints(found))?,
            _ => {}
        }
        if let Some(watermark) = &found.watermark {
            self.reason(out, &render::watermark(watermark).text())?;
        }
        let reached = found.profiles.iter().filter_map(ProfileAnswers::reached);
        reached.into_iter().try_for_each(|reached| self.reason(out, &reached))
    }
}

impl Sink for Table {
    fn begin(&mut self, out: &mut dyn Write, _: &Head) -> io::Result<()> {
        let [answer, ai, signer, file] = &self.words.headings;
        self.line(out, answer, ai, signer, file)
    }

    fn row(&mut self, out: &mut dyn Write, row: &Row) -> io::Result<()> {
        match &row.outcome {
            Outcome::Examined(found) => self.examined(out, &row.file, found),
            Outcome::Failed { error } => {
                self.line(out, &self.words.not_examined, "", "", &row.file.shown())?;
                self.reason(out, &error.said().text())
            }
        }
    }

    fn end(&mut self, _: &mut dyn Write, _: &Tally) -> io::Result<()> {
        Ok(())
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
        let narrow = Table::new(Some(1));
        let name = format!("{}/the-end.jpg", "folder".repeat(20));
        assert_eq!(narrow.file(&name).width(), 20);
        assert!(narrow.file(&name).ends_with("the-end.jpg"));
        assert_eq!(Table::new(None).file(&name), name);
    }
}
