//! `durable-bench`: what the invisible watermark survives, how fast it is, how it looks, and how often it is seen where it is not.

mod command;

use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "\
durable-bench COMMAND [OPTION VALUE]... [FILE]...

attacks        every photo through every attack: CSV and tables
false-alarms   photos without a mark: how high the detector's z comes
speed          embedding, fast and full search, by megapixels
pictures       original, marked and ten times the difference; PSNR and SSIM
plots          charts of the CSV files that are named, and of those of false-alarms
tables         tables of the CSV files that are named, side by side
names          the attacks of `batch`, one a line, after goal or wide
batch          one attack on a folder of pictures: --attack NAME FROM TO
export         the photos as the bench takes them, as PNG: TO

--photos FOLDER   the corpus (target/durable-corpus)
--out FOLDER      where results go (target/durable-results)
--class NAME      photo or art (photo)
--count N         how many photos go through the attacks of the goals (100), or are taken otherwise
--searched N      how many of them go through those of the goals that need the full search (30)
--wide N          how many of them go through the other attacks (6)
--pixels N        larger photos are made as small as this first (1100000)
";

/// What was asked for.
pub(crate) struct Options {
    photos: PathBuf,
    out: PathBuf,
    class: String,
    count: usize,
    searched: usize,
    wide: usize,
    pixels: usize,
    attack: String,
    files: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.split_first() {
        Some((command, rest)) => options(rest).and_then(|options| command::run(command, &options)),
        None => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn options(arguments: &[String]) -> Result<Options, String> {
    let mut options = Options {
        photos: "target/durable-corpus".into(),
        out: "target/durable-results".into(),
        class: "photo".into(),
        count: 100,
        searched: 30,
        wide: 6,
        pixels: 1_100_000,
        attack: String::new(),
        files: Vec::new(),
    };
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let Some(name) = argument.strip_prefix("--") else {
            options.files.push(argument.into());
            continue;
        };
        let value = arguments.next().ok_or(USAGE)?;
        let number = || value.parse::<usize>().map_err(|_| format!("--{name} {value}: not a number"));
        match name {
            "photos" => options.photos = value.into(),
            "out" => options.out = value.into(),
            "class" => options.class.clone_from(value),
            "count" => options.count = number()?,
            "searched" => options.searched = number()?,
            "wide" => options.wide = number()?,
            "pixels" => options.pixels = number()?,
            "attack" => options.attack.clone_from(value),
            _ => return Err(USAGE.to_owned()),
        }
    }
    Ok(options)
}
