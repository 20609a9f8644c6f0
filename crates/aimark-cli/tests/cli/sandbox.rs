//! An empty folder to run the command in.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A folder with an empty data folder, gone when dropped.
pub(crate) struct Sandbox {
    folder: TempDir,
    /// The folder by its real name, as the command prints it.
    path: PathBuf,
    pub(crate) variables: Vec<(OsString, OsString)>,
}

impl Sandbox {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = std::fs::canonicalize(folder.path()).unwrap();
        Self { folder, path, variables: Vec::new() }
    }

    pub(crate) fn path(&self) -> &Path {
        assert!(self.folder.path().exists());
        &self.path
    }

    pub(crate) fn fixture(&self, name: &str) {
        std::fs::write(self.path.join(name), super::fixture::bytes(name)).unwrap();
    }

    /// The command, with nothing of this machine's settings: neither data folder, nor variables.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.path).stdin(Stdio::null()).env_clear();
        command.env("HOME", self.path.join("user")).env("AIMARK_HOME", self.path.join("home"));
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command.envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }

    pub(crate) fn aimark(&self, arguments: &[&str]) -> Output {
        self.command(env!("CARGO_BIN_EXE_aimark")).args(arguments).output().unwrap()
    }

    /// Standard output of a run that must succeed.
    pub(crate) fn done(&self, arguments: &[&str]) -> String {
        let output = self.aimark(arguments);
        let (stdout, stderr) = (text(&output.stdout), text(&output.stderr));
        assert_eq!(output.status.code(), Some(0), "{arguments:?}\n{stdout}\n{stderr}");
        stdout
    }
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}
