//! Watermarks and fingerprints: what leads back to a label that was stripped.

use crate::boundary::{Out, aimark_view, call, flag, given};
use crate::durable;
use crate::error::{Failure, aimark_error};
use crate::label::aimark_label;
use crate::options::aimark_options;
use crate::sign::aimark_buf;
use crate::status::{AIMARK_OK, aimark_status};

/// What a key is.
pub(crate) type Secret = [u8; 32];

/// What a watermark states beside the origin, and how it is made.
#[cfg_attr(not(feature = "durable"), allow(dead_code, reason = "nothing makes watermarks then"))]
pub(crate) struct Mark {
    /// `None` is the key that everybody has.
    pub(crate) key: Option<Secret>,
    pub(crate) issuer: u16,
    /// Of [`IDENTIFIER_BITS`].
    pub(crate) identifier: u64,
}

pub(crate) const IDENTIFIER_BITS: u32 = 42;
pub(crate) const MOST_KEYS: usize = 15;

/// Puts a watermark into the pixels of a PNG, JPEG or WebP: it stays when the label is stripped, and when the picture is
/// scaled, cut and coded again within bounds. `*out` is the picture with the mark, and `*out_label` the label that states it,
/// as a soft binding by `org.aimark.watermark.1`. Free them with `aimark_buf_free` and `aimark_label_free`. The picture is
/// decoded for it and coded again, which takes many times as long as a signature.
///
/// The mark says how the content came to be, as the label does; `issuer`, 0 to 65535, is a number of yours, and nobody hands
/// them out; `identifier`, of 42 bits, is what leads you to the label: a hash of the content id, say. `key` is 32 bytes that
/// are secret, without which the mark is not found; or it is empty, for the key that everybody has. Who has the key can put
/// the mark into any picture: it proves nothing.
///
/// It comes first: the watermark, then `aimark_laws_prepare` if laws are followed, then `aimark_fingerprint`, then the
/// signature. Nothing of the arguments is kept, and none is changed.
///
/// Returns `AIMARK_OK`;
/// `AIMARK_E_UNSUPPORTED` when the picture cannot carry a mark: it is a text, of less than some 320 x 320 pixels, too flat,
/// mostly transparent, coded too coarsely, animated or of another kind that is not decoded, or carries a mark of this key
/// already; or this library was built without watermarks;
/// `AIMARK_E_FIELD` when the label states no origin, or eight soft bindings already; the error names the field;
/// `AIMARK_E_MALFORMED`, `AIMARK_E_NOT_UTF8`, `AIMARK_E_NOT_AS_SAID`, `AIMARK_E_ALREADY_LABELLED` for the asset;
/// `AIMARK_E_LIMIT`, also for an asset of more than 256 MiB and a picture of more than 100 million pixels;
/// `AIMARK_E_ARGUMENT`, also for a key of another length, and for an issuer or an identifier that is too large;
/// `AIMARK_E_INTERNAL`. `*out` and `*out_label` are NULL unless the status is `AIMARK_OK`.
///
/// ```c
/// aimark_view shared = { NULL, 0 };
/// aimark_buf *marked = NULL, *labelled = NULL;
/// aimark_label *with_mark = NULL, *full = NULL;
/// if (aimark_watermark(label, NULL, picture, shared, 7, number, &marked, &with_mark, err) == AIMARK_OK
///     && aimark_fingerprint(with_mark, NULL, aimark_buf_view(marked), &full, err) == AIMARK_OK
///     && aimark_sign(signer, full, NULL, aimark_buf_view(marked), &labelled, err) == AIMARK_OK) { ... }
/// ```
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_watermark(
    label: Option<&aimark_label>,
    options: Option<&aimark_options>,
    asset: aimark_view,
    key: aimark_view,
    issuer: u32,
    identifier: u64,
    out: *mut *mut aimark_buf,
    out_label: *mut *mut aimark_label,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        // SAFETY: the caller's place for the result, as the header demands.
        let out = unsafe { Out::new(out) };
        // SAFETY: the same, for the second one.
        let out_label = unsafe { Out::named(out_label, "out_label") };
        // Both are NULL before either is refused.
        let (out, out_label) = (out?, out_label?);
        let label = given(label, "label")?;
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let asset = unsafe { asset.bytes("asset") }?;
        // SAFETY: the same.
        let key = secret(unsafe { key.bytes("key") }?)?;
        let mark = mark(key, issuer, identifier)?;
        let (bytes, label) = durable::watermark(label.stated()?, options, asset, &mark)?;
        out.fill(aimark_buf::of_bytes(bytes));
        out_label.fill(aimark_label::of(label));
        Ok(AIMARK_OK)
    })
}

fn secret(key: &[u8]) -> Result<Option<Secret>, Failure> {
    if key.is_empty() {
        return Ok(None);
    }
    key.try_into().map(Some).map_err(|_| Failure::argument("key", "is neither empty nor of 32 bytes"))
}

fn mark(key: Option<Secret>, issuer: u32, identifier: u64) -> Result<Mark, Failure> {
    let issuer = issuer.try_into().map_err(|_| Failure::argument("issuer", "is more than 65535"))?;
    if identifier >> IDENTIFIER_BITS != 0 {
        return Err(Failure::argument("identifier", "has more than 42 bits"));
    }
    Ok(Mark { key, issuer, identifier })
}

/// Computes the fingerprints of an asset as it is: of a picture as it is displayed, of a text what people read of it.
/// `*out_label` is the label that states them, as soft bindings; free it with `aimark_label_free`. Who finds a copy without a
/// label computes the same from it, and looks for the label whose fingerprints are near. A text without a letter or digit
/// has none, and its label stays as it was.
///
/// Call it after everything that changes the asset, and before signing. Nothing of the arguments is kept, and none is
/// changed.
///
/// Returns `AIMARK_OK`;
/// `AIMARK_E_UNSUPPORTED` when the asset is of no kind that is handled or decoded, or a picture of less than 5 pixels on a
/// side; or this library was built without watermarks;
/// `AIMARK_E_FIELD` when the label states no origin, or would state more than eight soft bindings; the error names the
/// field;
/// `AIMARK_E_MALFORMED`, `AIMARK_E_NOT_UTF8`, `AIMARK_E_NOT_AS_SAID`, `AIMARK_E_ALREADY_LABELLED` for the asset;
/// `AIMARK_E_LIMIT`, also for a picture of more than 256 MiB or 100 million pixels and a text of more than 64 MiB;
/// `AIMARK_E_ARGUMENT`, `AIMARK_E_INTERNAL`. `*out_label` is NULL unless the status is `AIMARK_OK`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_fingerprint(
    label: Option<&aimark_label>,
    options: Option<&aimark_options>,
    asset: aimark_view,
    out_label: *mut *mut aimark_label,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        // SAFETY: the caller's place for the result, as the header demands.
        let out_label = unsafe { Out::named(out_label, "out_label") }?;
        let label = given(label, "label")?;
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let asset = unsafe { asset.bytes("asset") }?;
        let label = durable::fingerprint(label.stated()?, options, asset)?;
        out_label.fill(aimark_label::of(label));
        Ok(AIMARK_OK)
    })
}

/// Looks for a watermark in a PNG, JPEG or WebP, labelled or not. `keys` are 0 to 15 keys of 32 bytes, one after the other;
/// they are tried after the one that everybody has. `full` is 0 to find it in copies of the whole picture, in any size; 1 to
/// find it also in parts and in turned and tilted pictures, which may take seconds.
///
/// `*out` is JSON on one line: the object that `docs/report.schema.json` describes as `watermark`, or `null` where none was
/// found. `stated` in it is whether the asset's label states this watermark, if it has one that holds; whether you accept its
/// signer is for `aimark_verify` to say. It is ASCII, without a NUL at its end; free it with `aimark_buf_free`.
///
/// That one was found says that somebody who has the key put it there, and no more. That none was found says nothing about
/// the picture.
///
/// Returns `AIMARK_OK`, found or not; `AIMARK_E_UNSUPPORTED` when the asset is no picture that is decoded, or one of less than
/// 48 pixels on a side or more than 20 times as long as wide, or this library was built without watermarks; `AIMARK_E_MALFORMED`, `AIMARK_E_NOT_UTF8`, `AIMARK_E_NOT_NORMALIZED`,
/// `AIMARK_E_NOT_AS_SAID` for the asset; `AIMARK_E_LIMIT`, also for an asset of more than 256 MiB and a picture of more than
/// 100 million pixels; `AIMARK_E_CLOCK`; `AIMARK_E_ARGUMENT` for keys of another length, for another number than 0 and 1 and
/// for NULL; `AIMARK_E_INTERNAL`. `*out` is NULL unless the status is `AIMARK_OK`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_watermark_find(
    options: Option<&aimark_options>,
    asset: aimark_view,
    keys: aimark_view,
    full: i32,
    out: *mut *mut aimark_buf,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        // SAFETY: the caller's place for the result, as the header demands.
        let out = unsafe { Out::new(out) }?;
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let asset = unsafe { asset.bytes("asset") }?;
        // SAFETY: the same.
        let keys = secrets(unsafe { keys.bytes("keys") }?)?;
        let said = durable::find(options, asset, keys, flag(full, "full")?)?;
        out.fill(aimark_buf::of_text(said));
        Ok(AIMARK_OK)
    })
}

fn secrets(keys: &[u8]) -> Result<&[Secret], Failure> {
    let (whole, rest) = keys.as_chunks();
    if rest.is_empty() && whole.len() <= MOST_KEYS {
        return Ok(whole);
    }
    Err(Failure::argument("keys", "are not 0 to 15 keys of 32 bytes"))
}
