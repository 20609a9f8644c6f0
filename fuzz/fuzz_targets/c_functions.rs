//! The C functions in any order, with any arguments that a C program may hand over: objects or NULL, any bytes, any
//! numbers, objects that are spent. What the header forbids (freeing twice, pointers to nowhere) is not tried.

#![no_main]

use core::ffi::{CStr, c_void};
use core::ptr::null_mut;

use aimark_capi::*;
use aimark_fuzz::{CHAIN, KEY, ROOT, check_shown};
use arbitrary::{Result, Unstructured};

const ASSETS: [&[u8]; 6] = [
    include_bytes!("../seeds/png/dot.png"),
    include_bytes!("../seeds/jpeg/small.jpg"),
    include_bytes!("../seeds/webp/lossy.webp"),
    b"words",
    b"<html><head></head></html>",
    // Large enough for a watermark.
    include_bytes!("../seeds/watermark/waves.png"),
];

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let mut calls = Calls::ready();
    let mut u = Unstructured::new(data);
    for _ in 0..24 {
        if u.is_empty() || calls.step(&mut u).is_err() {
            break;
        }
    }
});

/// The objects of one program: one of each kind. Kept assets live as long as what borrows from them.
#[derive(Default)]
struct Calls {
    // Before the assets that they borrow from.
    pieces: Option<Box<aimark_pieces>>,
    pending: Option<Box<aimark_pending>>,
    signer: Option<Box<aimark_signer>>,
    chain: Option<Box<aimark_chain>>,
    label: Option<Box<aimark_label>>,
    options: Option<Box<aimark_options>>,
    trust: Option<Box<aimark_trust>>,
    text: Option<Box<aimark_text>>,
    report: Option<Box<aimark_report>>,
    buf: Option<Box<aimark_buf>>,
    err: Option<Box<aimark_error>>,
    assets: Vec<Vec<u8>>,
}

/// What C hands over: bytes with their length, nothing, or a length without bytes.
fn view(bytes: &[u8]) -> aimark_view {
    aimark_view { ptr: bytes.as_ptr(), len: bytes.len() }
}

const LENGTH_ALONE: aimark_view = aimark_view { ptr: core::ptr::null(), len: 7 };
const ENDLESS: aimark_view = aimark_view { ptr: core::ptr::dangling(), len: usize::MAX };

/// The bytes behind a view that the library gave. Reads each, so that the sanitizer sees where they lie.
fn read(view: aimark_view) -> Vec<u8> {
    if view.ptr.is_null() {
        assert_eq!(view.len, 0, "a length without bytes");
        return Vec::new();
    }
    // SAFETY: a view of an object that is still there, as the header promises.
    unsafe { core::slice::from_raw_parts(view.ptr, view.len) }.to_vec()
}

fn shown(view: aimark_view) {
    check_shown(&String::from_utf8(read(view)).expect("text is UTF-8"));
}

/// Takes over a result: there exactly when the status says so.
fn taken<T>(slot: &mut Option<Box<T>>, good: bool, out: *mut T) {
    assert_eq!(good, !out.is_null(), "the result and the status disagree");
    if !out.is_null() {
        // SAFETY: the library made it with `Box`, and nobody else frees it.
        *slot = Some(unsafe { Box::from_raw(out) });
    }
}

unsafe extern "C" fn callback(
    ctx: *mut c_void,
    message: aimark_view,
    signature: *mut u8,
    capacity: usize,
    written: *mut usize,
) -> i32 {
    let how = ctx.addr();
    let _ = read(message);
    let len = if how & 1 == 0 { capacity } else { how % (capacity + 1) };
    // SAFETY: there is room for `capacity` bytes, and for the number.
    unsafe { signature.write_bytes(how as u8, len) };
    // SAFETY: the same. A lie about the length must be noticed.
    unsafe { written.write(if how & 2 == 0 { len } else { how }) };
    i32::from(how & 12 == 12)
}

impl Calls {
    /// With what a program has when all went well so far: bytes alone would seldom get there.
    fn ready() -> Self {
        let (mut label, mut options, mut trust) =
            (aimark_label_new(), aimark_options_new(), aimark_trust_new());
        let _ = aimark_label_set_origin(label.as_deref_mut(), AIMARK_ORIGIN_GENERATED, None);
        let _ = aimark_options_set_time(options.as_deref_mut(), 1_795_262_400, None);
        // SAFETY: the view is good during the call.
        let _ = unsafe { aimark_trust_add_pem(trust.as_deref_mut(), view(ROOT), None) };
        let mut made = Self {
            label,
            options,
            trust,
            text: aimark_text_new(),
            err: aimark_error_new(),
            ..Self::default()
        };
        let (mut signer, mut chain) = (null_mut(), null_mut());
        // SAFETY: the views and the place are good during the call.
        let status = unsafe { aimark_signer_from_pem(view(CHAIN), view(KEY), &raw mut signer, None) };
        taken(&mut made.signer, status == AIMARK_OK, signer);
        // SAFETY: the same.
        let status = unsafe { aimark_chain_from_pem(view(CHAIN), &raw mut chain, None) };
        taken(&mut made.chain, status == AIMARK_OK, chain);
        made
    }

    fn step(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        match u.int_in_range(0..=28)? {
            0 => self.label = maybe(u, aimark_label_new())?,
            1 => self.options = maybe(u, aimark_options_new())?,
            2 => self.trust = maybe(u, aimark_trust_new())?,
            3 => self.text = maybe(u, aimark_text_new())?,
            4 => self.err = maybe(u, aimark_error_new())?,
            5 | 6 => return self.set_label(u),
            7 | 8 => return self.set_options(u),
            9 => {
                let pem = pem(u)?;
                // SAFETY: the view is good during the call.
                let status = unsafe {
                    aimark_trust_add_pem(self.trust.as_deref_mut(), view(&pem), self.err.as_deref_mut())
                };
                assert!(status != AIMARK_OK || aimark_trust_count(self.trust.as_deref()) > 0);
            }
            10 => return self.make_signer(u),
            11 => {
                let (pem, mut out) = (pem(u)?, null_mut());
                // SAFETY: the views and the place are good during the call.
                let status =
                    unsafe { aimark_chain_from_pem(view(&pem), &raw mut out, self.err.as_deref_mut()) };
                taken(&mut self.chain, status == AIMARK_OK, out);
            }
            12 => return self.sign(u),
            13 => return self.sign_pieces(u),
            14 => return self.prepare(u),
            15 => return self.finish(u),
            16 | 17 => return self.push(u),
            18 => return self.finish_text(u),
            19 | 20 => return self.verify(u),
            21 => self.read_report(u)?,
            22 => return self.normalize(u),
            23 => self.read_error(u)?,
            24 => self.odd(u)?,
            25 => return self.watermark(u),
            26 => return self.fingerprint(u),
            27 => return self.find_watermark(u),
            _ => self.free(u)?,
        }
        Ok(())
    }

    fn set_label(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        let (label, err) = (self.label.as_deref_mut(), self.err.as_deref_mut());
        let _ = match u.int_in_range(0..=4)? {
            0 => aimark_label_set_origin(label, u.int_in_range(-1..=3)?, err),
            1 => aimark_label_set_created_at(label, u.arbitrary()?, err),
            2 => aimark_label_set_watermarked(label, u.int_in_range(-1..=2)?, err),
            3 => {
                let name = if u.arbitrary()? { b"com.example.a".to_vec() } else { bytes(u)? };
                let value = bytes(u)?;
                // SAFETY: the views are good during the call.
                unsafe { aimark_label_add_soft_binding(label, view(&name), view(&value), err) }
            }
            _ => {
                let (field, text) = (u.int_in_range(-1..=13)?, bytes(u)?);
                // SAFETY: the view is good during the call.
                unsafe { aimark_label_set(label, field, view(&text), err) }
            }
        };
        Ok(())
    }

    fn set_options(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        let (options, err) = (self.options.as_deref_mut(), self.err.as_deref_mut());
        let _ = match u.int_in_range(0..=5)? {
            0 => aimark_options_set_time(options, u.int_in_range(-1..=4_000_000_000)?, err),
            1 => {
                let random = bytes(u)?;
                // SAFETY: the view is good during the call.
                unsafe { aimark_options_set_randomness(options, view(&random), err) }
            }
            2 => {
                let name =
                    *u.choose(&["text/plain", "text/html", "text/markdown", "image/png", "x/y", ""])?;
                // SAFETY: the view is good during the call.
                unsafe { aimark_options_set_media_type(options, view(name.as_bytes()), err) }
            }
            3 => aimark_options_set_limit(options, u.int_in_range(0..=8)?, u.arbitrary()?, err),
            4 => aimark_options_set_padded(options, u.int_in_range(-1..=2)?, err),
            _ => aimark_options_set_digest(options, u.int_in_range(-1..=2)?, err),
        };
        Ok(())
    }

    fn make_signer(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        let (chain, mut out) = (pem(u)?, null_mut());
        let err = self.err.as_deref_mut();
        let status = if u.arbitrary()? {
            let key = if u.arbitrary()? { KEY.to_vec() } else { bytes(u)? };
            // SAFETY: the views and the place are good during the call.
            unsafe { aimark_signer_from_pem(view(&chain), view(&key), &raw mut out, err) }
        } else {
            let ctx = core::ptr::without_provenance_mut(u.arbitrary::<u8>()?.into());
            // SAFETY: the same; the callback never looks behind its context.
            unsafe { aimark_signer_from_callback(Some(callback), ctx, view(&chain), &raw mut out, err) }
        };
        taken(&mut self.signer, status == AIMARK_OK, out);
        Ok(())
    }

    fn sign(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        let (asset, mut out) = (self.asset(u)?, null_mut());
        let (signer, label, options) =
            (self.signer.as_deref(), self.label.as_deref(), self.options.as_deref());
        // SAFETY: the view and the place are good during the call.
        let status = unsafe {
            aimark_sign(signer, label, options, view(&asset), &raw mut out, self.err.as_deref_mut())
        };
        assert_ne!(status, AIMARK_E_INTERNAL);
        taken(&mut self.buf, status == AIMARK_OK, out);
        if status == AIMARK_OK {
            self.assets.push(read(aimark_buf_view(self.buf.as_deref())));
            shown(aimark_buf_manifest_id(self.buf.as_deref()));
        }
        Ok(())
    }

    fn sign_pieces(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        let asset = self.asset(u)?;
        let (kept, mut out) = (self.keep(asset), null_mut());
        let (signer, label, options) =
            (self.signer.as_deref(), self.label.as_deref(), self.options.as_deref());
        // SAFETY: the asset is kept longer than the pieces.
        let status = unsafe {
            aimark_sign_pieces(signer, label, options, kept, &raw mut out, self.err.as_deref_mut())
        };
        assert_ne!(status, AIMARK_E_INTERNAL);
        taken(&mut self.pieces, status == AIMARK_OK, out);
        self.read_pieces();
        Ok(())
    }

    fn prepare(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        let of_text: bool = u.arbitrary()?;
        let asset = self.asset(u)?;
        let (kept, mut out) = (self.keep(asset), null_mut());
        let (label, chain, options) = (self.label.as_deref(), self.chain.as_deref(), self.options.as_deref());
        let err = self.err.as_deref_mut();
        let status = if of_text {
            // SAFETY: the place is good during the call.
            unsafe { aimark_text_prepare(self.text.as_deref_mut(), label, chain, options, &raw mut out, err) }
        } else {
            // SAFETY: the asset is kept longer than the pending label.
            unsafe { aimark_prepare(label, chain, options, kept, &raw mut out, err) }
        };
        assert_ne!(status, AIMARK_E_INTERNAL);
        taken(&mut self.pending, status == AIMARK_OK, out);
        let _ = read(aimark_pending_to_be_signed(self.pending.as_deref()));
        Ok(())
    }

    fn finish(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        let signature = bytes(u)?;
        let (pending, err) = (self.pending.as_deref_mut(), self.err.as_deref_mut());
        if u.arbitrary()? {
            let mut out = null_mut();
            // SAFETY: the view and the place are good during the call.
            let status = unsafe { aimark_pending_finish(pending, view(&signature), &raw mut out, err) };
            taken(&mut self.buf, status == AIMARK_OK, out);
        } else {
            let mut out = null_mut();
            // SAFETY: the same; the asset of the pending label is kept.
            let status =
                unsafe { aimark_pending_finish_pieces(pending, view(&signature), &raw mut out, err) };
            taken(&mut self.pieces, status == AIMARK_OK, out);
        }
        self.read_pieces();
        Ok(())
    }

    fn push(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        let piece = bytes(u)?;
        // SAFETY: the view is good during the call.
        let status =
            unsafe { aimark_text_push(self.text.as_deref_mut(), view(&piece), self.err.as_deref_mut()) };
        assert_ne!(status, AIMARK_E_INTERNAL);
        Ok(())
    }

    fn finish_text(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        let times = u.int_in_range(1..=2)?;
        for time in 0..times {
            let (text, mut out) = (self.text.as_deref_mut(), null_mut());
            let (signer, label, options) =
                (self.signer.as_deref(), self.label.as_deref(), self.options.as_deref());
            // SAFETY: the place is good during the call.
            let status = unsafe {
                aimark_text_finish(text, signer, label, options, &raw mut out, self.err.as_deref_mut())
            };
            assert_ne!(status, AIMARK_E_INTERNAL);
            assert!(time == 0 || status != AIMARK_OK, "a text was finished twice");
            taken(&mut self.buf, status == AIMARK_OK, out);
        }
        Ok(())
    }

    fn verify(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        let (asset, mut out) = (self.asset(u)?, null_mut());
        let (trust, options) = (self.trust.as_deref(), self.options.as_deref());
        // SAFETY: the view and the place are good during the call.
        let status =
            unsafe { aimark_verify(trust, options, view(&asset), &raw mut out, self.err.as_deref_mut()) };
        assert_ne!(status, AIMARK_E_INTERNAL);
        taken(&mut self.report, status < AIMARK_E_ARGUMENT, out);
        if status < AIMARK_E_ARGUMENT {
            assert_eq!(aimark_report_status(self.report.as_deref()), status);
        }
        Ok(())
    }

    fn read_report(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        let index = u.int_in_range(0..=20)?;
        let report = self.report.as_deref();
        for text in [
            aimark_report_not_accepted(report),
            aimark_report_media_type(report),
            aimark_report_sha256(report),
            aimark_report_field(report, u.int_in_range(-1..=13)?),
            aimark_report_generator(report),
            aimark_report_manifest_id(report),
            aimark_report_finding_code(report, index),
            aimark_report_finding_place(report, index),
            aimark_report_finding_words(report, index),
            aimark_report_foreign_reason(report),
            aimark_report_foreign_assertion(report, index),
            aimark_report_foreign_source_type(report, index),
            aimark_report_soft_binding_algorithm(report, index),
        ] {
            shown(text);
        }
        let bound = index < aimark_report_soft_binding_count(report);
        assert_eq!(bound, !read(aimark_report_soft_binding_value(report, index)).is_empty());
        let there = index < aimark_report_finding_count(report);
        assert_eq!(there, !aimark_report_finding_code(report, index).ptr.is_null());
        assert_eq!(there, aimark_report_finding_severity(report, index) != 0);
        let _ = (aimark_report_integrity(report), aimark_report_trust(report), aimark_report_origin(report));
        let _ = (aimark_report_created_at(report), aimark_report_foreign_manifests(report));
        let _ =
            (aimark_report_foreign_assertion_count(report), aimark_report_foreign_source_type_count(report));
        // SAFETY: a constant of the library, which ends in zero.
        let _ = unsafe { CStr::from_ptr(aimark_report_verdict(report)) };
        for certificate in [aimark_report_signer(report), aimark_report_anchor(report)] {
            shown(aimark_certificate_text(certificate, u.int_in_range(0..=7)?));
            let _ = (aimark_certificate_not_before(certificate), aimark_certificate_not_after(certificate));
        }
        let (name, mut out) = (bytes(u)?, null_mut());
        // SAFETY: the view and the place are good during the call.
        let status =
            unsafe { aimark_report_json(report, view(&name), &raw mut out, self.err.as_deref_mut()) };
        assert_ne!(status, AIMARK_E_INTERNAL);
        taken(&mut self.buf, status == AIMARK_OK, out);
        Ok(())
    }

    /// The marked picture takes the place of an asset, and its label that of the label.
    fn watermark(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        let (asset, key) = (self.asset(u)?, self.key(u)?);
        let (issuer, identifier) = (u.arbitrary::<u32>()? >> 15, u.arbitrary::<u64>()? >> 21);
        let (mut out, mut label_out) = (null_mut(), null_mut());
        let (label, options) = (self.label.as_deref(), self.options.as_deref());
        let err = self.err.as_deref_mut();
        let (asset, key) = (view(&asset), view(&key));
        // SAFETY: the views and the places are good during the call.
        let status = unsafe {
            aimark_watermark(
                label,
                options,
                asset,
                key,
                issuer,
                identifier,
                &raw mut out,
                &raw mut label_out,
                err,
            )
        };
        assert_ne!(status, AIMARK_E_INTERNAL);
        assert!(status != AIMARK_OK || (issuer <= 0xffff && identifier >> 42 == 0));
        taken(&mut self.buf, status == AIMARK_OK, out);
        taken(&mut self.label, status == AIMARK_OK, label_out);
        if status == AIMARK_OK {
            self.assets.push(read(aimark_buf_view(self.buf.as_deref())));
        }
        Ok(())
    }

    fn fingerprint(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        let (asset, mut out) = (self.asset(u)?, null_mut());
        let (label, options) = (self.label.as_deref(), self.options.as_deref());
        let err = self.err.as_deref_mut();
        // SAFETY: the view and the place are good during the call.
        let status = unsafe { aimark_fingerprint(label, options, view(&asset), &raw mut out, err) };
        assert_ne!(status, AIMARK_E_INTERNAL);
        taken(&mut self.label, status == AIMARK_OK, out);
        Ok(())
    }

    /// Only as a moment allows: the full search takes long in an instrumented program.
    fn find_watermark(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        let (asset, keys, mut out) = (self.asset(u)?, self.key(u)?, null_mut());
        let (options, full) = (self.options.as_deref(), *u.choose(&[0, 0, 2, -1])?);
        let err = self.err.as_deref_mut();
        // SAFETY: the views and the place are good during the call.
        let status =
            unsafe { aimark_watermark_find(options, view(&asset), view(&keys), full, &raw mut out, err) };
        assert_ne!(status, AIMARK_E_INTERNAL);
        assert!(status != AIMARK_OK || (full == 0 && keys.len() % 32 == 0));
        taken(&mut self.buf, status == AIMARK_OK, out);
        shown(aimark_buf_view(self.buf.as_deref().filter(|_| status == AIMARK_OK)));
        Ok(())
    }

    /// A key of the right length, none, or any bytes.
    fn key(&self, u: &mut Unstructured<'_>) -> Result<Vec<u8>> {
        Ok(match u.int_in_range(0..=2)? {
            0 => vec![7; 32],
            1 => Vec::new(),
            _ => bytes(u)?,
        })
    }

    fn normalize(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        let (text, mut out) = (bytes(u)?, null_mut());
        // SAFETY: the view and the place are good during the call.
        let status = unsafe { aimark_normalize(view(&text), &raw mut out, self.err.as_deref_mut()) };
        assert_eq!(status == AIMARK_OK, core::str::from_utf8(&text).is_ok());
        taken(&mut self.buf, status == AIMARK_OK, out);
        Ok(())
    }

    fn read_error(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        let err = self.err.as_deref();
        shown(aimark_error_field(err));
        shown(aimark_error_message(err));
        let _ = (aimark_error_status(err), aimark_error_offset(err));
        let (name, mut out) = (bytes(u)?, null_mut());
        // SAFETY: the view and the place are good during the call.
        let status = unsafe { aimark_error_json(err, view(&name), &raw mut out) };
        assert_ne!(status, AIMARK_E_INTERNAL);
        taken(&mut self.buf, status == AIMARK_OK, out);
        // SAFETY: a constant of the library, which ends in zero.
        let _ = unsafe { CStr::from_ptr(aimark_status_name(u.arbitrary()?)) };
        Ok(())
    }

    /// Views that are none, and no place for the result.
    fn odd(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        let bad = if u.arbitrary()? { LENGTH_ALONE } else { ENDLESS };
        let (err, mut report, mut buf) = (self.err.as_deref_mut(), null_mut(), null_mut());
        let status = match u.int_in_range(0..=4)? {
            // SAFETY: such views are refused before they are read.
            0 => unsafe { aimark_verify(None, None, bad, &raw mut report, err) },
            // SAFETY: the same.
            1 => unsafe { aimark_normalize(bad, &raw mut buf, err) },
            // SAFETY: the same.
            2 if self.text.is_some() => unsafe { aimark_text_push(self.text.as_deref_mut(), bad, err) },
            // SAFETY: no place for the result is refused.
            3 => unsafe { aimark_verify(None, None, view(b"words"), null_mut(), err) },
            // SAFETY: the same.
            _ => unsafe { aimark_normalize(view(b"words"), null_mut(), err) },
        };
        assert!(status == AIMARK_E_ARGUMENT || status == AIMARK_E_SPENT, "{status}");
        assert!(report.is_null() && buf.is_null());
        Ok(())
    }

    fn free(&mut self, u: &mut Unstructured<'_>) -> Result<()> {
        match u.int_in_range(0..=10)? {
            0 => aimark_pieces_free(self.pieces.take()),
            1 => aimark_pending_free(self.pending.take()),
            2 => aimark_signer_free(self.signer.take()),
            3 => aimark_chain_free(self.chain.take()),
            4 => aimark_label_free(self.label.take()),
            5 => aimark_options_free(self.options.take()),
            6 => aimark_trust_free(self.trust.take()),
            7 => aimark_text_free(self.text.take()),
            8 => aimark_report_free(self.report.take()),
            9 => aimark_buf_free(self.buf.take()),
            _ => aimark_error_free(self.err.take()),
        }
        self.read_pieces();
        Ok(())
    }

    /// The pieces are good for as long as they are kept, whatever else was freed.
    fn read_pieces(&self) {
        let pieces = self.pieces.as_deref();
        let sizes = (0..aimark_pieces_count(pieces)).map(|at| read(aimark_pieces_at(pieces, at)).len());
        assert_eq!(sizes.sum::<usize>(), aimark_pieces_len(pieces));
        assert!(aimark_pieces_at(pieces, 5).ptr.is_null());
        shown(aimark_pieces_manifest_id(pieces));
    }

    /// An asset to examine or label: sound, made before, or any bytes.
    fn asset(&self, u: &mut Unstructured<'_>) -> Result<Vec<u8>> {
        Ok(match u.int_in_range(0..=3)? {
            0 | 1 => u.choose(&ASSETS)?.to_vec(),
            2 => self.assets.last().cloned().unwrap_or_default(),
            _ => bytes(u)?,
        })
    }

    fn keep(&mut self, asset: Vec<u8>) -> aimark_view {
        // What a vector holds stays where it is when the vector itself moves.
        let kept = view(&asset);
        self.assets.push(asset);
        kept
    }
}

fn maybe<T>(u: &mut Unstructured<'_>, object: Option<Box<T>>) -> Result<Option<Box<T>>> {
    Ok(if u.ratio(7, 8)? { object } else { None })
}

fn bytes(u: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    u.arbitrary()
}

fn pem(u: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    Ok(match u.int_in_range(0..=4)? {
        0..=2 => CHAIN.to_vec(),
        3 => ROOT.to_vec(),
        _ => bytes(u)?,
    })
}
