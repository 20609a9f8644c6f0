//! Text for people.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use aimark::{Field, Label, Report, Severity, SignerInfo, Verdict};
use clap::builder::styling::{AnsiColor, Style};

use crate::failure::Failure;
use crate::shown::visible;

/// Prints text on standard output, coloured if that is wanted.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = anstream::stdout().lock();
    let written = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
    written.map_err(|e: io::Error| Failure::stdout(&e))
}

/// A first line and indented lines below it.
pub(crate) struct Block(String);

impl Block {
    pub(crate) fn new(first: &str) -> Self {
        Self(format!("{first}\n"))
    }

    pub(crate) fn line(&mut self, text: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.0, "    {}", visible(text));
    }

    pub(crate) fn entry(&mut self, name: &str, text: &str) {
        self.line(&format!("{name}: {text}"));
    }

    /// The texts of a label but the system, which its sentence has.
    fn label(&mut self, label: &Label) {
        if let Some(time) = label.created_at() {
            self.entry("made at", &format!("{time} (stated, not proven)"));
        }
        for field in Field::ALL {
            let in_sentence = matches!(field, Field::System | Field::SystemVersion);
            if let Some(text) = label.text(field).filter(|_| !in_sentence) {
                self.entry(&field.name().replace('_', " "), text);
            }
        }
    }

    pub(crate) fn certificate(&mut self, info: &SignerInfo) {
        self.entry("subject", &info.subject);
        self.entry("issuer", &info.issuer);
        self.entry("valid", &format!("{} to {}", info.not_before, info.not_after));
        self.entry("SHA-256 fingerprint", &info.fingerprint);
    }

    pub(crate) fn text(self) -> String {
        self.0
    }
}

/// What `verify` found in the file called `name`.
pub(crate) fn report(name: &str, report: &Report) -> String {
    let (style, words) = verdict(report.verdict());
    let mut first = format!("{name}: {style}{words}{style:#}");
    if let Some(proof) = report.proof() {
        // Writing to a string cannot fail.
        let _ = write!(first, " — {}", visible(&proof.label().to_string()));
    }
    let mut block = Block::new(&first);
    match report.verdict() {
        Verdict::Unmarked => block.line("no label found; this says nothing about the content"),
        Verdict::Foreign => foreign(&mut block, report),
        Verdict::Trusted | Verdict::Valid => passed(&mut block, report),
        _ => failed(&mut block, report),
    }
    // An image shows what it is; a text is what its name or the user says.
    if report.format().is_text() {
        block.entry("type", report.format().media_type());
    }
    block.text()
}

/// What the label says of the file called `name`, unchecked.
pub(crate) fn statement(name: &str, report: &Report) -> String {
    let mut block = Block::new(&format!("{name}: not checked; `aimark verify` checks it"));
    if let Some(label) = report.stated_label() {
        block.entry("says", &label.to_string());
        block.label(label);
    }
    if let Some(signer) = report.stated_signer() {
        block.entry("names as signer", &named(signer));
        block.certificate(signer);
    }
    if let Some(generator) = report.claim_generator() {
        block.entry("written by", generator);
    }
    if let Some(manifest) = report.manifest_id() {
        block.entry("manifest", manifest);
    }
    block.entry("type", report.format().media_type());
    block.text()
}

/// What could be read of another maker's credential, unchecked.
pub(crate) fn foreign_statement(name: &str, report: &Report) -> String {
    let mut block = Block::new(&format!("{name}: another maker's content credential; not checked"));
    foreign(&mut block, report);
    block.text()
}

fn verdict(verdict: Verdict) -> (Style, &'static str) {
    let coloured = |colour: AnsiColor| colour.on_default().bold();
    match verdict {
        Verdict::Trusted => (coloured(AnsiColor::Green), "trusted"),
        Verdict::Valid => (coloured(AnsiColor::Yellow), "valid, signer not known"),
        Verdict::Unmarked => (Style::new().bold(), "unmarked"),
        Verdict::Foreign => (coloured(AnsiColor::Magenta), "foreign, not judged"),
        _ => (coloured(AnsiColor::Red), "invalid"),
    }
}

fn passed(block: &mut Block, report: &Report) {
    let Some(proof) = report.proof() else { return };
    block.entry("signed by", &named(proof.signer()));
    if let Some(anchor) = proof.anchor() {
        block.entry("accepted by", &format!("{} ({})", named(anchor), anchor.fingerprint));
    }
    failures(block, report);
    block.label(proof.label());
}

fn failed(block: &mut Block, report: &Report) {
    failures(block, report);
    if let Some(label) = report.stated_label() {
        block.entry("says, but do not rely on it", &label.to_string());
    }
    if let Some(signer) = report.stated_signer() {
        block.entry("names as signer, but do not rely on it", &named(signer));
    }
}

fn failures(block: &mut Block, report: &Report) {
    for finding in report.findings_of(Severity::Failure) {
        block.line(&format!("{} [{}]", finding.words, finding.code.text()));
    }
}

fn foreign(block: &mut Block, report: &Report) {
    let Some(foreign) = report.foreign() else { return };
    block.entry("not judged because of", &foreign.reason);
    if let Some(generator) = report.claim_generator() {
        block.entry("written by, unchecked", generator);
    }
    if let Some(signer) = report.stated_signer() {
        block.entry("names as signer, unchecked", &named(signer));
    }
    for source in &foreign.digital_source_types {
        block.entry("mentions, unchecked", source);
    }
}

fn named(info: &SignerInfo) -> String {
    match &info.organization {
        Some(organization) => format!("{} ({organization})", info.common_name),
        None => info.common_name.clone(),
    }
}
