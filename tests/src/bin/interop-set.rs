//! Writes the files that `tests/interop/run` hands to other people's validators: `interop-set DIR` makes
//! `DIR/signed` and `DIR/texts` with what they must accept, `DIR/tampered` and `DIR/texts-tampered` with what they must
//! refuse.

use std::fs;
use std::path::{Path, PathBuf};

use aimark::{Field, Format, Label, Origin, SoftBinding};
use aimark_tests::{identity, pictures, signed, signed_with};

fn main() {
    let folder = std::env::args_os().nth(1).map(PathBuf::from).expect("usage: interop-set DIR");
    let signed_files = signed_files();
    write_set(&folder.join("signed"), &signed_files);
    let tampered: Vec<_> = signed_files.iter().flat_map(|(name, bytes)| tampered(name, bytes)).collect();
    write(&folder.join("tampered"), &tampered);
    let texts = texts();
    write_set(&folder.join("texts"), &texts);
    let tampered: Vec<_> = texts.iter().map(|(name, bytes)| (name.clone(), changed_word(bytes))).collect();
    write(&folder.join("texts-tampered"), &tampered);
}

/// Files with the root that accepts their signer, and how many they are.
fn write_set(folder: &Path, files: &[(String, Vec<u8>)]) {
    write(folder, files);
    fs::write(folder.join("root.pem"), identity().root_pem()).unwrap();
    fs::write(folder.join("COUNT"), format!("{}\n", files.len())).unwrap();
}

/// A word that every text holds.
const WORD: &str = "язык";

/// A text of each kind, and those whose first line must stay first.
fn texts() -> Vec<(String, Vec<u8>)> {
    let all = [
        ("plain.txt", "Русский язык, қазақ тілі, 中文, عربي, हिन्दी, 👩‍💻.\n"),
        ("crlf.txt", "Первый язык.\r\nВторой.\r\n"),
        ("unfinished.txt", "язык без последнего перевода строки"),
        ("table.csv", "имя,язык\nкод,1\n"),
        ("table.tsv", "имя\tязык\nкод\t1\n"),
        (
            "page.html",
            "<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>t</title></head><body>язык</body></html>\n",
        ),
        ("plain.md", "# Заголовок\n\nязык\n"),
        ("front.md", "---\ntitle: x\n---\n\nязык\n"),
        ("crlf.md", "# Заголовок\r\n\r\nязык\r\n"),
        ("plain.yaml", "ключ: язык\n"),
        ("bom.yaml", "\u{feff}ключ: язык\n"),
        ("plain.toml", "key = \"язык\"\n"),
        ("plain.ini", "[s]\nkey=язык\n"),
        ("plain.xml", "<?xml version=\"1.0\"?>\n<a>язык</a>\n"),
        ("bare.xml", "<a>язык</a>\n"),
        (
            "plain.xhtml",
            "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>t</title></head><body>язык</body></html>\n",
        ),
        (
            "plain.rss",
            "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><title>язык</title></channel></rss>\n",
        ),
        ("plain.atom", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>язык</title></feed>\n"),
        ("plain.js", "let a = 'язык';\n"),
        ("plain.css", "a::after { content: 'язык'; }\n"),
        ("charset.css", "@charset \"utf-8\";\na::after { content: 'язык'; }\n"),
        ("plain.py", "print('язык')\n"),
        ("shebang.py", "#!/usr/bin/env python3\nprint('язык')\n"),
        ("shebang-crlf.py", "#!/usr/bin/env python3\r\nprint('язык')\r\n"),
        ("plain.sh", "#!/bin/sh\necho язык\n"),
        ("plain.sql", "select 'язык';\n"),
        ("plain.tex", "\\documentclass{article}\n\\begin{document}язык\\end{document}\n"),
        ("plain.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nязык\n"),
    ];
    all.iter().map(|(name, text)| ((*name).to_owned(), signed_text(name, text))).collect()
}

fn signed_text(name: &str, text: &str) -> Vec<u8> {
    let extension = name.rsplit('.').next().unwrap();
    let mut context = aimark_tests::context();
    context.format = Format::from_extension(extension);
    let signer = aimark_tests::signer(&identity());
    aimark::sign(text.as_bytes(), &Label::new(Origin::Generated), &signer, &context).unwrap().to_vec()
}

fn changed_word(text: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(text).unwrap();
    text.replacen(WORD, "язва", 1).into_bytes()
}

fn write(folder: &Path, files: &[(String, Vec<u8>)]) {
    if folder.exists() {
        fs::remove_dir_all(folder).unwrap();
    }
    fs::create_dir_all(folder).unwrap();
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).unwrap();
    }
}

/// Every kind of picture with the smallest label and with the largest.
fn signed_files() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for (name, _, picture) in pictures::all() {
        files.push((format!("plain-{name}"), signed(&picture)));
        files.push((format!("full-{name}"), signed_with(&picture, &full_label())));
    }
    files
}

fn full_label() -> Label {
    let mut label = Label::new(Origin::Altered);
    for field in Field::ALL {
        let text = match field {
            Field::DetectorUrl => "https://example.kz/check?id=1",
            Field::NoticeLanguage => "kk",
            Field::Notice => "ЖИ жасаған",
            Field::ProviderCode => "001191440300708461136T1XGW3",
            Field::NoticeBox => "xywh=8,20,40,10",
            Field::NoticeContrast => "12.63",
            _ if !field.choices().is_empty() => field.choices()[0],
            _ => "Қазақша, русский, English, 中文, हिन्दी",
        };
        label.set(field, text).unwrap();
    }
    for algorithm in ["org.aimark.watermark.1", "io.iscc.v0"] {
        label.bind(SoftBinding::new(algorithm, &[0x5a; 34]).unwrap()).unwrap();
    }
    label.set_watermarked(true).set_created_at("2026-01-18T00:00:00Z".parse().unwrap());
    label
}

/// The file with its content changed, its statement changed, and its signature changed.
fn tampered(name: &str, bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let flip = |at: usize| {
        let mut bytes = bytes.to_vec();
        bytes[at] ^= 1;
        bytes
    };
    let statement = aimark_tests::position(bytes, b"digitalsourcetype/") + 18;
    let signature = aimark_tests::position(bytes, b"c2pa.signature\0") + 600;
    // The last bytes of a WebP are the label's; any other byte of the content will do.
    let content = if name.ends_with(".webp") { 30 } else { bytes.len() - 20 };
    vec![
        (format!("content-{name}"), flip(content)),
        (format!("statement-{name}"), flip(statement)),
        (format!("signature-{name}"), flip(signature.min(bytes.len() - 1))),
    ]
}
