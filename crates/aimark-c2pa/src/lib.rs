//! Everyone else's Content Credentials.
//!
//! The core (`aimark`) judges labels of its own shape only. Here the `c2pa` crate validates all others, and what it finds is
//! turned into `aimark`'s terms: ingredients, actions of any kind, update manifests, hashes of boxes and of ISO BMFF, all
//! algorithms, time stamps, CAWG identities, in every media type of [`media_types`].
//!
//! ```
//! use aimark_c2pa::{AnchorList, Examiner, Options, media_type};
//!
//! # let (signers, stamps) = (Vec::<AnchorList>::new(), Vec::<AnchorList>::new());
//! let examiner = Examiner::new(&signers, &stamps, Options::default())?;
//! let asset = b"GIF89a\x01\0\x01\0\0\0\0;";
//! let kind = media_type(asset, Some("gif")).ok_or("not a kind that can carry a credential")?;
//! assert_eq!(examiner.examine(asset, kind)?, None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Verdicts
//!
//! Success is stated by codes of the specification, never inferred. `Valid` needs, for the active manifest,
//! `claimSignature.validated` and `claimSignature.insideValidity`, an `assertion.hashedURI.match` for each assertion that the
//! claim lists, a match of the hard binding, no failure of its own and no new one of an ingredient, and that the c2pa crate
//! does not call the whole invalid. `Trusted` needs one of the caller's lists for signers as well. An asset that only names
//! a credential kept elsewhere is `Foreign`, and nothing of it is judged.
//!
//! Identities (CAWG) and ingredients have their own states. An identity makes a claim neither trusted nor invalid.
//!
//! # Anchors
//!
//! A list for signers never accepts a time stamp, and a list for time stamping never a signer. The c2pa crate has one heap
//! for both; it is given both for revocation answers, and its answers about trust are thrown away. Trust is then judged
//! with one list at a time, and more strictly than the c2pa crate does: every certificate above the leaf must be an authority's,
//! all must be in force at the one time that counts, a leaf must be made for its purpose, and the stamps of version 1 claims
//! must chain to an anchor too. The time that counts is that of a time stamp that a list accepts, or else the system's clock;
//! the c2pa crate takes no other time from a caller.
//!
//! # What it says about AI
//!
//! | Digital source type | where | counts as |
//! |---|---|---|
//! | `trainedAlgorithmicMedia`, `trainedAlgorithmicData` | `c2pa.created` of the asset's own manifest | [`Extent::Fully`] |
//! | the same | any other action, or any action of an ingredient's manifest | [`Extent::Partly`] |
//! | `compositeWithTrainedAlgorithmicMedia` | any action | [`Extent::Partly`] |
//! | none | a `c2pa.ai-disclosure` assertion | [`Extent::Partly`] |
//! | any other (`algorithmicMedia`, `digitalCapture` ...) | any action | listed, [`Extent::NoStatement`] |
//!
//! Templates of actions count as actions. The types are those of the IPTC and of c2pa.org, under `http` or `https`. The
//! asset's own manifest is the active one; where that is an update manifest, which leaves the content as it is, its parent
//! too. Ingredients of ingredients are read to [`Options::max_depth`]. The furthest statement is the answer. It is what the
//! signer says: ask the verdict before believing it.
//!
//! # Network
//!
//! None by default, whatever the asset says. The c2pa crate is built without an HTTP client, told not to fetch manifests or
//! revocation answers, and given a resolver that refuses.
//!
//! With the feature `online` **and** [`Options::online`], manifests kept elsewhere and answers about revocation (OCSP) are
//! fetched over HTTP and HTTPS: no redirect is followed, no proxy of the environment asked, no address that is not public
//! connected to (unless [`Options::private_addresses`]; what is checked is the very address that is connected to, so a
//! name that changes its mind gains nothing), no answer read beyond [`Options::max_fetched`] or [`Options::timeout`]. One
//! request goes out for a remote manifest, and at most a few for each manifest's certificate.

#![forbid(unsafe_code)]

mod ai;
mod bmff;
mod boxes;
mod certificate;
mod credential;
mod describe;
mod error;
mod examiner;
mod judgement;
mod media;
mod offline;
#[cfg(feature = "online")]
mod online;
mod options;
mod text;
mod verdict;

pub use ai::{AiStatement, Extent, Statement};
pub use error::Error;
pub use examiner::Examiner;
pub use judgement::{Finding, Identity, Ingredient, IngredientState, Judgement, SignedAt, Signer};
pub use media::{media_type, media_types};
pub use options::{AnchorList, Options};
