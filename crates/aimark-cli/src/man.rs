//! The manual page, from the same definitions and tables as everything else.

use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::config;
use crate::exit;
use crate::failure::Failure;
use crate::help;
use crate::language::{self, Language};
use crate::shown::visible;
use crate::store;
use crate::words::say;

/// What the environment can set besides `config::KEYS`.
const ENVIRONMENT: [(&str, &str); 5] = [
    (language::VARIABLE, "the language of messages, en, ru or kk; else LC_ALL, LC_MESSAGES or LANG decides"),
    (store::HOME, "the data folder, instead of the user's own"),
    ("AIMARK_PROFILE", "the law profiles of sign and verify, as --profile names them"),
    ("NO_COLOR", "no colour, unless --color says otherwise"),
    ("TERM", "no colour if it is dumb"),
];

const WORST: &str = "Of several files the worst decides, in the order 2, 1, 4, 3, 0.";
const PLACES: &str = "AIMARK_HOME names another data folder than ~/.local/share/aimark. An option wins over the environment, that over \
    aimark.toml in the current folder, that over the user's own file. XDG_DATA_HOME and XDG_CONFIG_HOME move the folders in \
    the home folder; on Windows they are in %APPDATA%.";

/// The page of a verb, or of the whole command.
pub(crate) fn page(verb: Option<&str>) -> Result<Vec<u8>, Failure> {
    let mut whole = help::command();
    whole.build();
    let command = match verb {
        None => Some(whole),
        Some(verb) => whole.find_subcommand(verb).cloned(),
    };
    let Some(command) = command else {
        return Err(Failure::misuse(say!("no-verb", name = visible(verb.unwrap_or_default()))));
    };
    let subcommands = command.has_subcommands();
    // The table of exit codes has a section of its own.
    let man = Man::new(command.after_help(None)).manual(text("help-man-manual", "aimark manual"));
    render(&man, subcommands).map(translated).map_err(|e| Failure::io(say!("cannot-make-page"), &e))
}

fn render(man: &Man, subcommands: bool) -> std::io::Result<Vec<u8>> {
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if subcommands {
        man.render_subcommands_section(&mut page)?;
    }
    tables().to_writer(&mut page)?;
    Ok(page)
}

/// Sections that are not ours are called in English; so are ours until here.
fn translated(page: Vec<u8>) -> Vec<u8> {
    let Ok(page) = String::from_utf8(page) else { return Vec::new() };
    let lines = page.lines().map(|line| {
        let Some(title) = line.strip_prefix(".SH ") else { return format!("{line}\n") };
        let words = title.trim_matches('"');
        let key = format!("help-man-{}", words.to_lowercase().replace(' ', "-"));
        let found = text(&key, words);
        // What is not in the catalogue keeps its line, quotes and all.
        if found == words { format!("{line}\n") } else { format!(".SH \"{found}\"\n") }
    });
    lines.collect::<String>().into_bytes()
}

fn tables() -> Roff {
    let mut roff = Roff::new();
    let exits = exit::TABLE
        .map(|row| (row.number.to_string(), format!("{}: {}", row.name, row.meaning(Language::chosen()))));
    section(&mut roff, "EXIT STATUS", exits);
    roff.text([roman(text("help-man-worst", WORST))]);
    let settings = config::KEYS.map(|key| {
        let same = text("help-man-same", "the same as this option of aimark sign:");
        (config::variable(key), format!("{same} --{}", key.replace('_', "-")))
    });
    let others = ENVIRONMENT.map(|(name, words)| (name.to_owned(), row("variable", name, words)));
    section(&mut roff, "ENVIRONMENT", others.into_iter().chain(settings));
    let data =
        store::FILES.map(|(file, words)| (format!("~/.local/share/aimark/{file}"), row("file", file, words)));
    let project = text("help-man-project", "settings of sign for the files of a folder:");
    let project = format!("{project} {}", config::KEYS.join(", "));
    let user = text("help-man-user", "settings of sign for everything this user signs");
    let settings =
        [(config::PROJECT_FILE.to_owned(), project), (format!("~/.config/{}", config::USER_FILE), user)];
    section(&mut roff, "FILES", data.into_iter().chain(settings));
    roff.text([roman(text("help-man-places", PLACES))]);
    roff
}

fn text(key: &str, english: &str) -> String {
    help::text(Language::chosen(), key, english)
}

/// The words for a row of a table, in the language of this run.
fn row(table: &str, name: &str, english: &str) -> String {
    let name = name.rsplit('/').next().unwrap_or(name).trim_end_matches(".pem");
    text(&format!("help-man-{table}-{}", name.to_ascii_lowercase().replace('_', "-")), english)
}

fn section(roff: &mut Roff, title: &str, rows: impl IntoIterator<Item = (String, String)>) {
    roff.control("SH", [title]);
    for (name, words) in rows {
        roff.control("TP", []);
        roff.text([bold(name)]);
        roff.text([roman(words)]);
    }
    roff.control("PP", []);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_row_of_the_tables_is_there_in_each_language() {
        let files = store::FILES.map(|(file, _)| ("file", file.rsplit('/').next().unwrap()));
        let variables = ENVIRONMENT.map(|(name, _)| ("variable", name));
        for (table, name) in files.into_iter().chain(variables) {
            let name = name.trim_end_matches(".pem").to_ascii_lowercase().replace('_', "-");
            let key = format!("help-man-{table}-{name}");
            for language in [Language::Russian, Language::Kazakh] {
                assert_ne!(help::text(language, &key, "?"), "?", "{language:?} {key}");
            }
        }
    }
}
