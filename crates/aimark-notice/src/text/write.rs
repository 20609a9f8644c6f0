//! Writing a notice into a text.

use std::ops::Range;

use super::html::{Piece, pieces};
use super::{Place, TextKind, front_matter, visible};
use crate::wish::SEPARATOR;
use crate::{Error, Line, Wish};

/// What a label says of a notice that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TextRecord {
    /// The words, those of several languages with [`SEPARATOR`] between them.
    pub words: String,
    /// Their language; `mul` (ISO 639-2) where there are several.
    pub language: String,
    /// Where they stand in the text, in bytes, with their markup.
    pub range: Range<usize>,
}

/// Writes the long words of [`Wish::lines`] as the first or last lines of a text, one line for each language; nothing
/// else of the wish counts.
///
/// - Plain: `[words]`, with an empty line between notice and text.
/// - Markdown: a block quote in bold, after front matter if there is any.
/// - HTML: `<p lang="..." role="note">words</p>`, at the beginning or end of the body.
///
/// Lines end as those of the text do. A text in Unicode normalization form C stays in it, which a C2PA label on a
/// text needs.
///
/// ```
/// use aimark_notice::{Origin, Place, TextKind, Wish, write_text};
///
/// let wish = Wish::of(&["kk", "ru"], Origin::Generated)?;
/// let (text, record) = write_text("Биыл ...\n", TextKind::Plain, &wish, Place::First)?;
/// assert_eq!(text, "[ЖИ жасаған]\n[Сгенерировано ИИ]\n\nБиыл ...\n");
/// assert_eq!(record.words, "ЖИ жасаған · Сгенерировано ИИ");
/// # Ok::<(), aimark_notice::Error>(())
/// ```
///
/// # Errors
///
/// Misuse: no lines, or too many. [`Error::Hidden`]: markup that is left open would hide the notice.
pub fn write_text(
    text: &str,
    kind: TextKind,
    wish: &Wish,
    place: Place,
) -> Result<(String, TextRecord), Error> {
    wish.check_lines()?;
    let eol = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let notice = notice(&wish.lines, kind, eol);
    let at = position(text, kind, place);
    let (before, after) =
        text.split_at_checked(at).ok_or(Error::Internal("a text is cut within a letter"))?;
    let (lead, trail) = around(before, after, kind, place, eol);
    let start = before.len().saturating_add(lead.len());
    let range = start..start.saturating_add(notice.len());
    let written = [before, &lead, &notice, &trail, after].concat();

    let old = visible::lines(text, kind).join("\n");
    let new = visible::lines(&written, kind).join("\n");
    let shown = |line: &Line| {
        let words = visible::lines(line.long(), TextKind::Plain).join(" ");
        let words = if kind == TextKind::Markdown { words.replace(['*', '`', '\\', '~'], "") } else { words };
        words.is_empty() || new.matches(&words).count() > old.matches(&words).count()
    };
    if !wish.lines.iter().all(shown) {
        return Err(Error::Hidden);
    }
    let words = wish.lines.iter().map(Line::long).collect::<Vec<_>>().join(SEPARATOR);
    Ok((written, TextRecord { words, language: wish.language(), range }))
}

fn notice(lines: &[Line], kind: TextKind, eol: &str) -> String {
    let written = lines.iter().map(|line| match kind {
        TextKind::Plain => format!("[{}]", line.long()),
        TextKind::Markdown => format!("> **{}**", markdown_escaped(line.long())),
        TextKind::Html => {
            format!("<p lang=\"{}\" role=\"note\">{}</p>", line.language(), html_escaped(line.long()))
        }
    });
    // Two spaces at the end of a line of Markdown break it where it stands.
    let between = if kind == TextKind::Markdown { ["  ", eol].concat() } else { eol.to_owned() };
    written.collect::<Vec<_>>().join(&between)
}

fn markdown_escaped(words: &str) -> String {
    let escaped = words.chars().map(|c| match c {
        '<' => "&lt;".to_owned(),
        '&' => "&amp;".to_owned(),
        '*' | '_' | '`' | '\\' | '[' | ']' | '>' | '#' | '~' | '|' => format!("\\{c}"),
        other => other.to_string(),
    });
    escaped.collect()
}

fn html_escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Where the notice goes, in bytes.
fn position(text: &str, kind: TextKind, place: Place) -> usize {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    match (kind, place) {
        (TextKind::Plain, Place::First) => mark,
        (TextKind::Markdown, Place::First) => front_matter(text).max(mark),
        (TextKind::Plain | TextKind::Markdown, Place::Last) => text.len(),
        (TextKind::Html, Place::First) => html_first(text, mark),
        (TextKind::Html, Place::Last) => html_last(text),
    }
}

/// Whether nothing is read in a part of a page.
fn is_silent(part: Option<&str>) -> bool {
    part.is_some_and(|part| visible::lines(part, TextKind::Html).is_empty())
}

/// After `<body>`, or where the body begins without it: words before `<body>` are in the body, too.
fn html_first(text: &str, mark: usize) -> usize {
    let (after_head, body) = html_begin(text);
    let places = [body.unwrap_or(after_head), after_head].map(|at| at.max(mark));
    places.into_iter().find(|at| is_silent(text.get(..*at))).unwrap_or(mark)
}

/// Where the head ends, and where the tag `<body>` does.
fn html_begin(text: &str) -> (usize, Option<usize>) {
    let mut after_head = 0;
    let mut in_head = false;
    for (piece, range) in pieces(text) {
        match piece {
            Piece::Open { name, .. } if name == "body" => return (after_head, Some(range.end)),
            Piece::Open { name, .. } if name == "html" && after_head == 0 => after_head = range.end,
            Piece::Open { name, .. } if name == "head" => in_head = true,
            Piece::Close { name } if name == "head" && in_head => after_head = range.end,
            Piece::Other if after_head == 0 && text.get(range.clone()).is_some_and(is_document_type) => {
                after_head = range.end;
            }
            _ => {}
        }
    }
    (after_head, None)
}

fn is_document_type(piece: &str) -> bool {
    piece.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype"))
}

/// Before the last `</body>`, or `</html>`, or at the end: words behind these tags are in the body, too.
fn html_last(text: &str) -> usize {
    let mut last = [None, None];
    for (piece, range) in pieces(text) {
        match piece {
            Piece::Close { name } if name == "body" => {
                last = [Some(range.start), last.get(1).copied().flatten()]
            }
            Piece::Close { name } if name == "html" => {
                last = [last.first().copied().flatten(), Some(range.start)]
            }
            _ => {}
        }
    }
    last.into_iter().flatten().find(|at| is_silent(text.get(*at..))).unwrap_or(text.len())
}

/// Line breaks before and after the notice.
fn around(before: &str, after: &str, kind: TextKind, place: Place, eol: &str) -> (String, String) {
    let ended = before.trim_start_matches('\u{feff}').is_empty() || before.ends_with('\n');
    let begin = if ended { "" } else { eol };
    let blank = |text: &str| text.starts_with('\n') || text.starts_with("\r\n");
    match (kind, place) {
        (TextKind::Html, _) => (begin.to_owned(), if blank(after) { String::new() } else { eol.to_owned() }),
        (_, Place::First) => {
            let lead = if kind == TextKind::Markdown && !before.trim_start_matches('\u{feff}').is_empty() {
                [begin, eol].concat()
            } else {
                String::new()
            };
            let trail = if after.is_empty() || blank(after) { eol.to_owned() } else { [eol, eol].concat() };
            (lead, trail)
        }
        (_, Place::Last) => {
            let lead = if before.is_empty() { String::new() } else { [begin, eol].concat() };
            (lead, eol.to_owned())
        }
    }
}
