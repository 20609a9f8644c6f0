//! The certificate profile for claim signing (C2PA 2.2, 14.5.1).

use x509_cert::Version;
use x509_cert::der::Encode;
use x509_cert::der::oid::{AssociatedOid, ObjectIdentifier};
use x509_cert::ext::pkix::{AuthorityKeyIdentifier, BasicConstraints, ExtendedKeyUsage, KeyUsage};

use super::Certificate;

/// The purposes of which a claim signer must have one: C2PA claim signing, e-mail protection (RFC 5280), document
/// signing (RFC 9336). The specification leaves the list to the validator; these are the ones that its conformance
/// programme asks authorities for.
pub(super) const ADMITTED: [ObjectIdentifier; 3] = [
    ObjectIdentifier::new_unwrap("1.3.6.1.4.1.62558.2.1"),
    ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.4"),
    ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.36"),
];
/// Purposes that a claim signer must not have: any, time stamping, OCSP signing.
const FORBIDDEN: [ObjectIdentifier; 3] = [
    ObjectIdentifier::new_unwrap("2.5.29.37.0"),
    ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.8"),
    ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.9"),
];
/// Extensions that this engine understands, and may therefore meet marked critical: basic constraints, key
/// usage, extended key usage.
const UNDERSTOOD: [ObjectIdentifier; 3] = [
    ObjectIdentifier::new_unwrap("2.5.29.19"),
    ObjectIdentifier::new_unwrap("2.5.29.15"),
    ObjectIdentifier::new_unwrap("2.5.29.37"),
];
/// The algorithms by which a signing certificate may itself be signed (C2PA 2.2, 14.5.1): Ed25519; ECDSA with
/// SHA-256, -384, -512; RSA PKCS #1 with the same; RSASSA-PSS.
const SIGNED_BY: [ObjectIdentifier; 8] = [
    ObjectIdentifier::new_unwrap("1.3.101.112"),
    ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2"),
    ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.3"),
    ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.4"),
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11"),
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.12"),
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.13"),
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.10"),
];

/// The rule of the certificate profile that a signing certificate breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ProfileFault {
    /// The version is not 3.
    #[error("the certificate is not X.509 version 3")]
    Version,
    /// A unique identifier field is present.
    #[error("the certificate has a unique identifier field")]
    UniqueId,
    /// The inner and outer signature algorithms differ, or are not among those of the specification.
    #[error("the certificate is signed by an algorithm that C2PA does not admit")]
    SignatureAlgorithm,
    /// The subject has no organization; only asked for when signing. Some readers refuse such a signer's labels.
    #[error("the certificate's subject names no organization")]
    Organization,
    /// The certificate is an authority's.
    #[error("the certificate is a certificate authority's, not a signer's")]
    Authority,
    /// Key usage is absent, not critical, lacks digitalSignature or has keyCertSign.
    #[error("the key usage must be critical, with digitalSignature and without keyCertSign")]
    KeyUsage,
    /// None of C2PA claim signing, e-mail protection and document signing is among the purposes.
    #[error("the extended key usage has none of C2PA claim signing, e-mail protection and document signing")]
    Purpose,
    /// A purpose that a signer must not have: any, time stamping, OCSP signing.
    #[error("the extended key usage has a purpose that a signer must not have")]
    ForbiddenPurpose,
    /// No authority key identifier.
    #[error("the certificate has no authority key identifier")]
    NoAuthorityKeyId,
    /// A critical extension that is not understood, or one that cannot be read.
    #[error("the certificate has a critical extension that is not understood")]
    CriticalExtension,
}

/// Proof that a certificate meets the profile. Only [`check`] makes one.
#[derive(Debug)]
pub(crate) struct SoundCredential(());

/// Checks the certificate that signs claims.
pub(crate) fn check(certificate: &Certificate) -> Result<SoundCredential, ProfileFault> {
    let tbs = certificate.parsed().tbs_certificate();
    if tbs.version() != Version::V3 {
        return Err(ProfileFault::Version);
    }
    if tbs.issuer_unique_id().is_some() || tbs.subject_unique_id().is_some() {
        return Err(ProfileFault::UniqueId);
    }
    let algorithm = certificate.parsed().signature_algorithm();
    if tbs.signature() != algorithm || !SIGNED_BY.contains(&algorithm.oid) {
        return Err(ProfileFault::SignatureAlgorithm);
    }
    if certificate.extension::<BasicConstraints>().is_some_and(|(_, bc)| bc.ca) {
        return Err(ProfileFault::Authority);
    }
    key_usage(certificate)?;
    purposes(certificate)?;
    // Asked for only where the certificate is not self-signed, but other validators want it always.
    let (_, issuer) =
        certificate.extension::<AuthorityKeyIdentifier>().ok_or(ProfileFault::NoAuthorityKeyId)?;
    if issuer.key_identifier.is_none() && issuer.authority_cert_serial_number.is_none() {
        return Err(ProfileFault::NoAuthorityKeyId);
    }
    extensions(certificate)?;
    Ok(SoundCredential(()))
}

/// Checks the certificate that is about to sign: the profile, and what other readers ask for besides.
pub(crate) fn check_for_signing(certificate: &Certificate) -> Result<SoundCredential, ProfileFault> {
    let sound = check(certificate)?;
    match certificate.describe().organization {
        Some(_) => Ok(sound),
        None => Err(ProfileFault::Organization),
    }
}

fn key_usage(certificate: &Certificate) -> Result<(), ProfileFault> {
    match certificate.extension::<KeyUsage>() {
        Some((true, usage)) if usage.digital_signature() && !usage.key_cert_sign() => {
            // Bits beyond those that are counted must be zero in DER; the reader lets them pass.
            let all = certificate.parsed().tbs_certificate().extensions().map_or(&[][..], Vec::as_slice);
            let value = all.iter().find(|e| e.extn_id == KeyUsage::OID).map(|e| e.extn_value.as_bytes());
            if usage.to_der().ok().as_deref() == value { Ok(()) } else { Err(ProfileFault::KeyUsage) }
        }
        _ => Err(ProfileFault::KeyUsage),
    }
}

fn purposes(certificate: &Certificate) -> Result<(), ProfileFault> {
    let (_, ExtendedKeyUsage(purposes)) =
        certificate.extension::<ExtendedKeyUsage>().ok_or(ProfileFault::Purpose)?;
    if purposes.iter().any(|p| FORBIDDEN.contains(p)) {
        return Err(ProfileFault::ForbiddenPurpose);
    }
    if purposes.iter().any(|p| ADMITTED.contains(p)) { Ok(()) } else { Err(ProfileFault::Purpose) }
}

fn extensions(certificate: &Certificate) -> Result<(), ProfileFault> {
    let all = certificate.parsed().tbs_certificate().extensions().map_or(&[][..], Vec::as_slice);
    let mut seen = std::collections::HashSet::new();
    for extension in all {
        let repeated = !seen.insert(extension.extn_id);
        if repeated || (extension.critical && !UNDERSTOOD.contains(&extension.extn_id)) {
            return Err(ProfileFault::CriticalExtension);
        }
    }
    // `Certificate::extension` answers `None` also for one that cannot be read: that must not pass as absent.
    let unreadable = certificate.parsed().tbs_certificate().get_extension::<BasicConstraints>().is_err();
    if unreadable { Err(ProfileFault::CriticalExtension) } else { Ok(()) }
}
