//! Texts, documents, sound and film.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests fail loudly"
)]

mod files;

use aimark_hints::{Limits, look};
use files::*;

fn page(inner: &str) -> Vec<String> {
    found(format!("<!doctype html><html><head>{inner}</head><body></body></html>").as_bytes())
}

#[test]
fn disclosures_in_html_are_read() {
    let meta = |value: &str| page(&format!("<META name='ai-disclosure' content=\"{value}\">"));
    for (value, says) in [
        ("none", "not_ai"),
        ("ai-assisted", "altered"),
        ("ai-generated", "generated"),
        ("autonomous", "generated"),
        ("mixed", "involved"),
        ("what?", "open"),
    ] {
        assert_eq!(meta(value), [format!("html_disclosure: {says}: HTML meta: ai-disclosure: {value}")]);
    }
    assert_eq!(
        page("<article class=x ai-disclosure=ai-generated ai-model='m'>"),
        ["html_disclosure: generated: HTML attribute: ai-disclosure: ai-generated"]
    );
    assert_eq!(
        page("<p\naidisclosure = 'ai-assisted'/>"),
        ["html_disclosure: altered: HTML attribute: aidisclosure: ai-assisted"]
    );
    assert_eq!(
        page("<meta content=true name=ai-generated>"),
        ["html_disclosure: generated: HTML meta: ai-generated: true"]
    );
    let label = LABEL.replace('"', "&quot;");
    assert_eq!(
        page(&format!("<meta name=AIGC content=\"{label}\">")),
        [format!("aigc_label: generated: HTML meta: AIGC: {LABEL}")]
    );
    // Words on a page are none of ours, nor is what is commented out, or in a script.
    for other in [
        "<p class=ai-disclosure>ai-generated</p>",
        "<!-- <meta name='ai-disclosure' content='ai-generated'> -->",
        "<!-- > words <meta name='ai-disclosure' content='ai-generated'> -->",
        "<script>'<meta name=ai-disclosure content=ai-generated>'</script>",
        "<p title='<meta name=ai-disclosure content=ai-generated>'>",
    ] {
        assert!(page(other).is_empty(), "{other}");
    }
}

#[test]
fn schema_org_is_read_in_three_spellings() {
    let hint = |says: &str, place: &str, value: &str| {
        format!("schema_org: {says}: {place}: digitalSourceType: {value}")
    };
    let term = "https://schema.org/TrainedAlgorithmicMediaDigitalSource";
    let data = r#"{"@context":"https://schema.org","@graph":[{"@type":"Article","image":{"digitalSourceType":"https:\/\/schema.org\/TrainedAlgorithmicMediaDigitalSource"}},{"digitalSourceType":["http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",{"@id":"https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource"}]}]}"#;
    assert_eq!(
        page(&format!("<script type=\"application/ld+json\">{data}</script>")),
        [
            hint("generated", "HTML JSON-LD", term),
            hint("not_ai", "HTML JSON-LD", "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"),
            hint(
                "altered",
                "HTML JSON-LD",
                "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource"
            ),
        ]
    );
    let micro = format!("<link itemprop=digitalSourceType href={term}>");
    assert_eq!(page(&micro), [hint("generated", "HTML", term)]);
    let text = format!("<span property='schema:digitalSourceType'>{term}</span>");
    assert_eq!(page(&text), [hint("generated", "HTML", term)]);
    assert!(page(&format!("<script>{data}</script>")).is_empty());
}

#[test]
fn a_link_to_a_credential_is_shown() {
    assert_eq!(
        page("<link rel='preload c2pa-manifest' href='https://example.com/a.c2pa?x=1&amp;y=2'>"),
        ["remote_credential: open: HTML link: c2pa-manifest: https://example.com/a.c2pa?x=1&y=2"]
    );
}

#[test]
fn what_is_said_of_a_text_helps_where_its_beginning_does_not() {
    let text = b"words <meta name=ai-disclosure content=mixed>";
    let hints = |media_type| look(text, media_type, &Limits::default()).hints.len();
    assert_eq!((hints(None), hints(Some("text/html; charset=utf-8"))), (0, 1));
}

#[test]
fn labels_in_markdown_are_read() {
    let yaml = "AIGC:\n  Label: \"1\"\n  ContentProducer: 001\n";
    let value = "Label: \"1\" ContentProducer: 001";
    let front = [format!("aigc_label: generated: front matter: AIGC: {value}")];
    assert_eq!(found(format!("---\n{yaml}---\n# Words\n").as_bytes()), front);
    assert_eq!(
        found(format!("---\r\ntitle: x\r\n{}feature: y\r\n---\r\n", yaml.replace('\n', "\r\n")).as_bytes()),
        front
    );
    assert_eq!(found(format!("# Title\n---\n{yaml}---\n").as_bytes()), front);
    let fenced = [format!("aigc_label: generated: fenced block: AIGC: {value}")];
    assert_eq!(found(format!("# Words\n\n```yaml\n{yaml}```\n").as_bytes()), fenced);
    let long = format!("{}\n```yaml\n{yaml}```\n", "words\n".repeat(100_000));
    assert_eq!(found(long.as_bytes()), fenced);
    let json = format!("# Words\n\n```json\n{{\"AIGC\": {LABEL}}}\n```\n");
    assert_eq!(found(json.as_bytes()), [format!("aigc_label: generated: fenced block: AIGC: {LABEL}}}")]);
    let wild = "---\nAIGC:\n  Label: \"2\",\n  \"ContentProducer\":   \"001\",\n---\n";
    assert_eq!(
        found(wild.as_bytes()),
        ["aigc_label: suspected: front matter: AIGC: Label: \"2\", \"ContentProducer\":   \"001\","
            .replace("   ", " ")]
    );
    for other in ["AIGC:\n  Label: 1\n", "---\ntags:\n- AIGC\n---\n", "---\nAIGC: what is it?\n---\n"] {
        assert!(found(other.as_bytes()).is_empty(), "{other}");
    }
}

#[test]
fn front_matter_may_disclose() {
    assert_eq!(
        found(b"---\nai_disclosure: ai-assisted\ndigitalSourceType: trainedAlgorithmicMedia\n---\n"),
        [
            "html_disclosure: altered: front matter: ai_disclosure: ai-assisted",
            "iptc_digital_source_type: generated: front matter: digitalSourceType: trainedAlgorithmicMedia"
        ]
    );
}

#[test]
fn documents_of_offices_are_read() {
    let properties = format!(
        "<?xml version='1.0'?><Properties xmlns:vt='urn:vt'><property fmtid='{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}' pid='2' name='Other'>\
         <vt:lpwstr>x</vt:lpwstr></property><property name='AIGC' pid='3'><vt:lpwstr>{}</vt:lpwstr></property></Properties>",
        LABEL.replace('"', "&quot;")
    );
    let expected = [format!("aigc_label: generated: docProps/custom.xml: AIGC: {LABEL}")];
    for packed in [true, false] {
        assert_eq!(found(&zip("docProps/custom.xml", properties.as_bytes(), packed)), expected);
    }
    assert!(found(&zip("docProps/app.xml", properties.as_bytes(), true)).is_empty());
}

#[test]
fn documents_in_pdf_are_read() {
    let expected = [format!("aigc_label: generated: PDF Info: /AIGC: {LABEL}")];
    let hex: String = LABEL.bytes().map(|byte| format!("{byte:02X}")).collect();
    let wide: String = LABEL.encode_utf16().map(|unit| format!("{unit:04x}")).collect();
    for value in [
        format!("({LABEL})"),
        format!(" <{hex}>"),
        format!("<feff{wide}>"),
        format!("({}", LABEL.replace('"', "\\\"") + ")"),
    ] {
        assert_eq!(
            found(format!("%PDF-1.7\n1 0 obj << /AIGC {value} >> endobj\n%%EOF").as_bytes()),
            expected,
            "{value}"
        );
    }
    let far = [b"%PDF-1.7\n", &vec![b' '; 5 << 20][..], format!("<< /AIGC ({LABEL}) >>").as_bytes()].concat();
    let hints = look(&far, None, &Limits::default());
    assert_eq!((words(&hints).as_slice(), hints.cut), (&expected[..], true));
}

#[test]
fn sound_is_read() {
    let wave = riff(b"WAVE", &[(b"fmt ", b"0123456789abcdef"), (b"AIGC", LABEL.as_bytes()), (b"data", b"")]);
    assert_eq!(found(&wave), [format!("aigc_label: generated: RIFF AIGC: AIGC: {LABEL}")]);
    let utf16 = |text: &str| {
        [b"\xff\xfe", &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()[..]].concat()
    };
    let frame = |version: u8, text: &[u8]| {
        let len = text.len() as u32;
        let len = if version == 4 { (len & 0x7f) | (len & 0x3f80) << 1 } else { len };
        let body = [b"TXXX", &len.to_be_bytes()[..], b"\0\0", text].concat();
        let size = body.len() as u32;
        let size = ((size & 0x7f) | (size & 0x3f80) << 1).to_be_bytes();
        [b"ID3", &[version, 0, 0][..], &size, &body, b"\xff\xfb"].concat()
    };
    for version in [3, 4] {
        let latin = [&b"\x03AIGC\0"[..], LABEL.as_bytes()].concat();
        let wide = [b"\x01", &utf16(&format!("AIGC\0\u{feff}{LABEL}"))[..]].concat();
        for text in [latin, wide] {
            assert_eq!(found(&frame(version, &text)), [format!("aigc_label: generated: ID3: AIGC: {LABEL}")]);
        }
    }
}

#[test]
fn film_is_read() {
    let data = |text: &str| iso_box(b"data", &[b"\0\0\0\x01\0\0\0\0", text.as_bytes()].concat());
    let names = |names: &[&str]| -> Vec<u8> {
        let count = (names.len() as u32).to_be_bytes();
        let names = names.iter().flat_map(|name| iso_box(b"mdta", name.as_bytes())).collect::<Vec<_>>();
        iso_box(b"keys", &[&[0; 4][..], &count, &names].concat())
    };
    let list = [iso_box(&[0, 0, 0, 2], &data(LABEL)), iso_box(&[0, 0, 0, 9], &data("x"))].concat();
    let handler = iso_box(b"hdlr", &[0; 24]);
    let keys = names(&["title", "com.example.AIGC"]);
    let meta = [&handler[..], &keys, &iso_box(b"ilst", &list)].concat();
    let iso = iso_box(b"meta", &[&[0; 4][..], &meta].concat());
    let quicktime = iso_box(b"meta", &meta);
    let expected = [format!("aigc_label: generated: MP4 metadata: AIGC: {LABEL}")];
    for inner in [iso_box(b"udta", &iso), iso_box(b"udta", &quicktime), quicktime.clone()] {
        let film = [iso_box(b"ftyp", b"isom\0\0\0\0"), iso_box(b"mdat", &[0; 100]), iso_box(b"moov", &inner)]
            .concat();
        assert_eq!(found(&film), expected);
    }
    let own = [iso_box(b"mean", b"\0\0\0\0com.apple.iTunes"), iso_box(b"name", b"\0\0\0\0AIGC"), data(LABEL)]
        .concat();
    let own = iso_box(b"meta", &[&[0; 4][..], &iso_box(b"ilst", &iso_box(b"----", &own))].concat());
    let film = [iso_box(b"ftyp", b"isom\0\0\0\0"), iso_box(b"moov", &iso_box(b"udta", &own))].concat();
    assert_eq!(found(&film), expected);
}

#[test]
fn places_count_the_bytes_of_a_text_that_is_not_utf_8() {
    let text = b"---\ntitle: \xcf\xf0\xe8\xe2\xe5\xf2\nai-disclosure: mixed\n---\n";
    let hints = look(text, None, &Limits::default());
    assert_eq!(hints.hints[0].place, "front matter at byte 18");
}

#[test]
fn strings_of_pdf_may_hold_parentheses() {
    assert_eq!(
        found(b"%PDF-1.7 /AIGC (Label:1 (a) \\) b) /B"),
        ["aigc_label: generated: PDF Info: /AIGC: Label:1 (a) ) b"]
    );
}
