//! A text in pieces: however it is cut, the mark is that of the whole.

#![no_main]

use aimark::{Error, Format, InputError, TextMark, TextSigner, fuzzing};
use aimark_fuzz::{SIGNER, generated, sign_context, text};
use arbitrary::Unstructured;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let _ = run(Unstructured::new(data));
});

fn run(mut u: Unstructured<'_>) -> arbitrary::Result<()> {
    let steps: Vec<u8> = (0..u.int_in_range(1..=6)?).map(|_| u.arbitrary()).collect::<Result<_, _>>()?;
    let mut words = text(u.take_rest());
    if words.len() % 2 == 1 {
        words = aimark::normalize(&words);
    }
    let at_once = mark(core::iter::once(words.as_str()));
    let in_pieces = mark(pieces(&words, &steps).into_iter());
    check(&words, &at_once, &in_pieces);
    let context = sign_context(Some(Format::PlainText));
    let whole = aimark::sign(words.as_bytes(), &generated(), &SIGNER, &context);
    match (&whole, &at_once) {
        (Ok(signed), Ok(mark)) => assert_eq!(signed.label(), mark.text.as_bytes()),
        // Streams look for no label of another form, and hold no endless row of characters that combine.
        (Err(Error::Input(InputError::AlreadyLabelled { .. })), _) | (_, Err(Error::Limit(_))) => {}
        (whole, at_once) => {
            assert_eq!(whole.is_ok(), at_once.is_ok(), "{:?} {at_once:?}", whole.as_ref().err())
        }
    }
    assert!(
        at_once.is_err()
            || fuzzing::labels(words.as_bytes(), Some(Format::PlainText)).is_empty()
            || whole.is_err()
    );
    Ok(())
}

fn check(words: &str, at_once: &Result<TextMark, Error>, in_pieces: &Result<TextMark, Error>) {
    match (at_once, in_pieces) {
        (Ok(one), Ok(other)) => assert_eq!(one, other, "the cuts changed the mark"),
        (Err(Error::Limit(_)), _) | (_, Err(Error::Limit(_))) => {}
        (
            Err(Error::Input(InputError::NotNormalized { at, .. })),
            Err(Error::Input(InputError::NotNormalized { at: other, .. })),
        ) => {
            // Within a row of combining marks a stream does not know which are still to come.
            let place = |at: u64| usize::try_from(at).expect("a place in memory");
            let between = &words[place(*at.min(other))..place(*at.max(other))];
            assert!(!between.chars().any(|c| c.is_ascii() || c.is_alphabetic()), "{at} and {other}");
        }
        (one, other) => assert_eq!(one.is_ok(), other.is_ok(), "{one:?} {other:?}"),
    }
}

fn mark<'a>(pieces: impl Iterator<Item = &'a str>) -> Result<TextMark, Error> {
    let mut signer = TextSigner::new();
    for piece in pieces {
        signer.push(piece)?;
    }
    signer.finish(&generated(), &SIGNER, &sign_context(Some(Format::PlainText)))
}

/// `words` in pieces of as many characters as `steps` say, again and again.
fn pieces<'w>(words: &'w str, steps: &[u8]) -> Vec<&'w str> {
    let (mut rest, mut pieces) = (words, Vec::new());
    for step in steps.iter().cycle().take(words.len() * 2) {
        let at = rest.char_indices().nth(usize::from(*step % 64)).map_or(rest.len(), |(at, _)| at);
        let (piece, after) = rest.split_at(at);
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    pieces
}
