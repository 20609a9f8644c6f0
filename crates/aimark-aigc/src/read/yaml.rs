//! The one shape of YAML that labels are found in: `Key: value` on lines of their own, under `AIGC:` or alone.

use super::{Layer, json};
use crate::Key;
use crate::found::Value;

/// The front matter of a document that begins with one, without its fences; any other text as it is. `None`: what would be
/// read is longer than `most`.
pub(super) fn front_matter(text: &str, most: usize) -> Option<&str> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Some(body) = body.strip_prefix("---").and_then(after_line_end) else {
        return (text.len() <= most).then_some(text);
    };
    let mut len = 0_usize;
    for line in body.split_inclusive('\n') {
        if is_fence(line) {
            break;
        }
        len = len.saturating_add(line.len());
        if len > most {
            return None;
        }
    }
    body.get(..len)
}

pub(super) fn layer(text: &str, most: usize) -> Layer {
    let mut lines = text.lines();
    let Some((indent, rest)) = lines.by_ref().find_map(aigc) else {
        return alone(text, most);
    };
    match rest {
        "" => {
            let block = lines.take_while(|line| line.trim().is_empty() || indent_of(line) > indent);
            let members: Vec<_> = block.filter_map(member).take(most.saturating_add(1)).collect();
            if members.is_empty() { Layer::Nothing } else { Layer::Members(members) }
        }
        flow if flow.starts_with('{') => Layer::Wrapped(flow.to_owned()),
        // A scalar that holds JSON. Where it holds nothing of that kind, the next layer says so.
        scalar if scalar.contains('{') => match value(scalar) {
            Value::Text(text) => Layer::Escaped(text),
            Value::Other(_) => Layer::Nothing,
        },
        _ => Layer::Nothing,
    }
}

/// Lines without `AIGC:` above them. Only those with a key of the standard count; the others belong to somebody else.
fn alone(text: &str, most: usize) -> Layer {
    let ours = |member: &(String, Value)| Key::from_name(&member.0).is_some();
    let members: Vec<_> = text.lines().filter_map(member).filter(ours).take(most.saturating_add(1)).collect();
    if members.is_empty() { Layer::Nothing } else { Layer::Members(members) }
}

/// The indentation of a line `AIGC:`, and what follows the colon.
fn aigc(line: &str) -> Option<(usize, &str)> {
    let (name, rest) = line.trim().split_once(':')?;
    (unquoted(name.trim()) == "AIGC").then(|| (indent_of(line), without_comment(rest.trim())))
}

fn member(line: &str) -> Option<(String, Value)> {
    let line = line.trim();
    if line.is_empty() || line.starts_with('#') {
        return None;
    }
    let (name, rest) = line.split_once(':')?;
    Some((unquoted(name.trim()).to_owned(), value(rest.trim())))
}

/// A scalar in single quotes, in double quotes (nearly those of JSON) or plain.
fn value(text: &str) -> Value {
    if let Some(inner) = text.strip_prefix('\'') {
        let end = inner.rfind('\'').unwrap_or(inner.len());
        return Value::Text(inner.get(..end).unwrap_or_default().replace("''", "'"));
    }
    if text.starts_with('"') {
        return json::string(text).map_or_else(|| Value::Text(unquoted(text).to_owned()), Value::Text);
    }
    let plain = without_comment(text);
    // What YAML 1.2 (10.3.2) takes for something else than a text.
    let number = plain.parse::<f64>().is_ok() && plain.contains(|c: char| c.is_ascii_digit());
    match plain {
        "" | "~" | "null" => Value::Other(String::new()),
        "true" | "false" => Value::Other(plain.to_owned()),
        _ if number => Value::Other(plain.to_owned()),
        _ => Value::Text(plain.to_owned()),
    }
}

fn without_comment(text: &str) -> &str {
    if text.starts_with('#') {
        return "";
    }
    if text.starts_with(['\'', '"', '{']) {
        return text;
    }
    text.split_once(" #").map_or(text, |(before, _)| before.trim_end())
}

fn unquoted(text: &str) -> &str {
    ['"', '\''].into_iter().find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote)).unwrap_or(text)
}

fn indent_of(line: &str) -> usize {
    line.len().saturating_sub(line.trim_start().len())
}

fn after_line_end(text: &str) -> Option<&str> {
    let text = text.trim_start_matches([' ', '\t']);
    text.strip_prefix("\r\n").or_else(|| text.strip_prefix('\n'))
}

fn is_fence(line: &str) -> bool {
    matches!(line.trim_end(), "---" | "...")
}
