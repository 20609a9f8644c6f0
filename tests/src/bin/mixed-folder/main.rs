//! Makes what `cargo xtask page` has the command report on: `mixed-folder DIR AIMARK` fills `DIR/incoming` with 200 files
//! as a newsroom may get them, and some that nobody wants. Labels are made by the command AIMARK itself: those of
//! `DIR/editor`, its home for the report, are trusted, and those of `DIR/stranger` are valid.

mod kinds;
mod looks;
mod names;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use image::ImageFormat;

const FILES: usize = 200;
/// What a label or a mark may say to harm whoever shows it.
const MARKUP: &str = "</style><script src=https://example.com/x.js></script><img src=https://example.com/x.png onerror=alert(1)>";

fn main() {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(folder), Some(command)) = (arguments.next(), arguments.next()) else {
        panic!("usage: mixed-folder DIR AIMARK");
    };
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    let desk = Desk { folder, command };
    desk.labelled();
    desk.altered();
    desk.hinted();
    desk.unexamined();
    desk.named_to_harm();
    desk.unmarked();
}

struct Desk {
    folder: PathBuf,
    command: PathBuf,
}

impl Desk {
    fn incoming(&self) -> PathBuf {
        self.folder.join("incoming")
    }

    fn put(&self, name: impl AsRef<Path>, bytes: &[u8]) {
        let path = self.incoming().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// Files that `who` labels, below `room` of what comes in.
    fn sign(&self, who: &str, room: &str, files: &[(String, Vec<u8>)], options: &[&str]) {
        let drafts = self.folder.join("drafts").join(room);
        fs::create_dir_all(&drafts).unwrap();
        let paths = files.iter().map(|(name, bytes)| {
            let path = drafts.join(name);
            fs::write(&path, bytes).unwrap();
            path
        });
        let mut sign = Command::new(&self.command);
        sign.arg("sign").args(paths).arg("-o").arg(self.incoming().join(room)).args(options);
        let done = sign.arg("--quiet").env("AIMARK_HOME", self.folder.join(who)).output().unwrap();
        assert!(done.status.success(), "{room}: {}", String::from_utf8_lossy(&done.stderr));
    }

    /// Made by AI or altered by it, by those we know and those we do not, and with words to harm in the label.
    fn labelled(&self) {
        let ours = ["--system", "Kandinsky", "--system-version", "5.0", "--provider", "ACME"];
        self.sign("editor", "2026-11-20", &pictures("almaty", 0..34), &ours);
        self.sign("editor", "2026-11-21/retouched", &pictures("astana", 34..44), &["--origin", "altered"]);
        self.sign("editor", "texts", &texts("wire"), &ours);
        self.sign("stranger", "agency", &pictures("IMG_", 44..56), &["--system", "Midjourney"]);
        self.sign("stranger", "agency/texts", &texts("dispatch"), &[]);
        let harm = [
            "--system",
            MARKUP,
            "--provider",
            "=HYPERLINK(\"https://example.com\",\"x\")",
            "--notice",
            MARKUP,
        ];
        self.sign("stranger", "agency/harm", &pictures("words", 56..60), &harm);
    }

    /// Labelled, and changed since: a pixel, a word. Also labels that break a rule, and some that no engine judges.
    fn altered(&self) {
        let labelled = [("2026-11-20", "almaty"), ("agency", "IMG_")];
        for (room, stem) in labelled {
            let paths = fs::read_dir(self.incoming().join(room)).unwrap().map(|entry| entry.unwrap().path());
            let mut paths: Vec<_> = paths.filter(|path| path.is_file()).collect();
            paths.sort();
            for (at, path) in paths.iter().step_by(4).take(8).enumerate() {
                let mut bytes = fs::read(path).unwrap();
                // The last bytes of a WebP are the label's; those of the others are the picture's, or behind it.
                let is_webp = path.extension().unwrap() == "webp";
                let place = if is_webp { 30 } else { bytes.len() - 20 };
                bytes[place] ^= 1;
                self.put(format!("altered/{stem}{at:02}.{}", path.extension().unwrap().display()), &bytes);
            }
        }
        for (name, _) in texts("wire") {
            let text = fs::read_to_string(self.incoming().join("texts").join(&name)).unwrap();
            self.put(format!("altered/{name}"), text.replacen("snow", "rain", 1).as_bytes());
        }
        let hostile = aimark_tests::project().join("tests/corpus/hostile");
        for name in [
            "claim-nested-too-deeply.png",
            "png-two-labels.png",
            "block-other-comment.py",
            "text-padding-order.txt",
        ] {
            fs::read(hostile.join(name)).map(|bytes| self.put(format!("altered/{name}"), &bytes)).unwrap();
        }
    }

    /// Nothing signed, but marks that say or suggest AI.
    fn hinted(&self) {
        let png = |at| looks::encoded(at, ImageFormat::Png);
        let settings = "a skater on a frozen lake, golden hour\nNegative prompt: blurry\nSteps: 28, Sampler: DPM++ 2M Karras, \
                        CFG scale: 7, Seed: 3911239482, Size: 768x512, Model: sd_xl_base_1.0";
        let label = r#"{"Label":"1","ContentProducer":"001191440300708461136T1XGW3","ProduceID":"7f0e"}"#;
        (60..66).for_each(|at| {
            let text = format!("{settings}, Version: v1.{at}");
            self.put(format!("social/skater-{at}.png"), &kinds::png_text(&png(at), "parameters", &text));
        });
        self.put(
            "social/markup.png",
            &kinds::png_text(&png(66), "parameters", &format!("{MARKUP}\n{settings}")),
        );
        self.put("social/aigc.png", &kinds::png_text(&png(67), "AIGC", label));
        self.put(
            "social/aigc.svg",
            &kinds::svg(&format!("<metadata>{}</metadata>", kinds::source_type("trainedAlgorithmicMedia"))),
        );
        self.put("social/clip.mp4", &kinds::mp4(&kinds::isobmff(b"AIGC", label.as_bytes())));
        self.put("social/leaflet.pdf", &kinds::pdf(&format!("/AIGC({label})")));
        self.put("social/post.md", format!("---\nAIGC: {label}\n---\n\n# Snow in Almaty\n").as_bytes());
        self.put(
            "social/page.html",
            b"<!doctype html><html><head><meta name=\"ai-disclosure\" content=\"ai-generated\"><title>t</title></head></html>\n",
        );
        let terms = [
            "trainedAlgorithmicMedia",
            "compositeWithTrainedAlgorithmicMedia",
            "digitalCapture",
            "algorithmicMedia",
        ];
        for (at, term) in (68..).zip(terms) {
            let jpeg = kinds::jpeg_xmp(&looks::encoded(at, ImageFormat::Jpeg), &kinds::source_type(term));
            self.put(format!("social/{term}.jpg"), &jpeg);
        }
    }

    /// Broken, of no kind that is known, too little of it.
    fn unexamined(&self) {
        let png = looks::encoded(72, ImageFormat::Png);
        self.put("unusable/cut.png", &png[..png.len() / 2]);
        self.put("unusable/cut.jpg", &looks::encoded(73, ImageFormat::Jpeg)[..300]);
        self.put("unusable/empty.jpg", b"");
        self.put("unusable/table.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
        self.put("unusable/latin.txt", b"caf\xe9 in another encoding\n");
        self.put("unusable/data.json", b"{\"a\": 1}\n");
        self.put("unusable/.DS_Store", b"\0\0\0\x01Bud1");
        self.put("unusable/no-extension", b"words of no kind\n");
    }

    /// The name is the attack. Each is of another sort.
    fn named_to_harm(&self) {
        for (at, name) in names::harmful().into_iter().enumerate() {
            let bytes = looks::encoded(74 + at, ImageFormat::Png);
            self.put(Path::new("names").join(name), &bytes);
        }
    }

    /// The rest: of every kind.
    fn unmarked(&self) {
        self.put("desk/scan.tiff", &kinds::tiff(64));
        self.put("desk/logo.svg", &kinds::svg(""));
        self.put("desk/programme.pdf", &kinds::pdf("/Title(Programme)"));
        self.put("desk/interview.mp4", &kinds::mp4(&[]));
        self.put("desk/interview.wav", &kinds::wav());
        self.put("desk/Жаңалықтар.txt", "Алматыда қар жауды.\n".as_bytes());
        self.put("desk/Новости.md", "# Снег в Алма-Ате\n".as_bytes());
        let there = count(&self.incoming());
        for at in there..FILES {
            let (extension, format) =
                [("gif", ImageFormat::Gif), ("jpg", ImageFormat::Jpeg), ("png", ImageFormat::Png)][at % 3];
            self.put(format!("desk/DSC_{at:04}.{extension}"), &looks::encoded(at, format));
        }
        assert_eq!(count(&self.incoming()), FILES);
    }
}

/// Files of the three kinds of pictures that can be labelled.
fn pictures(stem: &str, numbers: std::ops::Range<usize>) -> Vec<(String, Vec<u8>)> {
    let kinds = [("png", ImageFormat::Png), ("jpg", ImageFormat::Jpeg), ("webp", ImageFormat::WebP)];
    let file = |at: usize| {
        let (extension, format) = kinds[at % 3];
        (format!("{stem}{at:02}.{extension}"), looks::encoded(at, format))
    };
    numbers.map(file).collect()
}

fn texts(stem: &str) -> Vec<(String, Vec<u8>)> {
    let texts = [
        ("txt", "Almaty, 20 November. The first snow fell on the Medeu rink.\n"),
        ("md", "# Weather\n\nThe first snow fell.\n"),
        (
            "html",
            "<!doctype html>\n<html><head><title>Weather</title></head><body>The first snow fell.</body></html>\n",
        ),
        ("csv", "city,weather\nAlmaty,snow\n"),
    ];
    texts.iter().map(|(extension, text)| (format!("{stem}.{extension}"), text.as_bytes().to_vec())).collect()
}

fn count(folder: &Path) -> usize {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.map(|path| if path.is_dir() { count(&path) } else { 1 }).sum()
}
