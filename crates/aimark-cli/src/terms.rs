//! The words for what stands in results: verdicts, findings, fields, formats. The report for people takes them from here;
//! JSON has the words of the core, which are the same in every language.
#![allow(dead_code, reason = "the words for reports are here before the reports that use them")]

use aimark::{Code, Field, Finding, Format, Integrity, Label, Origin, Trust, Verdict};

use crate::failure::Kind;
use crate::language::Language;
use crate::shown::visible;
use crate::words::{Words, say};

/// How many sentences say what the answers do not prove.
const NOT_PROVEN: usize = 8;

/// The word for a verdict.
pub(crate) fn verdict(verdict: Verdict) -> Words {
    Words::message(format!("report-verdict-{}", verdict.name()), Vec::new())
}

/// One sentence about what a verdict means.
pub(crate) fn meaning(verdict: Verdict) -> Words {
    Words::message(format!("report-meaning-{}", verdict.name()), Vec::new())
}

/// Whether the bytes are those that were signed.
pub(crate) fn integrity(integrity: Integrity) -> Words {
    Words::message(format!("report-integrity-{}", integrity.name().replace('_', "-")), Vec::new())
}

/// Whether the signer is accepted.
pub(crate) fn trust(trust: Trust) -> Words {
    Words::message(format!("report-trust-{}", trust.name().replace('_', "-")), Vec::new())
}

/// What a finding of ours means.
pub(crate) fn finding(code: Code) -> Words {
    Words::message(finding_key(code.text()), Vec::new())
}

/// What was found, on one line with its code. In English these are the words of the finding itself, which say more than
/// those of its code; in other languages they follow as a technical detail.
pub(crate) fn found(finding: &Finding) -> Words {
    let (code, detail) = (finding.code.text(), visible(&finding.words));
    if Language::chosen() == Language::English {
        return say!("report-finding-line", words = detail, code = code);
    }
    let means = self::finding(finding.code);
    say!("report-finding-line-explained", means = means, detail = detail, code = code)
}

/// What a code means that any validator may report. `words` is what it says itself, in English: they are taken where the
/// code is not known, after the code.
pub(crate) fn foreign_finding(code: &str, words: &str) -> Words {
    let known = Words::message(finding_key(code), Vec::new());
    if known.english() != finding_key(code) {
        return known;
    }
    say!("report-unknown-code", code = visible(code), words = visible(words))
}

fn finding_key(code: &str) -> String {
    format!("finding-{}", code.replace('.', "-"))
}

/// What a field of a label is called.
pub(crate) fn field(field: Field) -> Words {
    Words::message(format!("report-field-{}", field.name().replace('_', "-")), Vec::new())
}

/// Who is at fault.
pub(crate) fn kind(kind: Kind) -> Words {
    Words::message(format!("report-kind-{}", kind.name()), Vec::new())
}

/// What the answers of `verify` do not prove, a sentence each.
pub(crate) fn not_proven() -> Vec<Words> {
    (1..=NOT_PROVEN).map(|n| Words::message(format!("report-not-proven-{n}"), Vec::new())).collect()
}

/// What a label states, on one line.
pub(crate) fn label(label: &Label) -> Words {
    let Some(system) = label.text(Field::System) else {
        return match label.origin() {
            Origin::Generated => say!("label-generated"),
            _ => say!("label-altered"),
        };
    };
    let system = match label.text(Field::SystemVersion) {
        Some(version) => format!("{system} {version}"),
        None => system.to_owned(),
    };
    let system = visible(&system);
    match label.origin() {
        Origin::Generated => say!("label-generated-by", system = system),
        _ => say!("label-altered-by", system = system),
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
mod tests {
    use super::*;

    /// That a message is there in each language, in words of its own.
    fn check(words: &Words) {
        let said = Language::ALL.map(|language| words.in_language(language));
        // What is missing is said by its key.
        assert!(
            !said.iter().any(|text| text.starts_with("report-") || text.starts_with("finding-")),
            "{said:?}"
        );
        assert!(said[0] != said[1] && said[0] != said[2], "{said:?}");
    }

    #[test]
    fn each_result_has_its_words() {
        Verdict::ALL.into_iter().for_each(|it| {
            check(&verdict(it));
            check(&meaning(it));
        });
        Code::ALL.iter().for_each(|it| check(&finding(*it)));
        Field::ALL.into_iter().for_each(|it| check(&field(it)));
        Kind::ALL.into_iter().for_each(|it| check(&kind(it)));
        for it in [Integrity::Intact, Integrity::Broken, Integrity::NotExamined] {
            check(&integrity(it));
        }
        [Trust::Accepted, Trust::Unknown, Trust::NotExamined].iter().for_each(|it| check(&trust(*it)));
        not_proven().iter().for_each(check);
    }

    #[test]
    fn a_code_of_another_validator_is_explained_and_an_unknown_one_is_repeated() {
        let known = foreign_finding("timeStamp.untrusted", "words");
        assert!(known.english().contains("time stamp"), "{known:?}");
        assert_eq!(foreign_finding("com.acme.odd\u{1b}", "words").english(), "com.acme.odd\\u{1b}: words");
    }

    #[test]
    fn a_label_is_said_in_english_as_the_core_says_it() {
        for origin in Origin::ALL {
            let mut made = Label::new(origin);
            assert_eq!(label(&made).english(), made.to_string());
            made.set(Field::System, "Kandinsky").unwrap();
            assert_eq!(label(&made).english(), made.to_string());
            made.set(Field::SystemVersion, "5.0").unwrap();
            assert_eq!(label(&made).english(), made.to_string());
        }
    }

    #[test]
    fn formats_are_called_in_english_as_the_core_calls_them() {
        for it in Format::all() {
            assert_eq!(format(it).english(), it.to_string());
        }
    }
}
