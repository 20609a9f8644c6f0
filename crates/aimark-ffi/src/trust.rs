//! Whose signatures are accepted.

use aimark::Anchors;

use crate::boundary::{aimark_view, call, free, given, read};
use crate::error::aimark_error;
use crate::status::{AIMARK_OK, aimark_status};

/// The certificates you accept, as roots of trust or as signers by themselves: a certificate authority's accepts what
/// it issued, any other accepts itself only.
///
/// Once certificates are no longer added, any number of threads may share it.
#[derive(Debug, Default)]
pub struct aimark_trust {
    pub(crate) anchors: Anchors,
}

/// A trust that accepts nobody yet. Free it with `aimark_trust_free`.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_trust_new() -> Option<Box<aimark_trust>> {
    read(None, || Some(Some(Box::default())))
}

/// Frees a trust. NULL is fine. No call may be using it.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_trust_free(trust: Option<Box<aimark_trust>>) {
    free(trust);
}

/// Adds every certificate of a PEM text; text around the certificates is passed over, and one that is there already
/// stays once. The text is not kept. While it runs, no other call may use the trust.
///
/// Returns `AIMARK_OK`; `AIMARK_E_CERTIFICATE` when there is none, one cannot be read, or the text has more than 32 MiB
/// or ten thousand certificates, and nothing is added then; `AIMARK_E_ARGUMENT` for NULL; `AIMARK_E_INTERNAL`.
#[must_use]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn aimark_trust_add_pem(
    trust: Option<&mut aimark_trust>,
    pem: aimark_view,
    err: Option<&mut aimark_error>,
) -> aimark_status {
    call(err, || {
        let trust = given(trust, "trust")?;
        // SAFETY: the caller's view is readable during this call, as the header demands.
        let pem = unsafe { pem.bytes("pem") }?;
        trust.anchors.add_pem(pem)?;
        Ok(AIMARK_OK)
    })
}

/// How many certificates there are. 0 for NULL.
#[unsafe(no_mangle)]
pub extern "C" fn aimark_trust_count(trust: Option<&aimark_trust>) -> usize {
    read(0, || Some(trust?.anchors.len()))
}
