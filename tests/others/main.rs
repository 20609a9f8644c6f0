//! Everyone else's credentials through `aimark-c2pa`, in one program because it links the c2pa crate.

mod ai;
mod anchors;
mod foreign;
mod formats;
mod hostile;
mod identities;
mod network;
mod stamps;
mod unchecked;

use aimark_c2pa::{AnchorList, Examiner, Judgement, Options};
use c2pa::{Builder, SigningAlg, create_signer};

/// `asset` as seen with these lists.
fn examine(signers: &[AnchorList], stamps: &[AnchorList], asset: &[u8], media_type: &str) -> Judgement {
    let examiner = Examiner::new(signers, stamps, Options::default()).unwrap();
    examiner.examine(asset, media_type).unwrap().expect("a credential")
}

/// The list that accepts the fixed identity.
fn ours() -> Vec<AnchorList> {
    vec![AnchorList::new("ours", aimark_tests::identity().root_pem())]
}

fn codes(judgement: &Judgement) -> Vec<&str> {
    let failures = judgement.findings.iter().filter(|f| f.severity == aimark::Severity::Failure);
    failures.map(|f| f.code.as_str()).collect()
}

/// A signer for the c2pa crate with the fixed identity.
fn signer() -> c2pa::BoxedSigner {
    let identity = aimark_tests::identity();
    let (chain, key) = (identity.certificate_pem(), identity.key_pem());
    create_signer::from_keys(chain.as_bytes(), key.as_bytes(), SigningAlg::Ed25519, None).unwrap()
}

/// What the c2pa crate's builder makes of a definition.
fn builder(definition: &serde_json::Value) -> Builder {
    let context = aimark_tests::judge::context(None);
    Builder::from_context(context).with_definition(definition.to_string()).unwrap()
}

fn definition(title: &str, actions: serde_json::Value) -> serde_json::Value {
    serde_json::json!({
        "claim_generator_info": [{ "name": "another maker", "version": "9" }],
        "claim_version": 2,
        "title": title,
        "assertions": [{ "label": "c2pa.actions.v2", "created": true, "data": { "actions": actions } }],
    })
}

fn created(source: &str) -> serde_json::Value {
    serde_json::json!([{
        "action": "c2pa.created",
        "digitalSourceType": source,
        "softwareAgent": { "name": "a painter", "version": "3" },
    }])
}

fn sign(builder: &mut Builder, asset: &[u8], media_type: &str) -> c2pa::Result<Vec<u8>> {
    let mut out = std::io::Cursor::new(Vec::new());
    builder.sign(signer().as_ref(), media_type, &mut std::io::Cursor::new(asset), &mut out)?;
    Ok(out.into_inner())
}
