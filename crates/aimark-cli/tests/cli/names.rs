//! Names that were made to deceive, in every form of a report.

use std::fs;

use crate::fixture;
use crate::sandbox::{Sandbox, text};

const NAMES: [&str; 7] = [
    "=HYPERLINK(\"http:\\\\evil\",\"x\").png",
    "@SUM(1).png",
    "<script>alert(1)<\u{2215}script>.png",
    "\"><img src=x onerror=alert(1)>.png",
    "gpj\u{202e}gnp.trusted.png",
    "\u{1b}[2J\u{1b}]0;owned\u{7}\u{9b}31m.png",
    "line\nfeed\ttab: trusted.png",
];

fn report(sandbox: &Sandbox, form: &[&str]) -> String {
    let output = sandbox.aimark(&[&["verify", "-r", "in", "--at", "2026-06-02T00:00:00Z"], form].concat());
    assert_eq!(output.status.code(), Some(4), "{form:?}: {}", text(&output.stderr));
    for c in text(&output.stderr).chars() {
        assert!(!steers(c), "{form:?} on standard error: {c:?}");
    }
    text(&output.stdout).to_owned()
}

/// What moves, hides or reorders text, but for the line feed that ends a line.
fn steers(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\r') || ('\u{202a}'..='\u{202e}').contains(&c)
}

#[cfg(unix)]
#[test]
fn a_name_that_deceives_is_harmless_in_every_form() {
    let sandbox = Sandbox::new();
    fs::create_dir(sandbox.path().join("in")).unwrap();
    for name in NAMES {
        fs::write(sandbox.path().join("in").join(name), fixture::bytes("labelled.png")).unwrap();
    }
    let forms = [
        &["--format", "text"][..],
        &["--format", "text", "--details"],
        &["--format", "json"],
        &["--format", "ndjson"],
        &["--format", "csv"],
        &["--format", "html"],
    ];
    for form in forms {
        let report = report(&sandbox, form);
        assert!(!report.contains(steers), "{form:?}: {:?}", report.chars().find(|c| steers(*c)));
        assert!(report.contains("HYPERLINK"), "{form:?}: no row for a file");
    }
    let rows = report(&sandbox, &["--format", "ndjson"]);
    let paths: Vec<serde_json::Value> =
        rows.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut paths: Vec<&str> = paths.iter().map(|row| row["path"].as_str().unwrap()).collect();
    let mut expected: Vec<String> = NAMES.iter().map(|name| format!("in/{name}")).collect();
    paths.sort_unstable();
    expected.sort_unstable();
    assert_eq!(paths, expected, "a name is not lost by being made harmless");
}

/// In the folder itself a cell could begin with the name.
#[test]
fn a_name_is_no_formula_in_a_spreadsheet() {
    let sandbox = Sandbox::new();
    for name in ["=1+1.png", "+1.png", "@x.png", " =2.png"] {
        fs::write(sandbox.path().join(name), fixture::bytes("labelled.png")).unwrap();
    }
    fs::write(sandbox.path().join("list"), "=1+1.png\n+1.png\n@x.png\n =2.png\n").unwrap();
    let output = sandbox.aimark(&["verify", "--files-from", "list", "--format", "csv"]);
    let cells: Vec<String> =
        text(&output.stdout).lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect();
    assert_eq!(cells, ["\"'=1+1.png\"", "\"'+1.png\"", "\"'@x.png\"", "\"' =2.png\""]);
}

#[test]
fn a_page_has_no_element_from_a_name() {
    let sandbox = Sandbox::new();
    fs::write(sandbox.path().join("<b onclick=x>.png"), fixture::bytes("labelled.png")).unwrap();
    let page = sandbox.aimark(&["verify", "<b onclick=x>.png", "--format", "html"]);
    let page = text(&page.stdout);
    assert!(!page.contains("<b onclick") && page.contains("&lt;b onclick"), "{page}");
}
