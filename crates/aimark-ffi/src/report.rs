//! What an examination found, field by field and as JSON.

use core::ffi::{CStr, c_char};

use aimark::{Finding, Foreign, Integrity, Report, Severity, SoftBinding, Trust};

use crate::boundary::{Out, aimark_view, call, free, given, read};
use crate::certificate::aimark_certificate;
use crate::error::{Failure, aimark_error};
use crate::json;
use crate::label::{field, origin_number};
use crate::sign::aimark_buf;
use crate::status::{AIMARK_E_ARGUMENT, AIMARK_OK, aimark_status};

/// The result of an examination. Any number of threads may read it. Every view of it is good until it is freed.
///
/// Decide by the status. What a label states was checked only if the status is `AIMARK_OK` or `AIMARK_UNTRUSTED`; else
/// it is what the file claims, and nothing stands behind it. Every text is safe to show.
#[derive(Debug)]
pub struct aimark_report {
    report: Report,
    status: aimark_status,
    sha256: Option<String>,
    signer: Option<aimark_certificate>,
    anchor: Option<aimark_certificate>,
    not_accepted: Option<String>,
}

impl aimark_report {
    pub(crate) fn new(report: Report, status: aimark_status, sha256: Option<String>) -> Self {
        let signer = report.stated_signer().cloned().map(aimark_certificate);
        let anchor = report.proof().and_then(|proof| proof.anchor()).cloned().map(aimark_certificate);
        let not_accepted = report.not_accepted().map(ToString::to_string);
        Self { report, status, sha256, signer, anchor, not_accepted }
    }

    pub(crate) fn found(&self) -> &Report {
        &self.report
    }
}

/// Label and content are those that were signed.
pub const AIMARK_INTEGRITY_INTACT: i32 = 1;
/// They are not, or it cannot be shown that they are.
pub const AIMARK_INTEGRITY_BROKEN: i32 = 2;
/// There was nothing to examine, or nothing that this library examines.
pub const AIMARK_INTEGRITY_NOT_EXAMINED: i32 = 3;

/// The signer is one you accept.
pub const AIMARK_TRUST_ACCEPTED: i32 = 1;
/// The signer is not one you accept.
pub const AIMARK_TRUST_UNKNOWN: i32 = 2;
/// There was no sound signature whose signer could be asked for.
pub const AIMARK_TRUST_NOT_EXAMINED: i32 = 3;

/// A check that passed.
pub const AIMARK_SEVERITY_SUCCESS: i32 = 1;
/// Worth knowing, neither good nor bad.
pub const AIMARK_SEVERITY_INFORMATIONAL: i32 = 2;
/// A check that failed.
pub const AIMARK_SEVERITY_FAILURE: i32 = 3;

/// Frees a report, and with it every view of it and every certificate of it. NULL is fine.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_free(report: Option<Box<aimark_report>>) {
    free(report);
}

/// The status that `aimark_verify` returned with this report. `AIMARK_E_ARGUMENT` for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_status(report: Option<&aimark_report>) -> aimark_status {
    read(AIMARK_E_ARGUMENT, || Some(report?.status))
}

/// The verdict in one word: `"trusted"`, `"valid"`, `"invalid"`, `"foreign"`, `"unmarked"`; `""` for NULL.
///
/// The text is static, ends with a NUL, and is never freed.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_verdict(report: Option<&aimark_report>) -> *const c_char {
    use crate::status::{AIMARK_FOREIGN, AIMARK_UNMARKED, AIMARK_UNTRUSTED};
    let word: &CStr = read(c"", || {
        Some(match report?.status {
            AIMARK_OK => c"trusted",
            AIMARK_UNTRUSTED => c"valid",
            AIMARK_FOREIGN => c"foreign",
            AIMARK_UNMARKED => c"unmarked",
            _ => c"invalid",
        })
    });
    word.as_ptr()
}

/// Whether the bytes are those that were signed: one of `AIMARK_INTEGRITY_...`. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_integrity(report: Option<&aimark_report>) -> i32 {
    read(0, || {
        Some(match report?.report.integrity() {
            Integrity::Intact => AIMARK_INTEGRITY_INTACT,
            Integrity::NotExamined => AIMARK_INTEGRITY_NOT_EXAMINED,
            _ => AIMARK_INTEGRITY_BROKEN,
        })
    })
}

/// Whether the signer is accepted: one of `AIMARK_TRUST_...`. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_trust(report: Option<&aimark_report>) -> i32 {
    read(0, || {
        Some(match report?.report.trust() {
            Trust::Accepted => AIMARK_TRUST_ACCEPTED,
            Trust::NotExamined => AIMARK_TRUST_NOT_EXAMINED,
            _ => AIMARK_TRUST_UNKNOWN,
        })
    })
}

/// Why the signer of a label that is sound otherwise is not accepted, in words. Nothing unless the status is
/// `AIMARK_UNTRUSTED`.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_not_accepted(report: Option<&aimark_report>) -> aimark_view {
    read(aimark_view::NOTHING, || Some(aimark_view::of_text(report?.not_accepted.as_deref())))
}

/// The media type of the asset: `image/png`, say. Nothing for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_media_type(report: Option<&aimark_report>) -> aimark_view {
    read(aimark_view::NOTHING, || Some(aimark_view::of_text(Some(report?.report.format().media_type()))))
}

/// SHA-256 of the whole asset in hexadecimal. Nothing when the options said not to make it, and for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_sha256(report: Option<&aimark_report>) -> aimark_view {
    read(aimark_view::NOTHING, || Some(aimark_view::of_text(report?.sha256.as_deref())))
}

/// How the label says the content came to be: one of `AIMARK_ORIGIN_...`. 0 when no label could be read, and for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_origin(report: Option<&aimark_report>) -> i32 {
    read(0, || origin_number(report?.report.stated_label()?.origin()))
}

/// A text that the label states; `field` is one of `AIMARK_FIELD_...`. Nothing when it is not stated, for another
/// number, and for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_field(report: Option<&aimark_report>, field: i32) -> aimark_view {
    read(aimark_view::NOTHING, || {
        let label = report?.report.stated_label()?;
        Some(aimark_view::of_text(label.text(self::field(field)?)))
    })
}

/// When the content was made or altered, by the signer's word, in seconds since 1970-01-01T00:00:00Z. -1 when it is not
/// stated, and for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_created_at(report: Option<&aimark_report>) -> i64 {
    read(-1, || Some(report?.report.stated_label()?.created_at()?.unix_seconds()))
}

fn soft_binding(report: Option<&aimark_report>, index: usize) -> Option<&SoftBinding> {
    report?.report.stated_label()?.soft_bindings().get(index)
}

/// How many soft bindings the label states: what a watermark says, and fingerprints. 0 when no label could be read, and for
/// NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_soft_binding_count(report: Option<&aimark_report>) -> usize {
    read(0, || Some(report?.report.stated_label()?.soft_bindings().len()))
}

/// The name of the algorithm of a soft binding, counted from 0: `org.aimark.watermark.1`, say. Nothing past the last, and
/// for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_soft_binding_algorithm(
    report: Option<&aimark_report>,
    index: usize,
) -> aimark_view {
    read(aimark_view::NOTHING, || Some(aimark_view::of_text(Some(soft_binding(report, index)?.algorithm()))))
}

/// Its value, in bytes of that algorithm's own form. Nothing past the last, and for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_soft_binding_value(
    report: Option<&aimark_report>,
    index: usize,
) -> aimark_view {
    read(aimark_view::NOTHING, || Some(aimark_view::of(soft_binding(report, index)?.value())))
}

/// 1 when the label states that a watermark was put into the content, which one of the soft bindings describes. 0 when it
/// does not, and for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_watermarked(report: Option<&aimark_report>) -> i32 {
    read(0, || Some(i32::from(report?.report.stated_label()?.is_watermarked())))
}

/// The certificate that the label says signed it. NULL when none could be read, and for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_signer(report: Option<&aimark_report>) -> Option<&aimark_certificate> {
    read(None, || Some(report?.signer.as_ref()))
}

/// The certificate of yours that accepts the signer. NULL unless the status is `AIMARK_OK`.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_anchor(report: Option<&aimark_report>) -> Option<&aimark_certificate> {
    read(None, || Some(report?.anchor.as_ref()))
}

/// The software that the label names. Nothing when none could be read, and for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_generator(report: Option<&aimark_report>) -> aimark_view {
    read(aimark_view::NOTHING, || Some(aimark_view::of_text(report?.report.claim_generator())))
}

/// The identifier of the label's manifest. Nothing when none could be read, and for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_manifest_id(report: Option<&aimark_report>) -> aimark_view {
    read(aimark_view::NOTHING, || Some(aimark_view::of_text(report?.report.manifest_id())))
}

fn finding(report: Option<&aimark_report>, index: usize) -> Option<&Finding> {
    report?.report.findings().get(index)
}

/// How many findings there are. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_finding_count(report: Option<&aimark_report>) -> usize {
    read(0, || Some(report?.report.findings().len()))
}

/// The code of a finding, counted from 0: `claimSignature.validated`, say. Codes are those of C2PA 2.2, 15.2.2; where it
/// has none, they begin with `org.aimark.`. Nothing past the last, and for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_finding_code(report: Option<&aimark_report>, index: usize) -> aimark_view {
    read(aimark_view::NOTHING, || Some(aimark_view::of_text(Some(finding(report, index)?.code.text()))))
}

/// How grave a finding is: one of `AIMARK_SEVERITY_...`. 0 past the last, and for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_finding_severity(report: Option<&aimark_report>, index: usize) -> i32 {
    read(0, || {
        Some(match finding(report, index)?.code.severity() {
            Severity::Success => AIMARK_SEVERITY_SUCCESS,
            Severity::Informational => AIMARK_SEVERITY_INFORMATIONAL,
            _ => AIMARK_SEVERITY_FAILURE,
        })
    })
}

/// Where it was found: a JUMBF address, or a place in the asset. Nothing past the last, and for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_finding_place(report: Option<&aimark_report>, index: usize) -> aimark_view {
    read(aimark_view::NOTHING, || Some(aimark_view::of_text(Some(&finding(report, index)?.place))))
}

/// What a finding means, in English, for people. Nothing past the last, and for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_finding_words(report: Option<&aimark_report>, index: usize) -> aimark_view {
    read(aimark_view::NOTHING, || Some(aimark_view::of_text(Some(&finding(report, index)?.words))))
}

fn foreign(report: Option<&aimark_report>) -> Option<&Foreign> {
    report?.report.foreign()
}

/// Why a foreign credential is not judged, in words. Nothing unless the status is `AIMARK_FOREIGN`.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_foreign_reason(report: Option<&aimark_report>) -> aimark_view {
    read(aimark_view::NOTHING, || Some(aimark_view::of_text(Some(&foreign(report)?.reason))))
}

/// How many manifests a foreign credential has. 0 unless the status is `AIMARK_FOREIGN`.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_foreign_manifests(report: Option<&aimark_report>) -> usize {
    read(0, || Some(foreign(report)?.manifests))
}

/// How many assertions the active manifest of a foreign credential has. 0 unless the status is `AIMARK_FOREIGN`.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_foreign_assertion_count(report: Option<&aimark_report>) -> usize {
    read(0, || Some(foreign(report)?.assertions.len()))
}

/// The label of one of them, counted from 0. Nothing past the last.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_foreign_assertion(
    report: Option<&aimark_report>,
    index: usize,
) -> aimark_view {
    read(aimark_view::NOTHING, || Some(aimark_view::of_text(Some(foreign(report)?.assertions.get(index)?))))
}

/// How many digital source types a foreign credential mentions. 0 unless the status is `AIMARK_FOREIGN`.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_foreign_source_type_count(report: Option<&aimark_report>) -> usize {
    read(0, || Some(foreign(report)?.digital_source_types.len()))
}

/// One of them, counted from 0. Nothing past the last.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_report_foreign_source_type(
    report: Option<&aimark_report>,
    index: usize,
) -> aimark_view {
    read(aimark_view::NOTHING, || {
        Some(aimark_view::of_text(Some(foreign(report)?.digital_source_types.get(index)?)))
    })
}

/// The report as one JSON object on one line, of the shape that `docs/report.schema.json` describes and the command
/// `aimark verify --json` prints. `name` is what the asset is called in it; empty, it is `-`. The result is ASCII,
/// without a NUL at its end; free it with `aimark_buf_free`.
///
/// Returns `AIMARK_OK`; `AIMARK_E_UTF8` for the name; `AIMARK_E_ARGUMENT` for NULL, for a name of more than 65536 bytes,
/// and when the options said not to make the digest; `AIMARK_E_INTERNAL`. `*out` is NULL unless the status is
/// `AIMARK_OK`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_report_json(
    report: Option<&aimark_report>,
    name: aimark_view,
    out: *mut *mut aimark_buf,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        // SAFETY: the caller's place for the result, as the header demands.
        let out = unsafe { Out::new(out) }?;
        let report = given(report, "report")?;
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let name = unsafe { name.name() }?;
        let no_digest =
            || Failure::argument("report", "has no digest: aimark_options_set_digest turned it off");
        let sha256 = report.sha256.as_ref().ok_or_else(no_digest)?;
        out.fill(aimark_buf::of_text(json::report(name, &report.report, sha256)));
        Ok(AIMARK_OK)
    })
}
