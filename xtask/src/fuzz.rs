//! Fuzzing, guided by coverage: builds the targets in `fuzz/`, runs each for a while, and says what came of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use crate::command::{cargo, output, program, run, target};

/// Each target, its dictionary, and whether whole files are a corpus for it.
const TARGETS: [(&str, Option<&str>, bool); 24] = [
    ("png", Some("png"), true),
    ("jpeg", Some("jpeg"), true),
    ("webp", Some("webp"), true),
    ("jumbf", Some("store"), true),
    ("cbor", Some("store"), true),
    ("cose", Some("store"), true),
    ("certificates", Some("certificates"), false),
    ("verify", Some("store"), true),
    ("sign", Some("text"), false),
    ("text_wrapper", Some("text"), true),
    ("text_block", Some("text"), true),
    ("text_element", Some("text"), true),
    ("stream", Some("text"), false),
    ("label", None, false),
    ("mutate", None, false),
    ("c_functions", None, false),
    ("hash", None, false),
    ("hints", Some("hints"), true),
    ("aigc", Some("aigc"), false),
    ("marks", Some("hints"), true),
    ("notice", Some("notice"), true),
    ("law", Some("law"), true),
    ("watermark", Some("notice"), true),
    (JUDGED, None, false),
];
/// The target that asks the judge, whose crates are many.
const JUDGED: &str = "differential";

/// How long each target runs where nobody says otherwise, in seconds of the processor's time.
const SECONDS: u32 = 60;
/// The same, where it is one check of many.
const SMOKE_SECONDS: u32 = 4;
/// How many times as long a run may take by the clock.
const CLOCK: u32 = 20;

/// The instrumentation that libFuzzer reads.
const COVERAGE: [&str; 6] = [
    "--cfg fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
];
/// The address sanitizer. The compiler keeps it behind its switch for unstable features; its own standard library comes
/// without it, which is what `allow-abi-mismatch` lets pass.
const ADDRESSES: [&str; 3] =
    ["-Zsanitizer=address", "-Cunsafe-allow-abi-mismatch=sanitizer", "-Cforce-frame-pointers=yes"];

/// `cargo xtask fuzz [SECONDS] [TARGET...]`
pub fn fuzz(arguments: &[String]) -> Result<(), String> {
    let (seconds, names) = match arguments.split_first() {
        Some((first, rest)) if first.parse::<u32>().is_ok() => (first.parse().unwrap_or(SECONDS), rest),
        _ => (SECONDS, arguments),
    };
    if let Some(name) = names.iter().find(|name| !TARGETS.iter().any(|target| target.0 == **name)) {
        return Err(format!("there is no fuzz target {name}"));
    }
    let chosen =
        |target: &&(&str, Option<&str>, bool)| names.is_empty() || names.iter().any(|n| n == target.0);
    run_all(&TARGETS.iter().filter(chosen).copied().collect::<Vec<_>>(), seconds, false)
}

/// Every target for a moment: that each builds, and that nothing falls over at once. But for the one with the judge,
/// which takes longer to build than all the others take together; and without the address sanitizer, with which all take
/// longer: `cargo xtask sanitizers` has it for what is unsafe.
pub fn smoke() -> Result<(), String> {
    let targets: Vec<_> = TARGETS.iter().filter(|target| target.0 != JUDGED).copied().collect();
    run_all(&targets, SMOKE_SECONDS, true)
}

/// Writes the seeds anew.
pub fn seeds() -> Result<(), String> {
    let mut seeds = cargo();
    seeds.args([
        "run",
        "--quiet",
        "--manifest-path",
        "fuzz/Cargo.toml",
        "--example",
        "seeds",
        "--target-dir",
    ]);
    run(seeds.arg(target().join("fuzz-seeds")).args(["--", "fuzz/seeds"]).env("RUSTFLAGS", "--cfg fuzzing"))
}

/// Runs targets, as many at a time as there are processors: what ends a run is the time that a processor gave it.
fn run_all(targets: &[(&str, Option<&str>, bool)], seconds: u32, hasty: bool) -> Result<(), String> {
    let judged = targets.iter().filter(|target| target.0 == JUDGED).count();
    let others = if judged < targets.len() { Some(build(false, hasty)?) } else { None };
    let judged = if judged > 0 { Some(build(true, hasty)?) } else { None };
    let one = |target: &(&str, Option<&str>, bool)| {
        let programs = if target.0 == JUDGED { &judged } else { &others };
        Run::of(target, seconds, programs.as_deref().ok_or("a target was not built")?)
    };
    let mut crashes = Vec::new();
    println!(
        "{:<13} {:>11} {:>7} {:>15} {:>9} {:>7} {:>8}",
        "target", "executions", "cpu s", "edges", "features", "corpus", "crashes"
    );
    for group in targets.chunks(thread::available_parallelism().map_or(1, usize::from)) {
        let outcomes: Vec<Result<Run, String>> = thread::scope(|scope| {
            let runs: Vec<_> = group.iter().map(|target| scope.spawn(|| one(target))).collect();
            let ended = runs.into_iter().map(|run| run.join());
            ended.map(|ended| ended.unwrap_or_else(|_| Err("a run fell over".to_owned()))).collect()
        });
        for outcome in outcomes {
            let outcome = outcome?;
            println!("{outcome}");
            crashes.extend(outcome.crashes);
        }
    }
    if crashes.is_empty() { Ok(()) } else { Err(format!("crashes:\n{}", crashes.join("\n"))) }
}

/// Builds the targets, and returns where they are. The one with the judge apart, because crates that it shares with the
/// others are built with other features for it. In haste, they are built in less time, and see less.
fn build(judged: bool, hasty: bool) -> Result<PathBuf, String> {
    let host = output(program("rustc").args(["--print", "host-tuple"]))?.trim().to_owned();
    let name = if judged { "fuzz-judge" } else { "fuzz" };
    let folder = target().join(if hasty { format!("{name}-hasty") } else { name.to_owned() });
    let mut build = cargo();
    build.args(["build", "--quiet", "--release", "--locked", "--manifest-path", "fuzz/Cargo.toml"]);
    build.args(["--target", &host, "--target-dir"]).arg(&folder);
    build.args(if judged { &["--features", "judge", "--bin", JUDGED][..] } else { &["--bins"] });
    let mut flags = COVERAGE.to_vec();
    if hasty {
        build.envs([("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1"), ("CARGO_PROFILE_RELEASE_DEBUG", "0")]);
    } else {
        flags.extend(ADDRESSES);
    }
    run(build.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", flags.join(" ")))?;
    Ok(folder.join(host).join("release"))
}

/// What came of running one target.
struct Run {
    name: String,
    executions: String,
    /// Seconds of the processor's time.
    seconds: u64,
    /// Edges between blocks of code that were taken, of all there are in the program.
    edges: String,
    features: String,
    corpus: usize,
    /// The inputs at fault.
    crashes: Vec<String>,
}

impl Run {
    fn of(
        (name, dictionary, files): &(&str, Option<&str>, bool),
        seconds: u32,
        programs: &Path,
    ) -> Result<Self, String> {
        let place = |kind: &str| {
            let folder = target().join("fuzz").join(kind).join(name);
            fs::create_dir_all(&folder).map(|()| folder).map_err(|e| e.to_string())
        };
        let (corpus, faults) = (place("corpus")?, place("faults")?);
        let mut command = program(programs.join(name));
        // What ends a run is the processor's time; the clock only where others leave it none, or where it cannot be read.
        command.arg(format!("-max_total_time={}", seconds.saturating_mul(CLOCK)));
        // The judge holds more in memory than all of ours.
        command.args(["-timeout=10", "-rss_limit_mb=1500", "-print_final_stats=1"]);
        command.arg(format!("-artifact_prefix={}/", faults.display()));
        command.args(dictionary.map(|name| format!("-dict=fuzz/dictionaries/{name}.dict")));
        command.arg(&corpus).arg(format!("fuzz/seeds/{name}"));
        command.args(files.then_some("tests/corpus/hostile"));
        let before = files_in(&faults);
        let (log, good, used) = log_of(name, &mut command, u64::from(seconds))?;
        let new = files_in(&faults).into_iter().filter(|file| !before.contains(file));
        let mut crashes: Vec<String> = new.map(|file| format!("  {name}: {}", file.display())).collect();
        if !good && crashes.is_empty() {
            crashes.push(format!("  {name}: it fell over without an input to show"));
        }
        if !good {
            eprintln!("{}", last_lines(&log, 40));
        }
        let last = |key: &str| after_last(&log, key);
        Ok(Self {
            name: (*name).to_owned(),
            executions: last("stat::number_of_executed_units:"),
            seconds: used,
            edges: format!("{}/{}", last(" cov: "), last("INFO: Loaded 1 modules   (")),
            features: last(" ft:"),
            corpus: files_in(&corpus).len(),
            crashes,
        })
    }
}

impl std::fmt::Display for Run {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { name, executions, seconds, edges, features, corpus, crashes } = self;
        let crashes = crashes.len();
        write!(
            f,
            "{name:<13} {executions:>11} {seconds:>7} {edges:>15} {features:>9} {corpus:>7} {crashes:>8}"
        )
    }
}

/// What a program wrote to standard error, whether it ended well, and how long the processor worked for it. By way of a
/// file, because it can be much.
fn log_of(name: &str, command: &mut Command, seconds: u64) -> Result<(String, bool, u64), String> {
    // One for each target, as two may run side by side.
    let path = target().join("fuzz").join(format!("{name}.log"));
    let file = fs::File::create(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let began = Instant::now();
    let child = command.stderr(file).stdout(Stdio::null()).spawn();
    let mut child = child.map_err(|e| format!("{command:?}: {e}"))?;
    let (mut used, mut asked) = (0, false);
    let status = loop {
        if let Some(status) = child.try_wait().map_err(|e| e.to_string())? {
            break status;
        }
        used = processor_seconds(child.id()).unwrap_or_else(|| began.elapsed().as_secs()).max(used);
        if used >= seconds && !asked {
            // libFuzzer takes this for a wish to end the run and to say what came of it.
            asked = true;
            run(program("kill").args(["-USR1", &child.id().to_string()]))?;
        }
        sleep(Duration::from_millis(250));
    };
    let log = fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok((String::from_utf8_lossy(&log).into_owned(), status.success(), used))
}

/// How long the processor has worked for a process, where the kernel says so: fields 14 and 15 of its `stat`, in ticks of a
/// hundredth of a second. They are counted from behind the name, which may contain anything.
fn processor_seconds(process: u32) -> Option<u64> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    let ticks: u64 = fields.split_whitespace().skip(11).take(2).filter_map(|n| n.parse::<u64>().ok()).sum();
    Some(ticks / 100)
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

/// The word that follows the last `key`.
fn after_last(log: &str, key: &str) -> String {
    let rest = log.rsplit_once(key).map_or("-", |(_, rest)| rest);
    rest.split_whitespace().next().unwrap_or("-").to_owned()
}

fn last_lines(log: &str, count: usize) -> String {
    let lines: Vec<&str> = log.lines().collect();
    lines.get(lines.len().saturating_sub(count)..).unwrap_or_default().join("\n")
}
