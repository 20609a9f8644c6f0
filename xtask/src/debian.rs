//! The Debian package: command, library, header, manual, completions.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::{output, program, project, run, target, trial};
use crate::{installed, tools};

const VERBS: [&str; 7] = ["sign", "verify", "inspect", "identity", "trust", "doctor", "completions"];
/// A shell, and where Debian keeps completions for it.
const COMPLETIONS: [(&str, &str); 3] = [
    ("bash", "bash-completion/completions/aimark"),
    ("zsh", "zsh/vendor-completions/_aimark"),
    ("fish", "fish/vendor_completions.d/aimark.fish"),
];
/// What must be in the package; `*` stands for the architecture.
const CONTENT: [&str; 16] = [
    "usr/bin/aimark",
    "usr/include/aimark.h",
    "usr/include/aimark.hpp",
    "usr/lib/*/libaimark.a",
    "usr/lib/*/libaimark.so",
    "usr/lib/*/pkgconfig/aimark.pc",
    "usr/share/bash-completion/completions/aimark",
    "usr/share/cmake/aimark/aimarkConfig.cmake",
    "usr/share/cmake/aimark/aimarkConfigVersion.cmake",
    "usr/share/doc/aimark/NOTICE.md",
    "usr/share/doc/aimark/copyright",
    "usr/share/fish/vendor_completions.d/aimark.fish",
    "usr/share/man/man1/aimark.1.gz",
    "usr/share/man/man1/aimark-sign.1.gz",
    "usr/share/man/man1/aimark-verify.1.gz",
    "usr/share/zsh/vendor-completions/_aimark",
];

pub fn check() -> Result<(), String> {
    if output(program("dpkg").arg("--version")).is_err() {
        eprintln!("xtask: left out: this is no Debian");
        return Ok(());
    }
    let package = build()?;
    look_into(&package)?;
    if std::env::var_os("AIMARK_INSTALL").is_some() {
        return try_installed(&package);
    }
    eprintln!("xtask: left out: AIMARK_INSTALL does not allow to install {}", package.display());
    Ok(())
}

/// Builds the package, and says where it is.
fn build() -> Result<PathBuf, String> {
    // The package's list of files names this place.
    let staged = project().join("target/debian");
    let libraries = format!("lib/{}", multiarch()?);
    installed::install(Path::new("/usr"), &libraries, Some(&staged))?;
    run(trial().args(["build", "--quiet", "--release", "--package", "aimark-cli"]))?;
    manual(&staged.join("usr/share/man/man1"))?;
    completions(&staged.join("usr/share"))?;
    let package = target().join("aimark.deb");
    let mut deb = tools::DEB.command()?;
    deb.args(["deb", "--quiet", "--no-build", "--package", "aimark-cli", "--output"]);
    run(deb.arg(&package))?;
    Ok(package)
}

fn multiarch() -> Result<String, String> {
    Ok(output(program("dpkg-architecture").args(["-q", "DEB_HOST_MULTIARCH"]))?.trim().to_owned())
}

fn manual(folder: &Path) -> Result<(), String> {
    for verb in [None].into_iter().chain(VERBS.map(Some)) {
        let page = output(aimark().arg("man").args(verb))?;
        let name = verb.map_or_else(|| "aimark.1".to_owned(), |verb| format!("aimark-{verb}.1"));
        write(&folder.join(name), &page)?;
    }
    Ok(())
}

fn completions(folder: &Path) -> Result<(), String> {
    for (shell, place) in COMPLETIONS {
        write(&folder.join(place), &output(aimark().args(["completions", shell]))?)?;
    }
    Ok(())
}

/// In English, whatever the locale of this machine: a package is the same wherever it is built.
fn aimark() -> std::process::Command {
    let mut command = program(target().join("release/aimark"));
    command.env("AIMARK_LANG", "en");
    command
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .map_err(|e| format!("{}: {e}", path.display()))
}

fn look_into(package: &Path) -> Result<(), String> {
    let listed = output(program("dpkg-deb").arg("--contents").arg(package))?;
    let paths: Vec<&str> = listed.lines().filter_map(|line| line.split("./").nth(1)).collect();
    let is = |path: &str, wanted: &str| {
        let path = path.split(" -> ").next().unwrap_or(path);
        match wanted.split_once('*') {
            None => path == wanted,
            Some((before, after)) => path.starts_with(before) && path.ends_with(after),
        }
    };
    let missing: Vec<_> =
        CONTENT.iter().filter(|wanted| !paths.iter().any(|path| is(path, wanted))).collect();
    if missing.is_empty() { Ok(()) } else { Err(format!("the package lacks {missing:?}\n{listed}")) }
}

/// Installs it, lets the tests judge what is then on this machine, and takes it away again.
fn try_installed(package: &Path) -> Result<(), String> {
    run(program("dpkg").arg("--install").arg(package))?;
    let tried = try_it();
    run(program("dpkg").args(["--remove", "aimark"]))?;
    tried
}

fn try_it() -> Result<(), String> {
    run(program("dpkg").args(["--verify", "aimark"]))?;
    let version = output(program("/usr/bin/aimark").arg("--version"))?;
    let expected = format!("aimark {}\n", env!("CARGO_PKG_VERSION"));
    if version != expected {
        return Err(format!("the installed command says {version}"));
    }
    let home = target().join("debian-home");
    let sign = |arguments: &[&str]| {
        let mut command = program("/usr/bin/aimark");
        command.args(arguments).arg(home.join("labelled.png")).env("AIMARK_HOME", &home);
        command
    };
    fs::create_dir_all(&home).map_err(|e| e.to_string())?;
    run(&mut sign(&["sign", "--overwrite", "docs/sample.png", "-o"]))?;
    run(&mut sign(&["verify"]))?;
    installed::test(Path::new("/usr"), &["examples", "installed"])
}
