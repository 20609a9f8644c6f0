//! The C library as it is installed, and the tests over that.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{run, target, workspace};
use crate::tools;

/// Installs the library below `target`, and lets the tests judge what was installed.
pub fn check() -> Result<(), String> {
    test(&here()?, &["c", "examples", "installed"])
}

/// The static library, installed below `target`.
pub fn library() -> Result<PathBuf, String> {
    Ok(here()?.join("lib/libaimark.a"))
}

fn here() -> Result<PathBuf, String> {
    let prefix = target().join("installed");
    install(&prefix, "lib", None)?;
    Ok(prefix)
}

/// Has tests of the C library judge the one that is installed at a prefix.
pub fn test(prefix: &Path, names: &[&str]) -> Result<(), String> {
    let mut test = workspace("test");
    test.args(names.iter().flat_map(|name| ["--test", name]));
    run(test.env("AIMARK_PREFIX", prefix).env("AIMARK_ONE_WAY", "1"))
}

/// Installs the C library. `destination` stands before the prefix while files are written, as packagers do it.
pub fn install(prefix: &Path, libraries: &str, destination: Option<&Path>) -> Result<(), String> {
    let written = destination.map_or_else(|| prefix.to_path_buf(), Path::to_path_buf);
    forget(&written)?;
    let mut command = tools::C_INSTALL.command()?;
    command.args(["cinstall", "--release", "--package", "aimark-ffi"]);
    // It comes with a cargo of its own, and each would take the other's macros and build scripts for outdated.
    command.env("CARGO_TARGET_DIR", target().join("c-library"));
    command.arg("--prefix").arg(prefix).arg("--libdir").arg(prefix.join(libraries));
    if let Some(destination) = destination {
        command.arg("--destdir").arg(destination);
    }
    run(&mut command)
}

/// What an earlier version installed must not be taken for this one's.
fn forget(folder: &PathBuf) -> Result<(), String> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    }
    Ok(())
}
