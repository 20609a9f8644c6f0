//! Claim, assertions and signature as one tree of boxes, and which manifest of a store is active.

use crate::jumbf::{self, SuperBox};

/// The last twelve bytes that all JUMBF type identifiers of C2PA and ISO 19566-5 share.
const fn uuid(kind: [u8; 4]) -> [u8; 16] {
    let [a, b, c, d] = kind;
    [a, b, c, d, 0x00, 0x11, 0x00, 0x10, 0x80, 0x00, 0x00, 0xaa, 0x00, 0x38, 0x9b, 0x71]
}

const STORE: [u8; 16] = uuid(*b"c2pa");
const MANIFEST: [u8; 16] = uuid(*b"c2ma");
const ASSERTIONS: [u8; 16] = uuid(*b"c2as");
const CLAIM: [u8; 16] = uuid(*b"c2cl");
const SIGNATURE: [u8; 16] = uuid(*b"c2cs");
const CBOR: [u8; 16] = uuid(*b"cbor");

const STORE_LABEL: &str = "c2pa";
const ASSERTIONS_LABEL: &str = "c2pa.assertions";
const CLAIM_LABEL: &str = "c2pa.claim.v2";
const SIGNATURE_LABEL: &str = "c2pa.signature";

/// An assertion as its box. `None` when it is too large for one.
pub(crate) fn assertion_box(label: &str, cbor: &[u8]) -> Option<Vec<u8>> {
    jumbf::superbox(&CBOR, label, &[&jumbf::content(*b"cbor", cbor)?])
}

/// A manifest store with one manifest. `None` when it is too large for a box.
pub(crate) fn store(id: &str, assertions: &[Vec<u8>], claim: &[u8], signature: &[u8]) -> Option<Vec<u8>> {
    let assertions: Vec<&[u8]> = assertions.iter().map(Vec::as_slice).collect();
    let assertions = jumbf::superbox(&ASSERTIONS, ASSERTIONS_LABEL, &assertions)?;
    let claim = jumbf::superbox(&CLAIM, CLAIM_LABEL, &[&jumbf::content(*b"cbor", claim)?])?;
    let signature = jumbf::superbox(&SIGNATURE, SIGNATURE_LABEL, &[&jumbf::content(*b"cbor", signature)?])?;
    let manifest = jumbf::superbox(&MANIFEST, id, &[&assertions, &claim, &signature])?;
    jumbf::superbox(&STORE, STORE_LABEL, &[&manifest])
}

/// The store of `manifest` with another signature. `None` when it is too large for a box.
pub(crate) fn store_with_signature(manifest: &Manifest<'_>, signature: &[u8]) -> Option<Vec<u8>> {
    let whole = |a: &Assertion<'_>| jumbf::content(*b"jumb", a.payload);
    let assertions: Option<Vec<_>> = manifest.assertions.iter().map(whole).collect();
    store(manifest.id, &assertions?, manifest.claim, signature)
}

/// The sizes of the boxes that stand around the signature in a store, and grow with it.
pub(crate) fn sizes_around_signature(store: usize, cose: usize) -> [usize; 4] {
    // Box header, description header, type, toggles, and the label with its end.
    let around = |label: &str| label.len().saturating_add(8 + 8 + 16 + 1 + 1);
    let content = cose.saturating_add(8);
    let superbox = content.saturating_add(around(SIGNATURE_LABEL));
    [store, store.saturating_sub(around(STORE_LABEL)), superbox, content]
}

/// The one manifest of a store, taken apart.
#[derive(Debug)]
pub(crate) struct Manifest<'t> {
    pub(crate) id: &'t str,
    pub(crate) assertions: Vec<Assertion<'t>>,
    pub(crate) claim: &'t [u8],
    pub(crate) signature: &'t [u8],
}

/// One assertion of a manifest.
#[derive(Debug)]
pub(crate) struct Assertion<'t> {
    pub(crate) label: &'t str,
    /// What a hashed URI covers.
    pub(crate) payload: &'t [u8],
    pub(crate) cbor: &'t [u8],
}

/// Why a store does not hold one manifest of the known shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ManifestError {
    #[error("there is no claim")]
    NoClaim,
    #[error("there is more than one claim")]
    ManyClaims,
    #[error("there is no claim signature")]
    NoSignature,
    #[error("{0}")]
    Malformed(&'static str),
    /// Sound, but of another shape.
    #[error("{0}")]
    Foreign(&'static str),
}

/// Takes the only manifest of a store apart.
pub(crate) fn only<'t>(tree: &'t SuperBox<'t>) -> Result<Manifest<'t>, ManifestError> {
    if tree.uuid != STORE || tree.label != STORE_LABEL || tree.salted {
        return Err(ManifestError::Malformed("the outer box is not a manifest store"));
    }
    if !tree.holds_only_superboxes() {
        return Err(ManifestError::Malformed("the manifest store holds something else than manifests"));
    }
    let mut manifests = tree.superboxes();
    let manifest = manifests.next().ok_or(ManifestError::NoClaim)?;
    if manifests.next().is_some() {
        return Err(ManifestError::Foreign("the store has several manifests (a history)"));
    }
    if manifest.uuid != MANIFEST {
        return Err(ManifestError::Foreign("an update or compressed manifest"));
    }
    if manifest.salted || !manifest.holds_only_superboxes() {
        return Err(ManifestError::Malformed("the manifest holds something else than its parts"));
    }
    if !is_manifest_id(manifest.label) {
        return Err(ManifestError::Foreign("a manifest without an identifier of version 2"));
    }
    parts(manifest)
}

/// `urn:c2pa:` and a version 4 UUID in lower case, so that no other spelling names the same manifest.
fn is_manifest_id(label: &str) -> bool {
    label.strip_prefix("urn:c2pa:").is_some_and(crate::uuid::is_canonical)
}

fn parts<'t>(manifest: &'t SuperBox<'t>) -> Result<Manifest<'t>, ManifestError> {
    let named = |label: &'static str| manifest.superboxes().filter(move |b| b.label == label);
    let plain = |part: &'t SuperBox<'t>, uuid| {
        let content = part.only_content(*b"cbor").filter(|_| part.uuid == uuid && !part.salted);
        content.ok_or(ManifestError::Malformed("a part of the manifest is not of its type"))
    };
    if named("c2pa.claim").next().is_some() {
        return Err(ManifestError::Foreign("a claim of version 1"));
    }
    let claim = named(CLAIM_LABEL).next().ok_or(ManifestError::NoClaim)?;
    if named(CLAIM_LABEL).nth(1).is_some() {
        return Err(ManifestError::ManyClaims);
    }
    let signature = named(SIGNATURE_LABEL).next().ok_or(ManifestError::NoSignature)?;
    let store =
        named(ASSERTIONS_LABEL).next().ok_or(ManifestError::Malformed("there is no assertion store"))?;
    // Nothing signs the order of the parts, so there is one.
    let order: Vec<&str> = manifest.superboxes().map(|b| b.label).collect();
    if order != [ASSERTIONS_LABEL, CLAIM_LABEL, SIGNATURE_LABEL] {
        return Err(ManifestError::Foreign("a manifest with further parts, or in another order"));
    }
    if store.uuid != ASSERTIONS || store.salted || !store.holds_only_superboxes() {
        return Err(ManifestError::Malformed("the assertion store is not of its type"));
    }
    let assertions = store.superboxes().map(assertion).collect::<Result<_, _>>()?;
    let (claim, signature) = (plain(claim, CLAIM)?, plain(signature, SIGNATURE)?);
    Ok(Manifest { id: manifest.label, assertions, claim, signature })
}

fn assertion<'t>(part: &'t SuperBox<'t>) -> Result<Assertion<'t>, ManifestError> {
    if part.uuid != CBOR {
        return Err(ManifestError::Foreign("an assertion that is not CBOR"));
    }
    let cbor = part.only_content(*b"cbor");
    let cbor = cbor.ok_or(ManifestError::Malformed("an assertion is not one CBOR box"))?;
    Ok(Assertion { label: part.label, payload: part.payload, cbor })
}

/// What can be told about a store of any shape.
#[derive(Debug, Default)]
pub(crate) struct Survey<'t> {
    pub(crate) manifests: usize,
    /// Identifier of the active manifest: the last one.
    pub(crate) id: &'t str,
    pub(crate) assertions: Vec<Assertion<'t>>,
    pub(crate) claim: &'t [u8],
    pub(crate) signature: &'t [u8],
}

/// Reads the active manifest of a store of any shape, as far as it goes. Nothing is checked.
pub(crate) fn survey<'t>(tree: &'t SuperBox<'t>) -> Survey<'t> {
    let Some(active) = tree.superboxes().last() else { return Survey::default() };
    let part = |wanted: &str| active.superboxes().find(|b| b.label.starts_with(wanted));
    let content = |wanted| part(wanted).and_then(|b| b.only_content(*b"cbor")).unwrap_or_default();
    let assertions = part(ASSERTIONS_LABEL).into_iter().flat_map(SuperBox::superboxes).map(|b| Assertion {
        label: b.label,
        payload: b.payload,
        cbor: b.only_content(*b"cbor").unwrap_or_default(),
    });
    Survey {
        manifests: tree.superboxes().count(),
        id: active.label,
        assertions: assertions.collect(),
        claim: content("c2pa.claim"),
        signature: content(SIGNATURE_LABEL),
    }
}
