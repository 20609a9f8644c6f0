//! One file: its picture, its name, the answer, and the three questions apart from each other.

use crate::language::Language;
use crate::row::{Examined, Integrity, Row, Severity, Trust};
use crate::terms;
use crate::thumbnail::Thumbnail;
use crate::words::Words;

use super::details;
use super::html::Html;
use super::sort::{End, Says, Sort};

pub(super) fn write(html: &mut Html<'_>, row: &Row, sort: Sort, thumbnail: Option<&Thumbnail>) {
    html.mark("<li class=\"").mark(sort.end.choice().class).mark(" ").mark(sort.says.choice().class);
    html.mark(if sort.hinted { " hinted\">" } else { "\">" });
    picture(html, row, thumbnail);
    html.mark("<div class=\"name\"><h3>").name(row).mark("</h3>");
    answer(html, row, sort.end);
    html.mark("</div>");
    if let Some(examined) = row.examined() {
        questions(html, examined, sort);
    }
    html.mark("<details><summary>")
        .word("page-details")
        .mark("<span class=\"unseen\"> ")
        .plain(&row.file.path);
    html.mark("</span></summary><div class=\"all\">");
    details::write(html, row);
    html.mark("</div></details></li>\n");
}

fn picture(html: &mut Html<'_>, row: &Row, thumbnail: Option<&Thumbnail>) {
    html.mark("<div class=\"picture\">");
    if let Some(thumbnail) = thumbnail {
        html.mark("<img src=\"data:image/jpeg;base64,").base64(thumbnail.jpeg()).mark("\" width=\"");
        html.digits(thumbnail.width()).mark("\" height=\"").digits(thumbnail.height());
        html.mark("\" alt=\"").plain(&row.file.path).mark("\">");
    }
    html.mark("</div>");
}

fn answer(html: &mut Html<'_>, row: &Row, end: End) {
    let choice = end.choice();
    html.mark("<p class=\"answer\">");
    sign(html, choice.sign);
    html.word(choice.name).mark("</p>");
    if let Some(why) = why(row, html.language()) {
        html.mark(if why.1 { "<p class=\"why\" lang=\"en\">" } else { "<p class=\"why\">" });
        html.said_briefly(&why.0).mark("</p>");
    }
}

/// What stands between the file and a good answer, and whether that is English.
fn why(row: &Row, language: Language) -> Option<(Words, bool)> {
    let is_english = language == Language::English;
    let Some(examined) = row.examined() else {
        return row.failed().map(|failed| (failed.said(), is_english));
    };
    if examined.verdict.holds() {
        return None;
    }
    let failure = examined.findings_of(Severity::Failure).next();
    let failure = failure.map(|found| (terms::meaning(&found.code, &found.words), is_english));
    failure.or_else(|| examined.foreign.as_ref().map(|foreign| ((&*foreign.reason).into(), true)))
}

fn questions(html: &mut Html<'_>, examined: &Examined, sort: Sort) {
    html.mark("<dl class=\"three\"><div>").term("page-intact");
    intact(html, examined);
    html.mark("</dd></div><div>").term("page-signer");
    signer(html, examined);
    html.mark("</dd></div><div>").term("page-ai");
    ai(html, examined, sort.says);
    html.mark("</dd></div></dl>");
}

fn intact(html: &mut Html<'_>, examined: &Examined) {
    match examined.integrity {
        Integrity::Intact => said(html, "good", "✓", "page-intact-yes"),
        Integrity::Broken => said(html, "bad", "✗", "page-intact-no"),
        Integrity::NotExamined => said(html, "open", "–", "page-not-examined"),
    }
}

fn signer(html: &mut Html<'_>, examined: &Examined) {
    match examined.trust {
        Trust::Accepted => said(html, "good", "✓", "page-signer-yes"),
        Trust::Unknown => said(html, "unsure", "?", "page-signer-no"),
        Trust::NotExamined => said(html, "open", "–", "page-not-examined"),
    }
    if let Some(list) = &examined.accepted_by {
        html.mark("<span class=\"more\">")
            .word("page-accepted-by")
            .mark(": ")
            .said_briefly(&terms::list_name(list))
            .mark("</span>");
    }
    if let Some(signer) = &examined.signer {
        let word = if examined.verdict.holds() { "page-signed-by" } else { "page-names-signer" };
        html.mark("<span class=\"more\">").word(word).mark(": ").brief(&signer.named()).mark("</span>");
    }
}

fn ai(html: &mut Html<'_>, examined: &Examined, says: Says) {
    let choice = says.choice();
    let relied = says == Says::Nothing || examined.verdict.holds();
    said(html, if relied { choice.class } else { "claimed" }, choice.sign, choice.name);
    if !relied {
        html.mark("<span class=\"more bad\">").word("page-not-reliable").mark("</span>");
    }
    if !examined.hints.is_empty() {
        html.mark("<span class=\"more\">").words_for("page-hints", examined.hints.len()).mark("</span>");
    }
}

fn said(html: &mut Html<'_>, class: &'static str, mark: &'static str, word: &'static str) {
    html.mark("<b class=\"").mark(class).mark("\">");
    sign(html, mark);
    html.word(word).mark("</b>");
}

/// For the eye only: the words beside it say the same.
fn sign(html: &mut Html<'_>, mark: &'static str) {
    html.mark("<span class=\"sign\" aria-hidden=\"true\">").mark(mark).mark("</span> ");
}
