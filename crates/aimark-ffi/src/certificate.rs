//! A certificate, described.

use aimark::SignerInfo;

use crate::boundary::{aimark_view, read};

/// A certificate, described. It is part of the object that it was taken from: good as long as that object, never
/// freed by itself. Any number of threads.
#[derive(Debug, Clone)]
pub struct aimark_certificate(pub(crate) SignerInfo);

/// Distinguished name of the holder (RFC 4514).
pub const AIMARK_CERTIFICATE_SUBJECT: i32 = 1;
/// The holder's common name, or the whole subject where there is none.
pub const AIMARK_CERTIFICATE_COMMON_NAME: i32 = 2;
/// The holder's organization. Nothing where the certificate names none.
pub const AIMARK_CERTIFICATE_ORGANIZATION: i32 = 3;
/// Distinguished name of the issuer (RFC 4514).
pub const AIMARK_CERTIFICATE_ISSUER: i32 = 4;
/// Serial number in hexadecimal.
pub const AIMARK_CERTIFICATE_SERIAL: i32 = 5;
/// SHA-256 of the certificate in hexadecimal.
pub const AIMARK_CERTIFICATE_FINGERPRINT: i32 = 6;

/// One text of a certificate; `what` is one of `AIMARK_CERTIFICATE_...`. Safe to show: control characters are
/// replaced. Nothing for NULL, for another number, and for what the certificate does not have.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_certificate_text(
    certificate: Option<&aimark_certificate>,
    what: i32,
) -> aimark_view {
    read(aimark_view::NOTHING, || {
        let info = &certificate?.0;
        let text = match what {
            AIMARK_CERTIFICATE_SUBJECT => Some(info.subject.as_str()),
            AIMARK_CERTIFICATE_COMMON_NAME => Some(info.common_name.as_str()),
            AIMARK_CERTIFICATE_ORGANIZATION => info.organization.as_deref(),
            AIMARK_CERTIFICATE_ISSUER => Some(info.issuer.as_str()),
            AIMARK_CERTIFICATE_SERIAL => Some(info.serial.as_str()),
            AIMARK_CERTIFICATE_FINGERPRINT => Some(info.fingerprint.as_str()),
            _ => None,
        };
        Some(aimark_view::of_text(text))
    })
}

/// The first second of validity, counted from 1970-01-01T00:00:00Z. -1 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_certificate_not_before(certificate: Option<&aimark_certificate>) -> i64 {
    read(-1, || Some(certificate?.0.not_before.unix_seconds()))
}

/// The last second of validity, counted from 1970-01-01T00:00:00Z. -1 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_certificate_not_after(certificate: Option<&aimark_certificate>) -> i64 {
    read(-1, || Some(certificate?.0.not_after.unix_seconds()))
}
