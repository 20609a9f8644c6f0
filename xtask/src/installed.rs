//! The C library as it is installed, and the tests over that.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{cargo, run, target};
use crate::tools;

/// Installs the library below `target`, and lets the tests judge what was installed.
pub fn check() -> Result<(), String> {
    let prefix = below_target()?;
    let mut test = cargo();
    test.args(["test", "--quiet", "--package", "aimark-ffi"]).env("AIMARK_PREFIX", &prefix);
    run(test.env("AIMARK_ONE_WAY", "1"))
}

/// Installs the C library below `target`, and says where.
pub fn below_target() -> Result<PathBuf, String> {
    let prefix = target().join("installed");
    install(&prefix, "lib", None)?;
    Ok(prefix)
}

/// Installs the C library. `destination` stands before the prefix while files are written, as packagers do it.
pub fn install(prefix: &Path, libraries: &str, destination: Option<&Path>) -> Result<(), String> {
    let written = destination.map_or_else(|| prefix.to_path_buf(), Path::to_path_buf);
    forget(&written)?;
    let mut command = tools::C_INSTALL.command()?;
    command.args(["cinstall", "--release", "--package", "aimark-ffi"]);
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
