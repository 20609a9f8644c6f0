//! Verifying.

use aimark::{Code, Integrity, Report, Severity, Verdict};
use aimark_json::hex;
use sha2::{Digest, Sha256};

use crate::boundary::{Out, aimark_view, call};
use crate::error::aimark_error;
use crate::options::aimark_options;
use crate::report::aimark_report;
use crate::status::*;
use crate::trust::aimark_trust;

/// Examines an asset: whether it has a label, whether the label is intact and of these bytes, and whether you accept
/// its signer.
///
/// `trust` may be NULL, which accepts nobody; `options` and `err` may be NULL. Nothing of the arguments is kept, and
/// none is changed. Free the report with `aimark_report_free`.
///
/// Returns the answer: `AIMARK_OK`, or `AIMARK_UNTRUSTED`, `AIMARK_UNMARKED`, `AIMARK_ALTERED`, `AIMARK_BAD_SIGNATURE`,
/// `AIMARK_BAD_LABEL`, `AIMARK_EXPIRED`, `AIMARK_FOREIGN`; `*out` is filled for each of them.
/// Or that the asset could not be examined, and `*out` is NULL:
/// `AIMARK_E_UNSUPPORTED`, `AIMARK_E_MALFORMED`, `AIMARK_E_NOT_UTF8`, `AIMARK_E_NOT_NORMALIZED`, `AIMARK_E_NOT_AS_SAID`,
/// `AIMARK_E_LIMIT`; `AIMARK_E_ARGUMENT`, `AIMARK_E_CLOCK`, `AIMARK_E_INTERNAL`.
///
/// ```c
/// aimark_report *report = NULL;
/// aimark_status status = aimark_verify(trust, NULL, picture, &report, err);
/// if (status == AIMARK_OK) { ... }                // the only yes
/// aimark_report_free(report);
/// ```
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_verify(
    trust: Option<&aimark_trust>,
    options: Option<&aimark_options>,
    asset: aimark_view,
    out: *mut *mut aimark_report,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        // SAFETY: the caller's place for the result, as the header demands.
        let out = unsafe { Out::new(out) }?;
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let asset = unsafe { asset.bytes("asset") }?;
        let anchors = trust.map(|trust| &trust.anchors);
        let (context, digest) = aimark_options::for_verifying(options, anchors)?;
        let report = aimark::verify(asset, &context)?;
        let status = status(&report);
        let sha256 = digest.then(|| hex(&Sha256::digest(asset)));
        out.fill(aimark_report::new(report, status, sha256));
        Ok(status)
    })
}

fn status(report: &Report) -> aimark_status {
    match report.verdict() {
        Verdict::Trusted => AIMARK_OK,
        Verdict::Valid => AIMARK_UNTRUSTED,
        Verdict::Unmarked => AIMARK_UNMARKED,
        Verdict::Foreign => AIMARK_FOREIGN,
        _ => {
            let failures: Vec<Code> = report.findings_of(Severity::Failure).map(|found| found.code).collect();
            refusal(report.integrity(), &failures)
        }
    }
}

/// Of several failures the one that says most: a label whose signature does not hold says nothing about the content.
fn refusal(integrity: Integrity, failures: &[Code]) -> aimark_status {
    let about_time =
        |code: &Code| matches!(code, Code::ClaimSignatureOutsideValidity | Code::SigningCredentialUntrusted);
    if failures.contains(&Code::ClaimSignatureMismatch) {
        AIMARK_BAD_SIGNATURE
    } else if failures.contains(&Code::AssertionDataHashMismatch) {
        AIMARK_ALTERED
    } else if integrity == Integrity::Intact
        && failures.contains(&Code::ClaimSignatureOutsideValidity)
        && failures.iter().all(about_time)
    {
        AIMARK_EXPIRED
    } else {
        AIMARK_BAD_LABEL
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_says_what_weighs_most() {
        let (broken, intact) = (Integrity::Broken, Integrity::Intact);
        for (integrity, failures, status) in [
            (broken, &[Code::AssertionDataHashMismatch][..], AIMARK_ALTERED),
            (broken, &[Code::AssertionDataHashMismatch, Code::ClaimSignatureMismatch], AIMARK_BAD_SIGNATURE),
            (broken, &[Code::AssertionHashedUriMismatch], AIMARK_BAD_LABEL),
            (broken, &[Code::ClaimSignatureOutsideValidity], AIMARK_BAD_LABEL),
            (intact, &[Code::ClaimSignatureOutsideValidity], AIMARK_EXPIRED),
            (
                intact,
                &[Code::ClaimSignatureOutsideValidity, Code::SigningCredentialInvalid],
                AIMARK_BAD_LABEL,
            ),
            (intact, &[Code::SigningCredentialInvalid], AIMARK_BAD_LABEL),
            (broken, &[], AIMARK_BAD_LABEL),
        ] {
            assert_eq!(refusal(integrity, failures), status, "{failures:?}");
        }
    }
}
