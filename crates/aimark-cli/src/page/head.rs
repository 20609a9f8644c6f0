//! What stands above the rows: what was examined, the summary with its filters, and what the answers do not prove.

use super::Head;
use super::html::Html;
use super::sort::{Choice, Counts, End, Says};
use crate::language::Language;
use crate::report::{ListInForce, Purpose};
use crate::terms;

const STYLE: &str = include_str!("page.css");

/// What the answers do not prove, in the order of how often it is misunderstood.
const CAVEATS: [&str; 6] = [
    "page-not-human",
    "page-not-true",
    "page-not-known",
    "page-not-hints",
    "page-not-time",
    "page-not-revoked",
];

pub(super) fn write(html: &mut Html<'_>, head: &Head, language: Language, counts: &Counts) {
    opening(html, head, language);
    html.mark("<body><a class=\"skip\" href=\"#files\">").word("page-skip").mark("</a>");
    masthead(html, head);
    html.mark("<section class=\"choices\" aria-labelledby=\"summary\"><h2 id=\"summary\">");
    html.words_for("page-files", counts.files).mark("</h2>");
    bar(html, counts);
    filters(html, counts);
    html.mark("</section>");
    caveats(html);
    html.mark("<main id=\"files\" tabindex=\"-1\"");
    html.mark(if counts.files > MOST_COUNTED { "" } else { " class=\"counted\"" })
        .mark("><h2>")
        .word("page-list")
        .mark("</h2><ol>");
}

/// How many rows the style sheet still counts: with more, each change of a filter would take seconds.
const MOST_COUNTED: usize = 5000;

/// What stands below the rows: how many of them the filters leave, as the style sheet counts.
pub(super) fn end(html: &mut Html<'_>, counts: &Counts) {
    html.mark("</ol><p class=\"shown\">").word("page-shown").mark(" <b></b> / ").number(counts.files);
    html.mark("</p></main></body></html>\n");
}

/// The policy lets nothing in but this page's own style and pictures that stand in it.
fn opening(html: &mut Html<'_>, head: &Head, language: Language) {
    html.mark("<!DOCTYPE html>\n<html lang=\"").text(language.tag());
    html.mark("\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"");
    html.mark("default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src 'sha256-");
    html.base64(&aimark_hash::sha256(STYLE.as_bytes()))
        .mark("'\"><meta name=\"referrer\" content=\"no-referrer\">");
    html.mark(
        "<meta name=\"viewport\" content=\"width=device-width\"><meta name=\"color-scheme\" content=\"",
    );
    html.mark("light dark\"><title>").word("page-heading").mark(": ").plain(&head.subject);
    html.mark("</title><style>").mark(STYLE).mark("</style></head>\n");
}

fn masthead(html: &mut Html<'_>, head: &Head) {
    html.mark("<header><p class=\"over\">").word("page-heading").mark("</p><h1>").outside(&head.subject);
    html.mark("</h1><dl class=\"made\"><div>").term("page-time");
    html.mark("<time datetime=\"").text(&head.time).mark("\">").text(&readable(&head.time));
    html.mark("</time></dd></div><div>").term("page-tool").mark("aimark ").text(&head.version);
    html.mark("</dd></div><div>").term("page-lists");
    if head.lists.is_empty() {
        html.word("page-no-lists");
    } else {
        html.mark("<ul>");
        html.entries(&head.lists, list);
        html.mark("</ul>");
    }
    html.mark("</dd></div></dl></header>");
}

/// A moment for people, the same in every language.
fn readable(time: &str) -> String {
    let parts = time.strip_suffix('Z').and_then(|time| time.split_once('T'));
    parts.map_or_else(|| time.to_owned(), |(day, hour)| format!("{day} {hour} UTC"))
}

fn list(html: &mut Html<'_>, list: &ListInForce) {
    html.said(&terms::list_name(&list.name));
    if let Some(date) = &list.date {
        html.mark(", <time>").text(date).mark("</time>");
    }
    html.mark(" <small>").word(match list.purpose {
        Purpose::Content => "page-list-content",
        Purpose::Time => "page-list-time",
        Purpose::Own => "page-list-own",
    });
    html.mark("</small>");
}

/// The answers as parts of one line. Only for the eye: the numbers stand below.
fn bar(html: &mut Html<'_>, counts: &Counts) {
    if counts.files == 0 {
        return;
    }
    html.mark("<svg class=\"bar\" aria-hidden=\"true\" preserveAspectRatio=\"none\" viewBox=\"0 0 ");
    html.digits(counts.files).mark(" 1\">");
    let mut from = 0_usize;
    for (end, count) in End::ALL.into_iter().zip(counts.ends) {
        html.mark("<rect class=\"").mark(end.choice().class).mark("\" height=\"1\" x=\"").digits(from);
        html.mark("\" width=\"").digits(count).mark("\"/>");
        from = from.saturating_add(count);
    }
    html.mark("</svg>");
}

/// The form is sent nowhere: outside a dialog its method does nothing.
fn filters(html: &mut Html<'_>, counts: &Counts) {
    html.mark("<form method=\"dialog\" autocomplete=\"off\"><p class=\"help\" id=\"help\">")
        .word("page-help");
    html.mark(" <button type=\"reset\">").word("page-reset").mark("</button></p>");
    group(html, "page-by-answer", "by-answer", End::ALL.map(End::choice).iter().zip(counts.ends));
    group(html, "page-by-ai", "by-ai", Says::ALL.map(Says::choice).iter().zip(counts.says));
    let hinted = Choice {
        id: "only-hinted",
        class: "hinted",
        sign: "※",
        name: "page-hinted",
        means: "page-hinted-means",
    };
    group(html, "page-by-hints", "by-hints", [(&hinted, counts.hinted)].into_iter());
    html.mark("</form>");
}

fn group<'c>(
    html: &mut Html<'_>,
    legend: &'static str,
    class: &'static str,
    choices: impl Iterator<Item = (&'c Choice, usize)>,
) {
    html.mark("<fieldset aria-describedby=\"help\" class=\"").mark(class).mark("\"><legend>").word(legend);
    html.mark("</legend>");
    choices.for_each(|(choice, count)| option(html, choice, count));
    html.mark("</fieldset>");
}

/// What no file is cannot be chosen.
fn option(html: &mut Html<'_>, choice: &Choice, count: usize) {
    html.mark("<label class=\"").mark(choice.class).mark("\"><input type=\"checkbox\" id=\"").mark(choice.id);
    html.mark(if count == 0 { "\" disabled>" } else { "\">" });
    html.mark("<span class=\"what\"><b><span class=\"sign\" aria-hidden=\"true\">").mark(choice.sign);
    html.mark("</span> ").word(choice.name).mark("</b> <small>").word(choice.means).mark("</small></span>");
    html.mark(" <span class=\"count\">").number(count).mark("</span></label>");
}

fn caveats(html: &mut Html<'_>) {
    html.mark("<section class=\"caveats\" aria-labelledby=\"caveats\"><h2 id=\"caveats\">")
        .word("page-caveats");
    html.mark("</h2><ul>");
    for caveat in CAVEATS {
        html.mark("<li>").word(caveat).mark("</li>");
    }
    html.mark("</ul></section>");
}
