//! Who signed: certificates, the profile they must meet, and the chain to an anchor the caller accepts.

mod certificate;
mod memory;
mod path;
mod profile;

pub(crate) use certificate::{Certificate, showable};
pub use certificate::{CertificateError, SignerInfo};
pub(crate) use memory::ReadChain;
pub(crate) use path::Accepted;
pub use path::NotAccepted;
pub use profile::ProfileFault;
pub(crate) use profile::{SoundCredential, check as check_profile, check_for_signing};

use std::collections::BTreeSet;

use crate::time::Timestamp;

/// The certificates a caller accepts as roots of trust, or as signers by themselves.
///
/// A certificate authority's certificate accepts what it issued. Any other certificate accepts itself only.
/// Anchors are judged at the same time as the chain: an expired one accepts nothing.
///
/// Share one value between threads, and keep it: it remembers the chains it accepted last, up to 64, so that the next
/// label by the same signer is checked with one signature. No answer is another for that.
///
/// ```
/// let anchors = aimark::Anchors::new();
/// assert!(anchors.is_empty(), "nobody is trusted until the caller says so");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Anchors {
    certificates: Vec<Certificate>,
    /// The DER of each, so that none is there twice.
    known: BTreeSet<Vec<u8>>,
    memory: memory::Memory,
}

/// The most anchors in one PEM text: far more than any trust list has.
const MOST: usize = 10_000;

impl Anchors {
    /// No anchors: every sound label is `Valid`, none `Trusted`.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same as a constant.
    pub(crate) const fn none() -> Self {
        Self { certificates: Vec::new(), known: BTreeSet::new(), memory: memory::Memory::new() }
    }

    /// Adds every certificate in `pem`; text around the certificates is passed over. Of more than 32 MiB, or ten thousand
    /// certificates, nothing is read.
    ///
    /// Returns how many were new.
    ///
    /// # Errors
    ///
    /// When there is no certificate, or one cannot be read. Nothing is added then.
    pub fn add_pem(&mut self, pem: &[u8]) -> Result<usize, CertificateError> {
        let found = Certificate::all_from_pem(pem, MOST)?;
        let before = self.certificates.len();
        self.memory.forget();
        for certificate in found {
            if self.known.insert(certificate.der().to_vec()) {
                self.certificates.push(certificate);
            }
        }
        Ok(self.certificates.len().saturating_sub(before))
    }

    /// How many anchors there are.
    pub fn len(&self) -> usize {
        self.certificates.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.certificates.is_empty()
    }

    /// The anchors, described.
    pub fn iter(&self) -> impl Iterator<Item = SignerInfo> + '_ {
        self.certificates.iter().map(Certificate::describe)
    }

    fn in_force(&self, at: Timestamp) -> impl Iterator<Item = &Certificate> {
        self.certificates.iter().filter(move |c| c.valid_at(at))
    }
}
