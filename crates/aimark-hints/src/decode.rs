//! Bytes of a stated or unstated encoding as text. Never fails: what is no text is shown as what it might be.

use std::borrow::Cow;

/// UTF-8, or Latin-1 where it is not that: what standards say and what files have differ.
pub(crate) fn text(bytes: &[u8]) -> Cow<'_, str> {
    match core::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        // A text that a limit cut within a character is still UTF-8.
        Err(error) if error.error_len().is_none() => {
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            Cow::Borrowed(core::str::from_utf8(good).unwrap_or_default())
        }
        Err(_) => Cow::Owned(bytes.iter().copied().map(char::from).collect()),
    }
}

/// UTF-16 of either order. A mark of order decides, else where the zeros are, else what the caller expects.
pub(crate) fn utf16(bytes: &[u8], big_endian: bool) -> String {
    let (bytes, big_endian) = match bytes {
        [0xfe, 0xff, rest @ ..] => (rest, true),
        [0xff, 0xfe, rest @ ..] => (rest, false),
        _ => (bytes, likely_big_endian(bytes).unwrap_or(big_endian)),
    };
    let (pairs, _) = bytes.as_chunks::<2>();
    let units = pairs
        .iter()
        .map(|pair| if big_endian { u16::from_be_bytes(*pair) } else { u16::from_le_bytes(*pair) });
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The marks that are looked for have letters of ASCII in them, whose other byte is zero.
fn likely_big_endian(bytes: &[u8]) -> Option<bool> {
    let (pairs, _) = bytes.as_chunks::<2>();
    let first = pairs.iter().filter(|[a, _]| *a == 0).count();
    let second = pairs.iter().filter(|[_, b]| *b == 0).count();
    (first != second).then_some(first > second)
}

/// The text of an EXIF comment (Exif 3.0, 4.6.6 `UserComment`): eight bytes that name the encoding, then the text.
pub(crate) fn user_comment(bytes: &[u8], big_endian: bool) -> Cow<'_, str> {
    match bytes.split_at_checked(8) {
        Some((b"UNICODE\0", rest)) => Cow::Owned(utf16(rest, big_endian)),
        // JIS X 0208 is not decoded, but the letters of ASCII in it stand for themselves.
        Some((b"ASCII\0\0\0" | b"JIS\0\0\0\0\0" | [0, 0, 0, 0, 0, 0, 0, 0], rest)) => text(rest),
        _ => text(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_is_read() {
        assert_eq!(text("ключ".as_bytes()), "ключ");
        assert_eq!(text(b"caf\xe9 \xe9"), "café é");
        assert_eq!(text(b"ab\xd0"), "ab");
        assert_eq!(utf16(b"a\0b\0", true), "ab");
        assert_eq!(utf16(b"\xfe\xff\x6f\x22", false), "漢");
        assert_eq!(utf16(b"\x6f\x22", true), "漢");
        assert_eq!(user_comment(b"UNICODE\0\0x\0y", false), "xy");
        assert_eq!(user_comment(b"ASCII\0\0\0xy", false), "xy");
        assert_eq!(user_comment(b"xy", false), "xy");
    }
}
