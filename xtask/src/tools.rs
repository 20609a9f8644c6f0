//! Programs that cargo builds for us, below `target`, each in one version.

use std::path::PathBuf;
use std::process::Command;

use crate::command::{cargo, program, run, target};

/// A cargo subcommand and the version that is known to build with our toolchain.
pub struct Tool {
    name: &'static str,
    version: &'static str,
    program: &'static str,
}

/// Licences, sources and duplicates of dependencies.
pub const DENY: Tool = Tool { name: "cargo-deny", version: "0.20.2", program: "cargo-deny" };
/// Installs C libraries with a SONAME and a pkg-config file.
pub const C_INSTALL: Tool = Tool { name: "cargo-c", version: "0.10.24", program: "cargo-cinstall" };
/// Builds Debian packages.
pub const DEB: Tool = Tool { name: "cargo-deb", version: "3.8.0", program: "cargo-deb" };

impl Tool {
    /// The command that runs it, built first where it is not there.
    pub fn command(&self) -> Result<Command, String> {
        let tools = target().join("tools");
        let path = tools.join("bin").join(self.program);
        if !path.exists() {
            self.install(&tools)?;
        }
        Ok(program(path))
    }

    /// Unoptimized, and with nothing for debuggers: it takes longer to build such a program than it will ever run here.
    fn install(&self, tools: &PathBuf) -> Result<(), String> {
        let mut install = cargo();
        install.args(["install", "--locked", "--debug", self.name, "--version", self.version]);
        // One program of it alone: linking the others takes its time, too.
        install.args(["--bin", self.program, "--root"]).arg(tools);
        install.env("CARGO_TARGET_DIR", target().join("tools-build"));
        run(install.env("CARGO_PROFILE_DEV_DEBUG", "0"))
    }
}
