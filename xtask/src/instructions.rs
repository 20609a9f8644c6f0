//! The instructions of signing and verifying small files, beside those that are committed: what got slower, or faster,
//! says so in the change that did it.
//!
//! One hash over the file is subtracted. Nobody can save it, and without the processor's instructions for it, which
//! valgrind does not know, it is so large that a copy of the file would not show beside it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::callgrind;
use crate::command::{left_out, output, program, project, release, target};

/// How far a count may be from the committed one, in thousandths of it.
const TOLERANCE_PER_MILLE: u64 = 20;
/// Contents and sizes in bytes. The small ones show what a label costs, the large one what each byte costs.
const COUNTED: [(&str, usize); 4] =
    [("JPEG", 1_000), ("JPEG", 70_000), ("PNG", 1_000), ("English text", 1_000)];
const OPERATIONS: [&str; 2] = ["sign", "verify"];

pub fn check() -> Result<(), String> {
    if !callgrind::is_there("instructions")? {
        return Ok(());
    }
    let committed = fs::read_to_string(file()).map_err(|e| e.to_string())?;
    let counted = Counts::now()?;
    eprintln!("xtask: instructions: {}", counted.conditions.trim_start_matches("# "));
    if !committed.contains(&counted.conditions) {
        return left_out("instructions: the committed counts were made under other conditions");
    }
    let mut off = Vec::new();
    for (name, count) in &counted.counts {
        let before = committed_count(&committed, name)?;
        let change = per_mille(before, *count);
        eprintln!("xtask: instructions: {name}: {count}, {change} against {before}");
        if count.abs_diff(before).saturating_mul(1000) > before.saturating_mul(TOLERANCE_PER_MILLE) {
            off.push(format!("{name}: {change}"));
        }
    }
    if off.is_empty() {
        return Ok(());
    }
    Err(format!("{}. If that is meant: `cargo xtask instructions --write`, and commit it", off.join("; ")))
}

pub fn write() -> Result<(), String> {
    let counted = Counts::now()?;
    let mut text = format!(
        "# Instructions of one operation beyond the hash of the file, by callgrind. Written by `cargo xtask instructions --write`.\n{}\n",
        counted.conditions
    );
    for (name, count) in counted.counts {
        writeln!(text, "{name}: {count}").map_err(|e| e.to_string())?;
    }
    fs::write(file(), text).map_err(|e| e.to_string())
}

fn file() -> PathBuf {
    project().join("benches/instructions.txt")
}

struct Counts {
    /// What the counts depend on, as a line of the file.
    conditions: String,
    counts: Vec<(String, u64)>,
}

impl Counts {
    fn now() -> Result<Self, String> {
        release()?;
        let counting = target().join("release/count");
        let mut counts = Vec::new();
        for (content, size) in COUNTED {
            let size = size.to_string();
            let count = |operation| callgrind::each(&counting, &[content, &size, operation]);
            let hash = count("hash")?;
            for operation in OPERATIONS {
                let more = count(operation)?.saturating_sub(hash);
                counts.push((format!("{operation} {content} {size}"), more));
            }
        }
        Ok(Self { conditions: conditions(&counting)?, counts })
    }
}

/// The compiler, and the processor as valgrind plays it: one that lacks SHA instructions, whatever the real one has.
fn conditions(counting: &Path) -> Result<String, String> {
    let compiler = output(program("rustc").arg("--version"))?;
    let mut valgrind = program("valgrind");
    let processor = output(valgrind.args(["--tool=none", "--quiet"]).arg(counting).arg("processor"))?;
    Ok(format!("# {}; {}", compiler.trim(), processor.trim()))
}

fn committed_count(committed: &str, name: &str) -> Result<u64, String> {
    let mut pairs = committed.lines().filter_map(|line| line.split_once(": "));
    let count = pairs.find(|(found, _)| *found == name).and_then(|(_, count)| count.parse().ok());
    count.ok_or_else(|| format!("{} has no count for {name}", file().display()))
}

/// The change in percent, with one digit after the point.
fn per_mille(before: u64, now: u64) -> String {
    let change = now.abs_diff(before).saturating_mul(1000).checked_div(before).unwrap_or(u64::MAX);
    let sign = if now < before { '-' } else { '+' };
    format!("{sign}{}.{} %", change / 10, change % 10)
}
