//! Files in memory that marks are written into, and how tests read them again.

#![allow(dead_code, reason = "each test program uses a part")]

use aimark_hints::look;
use aimark_marks::{Limits, Marks, SourceType, Written, write};
use image::{DynamicImage, ImageFormat};

/// A label as the standard has it, with every character that XML escapes.
pub(crate) const LABEL: &str =
    r#"{"Label":"1","ContentProducer":"001191440300708461136T1XGW3","ProduceID":"7<&>'"}"#;
pub(crate) const TERM: &str = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

pub(crate) fn marks() -> Marks {
    Marks {
        source_type: Some(SourceType::TrainedAlgorithmicMedia),
        system: Some("Painter & <Co> \"é\"".to_owned()),
        system_version: Some("2.1".to_owned()),
        aigc: Some(LABEL.to_owned()),
    }
}

pub(crate) fn written(asset: &[u8]) -> Written {
    write(asset, &marks(), &Limits::default()).unwrap()
}

/// Kind, key and value of every mark that stands in a file.
pub(crate) fn found(asset: &[u8]) -> Vec<(String, String, String)> {
    let hints = look(asset, None, &aimark_hints::Limits::default());
    assert!(!hints.cut);
    hints.hints.into_iter().map(|hint| (hint.kind.name().to_owned(), hint.key, hint.value)).collect()
}

/// What is found of [`marks`].
pub(crate) fn expected() -> Vec<(String, String, String)> {
    [
        ("iptc_digital_source_type", "Iptc4xmpExt:DigitalSourceType", TERM),
        ("iptc_ai", "Iptc4xmpExt:AISystemUsed", "Painter & <Co> \"é\""),
        ("iptc_ai", "Iptc4xmpExt:AISystemVersionUsed", "2.1"),
        ("aigc_label", "TC260:AIGC", LABEL),
    ]
    .map(|(kind, key, value)| (kind.to_owned(), key.to_owned(), value.to_owned()))
    .into()
}

/// As [`found`], in a fixed order, without what is no mark of ours.
pub(crate) fn found_of_ours(asset: &[u8]) -> Vec<(String, String, String)> {
    let mut all = found(asset);
    all.retain(|mark| expected().iter().any(|ours| ours.1 == mark.1));
    all.sort_by_key(|mark| expected().iter().position(|ours| ours.1 == mark.1));
    all
}

/// A picture with something to see.
pub(crate) fn picture(format: ImageFormat, has_alpha: bool) -> Vec<u8> {
    let pixels = image::RgbaImage::from_fn(13, 9, |x, y| {
        let alpha = if has_alpha { u8::try_from(x * 19).unwrap() } else { 255 };
        image::Rgba([u8::try_from(x * 16).unwrap(), u8::try_from(y * 20).unwrap(), 77, alpha])
    });
    let mut image = DynamicImage::ImageRgba8(pixels);
    if !has_alpha {
        image = image.to_rgb8().into();
    }
    let mut out = std::io::Cursor::new(Vec::new());
    if format == ImageFormat::WebP {
        image.write_with_encoder(image::codecs::webp::WebPEncoder::new_lossless(&mut out)).unwrap();
    } else {
        image.write_to(&mut out, format).unwrap();
    }
    out.into_inner()
}

pub(crate) fn pixels(asset: &[u8]) -> Option<DynamicImage> {
    let mut reader = image::ImageReader::new(std::io::Cursor::new(asset)).with_guessed_format().ok()?;
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(64 << 20);
    reader.limits(limits);
    reader.decode().ok()
}

pub(crate) fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    [&[0xff, marker][..], &u16::try_from(data.len() + 2).unwrap().to_be_bytes(), data].concat()
}

pub(crate) fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut crc = crc32fast::Hasher::new();
    crc.update(kind);
    crc.update(data);
    let len = u32::try_from(data.len()).unwrap();
    [&len.to_be_bytes()[..], kind, data, &crc.finalize().to_be_bytes()].concat()
}

pub(crate) fn riff_chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut out = [kind, &u32::try_from(data.len()).unwrap().to_le_bytes()[..], data].concat();
    out.resize(out.len().next_multiple_of(2), 0);
    out
}

/// A JPEG with segments behind its start.
pub(crate) fn jpeg_with(segments: &[u8]) -> Vec<u8> {
    let picture = picture(ImageFormat::Jpeg, false);
    [&picture[..2], segments, &picture[2..]].concat()
}

/// A PNG with chunks behind its header.
pub(crate) fn png_with(chunks: &[u8]) -> Vec<u8> {
    let picture = picture(ImageFormat::Png, true);
    [&picture[..33], chunks, &picture[33..]].concat()
}

/// A WebP of the extended layout, with chunks behind its image.
pub(crate) fn webp_with(flags: u8, chunks: &[u8]) -> Vec<u8> {
    let picture = picture(ImageFormat::WebP, true);
    let head = riff_chunk(b"VP8X", &[flags, 0, 0, 0, 12, 0, 0, 8, 0, 0]);
    riff(&[&head, &picture[12..], chunks].concat())
}

pub(crate) fn riff(chunks: &[u8]) -> Vec<u8> {
    [b"RIFF", &u32::try_from(chunks.len() + 4).unwrap().to_le_bytes()[..], b"WEBP", chunks].concat()
}

pub(crate) fn xmp_segment(packet: &[u8]) -> Vec<u8> {
    segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", packet].concat())
}

pub(crate) fn xmp_chunk(packet: &[u8]) -> Vec<u8> {
    chunk(b"iTXt", &[b"XML:com.adobe.xmp\0\0\0\0\0", packet].concat())
}

/// The same packet in each format.
pub(crate) fn carriers(packet: &[u8]) -> Vec<Vec<u8>> {
    vec![
        jpeg_with(&xmp_segment(packet)),
        png_with(&xmp_chunk(packet)),
        webp_with(0x14, &riff_chunk(b"XMP ", packet)),
    ]
}

/// The packet in a file, by a search: between its instructions or its outer tags.
pub(crate) fn packet_of(asset: &[u8]) -> String {
    let text: String = String::from_utf8_lossy(asset).into_owned();
    let start = text.find("<?xpacket begin").unwrap();
    let end = text.rfind("<?xpacket end").unwrap();
    text[start..end + 19].to_owned()
}

/// A packet of what stands in an RDF.
pub(crate) fn packet(inner: &str) -> String {
    format!(
        "<?xpacket begin='\u{feff}' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>\
         <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>{inner}</rdf:RDF></x:xmpmeta>\
         <?xpacket end='w'?>"
    )
}

/// A Description with the usual namespaces.
pub(crate) fn described(attributes: &str, inner: &str) -> String {
    packet(&format!("<rdf:Description rdf:about='' {SPACES} {attributes}>{inner}</rdf:Description>"))
}

pub(crate) const SPACES: &str = "xmlns:dc='http://purl.org/dc/elements/1.1/' \
    xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/' \
    xmlns:xmpMM='http://ns.adobe.com/xap/1.0/mm/' xmlns:stEvt='http://ns.adobe.com/xap/1.0/sType/ResourceEvent#' \
    xmlns:i='http://iptc.org/std/Iptc4xmpExt/2008-02-29/' xmlns:t='http://www.tc260.org.cn/ns/AIGC/1.0/' \
    xmlns:my='http://example.com/my/'";
