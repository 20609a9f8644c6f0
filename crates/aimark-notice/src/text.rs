//! Notices in texts: written as the first or the last line, and found in the first or last characters.

mod find;
mod html;
mod visible;
mod write;

pub use find::{Found, find_text};
pub use write::{TextRecord, write_text};

/// How a text is marked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TextKind {
    /// Not at all.
    Plain,
    /// Markdown (CommonMark), with front matter between `---` or `+++` if there is any.
    Markdown,
    /// HTML.
    Html,
}

/// Where in a text a notice stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[allow(clippy::exhaustive_enums, reason = "a text has two ends")]
pub enum Place {
    /// At the beginning.
    #[default]
    First,
    /// At the end.
    Last,
}

/// What people read of a text, line by line: without markup, comments, hidden elements, front matter, C2PA labels and
/// characters that show nothing.
///
/// ```
/// let seen = aimark_notice::visible_text("<p>One<!-- two --></p><p>three", aimark_notice::TextKind::Html);
/// assert_eq!(seen, "One\nthree");
/// ```
#[must_use]
pub fn visible_text(text: &str, kind: TextKind) -> String {
    visible::lines(text, kind).join("\n")
}

/// Whether what a page shows depends on more than its words: style sheets, scripts, or elements that open and close. What
/// is read there may be shown to nobody.
///
/// ```
/// use aimark_notice::{TextKind, is_styled};
///
/// assert!(is_styled("<style>p { display: none }</style><p>AI generated", TextKind::Html));
/// assert!(!is_styled("<p lang=\"en\" role=\"note\">AI generated", TextKind::Html));
/// assert!(!is_styled("style=", TextKind::Plain));
/// ```
#[must_use]
pub fn is_styled(text: &str, kind: TextKind) -> bool {
    const MARKS: [&str; 7] = ["<style", "stylesheet", "style", "<script", "<details", "popover", "class"];
    if kind == TextKind::Plain {
        return false;
    }
    let small = text.to_ascii_lowercase();
    // Within tags only: prose may speak of style.
    let tags = small.split('<').skip(1).map(|tag| tag.split('>').next().unwrap_or_default());
    // A label is a script that no browser runs.
    let tags = tags.filter(|tag| !tag.contains("application/c2pa"));
    tags.map(|tag| format!("<{tag}")).any(|tag| MARKS.iter().any(|mark| tag.contains(mark)))
}

/// How many bytes of front matter stand at the beginning of a Markdown text, with its last line.
fn front_matter(text: &str) -> usize {
    let mut lines = text.split_inclusive('\n');
    let Some(first) = lines.next() else { return 0 };
    let fence = first.trim_start_matches('\u{feff}').trim_end();
    let ends: &[&str] = match fence {
        "---" => &["---", "..."],
        "+++" => &["+++"],
        _ => return 0,
    };
    let mut len = first.len();
    for line in lines {
        len = len.saturating_add(line.len());
        if ends.contains(&line.trim_end()) {
            return len;
        }
    }
    0
}
