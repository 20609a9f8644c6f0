//! The user's data folder: signing identities and the anchors that `verify` accepts.
//!
//! ```text
//! identities/NAME/key.pem          private key, readable by its owner alone
//! identities/NAME/certificate.pem  what goes into labels
//! identities/NAME/root.pem         what others add to their anchors
//! trust/FINGERPRINT.pem            an anchor added by `aimark trust add`
//! lists/PURPOSE.pem                a newer trust list than the shipped one: see `lists`
//! ```

mod lists;

pub(crate) use lists::{LIMITS as LIST_LIMITS, ListSource, Lists};

use std::fmt;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use aimark::{Anchors, SignerInfo};
use etcetera::BaseStrategy as _;

use crate::draft::{self, Draft};
use crate::failure::{Failure, Kind};
use crate::input::read_text;
use crate::reasons;
use crate::shown::{shown, visible};
use crate::words::{Words, say};

/// The environment variable that moves the data folder.
pub(crate) const HOME: &str = "AIMARK_HOME";

pub(crate) const KEY: &str = "key.pem";
pub(crate) const CERTIFICATE: &str = "certificate.pem";
pub(crate) const ROOT: &str = "root.pem";

/// The files of the data folder, for the man page.
pub(crate) const FILES: [(&str, &str); 5] = [
    ("identities/NAME/key.pem", "the private key of a signing identity, readable by its owner alone"),
    ("identities/NAME/certificate.pem", "its certificate, which goes into labels"),
    ("identities/NAME/root.pem", "its root certificate, which others add to their anchors"),
    ("trust/FINGERPRINT.pem", "an anchor added by aimark trust add"),
    ("lists/PURPOSE.pem", "a trust list taken by aimark trust update, in place of the shipped one"),
];

/// The name of an identity: a folder name on every system, and no way out of the data folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name(String);

impl Name {
    pub(crate) fn parse(text: &str) -> Result<Self, Failure> {
        let fits = (1..=64).contains(&text.len())
            && !text.starts_with('.')
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-".contains(&b));
        if fits {
            return Ok(Self(text.to_owned()));
        }
        Err(Failure::misuse(say!("identity-name-rule")).at(visible(text)))
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where an anchor of this machine comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Origin {
    /// The root of an identity of this user.
    Identity(Name),
    /// Added by the user.
    Added,
}

/// A certificate that `verify` accepts unless told otherwise.
#[derive(Debug, Clone)]
pub(crate) struct Anchor {
    pub(crate) pem: String,
    pub(crate) info: SignerInfo,
    pub(crate) origin: Origin,
    pub(crate) path: PathBuf,
}

/// Whether a file or folder was made, or somebody else's was there first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Made {
    New,
    Already,
}

/// The data folder. It need not exist until something is written.
#[derive(Debug, Clone)]
pub(crate) struct Store {
    home: PathBuf,
}

impl Store {
    pub(crate) fn locate() -> Result<Self, Failure> {
        if let Some(home) = std::env::var_os(HOME).filter(|home| !home.is_empty()) {
            return Ok(Self { home: home.into() });
        }
        let folders = etcetera::choose_base_strategy()
            .map_err(|_| Failure::new(Kind::Io, say!("no-home")).hint(say!("hint-home", variable = HOME)))?;
        Ok(Self { home: folders.data_dir().join("aimark") })
    }

    pub(crate) fn identity(&self, name: &Name) -> PathBuf {
        self.identities().join(&name.0)
    }

    /// The names of all identities, sorted.
    pub(crate) fn identity_names(&self) -> Result<Vec<Name>, Failure> {
        let folders = entries(&self.identities())?.into_iter().filter(|path| path.is_dir());
        Ok(folders.filter_map(|path| Name::parse(path.file_name()?.to_str()?).ok()).collect())
    }

    /// Stores an identity whole or not at all. If there is one of that name already, it stays as it is.
    pub(crate) fn add_identity(&self, name: &Name, files: &[(&str, &str)]) -> Result<Made, Failure> {
        let folder = self.identity(name);
        let failed = |e: io::Error| Failure::io_at(say!("cannot-make-identity"), &folder, &e);
        private_folder(&self.identities()).map_err(failed)?;
        self.clear_drafts();
        let draft = Draft::create(&self.identities()).map_err(failed)?;
        for (file, text) in files {
            write_private(&draft.path().join(file), text).map_err(failed)?;
        }
        match draft.rename(&folder) {
            Ok(()) => Ok(Made::New),
            Err(_) if folder.exists() => Ok(Made::Already),
            Err(error) => Err(failed(error)),
        }
    }

    /// Removes half-made identities of runs that were killed.
    pub(crate) fn clear_drafts(&self) {
        draft::clear(&self.identities());
    }

    /// All anchors: roots of identities first, then added ones. Damaged files are left out and named in the
    /// second list: fewer anchors can only make `verify` more careful.
    pub(crate) fn anchors(&self) -> Result<(Vec<Anchor>, Vec<Words>), Failure> {
        let (mut anchors, mut problems) = (Vec::new(), Vec::new());
        for name in self.identity_names()? {
            let path = self.identity(&name).join(ROOT);
            // An identity with a certificate of a real authority has no root of its own.
            if path.exists() {
                load(path, &Origin::Identity(name), &mut anchors, &mut problems);
            }
        }
        let added = entries(&self.trust())?.into_iter();
        for path in added.filter(|path| path.extension().is_some_and(|ending| ending == "pem")) {
            load(path, &Origin::Added, &mut anchors, &mut problems);
        }
        Ok((anchors, problems))
    }

    /// Adds one certificate to the anchors.
    pub(crate) fn add_anchor(&self, info: &SignerInfo, pem: &str) -> Result<Made, Failure> {
        let path = self.trust().join(format!("{}.pem", info.fingerprint));
        let failed = |e: io::Error| Failure::io_at(say!("cannot-add-anchor"), &path, &e);
        private_folder(&self.trust()).map_err(failed)?;
        let mut draft = tempfile::NamedTempFile::new_in(self.trust()).map_err(failed)?;
        draft.write_all(pem.as_bytes()).map_err(failed)?;
        match draft.persist_noclobber(&path) {
            Ok(_) => Ok(Made::New),
            Err(refused) if refused.error.kind() == io::ErrorKind::AlreadyExists => Ok(Made::Already),
            Err(refused) => Err(failed(refused.error)),
        }
    }

    fn identities(&self) -> PathBuf {
        self.home.join("identities")
    }

    fn trust(&self) -> PathBuf {
        self.home.join("trust")
    }
}

/// The certificates of a PEM text, described.
pub(crate) fn certificates(pem: &str) -> Result<Vec<SignerInfo>, Failure> {
    let mut anchors = Anchors::new();
    anchors.add_pem(pem.as_bytes()).map_err(|e| Failure::new(Kind::Signer, reasons::certificate(&e)))?;
    Ok(anchors.iter().collect())
}

/// Whether others than its owner may read the file.
#[cfg(unix)]
pub(crate) fn is_exposed(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(path).is_ok_and(|metadata| metadata.permissions().mode() & 0o077 != 0)
}

#[cfg(not(unix))]
pub(crate) fn is_exposed(_: &Path) -> bool {
    false
}

/// One file, one certificate, and for added ones the name that `trust remove` looks for.
fn load(path: PathBuf, origin: &Origin, anchors: &mut Vec<Anchor>, problems: &mut Vec<Words>) {
    match read_anchor(&path, origin) {
        Ok((pem, info)) => anchors.push(Anchor { pem, info, origin: origin.clone(), path }),
        Err(failure) => {
            problems.push(say!("anchor-not-used", path = shown(&path), why = failure.words));
        }
    }
}

fn read_anchor(path: &Path, origin: &Origin) -> Result<(String, SignerInfo), Failure> {
    let pem = read_text(path)?.to_string();
    let [info] = <[SignerInfo; 1]>::try_from(certificates(&pem)?)
        .map_err(|_| Failure::new(Kind::Signer, say!("anchor-several")))?;
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    if *origin == Origin::Added && stem != Some(info.fingerprint.as_str()) {
        return Err(Failure::new(Kind::Signer, say!("anchor-misnamed")));
    }
    Ok((pem, info))
}

/// What a folder holds, sorted; nothing if it is not there yet.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |e: io::Error| Failure::io_at(say!("cannot-read-folder"), folder, &e);
    let listing = match fs::read_dir(folder) {
        Ok(listing) => listing,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut paths = Vec::new();
    for entry in listing {
        paths.push(entry.map_err(failed)?.path());
    }
    paths.sort();
    Ok(paths)
}

fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

fn write_private(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file: File = options.open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_leave_the_data_folder() {
        for good in ["default", "a", "Studio_1.kz-2", &"x".repeat(64)] {
            assert_eq!(Name::parse(good).unwrap().to_string(), good);
        }
        for bad in ["", ".", "..", ".hidden", "a/b", "a\\b", "имя", "a b", "a\0", &"x".repeat(65)] {
            assert_eq!(Name::parse(bad).unwrap_err().kind, Kind::Misuse, "{bad}");
        }
    }

    #[test]
    fn an_identity_that_is_there_stays_as_it_is() {
        let home = tempfile::tempdir().unwrap();
        let store = Store { home: home.path().join("deep/home") };
        let name = Name::parse("a").unwrap();
        assert_eq!(store.add_identity(&name, &[("x", "first")]).unwrap(), Made::New);
        assert_eq!(store.add_identity(&name, &[("x", "second")]).unwrap(), Made::Already);
        assert_eq!(fs::read_to_string(store.identity(&name).join("x")).unwrap(), "first");
        assert_eq!(store.identity_names().unwrap(), [name]);
        assert_eq!(entries(&store.identities()).unwrap().len(), 1, "no draft is left");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_an_identity() {
        use std::os::unix::fs::PermissionsExt as _;
        let home = tempfile::tempdir().unwrap();
        let store = Store { home: home.path().join("home") };
        let name = Name::parse("a").unwrap();
        store.add_identity(&name, &[(KEY, "secret")]).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let folder = store.identity(&name);
        assert_eq!([mode(&store.home), mode(&store.identities()), mode(&folder)], [0o700; 3]);
        assert_eq!(mode(&folder.join(KEY)), 0o600);
        assert!(!is_exposed(&folder.join(KEY)));
        fs::set_permissions(folder.join(KEY), fs::Permissions::from_mode(0o640)).unwrap();
        assert!(is_exposed(&folder.join(KEY)));
    }
}
