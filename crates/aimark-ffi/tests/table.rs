//! Every function of the header, with every value of a table for the type of each of its arguments. The functions come
//! from `include/aimark.h`, and what they may answer from their comments there: a new function of known types is tried
//! without a line about it here. What only people know about a function stands in `c/refused.c`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests fail loudly")]

mod header;
mod programs;

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use programs::{C, Link, Place, compile, identity, installed, links, root, sanitizer, succeed};

fn header_text() -> String {
    fs::read_to_string(root().join("include/aimark.h")).unwrap()
}

/// Writes the program to a place below `target`.
fn program() -> Place {
    program_of(&header_text())
}

fn program_of(text: &str) -> Place {
    let runner = root().join("crates/aimark-ffi/tests/c/run.h");
    let text =
        header::read(text).and_then(|header| header::program::write(&header, runner.to_str().unwrap()));
    let source = Place::new("table.c");
    fs::write(&*source, text.unwrap_or_else(|odd| panic!("include/aimark.h: {odd}"))).unwrap();
    source
}

#[test]
fn every_value_of_every_argument_gets_a_documented_answer() {
    let source = program();
    for compiler in C.compilers() {
        for link in links() {
            let built = compile(&compiler, "-std=c99", &source, *link);
            succeed(Command::new(&*built).arg(identity()).arg("values"));
        }
    }
}

/// A gibibyte costs nobody more than a few seconds and three gibibytes of memory. What is content is worked through to
/// its end, which takes too long in a library that is not optimized.
#[test]
fn a_gibibyte_is_refused_soon_or_worked_through() {
    // A sanitizer needs the memory that is bounded here for itself.
    if sanitizer().is_some() {
        return;
    }
    let Some(compiler) = C.compiler() else { return };
    let built = compile(&compiler, "-std=c99", &program(), Link::Shared);
    let optimized = installed().is_some() || !cfg!(debug_assertions);
    let what = if optimized { "content" } else { "gigabytes" };
    let told = succeed(Command::new(&*built).arg(identity()).arg(what));
    println!("{}", String::from_utf8_lossy(&told.stdout));
}

#[test]
fn every_exported_function_is_in_the_header() {
    let symbols = fs::read_to_string(root().join("crates/aimark-ffi/symbols.txt")).unwrap();
    let exported: BTreeSet<_> = symbols.lines().collect();
    let header = header::read(&header_text()).unwrap();
    let declared: BTreeSet<_> = header.functions.iter().map(|function| function.name.as_str()).collect();
    assert_eq!(declared, exported);
    assert!(exported.iter().all(|name| name.starts_with("aimark_")));
}

/// A comment or a prototype that says less than it must, and what is then complained of.
#[test]
fn a_header_that_cannot_be_read_is_refused_by_name() {
    for (was, is, why) in [
        ("int32_t origin,", "float origin,", "aimark_label_set_origin: the table has no values for `origin`"),
        ("aimark_signer **out", "aimark_hand **out", "no values for `out` of type `aimark_hand**`"),
        ("int64_t aimark_error_offset", "double aimark_error_offset", "cannot judge what returns `double`"),
        (
            "Returns what `aimark_sign` ",
            "Gives what `aimark_sign` ",
            "aimark_sign_pieces does not say what it returns",
        ),
        ("0 for NULL.", "0 for nothing.", "does not say what it gives for NULL"),
        ("for another number than 0 and 1", "for another", "does not say what `watermarked` may be"),
    ] {
        let text = header_text();
        assert!(text.contains(was), "{was}");
        let read = header::read(&text.replacen(was, is, 1));
        let refused = read.and_then(|header| header::program::write(&header, "run.h")).unwrap_err();
        assert!(refused.contains(why), "{refused}");
    }
}

/// The table bites: a header that promises what the library does not keep fails.
#[test]
fn a_broken_promise_is_found() {
    let Some(compiler) = C.compiler() else { return };
    for (was, is, why) in [
        ("`AIMARK_E_MALFORMED` for a zero byte", "for a zero byte", "is not one of those documented"),
        (
            "in the asset or text. -1 when",
            "in the asset or text. 0 for NULL; -1 when",
            "another number for nothing",
        ),
        ("`ctx`, which may be NULL", "`ctx`, which must be there", "what must be refused was not"),
    ] {
        let text = header_text();
        assert!(text.contains(was), "{was}");
        let program = program_of(&text.replacen(was, is, 1));
        let built = compile(&compiler, "-std=c99", &program, Link::Shared);
        let told = Command::new(&*built).arg(identity()).arg("values").output().unwrap();
        let said = String::from_utf8_lossy(&told.stderr);
        assert!(!told.status.success() && said.contains(why), "{is}: {said}");
    }
}
