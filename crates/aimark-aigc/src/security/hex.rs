//! Hexadecimal, in either case.

/// At most `most` bytes. `None`: longer, of an odd length, or not hexadecimal.
pub(super) fn decode(text: &str, most: usize) -> Option<Vec<u8>> {
    if text.len() > most.saturating_mul(2) {
        return None;
    }
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    rest.is_empty().then_some(())?;
    pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect()
}

pub(super) fn encode(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02X}")).collect()
}

fn digit(c: u8) -> Option<u8> {
    char::from(c).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
