//! A credential of another maker: what the other engine found in it, finding by finding.

use aimark::Verdict;
use aimark_c2pa::{Finding, Judgement};

use super::Check;
use crate::failure::Failure;
use crate::signers::Signers;
use crate::talk::Talk;

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
        Verdict::Trusted => {
            Check::passed("verdict", "the credential holds, and its signer is accepted")
        }
        Verdict::Valid => Check::passed("verdict", "the credential holds"),
        Verdict::Foreign => Check::advice("verdict", "the file names a credential that is kept elsewhere")
            .because("Nothing is fetched unless asked for.")
            .remedy("`aimark verify --online` fetches and judges it"),
        _ => Check::problem("verdict", "the credential does not hold")
            .because("Credential or content are not those that were signed, or a rule is broken. What was found follows.")
            .remedy("go back to the file as its maker published it"),
    }
}

fn check(finding: &Finding) -> Check {
    let (id, text) = ("finding", format!("{} [{}]", finding.words, finding.code));
    match finding.severity {
        aimark::Severity::Success => Check::passed(id, text),
        aimark::Severity::Failure if finding.code == "signingCredential.untrusted" => Check::problem(id, text)
            .because("No trust list and none of your anchors leads to this signer.")
            .remedy("if you know the signer, get their root certificate by a way that you trust, and `aimark trust add` it"),
        aimark::Severity::Failure => Check::problem(id, text),
        _ => Check::advice(id, text),
    }
}
