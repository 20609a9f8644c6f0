//! The tasks, one function each.

use std::fs;

use crate::command::{built, cargo, output, program, project, run, target, trial};
use crate::tools;

/// The most crates that a service links with the core, itself included.
const MOST_CRATES: usize = 60;
/// What must never come with the core.
const UNWANTED: [&str; 8] = ["c2pa", "openssl", "openssl-sys", "reqwest", "hyper", "ureq", "tokio", "ring"];

pub fn format() -> Result<(), String> {
    run(cargo().args(["fmt", "--all", "--check"]))
}

pub fn clippy() -> Result<(), String> {
    run(cargo().args(["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"]))
}

pub fn docs() -> Result<(), String> {
    let flags = ("RUSTDOCFLAGS", "--deny warnings");
    run(cargo().args(["doc", "--workspace", "--no-deps"]).env(flags.0, flags.1))
}

pub fn crates() -> Result<(), String> {
    let arguments =
        ["tree", "--package", "aimark", "--edges", "normal", "--prefix", "none", "--format", "{p}"];
    let tree = output(cargo().args(arguments))?;
    let mut names: Vec<String> =
        tree.lines().map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect();
    names.sort();
    names.dedup();
    if let Some(bad) = names.iter().find(|n| UNWANTED.iter().any(|u| n.split(' ').next() == Some(*u))) {
        return Err(format!("the core pulls in {bad}"));
    }
    eprintln!("xtask: crates: {} of at most {MOST_CRATES}", names.len());
    if names.len() > MOST_CRATES { Err("too many crates".to_owned()) } else { Ok(()) }
}

/// Advisories are left out: their database is no package, and the check must pass where only packages are reached.
/// `cargo deny check advisories` asks for them where there is a network.
pub fn deny() -> Result<(), String> {
    run(tools::DENY.command()?.args(["check", "bans", "licenses", "sources"]))
}

/// Does what the README tells a newcomer to do, in a home of its own.
pub fn newcomer() -> Result<(), String> {
    let readme = fs::read_to_string(project().join("README.md")).map_err(|e| e.to_string())?;
    let command = "cargo run --release -- sign docs/sample.png -o labelled.png";
    if !readme.contains(command) {
        return Err(format!("the README does not tell newcomers to type `{command}`"));
    }
    let home = target().join("newcomer");
    if home.exists() {
        fs::remove_dir_all(&home).map_err(|e| e.to_string())?;
    }
    fs::create_dir_all(&home).map_err(|e| e.to_string())?;
    let labelled = home.join("labelled.png");
    let aimark = |arguments: &[&str]| {
        let mut command = trial();
        command.args(["run", "--quiet", "--release", "--"]).args(arguments).arg(&labelled);
        command.env("AIMARK_HOME", home.join("data"));
        command
    };
    run(&mut aimark(&["sign", "docs/sample.png", "-o"]))?;
    run(&mut aimark(&["verify"]))
}

/// Other people's readers over our files, and ours over theirs. Installs what it needs below `target`.
pub fn interop() -> Result<(), String> {
    let set = target().join("interop-set");
    let [fill, aimark] = built(["interop-set", "aimark"])?;
    run(program(fill).arg(&set))?;
    let judge =
        |mode: &[&str], folder: &str| run(program("tests/interop/run").args(mode).arg(set.join(folder)));
    judge(&[], "signed")?;
    judge(&["--refuse"], "tampered")?;
    judge(&["--texts"], "texts")?;
    judge(&["--refuse-texts"], "texts-tampered")?;
    let theirs = target().join("interop-theirs");
    if theirs.exists() {
        fs::remove_dir_all(&theirs).map_err(|e| e.to_string())?;
    }
    run(program("tests/interop/theirs").arg(&theirs))?;
    run(program("tests/interop/check-theirs").arg(&aimark).arg(&theirs))?;
    run(program("tests/interop/check-foreign").arg(&aimark))?;
    run(program("tests/interop/check-laws").arg(&aimark))
}

pub fn clean() -> Result<(), String> {
    let changed = output(program("git").args(["status", "--porcelain"]))?;
    if changed.is_empty() { Ok(()) } else { Err(format!("the working tree changed:\n{changed}")) }
}

pub fn bless() -> Result<(), String> {
    run(cargo().args(["test", "--package", "aimark-tests"]).env("AIMARK_BLESS", "1"))
}

/// With all the others in it, which `cargo bench` and the tests leave out.
pub fn bench(arguments: impl Iterator<Item = String>) -> Result<(), String> {
    let report = ["run", "--quiet", "--release", "--package", "aimark-benches", "--features", "encypher"];
    let mut report_of_all = cargo();
    report_of_all.args(report).args(["--bin", "report", "--"]).args(arguments);
    // Memory that was freed stays ours. Otherwise who ran before decides who waits for the kernel's fresh pages.
    run(report_of_all.env("MALLOC_MMAP_MAX_", "0").env("MALLOC_TRIM_THRESHOLD_", "1000000000000"))
}
