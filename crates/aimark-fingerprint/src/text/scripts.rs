//! Which characters stand for themselves, and which are not seen.

use std::cmp::Ordering;

/// Ranges of characters, first and last, in order.
type Ranges = [(u32, u32)];

/// Letters, digits and signs of scripts that put no blanks between words. Hangul puts blanks, and Tibetan dots between syllables.
const NO_BLANKS: &Ranges = &[
    (0x0E01, 0x0E5B),   // Thai
    (0x0E80, 0x0EFF),   // Lao
    (0x1000, 0x109F),   // Myanmar
    (0x1780, 0x17FF),   // Khmer
    (0x1950, 0x19DF),   // Tai Le, New Tai Lue
    (0x1A20, 0x1AAF),   // Tai Tham
    (0x1B00, 0x1B7F),   // Balinese
    (0x3005, 0x3007),   // Marks of repetition, zero
    (0x3021, 0x3029),   // Hangzhou numerals
    (0x3038, 0x303C),   // Hangzhou numerals, marks
    (0x3041, 0x312F),   // Hiragana, Katakana, Bopomofo
    (0x31A0, 0x31BF),   // Bopomofo
    (0x31F0, 0x31FF),   // Katakana
    (0x3400, 0x4DBF),   // Han
    (0x4E00, 0x9FFF),   // Han
    (0xA980, 0xA9DF),   // Javanese
    (0xA9E0, 0xA9FF),   // Myanmar
    (0xAA60, 0xAADF),   // Myanmar, Tai Viet
    (0xF900, 0xFAFF),   // Han
    (0x1AFF0, 0x1B16F), // Kana
    (0x20000, 0x3FFFF), // Han
];

/// Default_Ignorable_Code_Point of Unicode 16, with the few that it has not assigned.
const IGNORABLE: &Ranges = &[
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
];

pub(super) fn has_no_blanks(c: char) -> bool {
    is_in(NO_BLANKS, c)
}

pub(super) fn is_ignorable(c: char) -> bool {
    !c.is_ascii() && is_in(IGNORABLE, c)
}

fn is_in(ranges: &Ranges, c: char) -> bool {
    let c = u32::from(c);
    let order = |&(first, last): &(u32, u32)| match () {
        () if last < c => Ordering::Less,
        () if first > c => Ordering::Greater,
        () => Ordering::Equal,
    };
    ranges.binary_search_by(order).is_ok()
}
