//! Signing: to a buffer, to pieces, in two phases.

use aimark::{Pending, PendingMark, Signed, TextMark};

use crate::boundary::{Out, aimark_view, call, free, given, read};
use crate::error::{Failure, aimark_error};
use crate::label::aimark_label;
use crate::options::aimark_options;
use crate::signer::{aimark_chain, aimark_signer};
use crate::status::{AIMARK_E_MEMORY, AIMARK_E_SPENT, AIMARK_OK, aimark_status};

/// Bytes that a function made. Any number of threads may read it.
#[derive(Debug)]
pub struct aimark_buf {
    bytes: Vec<u8>,
    manifest_id: Option<String>,
}

impl aimark_buf {
    pub(crate) fn of_text(text: String) -> Self {
        Self::of_bytes(text.into_bytes())
    }

    pub(crate) fn of_bytes(bytes: Vec<u8>) -> Self {
        Self { bytes, manifest_id: None }
    }
}

impl From<TextMark> for aimark_buf {
    fn from(mark: TextMark) -> Self {
        Self { bytes: mark.text.into_bytes(), manifest_id: Some(mark.manifest_id) }
    }
}

impl aimark_buf {
    /// The whole of a labelled asset.
    fn of_asset(signed: &Signed<'_>) -> Result<Self, Failure> {
        let pieces = signed.pieces();
        let len = total(&pieces);
        let mut bytes = room(len)?;
        pieces.iter().for_each(|piece| bytes.extend_from_slice(piece));
        Ok(Self { bytes, manifest_id: Some(signed.manifest_id().to_owned()) })
    }
}

/// Room for so many bytes, where there is memory.
pub(crate) fn room(len: usize) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let full = |_| Failure::new(AIMARK_E_MEMORY, format!("there is no memory for {len} bytes"));
    bytes.try_reserve_exact(len).map_err(full)?;
    Ok(bytes)
}

fn total(pieces: &[&[u8]]) -> usize {
    pieces.iter().fold(0, |sum, piece| sum.saturating_add(piece.len()))
}

/// A labelled asset in pieces, to be written one after the other: with `writev`, or to a socket. Nothing of the asset
/// is copied: the pieces lie in it, and it must stay where it is, unchanged, until the pieces are freed. Any number of
/// threads may read them.
#[derive(Debug)]
pub struct aimark_pieces(Pieces);

#[derive(Debug)]
enum Pieces {
    /// `'static` stands for as long as the caller keeps the asset.
    Asset(Signed<'static>),
    Mark(TextMark),
}

impl aimark_pieces {
    fn all(&self) -> [&[u8]; 5] {
        match &self.0 {
            Pieces::Asset(signed) => signed.pieces(),
            Pieces::Mark(mark) => [&[], &[], mark.text.as_bytes(), &[], &[]],
        }
    }
}

/// A label that waits for a signature that is made elsewhere. One thread at a time.
#[derive(Debug)]
pub struct aimark_pending(Option<Waiting>);

#[derive(Debug, Clone)]
enum Waiting {
    /// `'static` stands for as long as the caller keeps the asset.
    Asset(Pending<'static>),
    Mark(PendingMark),
}

impl aimark_pending {
    pub(crate) fn mark(pending: PendingMark) -> Self {
        Self(Some(Waiting::Mark(pending)))
    }

    /// Completes the label, and makes of it what the caller wants. What fails leaves it waiting.
    fn finish<T>(
        &mut self,
        signature: &[u8],
        made_of: impl FnOnce(Pieces) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let spent = || Failure::new(AIMARK_E_SPENT, "pending: was finished before").field("pending");
        let made = made_of(match self.0.clone().ok_or_else(spent)? {
            Waiting::Asset(pending) => Pieces::Asset(pending.finish(signature)?),
            Waiting::Mark(pending) => Pieces::Mark(pending.finish(signature)?),
        })?;
        self.0 = None;
        Ok(made)
    }
}

/// Labels an asset. The result holds the whole labelled asset; free it with `aimark_buf_free`.
///
/// `options` and `err` may be NULL. Nothing of the arguments is kept, and none is changed. The asset is hashed once,
/// and nothing of it is decoded. An asset of no bytes is an empty plain text, and is signed as one.
///
/// Returns `AIMARK_OK`;
/// `AIMARK_E_FIELD` when the label states no origin or contradicts itself;
/// `AIMARK_E_UNSUPPORTED`, `AIMARK_E_MALFORMED`, `AIMARK_E_NOT_UTF8`, `AIMARK_E_NOT_NORMALIZED`, `AIMARK_E_NOT_AS_SAID`,
/// `AIMARK_E_ALREADY_LABELLED`, `AIMARK_E_LIMIT` for the asset;
/// `AIMARK_E_VALIDITY` when the certificate is not valid at the time;
/// `AIMARK_E_SIGNER` and `AIMARK_E_WRONG_SIGNATURE` when a callback fails, `AIMARK_E_RETRY`;
/// `AIMARK_E_ARGUMENT`, `AIMARK_E_RANDOM`, `AIMARK_E_CLOCK`, `AIMARK_E_MEMORY`, `AIMARK_E_INTERNAL`.
/// `*out` is NULL unless the status is `AIMARK_OK`.
///
/// ```c
/// aimark_buf *labelled = NULL;
/// if (aimark_sign(signer, label, NULL, picture, &labelled, err) == AIMARK_OK) {
///     aimark_view bytes = aimark_buf_view(labelled);
///     fwrite(bytes.ptr, 1, bytes.len, file);
/// }
/// aimark_buf_free(labelled);
/// ```
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_sign(
    signer: Option<&aimark_signer>,
    label: Option<&aimark_label>,
    options: Option<&aimark_options>,
    asset: aimark_view,
    out: *mut *mut aimark_buf,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        // SAFETY: the caller's place for the result, as the header demands.
        let out = unsafe { Out::new(out) }?;
        let (signer, label) = (given(signer, "signer")?, given(label, "label")?);
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let asset = unsafe { asset.bytes("asset") }?;
        let context = aimark_options::for_signing(options)?;
        out.fill(aimark_buf::of_asset(&signer.sign(asset, label.stated()?, &context)?)?);
        Ok(AIMARK_OK)
    })
}

/// Labels an asset without copying it. The asset must stay where it is, unchanged, until the pieces are freed with
/// `aimark_pieces_free`.
///
/// Returns what `aimark_sign` returns, but never `AIMARK_E_MEMORY`. `*out` is NULL unless the status is `AIMARK_OK`.
///
/// ```c
/// for (size_t i = 0; i < aimark_pieces_count(pieces); i++) {
///     aimark_view piece = aimark_pieces_at(pieces, i);
///     fwrite(piece.ptr, 1, piece.len, file);
/// }
/// ```
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_sign_pieces(
    signer: Option<&aimark_signer>,
    label: Option<&aimark_label>,
    options: Option<&aimark_options>,
    asset: aimark_view,
    out: *mut *mut aimark_pieces,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        // SAFETY: the caller's place for the result, as the header demands.
        let out = unsafe { Out::new(out) }?;
        let (signer, label) = (given(signer, "signer")?, given(label, "label")?);
        // SAFETY: the caller keeps the asset until the pieces are freed, as this function's documentation demands.
        let asset: &'static [u8] = unsafe { asset.bytes("asset") }?;
        let context = aimark_options::for_signing(options)?;
        out.fill(aimark_pieces(Pieces::Asset(signer.sign(asset, label.stated()?, &context)?)));
        Ok(AIMARK_OK)
    })
}

/// Prepares a label whose signature is made elsewhere. The asset must stay where it is, unchanged, until the pending
/// label, and the pieces made of it, are freed. Free the pending label with `aimark_pending_free`.
///
/// Returns what `aimark_sign` returns, but never `AIMARK_E_SIGNER`, `AIMARK_E_WRONG_SIGNATURE`, `AIMARK_E_RETRY` and
/// `AIMARK_E_MEMORY`. `*out` is NULL unless the status is `AIMARK_OK`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_prepare(
    label: Option<&aimark_label>,
    chain: Option<&aimark_chain>,
    options: Option<&aimark_options>,
    asset: aimark_view,
    out: *mut *mut aimark_pending,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        // SAFETY: the caller's place for the result, as the header demands.
        let out = unsafe { Out::new(out) }?;
        let (label, chain) = (given(label, "label")?, given(chain, "chain")?);
        // SAFETY: the caller keeps the asset until the pending label is freed, as the documentation demands.
        let asset: &'static [u8] = unsafe { asset.bytes("asset") }?;
        let context = aimark_options::for_signing(options)?;
        let pending = aimark::prepare(asset, label.stated()?, &chain.chain, &context)?;
        out.fill(aimark_pending(Some(Waiting::Asset(pending))));
        Ok(AIMARK_OK)
    })
}

/// The exact bytes to sign: a COSE `Sig_structure` (RFC 9052, 4.4). Ed25519 signs them as they are, without hashing
/// first. Nothing for NULL, and once the label is finished.
///
/// The view is good until the pending label is finished or freed.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_pending_to_be_signed(pending: Option<&aimark_pending>) -> aimark_view {
    read(aimark_view::NOTHING, || {
        Some(aimark_view::of(match pending?.0.as_ref()? {
            Waiting::Asset(pending) => pending.to_be_signed(),
            Waiting::Mark(pending) => pending.to_be_signed(),
        }))
    })
}

/// Completes a label with its signature. The result is the whole labelled asset, as of `aimark_sign`; for a text that
/// was taken in pieces it is the mark to append, as of `aimark_text_finish`. Free it with `aimark_buf_free`.
///
/// Returns `AIMARK_OK`, after which the pending label is spent; `AIMARK_E_WRONG_SIGNATURE` when it is not a signature of
/// the chain's certificate over the bytes to be signed, `AIMARK_E_RETRY`; `AIMARK_E_SPENT`; `AIMARK_E_ARGUMENT`,
/// `AIMARK_E_MEMORY`, `AIMARK_E_INTERNAL`. `*out` is NULL unless the status is `AIMARK_OK`. After
/// `AIMARK_E_WRONG_SIGNATURE` another signature may be tried.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_pending_finish(
    pending: Option<&mut aimark_pending>,
    signature: aimark_view,
    out: *mut *mut aimark_buf,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        // SAFETY: the caller's place for the result, as the header demands.
        let out = unsafe { Out::new(out) }?;
        let pending = given(pending, "pending")?;
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let signature = unsafe { signature.bytes("signature") }?;
        out.fill(pending.finish(signature, |pieces| match pieces {
            Pieces::Asset(signed) => aimark_buf::of_asset(&signed),
            Pieces::Mark(mark) => Ok(mark.into()),
        })?);
        Ok(AIMARK_OK)
    })
}

/// The same, without copying the asset, which must stay where it is, unchanged, until the pieces are freed with
/// `aimark_pieces_free`. The pending label may be freed before them.
///
/// Returns what `aimark_pending_finish` returns, but never `AIMARK_E_MEMORY`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_pending_finish_pieces(
    pending: Option<&mut aimark_pending>,
    signature: aimark_view,
    out: *mut *mut aimark_pieces,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        // SAFETY: the caller's place for the result, as the header demands.
        let out = unsafe { Out::new(out) }?;
        let pending = given(pending, "pending")?;
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let signature = unsafe { signature.bytes("signature") }?;
        out.fill(aimark_pieces(pending.finish(signature, Ok)?));
        Ok(AIMARK_OK)
    })
}

/// Frees a pending label, and with it the view of the bytes to be signed. NULL is fine.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_pending_free(pending: Option<Box<aimark_pending>>) {
    free(pending);
}

/// How many pieces there are. Some may be empty. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_pieces_count(pieces: Option<&aimark_pieces>) -> usize {
    read(0, || Some(pieces?.all().len()))
}

/// One of the pieces, counted from 0, in the order in which they are written. Nothing past the last, and for NULL.
///
/// The view is good until the pieces are freed, or the asset is.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_pieces_at(pieces: Option<&aimark_pieces>, index: usize) -> aimark_view {
    read(aimark_view::NOTHING, || Some(aimark_view::of(pieces?.all().get(index)?)))
}

/// The size of all pieces together, in bytes. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_pieces_len(pieces: Option<&aimark_pieces>) -> usize {
    read(0, || Some(total(&pieces?.all())))
}

/// The identifier of the label's manifest: `urn:c2pa:` and a UUID. Nothing for NULL.
///
/// The view is good until the pieces are freed.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_pieces_manifest_id(pieces: Option<&aimark_pieces>) -> aimark_view {
    read(aimark_view::NOTHING, || {
        Some(aimark_view::of_text(Some(match &pieces?.0 {
            Pieces::Asset(signed) => signed.manifest_id(),
            Pieces::Mark(mark) => &mark.manifest_id,
        })))
    })
}

/// Frees pieces, and with them every view of them. The asset stays the caller's. NULL is fine.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_pieces_free(pieces: Option<Box<aimark_pieces>>) {
    free(pieces);
}

/// The bytes of a buffer. Nothing for NULL.
///
/// The view is good until the buffer is freed.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_buf_view(buf: Option<&aimark_buf>) -> aimark_view {
    read(aimark_view::NOTHING, || Some(aimark_view::of(&buf?.bytes)))
}

/// The identifier of the manifest in a labelled asset or mark: `urn:c2pa:` and a UUID. Nothing for a buffer that holds
/// something else, and for NULL.
///
/// The view is good until the buffer is freed.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_buf_manifest_id(buf: Option<&aimark_buf>) -> aimark_view {
    read(aimark_view::NOTHING, || Some(aimark_view::of_text(buf?.manifest_id.as_deref())))
}

/// Frees a buffer, and with it every view of it. NULL is fine.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_buf_free(buf: Option<Box<aimark_buf>>) {
    free(buf);
}

/// Writes a text in Unicode normalization form C, which a plain text must be in to be signed. Free the result with
/// `aimark_buf_free`.
///
/// Returns `AIMARK_OK`; `AIMARK_E_UTF8`; `AIMARK_E_ARGUMENT`; `AIMARK_E_INTERNAL`. `*out` is NULL unless the status is
/// `AIMARK_OK`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_normalize(
    text: aimark_view,
    out: *mut *mut aimark_buf,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        // SAFETY: the caller's place for the result, as the header demands.
        let out = unsafe { Out::new(out) }?;
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let text = unsafe { text.text("text") }?;
        out.fill(aimark_buf::of_text(aimark::normalize(text)));
        Ok(AIMARK_OK)
    })
}
