//! What the public doors take, refuse, and promise.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::indexing_slicing,
    reason = "tests fail loudly"
)]

mod pictures;

use aimark_durable::*;
use pictures::{Picture, payload, photo};
use sha2::{Digest, Sha256};

const LAYOUTS: [Layout; 4] = [Layout::Gray, Layout::GrayAlpha, Layout::Rgb, Layout::Rgba];

/// A picture's samples in another layout, with alpha that changes from pixel to pixel.
fn laid_out(picture: &Picture, layout: Layout) -> Vec<u8> {
    let pixels = picture.samples.as_chunks::<3>().0;
    let pixel = |(at, [red, green, blue]): (usize, &[u8; 3])| match layout {
        Layout::Gray => vec![*green],
        Layout::GrayAlpha => vec![*green, at as u8 | 0x80],
        Layout::Rgb => vec![*red, *green, *blue],
        Layout::Rgba => vec![*red, *green, *blue, at as u8 | 0x80],
    };
    pixels.iter().enumerate().flat_map(pixel).collect()
}

#[test]
fn every_layout_and_depth_goes_around_and_alpha_stays() {
    let picture = photo(2, 700, 500);
    let (limits, keys) = (Limits::default(), [Key::shared()]);
    for layout in LAYOUTS {
        let before = laid_out(&picture, layout);
        let mut eight = before.clone();
        let mut pixels = PixelsMut::new(700, 500, layout, SamplesMut::Eight(&mut eight), &limits).unwrap();
        let embedded = embed(&mut pixels, &payload(), &keys[0], &EmbedOptions::default()).unwrap();
        let asked = 43.7 - f32::from(embedded.raised);
        assert!((embedded.psnr - asked).abs() < 0.3, "{layout:?}: {embedded:?}");
        let found = detect(&pixels.as_pixels(), &keys, &DetectOptions::default()).unwrap().unwrap();
        assert_eq!(found.payload, payload());

        let mut sixteen: Vec<u16> = before.iter().map(|value| (u16::from(*value) * 257) ^ 0x15).collect();
        let before16 = sixteen.clone();
        let mut pixels =
            PixelsMut::new(700, 500, layout, SamplesMut::Sixteen(&mut sixteen), &limits).unwrap();
        embed(&mut pixels, &payload(), &keys[0], &EmbedOptions::default()).unwrap();
        let found = detect(&pixels.as_pixels(), &keys, &DetectOptions::default()).unwrap().unwrap();
        assert_eq!(found.payload, payload());
        assert!(
            sixteen.iter().zip(&before16).any(|(new, old)| new.abs_diff(*old) % 257 != 0),
            "depth is kept"
        );

        let samples = usize::from(layout.samples());
        if samples % 2 == 0 {
            let alpha = |at: &usize| at % samples == samples - 1;
            assert!((0..before.len()).filter(alpha).all(|at| before[at] == eight[at]));
            assert!((0..before.len()).filter(alpha).all(|at| before16[at] == sixteen[at]));
        }
    }
}

#[test]
fn the_same_picture_gives_the_same_bytes_everywhere() {
    let marked = photo(3, 640, 427).marked(&payload(), &Key::shared());
    let hash = Sha256::digest(&marked.samples);
    let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(hex, "801c2847c0f21c3847eff75234e465fe96c548d6f3ceb6df9b9d09dd4ad8fcbe");
}

#[test]
fn every_bit_of_a_payload_counts() {
    let picture = photo(4, 400, 330);
    let kinds = (0..8).map(|number| Payload::new(Kind::from_number(number).unwrap(), 0, 0).unwrap());
    let issuers = (0..16).map(|at| Payload::new(Kind::Altered, 1 << at, 0).unwrap());
    let identifiers = (0..42).map(|at| Payload::new(Kind::Generated, 0xffff, 1 << at).unwrap());
    let all = Payload::new(Kind::from_number(7).unwrap(), 0xffff, Payload::MOST_IDENTIFIER).unwrap();
    for payload in kinds.chain(issuers).chain(identifiers).chain([all]) {
        let marked = picture.marked(&payload, &Key::shared());
        assert_eq!(marked.found_fast().unwrap().payload, payload);
    }
}

#[test]
fn a_kind_without_a_name_is_kept() {
    for number in [0, 4, 5, 6, 7] {
        let Kind::Other(other) = Kind::from_number(number).unwrap() else { panic!("{number} has a name") };
        assert_eq!(other.number(), number);
    }
    assert!(Kind::from_number(8).is_err());
}

#[test]
fn only_the_right_key_finds_a_mark_and_is_named() {
    let [old, new, other] = [[1; 32], [2; 32], [3; 32]].map(Key::new);
    let marked = photo(5, 600, 450).marked(&payload(), &old);
    let with = |keys: &[Key]| detect(&marked.pixels(), keys, &DetectOptions::default()).unwrap();
    assert_eq!(with(&[other.clone(), Key::shared()]), None);
    let found = with(&[new, old, other]).unwrap();
    assert_eq!((found.key, found.payload), (1, payload()));
}

#[test]
fn nothing_is_found_where_nothing_is() {
    for seed in 0..200 {
        assert_eq!(photo(1000 + seed, 120, 100).found_fast(), None);
    }
    for seed in 0..8 {
        assert_eq!(photo(2000 + seed, 330, 300).found(), None);
    }
    // A lattice of the right size, but of nobody's phases.
    assert_eq!(
        Picture::made(640, 640, |x, y| [(((x % 128) * 37 % 251) ^ ((y % 128) * 91 % 241)) as u8; 3]).found(),
        None
    );
}

#[test]
fn too_small_and_too_flat_is_refused_and_left_alone() {
    let refused = |picture: Picture| {
        let mut marked = picture.clone();
        let samples = SamplesMut::Eight(&mut marked.samples);
        let mut pixels =
            PixelsMut::new(picture.width, picture.height, Layout::Rgb, samples, &Limits::default()).unwrap();
        let error = embed(&mut pixels, &payload(), &Key::shared(), &EmbedOptions::default()).unwrap_err();
        assert_eq!(marked.samples, picture.samples);
        error
    };
    assert_eq!(refused(photo(6, 300, 200)), Error::TooSmall { width: 300, height: 200 });
    assert_eq!(refused(photo(6, 2000, 120)), Error::TooSmall { width: 2000, height: 120 });
    for grey in [0, 128, 255] {
        assert_eq!(refused(Picture::made(500, 500, |_, _| [grey; 3])), Error::TooFlat);
    }
    assert_eq!(refused(Picture::made(500, 500, |x, _| [(x / 2) as u8; 3])), Error::TooFlat);
    // Two marks of one key are in each other's way.
    let mut marked = photo(8, 500, 500);
    let other = Payload::new(Kind::Altered, 1, 2).unwrap();
    let samples = SamplesMut::Eight(&mut marked.samples);
    let mut pixels = PixelsMut::new(500, 500, Layout::Rgb, samples, &Limits::default()).unwrap();
    let strong = EmbedOptions { psnr: 36.0, raises: 0 };
    embed(&mut pixels, &other, &Key::shared(), &strong).unwrap();
    assert_eq!(refused(marked), Error::Lost);
}

#[test]
fn a_transparent_picture_is_refused_and_left_alone() {
    let picture = photo(7, 400, 400);
    let limits = Limits::default();
    for (opaque, is_enough) in [(0, false), (78_000, false), (82_000, true)] {
        let mut samples = laid_out(&picture, Layout::Rgba);
        let pixels = samples.as_chunks_mut::<4>().0.iter_mut().enumerate();
        pixels.for_each(|(at, pixel)| pixel[3] = if at < opaque { 200 } else { 100 });
        let before = samples.clone();
        let mut pixels =
            PixelsMut::new(400, 400, Layout::Rgba, SamplesMut::Eight(&mut samples), &limits).unwrap();
        let done = embed(&mut pixels, &payload(), &Key::shared(), &EmbedOptions::default());
        if is_enough {
            assert!(done.is_ok());
        } else {
            assert_eq!(done, Err(Error::Transparent));
            assert_eq!(samples, before);
        }
    }
}

#[test]
fn hostile_pictures_are_looked_into_without_harm() {
    let extreme = |x: u32, y: u32| if (x ^ y) & 1 == 0 { [0; 3] } else { [255; 3] };
    let sizes =
        [(1, 1), (1, 5000), (5000, 1), (47, 47), (48, 48), (48, 960), (960, 48), (129, 131), (2500, 130)];
    for (width, height) in sizes {
        for kind in 0..3 {
            let picture = Picture::made(width, height, |x, y| match kind {
                0 => [0; 3],
                1 => [255; 3],
                _ => extreme(x, y),
            });
            let found = detect(&picture.pixels(), &[Key::shared()], &DetectOptions::default());
            let is_looked_into = width.min(height) >= 48 && width.max(height) <= 20 * width.min(height);
            assert_eq!(found, if is_looked_into { Ok(None) } else { Err(Error::TooSmall { width, height }) });
        }
    }
    let empty = Pixels::new(0, 0, Layout::Rgb, Samples::Eight(&[]), &Limits::default()).unwrap();
    let refused = detect(&empty, &[Key::shared()], &DetectOptions::default());
    assert_eq!(refused, Err(Error::TooSmall { width: 0, height: 0 }));
    let wide: Vec<u16> = (0..300 * 300).map(|at: u32| pictures::scatter(at, 0, 0) as u16).collect();
    let pixels = Pixels::new(300, 300, Layout::Gray, Samples::Sixteen(&wide), &Limits::default()).unwrap();
    assert_eq!(detect(&pixels, &[Key::shared()], &DetectOptions::default()), Ok(None));
}

#[test]
fn lengths_limits_and_options_are_checked() {
    let samples = [0_u8; 12];
    let new = |width, height, limits: &Limits| {
        Pixels::new(width, height, Layout::Rgb, Samples::Eight(&samples), limits).map(|_| ())
    };
    assert_eq!(new(2, 2, &Limits::default()), Ok(()));
    assert_eq!(new(2, 3, &Limits::default()), Err(Error::Length { found: 12, expected: 18 }));
    assert_eq!(new(2, 2, &Limits { pixels: 3 }), Err(Error::Limit { what: "pixels", found: 4, allowed: 3 }));
    assert!(matches!(new(u32::MAX, u32::MAX, &Limits::default()), Err(Error::Limit { .. })));
    assert!(matches!(new(u32::MAX, u32::MAX, &Limits { pixels: u64::MAX }), Err(Error::Length { .. })));
    assert!(Payload::new(Kind::Generated, 0, Payload::MOST_IDENTIFIER + 1).is_err());
    let picture = photo(7, 330, 330);
    assert!(matches!(detect(&picture.pixels(), &[], &DetectOptions::default()), Err(Error::Options(_))));
    for options in [
        EmbedOptions { psnr: f32::NAN, ..EmbedOptions::default() },
        EmbedOptions { psnr: 60.0, ..EmbedOptions::default() },
        EmbedOptions { raises: 7, ..EmbedOptions::default() },
    ] {
        let mut picture = picture.clone();
        let samples = SamplesMut::Eight(&mut picture.samples);
        let mut pixels = PixelsMut::new(330, 330, Layout::Rgb, samples, &Limits::default()).unwrap();
        let result = embed(&mut pixels, &payload(), &Key::shared(), &options);
        assert!(matches!(result, Err(Error::Options(_))));
    }
}
