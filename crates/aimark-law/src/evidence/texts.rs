//! What people see and read: warnings, and the ends of a text.

/// How the visible warning that a label records stands in the picture.
///
/// ```
/// assert_eq!(aimark_law::NoticeSeen::Damaged.name(), "damaged");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NoticeSeen {
    /// It is there.
    Found,
    /// It is not there.
    NotFound,
    /// Something is there, but not as it was drawn.
    Damaged,
    /// Nobody can say: no label records one.
    Unknown,
}

impl NoticeSeen {
    /// The name for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::NotFound => "not_found",
            Self::Damaged => "damaged",
            Self::Unknown => "unknown",
        }
    }
}

/// Where in a text a warning stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NoticePlace {
    /// At the beginning.
    Head,
    /// At the end.
    Tail,
    /// In between.
    Middle,
}

impl NoticePlace {
    /// The name for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Tail => "tail",
            Self::Middle => "middle",
        }
    }
}

/// A warning that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_structs, reason = "callers build it")]
pub struct TextNotice {
    /// Its language (BCP 47).
    pub language: String,
    /// Where it stands.
    pub place: NoticePlace,
    /// Whether nobody sees it: it is in a comment, or made of characters that show nothing.
    pub hidden: bool,
}

/// Most characters that are kept of either end of a text.
const WINDOW: usize = 1024;

/// What people read in a text.
///
/// ```
/// use aimark_law::TextSeen;
///
/// let seen = TextSeen::of("AI生成\n\nThe weather will be fine.");
/// assert_eq!((seen.head.as_str(), seen.tokens), ("AI生成\n\nThe weather will be fine.", 8));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TextSeen {
    /// The warnings in it; `None` where nobody looked for them.
    pub notices: Option<Vec<TextNotice>>,
    /// Whether what is shown depends on more than the words, such as style sheets.
    pub styled: bool,
    /// Its first 1024 visible characters. Where front matter or comments are no part of what people read, the caller leaves
    /// them out.
    pub head: String,
    /// Its last 1024 visible characters.
    pub tail: String,
    /// About how many tokens it has: words, and each character of a script that puts no blanks between words. Tokens of a
    /// model are more than words, so that a text near a limit may be longer than it seems.
    pub tokens: usize,
}

impl TextSeen {
    /// What is read in a text from end to end.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let is_seen = |c: &char| !is_invisible(*c);
        let mut tail: Vec<char> = text.chars().rev().filter(is_seen).take(WINDOW).collect();
        tail.reverse();
        Self {
            notices: None,
            styled: false,
            head: text.chars().filter(is_seen).take(WINDOW).collect(),
            tail: tail.into_iter().collect(),
            tokens: tokens(text),
        }
    }
}

/// Characters that show nothing; a label in a plain text is made of such.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
        || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e01ef}')
}

fn tokens(text: &str) -> usize {
    let mut count = 0_usize;
    let mut inside = false;
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        let unspaced = is_unspaced(c);
        let word = c.is_alphanumeric() && !unspaced;
        if unspaced || word && !inside {
            count = count.saturating_add(1);
        }
        inside = word;
    }
    count
}

/// Scripts that put no blanks between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
