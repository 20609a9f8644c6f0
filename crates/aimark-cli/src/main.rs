//! The command `aimark`: put a signed label on AI-made images and texts, and check it.
//!
//! This file turns outcomes into exit codes and nothing else.

#![forbid(unsafe_code)]

mod args;
mod batch;
mod catalogue;
mod clock;
mod complaint;
mod config;
mod destination;
mod doctor;
mod draft;
mod durable;
mod examine;
mod exit;
mod failure;
mod help;
mod identity;
mod input;
mod inspect;
mod jobs;
mod journal;
mod json;
mod kind;
mod language;
mod law;
mod man;
mod normal;
mod output;
mod page;
mod passphrase;
mod profile;
mod progress;
mod reasons;
mod render;
mod report;
mod row;
mod shown;
mod sign;
mod signer;
mod signers;
mod store;
mod talk;
mod tally;
mod temporary;
mod terms;
mod thumbnail;
mod trust;
mod verify;
mod walk;
mod words;

use std::process::ExitCode;

use clap::{ArgMatches, ColorChoice, CommandFactory as _, FromArgMatches as _};

use crate::args::{Cli, Verb};
use crate::config::Settings;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::language::Language;
use crate::talk::Talk;

fn main() -> ExitCode {
    std::panic::set_hook(Box::new(|fault| {
        // What a panic says may be made of a file's bytes. Where it is caught, a row of the report says so as well.
        let detail = shown::visible(&fault.to_string());
        Talk::default().line(words::say!("internal-error", detail = detail));
    }));
    Language::of_run(std::env::args_os().skip(1), |name| std::env::var_os(name)).choose();
    let parsed = matches().and_then(|matches| {
        let cli = Cli::from_arg_matches(&matches)?;
        Ok((cli, matches))
    });
    let exit = match parsed {
        Ok((cli, matches)) => act(&cli, &matches).unwrap_or_else(|failure| {
            Talk::default().error(&failure);
            Exit::Error
        }),
        Err(error) => answer(&error),
    };
    ExitCode::from(exit.number())
}

/// The arguments as they were typed. Their definitions are put into another language only where somebody will read
/// them: that takes longer than many a run.
fn matches() -> Result<ArgMatches, clap::Error> {
    let parsed = Cli::command().try_get_matches();
    match Language::chosen() {
        Language::English => parsed,
        _ => parsed.or_else(|_| help::command().try_get_matches()),
    }
}

fn act(cli: &Cli, matches: &ArgMatches) -> Result<Exit, Failure> {
    colour(cli.color);
    match &cli.verb {
        Verb::Sign(args) => {
            let matches = matches.subcommand_matches("sign").unwrap_or(matches);
            sign::run(args, &Settings::gather(matches)?)
        }
        Verb::Verify(args) => verify::run(args),
        Verb::Inspect(args) => inspect::run(args),
        Verb::Identity(verb) => identity::run(verb),
        Verb::Trust(verb) => trust::run(verb),
        Verb::Profile(verb) => profile::run(verb),
        Verb::Doctor(args) => doctor::run(args),
        Verb::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut help::command(), "aimark", &mut script);
            output::print_pieces(&[&script]).map(|()| Exit::Done)
        }
        Verb::Man { verb } => output::print_pieces(&[&man::page(verb.as_deref())?]).map(|()| Exit::Done),
    }
}

fn colour(choice: ColorChoice) {
    match choice {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    }
    .write_global();
}

/// Help and version are answers; everything else that ends the reading of arguments is wrong usage.
fn answer(error: &clap::Error) -> Exit {
    if !error.use_stderr() {
        // If nobody reads the help, nobody misses it.
        let _ = error.print();
        return Exit::Done;
    }
    // Arguments may be file names that were made to steer a terminal.
    let text = complaint::text(error);
    text.trim_end().lines().for_each(|line| Talk::default().line(shown::visible(line)));
    Exit::Error
}
