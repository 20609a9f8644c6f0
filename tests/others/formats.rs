//! Every kind of asset that the c2pa crate can write.

use aimark::{Integrity, Verdict};
use aimark_c2pa::{Examiner, Extent, Options, media_type};
use aimark_tests::{forge, pictures};

use crate::{builder, codes, created, definition, examine, ours, sign};

/// A RIFF file with a chunk of data.
fn wav() -> Vec<u8> {
    let format = b"fmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0";
    let data = [&b"data\x40\0\0\0"[..], &[0x80; 64]].concat();
    let length = (4 + format.len() + data.len()) as u32;
    [b"RIFF", &length.to_le_bytes()[..], b"WAVE", format, &data].concat()
}

/// A grey TIFF of one pixel: header, one directory, the pixel.
fn tiff() -> Vec<u8> {
    let entry = |tag: u16, kind: u16, value: u32| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &1_u32.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    let entries = [
        entry(256, 4, 1),
        entry(257, 4, 1),
        entry(258, 3, 8),
        entry(259, 3, 1),
        entry(262, 3, 1),
        entry(273, 4, 8),
        entry(278, 4, 1),
        entry(279, 4, 4),
    ];
    [&b"II*\0\x0c\0\0\0\x7f\0\0\0"[..], &8_u16.to_le_bytes(), &entries.concat(), &[0; 4]].concat()
}

fn gif() -> Vec<u8> {
    b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;".to_vec()
}

fn svg() -> Vec<u8> {
    b"<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><rect/></svg>\n".to_vec()
}

/// An ISO BMFF file with some media data.
fn mp4() -> Vec<u8> {
    let kind = forge::content(b"ftyp", b"isom\0\0\0\0isommp42");
    [kind, forge::content(b"mdat", &[7; 2000]), forge::content(b"free", &[0; 8])].concat()
}

/// An empty ID3 tag and some frames.
fn mp3() -> Vec<u8> {
    let frame = [&b"\xff\xfb\x90\x00"[..], &[0; 413]].concat();
    [&b"ID3\x04\0\0\0\0\0\0"[..], &frame, &frame].concat()
}

#[test]
fn what_the_c2pa_crate_writes_is_trusted_and_no_byte_changes_unseen() {
    let all: [(&str, Vec<u8>); 10] = [
        ("image/jpeg", pictures::jpeg(16, 16)),
        ("image/png", pictures::png(16, 16)),
        ("image/webp", pictures::webp(16, 16)),
        ("image/gif", gif()),
        ("image/tiff", tiff()),
        ("image/svg+xml", svg()),
        ("audio/wav", wav()),
        ("audio/mpeg", mp3()),
        ("video/mp4", mp4()),
        (
            "image/avif",
            forge::content(b"ftyp", b"avif\0\0\0\0avifmif1")
                .into_iter()
                .chain(mp4()[24..].to_vec())
                .collect(),
        ),
    ];
    for (kind, asset) in all {
        assert_eq!(media_type(&asset, None), Some(kind));
        let source = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
        let signed = sign(&mut builder(&definition("a title", created(source))), &asset, kind)
            .unwrap_or_else(|error| panic!("{kind}: {error}"));
        assert_eq!(media_type(&signed, None), Some(kind));
        let found = examine(&ours(), &[], &signed, kind);
        assert_eq!(
            (found.verdict, found.integrity),
            (Verdict::Trusted, Integrity::Intact),
            "{kind}: {found:?}"
        );
        assert_eq!(found.ai.extent, Extent::Fully, "{kind}");
        assert_eq!(found.ai.statements[0].software.as_deref(), Some("a painter 3"), "{kind}");
        assert_eq!(
            (found.title.as_deref(), found.generator.as_deref()),
            (Some("a title"), Some("another maker 9"))
        );
        assert_eq!(examine(&[], &[], &signed, kind).verdict, Verdict::Valid, "{kind}");

        // A word in the claim, and a byte of the content.
        let mut renamed = signed.clone();
        if kind != "image/svg+xml" {
            let at = aimark_tests::position(&renamed, b"a painter");
            renamed[at] ^= 1;
            let found = examine(&ours(), &[], &renamed, kind);
            assert_eq!((found.verdict, found.integrity), (Verdict::Invalid, Integrity::Broken), "{kind}");
            assert!(!codes(&found).is_empty());
        }
        let tail = asset.len().saturating_sub(12);
        if let Some(at) = signed.windows(4).rposition(|w| w == &asset[tail..tail + 4]) {
            let mut changed = signed.clone();
            changed[at] ^= 1;
            match Examiner::new(&ours(), &[], Options::default()).unwrap().examine(&changed, kind) {
                Ok(Some(found)) => assert_eq!(found.verdict, Verdict::Invalid, "{kind}: {found:?}"),
                other => eprintln!("{kind}: {other:?}"),
            }
        }
    }
}
