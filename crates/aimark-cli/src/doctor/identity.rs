//! A signing identity: its files, its key, and whether a label by it holds.

use std::path::Path;

use aimark::{Label, Origin, SignContext, Signer, Verdict, VerifyContext};
use aimark_identity::is_encrypted;

use super::{Check, Room, certificates};
use crate::clock;
use crate::input::read_text;
use crate::reasons;
use crate::shown::shown;
use crate::store::{CERTIFICATE, KEY, ROOT, is_exposed};
use crate::terms;
use crate::words::{Words, say};

pub(super) fn examine(folder: &Path, room: &Room) -> Vec<Check> {
    let mut checks = files(folder);
    let chain = read_text(&folder.join(CERTIFICATE));
    if let Ok(chain) = &chain {
        checks.extend(certificates::examine_text(chain, room));
    }
    let key_path = folder.join(KEY);
    let Ok(key) = read_text(&key_path) else { return checks };
    checks.push(permissions(&key_path));
    if is_encrypted(&key) {
        checks.push(
            Check::passed("key", say!("doctor-key-encrypted")).because(say!("doctor-key-encrypted-why")),
        );
        return checks;
    }
    if let Ok(chain) = &chain {
        checks.extend(signs(chain, &key, room));
    }
    checks
}

fn files(folder: &Path) -> Vec<Check> {
    let missing = |name: &str| !folder.join(name).exists();
    let mut checks = Vec::new();
    for (name, remedy) in
        [(CERTIFICATE, say!("doctor-file-certificate-remedy")), (KEY, say!("doctor-file-key-remedy"))]
    {
        if missing(name) {
            checks.push(
                Check::problem("files", say!("doctor-file-missing", path = shown(&folder.join(name))))
                    .remedy(remedy),
            );
        } else if let Err(failure) = read_text(&folder.join(name)) {
            checks.push(Check::problem("files", failure.words).remedy(say!("doctor-file-unreadable-remedy")));
        }
    }
    if missing(ROOT) {
        checks.push(
            Check::advice("files", say!("doctor-root-missing", file = ROOT))
                .because(say!("doctor-root-missing-why")),
        );
    }
    if checks.is_empty() {
        checks.push(Check::passed("files", say!("doctor-files-there", path = shown(folder))));
    }
    checks
}

fn permissions(key: &Path) -> Check {
    if is_exposed(key) {
        return Check::problem("permissions", say!("doctor-exposed", path = shown(key)))
            .because(say!("doctor-exposed-why"))
            .remedy(say!("doctor-exposed-remedy"));
    }
    Check::passed("permissions", say!("doctor-not-exposed"))
}

/// Whether the key belongs to the certificate, and what a label by them is worth here.
fn signs(chain: &str, key: &str, room: &Room) -> Option<Check> {
    let signer = match Signer::from_pem(chain.as_bytes(), key.as_bytes()) {
        Ok(signer) => signer,
        Err(aimark::Error::Signer(aimark::SignerError::Key(fault))) => return Some(key_fault(fault)),
        // The certificate is at fault, which was said.
        Err(_) => return None,
    };
    let random = clock::random::<32>().ok()?;
    let context = SignContext::new(room.now, *random);
    // If it is not valid now, that was said too.
    let signed = aimark::sign(b"doctor", &Label::new(Origin::Generated), &signer, &context).ok()?;
    let verifying = VerifyContext { anchors: &room.anchors, ..VerifyContext::new(room.now) };
    let report = aimark::verify(&signed.to_vec(), &verifying).ok()?;
    Some(match report.verdict() {
        Verdict::Trusted => Check::passed("trial", say!("doctor-trial-trusted")),
        Verdict::Valid => {
            let reason = report.not_accepted().map_or_else(|| "".into(), reasons::not_accepted);
            Check::advice("trial", say!("doctor-trial-valid", reason = reason))
                .because(say!("doctor-trial-valid-why"))
                .remedy(say!("doctor-trial-valid-remedy"))
        }
        verdict => Check::problem(
            "trial",
            say!(
                "doctor-trial-wrong",
                verdict = Words::otherwise(verdict.to_string(), terms::verdict(verdict.into()))
            ),
        )
        .remedy(say!("doctor-report-it")),
    })
}

fn key_fault(fault: aimark::KeyError) -> Check {
    let check = Check::problem("key", reasons::key(fault));
    match fault {
        aimark::KeyError::Mismatch => {
            check.because(say!("doctor-key-mismatch-why")).remedy(say!("doctor-key-mismatch-remedy"))
        }
        aimark::KeyError::NotEd25519 => {
            check.because(say!("doctor-key-not-ed25519-why")).remedy(say!("doctor-key-not-ed25519-remedy"))
        }
        _ => check.because(say!("doctor-key-form-why")).remedy(say!("doctor-key-form-remedy")),
    }
}
