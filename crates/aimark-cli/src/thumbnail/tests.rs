use image::{ImageEncoder as _, Rgba, RgbaImage};

use super::*;

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn noise(width: u32, height: u32) -> DynamicImage {
    let mut state = 1_u32;
    RgbImage::from_fn(width, height, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [a, b, c, _] = state.to_be_bytes();
        Rgb([a, b, c])
    })
    .into()
}

fn shown(thumbnail: &Thumbnail) -> RgbImage {
    image::load_from_memory(thumbnail.jpeg()).unwrap().to_rgb8()
}

#[test]
fn each_format_gives_a_small_picture() {
    let picture = noise(700, 350);
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif] {
        let thumbnail = Thumbnail::of(&encoded(&picture, format)).unwrap();
        assert_eq!((thumbnail.width(), thumbnail.height()), (96, 48), "{format:?}");
        assert_eq!(shown(&thumbnail).dimensions(), (96, 48));
        assert!(thumbnail.jpeg().len() <= MOST_THUMBNAIL);
    }
}

#[test]
fn noise_that_hardly_compresses_stays_small() {
    let thumbnail = Thumbnail::of(&encoded(&noise(96, 96), ImageFormat::Png)).unwrap();
    assert!(thumbnail.jpeg().len() <= MOST_THUMBNAIL, "{}", thumbnail.jpeg().len());
}

#[test]
fn the_same_picture_gives_the_same_bytes() {
    let picture = encoded(&noise(300, 200), ImageFormat::Png);
    assert_eq!(Thumbnail::of(&picture), Thumbnail::of(&picture));
}

#[test]
fn what_is_narrow_stays_visible_and_what_is_small_stays_small() {
    let size = |width, height| {
        let thumbnail = Thumbnail::of(&encoded(&noise(width, height), ImageFormat::Png)).unwrap();
        (thumbnail.width(), thumbnail.height())
    };
    assert_eq!(size(5000, 2), (96, 1));
    assert_eq!(size(2, 5000), (1, 96));
    assert_eq!(size(1, 1), (1, 1));
}

#[test]
fn a_picture_is_turned_as_its_camera_held_it() {
    // Left half red, right half blue; the Exif says that the right side is up: turned, red is at the top.
    let picture = RgbImage::from_fn(40, 20, |x, _| if x < 20 { Rgb([250, 0, 0]) } else { Rgb([0, 0, 250]) });
    let exif = b"MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    let mut jpeg = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut jpeg, 95);
    encoder.set_exif_metadata(exif.to_vec()).unwrap();
    encoder.encode_image(&picture).unwrap();
    let turned = shown(&Thumbnail::of(&jpeg).unwrap());
    assert_eq!(turned.dimensions(), (20, 40));
    assert!(turned.get_pixel(10, 5).0[0] > 200 && turned.get_pixel(10, 35).0[2] > 200);
}

#[test]
fn what_is_transparent_shows_a_neutral_ground() {
    let clear = RgbaImage::from_pixel(30, 30, Rgba([255, 0, 255, 0]));
    let thumbnail = Thumbnail::of(&encoded(&clear.into(), ImageFormat::Png)).unwrap();
    assert!(shown(&thumbnail).get_pixel(15, 15).0.into_iter().all(|channel| channel.abs_diff(GROUND) < 4));
}

#[test]
fn what_is_no_picture_or_damaged_gives_nothing() {
    assert_eq!(Thumbnail::of(b""), None);
    assert_eq!(Thumbnail::of(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), None);
    let png = encoded(&noise(50, 50), ImageFormat::Png);
    assert_eq!(Thumbnail::of(&png[..200]), None);
}

#[test]
fn a_picture_that_says_to_be_huge_is_not_decoded() {
    // A header and nothing behind it: 60,000 by 60,000 pixels would be 10 GB.
    let mut png = encoded(&noise(1, 1), ImageFormat::Png);
    png[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    let checked = crc(&png[12..29]);
    png[29..33].copy_from_slice(&checked.to_be_bytes());
    let work = allocation_counter::measure(|| assert_eq!(Thumbnail::of(&png), None));
    assert!(work.bytes_max < 1 << 20, "{}", work.bytes_max);
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
    !bytes.iter().fold(!0_u32, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

#[test]
fn bytes_that_were_changed_anywhere_do_no_harm() {
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP, ImageFormat::Gif] {
        let whole = encoded(&noise(40, 30), format);
        for at in (0..whole.len()).step_by(7) {
            let mut changed = whole.clone();
            changed[at] ^= 0xff;
            let _ = Thumbnail::of(&changed);
        }
    }
}

/// What a picture costs, by its size. Run it optimized.
#[test]
#[ignore = "a measurement"]
fn what_a_megapixel_takes() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        let smooth = RgbImage::from_fn(4000, 3000, |x, y| {
            let [.., a, b] = (x * y / 977).to_be_bytes();
            Rgb([a, b / 8, 99])
        });
        let bytes = encoded(&smooth.into(), format);
        let begun = std::time::Instant::now();
        let thumbnail = Thumbnail::of(&bytes).unwrap();
        let each = begun.elapsed().as_secs_f64() * 1000.0 / 12.0;
        eprintln!(
            "{format:?}: {each:.1} ms a megapixel; {} bytes -> {}",
            bytes.len(),
            thumbnail.jpeg().len()
        );
    }
}

/// Over pictures that cameras and generators made.
#[test]
fn pictures_of_others_give_thumbnails() {
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    if !data.is_dir() {
        eprintln!("skipped: there is no {}", data.display());
        return;
    }
    let endings = ["jpg", "jpeg", "png", "webp", "gif"];
    let files = walkdir::WalkDir::new(data).follow_links(true).sort_by_file_name().into_iter().flatten();
    let is_picture =
        |path: &std::path::Path| path.extension().is_some_and(|e| endings.iter().any(|known| e == *known));
    let (mut made, mut bytes, mut pixels, mut seen) = (0_u32, 0_usize, 0_u64, 0_u32);
    let begun = std::time::Instant::now();
    for file in files.filter(|file| file.file_type().is_file() && is_picture(file.path())).take(400) {
        let picture = std::fs::read(file.path()).unwrap();
        seen = seen.saturating_add(1);
        let Some(thumbnail) = Thumbnail::of(&picture) else { continue };
        made = made.saturating_add(1);
        bytes = bytes.saturating_add(thumbnail.jpeg().len());
        let size = ImageReader::new(Cursor::new(&picture)).with_guessed_format().unwrap().into_dimensions();
        pixels = pixels
            .saturating_add(size.map_or(0, |(width, height)| u64::from(width).saturating_mul(height.into())));
    }
    let each = bytes.checked_div(usize::try_from(made).unwrap()).unwrap_or_default();
    eprintln!("{made} of {seen} pictures, {pixels} pixels, {each} bytes each, {:?}", begun.elapsed());
    assert!(made.saturating_mul(10) >= seen.saturating_mul(8), "{made} of {seen}");
}
