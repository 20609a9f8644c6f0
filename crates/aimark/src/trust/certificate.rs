//! One X.509 certificate (RFC 5280), parsed strictly once and kept with its bytes.

use core::fmt::Write as _;

use sha2::{Digest, Sha256};
use x509_cert::Certificate as Parsed;
use x509_cert::der::oid::{AssociatedOid, ObjectIdentifier};
use x509_cert::der::{Decode, Encode, pem};
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage};

use crate::label::is_unsafe_to_show;
use crate::time::Timestamp;

/// The largest certificate that is looked at, in bytes. Real ones have a few thousand at most.
const MAX_LEN: usize = 256 << 10;
/// The longest PEM text that is looked at, in bytes: ten thousand certificates, and as much text around them.
const MAX_PEM: usize = 32 << 20;
/// The most characters of a name or message that are shown.
const MAX_SHOWN: usize = 512;

const ED25519: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.101.112");

/// Certificates that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CertificateError {
    /// No `BEGIN CERTIFICATE` block in the PEM text.
    #[error("there is no certificate in the PEM text")]
    NoCertificate,
    /// More certificates than make sense.
    #[error("there are more than {most} certificates")]
    TooMany {
        /// How many there may be.
        most: usize,
    },
    /// A PEM text of more bytes than make sense.
    #[error("the PEM text has {found} bytes, at most {most} are read")]
    TooLong {
        /// How many bytes it has.
        found: usize,
        /// How many it may have.
        most: usize,
    },
    /// A block is not sound PEM.
    #[error("certificate {index} is not sound PEM")]
    Pem {
        /// Which block, counted from 1.
        index: usize,
    },
    /// The DER of a certificate does not follow RFC 5280.
    #[error("certificate {index} is not a sound X.509 certificate")]
    Der {
        /// Which certificate, counted from 1.
        index: usize,
    },
}

/// A certificate, described for people. All texts are safe to show: control characters are replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SignerInfo {
    /// Distinguished name of the holder (RFC 4514).
    pub subject: String,
    /// The holder's common name, or the whole subject where there is none.
    pub common_name: String,
    /// The holder's organization.
    pub organization: Option<String>,
    /// Distinguished name of the issuer (RFC 4514).
    pub issuer: String,
    /// Serial number in hexadecimal.
    pub serial: String,
    /// First second of validity.
    pub not_before: Timestamp,
    /// Last second of validity.
    pub not_after: Timestamp,
    /// SHA-256 of the certificate's DER in hexadecimal.
    pub fingerprint: String,
}

/// A parsed certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Certificate {
    der: Vec<u8>,
    parsed: Parsed,
    not_before: Timestamp,
    not_after: Timestamp,
}

impl Certificate {
    /// Parses the certificate at place `index` (from 1) of a chain or list.
    pub(crate) fn from_der(der: Vec<u8>, index: usize) -> Result<Self, CertificateError> {
        let bad = CertificateError::Der { index };
        if der.len() > MAX_LEN {
            return Err(bad);
        }
        let parsed = Parsed::from_der(&der).map_err(|_| bad)?;
        // x509-cert reads strictly, but a certificate must also write back to the bytes that were signed.
        if parsed.to_der().map_err(|_| bad)? != der {
            return Err(bad);
        }
        let validity = parsed.tbs_certificate().validity();
        let not_before = Timestamp::from_certificate(validity.not_before);
        let not_after = Timestamp::from_certificate(validity.not_after);
        Ok(Self { der, parsed, not_before, not_after })
    }

    /// Parses every certificate of a PEM text, in order, if there are no more than `most`.
    pub(crate) fn all_from_pem(text: &[u8], most: usize) -> Result<Vec<Self>, CertificateError> {
        const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
        const END: &str = "-----END CERTIFICATE-----";
        if text.len() > MAX_PEM {
            return Err(CertificateError::TooLong { found: text.len(), most: MAX_PEM });
        }
        let text = String::from_utf8_lossy(text);
        let mut found = Vec::new();
        for (block, index) in text.split(BEGIN).skip(1).zip(1usize..) {
            if index > most {
                return Err(CertificateError::TooMany { most });
            }
            let body = block.split_once(END).ok_or(CertificateError::Pem { index })?.0;
            let body: Vec<&str> = body.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            let block = format!("{BEGIN}\n{}\n{END}\n", body.join("\n"));
            let (_, der) = pem::decode_vec(block.as_bytes()).map_err(|_| CertificateError::Pem { index })?;
            found.push(Self::from_der(der, index)?);
        }
        if found.is_empty() { Err(CertificateError::NoCertificate) } else { Ok(found) }
    }

    pub(crate) fn der(&self) -> &[u8] {
        &self.der
    }

    pub(crate) fn parsed(&self) -> &Parsed {
        &self.parsed
    }

    pub(crate) fn valid_at(&self, at: Timestamp) -> bool {
        (self.not_before..=self.not_after).contains(&at)
    }

    /// The seconds at which it begins to be valid and at which it no longer is, counted from 1970.
    pub(crate) fn turns(&self) -> [i64; 2] {
        [self.not_before.unix_seconds(), self.not_after.unix_seconds().saturating_add(1)]
    }

    /// Whether it may issue certificates: by its basic constraints, and by its key usage if it has one.
    pub(crate) fn is_authority(&self) -> bool {
        let usage = self.parsed.tbs_certificate().get_extension::<KeyUsage>();
        self.extension::<BasicConstraints>().is_some_and(|(_, bc)| bc.ca)
            && usage.is_ok_and(|usage| usage.is_none_or(|(_, usage)| usage.key_cert_sign()))
    }

    /// The Ed25519 public key, if that is what the certificate holds.
    pub(crate) fn ed25519_key(&self) -> Option<&[u8]> {
        let info = self.parsed.tbs_certificate().subject_public_key_info();
        if info.algorithm.oid != ED25519 || info.algorithm.parameters.is_some() {
            return None;
        }
        info.subject_public_key.as_bytes()
    }

    /// An extension that is there and can be read, with its critical flag.
    pub(crate) fn extension<'a, T: Decode<'a> + AssociatedOid>(&'a self) -> Option<(bool, T)> {
        self.parsed.tbs_certificate().get_extension::<T>().ok().flatten()
    }

    pub(crate) fn describe(&self) -> SignerInfo {
        let tbs = self.parsed.tbs_certificate();
        let subject = showable(&tbs.subject().to_string());
        let common_name = tbs.subject().common_name().ok().flatten();
        let organization = tbs.subject().organization().ok().flatten();
        SignerInfo {
            common_name: common_name.map_or_else(|| subject.clone(), |name| showable(&name.value())),
            organization: organization.map(|name| showable(&name.value())),
            subject,
            issuer: showable(&tbs.issuer().to_string()),
            serial: hex(without_zeros(tbs.serial_number().as_bytes())),
            not_before: self.not_before,
            not_after: self.not_after,
            fingerprint: hex(&Sha256::digest(&self.der)),
        }
    }
}

/// `text` with a replacement for every character that could steer a terminal, and cut where nobody reads on.
pub(crate) fn showable(text: &str) -> String {
    let shown = text.chars().take(MAX_SHOWN).map(|c| if is_unsafe_to_show(c) { '\u{fffd}' } else { c });
    let cut = text.char_indices().nth(MAX_SHOWN).map(|_| '\u{2026}');
    shown.chain(cut).collect()
}

/// A number without the zero byte that DER puts before a high first bit.
fn without_zeros(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|b| **b == 0).count();
    number.get(zeros..).unwrap_or_default()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}
