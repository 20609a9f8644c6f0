//! Who signs: a key at hand, or a callback to where the key lives.

use core::ffi::c_void;

use aimark::{Algorithm, Chain, Label, SignContext, Signed, Signer, TextMark, TextSigner};

use crate::boundary::{Out, aimark_view, call, free, given, read};
use crate::certificate::aimark_certificate;
use crate::error::{Failure, aimark_error};
use crate::status::{AIMARK_E_SIGNER, AIMARK_OK, aimark_status};

/// Makes a signature elsewhere: in a hardware module, by a key service.
///
/// `ctx` is what was given with the callback. `to_be_signed` is good during the call; Ed25519 (RFC 8032) signs it as it
/// is, without hashing first. The callback writes at most `capacity` bytes to `signature` (an Ed25519 signature has
/// 64), says how many in `*written`, and returns 0. Any other number means that there is no signature, and the call
/// that asked for one returns `AIMARK_E_SIGNER`.
///
/// It runs on the thread that signs, on several at once when several sign. It must return: an exception of C++ or a
/// `longjmp` may not pass through this library. It may call this library, also with the
/// signer, label and options in use, but not with the error or the text, and it frees none of them.
pub type aimark_sign_fn = Option<
    unsafe extern "C" fn(
        ctx: *mut c_void,
        to_be_signed: aimark_view,
        signature: *mut u8,
        capacity: usize,
        written: *mut usize,
    ) -> i32,
>;

/// Certificates with the means to sign. Immutable: any number of threads may share it. A private key in it is wiped
/// when it is freed.
#[derive(Debug)]
pub struct aimark_signer {
    means: Means,
    certificate: aimark_certificate,
}

#[derive(Debug)]
enum Means {
    Key(Box<Signer>),
    Callback(Box<Chain>, Callback),
}

#[derive(Debug)]
struct Callback {
    function: unsafe extern "C" fn(*mut c_void, aimark_view, *mut u8, usize, *mut usize) -> i32,
    ctx: *mut c_void,
}

// SAFETY: the header demands of whoever hands over a callback that several threads may call it at once with this
// context. Nothing here looks behind the pointer.
unsafe impl Send for Callback {}
// SAFETY: the same.
unsafe impl Sync for Callback {}

impl Callback {
    fn sign(&self, to_be_signed: &[u8]) -> Result<Vec<u8>, Failure> {
        let mut signature = vec![0; Algorithm::Ed25519.signature_len()];
        let (place, capacity, mut written) = (signature.as_mut_ptr(), signature.len(), 0);
        let bytes = aimark_view::of(to_be_signed);
        // SAFETY: a function of this signature by the caller's word; the places are good for what they are said to be.
        let answer = unsafe { (self.function)(self.ctx, bytes, place, capacity, &raw mut written) };
        if answer != 0 {
            let words = format!("the callback returned {answer}");
            return Err(Failure::new(AIMARK_E_SIGNER, words).cause(answer));
        }
        if written > capacity {
            return Err(Failure::new(AIMARK_E_SIGNER, "the callback says it wrote more than fits"));
        }
        signature.truncate(written);
        Ok(signature)
    }
}

impl aimark_signer {
    fn new(means: Means) -> Self {
        let chain = match &means {
            Means::Key(signer) => signer.chain(),
            Means::Callback(chain, _) => chain,
        };
        let certificate = aimark_certificate(chain.signer());
        Self { means, certificate }
    }

    pub(crate) fn sign<'a>(
        &self,
        asset: &'a [u8],
        label: &Label,
        context: &SignContext,
    ) -> Result<Signed<'a>, Failure> {
        match &self.means {
            Means::Key(signer) => Ok(aimark::sign(asset, label, signer, context)?),
            Means::Callback(chain, callback) => {
                let pending = aimark::prepare(asset, label, chain, context)?;
                let signature = callback.sign(pending.to_be_signed())?;
                Ok(pending.finish(&signature)?)
            }
        }
    }

    pub(crate) fn sign_text(
        &self,
        text: TextSigner,
        label: &Label,
        context: &SignContext,
    ) -> Result<TextMark, Failure> {
        match &self.means {
            Means::Key(signer) => Ok(text.finish(label, signer, context)?),
            Means::Callback(chain, callback) => {
                let pending = text.prepare(label, chain, context)?;
                let signature = callback.sign(pending.to_be_signed())?;
                Ok(pending.finish(&signature)?)
            }
        }
    }
}

/// Certificates without the means to sign, for `aimark_prepare`. Immutable: any number of threads may share it.
#[derive(Debug)]
pub struct aimark_chain {
    pub(crate) chain: Chain,
    certificate: aimark_certificate,
}

/// A signer with its key at hand. `chain_pem` holds the certificates, the signing one first, without the root, in at
/// most 32 MiB; `key_pem` an unencrypted Ed25519 key, PKCS#8 in PEM (RFC 8410), in at most 64 KiB. Neither is kept; the
/// caller's copy of the key stays the caller's to wipe. Free the signer with `aimark_signer_free`.
///
/// Returns `AIMARK_OK`; `AIMARK_E_CERTIFICATE`, `AIMARK_E_PROFILE`, `AIMARK_E_KEY`, `AIMARK_E_KEY_MISMATCH`;
/// `AIMARK_E_ARGUMENT`; `AIMARK_E_INTERNAL`. `*out` is NULL unless the status is `AIMARK_OK`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_signer_from_pem(
    chain_pem: aimark_view,
    key_pem: aimark_view,
    out: *mut *mut aimark_signer,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        // SAFETY: the caller's place for the result, as the header demands.
        let out = unsafe { Out::new(out) }?;
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let chain = unsafe { chain_pem.bytes("chain_pem") }?;
        // SAFETY: the same.
        let key = unsafe { key_pem.bytes("key_pem") }?;
        out.fill(aimark_signer::new(Means::Key(Box::new(Signer::from_pem(chain, key)?))));
        Ok(AIMARK_OK)
    })
}

/// A signer whose key lives elsewhere. `function` is called for each signature, with `ctx`, which may be NULL and must
/// stay good until the signer is freed; both must bear as many threads as sign at once. `chain_pem` is as for
/// `aimark_signer_from_pem`, and not kept. Free the signer with `aimark_signer_free`.
///
/// Returns `AIMARK_OK`; `AIMARK_E_CERTIFICATE`, `AIMARK_E_PROFILE`; `AIMARK_E_ARGUMENT`; `AIMARK_E_INTERNAL`. `*out` is
/// NULL unless the status is `AIMARK_OK`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_signer_from_callback(
    function: aimark_sign_fn,
    ctx: *mut c_void,
    chain_pem: aimark_view,
    out: *mut *mut aimark_signer,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        // SAFETY: the caller's place for the result, as the header demands.
        let out = unsafe { Out::new(out) }?;
        let function = given(function, "function")?;
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let chain = Chain::from_pem(unsafe { chain_pem.bytes("chain_pem") }?)?;
        out.fill(aimark_signer::new(Means::Callback(Box::new(chain), Callback { function, ctx })));
        Ok(AIMARK_OK)
    })
}

/// Frees a signer. NULL is fine. No call may be using it.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_signer_free(signer: Option<Box<aimark_signer>>) {
    free(signer);
}

/// The signing certificate. NULL for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_signer_certificate(signer: Option<&aimark_signer>) -> Option<&aimark_certificate> {
    read(None, || Some(Some(&signer?.certificate)))
}

/// Reads certificates, as for `aimark_signer_from_pem`. Free the chain with `aimark_chain_free`.
///
/// Returns `AIMARK_OK`; `AIMARK_E_CERTIFICATE`, `AIMARK_E_PROFILE`; `AIMARK_E_ARGUMENT`; `AIMARK_E_INTERNAL`. `*out` is
/// NULL unless the status is `AIMARK_OK`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_chain_from_pem(
    chain_pem: aimark_view,
    out: *mut *mut aimark_chain,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        // SAFETY: the caller's place for the result, as the header demands.
        let out = unsafe { Out::new(out) }?;
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let chain = Chain::from_pem(unsafe { chain_pem.bytes("chain_pem") }?)?;
        let certificate = aimark_certificate(chain.signer());
        out.fill(aimark_chain { chain, certificate });
        Ok(AIMARK_OK)
    })
}

/// Frees a chain. NULL is fine. No call may be using it.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_chain_free(chain: Option<Box<aimark_chain>>) {
    free(chain);
}

/// The signing certificate. NULL for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_chain_certificate(chain: Option<&aimark_chain>) -> Option<&aimark_certificate> {
    read(None, || Some(Some(&chain?.certificate)))
}
