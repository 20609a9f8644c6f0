//! The statuses: one table of numbers and names. A number is never used again for something else.

use core::ffi::{CStr, c_char};

/// How a call went. 0 is the only yes. 1 to 99: it was examined, and the answer is no. 100 and more: it could not be
/// done, grouped by who is at fault. Programs must expect numbers that this header does not know yet.
pub type aimark_status = i32;

/// Done. From `aimark_verify`: the label is intact, bound to these bytes, and its signer is one you accept.
pub const AIMARK_OK: aimark_status = 0;

/// No label was found. This says nothing about the content.
pub const AIMARK_UNMARKED: aimark_status = 1;
/// The label is intact and bound to these bytes, but its signer is not one you accept.
pub const AIMARK_UNTRUSTED: aimark_status = 2;
/// A content credential of another maker's shape, which this library does not judge.
pub const AIMARK_FOREIGN: aimark_status = 3;
/// The content is not the one that was signed.
pub const AIMARK_ALTERED: aimark_status = 4;
/// The signature does not hold.
pub const AIMARK_BAD_SIGNATURE: aimark_status = 5;
/// The label breaks a rule or was altered; the report's findings say how.
pub const AIMARK_BAD_LABEL: aimark_status = 6;
/// Label and content are those that were signed, but the signing certificate was not valid at the time of judgement.
pub const AIMARK_EXPIRED: aimark_status = 7;

/// Argument: one is NULL, has a wrong length, or a number that is not one of those listed.
pub const AIMARK_E_ARGUMENT: aimark_status = 100;
/// Argument: a text is not UTF-8. The error has the offset.
pub const AIMARK_E_UTF8: aimark_status = 101;
/// Argument: the object did its work, or failed at it, and can do nothing more. Free it.
pub const AIMARK_E_SPENT: aimark_status = 102;
/// Argument: what a label states breaks a rule. The error names the field.
pub const AIMARK_E_FIELD: aimark_status = 103;

/// Unsupported: the asset is of no kind that is handled; or this library was built without what was asked for.
pub const AIMARK_E_UNSUPPORTED: aimark_status = 120;
/// Unsupported: the media type is none that is handled.
pub const AIMARK_E_MEDIA_TYPE: aimark_status = 121;

/// Asset: the container is damaged. The error has the offset.
pub const AIMARK_E_MALFORMED: aimark_status = 140;
/// Asset: the text is not UTF-8. The error has the offset.
pub const AIMARK_E_NOT_UTF8: aimark_status = 141;
/// Asset: the text is not in Unicode normalization form C. The error has the offset; see `aimark_normalize`.
pub const AIMARK_E_NOT_NORMALIZED: aimark_status = 142;
/// Asset: the content is not of the media type that was said.
pub const AIMARK_E_NOT_AS_SAID: aimark_status = 143;
/// Asset: it carries a content credential or a mark already, which another would break or contradict.
pub const AIMARK_E_ALREADY_LABELLED: aimark_status = 144;

/// A limit of the options was passed.
pub const AIMARK_E_LIMIT: aimark_status = 160;

/// Key: the private key cannot be used.
pub const AIMARK_E_KEY: aimark_status = 180;
/// Key: certificates cannot be read.
pub const AIMARK_E_CERTIFICATE: aimark_status = 181;
/// Key: the signing certificate does not meet the profile of C2PA, or its key is not Ed25519.
pub const AIMARK_E_PROFILE: aimark_status = 182;
/// Key: the signing certificate is not valid at the time of signing.
pub const AIMARK_E_VALIDITY: aimark_status = 183;
/// Key: the private key does not belong to the signing certificate.
pub const AIMARK_E_KEY_MISMATCH: aimark_status = 184;

/// Signer: the callback did not sign.
pub const AIMARK_E_SIGNER: aimark_status = 200;
/// Signer: a signature made elsewhere is not one of the certificate over the bytes that were to be signed.
pub const AIMARK_E_WRONG_SIGNATURE: aimark_status = 201;
/// Signer: the signature has no room in a text's label, as happens once in ten thousand million times. Sign again.
pub const AIMARK_E_RETRY: aimark_status = 202;

/// Internal: a fault of this library. Please report it.
pub const AIMARK_E_INTERNAL: aimark_status = 220;
/// Internal: the operating system gave no randomness.
pub const AIMARK_E_RANDOM: aimark_status = 221;
/// Internal: the clock is set before 1970 or after 9999.
pub const AIMARK_E_CLOCK: aimark_status = 222;
/// Internal: there is not enough memory for the result.
pub const AIMARK_E_MEMORY: aimark_status = 223;

/// Every status and its name.
const NAMES: [(aimark_status, &CStr); 32] = [
    (AIMARK_OK, c"AIMARK_OK"),
    (AIMARK_UNMARKED, c"AIMARK_UNMARKED"),
    (AIMARK_UNTRUSTED, c"AIMARK_UNTRUSTED"),
    (AIMARK_FOREIGN, c"AIMARK_FOREIGN"),
    (AIMARK_ALTERED, c"AIMARK_ALTERED"),
    (AIMARK_BAD_SIGNATURE, c"AIMARK_BAD_SIGNATURE"),
    (AIMARK_BAD_LABEL, c"AIMARK_BAD_LABEL"),
    (AIMARK_EXPIRED, c"AIMARK_EXPIRED"),
    (AIMARK_E_ARGUMENT, c"AIMARK_E_ARGUMENT"),
    (AIMARK_E_UTF8, c"AIMARK_E_UTF8"),
    (AIMARK_E_SPENT, c"AIMARK_E_SPENT"),
    (AIMARK_E_FIELD, c"AIMARK_E_FIELD"),
    (AIMARK_E_UNSUPPORTED, c"AIMARK_E_UNSUPPORTED"),
    (AIMARK_E_MEDIA_TYPE, c"AIMARK_E_MEDIA_TYPE"),
    (AIMARK_E_MALFORMED, c"AIMARK_E_MALFORMED"),
    (AIMARK_E_NOT_UTF8, c"AIMARK_E_NOT_UTF8"),
    (AIMARK_E_NOT_NORMALIZED, c"AIMARK_E_NOT_NORMALIZED"),
    (AIMARK_E_NOT_AS_SAID, c"AIMARK_E_NOT_AS_SAID"),
    (AIMARK_E_ALREADY_LABELLED, c"AIMARK_E_ALREADY_LABELLED"),
    (AIMARK_E_LIMIT, c"AIMARK_E_LIMIT"),
    (AIMARK_E_KEY, c"AIMARK_E_KEY"),
    (AIMARK_E_CERTIFICATE, c"AIMARK_E_CERTIFICATE"),
    (AIMARK_E_PROFILE, c"AIMARK_E_PROFILE"),
    (AIMARK_E_VALIDITY, c"AIMARK_E_VALIDITY"),
    (AIMARK_E_KEY_MISMATCH, c"AIMARK_E_KEY_MISMATCH"),
    (AIMARK_E_SIGNER, c"AIMARK_E_SIGNER"),
    (AIMARK_E_WRONG_SIGNATURE, c"AIMARK_E_WRONG_SIGNATURE"),
    (AIMARK_E_RETRY, c"AIMARK_E_RETRY"),
    (AIMARK_E_INTERNAL, c"AIMARK_E_INTERNAL"),
    (AIMARK_E_RANDOM, c"AIMARK_E_RANDOM"),
    (AIMARK_E_CLOCK, c"AIMARK_E_CLOCK"),
    (AIMARK_E_MEMORY, c"AIMARK_E_MEMORY"),
];

/// The name of a status as it stands in this header, `"AIMARK_E_LIMIT"` say; `"AIMARK_E_UNKNOWN"` for a number
/// that is none.
///
/// The text is static, ends with a NUL, and is never freed. Any thread.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_status_name(status: aimark_status) -> *const c_char {
    let known = NAMES.iter().find(|row| row.0 == status).map(|row| row.1);
    known.unwrap_or(c"AIMARK_E_UNKNOWN").as_ptr()
}

/// The groups, first and last number of each: yes, the other answers, and who is at fault.
const GROUPS: [(aimark_status, aimark_status); 9] =
    [(0, 0), (1, 99), (100, 119), (120, 139), (140, 159), (160, 179), (180, 199), (200, 219), (220, 239)];

/// A wrong table does not compile. Only the source has the names of the constants, so that this file reads itself: each
/// constant has its row, in the same order, with its own number and name. `tests/status.rs` shows that it bites.
const _: () = {
    let mut source: &[u8] = include_bytes!("status.rs");
    let mut rows: &[(aimark_status, &CStr)] = &NAMES;
    let mut last = -1;
    while !source.is_empty() {
        source = after_line(source);
        let Some(constant) = after(source, b"pub const ") else { continue };
        assert!(!rows.is_empty(), "a constant without a row");
        let Some(((number, name), rest)) = rows.split_first() else { break };
        let named = after(constant, name.to_bytes());
        assert!(matches!(named, Some([b':', ..])), "a row that does not have the name of its constant");
        assert!(number_in(constant) == *number, "a row that does not have the number of its constant");
        assert!(*number > last, "numbers that do not ascend");
        assert!(is_in_a_group(*number), "a number in no group");
        let is_failure = after(name.to_bytes(), b"AIMARK_E_").is_some();
        assert!(is_failure == (*number >= 100), "a name that does not fit its group");
        last = *number;
        rows = rest;
    }
    assert!(rows.is_empty(), "a row without a constant");
};

/// What follows the next line break.
const fn after_line(mut text: &[u8]) -> &[u8] {
    while let [first, rest @ ..] = text {
        text = rest;
        if *first == b'\n' {
            break;
        }
    }
    text
}

/// What follows `start`, if `text` begins with it.
const fn after<'t>(mut text: &'t [u8], mut start: &[u8]) -> Option<&'t [u8]> {
    while let [wanted, more @ ..] = start {
        match text {
            [first, rest @ ..] if *first == *wanted => (text, start) = (rest, more),
            _ => return None,
        }
    }
    Some(text)
}

/// The number that stands before the next semicolon, with what else is said there left out.
const fn number_in(mut text: &[u8]) -> aimark_status {
    let mut number: aimark_status = 0;
    while let [first, rest @ ..] = text {
        text = rest;
        let digit = match *first {
            b';' => break,
            // It begins here: a name may have digits of its own.
            b'=' => {
                number = 0;
                continue;
            }
            b'0' => 0,
            b'1' => 1,
            b'2' => 2,
            b'3' => 3,
            b'4' => 4,
            b'5' => 5,
            b'6' => 6,
            b'7' => 7,
            b'8' => 8,
            b'9' => 9,
            _ => continue,
        };
        number = number.saturating_mul(10).saturating_add(digit);
    }
    number
}

const fn is_in_a_group(number: aimark_status) -> bool {
    let mut groups: &[(aimark_status, aimark_status)] = &GROUPS;
    while let [(first, last), rest @ ..] = groups {
        if *first <= number && number <= *last {
            return true;
        }
        groups = rest;
    }
    false
}
