//! Texts that programs changed on their way: which change, undone, makes the label hold again.
//!
//! Mail, editors and version control change line ends, the end of the file, or how letters with marks are written. Each is
//! undone on a copy, and what the label is worth then is a proof of what happened. The file itself is not touched.

use aimark::{Verdict, VerifyContext};

use super::Check;
use crate::words::{Words, say};

/// The largest text on which changes are tried, in bytes: some ten copies are examined.
const MOST: usize = 16 << 20;

/// A change that programs make: how it is undone, and what happened.
struct Change {
    undo: fn(&str) -> String,
    words: fn() -> Words,
    remedy: fn() -> Words,
}

const CHANGES: [Change; 8] = [
    Change {
        undo: |text| text.replace("\r\n", "\n"),
        words: || say!("doctor-change-crlf"),
        remedy: || say!("doctor-change-crlf-remedy"),
    },
    Change {
        undo: |text| text.replace("\r\n", "\n").replace('\n', "\r\n"),
        words: || say!("doctor-change-lf"),
        remedy: || say!("doctor-change-lf-remedy"),
    },
    Change {
        undo: |text| format!("{text}\n"),
        words: || say!("doctor-change-end-taken"),
        remedy: || say!("doctor-change-end-taken-remedy"),
    },
    Change {
        undo: |text| text.strip_suffix('\n').unwrap_or(text).to_owned(),
        words: || say!("doctor-change-end-added"),
        remedy: || say!("doctor-change-end-added-remedy"),
    },
    Change {
        undo: |text| text.strip_suffix("\r\n").unwrap_or(text).to_owned(),
        words: || say!("doctor-change-crlf-added"),
        remedy: || say!("doctor-change-crlf-added-remedy"),
    },
    Change {
        undo: |text| text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(),
        words: || say!("doctor-change-bom-added"),
        remedy: || say!("doctor-change-bom-added-remedy"),
    },
    Change {
        undo: |text| format!("\u{feff}{text}"),
        words: || say!("doctor-change-bom-taken"),
        remedy: || say!("doctor-change-bom-taken-remedy"),
    },
    Change {
        undo: aimark::normalize,
        words: || say!("doctor-change-normal"),
        remedy: || say!("doctor-change-normal-remedy"),
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
    let because = say!("doctor-change-why");
    Some(Check::advice("change", (change.words)()).because(because).remedy((change.remedy)()))
}

/// What is said where none of them was.
pub(super) fn nothing() -> Check {
    Check::advice("change", say!("doctor-change-none")).because(say!("doctor-change-none-why"))
}
