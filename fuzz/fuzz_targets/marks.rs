//! Unsigned marks, written: into any picture and any Markdown. The last byte also chooses which.

#![no_main]

use aimark_aigc::{Attribute, Key, Label};
use aimark_fuzz::{check_shown, text};
use aimark_hints::{Hints, Kind, look};
use aimark_marks::{Error, Limits, Marks, Note, SourceType, write, write_markdown};

const SMALL: Limits = Limits {
    asset_bytes: 2000,
    packet_bytes: 900,
    nesting: 4,
    items: 20,
    namespaces: 6,
    chunks: 5,
    value_chars: 30,
};
/// What is cut short cannot be compared.
const WIDE: aimark_hints::Limits = aimark_hints::Limits {
    mark_bytes: 16 << 20,
    total_bytes: usize::MAX,
    inflated_bytes: 16 << 20,
    hints: 4096,
    value_chars: 9000,
    nesting: 40,
    items: 1 << 20,
};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let last = data.last().copied().unwrap_or_default();
    let marks = marks(last, data);
    for asset in [data, &in_jpeg(data), &with_sums(data)] {
        for limits in [Limits::default(), SMALL] {
            match write(asset, &marks, &limits) {
                Ok(written) => check_picture(asset, &marks, &written.bytes, &written.notes, &limits),
                Err(error) => check_error(&error),
            }
        }
    }
    let words = text(data);
    markdown(&words, last);
    // What stands in the text, as a label to be written.
    let (front, rest) = words.split_once("\n\n").unwrap_or(("", &words));
    if let Err(error) = write_markdown(rest, None, Some(front), &Limits::default()) {
        check_error(&error);
    }
});

/// The bytes as the packet of a JPEG.
fn in_jpeg(packet: &[u8]) -> Vec<u8> {
    let header = b"http://ns.adobe.com/xap/1.0/\0";
    let Ok(len) = u16::try_from(packet.len() + header.len() + 2) else { return Vec::new() };
    let image = b"\xff\xda\0\x08\x01\x01\0\0\x3f\0\0\xff\xd9";
    [b"\xff\xd8\xff\xe1", &len.to_be_bytes()[..], header, packet, image].concat()
}

/// A PNG with right check sums, which edits of its bytes alone would hardly ever hit; of others nothing.
fn with_sums(file: &[u8]) -> Vec<u8> {
    if !file.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Vec::new();
    }
    let mut whole = Vec::new();
    for piece in chunks(file) {
        let Some((body, _)) = piece.split_last_chunk::<4>().filter(|(body, _)| body.len() >= 8) else {
            whole.extend_from_slice(piece);
            continue;
        };
        whole.extend_from_slice(body);
        whole.extend(crc32(&body[4..]).to_be_bytes());
    }
    whole
}

/// The check sum of PNG, bit by bit.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

/// Some of the marks. Names of systems have characters that XML escapes, and none that are not shown as they are.
fn marks(choice: u8, data: &[u8]) -> Marks {
    let tail = text(&data[data.len().saturating_sub(20)..]);
    let shown = |c: &char| c.is_ascii_graphic() || ('а'..='я').contains(c);
    let system: String = "AI <&\"'>".chars().chain(tail.chars().filter(shown)).collect();
    Marks {
        source_type: source_type(choice),
        system: (choice & 4 != 0).then_some(system),
        system_version: (choice & 8 != 0).then(|| "2.1]]>".to_owned()),
        aigc: (choice & 16 != 0).then(|| label(choice).to_json()),
    }
}

fn source_type(choice: u8) -> Option<SourceType> {
    [None, Some(SourceType::TrainedAlgorithmicMedia), Some(SourceType::CompositeWithTrainedAlgorithmicMedia)]
        [usize::from(choice) % 3]
}

fn label(choice: u8) -> Label {
    let producer = ["001191440300708461136T1XGW3", "'<\"&>\\", "x:#y"][usize::from(choice / 32) % 3];
    Label::new(Attribute::Generated, producer, "a-17").unwrap()
}

fn check_error(error: &Error) {
    assert!(!matches!(error, Error::Internal(_)), "{error}");
    check_shown(&error.to_string());
}

fn check_picture(old: &[u8], marks: &Marks, new: &[u8], notes: &[Note], limits: &Limits) {
    let found = look(new, None, &WIDE);
    for (key, value) in properties(marks) {
        let Some(value) = value else { continue };
        let ours = found.hints.iter().filter(|hint| hint.key == key && hint.value == value);
        assert!(ours.count() > 0, "{key} {value} is not found: {:?}", found.hints);
    }
    if marks.aigc.is_some() {
        assert_eq!(labels(&found), 1);
    }
    let before = look(old, None, &WIDE);
    assert_eq!(others(&before), others(&found), "another mark was changed");
    assert!(without_packet(old) == without_packet(new), "another part of the file was changed");
    for note in notes {
        check_shown(&note.to_string());
    }
    let again = write(new, marks, &Limits { asset_bytes: u64::MAX, ..*limits });
    match again {
        Ok(again) => assert!(again.bytes == new, "written again, it is another file: {:?}", again.notes),
        // With the marks there may be more than a small limit lets pass.
        Err(Error::Limit { .. }) => assert!(*limits == SMALL),
        Err(error) => panic!("cannot be written again: {error}"),
    }
}

fn properties(marks: &Marks) -> [(&'static str, Option<&str>); 4] {
    [
        ("Iptc4xmpExt:DigitalSourceType", marks.source_type.map(SourceType::uri)),
        ("Iptc4xmpExt:AISystemUsed", marks.system.as_deref()),
        ("Iptc4xmpExt:AISystemVersionUsed", marks.system_version.as_deref()),
        ("TC260:AIGC", marks.aigc.as_deref()),
    ]
}

fn labels(found: &Hints) -> usize {
    found.hints.iter().filter(|hint| hint.kind == Kind::AigcLabel).count()
}

/// The marks that are none of ours, without their places, which change.
fn others(found: &Hints) -> Vec<(Kind, &str, &str)> {
    let ours = properties(&Marks::default()).map(|(key, _)| key);
    let others = found.hints.iter().filter(|hint| !ours.contains(&hint.key.as_str()));
    others.map(|hint| (hint.kind, hint.key.as_str(), hint.value.as_str())).collect()
}

/// A file in pieces, without the one that holds the packet and without what follows from that one's size. Whoever wrote the
/// marks found these pieces too.
fn without_packet(file: &[u8]) -> Vec<&[u8]> {
    if file.starts_with(b"\x89PNG") {
        chunks(file).into_iter().filter(|chunk| !is_xmp_chunk(chunk)).collect()
    } else if file.starts_with(b"RIFF") {
        let pieces = pieces(file, 12, |head| {
            let len = u32::from_le_bytes(head[4..8].try_into().unwrap()) as usize;
            8 + len + len % 2
        });
        let kept = |chunk: &&[u8]| {
            !chunk.starts_with(b"XMP ") && !chunk.starts_with(b"VP8X") && !chunk.starts_with(b"RIFF")
        };
        pieces.into_iter().filter(kept).collect()
    } else {
        let is_packet = |segment: &&[u8]| {
            segment.starts_with(b"\xff\xe1")
                && segment.get(4..).is_some_and(|rest| rest.starts_with(b"http://ns.adobe.com/xap/1.0/\0"))
        };
        let pieces = segments(file);
        pieces.into_iter().filter(|segment| !is_packet(segment)).collect()
    }
}

/// The signature of a PNG, and its chunks.
fn chunks(file: &[u8]) -> Vec<&[u8]> {
    pieces(file, 8, |head| 12 + be(&head[..4]))
}

fn be(bytes: &[u8]) -> usize {
    bytes.iter().fold(0, |sum, byte| sum << 8 | usize::from(*byte))
}

fn is_xmp_chunk(chunk: &[u8]) -> bool {
    chunk.get(4..).is_some_and(|rest| rest.starts_with(b"iTXtXML:com.adobe.xmp\0"))
}

fn pieces(file: &[u8], start: usize, len: impl Fn(&[u8]) -> usize) -> Vec<&[u8]> {
    let (head, mut rest) = file.split_at(start);
    let mut all = vec![head];
    while rest.len() >= 8 {
        let (piece, after) = rest.split_at(len(rest).min(rest.len()));
        all.push(piece);
        rest = after;
    }
    all.push(rest);
    all
}

/// The segments of a JPEG up to where the image begins, and all the rest.
fn segments(file: &[u8]) -> Vec<&[u8]> {
    let (head, mut rest) = file.split_at(2);
    let mut all = vec![head];
    while let [0xff, marker, high, low, ..] = rest {
        let len = match marker {
            0xff => 1,
            0xda => break,
            _ => 2 + be(&[*high, *low]),
        };
        let (piece, after) = rest.split_at(len.min(rest.len()));
        all.push(piece);
        rest = after;
    }
    all.push(rest);
    all
}

fn markdown(old: &str, choice: u8) {
    let (source, label) = (source_type(choice), (choice & 16 != 0).then(|| label(choice)));
    let aigc = label.as_ref().map(Label::to_yaml);
    let new = match write_markdown(old, source, aigc.as_deref(), &Limits::default()) {
        Ok(new) => new,
        Err(error) => return check_error(&error),
    };
    let found = look(new.as_bytes(), Some("text/markdown"), &WIDE);
    if let Some(source) = source {
        let is_ours = |value: &str| value == source.uri();
        assert!(found.hints.iter().any(|hint| is_ours(&hint.value)), "{new:?}: {:?}", found.hints);
    }
    if let Some(label) = &label {
        assert_eq!(labels(&found), 1, "{new:?}");
        let read = aimark_aigc::read(&new, &aimark_aigc::Limits::default());
        for key in Key::ALL {
            assert_eq!(read.value(key), Some(label.value(key)), "{new:?}");
        }
    }
    let lower = old.to_ascii_lowercase().replace(['_', '-'], "");
    if !lower.contains("aigc") && !lower.contains("digitalsourcetype") {
        let same = |(one, other): &(u8, u8)| one == other;
        let before = old.bytes().zip(new.bytes()).take_while(same).count();
        let after = old.bytes().rev().zip(new.bytes().rev()).take_while(same).count();
        assert!(before + after >= old.len(), "the text was changed: {new:?}");
    }
    let again = write_markdown(&new, source, aigc.as_deref(), &Limits::default());
    assert_eq!(again.as_ref(), Ok(&new), "written again, it is another text");
}
