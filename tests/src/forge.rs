//! A second writer of labels, independent of the engine, in which every part can be replaced: for labels that
//! break exactly one rule and are properly signed otherwise.

use ed25519_dalek::{Signer as _, SigningKey};
use sha2::{Digest, Sha256};

use crate::cbor::{TRUE, array, bytes, map, nint, raw_map, tag, text, uint};

pub const ID: &str = "urn:c2pa:00010203-0405-4607-8809-0a0b0c0d0e0f";
pub const GENERATED: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

pub type Hash = [u8; 32];
pub type Part<A> = Box<dyn Fn(A) -> Vec<u8>>;

/// The hard binding of the asset at hand.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    pub start: u64,
    pub length: u64,
    pub hash: Hash,
}

/// The parts of a label. Each default gives what the engine writes, in sense if not in bytes.
pub struct Forge {
    pub id: String,
    pub actions: Vec<u8>,
    /// Assertions between the actions and the hard binding.
    pub more: Vec<(&'static str, Vec<u8>)>,
    pub data_hash: Part<Binding>,
    /// Assertions in the store that the claim does not list.
    pub unlisted: Vec<(&'static str, Vec<u8>)>,
    /// The claim's list, from the labels and hashes of the listed assertions.
    pub list: Box<dyn Fn(&[(&'static str, Hash)]) -> Vec<Vec<u8>>>,
    /// The claim, from the manifest's id and the list.
    pub claim: Box<dyn Fn(&str, Vec<Vec<u8>>) -> Vec<u8>>,
    pub chain: Vec<Vec<u8>>,
    pub key: SigningKey,
    /// The signature box's content, from protected header and signature.
    pub cose: Box<dyn Fn(&[u8], &[u8]) -> Vec<u8>>,
    /// The manifest's boxes, from assertion store, claim and signature.
    pub parts: Box<dyn Fn([Vec<u8>; 3]) -> Vec<Vec<u8>>>,
    /// The last change to the store before it is framed.
    pub store: Part<Vec<u8>>,
    pub frame: Part<Vec<u8>>,
}

impl Default for Forge {
    fn default() -> Self {
        let identity = crate::identity();
        let chain = vec![der(identity.certificate_pem())];
        Self {
            id: ID.to_owned(),
            actions: actions(vec![action(&[])]),
            more: vec![("c2pa.ai-disclosure", map(&[("modelType", text("c2pa.types.model"))]))],
            data_hash: Box::new(|b| data_hash(vec![exclusion(b.start, b.length)], &b.hash)),
            unlisted: Vec::new(),
            list: Box::new(|all| all.iter().map(|(label, hash)| hashed_uri(label, hash)).collect()),
            claim: Box::new(|id, list| map(&claim_fields(id, list))),
            chain,
            key: key_of(&identity.key_pem()),
            cose: Box::new(|protected, signature| cose(protected, Vec::new(), signature)),
            parts: Box::new(|[assertions, claim, signature]| vec![assertions, claim, signature]),
            store: Box::new(|store| store),
            frame: Box::new(|store| png_chunk(b"caBX", &store)),
        }
    }
}

impl Forge {
    /// `picture` (PNG) with this label after its header.
    pub fn png(&self, picture: &[u8]) -> Vec<u8> {
        self.insert(picture, 33)
    }

    /// `picture` with this label at `at`. The size of the label is found by trying.
    pub fn insert(&self, picture: &[u8], at: usize) -> Vec<u8> {
        let (before, after) = picture.split_at(at);
        let hash = Sha256::digest(picture).into();
        let mut length = 0;
        loop {
            let label = self.label(Binding { start: at as u64, length, hash });
            if label.len() as u64 == length {
                return [before, &label, after].concat();
            }
            length = label.len() as u64;
        }
    }

    fn label(&self, binding: Binding) -> Vec<u8> {
        let mut listed = vec![("c2pa.actions.v2", self.actions.clone())];
        listed.extend(self.more.clone());
        listed.push(("c2pa.hash.data", (self.data_hash)(binding)));
        let boxed = |(label, cbor): &(&'static str, Vec<u8>)| assertion(label, cbor);
        let hashes: Vec<(&'static str, Hash)> =
            listed.iter().map(|a| (a.0, Sha256::digest(&boxed(a)[8..]).into())).collect();
        let claim = (self.claim)(&self.id, (self.list)(&hashes));
        let protected = protected(nint(7), &self.chain);
        let message = array(&[text("Signature1"), bytes(&protected), bytes(&[]), bytes(&claim)]);
        let cose = (self.cose)(&protected, &self.key.sign(&message).to_bytes());
        let assertions: Vec<Vec<u8>> = listed.iter().chain(&self.unlisted).map(boxed).collect();
        let parts = (self.parts)([
            superbox(b"c2as", "c2pa.assertions", &assertions.concat()),
            superbox(b"c2cl", "c2pa.claim.v2", &content(b"cbor", &claim)),
            superbox(b"c2cs", "c2pa.signature", &content(b"cbor", &cose)),
        ]);
        let manifest = superbox(b"c2ma", &self.id, &parts.concat());
        (self.frame)((self.store)(superbox(b"c2pa", "c2pa", &manifest)))
    }
}

pub fn actions(list: Vec<Vec<u8>>) -> Vec<u8> {
    map(&[("actions", array(&list)), ("allActionsIncluded", TRUE.to_vec())])
}

/// A creating action, with fields replaced or added.
pub fn action(changes: &[(&'static str, Vec<u8>)]) -> Vec<u8> {
    let mut fields = vec![
        ("action", text("c2pa.created")),
        ("when", tag(0, text("2026-11-21T12:00:00Z"))),
        ("digitalSourceType", text(GENERATED)),
    ];
    change(&mut fields, changes);
    map(&fields)
}

/// Replaces fields by name, adds new ones, and drops those whose new value is empty.
pub fn change(fields: &mut Vec<(&'static str, Vec<u8>)>, changes: &[(&'static str, Vec<u8>)]) {
    for (key, value) in changes {
        fields.retain(|(k, _)| k != key);
        if !value.is_empty() {
            fields.push((key, value.clone()));
        }
    }
}

pub fn exclusion(start: u64, length: u64) -> Vec<u8> {
    map(&[("start", uint(start)), ("length", uint(length))])
}

pub fn data_hash(exclusions: Vec<Vec<u8>>, hash: &[u8]) -> Vec<u8> {
    map(&[
        ("exclusions", array(&exclusions)),
        ("alg", text("sha256")),
        ("hash", bytes(hash)),
        ("pad", bytes(&[])),
    ])
}

pub fn hashed_uri(label: &str, hash: &[u8]) -> Vec<u8> {
    map(&[("url", text(&format!("self#jumbf=c2pa.assertions/{label}"))), ("hash", bytes(hash))])
}

pub fn claim_fields(id: &str, list: Vec<Vec<u8>>) -> Vec<(&'static str, Vec<u8>)> {
    let generator = map(&[("name", text("forge")), ("specVersion", text("2.4.0"))]);
    vec![
        ("alg", text("sha256")),
        ("signature", text(&format!("self#jumbf=/c2pa/{id}/c2pa.signature"))),
        ("instanceID", text("xmp:iid:10111213-1415-4617-9819-1a1b1c1d1e1f")),
        ("created_assertions", array(&list)),
        ("claim_generator_info", generator),
    ]
}

/// A claim maker that replaces or adds fields.
pub fn claim_with(
    changes: &'static [(&'static str, fn() -> Vec<u8>)],
) -> Box<dyn Fn(&str, Vec<Vec<u8>>) -> Vec<u8>> {
    Box::new(move |id, list| {
        let mut fields = claim_fields(id, list);
        let changes: Vec<_> = changes.iter().map(|(key, value)| (*key, value())).collect();
        change(&mut fields, &changes);
        map(&fields)
    })
}

pub fn protected(algorithm: Vec<u8>, chain: &[Vec<u8>]) -> Vec<u8> {
    let chain: Vec<Vec<u8>> = chain.iter().map(|der| bytes(der)).collect();
    let chain = if let [one] = chain.as_slice() { one.clone() } else { array(&chain) };
    raw_map(&[(uint(1), algorithm), (uint(33), chain)])
}

pub fn cose(protected: &[u8], unprotected: Vec<(Vec<u8>, Vec<u8>)>, signature: &[u8]) -> Vec<u8> {
    let parts = [bytes(protected), raw_map(&unprotected), crate::cbor::NULL.to_vec(), bytes(signature)];
    tag(18, array(&parts))
}

pub fn assertion(label: &str, cbor: &[u8]) -> Vec<u8> {
    superbox(b"cbor", label, &content(b"cbor", cbor))
}

pub fn superbox(kind: &[u8; 4], label: &str, children: &[u8]) -> Vec<u8> {
    let uuid = [&kind[..], &[0, 0x11, 0, 0x10, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71]].concat();
    let description = content(b"jumd", &[&uuid[..], &[3], label.as_bytes(), &[0]].concat());
    content(b"jumb", &[&description, children].concat())
}

pub fn content(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    [&(data.len() as u32 + 8).to_be_bytes()[..], kind, data].concat()
}

pub fn png_chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let body = [&kind[..], data].concat();
    [&(data.len() as u32).to_be_bytes()[..], &body, &crc32fast::hash(&body).to_be_bytes()].concat()
}

/// A JPEG segment with a part of a JUMBF box, its header repeated.
pub fn jpeg_segment(instance: u16, sequence: u32, header: &[u8], part: &[u8]) -> Vec<u8> {
    let data = [b"JP", &instance.to_be_bytes()[..], &sequence.to_be_bytes(), header, part].concat();
    [&[0xff, 0xeb][..], &(data.len() as u16 + 2).to_be_bytes(), &data].concat()
}

/// A text wrapper, padded as version 2.5 has it: its length depends on the store's alone.
pub fn text_wrapper(store: &[u8]) -> Vec<u8> {
    let selector = |b: u8| char::from_u32(if b < 16 { 0xfe00 } else { 0xe00f0 } + u32::from(b)).unwrap();
    let header = [&b"C2PATXT\0\x01"[..], &(store.len() as u32).to_be_bytes()].concat();
    let mut text = String::from('\u{feff}');
    text.extend(header.iter().chain(store).map(|b| selector(*b)));
    let gap = 3 + (13 + store.len()) * 4 + 6 - text.len();
    text.extend(std::iter::repeat_n(selector(0), (gap - 4 * (gap % 3)) / 3));
    text.extend(std::iter::repeat_n(selector(16), gap % 3));
    text.into_bytes()
}

/// The certificate in a PEM text.
pub fn der(pem: &str) -> Vec<u8> {
    x509_cert::der::pem::decode_vec(pem.as_bytes()).unwrap().1
}

/// The Ed25519 key in a PKCS#8 PEM text.
pub fn key_of(pem: &str) -> SigningKey {
    ed25519_dalek::pkcs8::DecodePrivateKey::from_pkcs8_pem(pem).unwrap()
}
