//! Where the packet goes in each format, and that every other byte stays.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests fail loudly"
)]

mod files;

use aimark_marks::{Limits, Marks, Note, SourceType, write};
use files::*;
use image::ImageFormat;

/// A new packet, as it stands in `docs/marks.md`.
#[test]
fn a_new_packet_is_the_one_in_the_documentation() {
    let documentation = include_str!("../../../docs/marks.md");
    let (_, rest) = documentation.split_once("```xml\n").unwrap();
    let (example, _) = rest.split_once("\n```").unwrap();
    let marks = Marks {
        source_type: Some(SourceType::TrainedAlgorithmicMedia),
        system: Some("Painter".to_owned()),
        system_version: Some("2.1".to_owned()),
        aigc: Some(r#"{"Label":"1","ContentProducer":"001191440300708461136T1XGW3","ProduceID":"7","ReservedCode1":"","ContentPropagator":"","PropagateID":"","ReservedCode2":""}"#.to_owned()),
    };
    let written = write(&png_with(b""), &marks, &Limits::default()).unwrap();
    assert_eq!(packet_of(&written.bytes).replace('\u{feff}', ""), example);
    assert_eq!(written.notes, [Note::NewPacket]);
}

#[test]
fn a_packet_of_png_stands_right_after_the_header() {
    let before = png_with(&chunk(b"tEXt", b"a\0b"));
    let after = written(&before).bytes;
    let new = after.len() - before.len();
    assert_eq!((&after[..33], &after[33 + new..]), (&before[..33], &before[33..]));
    let (_, data) = after[33..33 + new].split_at(8);
    assert_eq!(after[33..33 + new], chunk(b"iTXt", &data[..new - 12]));
    assert!(data.starts_with("XML:com.adobe.xmp\0\0\0\0\0<?xpacket begin=\"\u{feff}\"".as_bytes()));
}

#[test]
fn a_packet_of_jpeg_stands_after_the_leading_segments() {
    let bare = picture(ImageFormat::Jpeg, false);
    let jfif = 2 + 2 + 16;
    let exif = segment(0xe1, b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0");
    let other = segment(0xe2, b"ICC_PROFILE\0");
    for (before, at) in [
        (bare.clone(), jfif),
        ([&bare[..jfif], &exif, &other, &bare[jfif..]].concat(), jfif + exif.len()),
        ([&bare[..2], &exif, &bare[jfif..]].concat(), 2 + exif.len()),
        ([&bare[..2], &bare[jfif..]].concat(), 2),
    ] {
        let after = written(&before).bytes;
        let new = after.len() - before.len();
        assert_eq!((&after[..at], &after[at + new..]), (&before[..at], &before[at..]));
        assert_eq!(after[at..at + new], xmp_segment(&after[at + 4 + 29..at + new]));
        assert_eq!(found(&after), expected());
    }
}

#[test]
fn a_simple_webp_is_extended() {
    for has_alpha in [false, true] {
        let before = picture(ImageFormat::WebP, has_alpha);
        let written = written(&before);
        let after = written.bytes;
        let flags = if has_alpha { 0x14 } else { 0x04 };
        assert_eq!(after[12..30], riff_chunk(b"VP8X", &[flags, 0, 0, 0, 12, 0, 0, 8, 0, 0]));
        assert_eq!(after[30..before.len() + 18], before[12..]);
        assert_eq!(after[before.len() + 18..][..4], *b"XMP ");
        assert_eq!(
            after.len() - 8,
            usize::try_from(u32::from_le_bytes(after[4..8].try_into().unwrap())).unwrap()
        );
        assert_eq!(after.len() % 2, 0);
        assert_eq!(written.notes, [Note::NewPacket, Note::Extended]);
        assert_eq!(pixels(&after), pixels(&before));
        assert_eq!(found(&after), expected());
    }
}

#[test]
fn a_lossy_webp_is_extended_by_its_own_size() {
    // The header of a key frame: 550 by 368 pixels, with bits for scaling that are no part of the size.
    let frame = b"\x10\x02\x00\x9d\x01\x2a\x26\x42\x70\x81rest";
    let before = riff(&[riff_chunk(b"VP8 ", frame), riff_chunk(b"EXIF", b"II*\0")].concat());
    let after = written(&before).bytes;
    assert_eq!(after[12..30], riff_chunk(b"VP8X", &[0x0c, 0, 0, 0, 0x25, 2, 0, 0x6f, 1, 0]));
    assert_eq!(after[30..before.len() + 18], before[12..]);
    // An image without a size, and a frame that needs another, are none.
    for frame in [b"\x10\x02\x00\x9d\x01\x2a\0\0\x70\x01", b"\x11\x02\x00\x9d\x01\x2a\x26\x02\x70\x01"] {
        let error = write(&riff(&riff_chunk(b"VP8 ", frame)), &marks(), &Limits::default()).unwrap_err();
        assert!(error.to_string().starts_with("malformed WebP"), "{error}");
    }
}

#[test]
fn an_extended_webp_gets_a_flag() {
    let before = webp_with(0x10, &riff_chunk(b"teSt", b"odd"));
    let after = written(&before).bytes;
    assert_eq!((before[20], after[20]), (0x10, 0x14));
    assert_eq!(after[21..before.len()], before[21..]);
    assert_eq!(found(&after), expected());
    assert_eq!(pixels(&after), pixels(&before));
}

#[test]
fn packets_are_replaced_where_they_stand() {
    let packet = described("xmp:Rating='3'", "");
    let picture = picture(ImageFormat::Png, true);
    let end = picture.len() - 12;
    let before = [&picture[..end], &xmp_chunk(packet.as_bytes()), &picture[end..]].concat();
    let after = written(&before).bytes;
    assert_eq!((&after[..end], &after[after.len() - 12..]), (&picture[..end], &picture[end..]));
    let webp =
        webp_with(0x14, &[riff_chunk(b"XMP ", packet.as_bytes()), riff_chunk(b"teSt", b"abc")].concat());
    let after = written(&webp).bytes;
    assert!(after.ends_with(&riff_chunk(b"teSt", b"abc")));
    assert_eq!(found(&after), expected());
}

#[test]
fn each_mark_may_be_written_alone() {
    let all = marks();
    let alone = [
        Marks { source_type: all.source_type, ..Marks::default() },
        Marks { system: all.system.clone(), ..Marks::default() },
        Marks { system_version: all.system_version.clone(), ..Marks::default() },
        Marks { aigc: all.aigc.clone(), ..Marks::default() },
    ];
    for (marks, mark) in alone.iter().zip(expected()) {
        for asset in [png_with(b""), png_with(&xmp_chunk(packet("").as_bytes()))] {
            let written = write(&asset, marks, &Limits::default()).unwrap();
            assert_eq!(found(&written.bytes), std::slice::from_ref(&mark));
        }
    }
}
