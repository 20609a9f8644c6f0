//! Words near the beginning or the end of a text.

use crate::answer::{Outcome, Seen};
use crate::evidence::Evidence;

/// Whether one word of each list stands in the first or in the last characters that people see.
pub(super) fn near_the_ends(evidence: &Evidence, all_of: &[Vec<String>], window: usize) -> Seen {
    let Some(text) = &evidence.text else { return Seen::new(Outcome::CannotTell) };
    let head: String = text.head.chars().take(window).collect();
    let skipped = text.tail.chars().count().saturating_sub(window);
    let tail: String = text.tail.chars().skip(skipped).collect();
    for (place, end) in [("head", head), ("tail", tail)] {
        let words: Option<Vec<&str>> = all_of.iter().map(|list| first(&end, list)).collect();
        if let Some(words) = words {
            return Seen::new(Outcome::Found).with("words", format!("{} ({place})", words.join(" + ")));
        }
    }
    Seen::new(Outcome::NotFound).with("window", format!("{window} characters"))
}

fn first<'w>(text: &str, words: &'w [String]) -> Option<&'w str> {
    words.iter().find(|word| stands(text, word)).map(String::as_str)
}

/// Latin words stand by themselves: the two letters of "AI" are in "said" too.
fn stands(text: &str, word: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    text.match_indices(word).any(|(at, _)| {
        let (before, rest) = text.split_at_checked(at).unwrap_or_default();
        let after = rest.strip_prefix(word).unwrap_or_default();
        let latin = word.is_ascii();
        !latin || !is_letter(before.chars().next_back()) && !is_letter(after.chars().next())
    })
}
