//! Files of kinds that nobody here can draw, and marks for those that can.

/// A TIFF of grey pixels, uncompressed.
pub fn tiff(side: u8) -> Vec<u8> {
    let pixels: Vec<u8> = (0..u32::from(side) * u32::from(side)).map(|at| (at * 7) as u8).collect();
    let entries = [
        (0x100, side.into()),
        (0x101, side.into()),
        (0x102, 8),
        (0x103, 1),
        (0x106, 1),
        (0x111, 8),
        (0x115, 1),
        (0x116, side.into()),
        (0x117, pixels.len() as u32),
    ];
    let mut file = b"II*\0".to_vec();
    file.extend((8 + pixels.len() as u32).to_le_bytes());
    file.extend(&pixels);
    file.extend((entries.len() as u16).to_le_bytes());
    for (tag, value) in entries {
        file.extend([tag as u8, (tag >> 8) as u8, 4, 0, 1, 0, 0, 0]);
        file.extend(u32::to_le_bytes(value));
    }
    file.extend([0; 4]);
    file
}

/// An SVG that would load something and run something, if it were shown as it is.
pub fn svg(metadata: &str) -> Vec<u8> {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 40\">{metadata}<script>alert(1)</script>\
         <image href=\"https://example.com/x.png\"/><circle cx=\"20\" cy=\"20\" r=\"15\"/></svg>\n"
    )
    .into_bytes()
}

/// A PDF of one empty page, with something in its information.
pub fn pdf(info: &str) -> Vec<u8> {
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>",
        &format!("<<{info}>>"),
    ];
    let mut file = String::from("%PDF-1.4\n");
    let mut places = String::from("0000000000 65535 f \n");
    for (number, object) in (1..).zip(objects) {
        places += &format!("{:010} 00000 n \n", file.len());
        file += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let start = file.len();
    file += &format!(
        "xref\n0 5\n{places}trailer\n<</Size 5/Root 1 0 R/Info 4 0 R>>\nstartxref\n{start}\n%%EOF\n"
    );
    file.into_bytes()
}

/// An MP4 without tracks, with something in `moov.udta`.
pub fn mp4(user_data: &[u8]) -> Vec<u8> {
    let brand = b"isom\0\0\0\x01isommp42";
    let movie = [isobmff(b"mvhd", &[0; 100]), isobmff(b"udta", user_data)].concat();
    [isobmff(b"ftyp", brand), isobmff(b"moov", &movie), isobmff(b"mdat", &[7; 64])].concat()
}

pub fn isobmff(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let size = (content.len() as u32 + 8).to_be_bytes();
    [&size[..], kind, content].concat()
}

/// A tenth of a second of silence.
pub fn wav() -> Vec<u8> {
    let format = [1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x40, 0x1f, 0, 0, 1, 0, 8, 0];
    let chunks = [b"WAVEfmt \x10\0\0\0", &format[..], b"data\x20\x03\0\0", &[128; 800]].concat();
    [b"RIFF", &(chunks.len() as u32).to_le_bytes()[..], &chunks].concat()
}

/// The PNG with a text in front of its pixels.
pub fn png_text(png: &[u8], keyword: &str, text: &str) -> Vec<u8> {
    let content = [b"tEXt", keyword.as_bytes(), b"\0", text.as_bytes()].concat();
    let size = (content.len() as u32 - 4).to_be_bytes();
    let sum = crc32fast::hash(&content).to_be_bytes();
    let header = 8 + 25; // the signature and IHDR
    [&png[..header], &size, &content, &sum, &png[header..]].concat()
}

/// The JPEG with an XMP packet behind its start.
pub fn jpeg_xmp(jpeg: &[u8], packet: &str) -> Vec<u8> {
    let content = [b"http://ns.adobe.com/xap/1.0/\0", packet.as_bytes()].concat();
    let size = (content.len() as u16 + 2).to_be_bytes();
    [&jpeg[..2], &[0xff, 0xe1], &size, &content, &jpeg[2..]].concat()
}

/// XMP that gives a digital source type.
pub fn source_type(term: &str) -> String {
    format!(
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description xmlns:Iptc4xmpExt=\"http://iptc.org/std/Iptc4xmpExt/2008-02-29/\" \
         Iptc4xmpExt:DigitalSourceType=\"http://cv.iptc.org/newscodes/digitalsourcetype/{term}\"/></rdf:RDF></x:xmpmeta>"
    )
}
