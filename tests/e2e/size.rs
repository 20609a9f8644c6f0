//! Where each byte of a label goes. The table stands in `docs/label.md`.

use aimark_tests::{forge, identity, pictures, signed};

/// What a label adds to a 1024x1024 JPEG with the default identity, at most.
const AIM: usize = 1750;

#[test]
fn a_label_costs_a_jpeg_at_most_1750_bytes_and_the_document_says_where_they_go() {
    let plain = pictures::jpeg(1024, 1024);
    let labelled = signed(&plain);
    let grown = labelled.len() - plain.len();
    assert!(grown <= AIM, "{grown}");
    let certificate = forge::der(identity().certificate_pem()).len();
    let table = table(&labelled, grown, certificate);
    let document = std::fs::read_to_string(aimark_tests::project().join("docs/label.md")).unwrap();
    assert!(document.contains(&table), "docs/label.md must hold:\n{table}");
}

/// The rows of the table: the parts of the label as they stand in the file.
fn table(labelled: &[u8], grown: usize, certificate: usize) -> String {
    let content = |label: &str| {
        let at = aimark_tests::position(labelled, format!("{label}\0").as_bytes()) + label.len() + 1;
        u32::from_be_bytes(labelled[at..at + 4].try_into().unwrap()) as usize - 8
    };
    let parts = [
        ("JPEG segment", 12),
        ("certificate", certificate),
        ("signature around it (64 bytes) and its frame", content("c2pa.signature") - certificate),
        ("claim", content("c2pa.claim.v2")),
        ("`c2pa.actions.v2`", content("c2pa.actions.v2")),
        ("`c2pa.hash.data`", content("c2pa.hash.data")),
        ("`c2pa.ai-disclosure`", content("c2pa.ai-disclosure")),
    ];
    let boxes = grown - parts.iter().map(|(_, bytes)| bytes).sum::<usize>();
    let rows =
        parts.iter().copied().chain([("JUMBF boxes around all of these", boxes), ("**together**", grown)]);
    rows.map(|(part, bytes)| format!("| {part} | {bytes} |\n")).collect()
}
