//! Signing a text as it is written, without holding it.

use std::borrow::Cow;

use aimark::TextSigner;

use crate::boundary::{Out, aimark_view, call, free, given, read};
use crate::error::{Failure, aimark_error};
use crate::label::aimark_label;
use crate::options::aimark_options;
use crate::sign::{aimark_buf, aimark_pending};
use crate::signer::{aimark_chain, aimark_signer};
use crate::status::{AIMARK_E_NOT_UTF8, AIMARK_E_SPENT, AIMARK_OK, aimark_status};

/// A plain text that is taken in pieces, as a model writes them. It is hashed as it passes and not kept. One thread at
/// a time.
#[derive(Debug)]
pub struct aimark_text {
    /// Nothing once the text was signed, or cannot be.
    signer: Option<TextSigner>,
    /// How many bytes the signer took.
    taken: u64,
    /// The beginning of a character whose rest is in the next piece.
    begun: Vec<u8>,
}

impl aimark_text {
    fn push(&mut self, piece: &[u8]) -> Result<(), Failure> {
        let mut signer = self.signer.take().ok_or_else(spent)?;
        let piece = match self.begun.as_slice() {
            [] => Cow::Borrowed(piece),
            begun => Cow::Owned([begun, piece].concat()),
        };
        let (text, begun) = self.whole_characters(&piece)?;
        signer.push(text).map_err(Failure::from)?;
        let len = u64::try_from(text.len()).unwrap_or(u64::MAX);
        self.taken = self.taken.saturating_add(len);
        self.begun = begun.to_vec();
        self.signer = Some(signer);
        Ok(())
    }

    /// The whole characters at the beginning of `piece`, and the begun one at its end.
    fn whole_characters<'p>(&self, piece: &'p [u8]) -> Result<(&'p str, &'p [u8]), Failure> {
        let fault = match core::str::from_utf8(piece) {
            Ok(text) => return Ok((text, &[])),
            Err(fault) => fault,
        };
        let (_, begun) = piece.split_at_checked(fault.valid_up_to()).unwrap_or_default();
        match (fault.error_len(), piece.utf8_chunks().next()) {
            (None, Some(chunk)) => Ok((chunk.valid(), begun)),
            _ => Err(self.not_utf8(u64::try_from(fault.valid_up_to()).unwrap_or(u64::MAX))),
        }
    }

    fn not_utf8(&self, ahead: u64) -> Failure {
        let at = self.taken.saturating_add(ahead);
        Failure::new(AIMARK_E_NOT_UTF8, format!("the text is not UTF-8: the byte at {at} does not fit"))
            .at(Some(at))
    }

    /// The text as taken. It stays, so that a signature that fails can be made again.
    fn whole(&self) -> Result<TextSigner, Failure> {
        let signer = self.signer.clone().ok_or_else(spent)?;
        if self.begun.is_empty() { Ok(signer) } else { Err(self.not_utf8(0)) }
    }
}

fn spent() -> Failure {
    Failure::new(AIMARK_E_SPENT, "text: was signed or refused before").field("text")
}

/// A text of which nothing was taken yet. Free it with `aimark_text_free`.
///
/// ```c
/// aimark_text *text = aimark_text_new();
/// while (next_token(&token)) {                    // your model
///     send(token);                                // to the reader, as it comes
///     if (aimark_text_push(text, token, err) != AIMARK_OK) { ... }
/// }
/// if (aimark_text_finish(text, signer, label, NULL, &mark, err) == AIMARK_OK)
///     send(aimark_buf_view(mark));                // the label, in invisible characters
/// ```
#[unsafe(no_mangle)]
pub extern "C" fn aimark_text_new() -> Option<Box<aimark_text>> {
    read(None, || {
        let text = aimark_text { signer: Some(TextSigner::new()), taken: 0, begun: Vec::new() };
        Some(Some(Box::new(text)))
    })
}

/// Frees a text. NULL is fine.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_text_free(text: Option<Box<aimark_text>>) {
    free(text);
}

/// Takes the next piece. Pieces may end anywhere, also within a character. Nothing of the piece is kept but a begun
/// character.
///
/// Returns `AIMARK_OK`; `AIMARK_E_NOT_UTF8` and `AIMARK_E_NOT_NORMALIZED`, with the offset in the whole text;
/// `AIMARK_E_MALFORMED` for a zero byte, for more than 30 combining characters in a row and for a checkpoint of a C2PA
/// log, with the offset; `AIMARK_E_UNSUPPORTED` when the text begins as an image does; `AIMARK_E_ALREADY_LABELLED`;
/// `AIMARK_E_LIMIT` for thousands of characters in a row that may join each other; `AIMARK_E_SPENT`; `AIMARK_E_ARGUMENT`;
/// `AIMARK_E_INTERNAL`. After a failure that is the text's, it is spent.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_text_push(
    text: Option<&mut aimark_text>,
    piece: aimark_view,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        let text = given(text, "text")?;
        // SAFETY: the caller's view is readable during this call, as the header demands.
        text.push(unsafe { piece.bytes("piece") }?)?;
        Ok(AIMARK_OK)
    })
}

/// Signs the text that was taken. The result is the mark to append to the text; free it with `aimark_buf_free`. Of the
/// options' media types, those of texts with invisible labels count (plain, CSV, TSV).
///
/// Returns `AIMARK_OK`, after which the text is spent; `AIMARK_E_NOT_UTF8` when it ends within a character;
/// `AIMARK_E_FIELD`, `AIMARK_E_VALIDITY`, `AIMARK_E_LIMIT`, `AIMARK_E_SIGNER`, `AIMARK_E_WRONG_SIGNATURE`, `AIMARK_E_RETRY`,
/// after which it may be tried again; `AIMARK_E_SPENT`; `AIMARK_E_ARGUMENT`, `AIMARK_E_RANDOM`, `AIMARK_E_CLOCK`,
/// `AIMARK_E_INTERNAL`. `*out` is NULL unless the status is `AIMARK_OK`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_text_finish(
    text: Option<&mut aimark_text>,
    signer: Option<&aimark_signer>,
    label: Option<&aimark_label>,
    options: Option<&aimark_options>,
    out: *mut *mut aimark_buf,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        // SAFETY: the caller's place for the result, as the header demands.
        let out = unsafe { Out::new(out) }?;
        let text = given(text, "text")?;
        let (signer, label) = (given(signer, "signer")?, given(label, "label")?);
        let context = aimark_options::for_signing(options)?;
        let mark = signer.sign_text(text.whole()?, label.stated()?, &context)?;
        text.signer = None;
        out.fill(mark.into());
        Ok(AIMARK_OK)
    })
}

/// The same in two phases, for a key that lives elsewhere. Go on with `aimark_pending_to_be_signed` and
/// `aimark_pending_finish`; free the pending label with `aimark_pending_free`.
///
/// Returns what `aimark_text_finish` returns, but never `AIMARK_E_SIGNER`, `AIMARK_E_WRONG_SIGNATURE` and
/// `AIMARK_E_RETRY`. After `AIMARK_OK` the text is spent. `*out` is NULL unless the status is `AIMARK_OK`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_text_prepare(
    text: Option<&mut aimark_text>,
    label: Option<&aimark_label>,
    chain: Option<&aimark_chain>,
    options: Option<&aimark_options>,
    out: *mut *mut aimark_pending,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        // SAFETY: the caller's place for the result, as the header demands.
        let out = unsafe { Out::new(out) }?;
        let text = given(text, "text")?;
        let (label, chain) = (given(label, "label")?, given(chain, "chain")?);
        let context = aimark_options::for_signing(options)?;
        let pending = text.whole()?.prepare(label.stated()?, &chain.chain, &context)?;
        text.signer = None;
        out.fill(aimark_pending::mark(pending));
        Ok(AIMARK_OK)
    })
}
