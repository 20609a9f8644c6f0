//! The implicit label of GB 45438-2025, Annex E: `{"Label":"1","ContentProducer":...}`, alone or as the value of `AIGC`.
//!
//! Files in the wild break the rules: numbers for strings, YAML for JSON, quotes escaped twice. So this reads what
//! follows the key `Label`, whatever stands around it.

use crate::finder::{Finder, Place};
use crate::{Kind, Says};

/// Reads what stands in a place that is meant for such a label.
pub(crate) fn read(finder: &mut Finder<'_>, place: Place, key: &str, text: &str) {
    let says = label(text).map_or(Says::Involved, says);
    finder.add(Kind::AigcLabel, says, place, key, text);
}

/// Reads the label in a text that may be anything else. Whether there was one.
pub(crate) fn read_in(finder: &mut Finder<'_>, place: Place, key: &str, text: &str) -> bool {
    let named = text.contains("ContentProducer") || text.contains("AIGC");
    let Some(value) = named.then(|| label(text)).flatten() else { return false };
    finder.add(Kind::AigcLabel, says(value), place, key, text);
    true
}

/// Whether a text says what `Label` is.
pub(crate) fn has_label(text: &str) -> bool {
    label(text).is_some()
}

/// Annex E c): 1 is AI's, 2 possibly, 3 suspected.
pub(crate) fn says(label: &str) -> Says {
    match label {
        "1" => Says::Generated,
        "2" | "3" => Says::Suspected,
        "0" | "false" | "no" | "none" => Says::NotAi,
        // Such as `Label: AIGC`.
        _ => Says::Involved,
    }
}

/// What stands for `Label` in a text.
fn label(text: &str) -> Option<&str> {
    text.match_indices("Label").find_map(|(at, name)| {
        let (before, rest) = text.split_at_checked(at)?;
        let after = rest.strip_prefix(name)?;
        if before.chars().next_back().is_some_and(char::is_alphanumeric) {
            return None;
        }
        let value = skip_quotes(skip_quotes(after).strip_prefix([':', '='])?);
        let value = value.split(|c: char| c.is_whitespace() || "\"'\\,;&}".contains(c)).next()?;
        (!value.is_empty()).then_some(value)
    })
}

/// Quotes as they are, as escaped in JSON, or in XML.
fn skip_quotes(mut text: &str) -> &str {
    loop {
        text = text.trim_start_matches(['"', '\'', '\\', ' ', '\t']);
        match text.strip_prefix("&quot;").or_else(|| text.strip_prefix("&#34;")) {
            Some(rest) => text = rest,
            None => return text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_as_they_are_found() {
        let cases = [
            (r#"{"Label":"1","ContentProducer":"x"}"#, Some("1")),
            (r#"{"AIGC":{"Label" : 2}}"#, Some("2")),
            (r#"{"AIGC":"{\"Label\":\"3\"}"}"#, Some("3")),
            ("{&quot;Label&quot;:&quot;1&quot;}", Some("1")),
            ("AIGC:\n  Label: '1'\n  ContentProducer: x", Some("1")),
            ("Label: AIGC", Some("AIGC")),
            (r#"{"ShelfLabel":"1"}"#, None),
            ("Label", None),
            ("Label:", None),
            ("Labels: 1, Label=1", Some("1")),
        ];
        for (text, expected) in cases {
            assert_eq!(label(text), expected, "{text}");
        }
    }
}
