//! Temporary files that a killed run leaves behind, and the next one clears away.
//!
//! Whoever writes such a file holds a lock on it, which ends with the process, however that ends. So one that can be locked
//! is nobody's any more.

use std::fs::{self, DirEntry, File, TryLockError};
use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

use crate::draft::ClearedAway;

const PREFIX: &str = ".aimark-";
const SUFFIX: &str = ".part";
/// How often a file is made anew that somebody cleared away between its creation and its lock.
const ATTEMPTS: usize = 16;

/// A temporary file that has from the start the permissions a new file would get.
pub(crate) fn create(folder: &Path) -> io::Result<NamedTempFile> {
    for _ in 0..ATTEMPTS {
        let file = unlocked(folder)?;
        // Some file systems have no locks. There a file that is left behind stays. Who clears away has the lock, or had it.
        let taken = matches!(file.as_file().try_lock(), Err(TryLockError::WouldBlock));
        if !taken && has_name(file.as_file())? {
            return Ok(file);
        }
    }
    Err(io::Error::other(ClearedAway::TemporaryFile))
}

fn unlocked(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

#[cfg(unix)]
fn has_name(file: &File) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    Ok(file.metadata()?.nlink() > 0)
}

/// Elsewhere nobody can remove a file that is open.
#[cfg(not(unix))]
fn has_name(_: &File) -> io::Result<bool> {
    Ok(true)
}

/// Removes what killed runs left in a folder. What cannot be removed does no harm: it stays, and nobody is told.
pub(crate) fn clear(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    entries.flatten().filter(is_ours).for_each(|entry| {
        let abandoned = File::open(entry.path()).is_ok_and(|file| {
            // Removed under the lock, lest it be somebody's by then.
            file.try_lock().is_ok() && fs::remove_file(entry.path()).is_ok()
        });
        let _ = abandoned;
    });
}

fn is_ours(entry: &DirEntry) -> bool {
    // No link, no pipe: opening those may wait, or lead elsewhere.
    is_named_so(&entry.path()) && entry.file_type().is_ok_and(|kind| kind.is_file())
}

/// Whether it is a temporary file of this program that somebody writes now, who holds a lock on it. A name alone says nothing:
/// anybody can give it to a file that they want to be overlooked.
pub(crate) fn is_being_written(path: &Path) -> bool {
    let is_file = || fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file());
    let is_locked =
        || File::open(path).is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)));
    is_named_so(path) && is_file() && is_locked()
}

/// Whether it has the name of a temporary file of this program.
fn is_named_so(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with(PREFIX) && name.ends_with(SUFFIX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_writes_any_more_is_cleared_away() {
        let folder = tempfile::tempdir().unwrap();
        let written = create(folder.path()).unwrap();
        let left = create(folder.path()).unwrap().into_temp_path().keep().unwrap();
        let others = folder.path().join("picture.part");
        fs::write(&others, "").unwrap();
        clear(folder.path());
        assert!(written.path().exists() && others.exists());
        assert!(!left.exists());
    }

    #[cfg(unix)]
    #[test]
    fn links_and_folders_of_such_names_stay() {
        let folder = tempfile::tempdir().unwrap();
        let (file, link) = (folder.path().join("a"), folder.path().join(".aimark-link.part"));
        fs::write(&file, "kept").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        fs::create_dir(folder.path().join(".aimark-folder.part")).unwrap();
        clear(folder.path());
        assert_eq!(fs::read(&link).unwrap(), b"kept");
        assert!(folder.path().join(".aimark-folder.part").is_dir());
    }
}
