//! The programs in `examples/`, built and run with the library.

#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod programs;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use programs::{
    C, CPP, Link, Place, compile, compile_addon, identity, installed, is_there, left_out, packages, root,
    shared_library, stdout, succeed,
};

/// Runs an example, which labels a picture and says what its label is worth; and again, with what it labelled, which it
/// must refuse.
fn signs_and_verifies(example: impl Fn() -> Command) {
    let (labelled, twice) = (Place::new("labelled.png"), Place::new("twice.png"));
    let run = |input: &Path, output: &Path| {
        let mut command = example();
        command
            .args(["chain.pem", "key.pem", "root.pem"].map(|name| identity().join(name)))
            .arg(input)
            .arg(output);
        command
    };
    let said = stdout(&mut run(&root().join("docs/sample.png"), &labelled));
    assert_eq!(said.lines().last().unwrap(), format!("{}: trusted", labelled.display()));
    let refused = run(&labelled, &twice).output().unwrap();
    let said = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(1), "{said}");
    assert!(said.contains("AIMARK_E_ALREADY_LABELLED: "), "{said}");
    assert!(!twice.exists());
    // What cannot be read is no empty text, which could be signed.
    for unreadable in [root().join("docs/no-such-file.png"), root().join("docs")] {
        assert_eq!(
            run(&unreadable, &twice).output().unwrap().status.code(),
            Some(1),
            "{}",
            unreadable.display()
        );
        assert!(!twice.exists());
    }
}

/// A command for a script of an example. It leaves nothing beside the script.
fn python(interpreter: &Path, script: &str) -> Command {
    let mut command = Command::new(interpreter);
    command
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .arg(root().join("examples/python").join(script))
        .arg(shared_library());
    command
}

#[test]
fn c() {
    for compiler in C.compilers() {
        for link in [Link::Static, Link::Shared] {
            let program = compile(&compiler, "-std=c99", &root().join("examples/c/sign.c"), link);
            signs_and_verifies(|| Command::new(&*program));
        }
    }
}

#[test]
fn cpp() {
    for compiler in CPP.compilers() {
        for standard in CPP.standards() {
            for link in [Link::Static, Link::Shared] {
                let program = compile(&compiler, standard, &root().join("examples/cpp/sign.cpp"), link);
                signs_and_verifies(|| Command::new(&*program));
            }
        }
    }
}

#[test]
fn load_counts_what_it_signed() {
    let Some(compiler) = C.compiler() else { return };
    let program = compile(&compiler, "-std=c11", &root().join("examples/c/load.c"), Link::Shared);
    let mut command = Command::new(&*program);
    command.args(["chain.pem", "key.pem", "dot.png"].map(|name| identity().join(name)));
    let said = stdout(command.args(["4", "40"]));
    assert!(said.starts_with("40 signatures over 72 bytes in 4 threads: "), "{said}");
}

#[test]
fn go() {
    if !is_there("go") || !is_there("pkg-config") {
        return;
    }
    let (program, packages) = (Place::new("sign"), packages());
    // What Go keeps, it keeps below `target`; it reads no settings of the user's, and fetches nothing.
    // It remembers which library a package was linked with, but not what pkg-config said: one cache for each.
    let judged =
        installed().map_or("built".to_owned(), |library| library.prefix.to_string_lossy().replace('/', "_"));
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("go").join(judged);
    let go = |arguments: &[&str]| {
        let mut command = Command::new("go");
        command.current_dir(root().join("examples/go")).args(arguments).env("PKG_CONFIG_PATH", &*packages);
        command.env("GOCACHE", kept.join("cache")).env("GOPATH", kept.join("path")).env("CGO_ENABLED", "1");
        command.env("GOENV", "off").env("GOPROXY", "off").env("GOTOOLCHAIN", "local").env("GOWORK", "off");
        command.env("GOFLAGS", "-mod=readonly -buildvcs=false");
        command
    };
    // Neither cgo nor pkg-config tells a program where the library is when it runs.
    let running = |mut command: Command| {
        command.env("LD_LIBRARY_PATH", shared_library().parent().unwrap()).env("AIMARK_IDENTITY", identity());
        command
    };
    succeed(&mut running(go(&["test", "-count=1", "./..."])));
    succeed(go(&["build", "-o"]).arg(&*program));
    signs_and_verifies(|| running(Command::new(&*program)));
}

#[test]
fn node() {
    let Some(compiler) = C.compiler() else { return };
    if !is_there("node") {
        return;
    }
    let find = "require('node:path').resolve(process.execPath, '../../include/node')";
    let headers = stdout(Command::new("node").args(["-p", find]));
    if !Path::new(headers.trim()).join("node_api.h").exists() {
        left_out("there are no headers of Node");
        return;
    }
    let include = format!("-I{}", headers.trim());
    let addon = compile_addon(&compiler, &root().join("examples/node/aimark_node.c"), &[include]);
    signs_and_verifies(|| {
        let mut command = Command::new("node");
        command.arg(root().join("examples/node/sign.js")).arg(&*addon);
        command
    });
    let whole = root().join("crates/aimark-ffi/tests/node/whole.js");
    let said = stdout(Command::new("node").arg("--expose-gc").arg(whole).arg(&*addon).arg(identity()));
    assert_eq!(said, "whole: done\n");
}

#[test]
fn python_alone() {
    if is_there("python3") {
        signs_and_verifies(|| python(Path::new("python3"), "sign.py"));
        let whole = root().join("crates/aimark-ffi/tests/python/whole.py");
        let mut command = Command::new("python3");
        command.env("PYTHONDONTWRITEBYTECODE", "1").env("PYTHONPATH", root().join("examples/python"));
        let said = stdout(command.args(["-W", "error"]).arg(whole).arg(shared_library()).arg(identity()));
        assert_eq!(said, "whole: done\n");
    }
}

#[test]
fn python_with_pillow() {
    if !is_there("python3") {
        return;
    }
    match python_environment() {
        Ok(interpreter) => {
            let mut command = python(&interpreter, "pillow.py");
            command.args(["chain.pem", "key.pem", "root.pem"].map(|name| identity().join(name)));
            let pictures = ["PNG", "JPEG", "WebP"].map(|kind| format!("{kind}: trusted, the same picture\n"));
            assert_eq!(stdout(&mut command), pictures.concat());
        }
        Err(reason) => left_out(&format!("Pillow cannot be installed: {reason}")),
    }
}

/// A Python that has the packages of the example: made once below `target`, and anew when the list of packages changes.
fn python_environment() -> Result<PathBuf, String> {
    let list = root().join("examples/python/requirements.txt");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("python");
    let (interpreter, stamp) = (folder.join("bin/python"), folder.join("installed.txt"));
    let wanted = fs::read(&list).unwrap();
    if interpreter.exists() && fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(interpreter);
    }
    let run = |command: &mut Command| {
        let output = command.output().map_err(|reason| reason.to_string())?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        if output.status.success() { Ok(()) } else { Err(said) }
    };
    run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
    let quiet = ["--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:"];
    run(Command::new(&interpreter).args(["-m", "pip", "install"]).args(quiet).arg("-r").arg(&list))?;
    fs::write(&stamp, wanted).unwrap();
    Ok(interpreter)
}
