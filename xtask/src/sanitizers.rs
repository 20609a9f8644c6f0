//! The C library and its tests under sanitizers, both sides of the border.

use std::path::{Path, PathBuf};

use crate::command::{cargo, left_out, output, program, run, target, workspace};

/// What each watches, and how the C side is compiled for it.
struct Sanitizer {
    name: &'static str,
    c_flags: &'static str,
    /// The compilers whose own runtime understands what rustc writes; the others' does not.
    compilers: Option<[(&'static str, &'static str); 2]>,
    /// Whether to link rustc's runtime instead of the compiler's.
    runtime_of_rust: bool,
}

const ALL: [Sanitizer; 2] = [
    Sanitizer {
        name: "address",
        c_flags: "-fsanitize=address,undefined -fno-sanitize-recover=all",
        compilers: None,
        runtime_of_rust: false,
    },
    Sanitizer {
        name: "thread",
        c_flags: "-fsanitize=thread -fno-sanitize-link-runtime",
        compilers: Some([("CC", "clang"), ("CXX", "clang++")]),
        runtime_of_rust: true,
    },
];

pub fn check() -> Result<(), String> {
    ALL.iter().try_for_each(|sanitizer| {
        if let Some([(_, compiler), _]) = sanitizer.compilers
            && !is_there(compiler)
        {
            return left_out(&format!("{} sanitizer: there is no {compiler}", sanitizer.name));
        }
        sanitizer.test(&sanitizer.library()?)
    })
}

fn is_there(compiler: &str) -> bool {
    output(program(compiler).arg("--version")).is_ok()
}

impl Sanitizer {
    /// The static library with the sanitizer in it. The compiler keeps this behind the switch for unstable features,
    /// but it is the same compiler that builds what we ship. Its standard library comes without the sanitizer, which
    /// is what `allow-abi-mismatch` lets pass: what it reads and writes by itself is not watched.
    fn library(&self) -> Result<PathBuf, String> {
        let host = host()?;
        let folder = target().join("sanitized").join(self.name);
        let flags = format!("-Zsanitizer={} -Cunsafe-allow-abi-mismatch=sanitizer", self.name);
        let mut build = cargo();
        build.args(["build", "--quiet", "--package", "aimark-ffi", "--target", &host]);
        run(build.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", flags).env("CARGO_TARGET_DIR", &folder))?;
        Ok(folder.join(host).join("debug/libaimark_capi.a"))
    }

    fn test(&self, library: &Path) -> Result<(), String> {
        let mut link = format!("{} -lm -ldl", library.display());
        if self.runtime_of_rust {
            let runtime = runtime(self.name)?;
            link +=
                &format!(" -Wl,--whole-archive {} -Wl,--no-whole-archive -lrt -rdynamic", runtime.display());
        }
        let mut test = workspace("test");
        test.args(["--test", "c", "--test", "table"]);
        // What is still needed when a program ends is not on its stack; what once was there would hide what is lost.
        test.env("LSAN_OPTIONS", "use_stacks=0:use_registers=0");
        test.env("AIMARK_SANITIZER", self.name).env("AIMARK_CFLAGS", self.c_flags).env("AIMARK_LINK", link);
        test.envs(self.compilers.into_iter().flatten()).env("AIMARK_ONE_WAY", "1");
        run(&mut test)
    }
}

fn host() -> Result<String, String> {
    Ok(output(program("rustc").args(["--print", "host-tuple"]))?.trim().to_owned())
}

fn runtime(name: &str) -> Result<PathBuf, String> {
    let root = output(program("rustc").args(["--print", "target-libdir"]))?;
    let folder = PathBuf::from(root.trim());
    let short = &name[..1];
    Ok(folder.join(format!("librustc-stable_rt.{short}san.a")))
}
