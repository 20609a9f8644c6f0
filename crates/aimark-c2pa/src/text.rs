//! Texts of strangers, made safe to show: no characters that steer a terminal or reorder a line, and of bounded length.

use crate::Options;

/// What stands for a character that is not shown.
const REPLACEMENT: char = '\u{FFFD}';
/// What stands for what was cut off.
const CUT: char = '…';

impl Options {
    /// `text` without deceptive characters, and cut to [`Options::max_text`] characters.
    pub(crate) fn safe(&self, text: &str) -> String {
        let mut rest = text.chars();
        let mut safe: String = rest.by_ref().take(self.max_text).map(shown).collect();
        if rest.next().is_some() {
            safe.push(CUT);
        }
        safe
    }

    /// The same for something that may be absent. An empty text is absent.
    pub(crate) fn safe_some(&self, text: Option<&str>) -> Option<String> {
        text.filter(|text| !text.is_empty()).map(|text| self.safe(text))
    }
}

fn shown(c: char) -> char {
    if is_deceptive(c) { REPLACEMENT } else { c }
}

/// True for characters that move, hide or reorder text: controls, line and paragraph separators, directional marks and
/// overrides, invisible formatting, variation selectors and tags. The joiners U+200C and U+200D stay: names need them.
fn is_deceptive(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}
