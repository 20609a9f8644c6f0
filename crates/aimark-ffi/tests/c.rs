//! Programs in C, and the same as C++, compiled against the header and run with the library.

#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod programs;

use std::path::{Path, PathBuf};
use std::process::Command;

use programs::{
    C, CPP, Link, compile, identity, installed, is_there, links, root, sanitizer, shared_library, stdout,
    succeed,
};

fn source(name: &str) -> PathBuf {
    root().join("crates/aimark-ffi/tests/c").join(name)
}

/// Every compiler and standard there is, shared and static, one program.
fn each_way(source: &Path, run: impl Fn(&Path)) {
    for language in [C, CPP] {
        for compiler in language.compilers() {
            for standard in language.standards() {
                for link in links() {
                    run(&compile(&compiler, standard, source, *link));
                }
            }
        }
    }
}

fn with_identity(program: &Path) {
    succeed(Command::new(program).arg(identity()));
}

#[test]
fn programs_load_the_library_that_was_just_built() {
    if installed().is_some() || !links().contains(&Link::Shared) || !is_there("ldd") {
        return;
    }
    for compiler in C.compilers() {
        let program = compile(&compiler, "-std=c99", &source("version.c"), Link::Shared);
        let said = stdout(Command::new("ldd").arg(&*program));
        assert!(said.contains(shared_library().to_str().unwrap()), "{said}");
    }
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
fn the_wrapper_for_cpp() {
    for compiler in CPP.compilers() {
        for standard in CPP.standards() {
            for link in links() {
                with_identity(&compile(&compiler, standard, &source("wrapper.cpp"), *link));
            }
        }
    }
}

#[test]
fn no_memory_is_lost_or_misread() {
    // A sanitizer and valgrind each want to be the only one that watches memory.
    if sanitizer().is_some() || !is_there("valgrind") {
        return;
    }
    for (name, language, standard) in [
        ("whole.c", C, "-std=c99"),
        ("refused.c", C, "-std=c99"),
        ("threads.c", C, "-std=c99"),
        ("wrapper.cpp", CPP, "-std=c++11"),
    ] {
        let Some(compiler) = language.compiler() else { continue };
        let program = compile(&compiler, standard, &source(name), Link::Shared);
        let check = ["--quiet", "--leak-check=full", "--show-leak-kinds=all", "--error-exitcode=9"];
        let kinds = "--errors-for-leak-kinds=all";
        succeed(Command::new("valgrind").args(check).arg(kinds).arg(&*program).arg(identity()));
    }
}

/// Silence of a sanitizer says something only if it is not deaf.
#[test]
fn sanitizers_see_what_is_wrong() {
    let Some(sanitizer) = sanitizer() else {
        eprintln!(
            "left out: the library has no sanitizer in it; `cargo xtask sanitizers` builds it with each"
        );
        return;
    };
    let expected: &[(&str, &str)] = match sanitizer.as_str() {
        "address" => &[("twice.c", "heap-use-after-free"), ("lost.c", "detected memory leaks")],
        _ => &[("race.c", "data race")],
    };
    for (name, words) in expected {
        for compiler in C.compilers() {
            let program = compile(&compiler, "-std=c99", &source(name), Link::Static);
            let output = Command::new(&*program).output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(!output.status.success() && said.contains(words), "{name}: {said}");
            assert!(said.contains("aimark_label_"), "{name}: the library's own code is not watched\n{said}");
        }
    }
}
