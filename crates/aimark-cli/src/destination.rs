//! Where each labelled file goes: decided for all of them before any work is done.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs;
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::input::{Source, check_regular};
use crate::output::{Target, exists, folder_of};
use crate::shown::shown;
use crate::words::say;

/// What the user asked for.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Wish<'a> {
    pub(crate) output: Option<&'a Path>,
    pub(crate) in_place: bool,
    pub(crate) backup: bool,
    pub(crate) overwrite: bool,
}

/// One file and where its labelled form goes, or why it cannot go there.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) source: Source,
    pub(crate) destination: Result<Destination, Failure>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Destination {
    Stdout,
    File(Target),
}

/// Decides for every source.
///
/// A wish that makes no sense as a whole is an error: nothing is done then. What is wrong with one file only
/// is noted at its item.
pub(crate) fn plan(sources: Vec<Source>, wish: &Wish<'_>) -> Result<Vec<Item>, Failure> {
    let place = Outlet::of(&sources, wish)?;
    let inputs: Vec<Option<Identity>> = sources.iter().map(Identity::of_source).collect();
    check_conflicts(&sources, &inputs, &place)?;
    let items = sources.into_iter().map(|source| {
        let destination = check_input(&source).and_then(|()| place.destination(&source, wish));
        Item { source, destination }
    });
    Ok(items.collect())
}

/// What the options mean for this number and kind of sources.
enum Outlet<'a> {
    Stdout,
    InPlace,
    File(&'a Path),
    /// Made if it is missing.
    Folder(&'a Path),
}

impl<'a> Outlet<'a> {
    fn of(sources: &[Source], wish: &Wish<'a>) -> Result<Self, Failure> {
        let from_stdin = sources.iter().filter(|source| **source == Source::Stdin).count();
        match (wish.output, sources) {
            _ if from_stdin > 1 => Err(Failure::misuse(say!("stdin-once"))),
            _ if wish.in_place && from_stdin > 0 => {
                Err(Failure::misuse(say!("stdin-in-place")).hint(say!("hint-not-in-place")))
            }
            _ if wish.in_place => Ok(Self::InPlace),
            (None, [Source::Stdin]) => Ok(Self::Stdout),
            (None, _) => Err(Failure::misuse(say!("no-destination")).hint(say!("hint-destination"))),
            (Some(output), [_]) if Source::new(output) == Source::Stdin => Ok(Self::Stdout),
            (Some(output), [_]) if !is_folder(output) => Ok(Self::File(output)),
            (Some(output), _) if from_stdin > 0 => {
                Err(Failure::misuse(say!("stdin-to-folder", path = shown(output)))
                    .hint(say!("hint-output-file")))
            }
            (Some(output), _) if output.exists() && !output.is_dir() => {
                Err(Failure::misuse(say!("several-to-file", path = shown(output))))
            }
            (Some(output), _) if Source::new(output) == Source::Stdin => {
                Err(Failure::misuse(say!("several-to-stdout")))
            }
            (Some(output), _) => Ok(Self::Folder(output)),
        }
    }

    /// The path that the labelled form of `source` takes, links not resolved.
    fn path(&self, source: &Source) -> Option<PathBuf> {
        match self {
            Self::Stdout => None,
            Self::InPlace => Some(source.path().to_owned()),
            Self::File(path) => Some((*path).to_owned()),
            Self::Folder(folder) => Some(folder.join(source.path().file_name()?)),
        }
    }

    fn destination(&self, source: &Source, wish: &Wish<'_>) -> Result<Destination, Failure> {
        if matches!(self, Self::Stdout) {
            return Ok(Destination::Stdout);
        }
        let path = self.path(source).ok_or_else(|| Failure::input(say!("input-no-name")))?;
        let make_folder = matches!(self, Self::Folder(_));
        if !make_folder && !folder_of(&path).is_dir() {
            return Err(Failure::misuse(say!("no-folder", path = shown(folder_of(&path)))));
        }
        // What comes to be there while we work may be replaced too.
        let target = Target { path, replace: wish.overwrite, backup: None, make_folder };
        let target = match fs::symlink_metadata(&target.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => target,
            Err(error) => return Err(Failure::io_at(say!("cannot-write"), &target.path, &error)),
            Ok(_) if !wish.overwrite && !wish.in_place => return Err(exists(&target.path)),
            Ok(_) => replacing(target)?,
        };
        let backup = wish.backup.then(|| backup_of(&target.path)).transpose()?;
        Ok(Destination::File(Target { backup, ..target }))
    }
}

/// The file behind a name that is taken: a link stays a link, and what it points at is replaced.
fn replacing(target: Target) -> Result<Target, Failure> {
    let place = shown(&target.path);
    check_regular(&target.path)
        .map_err(|failure| failure.at(say!("place-replace", path = place.as_str())))?;
    let failed = |e: io::Error| Failure::io_at(say!("cannot-replace"), &target.path, &e);
    let is_link = fs::symlink_metadata(&target.path).map_err(failed)?.is_symlink();
    let path = if is_link { fs::canonicalize(&target.path).map_err(failed)? } else { target.path };
    Ok(Target { path, replace: true, backup: None, make_folder: target.make_folder })
}

fn backup_of(path: &Path) -> Result<PathBuf, Failure> {
    let mut name = OsString::from(path);
    name.push(".orig");
    let backup = PathBuf::from(name);
    // A link to nowhere is also a name that is taken.
    if fs::symlink_metadata(&backup).is_ok() {
        return Err(Failure::misuse(say!("backup-exists", path = shown(&backup))).hint(say!("hint-backup")));
    }
    Ok(backup)
}

fn check_input(source: &Source) -> Result<(), Failure> {
    match source {
        Source::Stdin => Ok(()),
        Source::File(path) => check_regular(path).map(drop),
    }
}

/// Whether a path names a folder: one that is there, or by its last character one that is to be made.
fn is_folder(path: &Path) -> bool {
    let last = path.as_os_str().as_encoded_bytes().last();
    last.is_some_and(|byte| std::path::is_separator(char::from(*byte))) || path.is_dir()
}

/// That no two labelled files go to one place, and none onto an input.
fn check_conflicts(
    sources: &[Source],
    inputs: &[Option<Identity>],
    place: &Outlet<'_>,
) -> Result<(), Failure> {
    let mut taken = HashSet::new();
    for source in sources {
        let Some(path) = place.path(source) else { continue };
        let identity = Identity::of(&path);
        if !matches!(place, Outlet::InPlace) && identity.is_some() && inputs.contains(&identity) {
            return Err(
                Failure::misuse(say!("input-is-output", path = shown(&path))).hint(say!("hint-in-place"))
            );
        }
        if !taken.insert(identity.unwrap_or_else(|| Identity::to_be(&path))) {
            return Err(Failure::misuse(say!("two-to-one", path = shown(&path))));
        }
    }
    Ok(())
}

/// What tells whether two names mean the same file, links of both kinds included.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Identity {
    /// Device and number of a file that is there.
    #[cfg(unix)]
    Number(u64, u64),
    /// The resolved path.
    Path(PathBuf),
}

impl Identity {
    /// Of a file that is there.
    #[cfg(unix)]
    fn of(path: &Path) -> Option<Self> {
        use std::os::unix::fs::MetadataExt as _;
        fs::metadata(path).ok().map(|metadata| Self::Number(metadata.dev(), metadata.ino()))
    }

    #[cfg(not(unix))]
    fn of(path: &Path) -> Option<Self> {
        fs::canonicalize(path).ok().map(Self::Path)
    }

    fn of_source(source: &Source) -> Option<Self> {
        match source {
            Source::Stdin => None,
            Source::File(path) => Self::of(path),
        }
    }

    /// Of a file that is not there yet.
    fn to_be(path: &Path) -> Self {
        let folder = fs::canonicalize(folder_of(path)).unwrap_or_else(|_| folder_of(path).to_owned());
        Self::Path(path.file_name().map_or(folder.clone(), |name| folder.join(name)))
    }
}

/// That an image is not poured over somebody's screen.
pub(crate) fn check_terminal() -> Result<(), Failure> {
    if io::stdout().is_terminal() {
        return Err(Failure::misuse(say!("image-to-terminal")).hint(say!("hint-not-terminal")));
    }
    Ok(())
}
