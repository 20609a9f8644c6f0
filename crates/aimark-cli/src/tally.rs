//! How many files ended how, and which of them decides the exit code.

use crate::exit::Exit;
use crate::row::{Answer, Outcome, Row};
use crate::terms;
use crate::words::{Words, say};

/// How a file can end: by an answer, or by none.
const NOT_EXAMINED: usize = Answer::ALL.len();

#[derive(Debug, Clone)]
pub(crate) struct Tally {
    worst: Exit,
    ends: [u64; NOT_EXAMINED + 1],
}

impl Default for Tally {
    fn default() -> Self {
        Self { worst: Exit::Done, ends: [0; NOT_EXAMINED + 1] }
    }
}

impl Tally {
    /// `fail_on`: what counts for the exit code; if empty, everything.
    /// `of_run`: the run could not look where it was told to. That always counts.
    pub(crate) fn count(&mut self, row: &Row, fail_on: &[Exit], of_run: bool) {
        let (exit, end) = match &row.outcome {
            Outcome::Examined(found) => {
                let place = Answer::ALL.iter().position(|answer| *answer == found.verdict);
                (Exit::of(found.verdict), place.unwrap_or(NOT_EXAMINED))
            }
            Outcome::Failed { .. } => (Exit::Error, NOT_EXAMINED),
        };
        if let Some(count) = self.ends.get_mut(end) {
            *count = count.saturating_add(1);
        }
        if of_run || fail_on.is_empty() || fail_on.contains(&exit) {
            self.worst = self.worst.or_worse(exit);
        }
    }

    pub(crate) fn worst(&self) -> Exit {
        self.worst
    }

    pub(crate) fn files(&self) -> u64 {
        self.ends.iter().sum()
    }

    /// Each way to end, and how many did.
    pub(crate) fn counts(&self) -> impl Iterator<Item = (&'static str, u64)> + '_ {
        let names = Answer::ALL.into_iter().map(Answer::name).chain(["not examined"]);
        names.zip(self.ends.iter().copied())
    }

    pub(crate) fn summary(&self) -> Words {
        let parts = self.counts().filter(|(_, count)| *count > 0);
        let parts: Vec<String> = parts.map(|(end, count)| terms::counted(end, count).text()).collect();
        let files = usize::try_from(self.files()).unwrap_or(usize::MAX);
        say!("report-counted", files = files, parts = parts.join(", "))
    }
}
