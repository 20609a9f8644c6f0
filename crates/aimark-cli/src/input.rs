//! Reading what the command was given: assets whole and once, small files (PEM, TOML) under a small limit.

use std::fs::{self, File};
use std::io::{self, IsTerminal as _, Read};
use std::path::{Path, PathBuf};

use aimark::Limits;
use zeroize::Zeroizing;

use crate::failure::{Failure, Kind};
use crate::shown::shown;
use crate::words::say;

/// The largest PEM or settings file that makes sense.
const SMALL: u64 = 1 << 20;

/// Where an asset comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    Stdin,
    File(PathBuf),
}

impl Source {
    pub(crate) fn new(argument: &Path) -> Self {
        if argument.as_os_str() == "-" { Self::Stdin } else { Self::File(argument.to_owned()) }
    }

    /// The argument it was made from.
    pub(crate) fn path(&self) -> &Path {
        match self {
            Self::Stdin => Path::new("-"),
            Self::File(path) => path,
        }
    }

    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Stdin => say!("standard-input").text(),
            Self::File(path) => shown(path),
        }
    }

    /// The size of the asset in bytes, where the file system knows it.
    pub(crate) fn size(&self) -> Option<u64> {
        match self {
            Self::Stdin => None,
            Self::File(path) => fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|m| m.len()),
        }
    }

    /// Reads the asset. Nothing is held twice: a file goes into one buffer of exactly its size.
    pub(crate) fn read(&self, limits: &Limits) -> Result<Vec<u8>, Failure> {
        match self {
            Self::Stdin => read_stdin(limits.asset_bytes),
            Self::File(path) => read_file(path, limits.asset_bytes),
        }
    }
}

/// What stands at `path` is a regular file: opening anything else may wait forever or change something.
pub(crate) fn check_regular(path: &Path) -> Result<fs::Metadata, Failure> {
    let metadata = fs::metadata(path).map_err(|e| Failure::io(say!("cannot-read"), &e))?;
    if metadata.is_dir() {
        return Err(Failure::input(say!("input-folder")));
    }
    if !metadata.is_file() {
        return Err(Failure::input(say!("input-pipe")));
    }
    Ok(metadata)
}

fn read_file(path: &Path, limit: u64) -> Result<Vec<u8>, Failure> {
    check_regular(path)?;
    let unreadable = |e: io::Error| Failure::io(say!("cannot-read"), &e);
    let file = File::open(path).map_err(unreadable)?;
    // Asked again of the open file: the name may stand for another one by now.
    let metadata = file.metadata().map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(Failure::input(say!("input-not-regular")));
    }
    read_sized(file, metadata.len(), limit)
}

/// Reads a file of the size that the file system states, and notices when that is not true any more.
fn read_sized(file: File, len: u64, limit: u64) -> Result<Vec<u8>, Failure> {
    if len > limit {
        return Err(over(limit));
    }
    let room = usize::try_from(len).map_err(|_| Failure::new(Kind::Limit, say!("input-too-large")))?;
    let mut asset = Vec::new();
    asset
        .try_reserve_exact(room)
        .map_err(|_| Failure::new(Kind::Limit, say!("input-no-memory", bytes = len.to_string())))?;
    let read = file.take(len.saturating_add(1)).read_to_end(&mut asset);
    read.map_err(|e| Failure::io(say!("cannot-read"), &e))?;
    if asset.len() != room {
        return Err(Failure::input(say!("input-changed")));
    }
    Ok(asset)
}

fn read_stdin(limit: u64) -> Result<Vec<u8>, Failure> {
    let stdin = io::stdin();
    if stdin.is_terminal() {
        return Err(Failure::misuse(say!("input-terminal")).hint(say!("hint-redirect")));
    }
    if let Some((file, len)) = redirected(&stdin) {
        return read_sized(file, len, limit);
    }
    let mut asset = Vec::new();
    let read = stdin.lock().take(limit.saturating_add(1)).read_to_end(&mut asset);
    read.map_err(|e| Failure::io(say!("cannot-read-stdin"), &e))?;
    if u64::try_from(asset.len()).unwrap_or(u64::MAX) > limit { Err(over(limit)) } else { Ok(asset) }
}

/// The regular file behind standard input, if it is one and is at its start: its size is known then, so
/// that one buffer of that size will do.
#[cfg(unix)]
fn redirected(stdin: &io::Stdin) -> Option<(File, u64)> {
    use std::io::Seek as _;
    use std::os::fd::AsFd as _;
    let mut file = File::from(stdin.as_fd().try_clone_to_owned().ok()?);
    let metadata = file.metadata().ok()?;
    (metadata.is_file() && file.stream_position().ok()? == 0).then_some((file, metadata.len()))
}

#[cfg(not(unix))]
fn redirected(_: &io::Stdin) -> Option<(File, u64)> {
    None
}

fn over(limit: u64) -> Failure {
    Failure::new(Kind::Limit, say!("input-over-limit", bytes = limit.to_string()))
}

/// Reads a small text file that may hold a secret: the bytes are wiped when dropped.
///
/// Failures name the file, for it is not the one being worked on.
pub(crate) fn read_text(path: &Path) -> Result<Zeroizing<String>, Failure> {
    let place = shown(path);
    check_regular(path).map_err(|failure| failure.at(&place))?;
    let mut bytes = Zeroizing::new(Vec::new());
    let read = File::open(path).and_then(|f| f.take(SMALL.saturating_add(1)).read_to_end(&mut bytes));
    let len = read.map_err(|e| Failure::io(say!("cannot-read"), &e).at(&place))?;
    if u64::try_from(len).unwrap_or(u64::MAX) > SMALL {
        return Err(over(SMALL).at(&place));
    }
    match std::str::from_utf8(&bytes) {
        Ok(text) => Ok(Zeroizing::new(text.to_owned())),
        Err(_) => Err(Failure::input(say!("input-not-text")).at(&place)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_dash_is_standard_input_and_a_path_to_a_dash_is_not() {
        assert_eq!(Source::new(Path::new("-")), Source::Stdin);
        assert_eq!(Source::new(Path::new("./-")), Source::File(PathBuf::from("./-")));
    }

    #[test]
    fn a_file_that_is_not_of_the_size_stated_is_refused() {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        io::Write::write_all(&mut file, b"12345").unwrap();
        let read = |len, limit| read_sized(file.reopen().unwrap(), len, limit);
        assert_eq!(read(5, 5).unwrap().capacity(), 5);
        for wrong in [4, 6] {
            assert_eq!(read(wrong, 9).unwrap_err().message, "it changed while it was being read");
        }
        assert_eq!(read(5, 4).unwrap_err().kind, Kind::Limit);
    }
}
