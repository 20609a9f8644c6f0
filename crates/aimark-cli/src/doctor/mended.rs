//! Texts that programs changed on their way: which change, undone, makes the label hold again.
//!
//! Mail, editors and version control change line ends, the end of the file, or how letters with marks are written. Each is
//! undone on a copy, and what the label is worth then is a proof of what happened. The file itself is not touched.

use aimark::{Verdict, VerifyContext};

use super::Check;

/// The largest text on which changes are tried, in bytes: some ten copies are examined.
const MOST: usize = 16 << 20;

/// A change that programs make: how it is undone, and what happened.
struct Change {
    undo: fn(&str) -> String,
    words: &'static str,
    remedy: &'static str,
}

const CHANGES: [Change; 8] = [
    Change {
        undo: |text| text.replace("\r\n", "\n"),
        words: "the label holds again when line ends are LF: something made them CRLF",
        remedy: "make the line ends LF again (dos2unix FILE), and tell git or the mail program to leave the file alone",
    },
    Change {
        undo: |text| text.replace("\r\n", "\n").replace('\n', "\r\n"),
        words: "the label holds again when line ends are CRLF: something made them LF",
        remedy: "make the line ends CRLF again (unix2dos FILE), and tell git or the mail program to leave the file alone",
    },
    Change {
        undo: |text| format!("{text}\n"),
        words: "the label holds again with a line end at the end: something took it away",
        remedy: "end the last line of the file again",
    },
    Change {
        undo: |text| text.strip_suffix('\n').unwrap_or(text).to_owned(),
        words: "the label holds again without the line end at the end: an editor added it",
        remedy: "take the last line end away (truncate -s -1 FILE), and tell the editor to leave it",
    },
    Change {
        undo: |text| text.strip_suffix("\r\n").unwrap_or(text).to_owned(),
        words: "the label holds again without the CRLF at the end: an editor added it",
        remedy: "take the last line end away (truncate -s -2 FILE), and tell the editor to leave it",
    },
    Change {
        undo: |text| text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(),
        words: "the label holds again without the byte order mark: an editor added it",
        remedy: "save the file as UTF-8 without BOM",
    },
    Change {
        undo: |text| format!("\u{feff}{text}"),
        words: "the label holds again with a byte order mark: an editor took it away",
        remedy: "save the file as UTF-8 with BOM",
    },
    Change {
        undo: aimark::normalize,
        words: "the label holds again in Unicode normalization form C: something wrote letters and their marks apart",
        remedy: "bring the text into form C; file systems and editors of Apple often take letters apart",
    },
];

/// The change that was made to a text, if it is one of those that are known.
pub(super) fn find(bytes: &[u8], context: &VerifyContext<'_>) -> Option<Check> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.len() <= MOST)?;
    let change = CHANGES.iter().find(|change| {
        let before = (change.undo)(text);
        before != text
            && aimark::verify(before.as_bytes(), context)
                .is_ok_and(|report| matches!(report.verdict(), Verdict::Trusted | Verdict::Valid))
    })?;
    let because = "The words are those that were signed, but a label is for bytes.";
    Some(Check::advice("change", change.words).because(because).remedy(change.remedy))
}

/// What is said where none of them was.
pub(super) fn nothing() -> Check {
    Check::advice("change", "undoing the usual changes of editors and mail programs does not help")
        .because("Line ends, the end of the file, byte order marks and normalization were tried. So the words were changed, or the label was, or the text is very long.")
}
