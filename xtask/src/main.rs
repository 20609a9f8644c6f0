//! `cargo xtask TASK`: what developers repeat by hand, as commands. `cargo xtask ci` runs all that must hold beyond
//! the tests.

#![forbid(unsafe_code)]

mod border;
mod callgrind;
mod command;
mod debian;
mod fuzz;
mod installed;
mod instructions;
mod library;
mod page;
mod rooms;
mod sanitizers;
mod tasks;
mod tools;

use std::process::ExitCode;
use std::time::Instant;

/// Each task: its name, what it does, and the function.
type Task = (&'static str, &'static str, fn() -> Result<(), String>);

const TASKS: [Task; 19] = [
    ("format", "every file is formatted", tasks::format),
    ("clippy", "no lint warns", tasks::clippy),
    ("docs", "the documentation builds without warnings", tasks::docs),
    ("rooms", "each room of the core uses only rooms below it", rooms::check),
    ("crates", "the core pulls in few crates, and none it must not", tasks::crates),
    ("deny", "licences, sources and duplicates of the dependencies", tasks::deny),
    ("header", "the C header is the one that the source gives", library::check_header),
    ("symbols", "the C library exports its functions, and nothing else", library::check_symbols),
    (
        "laws",
        "the C library has nothing of laws and watermarks unless it is asked for, and passes its tests with them",
        library::check_laws,
    ),
    (
        "installed",
        "the C library, once installed, is found, is small, and passes its tests",
        installed::check,
    ),
    ("sanitizers", "the C tests run clean, with library and tests under sanitizers", sanitizers::check),
    (
        "debian",
        "the Debian package holds what it must; installed, where that is allowed, it works",
        debian::check,
    ),
    // Right behind the package, for which the command was built.
    ("newcomer", "the README's first command gives a label that verifies", tasks::newcomer),
    ("fuzz-smoke", "no fuzz target falls over in its first seconds", fuzz::smoke),
    ("border", "signing through C takes hardly more instructions than through Rust", border::check),
    ("instructions", "signing and verifying take as many instructions as committed", instructions::check),
    ("interop", "other people's validators accept our files", tasks::interop),
    ("page", "the HTML report can be used in a browser, and lets nothing in or out", page::check),
    ("clean", "nothing above left a trace in the working tree", tasks::clean),
];

fn main() -> ExitCode {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    let outcome = match wanted.as_str() {
        "ci" => TASKS.iter().try_for_each(run),
        "bless" => tasks::bless(),
        "bench" => tasks::bench(std::env::args().skip(2)),
        "instructions" if std::env::args().nth(2).as_deref() == Some("--write") => instructions::write(),
        "c-library" => library::write(),
        "fuzz" => fuzz::fuzz(&std::env::args().skip(2).collect::<Vec<_>>()),
        "fuzz-seeds" => fuzz::seeds(),
        name => TASKS.iter().find(|task| task.0 == name).map_or_else(|| Err(usage()), run),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("xtask: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn run((name, what, task): &Task) -> Result<(), String> {
    eprintln!("xtask: {name}: {what}");
    let began = Instant::now();
    let outcome = task().map_err(|reason| format!("{name}: {reason}"));
    eprintln!("xtask: {name}: {} s", began.elapsed().as_secs());
    outcome
}

fn usage() -> String {
    let tasks: String = TASKS.iter().map(|(name, what, _)| format!("\n  {name:<12} {what}")).collect();
    format!(
        "usage: cargo xtask TASK\n  ci           all of these, in order\n  bench        times signing and verifying beside others; --quick for less than a minute\n  bless        writes the committed test files anew\n  c-library    writes the C header and the list of its symbols anew\n  fuzz         runs fuzz targets: [SECONDS of each] [TARGET...]\n  fuzz-seeds   writes the seeds of the fuzz targets anew{tasks}"
    )
}
