//! The `c2pa` crate, with all that is optional switched off, and its settings read once.

use std::hint::black_box;
use std::io::Cursor;
use std::sync::Arc;

use aimark::Format;
use c2pa::{Builder, Context, Reader, Settings, SigningAlg, ValidationState, create_signer};

use crate::assets::Asset;
use crate::{C2PA, CHAIN, Contender, KEY, Operation, ROOT};

/// What it makes of `asset`, or `None` where it cannot: it knows no text, and no signing without a buffer.
pub(crate) fn contender(asset: &Asset, operation: Operation) -> Option<Contender> {
    if asset.format == Format::PlainText {
        return None;
    }
    let (asset, context) = (asset.clone(), context());
    match operation {
        Operation::Sign => None,
        Operation::SignToBuffer => {
            let signer =
                create_signer::from_keys(CHAIN, KEY, SigningAlg::Ed25519, None).expect("an identity");
            let definition = definition();
            Some(Contender::new(C2PA, move || {
                let builder = Builder::from_shared_context(&context).with_definition(definition.as_str());
                let mut out = Cursor::new(Vec::with_capacity(asset.bytes.len() + 0x8000));
                let mut input = Cursor::new(&asset.bytes[..]);
                let mut builder = builder.expect("a definition");
                builder.sign(signer.as_ref(), asset.media_type, &mut input, &mut out).expect("an asset");
                drop(black_box(out));
            }))
        }
        Operation::Verify => Some(Contender::new(C2PA, move || {
            let reader = Reader::from_shared_context(&context);
            let reader = reader.with_stream(asset.media_type, Cursor::new(&asset.bytes[..]));
            let reader = black_box(reader.expect("a labelled asset"));
            assert_eq!(reader.validation_state(), ValidationState::Trusted);
        })),
    }
}

/// Keeps it off the network, and accepts the same root as we do.
fn context() -> Arc<Context> {
    let settings = serde_json::json!({
        "verify": {
            "verify_trust": true,
            "verify_after_sign": false,
            "remote_manifest_fetch": false,
            "ocsp_fetch": false,
        },
        "builder": {
            "thumbnail": { "enabled": false },
            "created_assertion_labels": ["c2pa.actions", "c2pa.ai-disclosure"],
        },
        "trust": { "trust_anchors": std::str::from_utf8(ROOT).expect("PEM") },
    });
    let settings = Settings::new().with_json(&settings.to_string()).expect("settings");
    Context::new().with_settings(settings).expect("settings").into_shared()
}

/// The same statement as ours.
fn definition() -> String {
    let action = serde_json::json!({
        "action": "c2pa.created",
        "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia",
        "when": "2026-11-21T12:00:00Z",
    });
    let actions = serde_json::json!({ "actions": [action], "allActionsIncluded": true });
    let definition = serde_json::json!({
        "claim_generator_info": [{ "name": "peer", "version": "1", "specVersion": "2.4.0" }],
        "claim_version": 2,
        "assertions": [
            { "label": "c2pa.actions.v2", "created": true, "data": actions },
            { "label": "c2pa.ai-disclosure", "created": true, "data": { "modelType": "c2pa.types.model" } },
        ],
    });
    definition.to_string()
}
