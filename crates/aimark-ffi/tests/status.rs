//! A wrong table of statuses does not compile. Each way to spoil it is tried on a copy.

#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

mod programs;

use std::fs;
use std::process::{Command, Output};

use programs::{Place, root};

/// What is replaced in the source, by what, and why the compiler then refuses it.
const SPOILED: [(&str, &str, &str); 9] = [
    ("AIMARK_E_UTF8: aimark_status = 101", "AIMARK_E_UTF8: aimark_status = 100", "do not ascend"),
    ("AIMARK_E_UTF8: aimark_status = 101", "AIMARK_E_UTF8: aimark_status = 103", "do not ascend"),
    ("AIMARK_E_MEMORY: aimark_status = 223", "AIMARK_E_MEMORY: aimark_status = 240", "in no group"),
    (
        "AIMARK_E_ARGUMENT: aimark_status = 100",
        "AIMARK_E_ARGUMENT: aimark_status = 99",
        "does not fit its group",
    ),
    ("c\"AIMARK_E_LIMIT\"),", "c\"AIMARK_E_LIMITS\"),", "the name of its constant"),
    ("(AIMARK_E_RETRY, c", "(AIMARK_E_RANDOM, c", "the number of its constant"),
    ("    (AIMARK_FOREIGN, c\"AIMARK_FOREIGN\"),\n", "", "the name of its constant"),
    (
        "    (AIMARK_E_MEMORY, c\"AIMARK_E_MEMORY\"),\n",
        "    (AIMARK_E_MEMORY, c\"AIMARK_E_MEMORY\"),\n    (AIMARK_E_MEMORY, c\"AIMARK_E_MEMORY\"),\n",
        "a row without a constant",
    ),
    (
        "/// Every status and its name.\n",
        "/// One more.\npub const AIMARK_E_MORE: aimark_status = 224;\n\n/// Every status and its name.\n",
        "a constant without a row",
    ),
];

/// Compiles a source alone; the rows it has are counted for it.
fn compile(source: &str) -> Output {
    let path = Place::new("status.rs");
    let rows =
        source.lines().filter(|line| line.starts_with("    (AIMARK_") && line.ends_with("\"),")).count();
    fs::write(&*path, source.replace("&CStr); 32]", &format!("&CStr); {rows}]"))).unwrap();
    let compiler = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let mut command = Command::new(compiler);
    command.args(["--edition=2024", "--crate-type=lib", "--crate-name=status", "--emit=metadata"]);
    command.args(["--cap-lints=allow", "-o"]).arg(path.with_extension("rmeta")).arg(&*path).output().unwrap()
}

#[test]
fn a_wrong_table_does_not_compile() {
    let source = fs::read_to_string(root().join("crates/aimark-ffi/src/status.rs")).unwrap();
    assert!(source.contains("&CStr); 32]"), "the table has another length");
    let sound = compile(&source);
    assert!(sound.status.success(), "{}", String::from_utf8_lossy(&sound.stderr));
    for (was, is, why) in SPOILED {
        assert_eq!(source.matches(was).count(), 1, "{was}");
        let refused = compile(&source.replace(was, is));
        let said = String::from_utf8_lossy(&refused.stderr);
        assert!(!refused.status.success(), "{is} was accepted");
        assert!(said.contains(why), "{is}: {said}");
    }
}
