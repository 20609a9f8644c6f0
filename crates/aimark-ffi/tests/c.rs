//! Programs in C, and the same as C++, compiled against the committed header and run with the library.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail loudly")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};

const CRATE: &str = env!("CARGO_MANIFEST_DIR");
const WARNINGS: [&str; 6] = ["-pedantic", "-Wall", "-Wextra", "-Werror", "-Wno-unused-function", "-pthread"];

/// A language and its standards, and the compilers to look for.
const C: (&[&str], &[&str]) = (&["-std=c99", "-std=c11"], &["cc", "gcc", "clang"]);
const CPP: (&[&str], &[&str]) = (&["-std=c++11", "-std=c++20"], &["c++", "g++", "clang++"]);

fn root() -> PathBuf {
    Path::new(CRATE).join("../..").canonicalize().unwrap()
}

fn identity() -> PathBuf {
    root().join("crates/aimark/tests/identity")
}

/// Cargo puts the C libraries next to this test, as it builds all kinds of the crate together.
fn libraries() -> PathBuf {
    std::env::current_exe().unwrap().parent().unwrap().to_path_buf()
}

fn is_there(program: &str) -> bool {
    let there = Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success());
    if !there {
        eprintln!("left out: there is no {program}");
    }
    there
}

/// The compilers there are: what `CC` or `CXX` names, and those of the list.
fn compilers(variable: &str, names: &[&str]) -> Vec<String> {
    let named = std::env::var(variable).ok();
    let all = named.into_iter().chain(names.iter().map(|name| (*name).to_owned()));
    all.filter(|name| is_there(name)).collect()
}

fn succeed(command: &mut Command) -> Output {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {}\n{said}", output.status);
    output
}

static PROGRAMS: AtomicUsize = AtomicUsize::new(0);

/// Compiles a program; `link` says how it finds the library.
fn compile(compiler: &str, standard: &str, source: &Path, link: &[String]) -> PathBuf {
    let stem = source.file_stem().unwrap().to_str().unwrap();
    // Tests run side by side, and none may write the program that another runs.
    let name = format!("{stem}-{}", PROGRAMS.fetch_add(1, Ordering::Relaxed));
    let program = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let mut command = Command::new(compiler);
    if standard.contains("c++") {
        command.args(["-x", "c++"]);
    }
    command.arg(standard).args(WARNINGS).arg("-I").arg(root().join("include")).arg(source);
    command.args(["-x", "none"]).args(link).arg("-o").arg(&program);
    succeed(&mut command);
    program
}

fn statically() -> Vec<String> {
    let library = libraries().join("libaimark_capi.a").to_str().unwrap().to_owned();
    [library.as_str(), "-lm", "-ldl"].map(str::to_owned).to_vec()
}

fn shared() -> Vec<String> {
    let folder = libraries().to_str().unwrap().to_owned();
    vec![format!("-L{folder}"), "-laimark_capi".to_owned(), format!("-Wl,-rpath,{folder}"), "-lm".to_owned()]
}

fn test_program(name: &str) -> PathBuf {
    Path::new(CRATE).join("tests/c").join(name)
}

/// Every compiler and standard there is, one program.
fn each_way(source: &Path, run: impl Fn(&Path)) {
    for (variable, (standards, names)) in [("CC", C), ("CXX", CPP)] {
        for compiler in compilers(variable, names) {
            for standard in standards {
                run(&compile(&compiler, standard, source, &statically()));
            }
        }
    }
}

fn with_identity(program: &Path) {
    succeed(Command::new(program).arg(identity()));
}

#[test]
fn all_ways_to_sign_and_verify() {
    each_way(&test_program("whole.c"), with_identity);
}

#[test]
fn nothing_wrong_is_accepted() {
    each_way(&test_program("refused.c"), with_identity);
}

#[test]
fn every_exported_function_is_tried_with_nonsense() {
    let source = std::fs::read_to_string(test_program("refused.c")).unwrap();
    let symbols = std::fs::read_to_string(Path::new(CRATE).join("symbols.txt")).unwrap();
    let missing: Vec<_> = symbols.lines().filter(|name| !source.contains(&format!("{name}("))).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(symbols.lines().all(|name| name.starts_with("aimark_")));
}

#[test]
fn eight_threads_share_a_signer_and_a_trust() {
    for compiler in compilers("CC", C.1) {
        with_identity(&compile(&compiler, "-std=c11", &test_program("threads.c"), &shared()));
    }
}

#[test]
fn the_example_signs_and_verifies() {
    let output = Path::new(env!("CARGO_TARGET_TMPDIR")).join("labelled.png");
    for compiler in compilers("CC", C.1) {
        let program = compile(&compiler, "-std=c99", &root().join("examples/c/sign.c"), &shared());
        let mut command = Command::new(program);
        command.args(["chain.pem", "key.pem", "root.pem"].map(|name| identity().join(name)));
        let said = succeed(command.arg(root().join("docs/sample.png")).arg(&output)).stdout;
        assert!(String::from_utf8(said).unwrap().ends_with(": trusted\n"));
    }
}

#[test]
fn the_load_example_counts_what_it_signed() {
    for compiler in compilers("CC", C.1).into_iter().take(1) {
        let program = compile(&compiler, "-std=c11", &root().join("examples/c/load.c"), &shared());
        let mut command = Command::new(program);
        command.args(["chain.pem", "key.pem", "dot.png"].map(|name| identity().join(name)));
        let said = succeed(command.args(["4", "40"])).stdout;
        assert!(String::from_utf8(said).unwrap().starts_with("40 signatures over 72 bytes in 4 threads: "));
    }
}

#[test]
fn the_python_example_signs_and_verifies() {
    if !is_there("python3") {
        return;
    }
    let output = Path::new(env!("CARGO_TARGET_TMPDIR")).join("labelled-by-python.png");
    let mut command = Command::new("python3");
    command.arg(root().join("examples/python/sign.py")).arg(libraries().join("libaimark_capi.so"));
    command.args(["chain.pem", "key.pem", "root.pem"].map(|name| identity().join(name)));
    let said = succeed(command.arg(root().join("docs/sample.png")).arg(output)).stdout;
    assert!(String::from_utf8(said).unwrap().ends_with(": trusted\n"));
}

#[test]
fn no_memory_is_lost_or_misread() {
    if !is_there("valgrind") {
        return;
    }
    for compiler in compilers("CC", C.1).into_iter().take(1) {
        for name in ["whole.c", "refused.c"] {
            let program = compile(&compiler, "-std=c99", &test_program(name), &statically());
            let check = ["--quiet", "--leak-check=full", "--show-leak-kinds=all", "--error-exitcode=9"];
            let kinds = "--errors-for-leak-kinds=all";
            succeed(Command::new("valgrind").args(check).arg(kinds).arg(program).arg(identity()));
        }
    }
}
