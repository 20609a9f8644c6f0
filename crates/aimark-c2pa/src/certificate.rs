//! What is read of certificates, and the rules on paths that the c2pa crate leaves out.

use aimark::Timestamp;
use der::{Decode, Reader, SliceReader, Tag, Tagged};
use sha2::{Digest, Sha256};
use x509_cert::Certificate;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage, KeyUsage};

use crate::Options;
use crate::judgement::Signer;

/// Purposes that a claim signer's certificate may have (C2PA 2.2, 14.4.1): claim signing, e-mail protection, document
/// signing, and Microsoft's of the first years. Not time stamping.
const SIGNING: [&str; 4] =
    ["1.3.6.1.4.1.62558.2.1", "1.3.6.1.5.5.7.3.4", "1.3.6.1.5.5.7.3.36", "1.3.6.1.4.1.311.76.59.1.9"];

/// What a certificate says of the signer.
pub(crate) fn signer(leaf: &[u8], algorithm: Option<String>, options: &Options) -> Option<Signer> {
    let certificate = Certificate::from_der(leaf).ok()?;
    let tbs = certificate.tbs_certificate();
    Some(Signer {
        common_name: named(&certificate, "2.5.4.3").map(|name| options.safe(&name)),
        organization: named(&certificate, "2.5.4.10").map(|name| options.safe(&name)),
        issuer: options.safe(&tbs.issuer().to_string()),
        serial: hex(tbs.serial_number().as_bytes()),
        algorithm,
        not_before: moment(tbs.validity().not_before.to_unix_duration().as_secs()),
        not_after: moment(tbs.validity().not_after.to_unix_duration().as_secs()),
        fingerprint: hex(&Sha256::digest(leaf)),
    })
}

/// The common name of a certificate's subject.
pub(crate) fn common_name(certificate: &[u8]) -> Option<String> {
    named(&Certificate::from_der(certificate).ok()?, "2.5.4.3")
}

/// Whether a certificate is in force at a moment.
pub(crate) fn in_force(certificate: &[u8], at: i64) -> bool {
    let Ok(certificate) = Certificate::from_der(certificate) else { return false };
    let validity = certificate.tbs_certificate().validity();
    let Ok(at) = u64::try_from(at) else { return false };
    (validity.not_before.to_unix_duration().as_secs()..=validity.not_after.to_unix_duration().as_secs())
        .contains(&at)
}

/// Whether a leaf may sign claims.
pub(crate) fn may_sign_claims(leaf: &[u8]) -> bool {
    purposes(leaf).is_some_and(|purposes| purposes.iter().any(|purpose| SIGNING.contains(&purpose.as_str())))
}

/// Whether a leaf may sign time stamps (RFC 3161, 2.3): that, and nothing else.
pub(crate) fn may_stamp(leaf: &[u8]) -> bool {
    purposes(leaf).is_some_and(|purposes| purposes == ["1.3.6.1.5.5.7.3.8"])
}

fn purposes(leaf: &[u8]) -> Option<Vec<String>> {
    let certificate = Certificate::from_der(leaf).ok()?;
    let (_, purposes) = certificate.tbs_certificate().get_extension::<ExtendedKeyUsage>().ok()??;
    Some(purposes.0.iter().map(ToString::to_string).collect())
}

/// Whether every certificate above the leaf is an authority's (RFC 5280, 6.1.4 k to n): the c2pa crate checks the
/// signatures along a path, and not whether those who made them may issue certificates.
pub(crate) fn are_authorities<'a>(issuers: impl IntoIterator<Item = &'a [u8]>) -> bool {
    issuers.into_iter().enumerate().all(|(below, issuer)| is_authority(issuer, below))
}

/// Whether a certificate is an authority's that may stand above `below` other authorities.
pub(crate) fn is_authority(certificate: &[u8], below: usize) -> bool {
    let Ok(certificate) = Certificate::from_der(certificate) else { return false };
    let tbs = certificate.tbs_certificate();
    let Ok(Some((_, basic))) = tbs.get_extension::<BasicConstraints>() else { return false };
    let long_enough = basic.path_len_constraint.is_none_or(|length| below <= usize::from(length));
    let may_issue = match tbs.get_extension::<KeyUsage>() {
        Ok(Some((_, usage))) => usage.key_cert_sign(),
        Ok(None) => true,
        Err(_) => false,
    };
    basic.ca && long_enough && may_issue
}

/// The certificates of a time stamp token or response (RFC 3161 over RFC 5652); `None` if it cannot be read, or
/// has not exactly one signature.
pub(crate) fn of_token(token: &[u8]) -> Option<Vec<Vec<u8>>> {
    let outer = contents(token)?;
    let content_info = match outer.first()? {
        // A response: its status, then the token.
        (Tag::Sequence, _) => contents(outer.get(1)?.1)?,
        _ => outer,
    };
    let wrapped = contents(content_info.get(1)?.1)?;
    let signed_data = contents(wrapped.first()?.1)?;
    // One signature: which of several the time would rest on is anybody's guess.
    if contents(signed_data.last()?.1)?.len() != 1 {
        return None;
    }
    let certificates = signed_data.iter().find(|(tag, _)| is_zero(*tag))?;
    Some(contents(certificates.1)?.into_iter().map(|(_, der)| der.to_vec()).collect())
}

fn is_zero(tag: Tag) -> bool {
    matches!(tag, Tag::ContextSpecific { constructed: true, number } if number.value() == 0)
}

/// The values inside a constructed value, each with its tag and all of its bytes.
fn contents(der: &[u8]) -> Option<Vec<(Tag, &[u8])>> {
    const MAX: usize = 64;
    let mut outer = SliceReader::new(der).ok()?;
    let header = der::Header::decode(&mut outer).ok()?;
    let mut reader = SliceReader::new(outer.read_slice(header.length()).ok()?).ok()?;
    let mut all = Vec::new();
    while !reader.is_finished() {
        let tag = Tag::peek(&reader).ok()?;
        all.push((tag, reader.tlv_bytes().ok()?));
        if all.len() > MAX {
            return None;
        }
    }
    Some(all)
}

fn named(certificate: &Certificate, oid: &str) -> Option<String> {
    let all = certificate.tbs_certificate().subject().iter();
    let value = &all.filter(|part| part.oid.to_string() == oid).last()?.value;
    let text = match value.tag() {
        Tag::BmpString => value.decode_as::<der::asn1::BmpString>().ok()?.to_string(),
        _ => core::str::from_utf8(value.value()).ok()?.to_owned(),
    };
    (!text.is_empty()).then_some(text)
}

fn moment(seconds: u64) -> Option<Timestamp> {
    Timestamp::from_unix_seconds(i64::try_from(seconds).ok()?).ok()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
