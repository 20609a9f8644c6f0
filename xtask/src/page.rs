//! The HTML report in a browser.

use std::fs;
use std::path::Path;

use crate::command::{built, left_out, output, program, project, run, target, workspace};

/// What Chromium is called: by Debian, by others, and its sibling.
const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
/// The languages that the command speaks.
const LANGUAGES: [&str; 3] = ["en", "ru", "kk"];
/// Writes the pages: reports over 200 rows in each language, and one over rows that somebody made to harm.
const PAGES: &str = "page::tests::writes_pages_to_look_at";

pub fn check() -> Result<(), String> {
    let is_there = |name: &&str| output(program(name).arg("--version")).is_ok();
    let Some(browser) = BROWSERS.into_iter().find(|name| is_there(name)) else {
        return left_out("page: there is no Chromium");
    };
    if let Some(missing) = ["node", "npm"].into_iter().find(|name| !is_there(name)) {
        return left_out(&format!("page: there is no {missing}"));
    }
    let pages = target().join("page");
    let test = ["--bin", "aimark", "--", "--ignored", "--exact", PAGES];
    run(workspace("test").args(test).env("AIMARK_PAGES", &pages))?;
    reports(&pages)?;
    run(program("tests/page/run").arg(pages).arg(browser))
}

/// Has the command itself report on a folder of 200 files, and on other people's files where they are.
fn reports(pages: &Path) -> Result<(), String> {
    let [command, fill] = built(["aimark", "mixed-folder"])?;
    let mixed = pages.join("mixed");
    run(program(fill).arg(&mixed).arg(&command))?;
    let others = project().parent().unwrap_or(Path::new("/")).join("shared/data/foreign");
    if !others.is_dir() {
        eprintln!("xtask: left out: page: other makers' files: {} is not there", others.display());
    }
    for language in LANGUAGES {
        let mut verify = program(&command);
        verify.args(["verify", "--recursive", "incoming", "--format", "html", "--lang", language]);
        verify.args(others.is_dir().then_some(&others)).current_dir(&mixed);
        verify.arg("--output").arg(pages.join(format!("mixed-{language}.html"))).arg("--overwrite");
        report(verify.arg("--quiet").env("AIMARK_HOME", mixed.join("editor")))?;
    }
    fs::remove_dir_all(mixed).map_err(|e| format!("cannot remove the folder of mixed files: {e}"))
}

/// Makes a report. Some of its files cannot be examined, and the command must say so.
fn report(verify: &mut std::process::Command) -> Result<(), String> {
    let status = verify.status().map_err(|e| format!("{verify:?}: {e}"))?;
    if status.code() == Some(2) { Ok(()) } else { Err(format!("{verify:?}: {status} instead of 2")) }
}
