//! Asking a certification authority for a certificate (PKCS#10, RFC 2986).

use der::EncodePem;
use der::asn1::SetOfVec;
use der::pem::LineEnding;
use x509_cert::request::{CertReq, CertReqInfo, ExtensionReq, Version};

use crate::certificate::{claim_signing_usage, ed25519, public_key_info, signature};
use crate::{IdentityError, Subject, key};

/// A certificate request for `subject` and the public half of `key_pem`, as PEM.
///
/// It asks for the key usage and the extended key usages of a certificate that signs claims (C2PA 2.2 section
/// 14.5.1), in an `extensionRequest` attribute (RFC 2985 section 5.4.2). The authority decides what it
/// issues. The request is signed with the key, which proves that whoever asks has it.
///
/// `key_pem` is an unencrypted Ed25519 key in PKCS#8, version 1 or 2; the first one of the text counts.
///
/// # Errors
///
/// [`IdentityError::KeyEncrypted`], [`IdentityError::PemMissing`], [`IdentityError::KeyMalformed`] or
/// [`IdentityError::KeyUnsupported`].
///
/// ```
/// # use aimark_identity::Identity;
/// use aimark_identity::{Subject, certificate_request};
///
/// # let randomness: [u8; 96] = std::array::from_fn(|i| i.to_le_bytes()[0]);
/// let subject = Subject::new("KZ", "Example Studio", "Example Studio labels")?;
/// # let identity = Identity::generate(&subject, 1_767_225_600, 3650, &randomness)?;
/// let request = certificate_request(&subject, &identity.key_pem())?;
/// assert!(request.starts_with("-----BEGIN CERTIFICATE REQUEST-----\n"));
/// # Ok::<(), aimark_identity::IdentityError>(())
/// ```
pub fn certificate_request(subject: &Subject, key_pem: &str) -> Result<String, IdentityError> {
    let key = key::from_pem(key_pem)?;
    let extensions = ExtensionReq(claim_signing_usage()?.into());
    let info = CertReqInfo {
        version: Version::V1,
        subject: subject.to_name()?,
        public_key: public_key_info(&key.verifying_key())?,
        attributes: SetOfVec::from_iter([extensions.try_into()?])?,
    };
    let signature = signature(&key, &info)?;
    Ok(CertReq { info, algorithm: ed25519(), signature }.to_pem(LineEnding::LF)?)
}
