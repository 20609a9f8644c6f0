//! What an examination found, in aimark's terms.

use aimark::{Integrity, Severity, Timestamp, Trust, Verdict};

use crate::ai::AiStatement;

/// The answer about an asset that carries a credential. Every text in it comes from strangers and is safe to show: no
/// controls, nothing that steers the direction of text, of bounded length.
///
/// ```
/// # let examiner = aimark_c2pa::Examiner::new(&[], &[], Default::default())?;
/// # let asset = b"GIF89a\x01\0\x01\0\0\0\0;".as_slice();
/// match examiner.examine(asset, "image/gif")? {
///     None => println!("no credential, which says nothing about the content"),
///     Some(found) => println!("{}: {:?}", found.verdict, found.ai.extent),
/// }
/// # Ok::<(), aimark_c2pa::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Judgement {
    /// `Trusted`, `Valid` or `Invalid`. `Foreign` where the only credential is kept elsewhere and was not fetched.
    pub verdict: Verdict,
    /// Whether the bytes are those that were signed.
    pub integrity: Integrity,
    /// Whether a list for signers accepts the signer. `NotExamined` where the signature does not hold.
    pub trust: Trust,
    /// What the credential says about AI, **whatever the verdict**: decide by [`Self::verdict`] first.
    pub ai: AiStatement,
    /// Who signed, or is said to have signed where the verdict is `Invalid`.
    pub signer: Option<Signer>,
    /// The name of the first list, in the order they were given, that accepts the signer.
    pub accepted_by: Option<String>,
    /// The time stamp, if there is one that is over this signature.
    pub signed_at: Option<SignedAt>,
    /// The software that made the claim.
    pub generator: Option<String>,
    /// The label of the active manifest.
    pub manifest: Option<String>,
    /// How many manifests the store has.
    pub manifests: usize,
    /// The asset's title.
    pub title: Option<String>,
    /// CAWG identities in the active manifest. They have their own trust, and none of it counts for the signer.
    pub identities: Vec<Identity>,
    /// What the asset was made from, as the active manifest lists it.
    pub ingredients: Vec<Ingredient>,
    /// A manifest kept elsewhere that the asset refers to. It was not fetched where the verdict is `Foreign`.
    pub remote: Option<String>,
    /// Everything that was found.
    pub findings: Vec<Finding>,
}

/// Who signed: from the leaf certificate of the active manifest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Signer {
    /// The subject's common name.
    pub common_name: Option<String>,
    /// The subject's organization.
    pub organization: Option<String>,
    /// The issuer's name (RFC 4514).
    pub issuer: String,
    /// The serial number, in hexadecimal.
    pub serial: String,
    /// The algorithm of the claim signature, in lower case: "es256".
    pub algorithm: Option<String>,
    /// The start of the certificate's validity.
    pub not_before: Option<Timestamp>,
    /// The end of the certificate's validity.
    pub not_after: Option<Timestamp>,
    /// The SHA-256 of the certificate, in hexadecimal.
    pub fingerprint: String,
}

/// A time stamp (RFC 3161) that is over the claim signature.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SignedAt {
    /// The time it states.
    pub time: Timestamp,
    /// The authority: the common name of the certificate that signed the stamp.
    pub authority: Option<String>,
    /// The list for time stamping that accepts the authority. Without one the time is a bare statement, and nothing is
    /// judged by it.
    pub accepted_by: Option<String>,
}

/// A CAWG identity assertion.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Identity {
    /// Who: the certificate's subject, or the names that were verified by an aggregator.
    pub who: Vec<String>,
    /// What kind of credential: "cawg.x509.cose" and others.
    pub kind: String,
    /// Whether its signature holds over this manifest.
    pub holds: bool,
    /// Whether one of [`Options::identity_anchors`](crate::Options::identity_anchors) accepts it. An aggregator's is never
    /// accepted: its issuer would have to be asked over the network.
    pub accepted: bool,
}

/// Something the asset was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ingredient {
    /// Its title.
    pub title: Option<String>,
    /// `parentOf`, `componentOf` or `inputTo`.
    pub relationship: String,
    /// Its media type.
    pub format: Option<String>,
    /// Its manifest in this store.
    pub manifest: Option<String>,
    /// What was found about its manifest.
    pub state: IngredientState,
    /// The list that accepts the signer of its manifest.
    pub accepted_by: Option<String>,
}

/// What was found about an ingredient. That it was checked when the asset was made is the signer's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IngredientState {
    /// It has no manifest: its origin is unknown.
    NoManifest,
    /// Its manifest is in the store and is the one that the signer saw, and nothing new was found wrong with it.
    Sound,
    /// The signer recorded failures about it when the asset was made, and signed for that.
    RecordedFailures,
    /// Its manifest is missing, not the one that the signer saw, or fails now. The verdict is `Invalid`.
    Broken,
}

impl IngredientState {
    /// The word used in reports and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoManifest => "no_manifest",
            Self::Sound => "sound",
            Self::RecordedFailures => "recorded_failures",
            Self::Broken => "broken",
        }
    }
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The specification's code (C2PA 2.2, 15.2.2), CAWG's, or one that begins with `org.aimark.`.
    pub code: String,
    /// The list it belongs to.
    pub severity: Severity,
    /// A JUMBF address, or empty.
    pub place: String,
    /// What it means, in words.
    pub words: String,
}
