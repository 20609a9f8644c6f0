//! Unicode normalization form C, which plain text must be in before it is signed.

use aimark::{Error, InputError};

use crate::failure::Failure;
use crate::shown::is_deceptive;
use crate::words::{Words, say};

/// More characters than this are not shown, whatever is piled up on one letter.
const SHOWN: usize = 8;

pub(crate) fn is_missing(error: &Error) -> bool {
    matches!(error, Error::Input(InputError::NotNormalized { .. }))
}

/// The text in form C.
pub(crate) fn normalized(asset: &[u8]) -> Vec<u8> {
    // The core knows the form of texts only, so nothing is replaced.
    aimark::normalize(&String::from_utf8_lossy(asset)).into_bytes()
}

/// Why `asset` cannot be signed; where it is for want of form C, with the place as editors count it.
pub(crate) fn explained(error: Error, asset: &[u8]) -> Failure {
    let place = match error {
        Error::Input(InputError::NotNormalized { at, .. }) => place(asset, at),
        _ => None,
    };
    match place {
        Some(place) => Failure::input(say!("not-normalized", place = place)).hint(say!("hint-normalize")),
        None => error.into(),
    }
}

fn place(asset: &[u8], at: u64) -> Option<Words> {
    let text = std::str::from_utf8(asset).ok()?;
    let (before, rest) = text.split_at_checked(usize::try_from(at).ok()?)?;
    let characters = combination(rest);
    let codes: Vec<String> = characters.chars().map(|c| format!("U+{:04X}", u32::from(c))).collect();
    let mut shown = codes.join(" ");
    if !characters.contains(is_deceptive) {
        shown = format!("{shown} \"{characters}\"");
    }
    let mut lines = before.trim_start_matches('\u{feff}').rsplit('\n');
    let column = lines.next().map_or(0, |line| line.chars().count()).saturating_add(1);
    let line = lines.count().saturating_add(1);
    let (line, column, at) = (line.to_string(), column.to_string(), at.to_string());
    Some(say!("not-normalized-place", characters = shown, line = line, column = column, at = at))
}

/// The first character with those that join it: a letter and its accents.
fn combination(text: &str) -> &str {
    let mut chars = text.char_indices().take(SHOWN).map(|(at, c)| at.saturating_add(c.len_utf8()));
    let mut whole = chars.next().and_then(|end| text.get(..end)).unwrap_or_default();
    for longer in chars.filter_map(|end| text.get(..end)) {
        let alone = longer.get(whole.len()..).unwrap_or_default();
        if aimark::normalize(longer) == [aimark::normalize(whole).as_str(), alone].concat() {
            break;
        }
        whole = longer;
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_named_as_editors_count() {
        let cases = [
            ("e\u{301}x", 0, "U+0065 U+0301 \"e\u{301}\" at line 1, column 1 (byte 0)"),
            ("я\nяe\u{301}", 5, "U+0065 U+0301 \"e\u{301}\" at line 2, column 2 (byte 5)"),
            ("\u{feff}a\u{212b}", 4, "U+212B \"\u{212b}\" at line 1, column 2 (byte 4)"),
            ("q\u{301}\u{323}", 1, "U+0301 U+0323 \"\u{301}\u{323}\" at line 1, column 2 (byte 1)"),
            ("", 0, " \"\" at line 1, column 1 (byte 0)"),
        ];
        for (text, at, expected) in cases {
            assert_eq!(place(text.as_bytes(), at).unwrap().english(), expected);
        }
        assert_eq!(place("é".as_bytes(), 1), None);
        assert_eq!(place(b"x", 2), None);
    }

    #[test]
    fn a_pile_of_accents_is_not_shown_whole() {
        let pile = format!("e{}", "\u{301}\u{323}".repeat(1000));
        assert!(combination(&pile).chars().count() <= SHOWN);
    }
}
