//! Unstructured text (A.8): form C, and marks in invisible characters.

#![no_main]

use aimark::{Error, Format, InputError, fuzzing, normalize};
use aimark_fuzz::{SIGNER, generated, round_trip_in, sign_context, text, verify};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let words = text(data);
    let _ = verify(words.as_bytes(), Some(Format::PlainText));
    fuzzing::nfc(&words);
    let mut context = sign_context(Some([Format::PlainText, Format::Csv, Format::Tsv][data.len() % 3]));
    context.padded = data.len() / 3 % 2 == 1;
    let signed = round_trip_in(words.as_bytes(), &context, &generated());
    let normal = normalize(&words);
    assert!(signed.is_none() || words == normal, "a text that is not in form C was signed");
    if signed.is_none() && words != normal {
        // Said to be out of form, it can be signed once it is in form, unless something else is wrong with it.
        let error = aimark::sign(words.as_bytes(), &generated(), &SIGNER, &context).err();
        if matches!(error, Some(Error::Input(InputError::NotNormalized { .. }))) {
            let error = aimark::sign(normal.as_bytes(), &generated(), &SIGNER, &context).err();
            assert!(!matches!(error, Some(Error::Input(InputError::NotNormalized { .. }))));
        }
    }
    let _ = round_trip_in(normal.as_bytes(), &context, &generated());
});
