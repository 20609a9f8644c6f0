//! Which files are meant: those named, those in folders, those in a list. Found as they are needed, in one order.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use walkdir::WalkDir;

use crate::failure::{Failure, Kind};
use crate::input::Source;
use crate::shown::shown;
use crate::temporary;
use crate::words::say;

/// The longest name that a list may hold: more than any system takes.
const NAME_BYTES: u64 = 64 << 10;

/// What the user asked to be examined.
#[derive(Debug, Clone, Default)]
pub(crate) struct Wanted {
    pub(crate) paths: Vec<PathBuf>,
    /// A file that lists more of them; `-` is standard input.
    pub(crate) list: Option<PathBuf>,
    /// Names in the list end with NUL, not with a line feed.
    pub(crate) nul: bool,
    /// Look into folders.
    pub(crate) recursive: bool,
    /// Look behind links that are found in folders.
    pub(crate) follow: bool,
    /// Files that this run writes itself: they are none of those that are found in folders.
    pub(crate) own: Vec<PathBuf>,
    /// How many links in folders were left alone.
    pub(crate) links: Arc<AtomicUsize>,
}

/// A file to be examined, or why something that was meant is none.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    /// How many were found before it.
    pub(crate) place: usize,
    pub(crate) source: Source,
    pub(crate) problem: Option<Failure>,
}

impl Wanted {
    /// Whether the number of files is not to be seen from the command line.
    pub(crate) fn is_many(&self) -> bool {
        self.recursive || self.list.is_some()
    }

    /// How many links were left alone so far.
    pub(crate) fn skipped_links(&self) -> usize {
        self.links.load(Ordering::Relaxed)
    }

    /// How many files there are, where it is quickly found out: for a progress bar, not to be relied on.
    pub(crate) fn count(&self) -> Option<u64> {
        if self.list.is_some() {
            return None;
        }
        // These links are counted when their folder's files are asked for.
        let quiet = Self { links: Arc::default(), ..self.clone() };
        let of = |path: &PathBuf| match Source::new(path) {
            Source::File(path) if self.recursive && path.is_dir() => quiet.folder(&path).count(),
            _ => 1,
        };
        u64::try_from(self.paths.iter().map(of).sum::<usize>()).ok()
    }

    /// All files, one after the other.
    pub(crate) fn files(&self) -> Result<impl Iterator<Item = Found> + Send + use<'_>, Failure> {
        let list = self.list.as_deref().map(|list| Names::open(list, self.nul)).transpose()?;
        let named = self.paths.iter().map(|path| Ok(path.clone()));
        let found = named.chain(list.into_iter().flatten()).flat_map(|path| self.below(path));
        Ok(found.enumerate().map(|(place, found)| Found { place, ..found }))
    }

    /// The file at `path`, or those in the folder.
    fn below(&self, path: Result<PathBuf, Found>) -> Box<dyn Iterator<Item = Found> + Send + '_> {
        let source = match &path {
            Ok(path) => Source::new(path),
            Err(found) => return Box::new(std::iter::once(found.clone())),
        };
        match &source {
            Source::File(path) if self.recursive && path.is_dir() => Box::new(self.folder(path)),
            Source::File(path) if path.is_dir() => {
                let folder = Failure::input(say!("input-folder-recursive"));
                Box::new(std::iter::once(Found::problem(path, folder)))
            }
            _ => Box::new(std::iter::once(Found::of(source, None))),
        }
    }

    fn folder(&self, folder: &Path) -> impl Iterator<Item = Found> + Send + use<> {
        let (follow, links, own) = (self.follow, Arc::clone(&self.links), self.own.clone());
        let entries = WalkDir::new(folder).follow_links(follow).follow_root_links(true).sort_by_file_name();
        entries.into_iter().filter_map(move |entry| match entry {
            Ok(entry) if entry.file_type().is_dir() => None,
            Ok(entry) if entry.file_type().is_symlink() && !follow => {
                links.fetch_add(1, Ordering::Relaxed);
                None
            }
            Ok(entry) if is_own(entry.path(), &own) => None,
            Ok(entry) => Some(Found::of(Source::File(entry.into_path()), None)),
            Err(error) => Some(Found::problem(error.path().unwrap_or(Path::new("")), unreadable(&error))),
        })
    }
}

impl Found {
    fn of(source: Source, problem: Option<Failure>) -> Self {
        Self { place: 0, source, problem }
    }

    fn problem(path: &Path, failure: Failure) -> Self {
        Self::of(Source::File(path.to_owned()), Some(failure))
    }
}

/// Whether a run writes this file itself: the report, the journal, what will take the report's name.
fn is_own(path: &Path, own: &[PathBuf]) -> bool {
    let same = |other: &PathBuf| {
        other.file_name() == path.file_name()
            && matches!((path.canonicalize(), other.canonicalize()), (Ok(one), Ok(two)) if one == two)
    };
    own.iter().any(same) || (!own.is_empty() && temporary::is_being_written(path))
}

fn unreadable(error: &walkdir::Error) -> Failure {
    match (error.io_error(), error.loop_ancestor()) {
        (Some(error), _) => Failure::io(say!("cannot-read"), error),
        (None, Some(above)) => Failure::input(say!("input-leads-back", path = shown(above))),
        (None, None) => Failure::new(Kind::Io, say!("cannot-read")),
    }
}

/// The names in a list.
struct Names {
    /// `None` once nothing more can be read.
    reader: Option<Box<dyn BufRead + Send>>,
    list: PathBuf,
    end: u8,
}

impl Names {
    fn open(list: &Path, nul: bool) -> Result<Self, Failure> {
        let reader: Box<dyn BufRead + Send> = match Source::new(list) {
            Source::Stdin => Box::new(BufReader::new(io::stdin())),
            Source::File(path) => {
                let file =
                    File::open(&path).map_err(|e| Failure::io_at(say!("cannot-read-list"), &path, &e))?;
                Box::new(BufReader::new(file))
            }
        };
        Ok(Self { reader: Some(reader), list: list.to_owned(), end: if nul { 0 } else { b'\n' } })
    }

    fn read(&mut self) -> io::Result<Vec<u8>> {
        let mut name = Vec::new();
        if let Some(reader) = &mut self.reader {
            reader.take(NAME_BYTES).read_until(self.end, &mut name)?;
        }
        Ok(name)
    }

    /// The list cannot be read on: that is an answer too, for a run that silently ends early looks like a whole one.
    fn broken(&mut self, failure: Failure) -> Found {
        self.reader = None;
        Found::problem(&self.list, failure)
    }
}

impl Iterator for Names {
    type Item = Result<PathBuf, Found>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            self.reader.as_ref()?;
            let mut name = match self.read() {
                Ok(name) if name.is_empty() => return None,
                Ok(name) => name,
                Err(error) => return Some(Err(self.broken(Failure::io(say!("cannot-read-list"), &error)))),
            };
            if name.last() == Some(&self.end) {
                name.pop();
            } else if u64::try_from(name.len()).is_ok_and(|len| len >= NAME_BYTES) {
                let words = say!("list-name-too-long", bytes = NAME_BYTES.to_string());
                return Some(Err(self.broken(Failure::new(Kind::Limit, words))));
            }
            if self.end == b'\n' && name.last() == Some(&b'\r') {
                name.pop();
            }
            if !name.is_empty() {
                return Some(path(name).map_err(|failure| self.broken(failure)));
            }
        }
    }
}

#[cfg(unix)]
fn path(name: Vec<u8>) -> Result<PathBuf, Failure> {
    use std::os::unix::ffi::OsStringExt as _;
    Ok(std::ffi::OsString::from_vec(name).into())
}

#[cfg(not(unix))]
fn path(name: Vec<u8>) -> Result<PathBuf, Failure> {
    String::from_utf8(name).map(Into::into).map_err(|_| Failure::input(say!("list-name-not-text")))
}
