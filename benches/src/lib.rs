//! What the measurements share: assets, the floor, and who is measured.
//!
//! The floor is what nobody can do without: one SHA-256 over the bytes, one Ed25519 operation, and one copy where a
//! buffer is made. It uses the same crates as the core, so that a ratio to it says what everything else costs.

pub mod assets;
mod floor;
mod ours;
#[cfg(feature = "c2pa")]
mod peer_c2pa;
#[cfg(feature = "encypher")]
mod peer_encypher;

use aimark::{Label, Origin, SignContext, Signer, Timestamp};

use assets::Asset;

const CHAIN: &[u8] = include_bytes!("../../crates/aimark/tests/identity/chain.pem");
const KEY: &[u8] = include_bytes!("../../crates/aimark/tests/identity/key.pem");
const ROOT: &[u8] = include_bytes!("../../crates/aimark/tests/identity/root.pem");

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// Sign, and have the labelled asset as pieces that borrow the asset.
    Sign,
    /// Sign, and have the labelled asset as one buffer.
    SignToBuffer,
    /// Verify, with the signer's root accepted.
    Verify,
}

impl Operation {
    pub const ALL: [Self; 3] = [Self::Sign, Self::SignToBuffer, Self::Verify];

    pub fn name(self) -> &'static str {
        match self {
            Self::Sign => "sign",
            Self::SignToBuffer => "sign to a buffer",
            Self::Verify => "verify",
        }
    }
}

/// Somebody who can do an operation.
pub struct Contender {
    pub name: &'static str,
    /// Does it once. Ends the program when the outcome is not the one that must be.
    pub run: Box<dyn Fn()>,
}

impl Contender {
    fn new(name: &'static str, run: impl Fn() + 'static) -> Self {
        Self { name, run: Box::new(run) }
    }
}

/// The names of those who are measured, in the order of [`contenders`].
pub const NAMES: [&str; 4] = [FLOOR, OURS, C2PA, ENCYPHER];
pub const FLOOR: &str = "floor";
pub const OURS: &str = "aimark";
pub const C2PA: &str = "c2pa";
pub const ENCYPHER: &str = "encypher-c2pa";

/// Everybody who can do `operation` with `asset`, the floor first. Verifiers all get the same labelled asset.
pub fn contenders(asset: &Asset, operation: Operation) -> Vec<Contender> {
    let asset = match operation {
        Operation::Verify => asset.labelled(),
        _ => asset.clone(),
    };
    let mut all = Vec::new();
    all.extend([floor::contender(&asset, operation), ours::contender(&asset, operation)]);
    #[cfg(feature = "c2pa")]
    all.extend(peer_c2pa::contender(&asset, operation));
    #[cfg(feature = "encypher")]
    all.extend(peer_encypher::contender(&asset, operation));
    all
}

/// What aimark does alone, for counting.
pub fn ours(asset: &Asset, operation: Operation) -> Contender {
    match operation {
        Operation::Verify => ours::contender(&asset.labelled(), operation),
        _ => ours::contender(asset, operation),
    }
}

/// One hash over the asset and nothing else, for counting.
pub fn hash(asset: &Asset) -> Contender {
    floor::hash(asset)
}

/// A moment inside the validity of the identity.
fn now() -> Timestamp {
    Timestamp::from_unix_seconds(1_795_262_400).expect("a moment")
}

fn signer() -> Signer {
    Signer::from_pem(CHAIN, KEY).expect("the identity of the examples")
}

fn label() -> Label {
    Label::new(Origin::Generated)
}

fn sign_context(asset: &Asset) -> SignContext {
    let mut context = SignContext::new(now(), [7; 32]);
    context.format = Some(asset.format);
    context
}

impl Asset {
    fn labelled(&self) -> Self {
        let (signer, context) = (signer(), sign_context(self));
        let signed = aimark::sign(&self.bytes, &label(), &signer, &context).expect("an asset to sign");
        Self { bytes: signed.to_vec().into(), ..self.clone() }
    }
}

/// What the processor, or a program that plays one, says it has for our arithmetic.
pub fn processor() -> String {
    #[cfg(target_arch = "x86_64")]
    let (name, has) =
        ("x86-64", [("AVX2", is_x86_feature_detected!("avx2")), ("SHA", is_x86_feature_detected!("sha"))]);
    #[cfg(target_arch = "aarch64")]
    let (name, has) = (
        "AArch64",
        [
            ("NEON", std::arch::is_aarch64_feature_detected!("neon")),
            ("SHA2", std::arch::is_aarch64_feature_detected!("sha2")),
        ],
    );
    #[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
    let (name, has): (_, [(&str, bool); 0]) = (std::env::consts::ARCH, []);
    has.into_iter().fold(name.to_owned(), |all, (what, there)| {
        format!("{all}, {} {what}", if there { "with" } else { "without" })
    })
}
