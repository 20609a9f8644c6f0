//! Files in memory, and what is known of them: with all that any rule asks for.

#![allow(dead_code, reason = "each test program uses a part")]

use aimark::{Timestamp, Verdict};
use aimark_aigc::security::{Message, SigningKey, sign};
use aimark_aigc::{Attribute, Label};
use aimark_hints::Says;
use aimark_law::{
    Content, Credential, Evidence, ImageKind, Medium, NoticePlace, NoticeSeen, TextKind, TextNotice,
    TextSeen, TimeStamp,
};

pub(crate) const SOURCE: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/";
pub(crate) const CODE: &str = "001191440300708461136T1XGW3";

/// After every law here began to bind.
pub(crate) fn now() -> Timestamp {
    "2027-03-01T00:00:00Z".parse().unwrap()
}

fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    [&u32::try_from(data.len()).unwrap().to_be_bytes()[..], kind, data, b"\0\0\0\0"].concat()
}

/// A PNG with these chunks; nobody looks at its pixels.
fn png(chunks: &[Vec<u8>]) -> Vec<u8> {
    let header = chunk(b"IHDR", b"\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0");
    [b"\x89PNG\r\n\x1a\n", &header[..], &chunks.concat(), &chunk(b"IEND", b"")].concat()
}

pub(crate) fn text_chunk(key: &str, text: &str) -> Vec<u8> {
    chunk(b"tEXt", format!("{key}\0{text}").as_bytes())
}

/// A PNG with an XMP packet of these properties, and other chunks.
pub(crate) fn picture(properties: &str, others: &[Vec<u8>]) -> Vec<u8> {
    let packet = format!(
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\
         <rdf:Description xmlns:Iptc4xmpExt='http://iptc.org/std/Iptc4xmpExt/2008-02-29/' \
         xmlns:dcterms='http://purl.org/dc/terms/' xmlns:TC260='http://www.tc260.org.cn/ns/AIGC/1.0/'>{properties}\
         </rdf:Description></rdf:RDF></x:xmpmeta>"
    );
    let xmp = chunk(b"iTXt", format!("XML:com.adobe.xmp\0\0\0\0\0{packet}").as_bytes());
    png(&[&[xmp], others].concat())
}

pub(crate) fn source(term: &str) -> String {
    format!("<Iptc4xmpExt:DigitalSourceType>{term}</Iptc4xmpExt:DigitalSourceType>")
}

pub(crate) fn property(name: &str, value: &str) -> String {
    format!("<Iptc4xmpExt:{name}>{value}</Iptc4xmpExt:{name}>")
}

pub(crate) fn aigc(json: &str) -> String {
    format!("<TC260:AIGC>{}</TC260:AIGC>", json.replace('&', "&amp;").replace('<', "&lt;"))
}

/// A label of GB 45438-2025 with nothing wrong, signed.
pub(crate) fn label() -> Label {
    let mut label = Label::new(Attribute::Generated, CODE, "a-17").unwrap();
    let key = SigningKey::from_bytes(&[7; 32]).unwrap();
    let signed = sign(&label, &key, Message::Digest).unwrap();
    label.set_reserved_code1(&signed).unwrap();
    label.set_propagator("001191440300708461136T20001", "b-18").unwrap();
    label
}

/// Marks of a picture with nothing wrong.
pub(crate) fn good_marks() -> String {
    [
        source(&format!("{SOURCE}trainedAlgorithmicMedia")),
        property("AISystemUsed", "Kandinsky"),
        property("AISystemVersionUsed", "5.0"),
        aigc(&label().to_json()),
    ]
    .concat()
}

/// Puts the marks of another file in.
pub(crate) fn remark(evidence: &mut Evidence, asset: &[u8]) {
    let other = Evidence::gather(asset, None, evidence.medium, evidence.at);
    (evidence.hints, evidence.aigc) = (other.hints, other.aigc);
}

pub(crate) fn credential() -> Credential {
    let mut credential = Credential::new(Verdict::Trusted);
    credential.own = true;
    credential.content = Content::AsSigned;
    credential.origins = vec![Says::Generated];
    let fields = [
        ("system", "Kandinsky"),
        ("system_version", "5.0"),
        ("provider", "ACME"),
        ("owner", "ACME"),
        ("content_id", "a-17"),
        ("service_id", "images.acme.kz"),
        ("detector_url", "https://acme.kz/check"),
        ("reviewed_by", "A. Reader"),
        ("responsible", "B. Editor"),
        ("depicts", "person"),
        ("notice_shown", "drawn"),
        ("notice_box", "xywh=10,700,400,60"),
        ("notice_contrast", "12.63"),
    ];
    credential.fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
    credential.created_at = Some("2026-11-21T12:00:00Z".parse().unwrap());
    credential.time_stamp = Some(TimeStamp { time: "2026-11-21T12:00:01Z".parse().unwrap(), accepted: true });
    credential.identifier = Some("urn:c2pa:1".to_owned());
    credential.signer = Some("ACME".to_owned());
    credential
}

/// All that is known of a picture with everything.
pub(crate) fn image() -> Evidence {
    let mut evidence =
        Evidence::gather(&picture(&good_marks(), &[]), None, Medium::Image(ImageKind::Png), now());
    evidence.credential = Some(credential());
    evidence.picture = Some((1000, 800));
    evidence.notice = Some(NoticeSeen::Found);
    evidence.notice_height = Some(40);
    caller(&mut evidence);
    evidence
}

fn caller(evidence: &mut Evidence) {
    evidence.watermark = Some(true);
    evidence.log_entry = Some(true);
    evidence.user_told = Some(true);
}

pub(crate) fn notice(language: &str) -> TextNotice {
    TextNotice { language: language.to_owned(), place: NoticePlace::Head, hidden: false }
}

/// All that is known of a long Markdown text with everything.
pub(crate) fn markdown() -> Evidence {
    let front = format!("---\n{}---\n", label().to_yaml());
    let read = format!("人工智能生成\n\n{}", "word ".repeat(300));
    let medium = Medium::Text(TextKind::Markdown);
    let mut evidence = Evidence::gather((front + &read).as_bytes(), None, medium, now());
    let mut seen = TextSeen::of(&read);
    seen.notices = Some(vec![notice("kk"), notice("zh")]);
    evidence.text = Some(seen);
    evidence.credential = Some(credential());
    caller(&mut evidence);
    evidence
}

/// All that is known of a page with everything.
pub(crate) fn page() -> Evidence {
    let page = r#"<!doctype html><meta name="ai-disclosure" content="ai-generated"><p ai-disclosure="ai-generated">AI"#;
    let mut evidence = Evidence::gather(page.as_bytes(), None, Medium::Text(TextKind::Html), now());
    evidence.http_disclosure = Some("mode=ai-originated, provider=\"ACME\"".to_owned());
    let mut seen = TextSeen::of("AI生成 word");
    seen.notices = Some(vec![notice("en")]);
    evidence.text = Some(seen);
    evidence.credential = Some(credential());
    caller(&mut evidence);
    evidence
}
