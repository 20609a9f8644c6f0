//! Just enough JUMBF (ISO 19566-5) and COSE (RFC 9052) to find a manifest's claim and its time stamp: the c2pa crate
//! shows neither. Nothing is decided here that a mistake could turn into a success: what is not found is not accepted.

/// What a box of a superbox may hold at most: a guard against boxes without end.
const MAX_BOXES: usize = 4096;

/// The bytes of a manifest's claim and of its claim signature.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Signed<'a> {
    pub(crate) claim: &'a [u8],
    pub(crate) cose: &'a [u8],
}

/// The claim and the signature of the manifest `label` in a manifest store.
pub(crate) fn signed<'a>(store: &'a [u8], label: &str) -> Option<Signed<'a>> {
    let store = children(store).find_map(|b| superbox(b, |l| l == "c2pa"))?;
    let manifest = children(store).find_map(|b| superbox(b, |l| l == label))?;
    let claim =
        children(manifest).find_map(|b| superbox(b, |l| l == "c2pa.claim" || l == "c2pa.claim.v2"))?;
    let cose = children(manifest).find_map(|b| superbox(b, |l| l == "c2pa.signature"))?;
    Some(Signed { claim: content(claim)?, cose: content(cose)? })
}

#[derive(Clone, Copy)]
struct Part<'a> {
    kind: &'a [u8],
    content: &'a [u8],
}

/// The boxes that stand in `bytes`, as far as they can be read.
fn children(bytes: &[u8]) -> impl Iterator<Item = Part<'_>> {
    let mut rest = bytes;
    core::iter::from_fn(move || {
        let (part, after) = split(rest)?;
        rest = after;
        Some(part)
    })
    .take(MAX_BOXES)
}

fn split(bytes: &[u8]) -> Option<(Part<'_>, &[u8])> {
    let (size, rest) = bytes.split_first_chunk::<4>()?;
    let (kind, rest) = rest.split_at_checked(4)?;
    let size = usize::try_from(u32::from_be_bytes(*size)).ok()?;
    let length = if size == 0 { rest.len() } else { size.checked_sub(8)? };
    let (content, after) = rest.split_at_checked(length)?;
    Some((Part { kind, content }, after))
}

/// The content of a superbox (without its description) whose label is the right one.
fn superbox<'a>(part: Part<'a>, is_right: impl Fn(&str) -> bool) -> Option<&'a [u8]> {
    if part.kind != b"jumb" {
        return None;
    }
    let (description, rest) = split(part.content)?;
    let label = description.content.get(17..)?.split(|b| *b == 0).next()?;
    (description.kind == b"jumd" && is_right(core::str::from_utf8(label).ok()?)).then_some(rest)
}

/// The content of the CBOR box of a superbox.
fn content(superbox: &[u8]) -> Option<&[u8]> {
    children(superbox).find(|part| part.kind == b"cbor").map(|part| part.content)
}

/// A time stamp and what it is over (C2PA 2.2, 10.3.2.5).
#[derive(Debug, Clone)]
pub(crate) struct Stamp {
    pub(crate) token: Vec<u8>,
    pub(crate) over: Vec<u8>,
}

/// The signature in a COSE_Sign1 structure.
pub(crate) fn signature(cose: &[u8]) -> Option<Vec<u8>> {
    Some(parse(cose)?.signature.to_vec())
}

/// The time stamp in the unprotected header of a claim signature: the only one, or none.
pub(crate) fn stamp(signed: Signed<'_>) -> Option<Stamp> {
    let cose = parse(signed.cose)?;
    let (token, is_v2) = cose.stamp?;
    let payload = if is_v2 { bytes(cose.signature)? } else { signed.claim.to_vec() };
    // The Sig_structure of a countersignature (RFC 8152, 4.4): context, protected header, nothing, what is signed.
    let mut encoder = minicbor::Encoder::new(Vec::new());
    encoder.array(4).ok()?.str("CounterSignature").ok()?;
    encoder.bytes(cose.protected).ok()?.bytes(&[]).ok()?.bytes(&payload).ok()?;
    Some(Stamp { token: token.to_vec(), over: encoder.into_writer() })
}

fn bytes(content: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = minicbor::Encoder::new(Vec::new());
    encoder.bytes(content).ok()?;
    Some(encoder.into_writer())
}

struct Cose<'a> {
    protected: &'a [u8],
    stamp: Option<(&'a [u8], bool)>,
    signature: &'a [u8],
}

fn parse(cose: &[u8]) -> Option<Cose<'_>> {
    let mut decoder = minicbor::Decoder::new(cose);
    if decoder.datatype().ok()? == minicbor::data::Type::Tag {
        decoder.tag().ok()?;
    }
    if decoder.array().ok()?? != 4 {
        return None;
    }
    let protected = decoder.bytes().ok()?;
    let stamp = header(&mut decoder)?;
    decoder.skip().ok()?;
    Some(Cose { protected, stamp, signature: decoder.bytes().ok()? })
}

/// The time stamp of an unprotected header, and whether it is of the second kind. The first one named counts, as in
/// the c2pa crate.
fn header<'a>(decoder: &mut minicbor::Decoder<'a>) -> Option<Option<(&'a [u8], bool)>> {
    let mut found = None;
    for _ in 0..decoder.map().ok()?? {
        let is_text = decoder.datatype().ok()? == minicbor::data::Type::String;
        let name = if is_text { decoder.str().ok()? } else { skipped(decoder)? };
        match name {
            "sigTst" | "sigTst2" if found.is_none() => found = Some((tokens(decoder)?, name == "sigTst2")),
            _ => decoder.skip().ok()?,
        }
    }
    Some(found)
}

fn skipped(decoder: &mut minicbor::Decoder<'_>) -> Option<&'static str> {
    decoder.skip().ok()?;
    Some("")
}

/// `{"tstTokens": [{"val": token}]}`, with one token.
fn tokens<'a>(decoder: &mut minicbor::Decoder<'a>) -> Option<&'a [u8]> {
    let mut token = None;
    for _ in 0..decoder.map().ok()?? {
        if decoder.str().ok()? != "tstTokens" {
            decoder.skip().ok()?;
            continue;
        }
        if decoder.array().ok()?? != 1 {
            return None;
        }
        for _ in 0..decoder.map().ok()?? {
            if decoder.str().ok()? == "val" {
                token = Some(decoder.bytes().ok()?)
            } else {
                decoder.skip().ok()?
            }
        }
    }
    token
}
