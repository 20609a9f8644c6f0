//! UUIDs of version 4 (RFC 9562, 5.4), made from randomness and in their one text form. Nothing else of UUIDs is needed.

const DIGITS: &[u8; 16] = b"0123456789abcdef";
/// Where the text form has its hyphens.
const HYPHENS: [usize; 4] = [8, 13, 18, 23];

/// The UUID with these random bits, as 32 hexadecimal digits.
pub(crate) fn digits(random: [u8; 16]) -> String {
    let mut bits = u128::from_be_bytes(random);
    bits = bits & !(0xf << 76) | 0x4 << 76;
    bits = bits & !(0x3 << 62) | 0x2 << 62;
    format!("{bits:032x}")
}

/// The same in groups: `xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx`.
pub(crate) fn hyphenated(random: [u8; 16]) -> String {
    let mut text = digits(random);
    HYPHENS.iter().for_each(|at| text.insert(*at, '-'));
    text
}

/// Whether this is the text form of a UUID of version 4, in lower case.
pub(crate) fn is_canonical(text: &str) -> bool {
    let sound = |(at, byte): (usize, &u8)| match at {
        _ if HYPHENS.contains(&at) => *byte == b'-',
        14 => *byte == b'4',
        _ => DIGITS.contains(byte),
    };
    text.len() == 36 && text.as_bytes().iter().enumerate().all(|(at, byte)| sound((at, byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_and_variant_take_their_bits_and_the_rest_is_random() {
        assert_eq!(hyphenated([0; 16]), "00000000-0000-4000-8000-000000000000");
        assert_eq!(hyphenated([0xff; 16]), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        let counted = core::array::from_fn(|i| u8::try_from(i).unwrap());
        assert_eq!(hyphenated(counted), "00010203-0405-4607-8809-0a0b0c0d0e0f");
        assert_eq!(digits(counted), "000102030405460788090a0b0c0d0e0f");
    }

    #[test]
    fn one_spelling_is_canonical() {
        assert!(is_canonical(&hyphenated([0xab; 16])));
        for text in [
            "",
            "abababab-abab-4bab-abab-ababababababa",
            "abababab-abab-4bab-abab-abababababa",
            "ABABABAB-abab-4bab-abab-abababababab",
            "abababab-abab-1bab-abab-abababababab",
            "abababababab-4bab-abab-abababababab-",
            "abababab-abab-4bab-abab-ababababababg",
            "abababab_abab-4bab-abab-abababababab",
            "abababab-abab-4bab-abab-ababababab\u{e9}",
        ] {
            assert!(!is_canonical(text), "{text}");
        }
    }
}
