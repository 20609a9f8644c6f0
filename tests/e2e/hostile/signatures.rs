//! Signatures that do not hold, and certificates that may not sign.

use aimark_tests::cbor::{array, bytes, map, nint, tag, text, uint};
use aimark_tests::certificates as certs;
use aimark_tests::forge::{self, Forge, cose};
use ed25519_dalek::SigningKey;
use rcgen::{CertificateParams, ExtendedKeyUsagePurpose};

use super::Want::{Foreign, Invalid, Limit};
use super::{Case, Want, png};

fn signature(name: &'static str, want: Want, make: fn(&[u8], &[u8]) -> Vec<u8>) -> Case {
    png(name, want, Forge { cose: Box::new(make), ..Forge::default() })
}

pub fn signatures() -> Vec<Case> {
    const MISMATCH: &[&str] = &["claimSignature.mismatch"];
    let chain = || vec![forge::der(aimark_tests::identity().certificate_pem())];
    vec![
        signature("signature-untagged", Invalid(MISMATCH), |p, s| cose(p, Vec::new(), s)[1..].to_vec()),
        signature("signature-payload-attached", Invalid(MISMATCH), |p, s| {
            tag(18, array(&[bytes(p), map(&[]), bytes(&[]), bytes(s)]))
        }),
        signature("signature-three-parts", Invalid(MISMATCH), |p, s| {
            tag(18, array(&[bytes(p), map(&[]), bytes(s)]))
        }),
        signature("signature-pad-not-zero", Invalid(MISMATCH), |p, s| {
            cose(p, vec![(text("pad"), bytes(&[0, 1, 0]))], s)
        }),
        signature("signature-padding-renamed", Foreign, |p, s| {
            cose(p, vec![(text("pad2"), bytes(&[0; 9]))], s)
        }),
        signature("signature-padding-divided", Foreign, |p, s| {
            cose(p, vec![(text("pad"), bytes(&[0; 4])), (text("pad2"), bytes(&[0; 4]))], s)
        }),
        signature("signature-padding-of-nothing", Foreign, |p, s| {
            cose(p, vec![(text("pad"), bytes(&[]))], s)
        }),
        signature("signature-padding-and-nothing", Foreign, |p, s| {
            cose(p, vec![(text("pad"), bytes(&[0; 9])), (text("pad2"), bytes(&[]))], s)
        }),
        signature("signature-time-stamp", Foreign, |p, s| cose(p, vec![(text("sigTst2"), map(&[]))], s)),
        signature("signature-cut", Invalid(MISMATCH), |p, s| cose(p, Vec::new(), &s[..63])),
        signature("signature-zero", Invalid(MISMATCH), |p, _| cose(p, Vec::new(), &[0; 64])),
        signature("signature-s-plus-order", Invalid(MISMATCH), |p, s| cose(p, Vec::new(), &plus_order(s))),
        signature("signature-trailing-byte", Invalid(MISMATCH), |p, s| {
            [cose(p, Vec::new(), s), vec![0]].concat()
        }),
        signature("signature-algorithm-es256", Foreign, move |_, s| {
            let chain = vec![forge::der(aimark_tests::identity().certificate_pem())];
            cose(&forge::protected(nint(6), &chain), Vec::new(), s)
        }),
        signature("signature-no-algorithm", Invalid(MISMATCH), |_, s| {
            let chain = forge::der(aimark_tests::identity().certificate_pem());
            cose(&aimark_tests::cbor::raw_map(&[(uint(33), bytes(&chain))]), Vec::new(), s)
        }),
        signature("signature-no-certificates", Foreign, |_, s| {
            cose(&aimark_tests::cbor::raw_map(&[(uint(1), nint(7))]), Vec::new(), s)
        }),
        png("signature-by-another-key", Invalid(MISMATCH), {
            Forge { key: SigningKey::from_bytes(&[5; 32]), ..Forge::default() }
        }),
        png("certificate-garbage", Invalid(&["signingCredential.invalid"]), {
            Forge { chain: vec![vec![0x30, 0x03, 1, 1, 1]], ..Forge::default() }
        }),
        png("certificate-trailing-byte", Invalid(&["signingCredential.invalid"]), {
            let chain = chain().into_iter().map(|der| [der, vec![0]].concat()).collect();
            Forge { chain, ..Forge::default() }
        }),
        png("certificates-too-many", Limit("certificates in a chain"), {
            Forge { chain: std::iter::repeat_n(chain(), 9).flatten().collect(), ..Forge::default() }
        }),
    ]
}

/// The same signature with the group order added to S: another encoding of the same number.
fn plus_order(signature: &[u8]) -> Vec<u8> {
    const ORDER: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let mut out = signature.to_vec();
    let mut carry = 0;
    for (byte, order) in out[32..].iter_mut().zip(ORDER) {
        let sum = u16::from(*byte) + u16::from(order) + carry;
        *byte = sum as u8;
        carry = sum >> 8;
    }
    out
}

fn credential(name: &'static str, change: impl Fn(&mut CertificateParams)) -> Case {
    let mut params = certs::leaf();
    change(&mut params);
    let (key, pem) = (SigningKey::from_bytes(&[3; 32]), certs::issue(&params, 3));
    png(name, Invalid(&["signingCredential.invalid"]), Forge { chain: vec![pem], key, ..Forge::default() })
}

pub fn credentials() -> Vec<Case> {
    let purposes =
        |p: &mut CertificateParams, all: &[ExtendedKeyUsagePurpose]| p.extended_key_usages = all.to_vec();
    let good = [
        ExtendedKeyUsagePurpose::Other(certs::CLAIM_SIGNING.to_vec()),
        ExtendedKeyUsagePurpose::EmailProtection,
    ];
    let expired = |name, from: i32, to: i32| {
        let mut params = certs::leaf();
        params.not_before = rcgen::date_time_ymd(from, 1, 1);
        params.not_after = rcgen::date_time_ymd(to, 1, 1);
        let (key, chain) = (SigningKey::from_bytes(&[3; 32]), vec![certs::issue(&params, 3)]);
        png(name, Invalid(&["claimSignature.outsideValidity"]), Forge { chain, key, ..Forge::default() })
    };
    vec![
        credential("credential-authority", |p| {
            p.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        }),
        credential("credential-key-usage-missing", |p| p.key_usages = Vec::new()),
        credential("credential-key-usage-not-critical", |p| {
            p.key_usages = Vec::new();
            p.custom_extensions = vec![certs::key_usage(false, &[3, 2, 7, 0x80])];
        }),
        credential("credential-key-usage-cert-sign", |p| {
            p.key_usages.push(rcgen::KeyUsagePurpose::KeyCertSign);
        }),
        credential("credential-key-usage-no-signature", |p| {
            p.key_usages = vec![rcgen::KeyUsagePurpose::KeyAgreement];
        }),
        credential("credential-purpose-missing", |p| purposes(p, &[])),
        credential("credential-purpose-other", |p| purposes(p, &[ExtendedKeyUsagePurpose::ServerAuth])),
        credential("credential-purpose-any", move |p| {
            purposes(p, &[&good.clone()[..], &[ExtendedKeyUsagePurpose::Any]].concat());
        }),
        credential("credential-purpose-time-stamping", |p| {
            purposes(p, &[ExtendedKeyUsagePurpose::EmailProtection, ExtendedKeyUsagePurpose::TimeStamping]);
        }),
        credential("credential-purpose-ocsp", |p| {
            purposes(p, &[ExtendedKeyUsagePurpose::EmailProtection, ExtendedKeyUsagePurpose::OcspSigning]);
        }),
        credential("credential-no-issuer-key-id", |p| p.use_authority_key_identifier_extension = false),
        credential("credential-critical-extension", |p| {
            let mut extension = rcgen::CustomExtension::from_oid_content(&[1, 2, 3, 4], vec![5, 0]);
            extension.set_criticality(true);
            p.custom_extensions = vec![extension];
        }),
        expired("credential-expired", 2020, 2025),
        expired("credential-not-valid-yet", 2030, 2035),
    ]
}
