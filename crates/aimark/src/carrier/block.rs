//! Structured text (C2PA 2.4, A.9): the label is a comment of one line, between delimiters, with the manifest store
//! as a `data:` URI.
//!
//! It goes to the beginning of the file, or to its end where the first line has a meaning of its own. Both places
//! are such that the bytes left out of the hash are exactly the bytes that were added.

use base64ct::{Base64, Encoding};

use super::{Carrier, Comment, Format, Found, MalformedAsset};

const BEGIN: &str = "-----BEGIN C2PA MANIFEST-----";
const END: &str = "-----END C2PA MANIFEST-----";
const DATA: &str = "data:application/c2pa;base64,";

/// Where a block would go, and how it would look there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Site {
    pub(crate) at: usize,
    /// What the file ends its lines with.
    line_end: &'static str,
    comment: Comment,
}

/// Finds every block in `text`. Delimiters around anything but a `data:` URI are content.
pub(super) fn scan(text: &str) -> Vec<Found<'static>> {
    let mut labels = Vec::new();
    let mut from = 0_usize;
    // The next end delimiter is looked for once, however many beginnings stand before it.
    let mut next_end = find(text, END, 0);
    while let Some(begin) = find(text, BEGIN, from).filter(|_| labels.len() < super::ENOUGH) {
        let inside = begin.saturating_add(BEGIN.len());
        if next_end.is_some_and(|end| end < inside) {
            next_end = find(text, END, inside);
        }
        let Some(end) = next_end else { break };
        let after = end.saturating_add(END.len());
        let reference = text.get(inside..end).unwrap_or_default();
        from = inside;
        if let Some(data) = reference.trim_start_matches(SPACE).strip_prefix(DATA) {
            labels.push(block(text, begin..after, reference, data.trim_end_matches(SPACE)));
            from = after;
        }
    }
    labels
}

/// What may stand around a reference.
const SPACE: [char; 4] = [' ', '\t', '\r', '\n'];

fn find(text: &str, what: &str, from: usize) -> Option<usize> {
    let rest = text.as_bytes().get(from..)?;
    memchr::memmem::find(rest, what.as_bytes()).map(|at| from.saturating_add(at))
}

fn block(text: &str, delimited: core::ops::Range<usize>, reference: &str, data: &str) -> Found<'static> {
    let before = text.get(..delimited.start).unwrap_or_default();
    let after = text.get(delimited.end..).unwrap_or_default();
    let mut start = before.rfind('\n').map_or(0, |newline| newline.saturating_add(1));
    let end = after
        .find('\n')
        .map_or(text.len(), |newline| delimited.end.saturating_add(newline).saturating_add(1));
    let prefix = text.get(start..delimited.start).unwrap_or_default();
    let suffix = text.get(delimited.end..end).unwrap_or_default();
    let suffix = suffix.strip_suffix("\r\n").or_else(|| suffix.strip_suffix('\n')).unwrap_or(suffix);
    if end == text.len() && start > 0 {
        // At the end of a file the line break before the block belongs to it.
        let kept = before.get(..start).unwrap_or_default();
        let without = kept.strip_suffix("\r\n").or_else(|| kept.strip_suffix('\n')).unwrap_or(kept);
        start = without.len();
    }
    let framed = is_ours(prefix, reference, suffix);
    let deviation = (!framed).then_some("the lines around the label are not as aimark writes them");
    match Base64::decode_vec(data) {
        Ok(store) => Found { deviation, ..Found::new(start..end, store.into()) },
        Err(_) => Found {
            fault: Some("the label is not sound Base64"),
            ..Found::new(start..end, Vec::new().into())
        },
    }
}

/// Whether the line is one that we, or the other writers known, would write: nothing signs it. The form on three
/// lines is what others put into front matter.
fn is_ours(prefix: &str, reference: &str, suffix: &str) -> bool {
    let one_line = reference.starts_with(' ') && reference.ends_with(' ') && count_spaces(reference) == 2;
    if one_line {
        let bare = [Comment { prefix: "", suffix: "" }, Comment { prefix: "<!--", suffix: "-->" }];
        let mut known = Format::all().filter_map(comment).chain(bare);
        return known.any(|c| prefix == spaced(c.prefix, "") && suffix == spaced("", c.suffix));
    }
    let between = |end: &str| reference.strip_prefix(end).and_then(|r| r.strip_suffix(end));
    let broken = |end: &str| between(end).is_some_and(|r| count_spaces(r) == 0);
    prefix.is_empty() && suffix.is_empty() && (broken("\r\n") || broken("\n"))
}

fn comment(format: Format) -> Option<Comment> {
    if let Carrier::Block(comment) = format.carrier() { Some(comment) } else { None }
}

fn count_spaces(text: &str) -> usize {
    text.chars().filter(|c| c.is_whitespace()).count()
}

fn spaced(prefix: &str, suffix: &str) -> String {
    match (prefix, suffix) {
        ("", "") => String::new(),
        ("", suffix) => format!(" {suffix}"),
        (prefix, _) => format!("{prefix} "),
    }
}

/// Refuses texts in which other readers would not find the block: some of them count delimiters in prose, and none
/// of them takes a bare carriage return for the end of a line.
pub(super) fn check(text: &str, format: Format) -> Result<(), MalformedAsset> {
    let bad = |at, problem| Err(MalformedAsset { format, at, problem });
    if let Some(at) = find(text, BEGIN, 0).or_else(|| find(text, END, 0)) {
        return bad(at, "the text holds a delimiter of C2PA manifests");
    }
    if let Some(at) = bare_return(text.as_bytes()) {
        return bad(at, "a carriage return that is not followed by a line feed");
    }
    // A note must not touch the cue before it.
    if format == Format::WebVtt && !text.ends_with('\n') {
        return bad(text.len(), "the last line has no line break");
    }
    Ok(())
}

/// Where a block goes in `text`.
pub(super) fn site(text: &str, format: Format, comment: Comment) -> Site {
    let line_end = if find(text, "\r\n", 0).is_some() { "\r\n" } else { "\n" };
    let at = if first_line_is_taken(text, format) { text.len() } else { 0 };
    Site { at, line_end, comment }
}

fn bare_return(bytes: &[u8]) -> Option<usize> {
    let mut returns = memchr::memchr_iter(b'\r', bytes);
    returns.find(|at| bytes.get(at.saturating_add(1)) != Some(&b'\n'))
}

/// Whether the first line must stay first.
fn first_line_is_taken(text: &str, format: Format) -> bool {
    let starts = |mark: &str| text.starts_with(mark);
    let always = starts("\u{feff}") || starts("#!") || starts("<?xml");
    always
        || match format {
            // Front matter; before it a comment would make it ordinary text, and inside it one of several lines, as
            // the specification has it, would not be YAML or TOML.
            Format::Markdown => starts("---") || starts("+++"),
            Format::Css => starts("@charset"),
            Format::Tex => starts("%&"),
            Format::WebVtt => true,
            _ => false,
        }
}

pub(super) fn framed_len(site: Site, store_len: usize) -> usize {
    let base64 = store_len.div_ceil(3).saturating_mul(4);
    frame(site, &[]).len().saturating_add(base64)
}

/// The block's line. At the end of a file it comes with a line feed of its own before it, and never a carriage
/// return: readers disagree about which of the two belong to the block.
pub(super) fn frame(site: Site, store: &[u8]) -> Vec<u8> {
    let Site { at, line_end, comment } = site;
    let prefix = spaced(comment.prefix, "");
    let suffix = spaced("", comment.suffix);
    let before = if at == 0 { "" } else { "\n" };
    let base64 = Base64::encode_string(store);
    format!("{before}{prefix}{BEGIN} {DATA}{base64} {END}{suffix}{line_end}").into_bytes()
}
