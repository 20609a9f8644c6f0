//! Says what `aimark-c2pa` finds in files, one line of JSON for each: for `tests/interop/check-foreign`.
//!
//! `judge-foreign [--signers NAME=PEM]... [--stamps NAME=PEM]... FILE...`

use std::path::Path;

use aimark::Severity;
use aimark_c2pa::{AnchorList, Examiner, Options, media_type};
use serde_json::{Value, json};

fn main() {
    let mut arguments = std::env::args().skip(1).peekable();
    let (mut signers, mut stamps) = (Vec::new(), Vec::new());
    while let Some(list) = arguments.next_if(|word| word == "--signers" || word == "--stamps") {
        let named = arguments.next().expect("a list: NAME=PEM");
        let (name, file) = named.split_once('=').expect("a list: NAME=PEM");
        let anchors = AnchorList::new(name, std::fs::read_to_string(file).unwrap());
        if list == "--signers" { signers.push(anchors) } else { stamps.push(anchors) }
    }
    let examiner = Examiner::new(&signers, &stamps, Options::default()).unwrap();
    for file in arguments {
        println!("{}", line(&examiner, Path::new(&file)));
    }
}

fn line(examiner: &Examiner, file: &Path) -> Value {
    let path = file.display().to_string();
    let asset = std::fs::read(file).unwrap();
    let extension = file.extension().and_then(|extension| extension.to_str());
    let Some(kind) = media_type(&asset, extension) else {
        return json!({ "path": path, "error": "not a kind that can carry a credential" });
    };
    let found = match examiner.examine(&asset, kind) {
        Ok(Some(found)) => found,
        Ok(None) => return json!({ "path": path, "type": kind, "verdict": "unmarked" }),
        Err(error) => return json!({ "path": path, "type": kind, "error": error.to_string() }),
    };
    let codes = |severity| -> Vec<&str> {
        found.findings.iter().filter(|f| f.severity == severity).map(|f| f.code.as_str()).collect()
    };
    json!({
        "path": path,
        "type": kind,
        "verdict": found.verdict.name(),
        "integrity": found.integrity.name(),
        "trust": found.trust.name(),
        "ai": found.ai.extent.name(),
        "statements": found.ai.statements.iter().map(|s| {
            json!({ "action": s.action, "source": s.source_type, "software": s.software, "depth": s.depth })
        }).collect::<Vec<_>>(),
        "accepted_by": found.accepted_by,
        "signer": found.signer.as_ref().map(|s| json!({
            "name": s.common_name, "organization": s.organization, "issuer": s.issuer, "serial": s.serial,
            "algorithm": s.algorithm, "until": s.not_after.map(|t| t.to_string()), "fingerprint": s.fingerprint,
        })),
        "signed_at": found.signed_at.as_ref().map(|at| json!({
            "time": at.time.to_string(), "authority": at.authority, "accepted_by": at.accepted_by,
        })),
        "generator": found.generator,
        "manifest": found.manifest,
        "manifests": found.manifests,
        "identities": found.identities.iter().map(|i| json!([i.kind, i.who, i.holds, i.accepted])).collect::<Vec<_>>(),
        "ingredients": found.ingredients.iter()
            .map(|i| json!([i.title, i.relationship, i.state.name(), i.accepted_by])).collect::<Vec<_>>(),
        "remote": found.remote,
        "failures": codes(Severity::Failure),
        "informational": codes(Severity::Informational),
        "successes": codes(Severity::Success),
    })
}
