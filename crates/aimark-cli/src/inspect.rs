//! `aimark inspect`

use aimark::{Format, Limits, Report, Severity, Verdict, VerifyContext};

use crate::args::InspectArgs;
use crate::clock;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::input::Source;
use crate::json;
use crate::kind::Said;
use crate::render;
use crate::row::Examined;
use crate::words::say;

pub(crate) fn run(args: &InspectArgs) -> Result<Exit, Failure> {
    let source = Source::new(&args.path);
    match read(&source, args.media_type) {
        Ok(report) => tell(args, &source, &report),
        Err(failure) if args.json => {
            json::print(json::failure(&source, &failure))?;
            Ok(Exit::Error)
        }
        Err(failure) => Err(failure.at(source.shown())),
    }
}

/// Reading what a label says is the first half of examining it. The second half is thrown away here: nothing
/// of it is shown, so that nobody takes "read" for "checked".
fn read(source: &Source, announced: Option<Format>) -> Result<Report, Failure> {
    let said = Said::of(source, announced);
    let asset = source.read(&Limits::default())?;
    said.check(&asset)?;
    let context = VerifyContext { format: said.format(), ..VerifyContext::new(clock::now()?) };
    Ok(aimark::verify(&asset, &context)?)
}

fn tell(args: &InspectArgs, source: &Source, report: &Report) -> Result<Exit, Failure> {
    let name = source.shown();
    let unreadable = unreadable(report);
    let exit = match report.verdict() {
        Verdict::Unmarked => Exit::Unmarked,
        Verdict::Foreign => Exit::Error,
        _ if unreadable.is_some() => Exit::Error,
        _ => Exit::Done,
    };
    if args.json {
        json::print(json::statement(source, report, unreadable.as_deref()))?;
        return Ok(exit);
    }
    if let Some(why) = unreadable {
        return Err(Failure::input(say!("label-unreadable", why = why)).at(name));
    }
    let found = || Examined::of(report, None, |_| None);
    render::print(&match report.verdict() {
        Verdict::Unmarked => render::found(&name, &found()),
        Verdict::Foreign => render::foreign_statement(&name, &found()),
        _ => render::statement(&name, report),
    })?;
    Ok(exit)
}

/// Why nothing can be said about a label that is there.
fn unreadable(report: &Report) -> Option<String> {
    if report.verdict() != Verdict::Invalid || report.stated_label().is_some() {
        return None;
    }
    Some(report.findings_of(Severity::Failure).map(|f| f.words.as_str()).collect::<Vec<_>>().join("; "))
}
