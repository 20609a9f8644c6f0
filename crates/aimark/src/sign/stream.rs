//! Signing a text as it is written, without holding it: for services whose models emit it piece by piece.

use aimark_hash::Sha256;

use super::{Built, Chain, Draft, SignContext, Signer};
use crate::carrier::{self, Carrier, Format, Place};
use crate::error::{Error, InputError, SignerError};
use crate::input::{LimitExceeded, wide};
use crate::key;
use crate::label::Label;
use crate::nfc;

/// How many bytes before the end of what was taken are looked at again: more than the beginning of a wrapper.
const OVERLAP: usize = 64;
/// The longest stretch without a character at which normalization can begin anew: combining marks in a row.
const LONGEST_STRETCH: usize = 4096;
/// The longest piece, in bytes, for which room is kept until the next one.
const LONGEST_PIECE: usize = 1 << 16;

/// Takes a plain text in pieces and gives the mark to append at its end (C2PA 2.4, A.8).
///
/// The text is hashed as it passes and not kept; it must be in Unicode normalization form C, as nearly all text is.
/// The same pieces of text, joined, give the same mark as [`sign`](crate::sign()) does for the whole. A label in
/// another form (a block of structured text, an element of HTML) that stands in the text is not looked for.
///
/// ```
/// use aimark::{Anchors, Label, Origin, SignContext, Signer, TextSigner, Verdict, VerifyContext};
/// # let (chain, key) = (include_bytes!("../../tests/identity/chain.pem"), include_bytes!("../../tests/identity/key.pem"));
///
/// let signer = Signer::from_pem(chain, key)?;
/// let mut text = TextSigner::new();
/// let mut sent = String::new();
/// for token in ["Жасанды ", "интеллект ", "жазған мәтін."] {
///     text.push(token)?;
///     sent.push_str(token); // to the reader, as it comes
/// }
/// let now = "2026-11-21T12:00:00Z".parse()?;
/// let mark = text.finish(&Label::new(Origin::Generated), &signer, &SignContext::new(now, [7; 32]))?;
/// sent.push_str(&mark.text);
/// assert_eq!(aimark::verify(sent.as_bytes(), &VerifyContext::new(now))?.verdict(), Verdict::Valid);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct TextSigner {
    hasher: Sha256,
    len: u64,
    /// The first bytes: enough to tell whether everybody else would take the text for an image.
    beginning: Vec<u8>,
    tail: String,
}

/// The mark that makes a text a labelled one.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TextMark {
    /// The characters to append to the text, invisible where text is shown well.
    pub text: String,
    /// The identifier of the manifest.
    pub manifest_id: String,
}

impl TextSigner {
    /// A signer that has taken nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the next piece of the text. Pieces may end anywhere between characters.
    ///
    /// # Errors
    ///
    /// [`InputError::NotNormalized`] when the text is not in form C, with the place in the whole text (where the fault is
    /// in a row of combining marks that later pieces go on with, with that of the row so far);
    /// [`InputError::AlreadyLabelled`] when it carries a mark; [`Error::Limit`] for thousands of combining marks in a
    /// row. After an error the text cannot be signed any more; drop the signer.
    pub fn push(&mut self, piece: &str) -> Result<(), Error> {
        if piece.is_empty() {
            return Ok(());
        }
        let start = self.len.saturating_sub(wide(self.tail.len()));
        self.tail.push_str(piece);
        if self.len < 12 {
            self.beginning.extend(piece.bytes().take(12));
        }
        if Format::detect(&self.beginning).is_some() {
            return Err(Error::Unsupported("a text that begins as an image does"));
        }
        // Places in what is looked at again are places in the whole text.
        carrier::check_wrappable(&self.tail, Format::PlainText)
            .map_err(|e| Error::from(e.later_by(start)))?;
        if carrier::is_wrapped(&self.tail) {
            return Err(InputError::AlreadyLabelled { signer: "someone".to_owned() }.into());
        }
        self.hasher.update(piece.as_bytes());
        self.len = self.len.saturating_add(wide(piece.len()));
        let keep = nfc::boundary(&self.tail, self.tail.len().saturating_sub(OVERLAP));
        self.tail.drain(..keep);
        // A long piece must not leave its room behind.
        if self.tail.capacity() > LONGEST_PIECE {
            self.tail.shrink_to_fit();
        }
        LimitExceeded::check("bytes of combining characters in a row", self.tail.len(), LONGEST_STRETCH)?;
        Ok(())
    }

    /// Signs the text that was taken.
    ///
    /// # Errors
    ///
    /// [`Error::Misuse`] when the label contradicts itself, [`Error::Signer`] when the certificate is outside its
    /// validity, [`Error::Limit`] when the text is larger than the context allows.
    pub fn finish(self, label: &Label, signer: &Signer, context: &SignContext) -> Result<TextMark, Error> {
        let pending = self.prepare(label, signer.chain(), context)?;
        let signature = signer.key.sign(pending.to_be_signed());
        pending.assemble(&signature)
    }

    /// The same in two phases, for a key that lives elsewhere.
    ///
    /// # Errors
    ///
    /// As [`Self::finish`].
    pub fn prepare(self, label: &Label, chain: &Chain, context: &SignContext) -> Result<PendingMark, Error> {
        label.check_whole(context.now)?;
        chain.check_validity(context.now)?;
        let allowed = context.limits.asset_bytes;
        if self.len > allowed {
            return Err(LimitExceeded { what: "size of the asset in bytes", found: self.len, allowed }.into());
        }
        let said = context.format.filter(|format| format.carrier() == Carrier::Wrapper);
        let draft = Draft::new(label, said.unwrap_or(Format::PlainText), chain, context)?;
        let built = draft.build_wrapped(self.len, self.hasher.finalize(), context.padded)?;
        Ok(PendingMark { built, public_key: chain.public_key().to_vec() })
    }
}

/// A mark that waits for its signature.
#[derive(Debug, Clone)]
pub struct PendingMark {
    built: Built,
    public_key: Vec<u8>,
}

impl PendingMark {
    /// The exact bytes to sign; see [`Pending::to_be_signed`](crate::Pending::to_be_signed).
    pub fn to_be_signed(&self) -> &[u8] {
        &self.built.to_be_signed
    }

    /// The mark, with a signature made elsewhere.
    ///
    /// # Errors
    ///
    /// [`SignerError::WrongSignature`] when it is not a signature of the chain's certificate over
    /// [`Self::to_be_signed`]; [`SignerError::DoesNotFit`].
    pub fn finish(self, signature: &[u8]) -> Result<TextMark, Error> {
        key::verify(&self.public_key, self.to_be_signed(), signature).ok_or(SignerError::WrongSignature)?;
        self.assemble(signature)
    }

    fn assemble(self, signature: &[u8]) -> Result<TextMark, Error> {
        let label = self.built.label(&Place::Wrapper { at: 0 }, signature)?;
        let text = String::from_utf8(label).map_err(|_| Error::Internal("a wrapper that is not text"))?;
        Ok(TextMark { text, manifest_id: self.built.manifest })
    }
}
