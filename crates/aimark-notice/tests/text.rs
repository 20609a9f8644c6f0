//! Notices in texts.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests fail loudly"
)]

use aimark_notice::{Error, LANGUAGES, Line, Origin, Place, TextKind, Wish, find_text, write_text};
use unicode_normalization::is_nfc;

const KINDS: [TextKind; 3] = [TextKind::Plain, TextKind::Markdown, TextKind::Html];

fn kazakh() -> Wish {
    Wish::of(&["kk", "ru"], Origin::Generated).unwrap()
}

fn written(text: &str, kind: TextKind, place: Place) -> String {
    let (written, record) = write_text(text, kind, &kazakh(), place).unwrap();
    assert!(written[record.range].contains("ЖИ жасаған"));
    assert_eq!(record.language, "mul");
    written
}

#[test]
fn in_a_plain_text_it_stands_in_brackets_with_an_empty_line_between() {
    let first = written("Мәтін.\n", TextKind::Plain, Place::First);
    assert_eq!(first, "[ЖИ жасаған]\n[Сгенерировано ИИ]\n\nМәтін.\n");
    let last = written("Мәтін.", TextKind::Plain, Place::Last);
    assert_eq!(last, "Мәтін.\n\n[ЖИ жасаған]\n[Сгенерировано ИИ]\n");
    assert_eq!(written("", TextKind::Plain, Place::First), "[ЖИ жасаған]\n[Сгенерировано ИИ]\n");
    assert_eq!(written("", TextKind::Plain, Place::Last), "[ЖИ жасаған]\n[Сгенерировано ИИ]\n");
}

#[test]
fn line_ends_and_byte_order_marks_stay_as_they_are() {
    let first = written("\u{feff}a\r\nb\r\n", TextKind::Plain, Place::First);
    assert_eq!(first, "\u{feff}[ЖИ жасаған]\r\n[Сгенерировано ИИ]\r\n\r\na\r\nb\r\n");
    let last = written("a\r\nb\r\n", TextKind::Markdown, Place::Last);
    assert_eq!(last, "a\r\nb\r\n\r\n> **ЖИ жасаған**  \r\n> **Сгенерировано ИИ**\r\n");
}

#[test]
fn in_markdown_it_is_a_quote_after_the_front_matter() {
    let first = written("---\ntitle: x\n---\n# Title\n", TextKind::Markdown, Place::First);
    assert_eq!(first, "---\ntitle: x\n---\n\n> **ЖИ жасаған**  \n> **Сгенерировано ИИ**\n\n# Title\n");
    let first = written("+++\na = 1\n+++\n\nText\n", TextKind::Markdown, Place::First);
    assert_eq!(first, "+++\na = 1\n+++\n\n> **ЖИ жасаған**  \n> **Сгенерировано ИИ**\n\nText\n");
    // A line across the page is no front matter.
    let first = written("---\nText\n", TextKind::Markdown, Place::First);
    assert!(first.starts_with("> **ЖИ жасаған**"));
}

#[test]
fn in_html_it_is_a_note_at_the_begin_or_end_of_the_body() {
    let page =
        "<!DOCTYPE html><html><head><title>a</title></head><body class=\"a>b\"><h1>A</h1></body></html>";
    let first = written(page, TextKind::Html, Place::First);
    let note =
        "<p lang=\"kk\" role=\"note\">ЖИ жасаған</p>\n<p lang=\"ru\" role=\"note\">Сгенерировано ИИ</p>\n";
    assert!(first.contains(&format!("<body class=\"a>b\">\n{note}<h1>")), "{first}");
    let last = written(page, TextKind::Html, Place::Last);
    assert!(last.contains(&format!("</h1>\n{note}</body>")), "{last}");
    for (page, place, start) in [
        ("<!doctype html><p>A", Place::First, "<!doctype html>\n<p lang"),
        ("<head><title>a</title></head><p>A", Place::First, "<head><title>a</title></head>\n<p lang"),
        ("<p>A</p>", Place::First, "<p lang"),
        ("<p>A</p>", Place::Last, "<p>A</p>\n<p lang"),
        (
            "<!-- <body> --><script>'</body>'</script><body>A",
            Place::First,
            "<!-- <body> --><script>'</body>'</script><body>\n<p lang",
        ),
    ] {
        let written = written(page, TextKind::Html, place);
        assert!(written.starts_with(start), "{written}");
    }
}

#[test]
fn words_outside_of_the_body_do_not_stand_before_or_behind_a_notice() {
    let words = "Words that say nothing of who wrote them. ".repeat(4);
    for page in [
        format!("<!doctype html>{words}<body>A</body>{words}"),
        format!("{words}<head></head><body>A</body></html>{words}"),
        format!("\u{feff}{words}<body>A</html>{words}</html>{words}"),
    ] {
        for place in [Place::First, Place::Last] {
            let written = written(&page, TextKind::Html, place);
            let found = find_text(&written, TextKind::Html).unwrap_or_else(|| panic!("{place:?} {written}"));
            assert_eq!(found.place, place, "{written}");
        }
    }
}

#[test]
fn what_is_written_is_found_in_every_language_and_kind_at_both_ends() {
    let body = "Long text that says nothing of who wrote it. ".repeat(20);
    for origin in [Origin::Generated, Origin::Altered] {
        for language in LANGUAGES {
            for kind in KINDS {
                for place in [Place::First, Place::Last] {
                    let wish = Wish::of(&[language], origin).unwrap();
                    let (text, _) = write_text(&body, kind, &wish, place).unwrap();
                    let found =
                        find_text(&text, kind).unwrap_or_else(|| panic!("{language} {kind:?}\n{text}"));
                    assert_eq!(found.place, place);
                    assert!(found.languages.contains(&language), "{language}: {found:?}");
                }
            }
        }
    }
}

#[test]
fn a_text_in_normal_form_stays_in_it_and_markup_in_words_is_escaped() {
    let wish = Wish::new(vec![Line::new("vi", "<AI> *ta\u{323}o* & co", None).unwrap()]);
    for kind in KINDS {
        for text in ["abc", "\u{301}abc", "가"] {
            let (written, _) = write_text(text, kind, &wish, Place::First).unwrap();
            assert_eq!(is_nfc(&written), is_nfc(text), "{written:?}");
            assert!(written.contains("tạo"));
        }
    }
    let (html, _) = write_text("a", TextKind::Html, &wish, Place::First).unwrap();
    assert!(html.contains(">&lt;AI&gt; *tạo* &amp; co</p>"), "{html}");
    let (markdown, _) = write_text("a", TextKind::Markdown, &wish, Place::First).unwrap();
    assert!(markdown.contains("**&lt;AI\\> \\*tạo\\* &amp; co**"), "{markdown}");
}

#[test]
fn a_notice_that_markup_would_hide_is_not_written() {
    let hiding = [
        ("text <!-- open", TextKind::Markdown, Place::Last),
        ("<p>text</p><!-- open", TextKind::Html, Place::Last),
        ("<body hidden><p>text</p></body>", TextKind::Html, Place::First),
        ("<div style='display: none'><p>text", TextKind::Html, Place::Last),
        ("<p>text<script>open", TextKind::Html, Place::Last),
    ];
    for (text, kind, place) in hiding {
        assert_eq!(write_text(text, kind, &kazakh(), place).unwrap_err(), Error::Hidden, "{text}");
    }
    let none = write_text("a", TextKind::Plain, &Wish::new(Vec::new()), Place::First);
    assert!(matches!(none, Err(Error::Wish(_))));
}

#[test]
fn notices_of_others_are_found() {
    for (text, languages) in [
        ("AI-generated content. The rest.", vec!["en"]),
        ("This text was created with artificial intelligence.", vec!["en"]),
        ("本内容由人工智能生成", vec!["zh"]),
        ("人工智能合成", vec!["zh"]),
        ("本文由AI生成，请注意甄别", vec!["zh"]),
        ("Создано ИИ", vec!["ru"]),
        ("Текст создан искусственным интеллектом", vec!["ru"]),
        ("Бұл мәтінді жасанды интеллект жасаған", vec!["kk"]),
        ("AI로 생성된 글입니다", vec!["ko"]),
        ("Konten ini dihasilkan oleh AI", vec!["id"]),
        ("Nội dung được tạo bởi AI", vec!["vi"]),
    ] {
        let found = find_text(text, TextKind::Plain).unwrap_or_else(|| panic!("{text}"));
        assert_eq!((found.place, found.languages), (Place::First, languages), "{text}");
    }
}

#[test]
fn other_texts_have_no_notice() {
    for text in [
        "",
        "AI",
        "生成",
        "A report on the AI act.",
        "MAIN generated code",
        "Handmade by Aidan, edited in May.",
        "ИИ и общество",
        "Россией создано",
        "AI\ngenerated",
        "The AI Act was passed after long and heated debate by people who made it",
        "人工湖 智能 生活",
    ] {
        assert_eq!(find_text(text, TextKind::Plain), None, "{text}");
    }
}

#[test]
fn a_notice_that_readers_do_not_see_is_not_found() {
    let filler = "x".repeat(100);
    let tags: String =
        "AI Generated".bytes().map(|b| char::from_u32(0xe0000 + u32::from(b)).unwrap()).collect();
    let hidden: [(String, TextKind); 13] = [
        (format!("{tags} text"), TextKind::Plain),
        ("<!-- AI Generated --><p>Text</p>".into(), TextKind::Html),
        ("<p hidden>AI Generated</p><p>Text</p>".into(), TextKind::Html),
        ("<p style=\"color:red; display : none\">AI Generated</p><p>Text</p>".into(), TextKind::Html),
        ("<div style=\"font-size:0\"><div>a</div>AI Generated</div><p>Text</p>".into(), TextKind::Html),
        ("<script>AI Generated</script><p>Text</p>".into(), TextKind::Html),
        ("<title>AI Generated</title><p>Text</p>".into(), TextKind::Html),
        ("<p title='AI Generated'>Text</p>".into(), TextKind::Html),
        ("<!-- AI Generated -->\nText".into(), TextKind::Markdown),
        ("[//]: # (AI Generated)\nText".into(), TextKind::Markdown),
        ("---\nnotice: AI Generated\n---\nText".into(), TextKind::Markdown),
        (format!("{filler}AI Generated{filler}"), TextKind::Plain),
        (format!("{filler}\nAI Generated\n{filler}"), TextKind::Html),
    ];
    for (text, kind) in hidden {
        assert_eq!(find_text(&text, kind), None, "{text}");
    }
}

#[test]
fn characters_that_are_not_seen_do_not_push_a_notice_out_of_the_window() {
    let unseen = "\u{200b}\u{fe01}\u{e0101}".repeat(500);
    let found = find_text(&format!("{unseen}AI Gener\u{200b}ated{}", "x".repeat(200)), TextKind::Plain);
    assert_eq!(found.unwrap().place, Place::First);
    // As a signed text has it behind its last line.
    let found = find_text(&format!("{}\nAI生成\n{unseen}", "x".repeat(200)), TextKind::Plain).unwrap();
    assert_eq!((found.place, found.languages, found.words.as_str()), (Place::Last, vec!["zh"], "AI生成"));
    let label = "-----BEGIN C2PA MANIFEST----- data:application/c2pa;base64,AAAA -----END C2PA MANIFEST-----";
    let signed = format!("{}\nAI Generated\n<!-- {label} -->\n", "x".repeat(200));
    assert_eq!(find_text(&signed, TextKind::Markdown).unwrap().place, Place::Last);
    let signed = format!("# {label}\nAI Generated\n{}", "x".repeat(200));
    assert_eq!(find_text(&signed, TextKind::Plain).unwrap().place, Place::First);
}

#[test]
fn markup_within_words_does_not_hide_them() {
    for (text, kind) in [
        ("<p><b>AI</b>&nbsp;<i>Gener&#97;ted</i></p>", TextKind::Html),
        ("<html><head><title>x</title><body>AI <span>Generated</span>", TextKind::Html),
        ("> **AI** *Generated*", TextKind::Markdown),
        ("# `AI` Generated", TextKind::Markdown),
    ] {
        assert!(find_text(text, kind).is_some(), "{text}");
    }
}

#[test]
fn hostile_texts_cost_little_and_never_panic() {
    let long = [
        "<".repeat(300_000),
        "<a".repeat(150_000),
        "<!--".repeat(100_000),
        "<script></".repeat(50_000),
        "<p hidden>".repeat(50_000),
        "&".repeat(300_000),
        "&#x110000;&#55296;".repeat(20_000),
        "-----BEGIN C2PA MANIFEST-----".repeat(10_000),
        "---\n".repeat(100_000),
        "[a]: b\n".repeat(50_000),
        "AI ".repeat(100_000),
        "\u{e0041}".repeat(100_000),
        "<p title=\"".repeat(30_000),
        "<title><".repeat(30_000),
    ];
    for text in &long {
        for kind in KINDS {
            let start = std::time::Instant::now();
            let _ = find_text(text, kind);
            let _ = write_text(text, kind, &kazakh(), Place::Last);
            let _ = write_text(text, kind, &kazakh(), Place::First);
            assert!(start.elapsed().as_secs() < 10, "{kind:?} {}", &text[..10.min(text.len())]);
        }
    }
}
