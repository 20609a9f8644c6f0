//! What is wrong with arguments, in the language of the run. clap says it in English only; what it found is taken from it,
//! and said in words of the catalogues.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::language::Language;
use crate::words::{Words, say};

/// The complaint as it is printed, over several lines. Arguments in it are not escaped yet.
pub(crate) fn text(error: &Error) -> String {
    // Help that is printed because everything was missing is in the right language already.
    let is_help = error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    if is_help || Language::chosen() == Language::English { error.to_string() } else { translated(error) }
}

fn translated(error: &Error) -> String {
    let mut text = format!("{} {}", say!("talk-error").text(), sentence(error).text());
    for item in items(error) {
        text.push_str(&format!("\n  {item}"));
    }
    let similar = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let similar: Vec<String> = similar.into_iter().flat_map(|kind| strings(error, kind)).collect();
    if !similar.is_empty() {
        let value = format!("'{}'", similar.join("', '"));
        text.push_str(&format!("\n\n  {}", say!("help-wrong-similar", value = value).text()));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let usage = usage.strip_prefix("Usage:").unwrap_or(&usage);
        text.push_str(&format!("\n\n{}{usage}", say!("help-usage").text()));
    }
    format!("{text}\n\n{}", say!("help-wrong-more").text())
}

fn sentence(error: &Error) -> Words {
    let argument = strings(error, ContextKind::InvalidArg).into_iter().next().unwrap_or_default();
    let value = strings(error, ContextKind::InvalidValue).into_iter().next();
    match (error.kind(), value) {
        (ErrorKind::InvalidValue, Some(value)) if value.is_empty() => {
            say!("help-wrong-no-value", argument = argument)
        }
        (ErrorKind::InvalidValue, Some(value)) => {
            say!("help-wrong-value", value = value, argument = argument)
        }
        (ErrorKind::ValueValidation, Some(value)) => {
            let detail = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            say!("help-wrong-value-because", value = value, argument = argument, detail = detail)
        }
        (ErrorKind::UnknownArgument, _) => say!("help-wrong-argument", argument = argument),
        (ErrorKind::InvalidSubcommand, _) => {
            let verb = strings(error, ContextKind::InvalidSubcommand).concat();
            say!("help-wrong-verb", verb = verb)
        }
        (ErrorKind::MissingRequiredArgument, _) => say!("help-wrong-missing"),
        (ErrorKind::MissingSubcommand, _) => say!("help-wrong-no-verb"),
        (ErrorKind::ArgumentConflict, _) if strings(error, ContextKind::PriorArg).contains(&argument) => {
            say!("help-wrong-twice", argument = argument)
        }
        (ErrorKind::ArgumentConflict, _) => say!("help-wrong-together", argument = argument),
        (ErrorKind::InvalidUtf8, _) => say!("help-wrong-not-text"),
        _ => {
            let english = error.to_string();
            let first = english.lines().next().unwrap_or_default();
            say!("help-wrong-other", detail = first.strip_prefix("error: ").unwrap_or(first))
        }
    }
}

/// What is listed below the sentence.
fn items(error: &Error) -> Vec<String> {
    match error.kind() {
        ErrorKind::MissingRequiredArgument => strings(error, ContextKind::InvalidArg),
        ErrorKind::ArgumentConflict => {
            let argument = strings(error, ContextKind::InvalidArg);
            let others = strings(error, ContextKind::PriorArg).into_iter();
            others.filter(|other| !argument.contains(other)).collect()
        }
        ErrorKind::InvalidValue => {
            let values = strings(error, ContextKind::ValidValue).join(", ");
            if values.is_empty() { Vec::new() } else { vec![say!("help-values", value = values).text()] }
        }
        _ => Vec::new(),
    }
}

fn strings(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(all)) => all.clone(),
        _ => Vec::new(),
    }
}
