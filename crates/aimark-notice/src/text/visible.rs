//! What readers see of a text: lines without markup, comments and characters that show nothing.

use super::html::{Piece, pieces};
use super::{TextKind, front_matter};
use crate::wish::is_unseen;

/// The lines that are seen, with single spaces and without empty ones.
pub(super) fn lines(text: &str, kind: TextKind) -> Vec<String> {
    let seen = match kind {
        TextKind::Plain => text.to_owned(),
        TextKind::Html => html(text),
        TextKind::Markdown => markdown(text),
    };
    let seen = without_labels(&seen);
    seen.split(is_break).map(line).filter(|line| !line.is_empty()).collect()
}

fn is_break(letter: char) -> bool {
    matches!(letter, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn line(text: &str) -> String {
    let seen: String = text.chars().filter(|letter| !is_unseen(*letter)).collect();
    seen.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A C2PA label in a text is for machines (C2PA 2.4, A.7 and A.8).
fn without_labels(text: &str) -> String {
    let (begin, end) = ("-----BEGIN C2PA MANIFEST-----", "-----END C2PA MANIFEST-----");
    let mut seen = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(begin) {
        let Some((_, after)) = after.split_once(end) else { break };
        seen.push_str(before);
        seen.push('\n');
        rest = after;
    }
    seen.push_str(rest);
    seen
}

/// Elements that do not begin a new line.
const INLINE: [&str; 22] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "kbd", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "time", "u", "wbr",
];
/// Elements whose content is not shown in the page.
const UNSEEN: [&str; 18] = [
    "head", "iframe", "noscript", "noembed", "noframes", "script", "style", "template", "textarea", "title",
    "datalist", "audio", "video", "canvas", "object", "select", "dialog", "svg",
];
/// Elements that have no content and no end.
const VOID: [&str; 9] = ["br", "hr", "img", "input", "link", "meta", "source", "wbr", "col"];

fn html(text: &str) -> String {
    let mut seen = String::new();
    // The element that hides, and how many of its name are open.
    let mut hiding: Option<(String, usize)> = None;
    for (piece, range) in pieces(text) {
        match piece {
            Piece::Text if hiding.is_none() => seen.push_str(&unescaped(text.get(range).unwrap_or_default())),
            Piece::Open { name, .. }
                if name == "body" && hiding.as_ref().is_some_and(|(by, _)| by == "head") =>
            {
                hiding = None;
            }
            Piece::Open { name, hidden } => {
                match &mut hiding {
                    Some((by, depth)) if *by == name => *depth = depth.saturating_add(1),
                    Some(_) => {}
                    None if VOID.contains(&name.as_str()) => {}
                    None if hidden || UNSEEN.contains(&name.as_str()) => hiding = Some((name.clone(), 1)),
                    None => {}
                }
                break_line(&mut seen, &name);
            }
            Piece::Close { name } => {
                if let Some((by, depth)) = &mut hiding
                    && *by == name
                {
                    *depth = depth.saturating_sub(1);
                    if *depth == 0 {
                        hiding = None;
                    }
                }
                break_line(&mut seen, &name);
            }
            Piece::Text | Piece::Other => {}
        }
    }
    seen
}

fn break_line(seen: &mut String, name: &str) {
    if !INLINE.contains(&name) {
        seen.push('\n');
    }
}

fn unescaped(text: &str) -> String {
    let mut seen = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        seen.push_str(before);
        // No farther than the longest name that is known: a text of nothing but `&` would cost its square.
        let near = after.bytes().take(9).position(|byte| byte == b';');
        let entity = near.and_then(|end| after.get(..end).zip(after.get(end.saturating_add(1)..)));
        match entity.and_then(|(name, after)| Some((character(name)?, after))) {
            Some((letter, after)) => {
                seen.push(letter);
                rest = after;
            }
            None => {
                seen.push('&');
                rest = after;
            }
        }
    }
    seen.push_str(rest);
    seen
}

fn character(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => {
            let digits = name.strip_prefix('#')?;
            let number = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16),
                None => digits.parse(),
            };
            char::from_u32(number.ok()?)
        }
    }
}

fn markdown(text: &str) -> String {
    let body = text.get(front_matter(text)..).unwrap_or_default();
    let seen = html(body);
    seen.split('\n').filter(|line| !is_definition(line)).map(unmarked).collect::<Vec<_>>().join("\n")
}

/// `[name]: address "title"` is shown nowhere. It is also how comments are written in Markdown.
fn is_definition(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with('[') && line.split_once("]:").is_some_and(|(name, _)| !name.contains('\n'))
}

/// What is shown of a line with pictures and links: no address, no title, and nothing of a picture's description.
fn without_addresses(line: &str) -> String {
    let mut seen = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("](") {
        let Some((_, after)) = after.split_once(')') else { break };
        match before.rfind("![") {
            Some(at) => seen.push_str(before.get(..at).unwrap_or_default()),
            None => seen.push_str(before),
        }
        seen.push(' ');
        rest = after;
    }
    seen.push_str(rest);
    seen
}

fn unmarked(line: &str) -> String {
    let line = without_addresses(line);
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '#'));
    line.chars().filter(|c| !matches!(c, '*' | '`' | '\\' | '~')).collect()
}
