//! Certificates of every kind, the same in every run: fixed keys, dates and serial numbers.

use rcgen::{
    BasicConstraints, CertificateParams, CustomExtension, DnType, ExtendedKeyUsagePurpose, IsCa, Issuer,
    KeyPair, KeyUsagePurpose, SerialNumber, date_time_ymd,
};

pub const CLAIM_SIGNING: &[u64] = &[1, 3, 6, 1, 4, 1, 62558, 2, 1];

/// An Ed25519 key from a seed, as rcgen and as PKCS#8 PEM.
pub fn key(seed: u8) -> (KeyPair, String) {
    let der =
        [&b"\x30\x2e\x02\x01\x00\x30\x05\x06\x03\x2b\x65\x70\x04\x22\x04\x20"[..], &[seed; 32]].concat();
    let key = KeyPair::try_from(der.as_slice()).unwrap();
    let pem = key.serialize_pem();
    (key, pem)
}

/// The parameters of a sound signing certificate.
pub fn leaf() -> CertificateParams {
    let mut params = named("a signer");
    params.is_ca = IsCa::ExplicitNoCa;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![
        ExtendedKeyUsagePurpose::Other(CLAIM_SIGNING.to_vec()),
        ExtendedKeyUsagePurpose::EmailProtection,
    ];
    params.use_authority_key_identifier_extension = true;
    params
}

/// The parameters of a certificate authority.
pub fn authority(name: &str) -> CertificateParams {
    let mut params = named(name);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    params
}

fn named(name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    params.distinguished_name = rcgen::DistinguishedName::new();
    params.distinguished_name.push(DnType::OrganizationName, "aimark");
    params.distinguished_name.push(DnType::CommonName, name);
    params.serial_number = Some(SerialNumber::from(vec![1, 2, 3]));
    params.not_before = date_time_ymd(2026, 1, 1);
    params.not_after = date_time_ymd(2036, 1, 1);
    params
}

/// A certificate for the key `seed`, made with `params` and issued by the authority `root` with key 9.
pub fn issue(params: &CertificateParams, seed: u8) -> Vec<u8> {
    let (root, _) = key(9);
    let issuer = Issuer::new(authority("root"), root);
    params.signed_by(&key(seed).0, &issuer).unwrap().der().to_vec()
}

/// A key usage extension with any bits, critical or not.
pub fn key_usage(critical: bool, bits: &[u8]) -> CustomExtension {
    let mut extension = CustomExtension::from_oid_content(&[2, 5, 29, 15], bits.to_vec());
    extension.set_criticality(critical);
    extension
}
