//! Who signed a manifest, when, and which list accepts that.
//!
//! The c2pa crate keeps one heap of anchors for signers and for time stamps, so its own answers to "trusted?" are not used.
//! It is asked again here, with one list at a time, and the rules that its paths leave out are added: who issued must be an
//! authority, a leaf must be made for what it does, and everything on a path must be in force at the one time that counts.

use c2pa::crypto::cose::{CertificateTrustPolicy, cert_chain_from_sign1, parse_cose_sign1};
use c2pa::crypto::time_stamp::{tsa_signer_cert_der_from_token, verify_time_stamp};
use c2pa::status_tracker::StatusTracker;

use aimark::Timestamp;

use crate::boxes::{Signed, Stamp, signature, stamp};
use crate::certificate::{
    are_authorities, common_name, in_force, is_authority, may_sign_claims, may_stamp, of_token,
};
use crate::judgement::SignedAt;
use crate::{AnchorList, Error, Options};

/// The lists for signers and those for time stamping, each apart.
#[derive(Debug)]
pub(crate) struct Lists {
    signers: Vec<List>,
    time_stamping: Vec<List>,
}

#[derive(Debug)]
struct List {
    name: String,
    policy: CertificateTrustPolicy,
}

/// What is known of a manifest's signature besides that it holds.
#[derive(Debug, Default)]
pub(crate) struct Credential {
    /// The certificates, leaf first.
    pub(crate) chain: Vec<Vec<u8>>,
    pub(crate) signed_at: Option<SignedAt>,
    pub(crate) accepted_by: Option<String>,
    /// Whether the leaf is in force at the accepted time, or now where there is none.
    pub(crate) in_force: bool,
}

impl Lists {
    pub(crate) fn new(signers: &[AnchorList], time_stamping: &[AnchorList]) -> Result<Self, Error> {
        let lists = |all: &[AnchorList]| all.iter().map(List::new).collect::<Result<Vec<_>, _>>();
        Ok(Self { signers: lists(signers)?, time_stamping: lists(time_stamping)? })
    }

    /// Examines the signature of a manifest as of `now` (Unix seconds). `later` are tokens that came after the manifest
    /// (`c2pa.time-stamp` assertions, C2PA 2.2, 18.17).
    pub(crate) fn examine(
        &self,
        signed: Signed<'_>,
        later: &[Vec<u8>],
        now: i64,
        options: &Options,
    ) -> Credential {
        let chain = chain(signed.cose).unwrap_or_default();
        let signed_at = self.signed_at(signed, later, options);
        let accepted = signed_at.as_ref().filter(|at| at.accepted_by.is_some());
        let time = accepted.map_or(now, |at| at.time.unix_seconds());
        let in_force = chain.first().is_some_and(|leaf| in_force(leaf, time));
        let accepted_by = self.accepted_by(&chain, time);
        Credential { chain, signed_at, accepted_by, in_force }
    }

    fn accepted_by(&self, chain: &[Vec<u8>], time: i64) -> Option<String> {
        let (leaf, issuers) = chain.split_first()?;
        let sound = may_sign_claims(leaf)
            && are_authorities(issuers.iter().map(Vec::as_slice))
            && chain.iter().all(|certificate| in_force(certificate, time));
        if !sound {
            return None;
        }
        let list = self
            .signers
            .iter()
            .find(|list| list.policy.check_certificate_trust(issuers, leaf, Some(time)).is_ok())?;
        Some(list.name.clone())
    }

    /// The best time stamp over this signature: an accepted one before a bare one.
    fn signed_at(&self, signed: Signed<'_>, later: &[Vec<u8>], options: &Options) -> Option<SignedAt> {
        let over = signature(signed.cose)?;
        let later = later.iter().map(|token| Stamp { token: token.clone(), over: over.clone() });
        let all = stamp(signed).into_iter().chain(later);
        let read: Vec<_> = all.filter_map(|stamp| self.stamp(&stamp, options)).collect();
        read.iter().find(|at| at.accepted_by.is_some()).or(read.first()).cloned()
    }

    fn stamp(&self, stamp: &Stamp, options: &Options) -> Option<SignedAt> {
        let leaf = tsa_signer_cert_der_from_token(&stamp.token).ok()??;
        let authority = options.safe_some(common_name(&leaf).as_deref());
        if is_made_for_stamps(&stamp.token, &leaf) {
            for list in &self.time_stamping {
                if let Some(time) = time(stamp, Some(&list.policy)) {
                    return Some(SignedAt { time, authority, accepted_by: Some(list.name.clone()) });
                }
            }
        }
        Some(SignedAt { time: time(stamp, None)?, authority, accepted_by: None })
    }
}

impl List {
    fn new(list: &AnchorList) -> Result<Self, Error> {
        let mut policy = CertificateTrustPolicy::new();
        policy.add_default_valid_ekus();
        let bad = || {
            Error::Misuse(format!("the list of anchors {:?} has no certificate that can be read", list.name))
        };
        if !list.pem.contains("-----BEGIN CERTIFICATE-----") {
            return Err(bad());
        }
        policy.add_trust_anchors(list.pem.as_bytes()).map_err(|_| bad())?;
        Ok(Self { name: list.name.clone(), policy })
    }
}

fn chain(cose: &[u8]) -> Option<Vec<Vec<u8>>> {
    let parsed = parse_cose_sign1(cose, &[], &mut StatusTracker::default()).ok()?;
    cert_chain_from_sign1(&parsed).ok()
}

/// The time of a stamp that holds, by a policy or by none.
fn time(stamp: &Stamp, policy: Option<&CertificateTrustPolicy>) -> Option<Timestamp> {
    let none = CertificateTrustPolicy::passthrough();
    let read = verify_time_stamp(
        &stamp.token,
        &stamp.over,
        policy.unwrap_or(&none),
        &mut StatusTracker::default(),
        policy.is_some(),
    );
    let time: chrono::DateTime<chrono::Utc> = read.ok()?.gen_time.into();
    Timestamp::from_unix_seconds(time.timestamp()).ok()
}

/// Whether a stamp's leaf is for stamping, and every other certificate in the token an authority's.
fn is_made_for_stamps(token: &[u8], leaf: &[u8]) -> bool {
    may_stamp(leaf)
        && of_token(token).is_some_and(|all| {
            all.iter().all(|certificate| certificate == leaf || is_authority(certificate, 0))
        })
}
