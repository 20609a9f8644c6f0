//! A text as words without what typesetting changes: case, compatibility forms, blanks, punctuation, invisible characters.

use std::iter::Peekable;

use unicase::UniCase;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::scripts::{has_no_blanks, is_ignorable};

/// Most characters of a word. What is longer is cut into several.
const LONGEST: usize = 64;

/// A word, or one character of a script that puts no blanks between words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) is_character: bool,
}

/// The words of a text, in order:
///
/// 1. Characters that are invisible by default are left out, also within words.
/// 2. Unicode normalization form KC (UAX 15). Of more than 30 combining marks in a row, each 30 are normalized for themselves
///    (the stream-safe text format).
/// 3. A word is letters, digits and combining marks in a row, at most 64 of them; of scripts without blanks, one of them
///    with the combining marks after it. All else separates.
/// 4. Full case folding (Unicode, 3.13), then form KC once more.
pub(super) fn of(text: &str) -> impl Iterator<Item = Token> {
    let visible = text.chars().filter(|c| !is_ignorable(*c));
    // The stream-safe format puts in joiners, which are as invisible.
    let mut chars = visible.stream_safe().nfkc().filter(|c| !is_ignorable(*c)).peekable();
    std::iter::from_fn(move || next(&mut chars))
}

fn next(chars: &mut Peekable<impl Iterator<Item = char>>) -> Option<Token> {
    let first = chars.find(|c| is_of_words(*c))?;
    let is_character = has_no_blanks(first);
    let follows = |c: &char| match is_character {
        true => is_combining_mark(*c),
        false => is_of_words(*c) && !has_no_blanks(*c),
    };
    let mut word = String::from(first);
    for _ in 1..LONGEST {
        let Some(c) = chars.next_if(follows) else { break };
        word.push(c);
    }
    Some(Token { text: folded(word), is_character })
}

fn is_of_words(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c)
}

/// Without case.
fn folded(mut word: String) -> String {
    if word.is_ascii() {
        word.make_ascii_lowercase();
        return word;
    }
    UniCase::unicode(word).to_folded_case().nfkc().collect()
}
