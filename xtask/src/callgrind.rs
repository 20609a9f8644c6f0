//! Counting instructions, which no other load on the machine changes.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use crate::command::{left_out, output, program, target};

/// Whether there is a valgrind. Without one, says for which `task` it is missed, or fails where nothing may be.
pub fn is_there(task: &str) -> Result<bool, String> {
    if output(program("valgrind").arg("--version")).is_ok() {
        return Ok(true);
    }
    left_out(&format!("{task}: there is no valgrind to count instructions")).map(|()| false)
}

/// What one turn of `counted` takes. Its last argument must be how often it does what it does: what eleven turns take
/// beyond one is divided by ten, so that starting up does not count.
pub fn each(counted: &Path, arguments: &[impl AsRef<OsStr>]) -> Result<u64, String> {
    let more = all(counted, arguments, "11")?.saturating_sub(all(counted, arguments, "1")?);
    Ok(more / 10)
}

fn all(counted: &Path, arguments: &[impl AsRef<OsStr>], often: &str) -> Result<u64, String> {
    let out = target().join("callgrind.out");
    let mut valgrind = program("valgrind");
    valgrind.args(["--tool=callgrind", "--quiet"]).arg(format!("--callgrind-out-file={}", out.display()));
    output(valgrind.arg(counted).args(arguments).arg(often).current_dir("/"))?;
    let text = fs::read_to_string(&out).map_err(|e| e.to_string())?;
    let total =
        text.lines().find_map(|line| line.strip_prefix("summary: ").or(line.strip_prefix("totals: ")));
    total.and_then(|number| number.trim().parse().ok()).ok_or_else(|| "callgrind counted nothing".to_owned())
}
