//! An image or text: what was found in it, finding by finding, and what else could be the matter.

use std::path::Path;

use aimark::{Code, Error, Format, InputError, Limits, Report, Verdict, VerifyContext};

use super::{Check, Room, findings, mended, others};
use crate::durable;
use crate::examine;
use crate::failure::Failure;
use crate::input::Source;
use crate::kind::Said;
use crate::reasons;
use crate::render;
use crate::row::Watermark;
use crate::terms;
use crate::words::say;

pub(super) fn examine(path: &Path, announced: Option<Format>, room: &Room) -> Result<Vec<Check>, Failure> {
    let source = Source::new(path);
    let bytes = source.read(&Limits::default()).map_err(|failure| failure.at(source.shown()))?;
    let format = Said::of(&source, announced).format();
    if let Some(kind) = examine::outside(&source, &bytes).filter(|_| announced.is_none()) {
        let none = || {
            vec![
                Check::advice("verdict", say!("doctor-credential-none"))
                    .because(say!("doctor-credential-none-why")),
            ]
        };
        return Ok(others::examine(&bytes, kind)?.unwrap_or_else(none));
    }
    let context = VerifyContext { anchors: &room.anchors, format, ..VerifyContext::new(room.now) };
    let report = match aimark::verify(&bytes, &context) {
        Ok(report) => report,
        Err(error) => return Ok(vec![not_examined(&error)]),
    };
    if report.verdict() == Verdict::Foreign
        && !report.format().is_text()
        && let Some(checks) = others::examine(&bytes, report.format().media_type())?
    {
        return Ok(checks);
    }
    let mut checks = vec![verdict(&report, room)];
    if report.verdict() == Verdict::Unmarked && !report.format().is_text() {
        checks.extend(durable::seen(&bytes).map(|mark| watermark(&mark)));
    }
    for finding in report.findings() {
        checks.push(findings::check(finding, report.format(), report.not_accepted()));
    }
    if report.verdict() == Verdict::Invalid && report.format().is_text() {
        let for_other_bytes = report.findings().iter().any(|finding| {
            [Code::AssertionDataHashMismatch, Code::AssertionDataHashMalformed].contains(&finding.code)
        });
        checks.extend(mended::find(&bytes, &context).or_else(|| for_other_bytes.then(mended::nothing)));
    }
    Ok(checks)
}

fn verdict(report: &Report, room: &Room) -> Check {
    let kind = || terms::format(report.format());
    match report.verdict() {
        Verdict::Trusted => {
            let anchor = report.proof().and_then(|proof| proof.anchor());
            let listed = anchor.and_then(|anchor| room.listed(&anchor.fingerprint));
            let words = match listed {
                Some(list) => say!("doctor-held-by-list", kind = kind(), list = list),
                None => say!("doctor-held-by-anchor", kind = kind()),
            };
            Check::passed("verdict", words)
        }
        Verdict::Valid => Check::passed("verdict", say!("doctor-held", kind = kind())),
        Verdict::Unmarked => Check::advice("verdict", say!("doctor-unmarked", kind = kind()))
            .because(say!("doctor-unmarked-why"))
            .remedy(say!("doctor-unmarked-remedy")),
        Verdict::Foreign => Check::advice("verdict", say!("doctor-foreign", kind = kind()))
            .because(say!("doctor-foreign-why"))
            .remedy(say!("doctor-check-elsewhere")),
        _ => {
            Check::problem("verdict", say!("doctor-broken", kind = kind())).because(say!("doctor-broken-why"))
        }
    }
}

/// A mark that outlived the label, and leads back to it.
fn watermark(found: &Watermark) -> Check {
    let issuer = found.issuer.to_string();
    Check::advice("watermark", render::watermark(found))
        .because(say!("doctor-watermark-why"))
        .remedy(say!("doctor-watermark-remedy", issuer = issuer))
}

/// Why a file could not be examined at all.
fn not_examined(error: &Error) -> Check {
    let check = Check::problem("examined", reasons::core(error));
    match error {
        Error::Input(InputError::NotUtf8 { .. }) => {
            check.because(say!("doctor-not-utf8-why")).remedy(say!("doctor-not-utf8-remedy"))
        }
        Error::Input(InputError::NotAsSaid(_)) => {
            check.because(say!("doctor-not-as-said-why")).remedy(say!("doctor-not-as-said-remedy"))
        }
        Error::Input(_) => {
            check.because(say!("doctor-malformed-why")).remedy(say!("doctor-malformed-remedy"))
        }
        Error::Limit(_) => check.because(say!("doctor-limit-why")).remedy(say!("doctor-limit-remedy")),
        Error::Unsupported(_) => {
            check.because(say!("doctor-unsupported-why")).remedy(say!("doctor-unsupported-remedy"))
        }
        _ => check.remedy(say!("doctor-report-it")),
    }
}
