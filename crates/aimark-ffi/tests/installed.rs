//! What `cargo cinstall` puts on a machine: versions that agree, libraries that need nothing, files that build systems
//! find. `AIMARK_PREFIX` says where it was installed; `cargo xtask installed` does both.

#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod programs;

use std::path::Path;
use std::process::Command;

use programs::{
    C, CPP, DEFINED, Installed, Link, Place, compile, identity, installed, is_there, root, stdout, succeed,
};

const VERSION: &str = env!("CARGO_PKG_VERSION");
/// The most that the shared library may weigh, in bytes.
const MOST_BYTES: u64 = 2 << 20;

fn judged() -> Option<Installed> {
    let installed = installed();
    if installed.is_none() {
        eprintln!("left out: AIMARK_PREFIX does not say where the library was installed");
    }
    installed
}

#[test]
fn every_place_that_states_the_version_states_the_same() {
    let Some(library) = judged() else { return };
    let name = soname(&library);
    let (major_and_minor, _) = VERSION.rsplit_once('.').unwrap();
    assert_eq!(name, format!("libaimark.so.{major_and_minor}"));
    // The link that the loader follows, and the one that the linker does.
    for link in [name.as_str(), "libaimark.so"] {
        let target = library.library(link).canonicalize().unwrap();
        assert!(target.ends_with(format!("libaimark.so.{VERSION}")), "{link} leads to {}", target.display());
    }
    assert_eq!(stdout(library.pkg_config().args(["--modversion", "aimark"])).trim(), VERSION);
    let header = std::fs::read_to_string(library.prefix.join("include/aimark.h")).unwrap();
    assert_eq!(header, std::fs::read_to_string(root().join("include/aimark.h")).unwrap());
    let Some(compiler) = C.compiler() else { return };
    let source = root().join("crates/aimark-ffi/tests/c/version.c");
    for link in [Link::Shared, Link::Static] {
        let program = compile(&compiler, "-std=c99", &source, link);
        let said = stdout(&mut Command::new(&*program));
        assert_eq!(said, format!("header {VERSION}\nlibrary {VERSION}\n"));
    }
}

fn soname(library: &Installed) -> String {
    let dynamic = stdout(Command::new("readelf").args(["-d", "-W"]).arg(library.library("libaimark.so")));
    let line = dynamic.lines().find(|line| line.contains("(SONAME)")).unwrap();
    line.split_once('[').unwrap().1.trim_end_matches(']').to_owned()
}

#[test]
fn the_shared_library_needs_the_c_library_and_the_unwinder_only() {
    let Some(library) = judged() else { return };
    let said = stdout(Command::new("ldd").arg(library.library("libaimark.so")));
    let needed = said
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .map(|path| Path::new(path).file_name().unwrap().to_str().unwrap().to_owned());
    let known = ["linux-vdso.so.1", "libgcc_s.so.1", "libc.so.6"];
    let more: Vec<_> =
        needed.filter(|name| !known.contains(&name.as_str()) && !name.starts_with("ld-linux")).collect();
    assert!(more.is_empty(), "{more:?}");
}

#[test]
fn the_shared_library_is_small_and_exports_our_functions_only() {
    let Some(library) = judged() else { return };
    let path = library.library("libaimark.so");
    let bytes = std::fs::metadata(&path).unwrap().len();
    eprintln!("libaimark.so: {bytes} bytes");
    assert!(bytes <= MOST_BYTES, "{bytes} bytes");
    let listed = stdout(Command::new("nm").args(["-D", "--defined-only", "--format=posix"]).arg(path));
    let mut names: Vec<_> = listed.lines().map(|line| line.split(' ').next().unwrap()).collect();
    names.sort_unstable();
    let committed = std::fs::read_to_string(root().join("crates/aimark-ffi/symbols.txt")).unwrap();
    assert_eq!(names, committed.lines().collect::<Vec<_>>());
}

#[test]
fn cmake_finds_the_shared_and_the_static_library() {
    let Some(library) = judged() else { return };
    if !is_there("cmake") {
        return;
    }
    for (c, cpp) in C.compilers().iter().zip(CPP.compilers()) {
        let build = Place::new("cmake");
        let mut configure = Command::new("cmake");
        configure.arg("-S").arg(root().join("crates/aimark-ffi/tests/cmake")).arg("-B").arg(&*build);
        configure.arg(format!("-DCMAKE_PREFIX_PATH={}", library.prefix.display()));
        configure.args([format!("-DCMAKE_C_COMPILER={c}"), format!("-DCMAKE_CXX_COMPILER={cpp}")]);
        configure
            .args(["C", "CXX"].map(|language| format!("-DCMAKE_{language}_FLAGS={}", DEFINED.join(" "))));
        succeed(configure.arg(format!("-DVERSION={VERSION}")));
        succeed(Command::new("cmake").arg("--build").arg(&*build));
        for program in ["c-shared", "c-static", "cpp-shared", "cpp-static"] {
            succeed(Command::new(build.join(program)).arg(identity()));
        }
    }
}
