//! HTML (C2PA 2.4, A.7): the label is a script element at the end of the head.
//!
//! Not at its beginning: a browser looks for the character encoding in the first 1024 bytes.

use core::ops::Range;

use base64ct::{Base64, Encoding};

use super::{Format, Found, MalformedAsset};

const OPEN: &str = "<script type=\"application/c2pa\">";
const CLOSE: &str = "</script>";

/// What a walk over a document's head found.
pub(super) struct Head {
    pub(super) labels: Vec<Found<'static>>,
    /// Where the end tag of the head begins.
    pub(super) end: Option<usize>,
}

/// Walks `text` to the end of its head. Elements after it, in comments and in scripts do not count.
///
/// What no head can hold (words, an element of the body, an end tag that closes nothing) ends the head for a browser
/// without a word; then there is no place for a label, because readers would no longer look for it.
pub(super) fn scan(text: &str) -> Head {
    let mut head = Head { labels: Vec::new(), end: None };
    let mut at = 0_usize;
    while let Some(tag) = next_tag(text, at).filter(|_| head.labels.len() < super::ENOUGH) {
        match tag.name.as_str() {
            "/head" => {
                head.end = Some(tag.range.start);
                break;
            }
            "script" => {
                let Some(close) = end_tag(text, tag.range.end, "script") else { break };
                if is_label(text.get(tag.range.clone()).unwrap_or_default()) {
                    head.labels.push(label(text, tag.range.start..close.end, tag.range.end..close.start));
                }
                at = close.end;
            }
            // A template may hold a head of its own.
            "style" | "title" | "noscript" | "template" => {
                let Some(close) = end_tag(text, tag.range.end, &tag.name) else { break };
                let inside = text.get(tag.range.end..close.start).unwrap_or_default();
                if tag.name == "template" && inside.contains('<') {
                    break;
                }
                at = close.end;
            }
            "html" | "head" | "base" | "link" | "meta" | "!doctype" | "?xml" => at = tag.range.end,
            _ => break,
        }
    }
    head
}

/// The place for a label in a document without one.
///
/// Refused are documents in which other readers would not find it: some of them take everything that looks like a
/// label for one, also in comments, and some take a byte order mark for the beginning of the body.
pub(super) fn place(head: &Head, text: &str) -> Result<usize, MalformedAsset> {
    let bad = |at, problem| MalformedAsset { format: Format::Html, at, problem };
    if text.starts_with('\u{feff}') {
        return Err(bad(0, "a byte order mark before the document"));
    }
    let lower = text.to_ascii_lowercase();
    let talk = ["application/c2pa", "c2pa-manifest"].iter().find_map(|word| lower.find(word));
    if let Some(at) = talk {
        return Err(bad(at, "the document talks about C2PA manifests where readers would look for one"));
    }
    head.end
        .ok_or(bad(text.len(), "there is no <head> ... </head> of head elements only, to put the label into"))
}

struct Tag {
    /// In lower case; an end tag's begins with a slash.
    name: String,
    range: Range<usize>,
}

/// The next tag, if nothing but white space and comments stands before it.
fn next_tag(text: &str, from: usize) -> Option<Tag> {
    let mut at = from;
    loop {
        let rest = text.get(at..)?;
        let here = rest.trim_start_matches([' ', '\t', '\n', '\r', '\u{c}']);
        let start = at.saturating_add(rest.len().saturating_sub(here.len()));
        let Some(comment) = here.strip_prefix("<!--") else {
            let name: String = here.strip_prefix('<')?.chars().take_while(|c| is_name(*c)).collect();
            let end = start.saturating_add(tag_len(here)?);
            return Some(Tag { name: name.to_ascii_lowercase(), range: start..end });
        };
        let len = comment.find("-->")?;
        let inside = comment.get(..len)?;
        // Ends that browsers see and others do not.
        if inside.is_empty() && comment.starts_with('>') || inside.starts_with('>') || inside.contains("--!>")
        {
            return None;
        }
        at = start.saturating_add(4 + 3).saturating_add(len);
    }
}

/// Whether a character belongs to the name of a tag, or marks what kind of tag it is. An end tag has a slash before
/// its name; one after a name ends it for everybody else, and makes it unknown here.
fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || "/!?-".contains(c)
}

/// The length of the tag at the start of `text`: to the first `>` outside quotes.
fn tag_len(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at.saturating_add(1)),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    None
}

/// The end tag that closes an element whose content is not markup.
fn end_tag(text: &str, from: usize, name: &str) -> Option<Range<usize>> {
    let mut at = from;
    loop {
        let start = at.saturating_add(memchr::memmem::find(text.as_bytes().get(at..)?, b"</")?);
        let rest = text.get(start.saturating_add(2)..)?;
        let named = rest.get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name));
        let ended = rest.get(name.len()..).is_some_and(|r| r.starts_with(['>', '/', ' ', '\t', '\n', '\r']));
        if named && ended {
            return Some(start..start.saturating_add(tag_len(text.get(start..)?)?));
        }
        at = start.saturating_add(2);
    }
}

/// Whether a script's start tag says that it holds a manifest store, in any spelling.
fn is_label(tag: &str) -> bool {
    tag.to_ascii_lowercase().contains("application/c2pa")
}

fn label(text: &str, whole: Range<usize>, inside: Range<usize>) -> Found<'static> {
    let content = text.get(inside.clone()).unwrap_or_default();
    let base64 = content.trim_matches([' ', '\t', '\n', '\r', '\u{c}']);
    let framed = text.get(whole.start..inside.start) == Some(OPEN)
        && text.get(inside.end..whole.end) == Some(CLOSE)
        && (content == base64 || content == format!("\n{base64}\n"));
    let deviation = (!framed).then_some("the label's element is not as aimark writes it");
    match Base64::decode_vec(base64) {
        Ok(store) => Found { deviation, ..Found::new(whole, store.into()) },
        Err(_) => {
            Found { fault: Some("the label is not sound Base64"), ..Found::new(whole, Vec::new().into()) }
        }
    }
}

pub(super) fn framed_len(store_len: usize) -> usize {
    let base64 = store_len.div_ceil(3).saturating_mul(4);
    base64.saturating_add(OPEN.len()).saturating_add(CLOSE.len())
}

pub(super) fn frame(store: &[u8]) -> Vec<u8> {
    [OPEN, &Base64::encode_string(store), CLOSE].concat().into_bytes()
}
