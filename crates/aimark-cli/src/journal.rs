//! What was examined already, so that a run goes on where another stopped (`--resume FILE`).
//!
//! One line for each file: what names it (path, size, time of its last change) and what was found. A line is written at
//! once and whole, so that what a killed run leaves can be used but for its last line. The first line says under which
//! settings all that was found: under others it would be a wrong answer.

use std::collections::HashMap;
use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, ErrorKind, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::UNIX_EPOCH;

use aimark_json::hex;
use serde::{Deserialize, Serialize};

use crate::failure::{Failure, Kind};
use crate::input::Source;
use crate::row::Row;
use crate::shown::shown;
use crate::words::say;

const SCHEMA: &str = "aimark.resume/1";
/// With what every journal begins.
const BEGINNING: &str = r#"{"schema":"aimark.resume/1","#;
/// Longer lines are not ours.
const LINE_BYTES: u64 = 16 << 20;

/// A file as it was when it was examined: 128 bits of a hash over where it is, its size and when it changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Key([u8; 16]);

#[derive(Serialize, Deserialize)]
struct First {
    schema: String,
    settings: String,
}

#[derive(Serialize, Deserialize)]
struct Line<R> {
    file: String,
    row: R,
}

/// The file, and where in it each answer stands.
pub(crate) struct Journal {
    path: PathBuf,
    places: HashMap<Key, u64>,
    file: Mutex<File>,
}

impl Key {
    /// `None` for what is no file, or none whose change would be noticed.
    pub(crate) fn of(source: &Source) -> Option<Self> {
        let Source::File(path) = source else { return None };
        let metadata = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
        let changed = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
        // The same words name another file in another folder.
        let whole = std::path::absolute(path).ok()?;
        let mut text =
            format!("{} {} {} ", metadata.len(), changed.as_nanos(), of_the_system(&metadata)).into_bytes();
        text.extend_from_slice(path.as_os_str().as_encoded_bytes());
        text.push(0);
        text.extend_from_slice(whole.as_os_str().as_encoded_bytes());
        let hash = aimark_hash::sha256(&text);
        hash.first_chunk().copied().map(Self)
    }
}

/// What else tells a changed file from one that is as it was: anybody may set the time of the last change back, but not the time at
/// which the system noted that.
#[cfg(unix)]
fn of_the_system(metadata: &fs::Metadata) -> String {
    use std::os::unix::fs::MetadataExt as _;
    format!("{} {} {} {}", metadata.dev(), metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn of_the_system(_: &fs::Metadata) -> String {
    String::new()
}

impl Journal {
    /// Opens the journal at `path`, or begins one. `settings` is all that an answer depends on besides the file.
    pub(crate) fn open(path: &Path, settings: &str) -> Result<Self, Failure> {
        let settings = hex(&aimark_hash::sha256(settings.as_bytes()));
        let failed = |e: std::io::Error| Failure::io_at(say!("cannot-use"), path, &e);
        // A link may lead to a file that somebody else chose; opening a pipe may wait for ever.
        if fs::symlink_metadata(path).is_ok_and(|there| !there.is_file()) {
            return Err(strange(path));
        }
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path);
        let file = file.map_err(failed)?;
        if file.try_lock().is_err() {
            return Err(Failure::misuse(say!("journal-in-use", path = shown(path))));
        }
        let mut journal = Self { path: path.to_owned(), places: HashMap::new(), file: Mutex::new(file) };
        let end = journal.read(&settings)?;
        let file = journal.file.get_mut().unwrap_or_else(PoisonError::into_inner);
        file.set_len(end).map_err(failed)?;
        file.seek(SeekFrom::Start(end)).map_err(failed)?;
        if end == 0 {
            let first = First { schema: SCHEMA.to_owned(), settings };
            journal.write(&first)?;
        }
        Ok(journal)
    }

    /// What was found in a file that is still as it was.
    pub(crate) fn find(&self, key: Key) -> Option<Row> {
        let place = *self.places.get(&key)?;
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(place)).ok()?;
        let mut text = String::new();
        BufReader::new(&*file).take(LINE_BYTES).read_line(&mut text).ok()?;
        drop(file);
        serde_json::from_str::<Line<Row>>(&text).ok().map(|line| line.row)
    }

    /// Keeps what was found. What could not be read may be readable another time.
    pub(crate) fn keep(&self, key: Key, row: &Row) -> Result<(), Failure> {
        let passing = row.failed().is_some_and(|failed| failed.kind == Kind::Io.name());
        if passing || self.places.contains_key(&key) {
            return Ok(());
        }
        self.write(&Line { file: hex(&key.0), row })
    }

    /// Writes a line, whole and at once.
    fn write(&self, line: &impl Serialize) -> Result<(), Failure> {
        let mut text = serde_json::to_string(line)
            .map_err(|e| Failure::new(Kind::Internal, say!("journal-answer", why = e.to_string())))?;
        text.push('\n');
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let written = file.seek(SeekFrom::End(0)).and_then(|_| file.write_all(text.as_bytes()));
        written.map_err(|e| Failure::io_at(say!("cannot-write"), &self.path, &e))
    }

    /// Notes where each answer stands, and returns where the last whole line ends.
    fn read(&mut self, settings: &str) -> Result<u64, Failure> {
        let file = self.file.get_mut().unwrap_or_else(PoisonError::into_inner);
        let failed = |e: std::io::Error| Failure::io_at(say!("cannot-read-file"), &self.path, &e);
        let mut reader = BufReader::with_capacity(1 << 20, file);
        let (mut place, mut text) = (0_u64, String::new());
        loop {
            text.clear();
            let len = reader.by_ref().take(LINE_BYTES).read_line(&mut text).map_err(|e| match e.kind() {
                ErrorKind::InvalidData => strange(&self.path),
                _ => failed(e),
            })?;
            if !text.ends_with('\n') {
                // Only behind a first line of ours is it certain that nobody else's words are cut off.
                let ours = place > 0 || text.is_empty() || text.starts_with(BEGINNING);
                return if ours { Ok(place) } else { Err(strange(&self.path)) };
            }
            if place == 0 {
                let first: First = serde_json::from_str(&text).map_err(|_| strange(&self.path))?;
                check(&first, settings, &self.path)?;
            } else {
                let key = key(&text).ok_or_else(|| strange(&self.path))?;
                self.places.insert(key, place);
            }
            place = place.saturating_add(u64::try_from(len).unwrap_or(u64::MAX));
        }
    }
}

fn check(first: &First, settings: &str, path: &Path) -> Result<(), Failure> {
    if first.schema != SCHEMA {
        return Err(strange(path));
    }
    if first.settings != settings {
        let words = say!("journal-other", path = shown(path));
        return Err(Failure::misuse(words).hint(say!("hint-journal-other")));
    }
    Ok(())
}

fn strange(path: &Path) -> Failure {
    Failure::misuse(say!("journal-strange", path = shown(path)))
}

/// The key of a line. Only that is read: the answers of a hundred thousand files are many bytes.
fn key(line: &str) -> Option<Key> {
    let digits = line.strip_prefix(r#"{"file":""#)?.get(..32)?;
    u128::from_str_radix(digits, 16).ok().map(|number| Key(number.to_be_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::row::{Named, Outcome};

    fn row(name: &str, kind: Kind) -> Row {
        Row::new(Named::of(Path::new(name)), Outcome::failed(&Failure::new(kind, "no\nreason")))
    }

    fn key(n: u8) -> Key {
        Key([n; 16])
    }

    #[test]
    fn what_was_kept_is_found_again_but_for_a_line_that_was_cut() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let journal = Journal::open(&path, "a").unwrap();
        for n in 0..5 {
            journal.keep(key(n), &row(&format!("я{n}"), Kind::Input)).unwrap();
        }
        journal.keep(key(9), &row("passing", Kind::Io)).unwrap();
        drop(journal);
        let len = fs::metadata(&path).unwrap().len();
        OpenOptions::new().write(true).open(&path).unwrap().set_len(len - 3).unwrap();
        let journal = Journal::open(&path, "a").unwrap();
        assert_eq!(journal.find(key(3)), Some(row("я3", Kind::Input)));
        assert_eq!((journal.find(key(4)), journal.find(key(9))), (None, None));
        journal.keep(key(4), &row("я4", Kind::Input)).unwrap();
        drop(journal);
        let journal = Journal::open(&path, "a").unwrap();
        assert_eq!(journal.find(key(4)), Some(row("я4", Kind::Input)));
        assert_eq!(journal.find(key(0)), Some(row("я0", Kind::Input)));
    }

    #[test]
    fn other_settings_another_run_and_another_file_are_refused_and_nothing_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("journal");
        let refused = |settings: &str| Journal::open(&path, settings).map(drop).unwrap_err().message;
        let first = Journal::open(&path, "a").unwrap();
        assert!(refused("a").contains("another run"));
        drop(first);
        assert!(refused("b").contains("other settings"));
        for text in
            ["my thesis", "my thesis\n", "{\"a\":1}", "{}\n", "{\"schema\":\"x\",\"settings\":\"\"}\n"]
        {
            fs::write(&path, text).unwrap();
            assert!(refused("a").contains("not a file that"), "{text}");
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed_wherever_it_leads() {
        let folder = tempfile::tempdir().unwrap();
        let (target, link) = (folder.path().join("target"), folder.path().join("link"));
        std::os::unix::fs::symlink(&target, &link).unwrap();
        assert!(Journal::open(&link, "a").is_err());
        assert!(!target.exists());
    }

    #[test]
    fn a_file_that_changed_has_another_key() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let source = Source::File(path.clone());
        assert_eq!(Key::of(&source), None);
        fs::write(&path, "1").unwrap();
        let first = Key::of(&source);
        assert_eq!(first, Key::of(&source));
        fs::write(&path, "12").unwrap();
        assert_ne!(first, Key::of(&source));
        assert_eq!(Key::of(&Source::Stdin), None);
    }
}
