//! Which media type an asset is of: by its first bytes, by its name only where these cannot tell.

/// The media type of `asset` under a name that the c2pa crate reads, or `None`.
///
/// Content decides. `extension` (without its dot, in any case) chooses only among kinds that share their first bytes:
/// TIFF and the raw formats built on it, the branches of ISO BMFF with a brand of many meanings, XML that may be SVG, and ZIP.
///
/// ```
/// use aimark_c2pa::media_type;
///
/// assert_eq!(media_type(b"GIF89a...", Some("png")), Some("image/gif"));
/// assert_eq!(media_type(b"II*\0....", Some("DNG")), Some("image/dng"));
/// assert_eq!(media_type(b"plain words", Some("jpg")), None);
/// ```
pub fn media_type(asset: &[u8], extension: Option<&str>) -> Option<&'static str> {
    let extension = extension.map(str::to_ascii_lowercase).unwrap_or_default();
    FIRST_BYTES
        .iter()
        .find(|(first, _)| asset.starts_with(first))
        .map(|(_, kind)| *kind)
        .or_else(|| riff(asset))
        .or_else(|| tiff(asset, &extension))
        .or_else(|| bmff(asset, &extension))
        .or_else(|| zip(asset, &extension))
        .or_else(|| audio(asset))
        .or_else(|| svg(asset, &extension))
}

const FIRST_BYTES: [(&[u8], &str); 7] = [
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "image/jxl"),
    (b"%PDF", "application/pdf"),
    (b"fLaC", "audio/flac"),
];

fn riff(asset: &[u8]) -> Option<&'static str> {
    if !asset.starts_with(b"RIFF") {
        return None;
    }
    match asset.get(8..12)? {
        b"WEBP" => Some("image/webp"),
        b"WAVE" => Some("audio/wav"),
        b"AVI " => Some("video/avi"),
        _ => None,
    }
}

fn tiff(asset: &[u8], extension: &str) -> Option<&'static str> {
    let first: [&[u8]; 4] = [b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"];
    if !first.iter().any(|first| asset.starts_with(first)) {
        return None;
    }
    Some(match extension {
        "dng" => "image/dng",
        "arw" => "image/x-sony-arw",
        "nef" => "image/x-nikon-nef",
        _ => "image/tiff",
    })
}

/// The major brand (ISO 14496-12, 4.3) where it names one kind; where it only says "some ISO media", the name decides.
fn bmff(asset: &[u8], extension: &str) -> Option<&'static str> {
    if asset.get(4..8)? != b"ftyp" {
        return None;
    }
    Some(match asset.get(8..12)? {
        b"avif" | b"avis" => "image/avif",
        b"heic" | b"heix" | b"hevc" | b"hevx" | b"heim" | b"heis" => "image/heic",
        b"qt  " => "video/quicktime",
        b"M4A " | b"M4B " => "audio/mp4",
        b"M4V " | b"M4VH" | b"M4VP" => "video/x-m4v",
        _ => match extension {
            "avif" => "image/avif",
            "heic" => "image/heic",
            "heif" => "image/heif",
            "mov" => "video/quicktime",
            "m4a" => "audio/mp4",
            _ if asset.get(8..12)?.starts_with(b"mif") => "image/heif",
            _ => "video/mp4",
        },
    })
}

fn zip(asset: &[u8], extension: &str) -> Option<&'static str> {
    if !asset.starts_with(b"PK\x03\x04") {
        return None;
    }
    match extension {
        "epub" => Some("application/epub+zip"),
        "docx" => Some("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        "xlsx" => Some("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "pptx" => Some("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        _ => None,
    }
}

/// MPEG audio: an ID3 tag (which may also stand before FLAC), or the sync word of a frame of layer III.
fn audio(asset: &[u8]) -> Option<&'static str> {
    if asset.starts_with(b"ID3") {
        return Some(if after_id3(asset).is_some_and(|rest| rest.starts_with(b"fLaC")) {
            "audio/flac"
        } else {
            "audio/mpeg"
        });
    }
    let [first, second, ..] = asset else { return None };
    // Eleven bits of sync, any version but the reserved one, layer III.
    (*first == 0xff && second & 0xe0 == 0xe0 && second & 0x18 != 0x08 && second & 0x06 == 0x02)
        .then_some("audio/mpeg")
}

/// What follows an ID3 tag: its size is four digits of seven bits.
fn after_id3(asset: &[u8]) -> Option<&[u8]> {
    let digits = asset.get(6..10)?;
    let size = digits.iter().fold(0_usize, |size, digit| (size << 7) | usize::from(digit & 0x7f));
    asset.get(size.checked_add(10)?..)
}

/// How far into a text its `<svg` element is looked for.
const PROLOGUE: usize = 4096;

/// XML whose root is `<svg`. XML of another root has no media type here: the c2pa crate would look for a label in it as
/// if it were SVG.
fn svg(asset: &[u8], extension: &str) -> Option<&'static str> {
    let start = asset.get(..asset.len().min(PROLOGUE))?;
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    if start.starts_with(b"<svg") {
        return Some("image/svg+xml");
    }
    let prologue = start.starts_with(b"<?xml") || start.starts_with(b"<!");
    let named = extension == "svg" || start.windows(4).any(|w| w == b"<svg");
    (prologue && named).then_some("image/svg+xml")
}

/// Every media type that can be examined.
///
/// ```
/// assert!(aimark_c2pa::media_types().iter().any(|kind| kind == "video/mp4"));
/// ```
pub fn media_types() -> Vec<String> {
    let mut all = c2pa::Reader::supported_mime_types();
    all.sort();
    all
}
