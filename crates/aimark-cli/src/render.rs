//! Text for people.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use aimark::{Field, Format, Label, Report, SignerInfo};
use clap::builder::styling::{AnsiColor, Style};

use crate::failure::Failure;
use crate::row::{Answer, Certificate, Credential, Examined, Hint, Severity, Statement};
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

    /// The same of a label that was found, and what a credential of another maker says instead.
    fn stated(&mut self, found: &Examined) {
        if let Some(time) = &found.signed_at {
            self.entry("time stamp", time);
        }
        if let (None, Some(generator)) = (&found.label, &found.claim_generator) {
            self.entry("written by", generator);
        }
        for (field, value) in found.label.iter().flatten() {
            let Some(text) = value.as_str() else { continue };
            match field.as_str() {
                "system" | "system_version" => {}
                "created_at" => self.entry("made at", &format!("{text} (stated, not proven)")),
                field => self.entry(&field.replace('_', " "), text),
            }
        }
    }

    /// What another maker's credential says besides.
    fn credential(&mut self, credential: &Credential) {
        if let Some(title) = &credential.title {
            self.entry("title", title);
        }
        for ingredient in &credential.ingredients {
            let title = ingredient.title.as_deref().unwrap_or("without a title");
            let state = ingredient.state.as_ref().map(|state| format!(", {state}")).unwrap_or_default();
            self.entry("made from", &format!("{title} ({}{state})", ingredient.relationship));
        }
        for identity in &credential.identities {
            let held = match (identity.holds, identity.accepted) {
                (true, true) => "holds, accepted",
                (true, false) => "holds, not known to you",
                (false, _) => "does not hold",
            };
            self.entry("identity", &format!("{} ({}, {held})", identity.name, identity.kind));
        }
        if let Some(remote) = &credential.remote {
            self.entry("names a credential elsewhere, not fetched", remote);
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

/// What was found in the file called `name`.
pub(crate) fn found(name: &str, found: &Examined) -> String {
    let (style, words) = answer(found.verdict);
    let mut first = format!("{name}: {style}{words}{style:#}");
    if let Some(sentence) = sentence(found).filter(|_| found.verdict.holds()) {
        // Writing to a string cannot fail.
        let _ = write!(first, " — {}", visible(&sentence));
    }
    let mut block = Block::new(&first);
    match found.verdict {
        Answer::Unmarked => block.line("no label found; this says nothing about the content"),
        Answer::Foreign => foreign(&mut block, found),
        Answer::Trusted | Answer::Valid => passed(&mut block, found),
        Answer::Invalid => failed(&mut block, found),
    }
    if let Some(credential) = &found.credential {
        block.credential(credential);
    }
    for hint in &found.hints {
        block.line(&self::hint(hint));
    }
    // An image shows what it is; a text is what its name or the user says.
    if Format::from_media_type(&found.media_type).is_some_and(Format::is_text) {
        block.entry("type", &found.media_type);
    }
    block.text()
}

/// What a credential says about AI, in a sentence.
fn sentence(found: &Examined) -> Option<String> {
    let ai = found.ai.as_ref()?;
    let words = match ai.statement {
        Statement::Full => "made by AI",
        Statement::Partial => "altered by AI",
        Statement::None => return Some("says nothing about AI".to_owned()),
    };
    let software = ai.actions.iter().find_map(|action| action.software.as_deref());
    Some(software.map_or_else(|| words.to_owned(), |software| format!("{words} ({software})")))
}

/// Why a file has no good answer, in one line.
pub(crate) fn reason(found: &Examined) -> String {
    match &found.foreign {
        Some(foreign) => format!("not judged because of: {}", foreign.reason),
        None => {
            let failures = found.findings_of(Severity::Failure);
            failures.map(|f| format!("{} [{}]", f.words, f.code)).collect::<Vec<_>>().join("; ")
        }
    }
}

/// What unsigned marks say, in one line.
pub(crate) fn hints(found: &Examined) -> String {
    found.hints.iter().map(hint).collect::<Vec<_>>().join("; ")
}

fn hint(hint: &Hint) -> String {
    let says = match hint.says.as_str() {
        "generated" => "made by AI",
        "altered" => "altered by AI",
        "suspected" => "perhaps made by AI",
        "not_ai" => "not made by AI",
        _ => "AI was involved",
    };
    format!("unsigned hint, no proof: {says} ({}, {}: {})", hint.place, hint.key, hint.value)
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
pub(crate) fn foreign_statement(name: &str, found: &Examined) -> String {
    let mut block = Block::new(&format!("{name}: another maker's content credential; not checked"));
    foreign(&mut block, found);
    block.text()
}

/// The word for an answer, and how it is shown.
pub(crate) fn answer(answer: Answer) -> (Style, &'static str) {
    let coloured = |colour: AnsiColor| colour.on_default().bold();
    match answer {
        Answer::Trusted => (coloured(AnsiColor::Green), "trusted"),
        Answer::Valid => (coloured(AnsiColor::Yellow), "valid, signer not known"),
        Answer::Unmarked => (Style::new().bold(), "unmarked"),
        Answer::Foreign => (coloured(AnsiColor::Magenta), "foreign, not judged"),
        Answer::Invalid => (coloured(AnsiColor::Red), "invalid"),
    }
}

fn passed(block: &mut Block, found: &Examined) {
    if let Some(signer) = &found.signer {
        block.entry("signed by", &signer.named());
    }
    match (&found.anchor, &found.accepted_by) {
        (Some(anchor), accepted_by) => {
            let fingerprint = anchor.fingerprint.as_deref().unwrap_or_default();
            let list = accepted_by.as_ref().map(|list| format!(", {list}")).unwrap_or_default();
            block.entry("accepted by", &format!("{} ({fingerprint}{list})", anchor.named()));
        }
        (None, Some(list)) => block.entry("accepted by", list),
        (None, None) => {}
    }
    failures(block, found);
    block.stated(found);
}

fn failed(block: &mut Block, found: &Examined) {
    failures(block, found);
    if let Some(sentence) = sentence(found) {
        block.entry("says, but do not rely on it", &sentence);
    }
    if let Some(signer) = &found.signer {
        block.entry("names as signer, but do not rely on it", &signer.named());
    }
}

fn failures(block: &mut Block, found: &Examined) {
    for finding in found.findings_of(Severity::Failure) {
        block.line(&format!("{} [{}]", finding.words, finding.code));
    }
}

fn foreign(block: &mut Block, found: &Examined) {
    let Some(foreign) = &found.foreign else { return };
    block.entry("not judged because of", &foreign.reason);
    if let Some(generator) = &found.claim_generator {
        block.entry("written by, unchecked", generator);
    }
    if let Some(signer) = &found.signer {
        block.entry("names as signer, unchecked", &signer.named());
    }
    for source in &foreign.digital_source_types {
        block.entry("mentions, unchecked", source);
    }
}

fn named(info: &SignerInfo) -> String {
    Certificate::from(info).named()
}
