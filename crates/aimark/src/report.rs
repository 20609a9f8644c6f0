//! What an examination found: verdict, findings, and the proof that a label passed.

use core::fmt;

use crate::carrier::Format;
use crate::label::Label;
use crate::trust::{NotAccepted, SignerInfo};

/// The answer about a file. Whether the bytes are those that were signed, and whether the signer is known to
/// you, are two questions: [`Report::integrity`] and [`Report::trust`] answer them one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Verdict {
    /// The label is intact, bound to these bytes, and its signer chains to an anchor you gave.
    Trusted,
    /// The label is intact and bound to these bytes. The signer is not known to you.
    Valid,
    /// A label is there, but it or the content was altered, or it breaks a rule.
    Invalid,
    /// A content credential of another maker's shape is there. This engine does not judge it.
    Foreign,
    /// No label was found. This says nothing about the content.
    Unmarked,
}

impl Verdict {
    /// Every verdict, in the order of this documentation.
    pub const ALL: [Self; 5] = [Self::Trusted, Self::Valid, Self::Invalid, Self::Foreign, Self::Unmarked];

    /// The word used in reports and JSON, in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Trusted => "trusted",
            Self::Valid => "valid",
            Self::Invalid => "invalid",
            Self::Foreign => "foreign",
            Self::Unmarked => "unmarked",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Whether the bytes are those that were signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Integrity {
    /// Label and content are those that were signed.
    Intact,
    /// They are not, or it cannot be shown that they are.
    Broken,
    /// There was nothing to examine, or nothing this engine examines.
    NotExamined,
}

impl Integrity {
    /// The word used in reports and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Intact => "intact",
            Self::Broken => "broken",
            Self::NotExamined => "not_examined",
        }
    }
}

/// Whether the signer is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Trust {
    /// The signer chains to an anchor you gave.
    Accepted,
    /// The signer does not.
    Unknown,
    /// There was no sound signature whose signer could be asked for.
    NotExamined,
}

impl Trust {
    /// The word used in reports and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Unknown => "unknown",
            Self::NotExamined => "not_examined",
        }
    }
}

/// Which of the three lists of the specification a finding belongs to (C2PA 2.2, 15.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// A check that passed.
    Success,
    /// Worth knowing, neither good nor bad.
    Informational,
    /// A check that failed.
    Failure,
}

impl Severity {
    /// The word used in reports and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Informational => "informational",
            Self::Failure => "failure",
        }
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])* $name:ident = $code:literal, $severity:ident;)*) => {
        /// The kind of a finding. Codes are those of the specification (C2PA 2.2, 15.2.2); where it has none,
        /// they begin with `org.aimark.`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])* $name,)*
        }

        impl Code {
            /// Every code, in the order of this documentation.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The code's text.
            pub fn text(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// The list that findings with this code belong to.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// The claim signature holds.
    ClaimSignatureValidated = "claimSignature.validated", Success;
    /// The signing certificate was valid at the time of judgement.
    ClaimSignatureInsideValidity = "claimSignature.insideValidity", Success;
    /// The signer chains to an anchor.
    SigningCredentialTrusted = "signingCredential.trusted", Success;
    /// An assertion is the one that the claim lists.
    AssertionHashedUriMatch = "assertion.hashedURI.match", Success;
    /// The asset is the one that was signed.
    AssertionDataHashMatch = "assertion.dataHash.match", Success;
    /// The credential is of another maker's shape.
    ForeignShape = "org.aimark.foreignShape", Informational;
    /// Padding follows a text's wrapper: which versions of the specification see it as part of the wrapper differs.
    WrapperPadding = "org.aimark.wrapperPadding", Informational;
    /// A text has more than one wrapper.
    TextMultipleWrappers = "manifest.text.multipleWrappers", Failure;
    /// A text's wrapper is cut short or damaged.
    TextCorruptedWrapper = "manifest.text.corruptedWrapper", Failure;
    /// A structured text has more than one block.
    StructuredTextMultipleReferences = "manifest.structuredText.multipleReferences", Failure;
    /// A structured text's block holds no sound manifest store.
    StructuredTextMalformedReference = "manifest.structuredText.malformedReference", Failure;
    /// An HTML document has more than one label.
    HtmlMultipleManifests = "manifest.html.multipleManifests", Failure;
    /// The asset has more than one label, and which one counts is anybody's guess.
    MultipleLabels = "org.aimark.multipleLabels", Failure;
    /// The bytes that hold the label in the asset are damaged.
    CarrierDamaged = "org.aimark.carrierDamaged", Failure;
    /// The manifest store is not a tree of boxes, or its parts are not of their types.
    StoreMalformed = "org.aimark.storeMalformed", Failure;
    /// The project's own assertion is not as it must be.
    StatementMalformed = "org.aimark.statementMalformed", Failure;
    /// There is no claim.
    ClaimMissing = "claim.missing", Failure;
    /// There is more than one claim.
    ClaimMultiple = "claim.multiple", Failure;
    /// The claim is not deterministic CBOR.
    ClaimCborInvalid = "claim.cbor.invalid", Failure;
    /// The claim breaks a rule.
    ClaimMalformed = "claim.malformed", Failure;
    /// The claim has no hard binding.
    ClaimHardBindingsMissing = "claim.hardBindings.missing", Failure;
    /// There is no claim signature, or the claim names another.
    ClaimSignatureMissing = "claimSignature.missing", Failure;
    /// The claim signature does not hold.
    ClaimSignatureMismatch = "claimSignature.mismatch", Failure;
    /// The signing certificate is expired, or not valid yet.
    ClaimSignatureOutsideValidity = "claimSignature.outsideValidity", Failure;
    /// The signing certificate does not meet the profile.
    SigningCredentialInvalid = "signingCredential.invalid", Failure;
    /// The signer does not chain to an anchor.
    SigningCredentialUntrusted = "signingCredential.untrusted", Failure;
    /// An assertion that the claim lists is not there.
    AssertionMissing = "assertion.missing", Failure;
    /// An assertion is there that the claim does not list.
    AssertionUndeclared = "assertion.undeclared", Failure;
    /// An assertion is not the one that the claim lists.
    AssertionHashedUriMismatch = "assertion.hashedURI.mismatch", Failure;
    /// An assertion is not deterministic CBOR.
    AssertionCborInvalid = "assertion.cbor.invalid", Failure;
    /// The actions break a rule.
    AssertionActionMalformed = "assertion.action.malformed", Failure;
    /// The hard binding breaks a rule, or leaves out other bytes than the label.
    AssertionDataHashMalformed = "assertion.dataHash.malformed", Failure;
    /// The asset is not the one that was signed.
    AssertionDataHashMismatch = "assertion.dataHash.mismatch", Failure;
    /// There is more than one hard binding.
    AssertionMultipleHardBindings = "assertion.multipleHardBindings", Failure;
    /// Something for which the specification has no code of its own.
    GeneralError = "general.error", Failure;
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// What kind of thing.
    pub code: Code,
    /// Where: a JUMBF address, or a place in the asset. Safe to show.
    pub place: String,
    /// What it means, in words. Safe to show.
    pub words: String,
}

/// What could be read of a credential of another maker's shape. Nothing of it was checked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Foreign {
    /// Why the engine does not judge it.
    pub reason: String,
    /// How many manifests the store has.
    pub manifests: usize,
    /// The labels of the active manifest's assertions.
    pub assertions: Vec<String>,
    /// The digital source types that they mention.
    pub digital_source_types: Vec<String>,
}

/// A label that passed every check. Only [`verify`](crate::verify()) makes one: code that must not run for an
/// unchecked label takes this as an argument.
///
/// ```
/// fn publish(proof: &aimark::Proof) -> String {
///     format!("{} (signed by {})", proof.label(), proof.signer().common_name)
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    pub(crate) label: Label,
    pub(crate) signer: SignerInfo,
    pub(crate) anchor: Option<SignerInfo>,
}

impl Proof {
    /// What the signer stated.
    pub fn label(&self) -> &Label {
        &self.label
    }

    /// Who signed.
    pub fn signer(&self) -> &SignerInfo {
        &self.signer
    }

    /// The anchor that accepts the signer; `None` when no anchor does.
    pub fn anchor(&self) -> Option<&SignerInfo> {
        self.anchor.as_ref()
    }
}

/// The result of an examination.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    pub(crate) format: Format,
    pub(crate) outcome: Outcome,
    pub(crate) details: Details,
}

/// How the examination ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    Unmarked,
    Foreign(Foreign),
    /// `intact` when the content is as signed all the same (an expired certificate, say).
    Invalid {
        intact: bool,
    },
    Passed(Box<Proof>),
}

/// What was read on the way, whatever the outcome.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Details {
    pub(crate) findings: Vec<Finding>,
    pub(crate) label: Option<Label>,
    pub(crate) signer: Option<SignerInfo>,
    pub(crate) generator: Option<String>,
    pub(crate) manifest: Option<String>,
    pub(crate) not_accepted: Option<NotAccepted>,
}

impl Report {
    /// The answer.
    pub fn verdict(&self) -> Verdict {
        match &self.outcome {
            Outcome::Unmarked => Verdict::Unmarked,
            Outcome::Foreign(_) => Verdict::Foreign,
            Outcome::Invalid { .. } => Verdict::Invalid,
            Outcome::Passed(proof) if proof.anchor.is_some() => Verdict::Trusted,
            Outcome::Passed(_) => Verdict::Valid,
        }
    }

    /// Whether the bytes are those that were signed.
    pub fn integrity(&self) -> Integrity {
        match &self.outcome {
            Outcome::Unmarked | Outcome::Foreign(_) => Integrity::NotExamined,
            Outcome::Invalid { intact: false } => Integrity::Broken,
            Outcome::Invalid { intact: true } | Outcome::Passed(_) => Integrity::Intact,
        }
    }

    /// Whether the signer is accepted.
    pub fn trust(&self) -> Trust {
        match &self.outcome {
            Outcome::Passed(proof) if proof.anchor.is_some() => Trust::Accepted,
            Outcome::Passed(_) => Trust::Unknown,
            _ => Trust::NotExamined,
        }
    }

    /// Why the signer of a label that is sound otherwise is not accepted: for [`Verdict::Valid`].
    pub fn not_accepted(&self) -> Option<&NotAccepted> {
        self.details.not_accepted.as_ref()
    }

    /// The label that passed every check; `None` unless the verdict is `Trusted` or `Valid`.
    pub fn proof(&self) -> Option<&Proof> {
        if let Outcome::Passed(proof) = &self.outcome { Some(proof) } else { None }
    }

    /// The kind of asset.
    pub fn format(&self) -> Format {
        self.format
    }

    /// What the label says, as far as it could be read, checked or not. For showing; decide by [`Self::proof`].
    pub fn stated_label(&self) -> Option<&Label> {
        self.details.label.as_ref()
    }

    /// Who the label says signed it, checked or not. For showing; decide by [`Self::proof`].
    pub fn stated_signer(&self) -> Option<&SignerInfo> {
        self.details.signer.as_ref()
    }

    /// The software that the claim names, safe to show.
    pub fn claim_generator(&self) -> Option<&str> {
        self.details.generator.as_deref()
    }

    /// The identifier of the active manifest, safe to show.
    pub fn manifest_id(&self) -> Option<&str> {
        self.details.manifest.as_deref()
    }

    /// What could be read of a foreign credential.
    pub fn foreign(&self) -> Option<&Foreign> {
        if let Outcome::Foreign(foreign) = &self.outcome { Some(foreign) } else { None }
    }

    /// Everything that was found, in the order of the checks.
    pub fn findings(&self) -> &[Finding] {
        &self.details.findings
    }

    /// The findings of one list.
    pub fn findings_of(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.details.findings.iter().filter(move |f| f.code.severity() == severity)
    }
}
