//! Rows as a newsroom may have them, and rows that somebody made to harm.

use serde_json::{Value, json};

use super::{Head, Limits};
use crate::language::Language;
use crate::report::{ListInForce, Purpose};
use crate::row::Row;

pub(super) fn head(language: Language) -> Head {
    let list = |name: &str, date: Option<&str>, purpose| ListInForce {
        name: name.to_owned(),
        date: date.map(str::to_owned),
        certificates: 12,
        purpose,
    };
    Head {
        language,
        subject: "incoming/2026-11-21".to_owned(),
        time: "2026-11-21T12:00:00Z".to_owned(),
        version: "0.1.0".to_owned(),
        lists: vec![
            list("C2PA trust list", Some("2026-10-02"), Purpose::Content),
            list("C2PA time-stamping list", Some("2026-10-02"), Purpose::Time),
            list("Root of the editorial office", None, Purpose::Own),
        ],
        limits: Limits::default(),
    }
}

const NAMES: [&str; 8] = [
    "morning/aqorda-2026.jpg",
    "morning/Әңгіме — ұшақ, көпір, үй (соңғы нұсқа).png",
    "agency/Вертолёт над рекой, вид с моста.jpg",
    "a.webp",
    "agency/IMG_20261121_101502_long_name_of_a_phone_that_counts_everything_0001.jpeg",
    "text/statement.md",
    "הודעה.png",
    "old/press photo, to be asked for.gif",
];

/// Rows of every sort.
pub(super) fn mixed(count: usize) -> impl Iterator<Item = Row> {
    (0..count).map(|at| {
        let name = NAMES[at.rem_euclid(NAMES.len())];
        let (stem, ending) = name.rsplit_once('.').unwrap();
        let path = format!("incoming/{stem}-{at}.{ending}");
        match at.rem_euclid(11) {
            0 | 5 => row(&path, ours("trusted", "accepted")),
            1 => row(&path, theirs()),
            2 => row(&path, ours("valid", "unknown")),
            3 => row(&path, altered()),
            4 => row(&path, foreign()),
            6 => row(&path, hinted()),
            7 if at.is_multiple_of(2) => row(&path, failed()),
            _ => row(&path, unmarked()),
        }
    })
}

pub(super) fn row(path: &str, mut rest: Value) -> Row {
    rest["schema"] = "aimark.report/1".into();
    rest["path"] = path.into();
    serde_json::from_value(rest).unwrap()
}

fn base(verdict: &str, integrity: &str, trust: &str) -> Value {
    json!({
        "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "type": "image/jpeg",
        "verdict": verdict, "integrity": integrity, "trust": trust, "findings": [], "hints": [],
    })
}

fn with(mut value: Value, more: Value) -> Value {
    value.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    value
}

fn certificate(name: &str, organization: &str) -> Value {
    json!({
        "subject": format!("CN={name}, O={organization}, C=KZ"), "common_name": name, "organization": organization,
        "issuer": "CN=Signing Authority 3, O=Example Trust Services", "serial": "4a19f00c77",
        "not_before": "2026-01-01T00:00:00Z", "not_after": "2027-01-01T00:00:00Z",
        "fingerprint": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
    })
}

fn ours(verdict: &str, trust: &str) -> Value {
    let accepted = (trust == "accepted").then_some("Root of the editorial office");
    with(
        base(verdict, "intact", trust),
        json!({
            "origin": "generated", "signer": certificate("Suret studio", "Qala AI"), "accepted_by": accepted,
            "anchor": accepted.map(|name| certificate(name, "Dala Press")), "claim_generator": "aimark/0.1.0",
            "manifest_id": "urn:c2pa:5e8b8c1a-0000-4000-8000-000000000001",
            "label": {
                "created_at": "2026-11-20T18:00:00Z", "system": "Suret", "system_version": "3.1", "provider": "Qala AI",
                "detector_url": "https://check.example/7", "notice": "Бұл суретті жасанды интеллект жасаған",
                "notice_lang": "kk", "reviewed_by": null,
            },
            "ai": { "statement": "full", "actions": [{ "action": "c2pa.created", "software": "Suret 3.1",
                "digital_source_type": "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia" }] },
            "findings": [{ "code": "claimSignature.validated", "severity": "success", "place": "claim",
                "words": "the signature holds" }],
        }),
    )
}

fn theirs() -> Value {
    with(
        base("trusted", "intact", "accepted"),
        json!({
            "signer": certificate("Camera 5 of the agency", "North Agency"), "accepted_by": "C2PA trust list, 2026-10-02",
            "anchor": certificate("Root CA 1", "Example Trust Services"), "claim_generator": "camera_5 1.2",
            "ai": { "statement": "partial", "actions": [
                { "action": "c2pa.edited", "software": "Editor 12", "digital_source_type": null },
            ] },
            "credential": {
                "title": "Bridge", "manifests": 2,
                "time_stamp": { "time": "2026-11-20T18:00:03Z", "authority": "Stamp Service", "accepted": true },
                "ingredients": [
                    { "title": "DSC_0021.jpg", "relationship": "parentOf", "state": "trusted" },
                    { "title": null, "relationship": "componentOf", "state": null },
                ],
                "identities": [{ "kind": "cawg.x509.cose", "name": "North Agency", "holds": true, "accepted": false }],
                "remote": null,
            },
            "findings": [
                { "code": "timeStamp.trusted", "severity": "success", "place": "signature", "words": "the time stamp is of an accepted authority" },
                { "code": "ingredient.unknownProvenance", "severity": "informational", "place": "ingredient 2", "words": "where an ingredient came from is not known" },
            ],
        }),
    )
}

fn altered() -> Value {
    let mut value = ours("invalid", "not_examined");
    value["integrity"] = "broken".into();
    value["findings"] = json!([{ "code": "assertion.dataHash.mismatch", "severity": "failure", "place": "c2pa.hash.data",
        "words": "the content is not the one that was signed" }]);
    value
}

fn foreign() -> Value {
    with(
        base("foreign", "not_examined", "not_examined"),
        json!({
            "signer": certificate("Somebody", "Some Company"), "claim_generator": "maker 9",
            "foreign": { "reason": "the history of edits is longer than the limit", "manifests": 12,
                "assertions": ["c2pa.actions.v2", "stds.exif"], "digital_source_types": [
                "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"] },
        }),
    )
}

fn unmarked() -> Value {
    with(base("unmarked", "not_examined", "not_examined"), json!({ "watermark_search": "fast" }))
}

fn hinted() -> Value {
    with(
        unmarked(),
        json!({ "hints": [
            { "kind": "iptc_digital_source_type", "says": "generated", "place": "JPEG APP1 at byte 20",
                "key": "Iptc4xmpExt:DigitalSourceType", "value": "trainedAlgorithmicMedia" },
            { "kind": "generator_parameters", "says": "involved", "place": "PNG tEXt at byte 33", "key": "parameters",
                "value": "a bridge over a river, morning light, Steps: 20" },
        ], "watermark": { "origin": "generated", "issuer": 34648, "identifier": 576_692_698_247_u64,
            "value": "261d608645903c87", "key": 0, "z": 23.0, "stated": null } }),
    )
}

fn failed() -> Value {
    json!({ "error": { "kind": "input", "message": "not a whole JPEG: it ends within a segment" } })
}

/// Texts that were made to get out of where they are put, or to mislead who reads them.
pub(super) fn attacks() -> Vec<String> {
    let fixed = [
        "<script>document.title='taken'</script>",
        "\"><img src=x onerror=document.title='taken'>",
        "' onmouseover='document.title=1' x='",
        "--><svg onload=document.title='taken'><!--",
        "</title></style></script></textarea></bdi><h1>Trusted</h1>",
        "]]><iframe srcdoc=\"<script>top.document.title='taken'</script>\">",
        "<meta http-equiv=refresh content=0;url=https://elsewhere.example/>",
        "<base href=https://elsewhere.example/><link rel=stylesheet href=x>",
        "<style>li{display:none}</style>",
        "&lt;script&gt;&#60;b&#62;&amp;amp;",
        "javascript:alert(1)",
        "=HYPERLINK(\"https://elsewhere.example\";\"open\")",
        "https://elsewhere.example/?a=1&copy=2",
        "invoice\u{202e}gpj.exe",
        "\u{2066}\u{202b}trusted\u{2069} \u{200f}valid",
        "line\r\n\u{b}\u{c}\u{8}\ttwo\u{2028}three\u{0}\u{7f}\u{9b}31m",
        "\u{feff}zero\u{200b}width\u{e0041}tag",
        "Z\u{308}\u{308}\u{308}\u{308}\u{308}\u{308}\u{308}\u{308}\u{308}\u{308}\u{308}a",
        "{{7*7}}${7*7}<%= 7*7 %>{ $count }",
        "\u{fffd}\u{ffff}\u{10ffff}",
    ];
    let mut all: Vec<String> = fixed.into_iter().map(str::to_owned).collect();
    all.push("<b>".repeat(40_000));
    all.push("ғ".repeat(100_000));
    all.push(format!("{}/{}", "folder/".repeat(3), "<i>".repeat(50)));
    all
}

/// Rows that have `text` wherever a file can put one.
pub(super) fn everywhere(text: &str) -> Vec<Row> {
    let sorts = [ours("trusted", "accepted"), theirs(), altered(), foreign(), hinted(), failed()];
    sorts
        .into_iter()
        .map(|mut value| {
            replace(&mut value, text);
            value["path_bytes"] = text.into();
            row(text, value)
        })
        .collect()
}

/// What keys of ours have is from a list of ours.
fn replace(value: &mut Value, text: &str) {
    const OURS: [&str; 6] = ["verdict", "integrity", "trust", "statement", "severity", "says"];
    match value {
        Value::String(old) => text.clone_into(old),
        Value::Array(values) => values.iter_mut().for_each(|value| replace(value, text)),
        Value::Object(object) => {
            object
                .iter_mut()
                .filter(|(key, _)| !OURS.contains(&key.as_str()))
                .for_each(|(_, v)| replace(v, text));
        }
        _ => (),
    }
}
