//! The words of the notice in eight languages.

/// What AI did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[allow(clippy::exhaustive_enums, reason = "the laws know these two")]
pub enum Origin {
    /// It made all of it.
    #[default]
    Generated,
    /// It changed what somebody else made.
    Altered,
}

/// A notice in one language, in a long and a short form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Words {
    /// What is written where there is room.
    pub long: &'static str,
    /// What is drawn where the long form does not fit.
    pub short: &'static str,
}

/// The languages that [`words`] knows.
pub const LANGUAGES: [&str; 8] = ["kk", "ru", "en", "zh", "id", "ko", "vi", "hi"];

/// The notice in `language`, or `None` where there is none. Of a tag such as `zh-Hans-CN` the first part counts.
///
/// No law that this project knows of fixes a whole wording, so the words are ours. Three things are not free: the
/// Chinese words need an element for AI and one for generation (GB 45438-2025, 5.1: 生成 or 合成), so that the short form
/// is the long one and "altered" is 合成; the European code of practice asks for the capital letters AI; and the
/// Kazakh, Russian and English words for "generated" are those that are already seen in Kazakhstan.
///
/// ```
/// use aimark_notice::{Origin, words};
///
/// let kazakh = words("kk", Origin::Generated).unwrap();
/// assert_eq!((kazakh.long, kazakh.short), ("ЖИ жасаған", "ЖИ"));
/// assert_eq!(words("zh-Hans", Origin::Generated).unwrap().short, "AI生成");
/// assert_eq!(words("tlh", Origin::Generated), None);
/// ```
#[must_use]
pub fn words(language: &str, origin: Origin) -> Option<Words> {
    let primary = language.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let (generated, altered, short) = match primary.as_str() {
        "kk" => ("ЖИ жасаған", "ЖИ өзгерткен", "ЖИ"),
        "ru" => ("Сгенерировано ИИ", "Изменено ИИ", "ИИ"),
        "en" => ("AI Generated", "AI Modified", "AI"),
        "zh" => ("AI生成", "AI合成", ""),
        "id" => ("Dibuat oleh AI", "Diubah oleh AI", "AI"),
        "ko" => ("AI 생성", "AI 수정", "AI"),
        "vi" => ("Tạo bởi AI", "Chỉnh sửa bởi AI", "AI"),
        "hi" => ("AI द्वारा निर्मित", "AI द्वारा परिवर्तित", "AI"),
        _ => return None,
    };
    let long = match origin {
        Origin::Generated => generated,
        Origin::Altered => altered,
    };
    Some(Words { long, short: if short.is_empty() { long } else { short } })
}
