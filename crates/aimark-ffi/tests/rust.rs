//! The C functions called from Rust: the JSON against its schema, and a key service that really signs.

#![allow(unsafe_code, reason = "the functions take pointers")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "helpers of tests fail loudly")]

use core::ffi::c_void;
use core::ptr::{null_mut, slice_from_raw_parts};

use aimark_capi::*;
use ed25519_dalek::pkcs8::DecodePrivateKey as _;
use ed25519_dalek::{Signer as _, SigningKey};
use serde_json::Value;

const CHAIN: &[u8] = include_bytes!("../../aimark/tests/identity/chain.pem");
const KEY: &str = include_str!("../../aimark/tests/identity/key.pem");
const PICTURE: &[u8] = include_bytes!("../../aimark/tests/identity/dot.png");
const SCHEMA: &str = include_str!("../../../docs/report.schema.json");

fn view(bytes: &[u8]) -> aimark_view {
    aimark_view { ptr: bytes.as_ptr(), len: bytes.len() }
}

fn bytes(view: aimark_view) -> Vec<u8> {
    // SAFETY: the views of these tests come from objects that are still there.
    unsafe { &*slice_from_raw_parts(view.ptr, view.len) }.to_vec()
}

/// Takes over what a function made.
fn taken<T>(status: aimark_status, expected: aimark_status, out: *mut T) -> Box<T> {
    assert_eq!(status, expected);
    assert!(!out.is_null());
    // SAFETY: the library made it with `Box`, and nobody else frees it.
    unsafe { Box::from_raw(out) }
}

unsafe extern "C" fn sign(
    ctx: *mut c_void,
    message: aimark_view,
    signature: *mut u8,
    capacity: usize,
    written: *mut usize,
) -> i32 {
    // SAFETY: the context that the test gave, alive as long as the signer.
    let key = unsafe { &*ctx.cast::<SigningKey>() };
    let made = key.sign(&bytes(message)).to_bytes();
    assert!(made.len() <= capacity);
    // SAFETY: there is room for `capacity` bytes, and for the number.
    unsafe { signature.copy_from_nonoverlapping(made.as_ptr(), made.len()) };
    // SAFETY: the same.
    unsafe { written.write(made.len()) };
    0
}

fn key() -> SigningKey {
    SigningKey::from_pkcs8_pem(KEY).unwrap()
}

fn signer(key: &SigningKey) -> Box<aimark_signer> {
    let (ctx, mut out) = (core::ptr::from_ref(key).cast_mut().cast(), null_mut());
    // SAFETY: every pointer is good.
    let status = unsafe { aimark_signer_from_callback(Some(sign), ctx, view(CHAIN), &raw mut out, None) };
    taken(status, AIMARK_OK, out)
}

fn label() -> Box<aimark_label> {
    let mut label = aimark_label_new().unwrap();
    assert_eq!(aimark_label_set_origin(Some(&mut label), AIMARK_ORIGIN_GENERATED, None), AIMARK_OK);
    label
}

fn verified(asset: &[u8], expected: aimark_status) -> Box<aimark_report> {
    let mut out = null_mut();
    // SAFETY: every pointer is good.
    let status = unsafe { aimark_verify(None, None, view(asset), &raw mut out, None) };
    taken(status, expected, out)
}

fn signed(signer: &aimark_signer, label: &aimark_label) -> Vec<u8> {
    let mut out = null_mut();
    // SAFETY: every pointer is good.
    let status = unsafe { aimark_sign(Some(signer), Some(label), None, view(PICTURE), &raw mut out, None) };
    bytes(aimark_buf_view(Some(&taken(status, AIMARK_OK, out))))
}

#[test]
fn a_key_service_signs_for_eight_threads() {
    let key = key();
    let (signer, label) = (signer(&key), label());
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| (0..20).for_each(|_| drop(verified(&signed(&signer, &label), AIMARK_UNTRUSTED))));
        }
    });
}

#[test]
fn a_text_in_pieces_is_signed_in_two_phases() {
    let (key, label, words) = (key(), label(), "Жасанды интеллект жазған мәтін.");
    let mut text = aimark_text_new().unwrap();
    for piece in words.as_bytes().chunks(7) {
        // SAFETY: every pointer is good.
        assert_eq!(unsafe { aimark_text_push(Some(&mut text), view(piece), None) }, AIMARK_OK);
    }
    let mut chain = null_mut();
    // SAFETY: every pointer is good.
    let status = unsafe { aimark_chain_from_pem(view(CHAIN), &raw mut chain, None) };
    let chain = taken(status, AIMARK_OK, chain);
    let mut pending = null_mut();
    // SAFETY: every pointer is good.
    let status = unsafe {
        aimark_text_prepare(Some(&mut text), Some(&label), Some(&chain), None, &raw mut pending, None)
    };
    let mut pending = taken(status, AIMARK_OK, pending);
    let signature = key.sign(&bytes(aimark_pending_to_be_signed(Some(&pending)))).to_bytes();
    let mut mark = null_mut();
    // SAFETY: every pointer is good.
    let status = unsafe { aimark_pending_finish(Some(&mut pending), view(&signature), &raw mut mark, None) };
    let mark = bytes(aimark_buf_view(Some(&taken(status, AIMARK_OK, mark))));
    verified(&[words.as_bytes(), &mark].concat(), AIMARK_UNTRUSTED);
}

fn json(report: &aimark_report) -> Value {
    let mut out = null_mut();
    // SAFETY: every pointer is good.
    let status = unsafe { aimark_report_json(Some(report), view(b"dot.png"), &raw mut out, None) };
    let text = bytes(aimark_buf_view(Some(&taken(status, AIMARK_OK, out))));
    serde_json::from_slice(&text).unwrap()
}

/// That an object has the keys that the schema's definition requires, in its order, and no other.
fn has_shape(object: &Value, definition: &str) {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let required = schema["$defs"][definition]["required"].as_array().unwrap().clone();
    let keys: Vec<Value> = object.as_object().unwrap().keys().map(|key| key.as_str().into()).collect();
    assert_eq!(keys, required, "{definition}");
}

#[test]
fn the_json_has_the_shape_of_the_schema() {
    let key = key();
    let unmarked = json(&verified(PICTURE, AIMARK_UNMARKED));
    has_shape(&unmarked, "report");
    let marked = json(&verified(&signed(&signer(&key), &label()), AIMARK_UNTRUSTED));
    has_shape(&marked, "report");
    has_shape(&marked["label"], "label");
    has_shape(&marked["signer"], "certificate");
    has_shape(&marked["findings"][0], "finding");
    assert_eq!(marked["verdict"], "valid");

    let (mut err, mut report, mut out) = (aimark_error_new().unwrap(), null_mut(), null_mut());
    // SAFETY: every pointer is good.
    let status = unsafe { aimark_verify(None, None, view(b"GIF89a\0\x80"), &raw mut report, Some(&mut err)) };
    assert_eq!(status, AIMARK_E_UNSUPPORTED);
    // SAFETY: every pointer is good.
    let status = unsafe { aimark_error_json(Some(&err), view(b""), &raw mut out) };
    let text = bytes(aimark_buf_view(Some(&taken(status, AIMARK_OK, out))));
    let failure: Value = serde_json::from_slice(&text).unwrap();
    has_shape(&failure, "failure");
    assert_eq!((&failure["path"], &failure["error"]["kind"]), (&"-".into(), &"unsupported".into()));
}

#[cfg(feature = "law")]
#[test]
fn the_answers_of_laws_have_the_shape_of_the_schema() {
    let (mut laws, mut out) = (aimark_laws_new().unwrap(), null_mut());
    for law in ["kz", "eu", "cn", "kr", "in", "vn", "us-ca", "id"] {
        // SAFETY: every pointer is good.
        assert_eq!(unsafe { aimark_laws_add(Some(&mut laws), view(law.as_bytes()), None) }, AIMARK_OK);
    }
    let report = verified(PICTURE, AIMARK_UNMARKED);
    // SAFETY: every pointer is good.
    let status = unsafe {
        aimark_laws_check(Some(&laws), Some(&report), view(PICTURE), 1_795_262_400, &raw mut out, None)
    };
    let text = bytes(aimark_buf_view(Some(&taken(status, AIMARK_OK, out))));
    assert!(text.is_ascii());
    let all: Vec<Value> = serde_json::from_slice(&text).unwrap();
    let names: Vec<&str> = all.iter().map(|profile| profile["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["common", "kz", "eu", "cn", "kr", "in", "vn", "us-ca", "id"]);
    for profile in &all {
        has_shape(profile, "profile_answers");
        profile["rules"].as_array().unwrap().iter().for_each(|rule| has_shape(rule, "rule_answer"));
    }
}

/// Verifies and signs bytes that may be anything: an answer or a fault of the asset, never one of the library, and a
/// report exactly where there is an answer.
fn survives(asset: &[u8], signer: &aimark_signer, label: &aimark_label) -> aimark_status {
    let (mut report, mut buf, mut text) = (null_mut(), null_mut(), aimark_text_new().unwrap());
    // SAFETY: every pointer is good.
    let status = unsafe { aimark_verify(None, None, view(asset), &raw mut report, None) };
    assert_eq!(report.is_null(), status >= 100);
    assert!(status < 100 || (120..180).contains(&status), "{status}");
    if !report.is_null() {
        json(&taken(status, status, report));
    }
    // SAFETY: every pointer is good.
    let signed = unsafe { aimark_sign(Some(signer), Some(label), None, view(asset), &raw mut buf, None) };
    assert_eq!(buf.is_null(), signed != AIMARK_OK);
    assert!(signed == AIMARK_OK || (120..180).contains(&signed), "{signed}");
    if !buf.is_null() {
        drop(taken(signed, AIMARK_OK, buf));
    }
    // SAFETY: every pointer is good.
    let pushed = unsafe { aimark_text_push(Some(&mut text), view(asset), None) };
    assert!(pushed == AIMARK_OK || (140..180).contains(&pushed), "{pushed}");
    status
}

#[test]
fn hostile_bytes_are_answered() {
    let key = key();
    let (signer, label) = (signer(&key), label());
    let whole = signed(&signer, &label);
    assert_eq!(survives(&whole, &signer, &label), AIMARK_UNTRUSTED);
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 1 << (at % 8);
        let status = survives(&changed, &signer, &label);
        assert!(status != AIMARK_OK && status != AIMARK_UNTRUSTED, "the change at {at} passes");
        survives(&whole[..at], &signer, &label);
    }
}

#[test]
fn each_kind_of_answer_is_given_for_the_hostile_files() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/corpus/hostile");
    let mut seen = std::collections::BTreeSet::new();
    let mut options = aimark_options_new().unwrap();
    assert_eq!(aimark_options_set_time(Some(&mut options), 1_795_262_400, None), AIMARK_OK);
    for file in std::fs::read_dir(folder).unwrap() {
        let asset = std::fs::read(file.unwrap().path()).unwrap();
        let mut out = null_mut();
        // SAFETY: every pointer is good.
        let status = unsafe { aimark_verify(None, Some(&options), view(&asset), &raw mut out, None) };
        assert_ne!(status, AIMARK_E_INTERNAL);
        seen.insert(status);
        if status < 100 {
            let report = taken(status, status, out);
            has_shape(&json(&report), "report");
            let reason = bytes_or_none(aimark_report_foreign_reason(Some(&report)));
            assert_eq!(reason.is_some_and(|words| !words.is_empty()), status == AIMARK_FOREIGN);
            let count = aimark_report_foreign_assertion_count(Some(&report));
            assert!((0..count).all(|i| aimark_report_foreign_assertion(Some(&report), i).len > 0));
        }
    }
    for status in [AIMARK_FOREIGN, AIMARK_ALTERED, AIMARK_BAD_SIGNATURE, AIMARK_BAD_LABEL, AIMARK_EXPIRED] {
        assert!(seen.contains(&status), "{status} is not among {seen:?}");
    }
}

fn bytes_or_none(view: aimark_view) -> Option<Vec<u8>> {
    (!view.ptr.is_null()).then(|| bytes(view))
}
