//! Texts: the label goes in, the words stay as they were, and what cannot be labelled soundly is refused.

use aimark::{Code, Error, Field, Format, InputError, Label, Origin, TextSigner, Verdict, VerifyContext};
use aimark_tests::{context, forge, identity, now, signer};
use ed25519_dalek::Signer as _;

fn sign_as(format: Format, text: &str) -> Result<Vec<u8>, Error> {
    let signer = signer(&identity());
    let context = {
        let mut c = context();
        c.format = Some(format);
        c
    };
    aimark::sign(text.as_bytes(), &Label::new(Origin::Generated), &signer, &context).map(|s| s.to_vec())
}

fn verify_as(format: Option<Format>, text: &[u8]) -> aimark::Report {
    let anchors = aimark_tests::anchors();
    aimark::verify(text, &VerifyContext { anchors: &anchors, format, ..VerifyContext::new(now()) }).unwrap()
}

/// Texts in the languages and states that matter, none of them in need of normalization.
const TEXTS: [&str; 18] = [
    "",
    "a",
    "The quick brown fox.\n",
    "Съешь ещё этих мягких французских булок — «да».\n",
    "Жасанды интеллект жүйесі жасаған мәтін: ә, ғ, қ, ң, ө, ұ, ү, һ, і.\n",
    "本内容由人工智能生成。\n",
    "ذكاء اصطناعي: نص عربي.\n",
    "हिन्दी में लिखा गया पाठ।\n",
    "שלום עולם\n",
    "👩‍👩‍👧‍👦 ❤️ 🇰🇿 ☎️",
    "\u{feff}with a byte order mark\n",
    "line\r\nline\r\n",
    "no line break at the end",
    "\n\n\n",
    "tab\tand nul-free",
    "Tiếng Việt: Đây là văn bản.",
    "한국어 문장입니다.",
    "x\u{301}\u{327} combining marks that no character has",
];

#[test]
fn every_text_keeps_its_bytes_in_every_carrier() {
    let mut count = 0;
    for format in Format::all().filter(|f| f.is_text()) {
        for text in TEXTS {
            let text = match format {
                Format::Html if text.starts_with('\u{feff}') => continue,
                Format::Html => {
                    format!("<!doctype html><html><head><title>t</title></head><body>{text}</body></html>")
                }
                Format::WebVtt => format!("WEBVTT\n\n00:00.000 --> 00:01.000\n{text}\n"),
                Format::PlainText | Format::Csv | Format::Tsv => aimark::normalize(text),
                _ => text.to_owned(),
            };
            let labelled = sign_as(format, &text).unwrap_or_else(|e| panic!("{format} {text:?}: {e}"));
            let report = verify_as(Some(format), &labelled);
            assert_eq!(report.verdict(), Verdict::Trusted, "{format} {text:?}: {:?}", report.findings());
            assert_eq!(
                verify_as(None, &labelled).verdict(),
                Verdict::Trusted,
                "{format} {text:?}: without a type"
            );
            let [_, before, label, _, after] = split(&labelled, &text);
            assert_eq!([before, after].concat(), text.as_bytes(), "{format} {text:?}");
            assert!(!label.is_empty());
            count += 1;
        }
    }
    assert_eq!(count, 19 * TEXTS.len() - 1);
}

/// A labelled text around the longest common beginning, which is where its label stands.
fn split<'a>(labelled: &'a [u8], text: &str) -> [&'a [u8]; 5] {
    let extra = labelled.len() - text.len();
    let at =
        (0..=text.len()).find(|at| [&labelled[..*at], &labelled[at + extra..]].concat() == text.as_bytes());
    let at = at.expect("the text is there around the label");
    [&[], &labelled[..at], &labelled[at..at + extra], &[], &labelled[at + extra..]]
}

#[test]
fn a_label_of_plain_text_takes_at_most_6000_bytes() {
    let text = "Съешь ещё этих мягких французских булок. ".repeat(27);
    let grown = sign_as(Format::PlainText, &text).unwrap().len() - text.len();
    assert!(grown <= 6000, "{grown}");
}

#[test]
fn every_randomness_finds_a_length_that_its_signature_fits() {
    let signer = signer(&identity());
    for n in 0..300_u32 {
        let random = core::array::from_fn(|i| (n.wrapping_mul(2_654_435_761) >> (i % 4 * 8)) as u8 ^ i as u8);
        let context = aimark::SignContext::new(now(), random);
        let text = format!("text number {n}");
        let signed =
            aimark::sign(text.as_bytes(), &Label::new(Origin::Generated), &signer, &context).unwrap();
        assert_eq!(verify_as(None, &signed.to_vec()).verdict(), Verdict::Trusted, "{n}");
    }
}

#[test]
fn text_out_of_normal_form_is_refused_by_its_first_character() {
    let error = sign_as(Format::PlainText, "кофе и cafe\u{301}\n").unwrap_err();
    assert_eq!(error, Error::Input(InputError::NotNormalized { at: 15, character: 'e' }));
    assert_eq!(error.to_string(), "the text is not in normalization form C: U+0065 at byte 15");
    let normal = aimark::normalize("кофе и cafe\u{301}\n");
    assert_eq!(verify_as(None, &sign_as(Format::PlainText, &normal).unwrap()).verdict(), Verdict::Trusted);
    // Other carriers bind bytes, not characters.
    assert!(sign_as(Format::Markdown, "cafe\u{301}\n").is_ok());
}

/// Some writers leave a text as it is and hash its form C, as the specification has it for readers.
#[test]
fn a_text_that_is_stored_in_another_form_is_checked_in_form_c() {
    let stored = "cafe\u{301} и\u{306}\n";
    let labelled = |hashed: &str| {
        let hash: forge::Hash = <sha2::Sha256 as sha2::Digest>::digest(hashed.as_bytes()).into();
        let data_hash =
            move |b: forge::Binding| forge::data_hash(vec![forge::exclusion(b.start, b.length)], &hash);
        let (data_hash, frame) =
            (Box::new(data_hash), Box::new(|store: Vec<u8>| forge::text_wrapper(&store)));
        forge::Forge { data_hash, frame, ..forge::Forge::default() }.insert(stored.as_bytes(), stored.len())
    };
    let normal = verify_as(None, &labelled(&aimark::normalize(stored)));
    assert_eq!(normal.verdict(), Verdict::Trusted, "{:?}", normal.findings());
    assert_eq!(verify_as(None, &labelled(stored)).verdict(), Verdict::Invalid, "the bytes as they are");
}

#[test]
fn other_encodings_and_broken_utf8_are_refused_with_the_place() {
    let signer = signer(&identity());
    let error = |bytes: &[u8], format| {
        let context = {
            let mut c = context();
            c.format = format;
            c
        };
        aimark::sign(bytes, &Label::new(Origin::Generated), &signer, &context).unwrap_err().to_string()
    };
    let utf16 = "text in UTF-16 or UTF-32; convert it to UTF-8 first";
    assert_eq!(error(b"\xff\xfea\0", Some(Format::PlainText)), utf16);
    assert_eq!(error(b"\xfe\xff\0a", None), utf16);
    assert_eq!(
        error(b"abc\xe9\n", Some(Format::PlainText)),
        "the text is not UTF-8: the byte at 3 does not fit"
    );
    assert_eq!(error(b"abc\xe9\n", None), "not a PNG, JPEG or WebP image, nor text in UTF-8");
    assert_eq!(error(b"abc\0\n", None), "not a PNG, JPEG or WebP image, nor text in UTF-8");
    assert_eq!(error(b"abc", Some(Format::Png)), "the content is not PNG");
}

#[test]
fn structured_texts_that_others_could_not_read_are_refused() {
    let refused = |format, text: &str| sign_as(format, text).unwrap_err().to_string();
    assert!(refused(Format::Yaml, "a: 1\rb: 2\n").contains("a carriage return"));
    assert!(refused(Format::Markdown, "-----BEGIN C2PA MANIFEST-----\n").contains("a delimiter of C2PA"));
    assert!(refused(Format::WebVtt, "WEBVTT").contains("no line break"));
    assert!(refused(Format::Html, "<p>no head").contains("no <head>"));
    assert!(refused(Format::Html, "\u{feff}<head></head>").contains("byte order mark"));
    assert!(refused(Format::Html, "<head><!-- application/c2pa --></head>").contains("talks about C2PA"));
}

#[test]
fn what_must_stay_first_stays_first() {
    let starts = |format, text: &str| {
        let labelled = String::from_utf8(sign_as(format, text).unwrap()).unwrap();
        assert!(labelled.starts_with(text), "{labelled}");
    };
    starts(Format::Python, "#!/usr/bin/env python3\nprint(1)\n");
    starts(Format::Shell, "#!/bin/sh\necho\n");
    starts(Format::Xml, "<?xml version=\"1.0\"?>\n<a/>\n");
    starts(Format::WebVtt, "WEBVTT\n\n00:00.000 --> 00:01.000\nhi\n");
    starts(Format::Markdown, "---\ntitle: x\n---\n\n# T\n");
    starts(Format::Markdown, "+++\ntitle = \"x\"\n+++\n");
    starts(Format::Css, "@charset \"utf-8\";\na {}\n");
    starts(Format::Yaml, "\u{feff}a: 1\n");
}

/// Nothing signs the comment around a block: whatever of the same length is put in its place must not pass.
#[test]
fn no_other_line_of_the_same_length_passes_around_a_block() {
    let mut count = 0;
    for format in Format::all().filter(|f| f.is_text()) {
        for (text, name) in [("a\n", "first line"), ("#!a\r\nb\r\n", "last line")] {
            let Ok(labelled) = sign_as(format, text) else { continue };
            let labelled = String::from_utf8(labelled).unwrap();
            let Some(begin) = labelled.find("-----BEGIN") else { continue };
            let end = labelled.find("END C2PA MANIFEST-----").unwrap() + 22;
            let (before, core, after) = (&labelled[..begin], &labelled[begin..end], &labelled[end..]);
            let forms = others(before, core, after).into_iter().filter(|form| form.len() == labelled.len());
            for form in forms.filter(|form| *form != labelled) {
                for said in [Some(format), None] {
                    let report = verify_as(said, form.as_bytes());
                    assert!(report.proof().is_none(), "{format}, {name}, {said:?}: {form:?}");
                }
                count += 1;
            }
        }
    }
    assert!(count > 100, "{count}");
}

/// A block between other beginnings and ends of its line.
fn others(before: &str, core: &str, after: &str) -> Vec<String> {
    let old: &str = before.trim_start_matches("#!a\r\nb\r\n");
    let kept = &before[..before.len() - old.len()];
    let rest = if kept.is_empty() { "a\n" } else { "" };
    let tail = after.strip_suffix(rest).unwrap_or(after);
    let heads = [
        "", "# ", "% ", "; ", "// ", "-- ", "/* ", "<!-- ", "NOTE ", "<?c2pa ", "\n", "\n# ", "\r\n# ",
        "\r\n% ", "\n% ",
    ];
    let tails =
        ["\n", "\r\n", "\r\r\n", "\r\r\r\n", "", "\r", " -->\n", " */\n", " ?>\n", " -->\r\n", " ?>\r\n"];
    let mut all = Vec::new();
    for head in heads.into_iter().chain([old]) {
        for end in tails.into_iter().chain([tail]) {
            all.push(format!("{kept}{head}{core}{end}{rest}"));
        }
    }
    let lines = core.replace("MANIFEST----- data", "MANIFEST-----\ndata").replace(" -----END", "\n-----END");
    all.extend(tails.map(|end| format!("{kept}{lines}{end}{rest}")));
    all
}

#[test]
fn padding_holds_no_message_and_is_divided_in_one_way() {
    let context = {
        let mut c = context();
        c.padded = true;
        c
    };
    let signed =
        aimark::sign(b"x\n", &Label::new(Origin::Generated), &signer(&identity()), &context).unwrap();
    let labelled = String::from_utf8(signed.to_vec()).unwrap();
    let zeros = labelled.len() - labelled.trim_end_matches(['\u{fe00}', '\u{e0100}']).len();
    assert!(zeros > 20);
    for other in ['\u{fe01}', '\u{fe0f}'] {
        let at = labelled.rfind('\u{fe00}').unwrap();
        let changed = format!("{}{other}{}", &labelled[..at], &labelled[at + 3..]);
        assert!(verify_as(None, changed.as_bytes()).proof().is_none());
    }
}

#[test]
fn words_that_are_only_canonically_the_same_are_not_the_words_that_were_signed() {
    for (signed, changed) in
        [("本内容 豈", "本内容 \u{f900}"), ("10 Å\n", "10 A\u{30a}"), ("a;b\n", "a\u{37e}b")]
    {
        let labelled = String::from_utf8(sign_as(Format::PlainText, signed).unwrap()).unwrap();
        let behind = if changed.len() == signed.len() && !changed.ends_with('\n') { "" } else { "\n" };
        for behind in ["", behind] {
            let other = format!("{changed}{}{behind}", &labelled[signed.len()..]);
            assert!(verify_as(None, other.as_bytes()).proof().is_none(), "{other:?}");
        }
    }
}

#[test]
fn documents_whose_head_a_browser_would_end_early_are_refused() {
    for html in [
        "<head><div>oops</div></head>",
        "<head>words</head>",
        "hello <html><head></head>",
        "<!doctype html><title>x</title><p>text <textarea></head></textarea>",
        "<head><script/src=\"x\">\"</head>\"</script></head>",
        "<head><template><template></template></head></template></head>",
        "<head><!--></head>--></head>",
        "<head><!-- --!></head>",
        "<head><link rel=\"C2PA-manifest\" href=\"x\"></head>",
        "<head><script data-type=\"x\" type=\"APPLICATION/C2PA\">AAAA</script></head>",
    ] {
        assert!(sign_as(Format::Html, html).is_err(), "{html}");
    }
    for html in [
        "<head><!-- a --><meta charset=utf-8><style>p{}</style></HEAD>x",
        "<head></head>",
        "<title>a</title></head>",
    ] {
        assert!(sign_as(Format::Html, html).is_ok(), "{html}");
    }
}

#[test]
fn plain_texts_that_others_read_otherwise_are_refused() {
    let refused = |text: &str| sign_as(Format::PlainText, text).unwrap_err().to_string();
    assert!(refused("a\0b").contains("a zero byte"));
    assert!(refused(&format!("x{}", "\u{301}".repeat(40))).contains("more than 30 combining characters"));
    assert!(refused("-----BEGIN C2PA CHECKPOINT-----\n").contains("a checkpoint"));
    let streamed = |text: &str| TextSigner::new().push(text).unwrap_err().to_string();
    assert!(streamed("a\0b").contains("a zero byte"));
    assert!(streamed("RIFFabcdWEBP is how a WebP file begins").contains("begins as an image"));
}

#[test]
fn a_label_is_not_overlooked_because_the_file_was_renamed() {
    let labelled = |format| String::from_utf8(sign_as(format, "<head></head>\n").unwrap()).unwrap();
    let kinds = [Format::PlainText, Format::Markdown, Format::Html];
    for (from, to) in kinds.into_iter().flat_map(|from| kinds.map(|to| (from, to))) {
        let text = labelled(from);
        assert!(
            matches!(sign_as(to, &text), Err(Error::Input(InputError::AlreadyLabelled { .. }))),
            "{from} {to}"
        );
        assert_eq!(verify_as(Some(to), text.as_bytes()).verdict(), Verdict::Trusted, "{from} {to}");
    }
}

/// Each of these took hours when some search began anew at each of its parts.
#[test]
fn texts_made_to_be_searched_again_and_again_are_searched_once() {
    let begin = "-----BEGIN C2PA MANIFEST-----";
    let end = "-----END C2PA MANIFEST-----";
    for hostile in [
        format!("{}>", "< ".repeat(2_000_000)),
        format!("<!--{}", "<!--".repeat(1_000_000)),
        format!("{}>", "<a \"".repeat(1_000_001)),
        format!("{}</script", "<script></scrip".repeat(300_000)),
        format!("{}{end}", begin.repeat(150_000)),
        format!("{}{}{end}", begin.repeat(150_000), " ".repeat(1_000_000)),
        "\u{feff}\u{e0133}".repeat(700_000),
        format!("\u{feff}{}", "\u{e0133}".repeat(1_000_000)),
        "\u{301}".repeat(2_000_000),
        "\u{1100}\u{1161}".repeat(500_000),
    ] {
        for format in [None, Some(Format::Html), Some(Format::Markdown)] {
            let report = verify_as(format, hostile.as_bytes());
            assert!(report.proof().is_none());
        }
        let _ = sign_as(Format::PlainText, &hostile);
    }
}

#[test]
fn a_labelled_text_is_refused_by_the_name_of_its_signer() {
    for (format, text) in
        [(Format::PlainText, "a"), (Format::Markdown, "a\n"), (Format::Html, "<head></head>")]
    {
        let labelled = String::from_utf8(sign_as(format, text).unwrap()).unwrap();
        let words = "the asset already carries a content credential, signed by aimark default";
        assert_eq!(sign_as(format, &labelled).unwrap_err().to_string(), words);
    }
}

#[test]
fn two_phases_give_the_bytes_of_one_call() {
    let key = forge::key_of(&identity().key_pem());
    let chain = aimark::Chain::from_pem(identity().certificate_pem().as_bytes()).unwrap();
    for format in [Format::PlainText, Format::Yaml] {
        let context = {
            let mut c = context();
            c.format = Some(format);
            c
        };
        let pending = aimark::prepare(b"a: 1\n", &Label::new(Origin::Generated), &chain, &context).unwrap();
        let signature = key.sign(pending.to_be_signed()).to_bytes();
        assert_eq!(pending.finish(&signature).unwrap().to_vec(), sign_as(format, "a: 1\n").unwrap());
    }
}

#[test]
fn a_padded_wrapper_is_read_and_the_report_says_what_was_signed() {
    let context = {
        let mut c = context();
        c.padded = true;
        c
    };
    let signed =
        aimark::sign(b"text\n", &Label::new(Origin::Generated), &signer(&identity()), &context).unwrap();
    let report = verify_as(None, &signed.to_vec());
    assert_eq!(report.verdict(), Verdict::Trusted, "{:?}", report.findings());
    let finding = report.findings().iter().find(|f| f.code == Code::WrapperPadding).unwrap();
    assert_eq!(finding.words, "padding follows the wrapper; it is left out of what was signed");
    // Padding that somebody adds to an exact wrapper is a change.
    let exact = [sign_as(Format::PlainText, "text\n").unwrap(), "\u{fe00}".as_bytes().to_vec()].concat();
    assert_eq!(verify_as(None, &exact).verdict(), Verdict::Invalid);
}

#[test]
fn a_stream_gives_the_mark_of_the_whole() {
    for text in TEXTS.map(aimark::normalize) {
        let whole = sign_as(Format::PlainText, &text).unwrap();
        for size in [1, 2, 7, 1000] {
            let mut stream = TextSigner::new();
            let characters: Vec<char> = text.chars().collect();
            for piece in characters.chunks(size) {
                stream.push(&piece.iter().collect::<String>()).unwrap();
            }
            let mark =
                stream.finish(&Label::new(Origin::Generated), &signer(&identity()), &context()).unwrap();
            assert_eq!([text.as_bytes(), mark.text.as_bytes()].concat(), whole, "{text:?} by {size}");
        }
    }
}

#[test]
fn a_stream_notices_what_the_whole_would_not_be_let_do() {
    let push = |pieces: &[&str]| {
        let mut stream = TextSigner::new();
        pieces.iter().try_for_each(|piece| stream.push(piece))
    };
    let apart = push(&["café, ", "cafe", "\u{301}"]).unwrap_err();
    assert_eq!(apart, Error::Input(InputError::NotNormalized { at: 10, character: 'e' }));
    let labelled = String::from_utf8(sign_as(Format::PlainText, "x").unwrap()).unwrap();
    let pieces: Vec<String> = labelled.chars().map(String::from).collect();
    let pieces: Vec<&str> = pieces.iter().map(String::as_str).collect();
    assert!(matches!(push(&pieces), Err(Error::Input(InputError::AlreadyLabelled { .. }))));
    assert!(matches!(push(&["a", &"\u{301}".repeat(5000)]), Err(Error::Input(_) | Error::Limit(_))));
}

#[test]
fn a_stream_can_be_signed_elsewhere() {
    let mut stream = TextSigner::new();
    stream.push("words").unwrap();
    let chain = aimark::Chain::from_pem(identity().certificate_pem().as_bytes()).unwrap();
    let pending = stream.prepare(&Label::new(Origin::Generated), &chain, &context()).unwrap();
    let signature = forge::key_of(&identity().key_pem()).sign(pending.to_be_signed()).to_bytes();
    let mark = pending.finish(&signature).unwrap();
    assert_eq!(["words", &mark.text].concat().into_bytes(), sign_as(Format::PlainText, "words").unwrap());
}

#[test]
fn a_hundred_megabytes_of_text_are_labelled_and_checked() {
    let text = "Съешь ещё этих мягких французских булок, да выпей чаю. ".repeat(1_000_000);
    assert!(text.len() > 90_000_000);
    let labelled = sign_as(Format::PlainText, &text).unwrap();
    assert_eq!(verify_as(None, &labelled).verdict(), Verdict::Trusted);
    assert!(labelled.starts_with(text.as_bytes()));
}

#[test]
fn everything_stated_reads_back_from_text() {
    let mut label = Label::new(Origin::Altered);
    label.set(Field::System, "Kandinsky").unwrap().set(Field::Provider, "ТОО «Пример»").unwrap();
    let signed = aimark::sign(b"text", &label, &signer(&identity()), &context()).unwrap().to_vec();
    let report = verify_as(None, &signed);
    let stated = report.proof().unwrap().label();
    assert_eq!((stated.text(Field::System), stated.origin()), (Some("Kandinsky"), Origin::Altered));
}
