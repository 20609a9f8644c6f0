//! The manual page, from the same definitions and tables as everything else.

use clap::CommandFactory as _;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::args::Cli;
use crate::config;
use crate::exit;
use crate::failure::Failure;
use crate::shown::visible;
use crate::store;

/// What the environment can set besides `config::KEYS`.
const ENVIRONMENT: [(&str, &str); 3] = [
    (store::HOME, "the data folder, instead of the user's own"),
    ("NO_COLOR", "no colour, unless --color says otherwise"),
    ("TERM", "no colour if it is dumb"),
];

/// The page of a verb, or of the whole command.
pub(crate) fn page(verb: Option<&str>) -> Result<Vec<u8>, Failure> {
    let mut whole = Cli::command();
    whole.build();
    let command = match verb {
        None => Some(whole),
        Some(verb) => whole.find_subcommand(verb).cloned(),
    };
    let Some(command) = command else {
        return Err(Failure::misuse(format!("there is no verb {}", visible(verb.unwrap_or_default()))));
    };
    let subcommands = command.has_subcommands();
    // The table of exit codes has a section of its own.
    let man = Man::new(command.after_help(None)).manual("aimark manual");
    render(&man, subcommands).map_err(|e| Failure::io("cannot make the page", &e))
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

fn tables() -> Roff {
    let mut roff = Roff::new();
    let exits = exit::TABLE.map(|row| (row.number.to_string(), format!("{}: {}", row.name, row.meaning)));
    section(&mut roff, "EXIT STATUS", exits);
    roff.text([roman("Of several files the worst decides, in the order 2, 1, 4, 3, 0.")]);
    let settings = config::KEYS.map(|key| {
        (config::variable(key), format!("the same as --{} of aimark sign", key.replace('_', "-")))
    });
    let others = ENVIRONMENT.map(|(name, words)| (name.to_owned(), words.to_owned()));
    section(&mut roff, "ENVIRONMENT", others.into_iter().chain(settings));
    let data = store::FILES.map(|(file, words)| (format!("~/.local/share/aimark/{file}"), words.to_owned()));
    let project = format!("settings of sign for the files of a folder: {}", config::KEYS.join(", "));
    let user = "settings of sign for everything this user signs".to_owned();
    let settings =
        [(config::PROJECT_FILE.to_owned(), project), (format!("~/.config/{}", config::USER_FILE), user)];
    section(&mut roff, "FILES", data.into_iter().chain(settings));
    roff.text([roman(
        "AIMARK_HOME names another data folder than ~/.local/share/aimark. An option wins over the environment, that over aimark.toml in the current folder, that over the \
         user's own file. XDG_DATA_HOME and XDG_CONFIG_HOME move the folders in the home folder; on Windows \
         they are in %APPDATA%.",
    )]);
    roff
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
