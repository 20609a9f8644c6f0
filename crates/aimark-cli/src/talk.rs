//! What is said on standard error: notes, warnings, errors. Data never goes there.

use std::io::Write as _;

use clap::builder::styling::{AnsiColor, Style};

use crate::failure::Failure;
use crate::words::{Words, say};

const BAD: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const HINT: Style = AnsiColor::Cyan.on_default().bold();

/// Says things, unless told to be quiet. Errors are always said.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Talk {
    pub(crate) quiet: bool,
}

impl Talk {
    pub(crate) fn line(self, words: impl Into<Words>) {
        if !self.quiet {
            // Nobody can be told that there is nobody to tell.
            let _ = writeln!(anstream::stderr().lock(), "{}", words.into().text());
        }
    }

    pub(crate) fn note(self, words: impl Into<Words>) {
        self.line(format!("{} {}", say!("talk-note").text(), words.into().text()));
    }

    pub(crate) fn warn(self, words: impl Into<Words>) {
        self.line(format!("{WARNING}{}{WARNING:#} {}", say!("talk-warning").text(), words.into().text()));
    }

    /// What went wrong, and after an empty line what to do about it.
    pub(crate) fn error(self, failure: &Failure) {
        if failure.silent {
            return;
        }
        let loud = Self { quiet: false };
        loud.line(format!("{BAD}{}{BAD:#} {}", say!("talk-error").text(), failure.text()));
        if let Some(hint) = &failure.hint {
            loud.line(format!("\n{HINT}{}{HINT:#} {}", say!("talk-hint").text(), hint.text()));
        }
    }
}
