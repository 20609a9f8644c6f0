//! Private keys: PKCS#8 (RFC 5958), plain or encrypted with PBES2 (RFC 8018).

use der::asn1::OctetStringRef;
use der::oid::db::rfc8410::ID_ED_25519;
use der::pem::LineEnding;
use der::{Decode, Encode};
use ed25519_dalek::SigningKey;
use pkcs8::pkcs5::pbes2::{Kdf, Parameters, ScryptParams};
use pkcs8::pkcs5::{self, scrypt};
use pkcs8::{AlgorithmIdentifierRef, EncryptedPrivateKeyInfoRef, PrivateKeyInfoRef, SecretDocument};
use zeroize::Zeroizing;

use crate::{IdentityError, pem};

/// scrypt's cost for keys we encrypt: log2 N, r and p. See `Identity::encrypted_key_pem`.
const SCRYPT: (u8, u32, u32) = (14, 8, 5);

/// The most memory a key file may ask of scrypt: N * r and r * p blocks of 128 bytes, 128 MiB each.
const MAX_SCRYPT_BLOCKS: u64 = 1 << 20;
/// The most work a key file may ask of scrypt, N * r * p: four times the strongest setting of OWASP.
const MAX_SCRYPT_WORK: u64 = 1 << 22;
/// The most iterations a key file may ask of PBKDF2: what RFC 8018 section 4.2 calls right for "especially
/// critical keys".
const MAX_PBKDF2_ITERATIONS: u32 = 10_000_000;

/// Whether `pem` holds an encrypted PKCS#8 key (`-----BEGIN ENCRYPTED PRIVATE KEY-----`, RFC 7468 section
/// 11). Whether the key can be read is not looked at.
///
/// ```
/// assert!(!aimark_identity::is_encrypted("-----BEGIN PRIVATE KEY-----\n…"));
/// assert!(aimark_identity::is_encrypted("-----BEGIN ENCRYPTED PRIVATE KEY-----\n…"));
/// ```
pub fn is_encrypted(pem: &str) -> bool {
    pem.contains(pem::ENCRYPTED_KEY.begin)
}

/// Decrypts the first encrypted PKCS#8 key of `pem` and gives it unencrypted, as PEM that is wiped when
/// dropped. The key may be of any algorithm.
///
/// Reads PBES2 with scrypt or PBKDF2 (HMAC-SHA-2) and AES, as `openssl pkcs8 -topk8` writes it.
///
/// A key file can ask for any amount of work. The limits here are, for scrypt, 128 MiB each for N * r * 128
/// and r * p * 128 bytes, and N * r * p at most 2^22; for PBKDF2, 10,000,000 iterations. Within them an
/// answer takes seconds. The work starts only after they are checked.
///
/// # Errors
///
/// [`IdentityError::PemMissing`], [`IdentityError::KeyMalformed`] (the PEM is damaged), [`IdentityError::EncryptionUnsupported`],
/// [`IdentityError::EncryptionTooCostly`] or [`IdentityError::PassphraseWrong`].
///
/// ```
/// use aimark_identity::{IdentityError, decrypt_key_pem};
///
/// let error = decrypt_key_pem("no key at all", b"correct horse").unwrap_err();
/// assert_eq!(error, IdentityError::PemMissing { expected: "ENCRYPTED PRIVATE KEY" });
/// ```
pub fn decrypt_key_pem(pem: &str, passphrase: &[u8]) -> Result<Zeroizing<String>, IdentityError> {
    let document = first_block(pem, &pem::ENCRYPTED_KEY)?;
    let key = EncryptedPrivateKeyInfoRef::from_der(document.as_bytes())
        .map_err(|_| IdentityError::EncryptionUnsupported)?;
    let parameters = key.encryption_algorithm.pbes2().ok_or(IdentityError::EncryptionUnsupported)?;
    check_cost(&parameters.kdf)?;
    let decrypted =
        parameters.decrypt(passphrase, key.encrypted_data.as_bytes()).map_err(decryption_error)?;
    let decrypted = Zeroizing::new(decrypted);
    // A wrong key passes the padding check of CBC now and then; nearly never does it yield PKCS#8.
    PrivateKeyInfoRef::from_der(&decrypted).map_err(|_| IdentityError::PassphraseWrong)?;
    let document = SecretDocument::try_from(decrypted.as_slice())?;
    Ok(document.to_pem(pem::KEY.name, LineEnding::LF)?)
}

/// Encrypts the unencrypted PKCS#8 key of `pem`.
pub(crate) fn encrypt(
    pem: &str,
    passphrase: &[u8],
    salt_and_iv: &[u8; 32],
) -> Result<Zeroizing<String>, IdentityError> {
    if passphrase.is_empty() {
        return Err(IdentityError::PassphraseEmpty);
    }
    let ([salt, iv], []) = salt_and_iv.as_chunks::<16>() else {
        return Err(IdentityError::Encoding);
    };
    let (log_n, r, p) = SCRYPT;
    let cost = scrypt::Params::new(log_n, r, p).map_err(|_| IdentityError::Encoding)?;
    let parameters =
        Parameters::generate_scrypt_aes256cbc(cost, salt, *iv).map_err(|_| IdentityError::Encoding)?;
    let document = first_block(pem, &pem::KEY)?;
    let key = PrivateKeyInfoRef::from_der(document.as_bytes()).map_err(|_| IdentityError::KeyMalformed)?;
    let encrypted = key.encrypt_with_params(parameters, passphrase).map_err(|_| IdentityError::Encoding)?;
    Ok(encrypted.to_pem(pem::ENCRYPTED_KEY.name, LineEnding::LF)?)
}

/// The key as PKCS#8 version 1: without the public key, which older readers refuse.
pub(crate) fn to_pem(key: &SigningKey) -> Result<Zeroizing<String>, IdentityError> {
    // RFC 8410 section 7: the seed is an octet string inside the octet string.
    let seed = Zeroizing::new(OctetStringRef::new(key.as_bytes())?.to_der()?);
    let algorithm = AlgorithmIdentifierRef { oid: ID_ED_25519, parameters: None };
    let info = PrivateKeyInfoRef::new(algorithm, OctetStringRef::new(&seed)?);
    Ok(SecretDocument::encode_msg(&info)?.to_pem(pem::KEY.name, LineEnding::LF)?)
}

/// The Ed25519 key of an unencrypted PKCS#8 PEM, version 1 or 2.
pub(crate) fn from_pem(pem: &str) -> Result<SigningKey, IdentityError> {
    let document = first_block(pem, &pem::KEY).map_err(|error| match error {
        IdentityError::PemMissing { .. } if is_encrypted(pem) => IdentityError::KeyEncrypted,
        other => other,
    })?;
    let info = PrivateKeyInfoRef::from_der(document.as_bytes()).map_err(|_| IdentityError::KeyMalformed)?;
    if info.algorithm.oid != ID_ED_25519 {
        return Err(IdentityError::KeyUnsupported);
    }
    let seed = <&OctetStringRef>::from_der(info.private_key.as_bytes())
        .ok()
        .and_then(|seed| <&[u8; 32]>::try_from(seed.as_bytes()).ok())
        .ok_or(IdentityError::KeyMalformed)?;
    let key = SigningKey::from_bytes(seed);
    // Signing with a seed and another key's public half gives the seed away: nobody should keep such a pair.
    match info.public_key {
        Some(stated) if stated.as_bytes() != Some(key.verifying_key().as_bytes()) => {
            Err(IdentityError::KeyMalformed)
        }
        _ => Ok(key),
    }
}

fn first_block(text: &str, label: &pem::Label) -> Result<SecretDocument, IdentityError> {
    let block = label.blocks(text).next().ok_or(IdentityError::PemMissing { expected: label.name })?;
    let (_, document) = SecretDocument::from_pem(block).map_err(|_| IdentityError::KeyMalformed)?;
    Ok(document)
}

fn check_cost(kdf: &Kdf) -> Result<(), IdentityError> {
    match kdf {
        Kdf::Scrypt(scrypt) => check_scrypt_cost(scrypt),
        Kdf::Pbkdf2(pbkdf2) if pbkdf2.iteration_count == 0 => Err(IdentityError::EncryptionUnsupported),
        Kdf::Pbkdf2(pbkdf2) if pbkdf2.iteration_count > MAX_PBKDF2_ITERATIONS => {
            Err(IdentityError::EncryptionTooCostly)
        }
        Kdf::Pbkdf2(_) => Ok(()),
        _ => Err(IdentityError::EncryptionUnsupported),
    }
}

fn check_scrypt_cost(scrypt: &ScryptParams) -> Result<(), IdentityError> {
    let (n, r, p) = (scrypt.cost_parameter, scrypt.block_size.into(), scrypt.parallelization.into());
    // RFC 7914 section 2. The library takes the logarithm before it looks, and zero has none.
    if n < 2 || !n.is_power_of_two() || r == 0 || p == 0 {
        return Err(IdentityError::EncryptionUnsupported);
    }
    let within = |factors: &[u64], limit: u64| {
        let product = factors.iter().try_fold(1_u64, |product, &factor| product.checked_mul(factor));
        product.is_some_and(|product| product <= limit)
    };
    let affordable = within(&[n, r], MAX_SCRYPT_BLOCKS)
        && within(&[r, p], MAX_SCRYPT_BLOCKS)
        && within(&[n, r, p], MAX_SCRYPT_WORK);
    if affordable { Ok(()) } else { Err(IdentityError::EncryptionTooCostly) }
}

fn decryption_error(error: pkcs5::Error) -> IdentityError {
    match error {
        pkcs5::Error::DecryptFailed => IdentityError::PassphraseWrong,
        _ => IdentityError::EncryptionUnsupported,
    }
}
