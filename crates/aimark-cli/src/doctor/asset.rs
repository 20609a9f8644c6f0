//! An image or text: what was found in it, finding by finding, and what else could be the matter.

use std::path::Path;

use aimark::{Code, Error, Format, InputError, Limits, Report, Verdict, VerifyContext};

use super::{Check, Room, findings, mended, others};
use crate::examine;
use crate::failure::Failure;
use crate::input::Source;
use crate::kind::Said;
use crate::shown::visible;

const NOTHING: &str = "That says nothing about the content. If it had one, something took it away.";

pub(super) fn examine(path: &Path, announced: Option<Format>, room: &Room) -> Result<Vec<Check>, Failure> {
    let source = Source::new(path);
    let bytes = source.read(&Limits::default()).map_err(|failure| failure.at(&source.shown()))?;
    let format = Said::of(&source, announced).format();
    if let Some(kind) = examine::outside(&source, &bytes).filter(|_| announced.is_none()) {
        let none = || vec![Check::advice("verdict", "this file has no credential").because(NOTHING)];
        return Ok(others::examine(&bytes, kind)?.unwrap_or_else(none));
    }
    let context = VerifyContext { anchors: &room.anchors, format, ..VerifyContext::new(room.now) };
    let report = match aimark::verify(&bytes, &context) {
        Ok(report) => report,
        Err(error) => return Ok(vec![not_examined(&error)]),
    };
    if report.verdict() == Verdict::Foreign && !report.format().is_text() {
        if let Some(checks) = others::examine(&bytes, report.format().media_type())? {
            return Ok(checks);
        }
    }
    let mut checks = vec![verdict(&report, room)];
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
    let kind = report.format();
    match report.verdict() {
        Verdict::Trusted => {
            let anchor = report.proof().and_then(|proof| proof.anchor());
            let listed = anchor.and_then(|anchor| room.listed(&anchor.fingerprint));
            let words = match listed {
                Some(list) => format!("the label of this {kind} holds, and its signer is accepted by the list {list}"),
                None => format!("the label of this {kind} holds, and its signer is accepted by one of your anchors"),
            };
            Check::passed("verdict", words)
        }
        Verdict::Valid => Check::passed("verdict", format!("the label of this {kind} holds")),
        Verdict::Unmarked => Check::advice("verdict", format!("this {kind} has no label"))
            .because("That says nothing about the content. If it had a label, something took it away: networks, messengers and editors write files anew, screenshots are new pictures, and copied text loses its invisible characters.")
            .remedy("go back to the file as it was labelled, and pass it on as a file or document"),
        Verdict::Foreign => Check::advice("verdict", format!("this {kind} has a content credential of another maker"))
            .because("This engine judges labels of its own shape alone. The credential may be sound all the same.")
            .remedy("check it with a validator of Content Credentials"),
        _ => Check::problem("verdict", format!("the label of this {kind} does not hold"))
            .because("Label or content are not those that were signed, or a rule is broken. What was found follows."),
    }
}

/// Why a file could not be examined at all.
fn not_examined(error: &Error) -> Check {
    let check = Check::problem("examined", visible(&error.to_string()));
    match error {
        Error::Input(InputError::NotUtf8 { .. }) => check
            .because("Texts are labelled in UTF-8. Other encodings, or damage, have bytes that do not fit.")
            .remedy("convert the text to UTF-8 before it is labelled; a label that was there did not survive the change"),
        Error::Input(InputError::NotAsSaid(_)) => check
            .because("The content is of another kind than --type or the file's name say.")
            .remedy("leave --type out, or say the right one"),
        Error::Input(_) => check
            .because("The file was cut, or changed by something that does not know its format.")
            .remedy("fetch or copy it again"),
        Error::Limit(_) => check
            .because("Files from strangers may be made to cost much, so there are limits to what is looked at.")
            .remedy("if the file is honest, tell its maker: no honest label is so large"),
        Error::Unsupported(_) => check
            .because("aimark labels PNG, JPEG, WebP and texts in UTF-8.")
            .remedy("for a text in UTF-16, convert it to UTF-8; for other formats, use another tool for Content Credentials"),
        _ => check.remedy("this should not be; please report it"),
    }
}
