//! Each code that a finding can have: what it means, what may have happened, and what to do.

use aimark::{Code, Finding, Format, NotAccepted, Severity};

use super::Check;

/// What is said about a code.
struct Words {
    explanation: &'static str,
    remedy: &'static str,
}

const fn words(explanation: &'static str, remedy: &'static str) -> Words {
    Words { explanation, remedy }
}

/// What to do where a file was changed: there is no way to mend it, and there must be none.
const SIGN_AGAIN: &str = "go back to the file as it was labelled; if you made it and changed it on purpose, label the unlabelled original anew";
/// What to do where somebody wrote a label wrongly.
const TELL_THE_MAKER: &str =
    "go back to the file as it was labelled; if that has the same fault, tell who made it";
/// What to do where there are several labels.
const ONE_LABEL: &str =
    "go back to the files as they were before they were put together, and label the result once";

/// A finding, explained.
pub(super) fn check(finding: &Finding, format: Format, reason: Option<&NotAccepted>) -> Check {
    let (id, text) = (finding.code.text(), format!("{} [{}]", finding.words, finding.code.text()));
    match finding.code.severity() {
        Severity::Success => return Check::passed(id, text),
        Severity::Failure => {}
        _ => {
            let Words { explanation, remedy } = informational(finding.code);
            return Check::advice(id, text).because(explanation).remedy(remedy);
        }
    }
    let Words { explanation, remedy } = match finding.code {
        Code::SigningCredentialUntrusted => not_accepted(reason),
        Code::AssertionDataHashMismatch if format.is_text() => text_changed(),
        Code::AssertionDataHashMalformed if format.is_text() => text_moved(),
        code => {
            failure(code).unwrap_or(words("The label breaks a rule of the specification.", TELL_THE_MAKER))
        }
    };
    Check::problem(id, text).because(explanation).remedy(remedy)
}

fn informational(code: Code) -> Words {
    match code {
        Code::WrapperPadding => words(
            "Newer versions of the specification let a text's label end in padding; older readers may refuse it.",
            "nothing, unless somebody's reader refuses the text: then label it without --padded",
        ),
        _ => words(
            "It was written by other software, in a way that aimark does not write and so does not judge.",
            "check it with a validator of Content Credentials",
        ),
    }
}

fn text_changed() -> Words {
    words(
        "The text was changed after it was labelled. Often nobody meant to: mail programs and git change line ends, editors add or take away the last line end, and programs that save text anew write some letters otherwise.",
        SIGN_AGAIN,
    )
}

fn text_moved() -> Words {
    words(
        "The label says that it stands in another place of the text than it does, and content could hide in the gap. Mostly something before it grew or shrank: line ends, a byte order mark, words.",
        SIGN_AGAIN,
    )
}

fn not_accepted(reason: Option<&NotAccepted>) -> Words {
    match reason {
        Some(NotAccepted::NoAnchors) => words(
            "The label holds. Nobody is accepted on this machine, so its signer is not.",
            "if you know the signer, get their root certificate by a way that you trust, and `aimark trust add` it",
        ),
        Some(NotAccepted::Expired) => words(
            "The label holds. A certificate between the signer and the authority is expired or not valid yet.",
            "ask the signer for a label by a chain that is valid; check this machine's clock",
        ),
        Some(NotAccepted::Algorithm) => words(
            "The label holds. Its chain has a link signed with RSA or P-521, which this engine does not check.",
            "check it with a validator of Content Credentials, or accept the signer's own certificate with `aimark trust add`",
        ),
        Some(NotAccepted::Rule(_)) => words(
            "The label holds. Its chain was found, and breaks a rule for certificates.",
            "tell the signer's authority; it should issue the certificate anew",
        ),
        _ => words(
            "The label holds. Who signed it is not among those accepted on this machine. Anybody can make a signer with any name.",
            "if you know the signer, get their root certificate by a way that you trust, and `aimark trust add` it",
        ),
    }
}

/// What is said about a failure; nothing for a code that is newer than this table, or no failure.
fn failure(code: Code) -> Option<Words> {
    Some(match code {
        Code::TextMultipleWrappers => words(
            "The text has two labels or more: it was labelled and then put together with another labelled text, or copied in twice. Which one counts is anybody's guess, so none does.",
            ONE_LABEL,
        ),
        Code::StructuredTextMultipleReferences => words(
            "The file has two blocks with labels: files were joined, or a template that has a label was labelled again. Which one counts is anybody's guess, so none does.",
            ONE_LABEL,
        ),
        Code::HtmlMultipleManifests => words(
            "The page has two labels: pages were put together, or a content system added its own. Which one counts is anybody's guess, so none does.",
            ONE_LABEL,
        ),
        Code::MultipleLabels => words(
            "The file has two labels: files were joined, or software added its own without looking. Which one counts is anybody's guess, so none does.",
            ONE_LABEL,
        ),
        Code::TextCorruptedWrapper => words(
            "The label is invisible characters in the text. Some of them are gone or changed: the text was copied in part, or a program cleans texts.",
            SIGN_AGAIN,
        ),
        Code::StructuredTextMalformedReference => words(
            "The label is a block in a comment. It was cut, broken into lines, or its letters were changed, as formatters and mail programs do.",
            SIGN_AGAIN,
        ),
        Code::CarrierDamaged => words(
            "The bytes that hold the label in the file are damaged: the file was cut, or changed by a program that does not know labels.",
            SIGN_AGAIN,
        ),
        Code::AssertionDataHashMismatch => words(
            "The content was changed after it was labelled: cropped, scaled, saved anew, or given other metadata. Networks and messengers do that to every picture.",
            SIGN_AGAIN,
        ),
        Code::AssertionDataHashMalformed => words(
            "The label says that other bytes than its own are left out of what is signed. Content could hide there, so it does not hold. Moving a label to another place in the file does this too.",
            SIGN_AGAIN,
        ),
        Code::AssertionHashedUriMismatch | Code::AssertionMissing | Code::AssertionUndeclared => {
            words("What the label states was changed, added or taken away after it was signed.", SIGN_AGAIN)
        }
        Code::ClaimSignatureMismatch => words(
            "The signature is not one of this signer over this label: the label was changed, or made up.",
            SIGN_AGAIN,
        ),
        Code::ClaimSignatureOutsideValidity => words(
            "The signer's certificate is not valid at this time: it expired, or does not begin yet. Without a time stamp nobody can tell whether it was valid when the label was made.",
            "check this machine's clock; judge as of another time with `aimark verify --at`; ask for a label by a certificate that is valid",
        ),
        Code::SigningCredentialInvalid => words(
            "The signer's certificate is not one that may sign labels: it is for another purpose, an authority's, or lacks what C2PA wants.",
            "if it is yours, `aimark doctor` on the certificate says what is wrong with it; else tell who made the label",
        ),
        Code::StoreMalformed
        | Code::ClaimMissing
        | Code::ClaimMultiple
        | Code::ClaimSignatureMissing
        | Code::ClaimHardBindingsMissing
        | Code::AssertionMultipleHardBindings => words(
            "A part that every label must have once is missing, there twice, or not where it must be. Damage does this, and software that writes labels wrongly.",
            TELL_THE_MAKER,
        ),
        Code::StatementMalformed
        | Code::ClaimCborInvalid
        | Code::ClaimMalformed
        | Code::AssertionCborInvalid
        | Code::AssertionActionMalformed => words(
            "A part of the label is not written as the specification wants. Damage does this, and software that writes labels wrongly.",
            TELL_THE_MAKER,
        ),
        Code::GeneralError => words(
            "Something is wrong for which the specification has no word of its own; the message has the details.",
            TELL_THE_MAKER,
        ),
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
