//! Texts of strangers, made safe to show.

/// Most characters of a fact that is passed on.
const MOST: usize = 256;
/// Most characters of a fault: the list of what would have been right is long.
const MOST_OF_A_FAULT: usize = 1024;

/// The beginning of a text in one line, without characters that would steer a terminal or reorder what is read.
pub(crate) fn shown(text: &str) -> String {
    cut(text, MOST)
}

/// The same for what is wrong with a file.
pub(crate) fn fault(text: &str) -> String {
    cut(text, MOST_OF_A_FAULT)
}

fn cut(text: &str, most: usize) -> String {
    let mut out: String = text.chars().take(most).map(safe).collect();
    if text.chars().nth(most).is_some() {
        out.push('…');
    }
    out
}

fn safe(c: char) -> char {
    match c {
        '\n' | '\t' => ' ',
        _ if is_unsafe(c) => '\u{fffd}',
        _ => c,
    }
}

/// The same characters that a label may not hold.
pub(crate) fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
