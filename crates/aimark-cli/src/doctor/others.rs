//! A credential of another maker: what the other engine found in it, finding by finding.

use aimark::Verdict;
use aimark_c2pa::{Finding, Judgement};

use super::Check;
use crate::failure::Failure;
use crate::signers::Signers;
use crate::talk::Talk;
use crate::terms;
use crate::words::say;

/// The checks, or `None` where there is no credential that the other engine judges.
pub(super) fn examine(bytes: &[u8], kind: &str) -> Result<Option<Vec<Check>>, Failure> {
    let signers = Signers::gather(&[], true, false, Talk { quiet: true })?;
    let Some(judgement) = signers.elsewhere()?.examine(bytes, kind)? else { return Ok(None) };
    let mut checks = vec![verdict(&judgement)];
    checks.extend(judgement.findings.iter().map(check));
    Ok(Some(checks))
}

fn verdict(judgement: &Judgement) -> Check {
    match judgement.verdict {
        Verdict::Trusted => Check::passed("verdict", say!("doctor-credential-accepted")),
        Verdict::Valid => Check::passed("verdict", say!("doctor-credential-held")),
        Verdict::Foreign => Check::advice("verdict", say!("doctor-credential-elsewhere"))
            .because(say!("doctor-credential-elsewhere-why"))
            .remedy(say!("doctor-credential-elsewhere-remedy")),
        _ => Check::problem("verdict", say!("doctor-credential-broken"))
            .because(say!("doctor-credential-broken-why"))
            .remedy(say!("doctor-credential-broken-remedy")),
    }
}

fn check(finding: &Finding) -> Check {
    let (id, text) = ("finding", terms::found(&finding.code, &finding.words));
    match finding.severity {
        aimark::Severity::Success => Check::passed(id, text),
        aimark::Severity::Failure if finding.code == "signingCredential.untrusted" => {
            Check::problem(id, text)
                .because(say!("doctor-credential-unknown"))
                .remedy(say!("doctor-get-root"))
        }
        aimark::Severity::Failure => Check::problem(id, text),
        _ => Check::advice(id, text),
    }
}
