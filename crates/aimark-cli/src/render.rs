//! Text for people.

use std::fmt::Write as _;
use std::io::{self, Write as _};

use aimark::{Field, Format, Label, Report, SignerInfo, SoftBinding};
use clap::builder::styling::{AnsiColor, Style};

use crate::failure::Failure;
use crate::row::{
    Answer, Certificate, Credential, Examined, Foreign, Hint, Identity, Ingredient, Severity, Watermark,
    stated,
};
use crate::shown::visible;
use crate::terms;
use crate::words::{Words, say};

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

    pub(crate) fn line(&mut self, text: impl Into<Words>) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.0, "    {}", visible(&text.into().text()));
    }

    /// A line that belongs to the one before.
    fn deeper(&mut self, text: impl Into<Words>) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.0, "      {}", visible(&text.into().text()));
    }

    pub(crate) fn entry(&mut self, name: impl Into<Words>, text: impl Into<Words>) {
        self.line(format!("{}: {}", name.into().text(), text.into().text()));
    }

    /// The texts of a label but the system, which its sentence has.
    fn label(&mut self, label: &Label) {
        if let Some(time) = label.created_at() {
            self.entry(say!("report-made-at"), say!("report-made-at-value", time = time.to_string()));
        }
        for field in Field::ALL {
            let in_sentence = matches!(field, Field::System | Field::SystemVersion);
            if let Some(text) = label.text(field).filter(|_| !in_sentence) {
                self.entry(terms::field(field.name()), text);
            }
        }
        let algorithms: Vec<_> = label.soft_bindings().iter().map(SoftBinding::algorithm).collect();
        if !algorithms.is_empty() {
            self.entry(terms::field("soft_bindings"), algorithms.join(", "));
        }
    }

    /// The same of a label that was found, and what a credential of another maker says instead.
    fn stated(&mut self, found: &Examined) {
        if let Some(time) = &found.signed_at {
            self.entry(say!("report-time-stamp"), time);
        }
        if let (None, Some(generator)) = (&found.label, &found.claim_generator) {
            self.entry(say!("report-written-by"), generator);
        }
        for (field, value) in found.label.iter().flatten() {
            let Some(text) = stated(field, value) else { continue };
            match field.as_str() {
                "system" | "system_version" => {}
                "created_at" => {
                    self.entry(say!("report-made-at"), say!("report-made-at-value", time = visible(&text)));
                }
                field => self.entry(terms::field(field), text),
            }
        }
    }

    /// What another maker's credential says besides.
    fn credential(&mut self, credential: &Credential) {
        if let Some(title) = &credential.title {
            self.entry(say!("report-title"), title);
        }
        for one in &credential.ingredients {
            self.entry(say!("report-made-from"), ingredient(one));
        }
        for one in &credential.identities {
            self.entry(say!("report-identity"), identity(one));
        }
        if let Some(remote) = &credential.remote {
            self.entry(say!("report-elsewhere"), remote);
        }
    }

    pub(crate) fn certificate(&mut self, info: &SignerInfo) {
        let (from, until) = (info.not_before.to_string(), info.not_after.to_string());
        self.entry(say!("report-subject"), &info.subject);
        self.entry(say!("report-issuer"), &info.issuer);
        self.entry(say!("report-valid"), say!("report-valid-between", from = from, to = until));
        self.entry(say!("report-fingerprint"), &info.fingerprint);
    }

    pub(crate) fn text(self) -> String {
        self.0
    }
}

/// What was found in the file called `name`.
pub(crate) fn found(name: &str, found: &Examined) -> String {
    let (style, words) = (style(found.verdict), terms::verdict(found.verdict).text());
    let mut first = format!("{name}: {style}{words}{style:#}");
    if let Some(ai) = found.ai.as_ref().filter(|_| found.verdict.holds()) {
        // Writing to a string cannot fail.
        let _ = write!(first, " — {}", terms::statement(ai).text());
    }
    let mut block = Block::new(&first);
    match found.verdict {
        Answer::Unmarked => block.line(say!("report-nothing-found")),
        Answer::Foreign => foreign(&mut block, found),
        Answer::Trusted | Answer::Valid => passed(&mut block, found),
        Answer::Invalid => failed(&mut block, found),
    }
    if let Some(credential) = &found.credential {
        block.credential(credential);
    }
    if let Some(sought) = sought(found) {
        block.line(sought);
    }
    for hint in &found.hints {
        block.line(self::hint(hint));
    }
    for profile in &found.profiles {
        block.line(profile.heading());
        for rule in profile.rules.iter().filter(|rule| rule.applies()) {
            block.deeper(rule.line());
            // What was found stands above already, mark by mark.
            if let Some(facts) = rule.facts().filter(|_| !rule.is_found()) {
                block.deeper(format!("    {facts}"));
            }
        }
    }
    // An image shows what it is; a text is what its name or the user says.
    if Format::from_media_type(&found.media_type).is_some_and(Format::is_text) {
        block.entry(say!("report-type"), &found.media_type);
    }
    block.text()
}

/// Why a file has no good answer, in one line.
pub(crate) fn reason(found: &Examined) -> String {
    match &found.foreign {
        Some(foreign) => not_judged(foreign).text(),
        None => joined(found.findings_of(Severity::Failure).map(|f| terms::found(&f.code, &f.words))),
    }
}

/// What unsigned marks say, in one line.
pub(crate) fn hints(found: &Examined) -> String {
    joined(found.hints.iter().map(hint))
}

/// What came of looking for a watermark, in one line, if anybody looked.
pub(crate) fn sought(found: &Examined) -> Option<Words> {
    match (&found.watermark, found.watermark_search.as_deref()) {
        (Some(watermark), _) => Some(self::watermark(watermark)),
        (None, Some("full")) => Some(say!("report-no-watermark")),
        (None, Some(_)) => Some(say!("report-no-watermark-fast")),
        (None, None) => None,
    }
}

/// What a watermark says, in one line.
pub(crate) fn watermark(found: &Watermark) -> Words {
    let says = match found.origin.as_deref() {
        Some(origin) => terms::hint_says("watermark", origin),
        None => say!("report-watermark-unknown"),
    };
    let (issuer, identifier) = (found.issuer.to_string(), found.identifier.to_string());
    let z = format!("{:.0}", found.z);
    match found.stated {
        None => say!("report-watermark", says = says, issuer = issuer, identifier = identifier, z = z),
        Some(true) => {
            say!("report-watermark-stated", says = says, issuer = issuer, identifier = identifier, z = z)
        }
        Some(false) => {
            say!("report-watermark-other", says = says, issuer = issuer, identifier = identifier, z = z)
        }
    }
}

fn joined(all: impl Iterator<Item = Words>) -> String {
    all.map(|words| words.text()).collect::<Vec<_>>().join("; ")
}

fn hint(hint: &Hint) -> Words {
    say!(
        "report-hint-line",
        says = terms::hint_says(&hint.kind, &hint.says),
        place = visible(&hint.place),
        key = visible(&hint.key),
        value = visible(&hint.value)
    )
}

fn ingredient(one: &Ingredient) -> Words {
    let title = one.title.as_deref().map_or_else(|| say!("report-untitled"), |title| visible(title).into());
    let relation = terms::relation(&one.relationship);
    match &one.state {
        Some(state) => {
            say!("report-ingredient-state", title = title, relation = relation, state = terms::state(state))
        }
        None => say!("report-ingredient", title = title, relation = relation),
    }
}

fn identity(one: &Identity) -> Words {
    let held = match (one.holds, one.accepted) {
        (true, true) => say!("report-held-accepted"),
        (true, false) => say!("report-held-unknown"),
        (false, _) => say!("report-held-not"),
    };
    say!("report-identity-value", name = visible(&one.name), kind = visible(&one.kind), held = held)
}

/// What the label says of the file called `name`, unchecked.
pub(crate) fn statement(name: &str, report: &Report) -> String {
    let mut block = Block::new(&say!("report-not-checked", name = name).text());
    if let Some(label) = report.stated_label() {
        block.entry(say!("report-says"), terms::label(label));
        block.label(label);
    }
    if let Some(signer) = report.stated_signer() {
        block.entry(say!("report-names-as-signer"), named(signer));
        block.certificate(signer);
    }
    if let Some(generator) = report.claim_generator() {
        block.entry(say!("report-written-by"), generator);
    }
    if let Some(manifest) = report.manifest_id() {
        block.entry(say!("report-manifest"), manifest);
    }
    block.entry(say!("report-type"), report.format().media_type());
    block.text()
}

/// What could be read of another maker's credential, unchecked.
pub(crate) fn foreign_statement(name: &str, found: &Examined) -> String {
    let mut block = Block::new(&say!("report-not-checked-foreign", name = name).text());
    foreign(&mut block, found);
    block.text()
}

/// How an answer is shown.
pub(crate) fn style(answer: Answer) -> Style {
    let coloured = |colour: AnsiColor| colour.on_default().bold();
    match answer {
        Answer::Trusted => coloured(AnsiColor::Green),
        Answer::Valid => coloured(AnsiColor::Yellow),
        Answer::Unmarked => Style::new().bold(),
        Answer::Foreign => coloured(AnsiColor::Magenta),
        Answer::Invalid => coloured(AnsiColor::Red),
    }
}

fn passed(block: &mut Block, found: &Examined) {
    if let Some(signer) = &found.signer {
        block.entry(say!("report-signed-by"), signer.named());
    }
    match (&found.anchor, &found.accepted_by) {
        (Some(anchor), accepted_by) => {
            let fingerprint = anchor.fingerprint.as_deref().unwrap_or_default();
            block.entry(
                say!("report-accepted-by"),
                accepted(&anchor.named(), fingerprint, accepted_by.as_deref()),
            );
        }
        (None, Some(list)) => block.entry(say!("report-accepted-by"), terms::list_name(list)),
        (None, None) => {}
    }
    failures(block, found);
    block.stated(found);
}

fn accepted(anchor: &str, fingerprint: &str, list: Option<&str>) -> Words {
    let (name, fingerprint) = (visible(anchor), visible(fingerprint));
    match list {
        Some(list) => {
            let list = terms::list_name(list);
            say!("report-accepted-by-list", name = name, fingerprint = fingerprint, list = list)
        }
        None => say!("report-accepted-by-value", name = name, fingerprint = fingerprint),
    }
}

fn failed(block: &mut Block, found: &Examined) {
    failures(block, found);
    if let Some(ai) = &found.ai {
        block.entry(say!("report-says-unproven"), terms::statement(ai));
    }
    if let Some(signer) = &found.signer {
        block.entry(say!("report-names-as-signer-unproven"), signer.named());
    }
}

fn failures(block: &mut Block, found: &Examined) {
    for finding in found.findings_of(Severity::Failure) {
        block.line(terms::found(&finding.code, &finding.words));
    }
}

fn foreign(block: &mut Block, found: &Examined) {
    let Some(foreign) = &found.foreign else { return };
    block.line(not_judged(foreign));
    if let Some(generator) = &found.claim_generator {
        block.entry(say!("report-written-by-unchecked"), generator);
    }
    if let Some(signer) = &found.signer {
        block.entry(say!("report-names-as-signer-unchecked"), signer.named());
    }
    for source in &foreign.digital_source_types {
        block.entry(say!("report-mentions-unchecked"), source);
    }
}

fn not_judged(foreign: &Foreign) -> Words {
    say!("report-not-judged", reason = visible(&foreign.reason))
}

fn named(info: &SignerInfo) -> String {
    Certificate::from(info).named()
}
