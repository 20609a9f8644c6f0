//! Certificates in a file: one, or a chain with the signer's first.

use std::path::Path;

use aimark::Chain;
use aimark_identity::is_encrypted;

use super::facts::Facts;
use super::{Check, Outcome, Room};
use crate::failure::Failure;
use crate::input::read_text;
use crate::shown::visible;

const BEGIN: &str = "-----BEGIN CERTIFICATE-----";
const END: &str = "-----END CERTIFICATE-----";
/// Extensions that files with certificates and keys have.
const EXTENSIONS: [&str; 6] = ["pem", "crt", "cer", "der", "key", "p12"];

/// Whether a file is meant to hold certificates: by its name, or by how it begins.
pub(super) fn is_one(path: &Path) -> bool {
    let extension = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    extension.is_some_and(|ending| EXTENSIONS.contains(&ending.as_str()))
        || read_text(path).is_ok_and(|text| text.trim_start().starts_with("-----BEGIN "))
}

pub(super) fn examine(path: &Path, room: &Room) -> Result<Vec<Check>, Failure> {
    match read_text(path) {
        Ok(text) => Ok(examine_text(&text, room)),
        Err(failure) if failure.kind == crate::failure::Kind::Input => Ok(vec![
            Check::problem("pem", "the file is not text")
                .because("Certificates also come as DER or in a container (PKCS#12). aimark reads PEM, which is text.")
                .remedy("convert it: openssl x509 -inform der -in FILE, or openssl pkcs12 -in FILE"),
        ]),
        Err(failure) => Err(failure),
    }
}

/// The chain in `text`, and whether it could sign.
pub(super) fn examine_text(text: &str, room: &Room) -> Vec<Check> {
    let blocks: Vec<&str> = blocks(text).collect();
    if blocks.is_empty() {
        return vec![no_certificate(text)];
    }
    let facts: Vec<Option<Facts>> = blocks.iter().map(|block| Facts::read(block)).collect();
    if let Some(place) = facts.iter().position(Option::is_none) {
        let number = place.saturating_add(1);
        return vec![
            Check::problem("pem", format!("certificate {number} cannot be read"))
                .because("It was cut or changed on its way, or is no X.509 certificate.")
                .remedy("copy the file again as a whole, with the lines BEGIN and END of each certificate"),
        ];
    }
    let facts: Vec<Facts> = facts.into_iter().flatten().collect();
    let mut checks = vec![Check::passed("pem", format!("certificates that can be read: {}", facts.len()))];
    if facts.len() > 1 && facts.iter().all(|one| one.summary.is_ca) {
        checks.extend(authorities(&facts, room));
        return checks;
    }
    checks.extend(facts.first().map(Facts::as_signer).into_iter().flatten());
    checks.extend(facts.iter().map(|one| one.validity(room.now)));
    checks.extend(order(&facts));
    checks.extend(engine(text, &checks));
    checks.extend(anchor(&facts, room));
    checks
}

/// The certificates of a text, each with its lines BEGIN and END.
pub(super) fn blocks(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(END).filter_map(|part| part.get(part.find(BEGIN)?..))
}

/// A list of authorities: none of them signs, and they need no order.
fn authorities(facts: &[Facts], room: &Room) -> Vec<Check> {
    let ends =
        facts.iter().map(|one| one.validity(room.now)).filter(|check| check.outcome != Outcome::Passed);
    let what = Check::problem("authority", "all its certificates are authorities', and none a signer's")
        .because("It is a trust list, or a bundle for accepting others. Authorities sign no labels.")
        .remedy("`aimark trust update` takes a trust list, `aimark trust add` single authorities; to sign, name the signer's chain");
    std::iter::once(what).chain(ends).collect()
}

fn no_certificate(text: &str) -> Check {
    let check = Check::problem("pem", "there is no certificate in the file");
    if text.contains("PRIVATE KEY-----") || is_encrypted(text) {
        return check
            .because("It holds a private key, which nobody else should ever get.")
            .remedy("name the certificate that belongs to it; `aimark identity list` lists your own");
    }
    if text.contains("-----BEGIN CERTIFICATE REQUEST-----") {
        return check
            .because("It is a request: an authority has not answered it yet.")
            .remedy("send it to an authority, and use the certificate that comes back");
    }
    check.remedy("name a file with lines BEGIN CERTIFICATE and END CERTIFICATE")
}

/// That each certificate was issued by the next.
fn order(facts: &[Facts]) -> Vec<Check> {
    let mut checks = Vec::new();
    for (number, pair) in (1_usize..).zip(facts.windows(2)) {
        let [one, next] = pair else { continue };
        if !one.may_be_issued_by(next) {
            let words =
                format!("certificate {number} was not issued by the one after it: {}", one.summary.issuer);
            checks.push(
                Check::problem("chain", words)
                    .because(
                        "A chain has the signer first, and after each certificate the one that issued it.",
                    )
                    .remedy("put them in order, take out what does not belong, and add what is missing"),
            );
        } else if !next.summary.is_ca {
            let words = format!(
                "a certificate that may not issue others stands above another: {}",
                next.summary.subject
            );
            checks.push(
                Check::problem("chain", words)
                    .because("Only an authority's certificate can issue another.")
                    .remedy("ask who issued the certificate for theirs"),
            );
        }
    }
    if checks.is_empty() && facts.len() > 1 {
        checks.push(Check::passed("chain", "each certificate was issued by the one after it"));
    }
    checks
}

/// What the engine says of it, if that is more than was said already.
fn engine(text: &str, checks: &[Check]) -> Option<Check> {
    match Chain::from_pem(text.as_bytes()) {
        Ok(_) => Some(Check::passed("engine", "it meets the rules for certificates that sign")),
        Err(_) if checks.iter().any(|check| check.outcome == Outcome::Problem) => None,
        Err(error) => Some(
            Check::problem("engine", visible(&error.to_string()))
                .because("The profile of C2PA for certificates has rules that few certificates break; this one does.")
                .remedy("show this message to whoever issued the certificate"),
        ),
    }
}

/// Whether the chain leads to somebody who is accepted here.
fn anchor(facts: &[Facts], room: &Room) -> Option<Check> {
    let last = facts.last()?;
    let accepts = |issuer: &&Facts| {
        let fingerprint = &issuer.summary.fingerprint;
        facts.iter().any(|one| one.summary.fingerprint == *fingerprint) || last.may_be_issued_by(issuer)
    };
    if let Some(anchor) = room.issuers.iter().find(accepts) {
        let subject = &anchor.summary.subject;
        return Some(Check::passed(
            "anchor",
            match room.listed(&anchor.summary.fingerprint) {
                Some(list) => format!("its chain ends at an authority of the list {list}: {subject}"),
                None => format!("its chain ends at one of your anchors: {subject}"),
            },
        ));
    }
    let check = Check::advice(
        "anchor",
        format!("its chain ends at nobody who is accepted here: {}", last.summary.issuer),
    );
    Some(if last.is_self_issued() {
        check
            .because("Labels by it are accepted only by those who add this certificate itself to their anchors.")
            .remedy("`aimark trust add` accepts it on a machine; for labels that strangers accept, get a certificate of an authority in the C2PA trust list")
    } else {
        check
            .because("The chain is incomplete, or its authority is not among those that are accepted.")
            .remedy("add the certificates between the signer and the authority to the file, after the signer's; accept the authority with `aimark trust add` if you mean to")
    })
}
