//! Signing: plan, hash, claim, signature, pieces.

mod stream;

use crate::binding::{self, Hash};
use crate::carrier::{self, Format, Place, Plan};
use crate::claim::{self, DataHash, Ids};
use crate::cose::{self, Padding};
use crate::error::{Error, InputError, SignerError};
use crate::fitting::{self, Gauge};
use crate::input::{LimitExceeded, Limits, wide};
use crate::key::{self, Algorithm, KeyError, PrivateKey};
use crate::label::Label;
use crate::manifest;
use crate::time::Timestamp;
use crate::trust::{Certificate, SignerInfo, check_for_signing};

pub use stream::{PendingMark, TextMark, TextSigner};

/// The certificates that go into a label: the signer's first, then those above it, without the root.
///
/// Immutable; share it between threads.
#[derive(Debug, Clone)]
pub struct Chain {
    leaf: Certificate,
    ders: Vec<Vec<u8>>,
}

impl Chain {
    /// Reads a chain from PEM, signing certificate first. Text around the certificates is passed over. Of more than
    /// 32 MiB nothing is read.
    ///
    /// # Errors
    ///
    /// [`Error::Signer`] when a certificate cannot be read, or when the first does not meet the profile for
    /// claim signing (C2PA 2.2, 14.5.1) or does not hold an Ed25519 key.
    pub fn from_pem(pem: &[u8]) -> Result<Self, Error> {
        let most = Limits::default().chain_certificates;
        let all = Certificate::all_from_pem(pem, most).map_err(SignerError::from)?;
        let ders: Vec<_> = all.iter().map(|c| c.der().to_vec()).collect();
        let leaf = all.into_iter().next().ok_or(Error::Internal("a chain without certificates"))?;
        check_for_signing(&leaf).map_err(SignerError::from)?;
        leaf.ed25519_key().ok_or(SignerError::KeyType)?;
        Ok(Self { leaf, ders })
    }

    /// The signing certificate, described.
    pub fn signer(&self) -> SignerInfo {
        self.leaf.describe()
    }

    fn check_validity(&self, at: Timestamp) -> Result<(), SignerError> {
        if self.leaf.valid_at(at) {
            return Ok(());
        }
        let SignerInfo { not_before, not_after, .. } = self.leaf.describe();
        Err(SignerError::OutsideValidity { not_before, not_after, at })
    }

    fn public_key(&self) -> &[u8] {
        self.leaf.ed25519_key().unwrap_or_default()
    }
}

/// A private key with its certificates. The key is wiped when the signer is dropped, and never printed.
///
/// Immutable; share it between threads.
pub struct Signer {
    key: PrivateKey,
    chain: Chain,
}

impl Signer {
    /// Reads a chain (see [`Chain::from_pem`]) and an unencrypted Ed25519 key, PKCS#8 in PEM (RFC 8410) of at
    /// most 64 KiB.
    ///
    /// The caller's copy of the key stays the caller's to wipe.
    ///
    /// # Errors
    ///
    /// [`Error::Signer`] when the chain or the key cannot be used, or they do not belong together.
    pub fn from_pem(chain: &[u8], key: &[u8]) -> Result<Self, Error> {
        let chain = Chain::from_pem(chain)?;
        let key = PrivateKey::from_pem(key).map_err(SignerError::from)?;
        if key.public() != chain.public_key() {
            return Err(SignerError::from(KeyError::Mismatch).into());
        }
        Ok(Self { key, chain })
    }

    /// The certificates.
    pub fn chain(&self) -> &Chain {
        &self.chain
    }

    fn complete<'a>(&self, pending: Pending<'a>) -> Result<Signed<'a>, Error> {
        let signature = self.key.sign(pending.to_be_signed());
        pending.assemble(&signature)
    }
}

impl core::fmt::Debug for Signer {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Signer").field("signer", &self.chain.signer().subject).finish_non_exhaustive()
    }
}

/// What signing needs from outside: time, randomness, limits.
///
/// The same context, asset, label and signer give the same bytes. So a context is for one signature: make one
/// with new randomness for each.
#[derive(Debug)]
#[non_exhaustive]
pub struct SignContext {
    /// The time of signing: stated as the time of making unless the label states another, and the moment at
    /// which the signing certificate must be valid.
    pub now: Timestamp,
    /// 32 bytes of randomness, from which the identifiers of the manifest are made.
    pub random: [u8; 32],
    /// What kind of asset the caller says it is: for text, whose kind the content does not tell. An image is known
    /// by its content, whatever stands here. Unset, HTML and XML are known by how they begin, and other text in
    /// UTF-8 is plain.
    pub format: Option<Format>,
    /// For text wrappers: pad to a length that depends on the manifest's size alone, as version 2.5 of the
    /// specification lets writers do. Readers of 2.4 refuse most padded wrappers; leave it off unless asked for.
    pub padded: bool,
    /// What the examination of the asset may cost.
    pub limits: Limits,
}

impl SignContext {
    /// A context with the default limits, for an asset whose content tells what it is.
    pub fn new(now: Timestamp, random: [u8; 32]) -> Self {
        Self { now, random, format: None, padded: false, limits: Limits::default() }
    }
}

/// Labels `asset` with a key at hand.
///
/// Reads the asset once to hash it; nothing of it is copied or decoded.
///
/// # Errors
///
/// [`Error::Input`] when the asset is damaged, labelled already, or a text that cannot carry a label as it is;
/// [`Error::Unsupported`] when it is neither an image of a known format nor text in UTF-8; [`Error::Misuse`] when the label contradicts itself, [`Error::Signer`] when the certificate
/// is outside its validity, [`Error::Limit`].
///
/// ```
/// use aimark::{Label, Origin, SignContext, Signer, VerifyContext, Verdict};
/// # let (chain, key) = (include_bytes!("../tests/identity/chain.pem"), include_bytes!("../tests/identity/key.pem"));
/// # let picture = include_bytes!("../tests/identity/dot.png");
///
/// let signer = Signer::from_pem(chain, key)?;
/// let now = "2026-11-21T12:00:00Z".parse()?;
/// let random = [7; 32]; // from the operating system's generator in real use
/// let signed = aimark::sign(picture, &Label::new(Origin::Generated), &signer, &SignContext::new(now, random))?;
///
/// let report = aimark::verify(&signed.to_vec(), &VerifyContext::new(now))?;
/// assert_eq!(report.verdict(), Verdict::Valid);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn sign<'a>(
    asset: &'a [u8],
    label: &Label,
    signer: &Signer,
    context: &SignContext,
) -> Result<Signed<'a>, Error> {
    signer.complete(prepare(asset, label, &signer.chain, context)?)
}

/// Prepares a label whose signature is made elsewhere: in a hardware module, by a key service.
///
/// # Errors
///
/// As [`sign()`].
///
/// ```
/// # use aimark::{Chain, Label, Origin, SignContext};
/// # let (chain, picture) = (include_bytes!("../tests/identity/chain.pem"), include_bytes!("../tests/identity/dot.png"));
/// let chain = Chain::from_pem(chain)?;
/// let context = SignContext::new("2026-11-21T12:00:00Z".parse()?, [7; 32]);
/// let pending = aimark::prepare(picture, &Label::new(Origin::Generated), &chain, &context)?;
/// let to_the_key_service: &[u8] = pending.to_be_signed();
/// # assert!(pending.finish(&[0; 64]).is_err());
/// // let signed = pending.finish(&signature)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn prepare<'a>(
    asset: &'a [u8],
    label: &Label,
    chain: &Chain,
    context: &SignContext,
) -> Result<Pending<'a>, Error> {
    let unbound = Unbound::new(asset, label, chain, context)?;
    let hash = binding::hash(unbound.parts());
    unbound.bind(hash)
}

/// Labels several assets with a key at hand, and hashes them side by side, which on one core takes less time than one
/// after the other (see the crate `aimark-hash`). Each has its own label and context. The results are those that
/// [`sign()`] would give, in the order of the items.
///
/// ```
/// use aimark::{Label, Origin, SignContext, Signer};
/// # let (chain, key) = (include_bytes!("../tests/identity/chain.pem"), include_bytes!("../tests/identity/key.pem"));
/// # let (first, second) = (include_bytes!("../tests/identity/dot.png"), b"a text");
///
/// let signer = Signer::from_pem(chain, key)?;
/// let label = Label::new(Origin::Generated);
/// let now = "2026-11-21T12:00:00Z".parse()?;
/// let contexts = [SignContext::new(now, [7; 32]), SignContext::new(now, [8; 32])]; // randomness of its own for each
/// let items = [(&first[..], &label, &contexts[0]), (&second[..], &label, &contexts[1])];
/// for signed in aimark::sign_many(&items, &signer) {
///     let file = signed?.to_vec();
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn sign_many<'a>(
    items: &[(&'a [u8], &Label, &SignContext)],
    signer: &Signer,
) -> Vec<Result<Signed<'a>, Error>> {
    let unbound: Vec<_> = items
        .iter()
        .map(|(asset, label, context)| Unbound::new(asset, label, &signer.chain, context))
        .collect();
    let parts: Vec<_> = unbound.iter().flatten().map(Unbound::parts).collect();
    let mut hashes = binding::hash_all(parts.iter().map(|parts| &parts[..])).into_iter();
    let mut sign = |unbound: Unbound<'a>| {
        let hash = hashes.next().ok_or(Error::Internal("an asset was not hashed"))?;
        signer.complete(unbound.bind(hash)?)
    };
    unbound.into_iter().map(|unbound| unbound.and_then(&mut sign)).collect()
}

/// An asset with all of its manifest but the hash.
struct Unbound<'a> {
    asset: &'a [u8],
    place: Place,
    layout: Option<(Plan, Pieces<'a>)>,
    draft: Draft,
    padded: bool,
    public_key: Vec<u8>,
}

impl<'a> Unbound<'a> {
    fn new(asset: &'a [u8], label: &Label, chain: &Chain, context: &SignContext) -> Result<Self, Error> {
        label.check_whole(context.now)?;
        chain.check_validity(context.now)?;
        let scan = carrier::scan(asset, context.format, &context.limits)?;
        if let Some(found) = scan.labels.first() {
            let signer = crate::verify::signer_of(&found.store, &context.limits);
            return Err(InputError::AlreadyLabelled { signer }.into());
        }
        let place = scan.place()?;
        let draft = Draft::new(label, scan.format, chain, context)?;
        let layout = match place.wrapper() {
            Some(_) => None,
            None => {
                let plan = draft.plan(&place)?;
                let pieces = Pieces::new(asset, &plan);
                Some((plan, pieces))
            }
        };
        let (padded, public_key) = (context.padded, chain.public_key().to_vec());
        Ok(Self { asset, place, layout, draft, padded, public_key })
    }

    /// What is hashed, part after part.
    fn parts(&self) -> [&[u8]; 4] {
        self.layout.as_ref().map_or([self.asset, &[], &[], &[]], |(_, pieces)| pieces.without_label())
    }

    /// With the hash of [`Self::parts`].
    fn bind(self, hash: Hash) -> Result<Pending<'a>, Error> {
        let Self { asset, place, layout, draft, padded, public_key } = self;
        let (pieces, built) = match layout {
            Some((plan, pieces)) => (pieces, draft.build(&DataHash::of_plan(&plan, hash), plan.label_len)?),
            None => {
                let at = wide(place.wrapper().unwrap_or_default());
                (Pieces { before: asset, ..Pieces::default() }, draft.build_wrapped(at, hash, padded)?)
            }
        };
        Ok(Pending { format: draft.format, place, pieces, built, public_key })
    }
}

/// Everything of a manifest but the hard binding.
struct Draft {
    format: Format,
    ids: Ids,
    protected: Vec<u8>,
    /// The assertions but the hard binding, in the order of the claim.
    stated: Vec<Stated>,
    limits: Limits,
}

impl DataHash {
    /// Leaves out the label of a plan.
    fn of_plan(plan: &Plan, hash: Hash) -> Self {
        let exclusion = wide(plan.at)..wide(plan.at.saturating_add(plan.label_len));
        Self { exclusion, hash }
    }
}

/// An assertion as it stands in the manifest.
#[derive(Debug, Clone)]
struct Stated {
    label: &'static str,
    whole: Vec<u8>,
    hash: Hash,
}

impl Stated {
    fn new(label: &'static str, cbor: &[u8]) -> Result<Self, Error> {
        let whole = manifest::assertion_box(label, cbor).ok_or(TOO_LARGE)?;
        let hash = binding::hash(whole.get(crate::jumbf::HEADER..));
        Ok(Self { label, whole, hash })
    }
}

const STORE_SIZE: &str = "size of the manifest store in bytes";
const TOO_LARGE: Error = Error::Internal("a label too large for its boxes");

impl Draft {
    fn new(label: &Label, format: Format, chain: &Chain, context: &SignContext) -> Result<Self, Error> {
        let stated = claim::assertions(label, context.now, format);
        Ok(Self {
            format,
            ids: Ids::from_random(&context.random, format),
            protected: cose::protected(Algorithm::Ed25519, &chain.ders),
            stated: stated
                .into_iter()
                .map(|(label, cbor)| Stated::new(label, &cbor))
                .collect::<Result<_, _>>()?,
            limits: context.limits,
        })
    }

    /// A manifest but for its signature, in a label of `label_len` bytes.
    fn build(&self, binding: &DataHash, label_len: usize) -> Result<Built, Error> {
        let binding = Stated::new(claim::DATA_HASH, &claim::data_hash(self.format, binding))?;
        let all = || self.stated.iter().chain([&binding]);
        let hashes: Vec<_> = all().map(|stated| (stated.label, stated.hash)).collect();
        let assertions = all().map(|stated| stated.whole.clone()).collect();
        let claim = claim::claim(&self.ids, &hashes);
        let to_be_signed = cose::to_be_signed(&self.protected, &claim);
        let (manifest, protected) = (self.ids.manifest.clone(), self.protected.clone());
        Ok(Built { manifest, assertions, claim, protected, to_be_signed, label_len, padded: false })
    }

    /// The layout, for containers whose framing has a size of its own.
    ///
    /// The size of a label stands inside the label. Sizes grow from an empty exclusion until the exclusion written
    /// is the size that results; each step can only lengthen the number, so it ends.
    fn plan(&self, place: &Place) -> Result<Plan, Error> {
        let mut plan = place.plan(0)?;
        let unknown = DataHash::of_plan(&plan, [0; 32]);
        let store = self.build(&unknown, plan.label_len)?.store(Padding::default(), &[0; 64])?;
        // All that another exclusion changes is how long its numbers are.
        let around = store.len().saturating_sub(unknown.numbers_len());
        loop {
            let size = around.saturating_add(DataHash::of_plan(&plan, [0; 32]).numbers_len());
            LimitExceeded::check(STORE_SIZE, size, self.limits.manifest_bytes)?;
            let next = place.plan(size)?;
            if next == plan {
                return Ok(plan);
            }
            plan = next;
        }
    }

    /// For text wrappers, whose size depends on the bytes in them: signs a length that padding can reach whatever
    /// the signature will be. See [`fitting`].
    fn build_wrapped(&self, at: u64, hash: Hash, padded: bool) -> Result<Built, Error> {
        if padded {
            return self.build_padded(at, hash);
        }
        let mut length = 0_usize;
        for attempt in 0..fitting::ATTEMPTS {
            let exclusion = at..at.saturating_add(wide(length));
            let built = self.build(&DataHash { exclusion, hash }, length)?;
            let gauge = built.gauge()?;
            LimitExceeded::check(STORE_SIZE, gauge.store_len(), self.limits.manifest_bytes)?;
            if gauge.reaches(length) {
                return Ok(built);
            }
            length = gauge.bare().saturating_add(fitting::ROOM).saturating_add(attempt);
        }
        Err(Error::Internal("no length for the wrapper was found"))
    }

    /// For wrappers with padding, whose length follows from the size of the store.
    fn build_padded(&self, at: u64, hash: Hash) -> Result<Built, Error> {
        let mut length = 0_usize;
        loop {
            let exclusion = at..at.saturating_add(wide(length));
            let built = self.build(&DataHash { exclusion, hash }, length)?;
            let store = built.store(Padding::default(), &[0; 64])?;
            LimitExceeded::check(STORE_SIZE, store.len(), self.limits.manifest_bytes)?;
            let next = carrier::padded_len(store.len());
            if next == length {
                return Ok(Built { padded: true, ..built });
            }
            length = next;
        }
    }
}

/// The parts of a manifest that a signature completes.
#[derive(Debug, Clone)]
pub(crate) struct Built {
    manifest: String,
    assertions: Vec<Vec<u8>>,
    claim: Vec<u8>,
    protected: Vec<u8>,
    to_be_signed: Vec<u8>,
    /// The size of the label in the asset, which the hard binding states.
    label_len: usize,
    /// Whether a wrapper is brought to that size by padding after it, rather than inside.
    padded: bool,
}

impl Built {
    fn store(&self, padding: Padding, signature: &[u8]) -> Result<Vec<u8>, Error> {
        let signature = cose::encode(&self.protected, padding, signature);
        manifest::store(&self.manifest, &self.assertions, &self.claim, &signature).ok_or(TOO_LARGE)
    }

    fn gauge(&self) -> Result<Gauge, Error> {
        let cose = cose::encode(&self.protected, Padding::default(), &fitting::BLANK);
        Ok(Gauge::new(&self.store(Padding::default(), &fitting::BLANK)?, cose.len()))
    }

    /// The label's bytes as they stand in the asset, of exactly the size that was signed.
    fn label(&self, place: &Place, signature: &[u8]) -> Result<Vec<u8>, Error> {
        let padding = match place.wrapper() {
            Some(_) if !self.padded => {
                let padding = self.gauge()?.padding(self.label_len, signature);
                padding.ok_or(SignerError::DoesNotFit)?
            }
            _ => Padding::default(),
        };
        let mut label = place.frame(&self.store(padding, signature)?);
        if self.padded {
            label.extend(carrier::wrapper_padding(self.label_len.saturating_sub(label.len())));
        }
        if label.len() == self.label_len {
            return Ok(label);
        }
        Err(Error::Internal("the label is not of the size that was signed"))
    }
}

/// An asset taken apart where its label goes.
#[derive(Debug, Clone, Default)]
struct Pieces<'a> {
    head: Vec<u8>,
    before: &'a [u8],
    closing: &'static [u8],
    after: &'a [u8],
}

impl<'a> Pieces<'a> {
    fn new(asset: &'a [u8], plan: &Plan) -> Self {
        let (before, after) = asset.split_at_checked(plan.at).unwrap_or((asset, &[]));
        let before = before.get(plan.head.len()..).unwrap_or_default();
        Self { head: plan.head.clone(), before, closing: plan.closing, after }
    }

    fn without_label(&self) -> [&[u8]; 4] {
        [&self.head, self.before, self.closing, self.after]
    }
}

/// A label that waits for its signature.
#[derive(Debug, Clone)]
pub struct Pending<'a> {
    format: Format,
    place: Place,
    pieces: Pieces<'a>,
    built: Built,
    public_key: Vec<u8>,
}

impl<'a> Pending<'a> {
    /// The exact bytes to sign: a COSE `Sig_structure` (RFC 9052, 4.4). Ed25519 signs them as they are, without
    /// hashing first.
    pub fn to_be_signed(&self) -> &[u8] {
        &self.built.to_be_signed
    }

    /// The labelled asset, with a signature made elsewhere.
    ///
    /// # Errors
    ///
    /// [`SignerError::WrongSignature`] when it is not a signature of the chain's certificate over
    /// [`Self::to_be_signed`]: a wrong key must be found here, not by the readers of the asset.
    pub fn finish(self, signature: &[u8]) -> Result<Signed<'a>, Error> {
        key::verify(&self.public_key, self.to_be_signed(), signature).ok_or(SignerError::WrongSignature)?;
        self.assemble(signature)
    }

    fn assemble(self, signature: &[u8]) -> Result<Signed<'a>, Error> {
        let label = self.built.label(&self.place, signature)?;
        Ok(Signed { format: self.format, pieces: self.pieces, label, manifest: self.built.manifest })
    }
}

/// A labelled asset, as pieces that borrow the original.
#[derive(Debug, Clone)]
pub struct Signed<'a> {
    format: Format,
    pieces: Pieces<'a>,
    label: Vec<u8>,
    manifest: String,
}

impl Signed<'_> {
    /// The pieces to write one after the other. Some may be empty.
    pub fn pieces(&self) -> [&[u8]; 5] {
        let Pieces { head, before, closing, after } = &self.pieces;
        [head, before, &self.label, closing, after]
    }

    /// The labelled asset as one buffer.
    pub fn to_vec(&self) -> Vec<u8> {
        self.pieces().concat()
    }

    /// The bytes that the label takes, its framing included.
    pub fn label(&self) -> &[u8] {
        &self.label
    }

    /// The kind that the asset was taken for.
    pub fn format(&self) -> Format {
        self.format
    }

    /// The identifier of the manifest: `urn:c2pa:` and a UUID.
    pub fn manifest_id(&self) -> &str {
        &self.manifest
    }
}
