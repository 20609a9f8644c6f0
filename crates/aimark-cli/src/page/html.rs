//! HTML that nothing from outside can get into: markup is written by the program's own constants only, and every other
//! text is escaped. The types leave no third way.

use crate::language::Language;
use crate::row::Row;
use crate::shown::is_deceptive;
use crate::words;

use super::Limits;
use super::words::Words;

/// A piece of a page.
pub(super) struct Html<'w> {
    text: String,
    words: &'w Words,
    limits: Limits,
}

impl<'w> Html<'w> {
    pub(super) fn new(words: &'w Words, limits: Limits) -> Self {
        Self { text: String::new(), words, limits }
    }

    /// Markup. It is part of the program: a text that was read while it runs has no such lifetime.
    pub(super) fn mark(&mut self, markup: &'static str) -> &mut Self {
        self.text.push_str(markup);
        self
    }

    /// Words of ours, in the language of the page.
    pub(super) fn word(&mut self, key: &'static str) -> &mut Self {
        let words = self.words.say(key);
        self.text(&words)
    }

    /// Words of ours that may have a text from a file in them, in the language of the page.
    pub(super) fn said(&mut self, words: &words::Words) -> &mut Self {
        self.outside(&words.in_language(self.words.language()))
    }

    /// The same where there is less room.
    pub(super) fn said_briefly(&mut self, words: &words::Words) -> &mut Self {
        self.brief(&words.in_language(self.words.language()))
    }

    pub(super) fn language(&self) -> Language {
        self.words.language()
    }

    /// Words of ours about a number of things.
    pub(super) fn words_for(&mut self, key: &'static str, count: usize) -> &mut Self {
        self.text(&self.words.count(key, count))
    }

    /// Any text, fit for an element or an attribute in double quotes. Characters that hide or reorder others are
    /// written as `\u{...}`.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        for c in text.chars() {
            match c {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '"' => self.text.push_str("&quot;"),
                '\'' => self.text.push_str("&#39;"),
                _ if is_deceptive(c) => self.text.extend(c.escape_unicode()),
                _ => self.text.push(c),
            }
        }
        self
    }

    /// A text from a file: its direction is its own, and does not reach what stands beside it.
    pub(super) fn outside(&mut self, text: &str) -> &mut Self {
        self.isolated(text, self.limits.text)
    }

    /// The same where there is less room: the details have more of it.
    pub(super) fn brief(&mut self, text: &str) -> &mut Self {
        self.isolated(text, self.limits.name)
    }

    fn isolated(&mut self, text: &str, most: usize) -> &mut Self {
        let (shown, cut) = beginning(text, most);
        self.mark("<bdi>").path(shown).mark("</bdi>");
        if cut {
            self.mark(" <small>").words_for("page-cut", text.chars().count()).mark("</small>");
        }
        self
    }

    /// A text whose lines end behind a slash where they can, so that paths and addresses stay readable.
    fn path(&mut self, text: &str) -> &mut Self {
        let mut parts = text.split('/');
        self.text(parts.next().unwrap_or_default());
        parts.for_each(|part| {
            self.mark(if part.is_empty() { "/" } else { "/<wbr>" }).text(part);
        });
        self
    }

    /// The name of a file, its folders apart. A name that is too long keeps its beginning and its end.
    pub(super) fn name(&mut self, row: &Row) -> &mut Self {
        let path = row.file.path.as_str();
        let half = self.limits.name.div_euclid(2);
        let (head, cut) = beginning(path, self.limits.name);
        if cut {
            let (head, _) = beginning(head, half);
            self.mark("<bdi>").text(head).mark("…").text(end(path, half)).mark("</bdi> <small>");
            return self.words_for("page-cut", path.chars().count()).mark("</small>");
        }
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        self.mark("<bdi>");
        if folder.len() != path.len() && path.contains('/') {
            self.mark("<i>").path(folder).mark("/</i><wbr>");
        }
        self.text(name).mark("</bdi>")
    }

    /// A text from a file or the user, within an attribute or a title.
    pub(super) fn plain(&mut self, text: &str) -> &mut Self {
        let (shown, cut) = beginning(text, self.limits.name);
        self.text(shown).mark(if cut { "…" } else { "" })
    }

    /// A term and what it is, for `<dl>`.
    pub(super) fn pair(&mut self, term: &'static str, text: &str) -> &mut Self {
        self.term(term).outside(text).mark("</dd>")
    }

    /// The same where there is something to say.
    pub(super) fn pair_if(&mut self, term: &'static str, text: Option<&str>) -> &mut Self {
        if let Some(text) = text {
            self.pair(term, text);
        }
        self
    }

    /// The same for a text that people compare and do not read.
    pub(super) fn code_if(&mut self, term: &'static str, text: Option<&str>) -> &mut Self {
        if let Some(text) = text {
            self.mark("<dt>").word(term).mark("</dt><dd class=\"code\">").outside(text).mark("</dd>");
        }
        self
    }

    /// A term; what it is comes next, and then `</dd>`.
    pub(super) fn term(&mut self, term: &'static str) -> &mut Self {
        self.mark("<dt>").word(term).mark("</dt><dd>")
    }

    /// As many of `entries` as the limits let through, and how many there are besides.
    pub(super) fn entries<T>(&mut self, entries: &[T], mut each: impl FnMut(&mut Self, &T)) {
        let mut left = entries.len();
        for entry in entries.iter().take(self.limits.entries) {
            if self.text.len() > self.limits.row {
                break;
            }
            self.mark("<li>");
            each(self, entry);
            self.mark("</li>");
            left = left.saturating_sub(1);
        }
        if left > 0 {
            self.mark("<li><small>").words_for("page-more", left).mark("</small></li>");
        }
    }

    /// A number, in groups of three digits where it is long.
    pub(super) fn number(&mut self, number: usize) -> &mut Self {
        self.text(&grouped(number))
    }

    /// A number for machines.
    pub(super) fn digits(&mut self, number: usize) -> &mut Self {
        self.text(&number.to_string())
    }

    /// Text that consists of nothing but the characters of base64, and may be long.
    pub(super) fn base64(&mut self, bytes: &[u8]) -> &mut Self {
        use base64ct::Encoding as _;
        self.text.push_str(&base64ct::Base64::encode_string(bytes));
        self
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.text.as_bytes()
    }
}

/// The first `most` characters of a text, and whether there are more.
fn beginning(text: &str, most: usize) -> (&str, bool) {
    match text.char_indices().nth(most) {
        Some((at, _)) => (text.get(..at).unwrap_or(text), true),
        None => (text, false),
    }
}

/// The last `most` characters of a text.
fn end(text: &str, most: usize) -> &str {
    let at = text.char_indices().rev().take(most).last().map_or(0, |(at, _)| at);
    text.get(at..).unwrap_or(text)
}

/// Digits in threes, apart by a narrow space that no line is broken at: it means the same in every language.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut out = String::new();
    for (left, digit) in (1..=digits.len()).rev().zip(digits.chars()) {
        if left.checked_rem(3) == Some(0) && !out.is_empty() {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_numbers_are_in_groups() {
        let cases =
            [(0, "0"), (9999, "9999"), (10_000, "10\u{202f}000"), (1_234_567, "1\u{202f}234\u{202f}567")];
        for (number, text) in cases {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn a_text_is_cut_between_characters() {
        assert_eq!(beginning("әбв", 2), ("әб", true));
        assert_eq!(beginning("әб", 2), ("әб", false));
        assert_eq!((end("әбв", 2), end("", 2), end("ә", 2)), ("бв", "", "ә"));
    }
}
