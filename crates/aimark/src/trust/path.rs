//! From a signing certificate to an anchor (RFC 5280, section 6), by way of `rustls-webpki`.

use pki_types::{
    AlgorithmIdentifier, CertificateDer, InvalidSignature, SignatureVerificationAlgorithm, TrustAnchor,
    UnixTime, alg_id,
};
use sha2::{Digest, Sha256, Sha384};
use webpki::{EndEntityCert, ExtendedKeyUsageValidator, KeyPurposeId, KeyPurposeIdIter, VerifiedPath};

use super::profile::ADMITTED;
use super::{Anchors, Certificate, SignerInfo};
use crate::time::Timestamp;

/// Why a signer is not accepted. This says nothing against the label: it may be intact all the same.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotAccepted {
    /// No anchor was given.
    #[error("no anchors were given")]
    NoAnchors,
    /// No chain leads from the signer to an anchor.
    #[error("no chain leads to an accepted anchor")]
    NoPath,
    /// A certificate between the signer and an anchor is expired, or not valid yet.
    #[error("a certificate in the chain is outside its validity")]
    Expired,
    /// A link of the chain is signed in a way that this engine does not check (RSA, P-521).
    #[error("the chain uses a signature algorithm that is not checked here")]
    Algorithm,
    /// Too many certificates of the same name stand between the signer and the anchors to try them all.
    #[error("too many possible chains to an accepted anchor")]
    TooManyPaths,
    /// A chain was found, but it breaks a rule of RFC 5280.
    #[error("the chain breaks a rule: {0}")]
    Rule(String),
}

/// An accepted signer, and by which anchor. Only [`accept`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Accepted {
    anchor: SignerInfo,
}

impl Accepted {
    pub(crate) fn anchor(&self) -> &SignerInfo {
        &self.anchor
    }

    pub(crate) fn into_anchor(self) -> SignerInfo {
        self.anchor
    }
}

/// Whether a chain of `leaf` and `intermediates` leads to one of `anchors` at a moment.
pub(super) fn accept(
    leaf: &Certificate,
    intermediates: &[Certificate],
    anchors: &Anchors,
    at: Timestamp,
) -> Result<Accepted, NotAccepted> {
    if anchors.is_empty() {
        return Err(NotAccepted::NoAnchors);
    }
    if let Some(same) = anchors.in_force(at).find(|anchor| *anchor == leaf) {
        return Ok(Accepted { anchor: same.describe() });
    }
    let authorities: Vec<_> = anchors.in_force(at).filter(|anchor| anchor.is_authority()).collect();
    let ders: Vec<_> = authorities.iter().map(|anchor| CertificateDer::from(anchor.der())).collect();
    let roots: Vec<TrustAnchor<'_>> =
        ders.iter().filter_map(|der| webpki::anchor_from_trusted_cert(der).ok()).collect();
    let intermediates: Vec<_> = intermediates.iter().map(|c| CertificateDer::from(c.der())).collect();
    let leaf = CertificateDer::from(leaf.der());
    let leaf = EndEntityCert::try_from(&leaf).map_err(|e| refused(&e))?;
    let time = UnixTime::since_unix_epoch(core::time::Duration::from_secs(at.unsigned()));
    let path = leaf
        .verify_for_usage(CHECKED, &roots, &intermediates, time, ClaimSigner, None, Some(&issuers_may_issue))
        .map_err(|e| refused(&e))?;
    let used = path.anchor();
    let anchor = authorities.iter().find(|anchor| {
        webpki::anchor_from_trusted_cert(&CertificateDer::from(anchor.der())).is_ok_and(|a| a == *used)
    });
    anchor.map(|anchor| Accepted { anchor: anchor.describe() }).ok_or(NotAccepted::NoPath)
}

/// That the intermediates' key usage lets them issue certificates (RFC 5280, 6.1.4 n), which the library leaves to us.
fn issuers_may_issue(path: &VerifiedPath<'_>) -> Result<(), webpki::Error> {
    let may =
        |der: CertificateDer<'_>| Certificate::from_der(der.to_vec(), 1).is_ok_and(|c| c.is_authority());
    let all = path.intermediate_certificates().all(|certificate| may(certificate.der()));
    if all { Ok(()) } else { Err(webpki::Error::EndEntityUsedAsCa) }
}

fn refused(error: &webpki::Error) -> NotAccepted {
    match error {
        // An anchor that has the issuer's name and another key is not its issuer: local roots share one name.
        webpki::Error::UnknownIssuer | webpki::Error::InvalidSignatureForPublicKey => NotAccepted::NoPath,
        webpki::Error::MaximumSignatureChecksExceeded | webpki::Error::MaximumPathBuildCallsExceeded => {
            NotAccepted::TooManyPaths
        }
        webpki::Error::CertExpired { .. } | webpki::Error::CertNotValidYet { .. } => NotAccepted::Expired,
        webpki::Error::UnsupportedSignatureAlgorithmContext(_)
        | webpki::Error::UnsupportedSignatureAlgorithmForPublicKeyContext(_) => NotAccepted::Algorithm,
        other => NotAccepted::Rule(other.to_string()),
    }
}

/// The purposes that a signer, and every authority above it that restricts purposes, must allow.
struct ClaimSigner;

impl ExtendedKeyUsageValidator for ClaimSigner {
    fn validate(&self, mut purposes: KeyPurposeIdIter<'_, '_>) -> Result<(), webpki::Error> {
        let mut none = true;
        let allowed = purposes.try_fold(false, |found, purpose| {
            none = false;
            let purpose = purpose?;
            let admitted = ADMITTED.iter().any(|wanted| purpose == KeyPurposeId::new(wanted.as_bytes()));
            Ok::<_, webpki::Error>(found || admitted)
        })?;
        if none || allowed { Ok(()) } else { Err(webpki::Error::UnknownIssuer) }
    }
}

/// The algorithms by which links of a chain may be signed.
const CHECKED: &[&dyn SignatureVerificationAlgorithm] =
    &[&Link::Ed25519, &Link::P256Sha256, &Link::P256Sha384, &Link::P384Sha256, &Link::P384Sha384];

/// One pair of key type and signature algorithm.
#[derive(Debug, Clone, Copy)]
enum Link {
    Ed25519,
    P256Sha256,
    P256Sha384,
    P384Sha256,
    P384Sha384,
}

impl SignatureVerificationAlgorithm for Link {
    fn verify_signature(
        &self,
        public: &[u8],
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), InvalidSignature> {
        let holds = match self {
            Self::Ed25519 => crate::key::verify(public, message, signature).is_some(),
            Self::P256Sha256 => p256_holds(public, &Sha256::digest(message), signature),
            Self::P256Sha384 => p256_holds(public, &Sha384::digest(message), signature),
            Self::P384Sha256 => p384_holds(public, &Sha256::digest(message), signature),
            Self::P384Sha384 => p384_holds(public, &Sha384::digest(message), signature),
        };
        if holds { Ok(()) } else { Err(InvalidSignature) }
    }

    fn public_key_alg_id(&self) -> AlgorithmIdentifier {
        match self {
            Self::Ed25519 => alg_id::ED25519,
            Self::P256Sha256 | Self::P256Sha384 => alg_id::ECDSA_P256,
            Self::P384Sha256 | Self::P384Sha384 => alg_id::ECDSA_P384,
        }
    }

    fn signature_alg_id(&self) -> AlgorithmIdentifier {
        match self {
            Self::Ed25519 => alg_id::ED25519,
            Self::P256Sha256 | Self::P384Sha256 => alg_id::ECDSA_SHA256,
            Self::P256Sha384 | Self::P384Sha384 => alg_id::ECDSA_SHA384,
        }
    }
}

fn p256_holds(public: &[u8], digest: &[u8], signature: &[u8]) -> bool {
    use p256::ecdsa::{DerSignature, VerifyingKey, signature::hazmat::PrehashVerifier as _};
    let Ok(key) = VerifyingKey::from_sec1_bytes(public) else { return false };
    DerSignature::try_from(signature).is_ok_and(|s| key.verify_prehash(digest, &s).is_ok())
}

fn p384_holds(public: &[u8], digest: &[u8], signature: &[u8]) -> bool {
    use p384::ecdsa::{DerSignature, VerifyingKey, signature::hazmat::PrehashVerifier as _};
    let Ok(key) = VerifyingKey::from_sec1_bytes(public) else { return false };
    DerSignature::try_from(signature).is_ok_and(|s| key.verify_prehash(digest, &s).is_ok())
}
