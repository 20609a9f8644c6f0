//! JSON for programs: one object a line, about files.

use std::path::Path;

use aimark::{Report, SignerInfo};
use aimark_json::{Line, Schema, certificate, foreign, hex, label as label_object};

use crate::destination::{Destination, Item};
use crate::failure::Failure;
use crate::input::Source;
use crate::output::print_pieces;
use crate::shown::is_deceptive;
use crate::sign::Labelled;
use crate::store::{self, Anchor};

/// Prints a line on standard output.
pub(crate) fn print(line: Line) -> Result<(), Failure> {
    print_pieces(&[text(line).as_bytes()])
}

/// The line as people can read it in their own script, with no character that would deceive them.
pub(crate) fn text(line: Line) -> String {
    let mut text = line.into_text(is_deceptive);
    text.push('\n');
    text
}

/// What a label says, unchecked. `unreadable` says why there is a label but nothing could be read.
pub(crate) fn statement(source: &Source, report: &Report, unreadable: Option<&str>) -> Line {
    let label = report.stated_label();
    about(Schema::Statement, source)
        .with("checked", false)
        .with("type", report.format().media_type())
        .with("marked", report.verdict() != aimark::Verdict::Unmarked)
        .with("unreadable", unreadable)
        .with("origin", label.map(|label| label.origin().name()))
        .with("label", label.map(label_object))
        .with("signer", report.stated_signer().map(certificate))
        .with("claim_generator", report.claim_generator())
        .with("manifest_id", report.manifest_id())
        .with("foreign", report.foreign().map(foreign))
}

/// A file that was labelled.
pub(crate) fn signed(item: &Item, labelled: &Labelled, signer: &SignerInfo, dry_run: bool) -> Line {
    let output = match &item.destination {
        Ok(Destination::File(target)) => target.path.as_path(),
        _ => Path::new("-"),
    };
    let label = &labelled.label;
    named(about(Schema::Signed, &item.source), "output", output)
        .with("dry_run", dry_run)
        .with("type", labelled.format.media_type())
        .with("label_bytes", labelled.label_bytes)
        .with("manifest_id", labelled.manifest_id.as_str())
        .with("origin", label.origin().name())
        .with("label", label_object(label))
        .with("signer", certificate(signer))
}

/// A file that could not be labelled or examined.
pub(crate) fn failure(source: &Source, failure: &Failure) -> Line {
    about(Schema::Report, source).with_failure(failure.kind, &failure.message)
}

/// One signing identity of this user.
pub(crate) fn identity(called: &store::Name, key: &Path, encrypted: bool, leaf: &SignerInfo) -> Line {
    named(Line::new(Schema::Identity).with("name", called.to_string()), "key", key)
        .with("encrypted", encrypted)
        .with("certificate", certificate(leaf))
}

/// One certificate that `verify` accepts.
pub(crate) fn anchor(anchor: &Anchor) -> Line {
    let identity = match &anchor.origin {
        store::Origin::Identity(name) => Some(name.to_string()),
        store::Origin::Added => None,
    };
    named(Line::new(Schema::Anchor).with("identity", identity), "path", &anchor.path)
        .with("certificate", certificate(&anchor.info))
}

fn about(schema: Schema, source: &Source) -> Line {
    named(Line::new(schema), "path", source.path())
}

/// The line with a path, and its bytes where they are not text.
pub(crate) fn named(line: Line, key: &str, path: &Path) -> Line {
    let line = line.with(key, path.to_string_lossy());
    match path.to_str() {
        Some(_) => line,
        None => line.with(&format!("{key}_bytes"), hex(path.as_os_str().as_encoded_bytes())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_steers_a_terminal_and_none_is_lost() {
        let words = "a\u{1b}[2J\u{9b}\u{7f}\u{202e}\u{e0041}\"\\я";
        let line = text(Line::new(Schema::Report).with("path", words));
        assert!(!line.trim_end().contains(is_deceptive), "{line}");
        assert!(line.contains('я'), "{line}");
        let read: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(read["path"], words);
    }
}
