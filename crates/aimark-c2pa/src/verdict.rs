//! From the c2pa crate's codes to a verdict. Success is stated, never inferred from an empty list of failures.

use aimark::{Integrity, Severity};
use c2pa::validation_results::StatusCodes;
use c2pa::validation_status::ValidationStatus;
use c2pa::{Reader, ValidationResults, ValidationState};

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
    let assertions = reader.active_manifest().map(|manifest| {
        let all = manifest.assertion_references();
        all.map(|reference| last(&reference.url()).to_owned()).collect::<Vec<_>>()
    });
    match (reader.validation_results(), assertions, reader.active_label()) {
        (Some(results), Some(assertions), Some(label)) => {
            outcome_of(results, reader.validation_state(), &assertions, label)
        }
        _ => BROKEN,
    }
}

const BROKEN: Outcome = Outcome { integrity: Integrity::Broken, is_valid: false, is_signed: false };

fn outcome_of(
    results: &ValidationResults,
    state: ValidationState,
    assertions: &[String],
    label: &str,
) -> Outcome {
    let Some(active) = results.active_manifest() else { return BROKEN };
    let deltas = results.ingredient_deltas().into_iter().flatten();
    let failures: Vec<&str> = active
        .failure()
        .iter()
        .chain(deltas.flat_map(|delta| delta.validation_deltas().failure()))
        .filter(|status| decides(status))
        .map(ValidationStatus::code)
        .collect();

    let is_signed = says_of(active, "claimSignature.validated", label);
    let is_whole = is_signed && is_bound(active) && every_assertion_matches(active, assertions, label);
    let is_intact = is_whole && failures.iter().all(|code| SIGNER.contains(code));
    // The c2pa crate's own state is a second opinion: it may be stricter only for what an identity does.
    let agrees = state != ValidationState::Invalid || active.failure().iter().any(is_identity);
    let is_valid =
        is_intact && failures.is_empty() && says_of(active, "claimSignature.insideValidity", label) && agrees;
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

fn every_assertion_matches(active: &StatusCodes, assertions: &[String], label: &str) -> bool {
    let matches = |assertion: &String| {
        active.success().iter().any(|status| {
            status.code() == "assertion.hashedURI.match"
                && status.url().is_some_and(|found| is_in(found, label) && last(found) == assertion)
        })
    };
    !assertions.is_empty() && assertions.iter().all(matches)
}

fn last(url: &str) -> &str {
    url.rsplit('/').next().unwrap_or_default()
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

    const LABEL: &str = "urn:c2pa:1";

    /// The codes of a sound manifest with two assertions, without those of one name.
    fn without(code: &str) -> ValidationResults {
        let all = [
            ("claimSignature.validated", "c2pa.signature"),
            ("claimSignature.insideValidity", "c2pa.signature"),
            ("assertion.hashedURI.match", "c2pa.assertions/a"),
            ("assertion.hashedURI.match", "c2pa.assertions/c2pa.hash.data"),
            ("assertion.dataHash.match", "c2pa.assertions/c2pa.hash.data"),
        ];
        let codes =
            all.iter().filter(|(name, _)| *name != code).fold(StatusCodes::default(), |codes, (name, at)| {
                codes.add_success_val(status(name, &format!("self#jumbf=/c2pa/{LABEL}/{at}")))
            });
        ValidationResults::default().add_active_manifest(codes)
    }

    fn status(code: &str, url: &str) -> ValidationStatus {
        serde_json::from_value(serde_json::json!({ "code": code, "url": url }))
            .unwrap_or_else(|e| panic!("{e}"))
    }

    fn is_valid(results: &ValidationResults, assertions: &[&str]) -> bool {
        let assertions: Vec<String> = assertions.iter().map(ToString::to_string).collect();
        outcome_of(results, ValidationState::Trusted, &assertions, LABEL).is_valid
    }

    const BOTH: [&str; 2] = ["a", "c2pa.hash.data"];

    #[test]
    fn each_success_is_needed() {
        assert!(is_valid(&without("nothing"), &BOTH));
        for code in [
            "claimSignature.validated",
            "claimSignature.insideValidity",
            "assertion.hashedURI.match",
            "assertion.dataHash.match",
        ] {
            assert!(!is_valid(&without(code), &BOTH), "{code}");
        }
        assert!(!is_valid(&without("nothing"), &["a", "b", "c2pa.hash.data"]));
        assert!(!is_valid(&without("nothing"), &[]));
        assert!(!is_valid(&ValidationResults::default(), &BOTH));
        assert!(!is_valid(&ValidationResults::default().add_active_manifest(StatusCodes::default()), &BOTH));
    }

    #[test]
    fn any_failure_but_of_trust_and_identities_counts() {
        let with = |code: &str, place: &str| {
            let sound = without("nothing").active_manifest().cloned().unwrap_or_default();
            let failure = status(code, &format!("self#jumbf=/c2pa/{LABEL}/{place}"));
            ValidationResults::default().add_active_manifest(sound.add_failure_val(failure))
        };
        assert!(!is_valid(&with("general.error", "c2pa.claim"), &BOTH));
        assert!(!is_valid(&with("signingCredential.expired", "c2pa.signature"), &BOTH));
        assert!(!is_valid(&with("assertion.hashedURI.mismatch", "c2pa.assertions/cawg.identity"), &BOTH));
        assert!(is_valid(&with("signingCredential.untrusted", "c2pa.signature"), &BOTH));
        assert!(is_valid(&with("signingCredential.expired", "c2pa.assertions/cawg.identity"), &BOTH));
    }

    #[test]
    fn the_second_opinion_counts() {
        let assertions = BOTH.map(str::to_owned);
        assert!(!outcome_of(&without("nothing"), ValidationState::Invalid, &assertions, LABEL).is_valid);
    }

    /// A reader that read nothing calls itself trusted.
    #[test]
    fn a_reader_without_results_is_no_success() {
        let reader = Reader::default();
        assert_eq!(reader.validation_state(), ValidationState::Trusted);
        assert_eq!(outcome(&reader), BROKEN);
    }

    #[test]
    fn addresses_belong_to_one_manifest() {
        assert!(is_in("self#jumbf=/c2pa/urn:c2pa:1/c2pa.signature", LABEL));
        assert!(is_in("urn:c2pa:1", LABEL));
        assert!(!is_in("self#jumbf=/c2pa/urn:c2pa:12/c2pa.signature", LABEL));
        assert!(!is_in("self#jumbf=/c2pa/other/urn:c2pa:1", LABEL));
    }
}
