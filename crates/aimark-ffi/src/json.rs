//! The report and the failure as JSON, in ASCII: nothing in it can steer a terminal, whatever the caller prints it on.

use aimark::Report;
use aimark_json::{Kind, Line, Schema};

/// `path` is what the caller names the asset.
pub(crate) fn report(path: &str, report: &Report, sha256: &str) -> String {
    ascii(about(path).with_report(report, sha256))
}

pub(crate) fn failure(path: &str, kind: Kind, message: &str) -> String {
    ascii(about(path).with_failure(kind, message))
}

fn about(path: &str) -> Line {
    Line::new(Schema::Report).with("path", if path.is_empty() { "-" } else { path })
}

fn ascii(line: Line) -> String {
    line.into_text(|_| true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_steers_a_terminal_and_none_is_lost() {
        let text = "a\u{1b}[2J\u{9b}\u{7f}\u{202e}\u{e0041}\"\\я";
        let line = failure(text, Kind::Input, "x");
        assert!(line.bytes().all(|byte| (0x20..0x7f).contains(&byte)), "{line}");
        let read: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(read["path"], text);
    }
}
