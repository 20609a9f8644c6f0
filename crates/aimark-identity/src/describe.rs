//! Saying what a certificate file holds.

use der::asn1::ObjectIdentifier;
use der::oid::db::{rfc5280, rfc5912, rfc8410};
use der::{Decode, Document};
use sha2::{Digest, Sha256};
use x509_cert::certificate::{Certificate, TbsCertificate};
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage};
use x509_cert::name::Name;
use x509_cert::spki::AlgorithmIdentifierOwned;
use x509_cert::time::Time;

use crate::certificate::CLAIM_SIGNING;
use crate::text::{hex, is_deceptive};
use crate::{IdentityError, pem};

/// What one certificate says of itself. Nothing of it is verified: see [`describe`].
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct CertificateSummary {
    /// Whom it names, as in RFC 4514: `CN=aimark default,O=aimark,C=KZ`. Control, directional and invisible
    /// characters are escaped as that RFC allows (`\0a`), so that the text is safe to show.
    pub subject: String,
    /// Who issued it, in the same form.
    pub issuer: String,
    /// The serial number in lower-case hexadecimal, two digits a byte, without leading zero bytes.
    pub serial: String,
    /// The first second of its validity, counted from 1970-01-01T00:00:00Z.
    pub not_before: i64,
    /// The last second of its validity, counted from 1970-01-01T00:00:00Z.
    pub not_after: i64,
    /// SHA-256 of its DER in lower-case hexadecimal, 64 digits.
    pub fingerprint: String,
    /// The algorithm of its key: `Ed25519`, `ECDSA P-256`, `RSA` and the like, or a dotted object identifier.
    pub key_algorithm: String,
    /// What its key is for (RFC 5280 section 4.2.1.12), in its order: `c2pa-kp-claimSigning`,
    /// `emailProtection` and the like, or dotted object identifiers. Empty if it does not say.
    pub extended_key_usages: Vec<String>,
    /// Whether it may issue certificates (RFC 5280 section 4.2.1.9).
    pub is_ca: bool,
    /// Its length as DER, in bytes.
    pub der_len: usize,
}

/// Describes every certificate of a PEM text (RFC 7468), in its order. Other blocks and text are passed over.
///
/// A description repeats what the certificates say; signatures, dates and chains are not checked. Dates before
/// 1970 cannot be read. The work is linear in the length of `pem`.
///
/// # Errors
///
/// [`IdentityError::PemMissing`] if there is no certificate, and [`IdentityError::CertificateMalformed`] for
/// the first that is not strict DER.
///
/// ```
/// # use aimark_identity::{Identity, Subject};
/// # let randomness: [u8; 96] = std::array::from_fn(|i| i.to_le_bytes()[0]);
/// # let subject = Subject::new("KZ", "aimark", "aimark default")?;
/// # let identity = Identity::generate(&subject, 1_767_225_600, 3650, &randomness)?;
/// let root = &aimark_identity::describe(identity.root_pem())?[0];
/// assert!(root.is_ca);
/// assert_eq!(root.key_algorithm, "Ed25519");
/// assert_eq!(root.not_before, 1_767_225_600);
/// # Ok::<(), aimark_identity::IdentityError>(())
/// ```
pub fn describe(pem: &str) -> Result<Vec<CertificateSummary>, IdentityError> {
    let label = &pem::CERTIFICATE;
    let summaries = (1_usize..)
        .zip(label.blocks(pem))
        .map(|(position, block)| summary(block).ok_or(IdentityError::CertificateMalformed { position }))
        .collect::<Result<Vec<_>, _>>()?;
    if summaries.is_empty() { Err(IdentityError::PemMissing { expected: label.name }) } else { Ok(summaries) }
}

/// `None` if the block is no certificate: which of its bytes is wrong would help nobody who can only get
/// another file.
fn summary(block: &str) -> Option<CertificateSummary> {
    // The fingerprint is taken of these bytes, never of the parsed certificate written anew.
    let (_, der) = Document::from_pem(block).ok()?;
    let certificate = Certificate::from_der(der.as_bytes()).ok()?;
    let body = certificate.tbs_certificate();
    Some(CertificateSummary {
        subject: shown(body.subject()),
        issuer: shown(body.issuer()),
        serial: serial(body.serial_number().as_bytes()),
        not_before: unix_seconds(body.validity().not_before)?,
        not_after: unix_seconds(body.validity().not_after)?,
        fingerprint: hex(&Sha256::digest(der.as_bytes())),
        key_algorithm: key_algorithm(&body.subject_public_key_info().algorithm),
        extended_key_usages: extended_key_usages(body)?,
        is_ca: body.get_extension::<BasicConstraints>().ok()?.is_some_and(|(_, basic)| basic.ca),
        der_len: der.as_bytes().len(),
    })
}

/// RFC 4514 section 2.4 lets any character stand as the hexadecimal of its UTF-8. The names of the attributes
/// are ASCII, so what is escaped here is always part of a value.
fn shown(name: &Name) -> String {
    let mut text = String::new();
    for c in name.to_string().chars() {
        if is_deceptive(c) {
            c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| text.push_str(&format!("\\{byte:02x}")));
        } else {
            text.push(c);
        }
    }
    text
}

/// A DER integer starts with a zero byte where its number would otherwise look negative.
fn serial(bytes: &[u8]) -> String {
    match bytes {
        [0, rest @ ..] if !rest.is_empty() => hex(rest),
        _ => hex(bytes),
    }
}

fn unix_seconds(time: Time) -> Option<i64> {
    i64::try_from(time.to_unix_duration().as_secs()).ok()
}

fn key_algorithm(algorithm: &AlgorithmIdentifierOwned) -> String {
    let curve = || algorithm.parameters.as_ref()?.decode_as::<ObjectIdentifier>().ok();
    let name = match algorithm.oid {
        rfc8410::ID_ED_25519 => "Ed25519",
        rfc8410::ID_ED_448 => "Ed448",
        rfc5912::RSA_ENCRYPTION => "RSA",
        rfc5912::ID_RSASSA_PSS => "RSA-PSS",
        rfc5912::ID_EC_PUBLIC_KEY => match curve() {
            Some(rfc5912::SECP_256_R_1) => "ECDSA P-256",
            Some(rfc5912::SECP_384_R_1) => "ECDSA P-384",
            Some(rfc5912::SECP_521_R_1) => "ECDSA P-521",
            _ => "ECDSA",
        },
        other => return other.to_string(),
    };
    name.to_owned()
}

fn extended_key_usages(body: &TbsCertificate) -> Option<Vec<String>> {
    let usages = body.get_extension::<ExtendedKeyUsage>().ok()?;
    Some(usages.map_or_else(Vec::new, |(_, usages)| usages.0.iter().map(usage_name).collect()))
}

fn usage_name(usage: &ObjectIdentifier) -> String {
    /// `id-kp-documentSigning` of RFC 9336.
    const DOCUMENT_SIGNING: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.36");
    let name = match *usage {
        CLAIM_SIGNING => "c2pa-kp-claimSigning",
        DOCUMENT_SIGNING => "documentSigning",
        rfc5280::ANY_EXTENDED_KEY_USAGE => "anyExtendedKeyUsage",
        rfc5280::ID_KP_CLIENT_AUTH => "clientAuth",
        rfc5280::ID_KP_CODE_SIGNING => "codeSigning",
        rfc5280::ID_KP_EMAIL_PROTECTION => "emailProtection",
        rfc5280::ID_KP_OCSP_SIGNING => "OCSPSigning",
        rfc5280::ID_KP_SERVER_AUTH => "serverAuth",
        rfc5280::ID_KP_TIME_STAMPING => "timeStamping",
        other => return other.to_string(),
    };
    name.to_owned()
}
