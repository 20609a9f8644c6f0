//! Reading labels as they are found.

mod json;
mod yaml;

use crate::found::Value;
use crate::{Fault, Found, Key, Limits};
pub(crate) use json::{list, members, string};

/// What is trimmed around a label: blanks, the end of a C string, a byte order mark.
const AROUND: [char; 6] = [' ', '\t', '\r', '\n', '\0', '\u{feff}'];

/// Reads a label as files in the wild hold it: as a JSON object, alone or as the value of `AIGC`, as a string that holds
/// such an object, with its quotes escaped for JSON or XML once more; or as lines of YAML, alone or under `AIGC:`, where
/// `AIGC:` may also be followed by a JSON object. A text that begins with the line `---` is taken for a document with
/// front matter, and only the front matter is read.
///
/// It never fails: [`Found::faults`] says what is wrong, and [`Found::is_empty`] that there is no label. The same text
/// gives the same answer. The work is in proportion to the text, which is bounded by `limits`.
///
/// ```
/// use aimark_aigc::{Fault, Key, Limits, read};
///
/// let limits = Limits::default();
/// let document = "---\ntitle: A poem\nAIGC:\n  Label: '1'\n  ProduceID: a-17\n---\nRoses are red.";
/// assert_eq!(read(document, &limits).value(Key::ProduceId), Some("a-17"));
/// assert_eq!(read(r#"{"AIGC":"{\"Label\":\"1\"}"}"#, &limits).value(Key::Label), Some("1"));
/// assert_eq!(read("Roses are red.", &limits).faults(), [Fault::NotAnObject]);
/// ```
#[must_use]
pub fn read(text: &str, limits: &Limits) -> Found {
    let mut found = Found::default();
    let Some(text) = yaml::front_matter(text, limits.text_bytes) else {
        found.fault(Fault::TooLong);
        return found;
    };
    let mut text = text.to_owned();
    for _ in 0..=limits.wraps {
        match layer(text.trim_matches(AROUND), limits) {
            Layer::Members(members) => {
                found.fill(members, limits);
                return found;
            }
            Layer::Wrapped(inner) => text = inner,
            Layer::Escaped(inner) => {
                found.fault(Fault::Escaped);
                text = inner;
            }
            Layer::Nothing => break,
        }
    }
    found.fault(Fault::NotAnObject);
    found
}

/// What one layer of wrapping turns out to be. What is within is never longer than what is around it.
enum Layer {
    Members(Vec<(String, Value)>),
    Wrapped(String),
    Escaped(String),
    Nothing,
}

fn layer(text: &str, limits: &Limits) -> Layer {
    if text.starts_with('{') {
        return match members(text, limits.keys) {
            Some(members) => object(members),
            None => unescaped(text),
        };
    }
    // Quotes may also stand around a key of YAML.
    if let Some(inner) = string(text) {
        return Layer::Escaped(inner);
    }
    if text.starts_with("&quot;") {
        return Layer::Escaped(plain_xml(text));
    }
    yaml::layer(text, limits.keys)
}

fn object(members: Vec<(String, &str)>) -> Layer {
    let known = |name: &str| Key::from_name(name).is_some();
    if members.iter().any(|(name, _)| known(name)) {
        return Layer::Members(members.into_iter().map(|(name, raw)| (name, json::value(raw))).collect());
    }
    match members.into_iter().find(|(name, _)| name == "AIGC") {
        Some((_, raw)) if raw.starts_with('{') => Layer::Wrapped(raw.to_owned()),
        Some((_, raw)) => string(raw).map_or(Layer::Nothing, Layer::Escaped),
        None => Layer::Nothing,
    }
}

/// An object whose quotes were escaped for XML or for a JSON string once more.
fn unescaped(text: &str) -> Layer {
    // Perhaps more than once: `&amp;quot;`.
    if text.contains("quot;") {
        return Layer::Escaped(plain_xml(text));
    }
    if !text.contains("\\\"") {
        return Layer::Nothing;
    }
    string(&format!("\"{text}\"")).map_or(Layer::Nothing, Layer::Escaped)
}

fn plain_xml(text: &str) -> String {
    // The ampersand last, or a text that was escaped twice would lose both in one step.
    text.replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}
