//! The exit codes: one table, from which the process, `--help` and the man page take them.

use crate::row::Answer;

use crate::help;
use crate::language::Language;

/// How a run ends, as seen by scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    Done,
    Invalid,
    Error,
    Unmarked,
    Untrusted,
}

/// What is promised about one exit code.
pub(crate) struct Row {
    exit: Exit,
    pub(crate) number: u8,
    /// The word for it, also in `--fail-on`.
    pub(crate) name: &'static str,
    /// In English.
    meaning: &'static str,
}

impl Row {
    pub(crate) fn meaning(&self, language: Language) -> String {
        help::text(language, &format!("help-exit-{}", self.name), self.meaning)
    }
}

/// Numbers are never changed and never reused.
pub(crate) const TABLE: [Row; 5] = [
    Row {
        exit: Exit::Done,
        number: 0,
        name: "trusted",
        meaning: "verify: every label holds and you accept its signer; other commands: done",
    },
    Row {
        exit: Exit::Invalid,
        number: 1,
        name: "invalid",
        meaning: "a label is there, but it or the content was altered, or it breaks a rule",
    },
    Row {
        exit: Exit::Error,
        number: 2,
        name: "error",
        meaning: "not done or not examined; also a credential of another maker's shape, not judged here",
    },
    Row {
        exit: Exit::Unmarked,
        number: 3,
        name: "unmarked",
        meaning: "no label found, which says nothing about the content",
    },
    Row {
        exit: Exit::Untrusted,
        number: 4,
        name: "untrusted",
        meaning: "the label holds, but you do not know its signer",
    },
];

/// Which of several files decides: the first of these that any of them has.
const WORST_FIRST: [Exit; 5] = [Exit::Error, Exit::Invalid, Exit::Untrusted, Exit::Unmarked, Exit::Done];

impl Exit {
    /// The code of an examined file. A credential that was not judged gives no answer, so it counts as an error.
    pub(crate) fn of(answer: Answer) -> Self {
        match answer {
            Answer::Trusted => Self::Done,
            Answer::Valid => Self::Untrusted,
            Answer::Invalid => Self::Invalid,
            Answer::Unmarked => Self::Unmarked,
            Answer::Foreign => Self::Error,
        }
    }

    /// The exit that `--fail-on` calls so.
    pub(crate) fn named(name: &str) -> Self {
        TABLE.iter().find(|row| row.name == name).map_or(Self::Error, |row| row.exit)
    }

    /// The worse of two.
    pub(crate) fn or_worse(self, other: Self) -> Self {
        WORST_FIRST.into_iter().find(|exit| [self, other].contains(exit)).unwrap_or(Self::Error)
    }

    pub(crate) fn number(self) -> u8 {
        self.row().map_or(2, |row| row.number)
    }

    fn row(self) -> Option<&'static Row> {
        TABLE.iter().find(|row| row.exit == self)
    }
}

/// The table as it stands at the end of `--help`.
pub(crate) fn help(language: Language) -> String {
    let rows = TABLE.iter().map(|row| format!("  {}  {}: {}", row.number, row.name, row.meaning(language)));
    let rows: Vec<String> = rows.collect();
    let heading = help::text(
        language,
        "help-exits",
        "Exit codes (of several files, the worst in the order 2, 1, 4, 3, 0):",
    );
    format!("{heading}\n{}", rows.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_exit_has_one_row_and_its_number() {
        let all = WORST_FIRST.map(|exit| (exit.number(), exit.row().unwrap().name));
        assert_eq!(all, [(2, "error"), (1, "invalid"), (4, "untrusted"), (3, "unmarked"), (0, "trusted")]);
        assert!(TABLE.iter().all(|row| Exit::named(row.name) == row.exit));
    }

    #[test]
    fn the_worst_wins_in_the_order_that_help_states() {
        for (place, worse) in WORST_FIRST.into_iter().enumerate() {
            for better in WORST_FIRST.into_iter().skip(place) {
                assert_eq!(worse.or_worse(better), worse);
                assert_eq!(better.or_worse(worse), worse);
            }
        }
        let order: Vec<String> = WORST_FIRST.iter().map(|exit| exit.number().to_string()).collect();
        assert!(help(Language::English).contains(&order.join(", ")));
    }

    #[test]
    fn each_verdict_has_its_code() {
        let codes: Vec<u8> = Answer::ALL.into_iter().map(|answer| Exit::of(answer).number()).collect();
        assert_eq!(codes, [0, 4, 1, 2, 3]);
    }
}
