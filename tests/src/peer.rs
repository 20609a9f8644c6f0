//! The judge as a writer: labels of our shape, made by another implementation.

use std::io::Cursor;

use c2pa::{Builder, SigningAlg, create_signer};

/// `asset` labelled by the `c2pa` crate with the fixed identity, in the shape that this engine writes.
pub fn signed(asset: &[u8], media_type: &str) -> Vec<u8> {
    let definition = serde_json::json!({
        "claim_generator_info": [{ "name": "peer", "version": "1", "specVersion": "2.4.0" }],
        "claim_version": 2,
        "assertions": [
            {
                "label": "c2pa.actions.v2",
                "created": true,
                "data": {
                    "actions": [{
                        "action": "c2pa.created",
                        "digitalSourceType": crate::forge::GENERATED,
                        "softwareAgent": { "name": "a system", "version": "3" },
                        "when": "2026-11-21T12:00:00Z",
                    }],
                    "allActionsIncluded": true,
                },
            },
            { "label": "c2pa.ai-disclosure", "created": true, "data": { "modelType": "c2pa.types.model" } },
        ],
    });
    let mut settings = crate::judge::settings(None);
    settings["builder"]["created_assertion_labels"] =
        serde_json::json!(["c2pa.actions", "c2pa.ai-disclosure"]);
    let context = crate::judge::context_of(&settings);
    let mut builder = Builder::from_context(context).with_definition(definition).unwrap();
    let identity = crate::identity();
    let signer = create_signer::from_keys(
        identity.certificate_pem().as_bytes(),
        identity.key_pem().as_bytes(),
        SigningAlg::Ed25519,
        None,
    );
    let mut out = Cursor::new(Vec::new());
    builder.sign(signer.unwrap().as_ref(), media_type, &mut Cursor::new(asset), &mut out).unwrap();
    out.into_inner()
}
