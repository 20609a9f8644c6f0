//! Packets of many shapes: what others wrote stays, and what we write is there once. ExifTool reads them before and after.

#![allow(
    clippy::unwrap_used,
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "tests fail loudly"
)]

mod files;

use std::path::Path;
use std::process::Command;

use aimark_marks::{Error, InputError, Limits, Marks, Note, SourceType, write};
use files::*;
use serde_json::{Map, Value};

/// Packets by name. Each must be merged without loss.
fn shapes() -> Vec<(&'static str, String)> {
    let bag =
        "<dc:subject><rdf:Bag><rdf:li>one</rdf:li><rdf:li>two &amp; three</rdf:li></rdf:Bag></dc:subject>";
    let alt = "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>cat</rdf:li><rdf:li xml:lang='ru'>кот</rdf:li></rdf:Alt></dc:title>";
    let seq = "<dc:creator><rdf:Seq><rdf:li>A. B.</rdf:li></rdf:Seq></dc:creator>";
    let history = "<xmpMM:History><rdf:Seq><rdf:li stEvt:action='saved' stEvt:when='2026-01-01T00:00:00Z'/>\
        <rdf:li rdf:parseType='Resource'><stEvt:action>edited</stEvt:action></rdf:li></rdf:Seq></xmpMM:History>";
    let nested = format!(
        "<i:ArtworkOrObject><rdf:Bag><rdf:li rdf:parseType='Resource'><i:AOTitle>x</i:AOTitle>\
         <i:DigitalSourceType>{}</i:DigitalSourceType></rdf:li></rdf:Bag></i:ArtworkOrObject>",
        "http://cv.iptc.org/newscodes/digitalsourcetype/negativeFilm"
    );
    let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    let spaces = SPACES;
    let whole = described("", &[bag, alt, seq, history].concat());
    let bare = &whole[whole.find("<x:").unwrap()..whole.find("<?xpacket end").unwrap()];
    let only_rdf = &bare[bare.find("<rdf:RDF").unwrap()..bare.rfind("</x:").unwrap()];
    let padded = |n: usize, mode: &str| {
        let padding = [&" ".repeat(99), "\n"].concat().repeat(n);
        described("", seq).replace("<?xpacket end='w'?>", &format!("\n{padding}<?xpacket end=\"{mode}\"?>"))
    };
    vec![
        ("attributes", described("xmp:CreatorTool='Tool 1' xmp:Rating='3' photoshop:City=\"A'b\"", "")),
        ("empty description", packet(&format!("<rdf:Description rdf:about='' {spaces} xmp:Rating='3'/>"))),
        ("a bag", described("", bag)),
        ("alternatives of languages", described("", alt)),
        ("a sequence", described("", seq)),
        ("nested structures", described("", history)),
        ("everything", whole.clone()),
        ("a source type of another thing", described("", &nested)),
        (
            "several descriptions",
            packet(&format!(
                "<rdf:Description rdf:about='' {spaces} xmp:Rating='3'/>\n<rdf:Description rdf:about='' {spaces}>{bag}</rdf:Description>"
            )),
        ),
        (
            "a default namespace for properties",
            packet(
                "<rdf:Description rdf:about='' xmlns='http://ns.adobe.com/photoshop/1.0/'><City>Almaty</City></rdf:Description>",
            ),
        ),
        (
            "another prefix for RDF",
            format!(
                "<x:xmpmeta xmlns:x='adobe:ns:meta/'><r:RDF xmlns:r='{rdf}'><r:Description r:about='' {spaces}>\
                 <photoshop:City>Almaty</photoshop:City></r:Description></r:RDF></x:xmpmeta>"
            ),
        ),
        ("odd prefixes", described("xmlns:ns0='http://ns.adobe.com/photoshop/1.0/' ns0:City='Almaty'", "")),
        (
            "unknown namespaces",
            described(
                "my:attr='1'",
                "<my:prop>v</my:prop><my:st rdf:parseType='Resource'><my:a>1</my:a></my:st>",
            ),
        ),
        ("a value in CDATA", described("", "<photoshop:City><![CDATA[A & <B>]]></photoshop:City>")),
        (
            "comments",
            described(
                "",
                "<!-- <i:DigitalSourceType>x</i:DigitalSourceType> --><photoshop:City>A</photoshop:City><!-- - -->",
            ),
        ),
        ("instructions", described("", "<?some thing?><photoshop:City>A</photoshop:City><?else?>")),
        (
            "entities",
            described(
                "photoshop:State='&quot;&#x41;&apos;'",
                "<photoshop:City>&lt;A&#66;&gt; &amp; C</photoshop:City>",
            ),
        ),
        ("a mark of order before it", format!("\u{feff}{}", described("", seq))),
        ("a declaration of XML", format!("<?xml version='1.0' encoding='UTF-8'?>\n{bare}")),
        ("no instructions around it", bare.to_owned()),
        ("no wrapper", only_rdf.to_owned()),
        ("padding", padded(20, "w")),
        ("little padding", padded(1, "w")),
        ("marked as read-only", padded(0, "r")),
        ("zeros at the end", format!("{whole}\0\0\0")),
        ("lines of Windows", described("", "\r\n <photoshop:City>A</photoshop:City>\r\n")),
        ("about something", described("", seq).replace("rdf:about=''", "rdf:about=\"uuid:1&amp;2\"")),
        ("no about", described("", seq).replace("rdf:about=''", "")),
        (
            "one about of two",
            packet(&format!(
                "<rdf:Description rdf:about='' {spaces} xmp:Rating='3'/><rdf:Description rdf:about='uuid:1' {spaces}>{bag}</rdf:Description>"
            )),
        ),
        ("an empty RDF", packet("")),
        ("an empty tag for RDF", packet("").replace("'></rdf:RDF>", "' />")),
        ("addresses as values", described("", "<xmp:BaseURL rdf:resource='http://example.com/'/>")),
        ("the older source type", described(&format!("i:DigitalSourcefileType='{TERM}'"), "")),
        (
            "foreign properties of IPTC",
            described(
                "i:Event='A'",
                "<i:PersonInImage><rdf:Bag><rdf:li>P</rdf:li></rdf:Bag></i:PersonInImage>",
            ),
        ),
        // Ours, in each form.
        (
            "ours as attributes",
            described("i:DigitalSourceType='x' i:AISystemUsed=\"old\" t:AIGC='{}' photoshop:City='A'", ""),
        ),
        (
            "ours as elements",
            described(
                "photoshop:City='A'",
                "<i:DigitalSourceType>x</i:DigitalSourceType><i:AISystemVersionUsed/><t:AIGC>{}</t:AIGC>",
            ),
        ),
        ("ours as an address", described("photoshop:City='A'", "<i:DigitalSourceType rdf:resource='x'/>")),
        (
            "ours with a default namespace",
            described("photoshop:City='A'", "<AIGC xmlns='http://www.tc260.org.cn/ns/AIGC/1.0/'>{}</AIGC>"),
        ),
        (
            "ours with a language",
            described("photoshop:City='A'", "<i:AISystemUsed xml:lang='en'>old</i:AISystemUsed>"),
        ),
        (
            "ours twice",
            described(
                "i:DigitalSourceType='x' photoshop:City='A'",
                "<i:DigitalSourceType>y</i:DigitalSourceType>",
            ),
        ),
        (
            "ours as a list",
            described(
                "photoshop:City='A'",
                "<i:AISystemUsed><rdf:Bag><rdf:li>a</rdf:li><rdf:li>b</rdf:li></rdf:Bag></i:AISystemUsed>",
            ),
        ),
    ]
}

const OURS: [&str; 4] = ["DigitalSourceType", "AISystemUsed", "AISystemVersionUsed", "AIGC"];

#[test]
fn every_shape_of_packet_gets_each_mark_once() {
    for (name, packet) in shapes() {
        for asset in carriers(packet.as_bytes()) {
            let written = written(&asset);
            assert_eq!(found_of_ours(&written.bytes), expected(), "{name}");
            if name == "a source type of another thing" {
                // That of a thing in the picture stays, and is not taken for the picture's.
                assert!(written.bytes.windows(12).any(|part| part == b"negativeFilm"));
            }
            assert_eq!(pixels(&written.bytes), pixels(&asset), "{name}");
            let mut rest = written.notes.clone();
            rest.retain(|note| !matches!(note, Note::Replaced { .. } | Note::PaddingShrunk { .. }));
            assert_eq!(rest, [Note::Merged], "{name}");
        }
    }
}

#[test]
fn writing_twice_changes_nothing() {
    for (name, packet) in shapes() {
        for asset in carriers(packet.as_bytes()) {
            let once = written(&asset);
            let twice = written(&once.bytes);
            assert!(once.bytes == twice.bytes, "{name}");
            assert_eq!(twice.notes, [Note::Merged], "{name}");
        }
    }
}

#[test]
fn foreign_bytes_of_packets_stay() {
    for (name, packet) in shapes().into_iter().filter(|(name, _)| !name.starts_with("ours")) {
        let all = written(&carriers(packet.as_bytes())[1]).bytes;
        let start = all
            .windows(packet.len().min(40))
            .position(|part| part == &packet.as_bytes()[..part.len()])
            .unwrap();
        let new = &all[start..];
        // From the front to where the RDF ends, and from there to the end, but for the padding.
        let cut = packet
            .find("</rdf:RDF>")
            .or_else(|| packet.find("</r:RDF>"))
            .or_else(|| packet.find(" />"))
            .unwrap();
        assert!(new.starts_with(&packet.as_bytes()[..cut]), "{name}");
        let tail = &packet[packet.rfind("<?xpacket end").unwrap_or(packet.len())..];
        let new = String::from_utf8_lossy(new);
        assert!(new.contains(tail), "{name}");
    }
}

#[test]
fn padding_is_used_up_before_the_packet_grows() {
    let shape = |name: &str| shapes().into_iter().find(|(other, _)| *other == name).unwrap().1;
    let asset = png_with(&xmp_chunk(shape("padding").as_bytes()));
    let written_ = written(&asset);
    assert_eq!(written_.bytes.len(), asset.len());
    let Note::PaddingShrunk { before: 2001, after } = written_.notes[1] else {
        panic!("{:?}", written_.notes)
    };
    let packet = packet_of(&written_.bytes);
    let (head, tail) = packet.rsplit_once("</x:xmpmeta>").unwrap();
    assert!(head.contains("TC260:AIGC"));
    assert_eq!(tail.len(), after + "<?xpacket end=\"w\"?>".len());
    let little = written(&png_with(&xmp_chunk(shape("little padding").as_bytes())));
    assert_eq!(little.notes[1], Note::PaddingShrunk { before: 101, after: 0 });
    assert!(packet_of(&little.bytes).ends_with("</x:xmpmeta><?xpacket end=\"w\"?>"));
}

#[test]
fn a_version_does_not_outlive_its_system() {
    let old =
        described("", "<i:AISystemUsed>old</i:AISystemUsed><i:AISystemVersionUsed>9</i:AISystemVersionUsed>");
    let marks = |system: &str| Marks { system: Some(system.to_owned()), ..Marks::default() };
    let asset = png_with(&xmp_chunk(old.as_bytes()));
    let written = write(&asset, &marks("new"), &Limits::default()).unwrap();
    let taken = Note::TakenOut { mark: "Iptc4xmpExt:AISystemVersionUsed" };
    assert_eq!(written.notes, [Note::Merged, Note::Replaced { mark: "Iptc4xmpExt:AISystemUsed" }, taken]);
    assert!(packet_of(&written.bytes).contains("<i:AISystemUsed>new</i:AISystemUsed></rdf:Description>"));
    // The same system keeps it, and so does a writer who says nothing of systems.
    let same = write(&asset, &marks("old"), &Limits::default()).unwrap();
    assert!(same.bytes == asset);
    let source = Marks { source_type: Some(SourceType::TrainedAlgorithmicMedia), ..Marks::default() };
    let other = write(&asset, &source, &Limits::default()).unwrap();
    assert_eq!(other.notes, [Note::Merged]);
    assert_eq!(found_of_ours(&other.bytes).len(), 3);
}

#[test]
fn credentials_that_a_packet_names_are_spoken_of() {
    let away = described("xmlns:p='http://purl.org/dc/terms/' p:provenance='https://example.com/c'", "");
    assert_eq!(written(&png_with(&xmp_chunk(away.as_bytes()))).notes, [Note::Merged, Note::NamesCredential]);
}

/// Asked of ExifTool, once for all files: every property of XMP, with its group and structure. `None` where it is not
/// installed.
fn exiftool(folder: &Path) -> Option<Vec<Map<String, Value>>> {
    let options = ["-j", "-G1", "-a", "-struct", "-XMP:all", "-warning", "-error"];
    let Ok(output) = Command::new("exiftool").args(options).arg(folder).output() else {
        assert!(std::env::var_os("AIMARK_ALL_TOOLS").is_none(), "exiftool is missing");
        eprintln!("skipped: exiftool is missing");
        return None;
    };
    let Value::Array(files) = serde_json::from_slice(&output.stdout).unwrap() else { panic!("no list") };
    let mut files: Vec<Map<String, Value>> =
        files.iter().map(|file| file.as_object().unwrap().clone()).collect();
    files.sort_by_key(|file| file["SourceFile"].to_string());
    Some(files)
}

/// Compares what ExifTool reads of files before and after marks were written into them.
fn compare(test: &str, files: &[(String, Vec<u8>, Vec<u8>)]) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("marks-{test}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (at, (_, before, after)) in files.iter().enumerate() {
        let extension = match before[0] {
            0xff => "jpg",
            b'R' => "webp",
            _ => "png",
        };
        std::fs::write(folder.join(format!("{at:04}-a.{extension}")), before).unwrap();
        std::fs::write(folder.join(format!("{at:04}-b.{extension}")), after).unwrap();
    }
    let read = exiftool(&folder);
    std::fs::remove_dir_all(&folder).unwrap();
    let Some(read) = read else { return };
    assert_eq!(read.len(), files.len() * 2);
    for ((name, _, _), pair) in files.iter().zip(read.chunks(2)) {
        has_ours(name, &pair[1]);
        assert_eq!(without_ours(&pair[0]), without_ours(&pair[1]), "{name}");
    }
}

fn has_ours(name: &str, all: &Map<String, Value>) {
    assert!(!all.keys().any(|key| key.contains("Error")), "{name}: {all:?}");
    let said = |key: &str| {
        let (_, value) = all.iter().find(|(name, _)| name.to_lowercase().ends_with(&key.to_lowercase()))?;
        Some(value.to_string())
    };
    assert!(said(":DigitalSourceType").is_some(), "{name}: {all:?}");
    assert!(said(":AISystemUsed").is_some_and(|value| value.contains("Painter & <Co>")), "{name}: {all:?}");
    assert!(
        said(":AIGC").is_some_and(|value| value.contains("001191440300708461136T1XGW3")),
        "{name}: {all:?}"
    );
}

/// What ExifTool says of a file without the properties that are ours.
fn without_ours(all: &Map<String, Value>) -> Map<String, Value> {
    let mut all = all.clone();
    all.remove("SourceFile");
    all.retain(|key, _| {
        !OURS.iter().any(|ours| key.to_lowercase().ends_with(&format!(":{}", ours.to_lowercase())))
    });
    all
}

#[test]
fn exiftool_finds_every_foreign_property_again() {
    let one = |(name, packet): (&str, String)| {
        let made = |asset: Vec<u8>| {
            let after = written(&asset).bytes;
            (name.to_owned(), asset, after)
        };
        carriers(packet.as_bytes()).into_iter().map(made).collect::<Vec<_>>()
    };
    let files: Vec<_> = shapes().into_iter().flat_map(one).collect();
    assert!(files.len() >= 100);
    compare("shapes", &files);
}

/// Those with a credential are refused, and compared without it.
#[test]
fn exiftool_finds_every_property_of_files_of_others_again() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/foreign");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        return eprintln!("skipped: there are no files of others in {}", folder.display());
    };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap().display().to_string();
        let asset = std::fs::read(&path).unwrap();
        let (asset, written) = match write(&asset, &marks(), &Limits::default()) {
            Ok(written) => (asset, written),
            Err(error) => {
                assert!(matches!(error, Error::Input(InputError::Labelled { .. })), "{name}: {error}");
                let Some(bare) = without_credential(&asset) else { continue };
                let written = written(&bare);
                (bare, written)
            }
        };
        println!("{name}: {:?}", written.notes);
        assert_eq!(pixels(&written.bytes), pixels(&asset));
        files.push((name, asset, written.bytes));
    }
    compare("others", &files);
}

/// A JPEG without its APP11 segments.
fn without_credential(asset: &[u8]) -> Option<Vec<u8>> {
    let mut out = asset.get(..2).filter(|start| *start == b"\xff\xd8")?.to_vec();
    let mut at = 2;
    while asset[at + 1] != 0xda {
        let end = at + 2 + usize::from(u16::from_be_bytes([asset[at + 2], asset[at + 3]]));
        if asset[at + 1] != 0xeb {
            out.extend_from_slice(&asset[at..end]);
        }
        at = end;
    }
    out.extend_from_slice(&asset[at..]);
    Some(out)
}

/// The bytes of a merge, in the one case where everything around it is unusual.
#[test]
fn a_new_description_declares_what_it_needs_and_is_about_the_same() {
    let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    let head = format!(
        "<r:RDF xmlns:r='{rdf}' xmlns:rdf='http://example.com/' xmlns:TC260='http://example.com/'>\
         <r:Description r:about='uuid:1&amp;2'/>"
    );
    let asset = png_with(&xmp_chunk(format!("{head}</r:RDF>").as_bytes()));
    let marks = Marks { aigc: Some("{}".to_owned()), ..Marks::default() };
    let written = write(&asset, &marks, &Limits::default()).unwrap().bytes;
    let merged = format!(
        "{head}<rdf:Description\n  xmlns:rdf=\"{rdf}\" rdf:about='uuid:1&amp;2'\n  \
         xmlns:TC260=\"http://www.tc260.org.cn/ns/AIGC/1.0/\">\n<TC260:AIGC>{{}}</TC260:AIGC>\n\
         </rdf:Description>\n</r:RDF>"
    );
    assert_eq!(written, png_with(&xmp_chunk(merged.as_bytes())));
}

#[test]
fn a_value_with_a_qualifier_is_another_value() {
    let system = "<i:AISystemUsed xml:lang='en'>new</i:AISystemUsed>";
    let asset = png_with(&xmp_chunk(described("", system).as_bytes()));
    let marks = Marks { system: Some("new".to_owned()), ..Marks::default() };
    let written = write(&asset, &marks, &Limits::default()).unwrap().bytes;
    assert_eq!(packet_of(&written), described("", "<i:AISystemUsed>new</i:AISystemUsed>"));
}
