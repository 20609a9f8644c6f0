//! The catalogues: what each message is in each language, in the format of Project Fluent.
//!
//! A catalogue is in parts, because reading one takes time: a run reads the parts that it says something from, of the
//! language that it speaks.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use crate::language::Language;

type Bundle = FluentBundle<FluentResource>;

/// The parts, by what the keys in them begin with; the last holds the rest.
const PREFIXES: [&str; 6] = ["help", "finding-", "report-", "doctor-", "page-", ""];

macro_rules! parts {
    ($language:literal, $help:expr) => {
        [
            $help,
            include_str!(concat!("../locales/", $language, "/findings.ftl")),
            include_str!(concat!("../locales/", $language, "/report.ftl")),
            include_str!(concat!("../locales/", $language, "/doctor.ftl")),
            include_str!(concat!("../locales/", $language, "/page.ftl")),
            include_str!(concat!("../locales/", $language, "/messages.ftl")),
        ]
    };
}

/// The text of a part. What help says in English stands in the definitions of the arguments.
fn sources(language: Language) -> [&'static str; PREFIXES.len()] {
    match language {
        Language::English => parts!("en", ""),
        Language::Russian => parts!("ru", include_str!("../locales/ru/help.ftl")),
        Language::Kazakh => parts!("kk", include_str!("../locales/kk/help.ftl")),
    }
}

/// Those that were read.
static READ: [[OnceLock<Bundle>; PREFIXES.len()]; 3] =
    [const { [const { OnceLock::new() }; PREFIXES.len()] }; 3];

/// The message called `key`, if the language has it and `values` are what it wants.
pub(crate) fn message(language: Language, key: &str, values: &FluentArgs<'_>) -> Option<String> {
    let bundle = bundle(language, key)?;
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(values), &mut errors);
    errors.is_empty().then(|| text.into_owned())
}

/// Whether a language has a message called `key`.
pub(crate) fn has(language: Language, key: &str) -> bool {
    bundle(language, key).is_some_and(|bundle| bundle.has_message(key))
}

/// The part that a message called `key` would be in.
fn bundle(language: Language, key: &str) -> Option<&'static Bundle> {
    let part = PREFIXES.iter().position(|prefix| key.starts_with(prefix))?;
    let place = Language::ALL.iter().position(|other| *other == language)?;
    let read = READ.get(place)?.get(part)?;
    Some(read.get_or_init(|| parsed(language, sources(language).get(part).copied().unwrap_or(""))))
}

fn parsed(language: Language, source: &str) -> Bundle {
    let tag = language.tag().parse();
    let mut bundle = Bundle::new_concurrent(tag.ok().into_iter().collect());
    // Marks around values would be shown as garbage by terminals. Values are escaped before they come here.
    bundle.set_use_isolating(false);
    // A test shows that there is nothing wrong with any of them.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(sound, _)| sound);
    bundle.add_resource_overriding(resource);
    bundle
}

/// The keys of help in a language.
#[cfg(test)]
pub(crate) fn keys_of_help(language: Language) -> Vec<String> {
    let resource = FluentResource::try_new(sources(language)[0].to_owned()).unwrap();
    let messages = resource.entries().filter_map(|entry| match entry {
        fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    });
    messages.collect()
}

#[cfg(test)]
mod tests;
