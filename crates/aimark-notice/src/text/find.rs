//! Is there a notice in a text?

use core::ops::Range;

use super::{Place, TextKind, visible};

/// How many characters at each end are looked at.
const WINDOW: usize = 64;
/// How many characters may stand between the word for AI and that for making.
const BETWEEN: usize = 24;

/// A notice that stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Found {
    /// At which end.
    pub place: Place,
    /// In which languages, as tags: some of [`LANGUAGES`](crate::LANGUAGES), in that order.
    pub languages: Vec<&'static str>,
    /// The first line of it, as far as it is in the window.
    pub words: String,
}

/// Looks for a notice in the first and the last 64 characters that are seen. Markup, comments, hidden elements, front
/// matter, C2PA labels and characters that show nothing are passed over.
///
/// A notice is a line with a word for AI and a word for making or changing, of the same language and near each other
/// (GB 45438-2025, 5.1, asks for these two in Chinese; in the other languages the rule is ours). Whoever made the
/// line, and whether it is true, is not known.
///
/// ```
/// use aimark_notice::{Place, TextKind, find_text};
///
/// let found = find_text("ЖИ жасаған\nСгенерировано ИИ\n\nБиыл ...", TextKind::Plain).unwrap();
/// assert_eq!((found.place, found.languages), (Place::First, vec!["kk", "ru"]));
/// assert!(find_text("<!-- AI generated --><p>Text</p>", TextKind::Html).is_none());
/// ```
#[must_use]
pub fn find_text(text: &str, kind: TextKind) -> Option<Found> {
    let lines = visible::lines(text, kind);
    let head = window(lines.iter().map(String::as_str), false);
    if let Some(found) = in_window(&head, Place::First) {
        return Some(found);
    }
    let mut tail = window(lines.iter().rev().map(String::as_str), true);
    tail.reverse();
    in_window(&tail, Place::Last)
}

/// Lines until there are enough characters, the last one cut: at its end, or at its beginning where lines come from
/// the end.
fn window<'a>(lines: impl Iterator<Item = &'a str>, from_end: bool) -> Vec<String> {
    let mut left = WINDOW;
    let mut taken = Vec::new();
    for line in lines {
        if left == 0 {
            break;
        }
        let len = line.chars().count();
        let part: String = if from_end {
            line.chars().skip(len.saturating_sub(left)).collect()
        } else {
            line.chars().take(left).collect()
        };
        left = left.saturating_sub(len);
        taken.push(part);
    }
    taken
}

fn in_window(lines: &[String], place: Place) -> Option<Found> {
    let said = |line: &String| LANGUAGES.iter().any(|language| language.says(line));
    let words = lines.iter().find(|line| said(line))?.clone();
    let languages = LANGUAGES.iter().filter(|language| lines.iter().any(|line| language.says(line)));
    Some(Found { place, languages: languages.map(|language| language.tag).collect(), words })
}

/// The words that make a notice.
struct Language {
    tag: &'static str,
    /// Short words for AI, in capitals as they must be, and with no letter or digit beside them.
    short: &'static [&'static str],
    /// Longer words for AI, in small letters.
    long: &'static [&'static str],
    /// The beginnings of words for making and changing, in small letters.
    makes: &'static [&'static str],
}

const LANGUAGES: [Language; 8] = [
    Language {
        tag: "kk",
        short: &["ЖИ"],
        long: &["жасанды интеллект"],
        makes: &["жасаған", "жасалған", "жасап", "өзгерт", "өңде", "құрастыр", "генерация"],
    },
    Language {
        tag: "ru",
        short: &["ИИ"],
        long: &["искусственн", "нейросет"],
        makes: &["сгенерир", "создан", "сделан", "изменен", "изменён", "обработан", "отредактирован"],
    },
    Language {
        tag: "en",
        short: &["AI"],
        long: &["artificial intelligence"],
        makes: &[
            "generated",
            "created",
            "made",
            "produced",
            "written",
            "altered",
            "modified",
            "edited",
            "manipulated",
        ],
    },
    Language {
        tag: "zh", short: &["AI"], long: &["人工智能", "人工智慧"], makes: &["生成", "合成"]
    },
    Language {
        tag: "id",
        short: &["AI"],
        long: &["kecerdasan buatan"],
        makes: &["dibuat", "dihasilkan", "diubah", "disunting"],
    },
    Language {
        tag: "ko",
        short: &["AI"],
        long: &["인공지능"],
        makes: &["생성", "제작", "수정", "편집", "작성"],
    },
    Language {
        tag: "vi",
        short: &["AI"],
        long: &["trí tuệ nhân tạo"],
        makes: &["tạo bởi", "tạo ra", "được tạo", "do ai tạo", "chỉnh sửa", "sửa đổi"],
    },
    Language {
        tag: "hi",
        short: &["AI", "एआई"],
        long: &["कृत्रिम बुद्धि"],
        makes: &["निर्मित", "परिवर्तित", "जनरेट", "बनाय", "संपादित"],
    },
];

impl Language {
    fn says(&self, line: &str) -> bool {
        let letters: Vec<char> = line.chars().collect();
        let small: Vec<char> = letters.iter().map(|c| c.to_lowercase().next().unwrap_or(*c)).collect();
        let alone = |(start, end): &(usize, usize)| {
            let before = start.checked_sub(1).and_then(|at| letters.get(at));
            !before.is_some_and(|c| joins(*c)) && !letters.get(*end).is_some_and(|c| joins(*c))
        };
        let short = self.short.iter().flat_map(|word| places(&letters, word)).filter(alone);
        let long = self.long.iter().flat_map(|word| places(&small, word));
        let named: Vec<(usize, usize)> = short.chain(long).collect();
        let made: Vec<(usize, usize)> = self.makes.iter().flat_map(|word| places(&small, word)).collect();
        let says = |named: &(usize, usize), made: &(usize, usize)| {
            let whole = named.0.min(made.0)..named.1.max(made.1);
            near(*named, *made) && !is_parted(&small, whole.clone()) && !is_denied(&small, whole)
        };
        named.iter().any(|named| made.iter().any(|made| says(named, made)))
    }
}

/// Whether a letter beside "AI" makes it part of another word. Han, Hangul and Kana stand beside it without a space.
fn joins(letter: char) -> bool {
    letter.is_alphanumeric() && !matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}')
}

/// Words that turn a notice into its opposite, before it; and those that stand behind it where verbs come last.
const BEFORE: [&str; 19] = [
    "not",
    "no",
    "non",
    "never",
    "without",
    "isn't",
    "wasn't",
    "не",
    "без",
    "нет",
    "ни",
    "tidak",
    "bukan",
    "tanpa",
    "không",
    "बिना",
    "нейсіз",
    "емес",
    "жоқ",
];
const BEHIND: [&str; 6] = ["емес", "жоқ", "아님", "아닙니다", "नहीं", "않음"];
/// The same in scripts that put no spaces between words.
const WITHIN: [char; 5] = ['非', '未', '不', '无', '没'];
/// How many characters before and behind a notice are looked at for them.
const AROUND: usize = 16;

/// Whether a sentence ends between the two words.
fn is_parted(letters: &[char], whole: Range<usize>) -> bool {
    letters.get(whole).unwrap_or_default().iter().any(|c| matches!(c, '.' | '!' | '?' | '。' | '！' | '？'))
}

/// Whether what is said there is that AI did not do it.
fn is_denied(letters: &[char], whole: Range<usize>) -> bool {
    let words = |range: Range<usize>| -> Vec<String> {
        let text: String = letters.get(range).unwrap_or_default().iter().collect();
        // A sentence that ended before is another one.
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-' && c != '\u{2019}');
        words.map(|word| word.replace('\u{2019}', "'")).collect()
    };
    let begin = whole.start.saturating_sub(AROUND);
    let end = whole.end.saturating_add(AROUND).min(letters.len());
    let has = |range: Range<usize>, denials: &[&str]| {
        words(range).iter().any(|word| denials.contains(&word.as_str()))
    };
    let close = letters.get(whole.start.saturating_sub(2)..whole.end).unwrap_or_default();
    has(begin..whole.end, &BEFORE)
        || has(whole.start..end, &BEHIND)
        || close.iter().any(|letter| WITHIN.contains(letter))
}

fn places(letters: &[char], word: &str) -> Vec<(usize, usize)> {
    let word: Vec<char> = word.chars().collect();
    let windows = letters.windows(word.len().max(1)).enumerate();
    windows.filter(|(_, window)| *window == word).map(|(at, _)| (at, at.saturating_add(word.len()))).collect()
}

fn near(one: (usize, usize), other: (usize, usize)) -> bool {
    let gap = if one.0 < other.0 { other.0.saturating_sub(one.1) } else { one.0.saturating_sub(other.1) };
    gap <= BETWEEN
}
