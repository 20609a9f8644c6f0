//! Chains that were accepted before, so that a signer's second label costs one signature check.
//!
//! An answer is never another for being remembered. Whether a chain is accepted depends on the anchors, which the memory
//! belongs to and does not outlive a change of, and on which certificates are valid at the time of judgement. So what
//! is remembered is an answer and the span of time around it in which none of them begins or ends to be valid.

use core::ops::Range;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, TryLockError};

use super::path::{self, Accepted};
use super::{Anchors, Certificate, CertificateError, NotAccepted, SignerInfo};
use crate::time::Timestamp;

/// How often a thread looks whether the list is free, each time for some nanoseconds: longer than anybody holds it.
const ATTEMPTS: usize = 256;
/// The most chains that are remembered. The oldest goes first.
const MOST_CHAINS: usize = 64;
/// The most bytes that a chain may have to be remembered. Those of three certificates have some two thousand.
const MOST_BYTES: usize = 16 << 10;

/// The certificates beside a signature, parsed, and the signer described.
#[derive(Debug)]
pub(crate) struct ReadChain {
    leaf: Certificate,
    issuers: Vec<Certificate>,
    signer: SignerInfo,
}

impl ReadChain {
    fn from_ders(ders: &[Vec<u8>]) -> Result<Self, CertificateError> {
        let parse = |(der, index): (&Vec<u8>, usize)| Certificate::from_der(der.clone(), index);
        let mut all = ders.iter().zip(1usize..).map(parse);
        let leaf = all.next().ok_or(CertificateError::NoCertificate)??;
        let signer = leaf.describe();
        Ok(Self { leaf, issuers: all.collect::<Result<_, _>>()?, signer })
    }

    /// The certificate that signed.
    pub(crate) fn leaf(&self) -> &Certificate {
        &self.leaf
    }

    pub(crate) fn signer(&self) -> &SignerInfo {
        &self.signer
    }

    fn all(&self) -> impl Iterator<Item = &Certificate> {
        core::iter::once(&self.leaf).chain(&self.issuers)
    }

    fn is_of(&self, ders: &[Vec<u8>]) -> bool {
        self.all().map(Certificate::der).eq(ders.iter().map(Vec::as_slice))
    }

    fn bytes(&self) -> usize {
        self.all().fold(0, |sum, certificate| sum.saturating_add(certificate.der().len()))
    }
}

/// An answer about a chain, good for a span of seconds.
#[derive(Debug, Clone)]
struct Remembered {
    chain: Arc<ReadChain>,
    span: Range<i64>,
    accepted: Accepted,
}

/// What anchors remember. Only chains they accepted, so that strangers cannot push those out.
#[derive(Debug, Default)]
pub(super) struct Memory(Mutex<VecDeque<Remembered>>);

impl Clone for Memory {
    /// Starts anew: what is remembered can be found out again.
    fn clone(&self) -> Self {
        Self::new()
    }
}

impl Memory {
    pub(super) const fn new() -> Self {
        Self(Mutex::new(VecDeque::new()))
    }

    pub(super) fn forget(&mut self) {
        *self = Self::new();
    }

    /// `None` where another thread holds the list all the while. Nobody waits for it: what is remembered only saves work.
    fn with<T>(&self, act: impl FnOnce(&mut VecDeque<Remembered>) -> T) -> Option<T> {
        for _ in 0..ATTEMPTS {
            match self.0.try_lock() {
                Ok(mut all) => return Some(act(&mut all)),
                // A list whose keeper panicked is whole: entries come and go in one step.
                Err(TryLockError::Poisoned(all)) => return Some(act(&mut all.into_inner())),
                Err(TryLockError::WouldBlock) => core::hint::spin_loop(),
            }
        }
        None
    }

    fn keep(&self, new: Remembered) {
        if new.chain.bytes() > MOST_BYTES {
            return;
        }
        // Another file of the signer will be remembered.
        let _ = self.with(|all| {
            all.retain(|old| !Arc::ptr_eq(&old.chain, &new.chain));
            all.truncate(MOST_CHAINS.saturating_sub(1));
            all.push_front(new);
        });
    }
}

impl Anchors {
    /// Reads the certificates beside a signature, or finds them read.
    pub(crate) fn chain(&self, ders: &[Vec<u8>]) -> Result<Arc<ReadChain>, CertificateError> {
        let known =
            self.memory.with(|all| all.iter().find(|old| old.chain.is_of(ders)).map(|old| old.chain.clone()));
        known.flatten().map_or_else(|| ReadChain::from_ders(ders).map(Arc::new), Ok)
    }

    /// Whether a chain leads to one of the anchors at a moment.
    pub(crate) fn accept(&self, chain: &Arc<ReadChain>, at: Timestamp) -> Result<Accepted, NotAccepted> {
        let seconds = at.unix_seconds();
        let is_it = |old: &&Remembered| Arc::ptr_eq(&old.chain, chain) && old.span.contains(&seconds);
        let known = self.memory.with(|all| all.iter().find(is_it).map(|old| old.accepted.clone()));
        if let Some(accepted) = known.flatten() {
            return Ok(accepted);
        }
        let accepted = path::accept(&chain.leaf, &chain.issuers, self, at)?;
        let span = span(self.certificates.iter().chain(chain.all()), seconds);
        self.memory.keep(Remembered { chain: chain.clone(), span, accepted: accepted.clone() });
        Ok(accepted)
    }
}

/// The seconds around `at` in which every certificate is what it is at `at`: valid, or not.
fn span<'c>(certificates: impl Iterator<Item = &'c Certificate>, at: i64) -> Range<i64> {
    certificates.flat_map(Certificate::turns).fold(i64::MIN..i64::MAX, |span, turn| {
        if turn <= at { span.start.max(turn)..span.end } else { span.start..span.end.min(turn) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn der(name: &str) -> Vec<u8> {
        let path = format!("{}/tests/identity/{name}.pem", env!("CARGO_MANIFEST_DIR"));
        Certificate::all_from_pem(&std::fs::read(path).unwrap(), 8).unwrap().remove(0).der().to_vec()
    }

    fn anchors() -> Anchors {
        let mut anchors = Anchors::new();
        let pem = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/identity/root.pem");
        anchors.add_pem(&std::fs::read(pem).unwrap()).unwrap();
        anchors
    }

    fn remembered(anchors: &Anchors) -> usize {
        anchors.memory.with(|all| all.len()).unwrap()
    }

    #[test]
    fn a_chain_is_read_once_and_accepted_once() {
        let (anchors, ders) = (anchors(), vec![der("chain")]);
        let at: Timestamp = "2026-11-21T12:00:00Z".parse().unwrap();
        let first = anchors.chain(&ders).unwrap();
        let accepted = anchors.accept(&first, at).unwrap();
        let again = anchors.chain(&ders).unwrap();
        assert!(Arc::ptr_eq(&first, &again));
        assert_eq!(anchors.accept(&again, at).unwrap(), accepted);
        assert_eq!(remembered(&anchors), 1);
    }

    #[test]
    fn an_answer_is_good_for_the_time_in_which_nothing_changes() {
        let (anchors, ders) = (anchors(), vec![der("chain")]);
        let chain = anchors.chain(&ders).unwrap();
        let [from, until] = chain.leaf().turns();
        let at = |seconds| Timestamp::from_unix_seconds(seconds).unwrap();
        assert!(anchors.accept(&chain, at(until - 1)).is_ok());
        for (moment, accepted) in [(until - 1, true), (until, false), (from - 1, false), (from, true)] {
            // The same with and without a memory.
            assert_eq!(anchors.accept(&chain, at(moment)).is_ok(), accepted, "{moment}");
            assert_eq!(anchors.clone().accept(&chain, at(moment)).is_ok(), accepted, "{moment}");
        }
    }

    #[test]
    fn strangers_are_not_remembered_and_new_anchors_begin_anew() {
        let (mut anchors, at) = (anchors(), "2026-11-21T12:00:00Z".parse().unwrap());
        let stranger = Anchors::new().chain(&[der("chain")]).unwrap();
        assert!(Anchors::new().accept(&stranger, at).is_err());
        assert!(anchors.accept(&stranger, at).is_ok());
        assert_eq!(remembered(&anchors), 1);
        anchors
            .add_pem(
                &std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/identity/chain.pem")).unwrap(),
            )
            .unwrap();
        assert_eq!(remembered(&anchors), 0);
        let accepted = anchors.accept(&stranger, at).unwrap();
        assert_eq!(accepted.anchor(), stranger.signer(), "the closest anchor, not the remembered one");
    }

    #[test]
    fn no_more_is_remembered_than_stated() {
        let (anchors, at) = (anchors(), "2026-11-21T12:00:00Z".parse().unwrap());
        let leaf = der("chain");
        for _ in 0..MOST_CHAINS + 10 {
            // Each read is another object, as if it were another chain.
            let chain = Arc::new(ReadChain::from_ders(core::slice::from_ref(&leaf)).unwrap());
            assert!(anchors.accept(&chain, at).is_ok());
        }
        assert_eq!(remembered(&anchors), MOST_CHAINS);
        let long: Vec<_> = core::iter::repeat_n(leaf, 64).collect();
        let long = Arc::new(ReadChain::from_ders(&long).unwrap());
        assert!(long.bytes() > MOST_BYTES);
        assert!(anchors.accept(&long, at).is_ok());
        assert!(anchors.memory.with(|all| all.iter().all(|old| !Arc::ptr_eq(&old.chain, &long))).unwrap());
    }
}
