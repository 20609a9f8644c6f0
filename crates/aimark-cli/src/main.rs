//! The command `aimark`: put a signed label on AI-made images and texts, and check it.
//!
//! This file turns outcomes into exit codes and nothing else.

#![forbid(unsafe_code)]

mod args;
mod batch;
mod clock;
mod config;
mod destination;
mod exit;
mod failure;
mod identity;
mod input;
mod inspect;
mod jobs;
mod json;
mod kind;
mod man;
mod normal;
mod output;
// `verify` has no `--format html` yet.
#[cfg_attr(not(test), expect(dead_code))]
mod page;
mod passphrase;
mod progress;
mod render;
mod row;
mod shown;
mod sign;
mod signer;
mod store;
mod talk;
mod temporary;
#[cfg_attr(not(test), expect(dead_code))]
mod thumbnail;
mod trust;
mod verify;

use std::process::ExitCode;

use clap::{ArgMatches, ColorChoice, CommandFactory as _, FromArgMatches as _};

use crate::args::{Cli, Verb};
use crate::config::Settings;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::talk::Talk;

fn main() -> ExitCode {
    let parsed = Cli::command().try_get_matches().and_then(|matches| {
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
        Verb::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Cli::command(), "aimark", &mut script);
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
    let text = error.to_string();
    text.trim_end().lines().for_each(|line| Talk::default().line(&shown::visible(line)));
    Exit::Error
}
