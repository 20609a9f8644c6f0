//! What the filters choose by, and how many files there are of each sort.

use crate::row::{Answer, Outcome, Row, Statement};

/// How the examination of a file ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Answered(Answer),
    Failed,
}

/// What a file's credential says about AI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    Stated(Statement),
    /// There is no credential, or none that was judged.
    Nothing,
}

/// A choice: what it is called in the page's markup, its sign, its name and what it means.
pub(super) struct Choice {
    pub(super) id: &'static str,
    pub(super) class: &'static str,
    pub(super) sign: &'static str,
    pub(super) name: &'static str,
    pub(super) means: &'static str,
}

impl End {
    pub(super) const ALL: [Self; 6] = [
        Self::Answered(Answer::Trusted),
        Self::Answered(Answer::Valid),
        Self::Answered(Answer::Invalid),
        Self::Answered(Answer::Foreign),
        Self::Answered(Answer::Unmarked),
        Self::Failed,
    ];

    pub(super) fn choice(self) -> Choice {
        let (id, class, sign, name, means) = match self {
            Self::Answered(Answer::Trusted) => {
                ("only-trusted", "trusted", "✓", "page-trusted", "page-trusted-means")
            }
            Self::Answered(Answer::Valid) => ("only-valid", "valid", "?", "page-valid", "page-valid-means"),
            Self::Answered(Answer::Invalid) => {
                ("only-invalid", "invalid", "✗", "page-invalid", "page-invalid-means")
            }
            Self::Answered(Answer::Foreign) => {
                ("only-foreign", "foreign", "◇", "page-foreign", "page-foreign-means")
            }
            Self::Answered(Answer::Unmarked) => {
                ("only-unmarked", "unmarked", "–", "page-unmarked", "page-unmarked-means")
            }
            Self::Failed => ("only-failed", "failed", "!", "page-failed", "page-failed-means"),
        };
        Choice { id, class, sign, name, means }
    }
}

impl Says {
    pub(super) const ALL: [Self; 4] = [
        Self::Stated(Statement::Full),
        Self::Stated(Statement::Partial),
        Self::Stated(Statement::None),
        Self::Nothing,
    ];

    pub(super) fn choice(self) -> Choice {
        let (id, class, sign, name, means) = match self {
            Self::Stated(Statement::Full) => ("only-full", "says-full", "●", "page-full", "page-full-means"),
            Self::Stated(Statement::Partial) => {
                ("only-partial", "says-partial", "◐", "page-partial", "page-partial-means")
            }
            Self::Stated(Statement::None) => ("only-none", "says-none", "○", "page-none", "page-none-means"),
            Self::Nothing => ("only-nothing", "says-nothing", "–", "page-nothing", "page-nothing-means"),
        };
        Choice { id, class, sign, name, means }
    }
}

/// The sort of one file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sort {
    pub(super) end: End,
    pub(super) says: Says,
    pub(super) hinted: bool,
}

impl Sort {
    pub(super) fn of(row: &Row) -> Self {
        match &row.outcome {
            Outcome::Failed { .. } => Self { end: End::Failed, says: Says::Nothing, hinted: false },
            Outcome::Examined(examined) => Self {
                end: End::Answered(examined.verdict),
                says: examined.ai.as_ref().map_or(Says::Nothing, |ai| Says::Stated(ai.statement)),
                hinted: !examined.hints.is_empty(),
            },
        }
    }
}

/// How many files there are of each sort, in the order of `ALL`.
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub(super) files: usize,
    pub(super) ends: [usize; 6],
    pub(super) says: [usize; 4],
    pub(super) hinted: usize,
}

impl Counts {
    pub(super) fn add(&mut self, sort: Sort) {
        let one = |count: &mut usize, is: bool| *count = count.saturating_add(usize::from(is));
        one(&mut self.files, true);
        one(&mut self.hinted, sort.hinted);
        self.ends.iter_mut().zip(End::ALL).for_each(|(count, end)| one(count, end == sort.end));
        self.says.iter_mut().zip(Says::ALL).for_each(|(count, says)| one(count, says == sort.says));
    }
}
