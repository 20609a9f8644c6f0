//! What went wrong, by who is at fault: the one error type of the command.

use std::io;
use std::path::Path;

use aimark::SignerError;
use aimark_identity::IdentityError;
pub(crate) use aimark_json::Kind;

use crate::draft::ClearedAway;
use crate::language::Language;
use crate::reasons;
use crate::shown::{shown, visible};
use crate::words::{Words, say};

/// Why something could not be done, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) kind: Kind,
    /// In English, for programs.
    pub(crate) message: String,
    /// The same, for people.
    pub(crate) words: Words,
    /// What to do about it.
    pub(crate) hint: Option<Words>,
    /// Nobody is left to read a message: the reader of our output went away.
    pub(crate) silent: bool,
}

impl Failure {
    pub(crate) fn new(kind: Kind, words: impl Into<Words>) -> Self {
        let words = words.into();
        Self { kind, message: words.english(), words, hint: None, silent: false }
    }

    pub(crate) fn misuse(words: impl Into<Words>) -> Self {
        Self::new(Kind::Misuse, words)
    }

    pub(crate) fn input(words: impl Into<Words>) -> Self {
        Self::new(Kind::Input, words)
    }

    /// `what` says what was tried: "cannot read the file".
    pub(crate) fn io(what: impl Into<Words>, error: &io::Error) -> Self {
        Self::new(Kind::Io, say!("failure-io", what = what.into(), why = plain(error)))
    }

    /// The same about a path that is not the file being worked on.
    pub(crate) fn io_at(what: impl Into<Words>, path: &Path, error: &io::Error) -> Self {
        let words = say!("failure-io-at", what = what.into(), path = shown(path), why = plain(error));
        Self::new(Kind::Io, words)
    }

    /// A failure to write data where it was asked for.
    pub(crate) fn stdout(error: &io::Error) -> Self {
        let silent = error.kind() == io::ErrorKind::BrokenPipe;
        Self { silent, ..Self::io(say!("cannot-write-stdout"), error) }
    }

    /// A fault of an identity, with the place it was read from.
    pub(crate) fn identity(place: impl Into<Words>, error: &IdentityError) -> Self {
        let kind = if matches!(error, IdentityError::Subject { .. } | IdentityError::Days { .. }) {
            Kind::Misuse
        } else {
            Kind::Signer
        };
        Self::new(kind, reasons::identity(error)).at(place)
    }

    pub(crate) fn hint(mut self, hint: impl Into<Words>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same failure, said of `place`.
    pub(crate) fn at(self, place: impl Into<Words>) -> Self {
        let words = say!("failure-at", place = place.into(), what = self.words);
        Self { message: words.english(), words, ..self }
    }

    /// In the language of this run.
    pub(crate) fn text(&self) -> String {
        if Language::chosen() == Language::English { self.message.clone() } else { self.words.text() }
    }
}

impl From<aimark::Error> for Failure {
    fn from(error: aimark::Error) -> Self {
        let kind = match &error {
            aimark::Error::Input(_) => Kind::Input,
            aimark::Error::Limit(_) => Kind::Limit,
            aimark::Error::Unsupported(_) => Kind::Unsupported,
            aimark::Error::Misuse(_) => Kind::Misuse,
            aimark::Error::Signer(_) => Kind::Signer,
            _ => Kind::Internal,
        };
        let failure = Self::new(kind, reasons::core(&error));
        match error {
            aimark::Error::Signer(SignerError::OutsideValidity { .. }) => {
                failure.hint(say!("hint-outside-validity"))
            }
            _ => failure,
        }
    }
}

impl From<aimark_c2pa::Error> for Failure {
    fn from(error: aimark_c2pa::Error) -> Self {
        use aimark_c2pa::Error;
        let kind = match &error {
            Error::Input(_) => Kind::Input,
            Error::Limit { .. } => Kind::Limit,
            Error::Unsupported(_) => Kind::Unsupported,
            Error::Misuse(_) => Kind::Signer,
            _ => Kind::Internal,
        };
        Self::new(kind, reasons::elsewhere(&error))
    }
}

/// The operating system's words without its error number.
fn plain(error: &io::Error) -> Words {
    if let Some(ours) = error.get_ref().and_then(|inner| inner.downcast_ref::<ClearedAway>()) {
        return ours.words();
    }
    match error.kind() {
        io::ErrorKind::NotFound => say!("why-not-found"),
        io::ErrorKind::PermissionDenied => say!("why-permission-denied"),
        io::ErrorKind::AlreadyExists => say!("why-already-exists"),
        io::ErrorKind::ReadOnlyFilesystem => say!("why-read-only"),
        io::ErrorKind::StorageFull => say!("why-storage-full"),
        io::ErrorKind::NotADirectory => say!("why-not-a-folder"),
        _ => visible(&error.to_string()).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_pipe_is_not_talked_about() {
        assert!(Failure::stdout(&io::ErrorKind::BrokenPipe.into()).silent);
        assert!(!Failure::stdout(&io::ErrorKind::StorageFull.into()).silent);
    }

    #[test]
    fn what_we_say_as_an_error_of_the_system_is_said_in_each_language() {
        let failure = Failure::io(say!("cannot-write"), &io::Error::other(ClearedAway::TemporaryFile));
        assert_eq!(failure.message, "cannot write: another run clears away every temporary file");
        assert!(failure.words.in_language(Language::Russian).contains("временные файлы"));
    }

    #[test]
    fn a_failure_keeps_its_hint_when_its_place_is_added() {
        let failure = Failure::misuse("no").hint("try yes").at("--x");
        assert_eq!((failure.message.as_str(), failure.hint), ("--x: no", Some("try yes".into())));
    }

    #[test]
    fn a_failure_is_said_in_each_language_and_its_message_stays_english() {
        let failure = Failure::io_at(say!("cannot-write"), Path::new("a"), &io::ErrorKind::NotFound.into());
        assert_eq!(failure.message, "cannot write a: no such file or folder");
        let said = Language::ALL.map(|language| failure.words.in_language(language));
        assert_eq!(said[0], failure.message);
        assert!(said[1].contains("записать a: нет такого файла"), "{}", said[1]);
        assert!(said[2].contains("a: жазу мүмкін болмады: мұндай файл"), "{}", said[2]);
    }
}
