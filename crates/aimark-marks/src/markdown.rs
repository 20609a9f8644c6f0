//! Markdown: YAML front matter (TC260-PG-20258A, 6.5). YAML is not parsed here. What is there is kept line by line, and
//! front matter of any other shape than keys at the left edge is refused, since a key that is put in might land elsewhere.

mod front;

use aimark_hints::Kind;

use crate::bytes::has;
use crate::edit::{Edit, apply};
use crate::{Error, InputError, Limits, Marks, SourceType, others};
use front::{Entry, Front, is_own_key};

pub(crate) fn write(
    text: &str,
    source_type: Option<SourceType>,
    aigc: Option<&str>,
    limits: &Limits,
) -> Result<String, Error> {
    if source_type.is_none() && aigc.is_none() {
        return Err(Error::Misuse { mark: "marks", problem: "there is none to write" });
    }
    refuse_unfit(text)?;
    let aigc = aigc.map(|aigc| block(aigc, limits)).transpose()?;
    let front = front::find(text, limits)?;
    let mut wanted = Vec::new();
    if let Some(lines) = aigc {
        wanted.push(Wanted { is_label: true, lines });
    }
    if let Some(term) = source_type {
        wanted.push(Wanted { is_label: false, lines: vec![format!("digitalSourceType: {}", term.uri())] });
    }
    let mut edits = match &front {
        Some(front) => extend(text, front, &wanted)?,
        None => vec![made(text, &wanted)],
    };
    let out = apply(text.as_bytes(), &mut edits).ok_or(Error::Internal("edits of a text overlap"))?;
    let out = String::from_utf8(out).map_err(|_| Error::Internal("a text is not UTF-8 any more"))?;
    check(&out, source_type, wanted.iter().any(|wanted| wanted.is_label), limits)?;
    Ok(out)
}

/// A key that goes in, with its lines.
struct Wanted {
    is_label: bool,
    lines: Vec<String>,
}

impl Wanted {
    fn text(&self, line_end: &str) -> String {
        self.lines.iter().flat_map(|line| [line.as_str(), line_end]).collect()
    }

    fn is(&self, entry: &Entry<'_>) -> bool {
        if self.is_label { entry.key == "AIGC" } else { is_source_type(entry.key) }
    }
}

/// The spellings that readers take for the same key.
fn is_source_type(key: &str) -> bool {
    let key = key.replace('_', "-").to_ascii_lowercase();
    matches!(key.as_str(), "digitalsourcetype" | "digital-source-type")
}

/// The lines of a label, with its key.
fn block(aigc: &str, limits: &Limits) -> Result<Vec<String>, Error> {
    let bad = |problem| Error::Misuse { mark: "aigc", problem };
    Error::within("characters of a mark", aigc.chars().count(), limits.value_chars)?;
    let lines: Vec<&str> = aigc.lines().collect();
    if lines.iter().any(|line| line.trim().is_empty() || line.chars().any(char::is_control)) {
        return Err(bad("it has an empty line or a control character"));
    }
    let first = lines.first().ok_or_else(|| bad("it is empty"))?;
    let has_key = first.starts_with("AIGC:");
    let inner = if has_key { lines.get(1..).unwrap_or_default() } else { &lines };
    if has_key && inner.iter().any(|line| !line.starts_with(' ')) {
        return Err(bad("a line behind its key is not indented"));
    }
    if !has_key && inner.iter().any(|line| !is_own_key(line)) {
        return Err(bad("a line is not a key and a value"));
    }
    let mut out = vec![if has_key { (*first).to_owned() } else { "AIGC:".to_owned() }];
    let indent = if has_key { "" } else { "  " };
    out.extend(inner.iter().map(|line| format!("{indent}{line}")));
    if is_label(&out) { Ok(out) } else { Err(bad("readers find no Label in it")) }
}

/// Whether readers take the lines for a label where nothing else stands around them.
fn is_label(lines: &[String]) -> bool {
    let text = format!("---\n{}\n---\n", lines.join("\n"));
    let found = aimark_hints::look(text.as_bytes(), Some("text/markdown"), &aimark_hints::Limits::default());
    found.hints.iter().any(|hint| hint.kind == Kind::AigcLabel)
}

/// New front matter.
fn made(text: &str, wanted: &[Wanted]) -> Edit {
    let is_windows = text.split_once('\n').is_some_and(|(line, _)| line.ends_with('\r'));
    let line_end = if is_windows { "\r\n" } else { "\n" };
    let body: String = wanted.iter().map(|wanted| wanted.text(line_end)).collect();
    Edit::insert(0, format!("---{line_end}{body}---{line_end}"))
}

/// Keys in front matter that is there: in the place of the same key, else at its end.
fn extend(text: &str, front: &Front<'_>, wanted: &[Wanted]) -> Result<Vec<Edit>, Error> {
    let (mut edits, mut added) = (Vec::new(), String::new());
    for wanted in wanted {
        let lines = wanted.text(front.line_end);
        let mut same = front.entries.iter().filter(|entry| wanted.is(entry));
        match (same.next(), same.next()) {
            (_, Some(second)) => {
                return Err(front::bad(second.range.start, "a key that is to be written stands twice"));
            }
            (Some(entry), None) if text.get(entry.range.clone()) == Some(lines.as_str()) => {}
            (Some(entry), None) if !entry.is_simple => {
                return Err(front::bad(entry.range.start, "where the value of a key ends is not clear"));
            }
            (Some(entry), None) if text.get(entry.range.clone()).is_none_or(front::has_anchor) => {
                return Err(front::bad(entry.range.start, "the value of a key may be used elsewhere"));
            }
            (Some(entry), None) => edits.push(Edit::new(entry.range.clone(), lines)),
            (None, None) => added.push_str(&lines),
        }
    }
    edits.push(Edit::insert(front.end, added));
    Ok(edits)
}

/// A text that was signed already, by its block or the beginning of its wrapper (C2PA 2.4, A.8 and A.9), or in which readers
/// would not find front matter.
fn refuse_unfit(text: &str) -> Result<(), Error> {
    let find = |what: &str| memchr::memmem::find(text.as_bytes(), what.as_bytes());
    match find("-----BEGIN C2PA MANIFEST-----").or_else(|| find("\u{feff}\u{e0133}")) {
        Some(at) => Err(InputError::Labelled { at }.into()),
        None if has(text.as_bytes(), b"\0") => {
            Err(Error::Unsupported { what: "a text with a zero byte", at: 0 })
        }
        // Behind it, many readers look for no front matter.
        None if text.starts_with('\u{feff}') => {
            Err(Error::Unsupported { what: "Markdown behind a byte order mark", at: 0 })
        }
        None => Ok(()),
    }
}

fn check(text: &str, source_type: Option<SourceType>, has_label: bool, limits: &Limits) -> Result<(), Error> {
    let marks = Marks { source_type, aigc: has_label.then(String::new), ..Marks::default() };
    let found = front::find(text, limits)?.ok_or(Error::Internal("front matter cannot be read back"))?;
    let label = found.entries.iter().find(|entry| entry.key == "AIGC");
    let at = label.map_or(0, |entry| entry.range.start);
    others::check(
        text.as_bytes(),
        Some("text/markdown"),
        &format!("front matter at byte {at}"),
        &marks,
        limits,
    )
}
