//! What a notice in a picture looks like, and what stays.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod pictures;

use aimark_notice::{Area, Error, Limits, Line, Origin, Position, Seen, Wish, draw, look};
use image::{ColorType, DynamicImage, GenericImageView, ImageFormat, Rgba, RgbaImage};
use pictures::*;

fn english() -> Wish {
    Wish::of(&["en"], Origin::Generated).unwrap()
}

fn limits() -> Limits {
    Limits::default()
}

fn inside(area: &Area, x: u32, y: u32) -> bool {
    (area.x..area.x + area.width).contains(&x) && (area.y..area.y + area.height).contains(&y)
}

fn same_outside(before: &DynamicImage, after: &DynamicImage, area: &Area) {
    assert_eq!((before.dimensions(), before.color()), (after.dimensions(), after.color()));
    let len = usize::from(before.color().bytes_per_pixel());
    let pairs = before.as_bytes().chunks(len).zip(after.as_bytes().chunks(len));
    let mut changed = 0;
    for (at, (before_pixel, after_pixel)) in pairs.enumerate() {
        let at = u32::try_from(at).unwrap();
        let (x, y) = (at % before.width(), at / before.width());
        assert!(before_pixel == after_pixel || inside(area, x, y), "{x},{y}");
        changed += u32::from(before_pixel != after_pixel);
    }
    assert!(changed > area.width * area.height / 2, "only {changed} pixels changed");
}

#[test]
fn every_kind_of_png_stays_what_it_is_and_changes_only_under_the_plate() {
    let picture = DynamicImage::from(background(5, 160, 120));
    let kinds = [
        DynamicImage::from(picture.to_luma8()),
        picture.to_luma_alpha8().into(),
        picture.to_rgb8().into(),
        picture.to_rgba8().into(),
        picture.to_luma16().into(),
        picture.to_luma_alpha16().into(),
        picture.to_rgb16().into(),
        picture.to_rgba16().into(),
    ];
    for before in kinds {
        let asset = encoded(&before, ImageFormat::Png);
        let drawn = draw(&asset, &english(), &limits()).unwrap();
        same_outside(&before, &decoded(&drawn.bytes), &drawn.record.area);
        let record = &drawn.record;
        assert_eq!(look(&drawn.bytes, &record.words, &record.area, &limits()), Ok(Seen::Found));
    }
}

#[test]
fn a_webp_is_unchanged_outside_of_the_plate_also_where_it_is_clear() {
    let clear =
        RgbaImage::from_fn(160, 120, |x, y| Rgba([200, 40, 10, u8::try_from((x * y) % 256).unwrap()]));
    for before in [DynamicImage::from(clear), background(5, 160, 120).into()] {
        let asset = encoded(&before, ImageFormat::WebP);
        let drawn = draw(&asset, &english(), &limits()).unwrap();
        same_outside(&before, &decoded(&drawn.bytes), &drawn.record.area);
    }
}

#[test]
fn on_a_transparent_picture_the_plate_is_there_and_the_words_are_opaque() {
    let asset = encoded(&RgbaImage::new(200, 150).into(), ImageFormat::Png);
    let drawn = draw(&asset, &english(), &limits()).unwrap();
    let after = decoded(&drawn.bytes).to_rgba8();
    let area = drawn.record.area;
    let alphas = || (area.x..area.x + area.width).map(|x| after.get_pixel(x, area.y + area.height / 2)[3]);
    assert!(alphas().all(|alpha| alpha >= 215), "the plate hides what is behind it");
    assert!(alphas().any(|alpha| alpha == 255), "the words do wholly");
    assert_eq!(after.get_pixel(0, 0)[3], 0);
}

#[test]
fn a_palette_becomes_colours_and_few_bits_of_grey_become_eight() {
    let header =
        |depth: u8, colour: u8| [&[0, 0, 0, 96, 0, 0, 0, 64], [depth, colour, 0, 0, 0].as_slice()].concat();
    let file = |depth: u8, colour: u8, chunks: &[(&[u8; 4], &[u8])], row: usize| {
        let rows: Vec<u8> = (0..64).flat_map(|_| [vec![0], vec![0b0101_0101; row]].concat()).collect();
        // Deflate without packing: one stored block.
        let len = u16::try_from(rows.len()).unwrap();
        let sum = rows.iter().fold((1_u32, 0_u32), |(a, b), byte| {
            let a = (a + u32::from(*byte)) % 65_521;
            (a, (b + a) % 65_521)
        });
        let zlib = [
            b"\x78\x01\x01".as_slice(),
            &len.to_le_bytes(),
            &(!len).to_le_bytes(),
            &rows,
            &(sum.1 << 16 | sum.0).to_be_bytes(),
        ]
        .concat();
        let chunks: Vec<u8> = chunks.iter().flat_map(|(kind, data)| png_chunk(kind, data)).collect();
        [
            b"\x89PNG\r\n\x1a\n".as_slice(),
            &png_chunk(b"IHDR", &header(depth, colour)),
            &chunks,
            &png_chunk(b"IDAT", &zlib),
            &png_chunk(b"IEND", b""),
        ]
        .concat()
    };
    let palette: (&[u8; 4], &[u8]) = (b"PLTE", &[10, 20, 30, 200, 180, 20]);
    let cases = [
        (file(1, 3, &[palette], 12), ColorType::Rgb8),
        (file(1, 3, &[palette, (b"tRNS", &[0])], 12), ColorType::Rgba8),
        (file(1, 0, &[], 12), ColorType::L8),
    ];
    for (asset, colour) in cases {
        let drawn = draw(&asset, &english(), &limits()).unwrap();
        assert!(!has(&drawn.bytes, b"PLTE") && !has(&drawn.bytes, b"tRNS"));
        let after = decoded(&drawn.bytes);
        assert_eq!(after.color(), colour);
        same_outside(&decoded(&asset), &after, &drawn.record.area);
    }
}

#[test]
fn metadata_of_a_png_stays_in_its_order_but_for_what_is_no_longer_true() {
    let asset = with_chunks(
        &png(background(1, 160, 120)),
        &[
            (b"gAMA", &45_455_u32.to_be_bytes()),
            (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x/>"),
            (b"tEXt", b"Comment\0kept"),
            (b"eXIf", &exif(1)),
            (b"pHYs", &[0, 0, 11, 19, 0, 0, 11, 19, 1]),
            (b"tIME", &[7, 230, 1, 1, 0, 0, 0]),
            (b"prVt", b"safe to copy"),
            (b"prVT", b"unsafe to copy"),
        ],
    );
    let bytes = draw(&asset, &english(), &limits()).unwrap().bytes;
    for kept in [b"gAMA".as_slice(), b"<x/>", b"Comment\0kept", &exif(1), b"pHYs", b"prVtsafe"] {
        assert!(has(&bytes, kept), "{}", kept.escape_ascii());
    }
    for gone in [b"tIME".as_slice(), b"prVT"] {
        assert!(!has(&bytes, gone), "{}", gone.escape_ascii());
    }
    let at = |part: &[u8]| bytes.windows(4).position(|window| window == part).unwrap();
    assert!(at(b"gAMA") < at(b"iTXt") && at(b"iTXt") < at(b"pHYs") && at(b"pHYs") < at(b"IDAT"));
}

#[test]
fn metadata_of_a_jpeg_stays_but_for_how_it_was_coded() {
    let plain = jpeg(&background(1, 160, 120).into(), 90);
    let asset = with_segments(
        &plain,
        &[
            (0xe0, b"JFIF\0\x01\x01\x01\x01\x2c\x01\x2c\0\0"),
            (0xe0, b"JFXX\0\x10"),
            (0xe1, &[b"Exif\0\0".as_slice(), &exif(1)].concat()),
            (0xe1, b"http://ns.adobe.com/xap/1.0/\0<x/>"),
            (0xe2, b"ICC_PROFILE\0\x01\x01profile"),
            (0xe2, b"MPF\0MM"),
            (0xed, b"Photoshop 3.0\0"),
            (0xfe, b"a comment"),
        ],
    );
    let bytes = draw(&asset, &english(), &limits()).unwrap().bytes;
    let kept: [&[u8]; 6] = [
        &exif(1),
        b"xap/1.0/\0<x/>",
        b"ICC_PROFILE\0\x01\x01profile",
        b"Photoshop 3.0",
        b"a comment",
        b"\x01\x01\x2c\x01\x2c",
    ];
    kept.iter().for_each(|kept| assert!(has(&bytes, kept), "{}", kept.escape_ascii()));
    for gone in [b"JFXX".as_slice(), b"MPF\0"] {
        assert!(!has(&bytes, gone), "{}", gone.escape_ascii());
    }
    assert_eq!(bytes.windows(5).filter(|window| *window == b"JFIF\0").count(), 1);
}

#[test]
fn metadata_of_a_webp_stays_and_its_flags_say_so() {
    let webp = encoded(&background(1, 160, 160).into(), ImageFormat::WebP);
    let chunks: [(&[u8; 4], &[u8]); 4] =
        [(b"ICCP", b"profile"), (b"EXIF", &exif(1)), (b"XMP ", b"<x/>"), (b"unkn", b"own")];
    let asset = with_riff(&webp, 0b0010_1100, 160, &chunks);
    let bytes = draw(&asset, &english(), &limits()).unwrap().bytes;
    for (kind, data) in chunks {
        assert!(has(&bytes, kind) && has(&bytes, data), "{}", kind.escape_ascii());
    }
    assert_eq!((&bytes[12..16], bytes[20]), (b"VP8X".as_slice(), 0b0010_1100));
    assert_eq!(bytes[24..30], [159, 0, 0, 159, 0, 0]);
    assert_eq!(decoded(&bytes).dimensions(), (160, 160));
}

#[test]
fn the_notice_is_upright_however_the_picture_is_turned_for_display() {
    use image::metadata::Orientation;
    let upright = DynamicImage::from(background(1, 200, 120));
    let wish = english();
    let straight = draw(&encoded(&upright, ImageFormat::Png), &wish, &limits()).unwrap();
    for tag in 1..=8 {
        // Stored so that turning it gives the upright picture again.
        let mut stored = upright.clone();
        let back = [1, 2, 3, 4, 5, 8, 7, 6][usize::from(tag) - 1];
        stored.apply_orientation(Orientation::from_exif(back).unwrap());
        let exif = exif(tag);
        let app1 = [b"Exif\0\0".as_slice(), &exif].concat();
        let as_png = with_chunks(&encoded(&stored, ImageFormat::Png), &[(b"eXIf", &exif)]);
        let as_jpeg = with_segments(&jpeg(&stored, 95), &[(0xe1, &app1)]);
        for asset in [as_png, as_jpeg] {
            let drawn = draw(&asset, &wish, &limits()).unwrap();
            assert!(has(&drawn.bytes, &exif), "the tag stays");
            assert_eq!(drawn.record.area, straight.record.area, "{tag}");
            let mut shown = decoded(&drawn.bytes);
            assert_eq!(shown.dimensions(), stored.dimensions(), "{tag}: pixels lie as they lay");
            shown.apply_orientation(Orientation::from_exif(tag).unwrap());
            let off = shown
                .to_rgb8()
                .iter()
                .zip(decoded(&straight.bytes).to_rgb8().iter())
                .filter(|(a, b)| a.abs_diff(**b) > 40)
                .count();
            assert_eq!(off, 0, "{tag}");
            let found = look(&drawn.bytes, &drawn.record.words, &drawn.record.area, &limits());
            assert_eq!(found, Ok(Seen::Found), "{tag}");
        }
    }
}

#[test]
fn a_picture_with_a_label_is_refused_but_looked_at() {
    let picture = background(1, 160, 120);
    let jumbf =
        b"JP\0\x01\0\0\0\x01\0\0\0\x30jumb\0\0\0\x28jumdc2pa\0\x11\0\x10\x80\0\0\xaa\0\x38\x9b\x71\x03c2pa\0";
    let webp = encoded(&background(1, 160, 160).into(), ImageFormat::WebP);
    let labelled = [
        with_chunks(&png(picture.clone()), &[(b"caBX", b"label")]),
        with_segments(&jpeg(&picture.into(), 90), &[(0xeb, jumbf)]),
        with_riff(&webp, 0, 160, &[(b"C2PA", b"label")]),
    ];
    for asset in labelled {
        assert_eq!(draw(&asset, &english(), &limits()), Err(Error::Labelled));
        let area = "xywh=1,1,20,20".parse().unwrap();
        assert_eq!(look(&asset, "AI", &area, &limits()), Ok(Seen::NotFound));
    }
}

#[test]
fn the_text_is_never_lower_than_was_asked_for() {
    let mut dice = Dice::new(1);
    for round in 0..60 {
        let side = |dice: &mut Dice| u32::try_from(24 + dice.roll(400)).unwrap();
        let (width, height) = (side(&mut dice), side(&mut dice));
        let mut wish = Wish::of(&["kk", "ru"], Origin::Altered).unwrap();
        wish.height_permille = u16::try_from(10 + dice.roll(60)).unwrap();
        wish.position = [Position::TopLeft, Position::TopBand, Position::BottomRight][round % 3];
        let Ok(drawn) = draw(&png(background(2, width, height)), &wish, &limits()) else { continue };
        let least = (width.min(height) * u32::from(wish.height_permille)).div_ceil(1000).max(9);
        assert_eq!(drawn.record.text_height, least);
        let area = drawn.record.area;
        assert!(area.x + area.width <= width && area.y + area.height <= height);
        // A capital I is as high as it was said, on whole pixels.
        assert!(area.height > least);
    }
}

#[test]
fn capitals_are_exactly_as_high_as_the_record_says() {
    let mut wish = Wish::new(vec![Line::new("en", "H", None).unwrap()]);
    wish.height_permille = 50;
    let drawn = draw(&png(background(14, 400, 600)), &wish, &limits()).unwrap();
    let (after, area) = (decoded(&drawn.bytes).to_rgb8(), drawn.record.area);
    let bright = |y: &u32| (area.x..area.x + area.width).any(|x| after.get_pixel(x, *y)[0] > 230);
    let rows: Vec<u32> = (area.y..area.y + area.height).filter(bright).collect();
    assert_eq!((rows.len(), drawn.record.text_height), (20, 20));
    assert_eq!(rows[19] - rows[0], 19);
}

#[test]
fn where_the_long_words_do_not_fit_the_short_are_drawn_and_where_these_do_not_nothing_is() {
    let words = |width, height| {
        draw(&png(background(1, width, height)), &english(), &limits()).map(|drawn| drawn.record.words)
    };
    assert_eq!(words(300, 200).unwrap(), "AI Generated");
    assert_eq!(words(64, 64).unwrap(), "AI");
    assert_eq!(words(24, 20).unwrap(), "AI");
    let fault = words(10, 10).unwrap_err();
    assert_eq!(fault, Error::DoesNotFit { width: 10, height: 10, text_height: 9 });
    assert_eq!(words(1, 1).unwrap_err(), Error::DoesNotFit { width: 1, height: 1, text_height: 9 });
    let own = Wish::new(vec![Line::new("en", "Unbreakablewordsthatarelong", None).unwrap()]);
    assert!(matches!(draw(&png(background(1, 64, 64)), &own, &limits()), Err(Error::DoesNotFit { .. })));
}

#[test]
fn every_position_is_where_its_name_says() {
    let at = |position| {
        let mut wish = english();
        wish.position = position;
        draw(&png(background(3, 300, 200)), &wish, &limits()).unwrap().record.area
    };
    let (left, right) = (at(Position::TopLeft), at(Position::BottomRight));
    assert!(left.x < 20 && left.y < 20);
    assert_eq!((300 - right.x - right.width, 200 - right.y - right.height), (left.x, left.y));
    assert_eq!((at(Position::TopRight).x, at(Position::TopRight).y), (right.x, left.y));
    assert_eq!((at(Position::BottomLeft).x, at(Position::BottomLeft).y), (left.x, right.y));
    let (top, bottom) = (at(Position::TopBand), at(Position::BottomBand));
    assert_eq!((top.x, top.y, top.width), (0, 0, 300));
    assert_eq!((bottom.x, bottom.y + bottom.height, bottom.width), (0, 200, 300));
}

#[test]
fn a_letter_that_the_fonts_lack_is_named() {
    let wish = Wish::new(vec![Line::new("he", "AI \u{5d0}", None).unwrap()]);
    let fault = draw(&png(background(1, 300, 200)), &wish, &limits()).unwrap_err();
    assert_eq!(fault.to_string(), "misuse: the fonts have no letter for \u{5d0} (U+05D0)");
}

#[test]
fn all_words_of_ours_can_be_drawn_and_found_again() {
    for origin in [Origin::Generated, Origin::Altered] {
        for language in aimark_notice::LANGUAGES {
            let wish = Wish::of(&[language], origin).unwrap();
            let drawn = draw(&png(background(5, 400, 300)), &wish, &limits()).unwrap();
            let record = drawn.record;
            assert_eq!(record.language, language);
            assert_eq!(
                look(&drawn.bytes, &record.words, &record.area, &limits()),
                Ok(Seen::Found),
                "{language}"
            );
        }
    }
}

#[test]
fn kazakh_and_vietnamese_letters_are_there_in_both_cases() {
    let letters = ["ӘәҒғҚқҢңӨөҰұҮүҺһІі", "ĂăÂâĐđÊêÔôƠơƯưẠạẢảẤấẦầẨẩẪẫẬậẮắẰằ", "ЂђЄєЇїЎўЏџ №1 «» – — “” €₸₽"];
    let lines = letters.iter().map(|letters| Line::new("kk", letters, None).unwrap()).collect();
    draw(&png(background(1, 900, 600)), &Wish::new(lines), &limits()).unwrap();
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let asset = jpeg(&background(5, 200, 150).into(), 90);
    assert_eq!(draw(&asset, &english(), &limits()), draw(&asset, &english(), &limits()));
    // The whole of a small PNG, so that another machine can be held to it.
    let drawn = draw(&png(background(0, 96, 64)), &english(), &limits()).unwrap();
    let sum = crc32fast::hash(decoded(&drawn.bytes).as_bytes());
    assert_eq!(format!("{sum:08x} {}", drawn.record.area), PIXELS);
}

/// Changes with the fonts, the layout and the colours: then old records no longer fit.
const PIXELS: &str = "80fb1e11 xywh=5,45,89,17";

#[test]
fn a_grey_jpeg_stays_grey() {
    let grey = DynamicImage::from(DynamicImage::from(background(1, 160, 120)).to_luma8());
    let asset = encoded(&grey, ImageFormat::Jpeg);
    assert_eq!(decoded(&asset).color(), ColorType::L8);
    let drawn = draw(&asset, &english(), &limits()).unwrap();
    assert_eq!(decoded(&drawn.bytes).color(), ColorType::L8);
}

#[test]
fn what_follows_the_end_of_a_picture_stays_there() {
    let picture = background(1, 160, 120);
    let webp = encoded(&picture.clone().into(), ImageFormat::WebP);
    for asset in [png(picture.clone()), jpeg(&picture.into(), 90), webp] {
        let asset = [asset.as_slice(), b"trailing"].concat();
        assert!(draw(&asset, &english(), &limits()).unwrap().bytes.ends_with(b"trailing"));
    }
}
