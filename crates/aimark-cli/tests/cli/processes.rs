//! Several processes at once, and outputs that go away.

use std::collections::HashSet;
use std::fs;
use std::io::Read as _;
use std::process::{Child, Stdio};

use serde_json::Value;

use crate::sandbox::Sandbox;

const BIN: &str = env!("CARGO_BIN_EXE_aimark");

#[test]
fn processes_that_meet_on_first_use_share_one_identity() {
    let sandbox = Sandbox::new();
    sandbox.fixture("dot.png");
    let start = |n: usize| -> Child {
        let mut command = sandbox.command(BIN);
        command.args(["sign", "dot.png", "-o"]).arg(format!("{n}.png")).stderr(Stdio::piped());
        command.spawn().unwrap()
    };
    let running: Vec<Child> = (0..12).map(start).collect();
    let ends: Vec<_> = running.into_iter().map(|child| child.wait_with_output().unwrap()).collect();
    let made =
        ends.iter().filter(|end| String::from_utf8_lossy(&end.stderr).contains("made the signing identity"));
    assert_eq!(made.count(), 1, "one process made it");
    assert!(ends.iter().all(|end| end.status.success()));
    let names: Vec<_> = fs::read_dir(sandbox.path().join("home/identities")).unwrap().collect();
    assert_eq!(names.len(), 1, "no draft is left");
    let signers: HashSet<String> = (0..12)
        .map(|n| {
            let report: Value =
                serde_json::from_str(&sandbox.done(&["verify", "--json", &format!("{n}.png")])).unwrap();
            report["signer"]["fingerprint"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(signers.len(), 1);
}

#[test]
fn processes_that_write_one_file_leave_one_of_theirs() {
    let sandbox = Sandbox::new();
    sandbox.fixture("dot.png");
    sandbox.done(&["identity", "new", "default"]);
    let start = |_| {
        let mut command = sandbox.command(BIN);
        command.args(["sign", "-q", "dot.png", "-o", "out.png"]).stderr(Stdio::null());
        command.spawn().unwrap()
    };
    let running: Vec<Child> = (0..12).map(start).collect();
    let codes: Vec<_> = running.into_iter().map(|mut child| child.wait().unwrap().code()).collect();
    assert_eq!(codes.iter().filter(|code| **code == Some(0)).count(), 1, "{codes:?}");
    sandbox.done(&["verify", "out.png"]);
    let mut names: Vec<_> = fs::read_dir(sandbox.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["dot.png", "home", "out.png"]);
}

#[test]
fn a_reader_that_goes_away_is_not_complained_about() {
    let sandbox = Sandbox::new();
    sandbox.fixture("dot.png");
    let files = vec!["dot.png"; 3000];
    let mut command = sandbox.command(BIN);
    command.arg("verify").args(files).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdout.take().unwrap().read_exact(&mut [0; 10]).unwrap();
    let end = child.wait_with_output().unwrap();
    assert_eq!(end.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&end.stderr), "");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_and_nothing_claims_success() {
    let sandbox = Sandbox::new();
    sandbox.fixture("dot.png");
    for arguments in
        [&["verify", "dot.png"][..], &["verify", "--json", "dot.png"], &["sign", "dot.png", "-o", "-"]]
    {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let end = sandbox.command(BIN).args(arguments).stdout(full).output().unwrap();
        assert_eq!(end.status.code(), Some(2), "{arguments:?}");
        let words = String::from_utf8_lossy(&end.stderr);
        assert!(words.contains("cannot write to standard output: no space left"), "{words}");
    }
}

#[test]
fn a_key_in_the_environment_signs() {
    let sandbox = Sandbox::new();
    sandbox.fixture("dot.png");
    sandbox.done(&["identity", "new", "a"]);
    let folder = sandbox.path().join("home/identities/a");
    let key = fs::read_to_string(folder.join("key.pem")).unwrap();
    let mut command = sandbox.command(BIN);
    command.args(["sign", "dot.png", "-o", "out.png", "--key-env", "KEY", "--cert"]);
    let end = command.arg(folder.join("certificate.pem")).env("KEY", &key).output().unwrap();
    assert!(end.status.success());
    let printed = [end.stdout, end.stderr].concat();
    let secret = key.lines().nth(1).unwrap();
    assert!(!String::from_utf8_lossy(&printed).contains(secret), "a secret is never printed");
    sandbox.done(&["verify", "out.png"]);
}

/// `setsid` takes the terminal away, where there is one.
#[cfg(target_os = "linux")]
#[test]
fn without_a_terminal_a_passphrase_is_not_waited_for() {
    let sandbox = Sandbox::new();
    let mut command = sandbox.command("setsid");
    command.args(["--wait", BIN, "identity", "new", "locked", "--passphrase"]);
    let Ok(end) = command.output() else {
        eprintln!("skipped: there is no setsid");
        return;
    };
    assert_eq!(end.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&end.stderr).contains("--passphrase-env"));
    assert!(!sandbox.path().join("home").exists());
}

#[test]
fn colour_is_for_terminals_unless_asked_for() {
    let sandbox = Sandbox::new();
    sandbox.fixture("dot.png");
    let escapes = |arguments: &[&str]| sandbox.aimark(arguments).stdout.contains(&0x1b);
    assert!(!escapes(&["verify", "dot.png"]));
    assert!(escapes(&["--color", "always", "verify", "dot.png"]));
    assert!(!escapes(&["--color", "never", "verify", "dot.png"]));
    assert!(!escapes(&["--color", "always", "verify", "--json", "dot.png"]));
}

/// With room for one and a half of it, a second copy of the image would not fit.
#[cfg(target_os = "linux")]
#[test]
fn an_image_is_held_in_memory_once() {
    const BYTES: usize = 96 << 20;
    let sandbox = Sandbox::new();
    // One large chunk between the head and the end of a small image. Its checksum is nobody's business here.
    let dot = crate::fixture::bytes("dot.png");
    let (head, end) = (&dot[..33], &dot[dot.len() - 12..]);
    let length = u32::try_from(BYTES).unwrap().to_be_bytes();
    let large = [head, &length, b"IDAT", &vec![0; BYTES], &[0; 4], end].concat();
    fs::write(sandbox.path().join("large.png"), large).unwrap();
    let limited = |arguments: &str| {
        let mut command = sandbox.command("sh");
        let limit = BYTES / 1024 * 3 / 2;
        command.args(["-c", &format!("ulimit -v {limit} && exec {BIN} {arguments}")]);
        // Else the C library sets address space aside for every thread, which counts although nobody uses it.
        let end = command.env("MALLOC_ARENA_MAX", "1").output().unwrap();
        assert!(end.status.success(), "{arguments}: {}", String::from_utf8_lossy(&end.stderr));
    };
    limited("sign large.png -o out.png");
    limited("sign - -o redirected.png < large.png");
    limited("sign large.png --in-place --backup");
    limited("verify -q out.png");
}
