//! The programs in `examples/`, built and run with the library.

#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod programs;

use std::path::PathBuf;
use std::process::Command;

use programs::{C, Link, compile, identity, is_there, place, root, shared_library, stdout};

/// The identity of the tests and a picture, as every example takes them.
fn arguments(command: &mut Command, output: &PathBuf) {
    command.args(["chain.pem", "key.pem", "root.pem"].map(|name| identity().join(name)));
    command.arg(root().join("docs/sample.png")).arg(output);
}

/// Runs an example, which labels a picture and says what its label is worth.
fn signs_and_verifies(command: &mut Command) {
    let output = place("labelled.png");
    arguments(command, &output);
    assert_eq!(stdout(command).lines().last().unwrap(), format!("{}: trusted", output.display()));
}

#[test]
fn c() {
    for compiler in C.compilers() {
        for link in [Link::Static, Link::Shared] {
            let program = compile(&compiler, "-std=c99", &root().join("examples/c/sign.c"), link);
            signs_and_verifies(&mut Command::new(program));
        }
    }
}

#[test]
fn load_counts_what_it_signed() {
    let Some(compiler) = C.compiler() else { return };
    let program = compile(&compiler, "-std=c11", &root().join("examples/c/load.c"), Link::Shared);
    let mut command = Command::new(program);
    command.args(["chain.pem", "key.pem", "dot.png"].map(|name| identity().join(name)));
    let said = stdout(command.args(["4", "40"]));
    assert!(said.starts_with("40 signatures over 72 bytes in 4 threads: "), "{said}");
}

#[test]
fn python() {
    if is_there("python3") {
        let mut command = Command::new("python3");
        signs_and_verifies(command.arg(root().join("examples/python/sign.py")).arg(shared_library()));
    }
}
