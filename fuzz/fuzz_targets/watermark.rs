//! Watermarks: pixels of any size and layout, marked where they can be and looked into; and picture files, marked as a whole.

#![no_main]

use aimark::{Label, Origin};
use aimark_durable::{
    DetectOptions, EmbedOptions, Error, Kind, Layout, Payload, Pixels, PixelsMut, Samples, SamplesMut,
    detect, embed,
};
use aimark_softbinding::{Key, Limits, Mark, Search, find, watermark};

/// Small ones, so that there are many of them; some are large enough to be marked.
const MOST_PIXELS: u64 = 120_000;
/// Of those that are searched through, which takes long in an instrumented program.
const MOST_SEARCHED: u64 = 8_000;

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let Some((head, rest)) = input.split_first_chunk::<6>() else { return };
    match head[0] % 4 {
        0 => file(rest),
        _ => pixels(head, rest),
    }
});

fn file(asset: &[u8]) {
    let mut limits = Limits::default();
    (limits.picture.pixels, limits.watermark.pixels) = (MOST_PIXELS, MOST_PIXELS);
    let before = find(asset, &[Key::shared()], Search::Fast, &limits);
    let mut label = Label::new(Origin::Generated);
    let mark = Mark::new(3, 5).unwrap();
    let Ok(marked) = watermark(asset, &mut label, &mark, &limits) else { return };
    before.expect("what can be marked can be looked into");
    let found = find(&marked.bytes, &[Key::shared()], Search::Fast, &limits).unwrap();
    if let Some(found) = found {
        assert_eq!(found.is_stated_by(&label), Some(true));
    }
}

/// A picture of which the input gives the size, and the samples over and over.
fn pixels(head: &[u8; 6], samples: &[u8]) {
    let layouts = [Layout::Gray, Layout::GrayAlpha, Layout::Rgb, Layout::Rgba];
    let layout = layouts[usize::from(head[0] >> 2 & 3)];
    let side = |high: u8, low: u8| u32::from(high) << 3 | u32::from(low & 7);
    let (width, height) = (side(head[1], head[2]), side(head[3], head[4]));
    let limits = aimark_durable::Limits { pixels: MOST_PIXELS };
    let count = u64::from(width) * u64::from(height);
    if count > MOST_PIXELS || samples.is_empty() {
        return;
    }
    let len = usize::try_from(count).unwrap() * usize::from(layout.samples());
    let mut eight: Vec<u8> = samples.iter().copied().cycle().take(len).collect();
    let full = DetectOptions {
        search: if head[5] % 4 == 0 && count <= MOST_SEARCHED { Search::Full } else { Search::Fast },
    };
    let look = |samples: &[u8]| {
        let pixels = Pixels::new(width, height, layout, Samples::Eight(samples), &limits).ok()?;
        match detect(&pixels, &[Key::shared()], &full) {
            Err(Error::TooSmall { .. }) => None,
            found => found.unwrap(),
        }
    };
    let _ = look(&eight);
    let payload = Payload::new(Kind::Generated, 1, 2).unwrap();
    let Ok(mut view) = PixelsMut::new(width, height, layout, SamplesMut::Eight(&mut eight), &limits) else {
        return;
    };
    if let Ok(embedded) = embed(&mut view, &payload, &Key::shared(), &EmbedOptions::default()) {
        assert!(embedded.psnr > 30.0, "{embedded:?}");
        if let Some(found) = look(&eight) {
            assert_eq!(found.payload, payload);
        }
    }
}
