//! The files that cases work on.

use std::path::{Path, PathBuf};

use aimark::{Field, Label, Origin, SignContext, Signer};
use aimark_lists::Purpose;

fn near(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

fn core_identity(name: &str) -> PathBuf {
    near("../aimark/tests/identity").join(name)
}

/// The bytes of the fixture `name`.
pub(crate) fn bytes(name: &str) -> Vec<u8> {
    match name {
        "dot.png" | "chain.pem" | "key.pem" | "root.pem" => std::fs::read(core_identity(name)).unwrap(),
        "sample.png" => std::fs::read(near("../../docs/sample.png")).unwrap(),
        "scene.png" => coded(&scene(800, 600), image::ImageFormat::Png),
        "scene.jpg" => coded(&scene(800, 600), image::ImageFormat::Jpeg),
        "dot.jpg" => hand_made(include_str!("../fixtures/dot.jpg.hex")),
        "dot.webp" => hand_made(include_str!("../fixtures/dot.webp.hex")),
        "labelled.png" | "labelled.jpg" | "labelled.webp" => {
            labelled(&bytes(&name.replace("labelled", "dot")))
        }
        "foreign.webp" => foreign(),
        "signing-list.pem" => shipped_list(Purpose::Signing),
        "time-stamping-list.pem" => shipped_list(Purpose::TimeStamping),
        _ => match name.split_once('/') {
            Some(("certificates", _)) => std::fs::read(near("tests/fixtures").join(name)).unwrap(),
            Some(("hostile", _)) => std::fs::read(near("../../tests/corpus").join(name)).unwrap(),
            _ => panic!("no fixture {name}"),
        },
    }
}

/// Something like a photograph: slow waves, edges and grain. Of whole numbers, so that it is the same everywhere.
fn scene(width: u32, height: u32) -> image::DynamicImage {
    let mut state = 1_u32;
    let triangle = |at: u32, period: u32, most: u32| {
        let place = at % period;
        place.min(period - place) * most * 2 / period
    };
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let slow = triangle(x + y / 2, 311, 60) + triangle(y + x / 3, 217, 50);
        let edge = if (x / 90 + y / 70).is_multiple_of(3) { 30 } else { 0 };
        let grey = u8::try_from(50 + slow + edge + (state >> 28)).unwrap();
        image::Rgb([grey, grey - grey / 8, grey / 2 + 30])
    });
    picture.into()
}

fn coded(picture: &image::DynamicImage, format: image::ImageFormat) -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut file, format).unwrap();
    file.into_inner()
}

/// The pixels of a picture as a platform keeps them: scaled to `width`, as a JPEG, with nothing beside them.
pub(crate) fn stripped(picture: &[u8], width: u32, quality: u8) -> Vec<u8> {
    let picture = image::load_from_memory(picture).unwrap();
    let picture = picture.resize(width, u32::MAX, image::imageops::FilterType::Triangle).to_rgb8();
    let mut file = Vec::new();
    let coder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut file, quality);
    picture.write_with_encoder(coder).unwrap();
    file
}

/// A trust list as it is published.
fn shipped_list(purpose: Purpose) -> Vec<u8> {
    aimark_lists::built_in(purpose).pem.as_bytes().to_vec()
}

/// Hexadecimal with comments.
fn hand_made(recipe: &str) -> Vec<u8> {
    let lines = recipe.lines().map(|line| line.split('#').next().unwrap());
    let digits: Vec<u8> = lines.flat_map(str::bytes).filter(u8::is_ascii_hexdigit).collect();
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    digits.chunks(2).map(byte).collect()
}

/// Signed by the fixed identity at a fixed time, so that every byte is known.
fn labelled(asset: &[u8]) -> Vec<u8> {
    let signer = Signer::from_pem(&bytes("chain.pem"), &bytes("key.pem")).unwrap();
    let mut label = Label::new(Origin::Generated);
    label.set(Field::System, "Kandinsky").unwrap().set(Field::SystemVersion, "5.0").unwrap();
    label.set(Field::Provider, "ACME").unwrap();
    let context = SignContext::new("2026-06-01T00:00:00Z".parse().unwrap(), [7; 32]);
    aimark::sign(asset, &label, &signer, &context).unwrap().to_vec()
}

/// A credential that names another hash algorithm than ours. WebP keeps no checksum that would notice.
fn foreign() -> Vec<u8> {
    let mut asset = bytes("labelled.webp");
    let places: Vec<usize> = (0..asset.len()).filter(|at| asset[*at..].starts_with(b"calgfsha256")).collect();
    assert!(!places.is_empty());
    for at in places {
        asset[at + 4..at + 11].copy_from_slice(b"fsha512");
    }
    asset
}

#[test]
fn hand_made_files_are_what_their_recipes_say() {
    assert_eq!(bytes("dot.jpg").len(), 141);
    assert_eq!(bytes("dot.webp").len(), 34);
    for name in ["dot.png", "dot.jpg", "dot.webp"] {
        let context = aimark::VerifyContext::new("2026-06-01T00:00:00Z".parse().unwrap());
        let report = aimark::verify(&bytes(name), &context).unwrap();
        assert_eq!(report.verdict(), aimark::Verdict::Unmarked, "{name}");
    }
}
