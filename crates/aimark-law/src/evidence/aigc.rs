//! Labels of GB 45438-2025, read whole.

use aimark_aigc::{Found, Limits, read};
use aimark_hints::{Hint, Hints, Kind};

/// Most lines of a label in a text, with some to spare for other keys beside it.
const MOST_LINES: usize = 64;
/// Bytes of a text in which such a label ends.
const MOST_BYTES: usize = 64 << 10;

/// A label of GB 45438-2025 as it stands in a file.
///
/// ```
/// let label = aimark_law::AigcLabel::new("PNG iTXt at byte 33", r#"{"Label":"1"}"#);
/// assert_eq!(label.found.value(aimark_aigc::Key::Label), Some("1"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct AigcLabel {
    /// Where it stands, as [`aimark_hints::Hint::place`] has it.
    pub place: String,
    /// What could be read, and what is wrong with it.
    pub found: Found,
}

impl AigcLabel {
    /// Reads the label that stands in a place.
    #[must_use]
    pub fn new(place: &str, text: &str) -> Self {
        Self { place: place.to_owned(), found: read(text, &Limits::default()) }
    }

    /// The labels among the marks of a file.
    pub(super) fn all(asset: &[u8], hints: &Hints) -> Vec<Self> {
        let labels = hints.hints.iter().filter(|hint| hint.kind == Kind::AigcLabel);
        labels.map(|hint| Self::of(asset, hint)).collect()
    }

    fn of(asset: &[u8], hint: &Hint) -> Self {
        match lines(asset, &hint.place) {
            // Hints join lines, and in YAML lines count.
            Some(lines) => Self::new(&hint.place, &lines),
            // A property of its own instead of the object: as if there were no others.
            None if hint.key == "AIGC:Label" => Self {
                place: hint.place.clone(),
                found: Found::from_pairs([("Label", hint.value.as_str())], &Limits::default()),
            },
            None => Self::new(&hint.place, &hint.value),
        }
    }
}

/// The lines of a text from where a label stands to where what encloses it ends.
fn lines(asset: &[u8], place: &str) -> Option<String> {
    let at = place
        .strip_prefix("front matter at byte ")
        .or_else(|| place.strip_prefix("fenced block at byte "))?;
    let rest = asset.get(at.parse::<usize>().ok()?..)?;
    let text = String::from_utf8_lossy(rest.get(..MOST_BYTES).unwrap_or(rest));
    let inside =
        text.lines().take(MOST_LINES).take_while(|line| !line.starts_with("---") && !line.starts_with("```"));
    Some(inside.collect::<Vec<_>>().join("\n"))
}
