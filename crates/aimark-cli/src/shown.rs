//! Text from outside, made safe to show: file names, certificates and labels may be made to deceive.

use std::fmt::Write as _;
use std::path::Path;

/// Whether `c` would move, hide or reorder what a reader sees.
///
/// The joiners U+200C and U+200D stay: Persian, Indic names and emoji need them.
pub(crate) fn is_deceptive(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// `text` with every deceptive character written as `\u{...}`, so that it is one line.
pub(crate) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_deceptive(c) { out.extend(c.escape_unicode()) } else { out.push(c) }
    }
    out
}

/// How a path is named in every message: as it is where that is unmistakable, else quoted and escaped.
///
/// A name with a colon and a space is quoted too: it could pose as a verdict about another file.
pub(crate) fn shown(path: &Path) -> String {
    shown_bytes(path.as_os_str().as_encoded_bytes())
}

/// The same of a path's bytes.
pub(crate) fn shown_bytes(path: &[u8]) -> String {
    let plain = core::str::from_utf8(path).ok().filter(|name| is_unmistakable(name));
    plain.map_or_else(|| quoted(path), str::to_owned)
}

fn is_unmistakable(name: &str) -> bool {
    !name.is_empty()
        && name.trim() == name
        && !name.contains(": ")
        && !name.contains(|c| c == '"' || is_deceptive(c))
}

fn quoted(name: &[u8]) -> String {
    let mut out = String::from("\"");
    for chunk in name.utf8_chunks() {
        for c in chunk.valid().chars() {
            match c {
                '"' | '\\' => out.extend(['\\', c]),
                _ if is_deceptive(c) => out.extend(c.escape_unicode()),
                _ => out.push(c),
            }
        }
        for byte in chunk.invalid() {
            // Writing to a string cannot fail.
            let _ = write!(out, "\\x{byte:02x}");
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinary_names_are_shown_as_they_are() {
        for name in ["a.png", "фото 1.jpg", "C:\\x\\y.webp", "-", "a:b.png", "👩\u{200d}🔬.png"] {
            assert_eq!(shown(Path::new(name)), name);
        }
    }

    #[test]
    fn deceptive_names_are_quoted_and_escaped() {
        let cases = [
            ("", "\"\""),
            (" a", "\" a\""),
            ("a\u{1b}[2Jb", "\"a\\u{1b}[2Jb\""),
            ("gpj\u{202e}.png", "\"gpj\\u{202e}.png\""),
            ("a\nb\\", "\"a\\u{a}b\\\\\""),
            ("x.png: trusted", "\"x.png: trusted\""),
            ("say \"hi\"", "\"say \\\"hi\\\"\""),
        ];
        for (name, expected) in cases {
            assert_eq!(shown(Path::new(name)), expected);
        }
    }

    #[cfg(unix)]
    #[test]
    fn names_that_are_not_text_are_shown_by_their_bytes() {
        use std::os::unix::ffi::OsStrExt as _;
        let name = std::ffi::OsStr::from_bytes(b"a\xff.png");
        assert_eq!(shown(Path::new(name)), "\"a\\xff.png\"");
    }

    #[test]
    fn text_stays_on_its_line() {
        assert_eq!(visible("a\r\nb\u{9b}c"), "a\\u{d}\\u{a}b\\u{9b}c");
    }
}
