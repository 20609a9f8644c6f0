//! What signing and verifying need from outside: time, randomness, media type, limits.

use std::time::SystemTime;

use aimark::{Anchors, Format, Limits, SignContext, Timestamp, VerifyContext};

use crate::boundary::{aimark_view, call, flag, free, given, read};
use crate::error::{Failure, aimark_error};
use crate::label::moment;
use crate::status::*;

/// What signing and verifying may be told beside their arguments. Every function takes NULL for the defaults.
///
/// One thread at a time while they are changed; once they are not changed any more, any number of calls may read them,
/// unless randomness was set.
#[derive(Debug, Default)]
pub struct aimark_options {
    time: Option<Timestamp>,
    random: Option<[u8; 32]>,
    format: Option<Format>,
    padded: bool,
    no_digest: bool,
    limits: Limits,
}

impl aimark_options {
    pub(crate) fn for_signing(options: Option<&Self>) -> Result<SignContext, Failure> {
        let default = Self::default();
        let options = options.unwrap_or(&default);
        let random = options.random.map_or_else(fresh, Ok)?;
        let mut context = SignContext::new(options.now()?, random);
        context.format = options.format;
        context.padded = options.padded;
        context.limits = options.limits;
        Ok(context)
    }

    /// What verifying needs, and whether the asset's digest is wanted.
    pub(crate) fn for_verifying<'a>(
        options: Option<&Self>,
        anchors: Option<&'a Anchors>,
    ) -> Result<(VerifyContext<'a>, bool), Failure> {
        let default = Self::default();
        let options = options.unwrap_or(&default);
        let mut context: VerifyContext<'a> = VerifyContext::new(options.now()?);
        context.format = options.format;
        context.limits = options.limits;
        if let Some(anchors) = anchors {
            context.anchors = anchors;
        }
        Ok((context, !options.no_digest))
    }

    /// What looking at an asset before it is signed needs: nothing is judged, so that no time matters.
    #[cfg(any(feature = "durable", feature = "law"))]
    pub(crate) fn for_looking(options: Option<&Self>) -> Result<VerifyContext<'static>, Failure> {
        let default = Self::default();
        let options = options.unwrap_or(&default);
        let mut context = VerifyContext::new(moment(0, "time")?);
        context.format = options.format;
        context.limits = options.limits;
        Ok(context)
    }

    fn now(&self) -> Result<Timestamp, Failure> {
        if let Some(time) = self.time {
            return Ok(time);
        }
        let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok();
        let seconds = since.and_then(|since| i64::try_from(since.as_secs()).ok());
        seconds
            .and_then(|seconds| Timestamp::from_unix_seconds(seconds).ok())
            .ok_or_else(|| Failure::new(AIMARK_E_CLOCK, "the clock is set before 1970 or after 9999"))
    }
}

fn fresh() -> Result<[u8; 32], Failure> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|reason| {
        Failure::new(AIMARK_E_RANDOM, format!("the operating system gives no randomness: {reason}"))
    })?;
    Ok(bytes)
}

/// Largest asset, in bytes. Default 4 GiB minus one.
pub const AIMARK_LIMIT_ASSET_BYTES: i32 = 1;
/// Largest manifest store, in bytes. Default 16 MiB.
pub const AIMARK_LIMIT_MANIFEST_BYTES: i32 = 2;
/// Deepest nesting of boxes and the like. Default 16; more than 64 counts as 64.
pub const AIMARK_LIMIT_NESTING: i32 = 3;
/// Most boxes in a manifest store. Default 4096.
pub const AIMARK_LIMIT_BOXES: i32 = 4;
/// Most CBOR items in one assertion or claim. Default 65536.
pub const AIMARK_LIMIT_CBOR_ITEMS: i32 = 5;
/// Most assertions in one manifest. Default 256.
pub const AIMARK_LIMIT_ASSERTIONS: i32 = 6;
/// Most certificates beside a signature. Default 8.
pub const AIMARK_LIMIT_CHAIN_CERTIFICATES: i32 = 7;

/// The default options. Free them with `aimark_options_free`.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_options_new() -> Option<Box<aimark_options>> {
    read(None, || Some(Some(Box::default())))
}

/// Frees options. NULL is fine.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_options_free(options: Option<Box<aimark_options>>) {
    free(options);
}

/// Sets the time of signing or of judgement, in seconds since 1970-01-01T00:00:00Z. Unset, each call asks the clock of
/// the system.
///
/// Returns `AIMARK_OK`; `AIMARK_E_ARGUMENT` for a moment before 1970 or after 9999 and for NULL; `AIMARK_E_INTERNAL`.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn aimark_options_set_time(
    options: Option<&mut aimark_options>,
    seconds: i64,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        given(options, "options")?.time = Some(moment(seconds, "seconds")?);
        Ok(AIMARK_OK)
    })
}

/// Sets the 32 bytes of randomness from which a label's identifiers are made. Unset, each call asks the operating
/// system; leave it so.
///
/// For tests, which want the same bytes from the same inputs. It is good for ONE signature: two labels with the same
/// randomness have the same identifiers.
///
/// Returns `AIMARK_OK`; `AIMARK_E_ARGUMENT` for another length than 32 and for NULL; `AIMARK_E_INTERNAL`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_options_set_randomness(
    options: Option<&mut aimark_options>,
    random: aimark_view,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        let options = given(options, "options")?;
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let bytes = unsafe { random.bytes("random") }?;
        let random = bytes.try_into().map_err(|_| Failure::argument("random", "is not of 32 bytes"))?;
        options.random = Some(random);
        Ok(AIMARK_OK)
    })
}

/// Says what kind of asset it is: `text/markdown`, say. An image is known by its content, whatever is said; of texts,
/// only HTML and XML are. Unset, another text in UTF-8 is signed as plain, and verifying looks for a label in every
/// form that a text can carry. An empty view unsets it.
///
/// Returns `AIMARK_OK`; `AIMARK_E_MEDIA_TYPE` when it is none that is handled, as nothing of more than 1024 bytes is;
/// `AIMARK_E_UTF8`; `AIMARK_E_ARGUMENT` for NULL; `AIMARK_E_INTERNAL`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_options_set_media_type(
    options: Option<&mut aimark_options>,
    media_type: aimark_view,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        let options = given(options, "options")?;
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let name = unsafe { media_type.text("media_type") }?;
        let format = Format::from_media_type(name);
        if format.is_none() && !name.is_empty() {
            let words = "media_type: is none that is handled";
            return Err(Failure::new(AIMARK_E_MEDIA_TYPE, words).field("media_type"));
        }
        options.format = format;
        Ok(AIMARK_OK)
    })
}

/// Sets what the examination of an asset may cost; `limit` is one of `AIMARK_LIMIT_...`. Passing a limit is never an
/// answer about the asset: it gives `AIMARK_E_LIMIT`.
///
/// Returns `AIMARK_OK`; `AIMARK_E_ARGUMENT` for another number, for a value that this machine cannot count, and for
/// NULL; `AIMARK_E_INTERNAL`.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn aimark_options_set_limit(
    options: Option<&mut aimark_options>,
    limit: i32,
    value: u64,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        let limits = &mut given(options, "options")?.limits;
        let place = match limit {
            AIMARK_LIMIT_ASSET_BYTES => {
                limits.asset_bytes = value;
                return Ok(AIMARK_OK);
            }
            AIMARK_LIMIT_MANIFEST_BYTES => &mut limits.manifest_bytes,
            AIMARK_LIMIT_NESTING => &mut limits.nesting,
            AIMARK_LIMIT_BOXES => &mut limits.boxes,
            AIMARK_LIMIT_CBOR_ITEMS => &mut limits.cbor_items,
            AIMARK_LIMIT_ASSERTIONS => &mut limits.assertions,
            AIMARK_LIMIT_CHAIN_CERTIFICATES => &mut limits.chain_certificates,
            _ => return Err(Failure::argument("limit", "is not one of AIMARK_LIMIT_...")),
        };
        *place = value.try_into().map_err(|_| Failure::argument("value", "is too large"))?;
        Ok(AIMARK_OK)
    })
}

/// For texts that carry their label in invisible characters: 1 pads to a length that depends on the manifest's size
/// alone, as version 2.5 of the specification lets writers do. Readers of 2.4 refuse most padded labels. Default 0.
///
/// Returns `AIMARK_OK`; `AIMARK_E_ARGUMENT` for another number than 0 and 1 and for NULL; `AIMARK_E_INTERNAL`.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn aimark_options_set_padded(
    options: Option<&mut aimark_options>,
    padded: i32,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        given(options, "options")?.padded = flag(padded, "padded")?;
        Ok(AIMARK_OK)
    })
}

/// Whether a report has the SHA-256 of the whole asset, which its JSON needs. 0 saves one pass over the asset.
/// Default 1.
///
/// Returns `AIMARK_OK`; `AIMARK_E_ARGUMENT` for another number than 0 and 1 and for NULL; `AIMARK_E_INTERNAL`.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn aimark_options_set_digest(
    options: Option<&mut aimark_options>,
    digest: i32,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        given(options, "options")?.no_digest = !flag(digest, "digest")?;
        Ok(AIMARK_OK)
    })
}
