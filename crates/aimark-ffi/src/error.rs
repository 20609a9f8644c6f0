//! What a failed call says: status, words, the field and the place at fault.

use aimark::{CertificateError, Error, FieldError, InputError, KeyError, SignerError};
use aimark_json::Kind;

use crate::boundary::{Out, aimark_view, call, free, given, read};
use crate::json;
use crate::sign::aimark_buf;
use crate::status::*;

/// Why a call did not do what was asked. Make one, hand it to as many calls as you like, free it.
///
/// A call that takes an error tells it how it went, also when it went well, so that it always speaks of the last call
/// it was handed to. Every function takes NULL instead. One thread at a time.
#[derive(Debug, Default)]
pub struct aimark_error {
    status: aimark_status,
    failure: Option<Failure>,
}

impl aimark_error {
    pub(crate) fn tell(&mut self, status: aimark_status, failure: Option<Failure>) {
        *self = Self { status, failure };
    }
}

/// A status of 100 and more, with what is known about its cause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) status: aimark_status,
    message: String,
    field: &'static str,
    offset: Option<u64>,
    cause: i32,
}

impl Failure {
    pub(crate) fn new(status: aimark_status, message: impl Into<String>) -> Self {
        Self { status, message: message.into(), field: "", offset: None, cause: 0 }
    }

    /// An argument that cannot be used, by its name in the header.
    pub(crate) fn argument(argument: &'static str, problem: &str) -> Self {
        Self::new(AIMARK_E_ARGUMENT, format!("{argument}: {problem}")).field(argument)
    }

    /// Words of another crate, which may quote an asset, as a terminal may be shown them.
    #[cfg(any(feature = "durable", feature = "law"))]
    pub(crate) fn said(status: aimark_status, words: &impl ToString) -> Self {
        let words = words.to_string();
        Self::new(status, words.replace(char::is_control, " "))
    }

    pub(crate) fn internal(what: &'static str) -> Self {
        Error::Internal(what).into()
    }

    pub(crate) fn field(self, field: &'static str) -> Self {
        Self { field, ..self }
    }

    /// What a callback of the caller gave as its reason.
    pub(crate) fn cause(self, cause: i32) -> Self {
        Self { cause, ..self }
    }

    pub(crate) fn at(self, offset: Option<u64>) -> Self {
        Self { offset, ..self }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let (status, offset) = match &error {
            Error::Input(input) => input_status(input),
            Error::Limit(_) => (AIMARK_E_LIMIT, None),
            Error::Unsupported(_) => (AIMARK_E_UNSUPPORTED, None),
            Error::Misuse(_) => (AIMARK_E_FIELD, None),
            Error::Signer(signer) => (signer_status(signer), None),
            _ => (AIMARK_E_INTERNAL, None),
        };
        let field = if let Error::Misuse(fault) = &error { fault.field() } else { "" };
        Self::new(status, error.to_string()).field(field).at(offset)
    }
}

impl From<FieldError> for Failure {
    fn from(error: FieldError) -> Self {
        Error::from(error).into()
    }
}

impl From<CertificateError> for Failure {
    fn from(error: CertificateError) -> Self {
        Error::from(SignerError::from(error)).into()
    }
}

fn input_status(error: &InputError) -> (aimark_status, Option<u64>) {
    match error {
        InputError::Malformed(fault) => (AIMARK_E_MALFORMED, u64::try_from(fault.at).ok()),
        InputError::NotNormalized { at, .. } => (AIMARK_E_NOT_NORMALIZED, Some(*at)),
        InputError::NotUtf8 { at } => (AIMARK_E_NOT_UTF8, Some(*at)),
        InputError::NotAsSaid(_) => (AIMARK_E_NOT_AS_SAID, None),
        InputError::AlreadyLabelled { .. } => (AIMARK_E_ALREADY_LABELLED, None),
        _ => (AIMARK_E_INTERNAL, None),
    }
}

fn signer_status(error: &SignerError) -> aimark_status {
    match error {
        SignerError::Key(KeyError::Mismatch) => AIMARK_E_KEY_MISMATCH,
        SignerError::Key(_) => AIMARK_E_KEY,
        SignerError::Certificate(_) => AIMARK_E_CERTIFICATE,
        SignerError::Profile(_) | SignerError::KeyType => AIMARK_E_PROFILE,
        SignerError::OutsideValidity { .. } => AIMARK_E_VALIDITY,
        SignerError::DoesNotFit => AIMARK_E_RETRY,
        SignerError::WrongSignature => AIMARK_E_WRONG_SIGNATURE,
        _ => AIMARK_E_INTERNAL,
    }
}

/// A new error that speaks of no call yet. Free it with `aimark_error_free`.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_error_new() -> Option<Box<aimark_error>> {
    read(None, || Some(Some(Box::default())))
}

/// Frees an error, and with it every view of it. NULL is fine.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_error_free(err: Option<Box<aimark_error>>) {
    free(err);
}

/// The status that the last call returned. `AIMARK_E_ARGUMENT` for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_error_status(err: Option<&aimark_error>) -> aimark_status {
    read(AIMARK_E_ARGUMENT, || Some(err?.status))
}

/// What went wrong, in English, for people: programs decide by the status. Safe to show on a terminal. Nothing when
/// the status is under 100, and for NULL.
///
/// The view is good until a call that the error is handed to returns, or the error is freed.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_error_message(err: Option<&aimark_error>) -> aimark_view {
    read(aimark_view::NOTHING, || Some(aimark_view::of(err?.failure.as_ref()?.message.as_bytes())))
}

/// The field of the label (`"provider"`), or the argument of the function (`"asset"`), that is at fault. Nothing when
/// it is neither, and for NULL.
///
/// The view is static.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_error_field(err: Option<&aimark_error>) -> aimark_view {
    read(aimark_view::NOTHING, || {
        let field = err?.failure.as_ref()?.field;
        Some(aimark_view::of_text(Some(field).filter(|field| !field.is_empty())))
    })
}

/// The offset, in bytes from 0, of what is at fault in the asset or text. -1 when the failure has no place, and for
/// NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_error_offset(err: Option<&aimark_error>) -> i64 {
    read(-1, || i64::try_from(err?.failure.as_ref()?.offset?).ok())
}

/// The number that the signing callback returned, where that is why the call failed: whatever the callback means by it. 0
/// when it is not, and for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_error_cause(err: Option<&aimark_error>) -> i32 {
    read(0, || Some(err?.failure.as_ref()?.cause))
}

/// The failure as one JSON object on one line, of the shape that `docs/report.schema.json` describes for what could not
/// be examined. `name` is what the asset is called in it; empty, it is `-`. The result is ASCII, without a NUL at its
/// end; free it with `aimark_buf_free`. The error stays as it is.
///
/// Returns `AIMARK_OK`; `AIMARK_E_UTF8` for the name; `AIMARK_E_ARGUMENT` for NULL, for a name of more than 65536 bytes,
/// and when the error's status is under 100; `AIMARK_E_INTERNAL`. `*out` is NULL unless the status is `AIMARK_OK`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_error_json(
    err: Option<&aimark_error>,
    name: aimark_view,
    out: *mut *mut aimark_buf,
) -> aimark_status {
    call(None, || {
        // SAFETY: the caller's place for the result, as the header demands.
        let out = unsafe { Out::new(out) }?;
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let name = unsafe { name.name() }?;
        let failure = given(err, "err")?.failure.as_ref();
        let failure = failure.ok_or_else(|| Failure::argument("err", "tells of no failure"))?;
        out.fill(aimark_buf::of_text(json::failure(name, kind(failure.status), &failure.message)));
        Ok(AIMARK_OK)
    })
}

/// Who is at fault, in the words of the JSON.
fn kind(status: aimark_status) -> Kind {
    match status {
        100..120 => Kind::Misuse,
        120..140 => Kind::Unsupported,
        140..160 => Kind::Input,
        160..180 => Kind::Limit,
        180..220 => Kind::Signer,
        _ => Kind::Internal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use aimark::{Field, Format, Label, LimitExceeded, MalformedAsset, Origin, ProfileFault, Timestamp};

    /// One error of each kind, and the status it must have. A kind that the core gains and this table lacks gives
    /// `AIMARK_E_INTERNAL`, which no caller could act on.
    #[test]
    fn each_error_of_the_core_has_its_status() {
        let at = Timestamp::from_unix_seconds(0).unwrap();
        let field = Label::new(Origin::Generated).set(Field::Notice, "").unwrap_err();
        let malformed = MalformedAsset { format: Format::Png, at: 9, problem: "x" };
        let validity = SignerError::OutsideValidity { not_before: at, not_after: at, at };
        let signer = |error: SignerError| Error::Signer(error);
        let input = |error: InputError| Error::Input(error);
        for (error, status, offset) in [
            (input(malformed.into()), AIMARK_E_MALFORMED, Some(9)),
            (input(InputError::NotUtf8 { at: 3 }), AIMARK_E_NOT_UTF8, Some(3)),
            (input(InputError::NotNormalized { at: 4, character: 'x' }), AIMARK_E_NOT_NORMALIZED, Some(4)),
            (input(InputError::NotAsSaid(Format::Html)), AIMARK_E_NOT_AS_SAID, None),
            (input(InputError::AlreadyLabelled { signer: "x".into() }), AIMARK_E_ALREADY_LABELLED, None),
            (LimitExceeded { what: "x", found: 2, allowed: 1 }.into(), AIMARK_E_LIMIT, None),
            (Error::Unsupported("x"), AIMARK_E_UNSUPPORTED, None),
            (field.into(), AIMARK_E_FIELD, None),
            (signer(KeyError::NotPkcs8.into()), AIMARK_E_KEY, None),
            (signer(KeyError::Encrypted.into()), AIMARK_E_KEY, None),
            (signer(KeyError::NotEd25519.into()), AIMARK_E_KEY, None),
            (signer(KeyError::Mismatch.into()), AIMARK_E_KEY_MISMATCH, None),
            (signer(CertificateError::NoCertificate.into()), AIMARK_E_CERTIFICATE, None),
            (signer(ProfileFault::Version.into()), AIMARK_E_PROFILE, None),
            (signer(SignerError::KeyType), AIMARK_E_PROFILE, None),
            (signer(validity), AIMARK_E_VALIDITY, None),
            (signer(SignerError::DoesNotFit), AIMARK_E_RETRY, None),
            (signer(SignerError::WrongSignature), AIMARK_E_WRONG_SIGNATURE, None),
            (Error::Internal("x"), AIMARK_E_INTERNAL, None),
        ] {
            let failure = Failure::from(error);
            assert_eq!((failure.status, failure.offset), (status, offset), "{failure:?}");
        }
    }
}
