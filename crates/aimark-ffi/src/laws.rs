//! Laws: what they want of an asset before it is signed, and what they say of one that was examined.

use crate::boundary::{Out, aimark_view, call, flag, free, given, read};
use crate::error::{Failure, aimark_error};
use crate::label::{aimark_label, moment};
use crate::law::Laws;
use crate::options::aimark_options;
use crate::report::aimark_report;
use crate::sign::aimark_buf;
use crate::status::*;

/// Laws that ask for a warning that people see and for marks that machines read, as data: which they are, what they want
/// of an asset before it is signed, and which rules an examined asset is held against. Nothing here is legal advice, and
/// no answer says that a law is kept.
///
/// One thread at a time while they are changed; once they are not changed any more, any number of calls may read them.
#[derive(Debug, Default)]
pub struct aimark_laws {
    laws: Laws,
    how: How,
}

/// How laws are followed, where they leave it open.
#[derive(Debug, Default)]
#[cfg_attr(not(feature = "law"), allow(dead_code, reason = "nothing follows laws then"))]
pub(crate) struct How {
    pub(crate) only_label: bool,
    /// One of [`PLACES`].
    pub(crate) place: Option<i32>,
    pub(crate) strict: bool,
}

/// A plate in the top left corner.
pub const AIMARK_PLACE_TOP_LEFT: i32 = 1;
/// A plate in the top right corner.
pub const AIMARK_PLACE_TOP_RIGHT: i32 = 2;
/// A plate in the bottom left corner.
pub const AIMARK_PLACE_BOTTOM_LEFT: i32 = 3;
/// A plate in the bottom right corner.
pub const AIMARK_PLACE_BOTTOM_RIGHT: i32 = 4;
/// A band over the whole width at the top.
pub const AIMARK_PLACE_TOP_BAND: i32 = 5;
/// A band over the whole width at the bottom.
pub const AIMARK_PLACE_BOTTOM_BAND: i32 = 6;

pub(crate) const PLACES: [i32; 6] = [
    AIMARK_PLACE_TOP_LEFT,
    AIMARK_PLACE_TOP_RIGHT,
    AIMARK_PLACE_BOTTOM_LEFT,
    AIMARK_PLACE_BOTTOM_RIGHT,
    AIMARK_PLACE_TOP_BAND,
    AIMARK_PLACE_BOTTOM_BAND,
];

/// No laws yet. Free them with `aimark_laws_free`.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_laws_new() -> Option<Box<aimark_laws>> {
    read(None, || Some(Some(Box::default())))
}

/// Frees laws. NULL is fine. No call may be using them.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_laws_free(laws: Option<Box<aimark_laws>>) {
    free(laws);
}

/// Adds a law that comes with the library, by its short name: `kz`, `eu`, `cn`, `kr`, `in`, `vn`, `us-ca`, `id`. One that is
/// there already stays once.
///
/// Returns `AIMARK_OK`; `AIMARK_E_UNSUPPORTED` when this library was built without laws; `AIMARK_E_UTF8`;
/// `AIMARK_E_ARGUMENT` for a name that is none of these and for NULL; `AIMARK_E_INTERNAL`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_laws_add(
    laws: Option<&mut aimark_laws>,
    law: aimark_view,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        let laws = given(laws, "laws")?;
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let law = unsafe { law.text("law") }?;
        laws.laws.add(law)?;
        Ok(AIMARK_OK)
    })
}

/// Adds a law of your own, in TOML as `docs/law/profiles.md` describes it; it takes the place of one of the same name.
/// The text is not kept.
///
/// Returns `AIMARK_OK`; `AIMARK_E_UNSUPPORTED` when it is of a later form, or this library was built without laws;
/// `AIMARK_E_LIMIT` when it has more than 256 KiB, or too many rules or too long texts; `AIMARK_E_UTF8`;
/// `AIMARK_E_ARGUMENT` when it is not of that form, and the error's message says where, and for NULL;
/// `AIMARK_E_INTERNAL`. The laws stay as they were unless the status is `AIMARK_OK`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_laws_add_toml(
    laws: Option<&mut aimark_laws>,
    toml: aimark_view,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        let laws = given(laws, "laws")?;
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let toml = unsafe { toml.text("toml") }?;
        laws.laws.add_toml(toml)?;
        Ok(AIMARK_OK)
    })
}

/// 1 says that you show the warning beside the content: `aimark_laws_prepare` puts none into the asset, and the label
/// states that it is shown elsewhere. Default 0.
///
/// Returns `AIMARK_OK`; `AIMARK_E_ARGUMENT` for another number than 0 and 1 and for NULL; `AIMARK_E_INTERNAL`.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn aimark_laws_set_only_label(
    laws: Option<&mut aimark_laws>,
    only_label: i32,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        given(laws, "laws")?.how.only_label = flag(only_label, "only_label")?;
        Ok(AIMARK_OK)
    })
}

/// Sets where in a picture the warning is drawn; `place` is one of `AIMARK_PLACE_...`. Unset, it is where the first law
/// that names a place has it, else in the bottom right corner.
///
/// Returns `AIMARK_OK`; `AIMARK_E_ARGUMENT` for another number and for NULL; `AIMARK_E_INTERNAL`.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn aimark_laws_set_notice_place(
    laws: Option<&mut aimark_laws>,
    place: i32,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        let laws = given(laws, "laws")?;
        if !PLACES.contains(&place) {
            return Err(Failure::argument("place", "is not one of AIMARK_PLACE_..."));
        }
        laws.how.place = Some(place);
        Ok(AIMARK_OK)
    })
}

/// 1 gives rules that have a stricter severity that one, when an asset is checked. Default 0.
///
/// Returns `AIMARK_OK`; `AIMARK_E_ARGUMENT` for another number than 0 and 1 and for NULL; `AIMARK_E_INTERNAL`.
#[must_use]
#[unsafe(no_mangle)]
pub extern "C" fn aimark_laws_set_strict(
    laws: Option<&mut aimark_laws>,
    strict: i32,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        given(laws, "laws")?.how.strict = flag(strict, "strict")?;
        Ok(AIMARK_OK)
    })
}

/// Puts into an asset what the laws ask for: draws or writes the warning, then writes the marks. `*out` is the asset that
/// is to be signed with `*out_label`, which states what was done: at once, and with nothing in between. Free them with
/// `aimark_buf_free` and `aimark_label_free`. Pictures are decoded for it, and JPEG is encoded anew.
///
/// The warning has the words that the label states, else built-in ones in the languages of the laws. A kind of text that a
/// visible line would spoil, such as program code, gets none, and `*out_label` states none: show it beside the text.
/// Nothing of the arguments is kept, and none is changed.
///
/// Returns `AIMARK_OK`;
/// `AIMARK_E_FIELD` when the label states no origin, lacks what a law requires, or the warning cannot be written with its
/// words; the error names the field, the first of those of which one would do;
/// `AIMARK_E_UNSUPPORTED` when the warning has no place in the asset: the picture is too small or animated, say, so that
/// only `aimark_laws_set_only_label` is left; or the asset is of no kind that is handled, or this library was built
/// without laws;
/// `AIMARK_E_MALFORMED`, `AIMARK_E_NOT_UTF8`, `AIMARK_E_NOT_AS_SAID`, `AIMARK_E_ALREADY_LABELLED` for the asset;
/// `AIMARK_E_LIMIT`, also for an asset of more than 256 MiB and a picture of more than 100 million pixels;
/// `AIMARK_E_ARGUMENT`, `AIMARK_E_MEMORY`, `AIMARK_E_INTERNAL`.
/// `*out` and `*out_label` are NULL unless the status is `AIMARK_OK`.
///
/// ```c
/// aimark_buf *ready = NULL, *labelled = NULL;
/// aimark_label *full = NULL;
/// if (aimark_laws_prepare(laws, label, NULL, picture, &ready, &full, err) == AIMARK_OK
///     && aimark_sign(signer, full, NULL, aimark_buf_view(ready), &labelled, err) == AIMARK_OK) { ... }
/// ```
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_laws_prepare(
    laws: Option<&aimark_laws>,
    label: Option<&aimark_label>,
    options: Option<&aimark_options>,
    asset: aimark_view,
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
        let (laws, label) = (given(laws, "laws")?, given(label, "label")?);
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let asset = unsafe { asset.bytes("asset") }?;
        let (bytes, label) = laws.laws.prepare(&laws.how, label.stated()?, options, asset)?;
        out.fill(aimark_buf::of_bytes(bytes));
        out_label.fill(aimark_label::of(label));
        Ok(AIMARK_OK)
    })
}

/// Says what the rules of the laws find in an asset that was examined: a JSON array on one line, of what
/// `docs/report.schema.json` describes as `profile_answers`, the rules that all laws share first; empty where there are no
/// laws. `report` is what `aimark_verify` said of this very asset, and `at` the time for which the rules are asked, in
/// seconds since 1970-01-01T00:00:00Z. The result is ASCII, without a NUL at its end; free it with `aimark_buf_free`.
///
/// No answer says that a law is kept, and that no mark is found says nothing about how content came to be.
///
/// Returns `AIMARK_OK`; `AIMARK_E_UNSUPPORTED` when this library was built without laws; `AIMARK_E_LIMIT` for an asset of
/// more than 256 MiB; `AIMARK_E_ARGUMENT` for a moment before 1970 or after 9999 and for NULL; `AIMARK_E_INTERNAL`.
/// `*out` is NULL unless the status is `AIMARK_OK`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_laws_check(
    laws: Option<&aimark_laws>,
    report: Option<&aimark_report>,
    asset: aimark_view,
    at: i64,
    out: *mut *mut aimark_buf,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        // SAFETY: the caller's place for the result, as the header demands.
        let out = unsafe { Out::new(out) }?;
        let (laws, report) = (given(laws, "laws")?, given(report, "report")?);
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let asset = unsafe { asset.bytes("asset") }?;
        let said = laws.laws.check(&laws.how, report.found(), asset, moment(at, "at")?)?;
        out.fill(aimark_buf::of_text(said));
        Ok(AIMARK_OK)
    })
}
