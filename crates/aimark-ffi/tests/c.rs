//! Programs in C, and the same as C++, compiled against the header and run with the library.

#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod programs;

use std::path::{Path, PathBuf};
use std::process::Command;

use programs::{C, CPP, Link, compile, identity, is_there, root, succeed};

fn source(name: &str) -> PathBuf {
    root().join("crates/aimark-ffi/tests/c").join(name)
}

/// Every compiler and standard there is, shared and static, one program.
fn each_way(source: &Path, run: impl Fn(&Path)) {
    for language in [C, CPP] {
        for compiler in language.compilers() {
            for standard in language.standards {
                for link in [Link::Static, Link::Shared] {
                    run(&compile(&compiler, standard, source, link));
                }
            }
        }
    }
}

fn with_identity(program: &Path) {
    succeed(Command::new(program).arg(identity()));
}

#[test]
fn all_ways_to_sign_and_verify() {
    each_way(&source("whole.c"), with_identity);
}

#[test]
fn refusals_name_what_is_at_fault() {
    each_way(&source("refused.c"), with_identity);
}

#[test]
fn eight_threads_share_a_signer_and_a_trust() {
    each_way(&source("threads.c"), with_identity);
}

#[test]
fn no_memory_is_lost_or_misread() {
    if !is_there("valgrind") {
        return;
    }
    let Some(compiler) = C.compiler() else { return };
    for name in ["whole.c", "refused.c", "threads.c"] {
        let program = compile(&compiler, "-std=c99", &source(name), Link::Shared);
        let check = ["--quiet", "--leak-check=full", "--show-leak-kinds=all", "--error-exitcode=9"];
        let kinds = "--errors-for-leak-kinds=all";
        succeed(Command::new("valgrind").args(check).arg(kinds).arg(program).arg(identity()));
    }
}
