//! The HTML report in a browser.

use crate::command::{cargo, left_out, output, program, run, target};

/// What Chromium is called: by Debian, by others, and its sibling.
const BROWSERS: [&str; 3] = ["chromium", "chromium-browser", "google-chrome"];
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
    let test =
        ["test", "--quiet", "--package", "aimark-cli", "--bin", "aimark", "--", "--ignored", "--exact"];
    run(cargo().args(test).arg(PAGES).env("AIMARK_PAGES", &pages))?;
    run(program("tests/page/run").arg(pages).arg(browser))
}
