//! Texts: front matter and fenced blocks of Markdown, and what a text says of itself in HTML or as XMP.

use crate::Kind;
use std::borrow::Cow;
use std::iter::Peekable;

use crate::carrier::html;
use crate::decode;
use crate::finder::{Finder, Place};
use crate::mark::{aigc, disclosure, source_type, xmp};

/// How much at the beginning and at the end of a text may hold front matter or a block that belongs to it.
const WINDOW: usize = 64 << 10;
/// Lines that a label has, at most, with some to spare.
const MOST_LINES: usize = 16;

pub(super) fn walk(finder: &mut Finder<'_>, asset: &[u8], media_type: Option<&str>) {
    // What is no text is not searched for tags.
    if memchr::memchr(0, asset.get(..1024).unwrap_or(asset)).is_some() {
        return;
    }
    let text = finder.bounded(asset, finder.limits().total_bytes);
    let start = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text).trim_ascii_start();
    let said = media_type.unwrap_or_default().to_ascii_lowercase();
    let is_html = said.contains("html");
    if !is_html
        && (said.contains("xml") || [&b"<?x"[..], b"<svg", b"<x:"].iter().any(|xml| start.starts_with(xml)))
    {
        // SVG, and packets that stand beside a file.
        let packet = text.get(..finder.limits().mark_bytes.min(text.len())).unwrap_or_default();
        if packet.len() < text.len() {
            finder.cut();
        }
        xmp::read(finder, Place::new("XMP", 0), packet);
    } else if is_html || start.first() == Some(&b'<') {
        html::walk(finder, text);
    } else {
        markdown(finder, text);
    }
}

fn markdown(finder: &mut Finder<'_>, text: &[u8]) {
    if text.len() <= WINDOW.saturating_mul(2) {
        return window(finder, text, 0);
    }
    window(finder, text.get(..WINDOW).unwrap_or_default(), 0);
    let start = text.len().saturating_sub(WINDOW);
    window(finder, text.get(start..).unwrap_or_default(), start);
}

/// What encloses lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    Front,
    Fence,
}

fn window(finder: &mut Finder<'_>, bytes: &[u8], start: usize) {
    let (mut block, mut next) = (None, start);
    // Each line is decoded by itself, so that places count bytes of the text as it is.
    let lines = bytes.split_inclusive(|byte| *byte == b'\n').map(|line| {
        let here = next;
        next = next.saturating_add(line.len());
        (here, decode::text(line))
    });
    let mut lines = lines.peekable();
    while let Some((at, line)) = lines.next() {
        block = block_from(&line, block);
        let Some(inside) = block else { continue };
        if !finder.item() {
            return;
        }
        let what = if inside == Block::Front { "front matter" } else { "fenced block" };
        let place = Place::new(what, at);
        match key_and_value(&line) {
            Some(("AIGC", value)) => {
                let label = label(value, &mut lines);
                // In a text the word alone means nothing.
                if aigc::has_label(&label) {
                    aigc::read(finder, place, "AIGC", label.trim());
                }
            }
            Some((key, value)) if inside == Block::Front => stated(finder, place, key, value),
            _ => {}
        }
    }
}

/// The block that a line is in.
fn block_from(line: &str, block: Option<Block>) -> Option<Block> {
    match (line.trim_end(), block) {
        ("---", Some(Block::Front)) => None,
        ("---", None) => Some(Block::Front),
        (fence, None) if fence.starts_with("```") => Some(Block::Fence),
        (fence, Some(Block::Fence)) if fence.starts_with("```") => None,
        _ => block,
    }
}

/// A label from where its key stands to where it ends.
fn label<'a>(first: &str, lines: &mut Peekable<impl Iterator<Item = (usize, Cow<'a, str>)>>) -> String {
    let mut label = first.to_owned();
    for _ in 0..MOST_LINES {
        let Some((_, line)) = lines.next_if(|(_, line)| !ends_label(line)) else { break };
        label.push('\n');
        label.push_str(line.trim());
    }
    label
}

/// A label in YAML is indented, or in braces.
fn ends_label(line: &str) -> bool {
    let (bare, indented) = (line.trim(), line.starts_with([' ', '\t']));
    bare.is_empty()
        || bare == "---"
        || bare.starts_with("```")
        || !indented && !bare.starts_with(['"', '}', '\''])
}

/// `key: value`, as YAML and JSON have it.
fn key_and_value(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.trim_start_matches(['{', ' ', '\t']).split_once(':')?;
    Some((key.trim_matches(['"', '\'', ' ']), value.trim().trim_matches(['"', '\'', ' '])))
}

fn stated(finder: &mut Finder<'_>, place: Place, key: &str, value: &str) {
    match key.replace('_', "-").to_ascii_lowercase().as_str() {
        "ai-disclosure" | "aidisclosure" => {
            finder.add(Kind::HtmlDisclosure, disclosure::says(value), place, key, value);
        }
        "ai-generated" => {
            finder.add(Kind::HtmlDisclosure, disclosure::says_yes_or_no(value), place, key, value)
        }
        "digitalsourcetype" | "digital-source-type" => {
            finder.add(Kind::IptcDigitalSourceType, source_type::says(value), place, key, value);
        }
        _ => {}
    }
}
