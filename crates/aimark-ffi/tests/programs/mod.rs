//! Finding compilers and the library, and building programs with them.
//!
//! The library is the one that cargo just built. Three variables ask for another, so that the same tests judge it too:
//! `AIMARK_PREFIX` is where the library was installed, and pkg-config finds it there. `AIMARK_SANITIZER` names the sanitizer
//! that a library was built with, `AIMARK_LINK` says how to link that one, and `AIMARK_CFLAGS` is added to every compilation.
//!
//! With `AIMARK_ONE_WAY` programs are built by one compiler and one standard of each language. The header is seen by all of
//! them in `cargo test`; what judges another library need not try them again.

#![allow(dead_code, reason = "not every test uses every helper")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests fail loudly")]

mod place;

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub(crate) use place::Place;

const CRATE: &str = env!("CARGO_MANIFEST_DIR");
const WARNINGS: [&str; 6] = ["-pedantic", "-Wall", "-Wextra", "-Werror", "-Wno-unused-function", "-pthread"];

/// What the programs must know of the library: one that was built without something refuses what asks for it.
pub(crate) const DEFINED: &[&str] = match (cfg!(feature = "law"), cfg!(feature = "durable")) {
    (true, true) => &[],
    (true, false) => &["-DHAS_DURABLE=0"],
    (false, true) => &["-DHAS_LAWS=0"],
    (false, false) => &["-DHAS_LAWS=0", "-DHAS_DURABLE=0"],
};

/// A language: its standards, the compilers to look for, and the variable that names another.
#[derive(Clone, Copy)]
pub(crate) struct Language {
    standards: &'static [&'static str],
    compilers: &'static [&'static str],
    variable: &'static str,
}

pub(crate) const C: Language =
    Language { standards: &["-std=c99", "-std=c11"], compilers: &["gcc", "clang"], variable: "CC" };
pub(crate) const CPP: Language =
    Language { standards: &["-std=c++11", "-std=c++20"], compilers: &["g++", "clang++"], variable: "CXX" };

/// How a program finds the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    Shared,
    Static,
}

fn is_one_way() -> bool {
    env::var_os("AIMARK_ONE_WAY").is_some()
}

pub(crate) fn root() -> PathBuf {
    Path::new(CRATE).join("../..").canonicalize().unwrap()
}

pub(crate) fn identity() -> PathBuf {
    root().join("crates/aimark/tests/identity")
}

/// Cargo puts the C libraries next to the tests, as it builds all kinds of the crate together.
pub(crate) fn libraries() -> PathBuf {
    env::current_exe().unwrap().parent().unwrap().to_path_buf()
}

/// Whether a program is there. Where `AIMARK_ALL_TOOLS` is set, one that is not is a fault.
pub(crate) fn is_there(program: &str) -> bool {
    let there = |argument: &str| {
        Command::new(program).arg(argument).output().is_ok_and(|output| output.status.success())
    };
    // Go has a word where others have an option.
    if there("--version") || there("version") {
        return true;
    }
    left_out(&format!("there is no {program}"));
    false
}

/// Says why a test cannot be done here. Where `AIMARK_ALL_TOOLS` is set, that is a fault.
pub(crate) fn left_out(reason: &str) {
    assert!(env::var_os("AIMARK_ALL_TOOLS").is_none(), "{reason}");
    eprintln!("left out: {reason}");
}

impl Language {
    /// The compilers there are; of those that a variable names, that one alone.
    pub(crate) fn compilers(self) -> Vec<String> {
        let named = env::var(self.variable).ok();
        let listed = self.compilers.iter().map(|name| (*name).to_owned());
        let wanted: Vec<String> = named.map_or_else(|| listed.collect(), |name| vec![name]);
        let there = wanted.into_iter().filter(|name| is_there(name));
        there.take(if is_one_way() { 1 } else { usize::MAX }).collect()
    }

    /// The standards that programs are compiled by.
    pub(crate) fn standards(self) -> &'static [&'static str] {
        if is_one_way() { self.standards.get(..1).unwrap_or_default() } else { self.standards }
    }

    /// One compiler, for what need not be seen from every side.
    pub(crate) fn compiler(self) -> Option<String> {
        self.compilers().into_iter().next()
    }
}

pub(crate) fn succeed(command: &mut Command) -> Output {
    let output = command.output().unwrap_or_else(|reason| panic!("{command:?}: {reason}"));
    // Some, such as tests of Go, say on standard output what failed.
    let said = [&output.stdout, &output.stderr].map(|said| String::from_utf8_lossy(said));
    assert!(output.status.success(), "{command:?}: {}\n{}", output.status, said.concat());
    output
}

pub(crate) fn stdout(command: &mut Command) -> String {
    String::from_utf8(succeed(command).stdout).unwrap()
}

/// Compiles a program.
pub(crate) fn compile(compiler: &str, standard: &str, source: &Path, link: Link) -> Place {
    let program = Place::new(source.file_stem().unwrap().to_str().unwrap());
    let mut command = Command::new(compiler);
    let is_c = source.extension().is_some_and(|extension| extension == "c");
    if standard.contains("c++") && is_c {
        command.args(["-x", "c++"]);
    }
    if !is_c {
        // Who includes our wrapper may be stricter than we are.
        command.args(["-Wshadow", "-Wconversion"]);
    }
    command.arg(standard).args(WARNINGS).args(words(env::var("AIMARK_CFLAGS").unwrap_or_default().as_str()));
    command.args(DEFINED);
    command.args(include_flags()).arg(source).args(["-x", "none"]).args(link_flags(link));
    succeed(command.arg("-o").arg(&*program));
    program
}

/// The ways to link that there are; a library with a sanitizer is a static one.
pub(crate) fn links() -> &'static [Link] {
    if sanitizer().is_some() { &[Link::Static] } else { &[Link::Static, Link::Shared] }
}

/// The sanitizer under which the programs run: `address` or `thread`.
pub(crate) fn sanitizer() -> Option<String> {
    env::var("AIMARK_SANITIZER").ok()
}

/// What finds the header.
pub(crate) fn include_flags() -> Vec<String> {
    match installed() {
        Some(package) => words(&stdout(package.pkg_config().args(["--cflags", "aimark"]))),
        None => vec![format!("-I{}", root().join("include").display())],
    }
}

/// What finds the library, when the program is linked and when it runs.
pub(crate) fn link_flags(link: Link) -> Vec<String> {
    match (installed(), env::var("AIMARK_LINK").ok(), link) {
        (Some(package), _, link) => package.link_flags(link),
        (None, Some(flags), _) => words(&flags),
        (None, None, Link::Static) => {
            let archive = libraries().join("libaimark_capi.a");
            vec![archive.display().to_string(), "-lm".to_owned(), "-ldl".to_owned()]
        }
        (None, None, Link::Shared) => {
            let folder = libraries().display().to_string();
            let mut flags = vec![format!("-L{folder}"), "-laimark_capi".to_owned()];
            flags.extend(found_at_run_time(&folder));
            flags
        }
    }
}

/// What makes a program load from this folder before any other. Cargo runs tests with `LD_LIBRARY_PATH`, where the library
/// that `cargo build` left, old as it may be, comes first; only the older kind of path goes before that.
fn found_at_run_time(folder: &str) -> [String; 2] {
    ["-Wl,--disable-new-dtags".to_owned(), format!("-Wl,-rpath,{folder}")]
}

/// Compiles a shared object that a program loads. It takes the shared library, and no flags of sanitizers: the program that
/// loads it was built without.
pub(crate) fn compile_addon(compiler: &str, source: &Path, flags: &[String]) -> Place {
    let name = source.with_extension("node");
    let addon = Place::new(name.file_name().unwrap().to_str().unwrap());
    let mut command = Command::new(compiler);
    command
        .args(["-std=c11", "-shared", "-fPIC"])
        .args(WARNINGS)
        .args(flags)
        .args(include_flags())
        .arg(source);
    let library = shared_library();
    command.args(found_at_run_time(library.parent().unwrap().to_str().unwrap())).arg(library);
    succeed(command.arg("-o").arg(&*addon));
    addon
}

/// A folder in which pkg-config finds the library.
pub(crate) fn packages() -> Place {
    if let Some(package) = installed() {
        return Place::lasting(package.prefix.join("lib/pkgconfig"));
    }
    let (include, folder) = (root().join("include"), libraries());
    let package = format!(
        "Name: aimark\nDescription: the library that was just built\nVersion: 0\nCflags: \"-I{}\"\nLibs: \"-L{}\" -laimark_capi\n",
        include.display(),
        folder.display(),
    );
    let packages = Place::new("packages");
    std::fs::create_dir(&*packages).unwrap();
    std::fs::write(packages.join("aimark.pc"), package).unwrap();
    packages
}

/// The shared library's file.
pub(crate) fn shared_library() -> PathBuf {
    match installed() {
        Some(package) => package.library("libaimark.so"),
        None => libraries().join("libaimark_capi.so"),
    }
}

/// Where the library was installed, if the tests are to judge that.
pub(crate) fn installed() -> Option<Installed> {
    env::var_os("AIMARK_PREFIX").map(|prefix| Installed { prefix: prefix.into() })
}

pub(crate) struct Installed {
    pub(crate) prefix: PathBuf,
}

impl Installed {
    pub(crate) fn pkg_config(&self) -> Command {
        let mut command = Command::new("pkg-config");
        command.env("PKG_CONFIG_PATH", self.prefix.join("lib/pkgconfig"));
        command
    }

    pub(crate) fn library(&self, name: &str) -> PathBuf {
        self.libraries().join(name)
    }

    /// Systems keep libraries in different places below a prefix.
    fn libraries(&self) -> PathBuf {
        stdout(self.pkg_config().args(["--variable=libdir", "aimark"])).trim().into()
    }

    fn link_flags(&self, link: Link) -> Vec<String> {
        let rpath = format!("-Wl,-rpath,{}", self.libraries().display());
        match link {
            Link::Shared => {
                let mut flags = words(&stdout(self.pkg_config().args(["--libs", "aimark"])));
                flags.push(rpath);
                flags
            }
            // A linker that finds both kinds takes the shared one, unless it is told the file.
            Link::Static => words(&stdout(self.pkg_config().args(["--libs", "--static", "aimark"])))
                .into_iter()
                .map(|flag| if flag == "-laimark" { "-l:libaimark.a".to_owned() } else { flag })
                .collect(),
        }
    }
}

pub(crate) fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}
