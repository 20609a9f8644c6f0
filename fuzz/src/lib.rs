//! What the fuzz targets share: a fixed identity, checks that hold for every asset, arbitrary labels and edits.

mod edits;
mod labels;

use std::sync::LazyLock;

use aimark::{
    Anchors, Error, Format, InputError, Integrity, Label, Origin, Report, SignContext, Signer, SignerInfo,
    Timestamp, Trust, Verdict, VerifyContext, fuzzing,
};
use base64ct::{Base64, Encoding};

pub use edits::{Edit, Padding, apply};
pub use labels::{label, text};

pub const CHAIN: &[u8] = include_bytes!("../../crates/aimark/tests/identity/chain.pem");
pub const KEY: &[u8] = include_bytes!("../../crates/aimark/tests/identity/key.pem");
pub const ROOT: &[u8] = include_bytes!("../../crates/aimark/tests/identity/root.pem");

pub static SIGNER: LazyLock<Signer> = LazyLock::new(|| Signer::from_pem(CHAIN, KEY).unwrap());
/// Anchors that accept [`SIGNER`].
pub static ANCHORS: LazyLock<Anchors> = LazyLock::new(|| {
    let mut anchors = Anchors::new();
    anchors.add_pem(ROOT).unwrap();
    anchors
});

/// A moment inside the validity of [`SIGNER`].
pub fn now() -> Timestamp {
    "2026-11-21T12:00:00Z".parse().unwrap()
}

pub fn sign_context(said: Option<Format>) -> SignContext {
    let mut context = SignContext::new(now(), core::array::from_fn(|i| i as u8));
    context.format = said;
    context
}

pub fn verify_context(said: Option<Format>) -> VerifyContext<'static> {
    VerifyContext { format: said, anchors: &ANCHORS, ..VerifyContext::new(now()) }
}

/// One of the formats, or none.
pub fn format(number: u8) -> Option<Format> {
    Format::all().nth(usize::from(number) % (Format::all().count() + 1))
}

/// Verifies an asset and checks what every report promises.
pub fn verify(asset: &[u8], said: Option<Format>) -> Result<Report, Error> {
    let report = aimark::verify(asset, &verify_context(said));
    match &report {
        Ok(report) => check_report(report),
        Err(Error::Internal(words)) => panic!("{words}"),
        Err(error) => check_shown(&error.to_string()),
    }
    report
}

fn check_report(report: &Report) {
    let passed = matches!(report.verdict(), Verdict::Trusted | Verdict::Valid);
    assert_eq!(report.proof().is_some(), passed);
    assert_eq!(report.trust() == Trust::Accepted, report.verdict() == Verdict::Trusted);
    assert!(!passed || report.integrity() == Integrity::Intact);
    assert_eq!(report.foreign().is_some(), report.verdict() == Verdict::Foreign);
    let failed = report.findings_of(aimark::Severity::Failure).next().is_some();
    assert!(failed || report.verdict() != Verdict::Invalid, "invalid without a reason");
    let texts = report.findings().iter().flat_map(|f| [f.place.as_str(), f.words.as_str()]);
    texts.chain(report.claim_generator()).chain(report.manifest_id()).for_each(check_shown);
    report.stated_signer().into_iter().for_each(check_signer);
    if let Some(foreign) = report.foreign() {
        check_shown(&foreign.reason);
        foreign.assertions.iter().chain(&foreign.digital_source_types).for_each(|text| check_shown(text));
    }
    let line = aimark_json::Line::new(aimark_json::Schema::Report).with_report(report, "");
    check_shown(&line.into_text(|c| !c.is_ascii()));
}

pub fn check_signer(signer: &SignerInfo) {
    let SignerInfo { subject, common_name, organization, issuer, serial, fingerprint, .. } = signer;
    [subject, common_name, issuer, serial, fingerprint].iter().for_each(|text| check_shown(text));
    organization.iter().for_each(|text| check_shown(text));
}

/// That a text steers no terminal and reorders no words.
pub fn check_shown(text: &str) {
    let bad = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    assert!(!text.contains(bad), "not safe to show: {text:?}");
}

/// An image of `format`: a label is found exactly where the report is not `Unmarked`, and a new one changes nothing else.
pub fn image(asset: &[u8], format: Format) {
    if Format::detect(asset) != Some(format) {
        return;
    }
    let labels = aimark::fuzzing::labels(asset, None);
    if let Ok(report) = verify(asset, None) {
        assert_eq!(labels.is_empty(), report.verdict() == Verdict::Unmarked);
    }
    round_trip(asset, None, &generated());
}

/// Labels an asset, if that can be done, and checks what every signature promises: the label is where the carrier finds
/// it, all the rest is the original's, and the result is trusted and says the same.
pub fn round_trip(asset: &[u8], said: Option<Format>, label: &Label) -> Option<Vec<u8>> {
    round_trip_in(asset, &sign_context(said), label)
}

pub fn round_trip_in(asset: &[u8], context: &SignContext, label: &Label) -> Option<Vec<u8>> {
    let said = context.format;
    let signed = match aimark::sign(asset, label, &SIGNER, context) {
        Ok(signed) => signed,
        Err(Error::Internal(words)) => panic!("{words}"),
        Err(_) => return None,
    };
    let whole = signed.to_vec();
    let [head, before, mark, closing, after] = signed.pieces();
    if signed.format() == Format::WebP {
        assert_eq!(head.get(..4), Some(&b"RIFF"[..]));
        assert!(head.len() == 8 && matches!(closing, [] | [0]));
    } else {
        assert!(head.is_empty() && closing.is_empty());
    }
    assert_eq!(&asset[head.len()..], [before, after].concat(), "the asset was changed");
    let start = head.len() + before.len();
    let found = fuzzing::labels(&whole, said);
    assert_eq!(found.len(), 1, "the carrier finds another number of labels");
    assert_eq!(found[0].0, start..start + mark.len(), "the label is found elsewhere");
    let stated = stated(label);
    // What is no text to those who are not told so is not looked into.
    let told = [Some(said), (!whole.contains(&0)).then_some(None)];
    for said in told.into_iter().flatten() {
        let report = verify(&whole, said).expect("what was signed can be examined");
        assert_eq!(report.verdict(), Verdict::Trusted, "{:?} {:?}", report.findings(), report.foreign());
        assert_eq!(report.proof().map(|proof| proof.label()), Some(&stated), "another label came back");
    }
    let again = aimark::sign(&whole, label, &SIGNER, context);
    let refused = matches!(again, Err(Error::Input(InputError::AlreadyLabelled { .. })));
    assert!(refused, "labelled twice");
    Some(whole)
}

/// `label` as it comes back: with a time.
fn stated(label: &Label) -> Label {
    let mut stated = label.clone();
    if stated.created_at().is_none() {
        stated.set_created_at(now());
    }
    stated
}

pub fn generated() -> Label {
    Label::new(Origin::Generated)
}

/// DER as PEM.
pub fn pem(ders: &[Vec<u8>]) -> Vec<u8> {
    let block = |der: &Vec<u8>| {
        let base64 = Base64::encode_string(der);
        let lines: Vec<&str> =
            base64.as_bytes().chunks(64).map(|line| core::str::from_utf8(line).unwrap()).collect();
        format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", lines.join("\n"))
    };
    ders.iter().map(block).collect::<String>().into_bytes()
}

/// The certificates in a PEM text.
pub fn ders(pem: &[u8]) -> Vec<Vec<u8>> {
    let text = core::str::from_utf8(pem).unwrap();
    let blocks = text.split("-----BEGIN CERTIFICATE-----").skip(1);
    let body = |block: &str| block.split("-----END").next().unwrap_or_default().split_whitespace().collect();
    blocks
        .map(|block| {
            Base64::decode_vec(&{
                let body: String = body(block);
                body
            })
            .unwrap()
        })
        .collect()
}

/// `data` and every store and box that it holds as an asset: so that whole files are a corpus for single rooms too.
pub fn parts(data: &[u8]) -> Vec<Vec<u8>> {
    let stores: Vec<Vec<u8>> = fuzzing::labels(data, None).into_iter().map(|found| found.1).collect();
    let contents: Vec<Vec<u8>> =
        stores.iter().flat_map(|store| fuzzing::contents(store)).map(|content| content.1).collect();
    [vec![data.to_vec()], stores, contents].concat()
}
