//! What the border between C and Rust costs, in instructions, which no other load on the machine changes.

use std::fs;
use std::path::{Path, PathBuf};

use crate::callgrind;
use crate::command::{program, project, release, run, target};
use crate::installed;

/// The most that a signature through C may take beyond one through Rust, in thousandths.
const MOST_PER_MILLE: u64 = 30;
/// The sizes of the pictures, in bytes. Without a hash to hide behind, the border would weigh most on the smallest.
const SIZES: [usize; 2] = [70_000, 1_000];

pub fn check() -> Result<(), String> {
    if !callgrind::is_there("border")? {
        return Ok(());
    }
    let folder = target().join("border");
    fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
    let [through_c, through_rust] = programs(&folder)?;
    for size in SIZES {
        let picture = folder.join(format!("{size}.jpg"));
        fs::write(&picture, jpeg(size)).map_err(|e| e.to_string())?;
        let (c, rust) = (each(&through_c, &picture)?, each(&through_rust, &picture)?);
        let more = c.saturating_sub(rust);
        let per_mille = more.saturating_mul(1000).checked_div(rust).unwrap_or(u64::MAX);
        eprintln!(
            "xtask: border: {size} bytes: {c} instructions through C, {rust} through Rust, {}.{} % more",
            per_mille / 10,
            per_mille % 10
        );
        if per_mille > MOST_PER_MILLE {
            return Err(format!("a signature over {size} bytes takes {more} instructions more through C"));
        }
    }
    Ok(())
}

/// The same program twice: in C over the static library, and in Rust.
fn programs(folder: &Path) -> Result<[PathBuf; 2], String> {
    // The library that is installed is optimized as a whole; one that cargo builds together with a library for Rust is not.
    let library = installed::library()?;
    release()?;
    let through_c = folder.join("border-c");
    let mut compile = program("cc");
    compile.args(["-std=c99", "-O2", "crates/aimark-ffi/tests/c/border.c", "-I", "include"]);
    compile.arg(library).args(["-lm", "-ldl", "-lpthread", "-o"]);
    run(compile.arg(&through_c))?;
    Ok([through_c, target().join("release/examples/border")])
}

/// The instructions of one signature.
fn each(program: &Path, picture: &Path) -> Result<u64, String> {
    callgrind::each(program, &[&project().join("crates/aimark/tests/identity"), picture])
}

/// The skeleton of a JPEG. What is in its scan does not matter: nobody decodes it.
fn jpeg(size: usize) -> Vec<u8> {
    let scan = (0..size).map(|i| u8::try_from(i * 31 % 251).unwrap_or_default());
    let head: [&[u8]; 3] = [
        b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0",
        b"\xff\xc0\0\x0b\x08\x04\0\x04\0\x01\x01\x11\0",
        b"\xff\xda\0\x08\x01\x01\0\0\x3f\0",
    ];
    let mut whole = head.concat();
    whole.extend(scan);
    whole.extend(b"\xff\xd9");
    whole
}
