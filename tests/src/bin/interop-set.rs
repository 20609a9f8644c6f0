//! Writes the files that `tests/interop/run` hands to other people's validators: `interop-set DIR` makes
//! `DIR/signed` with what they must accept and `DIR/tampered` with what they must refuse.

use std::fs;
use std::path::{Path, PathBuf};

use aimark::{Field, Label, Origin};
use aimark_tests::{identity, pictures, signed, signed_with};

fn main() {
    let folder = std::env::args_os().nth(1).map(PathBuf::from).expect("usage: interop-set DIR");
    let signed_files = signed_files();
    write(&folder.join("signed"), &signed_files);
    fs::write(folder.join("signed/root.pem"), identity().root_pem()).unwrap();
    fs::write(folder.join("signed/COUNT"), format!("{}\n", signed_files.len())).unwrap();
    let tampered: Vec<_> = signed_files.iter().flat_map(|(name, bytes)| tampered(name, bytes)).collect();
    write(&folder.join("tampered"), &tampered);
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
            _ => "Қазақша, русский, English, 中文, हिन्दी",
        };
        label.set(field, text).unwrap();
    }
    label.set_created_at("2026-01-18T00:00:00Z".parse().unwrap());
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
