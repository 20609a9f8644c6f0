use std::collections::BTreeSet;
use std::path::Path;

use super::*;
use crate::shown::is_deceptive;

fn page(head: Head, rows: impl IntoIterator<Item = Row>) -> String {
    let mut page = Page::begin(Vec::new(), head).unwrap();
    rows.into_iter().enumerate().for_each(|(at, row)| page.row(&row, picture(at).as_ref()).unwrap());
    String::from_utf8(page.finish().unwrap()).unwrap()
}

/// Sky, a hill and a field, another hill each time; nothing for some rows.
fn picture(at: usize) -> Option<Thumbnail> {
    if at.rem_euclid(5) == 4 {
        return None;
    }
    let (width, height) = if at.is_multiple_of(3) { (64_u32, 96_u32) } else { (96, 64) };
    let top = u32::try_from(at.rem_euclid(7)).unwrap().saturating_mul(9);
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        let hill = x.abs_diff(top.saturating_add(20)).div_euclid(2).saturating_add(height.div_euclid(3));
        let shade = u8::try_from(y.min(96)).unwrap();
        image::Rgb(if y > height.saturating_sub(14) {
            [122, 112, 74]
        } else if y > hill {
            [62, 88, 78]
        } else {
            [168_u8.saturating_add(shade), 196_u8.saturating_add(shade.div_euclid(2)), 222]
        })
    });
    let mut png = io::Cursor::new(Vec::new());
    picture.write_to(&mut png, image::ImageFormat::Png).unwrap();
    Thumbnail::of(png.get_ref())
}

fn english(rows: impl IntoIterator<Item = Row>) -> String {
    page(samples::head(Language::English), rows)
}

/// The tags of a page. What an `alt` holds is left out: it is a name.
fn tags(page: &str) -> Vec<String> {
    let (mut tags, mut rest) = (Vec::new(), page);
    while let Some((_, after)) = rest.split_once('<') {
        let mut quoted = false;
        let end = after.find(|c| {
            quoted ^= c == '"';
            c == '>' && !quoted
        });
        let (tag, after) = after.split_at(end.unwrap());
        rest = after;
        let start = tag.split(" alt=").next().unwrap();
        tags.push(start.split("base64,").next().unwrap().to_owned());
    }
    tags
}

#[test]
fn no_tag_and_no_attribute_comes_from_a_file() {
    let long = "x".repeat(100_000);
    let harmless = |text: &str| tags(&english(samples::everywhere(text)));
    let known: BTreeSet<String> = ["x", "x/x", &long].into_iter().flat_map(harmless).collect();
    for attack in samples::attacks() {
        let attacked = tags(&english(samples::everywhere(&attack)));
        let strange: Vec<_> = attacked.iter().filter(|tag| !known.contains(*tag)).collect();
        assert!(strange.is_empty(), "{attack:.40}: {strange:?}");
        if !attack.contains('/') && attack.len() < 400 {
            assert_eq!(attacked, harmless("x"), "{attack}");
        }
    }
}

#[test]
fn nothing_that_hides_or_reorders_reaches_the_page() {
    for attack in samples::attacks() {
        let page = english(samples::everywhere(&attack));
        let found = page.chars().find(|c| *c != '\n' && is_deceptive(*c));
        assert_eq!(found, None, "{attack:.40}");
    }
}

#[test]
fn one_file_takes_a_bounded_part_of_the_page() {
    let empty = english([]).len();
    for attack in samples::attacks() {
        let rows = samples::everywhere(&attack);
        let each = (english(rows.clone()).len() - empty) / rows.len();
        assert!(each < 256 * 1024, "{attack:.40}: {each}");
    }
    let hints: Vec<_> = (0..5000)
        .map(|at| serde_json::json!({ "kind": "k", "says": "open", "place": "p", "key": at.to_string(), "value": "<".repeat(3000) }))
        .collect();
    let many = serde_json::json!({ "type": "image/png", "verdict": "unmarked", "integrity": "not_examined",
        "trust": "not_examined", "findings": [], "hints": hints });
    let page = english([samples::row("a.png", many)]);
    assert!(page.len() - empty < 128 * 1024, "{}", page.len());
    assert!(page.contains("5000 unsigned hints") && page.contains("more; the JSON report has them"));
}

#[test]
fn the_same_rows_give_the_same_bytes() {
    let write = || english(samples::mixed(40));
    assert_eq!(write(), write());
}

#[test]
fn the_policy_names_the_style_and_the_page_loads_nothing() {
    let page = english(samples::mixed(22));
    let style = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    let hash =
        <base64ct::Base64 as base64ct::Encoding>::encode_string(&aimark_hash::sha256(style.as_bytes()));
    let policy = format!(
        "content=\"default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src 'sha256-{hash}'\""
    );
    assert!(page.contains(&policy));
    for tag in tags(&page) {
        assert!(!tag.contains(" style=") && !tag.contains(" on") && !tag.starts_with("script"), "{tag}");
        assert!(!tag.contains("href=") || tag == "a class=\"skip\" href=\"#files\"", "{tag}");
        assert!(!tag.contains("src=") || tag.starts_with("img src=\"data:image/jpeg;"), "{tag}");
    }
    assert!(!style.contains("url(") && !style.contains("@import"));
}

#[test]
fn the_three_questions_have_three_answers() {
    let rows: Vec<Row> = samples::mixed(11).collect();
    let of = |at: usize| english([rows[at].clone()]);
    let trusted = of(0);
    for words in ["Intact", "Accepted by: <bdi>Root of the editorial office</bdi>", "Made by AI"] {
        assert!(trusted.contains(words), "{words}");
    }
    assert!(!trusted.contains("Do not rely on it.") && !trusted.contains("class=\"claimed\""));
    let altered = of(3);
    for words in [
        "Altered</b>",
        "Not examined</b>",
        "<span class=\"more bad\">Do not rely on it.",
        "the content is not the one that was signed",
    ] {
        assert!(altered.contains(words), "{words}");
    }
    assert!(of(2).contains("Not known</b>") && !of(2).contains("Accepted by: <bdi>"));
    assert!(of(6).contains("2 unsigned hints") && of(6).contains("they prove nothing"));
    assert!(of(6).contains("issuer 34648") && of(6).contains("Watermark in the pixels: it proves nothing"));
    assert!(of(8).contains("no watermark found; --watermark full looks longer"));
    assert!(!trusted.contains("atermark"), "nobody looked");
    assert!(of(4).contains("the history of edits is longer than the limit"));
}

#[test]
fn the_counts_stand_above_and_are_those_of_the_rows() {
    let page = english(samples::mixed(22));
    let count = |id: &str| {
        let after = page.split_once(&format!("id=\"{id}\"")).unwrap().1;
        let after = after.split_once("<span class=\"count\">").unwrap().1;
        after.split_once('<').unwrap().0.parse::<usize>().unwrap()
    };
    assert_eq!(count("only-trusted"), page.matches("<li class=\"trusted ").count());
    assert_eq!((count("only-trusted"), count("only-invalid"), count("only-failed")), (6, 2, 1));
    assert_eq!((count("only-partial"), count("only-hinted")), (2, 2));
    assert!(page.find("22 files examined") < page.find("<main"));
}

#[test]
fn a_long_list_is_in_parts() {
    let lists = |rows: usize| english(samples::mixed(rows)).matches("<ol>").count();
    assert_eq!([0, 1, PART, PART + 1, 2 * PART].map(lists), [1, 1, 1, 2, 2]);
}

#[test]
fn places_are_short_and_lines_end_behind_slashes() {
    let manifest = "urn:c2pa:4b6c0e3c-4fe7-4abc-b7f8-d479fff3fa73";
    let finding =
        |place: &str| serde_json::json!({ "severity": "success", "code": "c", "words": "m", "place": place });
    let places =
        [format!("self#jumbf=/c2pa/{manifest}/c2pa.signature"), "self#jumbf=/c2pa/other/x".to_owned()];
    let examined = serde_json::json!({ "type": "image/png", "verdict": "trusted", "integrity": "intact", "trust": "accepted",
        "manifest_id": manifest, "findings": places.map(|place| finding(&place)), "hints": [] });
    let page = english([samples::row("https://a/b//c/", examined)]);
    assert!(page.contains("<bdi>c2pa.signature</bdi>"));
    assert!(page.contains("<bdi>self#jumbf=/<wbr>c2pa/<wbr>other/<wbr>x</bdi>"));
    assert!(page.contains("<bdi>https://<wbr>a/<wbr>b//<wbr>c/</bdi>"));
}

#[test]
fn a_choice_that_no_file_is_cannot_be_made() {
    let page = english([]);
    assert!(page.contains("0 files examined") && page.matches(" disabled>").count() == 11);
}

#[test]
fn a_name_that_is_no_text_is_given_by_its_bytes() {
    let row = samples::row(
        "a\u{fffd}.png",
        serde_json::json!({ "path_bytes": "61ff2e706e67",
        "error": { "kind": "io", "message": "cannot read the file" } }),
    );
    let page = english([row]);
    assert!(page.contains("61ff2e706e67") && page.contains("a\u{fffd}.png"));
}

#[test]
fn the_page_is_in_the_language_that_was_asked_for() {
    for (language, words) in [(Language::Russian, "Подробности"), (Language::Kazakh, "Толығырақ")]
    {
        let page = page(samples::head(language), samples::mixed(11));
        assert!(page.contains(&format!("<html lang=\"{}\">", language.tag())) && page.contains(words));
        assert!(!page.contains("page-"), "a word without a translation");
    }
}

#[test]
fn memory_does_not_grow_with_the_rows() {
    let most = |rows: usize| {
        let written = allocation_counter::measure(|| {
            let mut page = Page::begin(io::sink(), samples::head(Language::English)).unwrap();
            samples::mixed(rows).for_each(|row| page.row(&row, None).unwrap());
            page.finish().unwrap();
        });
        written.bytes_max
    };
    let (few, many) = (most(100), most(5000));
    assert!(many < few + few / 10, "{few} bytes for 100 rows, {many} for 5000");
}

/// `cargo xtask page` runs this before the browser.
#[test]
#[ignore = "writes pages for tests/page into AIMARK_PAGES; how many rows AIMARK_PAGE_ROWS says"]
fn writes_pages_to_look_at() {
    let folder = std::env::var("AIMARK_PAGES").unwrap();
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder).unwrap();
    let rows = std::env::var("AIMARK_PAGE_ROWS").ok().map_or(200, |rows| rows.parse().unwrap());
    for language in Language::ALL {
        let out = BufWriter::new(File::create(folder.join(format!("{}.html", language.tag()))).unwrap());
        let mut page = Page::begin(out, samples::head(language)).unwrap();
        let mut pictures = (0..crate::thumbnail::MOST).map(picture);
        for row in samples::mixed(rows) {
            page.row(&row, pictures.next().flatten().as_ref()).unwrap();
        }
        page.finish().unwrap();
    }
    let attacks = samples::attacks();
    let hostile = attacks.iter().flat_map(|attack| samples::everywhere(attack));
    std::fs::write(folder.join("hostile.html"), english(hostile)).unwrap();
    let harmless = attacks.iter().flat_map(|_| samples::everywhere("x"));
    std::fs::write(folder.join("harmless.html"), english(harmless)).unwrap();
}
