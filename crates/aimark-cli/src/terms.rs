//! The words for what stands in results: answers, findings, fields, formats, hints. What people read takes them from here;
//! JSON has the words of the core, which are the same in every language.

use aimark::{Field, Format, Label, Origin};

use crate::row::{Ai, Answer, Statement};
use crate::shown::visible;
use crate::words::{Words, say};

/// What programs read of the user's own anchors in place of a list's name.
pub(crate) const OWN_ANCHORS: &str = "your anchors";

/// What the engines say of a finding that says no more than its code.
const PLAIN: [&str; 9] = [
    "no chain leads to an accepted anchor",
    "no anchors were given",
    "the assertion is the one that was signed",
    "the assertion is not the one that was signed",
    "the claim signature holds",
    "the claim signature does not hold",
    "claim signature is not valid",
    "the content is as it was signed",
    "the content was changed after signing",
];

/// A message without values.
fn message(key: String) -> Words {
    Words::message(key, Vec::new())
}

/// The words for an answer.
pub(crate) fn verdict(answer: Answer) -> Words {
    message(format!("report-verdict-{}", answer.name()))
}

/// A word for an answer that fits into a column.
pub(crate) fn short(answer: Answer) -> Words {
    message(format!("report-short-{}", answer.name()))
}

/// How many files ended so. `end` is the name of an answer, or "not examined".
pub(crate) fn counted(end: &str, count: u64) -> Words {
    let key = format!("report-count-{}", end.replace(' ', "-"));
    Words::message(key, vec![("count", count.to_string().into())])
}

/// What was found, on one line with its code. In English these are the words of the finding itself, which say more than
/// those of its code; in other languages they follow as a technical detail, where they do.
pub(crate) fn found(code: &str, words: &str) -> Words {
    let (code_shown, detail) = (visible(code), visible(words));
    let english = format!("{detail} [{code_shown}]");
    let others = match Words::known(finding_key(code)) {
        Some(means) if PLAIN.contains(&words) => say!("report-finding", means = means, code = code_shown),
        Some(means) => say!("report-finding-detail", means = means, detail = detail, code = code_shown),
        None => english.clone().into(),
    };
    Words::otherwise(english, others)
}

/// The same without the code.
pub(crate) fn meaning(code: &str, words: &str) -> Words {
    let others = match Words::known(finding_key(code)) {
        Some(means) if PLAIN.contains(&words) => means,
        Some(means) => say!("report-meaning-detail", means = means, detail = visible(words)),
        None => words.into(),
    };
    Words::otherwise(words, others)
}

fn finding_key(code: &str) -> String {
    format!("finding-{}", code.replace('.', "-"))
}

/// What a field of a label is called, by its name in JSON.
pub(crate) fn field(name: &str) -> Words {
    Words::known(format!("report-field-{}", name.replace('_', "-")))
        .unwrap_or_else(|| name.replace('_', " ").into())
}

/// Who is at fault, by the word used in JSON.
pub(crate) fn kind(name: &str) -> Words {
    Words::known(format!("report-kind-{name}")).unwrap_or_else(|| visible(name).into())
}

/// What accepts a signer: the name of a list with its date, or the user's own anchors.
pub(crate) fn list_name(name: &str) -> Words {
    if name == OWN_ANCHORS { say!("report-own-anchors") } else { visible(name).into() }
}

/// How what a rule asks for stands, by its name in JSON.
pub(crate) fn outcome(name: &str) -> Words {
    Words::known(format!("report-outcome-{}", name.replace('_', "-"))).unwrap_or_else(|| visible(name).into())
}

/// How much an answer of a rule counts, by its name in JSON.
pub(crate) fn rule_severity(name: &str) -> Words {
    Words::known(format!("report-severity-{name}")).unwrap_or_else(|| visible(name).into())
}

/// What something was to the content that it went into. The word of C2PA, in English.
pub(crate) fn relation(name: &str) -> Words {
    coded(name, format!("report-relation-{name}"))
}

/// How an ingredient's own credential was found to be.
pub(crate) fn state(name: &str) -> Words {
    coded(name, format!("report-state-{}", name.replace('_', "-")))
}

/// How the content came to be, as a label has it.
pub(crate) fn origin(name: &str) -> Words {
    coded(name, format!("label-{name}"))
}

/// A word that English leaves as programs have it.
fn coded(name: &str, key: String) -> Words {
    let others = Words::known(key).unwrap_or_else(|| visible(name).into());
    Words::otherwise(visible(name), others)
}

/// What an unsigned mark says, if it is true. Of a mark that says nothing about AI, what it is.
pub(crate) fn hint_says(kind: &str, says: &str) -> Words {
    match (says, kind) {
        ("generated", _) => say!("report-hint-generated"),
        ("altered", _) => say!("report-hint-altered"),
        ("suspected", _) => say!("report-hint-suspected"),
        ("not_ai", _) => say!("report-hint-not-ai"),
        ("open", "remote_credential") => say!("report-hint-remote"),
        ("open", "embedded_credential") => say!("report-hint-embedded"),
        ("open", _) => say!("report-hint-open"),
        _ => say!("report-hint-involved"),
    }
}

/// What a kind of unsigned mark is called, by its name in JSON.
pub(crate) fn hint_kind(name: &str) -> Words {
    Words::known(format!("report-mark-{}", name.replace('_', "-"))).unwrap_or_else(|| visible(name).into())
}

/// What a credential says about AI, in a sentence.
pub(crate) fn statement(ai: &Ai) -> Words {
    let software = ai.actions.iter().find_map(|action| action.software.as_deref());
    let origin = match ai.statement {
        Statement::Full => Origin::Generated,
        Statement::Partial => Origin::Altered,
        Statement::None => return say!("label-silent"),
    };
    made(origin, software)
}

/// What a label states, on one line.
pub(crate) fn label(label: &Label) -> Words {
    let system = label.text(Field::System).map(|system| match label.text(Field::SystemVersion) {
        Some(version) => format!("{system} {version}"),
        None => system.to_owned(),
    });
    made(label.origin(), system.as_deref())
}

fn made(origin: Origin, system: Option<&str>) -> Words {
    match (origin, system.map(visible)) {
        (Origin::Generated, None) => say!("label-generated"),
        (Origin::Generated, Some(system)) => say!("label-generated-by", system = system),
        (_, None) => say!("label-altered"),
        (_, Some(system)) => say!("label-altered-by", system = system),
    }
}

/// What a format is called. Most are names; those that are words are translated.
pub(crate) fn format(format: Format) -> Words {
    match format {
        Format::PlainText => say!("format-plain-text"),
        Format::Shell => say!("format-shell"),
        other => other.to_string().into(),
    }
}

#[cfg(test)]
mod tests;
