//! Verifying: locate, parse, binding, signature, trust, report.
//!
//! The steps hand each other proofs. A label passes only with all of them in hand, so no step can be left out.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::binding::{self, Bound, Known};
use crate::carrier::{self, Carrier, Format, Found, Scan};
use crate::claim::{self, Claim, ReadError, soft};
use crate::cose::{self, CoseError, Padding, Sign1};
use crate::error::Error;
use crate::fitting::{self, Gauge};
use crate::input::{LimitExceeded, Limits};
use crate::jumbf::{self, JumbfError, SuperBox};
use crate::key::{self, Algorithm, SignatureHolds};
use crate::label::Label;
use crate::manifest::{self, Assertion, Manifest, ManifestError};
use crate::report::{Code, Details, Finding, Foreign, Outcome, Proof, Report};
use crate::time::Timestamp;
use crate::trust::{self, Anchors, Certificate, ReadChain, SignerInfo};

/// What verifying needs from outside: the time of judgement, the anchors, the limits.
#[derive(Debug, Clone)]
#[allow(clippy::exhaustive_structs, reason = "callers build it with `..VerifyContext::new(at)`")]
pub struct VerifyContext<'a> {
    /// The moment at which certificates must be valid: now, as a rule.
    pub at: Timestamp,
    /// What kind of asset the caller says it is; see [`SignContext::format`](crate::SignContext::format). Unset, a
    /// label is looked for in every form that a text can carry one.
    pub format: Option<Format>,
    /// Whose signatures to accept.
    pub anchors: &'a Anchors,
    /// What the examination may cost.
    pub limits: Limits,
}

static NOBODY: Anchors = Anchors::none();

impl VerifyContext<'static> {
    /// A context that accepts nobody: sound labels are `Valid`.
    pub fn new(at: Timestamp) -> Self {
        Self { at, format: None, anchors: &NOBODY, limits: Limits::default() }
    }
}

/// Examines `asset` and says what was found.
///
/// # Errors
///
/// Only when the asset could not be examined: [`Error::Unsupported`] when it is neither an image of a known format
/// nor text in UTF-8, [`Error::Input`] when its container is damaged, [`Error::Limit`]. A label that does not hold is an answer:
/// [`Verdict::Invalid`](crate::Verdict::Invalid).
pub fn verify(asset: &[u8], context: &VerifyContext<'_>) -> Result<Report, Error> {
    let scan = carrier::scan(asset, context.format, &context.limits)?;
    report(asset, &scan, None, context)
}

/// Examines several assets, each with its own context, and hashes them side by side, which on one core takes less time
/// than one after the other (see the crate `aimark-hash`). The results are those that [`verify()`] would give, in the
/// order of the items.
///
/// ```
/// use aimark::{Verdict, VerifyContext};
/// # let (first, second) = (include_bytes!("../tests/identity/dot.png"), b"a text");
///
/// let context = VerifyContext::new("2026-11-21T12:00:00Z".parse()?);
/// for report in aimark::verify_many(&[(&first[..], &context), (&second[..], &context)]) {
///     assert_eq!(report?.verdict(), Verdict::Unmarked);
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn verify_many(items: &[(&[u8], &VerifyContext<'_>)]) -> Vec<Result<Report, Error>> {
    let scans: Vec<_> =
        items.iter().map(|(asset, context)| carrier::scan(asset, context.format, &context.limits)).collect();
    // What will be hashed if the label is ours: it mostly is, and no label makes it more than one pass.
    let parts = items.iter().zip(&scans).map(|(item, scan)| {
        let label = only_label(scan.as_ref().ok()?)?.range.clone();
        Some(<[&[u8]; 2]>::from(crate::input::around(item.0, label)))
    });
    let parts: Vec<_> = parts.collect();
    let mut hashes = binding::hash_all(parts.iter().flatten().map(|parts| &parts[..])).into_iter();
    let examined = items.iter().zip(scans).map(|((asset, context), scan)| {
        let scan = scan?;
        let without = only_label(&scan).map(|found| found.range.clone());
        let known = without.and_then(|without| Some(Known { without, hash: hashes.next()? }));
        report(asset, &scan, known, context)
    });
    examined.collect()
}

/// The label that is examined, if there is one.
fn only_label<'s, 'a>(scan: &'s Scan<'a>) -> Option<&'s Found<'a>> {
    match scan.labels.as_slice() {
        [found] if found.fault.is_none() => Some(found),
        _ => None,
    }
}

fn report(
    asset: &[u8],
    scan: &Scan<'_>,
    known: Option<Known>,
    context: &VerifyContext<'_>,
) -> Result<Report, Error> {
    let mut details = Details::default();
    let outcome = match scan.labels.as_slice() {
        [] => Outcome::Unmarked,
        [found] => examine(asset, scan, found, known, context, &mut details)?,
        _ => {
            let words = "the asset has several labels; only one can be right";
            details.add(several_code(scan.format), "asset", words);
            Outcome::Invalid { intact: false }
        }
    };
    Ok(Report { format: scan.format, outcome, details })
}

/// What ends an examination before all its checks.
enum Stop {
    /// The label breaks a rule.
    Fault(Finding),
    /// The label is of another shape.
    Foreign(String),
    Limit(LimitExceeded),
}

impl From<LimitExceeded> for Stop {
    fn from(limit: LimitExceeded) -> Self {
        Self::Limit(limit)
    }
}

fn fault(code: Code, place: impl Into<String>, words: impl Into<String>) -> Stop {
    Stop::Fault(finding(code, place, words))
}

fn finding(code: Code, place: impl Into<String>, words: impl Into<String>) -> Finding {
    let show = trust::showable;
    Finding { code, place: show(&place.into()), words: show(&words.into()) }
}

impl Details {
    fn add(&mut self, code: Code, place: impl Into<String>, words: impl Into<String>) {
        self.findings.push(finding(code, place, words));
    }
}

/// The specification's code for more than one label, which differs by carrier.
fn several_code(format: Format) -> Code {
    match format.carrier() {
        Carrier::Wrapper => Code::TextMultipleWrappers,
        Carrier::Block(_) => Code::StructuredTextMultipleReferences,
        Carrier::Element => Code::HtmlMultipleManifests,
        _ => Code::MultipleLabels,
    }
}

/// The specification's code for a label whose framing is damaged.
fn damaged_code(format: Format) -> Code {
    match format.carrier() {
        Carrier::Wrapper => Code::TextCorruptedWrapper,
        Carrier::Block(_) => Code::StructuredTextMalformedReference,
        _ => Code::CarrierDamaged,
    }
}

fn examine(
    asset: &[u8],
    scan: &Scan<'_>,
    found: &Found<'_>,
    known: Option<Known>,
    context: &VerifyContext<'_>,
    details: &mut Details,
) -> Result<Outcome, LimitExceeded> {
    let place = place_of(found);
    if let Some(damage) = found.fault {
        details.add(damaged_code(scan.format), place, damage);
        return Ok(Outcome::Invalid { intact: false });
    }
    let tree = match jumbf::parse(&found.store, &context.limits) {
        Ok(tree) => tree,
        Err(JumbfError::Limit(limit)) => return Err(limit),
        Err(error) => {
            details.add(Code::StoreMalformed, place, error.to_string());
            return Ok(Outcome::Invalid { intact: false });
        }
    };
    let mut examination = Examination { asset, scan, found, known, context, details };
    match examination.run(&tree) {
        Ok(outcome) => Ok(outcome),
        Err(Stop::Fault(finding)) => {
            details.findings.push(finding);
            Ok(Outcome::Invalid { intact: false })
        }
        Err(Stop::Foreign(reason)) => Ok(Outcome::Foreign(foreign(&tree, reason, &context.limits, details))),
        Err(Stop::Limit(limit)) => Err(limit),
    }
}

fn place_of(found: &Found<'_>) -> String {
    format!("asset bytes {}..{}", found.range.start, found.range.end)
}

struct Examination<'e> {
    asset: &'e [u8],
    scan: &'e Scan<'e>,
    found: &'e Found<'e>,
    /// The hash of the asset, where it was made together with others.
    known: Option<Known>,
    context: &'e VerifyContext<'e>,
    details: &'e mut Details,
}

/// Proof that the bytes which hold the label in the asset, and which nothing signs, are as we write them.
struct FramedAsWritten(());

/// Proof that every assertion is one that the claim lists, and none is missing.
struct AssertionsMatch(());

/// Proof that the signing certificate was valid at the time of judgement.
struct InsideValidity(());

impl Examination<'_> {
    fn limits(&self) -> &Limits {
        &self.context.limits
    }

    fn run(&mut self, tree: &SuperBox<'_>) -> Result<Outcome, Stop> {
        let manifest = manifest::only(tree).map_err(of_manifest)?;
        self.details.manifest = Some(trust::showable(manifest.id));
        LimitExceeded::check("assertions", manifest.assertions.len(), self.limits().assertions)?;
        let at_claim = address(manifest.id, "c2pa.claim.v2");
        let claim = claim::read_claim(manifest.claim, self.limits()).map_err(|e| of_claim(e, &at_claim))?;
        self.details.generator = Some(trust::showable(&claim.generator));
        if claim.signature != claim::signature_uri(manifest.id) {
            let words = "the claim does not name its own signature by absolute address";
            return Err(fault(Code::ClaimSignatureMissing, at_claim, words));
        }
        let at_signature = address(manifest.id, "c2pa.signature");
        let sign1 = cose::decode(manifest.signature, self.limits()).map_err(|e| of_cose(e, &at_signature))?;
        let chain = self.chain(&sign1, &at_signature)?;
        let leaf = chain.leaf();
        self.details.signer = Some(chain.signer().clone());

        // From here on every check is made, so that the report says all that is wrong. What is signed is checked
        // before what it says, lest a changed label pass for one of another shape.
        let matched = self.hashed_uris(&manifest, &claim);
        let signed = self.signature(&manifest, &sign1, leaf, &at_signature);
        let parts = match self.assertions(&manifest) {
            Err(Stop::Foreign(_)) if matched.is_none() || signed.is_none() => {
                return Ok(Outcome::Invalid { intact: false });
            }
            parts => parts?,
        };
        self.details.label = Some(parts.label.clone());
        let bound = self.binding(&parts.binding, &manifest);
        let sound = self.profile(leaf, &at_signature);
        let inside = self.validity(leaf, &at_signature);
        let (Some(matched), Some(signed), Some(bound)) = (matched, signed, bound) else {
            return Ok(Outcome::Invalid { intact: false });
        };
        let (Some(sound), Some(inside)) = (sound, inside) else {
            return Ok(Outcome::Invalid { intact: true });
        };
        let framed = self.framing(&manifest, &claim, &sign1)?;
        if let Some(format) = parts.format {
            self.as_text(&manifest, &sign1, &bound, format)?;
        }
        let anchor = self.accepted(&chain, &at_signature);
        Ok(passed(framed, matched, signed, bound, sound, inside, parts.label, chain.signer().clone(), anchor))
    }

    /// Reads the assertions that make up a label of the known shape.
    fn assertions(&self, manifest: &Manifest<'_>) -> Result<Parts, Stop> {
        let known = [claim::ACTIONS, claim::DISCLOSURE, claim::STATEMENT, claim::MINING, claim::DATA_HASH];
        let is_known = |label| known.contains(&label) || soft::LABELS.contains(&label);
        if manifest.assertions.iter().any(|a| !is_known(a.label)) {
            return Err(Stop::Foreign("an assertion that aimark labels do not have".to_owned()));
        }
        let find = |label| -> Result<Option<&Assertion<'_>>, Stop> {
            let mut all = manifest.assertions.iter().filter(|a| a.label == label);
            let first = all.next();
            let code = match label {
                claim::DATA_HASH => Code::AssertionMultipleHardBindings,
                _ => Code::GeneralError,
            };
            if all.next().is_some() {
                return Err(fault(code, at(manifest, label), "the assertion is there twice"));
            }
            Ok(first)
        };
        let limits = self.limits();
        let read = |e, label| of_assertion(e, at(manifest, label), label);
        let actions = find(claim::ACTIONS)?
            .ok_or_else(|| Stop::Foreign("no c2pa.actions.v2: nothing is said about AI".to_owned()))?;
        let (mut label, format) =
            claim::read_actions(actions.cbor, limits).map_err(|e| read(e, claim::ACTIONS))?;
        if let Some(disclosure) = find(claim::DISCLOSURE)? {
            claim::read_disclosure(disclosure.cbor, limits).map_err(|e| read(e, claim::DISCLOSURE))?;
        }
        if let Some(statement) = find(claim::STATEMENT)? {
            claim::read_statement(statement.cbor, &mut label, limits)
                .map_err(|e| read(e, claim::STATEMENT))?;
        }
        if let Some(mining) = find(claim::MINING)? {
            claim::read_mining(mining.cbor, &mut label, limits).map_err(|e| read(e, claim::MINING))?;
        }
        let mut numbered = soft::LABELS.into_iter();
        for name in &mut numbered {
            let Some(bound) = find(name)? else { break };
            soft::read(bound.cbor, &mut label, limits).map_err(|e| read(e, name))?;
        }
        if manifest.assertions.iter().any(|a| numbered.as_slice().contains(&a.label)) {
            return Err(Stop::Foreign("soft bindings whose numbers have a gap".to_owned()));
        }
        if label.is_watermarked() && label.soft_bindings().is_empty() {
            // C2PA 2.4, 18.15: the action asks for the assertion.
            let place = at(manifest, claim::ACTIONS);
            return Err(fault(Code::AssertionActionMalformed, place, "a watermark without a soft binding"));
        }
        let binding = find(claim::DATA_HASH)?.ok_or_else(|| {
            fault(
                Code::ClaimHardBindingsMissing,
                address(manifest.id, "c2pa.claim.v2"),
                "there is no hard binding",
            )
        })?;
        let binding = claim::read_data_hash(binding.cbor, limits).map_err(|e| read(e, claim::DATA_HASH))?;
        Ok(Parts { label, format, binding })
    }

    fn chain(&self, sign1: &Sign1, place: &str) -> Result<Arc<ReadChain>, Stop> {
        let chain = self.context.anchors.chain(&sign1.chain);
        chain.map_err(|e| fault(Code::SigningCredentialInvalid, place, e.to_string()))
    }

    /// Another maker's framing and a changed byte cannot be told apart: nothing signs these bytes.
    fn framing(
        &self,
        manifest: &Manifest<'_>,
        claim: &Claim,
        sign1: &Sign1,
    ) -> Result<FramedAsWritten, Stop> {
        let foreign = |words: &str| Err(Stop::Foreign(words.to_owned()));
        if let Some(deviation) = self.found.deviation {
            return foreign(deviation);
        }
        let in_store = manifest.assertions.iter().map(|a| Some(a.label));
        if !in_store.eq(claim.created.iter().map(|uri| uri.assertion(manifest.id))) {
            return foreign("the assertions stand in another order than the claim lists them in");
        }
        if !sign1.as_written {
            return foreign("padding that is written in another way");
        }
        // Other writers' wrappers have whatever padding they have; of ours there is one, see below.
        let plain = sign1.padding.is_plain() || self.scan.format.carrier() == Carrier::Wrapper;
        if plain { Ok(FramedAsWritten(())) } else { foreign("padding that is divided in another way") }
    }

    /// That a text of the kind `format`, which its label states, carries it as we would put it there: to the byte,
    /// since nothing signs a comment, a selector after the mark, or how padding is divided.
    fn as_text(
        &self,
        manifest: &Manifest<'_>,
        sign1: &Sign1,
        bound: &Bound,
        format: Format,
    ) -> Result<(), Stop> {
        let foreign = |words: &str| Err(Stop::Foreign(words.to_owned()));
        if !bound.as_stored {
            return foreign(
                "the words are in another form than they were signed in, or stand after the mark",
            );
        }
        if !self.scan.is_as_written(self.found, format) {
            return foreign("the text around the label is not as aimark writes it");
        }
        let padded = self.found.inner.as_ref().is_some_and(|inner| *inner != self.found.range);
        let expected = match format.carrier() {
            Carrier::Wrapper if !padded => {
                let cose = sign1.unpadded(&fitting::BLANK);
                let store = manifest::store_with_signature(manifest, &cose).unwrap_or_default();
                Gauge::new(&store, cose.len()).padding(self.found.range.len(), &sign1.signature)
            }
            _ => Some(Padding::default()),
        };
        if expected == Some(sign1.padding) {
            Ok(())
        } else {
            foreign("padding that is divided in another way")
        }
    }

    fn hashed_uris(&mut self, manifest: &Manifest<'_>, claim: &Claim) -> Option<AssertionsMatch> {
        let mut listed = BTreeSet::new();
        let mut all = true;
        for uri in &claim.created {
            let label = uri.assertion(manifest.id);
            let assertion = label.and_then(|l| manifest.assertions.iter().find(|a| a.label == l));
            let code = match assertion {
                None => Code::AssertionMissing,
                Some(a) if !listed.insert(a.label) => Code::ClaimMalformed,
                Some(a) if binding::hash([a.payload]) == *uri.hash => Code::AssertionHashedUriMatch,
                Some(_) => Code::AssertionHashedUriMismatch,
            };
            all &= code == Code::AssertionHashedUriMatch;
            let words = match code {
                Code::AssertionHashedUriMatch => "the assertion is the one that was signed",
                Code::AssertionMissing => "the claim lists an assertion that is not there",
                Code::ClaimMalformed => "the claim lists the assertion twice",
                _ => "the assertion is not the one that was signed",
            };
            let place = assertion.map_or_else(|| uri.url.clone(), |a| at(manifest, a.label));
            self.details.add(code, place, words);
        }
        for assertion in manifest.assertions.iter().filter(|a| !listed.contains(a.label)) {
            all = false;
            let words = "the claim does not list the assertion";
            self.details.add(Code::AssertionUndeclared, at(manifest, assertion.label), words);
        }
        all.then_some(AssertionsMatch(()))
    }

    fn signature(
        &mut self,
        manifest: &Manifest<'_>,
        sign1: &Sign1,
        signer: &Certificate,
        place: &str,
    ) -> Option<SignatureHolds> {
        let message = sign1.to_be_signed(manifest.claim);
        let holds = match sign1.algorithm {
            Algorithm::Ed25519 => {
                signer.ed25519_key().and_then(|k| key::verify(k, &message, &sign1.signature))
            }
        };
        match holds {
            Some(_) => self.details.add(Code::ClaimSignatureValidated, place, "the claim signature holds"),
            None => {
                self.details.add(Code::ClaimSignatureMismatch, place, "the claim signature does not hold")
            }
        }
        holds
    }

    fn binding(&mut self, signed: &claim::DataHash, manifest: &Manifest<'_>) -> Option<Bound> {
        let place = at(manifest, claim::DATA_HASH);
        let extents = [Some(&self.found.range), self.found.inner.as_ref()];
        let Some(left_out) = extents.into_iter().flatten().find(|range| signed.excludes_exactly(range))
        else {
            let words = if self.scan.format.is_text() {
                "the label is someone's, but these words are not those that were signed: it has moved"
            } else {
                "the hard binding leaves out other bytes than the label"
            };
            self.details.add(Code::AssertionDataHashMalformed, place, words);
            return None;
        };
        if self.found.inner.as_ref().is_some_and(|inner| *inner != self.found.range) {
            let signed = if *left_out == self.found.range { "left out of" } else { "part of" };
            let words = format!("padding follows the wrapper; it is {signed} what was signed");
            self.details.add(Code::WrapperPadding, place.as_str(), words);
        }
        let bound = match self.scan.text().filter(|_| self.scan.format.carrier() == Carrier::Wrapper) {
            Some(text) => binding::check_text(text, left_out.clone(), &signed.hash, self.known.as_ref()),
            None => binding::check(self.asset, left_out.clone(), &signed.hash, self.known.as_ref()),
        };
        match bound {
            Some(_) => {
                self.details.add(Code::AssertionDataHashMatch, place, "the content is as it was signed")
            }
            None => self.details.add(Code::AssertionDataHashMismatch, place, self.changed()),
        }
        bound
    }

    fn changed(&self) -> &'static str {
        if self.scan.format.is_text() {
            "the label is someone's, but these words are not those that were signed"
        } else {
            "the content was changed after signing"
        }
    }

    fn profile(&mut self, signer: &Certificate, place: &str) -> Option<trust::SoundCredential> {
        let sound = trust::check_profile(signer);
        if let Err(problem) = &sound {
            self.details.add(Code::SigningCredentialInvalid, place, problem.to_string());
        }
        sound.ok()
    }

    fn validity(&mut self, signer: &Certificate, place: &str) -> Option<InsideValidity> {
        let at = self.context.at;
        if signer.valid_at(at) {
            let words = format!("the signing certificate is valid at {at}");
            self.details.add(Code::ClaimSignatureInsideValidity, place, words);
            return Some(InsideValidity(()));
        }
        let SignerInfo { not_before, not_after, .. } = signer.describe();
        let words = format!("the signing certificate is valid from {not_before} to {not_after}, not at {at}");
        self.details.add(Code::ClaimSignatureOutsideValidity, place, words);
        None
    }

    fn accepted(&mut self, chain: &Arc<ReadChain>, place: &str) -> Option<trust::Accepted> {
        match self.context.anchors.accept(chain, self.context.at) {
            Ok(accepted) => {
                let words = format!("the signer is accepted by {}", accepted.anchor().common_name);
                self.details.add(Code::SigningCredentialTrusted, place, words);
                Some(accepted)
            }
            Err(reason) => {
                self.details.add(Code::SigningCredentialUntrusted, place, reason.to_string());
                self.details.not_accepted = Some(reason);
                None
            }
        }
    }
}

/// The only way to a [`Proof`]: each argument but the last three is itself the proof of one check.
#[allow(clippy::too_many_arguments, reason = "one for each check that must have passed")]
fn passed(
    _: FramedAsWritten,
    _: AssertionsMatch,
    _: SignatureHolds,
    _: Bound,
    _: trust::SoundCredential,
    _: InsideValidity,
    label: Label,
    signer: SignerInfo,
    accepted: Option<trust::Accepted>,
) -> Outcome {
    let anchor = accepted.map(trust::Accepted::into_anchor);
    Outcome::Passed(Box::new(Proof { label, signer, anchor }))
}

struct Parts {
    label: Label,
    /// The kind of text that was signed, if the label states it: ours do.
    format: Option<Format>,
    binding: claim::DataHash,
}

fn address(manifest: &str, part: &str) -> String {
    format!("self#jumbf=/c2pa/{manifest}/{part}")
}

fn at(manifest: &Manifest<'_>, assertion: &str) -> String {
    address(manifest.id, &format!("c2pa.assertions/{assertion}"))
}

fn of_manifest(error: ManifestError) -> Stop {
    let code = match error {
        ManifestError::Foreign(reason) => return Stop::Foreign(reason.to_owned()),
        ManifestError::NoClaim => Code::ClaimMissing,
        ManifestError::ManyClaims => Code::ClaimMultiple,
        ManifestError::NoSignature => Code::ClaimSignatureMissing,
        ManifestError::Malformed(_) => Code::StoreMalformed,
    };
    fault(code, "self#jumbf=/c2pa", error.to_string())
}

fn of_claim(error: ReadError, place: &str) -> Stop {
    match error {
        ReadError::Foreign(reason) => Stop::Foreign(reason),
        ReadError::Limit(limit) => Stop::Limit(limit),
        ReadError::Cbor(e) => fault(Code::ClaimCborInvalid, place, e.to_string()),
        ReadError::Malformed(words) => fault(Code::ClaimMalformed, place, words),
    }
}

fn of_assertion(error: ReadError, place: String, label: &str) -> Stop {
    let malformed = match label {
        claim::ACTIONS => Code::AssertionActionMalformed,
        claim::DATA_HASH => Code::AssertionDataHashMalformed,
        claim::STATEMENT => Code::StatementMalformed,
        _ => Code::GeneralError,
    };
    match error {
        ReadError::Foreign(reason) => Stop::Foreign(reason),
        ReadError::Limit(limit) => Stop::Limit(limit),
        ReadError::Cbor(e) => fault(Code::AssertionCborInvalid, place, e.to_string()),
        ReadError::Malformed(words) => fault(malformed, place, words),
    }
}

fn of_cose(error: CoseError, place: &str) -> Stop {
    match error {
        CoseError::Foreign(reason) => Stop::Foreign(reason.to_owned()),
        CoseError::Limit(limit) => Stop::Limit(limit),
        CoseError::Cbor(_) | CoseError::Malformed(_) => {
            fault(Code::ClaimSignatureMismatch, place, error.to_string())
        }
    }
}

/// Reads what can be read of a credential of another shape, and checks nothing.
fn foreign(tree: &SuperBox<'_>, reason: String, limits: &Limits, details: &mut Details) -> Foreign {
    let survey = manifest::survey(tree);
    details.add(Code::ForeignShape, "self#jumbf=/c2pa", reason.as_str());
    details.manifest = Some(trust::showable(survey.id));
    details.generator = claim::generator_of_any(survey.claim, limits).map(|g| trust::showable(&g));
    details.signer = first_signer(survey.signature, limits);
    let assertions = survey.assertions.iter().take(limits.assertions);
    let sources = assertions.clone().flat_map(|a| claim::digital_source_types(a.cbor, limits));
    Foreign {
        manifests: survey.manifests,
        digital_source_types: sources.map(|s| trust::showable(&s)).collect(),
        assertions: assertions.map(|a| trust::showable(a.label)).collect(),
        reason,
    }
}

fn first_signer(signature: &[u8], limits: &Limits) -> Option<SignerInfo> {
    let leaf = cose::certificates(signature, limits)?.into_iter().next()?;
    Certificate::from_der(leaf, 1).ok().map(|certificate| certificate.describe())
}

/// Who signed the manifest store `store`, in words, for a message.
pub(crate) fn signer_of(store: &[u8], limits: &Limits) -> String {
    let tree = jumbf::parse(store, limits).ok();
    let signer = tree.and_then(|tree| first_signer(manifest::survey(&tree).signature, limits));
    signer.map_or_else(|| "someone whose certificate cannot be read".to_owned(), |signer| signer.common_name)
}
