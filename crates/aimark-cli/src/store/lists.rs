//! The trust lists in force: those that come with the command, or newer ones that the user gave.
//!
//! ```text
//! lists/PURPOSE.pem            what `aimark trust update` took, with four lines that say what it is
//! lists/PURPOSE.pem.previous   what stood there before
//! ```
//!
//! Of the shipped list and the user's the newer one is in force, so that a newer version of the command is not held back by
//! an update that was forgotten.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use aimark_lists::{Limits, List, ListError, Purpose, SigningList, Snapshot, TimeStampingList, built_in};

use super::{Store, private_folder};
use crate::failure::{Failure, Kind};
use crate::input::read_text;
use crate::reasons;
use crate::shown::shown;
use crate::words::{Words, say};

/// As much as can be read again with the lines that are put before it.
pub(crate) const LIMITS: Limits = Limits { bytes: (1 << 20) - 1024, certificates: 1000 };

/// Where a list that is in force is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ListSource {
    /// It came with the command.
    Shipped,
    /// The user gave it, and it is kept here.
    Updated(PathBuf),
}

/// The lists in force, each with where it is from. Which is for what is told by their types. A list that is damaged is not
/// there: the shipped one in its place might accept somebody whom the newer one does not.
#[derive(Debug, Clone)]
pub(crate) struct Lists {
    pub(crate) signing: Option<(SigningList, ListSource)>,
    pub(crate) time_stamping: Option<(TimeStampingList, ListSource)>,
}

impl Lists {
    /// Both.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&List, &ListSource)> {
        let signing = self.signing.as_ref().map(|(list, source)| (list.list(), source));
        let stamping = self.time_stamping.as_ref().map(|(list, source)| (list.list(), source));
        signing.into_iter().chain(stamping)
    }

    /// The list that accepts signers by an anchor of this fingerprint: whose name and date a report gives.
    pub(crate) fn accepting_signers(&self, fingerprint: &str) -> Option<&List> {
        let list = self.signing.as_ref()?.0.list();
        let certificates = list.certificates().ok()?;
        certificates.iter().any(|one| one.fingerprint == fingerprint).then_some(list)
    }
}

impl Store {
    /// The lists in force, and in the second value what is wrong with a list of the user's that is not.
    pub(crate) fn lists(&self) -> (Lists, Vec<Words>) {
        let mut problems = Vec::new();
        let lists = Lists {
            signing: self.sound(Purpose::Signing, &mut problems),
            time_stamping: self.sound(Purpose::TimeStamping, &mut problems),
        };
        (lists, problems)
    }

    fn sound<L>(&self, purpose: Purpose, problems: &mut Vec<Words>) -> Option<(L, ListSource)>
    where
        L: TryFrom<List, Error = ListError>,
    {
        let typed = self.list(purpose).and_then(|(list, source)| {
            let list =
                list.try_into().map_err(|e: ListError| Failure::new(Kind::Internal, reasons::list(&e)))?;
            Ok((list, source))
        });
        let damaged = |failure: Failure| {
            let purpose = reasons::purpose(purpose);
            problems.push(say!("list-damaged", why = failure.words, purpose = purpose));
        };
        typed.map_err(damaged).ok()
    }

    /// The list of a purpose, and where it is from.
    pub(crate) fn list(&self, purpose: Purpose) -> Result<(List, ListSource), Failure> {
        let (path, shipped) = (self.list_path(purpose), built_in(purpose));
        // Only where there is surely none: whatever else keeps it from being read must not bring an older list back.
        if fs::symlink_metadata(&path).is_err_and(|e| e.kind() == io::ErrorKind::NotFound) {
            return Ok((shipped, ListSource::Shipped));
        }
        let text = read_text(&path)?;
        let list = Snapshot::from_stored(text.as_bytes(), &LIMITS).map(Snapshot::into_list);
        let list = list.map_err(|e| Failure::new(Kind::Signer, reasons::list(&e)).at(shown(&path)))?;
        if list.purpose != purpose {
            return Err(Failure::new(Kind::Signer, say!("list-something-else")).at(shown(&path)));
        }
        if list.date < shipped.date {
            return Ok((shipped, ListSource::Shipped));
        }
        Ok((list, ListSource::Updated(path)))
    }

    /// Puts a snapshot in the place of its purpose's list, whole or not at all. What stood there is kept beside it.
    pub(crate) fn set_list(&self, snapshot: &Snapshot) -> Result<(), Failure> {
        let path = self.list_path(snapshot.list().purpose);
        let failed = |e: io::Error| Failure::io_at(say!("cannot-write-list"), &path, &e);
        private_folder(&self.list_folder()).map_err(failed)?;
        if fs::symlink_metadata(&path).is_ok_and(|there| !there.is_file()) {
            return Err(failed(io::Error::other("it is no ordinary file")));
        }
        match fs::read(&path) {
            Ok(before) => self.replace(&previous(&path), &before).map_err(failed)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(failed(error)),
        }
        self.replace(&path, snapshot.to_stored().as_bytes()).map_err(failed)
    }

    /// Takes the user's list of a purpose out of force; false if there is none. It is kept beside.
    pub(crate) fn reset_list(&self, purpose: Purpose) -> Result<bool, Failure> {
        let path = self.list_path(purpose);
        match fs::rename(&path, previous(&path)) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(Failure::io_at(say!("cannot-remove"), &path, &error)),
        }
    }

    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut draft = tempfile::NamedTempFile::new_in(self.list_folder())?;
        draft.write_all(bytes)?;
        draft.as_file().sync_all()?;
        draft.persist(path)?;
        Ok(())
    }

    fn list_path(&self, purpose: Purpose) -> PathBuf {
        self.list_folder().join(format!("{purpose}.pem"))
    }

    fn list_folder(&self) -> PathBuf {
        self.home.join("lists")
    }
}

/// Where the list that stood at `path` before is kept.
fn previous(path: &Path) -> PathBuf {
    path.with_added_extension("previous")
}
