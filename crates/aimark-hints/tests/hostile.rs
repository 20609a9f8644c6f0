//! Files that are made to do harm: what they cost, what is shown of them, and that the limits hold.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests fail loudly"
)]

mod files;

use aimark_hints::{Hints, Limits, Says, look};
use files::*;

/// Bytes held at the worst moment for each byte of input, which is not among them.
const HELD: u64 = 16;
/// What any look may hold: what the limits allow to be unpacked, and the hints.
const FIXED: u64 = 16 << 20;

/// Looks at a bomb of some size and at one of twice that: memory is bounded, and twice asks for no more than twice.
fn explode(name: &str, bomb: impl Fn(usize) -> Vec<u8>) -> Hints {
    let (small, large) = (bomb(400_000), bomb(800_000));
    let mut hints = Hints::default();
    let once = allocation_counter::measure(|| drop(look(&small, None, &Limits::default())));
    let twice = allocation_counter::measure(|| hints = look(&large, None, &Limits::default()));
    let len = large.len() as u64;
    println!(
        "{name}: {len} bytes: {} held, {} asked for, {} hints, cut {}",
        twice.bytes_max,
        twice.bytes_total,
        hints.hints.len(),
        hints.cut
    );
    assert!(twice.bytes_max <= HELD * len + FIXED, "{name} holds {} for {len}", twice.bytes_max);
    assert!(twice.bytes_total <= once.bytes_total * 5 / 2 + FIXED, "{name}: {once:?} and {twice:?}");
    hints
}

fn assert_safe(hints: &Hints, limits: &Limits) {
    assert!(hints.hints.len() <= limits.hints);
    for hint in &hints.hints {
        for text in [&hint.place, &hint.key, &hint.value] {
            assert!(text.chars().count() <= limits.value_chars, "{text}");
            assert!(
                !text.chars().any(|c| c.is_control() || "\u{202e}\u{feff}\u{200b}\u{2066}".contains(c)),
                "{text:?}"
            );
        }
    }
}

#[test]
fn ten_thousand_hints_are_cut() {
    let limits = Limits::default();
    let label = png_chunk(b"tEXt", b"AIGC\0{\"Label\":\"1\"}");
    for many in [
        png(&label.repeat(10_000)),
        jpeg(
            &jpeg_segment(
                0xe1,
                format!(
                    "http://ns.adobe.com/xap/1.0/\0{}",
                    xmp("", &"<i:AISystemUsed>x</i:AISystemUsed>".repeat(1_500))
                )
                .as_bytes(),
            )
            .repeat(7),
        ),
        format!("<html>{}", "<p ai-disclosure=mixed>".repeat(10_000)).into_bytes(),
        format!("%PDF-{}", "/AIGC (\"Label\":1)".repeat(10_000)).into_bytes(),
        format!("---\n{}", "AIGC: Label: 1\n".repeat(10_000)).into_bytes(),
    ] {
        let hints = look(&many, None, &limits);
        assert_eq!((hints.hints.len(), hints.cut), (64, true));
        assert_safe(&hints, &limits);
        let few = Limits { hints: 3, ..limits };
        assert_eq!(look(&many, None, &few).hints.len(), 3);
    }
}

#[test]
fn texts_are_safe_to_show() {
    let limits = Limits { value_chars: 40, ..Limits::default() };
    let evil =
        "Midjourney\u{1b}[2J\u{7}\u{202e}gpj.\u{200b}\u{feff}\u{2066}\r\nx\u{fe0f}\u{e0041} ".repeat(9);
    let file = [
        png_chunk(b"tEXt", format!("Com\u{1b}ment\0Steps: 1, Seed: 2 {evil}").as_bytes()),
        png_chunk(b"tEXt", format!("Software\0{evil}").as_bytes()),
        png_chunk(b"tEXt", b"Software\0Midjourney \x1b\x9b\xff"),
    ];
    let hints = look(&png(&file.concat()), None, &limits);
    assert_eq!(hints.hints.len(), 3);
    assert_safe(&hints, &limits);
    assert_eq!(hints.hints[1].value, "Midjourney\\u{1b}[2J\\u{7}\\u{202e}gpj.…");
    assert_eq!(hints.hints[2].value, "Midjourney \\u{1b}\\u{9b}ÿ");
}

#[test]
fn every_prefix_of_a_file_is_survived() {
    let packet = generated();
    let exif =
        tiff(true, &[(0x0131, b"Midjourney"), (0x02bc, packet.as_bytes())], &[(0x9286, LABEL.as_bytes())]);
    let files = [
        jpeg_exif(&exif),
        png(&[png_chunk(b"eXIf", &exif), png_chunk(b"zTXt", &[b"AIGC\0\0", &zlib(LABEL.as_bytes())[..]].concat())].concat()),
        riff(b"WEBP", &[(b"EXIF", &exif), (b"XMP ", packet.as_bytes())]),
        gif(&[b"\x21\xff\x0bXMP DataXMP", packet.as_bytes(), b"\x01\0"].concat()),
        zip("docProps/custom.xml", packet.as_bytes(), true),
        format!("---\nAIGC: {LABEL}\n---\n").into_bytes(),
        format!("<html><meta name='ai-disclosure' content='mixed'><script type='application/ld+json'>{LABEL}</script>").into_bytes(),
        format!("%PDF-1.7 /AIGC ({LABEL}) {packet}").into_bytes(),
        exif,
    ];
    for file in &files {
        for len in 0..file.len() {
            let hints = look(&file[..len], None, &Limits::default());
            assert_safe(&hints, &Limits::default());
        }
        // Nor does a changed byte do harm.
        for at in 0..file.len() {
            for flip in [0x01, 0x80, 0xff] {
                let mut changed = file.clone();
                changed[at] ^= flip;
                assert_safe(&look(&changed, None, &Limits::default()), &Limits::default());
            }
        }
    }
}

#[test]
fn directories_in_a_loop_end() {
    // Three entries, among them the directory itself as the one for EXIF, and itself again as the next one.
    let mut looped = tiff(true, &[(0x0131, b"Midjourney")], &[(0x9286, LABEL.as_bytes())]);
    let exif_at = looped[30..34].to_vec();
    assert_eq!(exif_at, [0, 0, 0, 38]);
    looped[34..38].copy_from_slice(&8_u32.to_be_bytes());
    looped[30..34].copy_from_slice(&8_u32.to_be_bytes());
    let hints = look(&looped, None, &Limits::default());
    assert!(hints.hints.len() <= 4, "{hints:?}");
    // A chain of many pages.
    let page = |n: u32| [&b"\0\0"[..], &(8 + 6 * (n + 1)).to_be_bytes()].concat();
    let chain = [b"MM\0\x2a\0\0\0\x08", &(0..1000).flat_map(page).collect::<Vec<_>>()[..]].concat();
    assert!(look(&chain, None, &Limits::default()).cut);
}

#[test]
fn entries_that_share_a_large_value_cost_it_once() {
    // Sixteen directories of thousands of entries, all for the same megabyte.
    let entry = |at: u32| [&b"\x92\x86\0\x07\0\x10\0\0"[..], &at.to_be_bytes()].concat();
    explode("entries", |n| {
        let count = n / 24;
        let at = (14 + 12 * count) as u32;
        let entries = (0..count).flat_map(|_| entry(at)).collect::<Vec<_>>();
        [
            b"MM\0\x2a\0\0\0\x08",
            &(count as u16).to_be_bytes()[..],
            &entries,
            b"\0\0\0\x08",
            &vec![b'x'; n / 2],
        ]
        .concat()
    });
}

#[test]
fn bombs_stay_small() {
    let zeros = vec![b' '; 200 << 20];
    let packed = zlib(&zeros);
    let bomb = [&b"AIGC\0\0"[..], &packed].concat();
    println!("a bomb of {} bytes", bomb.len());
    let one = png(&png_chunk(b"zTXt", &bomb));
    let cost = allocation_counter::measure(|| assert!(look(&one, None, &Limits::default()).cut));
    assert!(cost.bytes_max < 16 << 20, "{}", cost.bytes_max);
    assert!(explode("packed chunks", |n| png(&png_chunk(b"zTXt", &bomb).repeat(n / 100_000))).cut);
    // Bytes that are dropped at once, as a stream that breaks off leaves them, were unpacked all the same.
    let nothing = zlib(&vec![0; 4 << 20]);
    let chunk = png_chunk(b"zTXt", &[b"AIGC\0\0", &nothing[..]].concat());
    let cost =
        allocation_counter::measure(|| assert!(look(&png(&chunk.repeat(200)), None, &Limits::default()).cut));
    assert!(cost.bytes_total < 32 << 20, "{cost:?}");
    let least = png_chunk(b"zTXt", &[b"A\0\0", &zlib(b"x")[..]].concat());
    assert!(explode("small packed chunks", |n| png(&least.repeat(n / 20))).cut);
    let document = zip("docProps/custom.xml", &zeros, true);
    assert!(explode("a document", |n| [&document[..], &vec![0; n / 1000]].concat()).cut);
}

#[test]
fn xml_that_promises_more_than_it_has() {
    let entities = |n: usize| {
        let more = (0..n / 40).map(|i| format!("<!ENTITY e{} '&e{i};&e{i};'>", i + 1)).collect::<String>();
        xmp("", "<i:AISystemUsed>&e9;&e9; x</i:AISystemUsed>")
            .replace("<x:xmpmeta", &format!("<!DOCTYPE x [{more}]><x:xmpmeta"))
    };
    let hints = explode("entities", |n| entities(n).into_bytes());
    assert_eq!(hints.hints[0].value, "x");
    assert!(explode("elements", |n| xmp("", &"<a>".repeat(n / 3)).into_bytes()).cut);
    assert!(explode("attributes", |n| xmp(&"i:Credit='' ".repeat(n / 12), "").into_bytes()).cut);
    assert!(
        explode("declarations", |n| xmp(
            &(0..n / 16).map(|i| format!("xmlns:a{i}='b' ")).collect::<String>(),
            ""
        )
        .into_bytes())
        .cut
    );
    assert!(
        explode("values", |n| xmp("", &"<i:AISystemUsed>x</i:AISystemUsed>".repeat(n / 34)).into_bytes()).cut
    );
    explode("a long value", |n| xmp("", &format!("<i:AISystemUsed>{}", "x&amp;".repeat(n / 6))).into_bytes());
    explode("a long tag", |n| xmp("", &format!("<{}", "a".repeat(n))).into_bytes());
}

#[test]
fn many_small_things() {
    explode("png chunks", |n| png(&png_chunk(b"teSt", b"").repeat(n / 12)));
    explode("texts", |n| png(&png_chunk(b"tEXt", b"a\0b").repeat(n / 15)));
    explode("jpeg segments", |n| jpeg(&b"\xff\xfe\0\x02".repeat(n / 4)));
    explode("jpeg fill bytes", |n| jpeg(&vec![0xff; n]));
    let part =
        jpeg_segment(0xe1, &[&b"http://ns.adobe.com/xmp/extension/\0"[..], &[b'A'; 40], b"x"].concat());
    explode("extended parts", |n| jpeg(&part.repeat(n / part.len())));
    explode("riff chunks", |n| riff(b"WEBP", &vec![(b"teSt", &b""[..]); n / 8]));
    explode("gif blocks", |n| gif(&[b"\x21\xfe", &b"\x01x".repeat(n / 2)[..], b"\0"].concat()));
    explode("gif extensions", |n| gif(&b"\x21\xfe\0".repeat(n / 3)));
    explode("boxes", |n| [iso_box(b"ftyp", b"isom"), iso_box(b"free", b"").repeat(n / 8)].concat());
    explode("items", |n| {
        let list = iso_box(b"ilst", &iso_box(b"name", &iso_box(b"data", b"")).repeat(n / 16));
        let meta = iso_box(b"meta", &[&[0; 4][..], &list].concat());
        [iso_box(b"ftyp", b"isom"), iso_box(b"moov", &iso_box(b"udta", &meta))].concat()
    });
    explode("tags", |n| format!("<html>{}", "<a b c=d e='f'>".repeat(n / 15)).into_bytes());
    explode("attributes", |n| format!("<html {}>", "a ".repeat(n / 2)).into_bytes());
    explode("brackets", |n| format!("<html>{}", "<".repeat(n)).into_bytes());
    explode("scripts", |n| format!("<html>{}", "<script></".repeat(n / 10)).into_bytes());
    explode("comments", |n| format!("<html>{}", "<!--".repeat(n / 4)).into_bytes());
    explode("json", |n| {
        format!("<html><script type=application/ld+json>{}</script>", "[".repeat(n)).into_bytes()
    });
    explode("json lists", |n| {
        let data = format!("{{\"digitalSourceType\":[{}1]}}", "\"x\",".repeat(n / 4));
        format!("<html><script type=application/ld+json>{data}</script>").into_bytes()
    });
    explode("front matter", |n| format!("---\n{}", "AIGC:\n".repeat(n / 6)).into_bytes());
    explode("labels", |n| png_text("AIGC", &"Label".repeat(n / 5)));
    explode("quotes", |n| png_text("AIGC", &format!("Label{}", "&quot;".repeat(n / 6))));
    explode("names", |n| png_text("Software", &"midjourne ".repeat(n / 10)));
    explode("pdf keys", |n| format!("%PDF-{}", "/AIGC(".repeat(n / 6)).into_bytes());
    explode("pdf packets", |n| format!("%PDF-{}", "<x:xmpmeta".repeat(n / 10)).into_bytes());
    explode("id3 frames", |n| {
        let len = [(n >> 21) as u8 & 127, (n >> 14) as u8 & 127, (n >> 7) as u8 & 127, n as u8 & 127];
        [b"ID3\x03\0\0", &len[..], &b"TXXX\0\0\0\x02\0\0\0a".repeat(n / 12)].concat()
    });
}

#[test]
fn limits_are_said() {
    let limits = |limits: Limits| look(&png_text("AIGC", LABEL), None, &limits);
    assert!(!limits(Limits::default()).cut);
    assert!(limits(Limits { mark_bytes: 10, ..Limits::default() }).cut);
    assert!(limits(Limits { total_bytes: 10, ..Limits::default() }).cut);
    assert!(limits(Limits { items: 1, ..Limits::default() }).cut);
    let short = limits(Limits { value_chars: 4, ..Limits::default() });
    assert_eq!((short.hints[0].value.as_str(), short.hints[0].says), ("{\"L…", Says::Generated));
    let nested = look(generated().as_bytes(), None, &Limits { nesting: 2, ..Limits::default() });
    assert_eq!((nested.hints.len(), nested.cut), (0, true));
    let nothing = Limits {
        mark_bytes: 0,
        total_bytes: 0,
        inflated_bytes: 0,
        hints: 0,
        value_chars: 0,
        nesting: 0,
        items: 0,
    };
    assert!(limits(nothing).cut);
}

#[test]
fn marks_share_one_allowance() {
    let two = png(&png_chunk(b"tEXt", &[b"AIGC\0", LABEL.as_bytes()].concat()).repeat(2));
    let limits = |total_bytes| Limits { total_bytes, ..Limits::default() };
    assert!(!look(&two, None, &limits(2 * LABEL.len() + 10)).cut);
    assert!(look(&two, None, &limits(2 * LABEL.len() + 9)).cut);
    // A tag counts once, however often it points to its value.
    let twice = tiff(true, &[], &[(0x9286, LABEL.as_bytes()), (0x9286, LABEL.as_bytes())]);
    assert_eq!(found(&twice).len(), 1);
}
