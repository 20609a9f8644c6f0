//! XMP packets: which properties are found, in which spellings, and in which carriers.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests fail loudly"
)]

mod files;

use aimark_hints::{Says, look};
use files::*;

#[test]
fn every_carrier_of_packets_is_read() {
    let packet = generated();
    let bytes = packet.as_bytes();
    assert_eq!(found(&jpeg_xmp(&packet)), generated_in("JPEG XMP"));
    let itxt = |flag: &[u8], text: &[u8]| {
        png(&png_chunk(b"iTXt", &[b"XML:com.adobe.xmp\0", flag, b"\0\0\0", text].concat()))
    };
    assert_eq!(found(&itxt(b"\0", bytes)), generated_in("PNG iTXt"));
    assert_eq!(found(&itxt(b"\x01", &zlib(bytes))), generated_in("PNG iTXt"));
    assert_eq!(found(&riff(b"WEBP", &[(b"VP8L", b"\x2f\0\0"), (b"XMP ", bytes)])), generated_in("RIFF XMP"));
    let trailer: Vec<u8> = std::iter::once(1).chain((0..=255).rev()).chain([0]).collect();
    assert_eq!(found(&gif(&[b"\x21\xff\x0bXMP DataXMP", bytes, &trailer].concat())), generated_in("GIF XMP"));
    for big_endian in [true, false] {
        assert_eq!(found(&tiff(big_endian, &[(0x02bc, bytes)], &[])), generated_in("TIFF"));
    }
    assert_eq!(found(bytes), generated_in("XMP"));
    assert_eq!(
        found(format!("<svg xmlns='x'><metadata>{packet}</metadata></svg>").as_bytes()),
        generated_in("XMP")
    );
    let uuid = b"\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac";
    let film = [iso_box(b"ftyp", b"isom\0\0\0\0"), iso_box(b"uuid", &[uuid, bytes].concat())].concat();
    assert_eq!(found(&film), generated_in("MP4 XMP"));
    assert_eq!(found(&[b"%PDF-1.7\nstream\n", bytes, b"\nendstream"].concat()), generated_in("PDF XMP"));
}

#[test]
fn extended_packets_are_joined() {
    let packet = generated();
    let (first, second) = packet.as_bytes().split_at(300);
    let part = |offset: usize, data: &[u8]| {
        let (len, offset) = (packet.len() as u32, offset as u32);
        let head = [
            &b"http://ns.adobe.com/xmp/extension/\0"[..],
            &[b'A'; 32],
            &len.to_be_bytes(),
            &offset.to_be_bytes(),
        ];
        jpeg_segment(0xe1, &[&head.concat(), data].concat())
    };
    // In either order.
    for parts in [[part(0, first), part(300, second)], [part(300, second), part(0, first)]] {
        assert_eq!(found(&jpeg(&parts.concat())), generated_in("JPEG extended XMP"));
    }
}

#[test]
fn items_of_heif_are_read() {
    let packet = generated();
    let exif = tiff(true, &[(0x0131, b"Midjourney")], &[]);
    let exif = [b"\0\0\0\x06Exif\0\0", &exif[..]].concat();
    let infe = |id: u8, rest: &[u8]| iso_box(b"infe", &[&[2, 0, 0, 0, 0, id, 0, 0], rest].concat());
    let iinf = [&[0; 4][..], &[0, 2], &infe(1, b"Exif\0"), &infe(2, b"mime\0application/rdf+xml\0")].concat();
    let make = |at: usize| {
        let place = |id: u8, at: usize, len: usize| {
            let (at, len) = ((at as u32).to_be_bytes(), (len as u32).to_be_bytes());
            [&[0, id, 0, 0, 0, 1][..], &at, &len].concat()
        };
        let places = [place(1, at, exif.len()), place(2, at + exif.len(), packet.len())].concat();
        let iloc = [&[0, 0, 0, 0, 0x44, 0, 0, 2][..], &places].concat();
        let meta = [&[0; 4][..], &iso_box(b"iinf", &iinf), &iso_box(b"iloc", &iloc)].concat();
        [iso_box(b"ftyp", b"avif\0\0\0\0"), iso_box(b"meta", &meta)].concat()
    };
    let at = make(0).len() + 8;
    let file = [make(at), iso_box(b"mdat", &[&exif[..], packet.as_bytes()].concat())].concat();
    let mut expected = vec!["software_name: generated: HEIF EXIF: Software: Midjourney".to_owned()];
    expected.extend(generated_in("HEIF XMP"));
    assert_eq!(found(&file), expected);
}

#[test]
fn a_property_is_an_attribute_or_an_element() {
    let term = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    let spellings = [
        format!("<i:DigitalSourceType>\n {term} </i:DigitalSourceType>"),
        format!("<i:DigitalSourceType r:resource='{term}'/>"),
        format!("<i:DigitalSourceType><r:Bag><r:li>{term}</r:li></r:Bag></i:DigitalSourceType>"),
        format!("<DigitalSourceType xmlns='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'>{term}</DigitalSourceType>"),
        format!("<i:DigitalSourceType><![CDATA[{term}]]></i:DigitalSourceType>"),
        "<i:DigitalSourceType>http:&#x2f;/cv.iptc.org/newscodes/digitalsourcetype/trained&#65;lgorithmicMedia\
         </i:DigitalSourceType>"
            .to_owned(),
        // Declared by nobody.
        format!("<Iptc4xmpExt:DigitalSourceType>{term}</Iptc4xmpExt:DigitalSourceType>"),
    ];
    for spelling in spellings {
        assert_eq!(found(&jpeg_xmp(&xmp("", &spelling))), generated_in("JPEG XMP"), "{spelling}");
    }
    // The namespace decides, not the prefix.
    let foreign = xmp(
        "xmlns:Iptc4xmpExt='urn:other'",
        "<Iptc4xmpExt:DigitalSourceType>x</Iptc4xmpExt:DigitalSourceType>",
    );
    assert!(found(&jpeg_xmp(&foreign)).is_empty());
    assert!(found(&jpeg_xmp(&xmp("DigitalSourceType='x'", ""))).is_empty());
}

#[test]
fn what_a_structure_says_is_not_said_of_the_picture() {
    let term = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    let source = format!("<i:DigitalSourceType>{term}</i:DigitalSourceType>");
    let artworks = [
        format!("<r:Bag><r:li r:parseType='Resource'>{source}</r:li></r:Bag>"),
        format!("<r:Bag><r:li><r:Description>{source}</r:Description></r:li></r:Bag>"),
        format!("<r:Seq><r:li><r:Description i:DigitalSourceType='{term}'/></r:li></r:Seq>"),
        format!("<r:Bag><r:li i:DigitalSourceType='{term}'/></r:Bag>"),
        "<r:Description><i:AISystemUsed>Claude</i:AISystemUsed></r:Description>".to_owned(),
    ];
    for artwork in artworks {
        let artwork = format!("<i:ArtworkOrObject>{artwork}</i:ArtworkOrObject>");
        assert!(found(&jpeg_xmp(&xmp("", &artwork))).is_empty(), "{artwork}");
        // What stands behind it is of the picture again.
        let packet = xmp("", &format!("{artwork}{source}"));
        assert_eq!(found(&jpeg_xmp(&packet)), generated_in("JPEG XMP"), "{artwork}");
    }
    let short = xmp("", &format!("<i:ArtworkOrObject i:DigitalSourceType='{term}'/>"));
    assert!(found(&jpeg_xmp(&short)).is_empty());
}

#[test]
fn each_property_says_what_it_says() {
    let cases = [
        (
            "<i:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia</i:DigitalSourceType>",
            "iptc_digital_source_type: altered: JPEG XMP: Iptc4xmpExt:DigitalSourceType: http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia",
        ),
        (
            "<i:DigitalSourceType>digitalCapture</i:DigitalSourceType>",
            "iptc_digital_source_type: not_ai: JPEG XMP: Iptc4xmpExt:DigitalSourceType: digitalCapture",
        ),
        (
            "<i:AISystemUsed>Claude</i:AISystemUsed>",
            "iptc_ai: involved: JPEG XMP: Iptc4xmpExt:AISystemUsed: Claude",
        ),
        (
            "<i:AISystemVersionUsed>5</i:AISystemVersionUsed>",
            "iptc_ai: involved: JPEG XMP: Iptc4xmpExt:AISystemVersionUsed: 5",
        ),
        (
            "<i:AIPromptInformation>a cat</i:AIPromptInformation>",
            "iptc_ai: involved: JPEG XMP: Iptc4xmpExt:AIPromptInformation: a cat",
        ),
        (
            "<i:AIPromptWriterName>N</i:AIPromptWriterName>",
            "iptc_ai: involved: JPEG XMP: Iptc4xmpExt:AIPromptWriterName: N",
        ),
        (
            "<c:AIGC>{&quot;Label&quot;:&quot;1&quot;}</c:AIGC>",
            "aigc_label: generated: JPEG XMP: TC260:AIGC: {\"Label\":\"1\"}",
        ),
        (
            "<c:AIGC r:parseType='Resource'><c:Label>2</c:Label><c:ContentProducer>x</c:ContentProducer></c:AIGC>",
            "aigc_label: suspected: JPEG XMP: AIGC:Label: 2",
        ),
        (
            "<AIGC:Label xmlns:AIGC='http://example.com/aigc'>AIGC</AIGC:Label>",
            "aigc_label: involved: JPEG XMP: AIGC:Label: AIGC",
        ),
        (
            "<k:CreatorTool>Adobe Firefly 3</k:CreatorTool>",
            "software_name: generated: JPEG XMP: xmp:CreatorTool: Adobe Firefly 3",
        ),
        (
            "<t:Software>Kandinsky 4</t:Software>",
            "software_name: generated: JPEG XMP: tiff:Software: Kandinsky 4",
        ),
        (
            "<k:History><r:Seq><r:li s:softwareAgent='DALL·E 3'/></r:Seq></k:History>",
            "software_name: generated: JPEG XMP: stEvt:softwareAgent: DALL·E 3",
        ),
        (
            "<h:Credit>Made with Google AI</h:Credit>",
            "credit_line: generated: JPEG XMP: photoshop:Credit: Made with Google AI",
        ),
        (
            "<h:Credit>Edited with Google AI</h:Credit>",
            "credit_line: altered: JPEG XMP: photoshop:Credit: Edited with Google AI",
        ),
        (
            "<d:description><r:Alt><r:li xml:lang='x-default'>a cat --ar 16:9 --v 6 Job ID: 1-2</r:li></r:Alt></d:description>",
            "generator_signature: generated: JPEG XMP: dc:description: a cat --ar 16:9 --v 6 Job ID: 1-2",
        ),
        (
            "<d:description>Cats as Midjourney sees them</d:description>",
            "software_name: suspected: JPEG XMP: dc:description: Cats as Midjourney sees them",
        ),
        (
            "<e:UserComment><r:Alt><r:li>{&quot;c&quot;:&quot;a cat&quot;,&quot;sampler&quot;:&quot;x&quot;,&quot;seed&quot;:1,&quot;v2&quot;:{}}</r:li></r:Alt></e:UserComment>",
            "generator_parameters: generated: JPEG XMP: exif:UserComment: {\"c\":\"a cat\",\"sampler\":\"x\",\"seed\":1,\"v2\":{}}",
        ),
        (
            "<p:provenance>https://example.com/a.c2pa</p:provenance>",
            "remote_credential: open: JPEG XMP: dcterms:provenance: https://example.com/a.c2pa",
        ),
        (
            "<p:provenance>self#jumbf=/c2pa/x</p:provenance>",
            "embedded_credential: open: JPEG XMP: dcterms:provenance: self#jumbf=/c2pa/x",
        ),
    ];
    for (element, expected) in cases {
        assert_eq!(found(&jpeg_xmp(&xmp("", element))), [expected]);
    }
    for element in [
        "<h:Credit>A. Nonymous</h:Credit>",
        "<k:CreatorTool>Adobe Photoshop 27</k:CreatorTool>",
        "<d:creator>Wassily Kandinsky</d:creator>",
    ] {
        assert!(found(&jpeg_xmp(&xmp("", element))).is_empty(), "{element}");
    }
}

#[test]
fn all_that_is_there_is_reported() {
    let two = "<c:AIGC>{\"Label\":\"1\"}</c:AIGC><c:AIGC>{\"Label\":\"3\"}</c:AIGC>";
    let says: Vec<Says> = look(&jpeg_xmp(&xmp("", two)), None, &aimark_hints::Limits::default())
        .hints
        .iter()
        .map(|hint| hint.says)
        .collect();
    assert_eq!(says, [Says::Generated, Says::Suspected]);
    // What comes before a fault counts.
    let broken = generated().replace("</r:Description>", "<a b='");
    assert_eq!(found(&jpeg_xmp(&broken)), generated_in("JPEG XMP"));
}
