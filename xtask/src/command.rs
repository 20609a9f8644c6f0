//! Running other programs from the project's root.

use std::path::{Path, PathBuf};
use std::process::Command;

pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// Where built things go.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project().join("target"), PathBuf::from)
}

pub fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Builds the C library and the programs whose instructions are counted, as releases. In one run: cargo would build what
/// they share anew for each, with other ways to optimize it.
pub fn release() -> Result<(), String> {
    let mut build = cargo();
    // Without its default features, the package of the benches brings nothing but the core.
    build.args(["build", "--quiet", "--release", "--no-default-features"]);
    build.args(["--package", "aimark-ffi", "--lib", "--example", "border"]);
    run(build.args(["--package", "aimark-benches", "--bin", "count"]))
}

/// `cargo` for a release build of the command that is only to be tried. Where `AIMARK_HASTY` is set, less is done for its
/// speed, which takes a good part of the time that it would take to build.
pub fn trial() -> Command {
    let mut command = cargo();
    if std::env::var_os("AIMARK_HASTY").is_some() {
        let less = [("OPT_LEVEL", "1"), ("LTO", "off"), ("CODEGEN_UNITS", "16")];
        command.envs(less.map(|(name, value)| (format!("CARGO_PROFILE_RELEASE_{name}"), value)));
    }
    command
}

/// `cargo` with a verb over the whole workspace. What is picked out of it by `--bin` or `--test` is then built with the
/// dependencies that are built already; over one package alone, they would be built anew with only its features.
pub fn workspace(verb: &str) -> Command {
    let mut command = cargo();
    command.args([verb, "--quiet", "--workspace"]);
    command
}

/// Programs of ours, built as the tests have them: with a test beside them, cargo counts in what only tests ask of the
/// dependencies, and builds none of these anew.
pub fn built<const N: usize>(names: [&str; N]) -> Result<[PathBuf; N], String> {
    run(workspace("build").args(["--test", "status"]).args(names.iter().flat_map(|name| ["--bin", name])))?;
    Ok(names.map(|name| target().join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))))
}

/// Without what cargo said of this package when it ran it. A crate whose build script reads that would be built anew after
/// each `cargo test`, and the c2pa crate with it.
pub fn program(name: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(name);
    let names = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    for name in names.filter(|name| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_")) {
        command.env_remove(name);
    }
    command.current_dir(project());
    command
}

/// Runs a command whose output goes where ours goes.
pub fn run(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|e| format!("{command:?}: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?}: {status}")) }
}

/// Runs a command and returns what it printed.
pub fn output(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|e| format!("{command:?}: {e}"))?;
    if !output.status.success() {
        return Err(format!("{command:?}: {}\n{}", output.status, String::from_utf8_lossy(&output.stderr)));
    }
    String::from_utf8(output.stdout).map_err(|e| format!("{command:?}: {e}"))
}

/// Says that something cannot be checked here. Fails where `AIMARK_ALL_TOOLS` says that nothing may be left out.
pub fn left_out(words: &str) -> Result<(), String> {
    if std::env::var_os("AIMARK_ALL_TOOLS").is_some() {
        return Err(words.to_owned());
    }
    eprintln!("xtask: left out: {words}");
    Ok(())
}
