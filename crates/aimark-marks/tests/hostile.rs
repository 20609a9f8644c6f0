//! Files and packets that break one rule each, marks that cannot be written, and damage of every kind.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::expect_used,
    clippy::panic,
    clippy::as_conversions,
    clippy::string_slice,
    reason = "tests fail loudly"
)]

mod files;

use std::time::{Duration, Instant};

use aimark_marks::{Error, InputError, Limits, Marks, write, write_markdown};
use files::*;
use image::ImageFormat;

fn refused(asset: &[u8]) -> String {
    write(asset, &marks(), &Limits::default()).unwrap_err().to_string()
}

fn zlib(data: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(data, 9)
}

/// A packet that is refused, in each carrier.
fn packet_refused(packet: &[u8]) -> String {
    let mut all: Vec<String> = carriers(packet).iter().map(|asset| refused(asset)).collect();
    let shown = |text: &str| text.split(", at byte").next().unwrap().to_owned();
    assert!(all.iter().all(|text| shown(text) == shown(&all[0])), "{all:?}");
    shown(&all.remove(0))
}

#[test]
fn packets_that_break_a_rule_are_refused_and_never_overwritten() {
    let inner = |inner: &str| described("", inner);
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("it has no rdf:RDF", Vec::new()),
        ("it has no rdf:RDF", b"<x:xmpmeta xmlns:x='adobe:ns:meta/'></x:xmpmeta>".to_vec()),
        ("it is not UTF-8", [described("", "").as_bytes(), b"\xff"].concat()),
        ("a control character", inner("\u{1}").into_bytes()),
        ("it is not well-formed", inner("<a></b>").into_bytes()),
        ("it is not well-formed", inner("<!-- -- -->").into_bytes()),
        ("it is not well-formed", inner("]]>").into_bytes()),
        ("it is not well-formed", inner("a & b").into_bytes()),
        ("an element is not closed", packet("").replace("</x:xmpmeta>", "").into_bytes()),
        ("text outside of the root", packet("").replace("</x:xmpmeta>", "</x:xmpmeta>x").into_bytes()),
        ("a second root", packet("").replace("</x:xmpmeta>", "</x:xmpmeta><x/>").into_bytes()),
        ("an entity that nobody declared", inner("&nbsp;").into_bytes()),
        ("an entity that nobody declared", described("my:a='&nbsp;'", "").into_bytes()),
        ("a prefix that nobody declared", inner("<no:a/>").into_bytes()),
        ("a prefix that nobody declared", described("no:a=''", "").into_bytes()),
        ("a prefix is declared for nothing", described("xmlns:no=''", "").into_bytes()),
        ("an attribute stands twice in a tag", described("my:a='' my:a=''", "").into_bytes()),
        ("a value with a bracket in it", described("my:a='<'", "").into_bytes()),
        ("no white space before an attribute", described("my:a='1'my:b='2'", "").into_bytes()),
        ("an element whose name XML does not allow", inner("<1/>").into_bytes()),
        ("a declaration of XML that is not at the beginning", inner("<?xml version='1.0'?>").into_bytes()),
    ];
    for (expected, packet) in cases {
        let expected = format!("the XMP packet cannot be merged: {expected}");
        assert_eq!(packet_refused(&packet), expected, "{}", String::from_utf8_lossy(&packet));
    }
}

#[test]
fn packets_of_unhandled_kinds_are_refused() {
    let utf16: Vec<u8> = packet("").encode_utf16().flat_map(u16::to_be_bytes).collect();
    let bare = packet("");
    let bare = &bare[bare.find("<x:").unwrap()..bare.find("<?xpacket end").unwrap()];
    let two = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></x:xmpmeta>";
    let cases = [
        ("an XMP packet in UTF-16 or UTF-32", utf16.clone()),
        ("an XMP packet in UTF-16 or UTF-32", [b"\xfe\xff", &utf16[..]].concat()),
        (
            "an XMP packet that is not in UTF-8",
            format!("<?xml version='1.0' encoding='iso-8859-1'?>{bare}").into_bytes(),
        ),
        (
            "an XMP packet with a document type declaration",
            format!("<!DOCTYPE a [<!ENTITY b 'c'>]>{bare}").into_bytes(),
        ),
        ("an XMP packet with two rdf:RDF", packet("").replace("</x:xmpmeta>", two).into_bytes()),
        (
            "an XMP packet about two things",
            packet("<rdf:Description rdf:about='a'/><rdf:Description rdf:about='b'/>").into_bytes(),
        ),
    ];
    for (expected, packet) in cases {
        assert_eq!(packet_refused(&packet), expected);
        let error = write(&carriers(&packet)[0], &marks(), &Limits::default()).unwrap_err();
        assert!(matches!(error, Error::Unsupported { .. }));
    }
}

#[test]
fn limits_of_packets_are_kept() {
    let png = |packet: String| png_with(&xmp_chunk(packet.as_bytes()));
    let deep = |n: usize| png(described("", &["<my:a>".repeat(n), "</my:a>".repeat(n)].concat()));
    let cases = [
        (png(described("", &"x".repeat(1 << 20))), "size of the XMP packet in bytes"),
        (png(described("", &"x".repeat((1 << 20) - 1000))), "size of the XMP packet in bytes"),
        (deep(30), "nesting of the XMP packet"),
        (png(described("", &"<my:a/>".repeat(65_536))), "elements and attributes of the XMP packet"),
        (
            png(described(&(0..65_536).map(|n| format!(" a{n}=''")).collect::<String>(), "")),
            "elements and attributes of the XMP packet",
        ),
        (
            png(described(&(0..120).map(|n| format!(" xmlns:a{n}='b'")).collect::<String>(), "")),
            "namespaces of the XMP packet",
        ),
    ];
    for (asset, expected) in cases {
        let error = write(&asset, &marks(), &Limits::default()).expect_err(expected);
        assert!(matches!(error, Error::Limit { what, .. } if what == expected), "{expected}: {error}");
    }
    assert_eq!(found_of_ours(&written(&deep(29)).bytes), expected());
    let small = Limits { asset_bytes: 10, ..Limits::default() };
    assert!(matches!(write(&deep(1), &marks(), &small), Err(Error::Limit { .. })));
}

#[test]
fn a_packed_packet_unpacks_up_to_the_limit() {
    let packed = |data: &[u8]| {
        png_with(&chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\x01\0en\0key\0", &zlib(data)[..]].concat()))
    };
    let written = written(&packed(described("xmp:Rating='3'", "").as_bytes()));
    assert_eq!(found(&written.bytes), expected());
    assert_eq!(written.notes.last(), Some(&aimark_marks::Note::Unpacked));
    let kept = b"iTXtXML:com.adobe.xmp\0\0\0en\0key\0<?xpacket";
    assert!(written.bytes.windows(kept.len()).any(|part| part == kept));
    let bomb = write(&packed(&vec![b' '; 64 << 20]), &marks(), &Limits::default()).unwrap_err();
    assert!(matches!(bomb, Error::Limit { what: "size of the XMP packet in bytes", .. }));
    let damaged = png_with(&chunk(b"iTXt", b"XML:com.adobe.xmp\0\x01\0\0\0\x78\x9cnonsense"));
    assert_eq!(refused(&damaged), "malformed PNG: the XMP chunk cannot be unpacked, at byte 33");
    let unknown = png_with(&chunk(b"iTXt", b"XML:com.adobe.xmp\0\x02\0\0\0"));
    assert_eq!(refused(&unknown), "malformed PNG: the XMP chunk is compressed in an unknown way, at byte 33");
    let short = png_with(&chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0"));
    assert_eq!(refused(&short), "malformed PNG: the XMP chunk is cut short, at byte 33");
}

#[test]
fn a_segment_of_jpeg_has_a_limit_of_its_own() {
    let filled = |n: usize| described("", &format!("<my:a>{}</my:a>", "x".repeat(n)));
    let room = 65_502 - filled(0).len();
    let full = jpeg_with(&xmp_segment(filled(room).as_bytes()));
    let error = write(&full, &marks(), &Limits::default()).unwrap_err();
    let what = "bytes of an XMP packet in a JPEG segment";
    assert!(matches!(error, Error::Limit { what: found, allowed: 65_502, .. } if found == what), "{error}");
    // Padding makes way.
    let padded = filled(room - 3000).replace("<?xpacket end", &format!("{}<?xpacket end", " ".repeat(3000)));
    assert_eq!(padded.len(), 65_502);
    let written = written(&jpeg_with(&xmp_segment(padded.as_bytes())));
    assert_eq!(found_of_ours(&written.bytes), expected());
}

#[test]
fn files_that_carry_a_credential_are_refused() {
    let jumbf = [&b"JP\x02\x11\0\0\0\x01\0\0\0\x40jumb\0\0\0\x1djumdc2pa"[..], &[0; 40]].concat();
    for asset in [
        jpeg_with(&segment(0xeb, &jumbf)),
        png_with(&chunk(b"caBX", b"x")),
        webp_with(0x10, &riff_chunk(b"C2PA", b"x")),
    ] {
        let error = write(&asset, &marks(), &Limits::default()).unwrap_err();
        assert!(matches!(error, Error::Input(InputError::Labelled { at: 1.. })), "{error}");
    }
    // Another box in JUMBF is none.
    written(&jpeg_with(&segment(0xeb, b"JP\x02\x11\0\0\0\x01\0\0\0\x10jumbother")));
    for text in [
        "a\u{feff}\u{e0133}\u{e0122}",
        "<!-- -----BEGIN C2PA MANIFEST----- data:x -----END C2PA MANIFEST----- -->\n",
    ] {
        let error = write_markdown(text, None, Some("Label: '1'"), &Limits::default()).unwrap_err();
        assert!(matches!(error, Error::Input(InputError::Labelled { .. })), "{error}");
    }
}

#[test]
fn a_second_aigc_label_is_refused_by_its_place() {
    let exif = [b"Exif\0\0II*\0\x08\0\0\0\x01\0\x86\x92\x07\0", &(LABEL.len() as u32 + 8).to_le_bytes()[..]]
        .concat();
    let exif = [&exif, &26u32.to_le_bytes()[..], b"\0\0\0\0ASCII\0\0\0", LABEL.as_bytes()].concat();
    let tc260 = "xmlns:d='http://www.tc260.org.cn/ns/AIGC/1.0/'";
    let raw: String = described("t:AIGC='{}'", "").bytes().map(|byte| format!("{byte:02x}")).collect();
    let cases = [
        (jpeg_with(&segment(0xe1, &exif)), "JPEG EXIF at byte 38"),
        (webp_with(0x18, &riff_chunk(b"EXIF", &exif[6..])), "RIFF EXIF at byte"),
        (png_with(&chunk(b"eXIf", &exif[6..])), "PNG EXIF at byte"),
        (png_with(&chunk(b"tEXt", format!("AIGC\0{LABEL}").as_bytes())), "PNG tEXt at byte"),
        (png_with(&chunk(b"zTXt", &[b"AIGC\0\0", &zlib(LABEL.as_bytes())[..]].concat())), "PNG zTXt at byte"),
        (png_with(&chunk(b"iTXt", format!("AIGC\0\0\0\0\0{LABEL}").as_bytes())), "PNG iTXt at byte"),
        (jpeg_with(&segment(0xfe, LABEL.as_bytes())), "JPEG COM at byte"),
        (webp_with(0x10, &riff_chunk(b"AIGC", LABEL.as_bytes())), "RIFF AIGC at byte"),
        // In the packet: in another thing's description, and as a deviant writer has it.
        (
            png_with(&xmp_chunk(
                described(tc260, "<my:a rdf:parseType='Resource'><d:AIGC>{}</d:AIGC></my:a>").as_bytes(),
            )),
            "PNG iTXt at byte 33",
        ),
        (png_with(&xmp_chunk(described(tc260, "<d:Label>1</d:Label>").as_bytes())), "PNG iTXt at byte 33"),
    ];
    for (asset, place) in cases {
        let error = write(&asset, &marks(), &Limits::default()).unwrap_err();
        let Error::Input(InputError::AnotherAigc { place: found }) = &error else {
            panic!("{place}: {error}")
        };
        assert!(found.starts_with(place), "{found}, not {place}");
        // Who writes no label may write the rest.
        let others = Marks { aigc: None, ..marks() };
        write(&asset, &others, &Limits::default()).unwrap();
    }
    let profile = png_with(&chunk(
        b"tEXt",
        format!("Raw profile type xmp\0\nxmp\n{}\n{raw}\n", raw.len() / 2).as_bytes(),
    ));
    assert_eq!(refused(&profile), "an XMP packet in another chunk than iTXt, at byte 33");
}

#[test]
fn several_packets_are_refused() {
    let packet = described("", "");
    let packet = packet.as_bytes();
    let hex: String = [&b"http://ns.adobe.com/xap/1.0/\0"[..], packet]
        .concat()
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    let app1 = format!("\ngeneric\n{}\n{hex}\n", hex.len() / 2);
    let cases = [
        (jpeg_with(&xmp_segment(packet).repeat(2)), "a second XMP packet"),
        (png_with(&xmp_chunk(packet).repeat(2)), "a second XMP packet"),
        (webp_with(0x14, &riff_chunk(b"XMP ", packet).repeat(2)), "a second XMP packet"),
        (webp_with(0x14, &riff_chunk(b"XMP\0", packet)), "an XMP packet under another name"),
        (
            png_with(&chunk(b"tEXt", &[b"XML:com.adobe.xmp\0", packet].concat())),
            "an XMP packet in another chunk than iTXt",
        ),
        (
            png_with(&chunk(b"tEXt", format!("Raw profile type APP1\0{app1}").as_bytes())),
            "an XMP packet in another chunk than iTXt",
        ),
        (
            png_with(&chunk(b"zTXt", &[b"Raw profile type APP1\0\0", &zlib(app1.as_bytes())[..]].concat())),
            "an XMP packet in another chunk than iTXt",
        ),
    ];
    for (asset, expected) in cases {
        let found = refused(&asset);
        assert!(found.starts_with(expected), "{found}");
    }
}

#[test]
fn extensions_of_packets_stay_and_are_searched() {
    let extension = |packet: &str| {
        let len = (packet.len() as u32).to_be_bytes();
        let head = [&b"http://ns.adobe.com/xmp/extension/\0"[..], &[b'A'; 32], &len, &[0; 4]].concat();
        segment(0xe1, &[&head[..], packet.as_bytes()].concat())
    };
    let names =
        format!("xmlns:xmpNote='http://ns.adobe.com/xmp/note/' xmpNote:HasExtendedXMP='{}'", "A".repeat(32));
    let main = xmp_segment(described(&names, "").as_bytes());
    let other = extension(&described("my:a='1'", ""));
    let written = written(&jpeg_with(&[&main[..], &other].concat()));
    assert_eq!(written.notes, [aimark_marks::Note::Merged, aimark_marks::Note::ExtensionKept]);
    assert!(written.bytes.windows(other.len()).any(|part| part == other));
    assert!(packet_of(&written.bytes).contains(&names));
    let ours = extension(&described(&format!("i:DigitalSourceType='{TERM}'"), ""));
    let error = write(&jpeg_with(&[&main[..], &ours].concat()), &marks(), &Limits::default()).err().unwrap();
    assert!(matches!(error, Error::Input(InputError::Elsewhere { .. })), "{error}");
}

#[test]
fn containers_that_break_a_rule_are_refused() {
    let (jpeg, png, webp) = (jpeg_with(b""), png_with(b""), webp_with(0x10, b""));
    let crc = |mut asset: Vec<u8>| {
        let at = 33 + 8 + 22 + described("", "").len();
        asset[at] ^= 1;
        asset
    };
    let index = segment(0xe2, b"MPF\0x");
    let behind = [&index[..], &xmp_segment(described("", "").as_bytes())].concat();
    let alpha = riff(&[&picture(ImageFormat::WebP, true)[12..], &riff_chunk(b"ALPH", b"")].concat());
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("malformed JPEG: a segment is cut short", jpeg[..40].to_vec()),
        ("malformed JPEG: a marker was expected", [&jpeg[..20], b"x", &jpeg[20..]].concat()),
        ("malformed JPEG: a segment length under two", jpeg_with(b"\xff\xe0\0\x01")),
        ("malformed JPEG: a marker that cannot stand here", jpeg_with(b"\xff\xd8\xff")),
        ("malformed JPEG: the image ends before its data", b"\xff\xd8\xff\xd9".to_vec()),
        ("an XMP packet behind an index of several pictures", jpeg_with(&behind)),
        ("malformed PNG: a chunk is cut short", png[..png.len() - 3].to_vec()),
        ("malformed PNG: a chunk is cut short", png_with(b"\xff\xff\xff\xfftEXt")),
        ("malformed PNG: a chunk type is not four letters", png_with(&chunk(b"te\0t", b""))),
        ("malformed PNG: a second IHDR", png_with(&chunk(b"IHDR", b""))),
        ("malformed PNG: the first chunk is not IHDR", [&png[..8], &png[33..]].concat()),
        (
            "malformed PNG: the CRC of the XMP chunk is wrong",
            crc(png_with(&xmp_chunk(described("", "").as_bytes()))),
        ),
        ("malformed WebP: the RIFF size is larger than the file", webp[..webp.len() - 1].to_vec()),
        ("malformed WebP: a chunk is cut short", riff(&[&webp[12..], b"XMP \xff\xff\xff\xff"].concat())),
        ("malformed WebP: there is no chunk", riff(b"")),
        ("malformed WebP: the first chunk is not VP8, VP8L or VP8X", riff(&riff_chunk(b"EXIF", b""))),
        ("malformed WebP: the header of the image is damaged", riff(&riff_chunk(b"VP8L", b"\x2f"))),
        ("malformed WebP: a chunk of the extended layout without VP8X", alpha),
        ("content that is neither PNG, JPEG nor WebP", b"GIF89a".to_vec()),
        ("content that is neither PNG, JPEG nor WebP", Vec::new()),
    ];
    for (expected, asset) in cases {
        let found = refused(&asset);
        assert!(found.starts_with(expected), "{found}, not {expected}");
    }
}

#[test]
fn marks_that_readers_would_not_give_back_are_refused() {
    for value in ["", " a", "a\n", "a\u{a0}", "a\0b", "a\u{1b}b", "a\u{85}b", "a\u{2028}b", "a\u{ffff}b"] {
        for marks in [
            Marks { system: Some(value.to_owned()), ..Marks::default() },
            Marks { system_version: Some(value.to_owned()), ..Marks::default() },
            Marks { aigc: Some(value.to_owned()), ..Marks::default() },
        ] {
            let error = write(&png_with(b""), &marks, &Limits::default()).unwrap_err();
            assert!(matches!(error, Error::Misuse { .. }), "{value:?}: {error}");
        }
    }
    let long = Marks { system: Some("x".repeat(8193)), ..Marks::default() };
    assert!(matches!(write(&png_with(b""), &long, &Limits::default()), Err(Error::Limit { .. })));
}

/// Work grows with the file, not faster: ten times as much takes less than forty times as long.
#[test]
fn work_is_linear_in_the_worst_files_known() {
    let pixels = Marks { aigc: None, ..marks() };
    let time = |asset: &[u8]| {
        let one = |_| {
            let began = Instant::now();
            let _ = write(asset, &pixels, &Limits::default());
            began.elapsed()
        };
        (0..2).map(one).min().unwrap().max(Duration::from_millis(1))
    };
    type Make = fn(usize) -> Vec<u8>;
    let worst: [(&str, Make); 7] = [
        ("chunks of PNG", |n| png_with(&chunk(b"teSt", b"").repeat(n * 100))),
        ("segments of JPEG", |n| jpeg_with(&segment(0xe5, b"").repeat(n * 100))),
        ("chunks of WebP", |n| webp_with(0x10, &riff_chunk(b"teSt", b"").repeat(n * 100))),
        ("elements", |n| png_with(&xmp_chunk(described("", &"<my:a/>".repeat(n * 6)).as_bytes()))),
        ("ours", |n| png_with(&xmp_chunk(described("", &"<i:AISystemUsed/>".repeat(n * 5)).as_bytes()))),
        ("attributes", |n| {
            let all: String = (0..n * 6).map(|at| format!(" a{at}=''")).collect();
            png_with(&xmp_chunk(described(&all, "").as_bytes()))
        }),
        ("padding", |n| {
            png_with(&xmp_chunk([packet("").as_bytes(), &b" ".repeat(n * 100)].concat().as_slice()))
        }),
    ];
    for (name, make) in worst {
        let (small, large) = (time(&make(1000)), time(&make(10_000)));
        println!("{name}: {small:?}, {large:?}");
        assert!(large < small * 40, "{name}: {small:?}, {large:?}");
    }
}

/// Bits turned and bytes cut off: nothing panics, and a picture that could be seen can be seen as before.
#[test]
fn damage_never_harms_what_could_be_read() {
    let packet = described(&format!("i:DigitalSourceType='{TERM}'"), "<my:a>v</my:a>");
    let mut all = carriers(packet.as_bytes());
    all.extend([
        picture(ImageFormat::Png, true),
        picture(ImageFormat::Jpeg, false),
        picture(ImageFormat::WebP, true),
    ]);
    let (mut written, mut seen) = (0_u32, 0_u32);
    let mut try_one = |asset: &[u8]| {
        let Ok(out) = write(asset, &marks(), &Limits::default()) else { return };
        written += 1;
        if let Some(before) = pixels(asset) {
            seen += 1;
            assert_eq!(pixels(&out.bytes), Some(before));
        }
        assert_eq!(found_of_ours(&out.bytes).len(), 4);
    };
    // A generator of numbers (xorshift), so that each run is the same.
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |n: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % u64::try_from(n).unwrap()).unwrap()
    };
    for asset in &all {
        for end in 0..asset.len() {
            try_one(&asset[..end]);
        }
        for _ in 0..1500 {
            let mut damaged = asset.clone();
            for _ in 0..=next(3) {
                let at = next(damaged.len());
                damaged[at] ^= 1 << next(8);
            }
            try_one(&damaged);
        }
        // What stands behind the end is kept.
        let trailing = [asset, &b"trailing \xff\xd9 IEND"[..]].concat();
        let out = write(&trailing, &marks(), &Limits::default()).unwrap().bytes;
        assert!(out.ends_with(b"trailing \xff\xd9 IEND"));
    }
    println!("{written} written, {seen} of them pictures");
    assert!(written > 1000 && seen > 500);
}
