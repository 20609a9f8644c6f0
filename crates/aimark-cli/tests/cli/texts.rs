//! Labelled texts as others see them: what stands around the label is what stood there before.

use std::fs;

use serde_json::Value;

use crate::sandbox::{Sandbox, text};

/// The output of signing `content` in a file called `name`.
fn signed(sandbox: &Sandbox, name: &str, content: &str, options: &[&str]) -> String {
    fs::write(sandbox.path().join(name), content).unwrap();
    sandbox.done(&[&["sign", "-q", name, "-o", "out", "--overwrite"], options].concat());
    fs::read_to_string(sandbox.path().join("out")).unwrap()
}

fn is_selector(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

#[test]
fn plain_text_is_followed_by_what_nobody_sees() {
    let sandbox = Sandbox::new();
    for content in ["", "Words", "Words\n", "Строка\r\nещё\r\n", "\u{feff}Words ❤\u{fe0f}"] {
        let out = signed(&sandbox, "a.txt", content, &[]);
        let label = out.strip_prefix(content).unwrap();
        assert!(label.starts_with('\u{feff}') && label.chars().all(is_selector), "{content:?}");
    }
}

#[test]
fn a_comment_stands_on_its_own_line() {
    const OPEN: &str = "<!-- -----BEGIN C2PA MANIFEST----- data:application/c2pa;base64,";
    const CLOSE: &str = " -----END C2PA MANIFEST----- -->";
    let sandbox = Sandbox::new();
    for content in ["", "# Title", "# Title\n\nWords\n"] {
        let out = signed(&sandbox, "a.md", content, &[]);
        let (label, rest) = out.split_once('\n').unwrap();
        assert!(label.starts_with(OPEN) && label.ends_with(CLOSE), "{label}");
        assert_eq!(rest, content);
    }
    for content in ["---\ntitle: x\n---\nWords\n", "\u{feff}Words"] {
        let out = signed(&sandbox, "a.md", content, &[]);
        let label = out.strip_prefix(content).unwrap().strip_prefix('\n').unwrap();
        assert!(label.starts_with(OPEN) && label.ends_with(&format!("{CLOSE}\n")), "{label}");
    }
}

#[test]
fn an_element_stands_at_the_end_of_the_head() {
    const OPEN: &str = "<script type=\"application/c2pa\">";
    const CLOSE: &str = "</script>";
    let sandbox = Sandbox::new();
    for (before, after) in [
        ("<!DOCTYPE html>\n<html><head>\n<title>x</title>\n", "</head>\n<body>Words</body></html>\n"),
        ("<html><HEAD>", "</HEAD></html>"),
    ] {
        let out = signed(&sandbox, "a.html", &format!("{before}{after}"), &[]);
        let label = out.strip_prefix(before).unwrap().strip_suffix(after).unwrap();
        assert!(label.starts_with(OPEN) && label.ends_with(CLOSE), "{label}");
        let base64 = label.strip_prefix(OPEN).unwrap().strip_suffix(CLOSE).unwrap();
        assert!(base64.chars().all(|c| c.is_ascii_alphanumeric() || "+/=".contains(c)), "{base64}");
    }
}

#[test]
fn only_normalization_changes_a_text_and_only_when_asked_for() {
    let sandbox = Sandbox::new();
    let out = signed(&sandbox, "a.txt", "cafe\u{301}\n", &["--normalize"]);
    assert!(out.strip_prefix("café\n").unwrap().chars().all(is_selector));
    assert_eq!(fs::read(sandbox.path().join("a.txt")).unwrap(), "cafe\u{301}\n".as_bytes());
    assert!(signed(&sandbox, "a.md", "cafe\u{301}\n", &["--normalize"]).ends_with("\ncafe\u{301}\n"));
}

#[test]
fn padded_labels_have_one_length() {
    let sandbox = Sandbox::new();
    sandbox.done(&["identity", "new", "default"]);
    let lengths: Vec<u64> = (0..8)
        .map(|_| {
            fs::write(sandbox.path().join("a.txt"), "Words\n").unwrap();
            let line = sandbox.done(&["sign", "--padded", "--json", "a.txt", "-o", "out.txt", "--overwrite"]);
            sandbox.done(&["verify", "-q", "out.txt"]);
            let signed: Value = serde_json::from_str(&line).unwrap();
            signed["label_bytes"].as_u64().unwrap()
        })
        .collect();
    assert!(lengths.iter().all(|length| length == &lengths[0]), "{lengths:?}");
}

/// `script` gives a program a terminal, where there is one.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_texts_but_no_images() {
    let sandbox = Sandbox::new();
    sandbox.fixture("dot.png");
    fs::write(sandbox.path().join("a.txt"), "Words\n").unwrap();
    sandbox.done(&["identity", "new", "default"]);
    let on_terminal = |arguments: &str| {
        let mut command = sandbox.command("script");
        command.args(["-qec", &format!("{} {arguments}", env!("CARGO_BIN_EXE_aimark")), "/dev/null"]);
        command.output().ok().map(|end| (end.status.code(), text(&end.stdout)))
    };
    let Some((code, out)) = on_terminal("sign -q a.txt -o -") else {
        eprintln!("skipped: there is no script");
        return;
    };
    assert_eq!(code, Some(0), "{out}");
    assert!(out.starts_with("Words") && out.contains('\u{feff}'), "{out}");
    let (code, out) = on_terminal("sign -q dot.png -o -").unwrap();
    assert_eq!(code, Some(2));
    assert!(out.contains("standard output is a terminal, and images are not text"), "{out}");
}
