//! Base32 (RFC 4648), upper case, without padding: how the ISCC is written.

const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// `bytes` as text.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let (mut text, mut bits, mut held) = (String::new(), 0_u32, 0_u32);
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        held = held.saturating_add(8);
        while held >= 5 {
            held = held.saturating_sub(5);
            text.extend(letter(bits >> held));
        }
    }
    if held > 0 {
        text.extend(letter(bits << 5_u32.saturating_sub(held)));
    }
    text
}

/// The bytes of a text that [`encode`] could have written; of any other, nothing.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0_u32);
    for letter in text.bytes() {
        let value = ALPHABET.iter().position(|known| *known == letter)?;
        bits = bits << 5 | u32::try_from(value).ok()?;
        held = held.saturating_add(5);
        if held >= 8 {
            held = held.saturating_sub(8);
            let [.., byte] = (bits >> held).to_be_bytes();
            bytes.push(byte);
        }
    }
    (encode(&bytes) == text).then_some(bytes)
}

/// The letter of the lowest 5 bits.
fn letter(bits: u32) -> Option<char> {
    ALPHABET.get(crate::num::place(bits & 31)).map(|letter| char::from(*letter))
}
