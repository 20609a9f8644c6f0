//! What a single certificate, or this machine, says that somebody may stumble over.

use aimark::Timestamp;
use aimark_identity::CertificateSummary;
use aimark_lists::{Date, Purpose, built_in};
use x509_cert::Certificate;
use x509_cert::der::DecodePem as _;
use x509_cert::ext::pkix::{AuthorityKeyIdentifier, KeyUsage, SubjectKeyIdentifier};

use super::Check;
use crate::words::say;

/// How soon an end of validity is worth a word: a month, in seconds.
const SOON: i64 = 30 * 86_400;
const SIGNING: [&str; 3] = ["c2pa-kp-claimSigning", "emailProtection", "documentSigning"];
const FORBIDDEN: [&str; 3] = ["anyExtendedKeyUsage", "timeStamping", "OCSPSigning"];

/// This machine's clock: everything is judged by it. The lists that came with the command were made before the command was.
pub(super) fn clock(now: Timestamp) -> Check {
    let shipped = built_in(Purpose::Signing).date;
    let words = say!("doctor-clock", now = now.to_string());
    match Date::of(now.unix_seconds()) {
        Ok(today) if today >= shipped => Check::passed("clock", words),
        _ => Check::problem("clock", words)
            .because(say!("doctor-clock-wrong", shipped = shipped.to_string()))
            .remedy(say!("doctor-clock-remedy")),
    }
}

/// A certificate, read in two ways: as it is described everywhere, and for what the descriptions leave out.
pub(super) struct Facts {
    pub(super) summary: CertificateSummary,
    parsed: Certificate,
}

impl Facts {
    /// Reads one PEM block; `None` if it cannot be read.
    pub(super) fn read(block: &str) -> Option<Self> {
        // Signing passes over blanks around the lines, too.
        let lines: Vec<&str> = block.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let block = lines.join("\n");
        let [summary] = <[CertificateSummary; 1]>::try_from(aimark_identity::describe(&block).ok()?).ok()?;
        Some(Self { summary, parsed: Certificate::from_pem(block).ok()? })
    }

    pub(super) fn is_self_issued(&self) -> bool {
        self.parsed.tbs_certificate().subject() == self.parsed.tbs_certificate().issuer()
    }

    /// Whether `issuer` may be who issued it: by the names, and by the identifiers of its key where both have one.
    pub(super) fn may_be_issued_by(&self, issuer: &Self) -> bool {
        let (own, other) = (self.parsed.tbs_certificate(), issuer.parsed.tbs_certificate());
        let wanted = own.get_extension::<AuthorityKeyIdentifier>().ok().flatten();
        let wanted = wanted.and_then(|(_, aki)| aki.key_identifier);
        let there = other.get_extension::<SubjectKeyIdentifier>().ok().flatten().map(|(_, ski)| ski.0);
        own.issuer() == other.subject() && wanted.zip(there).is_none_or(|(wanted, there)| wanted == there)
    }

    pub(super) fn validity(&self, now: Timestamp) -> Check {
        let (from, until) = (self.summary.not_before, self.summary.not_after);
        let shown = |seconds| {
            Timestamp::from_unix_seconds(seconds).map_or_else(|_| "?".to_owned(), |t| t.to_string())
        };
        let (subject, now) = (&*self.summary.subject, now.unix_seconds());
        if now < from {
            return Check::problem("validity", say!("doctor-not-yet", time = shown(from), subject = subject))
                .because(say!("doctor-not-yet-why"))
                .remedy(say!("doctor-not-yet-remedy"));
        }
        if now > until {
            return Check::problem(
                "validity",
                say!("doctor-expired", time = shown(until), subject = subject),
            )
            .because(say!("doctor-expired-why"))
            .remedy(say!("doctor-expired-remedy"));
        }
        if until.saturating_sub(now) < SOON {
            return Check::advice("validity", say!("doctor-soon", time = shown(until), subject = subject))
                .because(say!("doctor-soon-why"))
                .remedy(say!("doctor-soon-remedy"));
        }
        Check::passed("validity", say!("doctor-valid-until", time = shown(until), subject = subject))
    }

    /// What a signer's certificate must be: one check for each rule.
    pub(super) fn as_signer(&self) -> Vec<Check> {
        // Of what is an authority beyond doubt nothing else need be said.
        if self.summary.is_ca && self.usage().is_some_and(|(_, usage)| usage.key_cert_sign()) {
            return vec![self.not_an_authority()];
        }
        vec![
            self.not_an_authority(),
            self.key_usage(),
            self.purposes(),
            self.authority_key_id(),
            self.organization(),
            self.key_type(),
        ]
    }

    fn not_an_authority(&self) -> Check {
        if !self.summary.is_ca {
            return Check::passed("authority", say!("doctor-signers"));
        }
        Check::problem("authority", say!("doctor-authoritys"))
            .because(say!("doctor-authoritys-why"))
            .remedy(say!("doctor-authoritys-remedy"))
    }

    fn usage(&self) -> Option<(bool, KeyUsage)> {
        self.parsed.tbs_certificate().get_extension().ok().flatten()
    }

    fn key_usage(&self) -> Check {
        match self.usage() {
            Some((true, usage)) if usage.digital_signature() && !usage.key_cert_sign() => {
                Check::passed("key-usage", say!("doctor-key-may-sign"))
            }
            None => Check::problem("key-usage", say!("doctor-usage-none"))
                .because(say!("doctor-usage-none-why"))
                .remedy(say!("doctor-usage-remedy")),
            Some(_) => Check::problem("key-usage", say!("doctor-usage-other"))
                .because(say!("doctor-usage-other-why"))
                .remedy(say!("doctor-usage-remedy")),
        }
    }

    fn purposes(&self) -> Check {
        let usages = &self.summary.extended_key_usages;
        let remedy = say!("doctor-purpose-remedy");
        if usages.is_empty() {
            return Check::problem("purpose", say!("doctor-purpose-none"))
                .because(say!("doctor-purpose-why"))
                .remedy(remedy);
        }
        if let Some(bad) = usages.iter().find(|usage| FORBIDDEN.contains(&usage.as_str())) {
            return Check::problem("purpose", say!("doctor-purpose-forbidden", purpose = &**bad))
                .because(say!("doctor-purpose-forbidden-why"))
                .remedy(remedy);
        }
        if usages.iter().any(|usage| SIGNING.contains(&usage.as_str())) {
            return Check::passed("purpose", say!("doctor-purpose-signing", purposes = usages.join(", ")));
        }
        Check::problem("purpose", say!("doctor-purpose-other", purposes = usages.join(", ")))
            .because(say!("doctor-purpose-why"))
            .remedy(remedy)
    }

    fn authority_key_id(&self) -> Check {
        let aki = self.parsed.tbs_certificate().get_extension::<AuthorityKeyIdentifier>().ok().flatten();
        if aki.is_some_and(|(_, aki)| {
            aki.key_identifier.is_some() || aki.authority_cert_serial_number.is_some()
        }) {
            return Check::passed("authority-key-identifier", say!("doctor-key-id"));
        }
        Check::problem("authority-key-identifier", say!("doctor-key-id-none"))
            .because(say!("doctor-key-id-why"))
            .remedy(say!("doctor-key-id-remedy"))
    }

    fn organization(&self) -> Check {
        let subject = self.parsed.tbs_certificate().subject();
        if subject.organization().ok().flatten().is_some() {
            return Check::passed("organization", say!("doctor-organization"));
        }
        Check::problem("organization", say!("doctor-organization-none"))
            .because(say!("doctor-organization-why"))
            .remedy(say!("doctor-organization-remedy"))
    }

    fn key_type(&self) -> Check {
        let key = &self.summary.key_algorithm;
        if key == "Ed25519" {
            return Check::passed("key-type", say!("doctor-key-ed25519"));
        }
        Check::problem("key-type", say!("doctor-key-other", kind = &**key))
            .because(say!("doctor-key-other-why"))
            .remedy(say!("doctor-key-other-remedy"))
    }
}
