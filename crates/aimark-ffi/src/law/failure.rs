//! Why laws could not be read or followed, as statuses.

use aimark::Field;
use aimark_aigc::{Key, LabelError};
use aimark_law::{Missing, ProfileError, Reason};

use crate::error::Failure;
use crate::status::*;

/// A law of the caller's own that cannot be read.
pub(super) fn of_profile(error: &ProfileError) -> Failure {
    let status = match error {
        ProfileError::Input { .. } => AIMARK_E_ARGUMENT,
        ProfileError::Limit { .. } => AIMARK_E_LIMIT,
        ProfileError::Unsupported(_) => AIMARK_E_UNSUPPORTED,
        _ => AIMARK_E_INTERNAL,
    };
    Failure::said(status, error).field("toml")
}

pub(super) fn of_preparing(error: aimark_mandate::Error, asset: &[u8]) -> Failure {
    use aimark_mandate::Error;
    match &error {
        Error::Missing(missing) => {
            missing.first().map_or_else(|| Failure::internal("a lack of nothing"), lacking)
        }
        Error::Notice(fault) => Failure::said(of_notice(fault), fault).field(of_words(fault)),
        Error::Marks(fault) => of_marks(fault),
        Error::Aigc(fault) => Failure::said(AIMARK_E_FIELD, &error).field(of_aigc(fault)),
        Error::Field(fault) => fault.clone().into(),
        Error::Key(_) => Failure::said(AIMARK_E_KEY, &error),
        Error::Contrast { .. } => Failure::said(AIMARK_E_UNSUPPORTED, &error),
        Error::NotUtf8 => {
            let at =
                core::str::from_utf8(asset).err().and_then(|fault| u64::try_from(fault.valid_up_to()).ok());
            Failure::said(AIMARK_E_NOT_UTF8, &error).at(at)
        }
        _ => Failure::said(AIMARK_E_INTERNAL, &error),
    }
}

/// Fields are called as errors and JSON call them, not as options of the command.
fn lacking(missing: &Missing) -> Failure {
    let any_of = missing.any_of.join(" or ");
    let how = match missing.reason {
        Reason::NotAscii => " in the characters U+0021 to U+007E, without blanks",
        _ => "",
    };
    let words = format!("misuse: {}: the label needs {any_of}{how}", missing.profile);
    Failure::new(AIMARK_E_FIELD, words).field(missing.any_of.first().map_or("", |name| known(name)))
}

/// The name of a field, if this version has it.
fn known(name: &str) -> &'static str {
    Field::ALL.into_iter().map(Field::name).find(|known| *known == name).unwrap_or_default()
}

/// What cannot take a warning may still be signed with one that is only stated.
fn of_notice(error: &aimark_notice::Error) -> aimark_status {
    use aimark_notice::Error;
    match error {
        Error::Input(_) => AIMARK_E_MALFORMED,
        Error::Limit { .. } => AIMARK_E_LIMIT,
        Error::Unsupported(_) | Error::DoesNotFit { .. } | Error::Hidden => AIMARK_E_UNSUPPORTED,
        Error::Labelled => AIMARK_E_ALREADY_LABELLED,
        Error::Wish(_) | Error::Letter(_) => AIMARK_E_FIELD,
        _ => AIMARK_E_INTERNAL,
    }
}

fn of_words(error: &aimark_notice::Error) -> &'static str {
    if of_notice(error) == AIMARK_E_FIELD { Field::Notice.name() } else { "" }
}

fn of_marks(error: &aimark_marks::Error) -> Failure {
    use aimark_marks::{Error, InputError};
    let (status, at) = match error {
        Error::Input(InputError::Malformed { at, .. } | InputError::FrontMatter { at, .. }) => {
            (AIMARK_E_MALFORMED, Some(*at))
        }
        Error::Input(InputError::Packet { .. }) => (AIMARK_E_MALFORMED, None),
        Error::Input(_) => (AIMARK_E_ALREADY_LABELLED, None),
        Error::Limit { .. } => (AIMARK_E_LIMIT, None),
        Error::Unsupported { at, .. } => (AIMARK_E_UNSUPPORTED, Some(*at)),
        Error::Misuse { .. } => (AIMARK_E_FIELD, None),
        _ => (AIMARK_E_INTERNAL, None),
    };
    let field = if let Error::Misuse { mark, .. } = error { known(mark) } else { "" };
    Failure::said(status, error).field(field).at(at.and_then(|at| u64::try_from(at).ok()))
}

/// The provider's code has a form that the Chinese label takes: it is the name that may not fit.
fn of_aigc(error: &LabelError) -> &'static str {
    match error {
        LabelError::Empty(key) | LabelError::TooLong(key) | LabelError::Character { key, .. } => match key {
            Key::ContentProducer => Field::Provider.name(),
            Key::ProduceId => Field::ContentId.name(),
            _ => "",
        },
        _ => "",
    }
}
