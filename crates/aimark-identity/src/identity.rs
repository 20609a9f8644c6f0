//! Making an identity.

use core::fmt;
use core::time::Duration;

use der::DateTime;
use ed25519_dalek::SigningKey;
use x509_cert::serial_number::SerialNumber;
use x509_cert::time::{Time, Validity};
use zeroize::Zeroizing;

use crate::certificate::{Content, leaf_extensions, root_extensions};
use crate::subject::bare_name;
use crate::{IdentityError, Subject, key};

/// The longest validity of an identity, in days: about twenty years.
///
/// Without a trusted time stamp, labels stop being valid with the certificate that signed them.
pub const MAX_DAYS: u32 = 7300;

/// The root's common name. It is the issuer in every label, so it is short, and the same for everybody: it
/// names nobody. Roots are told apart by their keys.
const ROOT_NAME: &str = "aimark root";

const SECONDS_PER_DAY: u64 = 86_400;

/// A root certificate, a leaf certificate issued by it, and the leaf's Ed25519 key.
///
/// The key is wiped from memory when the identity is dropped, and [`Debug`] does not show it.
///
/// ```
/// use aimark_identity::{Identity, Subject};
///
/// // In a program: from the operating system.
/// let randomness: [u8; 96] = std::array::from_fn(|i| i.to_le_bytes()[0]);
/// let subject = Subject::new("KZ", "aimark", "aimark default")?;
/// let identity = Identity::generate(&subject, 1_767_225_600, 3650, &randomness)?;
///
/// // For whoever signs:
/// assert!(identity.certificate_pem().starts_with("-----BEGIN CERTIFICATE-----\n"));
/// assert!(identity.key_pem().starts_with("-----BEGIN PRIVATE KEY-----\n"));
/// // For whoever verifies:
/// assert!(identity.root_pem().starts_with("-----BEGIN CERTIFICATE-----\n"));
/// # Ok::<(), aimark_identity::IdentityError>(())
/// ```
#[derive(Clone)]
pub struct Identity {
    certificate_pem: String,
    root_pem: String,
    key_pem: Zeroizing<String>,
}

impl Identity {
    /// Makes an identity for `subject`, valid for `days` days from `not_before`.
    ///
    /// `not_before` is in seconds since 1970-01-01T00:00:00Z; root and leaf have the same validity, written as
    /// RFC 5280 section 4.1.2.5 wants it. `days` is 1 to [`MAX_DAYS`].
    ///
    /// `randomness` must come from the operating system and be used once: 32 bytes make the root's key, 32 the
    /// leaf's, 8 each their serial numbers; the last 16 are not used. The caller wipes it afterwards.
    ///
    /// The root's key signs the two certificates and is wiped. That is the point of it: nobody, not even its
    /// owner, can issue another certificate that those who trust this root would accept. A new leaf is a new
    /// identity.
    ///
    /// Both certificates are version 3, signed with Ed25519 (RFC 8410). The leaf follows C2PA 2.2 section
    /// 14.5; with ordinary names its DER has less than 400 bytes, with the longest names less than 900.
    ///
    /// # Errors
    ///
    /// [`IdentityError::Days`], [`IdentityError::Dates`] (before 1970 or past 9999) or
    /// [`IdentityError::Randomness`] (the two keys or the two serial numbers would be equal).
    ///
    /// ```
    /// use aimark_identity::{Identity, IdentityError, Subject};
    ///
    /// let subject = Subject::new("KZ", "aimark", "aimark default")?;
    /// // A random source that gave nothing:
    /// let error = Identity::generate(&subject, 1_767_225_600, 3650, &[0; 96]).unwrap_err();
    /// assert_eq!(error, IdentityError::Randomness);
    /// # Ok::<(), aimark_identity::IdentityError>(())
    /// ```
    pub fn generate(
        subject: &Subject,
        not_before: i64,
        days: u32,
        randomness: &[u8; 96],
    ) -> Result<Self, IdentityError> {
        let validity = validity(not_before, days)?;
        let Parts { root_key, leaf_key, root_serial, leaf_serial } = Parts::split(randomness)?;
        let root_name = bare_name(ROOT_NAME)?;
        let (root, leaf) = (root_key.verifying_key(), leaf_key.verifying_key());

        let root_certificate = Content {
            serial: root_serial,
            issuer: root_name.clone(),
            subject: root_name.clone(),
            validity,
            key: root,
            extensions: root_extensions(&root)?,
        };
        let leaf_certificate = Content {
            serial: leaf_serial,
            issuer: root_name,
            subject: subject.to_name()?,
            validity,
            key: leaf,
            extensions: leaf_extensions(&leaf, &root)?,
        };
        Ok(Self {
            root_pem: root_certificate.sign(&root_key)?,
            certificate_pem: leaf_certificate.sign(&root_key)?,
            key_pem: key::to_pem(&leaf_key)?,
        })
    }

    /// The leaf certificate as PEM: what goes into labels. The root is a trust anchor, and C2PA keeps those
    /// out of labels.
    pub fn certificate_pem(&self) -> &str {
        &self.certificate_pem
    }

    /// The root certificate as PEM: what others add to their trust anchors to accept this identity.
    pub fn root_pem(&self) -> &str {
        &self.root_pem
    }

    /// The leaf's private key as unencrypted PKCS#8 version 1 in PEM (RFC 5958, RFC 8410).
    pub fn key_pem(&self) -> Zeroizing<String> {
        self.key_pem.clone()
    }

    /// The leaf's private key as encrypted PKCS#8 in PEM: PBES2 (RFC 8018) with scrypt (RFC 7914) and
    /// AES-256-CBC. `openssl pkcs8` opens it.
    ///
    /// `passphrase` is taken byte by byte, without any normalization. `salt_and_iv` is 16 bytes of salt and
    /// then 16 of initialization vector, both random and used once. scrypt runs with N = 2^14, r = 8, p = 5:
    /// one of the settings OWASP calls equal in strength, and of those the largest within the 32 MiB that
    /// OpenSSL allows. It takes 16 MiB of memory and some tenths of a second.
    ///
    /// # Errors
    ///
    /// [`IdentityError::PassphraseEmpty`].
    ///
    /// ```
    /// # use aimark_identity::{Identity, Subject};
    /// use aimark_identity::{decrypt_key_pem, is_encrypted};
    ///
    /// # let randomness: [u8; 96] = std::array::from_fn(|i| i.to_le_bytes()[0]);
    /// # let subject = Subject::new("KZ", "aimark", "aimark default")?;
    /// # let identity = Identity::generate(&subject, 1_767_225_600, 3650, &randomness)?;
    /// # let salt_and_iv: [u8; 32] = std::array::from_fn(|i| i.to_le_bytes()[0]);
    /// let encrypted = identity.encrypted_key_pem(b"correct horse", &salt_and_iv)?;
    /// assert!(is_encrypted(&encrypted));
    /// assert_eq!(decrypt_key_pem(&encrypted, b"correct horse")?, identity.key_pem());
    /// # Ok::<(), aimark_identity::IdentityError>(())
    /// ```
    pub fn encrypted_key_pem(
        &self,
        passphrase: &[u8],
        salt_and_iv: &[u8; 32],
    ) -> Result<Zeroizing<String>, IdentityError> {
        key::encrypt(&self.key_pem, passphrase, salt_and_iv)
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identity")
            .field("certificate_pem", &self.certificate_pem)
            .field("root_pem", &self.root_pem)
            .finish_non_exhaustive()
    }
}

/// What the randomness is made into. The keys wipe themselves when dropped.
struct Parts {
    root_key: SigningKey,
    leaf_key: SigningKey,
    root_serial: SerialNumber,
    leaf_serial: SerialNumber,
}

impl Parts {
    fn split(randomness: &[u8; 96]) -> Result<Self, IdentityError> {
        let ([root_seed, leaf_seed, rest], []) = randomness.as_chunks::<32>() else {
            return Err(IdentityError::Encoding);
        };
        let ([root_serial, leaf_serial, ..], []) = rest.as_chunks::<8>() else {
            return Err(IdentityError::Encoding);
        };
        // All zeros, or one short block over and over: what a random source gives when it failed unnoticed.
        if root_seed == leaf_seed || root_serial == leaf_serial {
            return Err(IdentityError::Randomness);
        }
        Ok(Self {
            root_key: SigningKey::from_bytes(root_seed),
            leaf_key: SigningKey::from_bytes(leaf_seed),
            root_serial: serial(*root_serial)?,
            leaf_serial: serial(*leaf_serial)?,
        })
    }
}

/// A serial number of 62 random bits. The first bit is clear, so that it is positive (RFC 5280 section
/// 4.1.2.2); the second is set, so that it is never zero and always 8 bytes long.
fn serial(random: [u8; 8]) -> Result<SerialNumber, IdentityError> {
    let number = (u64::from_be_bytes(random) >> 2) | (1 << 62);
    Ok(SerialNumber::new(&number.to_be_bytes())?)
}

fn validity(not_before: i64, days: u32) -> Result<Validity, IdentityError> {
    if !(1..=MAX_DAYS).contains(&days) {
        return Err(IdentityError::Days { days });
    }
    let start = u64::try_from(not_before).map_err(|_| IdentityError::Dates)?;
    let end = u64::from(days).checked_mul(SECONDS_PER_DAY).and_then(|length| start.checked_add(length));
    Ok(Validity::new(time(start)?, time(end.ok_or(IdentityError::Dates)?)?))
}

/// UTCTime to the end of 2049, GeneralizedTime after it (RFC 5280 section 4.1.2.5).
fn time(unix_seconds: u64) -> Result<Time, IdentityError> {
    let date = DateTime::from_unix_duration(Duration::from_secs(unix_seconds));
    Ok(Time::from(date.map_err(|_| IdentityError::Dates)?))
}
