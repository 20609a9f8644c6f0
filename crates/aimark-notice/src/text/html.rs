//! HTML cut into tags, comments and text, as far as a notice needs it.

use std::ops::Range;

/// A piece of HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Text,
    Open {
        /// In small letters.
        name: String,
        hidden: bool,
    },
    Close {
        name: String,
    },
    /// A comment, a document type, a processing instruction, or what is cut off at the end.
    Other,
}

/// What is in these is no markup.
const RAW: [&str; 6] = ["script", "style", "textarea", "title", "xmp", "iframe"];

/// Cuts `text` into pieces that follow each other without a gap. The work is in proportion to its length.
pub(super) fn pieces(text: &str) -> Vec<(Piece, Range<usize>)> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut raw: Option<String> = None;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let (piece, len) = match &raw {
            Some(name) => (Piece::Text, end_of_raw(rest, name)),
            None => next(rest),
        };
        raw = match &piece {
            Piece::Open { name, .. } if RAW.contains(&name.as_str()) => Some(name.clone()),
            _ => None,
        };
        let end = at.saturating_add(len);
        if len > 0 {
            pieces.push((piece, at..end));
        }
        at = end;
    }
    pieces
}

fn next(rest: &str) -> (Piece, usize) {
    let bytes = rest.as_bytes();
    match bytes {
        [b'<', b'!', b'-', b'-', ..] => {
            let end = rest.get(4..).and_then(|inner| inner.find("-->"));
            (Piece::Other, end.map_or(rest.len(), |end| end.saturating_add(7)))
        }
        [b'<', b'!' | b'?', ..] => {
            (Piece::Other, rest.find('>').map_or(rest.len(), |end| end.saturating_add(1)))
        }
        [b'<', b'/', letter, ..] if letter.is_ascii_alphabetic() => {
            let (name, _, len) = tag(rest, 2);
            (Piece::Close { name }, len)
        }
        [b'<', letter, ..] if letter.is_ascii_alphabetic() => {
            let (name, attributes, len) = tag(rest, 1);
            (Piece::Open { name, hidden: hides(&attributes) }, len)
        }
        _ => {
            // A `<` that begins no tag is text.
            let end = bytes.iter().skip(1).position(|byte| *byte == b'<');
            (Piece::Text, end.map_or(rest.len(), |end| end.saturating_add(1)))
        }
    }
}

fn end_of_raw(rest: &str, name: &str) -> usize {
    let is_end = |at: usize| {
        let name_at = at.saturating_add(2);
        rest.get(name_at..name_at.saturating_add(name.len())).is_some_and(|n| n.eq_ignore_ascii_case(name))
    };
    rest.match_indices("</").map(|(at, _)| at).find(|at| is_end(*at)).unwrap_or(rest.len())
}

/// Name, attributes, and length with the closing bracket; brackets in quotes close nothing.
fn tag(rest: &str, skip: usize) -> (String, String, usize) {
    let mut quote = None;
    let mut len = rest.len();
    for (at, byte) in rest.bytes().enumerate().skip(skip) {
        match (quote, byte) {
            (None, b'>') => {
                len = at.saturating_add(1);
                break;
            }
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    let inside = rest.get(skip..len).unwrap_or_default().trim_end_matches('>');
    let end = inside.find(|c: char| c.is_ascii_whitespace() || c == '/').unwrap_or(inside.len());
    let (name, attributes) = inside.split_at_checked(end).unwrap_or((inside, ""));
    (name.to_ascii_lowercase(), attributes.to_ascii_lowercase(), len)
}

/// Whether attributes hide what is inside of the element.
fn hides(attributes: &str) -> bool {
    let is_hidden = attributes
        .split(|c: char| c.is_ascii_whitespace() || c == '/')
        .any(|word| word == "hidden" || word.starts_with("hidden="));
    let tight: String = attributes.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let style = tight.split_once("style=").map_or("", |(_, style)| style);
    let hiding =
        ["display:none", "visibility:hidden", "font-size:0", "opacity:0;", "opacity:0\"", "opacity:0'"];
    is_hidden || hiding.iter().any(|hiding| style.contains(hiding))
}
