//! Skeletons of files, made on the spot and the same in every run. Their frames are as encoders write them; what
//! stands in for pixels is noise, because nobody who is measured decodes it.

use std::sync::Arc;

use aimark::Format;

/// Something to label.
#[derive(Clone)]
pub struct Asset {
    pub content: &'static str,
    pub format: Format,
    pub media_type: &'static str,
    /// The size that it was asked for in, in bytes; it has that or a little more.
    pub size: usize,
    pub bytes: Arc<[u8]>,
}

/// What is measured: contents and sizes in bytes.
pub const MEASURED: [(&str, &[usize]); 5] = [
    ("JPEG", &[70_000, 350_000, 2_700_000, 10_000_000]),
    ("PNG", &[400_000, 2_000_000, 13_000_000, 35_000_000]),
    ("WebP", &[50_000, 1_000_000]),
    ("English text", &[1_000, 100_000, 10_000_000]),
    ("Russian text", &[1_000, 100_000, 10_000_000]),
];

/// An asset of about `size` bytes, or `None` when nobody knows how to make such content.
pub fn make(content: &str, size: usize) -> Option<Asset> {
    let asset = |content, format, media_type, bytes: Vec<u8>| {
        Some(Asset { content, format, media_type, size, bytes: bytes.into() })
    };
    match content {
        "JPEG" => asset("JPEG", Format::Jpeg, "image/jpeg", jpeg(size)),
        "PNG" => asset("PNG", Format::Png, "image/png", png(size)),
        "WebP" => asset("WebP", Format::WebP, "image/webp", webp(size)),
        "English text" => asset("English text", Format::PlainText, "text/plain", text(ENGLISH, size)),
        "Russian text" => asset("Russian text", Format::PlainText, "text/plain", text(RUSSIAN, size)),
        _ => None,
    }
}

const ENGLISH: &str = "The quick brown fox jumps over the lazy dog. ";
const RUSSIAN: &str = "Съешь ещё этих мягких французских булок — да выпей чаю. ";

fn text(unit: &str, size: usize) -> Vec<u8> {
    unit.repeat(size.div_ceil(unit.len())).into_bytes()
}

/// Baseline, grey, with the tables of an encoder. As in real ones, a zero follows each 0xFF of the scan.
fn jpeg(size: usize) -> Vec<u8> {
    let mut whole = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0".to_vec();
    whole.extend(b"\xff\xdb\0\x43\0");
    whole.extend([16; 64]);
    whole.extend(b"\xff\xc0\0\x0b\x08\x04\0\x04\0\x01\x01\x11\0");
    whole.extend(b"\xff\xc4\0\x14\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x05");
    whole.extend(b"\xff\xc4\0\x14\x10\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0");
    whole.extend(b"\xff\xda\0\x08\x01\x01\0\0\x3f\0");
    let scan = noise(size).flat_map(|byte| std::iter::once(byte).chain((byte == 0xff).then_some(0)));
    whole.extend(scan.take(size.saturating_sub(whole.len() + 3)));
    whole.extend(b"\0\xff\xd9");
    whole
}

/// RGB, its pixels in chunks of 8 KiB, as libpng writes them.
fn png(size: usize) -> Vec<u8> {
    const OVERHEAD: usize = 12;
    let chunk = |kind: &[u8], data: &[u8]| {
        let body = [kind, data].concat();
        let len = u32::try_from(data.len()).expect("a chunk is short");
        [&len.to_be_bytes()[..], &body, &crc32fast::hash(&body).to_be_bytes()].concat()
    };
    let mut whole = b"\x89PNG\r\n\x1a\n".to_vec();
    whole.extend(chunk(b"IHDR", &[0, 0, 4, 0, 0, 0, 4, 0, 8, 2, 0, 0, 0]));
    let pixels: Vec<u8> = noise(size.saturating_sub(whole.len() + 2 * OVERHEAD)).collect();
    pixels.chunks(8192).for_each(|data| whole.extend(chunk(b"IDAT", data)));
    whole.extend(chunk(b"IEND", &[]));
    whole
}

/// One lossless chunk of 1024x1024 pixels.
fn webp(size: usize) -> Vec<u8> {
    const HEADERS: usize = 20;
    let header = [0x2f, 0xff, 0xc3, 0xff, 0x00];
    let len = (size.saturating_sub(HEADERS) & !1).max(header.len() + 1);
    let size32 = |size: usize| u32::try_from(size).expect("a short file").to_le_bytes();
    let mut whole = [b"RIFF", &size32(len + HEADERS - 8)[..], b"WEBPVP8L", &size32(len), &header].concat();
    whole.extend(noise(len - header.len()));
    whole
}

/// Bytes without a pattern: Marsaglia's xorshift64, a byte a turn.
fn noise(len: usize) -> impl Iterator<Item = u8> {
    let step = |state: &u64| {
        let a = state ^ (state << 13);
        let b = a ^ (a >> 7);
        Some(b ^ (b << 17))
    };
    std::iter::successors(Some(0x2545_f491_4f6c_dd1d), step).map(|state| state.to_le_bytes()[3]).take(len)
}
