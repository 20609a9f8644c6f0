//! Files in memory that carry marks, and how tests read what was found.

#![allow(dead_code, reason = "each test program uses a part")]

use aimark_hints::{Hints, Limits, look};

/// What was found, in words: kind, what it says, where, key, value.
pub(crate) fn found(asset: &[u8]) -> Vec<String> {
    words(&look(asset, None, &Limits::default()))
}

pub(crate) fn words(hints: &Hints) -> Vec<String> {
    let word = |hint: &aimark_hints::Hint| {
        let (place, _) = hint.place.split_once(" at byte ").unwrap();
        format!("{}: {}: {place}: {}: {}", hint.kind.name(), hint.says.name(), hint.key, hint.value)
    };
    hints.hints.iter().map(word).collect()
}

pub(crate) fn png_chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    [&u32::try_from(data.len()).unwrap().to_be_bytes()[..], kind, data, b"\0\0\0\0"].concat()
}

pub(crate) fn png(chunks: &[u8]) -> Vec<u8> {
    let header = png_chunk(b"IHDR", b"\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0");
    [b"\x89PNG\r\n\x1a\n", &header[..], chunks, &png_chunk(b"IEND", b"")].concat()
}

pub(crate) fn png_text(key: &str, text: &str) -> Vec<u8> {
    png(&png_chunk(b"tEXt", format!("{key}\0{text}").as_bytes()))
}

pub(crate) fn zlib(data: &[u8]) -> Vec<u8> {
    miniz_oxide::deflate::compress_to_vec_zlib(data, 9)
}

pub(crate) fn jpeg_segment(marker: u8, data: &[u8]) -> Vec<u8> {
    [&[0xff, marker][..], &u16::try_from(data.len() + 2).unwrap().to_be_bytes(), data].concat()
}

pub(crate) fn jpeg(segments: &[u8]) -> Vec<u8> {
    [b"\xff\xd8", segments, b"\xff\xda\0\x08\x01\x01\0\0\x3f\0\0\xff\xd9"].concat()
}

pub(crate) fn jpeg_xmp(packet: &str) -> Vec<u8> {
    jpeg(&jpeg_segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", packet.as_bytes()].concat()))
}

pub(crate) fn jpeg_exif(tiff: &[u8]) -> Vec<u8> {
    jpeg(&jpeg_segment(0xe1, &[b"Exif\0\0", tiff].concat()))
}

pub(crate) fn riff(form: &[u8; 4], chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut body = form.to_vec();
    for (kind, data) in chunks {
        body.extend_from_slice(*kind);
        body.extend_from_slice(&u32::try_from(data.len()).unwrap().to_le_bytes());
        body.extend_from_slice(data);
        body.resize(body.len().next_multiple_of(2), 0);
    }
    [b"RIFF", &u32::try_from(body.len()).unwrap().to_le_bytes()[..], &body].concat()
}

/// A TIFF with a directory, and one for EXIF where there are entries for it. Values are of type 7, or 4 for a pointer.
pub(crate) fn tiff(big_endian: bool, main: &[(u16, &[u8])], exif: &[(u16, &[u8])]) -> Vec<u8> {
    let u16 = |n: usize| {
        let n = u16::try_from(n).unwrap();
        if big_endian { n.to_be_bytes() } else { n.to_le_bytes() }
    };
    let u32 = |n: usize| {
        let n = u32::try_from(n).unwrap();
        if big_endian { n.to_be_bytes() } else { n.to_le_bytes() }
    };
    let size = |entries: usize| 2 + 12 * entries + 4;
    let entries = main.len() + usize::from(!exif.is_empty());
    let exif_at = 8 + size(entries);
    let mut values_at = exif_at + if exif.is_empty() { 0 } else { size(exif.len()) };
    let (mut directories, mut values) = (Vec::new(), Vec::new());
    for (list, has_pointer) in [(main, !exif.is_empty()), (exif, false)] {
        if list.is_empty() && !has_pointer {
            continue;
        }
        directories.extend(u16(list.len() + usize::from(has_pointer)));
        for (tag, value) in list {
            directories.extend([u16(usize::from(*tag)), u16(7)].concat());
            directories.extend(u32(value.len()));
            if value.len() <= 4 {
                directories.extend([value, &[0; 4][value.len()..]].concat());
            } else {
                directories.extend(u32(values_at));
                values_at += value.len();
                values.extend_from_slice(value);
            }
        }
        if has_pointer {
            directories.extend([u16(0x8769), u16(4)].concat());
            directories.extend([u32(1), u32(exif_at)].concat());
        }
        directories.extend(u32(0));
    }
    let order: &[u8] = if big_endian { b"MM" } else { b"II" };
    [order, &u16(42), &u32(8), &directories, &values].concat()
}

pub(crate) fn gif(extensions: &[u8]) -> Vec<u8> {
    let picture = b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0";
    [b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff", extensions, picture, b"\x3b"].concat()
}

pub(crate) fn iso_box(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    [&u32::try_from(data.len() + 8).unwrap().to_be_bytes()[..], kind, data].concat()
}

/// A packet with declarations of every namespace, under prefixes that nobody else uses.
pub(crate) fn xmp(attributes: &str, elements: &str) -> String {
    format!(
        "<?xpacket begin='\u{feff}' id='W5M0MpCehiHzreSzNTczkc9d'?>\
         <x:xmpmeta xmlns:x='adobe:ns:meta/'><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\
         <r:Description r:about='' xmlns:i='http://iptc.org/std/Iptc4xmpExt/2008-02-29/' \
         xmlns:c='http://www.tc260.org.cn/ns/AIGC/1.0/' xmlns:t='http://ns.adobe.com/tiff/1.0/' \
         xmlns:k='http://ns.adobe.com/xap/1.0/' xmlns:h='http://ns.adobe.com/photoshop/1.0/' \
         xmlns:d='http://purl.org/dc/elements/1.1/' xmlns:p='http://purl.org/dc/terms/' \
         xmlns:e='http://ns.adobe.com/exif/1.0/' xmlns:s='http://ns.adobe.com/xap/1.0/sType/ResourceEvent#' \
         {attributes}>{elements}</r:Description></r:RDF></x:xmpmeta><?xpacket end='w'?>"
    )
}

/// A packet with one mark, for tests of what carries it.
pub(crate) fn generated() -> String {
    let term = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    xmp(&format!("i:DigitalSourceType='{term}'"), "")
}

/// What is found of [`generated`].
pub(crate) fn generated_in(place: &str) -> Vec<String> {
    vec![format!(
        "iptc_digital_source_type: generated: {place}: Iptc4xmpExt:DigitalSourceType: \
         http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    )]
}

/// A label as the standard has it.
pub(crate) const LABEL: &str =
    r#"{"Label":"1","ContentProducer":"001191440300708461136T1XGW3","ProduceID":"7"}"#;

/// An archive with one file.
pub(crate) fn zip(name: &str, data: &[u8], packed: bool) -> Vec<u8> {
    let body = if packed { miniz_oxide::deflate::compress_to_vec(data, 9) } else { data.to_vec() };
    let u16 = |n: usize| u16::try_from(n).unwrap().to_le_bytes();
    let u32 = |n: usize| u32::try_from(n).unwrap().to_le_bytes();
    let method = if packed { 8 } else { 0 };
    let sizes = [&[0; 4][..], &u32(body.len()), &u32(data.len()), &u16(name.len())].concat();
    let local = [b"PK\x03\x04\x14\0\0\0", &u16(method)[..], &[0; 4], &sizes, &u16(0), name.as_bytes(), &body]
        .concat();
    let central =
        [b"PK\x01\x02\x14\0\x14\0\0\0", &u16(method)[..], &[0; 4], &sizes, &[0; 16], name.as_bytes()]
            .concat();
    let end =
        [b"PK\x05\x06\0\0\0\0\x01\0\x01\0", &u32(central.len())[..], &u32(local.len()), &[0; 2]].concat();
    [local, central, end].concat()
}
