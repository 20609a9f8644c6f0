//! What went wrong, by who is at fault: the one error type of the command.

use std::io;
use std::path::Path;

use aimark::SignerError;
use aimark_identity::IdentityError;
pub(crate) use aimark_json::Kind;

use crate::shown::{shown, visible};

/// Why something could not be done, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) kind: Kind,
    pub(crate) message: String,
    /// What to do about it.
    pub(crate) hint: Option<String>,
    /// Nobody is left to read a message: the reader of our output went away.
    pub(crate) silent: bool,
}

impl Failure {
    pub(crate) fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), hint: None, silent: false }
    }

    pub(crate) fn misuse(message: impl Into<String>) -> Self {
        Self::new(Kind::Misuse, message)
    }

    pub(crate) fn input(message: impl Into<String>) -> Self {
        Self::new(Kind::Input, message)
    }

    /// `what` says what was tried: "cannot read the file".
    pub(crate) fn io(what: &str, error: &io::Error) -> Self {
        Self::new(Kind::Io, format!("{what}: {}", plain(error)))
    }

    /// The same about a path that is not the file being worked on.
    pub(crate) fn io_at(what: &str, path: &Path, error: &io::Error) -> Self {
        Self::io(&format!("{what} {}", shown(path)), error)
    }

    /// A failure to write data where it was asked for.
    pub(crate) fn stdout(error: &io::Error) -> Self {
        let silent = error.kind() == io::ErrorKind::BrokenPipe;
        Self { silent, ..Self::io("cannot write to standard output", error) }
    }

    /// A fault of an identity, with the place it was read from.
    pub(crate) fn identity(place: &str, error: &IdentityError) -> Self {
        let kind = if matches!(error, IdentityError::Subject { .. } | IdentityError::Days { .. }) {
            Kind::Misuse
        } else {
            Kind::Signer
        };
        Self::new(kind, format!("{place}: {error}"))
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// The same failure, said of `place`.
    pub(crate) fn at(mut self, place: &str) -> Self {
        self.message = format!("{place}: {}", self.message);
        self
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
        let failure = Self::new(kind, visible(&error.to_string()));
        match error {
            aimark::Error::Signer(SignerError::OutsideValidity { .. }) => {
                failure.hint("make a new identity with `aimark identity new`, or check this machine's clock")
            }
            _ => failure,
        }
    }
}

/// The operating system's words without its error number.
fn plain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::AlreadyExists => "it exists already".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the file system is read-only".to_owned(),
        io::ErrorKind::StorageFull => "no space left on the device".to_owned(),
        io::ErrorKind::NotADirectory => "a part of the path is not a folder".to_owned(),
        _ => visible(&error.to_string()),
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
    fn a_failure_keeps_its_hint_when_its_place_is_added() {
        let failure = Failure::misuse("no").hint("try yes").at("--x");
        assert_eq!((failure.message.as_str(), failure.hint.as_deref()), ("--x: no", Some("try yes")));
    }
}
