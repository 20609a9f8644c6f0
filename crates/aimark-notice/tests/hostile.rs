//! Files and wishes that are damaged, absurd or out of bounds.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "tests fail loudly"
)]

mod pictures;

use aimark_notice::{Area, Error, Limits, Line, Origin, Wish, draw, look};
use image::ImageFormat;
use pictures::*;

fn wish() -> Wish {
    Wish::of(&["en"], Origin::Generated).unwrap()
}

fn fault(asset: &[u8]) -> Error {
    draw(asset, &wish(), &Limits::default()).unwrap_err()
}

fn small() -> [Vec<u8>; 4] {
    let picture = background(5, 40, 30);
    let app1 = [b"Exif\0\0".as_slice(), &exif(6)].concat();
    [
        with_chunks(&png(picture.clone()), &[(b"eXIf", &exif(6)), (b"tEXt", b"a\0b")]),
        with_segments(&jpeg(&picture.clone().into(), 80), &[(0xe1, &app1)]),
        encoded(&picture.into(), ImageFormat::WebP),
        with_riff(&encoded(&background(5, 40, 40).into(), ImageFormat::WebP), 8, 40, &[(b"EXIF", &exif(6))]),
    ]
}

#[test]
fn truncations_and_flipped_bytes_never_panic() {
    let area = Area { x: 2, y: 2, width: 30, height: 20 };
    let limits = Limits { pixels: 100_000, ..Limits::default() };
    let mut dice = Dice::new(9);
    for asset in small() {
        assert!(draw(&asset, &wish(), &limits).is_ok());
        for _ in 0..60 {
            let len = usize::try_from(dice.roll(asset.len() as u64)).unwrap();
            let _ = draw(&asset[..len], &wish(), &limits);
        }
        for _ in 0..250 {
            let mut broken = asset.clone();
            for _ in 0..=dice.roll(3) {
                let at = usize::try_from(dice.roll(asset.len() as u64)).unwrap();
                broken[at] = dice.byte();
            }
            if let Ok(drawn) = draw(&broken, &wish(), &limits) {
                assert!(drawn.record.contrast > aimark_notice::Contrast::AA);
            }
            let _ = look(&broken, "AI", &area, &limits);
        }
    }
}

#[test]
fn a_file_that_is_cut_off_anywhere_is_refused() {
    for asset in small() {
        for len in (0..asset.len()).step_by(23) {
            assert!(draw(&asset[..len], &wish(), &Limits::default()).is_err(), "{len}");
        }
    }
}

#[test]
fn a_picture_above_a_limit_is_refused_before_it_is_decoded() {
    let mut bomb = png(background(0, 20, 20));
    bomb.splice(8..33, png_chunk(b"IHDR", &[0, 1, 0, 0, 0, 1, 0, 0, 8, 2, 0, 0, 0]));
    let found = 65_536 * 65_536;
    assert_eq!(fault(&bomb), Error::Limit { what: "pixels", found, allowed: 100_000_000 });

    let mut bomb = jpeg(&background(0, 20, 20).into(), 90);
    let frame = bomb.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    bomb[frame + 5..frame + 9].fill(0xff);
    assert!(matches!(fault(&bomb), Error::Limit { what: "pixels", .. }));

    let limits = Limits { pixels: 399, ..Limits::default() };
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let asset = encoded(&background(0, 20, 20).into(), format);
        let fault = draw(&asset, &wish(), &limits).unwrap_err();
        assert_eq!(fault, Error::Limit { what: "pixels", found: 400, allowed: 399 });
    }
    let limits = Limits { bytes: 10, ..Limits::default() };
    assert!(matches!(draw(&bomb, &wish(), &limits), Err(Error::Limit { what: "bytes", .. })));
}

#[test]
fn a_packed_profile_or_text_is_not_unpacked() {
    let bomb = vec![0; 100_000];
    let asset =
        with_chunks(&png(background(1, 160, 120)), &[(b"iCCP", b"a\0\0not packed"), (b"zTXt", &bomb)]);
    assert!(draw(&asset, &wish(), &Limits::default()).is_ok());
}

#[test]
fn a_picture_of_no_size_is_refused() {
    let mut empty = png(background(0, 20, 20));
    empty.splice(8..33, png_chunk(b"IHDR", &[0, 0, 0, 0, 0, 0, 0, 20, 8, 2, 0, 0, 0]));
    assert!(matches!(fault(&empty), Error::Input(_)));
    let mut empty = jpeg(&background(0, 20, 20).into(), 90);
    let frame = empty.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    empty[frame + 5..frame + 7].fill(0);
    assert!(matches!(fault(&empty), Error::Input(_)));
}

#[test]
fn what_is_no_picture_of_ours_is_unsupported() {
    assert!(matches!(fault(b""), Error::Unsupported(_)));
    assert!(matches!(fault(b"GIF89a"), Error::Unsupported(_)));
    let gif = encoded(&background(0, 20, 20).into(), ImageFormat::Gif);
    assert_eq!(fault(&gif), Error::Unsupported("it is no PNG, JPEG or WebP"));
}

#[test]
fn animations_are_unsupported() {
    let moving = with_chunks(&png(background(0, 20, 20)), &[(b"acTL", &[0, 0, 0, 1, 0, 0, 0, 0])]);
    assert_eq!(fault(&moving), Error::Unsupported("an animated PNG"));
    let webp = encoded(&background(0, 20, 20).into(), ImageFormat::WebP);
    assert_eq!(fault(&with_riff(&webp, 2, 20, &[])), Error::Unsupported("an animated WebP"));
    assert_eq!(fault(&with_riff(&webp, 0, 20, &[(b"ANMF", b"")])), Error::Unsupported("an animated WebP"));
}

#[test]
fn jpegs_of_four_inks_and_of_twelve_bits_are_unsupported() {
    let plain = jpeg(&background(0, 20, 20).into(), 90);
    let frame = plain.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    let mut inks = plain.clone();
    inks[frame + 9] = 4;
    assert_eq!(fault(&inks), Error::Unsupported("a JPEG of four inks (CMYK)"));
    let mut deep = plain.clone();
    deep[frame + 4] = 12;
    assert_eq!(fault(&deep), Error::Unsupported("a JPEG of more than 8 bits"));
    let mut arithmetic = plain;
    arithmetic[frame + 1] = 0xc9;
    assert!(matches!(fault(&arithmetic), Error::Unsupported(_)));
}

#[test]
fn wishes_that_make_no_sense_are_misuse() {
    let asset = png(background(0, 100, 100));
    let refused = |change: fn(&mut Wish)| {
        let mut wish = wish();
        change(&mut wish);
        assert!(matches!(draw(&asset, &wish, &Limits::default()), Err(Error::Wish(_))));
    };
    refused(|wish| wish.lines.clear());
    refused(|wish| wish.lines = vec![wish.lines[0].clone(); 9]);
    refused(|wish| wish.height_permille = 0);
    refused(|wish| wish.height_permille = 251);
    refused(|wish| wish.height_pixels = 5);
    refused(|wish| wish.height_pixels = 1001);
    refused(|wish| wish.jpeg_quality = 59);
    refused(|wish| wish.jpeg_quality = 101);
    let long = "x".repeat(161);
    for words in ["", " AI", "AI ", "A\nI", "A\u{200b}I", "A\u{202e}I", "\u{e0041}", long.as_str()] {
        assert!(matches!(Line::new("en", words, None), Err(Error::Wish(_))), "{words:?}");
        assert!(matches!(Line::new("en", "AI", Some(words)), Err(Error::Wish(_))), "{words:?}");
    }
    for language in ["", "e", "en_GB", "-en", "en-", "12", "en-toolongsubtag", "en\"><script>"] {
        assert!(matches!(Line::new(language, "AI", None), Err(Error::Wish(_))), "{language:?}");
    }
    assert!(matches!(Line::of("tlh", Origin::Generated), Err(Error::Wish(_))));
}

#[test]
fn boxes_that_make_no_sense_are_refused() {
    for text in [
        "",
        "xywh=",
        "xywh=1,2,3",
        "xywh=1,2,3,4,5",
        "xywh=1,2,0,4",
        "xywh=1,2,3,0",
        "xywh=-1,2,3,4",
        "xywh=01,2,3,4",
        "xywh=1,2,3,4294967296",
        "xywh=percent:1,2,3,4",
        "XYWH=1,2,3,4",
        "xywh= 1,2,3,4",
    ] {
        assert!(text.parse::<Area>().is_err(), "{text}");
    }
    assert_eq!("xywh=pixel:1,2,3,4".parse::<Area>().unwrap().to_string(), "xywh=1,2,3,4");
}

#[test]
fn looking_in_an_absurd_box_for_absurd_words_finds_nothing() {
    let asset = png(background(0, 100, 100));
    let most = u32::MAX;
    for area in [
        (0, 0, 101, 10),
        (90, 90, 11, 10),
        (most, most, most, most),
        (0, 0, 1, 1),
        (0, 0, 100, 100),
        (0, 0, 1, 100),
    ] {
        let area = Area { x: area.0, y: area.1, width: area.2, height: area.3 };
        for words in ["AI Generated", "a b c d e f g h i j k l m n o p q r s t u v w x y z", " · ", "", "   "]
        {
            let seen = look(&asset, words, &area, &Limits::default());
            assert_eq!(seen, Ok(aimark_notice::Seen::NotFound), "{area} {words:?}");
        }
    }
}
