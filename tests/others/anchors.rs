//! Lists for signers and lists for time stamping are never mixed, and a path is checked where the c2pa crate does not.

use aimark::{Trust, Verdict};
use aimark_c2pa::{AnchorList, Judgement};
use aimark_tests::certificates::{authority, key, leaf};
use aimark_tests::forge::{self, Forge, key_of};
use aimark_tests::pictures;
use aimark_tests::stamp::Authority;
use rcgen::{CertificateParams, ExtendedKeyUsagePurpose, Issuer, date_time_ymd};

use crate::{codes, examine};

pub(crate) const SIGNERS: u8 = 9;
pub(crate) const STAMPS: u8 = 8;
const LEAF: u8 = 7;
const STAMPER: u8 = 6;

/// A time in which the expired signer was in force.
pub(crate) const THEN: &str = "20200601000000Z";

fn issue(params: &CertificateParams, seed: u8, issuer: &CertificateParams, issuer_seed: u8) -> Vec<u8> {
    params.signed_by(&key(seed).0, &Issuer::new(issuer.clone(), key(issuer_seed).0)).unwrap().der().to_vec()
}

fn root(seed: u8) -> CertificateParams {
    authority(if seed == SIGNERS { "root of signers" } else { "root of stamps" })
}

pub(crate) fn list(name: &str, seed: u8) -> AnchorList {
    AnchorList::new(name, root(seed).self_signed(&key(seed).0).unwrap().pem())
}

pub(crate) fn expired() -> CertificateParams {
    let mut params = leaf();
    params.not_before = date_time_ymd(2020, 1, 1);
    params.not_after = date_time_ymd(2021, 1, 1);
    params
}

pub(crate) fn stamper() -> CertificateParams {
    let mut params = leaf();
    params.distinguished_name.push(rcgen::DnType::CommonName, "a stamper");
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::TimeStamping];
    params.not_before = date_time_ymd(2019, 1, 1);
    params
}

/// An authority for stamps under one of the roots.
pub(crate) fn stamps_under(seed: u8, params: &CertificateParams) -> Authority {
    Authority { chain: vec![issue(params, STAMPER, &root(seed), seed)], key: key_of(&key(STAMPER).1) }
}

/// A picture signed with a chain, stamped if there is somebody for it.
pub(crate) fn signed(chain: Vec<Vec<u8>>, stamped_by: Option<Authority>) -> Vec<u8> {
    let cose = move |protected: &[u8], signature: &[u8]| {
        let header = stamped_by.as_ref().map(|authority| authority.header(protected, signature, THEN));
        forge::cose(protected, header.into_iter().collect(), signature)
    };
    let forge = Forge { chain, key: key_of(&key(LEAF).1), cose: Box::new(cose), ..Forge::default() };
    forge.png(&pictures::png(16, 16))
}

fn look(asset: &[u8], signers: &[AnchorList], stamps: &[AnchorList]) -> Judgement {
    examine(signers, stamps, asset, "image/png")
}

pub(crate) fn with_leaf(params: &CertificateParams) -> Vec<Vec<u8>> {
    vec![issue(params, LEAF, &root(SIGNERS), SIGNERS)]
}

#[test]
fn the_first_list_that_accepts_the_signer_is_named() {
    let asset = signed(with_leaf(&leaf()), None);
    let (other, first, second) = (list("other", STAMPS), list("first", SIGNERS), list("second", SIGNERS));
    let found = look(&asset, &[other, first, second], &[]);
    assert_eq!((found.verdict, found.trust), (Verdict::Trusted, Trust::Accepted), "{found:?}");
    assert_eq!(found.accepted_by.as_deref(), Some("first"));
    let signer = found.signer.unwrap();
    assert_eq!(signer.common_name.as_deref(), Some("a signer"));
    assert_eq!(signer.organization.as_deref(), Some("aimark"));
    assert_eq!((signer.serial.as_str(), signer.algorithm.as_deref()), ("010203", Some("ed25519")));
    assert_eq!(signer.not_after.unwrap().to_string(), "2036-01-01T00:00:00Z");
}

#[test]
fn a_signer_under_a_time_stamping_anchor_is_not_accepted() {
    let asset = signed(with_leaf(&leaf()), None);
    let found = look(&asset, &[], &[list("stamps", SIGNERS)]);
    assert_eq!((found.verdict, found.trust), (Verdict::Valid, Trust::Unknown), "{found:?}");
    assert_eq!(found.accepted_by, None);
    assert_eq!(codes(&found), ["signingCredential.untrusted"]);
}

#[test]
fn without_lists_nobody_is_accepted() {
    let asset = signed(with_leaf(&leaf()), Some(stamps_under(STAMPS, &stamper())));
    let found = look(&asset, &[], &[]);
    assert_eq!(found.verdict, Verdict::Valid, "{found:?}");
    assert_eq!(found.signed_at.unwrap().accepted_by, None);
}

#[test]
fn an_expired_signer_was_in_force_at_an_accepted_stamp() {
    let asset = signed(with_leaf(&expired()), Some(stamps_under(STAMPS, &stamper())));
    let found = look(&asset, &[list("signers", SIGNERS)], &[list("stamps", STAMPS)]);
    assert_eq!(found.verdict, Verdict::Trusted, "{found:?}");
    let at = found.signed_at.unwrap();
    assert_eq!(at.time.to_string(), "2020-06-01T00:00:00Z");
    assert_eq!((at.authority.as_deref(), at.accepted_by.as_deref()), (Some("a stamper"), Some("stamps")));
}

#[test]
fn a_stamp_that_no_time_stamping_list_accepts_does_not_count() {
    let expired = || signed(with_leaf(&expired()), Some(stamps_under(STAMPS, &stamper())));
    let signers = list("signers", SIGNERS);
    for lists in [vec![signers.clone()], vec![signers, list("also signers", STAMPS)]] {
        let found = look(&expired(), &lists, &[]);
        assert_eq!(found.verdict, Verdict::Invalid, "{found:?}");
        assert!(
            codes(&found).iter().any(
                |code| code.starts_with("claimSignature.outside") || *code == "signingCredential.expired"
            )
        );
        assert_eq!(found.signed_at.unwrap().accepted_by, None);
    }
}

#[test]
fn a_stamp_under_a_signers_anchor_does_not_count() {
    let asset = signed(with_leaf(&expired()), Some(stamps_under(SIGNERS, &stamper())));
    let found = look(&asset, &[list("signers", SIGNERS)], &[list("stamps", STAMPS)]);
    assert_eq!(found.verdict, Verdict::Invalid, "{found:?}");
}

#[test]
fn a_stamp_by_a_certificate_for_something_else_does_not_count() {
    let mut other = stamper();
    other.extended_key_usages = vec![ExtendedKeyUsagePurpose::EmailProtection];
    let asset = signed(with_leaf(&expired()), Some(stamps_under(STAMPS, &other)));
    let found = look(&asset, &[list("signers", SIGNERS)], &[list("stamps", STAMPS)]);
    assert_eq!(found.verdict, Verdict::Invalid, "{found:?}");
}

/// The c2pa crate takes a leaf for an authority: anybody with an accepted certificate could issue more.
#[test]
fn a_leaf_that_issues_certificates_accepts_nobody() {
    let issuer = leaf();
    let mut below = leaf();
    below.distinguished_name.push(rcgen::DnType::CommonName, "an impostor");
    let chain = vec![issue(&below, LEAF, &issuer, 5), issue(&issuer, 5, &root(SIGNERS), SIGNERS)];
    let asset = signed(chain, None);
    let signers = list("signers", SIGNERS);
    let theirs = aimark_tests::judge::opinion(&asset, "image/png", Some(&signers.pem)).unwrap();
    assert_eq!(
        theirs.state,
        c2pa::ValidationState::Trusted,
        "the c2pa crate learnt it: {:?}",
        theirs.failures
    );
    let found = look(&asset, &[signers], &[]);
    assert_eq!((found.verdict, found.accepted_by), (Verdict::Valid, None));
}

#[test]
fn a_leaf_that_issues_stampers_accepts_no_stamp() {
    let mut issuer = leaf();
    issuer.not_before = date_time_ymd(2019, 1, 1);
    let chain = vec![issue(&stamper(), STAMPER, &issuer, 5), issue(&issuer, 5, &root(STAMPS), STAMPS)];
    let stamps = Authority { chain, key: key_of(&key(STAMPER).1) };
    let asset = signed(with_leaf(&expired()), Some(stamps));
    let found = look(&asset, &[list("signers", SIGNERS)], &[list("stamps", STAMPS)]);
    assert_eq!(found.verdict, Verdict::Invalid, "{found:?}");
}

#[test]
fn an_intermediate_is_followed() {
    let mut middle = authority("middle");
    middle.not_before = date_time_ymd(2019, 1, 1);
    let chain = |seed, params: &CertificateParams, top| {
        vec![issue(params, seed, &middle, 5), issue(&middle, 5, &root(top), top)]
    };
    let stamps = Authority { chain: chain(STAMPER, &stamper(), STAMPS), key: key_of(&key(STAMPER).1) };
    let asset = signed(chain(LEAF, &expired(), SIGNERS), Some(stamps));
    let found = look(&asset, &[list("signers", SIGNERS)], &[list("stamps", STAMPS)]);
    assert_eq!(found.verdict, Verdict::Trusted, "{found:?}");
}
