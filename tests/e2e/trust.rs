//! Whose signature is accepted, and when.

use aimark::{Anchors, Code, NotAccepted, Report, Trust, Verdict, VerifyContext};
use aimark_tests::forge::{self, Forge};
use aimark_tests::{certificates as certs, now, pictures};
use ed25519_dalek::SigningKey;
use rcgen::{
    CertificateParams, Issuer, KeyPair, PKCS_ECDSA_P256_SHA256, PKCS_ECDSA_P384_SHA384, PKCS_ED25519,
};

fn pem(der: &[u8]) -> String {
    x509_cert::der::pem::encode_string("CERTIFICATE", x509_cert::der::pem::LineEnding::LF, der).unwrap()
}

/// A picture signed by the key `[3; 32]` with `chain`.
fn labelled(chain: Vec<Vec<u8>>) -> Vec<u8> {
    Forge { chain, key: SigningKey::from_bytes(&[3; 32]), ..Forge::default() }.png(&pictures::png(4, 4))
}

fn judged(chain: Vec<Vec<u8>>, anchors: &[&[u8]], at: &str) -> Report {
    let mut accepted = Anchors::new();
    for der in anchors {
        accepted.add_pem(pem(der).as_bytes()).unwrap();
    }
    let context = VerifyContext { anchors: &accepted, ..VerifyContext::new(at.parse().unwrap()) };
    aimark::verify(&labelled(chain), &context).unwrap()
}

const NOW: &str = "2026-11-21T12:00:00Z";

/// Root, intermediate and leaf; the authorities with keys of the given kinds.
struct Made {
    root: Vec<u8>,
    middle: Vec<u8>,
    leaf: Vec<u8>,
}

fn made(root_key: KeyPair, middle_key: KeyPair, leaf: CertificateParams, middle: CertificateParams) -> Made {
    let root_params = certs::authority("top");
    let root = root_params.self_signed(&root_key).unwrap().der().to_vec();
    let top = Issuer::new(root_params, root_key);
    let middle_der = middle.signed_by(&middle_key, &top).unwrap().der().to_vec();
    let between = Issuer::new(middle, middle_key);
    let leaf = leaf.signed_by(&certs::key(3).0, &between).unwrap().der().to_vec();
    Made { root, middle: middle_der, leaf }
}

fn plain() -> Made {
    made(certs::key(1).0, certs::key(2).0, certs::leaf(), certs::authority("between"))
}

fn reason(report: &Report) -> String {
    let found = report.findings().iter().find(|f| f.code == Code::SigningCredentialUntrusted);
    found.map(|f| f.words.clone()).unwrap_or_default()
}

#[test]
fn a_chain_to_an_anchor_is_trusted_whatever_keys_its_authorities_have() {
    let generate = |kind| KeyPair::generate_for(kind).unwrap();
    for root in [&PKCS_ED25519, &PKCS_ECDSA_P256_SHA256, &PKCS_ECDSA_P384_SHA384] {
        for middle in [&PKCS_ED25519, &PKCS_ECDSA_P256_SHA256, &PKCS_ECDSA_P384_SHA384] {
            let made = made(generate(root), generate(middle), certs::leaf(), certs::authority("between"));
            let report = judged(vec![made.leaf.clone(), made.middle.clone()], &[&made.root], NOW);
            assert_eq!(report.verdict(), Verdict::Trusted, "{root:?} {middle:?}: {}", reason(&report));
            assert_eq!(report.proof().unwrap().anchor().unwrap().common_name, "top");
            assert_eq!(report.trust(), Trust::Accepted);
        }
    }
}

#[test]
fn an_intermediate_or_the_signer_itself_can_be_the_anchor() {
    let made = plain();
    let chain = vec![made.leaf.clone(), made.middle.clone()];
    assert_eq!(judged(chain.clone(), &[&made.middle], NOW).verdict(), Verdict::Trusted);
    assert_eq!(judged(chain.clone(), &[&made.leaf], NOW).verdict(), Verdict::Trusted);
    assert_eq!(judged(vec![made.leaf.clone()], &[&made.leaf], NOW).verdict(), Verdict::Trusted);
}

#[test]
fn a_signer_that_leads_nowhere_is_valid_with_the_reason() {
    let made = plain();
    let chain = vec![made.leaf.clone(), made.middle.clone()];
    let other = plain_other();
    let none = judged(chain.clone(), &[], NOW);
    assert_eq!((none.verdict(), none.trust(), reason(&none)), {
        (Verdict::Valid, Trust::Unknown, NotAccepted::NoAnchors.to_string())
    });
    let unrelated = judged(chain, &[&other.root], NOW);
    assert_eq!(
        (unrelated.verdict(), unrelated.trust()),
        (Verdict::Valid, Trust::Unknown),
        "same name, other key"
    );
    let gap = judged(vec![made.leaf], &[&made.root], NOW);
    assert_eq!((gap.verdict(), reason(&gap)), (Verdict::Valid, NotAccepted::NoPath.to_string()));
}

/// Authorities with the names of [`plain`] and other keys.
fn plain_other() -> Made {
    made(certs::key(11).0, certs::key(12).0, certs::leaf(), certs::authority("between"))
}

#[test]
fn a_signer_cannot_issue_signers() {
    // The leaf of a trusted chain issues a further leaf.
    let made = plain();
    let mut false_authority = certs::leaf();
    false_authority.distinguished_name.push(rcgen::DnType::CommonName, "a signer");
    let issuer = Issuer::new(false_authority, certs::key(3).0);
    let mut params = certs::leaf();
    params.distinguished_name.push(rcgen::DnType::CommonName, "an impostor");
    let impostor = params.signed_by(&certs::key(3).0, &issuer).unwrap().der().to_vec();
    let chain = vec![impostor, made.leaf.clone(), made.middle];
    assert_eq!(judged(chain.clone(), &[&made.root], NOW).verdict(), Verdict::Valid);
    // Nor does it when the signer itself is an anchor: that accepts the signer, not what it issued.
    assert_eq!(judged(chain, &[&made.leaf], NOW).verdict(), Verdict::Valid);
}

#[test]
fn rules_of_the_chain_are_kept() {
    let anchored = |leaf: CertificateParams, middle: CertificateParams| {
        let made = made(certs::key(1).0, certs::key(2).0, leaf, middle);
        judged(vec![made.leaf, made.middle], &[&made.root], NOW)
    };
    let mut expired = certs::authority("between");
    expired.not_after = rcgen::date_time_ymd(2026, 2, 1);
    let report = anchored(certs::leaf(), expired);
    assert_eq!((report.verdict(), reason(&report)), (Verdict::Valid, NotAccepted::Expired.to_string()));

    let mut no_authority = certs::authority("between");
    no_authority.is_ca = rcgen::IsCa::ExplicitNoCa;
    assert_eq!(anchored(certs::leaf(), no_authority).verdict(), Verdict::Valid);

    let mut other_purpose = certs::authority("between");
    other_purpose.extended_key_usages = vec![rcgen::ExtendedKeyUsagePurpose::ServerAuth];
    assert_eq!(anchored(certs::leaf(), other_purpose).verdict(), Verdict::Valid);

    let mut same_purpose = certs::authority("between");
    same_purpose.extended_key_usages = vec![rcgen::ExtendedKeyUsagePurpose::EmailProtection];
    assert_eq!(anchored(certs::leaf(), same_purpose).verdict(), Verdict::Trusted);
}

#[test]
fn any_admitted_purpose_alone_will_do_for_signer_and_authority() {
    let only = |purpose: rcgen::ExtendedKeyUsagePurpose| {
        let (mut leaf, mut middle) = (certs::leaf(), certs::authority("between"));
        leaf.extended_key_usages = vec![purpose.clone()];
        middle.extended_key_usages = vec![purpose];
        let made = made(certs::key(1).0, certs::key(2).0, leaf, middle);
        judged(vec![made.leaf, made.middle], &[&made.root], NOW)
    };
    for purpose in [
        rcgen::ExtendedKeyUsagePurpose::Other(certs::CLAIM_SIGNING.to_vec()),
        rcgen::ExtendedKeyUsagePurpose::EmailProtection,
        rcgen::ExtendedKeyUsagePurpose::Other(vec![1, 3, 6, 1, 5, 5, 7, 3, 36]),
    ] {
        let report = only(purpose.clone());
        assert_eq!(report.verdict(), Verdict::Trusted, "{purpose:?}: {}", reason(&report));
    }
}

#[test]
fn an_authority_whose_key_may_not_sign_certificates_issues_nothing() {
    let mut silent = certs::authority("between");
    silent.key_usages = vec![rcgen::KeyUsagePurpose::DigitalSignature];
    let under = made(certs::key(1).0, certs::key(2).0, certs::leaf(), silent.clone());
    assert_eq!(
        judged(vec![under.leaf.clone(), under.middle.clone()], &[&under.root], NOW).verdict(),
        Verdict::Valid
    );
    assert_eq!(judged(vec![under.leaf], &[&under.middle], NOW).verdict(), Verdict::Valid, "as an anchor");
}

#[test]
fn a_signer_without_an_organization_does_not_sign_because_others_would_not_read_it() {
    let mut nameless = certs::leaf();
    nameless.distinguished_name = rcgen::DistinguishedName::new();
    nameless.distinguished_name.push(rcgen::DnType::CommonName, "a signer");
    let chain = pem(&certs::issue(&nameless, 3));
    let error = aimark::Chain::from_pem(chain.as_bytes()).unwrap_err().to_string();
    assert!(error.ends_with("names no organization"), "{error}");
}

#[test]
fn anchors_are_judged_at_the_same_time_as_the_chain() {
    let mut old = certs::authority("old");
    old.not_after = rcgen::date_time_ymd(2026, 6, 1);
    let root = old.self_signed(&certs::key(1).0).unwrap().der().to_vec();
    let leaf = certs::leaf().signed_by(&certs::key(3).0, &Issuer::new(old, certs::key(1).0)).unwrap();
    let chain = vec![leaf.der().to_vec()];
    assert_eq!(judged(chain.clone(), &[&root], "2026-05-01T00:00:00Z").verdict(), Verdict::Trusted);
    assert_eq!(judged(chain, &[&root], NOW).verdict(), Verdict::Valid);
}

#[test]
fn an_expired_signer_is_invalid_though_the_content_is_intact() {
    let made = plain();
    let report = judged(vec![made.leaf, made.middle], &[&made.root], "2036-06-01T00:00:00Z");
    assert_eq!((report.verdict(), report.integrity()), (Verdict::Invalid, aimark::Integrity::Intact));
    assert!(report.proof().is_none());
}

#[test]
fn a_chain_over_rsa_is_not_checked_and_says_so() {
    let folder = aimark_tests::project().join("tests/corpus/chains");
    let read = |name: &str| forge::der(&std::fs::read_to_string(folder.join(name)).unwrap());
    let report = judged(vec![read("rsa-leaf.pem")], &[&read("rsa-root.pem")], "2027-01-01T00:00:00Z");
    assert_eq!((report.verdict(), reason(&report)), (Verdict::Valid, NotAccepted::Algorithm.to_string()));
}

#[test]
fn the_public_trust_list_loads() {
    let Some(folder) = aimark_tests::shared_data("trust") else { return };
    let mut anchors = Anchors::new();
    let count = anchors.add_pem(&std::fs::read(folder.join("C2PA-TRUST-LIST.pem")).unwrap()).unwrap();
    assert_eq!((count, anchors.len()), (30, 30));
    assert_eq!(anchors.add_pem(&std::fs::read(folder.join("C2PA-TRUST-LIST.pem")).unwrap()), Ok(0), "again");
    let made = plain();
    let context = VerifyContext { anchors: &anchors, ..VerifyContext::new(now()) };
    let report = aimark::verify(&labelled(vec![made.leaf, made.middle]), &context).unwrap();
    assert_eq!(report.verdict(), Verdict::Valid);
}
