//! The errors of the libraries below, in words of the catalogues.
//!
//! In English they are what the libraries say; a test holds the two against each other. What has no message of its own is
//! a technical detail: it stays English, in parentheses after a sentence about its kind.

use aimark::{CertificateError, Error, InputError, KeyError, NotAccepted, ProfileFault, SignerError};
use aimark_identity::{IdentityError, SubjectField};
use aimark_lists::{ListError, Purpose};

use crate::shown::visible;
use crate::terms;
use crate::words::{Words, say};

/// Why the core could not do something.
pub(crate) fn core(error: &Error) -> Words {
    let detail = visible(&error.to_string());
    match error {
        Error::Input(error) => input(error, detail),
        Error::Limit(_) => say!("core-limit", detail = detail),
        Error::Unsupported(_) => unsupported(detail),
        Error::Misuse(error) => {
            let problem = detail.strip_prefix(&format!("{}: ", error.field())).unwrap_or(&detail);
            say!("failure-at", place = error.field(), what = field(problem))
        }
        Error::Signer(error) => signer(error, detail),
        _ => say!("core-internal", detail = detail),
    }
}

/// What is wrong with the text of a field. The core has it as a sentence only, so the sentence is taken apart.
pub(crate) fn field(problem: &str) -> Words {
    match problem {
        "is empty" => return say!("field-empty"),
        "must be 27 characters 0-9 A-Z that begin with 00" => return say!("field-provider-code"),
        "must be an https:// address in ASCII" => return say!("field-https"),
        "must be a BCP 47 language tag such as kk or zh-Hans" => return say!("field-language"),
        _ => {}
    }
    let between = |begin: &str, end: &str| problem.strip_prefix(begin)?.strip_suffix(end);
    if let Some((choices, last)) = problem.strip_prefix("must be ").and_then(|c| c.rsplit_once(" or ")) {
        return say!("field-choice", choices = choices, last = last);
    }
    if let Some(character) = between("the character ", " is not allowed") {
        return say!("field-character", character = character);
    }
    let lengths = between("has ", " are allowed").and_then(|rest| rest.split_once(" characters, at most "));
    match lengths {
        Some((count, most)) => say!("field-too-long", count = count, most = most),
        None => say!("field-wrong", detail = problem),
    }
}

fn input(error: &InputError, detail: String) -> Words {
    match error {
        InputError::Malformed(error) => say!(
            "core-malformed",
            format = terms::format(error.format),
            at = error.at.to_string(),
            detail = error.problem
        ),
        InputError::NotNormalized { at, character } => {
            let character = format!("U+{:04X}", u32::from(*character));
            say!("core-not-normalized", character = character, at = at.to_string())
        }
        InputError::NotUtf8 { at } => say!("core-not-utf8", at = at.to_string()),
        InputError::NotAsSaid(format) => say!("core-not-as-said", format = terms::format(*format)),
        InputError::AlreadyLabelled { signer } => say!("core-already-labelled", signer = visible(signer)),
        _ => say!("core-input", detail = detail),
    }
}

fn unsupported(detail: String) -> Words {
    match detail.as_str() {
        "not a PNG, JPEG or WebP image, nor text in UTF-8" => say!("core-unknown-format"),
        "text in UTF-16 or UTF-32; convert it to UTF-8 first" => say!("core-other-encoding"),
        _ => say!("core-unsupported", detail = detail),
    }
}

fn signer(error: &SignerError, detail: String) -> Words {
    match error {
        SignerError::Key(error) => key(*error),
        SignerError::Certificate(error) => certificate(error),
        SignerError::Profile(fault) => say!("signer-profile", why = profile(*fault)),
        SignerError::KeyType => say!("signer-key-type"),
        SignerError::OutsideValidity { not_before, not_after, at } => say!(
            "signer-outside-validity",
            from = not_before.to_string(),
            to = not_after.to_string(),
            at = at.to_string()
        ),
        SignerError::DoesNotFit => say!("signer-does-not-fit"),
        SignerError::WrongSignature => say!("signer-wrong-signature"),
        _ => say!("core-signer", detail = detail),
    }
}

/// Why a private key is not taken.
pub(crate) fn key(error: KeyError) -> Words {
    match error {
        KeyError::NotPkcs8 => say!("key-not-pkcs8"),
        KeyError::Encrypted => say!("key-encrypted"),
        KeyError::NotEd25519 => say!("key-not-ed25519"),
        KeyError::Mismatch => say!("key-mismatch"),
        other => say!("core-signer", detail = visible(&other.to_string())),
    }
}

/// Why certificates could not be read.
pub(crate) fn certificate(error: &CertificateError) -> Words {
    match error {
        CertificateError::NoCertificate => say!("certificate-none"),
        CertificateError::TooMany { most } => say!("certificate-too-many", most = most.to_string()),
        CertificateError::TooLong { found, most } => {
            say!("certificate-too-long", found = found.to_string(), most = most.to_string())
        }
        CertificateError::Pem { index } => say!("certificate-pem", number = index.to_string()),
        CertificateError::Der { index } => say!("certificate-der", number = index.to_string()),
        other => say!("core-signer", detail = visible(&other.to_string())),
    }
}

/// Which rule for signers a certificate breaks.
fn profile(fault: ProfileFault) -> Words {
    match fault {
        ProfileFault::Version => say!("profile-version"),
        ProfileFault::UniqueId => say!("profile-unique-id"),
        ProfileFault::SignatureAlgorithm => say!("profile-signature-algorithm"),
        ProfileFault::Organization => say!("profile-organization"),
        ProfileFault::Authority => say!("profile-authority"),
        ProfileFault::KeyUsage => say!("profile-key-usage"),
        ProfileFault::Purpose => say!("profile-purpose"),
        ProfileFault::ForbiddenPurpose => say!("profile-forbidden-purpose"),
        ProfileFault::NoAuthorityKeyId => say!("profile-no-authority-key-id"),
        ProfileFault::CriticalExtension => say!("profile-critical-extension"),
        other => say!("core-signer", detail = visible(&other.to_string())),
    }
}

/// Why an identity could not be made, read or described.
pub(crate) fn identity(error: &IdentityError) -> Words {
    match error {
        IdentityError::Subject { field, rule } => subject(*field, rule),
        IdentityError::Days { days } => {
            say!("identity-days", most = aimark_identity::MAX_DAYS.to_string(), days = days.to_string())
        }
        IdentityError::Dates => say!("identity-dates"),
        IdentityError::Randomness => say!("identity-randomness"),
        IdentityError::PemMissing { expected } => say!("identity-pem-missing", expected = *expected),
        IdentityError::KeyMalformed => say!("identity-key-malformed"),
        IdentityError::KeyUnsupported => say!("key-not-ed25519"),
        IdentityError::KeyEncrypted => say!("identity-key-encrypted"),
        IdentityError::PassphraseEmpty => say!("identity-passphrase-empty"),
        IdentityError::PassphraseWrong => say!("identity-passphrase-wrong"),
        IdentityError::EncryptionUnsupported => say!("identity-encryption-unsupported"),
        IdentityError::EncryptionTooCostly => say!("identity-encryption-too-costly"),
        IdentityError::CertificateMalformed { position } => {
            say!("identity-certificate-malformed", number = position.to_string())
        }
        IdentityError::Encoding => say!("identity-encoding"),
        other => say!("core-signer", detail = visible(&other.to_string())),
    }
}

/// Why a trust list is not taken.
pub(crate) fn list(error: &ListError) -> Words {
    match error {
        ListError::TooLong { found, allowed } => {
            say!("list-too-long", found = found.to_string(), allowed = allowed.to_string())
        }
        ListError::TooMany { allowed } => say!("list-too-many", allowed = allowed.to_string()),
        ListError::NotText => say!("input-not-text"),
        ListError::Certificate(error) => identity(error),
        ListError::NotAnAuthority { position, subject } => {
            say!("list-not-an-authority", number = position.to_string(), subject = visible(subject))
        }
        ListError::NoneValid => say!("list-none-valid"),
        ListError::OtherPurpose { position, purpose: wanted, subject } => say!(
            "list-other-purpose",
            number = position.to_string(),
            purpose = purpose(*wanted),
            subject = visible(subject)
        ),
        ListError::PurposeUnknown => say!("list-purpose-unknown"),
        ListError::Mixed => say!("list-mixed"),
        ListError::Purpose { found, wanted } => {
            say!("list-purpose-differs", found = purpose(*found), wanted = purpose(*wanted))
        }
        ListError::Stored => say!("list-stored"),
        other => say!("core-signer", detail = visible(&other.to_string())),
    }
}

/// Why a signer is not accepted.
pub(crate) fn not_accepted(reason: &NotAccepted) -> Words {
    match reason {
        NotAccepted::NoAnchors => say!("doctor-no-anchors"),
        NotAccepted::NoPath => say!("doctor-no-path"),
        NotAccepted::Expired => say!("doctor-path-expired"),
        NotAccepted::Algorithm => say!("doctor-path-algorithm"),
        NotAccepted::TooManyPaths => say!("doctor-path-many"),
        NotAccepted::Rule(detail) => say!("doctor-path-rule", detail = visible(detail)),
        other => visible(&other.to_string()).into(),
    }
}

/// What a trust list is for.
pub(crate) fn purpose(purpose: Purpose) -> Words {
    match purpose {
        Purpose::Signing => say!("list-for-signing"),
        Purpose::TimeStamping => say!("list-for-time-stamping"),
        other => other.name().into(),
    }
}

/// Why another maker's credential could not be judged.
pub(crate) fn elsewhere(error: &aimark_c2pa::Error) -> Words {
    use aimark_c2pa::Error;
    match error {
        Error::Input(detail) => say!("c2pa-input", detail = visible(detail)),
        Error::Limit { what, found, limit } => {
            say!("c2pa-limit", found = found.to_string(), what = *what, limit = limit.to_string())
        }
        Error::Unsupported(detail) => say!("c2pa-unsupported", detail = visible(detail)),
        Error::Misuse(detail) => say!("c2pa-misuse", detail = visible(detail)),
        Error::Internal(detail) => say!("c2pa-internal", detail = visible(detail)),
        other => say!("core-internal", detail = visible(&other.to_string())),
    }
}

fn subject(field: SubjectField, rule: &str) -> Words {
    let rule = match rule {
        "must be two capital letters, such as KZ" => say!("rule-two-letters"),
        "must have 1 to 64 characters" => say!("rule-length"),
        "must not hold control, directional or invisible characters" => say!("rule-characters"),
        "must not start or end with a space" => say!("rule-spaces"),
        other => other.into(),
    };
    match field {
        SubjectField::Country => say!("identity-country", rule = rule),
        SubjectField::Organization => say!("identity-organization", rule = rule),
        _ => say!("identity-common-name", rule = rule),
    }
}

#[cfg(test)]
mod tests;
