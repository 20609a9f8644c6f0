use aimark_identity::{IdentityError, decrypt_key_pem, is_encrypted};
use der::asn1::OctetString;
use der::pem::LineEnding;
use der::{Decode, EncodePem};
use pkcs8::EncryptedPrivateKeyInfoOwned;
use pkcs8::pkcs5::EncryptionScheme;
use pkcs8::pkcs5::pbes2::{self, Kdf, Pbkdf2Params, Pbkdf2Prf, Salt, ScryptParams};

use crate::{default_identity, der_of, salt_and_iv};

const PLAIN: &str = include_str!("data/ed25519.pem");
const PBKDF2: &str = include_str!("data/ed25519-pbkdf2.pem");
const SCRYPT: &str = include_str!("data/ed25519-scrypt.pem");
const PBE1: &str = include_str!("data/ed25519-pbe1.pem");

/// An encrypted key whose file asks for the work of `kdf`.
fn asking_for(kdf: Kdf) -> String {
    let encryption = pbes2::EncryptionScheme::Aes256Cbc { iv: [1; 16] };
    let key = EncryptedPrivateKeyInfoOwned {
        encryption_algorithm: EncryptionScheme::Pbes2(pbes2::Parameters { kdf, encryption }),
        encrypted_data: OctetString::new(vec![2; 64]).unwrap(),
    };
    key.to_pem(LineEnding::LF).unwrap()
}

fn scrypt(cost_parameter: u64, block_size: u16, parallelization: u16) -> Result<(), IdentityError> {
    let salt = Salt::new([3; 16]).unwrap();
    let kdf = ScryptParams { salt, cost_parameter, block_size, parallelization, key_length: None };
    decrypt_key_pem(&asking_for(kdf.into()), b"letmein").map(drop)
}

fn pbkdf2(iteration_count: u32, prf: Pbkdf2Prf) -> Result<(), IdentityError> {
    let kdf = Pbkdf2Params { salt: Salt::new([3; 16]).unwrap(), iteration_count, key_length: None, prf };
    decrypt_key_pem(&asking_for(kdf.into()), b"letmein").map(drop)
}

#[test]
fn the_plain_key_is_pkcs8_version_1() {
    let der = der_of(&default_identity().key_pem());
    // RFC 8410 section 7: version 0, id-Ed25519, the seed in two octet strings.
    assert_eq!(der[..16], [0x30, 46, 2, 1, 0, 0x30, 5, 6, 3, 0x2B, 0x65, 0x70, 4, 34, 4, 32]);
    assert_eq!(der.len(), 48);
}

#[test]
fn an_encrypted_key_opens_with_its_passphrase_only() {
    let identity = default_identity();
    let encrypted = identity.encrypted_key_pem(b"letmein", &salt_and_iv()).unwrap();
    assert!(is_encrypted(&encrypted) && !is_encrypted(&identity.key_pem()));
    assert_eq!(decrypt_key_pem(&encrypted, b"letmein").unwrap(), identity.key_pem());
    for wrong in ["", "letmein ", "Letmein"] {
        let result = decrypt_key_pem(&encrypted, wrong.as_bytes());
        assert_eq!(result, Err(IdentityError::PassphraseWrong), "{wrong:?}");
    }
}

#[test]
fn the_cost_and_the_randomness_are_those_documented() {
    let encrypted = default_identity().encrypted_key_pem(b"letmein", &salt_and_iv()).unwrap();
    let key = EncryptedPrivateKeyInfoOwned::from_der(&der_of(&encrypted)).unwrap();
    let parameters = key.encryption_algorithm.pbes2().unwrap();
    let scrypt = parameters.kdf.scrypt().unwrap();
    assert_eq!((scrypt.cost_parameter, scrypt.block_size, scrypt.parallelization), (1 << 14, 8, 5));
    assert_eq!(scrypt.salt.as_bytes(), &salt_and_iv()[..16]);
    let iv = salt_and_iv()[16..].try_into().unwrap();
    assert_eq!(parameters.encryption, pbes2::EncryptionScheme::Aes256Cbc { iv });
}

#[test]
fn an_empty_passphrase_encrypts_nothing() {
    let result = default_identity().encrypted_key_pem(b"", &salt_and_iv());
    assert_eq!(result, Err(IdentityError::PassphraseEmpty));
}

#[test]
fn keys_that_openssl_encrypted_open() {
    assert_eq!(decrypt_key_pem(PBKDF2, b"letmein").unwrap().as_str(), PLAIN);
    assert_eq!(decrypt_key_pem(SCRYPT, b"letmein").unwrap().as_str(), PLAIN);
    assert_eq!(decrypt_key_pem(PBE1, b"letmein"), Err(IdentityError::EncryptionUnsupported));
}

#[test]
fn a_wrong_passphrase_with_right_padding_does_not_pass() {
    // Of 256 wrong keys, one leaves what looks like right padding; these passphrases do.
    for number in [461, 512, 728, 737, 807, 890] {
        let result = decrypt_key_pem(PBKDF2, format!("wrong {number}").as_bytes());
        assert_eq!(result, Err(IdentityError::PassphraseWrong), "{number}");
    }
}

#[test]
fn work_is_limited_before_it_starts() {
    let costly = Err(IdentityError::EncryptionTooCostly);
    assert_eq!(scrypt(1 << 18, 8, 1), costly);
    assert_eq!(scrypt(1 << 63, 8, 1), costly);
    assert_eq!(scrypt(1 << 40, u16::MAX, u16::MAX), costly);
    assert_eq!(scrypt(2, u16::MAX, u16::MAX), costly);
    assert_eq!(scrypt(1 << 17, 8, 5), costly);
    assert_eq!(scrypt(2, 1024, 1025), costly);
    assert_eq!(pbkdf2(10_000_001, Pbkdf2Prf::HmacWithSha256), costly);
    assert_eq!(pbkdf2(u32::MAX, Pbkdf2Prf::HmacWithSha256), costly);
}

#[test]
fn senseless_parameters_are_no_passphrase_error() {
    let unsupported = Err(IdentityError::EncryptionUnsupported);
    for (n, r, p) in [(0, 8, 1), (1, 8, 1), (3, 8, 1), (u64::MAX, 1, 1), (16, 0, 1), (16, 8, 0)] {
        assert_eq!(scrypt(n, r, p), unsupported, "{n} {r} {p}");
    }
    assert_eq!(pbkdf2(0, Pbkdf2Prf::HmacWithSha256), unsupported);
    assert_eq!(pbkdf2(1, Pbkdf2Prf::HmacWithSha1), unsupported);
}

#[test]
fn sensible_parameters_are_tried() {
    let wrong = Err(IdentityError::PassphraseWrong);
    assert_eq!(scrypt(1 << 14, 8, 1), wrong);
    assert_eq!(pbkdf2(1, Pbkdf2Prf::HmacWithSha256), wrong);
    assert_eq!(pbkdf2(1, Pbkdf2Prf::HmacWithSha512), wrong);
}

#[test]
fn damaged_files_are_errors() {
    let missing = Err(IdentityError::PemMissing { expected: "ENCRYPTED PRIVATE KEY" });
    assert_eq!(decrypt_key_pem("", b"letmein"), missing);
    assert_eq!(decrypt_key_pem(PLAIN, b"letmein"), missing);
    for length in 40..PBKDF2.len() - 1 {
        let result = decrypt_key_pem(&PBKDF2[..length], b"letmein");
        assert_eq!(result, Err(IdentityError::KeyMalformed), "{length}");
    }
    let flipped = PBKDF2.replacen("MIGbM", "MIGbN", 1);
    assert!(decrypt_key_pem(&flipped, b"letmein").is_err());
}

#[test]
fn a_key_is_found_among_other_blocks() {
    let identity = default_identity();
    let text = format!("made by hand\n{}\nand the key\r\n{PBKDF2}\n\n\n", identity.certificate_pem());
    assert_eq!(decrypt_key_pem(&text, b"letmein").unwrap().as_str(), PLAIN);
    assert_eq!(decrypt_key_pem(&text.replace('\n', "\r\n"), b"letmein").unwrap().as_str(), PLAIN);
}
