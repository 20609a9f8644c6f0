//! The order of the rooms: `ARCHITECTURE.md` lists the core's modules from the ground up, and each may use only those
//! above it in the list.

use std::fs;
use std::path::{Path, PathBuf};

use crate::command::project;

pub fn check() -> Result<(), String> {
    let order = listed()?;
    let mut faults = unlisted(&order)?;
    for (place, room) in order.iter().enumerate() {
        for file in files_of(room) {
            let text = fs::read_to_string(&file).map_err(|e| format!("{}: {e}", file.display()))?;
            let later =
                uses(&text).into_iter().filter(|used| order.iter().skip(place + 1).any(|r| r == used));
            faults.extend(later.map(|used| format!("{room} uses {used}, which stands below it")));
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("; ")) }
}

fn source() -> PathBuf {
    project().join("crates/aimark/src")
}

/// The rooms in the order of `ARCHITECTURE.md`: lines like `    src/input.rs   bounded cursor`.
fn listed() -> Result<Vec<String>, String> {
    let text = fs::read_to_string(project().join("ARCHITECTURE.md")).map_err(|e| e.to_string())?;
    let rooms = text.lines().filter_map(|line| line.trim_start().strip_prefix("src/")?.split_once(".rs "));
    let rooms: Vec<String> = rooms.map(|(room, _)| room.to_owned()).filter(|room| room != "lib").collect();
    if rooms.is_empty() { Err("ARCHITECTURE.md lists no rooms".to_owned()) } else { Ok(rooms) }
}

fn unlisted(order: &[String]) -> Result<Vec<String>, String> {
    let library = fs::read_to_string(source().join("lib.rs")).map_err(|e| e.to_string())?;
    let modules: Vec<&str> =
        library.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';')).collect();
    let missing = modules.iter().filter(|m| !order.iter().any(|room| room == *m));
    let gone = order.iter().filter(|room| !modules.contains(&room.as_str()));
    let missing = missing.map(|m| format!("{m} is not in ARCHITECTURE.md"));
    Ok(missing.chain(gone.map(|room| format!("{room} is in ARCHITECTURE.md only"))).collect())
}

/// The room's own file and those of its folder.
fn files_of(room: &str) -> Vec<PathBuf> {
    let inside = |folder: &Path| {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect::<Vec<_>>()
    };
    let mut files = inside(&source().join(room));
    files.push(source().join(format!("{room}.rs")));
    files
}

/// The names that follow `crate::` outside comments.
fn uses(text: &str) -> Vec<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let after = code.flat_map(|line| line.split("crate::").skip(1));
    let names = after.map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
    names.collect()
}
