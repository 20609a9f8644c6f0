//! What a caller wishes for: words, place, size.

use unicode_normalization::UnicodeNormalization;

use crate::{Error, Origin, words};

/// Most lines (languages) of a notice.
const MOST_LINES: usize = 8;
/// Most characters of a line.
const MOST_CHARS: usize = 160;

/// Between the words of two languages, where they stand in one row, and in [`Record::words`](crate::Record::words).
pub const SEPARATOR: &str = " · ";

/// The notice in one language.
///
/// ```
/// use aimark_notice::{Line, Origin};
///
/// let ours = Line::of("ru", Origin::Generated)?;
/// assert_eq!(ours.long(), "Сгенерировано ИИ");
/// let own = Line::new("fr", "Image créée par une IA", Some("IA"))?;
/// assert_eq!(own.short(), Some("IA"));
/// assert!(Line::new("fr", "two\nrows", None).is_err());
/// # Ok::<(), aimark_notice::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    language: String,
    long: String,
    short: Option<String>,
}

impl Line {
    /// The words of [`words()`] in `language`.
    ///
    /// # Errors
    ///
    /// Misuse: there are none.
    pub fn of(language: &str, origin: Origin) -> Result<Self, Error> {
        let words = words(language, origin).ok_or(Error::Wish("there are no words for that language"))?;
        Self::new(language, words.long, Some(words.short))
    }

    /// The caller's own words, with a short form for small pictures if there is one. They are brought into Unicode
    /// normalization form C.
    ///
    /// # Errors
    ///
    /// Misuse: words that are empty, have more than 160 characters, begin or end with a space, or have a control
    /// character or one that is not seen; a language that is no tag (RFC 5646, at most 35 characters).
    pub fn new(language: &str, long: &str, short: Option<&str>) -> Result<Self, Error> {
        if !is_tag(language) {
            return Err(Error::Wish("the language is no language tag such as kk or zh-Hans"));
        }
        let short = short.map(checked).transpose()?;
        Ok(Self { language: language.to_owned(), long: checked(long)?, short })
    }

    /// The language, as a tag.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The words where there is room.
    #[must_use]
    pub fn long(&self) -> &str {
        &self.long
    }

    /// The words where there is little room.
    #[must_use]
    pub fn short(&self) -> Option<&str> {
        self.short.as_deref()
    }
}

/// Where in the picture, as displayed, the notice stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Position {
    /// A plate in the top left corner.
    TopLeft,
    /// A plate in the top right corner.
    TopRight,
    /// A plate in the bottom left corner.
    BottomLeft,
    /// A plate in the bottom right corner.
    #[default]
    BottomRight,
    /// A band over the whole width at the top.
    TopBand,
    /// A band over the whole width at the bottom.
    BottomBand,
}

/// What is drawn, and how. Made by [`Wish::new`] or [`Wish::of`], then changed field by field.
///
/// ```
/// use aimark_notice::{Origin, Position, Wish};
///
/// let mut wish = Wish::of(&["kk", "ru"], Origin::Generated)?;
/// wish.position = Position::TopLeft;
/// wish.height_permille = 50; // 5 % of the shortest side
/// # Ok::<(), aimark_notice::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Wish {
    /// The words, one line for each language, in this order.
    pub lines: Vec<Line>,
    /// Where they stand. Default: the bottom right corner.
    pub position: Position,
    /// The least text height, in thousandths of the shortest side of the picture: 1 to 250. Default 30, which is 3 %.
    /// The text height is the height of capital letters without accents (cap height), rounded up to whole pixels.
    /// Devanagari has it from the base line to the head line; Han and Hangul are drawn a quarter higher.
    pub height_permille: u16,
    /// The least text height in pixels, whatever the picture's size: 6 to 1000. Default 9, below which letters blur.
    pub height_pixels: u16,
    /// Quality of a JPEG that is written: 60 to 100. Default 92. Its colours are never subsampled (4:4:4).
    pub jpeg_quality: u8,
}

impl Wish {
    /// These lines, and the defaults.
    #[must_use]
    pub fn new(lines: Vec<Line>) -> Self {
        Self { lines, position: Position::default(), height_permille: 30, height_pixels: 9, jpeg_quality: 92 }
    }

    /// The words of [`words()`] in these languages, and the defaults.
    ///
    /// # Errors
    ///
    /// Misuse: a language without words.
    pub fn of(languages: &[&str], origin: Origin) -> Result<Self, Error> {
        languages.iter().map(|language| Line::of(language, origin)).collect::<Result<_, _>>().map(Self::new)
    }

    pub(crate) fn check(&self) -> Result<(), Error> {
        self.check_lines()?;
        match self {
            Self { height_permille: 0 | 251.., .. } => {
                Err(Error::Wish("the text height must be 1 to 250 thousandths of the shortest side"))
            }
            Self { height_pixels: ..6 | 1001.., .. } => {
                Err(Error::Wish("the least text height must be 6 to 1000 pixels"))
            }
            Self { jpeg_quality: ..60 | 101.., .. } => Err(Error::Wish("the JPEG quality must be 60 to 100")),
            _ => Ok(()),
        }
    }

    pub(crate) fn check_lines(&self) -> Result<(), Error> {
        match self.lines.len() {
            0 => Err(Error::Wish("there are no words")),
            1..=MOST_LINES => Ok(()),
            _ => Err(Error::Wish("there are more than 8 lines")),
        }
    }

    /// The tag of the only language, or `mul` (ISO 639-2: several).
    pub(crate) fn language(&self) -> String {
        match self.lines.as_slice() {
            [one] => one.language.clone(),
            _ => "mul".to_owned(),
        }
    }
}

/// Whether words can be drawn or written, in normalization form C.
pub(crate) fn checked(words: &str) -> Result<String, Error> {
    let words: String = words.chars().take(MOST_CHARS.saturating_add(1)).nfc().collect();
    if words.is_empty() || words.chars().nth(MOST_CHARS).is_some() {
        return Err(Error::Wish("words must have 1 to 160 characters"));
    }
    if words.trim() != words {
        return Err(Error::Wish("words may not begin or end with a space"));
    }
    if words.chars().any(|letter| letter.is_control() || is_unseen(letter) && !is_joiner(letter)) {
        return Err(Error::Wish("words may have no control characters, and none that are not seen"));
    }
    Ok(words)
}

/// Devanagari writes with them which form of a letter is meant.
fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}')
}

/// Characters that readers do not see: most of `Default_Ignorable_Code_Point` of Unicode, and separators of lines.
pub(crate) fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}

fn is_tag(language: &str) -> bool {
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let primary = language.split('-').next().unwrap_or_default();
    language.len() <= 35
        && language.split('-').all(part)
        && primary.len() >= 2
        && primary.bytes().all(|b| b.is_ascii_alphabetic())
}
