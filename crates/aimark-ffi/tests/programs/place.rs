//! Places below `target` for what a test builds. A test that passes leaves nothing there. What one that fails left stays to
//! be looked at, until the same tests run again.
//!
//! Each process has a folder with a file that it locks. The lock ends with the process, however that ends: a folder whose
//! lock can be had is nobody's any more.

use std::fs::{self, File};
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

const LOCK: &str = "lock";
/// When a folder without a lock is nobody's. There is none only while it is made, and from earlier forms of these tests.
const OLD: Duration = Duration::from_hours(1);

/// A path in a folder of its own, which goes away with this value, unless its test is failing.
#[derive(Debug)]
pub(crate) struct Place {
    path: PathBuf,
    folder: Option<PathBuf>,
}

impl Place {
    /// A place that no other test writes.
    pub(crate) fn new(name: &str) -> Self {
        static PLACES: AtomicUsize = AtomicUsize::new(0);
        let number = PLACES.fetch_add(1, Ordering::Relaxed);
        let folder = process_folder().join(number.to_string());
        fs::create_dir(&folder).unwrap();
        Self { path: folder.join(name), folder: Some(folder) }
    }

    /// A place that is somebody else's and stays.
    pub(crate) fn lasting(path: PathBuf) -> Self {
        Self { path, folder: None }
    }
}

// No `AsRef`: who takes a place for a path by value would remove it.
impl Deref for Place {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.path
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let folder = self.folder.take().filter(|_| !std::thread::panicking());
        if let Some(Err(reason)) = folder.map(fs::remove_dir_all) {
            eprintln!("{} stays: {reason}", self.path.display());
        }
    }
}

/// The folder of this process, after what others left was cleared away.
fn process_folder() -> &'static Path {
    static FOLDER: OnceLock<(PathBuf, File)> = OnceLock::new();
    let (folder, _) = FOLDER.get_or_init(|| {
        let all = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let tests = tests();
        clear(all, &tests);
        let folder = all.join(format!("{tests}-{}", std::process::id()));
        fs::create_dir(&folder).unwrap();
        let lock = File::create(folder.join(LOCK)).unwrap();
        lock.try_lock().unwrap();
        (folder, lock)
    });
    folder
}

/// What these tests are called: the program's name without the hash that cargo puts behind it.
fn tests() -> String {
    let program = std::env::current_exe().unwrap();
    let name = program.file_stem().unwrap().to_str().unwrap();
    name.rsplit_once('-').map_or(name, |(tests, _)| tests).to_owned()
}

/// Clears what earlier processes of the same tests left, and what has no lock.
fn clear(all: &Path, tests: &str) {
    for entry in fs::read_dir(all).unwrap().flatten() {
        let (name, path) = (entry.file_name(), entry.path());
        let Some((prefix, number)) = name.to_str().and_then(|name| name.rsplit_once('-')) else { continue };
        let numbered = number.bytes().all(|b| b.is_ascii_digit());
        let unlocked = prefix.bytes().all(|b| b.is_ascii_digit());
        let left = match File::open(path.join(LOCK)) {
            // Held until the folder is gone.
            Ok(lock) => (prefix == tests && lock.try_lock().is_ok()).then_some(Some(lock)),
            Err(_) => ((prefix == tests || unlocked) && is_old(&path)).then_some(None),
        };
        if let Some(_lock) = left.filter(|_| numbered) {
            let _ = fs::remove_dir_all(path);
        }
    }
}

fn is_old(path: &Path) -> bool {
    let changed = fs::metadata(path).and_then(|metadata| metadata.modified());
    changed.is_ok_and(|changed| changed.elapsed().is_ok_and(|age| age > OLD))
}
