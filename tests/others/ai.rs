//! What a credential says about AI: each rule of the table.

use aimark_c2pa::{AiStatement, Extent};
use aimark_tests::cbor::{map, text};
use aimark_tests::forge::{Forge, action, actions};
use aimark_tests::pictures;
use serde_json::json;

use crate::{builder, created, definition, examine, ours, sign};

const IPTC: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/";

/// What is said by a label with these actions alone.
fn said(list: Vec<Vec<u8>>) -> AiStatement {
    let forge = Forge { actions: actions(list), more: Vec::new(), ..Forge::default() };
    examine(&ours(), &[], &forge.png(&pictures::png(16, 16)), "image/png").ai
}

fn of(source: &str) -> Extent {
    said(vec![action(&[("digitalSourceType", text(source))])]).extent
}

#[test]
fn the_source_type_of_the_inception_decides() {
    assert_eq!(of(&format!("{IPTC}trainedAlgorithmicMedia")), Extent::Fully);
    assert_eq!(of("https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"), Extent::Fully);
    assert_eq!(of(&format!(" {IPTC}trainedAlgorithmicMedia")), Extent::Fully);
    assert_eq!(of(&format!("{IPTC}compositeWithTrainedAlgorithmicMedia")), Extent::Partly);
    for other in ["algorithmicMedia", "digitalCapture", "trainedAlgorithmicMediaNot"] {
        assert_eq!(of(&format!("{IPTC}{other}")), Extent::NoStatement, "{other}");
    }
    assert_eq!(of("http://example.org/trainedAlgorithmicMedia"), Extent::NoStatement);
}

#[test]
fn other_actions_say_partly_and_name_their_software() {
    let edited =
        action(&[("action", text("c2pa.edited")), ("softwareAgent", map(&[("name", text("a brush"))]))]);
    let plain = action(&[("digitalSourceType", text(&format!("{IPTC}digitalCapture")))]);
    let said = said(vec![plain, edited]);
    assert_eq!(said.extent, Extent::Partly);
    let all: Vec<_> =
        said.statements.iter().map(|s| (s.action.as_str(), s.software.as_deref(), s.extent)).collect();
    assert_eq!(
        all,
        [("c2pa.created", None, Extent::NoStatement), ("c2pa.edited", Some("a brush"), Extent::Partly)]
    );
}

#[test]
fn a_disclosure_alone_says_partly() {
    let plain = actions(vec![action(&[("digitalSourceType", Vec::new())])]);
    let disclosure = map(&[("modelType", text("c2pa.types.model")), ("modelName", text("m"))]);
    let forge = Forge { actions: plain, more: vec![("c2pa.ai-disclosure", disclosure)], ..Forge::default() };
    let said = examine(&ours(), &[], &forge.png(&pictures::png(16, 16)), "image/png").ai;
    assert_eq!(said.extent, Extent::Partly);
    assert_eq!(said.statements[0].software.as_deref(), Some("m"));
}

#[test]
fn an_ingredient_says_partly() {
    let source = format!("{IPTC}trainedAlgorithmicMedia");
    let parent =
        sign(&mut builder(&definition("parent", created(&source))), &pictures::jpeg(16, 16), "image/jpeg");
    let parent = parent.unwrap();
    assert_eq!(examine(&ours(), &[], &parent, "image/jpeg").ai.extent, Extent::Fully);

    let placed = json!([{ "action": "c2pa.created", "digitalSourceType": format!("{IPTC}digitalCapture") }]);
    let mut child = builder(&definition("child", placed));
    let ingredient = json!({ "title": "a part", "relationship": "componentOf" }).to_string();
    child.add_ingredient_from_stream(ingredient, "image/jpeg", &mut std::io::Cursor::new(&parent)).unwrap();
    let child = sign(&mut child, &pictures::jpeg(24, 24), "image/jpeg").unwrap();
    let found = examine(&ours(), &[], &child, "image/jpeg");
    assert_eq!(found.verdict, aimark::Verdict::Trusted, "{found:?}");
    assert_eq!((found.ai.extent, found.manifests), (Extent::Partly, 2));
    assert_eq!(found.ai.statements.iter().map(|s| s.depth).max(), Some(1));
    let part = &found.ingredients[0];
    assert_eq!((part.title.as_deref(), part.relationship.as_str()), (Some("a part"), "componentOf"));
    assert_eq!((part.state.name(), part.accepted_by.as_deref()), ("sound", Some("ours")));
}
