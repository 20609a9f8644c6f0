//! From the c2pa crate's reader to a judgement.

use std::io::Cursor;

use aimark::{Integrity, Severity, Trust, Verdict};
use c2pa::{Manifest, Reader};
use serde_json::Value;

use crate::Options;
use crate::ai::{self, AiStatement, Extent};
use crate::boxes;
use crate::certificate::signer;
use crate::credential::{Credential, Lists};
use crate::judgement::{Finding, Identity, Ingredient, IngredientState, Judgement};
use crate::verdict::{self, Outcome};

/// The judgement about an asset whose credential the c2pa crate could read and check.
pub(crate) fn judged(reader: &Reader, lists: &Lists, now: i64, options: &Options) -> Judgement {
    let outcome = verdict::outcome(reader);
    let credentials = Credentials::new(reader, lists, now, options);
    let credential = reader.active_label().map(|label| credentials.of(label)).unwrap_or_default();
    let mut judgement = described(reader, &credential, &credentials, options);
    judgement.integrity = outcome.integrity;
    judgement.findings = verdict::findings(reader, options);
    judgement.findings.extend(trust_findings(outcome, &credential));
    let is_valid = outcome.is_valid && credential.in_force;
    (judgement.verdict, judgement.trust) = match (is_valid, &credential.accepted_by) {
        (false, _) => (Verdict::Invalid, Trust::NotExamined),
        (true, None) => (Verdict::Valid, Trust::Unknown),
        (true, Some(_)) => (Verdict::Trusted, Trust::Accepted),
    };
    if is_valid {
        judgement.accepted_by = credential.accepted_by;
    }
    judgement
}

/// The judgement about an asset whose credential the c2pa crate refused. `reader` read it without checking.
pub(crate) fn refused(
    reader: Option<&Reader>,
    error: &c2pa::Error,
    lists: &Lists,
    now: i64,
    options: &Options,
) -> Judgement {
    let mut judgement = match reader {
        Some(reader) => {
            let credentials = Credentials::new(reader, lists, now, options);
            let credential = reader.active_label().map(|label| credentials.of(label)).unwrap_or_default();
            described(reader, &credential, &credentials, options)
        }
        None => empty(),
    };
    let code = code_of(error);
    judgement.findings = vec![Finding::new(code, Severity::Failure, "", &options.safe(&error.to_string()))];
    judgement
}

/// The judgement about an asset that has no credential in it and names one elsewhere.
pub(crate) fn remote(url: &str, why: &str, options: &Options) -> Judgement {
    let words = options.safe(&format!("the credential is kept elsewhere: {why}"));
    Judgement {
        verdict: Verdict::Foreign,
        integrity: Integrity::NotExamined,
        remote: Some(options.safe(url)),
        findings: vec![Finding::new("manifest.inaccessible", Severity::Failure, "", &words)],
        ..empty()
    }
}

fn empty() -> Judgement {
    Judgement {
        verdict: Verdict::Invalid,
        integrity: Integrity::Broken,
        trust: Trust::NotExamined,
        ai: AiStatement { extent: Extent::NoStatement, statements: Vec::new(), more: false },
        signer: None,
        accepted_by: None,
        signed_at: None,
        generator: None,
        manifest: None,
        manifests: 0,
        title: None,
        identities: Vec::new(),
        ingredients: Vec::new(),
        remote: None,
        findings: Vec::new(),
    }
}

/// Everything but verdict and findings.
fn described(
    reader: &Reader,
    credential: &Credential,
    credentials: &Credentials<'_>,
    options: &Options,
) -> Judgement {
    let manifest = reader.active_manifest();
    let algorithm = manifest.and_then(Manifest::signature_info).and_then(|info| info.alg);
    Judgement {
        ai: ai::read(reader, options),
        signer: credential.chain.first().and_then(|leaf| {
            signer(leaf, algorithm.map(|algorithm| algorithm.to_string().to_ascii_lowercase()), options)
        }),
        signed_at: credential.signed_at.clone(),
        generator: manifest.and_then(generator).map(|name| options.safe(&name)),
        manifest: options.safe_some(reader.active_label()),
        manifests: reader.manifests().len(),
        title: options.safe_some(manifest.and_then(Manifest::title)),
        identities: manifest.map(|manifest| identities(reader, manifest, options)).unwrap_or_default(),
        ingredients: manifest
            .map(|manifest| ingredients(reader, manifest, credentials, options))
            .unwrap_or_default(),
        remote: options.safe_some(reader.remote_url()),
        ..empty()
    }
}

/// The manifest store once more as bytes, and who signed what in it.
struct Credentials<'a> {
    store: Vec<u8>,
    reader: &'a Reader,
    lists: &'a Lists,
    now: i64,
    options: &'a Options,
}

impl<'a> Credentials<'a> {
    fn new(reader: &'a Reader, lists: &'a Lists, now: i64, options: &'a Options) -> Self {
        let mut store = Cursor::new(Vec::new());
        let label = reader.active_label().unwrap_or_default();
        // Without the store nothing is accepted.
        let written = reader.resource_to_stream(label, &mut store);
        let store = if written.is_ok() { store.into_inner() } else { Vec::new() };
        Self { store, reader, lists, now, options }
    }

    fn of(&self, label: &str) -> Credential {
        let Some(signed) = boxes::signed(&self.store, label) else { return Credential::default() };
        self.lists.examine(signed, &self.later_stamps(label), self.now, self.options)
    }

    /// Time stamps of a manifest that other manifests carry (C2PA 2.2, 18.17), in the order of their labels.
    fn later_stamps(&self, label: &str) -> Vec<Vec<u8>> {
        let mut all: Vec<(&String, &Manifest)> = self.reader.manifests().iter().collect();
        all.sort_by_key(|(name, _)| *name);
        all.into_iter()
            .flat_map(|(_, manifest)| manifest.assertions())
            .filter(|assertion| assertion.label().starts_with("c2pa.time-stamp"))
            .filter_map(|assertion| bytes(assertion.value().ok()?.get(label)?))
            .take(self.options.max_manifests)
            .collect()
    }
}

/// Bytes as the c2pa crate writes them in JSON: a list of numbers.
fn bytes(value: &Value) -> Option<Vec<u8>> {
    value.as_array()?.iter().map(|byte| u8::try_from(byte.as_u64()?).ok()).collect()
}

fn trust_findings(outcome: Outcome, credential: &Credential) -> Vec<Finding> {
    let mut all = Vec::new();
    if !outcome.is_signed {
        return all;
    }
    let mut add = |code, severity, words: &str| all.push(Finding::new(code, severity, "", words));
    match credential.signed_at.as_ref().map(|at| &at.accepted_by) {
        Some(Some(list)) => add("timeStamp.trusted", Severity::Success, &format!("accepted by {list}")),
        Some(None) => {
            add("timeStamp.untrusted", Severity::Informational, "no list for time stamping accepts it")
        }
        None => {}
    }
    if !credential.in_force {
        let words = "the signer's certificate is not in force, and no accepted time stamp says that it was";
        add("claimSignature.outsideValidity", Severity::Failure, words);
    }
    match &credential.accepted_by {
        Some(list) => add("signingCredential.trusted", Severity::Success, &format!("accepted by {list}")),
        None => add("signingCredential.untrusted", Severity::Failure, "no list for signers accepts it"),
    }
    all
}

/// The name and version of the software that made the claim.
fn generator(manifest: &Manifest) -> Option<String> {
    let info = manifest.claim_generator_info.as_ref().and_then(|all| all.first());
    match info {
        Some(info) => Some(match &info.version {
            Some(version) => format!("{} {version}", info.name),
            None => info.name.clone(),
        }),
        None => manifest.claim_generator().map(str::to_owned),
    }
}

fn ingredients(
    reader: &Reader,
    manifest: &Manifest,
    credentials: &Credentials<'_>,
    options: &Options,
) -> Vec<Ingredient> {
    let all = manifest.ingredients().iter().take(options.max_shown);
    all.map(|ingredient| {
        let label = ingredient.active_manifest();
        Ingredient {
            title: options.safe_some(ingredient.title()),
            relationship: relationship(ingredient.relationship()).to_owned(),
            format: options.safe_some(ingredient.format()),
            manifest: options.safe_some(label),
            state: state(reader, ingredient),
            accepted_by: label.and_then(|label| credentials.of(label).accepted_by),
        }
    })
    .collect()
}

fn relationship(relationship: &c2pa::Relationship) -> &'static str {
    match relationship {
        c2pa::Relationship::ParentOf => "parentOf",
        c2pa::Relationship::ComponentOf => "componentOf",
        c2pa::Relationship::InputTo => "inputTo",
    }
}

fn state(reader: &Reader, ingredient: &c2pa::Ingredient) -> IngredientState {
    let recorded = |code: &str| code != "signingCredential.untrusted";
    let failures = ingredient
        .validation_results()
        .and_then(|results| results.active_manifest())
        .map(|codes| codes.failure());
    let has_failures = match failures {
        Some(failures) => failures.iter().any(|status| recorded(status.code())),
        None => ingredient
            .validation_status()
            .unwrap_or_default()
            .iter()
            .any(|s| !s.passed() && recorded(s.code())),
    };
    let is_missing = ingredient.active_manifest().is_some_and(|label| reader.get_manifest(label).is_none());
    if is_missing || ingredient.label().is_some_and(|label| verdict::is_broken(reader, label)) {
        IngredientState::Broken
    } else if has_failures {
        IngredientState::RecordedFailures
    } else if ingredient.active_manifest().is_none() {
        IngredientState::NoManifest
    } else {
        IngredientState::Sound
    }
}

/// The CAWG identities of the active manifest. Several may share an address: then each holds only if all do.
fn identities(reader: &Reader, manifest: &Manifest, options: &Options) -> Vec<Identity> {
    let is_identity = |label: &str| label == "cawg.identity" || label.starts_with("cawg.identity__");
    let all: Vec<_> =
        manifest.assertions().iter().filter(|assertion| is_identity(assertion.label())).collect();
    let codes = reader.validation_results().and_then(|results| results.active_manifest());
    let about = |label: &str, of: &[c2pa::validation_status::ValidationStatus], codes: &[&str]| {
        let is_here = |url: &str| verdict::is_identity_url(url) && url.rsplit('/').next() == Some(label);
        of.iter()
            .filter(|s| s.url().is_some_and(is_here) && (codes.is_empty() || codes.contains(&s.code())))
            .count()
    };
    let shown = all.iter().take(options.max_shown);
    shown
        .filter_map(|assertion| {
            let label = assertion.label();
            let value = assertion.value().ok()?;
            let same = all.iter().filter(|other| other.label() == label).count();
            let (holds, accepted) = codes.map_or((false, false), |codes| {
                let untrusted = about(label, codes.failure(), &["signingCredential.untrusted"]);
                let failed = about(label, codes.failure(), &[]).saturating_sub(untrusted);
                let sound = ["cawg.identity.well-formed", "cawg.ica.credential_valid"];
                let holds = failed == 0 && about(label, codes.success(), &sound) >= same;
                let trusted = about(label, codes.success(), &["signingCredential.trusted"]);
                (holds, holds && untrusted == 0 && trusted >= same)
            });
            let kind =
                value.pointer("/signer_payload/sig_type").and_then(Value::as_str).unwrap_or("cawg.identity");
            Some(Identity { who: who(value, options), kind: options.safe(kind), holds, accepted })
        })
        .collect()
}

/// The names in an identity: of a certificate, or those that an aggregator verified.
fn who(value: &Value, options: &Options) -> Vec<String> {
    let of_certificate = ["/signature_info/common_name", "/signature_info/issuer"];
    let names = of_certificate.iter().filter_map(|at| value.pointer(at));
    let verified = value.get("verifiedIdentities").and_then(Value::as_array).into_iter().flatten();
    let verified = verified.flat_map(|one| ["name", "username"].iter().filter_map(|key| one.get(key)));
    names
        .chain(verified)
        .filter_map(Value::as_str)
        .take(options.max_shown)
        .map(|name| options.safe(name))
        .collect()
}

/// The code for an error that ended the check. Only a revoked certificate ends it as one that is not trusted.
fn code_of(error: &c2pa::Error) -> &'static str {
    match error {
        c2pa::Error::CertificateTrustError(_) => "signingCredential.ocsp.revoked",
        c2pa::Error::TooManyManifestStores => "org.aimark.multipleLabels",
        c2pa::Error::ClaimMissing { .. } | c2pa::Error::ProvenanceMissing => "claim.missing",
        c2pa::Error::AssertionMissing { .. } => "assertion.missing",
        c2pa::Error::HashMismatch(_) => "assertion.dataHash.mismatch",
        c2pa::Error::ClaimMissingHardBinding => "claim.hardBindings.missing",
        _ => "general.error",
    }
}
