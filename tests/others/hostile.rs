//! Texts of strangers, limits, and files that are none.

use aimark::Verdict;
use aimark_c2pa::{AnchorList, Error, Examiner, Options};
use aimark_tests::cbor::{map, text};
use aimark_tests::forge::{Forge, action, actions, content, superbox};
use aimark_tests::pictures;
use serde_json::json;

use crate::{builder, definition, examine, ours, sign};

const STEERING: &str = "a\u{1b}[31m\u{202e}b\0\n<script>alert(1)</script>";

#[test]
fn texts_are_safe_to_show_and_bounded() {
    let endless = STEERING.repeat(2000);
    let list = json!([{
        "action": "c2pa.created",
        "digitalSourceType": endless,
        "softwareAgent": { "name": endless },
    }]);
    let mut child = builder(&definition(&endless, list));
    let ingredient = json!({ "title": endless, "relationship": "componentOf" }).to_string();
    let part = pictures::jpeg(8, 8);
    child.add_ingredient_from_stream(ingredient, "image/jpeg", &mut std::io::Cursor::new(&part)).unwrap();
    let asset = sign(&mut child, &pictures::jpeg(16, 16), "image/jpeg").unwrap();
    let found = examine(&ours(), &[], &asset, "image/jpeg");
    assert_eq!(found.verdict, Verdict::Trusted, "{:?}", found.findings);
    let mut texts = vec![found.title.clone().unwrap(), found.ingredients[0].title.clone().unwrap()];
    texts.extend(
        found.ai.statements.iter().flat_map(|s| [s.software.clone(), s.source_type.clone()]).flatten(),
    );
    texts.extend(found.findings.iter().flat_map(|f| [f.words.clone(), f.place.clone()]));
    assert!(texts.len() > 8);
    for text in &texts {
        assert!(text.chars().count() <= 401, "{}", text.len());
        assert!(!text.chars().any(|c| c.is_control() || c == '\u{202e}'), "{text:?}");
    }
    assert!(texts[0].starts_with("a\u{fffd}[31m\u{fffd}b\u{fffd}\u{fffd}<script>"), "{}", texts[0]);
}

#[test]
fn what_is_shown_is_bounded_and_still_decides() {
    let capture = action(&[(
        "digitalSourceType",
        text("http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"),
    )]);
    let edit =
        action(&[("action", text("c2pa.edited")), ("softwareAgent", map(&[("name", text("a brush"))]))]);
    let list = [vec![capture], vec![edit; 50]].concat();
    let asset =
        Forge { actions: actions(list), more: Vec::new(), ..Forge::default() }.png(&pictures::png(16, 16));
    let options = Options { max_shown: 1, max_findings: 1, ..Options::default() };
    let found = Examiner::new(&ours(), &[], options).unwrap().examine(&asset, "image/png").unwrap().unwrap();
    assert_eq!(found.verdict, Verdict::Trusted);
    assert_eq!((found.ai.extent.name(), found.ai.statements.len(), found.ai.more), ("partly", 1, true));
    assert!(found.findings.iter().any(|f| f.code == "org.aimark.findingsLeftOut"));
}

#[test]
fn faults_are_told_apart() {
    let examiner = Examiner::new(&[], &[], Options { max_bytes: 5000, ..Options::default() }).unwrap();
    assert!(matches!(examiner.examine(&[0; 5001], "image/png"), Err(Error::Limit { what: "bytes", .. })));
    assert!(matches!(examiner.examine(b"x", "text/plain"), Err(Error::Unsupported(_))));
    assert!(matches!(examiner.examine(b"\x89PNG\r\n\x1a\n\0\0", "image/png"), Err(Error::Input(_))));
    let misuse = Examiner::new(&[AnchorList::new("none", "words")], &[], Options::default());
    assert!(matches!(misuse, Err(Error::Misuse(_))));
    let few = Examiner::new(&[], &[], Options { max_manifests: 0, ..Options::default() }).unwrap();
    let asset = aimark_tests::signed(&pictures::png(16, 16));
    assert!(matches!(few.examine(&asset, "image/png"), Err(Error::Limit { what: "manifests", .. })));
}

#[test]
fn a_store_that_cannot_be_read_is_invalid_and_no_fault_of_the_file() {
    let asset = Forge { store: Box::new(|_| b"no boxes at all".to_vec()), ..Forge::default() };
    let found = examine(&ours(), &[], &asset.png(&pictures::png(16, 16)), "image/png");
    assert_eq!(found.verdict, Verdict::Invalid);
    assert_eq!(found.findings.len(), 1);
}

/// Each byte of a small signed picture changed, one at a time.
#[test]
fn no_change_makes_a_panic_or_a_success_of_the_content() {
    let asset = Forge::default().png(&pictures::png(8, 8));
    let content = asset.len() - 60;
    let examiner = Examiner::new(&ours(), &[], Options::default()).unwrap();
    for at in (0..asset.len()).step_by(3) {
        let mut changed = asset.clone();
        changed[at] ^= 0x10;
        match examiner.examine(&changed, "image/png") {
            Ok(Some(found)) if at >= content => assert_eq!(found.verdict, Verdict::Invalid, "byte {at}"),
            Err(Error::Internal(words)) => panic!("byte {at}: {words}"),
            _ => {}
        }
    }
}

/// Boxes in boxes, arrays in arrays: depth costs stack, and a stack that overflows takes the whole program along.
#[test]
fn depth_is_no_danger() {
    let picture = pictures::png(8, 8);
    let boxes = (0..5000).fold(Vec::new(), |inner, _| superbox(b"c2as", "deep", &inner));
    let boxes = superbox(b"c2pa", "c2pa", &boxes);
    let boxes = Forge { store: Box::new(move |_| boxes.clone()), ..Forge::default() };
    let cbor = [&[0x81_u8; 200_000][..], &[0]].concat();
    let cbor = Forge { more: vec![("org.example.deep", cbor)], ..Forge::default() };
    let json = ["[".repeat(200_000), "]".repeat(200_000)].concat();
    let pdf = format!(
        "%PDF-1.7\n1 0 obj\n{json}\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Root 1 0 R/Size 2>>\nstartxref\n400025\n%%EOF"
    );
    let svg = ["<svg xmlns=\"http://www.w3.org/2000/svg\">", &"<g>".repeat(200_000)].concat();
    let examiner = Examiner::new(&ours(), &[], Options::default()).unwrap();
    for (asset, kind) in [
        (boxes.png(&picture), "image/png"),
        (cbor.png(&picture), "image/png"),
        (nested_movie(), "video/mp4"),
        (pdf.into_bytes(), "application/pdf"),
        (svg.into_bytes(), "image/svg+xml"),
    ] {
        let found = examiner.examine(&asset, kind);
        let verdict = found.as_ref().ok().and_then(|found| found.as_ref()).map(|found| found.verdict);
        assert!(verdict.is_none_or(|verdict| verdict == Verdict::Invalid), "{kind}: {found:?}");
        assert!(!matches!(found, Err(Error::Internal(_))), "{kind}: {found:?}");
        assert_eq!(verdict.is_some(), kind == "image/png", "{kind}: {found:?}");
    }
}

/// Boxes of a movie, each in the one before.
fn nested_movie() -> Vec<u8> {
    let depth = 100_000_u32;
    let mut movie = content(b"ftyp", b"isom\0\0\0\0isommp42");
    for level in 0..depth {
        movie.extend(((depth - level) * 8).to_be_bytes());
        movie.extend(b"moov");
    }
    movie
}
