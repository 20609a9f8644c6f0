//! Who signs: finding the identity, opening its key, making one on first use.

use std::path::{Path, PathBuf};

use aimark::{Signer, Timestamp};
use aimark_identity::{Identity, Subject};
use zeroize::Zeroizing;

use crate::clock;
use crate::failure::{Failure, Kind};
use crate::input::read_text;
use crate::passphrase;
use crate::shown::{shown, visible};
use crate::store::{self, CERTIFICATE, KEY, Made, Name, ROOT, Store};
use crate::talk::Talk;
use crate::words::{Words, say};

/// The identity that is made on first use.
pub(crate) const DEFAULT: &str = "default";

/// About ten years: labels stop being valid with the certificate that signed them.
pub(crate) const DAYS: u32 = 3650;

/// Some validators take a certificate as expired in the very second in which its validity starts.
const BACKDATED_SECONDS: i64 = 3600;

/// Which identity signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Choice {
    /// None was named.
    Default,
    Stored(Name),
    Folder(PathBuf),
    Files {
        certificate: PathBuf,
        key: KeySource,
    },
}

/// Where a private key comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum KeySource {
    File(PathBuf),
    Variable(String),
}

impl Choice {
    /// Reads `NAME|DIR`: what looks like a path is one.
    pub(crate) fn parse(text: &str) -> Result<Self, Failure> {
        if text.starts_with('.') || text.contains(std::path::is_separator) {
            return Ok(Self::Folder(text.into()));
        }
        Name::parse(text).map(Self::Stored)
    }
}

/// What opening an identity needs besides its name.
pub(crate) struct Opening<'a> {
    pub(crate) store: &'a Store,
    pub(crate) passphrase_env: Option<&'a str>,
    pub(crate) now: Timestamp,
    /// Nothing is written, so an identity that would be made is forgotten.
    pub(crate) dry_run: bool,
    pub(crate) talk: Talk,
}

impl Opening<'_> {
    pub(crate) fn open(&self, choice: &Choice) -> Result<Signer, Failure> {
        match choice {
            Choice::Default => self.first_use(),
            Choice::Stored(name) => self.stored(name),
            Choice::Folder(folder) => self.folder(folder),
            Choice::Files { certificate, key } => self.files(certificate, key),
        }
    }

    fn stored(&self, name: &Name) -> Result<Signer, Failure> {
        let folder = self.store.identity(name);
        if !folder.exists() {
            return Err(Failure::new(Kind::Signer, say!("no-identity", name = name.to_string()))
                .hint(say!("hint-identity-new", name = name.to_string())));
        }
        self.folder(&folder)
    }

    fn folder(&self, folder: &Path) -> Result<Signer, Failure> {
        self.files(&folder.join(CERTIFICATE), &KeySource::File(folder.join(KEY)))
    }

    fn files(&self, certificate: &Path, key: &KeySource) -> Result<Signer, Failure> {
        let chain = read_text(certificate)?;
        let (key, place) = match key {
            KeySource::File(path) => (self.key_file(path)?, shown(path).into()),
            KeySource::Variable(name) => {
                (passphrase::secret_from(name)?, say!("place-variable", name = visible(name)))
            }
        };
        let key = unlocked(key, &place, self.passphrase_env)?;
        Signer::from_pem(chain.as_bytes(), key.as_bytes())
            .map_err(|e| Failure::from(e).at(say!("place-identity", path = shown(certificate), key = place)))
    }

    fn key_file(&self, path: &Path) -> Result<Zeroizing<String>, Failure> {
        if store::is_exposed(path) {
            self.talk.warn(say!("key-exposed", path = shown(path)));
        }
        read_text(path)
    }

    /// Opens `default`, and makes it if this is the first use.
    fn first_use(&self) -> Result<Signer, Failure> {
        let name = Name::parse(DEFAULT)?;
        let folder = self.store.identity(&name);
        if folder.exists() {
            return self.folder(&folder);
        }
        let new = generate("KZ", "aimark", "local signer", DAYS, self.now)?;
        if self.dry_run {
            self.talk.note(say!("first-use-dry", name = name.to_string(), path = shown(&folder)));
            return Ok(Signer::from_pem(new.certificate_pem().as_bytes(), new.key_pem().as_bytes())?);
        }
        // Another process may have been faster. Then its identity is the one.
        if add(self.store, &name, &new, &new.key_pem())? == Made::New {
            self.talk.note(say!("first-use", name = name.to_string(), path = shown(&folder)));
            self.talk.note(say!("first-use-next", file = ROOT));
        }
        self.folder(&folder)
    }
}

/// Makes an identity that is valid from now on.
pub(crate) fn generate(
    country: &str,
    organization: &str,
    name: &str,
    days: u32,
    now: Timestamp,
) -> Result<Identity, Failure> {
    let failed = |e| Failure::identity(say!("place-new-identity"), &e);
    let subject = Subject::new(country, organization, name).map_err(failed)?;
    let not_before = now.unix_seconds().saturating_sub(BACKDATED_SECONDS).max(0);
    Identity::generate(&subject, not_before, days, &*clock::random::<96>()?).map_err(failed)
}

/// Stores an identity with its key as given, encrypted or not.
pub(crate) fn add(store: &Store, name: &Name, new: &Identity, key_pem: &str) -> Result<Made, Failure> {
    store.add_identity(name, &[(CERTIFICATE, new.certificate_pem()), (ROOT, new.root_pem()), (KEY, key_pem)])
}

/// The key, decrypted if it is encrypted.
pub(crate) fn unlocked(
    key: Zeroizing<String>,
    place: &Words,
    passphrase_env: Option<&str>,
) -> Result<Zeroizing<String>, Failure> {
    if !aimark_identity::is_encrypted(&key) {
        return Ok(key);
    }
    let passphrase = passphrase::ask(place, passphrase_env)?;
    aimark_identity::decrypt_key_pem(&key, passphrase.as_bytes()).map_err(|e| Failure::identity(place, &e))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_path_is_one() {
        for path in ["./a", "../a", "a/b", "/a", "."] {
            assert_eq!(Choice::parse(path).unwrap(), Choice::Folder(path.into()), "{path}");
        }
        assert_eq!(Choice::parse("a.b").unwrap(), Choice::Stored(Name::parse("a.b").unwrap()));
        assert!(Choice::parse("a b").is_err());
    }
}
