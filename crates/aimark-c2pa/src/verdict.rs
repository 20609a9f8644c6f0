//! From the c2pa crate's codes to a verdict. Success is stated, never inferred from an empty list of failures.

use aimark::{Integrity, Severity};
use c2pa::validation_results::StatusCodes;
use c2pa::validation_status::ValidationStatus;
use c2pa::{Manifest, Reader, ValidationState};

use crate::Options;
use crate::judgement::Finding;

/// Codes of trust: what the c2pa crate says there rests on anchors of all lists together, and is said anew.
const TRUST: [&str; 4] =
    ["signingCredential.trusted", "signingCredential.untrusted", "timeStamp.trusted", "timeStamp.untrusted"];
/// Failures that are about the signer, and leave open whether the bytes are those that were signed.
const SIGNER: [&str; 6] = [
    "signingCredential.invalid",
    "signingCredential.expired",
    "signingCredential.ocsp.revoked",
    "signingCredential.ocsp.unknown",
    "claimSignature.outsideValidity",
    "timeOfSigning.outsideValidity",
];
/// Any of these says that the asset is the one that was signed.
const BINDINGS: [&str; 4] = [
    "assertion.dataHash.match",
    "assertion.boxesHash.match",
    "assertion.bmffHash.match",
    "assertion.collectionHash.match",
];

/// What the c2pa crate's codes come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) integrity: Integrity,
    /// Everything that `Valid` needs, but for the signer's validity in time as judged by the lists kept apart.
    pub(crate) is_valid: bool,
    /// The claim signature holds, so there is a signer to ask for.
    pub(crate) is_signed: bool,
}

/// Judges the active manifest, its binding to the asset, and its ingredients.
pub(crate) fn outcome(reader: &Reader) -> Outcome {
    let broken = Outcome { integrity: Integrity::Broken, is_valid: false, is_signed: false };
    let (Some(results), Some(manifest), Some(label)) =
        (reader.validation_results(), reader.active_manifest(), reader.active_label())
    else {
        return broken;
    };
    let Some(active) = results.active_manifest() else { return broken };
    let deltas = results.ingredient_deltas().into_iter().flatten();
    let failures: Vec<&str> = active
        .failure()
        .iter()
        .chain(deltas.flat_map(|delta| delta.validation_deltas().failure()))
        .filter(|status| decides(status))
        .map(ValidationStatus::code)
        .collect();

    let is_signed = says_of(active, "claimSignature.validated", label);
    let is_whole = is_signed && is_bound(active) && every_assertion_matches(active, manifest, label);
    let is_intact = is_whole && failures.iter().all(|code| SIGNER.contains(code));
    let is_valid = is_intact
        && failures.is_empty()
        && says_of(active, "claimSignature.insideValidity", label)
        && agrees(reader, active);
    let integrity = if is_intact { Integrity::Intact } else { Integrity::Broken };
    Outcome { integrity, is_valid, is_signed }
}

/// Whether a failure counts for the verdict: identities have their own, and trust is judged elsewhere.
fn decides(status: &ValidationStatus) -> bool {
    !is_identity(status) && !TRUST.contains(&status.code())
}

/// Whether something is about a CAWG identity. These use the codes of the claim's signer too.
pub(crate) fn is_identity(status: &ValidationStatus) -> bool {
    status.code().starts_with("cawg.") || status.url().is_some_and(is_identity_url) && !is_hash(status.code())
}

pub(crate) fn is_identity_url(url: &str) -> bool {
    url.contains("/c2pa.assertions/cawg.identity")
}

/// An identity assertion's own bytes belong to the claim like any other's.
fn is_hash(code: &str) -> bool {
    code.starts_with("assertion.")
}

fn says_of(active: &StatusCodes, code: &str, label: &str) -> bool {
    active.success().iter().any(|status| {
        status.code() == code
            && !is_identity(status)
            && status.ingredient_uri().is_none()
            && status.url().is_some_and(|url| is_in(url, label))
    })
}

/// Whether an address lies in the manifest `label`.
fn is_in(url: &str, label: &str) -> bool {
    let path = url.strip_prefix("self#jumbf=").unwrap_or(url);
    let path = path.strip_prefix("/c2pa/").unwrap_or(path);
    path.strip_prefix(label).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn is_bound(active: &StatusCodes) -> bool {
    active.success().iter().any(|status| BINDINGS.contains(&status.code()))
}

fn every_assertion_matches(active: &StatusCodes, manifest: &Manifest, label: &str) -> bool {
    let mut count = 0_usize;
    let all = manifest.assertion_references().all(|reference| {
        count = count.saturating_add(1);
        let url = reference.url();
        active.success().iter().any(|status| {
            status.code() == "assertion.hashedURI.match"
                && status.url().is_some_and(|found| is_in(found, label) && last(found) == last(&url))
        })
    });
    all && count > 0
}

fn last(url: &str) -> &str {
    url.rsplit('/').next().unwrap_or_default()
}

/// The c2pa crate's own state is a second opinion: it may be stricter only for what an identity does.
fn agrees(reader: &Reader, active: &StatusCodes) -> bool {
    reader.validation_state() != ValidationState::Invalid || active.failure().iter().any(is_identity)
}

/// Whether something new is wrong with the ingredient at an assertion's address.
pub(crate) fn is_broken(reader: &Reader, assertion: &str) -> bool {
    let Some(results) = reader.validation_results() else { return true };
    results
        .ingredient_deltas()
        .into_iter()
        .flatten()
        .filter(|delta| last(delta.ingredient_assertion_uri()) == assertion)
        .any(|delta| delta.validation_deltas().failure().iter().any(decides))
}

/// Everything the c2pa crate found that is not about trust, at most so many of each severity.
pub(crate) fn findings(reader: &Reader, options: &Options) -> Vec<Finding> {
    let Some(results) = reader.validation_results() else { return Vec::new() };
    let active = results.active_manifest();
    let deltas = results.ingredient_deltas().into_iter().flatten().map(|delta| delta.validation_deltas());
    let all: Vec<&StatusCodes> = active.into_iter().chain(deltas).collect();
    let mut findings = Vec::new();
    let mut left_out = 0_usize;
    for severity in [Severity::Success, Severity::Informational, Severity::Failure] {
        let of = all.iter().flat_map(|codes| match severity {
            Severity::Success => codes.success(),
            Severity::Informational => codes.informational(),
            _ => codes.failure(),
        });
        let mut of = of.filter(|status| is_identity(status) || !TRUST.contains(&status.code()));
        findings
            .extend(of.by_ref().take(options.max_findings).map(|status| finding(status, severity, options)));
        left_out = left_out.saturating_add(of.count());
    }
    if left_out > 0 {
        let words = format!("{left_out} findings are not shown");
        findings.push(Finding::new("org.aimark.findingsLeftOut", Severity::Informational, "", &words));
    }
    findings
}

fn finding(status: &ValidationStatus, severity: Severity, options: &Options) -> Finding {
    // Later versions of the c2pa crate have codes of their own for the certificates of identities.
    let code = match status.code().strip_prefix("signingCredential.") {
        Some(code) if is_identity(status) => format!("cawg.x509.credential.{code}"),
        _ => status.code().to_owned(),
    };
    Finding {
        code: options.safe(&code),
        severity,
        place: options.safe(status.url().unwrap_or_default()),
        words: options.safe(status.explanation().unwrap_or_default()),
    }
}

impl Finding {
    pub(crate) fn new(code: &str, severity: Severity, place: &str, words: &str) -> Self {
        Self { code: code.to_owned(), severity, place: place.to_owned(), words: words.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reader that read nothing calls itself valid or trusted.
    #[test]
    fn a_reader_without_results_is_no_success() {
        let reader = Reader::default();
        assert_eq!(reader.validation_state(), ValidationState::Trusted);
        let broken = Outcome { integrity: Integrity::Broken, is_valid: false, is_signed: false };
        assert_eq!(outcome(&reader), broken);
    }

    #[test]
    fn addresses_belong_to_one_manifest() {
        assert!(is_in("self#jumbf=/c2pa/urn:c2pa:1/c2pa.signature", "urn:c2pa:1"));
        assert!(is_in("urn:c2pa:1", "urn:c2pa:1"));
        assert!(!is_in("self#jumbf=/c2pa/urn:c2pa:12/c2pa.signature", "urn:c2pa:1"));
        assert!(!is_in("self#jumbf=/c2pa/other/urn:c2pa:1", "urn:c2pa:1"));
    }
}
