//! Certificates in a file: one, or a chain with the signer's first.

use std::path::Path;

use aimark::Chain;
use aimark_identity::is_encrypted;

use super::facts::Facts;
use super::{Check, Outcome, Room};
use crate::failure::Failure;
use crate::input::read_text;
use crate::reasons;
use crate::words::{Words, say};

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
            Check::problem("pem", say!("doctor-pem-not-text"))
                .because(say!("doctor-pem-not-text-why"))
                .remedy(say!("doctor-pem-not-text-remedy")),
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
            Check::problem("pem", say!("doctor-pem-unreadable", number = number.to_string()))
                .because(say!("doctor-pem-unreadable-why"))
                .remedy(say!("doctor-pem-unreadable-remedy")),
        ];
    }
    let facts: Vec<Facts> = facts.into_iter().flatten().collect();
    let mut checks = vec![Check::passed("pem", say!("doctor-pem-read", count = facts.len().to_string()))];
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
    let what = Check::problem("authority", say!("doctor-authorities-only"))
        .because(say!("doctor-authorities-only-why"))
        .remedy(say!("doctor-authorities-only-remedy"));
    std::iter::once(what).chain(ends).collect()
}

fn no_certificate(text: &str) -> Check {
    let check = Check::problem("pem", say!("doctor-pem-none"));
    if text.contains("PRIVATE KEY-----") || is_encrypted(text) {
        return check.because(say!("doctor-pem-key-why")).remedy(say!("doctor-pem-key-remedy"));
    }
    if text.contains("-----BEGIN CERTIFICATE REQUEST-----") {
        return check.because(say!("doctor-pem-request-why")).remedy(say!("doctor-pem-request-remedy"));
    }
    check.remedy(say!("doctor-pem-none-remedy"))
}

/// That each certificate was issued by the next.
fn order(facts: &[Facts]) -> Vec<Check> {
    let mut checks = Vec::new();
    for (number, pair) in (1_usize..).zip(facts.windows(2)) {
        let [one, next] = pair else { continue };
        if !one.may_be_issued_by(next) {
            let words =
                say!("doctor-order-wrong", number = number.to_string(), issuer = &*one.summary.issuer);
            checks.push(
                Check::problem("chain", words)
                    .because(say!("doctor-order-wrong-why"))
                    .remedy(say!("doctor-order-wrong-remedy")),
            );
        } else if !next.summary.is_ca {
            let words = say!("doctor-not-an-issuer", subject = &*next.summary.subject);
            checks.push(
                Check::problem("chain", words)
                    .because(say!("doctor-not-an-issuer-why"))
                    .remedy(say!("doctor-not-an-issuer-remedy")),
            );
        }
    }
    if checks.is_empty() && facts.len() > 1 {
        checks.push(Check::passed("chain", say!("doctor-order-right")));
    }
    checks
}

/// What the engine says of it, if that is more than was said already.
fn engine(text: &str, checks: &[Check]) -> Option<Check> {
    match Chain::from_pem(text.as_bytes()) {
        Ok(_) => Some(Check::passed("engine", say!("doctor-rules-met"))),
        Err(_) if checks.iter().any(|check| check.outcome == Outcome::Problem) => None,
        Err(error) => Some(
            Check::problem("engine", refused(&error))
                .because(say!("doctor-rules-broken-why"))
                .remedy(say!("doctor-rules-broken-remedy")),
        ),
    }
}

fn refused(error: &aimark::Error) -> Words {
    reasons::core(error)
}

/// Whether the chain leads to somebody who is accepted here.
fn anchor(facts: &[Facts], room: &Room) -> Option<Check> {
    let last = facts.last()?;
    let accepts = |issuer: &&Facts| {
        let fingerprint = &issuer.summary.fingerprint;
        facts.iter().any(|one| one.summary.fingerprint == *fingerprint) || last.may_be_issued_by(issuer)
    };
    if let Some(anchor) = room.issuers.iter().find(accepts) {
        let subject = &*anchor.summary.subject;
        return Some(Check::passed(
            "anchor",
            match room.listed(&anchor.summary.fingerprint) {
                Some(list) => say!("doctor-chain-listed", list = list, subject = subject),
                None => say!("doctor-chain-own", subject = subject),
            },
        ));
    }
    let check = Check::advice("anchor", say!("doctor-chain-nowhere", issuer = &*last.summary.issuer));
    Some(if last.is_self_issued() {
        check.because(say!("doctor-self-issued-why")).remedy(say!("doctor-self-issued-remedy"))
    } else {
        check.because(say!("doctor-incomplete-why")).remedy(say!("doctor-incomplete-remedy"))
    })
}
