//! Help in the language of the run. The definitions of the arguments are its English; the catalogues `help.ftl` have the
//! other languages, by keys that come from the tree of commands: `help-identity-new` is what that verb does,
//! `help-identity-new-more` the rest of its description, `help-identity-new--days` an option, `help-identity-new-arg-name`
//! an argument. An option that says the same everywhere has one key, `help--json`.
//!
//! What stands for a value (`FILE`, `OPTIONS`) stays as it is: it is the same in examples, documents and all languages.

use clap::builder::Styles;
use clap::{Arg, ArgAction, Command, CommandFactory as _};
use fluent_bundle::FluentArgs;

use crate::args::{self, Cli};
use crate::catalogue;
use crate::exit;
use crate::language::Language;

/// The definitions of the arguments, with help in the language of this run.
pub(crate) fn command() -> Command {
    in_language(Cli::command(), Language::chosen())
}

/// The text of a key in a language, or the English one that is given.
pub(crate) fn text(language: Language, key: &str, english: &str) -> String {
    found(language, key).unwrap_or_else(|| english.to_owned())
}

fn in_language(command: Command, language: Language) -> Command {
    if language == Language::English {
        return command;
    }
    let translator = Translator { language };
    let version = translator.flag("version", 'V', ArgAction::Version);
    translator.command(command, "help").disable_version_flag(true).arg(version)
}

fn found(language: Language, key: &str) -> Option<String> {
    if language == Language::English { None } else { catalogue::message(language, key, &FluentArgs::new()) }
}

fn heading_key(words: &str) -> String {
    format!("help-heading-{}", words.to_ascii_lowercase().replace(' ', "-"))
}

#[derive(Clone, Copy)]
struct Translator {
    language: Language,
}

impl Translator {
    fn text(self, key: &str) -> Option<String> {
        found(self.language, key)
    }

    fn with(self, key: &str, value: &str) -> String {
        let mut values = FluentArgs::new();
        values.set("value", value);
        catalogue::message(self.language, key, &values).unwrap_or_default()
    }

    fn command(self, command: Command, key: &str) -> Command {
        let command = self.described(command, key);
        let verbs: Vec<String> = command.get_subcommands().map(|verb| verb.get_name().to_owned()).collect();
        let command = verbs.iter().fold(command, |command, verb| {
            command.mut_subcommand(verb, |verb_command| self.command(verb_command, &format!("{key}-{verb}")))
        });
        let command = command.mut_args(|arg| self.argument(arg, key));
        let command = match self.text(&heading_key("Commands")) {
            Some(words) => command.subcommand_help_heading(words),
            None => command,
        };
        command.help_template(self.template()).disable_help_flag(true).arg(self.flag(
            "help",
            'h',
            ArgAction::Help,
        ))
    }

    fn described(self, command: Command, key: &str) -> Command {
        let Some(about) = self.text(key) else { return command };
        let command = match self.text(&format!("{key}-more")) {
            Some(more) => command.long_about(format!("{about}\n\n{more}")),
            None => command,
        };
        let command = command.about(about);
        match key {
            "help" | "help-verify" => command.after_help(exit::help(self.language)),
            "help-sign" => command.after_help(args::examples(self.language)),
            "help-inspect" => command.after_help(args::inspect_exits(self.language)),
            "help-doctor" => command.after_help(args::doctor_exits(self.language)),
            _ => command,
        }
    }

    /// The layout of clap, but for the word before the usage.
    fn template(self) -> String {
        let style = Styles::default();
        let style = style.get_usage();
        let usage = self.text("help-usage").unwrap_or_default();
        format!(
            "{{before-help}}{{about-with-newline}}\n{style}{usage}{style:#} {{usage}}\n\n{{all-args}}{{after-help}}"
        )
    }

    /// One of the flags that clap adds by itself, in English only.
    fn flag(self, name: &'static str, short: char, action: ArgAction) -> Arg {
        let words = self.text(&format!("help--{name}")).unwrap_or_default();
        let heading = self.text(&heading_key("Options")).unwrap_or_default();
        Arg::new(name).short(short).long(name).action(action).help(words).help_heading(heading)
    }

    fn argument(self, arg: Arg, key: &str) -> Arg {
        let words = keys(&arg, key).iter().find_map(|key| self.text(key));
        let heading = arg.get_help_heading().map_or_else(
            || heading_key(if arg.is_positional() { "Arguments" } else { "Options" }),
            heading_key,
        );
        let arg = match self.text(&heading) {
            Some(heading) => arg.help_heading(heading),
            None => arg,
        };
        let Some(words) = words else { return arg };
        let remarks = self.remarks(&arg);
        let words = if remarks.is_empty() { words } else { format!("{words} {}", remarks.join(" ")) };
        let takes_values = arg.get_action().takes_values();
        let arg = arg.hide_env(true).help(words);
        if takes_values { arg.hide_default_value(true).hide_possible_values(true) } else { arg }
    }

    /// What clap says of an argument in brackets, in English only.
    fn remarks(self, arg: &Arg) -> Vec<String> {
        let mut remarks = Vec::new();
        if let Some(variable) = arg.get_env() {
            remarks.push(self.with("help-variable", &variable.to_string_lossy()));
        }
        let takes_values = arg.get_action().takes_values();
        let defaults = arg.get_default_values().iter().map(|value| value.to_string_lossy().into_owned());
        let defaults: Vec<String> = defaults.collect();
        if takes_values && !defaults.is_empty() {
            remarks.push(self.with("help-default", &defaults.join(", ")));
        }
        let values = arg.get_possible_values();
        if takes_values && !values.is_empty() {
            let values: Vec<&str> = values.iter().map(clap::builder::PossibleValue::get_name).collect();
            remarks.push(self.with("help-values", &values.join(", ")));
        }
        remarks
    }
}

/// The keys of an argument, the one that is its own first.
fn keys(arg: &Arg, key: &str) -> Vec<String> {
    match arg.get_long() {
        Some(long) => vec![format!("{key}--{long}"), format!("help--{long}")],
        None => vec![format!("{key}-arg-{}", arg.get_id().as_str().replace('_', "-"))],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// Every key that help needs, with the English of those that commands share.
    #[derive(Default)]
    struct Needed {
        keys: BTreeSet<String>,
        shared: BTreeMap<String, BTreeSet<String>>,
    }

    impl Needed {
        fn of(&mut self, command: &Command, key: &str, language: Language) {
            self.keys.insert(key.to_owned());
            if command.get_long_about().is_some() {
                self.keys.insert(format!("{key}-more"));
            }
            for arg in command.get_arguments() {
                let keys = keys(arg, key);
                let present = keys.iter().find(|key| found(language, key).is_some());
                let key = present.unwrap_or(&keys[0]).clone();
                let english = arg.get_help().map(ToString::to_string).unwrap_or_default();
                self.shared.entry(key.clone()).or_default().insert(english);
                self.keys.insert(key);
                self.keys.extend(arg.get_help_heading().map(heading_key));
            }
            for verb in command.get_subcommands() {
                self.of(verb, &format!("{key}-{}", verb.get_name()), language);
            }
        }
    }

    #[test]
    fn help_is_there_in_each_language_and_nothing_is_superfluous() {
        for language in [Language::Russian, Language::Kazakh] {
            let mut needed = Needed::default();
            needed.of(&Cli::command(), "help", language);
            let missing: Vec<_> = needed.keys.iter().filter(|key| found(language, key).is_none()).collect();
            assert!(missing.is_empty(), "{language:?} lacks {missing:?}");
            let several: Vec<_> = needed.shared.iter().filter(|(_, texts)| texts.len() > 1).collect();
            assert!(several.is_empty(), "one key for several English texts: {several:?}");
            let by_tree = |key: &&String| needed.keys.contains(*key);
            let there = catalogue::keys_of_help(language);
            let unknown = there.iter().filter(|key| !by_tree(key) && !is_literal(key));
            let unknown: Vec<_> = unknown.filter(|key| !is_made(key)).collect();
            assert!(unknown.is_empty(), "{language:?} has {unknown:?}, which nothing uses");
        }
    }

    /// Keys that stand in the code.
    fn is_literal(key: &str) -> bool {
        let sources = [
            include_str!("help.rs"),
            include_str!("complaint.rs"),
            include_str!("args.rs"),
            include_str!("exit.rs"),
            include_str!("man.rs"),
        ];
        sources.iter().any(|source| source.contains(&format!("\"{key}\"")))
    }

    /// Keys that are put together where they are used.
    fn is_made(key: &str) -> bool {
        ["help-heading-", "help-exit-", "help-man-", "help--help", "help--version"]
            .iter()
            .any(|prefix| key.starts_with(prefix))
    }

    #[test]
    fn no_english_is_left_in_help() {
        for language in [Language::Russian, Language::Kazakh] {
            let mut whole = in_language(Cli::command(), language);
            whole.build();
            check(&mut whole);
        }
    }

    fn check(command: &mut Command) {
        for text in [command.render_help(), command.render_long_help()] {
            let text = text.to_string();
            for english in
                ["Usage", "Options:", "Arguments:", "Commands:", "Print", "[default", "[possible", "[env"]
            {
                assert!(!text.contains(english), "{english} in:\n{text}");
            }
        }
        command.get_subcommands_mut().for_each(check);
    }

    #[test]
    fn the_arguments_mean_the_same_in_each_language() {
        let typed =
            ["aimark", "sign", "a", "-o", "b", "--lang", "kk", "--json", "--jobs", "2", "--color", "never"];
        for language in Language::ALL {
            let matches = in_language(Cli::command(), language).try_get_matches_from(typed);
            let matches = matches.unwrap_or_else(|error| panic!("{language:?}: {error}"));
            assert!(matches.subcommand_matches("sign").unwrap().get_flag("json"));
        }
    }
}
