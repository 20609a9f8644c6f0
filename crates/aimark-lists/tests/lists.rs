//! The lists that are shipped, and files that may or may not replace them.

#![allow(clippy::unwrap_used, reason = "tests fail loudly")]

use std::collections::BTreeSet;

use aimark_identity::{Identity, Subject};
use aimark_lists::{Date, Limits, List, ListError, Purpose, Snapshot, built_in};
use sha2::{Digest, Sha256};

/// 2026-09-01.
const NOW: i64 = 1_788_220_800;

fn parse(text: &str, purpose: Option<Purpose>) -> Result<Snapshot, ListError> {
    Snapshot::parse(text.as_bytes(), purpose, Date::of(NOW).unwrap(), NOW, &Limits::default())
}

/// The certificates of a list for which something holds, as a text.
fn some(list: &List, wanted: impl Fn(&aimark_lists::CertificateSummary) -> bool) -> String {
    const END: &str = "-----END CERTIFICATE-----\n";
    let described = list.certificates().unwrap();
    let blocks = list.pem.split_inclusive(END).zip(described);
    blocks.filter(|(_, one)| wanted(one)).map(|(block, _)| block).collect()
}

#[test]
fn what_is_shipped_is_what_is_said() {
    for (purpose, count) in [(Purpose::Signing, 30), (Purpose::TimeStamping, 22)] {
        let list = built_in(purpose);
        let digest: String = Sha256::digest(list.pem.as_bytes()).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(list.sha256, digest);
        assert!(include_str!("../data/NOTICE.md").contains(&digest));
        assert_eq!(list.date.to_string().parse(), Ok(list.date), "it is a day");
        let certificates = list.certificates().unwrap();
        assert_eq!(certificates.len(), count);
        let distinct: BTreeSet<_> = certificates.iter().map(|one| &one.fingerprint).collect();
        assert_eq!(distinct.len(), count);
        // What is shipped could also be given, and tells its purpose by itself.
        assert_eq!(parse(&list.pem, None).unwrap().list().purpose, purpose);
    }
}

#[test]
fn roots_stand_in_both_lists_and_restricted_authorities_in_one() {
    let [signing, stamping] = Purpose::ALL.map(|purpose| built_in(purpose).certificates().unwrap());
    let shared: Vec<_> =
        signing.iter().filter(|one| stamping.iter().any(|o| o.fingerprint == one.fingerprint)).collect();
    assert_eq!(shared.len(), 16);
    assert!(shared.iter().all(|one| one.extended_key_usages.is_empty()));
}

#[test]
fn a_list_is_for_one_purpose() {
    let (signing, stamping) = (built_in(Purpose::Signing), built_in(Purpose::TimeStamping));
    for (list, other) in [(&signing, Purpose::TimeStamping), (&stamping, Purpose::Signing)] {
        let refused = parse(&list.pem, Some(other));
        assert!(
            matches!(refused, Err(ListError::OtherPurpose { purpose, .. }) if purpose == other),
            "{refused:?}"
        );
    }
    assert_eq!(parse(&[&*signing.pem, &*stamping.pem].concat(), None), Err(ListError::Mixed));
    let roots = some(&signing, |one| one.extended_key_usages.is_empty());
    assert_eq!(parse(&roots, None), Err(ListError::PurposeUnknown));
    assert!(
        parse(&roots, Some(Purpose::Signing)).is_ok() && parse(&roots, Some(Purpose::TimeStamping)).is_ok()
    );
}

#[test]
fn what_cannot_be_a_list_is_refused() {
    let identity = {
        let subject = Subject::new("KZ", "aimark", "aimark default").unwrap();
        Identity::generate(&subject, NOW, 10, &core::array::from_fn(|i| u8::try_from(i).unwrap())).unwrap()
    };
    let signing = built_in(Purpose::Signing);
    let with_leaf = [&*signing.pem, identity.certificate_pem()].concat();
    assert!(matches!(parse(&with_leaf, None), Err(ListError::NotAnAuthority { position: 31, .. })));
    let twice = parse(&some(&signing, |_| true).repeat(2), None).unwrap();
    assert_eq!(twice.list().certificates(), signing.certificates());
    assert!(matches!(parse("", None), Err(ListError::Certificate(_))));
    assert!(
        matches!(parse(signing.pem.get(..2000).unwrap(), None), Err(ListError::Certificate(_))),
        "a file that was cut"
    );
    let soon = NOW + 100 * 365 * 86_400;
    let late =
        Snapshot::parse(signing.pem.as_bytes(), None, Date::of(NOW).unwrap(), soon, &Limits::default());
    assert_eq!(late, Err(ListError::NoneValid));
    let limited =
        |limits| Snapshot::parse(signing.pem.as_bytes(), None, Date::of(NOW).unwrap(), NOW, &limits);
    let few = limited(Limits { certificates: 29, ..Limits::default() });
    assert_eq!(few, Err(ListError::TooMany { allowed: 29 }));
    let short = limited(Limits { bytes: 37_910, ..Limits::default() });
    assert_eq!(short, Err(ListError::TooLong { found: 37_911, allowed: 37_910 }));
    let bytes = [signing.pem.as_bytes(), b"\xff"].concat();
    let not_text = Snapshot::parse(&bytes, None, Date::of(NOW).unwrap(), NOW, &Limits::default());
    assert_eq!(not_text, Err(ListError::NotText));
}

#[test]
fn what_is_kept_comes_back_or_is_refused() {
    let snapshot = parse(&built_in(Purpose::Signing).pem, None).unwrap();
    let stored = snapshot.to_stored();
    let back = |text: &str| Snapshot::from_stored(text.as_bytes(), &Limits::default());
    assert_eq!(back(&stored), Ok(snapshot));
    for (was, is) in [
        ("aimark trust list", "another list"),
        ("purpose: signing", "purpose: cooking"),
        ("date: 2026-09-01", "date: 2026-09-31"),
        ("sha256: 75", "sha256: 57"),
        ("O=Google LLC, C=US", "O=Google Ltd, C=US"),
        ("\n\nSubject", "\nSubject"),
    ] {
        assert!(stored.contains(was), "{was}");
        assert_eq!(back(&stored.replacen(was, is, 1)), Err(ListError::Stored), "{is}");
    }
    let moved = stored.replacen("purpose: signing", "purpose: time-stamping", 1);
    assert!(matches!(back(&moved), Err(ListError::OtherPurpose { .. })));
}
