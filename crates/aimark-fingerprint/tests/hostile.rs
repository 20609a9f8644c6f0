//! Sizes and bytes that nobody draws.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::string_slice,
    reason = "tests fail loudly"
)]

mod pictures;

use aimark_fingerprint::{
    Algorithm, Area, Error, Fingerprint, Layout, Limits, Pixels, iscc_image, minhash, pdq, pdq_regions,
    simhash,
};
use pictures::Dice;

const LAYOUTS: [Layout; 4] = [Layout::Gray, Layout::GrayAlpha, Layout::Rgb, Layout::Rgba];

#[test]
fn a_picture_has_exactly_its_bytes() {
    for (width, height, len) in
        [(0, 0, 0), (0, 7, 0), (7, 0, 0), (2, 2, 3), (2, 2, 5), (u32::MAX, u32::MAX, 4), (u32::MAX, 1, 0)]
    {
        let found = Pixels::new(width, height, Layout::Gray, &[0; 8][..len]);
        assert!(matches!(found, Err(Error::Misuse(_))), "{width} x {height} with {len}");
    }
    let picture = Pixels::new(4, 2, Layout::Gray, &[0; 8]).unwrap();
    for (x, y, width, height) in [
        (0, 0, 5, 2),
        (0, 0, 4, 3),
        (4, 0, 1, 1),
        (0, 0, 0, 1),
        (0, 1, 1, 0),
        (u32::MAX, 0, u32::MAX, 1),
        (1, 0, 4, 1),
    ] {
        let found = picture.crop(Area { x, y, width, height });
        assert!(matches!(found, Err(Error::Misuse(_))), "{x} {y} {width} {height}");
    }
    // A part cannot become the whole again.
    let part = picture.crop(Area { x: 1, y: 0, width: 2, height: 2 }).unwrap();
    assert!(part.crop(picture.area()).is_err());
}

#[test]
fn any_size_is_answered() {
    let limits = Limits::default();
    let mut dice = Dice::new(1);
    for layout in LAYOUTS {
        for (width, height) in [
            (1, 1),
            (1, 2),
            (1, 999),
            (999, 1),
            (4, 9999),
            (9999, 4),
            (5, 5),
            (5, 9999),
            (9999, 5),
            (6, 127),
            (127, 6),
            (128, 6),
            (63, 64),
            (64, 63),
            (64, 65),
            (65, 64),
            (129, 128),
            (255, 257),
            (31, 33),
            (32, 31),
            (2, 2),
        ] {
            let len = (width * height) as usize * layout.channels();
            let bytes: Vec<u8> = (0..len).map(|_| dice.below(256) as u8).collect();
            let pixels = Pixels::new(width, height, layout, &bytes).unwrap();
            iscc_image(&pixels, &limits).unwrap();
            assert_eq!(pdq(&pixels, &limits).is_ok(), width >= 5 && height >= 5, "{width} x {height}");
            assert_eq!(pdq_regions(&pixels, &limits).is_ok(), width >= 5 && height >= 5);
            for tolerance in [0, 128, 255] {
                let area = pixels.trim(tolerance).area();
                assert!(area.width > 0 && area.height > 0);
            }
        }
    }
}

#[test]
fn too_much_is_refused() {
    let bytes = vec![7; 600];
    let limits = Limits { pixels: 599, ..Limits::default() };
    let picture = Pixels::new(30, 20, Layout::Gray, &bytes).unwrap();
    let refused = Err(Error::Limit { what: "pixels", found: 600, allowed: 599 });
    assert_eq!(pdq(&picture, &limits).map(|_| ()), refused);
    assert_eq!(pdq_regions(&picture, &limits).map(|_| ()), refused);
    assert_eq!(iscc_image(&picture, &limits).map(|_| ()), refused);
    assert!(pdq(&picture, &Limits { pixels: 600, side: 30, ..limits }).is_ok());
    let side = Err(Error::Limit { what: "pixels on a side", found: 30, allowed: 29 });
    assert_eq!(pdq(&picture, &Limits { side: 29, ..Limits::default() }).map(|_| ()), side);

    let limits = Limits { text_bytes: 9, ..Limits::default() };
    let refused = Err(Error::Limit { what: "bytes", found: 10, allowed: 9 });
    assert_eq!(simhash("one two th", &limits).map(|_| ()), refused);
    assert_eq!(minhash("one two th", &limits).map(|_| ()), refused);
    assert!(simhash("one two t", &limits).is_ok());
}

#[test]
fn memory_is_what_is_stated() {
    let limits = Limits::default();
    for (width, height) in [(65_535, 40), (40, 65_535), (2_000, 2_000)] {
        let bytes = vec![9; 3 * (width * height) as usize];
        let pixels = Pixels::new(width, height, Layout::Rgb, &bytes).unwrap();
        let allowed = u64::from(width.max(height)) * 200 + u64::from(width * height) / 10;
        for work in [
            |p: &Pixels<'_>, l: &Limits| drop(pdq(p, l)),
            |p: &Pixels<'_>, l: &Limits| drop(iscc_image(p, l)),
        ] {
            let taken = allocation_counter::measure(|| work(&pixels, &limits)).bytes_max;
            println!("{width} x {height}: {taken} of {allowed} bytes");
            assert!(taken <= allowed, "{width} x {height}: {taken} of {allowed} bytes");
        }
    }
    for text in
        ["word ".repeat(1 << 18), "w".repeat(1 << 20), "\u{FDFA}".repeat(1 << 18), "\u{301}".repeat(1 << 19)]
    {
        let taken = allocation_counter::measure(|| drop(simhash(&text, &limits))).bytes_max;
        println!("text: {taken} bytes");
        assert!(taken <= 1 << 14, "{taken} bytes");
    }
}

#[test]
fn texts_without_words_are_refused() {
    for text in ["", " \n\t", "... --- !!!", "\u{200B}\u{FEFF}\u{AD}", "\u{1F600}\u{FE0F}"] {
        assert!(matches!(simhash(text, &Limits::default()), Err(Error::Input(_))), "{text:?}");
        assert!(matches!(minhash(text, &Limits::default()), Err(Error::Input(_))), "{text:?}");
    }
}

#[test]
fn only_one_spelling_is_read() {
    let hex = "0f".repeat(32);
    let good = format!("pdq:{hex}");
    assert_eq!(good.parse::<Fingerprint>().unwrap().to_string(), good);
    let code = "ISCC:EED6RAM3P4WRK3AHGMITC6PYZTGNU5TP34JQIZDEM3TW2GTBRO3KNQA";
    assert_eq!(code.parse::<Fingerprint>().unwrap().to_string(), code);
    for bad in [
        hex.clone(),
        String::new(),
        "pdq:".to_owned(),
        format!("PDQ:{hex}"),
        format!("pdq:{}", hex.to_uppercase()),
        format!("pdq: {hex}"),
        format!("pdq:{hex}0"),
        format!("pdq:{hex}00"),
        format!("pdq:{}", &hex[2..]),
        format!("minhash:{hex}"),
        format!("md5:{hex}"),
        format!("pdq:{}\u{e9}", &hex[2..]),
        code.to_lowercase(),
        code.replace("ISCC", "iscc"),
        code.replace("EED", "EEC"),
        code.replace("EED", "EAD"),
        format!("{code}="),
        format!("{code}A"),
        // Bits beyond the last byte.
        format!("{}B", &code[..code.len() - 1]),
        // 64 bits, which is another unit.
        "ISCC:EEAQAAAAAAAAAAAA".to_owned(),
        "ISCC:".to_owned(),
        format!("ISCC:{hex}"),
    ] {
        assert!(bad.parse::<Fingerprint>().is_err(), "{bad}");
    }
    assert!(Fingerprint::from_bytes(Algorithm::MinHash, &[0; 32]).is_err());
    assert!(Fingerprint::from_iscc_unit(&[0x21, 7]).is_err());
}

#[test]
fn distances_are_those_of_one_kind() {
    let of = |algorithm, byte: u8| {
        Fingerprint::from_bytes(
            algorithm,
            &vec![
                byte;
                {
                    let a: Algorithm = algorithm;
                    a.size()
                }
            ],
        )
        .unwrap()
    };
    let (pdq, simhash) = (of(Algorithm::Pdq, 0), of(Algorithm::SimHash, 0));
    assert_eq!((pdq.distance(&simhash), pdq.similarity(&simhash), pdq.similarity(&pdq)), (None, None, None));
    assert_eq!(pdq.distance(&of(Algorithm::Pdq, 0x81)), Some(64));
    let one = of(Algorithm::MinHash, 1);
    let mut bytes = one.bytes().to_vec();
    bytes[0] = 9;
    bytes[1] = 9;
    bytes[255] = 0;
    let two = Fingerprint::from_bytes(Algorithm::MinHash, &bytes).unwrap();
    assert_eq!((one.distance(&two), one.similarity(&two)), (Some(2), Some(1.0 - 2.0 / 128.0)));
    assert_eq!(
        of(Algorithm::IsccImage, 3).iscc_unit().map(|unit| Fingerprint::from_iscc_unit(&unit).unwrap()),
        Some(of(Algorithm::IsccImage, 3))
    );
    assert_eq!(one.iscc_unit(), None);
}
