//! Marks in texts.

use super::Want::{Foreign, Invalid, Unmarked};
use super::{Case, DAMAGED, asset};

/// A text labelled as its extension says.
fn labelled(extension: &str, text: &str) -> String {
    let signer = aimark_tests::signer(&aimark_tests::identity());
    let mut context = aimark_tests::context();
    context.format = aimark::Format::from_extension(extension);
    let label = aimark::Label::new(aimark::Origin::Generated);
    let signed = aimark::sign(text.as_bytes(), &label, &signer, &context).unwrap();
    String::from_utf8(signed.to_vec()).unwrap()
}

/// A mark whose padding takes both headers, with the two in the other order: as long as before, and every sum the same.
fn with_padding_reordered() -> String {
    let selector = |b: u8| char::from_u32(if b < 16 { 0xfe00 } else { 0xe00f0 } + u32::from(b)).unwrap();
    let word = |bytes: &[u8]| bytes.iter().map(|b| selector(*b)).collect::<String>();
    let reordered = |n: u32| {
        let text = labelled("txt", &format!("{n}\n"));
        // The two entries of a map of two; each is a text and a string of zeros.
        let (first, second) = (text.find(&word(b"\xa2\x63pad"))?, text.find(&word(b"\x64pad2"))?);
        let (first, end) = (first + 4, text[second..].find(selector(0xf6))? + second);
        Some([&text[..first], &text[second..end], &text[first..second], &text[end..]].concat())
    };
    (0..999).find_map(reordered).unwrap()
}

pub fn texts() -> Vec<Case> {
    const CORRUPT: &[&str] = &["manifest.text.corruptedWrapper"];
    const CHANGED: &[&str] = &["assertion.dataHash.mismatch"];
    let case = |name, extension, want, text: String| asset(name, extension, want, text.into_bytes());
    let plain = labelled("txt", "Привет, мир!\n");
    let mark = plain.find('\u{feff}').unwrap();
    let cut: String = plain.chars().take(plain.chars().count() - 9).collect();
    let selectors: Vec<char> = plain[mark..].chars().collect();
    let with = |at: usize, c: char| {
        let mut changed = selectors.clone();
        changed[at] = c;
        plain[..mark].chars().chain(changed).collect::<String>()
    };
    let block = labelled("py", "print(1)\n");
    let line = block.lines().next().unwrap().to_owned();
    let page = labelled("html", "<html><head><title>x</title></head><body>y</body></html>");
    let (open, close) = (page.find("<script").unwrap(), page.find("</script>").unwrap() + 9);
    let element = page[open..close].to_owned();
    let around = |inner: &str| format!("<html><head>{inner}</head><body>y</body></html>");
    vec![
        case("text-two-wrappers", "txt", Invalid(&["manifest.text.multipleWrappers"]), {
            format!("{plain}{}", &plain[mark..])
        }),
        case("text-wrapper-cut", "txt", Invalid(CORRUPT), cut),
        case("text-wrapper-version", "txt", Invalid(CORRUPT), with(9, '\u{fe02}')),
        case("text-wrapper-magic", "txt", Invalid(CORRUPT), with(7, '\u{e0101}')),
        case("text-wrapper-interrupted", "txt", Invalid(CORRUPT), with(500, 'x')),
        case("text-wrapper-other-magic", "txt", Unmarked, with(2, '\u{e0101}')),
        case("text-padding-order", "txt", Foreign, with_padding_reordered()),
        case("text-words-changed", "txt", Invalid(CHANGED), plain.replace("мир", "мур")),
        case("text-words-appended", "txt", Invalid(CHANGED), format!("{plain}\nОтвет.")),
        case("text-words-before", "txt", Invalid(&["assertion.dataHash.malformed"]), format!("> {plain}")),
        case(
            "text-marks-without-wrapper",
            "txt",
            Unmarked,
            "\u{feff}C2PATXT \u{2764}\u{fe0f}\u{feff}\u{fe00}".to_owned(),
        ),
        case(
            "block-two",
            "py",
            Invalid(&["manifest.structuredText.multipleReferences"]),
            format!("{line}\n{block}"),
        ),
        case("block-base64", "py", Invalid(&["manifest.structuredText.malformedReference"]), {
            block.replace("base64,AAA", "base64,A*A")
        }),
        case("block-other-comment", "py", Foreign, block.replacen("# ---", "\" ---", 1)),
        case(
            "block-elsewhere",
            "py",
            Invalid(&["assertion.dataHash.malformed"]),
            format!("import os\n{block}"),
        ),
        case("block-words-changed", "py", Invalid(CHANGED), block.replace("print(1)", "print(2)")),
        case("block-in-prose", "md", Unmarked, {
            "Use -----BEGIN C2PA MANIFEST----- and -----END C2PA MANIFEST----- around it.\n".to_owned()
        }),
        case("block-reference-elsewhere", "md", Unmarked, {
            "<!-- -----BEGIN C2PA MANIFEST----- https://a.kz/m.c2pa -----END C2PA MANIFEST----- -->\n"
                .to_owned()
        }),
        case(
            "element-two",
            "html",
            Invalid(&["manifest.html.multipleManifests"]),
            around(&element.repeat(2)),
        ),
        case("element-base64", "html", Invalid(DAMAGED), page.replace("c2pa\">AAA", "c2pa\">A*A")),
        case(
            "element-in-body",
            "html",
            Unmarked,
            format!("<html><head></head><body>{element}</body></html>"),
        ),
        case("element-in-comment", "html", Unmarked, around(&format!("<!-- {element} -->"))),
        case(
            "element-spelled-otherwise",
            "html",
            Foreign,
            page.replace("\"application/c2pa\"", "'application/c2pa'"),
        ),
        case("element-words-changed", "html", Invalid(CHANGED), page.replace(">y<", ">z<")),
    ]
}
