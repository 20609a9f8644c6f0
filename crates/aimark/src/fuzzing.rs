//! For fuzzing alone: single rooms over hostile bytes, and what each room promises. It exists only with
//! `--cfg fuzzing`, so that nobody else can call it.
//!
//! Each function takes bytes of which nothing is known, and panics when a promise is broken.

#![allow(clippy::arithmetic_side_effects, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

use core::ops::Range;

use base64ct::{Base64, Encoding};

use crate::carrier::{self, Carrier, Found, Place, Scan};
use crate::cbor::Value;
use crate::jumbf::{Child, SuperBox};
use crate::key::Algorithm;
use crate::trust::Certificate;
use crate::{Anchors, Format, Limits, SignerInfo, Timestamp};
use crate::{cbor, claim, cose, jumbf, manifest, nfc};

/// Boxes: what is read is written back as the same bytes.
pub fn jumbf(bytes: &[u8]) {
    let Ok(tree) = jumbf::parse(bytes, &Limits::default()) else { return };
    if let Some(written) = written(&tree) {
        assert_eq!(written, bytes, "a tree of boxes has another spelling");
    }
    let _ = manifest::survey(&tree);
    let Ok(manifest) = manifest::only(&tree) else { return };
    let written = manifest::store_with_signature(&manifest, manifest.signature);
    assert_eq!(written.as_deref(), Some(bytes), "a manifest has another spelling");
}

/// `None` where a box holds salt, which is read but never written.
fn written(tree: &SuperBox<'_>) -> Option<Vec<u8>> {
    let whole = |child: &Child<'_>| match child {
        Child::Super(inner) => written(inner),
        Child::Content { kind, data } => jumbf::content(*kind, data),
    };
    let children = tree.children.iter().map(whole).collect::<Option<Vec<_>>>()?;
    let children: Vec<&[u8]> = children.iter().map(Vec::as_slice).collect();
    if tree.salted { None } else { jumbf::superbox(&tree.uuid, tree.label, &children) }
}

/// CBOR: what is read strictly is read loosely too and says the same; written and read again it is the same, and it
/// takes no more and no fewer bytes. Claims and assertions are read from it.
pub fn cbor(bytes: &[u8]) {
    let limits = Limits::default();
    let _ = claim::read_claim(bytes, &limits);
    let _ = claim::read_disclosure(bytes, &limits);
    let _ = claim::read_data_hash(bytes, &limits);
    let _ = claim::digital_source_types(bytes, &limits);
    let _ = claim::generator_of_any(bytes, &limits);
    if let Ok((mut label, _)) = claim::read_actions(bytes, &limits) {
        assert!(label.check_parts().is_ok(), "a label that contradicts itself was read");
        let _ = claim::read_statement(bytes, &mut label, &limits);
        if claim::soft::read(bytes, &mut label, &limits).is_ok() {
            assert_eq!(label.soft_bindings().len(), 1);
        }
    }
    let loose = cbor::decode_loosely(bytes, &limits);
    let Ok(value) = cbor::decode(bytes, &limits) else { return };
    let written = cbor::encode(&value);
    assert_eq!(cbor::encode(&loose.expect("loose reading takes what strict reading takes")), written);
    let again = cbor::decode(&written, &limits).expect("what is written is read");
    assert_eq!(cbor::encode(&again), written, "written and read again, it is another value");
    if !has_floats(&value) {
        // In another order where keys were not in theirs.
        let sorted = |bytes: &[u8]| {
            let mut bytes = bytes.to_vec();
            bytes.sort_unstable();
            bytes
        };
        assert_eq!(sorted(&written), sorted(bytes), "the same data has two spellings");
    }
}

/// Floating-point numbers are written in eight bytes, and read in any size.
fn has_floats(value: &Value<'_>) -> bool {
    match value {
        Value::Float(_) => true,
        Value::Array(items) => items.iter().any(has_floats),
        Value::Map(entries) => entries.iter().any(|(k, v)| has_floats(k) || has_floats(v)),
        Value::Tag(_, inner) => has_floats(inner),
        _ => false,
    }
}

/// COSE: what is as written has one spelling.
pub fn cose(bytes: &[u8]) {
    let limits = Limits::default();
    let certificates = cose::certificates(bytes, &limits);
    let Ok(sign1) = cose::decode(bytes, &limits) else { return };
    assert_eq!(certificates.as_ref(), Some(&sign1.chain), "read loosely, it names others");
    assert_eq!(sign1.signature.len(), Algorithm::Ed25519.signature_len());
    let unpadded = sign1.unpadded(&sign1.signature);
    let again = cose::decode(&unpadded, &limits).expect("what is written is read");
    assert_eq!(again.to_be_signed(b"claim"), sign1.to_be_signed(b"claim"));
    if sign1.as_written && sign1.padding == cose::Padding::default() {
        assert_eq!(unpadded, bytes, "a signature without padding has another spelling");
    }
}

/// The labels that a carrier finds, with where they stand. What is found as written is what would be written.
pub fn labels(asset: &[u8], said: Option<Format>) -> Vec<(Range<usize>, Vec<u8>)> {
    let Ok(scan) = carrier::scan(asset, said, &Limits::default()) else { return Vec::new() };
    if let Ok(place) = scan.place() {
        for len in [0, 1, 1000] {
            if let Ok(plan) = place.plan(len) {
                assert!(plan.at <= asset.len() && plan.head.len() <= plan.at, "a place outside the asset");
            }
        }
    }
    scan.labels.iter().for_each(|found| check_found(asset, &scan, found));
    scan.labels.into_iter().map(|found| (found.range, found.store.into_owned())).collect()
}

fn check_found(asset: &[u8], scan: &Scan<'_>, found: &Found<'_>) {
    let bytes = asset.get(found.range.clone()).expect("a label outside its asset");
    if let Some(inner) = &found.inner {
        assert!(found.range.start <= inner.start && inner.end <= found.range.end);
    }
    // Above that, a JPEG's label has two accepted forms.
    let one_form = !scan.format.is_text() && found.store.len() < 60_000;
    if one_form && found.fault.is_none() && found.deviation.is_none() {
        let place = scan.place().expect("images have a place");
        assert_eq!(place.frame(&found.store), bytes, "a label is framed in another way");
    }
}

/// `asset` with another store in its label: framed soundly, whatever is in it.
pub fn with_store(asset: &[u8], said: Option<Format>, change: impl FnOnce(&mut Vec<u8>)) -> Option<Vec<u8>> {
    let scan = carrier::scan(asset, said, &Limits::default()).ok()?;
    let [found] = scan.labels.as_slice() else { return None };
    let mut store = found.store.to_vec();
    change(&mut store);
    let range = found.range.clone();
    let label = match scan.format.carrier() {
        Carrier::Wrapper => {
            let padding = found.inner.as_ref().and_then(|inner| asset.get(inner.end..range.end));
            [&Place::Wrapper { at: 0 }.frame(&store), padding.unwrap_or_default()].concat()
        }
        Carrier::Element | Carrier::Block(_) => {
            let text = core::str::from_utf8(asset.get(range.clone())?).ok()?;
            text.replacen(&Base64::encode_string(&found.store), &Base64::encode_string(&store), 1)
                .into_bytes()
        }
        _ => scan.place().ok()?.frame(&store),
    };
    let (mut head, tail) = (asset.get(..range.start)?.to_vec(), asset.get(range.end..)?);
    if scan.format == Format::WebP {
        let size = u32::from_le_bytes(*head.get(4..)?.first_chunk()?);
        let size =
            size.checked_add_signed(i32::try_from(label.len()).ok()? - i32::try_from(range.len()).ok()?);
        head.get_mut(4..8)?.copy_from_slice(&size?.to_le_bytes());
    }
    Some([&head, label.as_slice(), tail].concat())
}

/// A manifest store with other bytes in its signature box, and the boxes around it of the right sizes.
pub fn with_signature(store: &[u8], change: impl FnOnce(&mut Vec<u8>)) -> Option<Vec<u8>> {
    let tree = jumbf::parse(store, &Limits::default()).ok()?;
    let manifest = manifest::only(&tree).ok()?;
    let mut signature = manifest.signature.to_vec();
    change(&mut signature);
    manifest::store_with_signature(&manifest, &signature)
}

/// Changes the zero padding in the unprotected header of a COSE_Sign1: entries in any order and number.
pub fn repad(signature: &mut Vec<u8>, change: impl FnOnce(&mut Vec<(String, usize)>)) {
    let limits = Limits::default();
    let Ok(Value::Tag(tag, inner)) = cbor::decode(signature, &limits) else { return };
    let Some([protected, Value::Map(header), payload, bytes]) = inner.as_array() else { return };
    let entry =
        |(key, value): &(Value<'_>, Value<'_>)| Some((key.as_str()?.to_owned(), value.as_bytes()?.len()));
    let mut entries: Vec<_> = header.iter().filter_map(entry).collect();
    change(&mut entries);
    let Some(count) = u8::try_from(entries.len()).ok().filter(|count| *count < 24) else { return };
    let pair = |(key, len): &(String, usize)| {
        [cbor::encode(&Value::text(key.as_str())), cbor::encode(&Value::bytes(vec![0; *len]))].concat()
    };
    // Not by way of a map, whose keys are put in order when written.
    let header: Vec<u8> = entries.iter().flat_map(pair).collect();
    let whole = Value::Array(vec![protected.clone(), Value::Uint(0), payload.clone(), bytes.clone()]);
    let (whole, at) = (cbor::encode(&whole), 1 + cbor::encode(protected).len());
    let tag = cbor::encode(&Value::Tag(tag, Box::new(Value::Null)));
    let parts = [&tag[..tag.len() - 1], &whole[..at], &[0xa0 | count], &header, &whole[at + 1..]];
    *signature = parts.concat();
}

/// The boxes with content in a store, named: what the other functions here can be fed with.
pub fn contents(store: &[u8]) -> Vec<(String, Vec<u8>)> {
    fn walk(tree: &SuperBox<'_>, out: &mut Vec<(String, Vec<u8>)>) {
        for child in &tree.children {
            match child {
                Child::Super(inner) => walk(inner, out),
                Child::Content { data, .. } => out.push((tree.label.to_owned(), data.to_vec())),
            }
        }
    }
    let mut out = Vec::new();
    if let Ok(tree) = jumbf::parse(store, &Limits::default()) {
        walk(&tree, &mut out);
    }
    out
}

/// Form C: a text passes exactly when normalizing leaves it as it is, the place of a fault is the first difference,
/// and a text can be normalized in two halves at each boundary.
pub fn nfc(text: &str) {
    let normal = nfc::normalize(text);
    match nfc::check(text) {
        Ok(()) => assert_eq!(normal, text, "taken for form C"),
        Err(nfc::Fault::NotNormal { at, character }) => {
            assert_ne!(normal, text, "not taken for form C");
            assert_eq!(normal.get(..at), text.get(..at), "the first difference is before byte {at}");
            assert!(text.get(at..).is_some_and(|rest| rest.starts_with(character)));
        }
        Err(nfc::Fault::TooManyMarks { at }) => assert!(text.is_char_boundary(at)),
    }
    for near in [text.len(), text.len().saturating_sub(64), text.len() / 2] {
        let at = nfc::boundary(text, near);
        let (first, second) = text.split_at(at);
        assert!(at <= near);
        assert_eq!([nfc::normalize(first), nfc::normalize(second)].concat(), normal, "no boundary at {at}");
    }
}

/// Every certificate of a PEM text, described, and tried by itself. `None` when it cannot be read.
pub fn certificates(pem: &[u8]) -> Option<Vec<SignerInfo>> {
    let all = Certificate::all_from_pem(pem, 8).ok()?;
    for certificate in &all {
        let again = Certificate::from_der(certificate.der().to_vec(), 1).expect("it was read before");
        assert_eq!(again.describe(), certificate.describe());
        let _ = (certificate.is_authority(), certificate.ed25519_key());
        let sound = crate::trust::check_profile(certificate).is_ok();
        assert!(!(sound && certificate.is_authority()), "an authority passes for a signer");
        assert!(sound || crate::trust::check_for_signing(certificate).is_err());
    }
    Some(all.iter().map(Certificate::describe).collect())
}

/// By which of `anchors` a chain is accepted.
pub fn accepted(chain: &[u8], anchors: &Anchors, at: Timestamp) -> Option<SignerInfo> {
    let ders: Vec<_> = Certificate::all_from_pem(chain, 8).ok()?.iter().map(|c| c.der().to_vec()).collect();
    let ask = |anchors: &Anchors| anchors.chain(&ders).map(|chain| anchors.accept(&chain, at).ok());
    let accepted = ask(anchors).ok()?;
    assert_eq!(ask(anchors), Ok(accepted.clone()), "another answer when asked again");
    assert_eq!(ask(&anchors.clone()), Ok(accepted.clone()), "another answer from memory");
    let anchor = accepted?.into_anchor();
    assert!(anchor.not_before <= at && at <= anchor.not_after, "an anchor that is not in force accepts");
    Some(anchor)
}
