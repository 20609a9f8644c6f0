//! The judge: the `c2pa` crate, an implementation that is not ours.

use std::io::Cursor;

use c2pa::{Context, Reader, Settings, ValidationState};

/// What the judge says of a file.
#[derive(Debug)]
pub struct Opinion {
    pub state: ValidationState,
    /// Codes of its failures.
    pub failures: Vec<String>,
    pub json: String,
}

/// The judge's opinion of `asset`, with `anchors` (PEM) accepted if given. `Err` when it cannot read a label.
pub fn opinion(asset: &[u8], media_type: &str, anchors: Option<&str>) -> Result<Opinion, c2pa::Error> {
    let reader = Reader::from_context(context(anchors)).with_stream(media_type, Cursor::new(asset))?;
    let failures = reader
        .validation_results()
        .and_then(|r| r.active_manifest())
        .map(|m| m.failure().iter().map(|s| s.code().to_owned()).collect());
    Ok(Opinion {
        state: reader.validation_state(),
        failures: failures.unwrap_or_default(),
        json: reader.json(),
    })
}

/// A context that keeps the judge off the network and accepts only `anchors`.
pub fn context(anchors: Option<&str>) -> Context {
    context_of(&settings(anchors))
}

pub fn context_of(settings: &serde_json::Value) -> Context {
    let settings = Settings::new().with_json(&settings.to_string()).unwrap();
    Context::new().with_settings(settings).unwrap()
}

pub fn settings(anchors: Option<&str>) -> serde_json::Value {
    let mut settings = serde_json::json!({
        "verify": { "verify_trust": true, "remote_manifest_fetch": false, "ocsp_fetch": false },
        "builder": { "thumbnail": { "enabled": false } },
    });
    if let Some(pem) = anchors {
        settings["trust"] = serde_json::json!({ "trust_anchors": pem });
    }
    settings
}
