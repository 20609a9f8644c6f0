//! Writing a file so that it is there whole or not at all.
//!
//! The bytes go into a temporary file in the same folder, which then takes the name. A run that fails
//! leaves neither an output file nor a changed input.

use std::fs::{self, File, Metadata};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::failure::Failure;
use crate::shown::shown;
use crate::temporary;
use crate::words::say;

/// Writes `pieces` on standard output as they are: JSON, PEM, a labelled file.
pub(crate) fn print_pieces(pieces: &[&[u8]]) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    let written = pieces.iter().try_for_each(|piece| stdout.write_all(piece));
    written.and_then(|()| stdout.flush()).map_err(|e| Failure::stdout(&e))
}

/// Where a file goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) path: PathBuf,
    /// A file of this name may be there and is replaced. Its permissions and owner are kept.
    pub(crate) replace: bool,
    /// Under which name the file that is replaced stays.
    pub(crate) backup: Option<PathBuf>,
    /// The folder is made if it is missing.
    pub(crate) make_folder: bool,
}

impl Target {
    /// Writes `pieces` one after the other. They are not joined in memory: they may be large.
    pub(crate) fn write(&self, pieces: &[&[u8]]) -> Result<(), Failure> {
        let folder = folder_of(&self.path);
        if self.make_folder {
            fs::create_dir_all(folder).map_err(|e| Failure::io_at(say!("cannot-make-folder"), folder, &e))?;
        }
        let failed = |e: io::Error| Failure::io_at(say!("cannot-write"), &self.path, &e);
        let old = if self.replace { existing(&self.path).map_err(failed)? } else { None };
        let mut file = temporary::create(folder).map_err(failed)?;
        for piece in pieces {
            file.write_all(piece).map_err(failed)?;
        }
        match old {
            Some(old) => self.replace(file, &old),
            None => self.create(file),
        }
    }

    /// A file that is to be written bit by bit and takes its name when [`Self::finish`] is called.
    pub(crate) fn begin(&self) -> Result<NamedTempFile, Failure> {
        if !self.replace && existing(&self.path).is_ok_and(|there| there.is_some()) {
            return Err(exists(&self.path));
        }
        // A device or pipe would be replaced by a file; so would a link, and what it leads to stay old.
        if existing(&self.path).is_ok_and(|there| there.is_some_and(|there| !there.is_file())) {
            return Err(Failure::misuse(say!("output-not-a-file", path = shown(&self.path))));
        }
        temporary::create(folder_of(&self.path))
            .map_err(|e| Failure::io_at(say!("cannot-write"), &self.path, &e))
    }

    /// Gives a file that is whole its name.
    pub(crate) fn finish(&self, file: NamedTempFile) -> Result<(), Failure> {
        let failed = |e: io::Error| Failure::io_at(say!("cannot-write"), &self.path, &e);
        match existing(&self.path).map_err(failed)? {
            Some(old) if self.replace => self.replace(file, &old),
            _ => self.create(file),
        }
    }

    fn create(&self, file: NamedTempFile) -> Result<(), Failure> {
        let failed = |e: io::Error| Failure::io_at(say!("cannot-write"), &self.path, &e);
        let Err(not) = file.persist_noclobber(&self.path) else { return Ok(()) };
        match not.error.kind() {
            io::ErrorKind::AlreadyExists if self.replace => {
                let old = fs::symlink_metadata(&self.path).map_err(failed)?;
                self.replace(not.file, &old)
            }
            // Whoever put a file there in the meantime keeps it.
            io::ErrorKind::AlreadyExists => Err(exists(&self.path)),
            _ => Err(failed(not.error)),
        }
    }

    fn replace(&self, file: NamedTempFile, old: &Metadata) -> Result<(), Failure> {
        let failed = |e: io::Error| Failure::io_at(say!("cannot-write"), &self.path, &e);
        keep_attributes(file.as_file(), old).map_err(failed)?;
        // What is replaced is gone: first the new bytes must be on the disk, then the name may change.
        file.as_file().sync_all().map_err(failed)?;
        if let Some(backup) = &self.backup {
            keep(&self.path, backup)?;
        }
        let renamed = file.persist(&self.path).map(drop).map_err(|e| failed(e.error));
        if let (Err(_), Some(backup)) = (&renamed, &self.backup) {
            // The original still has its own name; a failure to tidy up would only hide the first one.
            let _ = fs::remove_file(backup);
        }
        renamed
    }
}

/// That nothing is overwritten unless asked.
pub(crate) fn exists(path: &Path) -> Failure {
    Failure::misuse(say!("failure-exists", path = shown(path))).hint(say!("hint-overwrite"))
}

/// The folder that holds `path`.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if folder.as_os_str().is_empty() => Path::new("."),
        Some(folder) => folder,
        None => path,
    }
}

fn existing(path: &Path) -> io::Result<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(Some(metadata)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Gives `file` the owner and permissions of the one it replaces.
#[cfg(unix)]
fn keep_attributes(file: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
    let new = file.metadata()?;
    if (new.uid(), new.gid()) != (old.uid(), old.gid()) {
        // Only an administrator may give a file away. Where that fails the file is the runner's, as with any editor.
        let _ = fchown(file, Some(old.uid()), Some(old.gid()));
    }
    // Set-user-ID and the like are not for pictures and texts, and not to be given to another owner's file.
    file.set_permissions(fs::Permissions::from_mode(old.permissions().mode() & 0o777))
}

#[cfg(not(unix))]
fn keep_attributes(file: &File, old: &Metadata) -> io::Result<()> {
    file.set_permissions(old.permissions())
}

/// Keeps the file at `path` under the name `backup` too, which must be free.
fn keep(path: &Path, backup: &Path) -> Result<(), Failure> {
    let failed = |e: io::Error| Failure::io_at(say!("cannot-keep-original"), backup, &e);
    match fs::hard_link(path, backup) {
        Ok(()) => return Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(failed(error)),
        // Some file systems have no second names.
        Err(_) => {}
    }
    let copy = temporary::create(folder_of(backup)).map_err(failed)?;
    fs::copy(path, copy.path()).map_err(failed)?;
    copy.as_file().sync_all().map_err(failed)?;
    copy.persist_noclobber(backup).map(drop).map_err(|e| failed(e.error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(path: PathBuf, replace: bool) -> Target {
        Target { path, replace, backup: None, make_folder: false }
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = entries.collect();
        names.sort();
        names
    }

    #[test]
    fn pieces_are_written_in_their_order() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        target(path.clone(), false).write(&[b"1", b"", b"23"]).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"123");
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[test]
    fn a_file_that_appeared_in_the_meantime_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "old").unwrap();
        let failure = target(path.clone(), false).write(&[b"new"]).unwrap_err();
        assert!(failure.message.ends_with("exists already"), "{}", failure.message);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["a"], "the temporary file is gone");
    }

    #[test]
    fn a_file_that_appeared_in_the_meantime_is_replaced_where_that_was_asked() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let target = target(path.clone(), true);
        let mut file = temporary::create(folder.path()).unwrap();
        io::Write::write_all(&mut file, b"new").unwrap();
        fs::write(&path, "old").unwrap();
        target.create(file).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[test]
    fn a_rename_that_fails_leaves_the_original_and_no_backup() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        fs::write(&path, "old").unwrap();
        let target = Target { backup: Some(folder.path().join("a.orig")), ..target(path.clone(), true) };
        let file = temporary::create(folder.path()).unwrap();
        // Somebody tidied up too eagerly: what is not there cannot take another name.
        fs::remove_file(file.path()).unwrap();
        assert!(target.replace(file, &fs::metadata(&path).unwrap()).is_err());
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(names(folder.path()), ["a"]);
    }

    #[test]
    fn a_backup_never_replaces_another() {
        let folder = tempfile::tempdir().unwrap();
        let (path, backup) = (folder.path().join("a"), folder.path().join("a.orig"));
        fs::write(&path, "old").unwrap();
        fs::write(&backup, "older").unwrap();
        let target = Target { backup: Some(backup.clone()), ..target(path.clone(), true) };
        assert!(target.write(&[b"new"]).is_err());
        assert_eq!((fs::read(path).unwrap(), fs::read(backup).unwrap()), (b"old".into(), b"older".into()));
        assert_eq!(names(folder.path()), ["a", "a.orig"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_replaced_file_keeps_its_permissions_and_a_new_one_gets_ordinary_ones() {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let folder = tempfile::tempdir().unwrap();
        let (ordinary, old) = (folder.path().join("ordinary"), folder.path().join("old"));
        fs::write(&ordinary, "x").unwrap();
        fs::write(&old, "old").unwrap();
        fs::set_permissions(&old, fs::Permissions::from_mode(0o640)).unwrap();
        target(old.clone(), true).write(&[b"new"]).unwrap();
        assert_eq!((mode(&old), fs::read(&old).unwrap()), (0o640, b"new".into()));
        let new = folder.path().join("new");
        target(new.clone(), true).write(&[b"new"]).unwrap();
        assert_eq!(mode(&new), mode(&ordinary));
    }
}
