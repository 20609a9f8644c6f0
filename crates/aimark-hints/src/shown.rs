//! Text from outside, made safe to show and short.

/// Stands at the end of a text that was cut.
const MORE: char = '…';

/// Whether `c` would move, hide or reorder what a reader sees.
///
/// The joiners U+200C and U+200D stay: Persian, Indic names and emoji need them.
fn is_deceptive(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// `text` in at most `most` characters: white space as single blanks, deceptive characters as `\u{...}`.
pub(crate) fn shown(text: &str, most: usize) -> String {
    let (mut out, mut len) = (String::new(), 0_usize);
    let mut blank = false;
    for c in text.trim().chars() {
        if c.is_whitespace() {
            blank = true;
            continue;
        }
        let piece = piece(c);
        let size = piece.chars().count().saturating_add(usize::from(blank));
        // One place is kept for the sign that there is more.
        if len.saturating_add(size) >= most {
            out.extend((most > 0).then_some(MORE));
            return out;
        }
        out.extend(blank.then_some(' '));
        out.push_str(&piece);
        len = len.saturating_add(size);
        blank = false;
    }
    out
}

fn piece(c: char) -> String {
    if is_deceptive(c) { c.escape_unicode().collect() } else { c.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_deceives_is_escaped_and_lines_are_joined() {
        assert_eq!(shown(" a\r\n\tb \u{1b}[2J\u{202e}c ", 99), "a b \\u{1b}[2J\\u{202e}c");
        assert_eq!(shown("нейросеть 漢字", 99), "нейросеть 漢字");
    }

    #[test]
    fn what_is_long_is_cut() {
        assert_eq!(shown("abcdef", 5), "abcd…");
        assert_eq!(shown("abcd\u{7}", 9), "abcd…");
        assert_eq!(shown("abcd", 5), "abcd");
        assert_eq!(shown("abcd", 0), "");
    }
}
