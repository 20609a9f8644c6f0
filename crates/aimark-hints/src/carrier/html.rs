//! HTML: what its tags say of AI, and JSON-LD. A reader of tags, not of documents.

use std::borrow::Cow;

use quick_xml::escape::unescape;

use crate::bytes::find;
use crate::decode;
use crate::finder::{Finder, Place};
use crate::mark::{aigc, disclosure, json, source_type};
use crate::{Kind, Says};

/// Attributes of a tag that are looked at.
const MOST_ATTRIBUTES: usize = 64;

pub(super) fn walk(finder: &mut Finder<'_>, page: &[u8]) {
    let mut at = 0_usize;
    while let Some(next) = rest(page, at).and_then(|rest| memchr::memchr(b'<', rest)) {
        at = at.saturating_add(next).saturating_add(1);
        let after = rest(page, at).unwrap_or_default();
        match after {
            [b'!', b'-', b'-', comment @ ..] => {
                let Some(end) = find(comment, b"-->") else { return };
                at = at.saturating_add(end).saturating_add(6);
            }
            [first, ..] if first.is_ascii_alphabetic() => {
                // An attribute or an element that does not end takes all the rest, for a browser too.
                let Some(tag) = Tag::read(finder, after, at.saturating_sub(1)) else { return };
                at = at.saturating_add(tag.len);
                let Some(len) = element(finder, &tag, rest(page, at).unwrap_or_default()) else { return };
                at = at.saturating_add(len);
            }
            _ => {}
        }
    }
}

fn rest(page: &[u8], at: usize) -> Option<&[u8]> {
    page.get(at..)
}

/// Reads an element of which only the tag or a text of its own kind counts. Returns the length of that text.
fn element(finder: &mut Finder<'_>, tag: &Tag<'_>, after: &[u8]) -> Option<usize> {
    if !finder.item() {
        return None;
    }
    disclosed(finder, tag);
    source(finder, tag, after);
    match tag.name.as_str() {
        "meta" => meta(finder, tag),
        "link" => link(finder, tag),
        "script" | "style" | "textarea" | "title" => {
            let len = end_of(after, &tag.name)?;
            if tag.is("type", "application/ld+json") {
                linked_data(finder, tag.place("HTML JSON-LD"), after.get(..len).unwrap_or_default());
            }
            return Some(len);
        }
        _ => {}
    }
    Some(0)
}

/// Where `</name` begins.
fn end_of(text: &[u8], name: &str) -> Option<usize> {
    memchr::memmem::find_iter(text, b"</").find(|at| {
        let after = text.get(at.saturating_add(2)..).unwrap_or_default();
        after.get(..name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()))
    })
}

/// The attribute `ai-disclosure`, or as an older draft spelled it.
fn disclosed(finder: &mut Finder<'_>, tag: &Tag<'_>) {
    for key in ["ai-disclosure", "aidisclosure"] {
        if let Some(value) = tag.value(key) {
            let says = disclosure::says(&value);
            finder.add(Kind::HtmlDisclosure, says, tag.place("HTML attribute"), key, &value);
        }
    }
}

fn meta(finder: &mut Finder<'_>, tag: &Tag<'_>) {
    let Some(name) = tag.value("name").or_else(|| tag.value("property")) else { return };
    let (value, place) = (tag.value("content").unwrap_or_default(), tag.place("HTML meta"));
    match name.trim().to_ascii_lowercase().as_str() {
        "ai-disclosure" | "ai_disclosure" | "aidisclosure" => {
            finder.add(Kind::HtmlDisclosure, disclosure::says(&value), place, &name, &value);
        }
        "ai-generated" | "ai_generated" => {
            finder.add(Kind::HtmlDisclosure, disclosure::says_yes_or_no(&value), place, &name, &value);
        }
        "aigc" => aigc::read(finder, place, &name, &value),
        "digitalsourcetype" | "iptc:digitalsourcetype" => {
            finder.add(Kind::IptcDigitalSourceType, source_type::says(&value), place, &name, &value);
        }
        _ => {}
    }
}

/// The property of schema.org as microdata or RDFa.
fn source(finder: &mut Finder<'_>, tag: &Tag<'_>, after: &[u8]) {
    let Some(name) = tag.value("itemprop").or_else(|| tag.value("property")) else { return };
    let is_it = |name: &str| name.rsplit([':', '/']).next() == Some("digitalSourceType");
    if !name.split_ascii_whitespace().any(is_it) {
        return;
    }
    let value = ["content", "href", "resource", "src"].iter().find_map(|key| tag.value(key));
    // Without such an attribute the value is the text within.
    let text = after.get(..after.len().min(512)).unwrap_or_default();
    let text = || text.split(|byte| *byte == b'<').next().map(decode::text).unwrap_or_default();
    let value = value.unwrap_or_else(text);
    finder.add(Kind::SchemaOrg, source_type::says(&value), tag.place("HTML"), "digitalSourceType", &value);
}

/// C2PA 2.4, 11.5: a manifest beside the page.
fn link(finder: &mut Finder<'_>, tag: &Tag<'_>) {
    let rel = tag.value("rel").unwrap_or_default();
    if let Some(href) = tag.value("href")
        && rel.split_ascii_whitespace().any(|rel| rel.eq_ignore_ascii_case("c2pa-manifest"))
    {
        finder.add(Kind::RemoteCredential, Says::Open, tag.place("HTML link"), "c2pa-manifest", &href);
    }
}

fn linked_data(finder: &mut Finder<'_>, place: Place, json: &[u8]) {
    let json = json.get(..finder.limits().mark_bytes.min(json.len())).unwrap_or_default();
    json::texts(&decode::text(json), "digitalSourceType", &mut |value| {
        finder.add(Kind::SchemaOrg, source_type::says(value), place, "digitalSourceType", value);
    });
}

/// A tag with its attributes.
struct Tag<'a> {
    /// In lower case.
    name: String,
    attributes: Vec<(&'a [u8], &'a [u8])>,
    /// Where it begins in the page.
    at: usize,
    /// Its length without the first `<`.
    len: usize,
}

impl<'a> Tag<'a> {
    fn read(finder: &mut Finder<'_>, text: &'a [u8], at: usize) -> Option<Self> {
        let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>');
        let end = text.iter().position(ends)?;
        let name = text.get(..end.min(32))?.to_ascii_lowercase();
        let mut tag = Self { name: decode::text(&name).into_owned(), attributes: Vec::new(), at, len: end };
        while let Some((attribute, len)) = attribute(text.get(tag.len..)?)? {
            tag.len = tag.len.saturating_add(len);
            if tag.attributes.len() < MOST_ATTRIBUTES {
                tag.attributes.push(attribute);
            } else {
                finder.cut();
            }
        }
        tag.len = tag.len.saturating_add(find(text.get(tag.len..)?, b">")?).saturating_add(1);
        Some(tag)
    }

    fn place(&self, what: &'static str) -> Place {
        Place::new(what, self.at)
    }

    fn value(&self, key: &str) -> Option<Cow<'a, str>> {
        let is_it = |(name, _): &&(&[u8], &[u8])| name.eq_ignore_ascii_case(key.as_bytes());
        let value = decode::text(self.attributes.iter().find(is_it)?.1);
        Some(match &value {
            Cow::Borrowed(raw) => unescape(raw).unwrap_or(Cow::Borrowed(raw)),
            Cow::Owned(_) => value,
        })
    }

    fn is(&self, key: &str, value: &str) -> bool {
        self.value(key).is_some_and(|found| found.trim().eq_ignore_ascii_case(value))
    }
}

type Pair<'a> = (&'a [u8], &'a [u8]);

/// The next attribute and how far it reaches. `None` within where the tag ends, and without where the page does.
#[allow(clippy::option_option, reason = "two ends")]
fn attribute(text: &[u8]) -> Option<Option<(Pair<'_>, usize)>> {
    let skip = |from: usize, what: fn(&u8) -> bool| {
        text.get(from..)?.iter().position(|byte| !what(byte)).map(|n| n.saturating_add(from))
    };
    let start = skip(0, |byte| byte.is_ascii_whitespace() || *byte == b'/')?;
    if text.get(start) == Some(&b'>') {
        return Some(None);
    }
    // A name may begin with `=`, and then goes on.
    let end = skip(start.saturating_add(1), |byte| !byte.is_ascii_whitespace() && !b"=/>".contains(byte))?;
    let name = text.get(start..end)?;
    let equals = skip(end, u8::is_ascii_whitespace)?;
    if text.get(equals) != Some(&b'=') {
        return Some(Some(((name, &[]), end)));
    }
    let from = skip(equals.saturating_add(1), u8::is_ascii_whitespace)?;
    let (from, to, end) = match text.get(from)? {
        quote @ (b'"' | b'\'') => {
            let from = from.saturating_add(1);
            let to = from.saturating_add(memchr::memchr(*quote, text.get(from..)?)?);
            (from, to, to.saturating_add(1))
        }
        _ => {
            let to = skip(from, |byte| !byte.is_ascii_whitespace() && *byte != b'>')?;
            (from, to, to)
        }
    };
    Some(Some(((name, text.get(from..to)?), end)))
}
