//! Writes the seeds of every target into the folder that is given: a few small files each.

#[path = "../../tests/src/pictures.rs"]
#[allow(dead_code)]
mod pictures;

use std::fs;
use std::path::{Path, PathBuf};

use aimark::{Field, Format, Label, Origin, fuzzing};
use aimark_aigc::Attribute;
use aimark_aigc::security::{Message, SigningKey, sign};
use aimark_fuzz::{CHAIN, KEY, ROOT, SIGNER, ders, sign_context};
use aimark_marks::{Marks, SourceType};
use aimark_notice::Wish;

fn main() {
    let folder = PathBuf::from(std::env::args_os().nth(1).expect("usage: seeds FOLDER"));
    let write = |target: &str, name: &str, bytes: &[u8]| write(&folder, target, name, bytes);
    let mut all = Vec::new();
    for (target, name, picture) in pictures() {
        write(target, name, &picture);
        all.push((name, None, picture.clone()));
        write(target, &format!("signed-{name}"), &signed(&picture, None));
    }
    for (target, name, said, text) in texts() {
        write(target, name, text.as_bytes());
        all.push((name, Some(said), text.as_bytes().to_vec()));
    }
    for (name, said, asset) in &all {
        let labelled = signed(asset, *said);
        write("verify", name, &labelled);
        write("sign", name, &[&[0; 35][..], asset].concat());
        write("c_functions", name, &[&[1; 24][..], asset].concat());
    }
    rooms(&signed(&pictures::png(1, 1), None), &write);
    for (name, bytes) in [("chain.pem", CHAIN), ("root.pem", ROOT), ("key.pem", KEY)] {
        write("certificates", name, bytes);
    }
    write("certificates", "signer.der", &ders(CHAIN)[0]);
    write("certificates", "root.der", &ders(ROOT)[0]);
    for (name, text) in
        [("letters", "Жасанды e\u{301} 漢字 \u{1100}\u{1161}"), ("mark", "text\u{feff}\u{e0133}\u{e0122}")]
    {
        write("stream", name, &[&[4, 1, 2, 3, 4][..], text.as_bytes()].concat());
    }
    for (name, file) in marked() {
        write("hints", name, &file);
    }
    for (target, name, bytes) in laws() {
        write(target, name, &bytes);
    }
    // Instructions rather than assets: the fuzzer finds its own from these.
    for target in ["label", "mutate", "differential", "c_functions", "hash"] {
        for len in [8_usize, 40, 200] {
            let bytes: Vec<u8> = (0..len).map(|i| (i * i * 37 % 251) as u8).collect();
            write(target, &format!("bytes-{len}"), &bytes);
        }
    }
}

fn write(folder: &Path, target: &str, name: &str, bytes: &[u8]) {
    fs::create_dir_all(folder.join(target)).unwrap();
    fs::write(folder.join(target).join(name), bytes).unwrap();
}

fn pictures() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    vec![
        ("png", "dot.png", pictures::png(1, 1)),
        ("jpeg", "small.jpg", pictures::jpeg(8, 8)),
        ("jpeg", "segments.jpg", pictures::jpeg_with_segments()),
        ("webp", "lossy.webp", pictures::webp_lossy()),
        ("webp", "lossless.webp", pictures::webp(4, 4)),
        ("webp", "extended.webp", pictures::webp_extended()),
    ]
}

fn texts() -> Vec<(&'static str, &'static str, Format, &'static str)> {
    let page =
        "<!doctype html>\n<html><head><meta charset=utf-8><script>1</script></head><body></body></html>";
    vec![
        ("text_wrapper", "kazakh.txt", Format::PlainText, "Жасанды интеллект жазған мәтін 漢字 é\n"),
        ("text_wrapper", "empty.txt", Format::PlainText, ""),
        ("text_block", "front.md", Format::Markdown, "---\ntitle: x\n---\n# x\r\n"),
        ("text_block", "instruction.xml", Format::Xml, "<?xml version='1.0'?>\n<a/>\n"),
        ("text_block", "cue.vtt", Format::WebVtt, "WEBVTT\n\n00:01.000 --> 00:02.000\nx\n"),
        ("text_block", "script.sh", Format::Shell, "#!/bin/sh\necho\n"),
        ("text_element", "page.html", Format::Html, page),
    ]
}

/// Files with unsigned marks, one or more for each carrier.
fn marked() -> Vec<(&'static str, Vec<u8>)> {
    let label = r#"{"Label":"1","ContentProducer":"x"}"#;
    let packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:Description xmlns:c='http://www.tc260.org.cn/ns/AIGC/1.0/' \
        Iptc4xmpExt:DigitalSourceType='trainedAlgorithmicMedia'><c:AIGC>{&quot;Label&quot;:2}</c:AIGC>\
        <photoshop:Credit>Made with Google AI</photoshop:Credit></rdf:Description></x:xmpmeta>";
    let sized =
        |kind: &str, data: &[u8]| [&(data.len() as u32).to_be_bytes()[..], kind.as_bytes(), data].concat();
    let chunk = |kind: &str, data: &[u8]| [&sized(kind, data)[..], &[0; 4]].concat();
    let boxed = |kind: &str, data: &[u8]| {
        [&(data.len() as u32 + 8).to_be_bytes()[..], kind.as_bytes(), data].concat()
    };
    let riff = |kind: &str, data: &[u8]| [kind.as_bytes(), &(data.len() as u32).to_le_bytes(), data].concat();
    let segment = |marker: u8, data: &[u8]| {
        [&[0xff, marker], &(data.len() as u16 + 2).to_be_bytes()[..], data].concat()
    };
    let exif =
        b"MM\0*\0\0\0\x08\0\x02\x01\x31\0\x02\0\0\0\x0a\0\0\0\x38\x87\x69\0\x04\0\0\0\x01\0\0\0\x26\0\0\0\0\
        \0\x01\x92\x86\0\x07\0\0\0\x2b\0\0\0\x42\0\0\0\0MidjourneyASCII\0\0\0";
    let exif = [&exif[..], label.as_bytes()].concat();
    let iim = b"\x1c\x02\x6e\0\x13Made with Google AI";
    let keys = [&[0; 4][..], &[0, 0, 0, 1], &boxed("mdta", b"AIGC")].concat();
    let item = boxed("\0\0\0\x01", &boxed("data", &[&[0, 0, 0, 1, 0, 0, 0, 0], label.as_bytes()].concat()));
    let meta = [&boxed("hdlr", &[0; 24])[..], &boxed("keys", &keys), &boxed("ilst", &item)].concat();
    let document = b"<property name='AIGC'><vt:lpwstr>{\"Label\":1}</vt:lpwstr></property>";
    let sizes = [&(document.len() as u32).to_le_bytes()[..]; 2].concat();
    let entry = [&[0; 6][..], &sizes, &[19, 0]].concat();
    let local = [b"PK\x03\x04\0\0\0\0\0\0\0\0", &entry[..], b"\0\0docProps/custom.xml", document].concat();
    let central = [b"PK\x01\x02\0\0\0\0\0\0\0\0\0\0", &entry[..], &[0; 16], b"docProps/custom.xml"].concat();
    let end = [
        &b"PK\x05\x06\0\0\0\0\x01\0\x01\0"[..],
        &(central.len() as u32).to_le_bytes(),
        &(local.len() as u32).to_le_bytes(),
    ];
    let png = [
        chunk("tEXt", b"parameters\0cat\nSteps: 20, Sampler: Euler a"),
        // `{"Label":1}`, packed.
        chunk("zTXt", b"AIGC\0\0\x78\x01\x01\x0b\0\xf4\xff{\"Label\":1}\x15\xc1\x03\x3f"),
        chunk("tEXt", b"prompt\0{\"3\":{\"class_type\":\"KSampler\",\"inputs\":{}}}"),
        chunk("iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", packet.as_bytes()].concat()),
        chunk("eXIf", &exif),
    ];
    let jpeg = [
        segment(0xe1, &[b"Exif\0\0", &exif[..]].concat()),
        segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", packet.as_bytes()].concat()),
        segment(0xed, &[&b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x18"[..], iim].concat()),
        segment(0xfe, label.as_bytes()),
    ];
    let page = "<!doctype html><meta name='ai-disclosure' content=mixed><p ai-disclosure=none><script type='application/ld+json'>\
        {\"digitalSourceType\":[\"https://schema.org/TrainedAlgorithmicMediaDigitalSource\"]}</script><link rel=c2pa-manifest href=x>";
    vec![
        ("marks.png", [b"\x89PNG\r\n\x1a\n", &png.concat()[..]].concat()),
        ("marks.jpg", [b"\xff\xd8", &jpeg.concat()[..]].concat()),
        (
            "marks.webp",
            [b"RIFF\0\0\0\0WEBP", &riff("EXIF", &exif)[..], b"\0", &riff("XMP ", packet.as_bytes())].concat(),
        ),
        ("marks.wav", [b"RIFF\0\0\0\0WAVE", &riff("AIGC", label.as_bytes())[..]].concat()),
        (
            "marks.gif",
            [b"GIF89a\x01\0\x01\0\0\0\0!\xff\x0bXMP DataXMP", packet.as_bytes(), b"\x01\0"].concat(),
        ),
        ("marks.tif", exif.clone()),
        ("marks.mp4", [boxed("ftyp", b"isom"), boxed("moov", &boxed("meta", &meta))].concat()),
        ("marks.mp3", [b"ID3\x04\0\0\0\0\0\x7fTXXX\0\0\0\x29\0\0\x03AIGC\0", label.as_bytes()].concat()),
        ("marks.pdf", format!("%PDF-1.7 << /AIGC ({label}) >> {packet}").into_bytes()),
        ("marks.docx", [local, central, end.concat(), vec![0; 2]].concat()),
        ("marks.html", page.as_bytes().to_vec()),
        ("marks.svg", format!("<svg>{packet}</svg>").into_bytes()),
        (
            "marks.md",
            format!(
                "---\nAIGC:\n  Label: '1'\nai-disclosure: none\n---\n```json\n{{\"AIGC\":{label}}}\n```\n"
            )
            .into_bytes(),
        ),
    ]
}

/// For what laws ask: labels of GB 45438-2025, files to be marked and to be warned on, and laws.
fn laws() -> Vec<(&'static str, &'static str, Vec<u8>)> {
    let key = SigningKey::from_bytes(&[7; 32]).unwrap();
    let mut label =
        aimark_aigc::Label::new(Attribute::Generated, "001191440300708461136T1XGW3", "a-17").unwrap();
    label.set_propagator("001191310104MACE0YX63918020", "post-4").unwrap();
    let envelope = sign(&label, &key, Message::Digest).unwrap();
    label.set_reserved_code1(&envelope).unwrap();
    let json = label.to_json();
    let odd = aimark_aigc::Label::new(Attribute::Possible, r#"'<"&>\u0041\"#, "x:#y").unwrap();
    let marks = Marks {
        source_type: Some(SourceType::TrainedAlgorithmicMedia),
        aigc: Some(json.clone()),
        ..Marks::default()
    };
    let marked =
        |file: &[u8]| aimark_marks::write(file, &marks, &aimark_marks::Limits::default()).unwrap().bytes;
    let packet = "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>\
        <r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><r:Description r:about='' i:AISystemUsed='x' \
        xmlns:i='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'><i:DigitalSourceType>y</i:DigitalSourceType><i:ArtworkOrObject>\
        <r:Bag><r:li i:DigitalSourceType='z'/></r:Bag></i:ArtworkOrObject></r:Description></r:RDF></x:xmpmeta>   \n<?xpacket end='w'?>";
    let wish = Wish::of(&["kk", "en"], aimark_notice::Origin::Generated).unwrap();
    let drawn =
        |file: &[u8]| aimark_notice::draw(file, &wish, &aimark_notice::Limits::default()).unwrap().bytes;
    let page = "<!doctype html><html><body><p lang=en role=note>AI Generated</p><p hidden>x</p><!-- y --></body></html>";
    let front =
        "---\ntitle: x\nAIGC:\n  Label: '1'\ndigital_source_type: y\n---\n> **AI Generated**\n\n# x\n";
    let mut grey = std::io::Cursor::new(Vec::new());
    let ramp =
        image::ImageBuffer::from_fn(60, 48, |x, y| image::LumaA([(x * 900) as u16, (y * 1300) as u16]));
    image::DynamicImage::ImageLumaA16(ramp).write_to(&mut grey, image::ImageFormat::Png).unwrap();
    let small = "format = 1\nname = \"x\"\nas_of = \"2026-11-21\"\nstatus = \"draft\"\napplies_to = [\"text\"]\n\
        title = {en = \"a\", ru = \"b\", kk = \"c\"}\n[[rules]]\nid = \"X-1\"\nseverity = \"error\"\nclause = \"1\"\n\
        source = \"y\"\nconfidence = \"L\"\ncheck = { name = \"mark-present\" }\ntitle = {en = \"a\", ru = \"b\", kk = \"c\"}\n\
        words.found = {en = \"a\", ru = \"b\", kk = \"c\"}\nwords.not_found = {en = \"a\", ru = \"b\", kk = \"c\"}\n";
    aimark_law::Profile::parse(small, &aimark_law::Limits::default()).unwrap();
    vec![
        ("aigc", "label.json", json.clone().into_bytes()),
        ("aigc", "label.yaml", format!("---\n{}---\n", label.to_yaml()).into_bytes()),
        (
            "aigc",
            "escaped.json",
            format!("{{\"AIGC\":\"{}\"}}", json.replace('\\', r"\\").replace('"', "\\\"")).into_bytes(),
        ),
        ("aigc", "entities.xml", json.replace('"', "&quot;").into_bytes()),
        ("aigc", "envelope.json", envelope.into_bytes()),
        ("aigc", "odd.json", odd.to_json().into_bytes()),
        ("aigc", "odd.yaml", odd.to_yaml().into_bytes()),
        ("aigc", "code", b"001191440300708461136T1XGW3".to_vec()),
        ("aigc", "key", key.public_key().to_hex().into_bytes()),
        ("marks", "dot.png", pictures::png(1, 1)),
        ("marks", "marked.png", marked(&pictures::png(1, 1))),
        ("marks", "segments.jpg", pictures::jpeg_with_segments()),
        ("marks", "marked.jpg", marked(&pictures::jpeg(8, 8))),
        ("marks", "lossy.webp", pictures::webp_lossy()),
        ("marks", "extended.webp", marked(&pictures::webp_extended())),
        ("marks", "packet.xmp", packet.as_bytes().to_vec()),
        ("marks", "front.md", front.as_bytes().to_vec()),
        ("notice", "drawn.png", drawn(&pictures::png(80, 60))),
        ("notice", "plain.jpg", pictures::jpeg(60, 60)),
        ("notice", "drawn.webp", drawn(&pictures::webp(80, 60))),
        ("notice", "grey-16.png", grey.into_inner()),
        ("notice", "page.html", page.as_bytes().to_vec()),
        ("notice", "front.md", front.as_bytes().to_vec()),
        ("notice", "box", b"xywh=12,900,400,48".to_vec()),
        ("watermark", "waves.png", [b"\x04\x3c\x00\x3c\x00\x01", &pictures::png(60, 60)[..]].concat()),
        ("watermark", "plain.jpg", [&[0; 6], &pictures::jpeg(60, 60)[..]].concat()),
        ("law", "small.toml", small.as_bytes().to_vec()),
        ("law", "kz.toml", aimark_law::Profile::source("kz").unwrap().as_bytes().to_vec()),
        ("law", "marked.png", marked(&drawn(&pictures::png(60, 60)))),
        ("law", "page.html", page.as_bytes().to_vec()),
    ]
}

fn signed(asset: &[u8], said: Option<Format>) -> Vec<u8> {
    let mut label = Label::new(Origin::Altered);
    label.set(Field::System, "s").unwrap().set(Field::SystemVersion, "1").unwrap();
    label.set(Field::Provider, "p").unwrap();
    aimark::sign(asset, &label, &SIGNER, &sign_context(said)).unwrap().to_vec()
}

/// What stands in a label, for the rooms that read it.
fn rooms(labelled: &[u8], write: &impl Fn(&str, &str, &[u8])) {
    let [(_, store)] = fuzzing::labels(labelled, None).try_into().unwrap();
    write("jumbf", "store", &store);
    for (name, bytes) in fuzzing::contents(&store) {
        write("cbor", &name, &bytes);
        if name == "c2pa.signature" {
            write("cose", "signature", &bytes);
            let mut padded = bytes.clone();
            fuzzing::repad(&mut padded, |all| all.extend([("pad".to_owned(), 30), ("pad2".to_owned(), 3)]));
            write("cose", "padded", &padded);
        }
    }
}
