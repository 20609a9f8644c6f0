//! Folders that are written under another name first, and get their own when they are whole.
//!
//! As for temporary files, whoever writes one holds a lock on it, which ends with the process: a draft whose lock can be had
//! is nobody's any more. It may hold half an identity, and the next run clears it away.

use std::fmt;
use std::fs::{self, DirEntry, File, TryLockError};
use std::io;
use std::path::Path;

use tempfile::TempDir;

use crate::words::{Words, say};

const PREFIX: &str = ".new-";
/// How often a draft is made anew that somebody cleared away between its creation and its lock.
const ATTEMPTS: usize = 16;

/// That another run clears away whatever this one begins.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ClearedAway {
    Draft,
    TemporaryFile,
}

impl ClearedAway {
    pub(crate) fn words(self) -> Words {
        match self {
            Self::Draft => say!("draft-cleared"),
            Self::TemporaryFile => say!("temporary-cleared"),
        }
    }
}

impl std::error::Error for ClearedAway {}

impl fmt::Display for ClearedAway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words().english())
    }
}

/// A folder of a name nobody looks for, gone when dropped.
pub(crate) struct Draft {
    folder: TempDir,
    /// Where folders or their file system have no locks there is none, and a draft that is left behind stays.
    _lock: Option<File>,
}

impl Draft {
    /// A draft in `folder` that only its owner can look into.
    pub(crate) fn create(folder: &Path) -> io::Result<Self> {
        for _ in 0..ATTEMPTS {
            let draft = private(folder)?;
            let lock = File::open(draft.path()).ok();
            // Who clears away has the lock, or had it.
            let taken = lock.as_ref().is_some_and(|l| matches!(l.try_lock(), Err(TryLockError::WouldBlock)));
            if !taken && draft.path().exists() {
                return Ok(Self { folder: draft, _lock: lock });
            }
        }
        Err(io::Error::other(ClearedAway::Draft))
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Gives the draft its name, if nothing has it already.
    pub(crate) fn rename(self, name: &Path) -> io::Result<()> {
        fs::rename(self.path(), name)?;
        // It has its name now and must not be tidied away.
        let _ = self.folder.keep();
        Ok(())
    }
}

fn private(folder: &Path) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir_in(folder)
}

/// Removes the drafts in a folder that killed runs left. What cannot be removed stays, and nobody is told.
pub(crate) fn clear(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    entries.flatten().filter(is_draft).for_each(|entry| {
        let abandoned = File::open(entry.path()).is_ok_and(|lock| {
            // Removed under the lock, lest it be somebody's by then.
            lock.try_lock().is_ok() && fs::remove_dir_all(entry.path()).is_ok()
        });
        let _ = abandoned;
    });
}

fn is_draft(entry: &DirEntry) -> bool {
    // No link: it may lead elsewhere.
    entry.file_name().to_string_lossy().starts_with(PREFIX)
        && entry.file_type().is_ok_and(|kind| kind.is_dir())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn drafts_that_nobody_writes_any_more_are_cleared_away() {
        let folder = tempfile::tempdir().unwrap();
        let written = Draft::create(folder.path()).unwrap();
        let left = Draft::create(folder.path()).unwrap().folder.keep();
        fs::write(left.join("key.pem"), "half a key").unwrap();
        clear(folder.path());
        assert!(written.path().exists());
        assert!(!left.exists());
    }

    #[test]
    fn a_draft_that_got_its_name_stays() {
        let folder = tempfile::tempdir().unwrap();
        let named = folder.path().join("named");
        Draft::create(folder.path()).unwrap().rename(&named).unwrap();
        clear(folder.path());
        assert!(named.is_dir());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn links_files_and_other_folders_stay() {
        let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::os::unix::fs::symlink(other.path(), folder.path().join(".new-link")).unwrap();
        fs::write(folder.path().join(".new-file"), "").unwrap();
        fs::create_dir(folder.path().join("new-folder")).unwrap();
        clear(folder.path());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
        assert!(other.path().exists());
    }
}
