use super::*;
use crate::language::Language;

fn core_errors() -> Vec<Error> {
    let now = "2026-11-21T00:00:00Z".parse().unwrap();
    let signer = |error: SignerError| Error::Signer(error);
    let profile = |fault| signer(SignerError::Profile(fault));
    let certificate = |error: CertificateError| signer(SignerError::Certificate(error));
    vec![
        InputError::NotNormalized { at: 7, character: '\u{301}' }.into(),
        InputError::NotUtf8 { at: 7 }.into(),
        InputError::NotAsSaid(aimark::Format::PlainText).into(),
        InputError::AlreadyLabelled { signer: "S".into() }.into(),
        aimark::sign(
            b"\x89PNG\r\n\x1a\n",
            &aimark::Label::new(aimark::Origin::Generated),
            &signer_of_tests(),
            &aimark::SignContext::new(now, [1; 32]),
        )
        .unwrap_err(),
        Error::Unsupported("not a PNG, JPEG or WebP image, nor text in UTF-8"),
        Error::Unsupported("text in UTF-16 or UTF-32; convert it to UTF-8 first"),
        Error::Unsupported("something else"),
        Error::Internal("something"),
        signer(KeyError::NotPkcs8.into()),
        signer(KeyError::Encrypted.into()),
        signer(KeyError::NotEd25519.into()),
        signer(KeyError::Mismatch.into()),
        certificate(CertificateError::NoCertificate),
        certificate(CertificateError::TooMany { most: 9 }),
        certificate(CertificateError::TooLong { found: 9, most: 8 }),
        certificate(CertificateError::Pem { index: 2 }),
        certificate(CertificateError::Der { index: 2 }),
        profile(ProfileFault::Version),
        profile(ProfileFault::UniqueId),
        profile(ProfileFault::SignatureAlgorithm),
        profile(ProfileFault::Organization),
        profile(ProfileFault::Authority),
        profile(ProfileFault::KeyUsage),
        profile(ProfileFault::Purpose),
        profile(ProfileFault::ForbiddenPurpose),
        profile(ProfileFault::NoAuthorityKeyId),
        profile(ProfileFault::CriticalExtension),
        signer(SignerError::KeyType),
        signer(SignerError::OutsideValidity { not_before: now, not_after: now, at: now }),
        signer(SignerError::DoesNotFit),
        signer(SignerError::WrongSignature),
    ]
}

fn identity_errors() -> Vec<IdentityError> {
    let subject = |field| IdentityError::Subject { field, rule: "must be so" };
    vec![
        subject(SubjectField::Country),
        subject(SubjectField::Organization),
        subject(SubjectField::CommonName),
        IdentityError::Days { days: 0 },
        IdentityError::Dates,
        IdentityError::Randomness,
        IdentityError::PemMissing { expected: "CERTIFICATE" },
        IdentityError::KeyMalformed,
        IdentityError::KeyUnsupported,
        IdentityError::KeyEncrypted,
        IdentityError::PassphraseEmpty,
        IdentityError::PassphraseWrong,
        IdentityError::EncryptionUnsupported,
        IdentityError::EncryptionTooCostly,
        IdentityError::CertificateMalformed { position: 3 },
        IdentityError::Encoding,
    ]
}

fn signer_of_tests() -> aimark::Signer {
    let subject = aimark_identity::Subject::new("KZ", "O", "N").unwrap();
    let mut random = [0; 96];
    random.iter_mut().zip(0..).for_each(|(byte, n)| *byte = n);
    let new = aimark_identity::Identity::generate(&subject, 1_780_000_000, 1000, &random).unwrap();
    aimark::Signer::from_pem(new.certificate_pem().as_bytes(), new.key_pem().as_bytes()).unwrap()
}

/// In English as the libraries say it, and in the other languages otherwise.
fn check(words: &Words, display: &str) {
    assert_eq!(words.english(), display);
    for language in [Language::Russian, Language::Kazakh] {
        assert_ne!(words.in_language(language), display, "{language:?}");
    }
}

#[test]
fn each_error_is_said_as_its_library_says_it_and_in_other_languages() {
    core_errors().iter().for_each(|error| check(&core(error), &error.to_string()));
    identity_errors().iter().for_each(|error| check(&identity(error), &error.to_string()));
}

#[test]
fn each_fault_of_a_list_is_said_as_its_library_says_it_and_in_other_languages() {
    let (purpose, subject) = (Purpose::Signing, || "CN=x".to_owned());
    let errors = [
        ListError::TooLong { found: 9, allowed: 8 },
        ListError::TooMany { allowed: 8 },
        ListError::NotText,
        ListError::Certificate(IdentityError::KeyMalformed),
        ListError::NotAnAuthority { position: 2, subject: subject() },
        ListError::NoneValid,
        ListError::OtherPurpose { position: 2, purpose, subject: subject() },
        ListError::PurposeUnknown,
        ListError::Mixed,
        ListError::Purpose { found: purpose, wanted: Purpose::TimeStamping },
        ListError::Stored,
    ];
    errors.iter().for_each(|error| check_whole(&list(error), &error.to_string()));
}

#[test]
fn each_reason_of_a_signer_not_accepted_is_said_in_each_language() {
    let reasons = [
        NotAccepted::NoAnchors,
        NotAccepted::NoPath,
        NotAccepted::Expired,
        NotAccepted::Algorithm,
        NotAccepted::TooManyPaths,
        NotAccepted::Rule("x".to_owned()),
    ];
    reasons.iter().for_each(|reason| check_whole(&not_accepted(reason), &reason.to_string()));
}

#[test]
fn each_error_about_other_makers_credentials_is_said_in_each_language() {
    use aimark_c2pa::Error;
    let errors = [
        Error::Input("x".to_owned()),
        Error::Limit { what: "boxes", found: 9, limit: 8 },
        Error::Unsupported("x".to_owned()),
        Error::Misuse("x".to_owned()),
        Error::Internal("x".to_owned()),
    ];
    errors.iter().for_each(|error| check_whole(&elsewhere(error), &error.to_string()));
}

/// No English in parentheses is left of what is known.
fn check_whole(words: &Words, display: &str) {
    check(words, display);
    for language in [Language::Russian, Language::Kazakh] {
        let said = words.in_language(language);
        assert!(!said.contains("must") && !said.contains("is "), "{said}");
    }
}

#[test]
fn each_problem_of_a_field_is_said_in_each_language() {
    use aimark::Field;
    let long = "x".repeat(1025);
    for (field, text) in [
        (Field::Provider, " "),
        (Field::Provider, "a\u{1b}"),
        (Field::Notice, long.as_str()),
        (Field::ProviderCode, "00"),
        (Field::DetectorUrl, "http://x"),
        (Field::NoticeLanguage, "x"),
    ] {
        let mut label = aimark::Label::new(aimark::Origin::Generated);
        let error = Error::Misuse(label.set(field, text).map(drop).unwrap_err());
        check_whole(&core(&error), &error.to_string());
    }
}

#[test]
fn each_problem_of_a_name_is_said_in_each_language() {
    let new = aimark_identity::Subject::new;
    let long = "x".repeat(65);
    for subject in [
        new("kz", "O", "N"),
        new("KZ", "", "N"),
        new("KZ", "O", &long),
        new("KZ", "O", "a\u{200b}"),
        new("KZ", " O", "N"),
    ] {
        let error = subject.map(drop).unwrap_err();
        check_whole(&identity(&error), &error.to_string());
    }
}
