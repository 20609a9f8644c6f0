//! The C library's outside: its header and the symbols it exports. Both are committed, and compared here.

use std::fs;
use std::path::PathBuf;

use crate::command::{cargo, output, program, project, release, run, target, workspace};

const SYMBOLS: &str = "crates/aimark-ffi/symbols.txt";
const HEADER: &str = "include/aimark.h";

/// Compares the committed header with what the source gives.
pub fn check_header() -> Result<(), String> {
    compare(HEADER, &header()?)
}

/// Compares the committed list of symbols with those of the built library.
pub fn check_symbols() -> Result<(), String> {
    compare(SYMBOLS, &symbols()?)
}

/// What comes with each feature of the library alone.
const PARTS: [(&str, &[&str]); 2] = [
    ("law", &["aimark-aigc", "aimark-law", "aimark-mandate", "aimark-marks", "toml"]),
    ("durable", &["aimark-durable", "aimark-fingerprint", "aimark-softbinding", "rustfft"]),
];
/// What comes with either.
const SHARED: [&str; 3] = ["aimark-notice", "aimark-picture", "image"];

/// Sees that nothing of the laws and of watermarks comes with the library unless it is asked for, and tests it with both.
pub fn check_laws() -> Result<(), String> {
    lacks("", &SHARED)?;
    for (feature, parts) in PARTS {
        lacks("", parts)?;
        for (_, others) in PARTS.iter().filter(|(other, _)| *other != feature) {
            lacks(feature, others)?;
        }
        // With one alone, what only the other uses would be dead.
        let feature = format!("aimark-ffi/{feature}");
        run(workspace("clippy").args(["--all-targets", "--features", &feature]).args(STRICT))?;
    }
    let mut test = workspace("test");
    test.args(["--features", "aimark-ffi/law,aimark-ffi/durable"]);
    run(test.args(C_TESTS.map(|name| ["--test", name]).as_flattened()).env("AIMARK_ONE_WAY", "1"))
}

/// Those tests of the C library that hear of its features.
const C_TESTS: [&str; 5] = ["c", "table", "examples", "rust", "status"];

const LIBRARY: [&str; 2] = ["--package", "aimark-ffi"];
const STRICT: [&str; 3] = ["--", "--deny", "warnings"];

/// Fails where the library, built with these features, pulls in one of `unwanted`.
fn lacks(features: &str, unwanted: &[&str]) -> Result<(), String> {
    let tree = ["tree", "--edges", "normal", "--prefix", "none", "--format", "{p}", "--features", features];
    let tree = output(cargo().args(tree).args(LIBRARY))?;
    let name = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    match tree.lines().map(name).find(|name| unwanted.contains(&name.as_str())) {
        Some(bad) => Err(format!("the C library with the features {features:?} pulls in {bad}")),
        None => Ok(()),
    }
}

/// Writes both anew.
pub fn write() -> Result<(), String> {
    for (path, text) in [(HEADER, header()?), (SYMBOLS, symbols()?)] {
        fs::write(project().join(path), text).map_err(|e| format!("{path}: {e}"))?;
    }
    Ok(())
}

fn header() -> Result<String, String> {
    let source = project().join("crates/aimark-ffi");
    let config = cbindgen::Config::from_file(source.join("cbindgen.toml"))?;
    let bindings = cbindgen::generate_with_config(source, config).map_err(|e| e.to_string())?;
    let mut text = Vec::new();
    bindings.write(&mut text);
    String::from_utf8(text).map_err(|e| e.to_string())
}

/// The names that the shared library exports, one a line, in order.
fn symbols() -> Result<String, String> {
    release()?;
    let listed = output(program("nm").args(["-D", "--defined-only", "--format=posix"]).arg(library()))?;
    let mut names: Vec<&str> = listed.lines().filter_map(|line| line.split(' ').next()).collect();
    names.sort_unstable();
    Ok(names.iter().map(|name| format!("{name}\n")).collect())
}

fn library() -> PathBuf {
    target().join("release/libaimark_capi.so")
}

fn compare(path: &str, built: &str) -> Result<(), String> {
    let committed = fs::read_to_string(project().join(path)).map_err(|e| format!("{path}: {e}"))?;
    if committed == built {
        return Ok(());
    }
    let gone =
        committed.lines().filter(|line| !built.lines().any(|l| l == *line)).map(|l| format!("\n- {l}"));
    let new = built.lines().filter(|line| !committed.lines().any(|l| l == *line)).map(|l| format!("\n+ {l}"));
    let changes: String = gone.chain(new).take(20).collect();
    Err(format!("{path} is not what the source gives; `cargo xtask c-library` writes it anew{changes}"))
}
