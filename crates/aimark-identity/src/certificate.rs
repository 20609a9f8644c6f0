//! The two certificates of an identity (RFC 5280 section 4, C2PA 2.2 section 14.5).

use der::asn1::{BitString, ObjectIdentifier, OctetString};
use der::oid::AssociatedOid;
use der::oid::db::rfc5280::ID_KP_EMAIL_PROTECTION;
use der::oid::db::rfc8410::ID_ED_25519;
use der::pem::LineEnding;
use der::{Document, Encode, Sequence};
use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};
use x509_cert::certificate::Version;
use x509_cert::ext::Extension;
use x509_cert::ext::pkix::{
    AuthorityKeyIdentifier, BasicConstraints, ExtendedKeyUsage, KeyUsage, KeyUsages, SubjectKeyIdentifier,
};
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};
use x509_cert::time::Validity;

use crate::{IdentityError, pem};

/// `c2pa-kp-claimSigning` of the C2PA Certificate Policy.
pub(crate) const CLAIM_SIGNING: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.4.1.62558.2.1");

/// What a certificate says, before it is signed.
pub(crate) struct Content {
    pub(crate) serial: SerialNumber,
    pub(crate) issuer: Name,
    pub(crate) subject: Name,
    pub(crate) validity: Validity,
    pub(crate) key: VerifyingKey,
    pub(crate) extensions: Vec<Extension>,
}

impl Content {
    /// Signs the certificate and gives it as PEM.
    pub(crate) fn sign(self, issuer_key: &SigningKey) -> Result<String, IdentityError> {
        let body = TbsCertificate {
            version: Version::V3,
            serial: self.serial,
            signature: ed25519(),
            issuer: self.issuer,
            validity: self.validity,
            subject: self.subject,
            key: public_key_info(&self.key)?,
            extensions: self.extensions,
        };
        let signature = signature(issuer_key, &body)?;
        let certificate = Certificate { body, algorithm: ed25519(), signature };
        Ok(Document::encode_msg(&certificate)?.to_pem(pem::CERTIFICATE.name, LineEnding::LF)?)
    }
}

/// `Certificate` of RFC 5280 section 4.1, with the fields we issue.
#[derive(Sequence)]
struct Certificate {
    body: TbsCertificate,
    algorithm: AlgorithmIdentifierOwned,
    signature: BitString,
}

/// `TBSCertificate` of RFC 5280 section 4.1, without the unique identifiers that C2PA forbids.
#[derive(Sequence)]
struct TbsCertificate {
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT")]
    version: Version,
    serial: SerialNumber,
    signature: AlgorithmIdentifierOwned,
    issuer: Name,
    validity: Validity,
    subject: Name,
    key: SubjectPublicKeyInfoOwned,
    #[asn1(context_specific = "3", tag_mode = "EXPLICIT")]
    extensions: Vec<Extension>,
}

/// The extensions of a root that issues one leaf and no authorities below it.
pub(crate) fn root_extensions(root: &VerifyingKey) -> Result<Vec<Extension>, IdentityError> {
    Ok(vec![
        extension(true, &BasicConstraints { ca: true, path_len_constraint: Some(0) })?,
        extension(true, &KeyUsage(KeyUsages::KeyCertSign.into()))?,
        extension(false, &SubjectKeyIdentifier(key_id(root)?))?,
    ])
}

/// The extensions of a certificate that signs claims (C2PA 2.2 section 14.5.1).
///
/// The key identifiers stand in a leaf although C2PA only asks for the issuer's: validators look for both.
pub(crate) fn leaf_extensions(
    leaf: &VerifyingKey,
    root: &VerifyingKey,
) -> Result<Vec<Extension>, IdentityError> {
    let [key_usage, extended_key_usage] = claim_signing_usage()?;
    Ok(vec![
        extension(true, &BasicConstraints { ca: false, path_len_constraint: None })?,
        key_usage,
        extended_key_usage,
        extension(false, &SubjectKeyIdentifier(key_id(leaf)?))?,
        extension(
            false,
            &AuthorityKeyIdentifier { key_identifier: Some(key_id(root)?), ..Default::default() },
        )?,
    ])
}

/// What the key of a leaf is for.
///
/// `emailProtection` stands beside `c2pa-kp-claimSigning`, because validators from before C2PA 2.2, and some
/// after, know only the older purpose.
pub(crate) fn claim_signing_usage() -> Result<[Extension; 2], IdentityError> {
    Ok([
        extension(true, &KeyUsage(KeyUsages::DigitalSignature.into()))?,
        extension(false, &ExtendedKeyUsage(vec![CLAIM_SIGNING, ID_KP_EMAIL_PROTECTION]))?,
    ])
}

/// `id-Ed25519`, which has no parameters (RFC 8410 section 3).
pub(crate) fn ed25519() -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid: ID_ED_25519, parameters: None }
}

pub(crate) fn public_key_info(key: &VerifyingKey) -> Result<SubjectPublicKeyInfoOwned, IdentityError> {
    Ok(SubjectPublicKeyInfoOwned {
        algorithm: ed25519(),
        subject_public_key: BitString::from_bytes(key.as_bytes())?,
    })
}

/// The Ed25519 signature over the DER of `body`.
pub(crate) fn signature(key: &SigningKey, body: &impl Encode) -> Result<BitString, IdentityError> {
    Ok(BitString::from_bytes(&key.sign(&body.to_der()?).to_bytes())?)
}

/// The first 8 bytes of the SHA-256 of the public key.
///
/// RFC 5280 section 4.2.1.2 leaves the method open; its own short form has 8 bytes too, from SHA-1. The
/// identifier only helps to find the issuer, the signature proves it, and both are in every label.
fn key_id(key: &VerifyingKey) -> Result<OctetString, IdentityError> {
    let digest: Vec<u8> = Sha256::digest(key.as_bytes()).iter().take(8).copied().collect();
    Ok(OctetString::new(digest)?)
}

fn extension<T: AssociatedOid + Encode>(critical: bool, value: &T) -> Result<Extension, IdentityError> {
    Ok(Extension { extn_id: T::OID, critical, extn_value: OctetString::new(value.to_der()?)? })
}
