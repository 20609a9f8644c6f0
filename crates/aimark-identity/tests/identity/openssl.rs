//! OpenSSL as a second opinion, where it is installed.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use aimark_identity::{certificate_request, decrypt_key_pem};

use crate::{START, default_identity, default_subject, salt_and_iv};

/// Runs `openssl` and gives what it wrote to standard output and standard error. Must succeed.
fn openssl(arguments: &[&str], input: &str) -> String {
    let mut child = Command::new("openssl")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    assert!(output.status.success(), "openssl {arguments:?}: {text}");
    text
}

fn is_missing() -> bool {
    let missing = Command::new("openssl").arg("version").stdout(Stdio::null()).status().is_err();
    if missing {
        eprintln!("skipped: there is no `openssl` on PATH");
    }
    missing
}

fn file(name: &str, content: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn openssl_accepts_the_chain() {
    if is_missing() {
        return;
    }
    let identity = default_identity();
    let root = file("chain-root.pem", identity.root_pem());
    let time = (START + 86_400).to_string();
    for purpose in ["any", "smimesign"] {
        let arguments = ["verify", "-x509_strict", "-CAfile", &root, "-attime", &time, "-purpose", purpose];
        let said = openssl(&arguments, identity.certificate_pem());
        assert!(said.contains("OK"), "{said}");
    }
}

#[test]
fn openssl_opens_the_encrypted_key() {
    if is_missing() {
        return;
    }
    let identity = default_identity();
    let encrypted = identity.encrypted_key_pem(b"letmein", &salt_and_iv()).unwrap();
    let opened = openssl(&["pkcs8", "-passin", "pass:letmein"], &encrypted);
    assert_eq!(opened, *identity.key_pem());
}

#[test]
fn what_openssl_encrypts_opens() {
    if is_missing() {
        return;
    }
    let identity = default_identity();
    for scheme in [["-v2", "aes-256-cbc"], ["-v2", "aes-128-cbc"], ["-v2prf", "hmacWithSHA512"]] {
        let arguments = ["pkcs8", "-topk8", scheme[0], scheme[1], "-passout", "pass:letmein"];
        let encrypted = openssl(&arguments, &identity.key_pem());
        assert_eq!(decrypt_key_pem(&encrypted, b"letmein").unwrap(), identity.key_pem(), "{scheme:?}");
    }
}

#[test]
fn openssl_accepts_the_request() {
    if is_missing() {
        return;
    }
    let request = certificate_request(&default_subject(), &default_identity().key_pem()).unwrap();
    let said = openssl(&["req", "-verify", "-noout", "-text", "-nameopt", "RFC2253"], &request);
    assert!(said.contains("verify OK"), "{said}");
    assert!(said.contains("CN=aimark default,O=aimark,C=KZ"), "{said}");
    assert!(said.contains("1.3.6.1.4.1.62558.2.1, E-mail Protection"), "{said}");
}
