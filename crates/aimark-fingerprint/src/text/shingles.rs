//! Shingles: words in a row, each row beginning one word after the one before.

use std::collections::VecDeque;

use super::tokens::Token;

/// How much a shingle weighs at least: three words, or five characters of scripts without blanks, or a mixture.
const ENOUGH: u32 = 15;

/// How much a token weighs.
fn weight(token: &Token) -> u32 {
    if token.is_character { 3 } else { 5 }
}

/// Calls `each` with the words of every shingle: those that end with each word, as few as weigh [`ENOUGH`]. A text that is
/// shorter than that is one shingle.
pub(super) fn walk(
    tokens: impl Iterator<Item = Token>,
    mut each: impl FnMut(&mut dyn Iterator<Item = &str>),
) {
    let mut held = Held::default();
    let mut any = false;
    for token in tokens {
        held.add(token);
        if held.weight >= ENOUGH {
            any = true;
            each(&mut held.words());
        }
    }
    if !any && !held.tokens.is_empty() {
        each(&mut held.words());
    }
}

/// The last words.
#[derive(Default)]
struct Held {
    tokens: VecDeque<Token>,
    weight: u32,
}

impl Held {
    fn add(&mut self, token: Token) {
        self.weight = self.weight.saturating_add(weight(&token));
        self.tokens.push_back(token);
        while let Some(rest) = self.tokens.front().and_then(|oldest| self.weight.checked_sub(weight(oldest)))
            && rest >= ENOUGH
        {
            self.weight = rest;
            self.tokens.pop_front();
        }
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        self.tokens.iter().map(|token| token.text.as_str())
    }
}
