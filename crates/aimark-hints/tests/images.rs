//! What generators and labels look like in images: text chunks, EXIF, IPTC-IIM, comments.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests fail loudly"
)]

mod files;

use files::*;

const SETTINGS: &str =
    "a cat\nNegative prompt: dog\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1, Size: 512x512";
const GRAPH: &str = r#"{"3":{"class_type":"KSampler","inputs":{"seed":5}}}"#;
const DRAWN: &str = r#"{"nodes":[{"type":"KSampler"}],"links":[],"version":0.4}"#;

#[test]
fn keywords_of_png_are_known() {
    let novelai = r#"{"prompt":"x","steps":28,"sampler":"k_euler","uc":"bad","signed_hash":"y"}"#;
    let cases = [
        ("parameters", SETTINGS, "generator_parameters: generated"),
        ("parameters", r#"{"sui_image_params":{"prompt":"x"}}"#, "generator_parameters: generated"),
        ("parameters", r#"{"prompt":"x","metadata_scheme":"fooocus"}"#, "generator_parameters: generated"),
        ("prompt", GRAPH, "generator_parameters: generated"),
        ("workflow", DRAWN, "generator_parameters: generated"),
        ("workflow", r#"{"nodes":[{"type":"ImageUpscale"}],"links":[]}"#, "generator_parameters: involved"),
        ("invokeai_metadata", r#"{"positive_prompt":"x"}"#, "generator_parameters: generated"),
        ("invokeai_graph", "{}", "generator_parameters: generated"),
        ("sd-metadata", "{}", "generator_parameters: generated"),
        ("Dream", "a cat -s 50", "generator_parameters: generated"),
        ("fooocus_scheme", "fooocus", "generator_parameters: generated"),
        ("generation_data", "{}", "generator_parameters: generated"),
        ("use_stable_diffusion_model", "sd-v1-4", "generator_parameters: generated"),
        (
            "postprocessing",
            "Postprocess upscale by: 4, Postprocess upscaler: R-ESRGAN",
            "generator_parameters: altered",
        ),
        ("Comment", novelai, "generator_parameters: generated"),
        ("Software", "NovelAI", "software_name: generated"),
        ("Source", "Stable Diffusion XL 7BCCAA2C", "credit_line: generated"),
        ("Title", "AI generated image", "software_name: suspected"),
        ("Description", "a cat --v 6.1 Job ID: 0ad0", "generator_signature: generated"),
        ("AIGC", LABEL, "aigc_label: generated"),
        ("AIGC", r#"{"AIGC":{"Label":2}}"#, "aigc_label: suspected"),
        ("AIGC", "yes", "aigc_label: involved"),
    ];
    for (key, text, expected) in cases {
        let expected = format!("{expected}: PNG tEXt: {key}: {}", text.replace('\n', " "));
        assert_eq!(found(&png_text(key, text)), [expected]);
    }
    for (key, text) in [
        ("parameters", "none"),
        ("prompt", "a cat"),
        ("workflow", "scan, crop"),
        ("Software", "GIMP"),
        ("Comment", "Created with GIMP"),
    ] {
        assert!(found(&png_text(key, text)).is_empty(), "{key}");
    }
}

#[test]
fn text_chunks_may_be_packed() {
    let packed = png(&png_chunk(b"zTXt", &[b"AIGC\0\0", &zlib(LABEL.as_bytes())[..]].concat()));
    assert_eq!(found(&packed), [format!("aigc_label: generated: PNG zTXt: AIGC: {LABEL}")]);
    let packed = png(&png_chunk(b"iTXt", &[b"AIGC\0\x01\0en\0\0", &zlib(LABEL.as_bytes())[..]].concat()));
    assert_eq!(found(&packed), [format!("aigc_label: generated: PNG iTXt: AIGC: {LABEL}")]);
    let plain = png(&png_chunk(b"iTXt", &[b"AIGC\0\0\0\0\0", LABEL.as_bytes()].concat()));
    assert_eq!(found(&plain), [format!("aigc_label: generated: PNG iTXt: AIGC: {LABEL}")]);
}

#[test]
fn profiles_of_imagemagick_are_unwrapped() {
    let hex = |data: &[u8]| data.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let packet = generated();
    let raw = format!("\nxmp\n{:8}\n{}\n", packet.len(), hex(packet.as_bytes()));
    assert_eq!(found(&png_text("Raw profile type xmp", &raw)), generated_in("PNG tEXt"));
    let exif = [b"Exif\0\0", &tiff(false, &[(0x0131, b"Midjourney")], &[])[..]].concat();
    let raw = format!("\nexif\n{:8}\n{}\n", exif.len(), hex(&exif));
    assert_eq!(
        found(&png_text("Raw profile type exif", &raw)),
        ["software_name: generated: PNG tEXt: Software: Midjourney"]
    );
}

#[test]
fn exif_is_read_in_every_carrier() {
    let exif = tiff(true, &[(0x0131, b"Midjourney\0")], &[]);
    let hint = |place: &str| vec![format!("software_name: generated: {place}: Software: Midjourney")];
    assert_eq!(found(&jpeg_exif(&exif)), hint("JPEG EXIF"));
    assert_eq!(found(&png(&png_chunk(b"eXIf", &exif))), hint("PNG EXIF"));
    assert_eq!(found(&riff(b"WEBP", &[(b"EXIF", &exif)])), hint("RIFF EXIF"));
    assert_eq!(found(&riff(b"WEBP", &[(b"EXIF", &[b"Exif\0\0", &exif[..]].concat())])), hint("RIFF EXIF"));
    assert_eq!(found(&exif), hint("TIFF"));
}

#[test]
fn comments_of_exif_are_read_in_every_encoding() {
    let utf16 = |text: &str, big: bool| -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
            .collect()
    };
    let shown = SETTINGS.replace('\n', " ");
    let expected = [format!("generator_parameters: generated: JPEG EXIF: UserComment: {shown}")];
    for order in [true, false] {
        for comment in [
            [b"UNICODE\0", &utf16(SETTINGS, true)[..]].concat(),
            [b"UNICODE\0", &utf16(SETTINGS, false)[..]].concat(),
            [b"ASCII\0\0\0", SETTINGS.as_bytes()].concat(),
            [b"JIS\0\0\0\0\0", SETTINGS.as_bytes()].concat(),
            [b"\0\0\0\0\0\0\0\0", SETTINGS.as_bytes()].concat(),
            SETTINGS.as_bytes().to_vec(),
        ] {
            assert_eq!(found(&jpeg_exif(&tiff(order, &[], &[(0x9286, &comment)]))), expected);
        }
    }
    for label in [LABEL.to_owned(), format!("{{\"AIGC\":{LABEL}}}")] {
        let comment = [b"ASCII\0\0\0", label.as_bytes()].concat();
        let expected = format!("aigc_label: generated: JPEG EXIF: UserComment: {label}");
        assert_eq!(found(&jpeg_exif(&tiff(true, &[], &[(0x9286, &comment)]))), [expected]);
    }
    let windows = utf16(LABEL, false);
    let expected = format!("aigc_label: generated: JPEG EXIF: XPComment: {LABEL}");
    assert_eq!(found(&jpeg_exif(&tiff(true, &[(0x9c9c, &windows)], &[]))), [expected]);
}

#[test]
fn other_tags_of_exif_are_read() {
    let comfy = tiff(
        true,
        &[(0x010f, format!("workflow:{DRAWN}").as_bytes()), (0x0110, format!("prompt:{GRAPH}").as_bytes())],
        &[],
    );
    assert_eq!(
        found(&riff(b"WEBP", &[(b"EXIF", &comfy)])),
        [
            format!("generator_parameters: generated: RIFF EXIF: workflow: {DRAWN}"),
            format!("generator_parameters: generated: RIFF EXIF: prompt: {GRAPH}"),
        ]
    );
    let signature = format!("Signature: {}", "Ab+/".repeat(20));
    let artist = b"12345678-1234-1234-1234-123456789abc";
    let both = tiff(true, &[(0x010e, signature.as_bytes()), (0x013b, artist)], &[]);
    assert_eq!(
        found(&jpeg_exif(&both)),
        [format!("generator_signature: generated: JPEG EXIF: ImageDescription and Artist: {signature}")]
    );
    assert!(found(&jpeg_exif(&tiff(true, &[(0x010e, signature.as_bytes())], &[]))).is_empty());
    let fooocus = tiff(true, &[], &[(0x927c, b"fooocus")]);
    assert_eq!(
        found(&jpeg_exif(&fooocus)),
        ["generator_parameters: generated: JPEG EXIF: fooocus_scheme: fooocus"]
    );
    let artist = tiff(false, &[(0x013b, b"Shedevrum"), (0x010e, b"Midjourney at night")], &[]);
    assert_eq!(
        found(&jpeg_exif(&artist)),
        [
            "credit_line: generated: JPEG EXIF: Artist: Shedevrum",
            "software_name: suspected: JPEG EXIF: ImageDescription: Midjourney at night"
        ]
    );
    assert!(found(&jpeg_exif(&tiff(true, &[(0x010f, b"NIKON"), (0x0110, b"D6")], &[]))).is_empty());
}

#[test]
fn credits_in_iptc_iim_are_read() {
    let set = |field: u8, text: &[u8]| [&[0x1c, 2, field, 0, text.len() as u8], text].concat();
    let records = [set(0, b"\0\x04"), set(110, b"Made with Google AI"), set(65, b"Midjourney")].concat();
    let other = b"8BIM\x03\xed\0\0\0\0\0\x03abc\0";
    let resource = [&b"8BIM\x04\x04\x03abc"[..], &(records.len() as u32).to_be_bytes(), &records].concat();
    let segment = jpeg_segment(0xed, &[&b"Photoshop 3.0\0"[..], other, &resource].concat());
    let expected = |place: &str| {
        [
            format!("credit_line: generated: {place}: IIM 2:110 Credit: Made with Google AI"),
            format!("software_name: generated: {place}: IIM 2:65 Originating Program: Midjourney"),
        ]
    };
    assert_eq!(found(&jpeg(&segment)), expected("JPEG APP13"));
    assert_eq!(found(&tiff(true, &[(0x83bb, &records)], &[])), expected("TIFF"));
}

#[test]
fn comments_of_jpeg_and_gif_are_read() {
    let expected = |place: &str| [format!("aigc_label: generated: {place}: comment: {LABEL}")];
    assert_eq!(found(&jpeg(&jpeg_segment(0xfe, LABEL.as_bytes()))), expected("JPEG COM"));
    // A byte that fills stands before the marker.
    assert_eq!(
        found(&jpeg(&[b"\xff\xff", &jpeg_segment(0xfe, LABEL.as_bytes())[..]].concat())),
        expected("JPEG COM")
    );
    let (first, second) = LABEL.as_bytes().split_at(20);
    let blocks =
        [&b"\x21\xfe"[..], &[first.len() as u8], first, &[second.len() as u8], second, b"\0"].concat();
    assert_eq!(found(&gif(&blocks)), expected("GIF comment"));
}

#[test]
fn places_are_where_marks_stand() {
    let exif = tiff(true, &[(0x0131, b"Midjourney")], &[]);
    for asset in [
        jpeg_exif(&exif),
        png(&png_chunk(b"eXIf", &exif)),
        riff(b"WEBP", &[(b"VP8L", b"x"), (b"EXIF", &exif)]),
        exif.clone(),
    ] {
        let hints = aimark_hints::look(&asset, None, &aimark_hints::Limits::default());
        let (_, at) = hints.hints[0].place.rsplit_once(' ').unwrap();
        assert!(asset[at.parse().unwrap()..].starts_with(b"Midjourney"), "{}", hints.hints[0].place);
    }
}

#[test]
fn what_was_unpacked_stands_where_it_was_packed() {
    let exif = tiff(false, &[(0x0131, b"Midjourney")], &[]);
    let hex: String = exif.iter().map(|byte| format!("{byte:02x}")).collect();
    let raw = zlib(format!("\nexif\n{}\n{hex}\n", exif.len()).as_bytes());
    let file = png(&png_chunk(b"zTXt", &[b"Raw profile type exif\0\0", &raw[..]].concat()));
    let hints = aimark_hints::look(&file, None, &aimark_hints::Limits::default());
    assert_eq!(hints.hints[0].place, "PNG zTXt at byte 33");
}

#[test]
fn nothing_is_read_behind_the_beginning_of_the_picture() {
    let scan = jpeg_segment(0xda, b"\x01\x01\0\0\x3f\0");
    let comment = jpeg_segment(0xfe, LABEL.as_bytes());
    assert!(found(&[b"\xff\xd8", &scan[..], &comment].concat()).is_empty());
    assert_eq!(found(&[b"\xff\xd8", &comment[..], &scan].concat()).len(), 1);
}
