//! A signing identity: its files, its key, and whether a label by it holds.

use std::path::Path;

use aimark::{Label, Origin, SignContext, Signer, Verdict, VerifyContext};
use aimark_identity::is_encrypted;

use super::{Check, Room, certificates};
use crate::clock;
use crate::input::read_text;
use crate::shown::{shown, visible};
use crate::store::{CERTIFICATE, KEY, ROOT, is_exposed};

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
            Check::passed("key", "its key is encrypted")
                .because("Without the passphrase nobody can tell whether it belongs to the certificate."),
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
    for (name, remedy) in [
        (
            CERTIFICATE,
            "put it back from a backup; without one, make a new identity with `aimark identity new`",
        ),
        (
            KEY,
            "put it back from a backup; nobody can make the key again, so else make a new identity with `aimark identity new`",
        ),
    ] {
        if missing(name) {
            checks.push(
                Check::problem("files", format!("{} is missing", shown(&folder.join(name)))).remedy(remedy),
            );
        } else if let Err(failure) = read_text(&folder.join(name)) {
            checks.push(
                Check::problem("files", failure.message)
                    .remedy("give its owner the right to read it, or put it back"),
            );
        }
    }
    if missing(ROOT) {
        checks.push(
            Check::advice("files", format!("it has no {ROOT}"))
                .because("An identity with a certificate of a real authority needs none. Another is not accepted on this machine without it."),
        );
    }
    if checks.is_empty() {
        checks.push(Check::passed("files", format!("all its files are in {}", shown(folder))));
    }
    checks
}

fn permissions(key: &Path) -> Check {
    if is_exposed(key) {
        return Check::problem("permissions", format!("others than its owner can read {}", shown(key)))
            .because("Whoever can read the key can sign in your name. It may have been copied already.")
            .remedy(
                "take the rights of others away (chmod 600); if others use this machine, make a new identity",
            );
    }
    Check::passed("permissions", "only its owner can read the key")
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
        Verdict::Trusted => Check::passed("trial", "a label made with it on trial is trusted here"),
        Verdict::Valid => {
            let reason = report.not_accepted().map(ToString::to_string).unwrap_or_default();
            Check::advice(
                "trial",
                format!("a label made with it on trial is valid, its signer not accepted: {reason}"),
            )
            .because("The label holds; who signed it is not known on this machine.")
            .remedy("`aimark trust add` accepts the root of the signer's authority")
        }
        verdict => Check::problem("trial", format!("a label made with it on trial is {verdict}"))
            .remedy("this should not be; please report it"),
    })
}

fn key_fault(fault: aimark::KeyError) -> Check {
    let check = Check::problem("key", visible(&fault.to_string()));
    match fault {
        aimark::KeyError::Mismatch => check
            .because("Key and certificate are of two identities, or one of them was replaced.")
            .remedy("put back the file that belongs to the other; `aimark identity csr` asks for a certificate for this key"),
        aimark::KeyError::NotEd25519 => check
            .because("aimark signs with Ed25519 keys alone.")
            .remedy("make a new identity with `aimark identity new`"),
        _ => check
            .because("Keys of openssl or ssh come in other forms too, and a file may have been cut.")
            .remedy("convert it: openssl pkcs8 -topk8 -nocrypt -in key.pem; or put it back from a backup"),
    }
}
