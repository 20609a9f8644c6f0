//! Writes the seeds of every target into the folder that is given: a few small files each.

#[path = "../../tests/src/pictures.rs"]
#[allow(dead_code)]
mod pictures;

use std::fs;
use std::path::{Path, PathBuf};

use aimark::{Field, Format, Label, Origin, fuzzing};
use aimark_fuzz::{CHAIN, KEY, ROOT, SIGNER, ders, sign_context};

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
