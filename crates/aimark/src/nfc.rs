//! Unicode normalization form C (UAX 15): is a text in it, and where not.
//!
//! Most text needs no look at the tables: ASCII, and the letters and ideographs of blocks in which no character
//! combines with another. What is left is judged by the library, a stretch at a time.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The most combining characters in a row that other readers take (UAX 15, stream-safe text format).
const MOST_MARKS: usize = 30;

/// The first place where a text is not such as all readers see in the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The first character that form C would write otherwise, and its offset in bytes.
    NotNormal { at: usize, character: char },
    /// A row of too many combining characters, and where the stretch that holds it begins.
    TooManyMarks { at: usize },
}

/// Whether `text` is in form C, without overlong rows of combining characters.
pub(crate) fn check(text: &str) -> Result<(), Fault> {
    let bytes = text.as_bytes();
    let mut at = 0;
    // The last character that nothing before it can change: where a stretch to be judged begins.
    let mut stable = 0;
    while at < bytes.len() {
        let plain = plain_run(bytes.get(at..).unwrap_or_default());
        if plain > 0 {
            at = at.saturating_add(plain);
            stable = last_character(bytes, at);
            continue;
        }
        let end = next_plain(text, at);
        judge(text.get(stable..end).unwrap_or_default(), stable)?;
        at = end;
        stable = end;
    }
    Ok(())
}

/// `text` in Unicode normalization form C, which plain text must be in to be signed.
///
/// ```
/// assert_eq!(aimark::normalize("e\u{301}"), "é");
/// ```
pub fn normalize(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let (mut at, mut stable) = (0, 0);
    while at < bytes.len() {
        // Stretches as in `check`: what is plain stays as it is, and is copied whole.
        let plain = plain_run(bytes.get(at..).unwrap_or_default());
        let end = if plain > 0 { at.saturating_add(plain) } else { next_plain(text, at) };
        let next = if plain > 0 { last_character(bytes, end) } else { end };
        let stretch = text.get(stable..next).unwrap_or_default();
        if plain > 0 {
            out.push_str(stretch);
        } else {
            out.extend(stretch.nfc());
        }
        (at, stable) = (end, next);
    }
    out.push_str(text.get(stable..).unwrap_or_default());
    out
}

/// The last place at or before `near` where normalization can begin anew: before a character that starts a
/// combination and joins nothing.
pub(crate) fn boundary(text: &str, near: usize) -> usize {
    let near = (0..=near.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let begins = |at: &usize| {
        let next = text.get(*at..).and_then(|rest| rest.chars().next());
        next.is_none_or(|c| {
            canonical_combining_class(c) == 0 && is_nfc_quick(core::iter::once(c)) == IsNormalized::Yes
        })
    };
    (0..=near).rev().filter(|at| text.is_char_boundary(*at)).find(begins).unwrap_or(0)
}

fn has_too_many_marks(stretch: &str) -> bool {
    let mut row = 0_usize;
    stretch.chars().any(|c| {
        row = if canonical_combining_class(c) == 0 { 0 } else { row.saturating_add(1) };
        row > MOST_MARKS
    })
}

fn judge(stretch: &str, at: usize) -> Result<(), Fault> {
    let normal = match is_nfc_quick(stretch.chars()) {
        IsNormalized::Yes => true,
        IsNormalized::No => false,
        IsNormalized::Maybe => stretch.nfc().eq(stretch.chars()),
    };
    if normal {
        return if has_too_many_marks(stretch) { Err(Fault::TooManyMarks { at }) } else { Ok(()) };
    }
    let same = stretch.nfc().zip(stretch.chars()).take_while(|(n, c)| n == c);
    let before: usize = same.map(|(_, c)| c.len_utf8()).sum();
    let character = stretch.get(before..).and_then(|rest| rest.chars().next()).unwrap_or('\u{fffd}');
    Err(Fault::NotNormal { at: at.saturating_add(before), character })
}

/// Bytes that are looked at together.
const MANY: usize = 32;

/// How many bytes at the start of `bytes`, which is UTF-8, are whole plain characters.
fn plain_run(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    loop {
        rest = after_plain_leads(rest);
        // Where many at a time fail, go on one by one for as long before trying again.
        let enough = rest.len().saturating_sub(MANY);
        while rest.len() > enough {
            match after_plain(rest) {
                Some(after) => rest = after,
                None => return bytes.len().saturating_sub(rest.len()),
            }
        }
        if rest.is_empty() {
            return bytes.len();
        }
    }
}

/// What follows a stretch in which every byte continues a plain character or, with the two after it, begins one. Of the
/// same blocks as [`after_plain`]; written without branches, so that the compiler can compare many bytes at once.
fn after_plain_leads(bytes: &[u8]) -> &[u8] {
    let mut whole = 0_usize;
    // Two bytes more than are judged: what the last of them begins.
    while let Some(many) = bytes.get(whole..).and_then(|rest| rest.first_chunk()) {
        if !are_plain_by_themselves(many) && !are_plain_leads(many) {
            break;
        }
        whole = whole.saturating_add(MANY);
    }
    let rest = bytes.get(whole..).unwrap_or_default();
    // The last character may go on into what follows.
    let within = rest.iter().take_while(|b| **b & 0xc0 == 0x80).count();
    rest.get(within..).unwrap_or_default()
}

/// Whether the first [`MANY`] bytes do what [`is_plain_by_itself`] asks.
fn are_plain_by_themselves(many: &[u8; MANY + 2]) -> bool {
    many.iter().take(MANY).fold(true, |all, a| all & is_plain_by_itself(*a))
}

/// Whether the first [`MANY`] bytes do what [`is_plain_lead`] asks.
fn are_plain_leads(many: &[u8; MANY + 2]) -> bool {
    let (second, third) = (many.iter().skip(1), many.iter().skip(2));
    let three = many.iter().zip(second).zip(third);
    three.fold(true, |all, ((a, b), c)| all & is_plain_lead(*a, *b, *c))
}

/// Whether a byte continues a character, or begins one that is plain whatever follows: ASCII, Latin, Cyrillic,
/// ideographs, Hangul.
#[inline]
fn is_plain_by_itself(a: u8) -> bool {
    let ideograph = (0xe5..=0xe9).contains(&a);
    (a < 0xcc) | (a == 0xd0) | (a == 0xd1) | (a == 0xd3) | (a == 0xd4) | ideograph | (a == 0xeb) | (a == 0xec)
}

/// Whether a byte continues a character, or begins a plain one together with the next two.
#[inline]
fn is_plain_lead(a: u8, b: u8, c: u8) -> bool {
    let within = |x: u8, low: u8, high: u8| (low..=high).contains(&x);
    let kana = ((b == 0x80) & (c <= 0xa9))
        | ((b == 0x81) & (c >= 0x81))
        | (b == 0x83)
        | ((b == 0x82) & ((c <= 0x96) | (c >= 0xa0)));
    is_plain_by_itself(a)
        | ((a == 0xd2) & (b >= 0x8a))
        | ((a == 0xd8) & (b >= 0xa0))
        | ((a == 0xd9) & (b <= 0x8a))
        | ((a == 0xe1) & within(b, 0xb8, 0xbb))
        | ((a == 0xe2) & (b == 0x80) & (c >= 0x82))
        | ((a == 0xe3) & kana)
        | ((a == 0xe4) & (b >= 0xb8))
        | ((a == 0xef) & within(b, 0xbc, 0xbd))
        | ((a == 0xf0) & (b == 0x9f))
}

/// What follows a plain character at the start: one that is in form C, starts a new combination, and never joins
/// what stands before it. The blocks are chosen for the languages they serve; a test holds each of their characters
/// against the library's tables.
fn after_plain(bytes: &[u8]) -> Option<&[u8]> {
    match bytes {
        [0..=0x7f, after @ ..]
        // U+0080..U+02FF Latin, U+0400..U+047F and U+04C0..U+053F Cyrillic.
        | [0xc2..=0xcb | 0xd0 | 0xd1 | 0xd3 | 0xd4, _, after @ ..]
        // U+048A..U+04BF: Cyrillic after its combining marks.
        | [0xd2, 0x8a..=0xbf, after @ ..]
        // U+0620..U+064A: Arabic letters.
        | [0xd8, 0xa0..=0xbf, after @ ..]
        | [0xd9, 0x80..=0x8a, after @ ..]
        // U+0904..U+0939, U+093D..U+094C: Devanagari letters and vowel signs.
        | [0xe0, 0xa4, 0x84..=0xb9 | 0xbd..=0xbf, after @ ..]
        | [0xe0, 0xa5, 0x80..=0x8c, after @ ..]
        // U+1E00..U+1EFF: Latin of Vietnamese.
        | [0xe1, 0xb8..=0xbb, _, after @ ..]
        // U+2002..U+203F: spaces, dashes and quotes, but not the two spaces that are written otherwise.
        | [0xe2, 0x80, 0x82..=0xbf, after @ ..]
        // U+3000..U+3029, U+3041..U+3096, U+30A0..U+30FF: punctuation, kana.
        | [0xe3, 0x80, 0x80..=0xa9, after @ ..]
        | [0xe3, 0x81, 0x81..=0xbf, after @ ..]
        | [0xe3, 0x82, 0x80..=0x96 | 0xa0..=0xbf, after @ ..]
        | [0xe3, 0x83, _, after @ ..]
        // U+4E00..U+9FFF: ideographs.
        | [0xe4, 0xb8..=0xbf, _, after @ ..]
        | [0xe5..=0xe9, _, _, after @ ..]
        // U+B000..U+CFFF: most of Hangul.
        | [0xeb | 0xec, _, _, after @ ..]
        // U+FF00..U+FF7F: full-width forms.
        | [0xef, 0xbc | 0xbd, _, after @ ..]
        // U+1F000..U+1FFFF: pictographs.
        | [0xf0, 0x9f, _, _, after @ ..] => Some(after),
        _ => None,
    }
}

fn next_plain(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    for character in text.get(from..).unwrap_or_default().chars() {
        let here = bytes.get(at..).unwrap_or_default();
        if at > from && after_plain(here).is_some() {
            return at;
        }
        at = at.saturating_add(character.len_utf8());
    }
    at
}

/// Where the character that ends at `end` begins.
fn last_character(bytes: &[u8], end: usize) -> usize {
    let before = bytes.get(..end).unwrap_or_default();
    before.iter().rposition(|b| b & 0xc0 != 0x80).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copying_what_is_plain_changes_nothing() {
        for word in ["e\u{301}", "\u{301}", "\u{1100}\u{1161}", "\u{212b}", "\u{326}\u{301}", "ё", "中文", ""]
        {
            for (before, after) in [
                ("", ""),
                ("a", "b"),
                ("e", "\u{301}"),
                ("каз", "e\u{301}\u{326}x"),
                ("\u{1100}", "\u{11a8}"),
            ] {
                let text = [before, word, after, &"plain words ".repeat(4), word].concat();
                assert_eq!(normalize(&text), text.nfc().collect::<String>(), "{text:?}");
            }
        }
    }

    #[test]
    fn a_plain_character_is_in_form_c_and_joins_nothing_before_it() {
        let mut plain = 0;
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            if plain_run(text.as_bytes()) == 0 {
                continue;
            }
            plain += 1;
            assert_eq!(plain_run(text.as_bytes()), text.len(), "U+{:04X}", u32::from(c));
            assert_eq!(is_nfc_quick(core::iter::once(c)), IsNormalized::Yes, "U+{:04X}", u32::from(c));
            assert_eq!(canonical_combining_class(c), 0, "U+{:04X}", u32::from(c));
        }
        assert!(plain > 20_000);
    }

    /// At every place in what is looked at together, and across its end.
    #[test]
    fn many_bytes_at_once_are_judged_as_one_by_one() {
        for c in '\0'..=char::MAX {
            let alone = plain_run(c.to_string().as_bytes()) > 0;
            for before in [5, MANY - 2, MANY - 1] {
                let text = format!("{}{c}{}", "a".repeat(before), "a".repeat(2 * MANY));
                let together = plain_run(text.as_bytes()) == text.len();
                assert_eq!(together, alone, "U+{:04X} after {before}", u32::from(c));
            }
        }
    }

    #[test]
    fn the_answer_is_the_library_s_for_all_mixtures() {
        let parts = [
            "a", "е", "\u{301}", "\u{327}", "é", "가", "\u{1100}", "\u{1161}", "\u{11a8}", "Å", "\u{212b}",
            "漢",
        ];
        let mut index = [0; 4];
        loop {
            let text: String = index.iter().map(|i| parts[*i]).collect();
            let normal: String = text.nfc().collect();
            assert_eq!(check(&text).is_ok(), normal == text, "{text:?}");
            assert_eq!(check(&normal), Ok(()), "{normal:?}");
            let Some(digit) = index.iter().position(|i| *i + 1 < parts.len()) else { break };
            index[..digit].fill(0);
            index[digit] += 1;
        }
    }

    #[test]
    fn the_place_is_the_first_character_that_would_be_written_otherwise() {
        let at = |text: &str| check(text).unwrap_err();
        assert_eq!(at("кафе\u{301}, e\u{301}"), Fault::NotNormal { at: 12, character: 'e' });
        assert_eq!(at("10 \u{212b}"), Fault::NotNormal { at: 3, character: '\u{212b}' });
        assert_eq!(at("\u{1100}\u{1161}"), Fault::NotNormal { at: 0, character: '\u{1100}' });
        assert_eq!(at(&format!("x{}", "\u{301}".repeat(31))), Fault::TooManyMarks { at: 0 });
        assert_eq!(check(&format!("x{}", "\u{301}".repeat(30))), Ok(()));
        assert_eq!(check(""), Ok(()));
        assert_eq!(check(&"a".repeat(1000)), Ok(()));
    }
}
