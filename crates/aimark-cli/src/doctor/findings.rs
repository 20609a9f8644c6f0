//! Each code that a finding can have: what it means, what may have happened, and what to do.

use aimark::{Code, Finding, Format, NotAccepted, Severity};

use super::Check;
use crate::terms;
use crate::words::{Words, say};

/// What is said about a code.
struct Explained {
    explanation: Words,
    remedy: Words,
}

fn words(explanation: Words, remedy: Words) -> Explained {
    Explained { explanation, remedy }
}

/// What to do where a file was changed: there is no way to mend it, and there must be none.
fn sign_again() -> Words {
    say!("doctor-sign-again")
}

/// What to do where somebody wrote a label wrongly.
fn tell_the_maker() -> Words {
    say!("doctor-tell-the-maker")
}

/// What to do where there are several labels.
fn one_label() -> Words {
    say!("doctor-one-label")
}

/// A finding, explained.
pub(super) fn check(finding: &Finding, format: Format, reason: Option<&NotAccepted>) -> Check {
    let id = finding.code.text();
    let text = terms::found(id, &finding.words);
    match finding.code.severity() {
        Severity::Success => return Check::passed(id, text),
        Severity::Failure => {}
        _ => {
            let Explained { explanation, remedy } = informational(finding.code);
            return Check::advice(id, text).because(explanation).remedy(remedy);
        }
    }
    let Explained { explanation, remedy } = match finding.code {
        Code::SigningCredentialUntrusted => not_accepted(reason),
        Code::AssertionDataHashMismatch if format.is_text() => text_changed(),
        Code::AssertionDataHashMalformed if format.is_text() => text_moved(),
        code => failure(code).unwrap_or_else(|| words(say!("doctor-rule-broken"), tell_the_maker())),
    };
    Check::problem(id, text).because(explanation).remedy(remedy)
}

fn informational(code: Code) -> Explained {
    match code {
        Code::WrapperPadding => words(say!("doctor-padding-why"), say!("doctor-padding-remedy")),
        _ => words(say!("doctor-other-software-why"), say!("doctor-check-elsewhere")),
    }
}

fn text_changed() -> Explained {
    words(say!("doctor-text-changed"), sign_again())
}

fn text_moved() -> Explained {
    words(say!("doctor-text-moved"), sign_again())
}

fn not_accepted(reason: Option<&NotAccepted>) -> Explained {
    match reason {
        Some(NotAccepted::NoAnchors) => words(say!("doctor-nobody-accepted"), say!("doctor-get-root")),
        Some(NotAccepted::Expired) => {
            words(say!("doctor-chain-expired"), say!("doctor-chain-expired-remedy"))
        }
        Some(NotAccepted::Algorithm) => {
            words(say!("doctor-chain-algorithm"), say!("doctor-chain-algorithm-remedy"))
        }
        Some(NotAccepted::Rule(_)) => words(say!("doctor-chain-rule"), say!("doctor-chain-rule-remedy")),
        _ => words(say!("doctor-signer-unknown"), say!("doctor-get-root")),
    }
}

/// What is said about a failure; nothing for a code that is newer than this table, or no failure.
fn failure(code: Code) -> Option<Explained> {
    Some(match code {
        Code::TextMultipleWrappers => words(say!("doctor-text-multiple"), one_label()),
        Code::StructuredTextMultipleReferences => words(say!("doctor-blocks-multiple"), one_label()),
        Code::HtmlMultipleManifests => words(say!("doctor-html-multiple"), one_label()),
        Code::MultipleLabels => words(say!("doctor-file-multiple"), one_label()),
        Code::TextCorruptedWrapper => words(say!("doctor-text-corrupted"), sign_again()),
        Code::StructuredTextMalformedReference => words(say!("doctor-block-malformed"), sign_again()),
        Code::CarrierDamaged => words(say!("doctor-carrier-damaged"), sign_again()),
        Code::AssertionDataHashMismatch => words(say!("doctor-content-changed"), sign_again()),
        Code::AssertionDataHashMalformed => words(say!("doctor-content-hidden"), sign_again()),
        Code::AssertionHashedUriMismatch | Code::AssertionMissing | Code::AssertionUndeclared => {
            words(say!("doctor-statement-changed"), sign_again())
        }
        Code::ClaimSignatureMismatch => words(say!("doctor-signature-wrong"), sign_again()),
        Code::ClaimSignatureOutsideValidity => {
            words(say!("doctor-certificate-outside"), say!("doctor-certificate-outside-remedy"))
        }
        Code::SigningCredentialInvalid => {
            words(say!("doctor-certificate-invalid"), say!("doctor-certificate-invalid-remedy"))
        }
        Code::StoreMalformed
        | Code::ClaimMissing
        | Code::ClaimMultiple
        | Code::ClaimSignatureMissing
        | Code::ClaimHardBindingsMissing
        | Code::AssertionMultipleHardBindings => words(say!("doctor-part-missing"), tell_the_maker()),
        Code::StatementMalformed
        | Code::ClaimCborInvalid
        | Code::ClaimMalformed
        | Code::AssertionCborInvalid
        | Code::AssertionActionMalformed => words(say!("doctor-part-malformed"), tell_the_maker()),
        Code::GeneralError => words(say!("doctor-general"), tell_the_maker()),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_failure_has_words_of_its_own() {
        for code in Code::ALL.iter().filter(|code| code.severity() == Severity::Failure) {
            let explained = *code == Code::SigningCredentialUntrusted || failure(*code).is_some();
            assert!(explained, "{} has no explanation", code.text());
        }
    }
}
