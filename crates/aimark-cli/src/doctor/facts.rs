//! What a single certificate, or this machine, says that somebody may stumble over.

use aimark::Timestamp;
use aimark_identity::CertificateSummary;
use aimark_lists::{Date, Purpose, built_in};
use x509_cert::Certificate;
use x509_cert::der::DecodePem as _;
use x509_cert::ext::pkix::{AuthorityKeyIdentifier, KeyUsage, SubjectKeyIdentifier};

use super::Check;

/// How soon an end of validity is worth a word: a month, in seconds.
const SOON: i64 = 30 * 86_400;
const SIGNING: [&str; 3] = ["c2pa-kp-claimSigning", "emailProtection", "documentSigning"];
const FORBIDDEN: [&str; 3] = ["anyExtendedKeyUsage", "timeStamping", "OCSPSigning"];

/// This machine's clock: everything is judged by it. The lists that came with the command were made before the command was.
pub(super) fn clock(now: Timestamp) -> Check {
    let shipped = built_in(Purpose::Signing).date;
    let words = format!("things are judged as of {now}");
    match Date::of(now.unix_seconds()) {
        Ok(today) if today >= shipped => Check::passed("clock", words),
        _ => Check::problem("clock", words)
            .because(format!("That is before aimark itself was made, after {shipped}: the clock of this machine is wrong, or --at is."))
            .remedy("set the clock; on most systems it sets itself once there is a network"),
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
        let (subject, now) = (&self.summary.subject, now.unix_seconds());
        if now < from {
            return Check::problem("validity", format!("not valid before {}: {subject}", shown(from)))
                .because("The certificate is new, or the clock of this machine is behind.")
                .remedy(
                    "check the clock; if it is right, wait, or ask for a certificate that begins earlier",
                );
        }
        if now > until {
            return Check::problem("validity", format!("expired on {}: {subject}", shown(until)))
                .because("Nobody accepts labels by it any more, not even those made while it was valid.")
                .remedy("get a new certificate for the signer, and sign again what still matters");
        }
        if until.saturating_sub(now) < SOON {
            return Check::advice("validity", format!("expires soon, on {}: {subject}", shown(until)))
                .because("Its labels stop being valid on that day.")
                .remedy("get the next certificate now");
        }
        Check::passed("validity", format!("valid until {}: {subject}", shown(until)))
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
            return Check::passed("authority", "it is a signer's certificate, not an authority's");
        }
        Check::problem("authority", "it is an authority's certificate, not a signer's")
            .because("An authority issues certificates and signs no labels. Often the chain is in the wrong order, or this is the file that others add to their anchors.")
            .remedy("to sign, put the signer's certificate first; to accept what the authority issued, use `aimark trust add`")
    }

    fn usage(&self) -> Option<(bool, KeyUsage)> {
        self.parsed.tbs_certificate().get_extension().ok().flatten()
    }

    fn key_usage(&self) -> Check {
        match self.usage() {
            Some((true, usage)) if usage.digital_signature() && !usage.key_cert_sign() => {
                Check::passed("key-usage", "its key may sign")
            }
            None => Check::problem("key-usage", "it does not say what its key may do (key usage)")
                .because("C2PA wants the key usage `digitalSignature`, marked critical.")
                .remedy("ask the authority for a certificate with the key usage digitalSignature, critical"),
            Some(_) => Check::problem("key-usage", "its key usage is not that of a signer")
                .because(
                    "C2PA wants the key usage `digitalSignature`, marked critical, and not `keyCertSign`.",
                )
                .remedy("ask the authority for a certificate with the key usage digitalSignature, critical"),
        }
    }

    fn purposes(&self) -> Check {
        let usages = &self.summary.extended_key_usages;
        let remedy = "ask the authority for a certificate with the purpose c2pa-kp-claimSigning (1.3.6.1.4.1.62558.2.1)";
        if usages.is_empty() {
            return Check::problem("purpose", "it has no purpose (extended key usage)")
                .because("C2PA accepts only certificates that are made for signing claims, e-mail or documents. Certificates for web servers are not.")
                .remedy(remedy);
        }
        if let Some(bad) = usages.iter().find(|usage| FORBIDDEN.contains(&usage.as_str())) {
            return Check::problem("purpose", format!("it has a purpose that a signer must not have: {bad}"))
                .because("C2PA wants keys that sign claims to do nothing else of that kind.")
                .remedy(remedy);
        }
        if usages.iter().any(|usage| SIGNING.contains(&usage.as_str())) {
            return Check::passed("purpose", format!("it is made for signing: {}", usages.join(", ")));
        }
        Check::problem("purpose", format!("it is made for something else: {}", usages.join(", ")))
            .because("C2PA accepts only certificates that are made for signing claims, e-mail or documents. Certificates for web servers are not.")
            .remedy(remedy)
    }

    fn authority_key_id(&self) -> Check {
        let aki = self.parsed.tbs_certificate().get_extension::<AuthorityKeyIdentifier>().ok().flatten();
        if aki.is_some_and(|(_, aki)| {
            aki.key_identifier.is_some() || aki.authority_cert_serial_number.is_some()
        }) {
            return Check::passed("authority-key-identifier", "it says which key issued it");
        }
        Check::problem(
            "authority-key-identifier",
            "it does not say which key issued it (authority key identifier)",
        )
        .because("Self-made certificates often lack this. Validators refuse their labels.")
        .remedy("issue it anew with the extension; in openssl: authorityKeyIdentifier = keyid:always")
    }

    fn organization(&self) -> Check {
        let subject = self.parsed.tbs_certificate().subject();
        if subject.organization().ok().flatten().is_some() {
            return Check::passed("organization", "it names an organization");
        }
        Check::problem("organization", "its subject names no organization (O)")
            .because("Validators show it as the signer, and some refuse labels without it. So aimark does not sign with such a certificate.")
            .remedy("ask for a certificate with an organization: `aimark identity csr` makes such a request")
    }

    fn key_type(&self) -> Check {
        let key = &self.summary.key_algorithm;
        if key == "Ed25519" {
            return Check::passed("key-type", "its key is an Ed25519 key");
        }
        Check::problem("key-type", format!("its key is of the kind {key}"))
            .because("aimark signs with Ed25519 keys alone: they are small, and the same bytes get the same signature.")
            .remedy("make an identity and ask for a certificate for its key: `aimark identity new`, then `aimark identity csr`")
    }
}
