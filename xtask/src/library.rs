//! The C library's outside: its header and the symbols it exports. Both are committed, and compared here.

use std::fs;
use std::path::PathBuf;

use crate::command::{cargo, output, program, project, run, target};

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

/// Sees that nothing of the laws comes with the library unless it is asked for, and tests it with them.
pub fn check_laws() -> Result<(), String> {
    let lawless = ["--package", "aimark-ffi"];
    let tree = ["tree", "--edges", "normal", "--prefix", "none", "--format", "{p}"];
    let tree = output(cargo().args(tree).args(lawless))?;
    let unwanted =
        ["aimark-aigc", "aimark-law", "aimark-mandate", "aimark-marks", "aimark-notice", "image", "toml"];
    let name = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    if let Some(bad) = tree.lines().map(name).find(|name| unwanted.contains(&name.as_str())) {
        return Err(format!("the C library without laws pulls in {bad}"));
    }
    run(cargo().args(["test", "--quiet", "--features", "law"]).args(lawless))
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
    run(cargo().args(["build", "--quiet", "--release", "--package", "aimark-ffi"]))?;
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
