//! The warning that people see.

use super::marks;
use crate::answer::{Detail, Outcome, Seen};
use crate::decimal::Decimal;
use crate::evidence::{Evidence, NoticePlace, NoticeSeen, TextNotice};

/// How a label says that the warning is shown.
const SHOWN: &str = "notice_shown";
/// Where it is drawn.
const BOX: &str = "notice_box";
/// How clear it is.
const CONTRAST: &str = "notice_contrast";

pub(super) fn present(evidence: &Evidence, languages: &[String]) -> Seen {
    if evidence.medium.is_image() { in_picture(evidence) } else { in_text(evidence, languages) }
}

fn in_picture(evidence: &Evidence) -> Seen {
    let recorded = evidence.field(SHOWN);
    let outcome = match (evidence.notice, recorded) {
        (Some(NoticeSeen::Found), _) => Outcome::Found,
        (Some(NoticeSeen::NotFound), _) => Outcome::NotFound,
        (Some(NoticeSeen::Damaged), _) => Outcome::Damaged,
        // The words that are recorded are not known to be a warning.
        (Some(NoticeSeen::Unknown), _) => Outcome::CannotTell,
        // Nobody looked at the pixels: the signed word counts.
        (_, Some("drawn")) => Outcome::Found,
        (_, None) if is_own(evidence) => Outcome::NotFound,
        // Beside the picture, or a warning of somebody else's in it: the file cannot tell.
        _ => Outcome::CannotTell,
    };
    let mut seen = Seen::new(outcome).and(recorded.map(|how| Detail::new(SHOWN, how)));
    if let Some(looked) = evidence.notice {
        seen = seen.with("picture", looked.name());
    }
    seen
}

fn in_text(evidence: &Evidence, languages: &[String]) -> Seen {
    let Some(notices) = notices(evidence) else { return recorded_in_text(evidence) };
    let at_an_end = notices.iter().filter(|one| one.place != NoticePlace::Middle);
    let fits = |one: &&TextNotice| languages.is_empty() || languages.iter().any(|tag| speaks(one, tag));
    let elsewhere = evidence.field(SHOWN) == Some("elsewhere");
    let outcome = match (at_an_end.clone().any(|one| fits(&one)), elsewhere) {
        (true, _) => Outcome::Found,
        // The label records that it is shown beside the text, which the file cannot prove.
        (false, true) => Outcome::CannotTell,
        (false, false) => Outcome::NotFound,
    };
    let recorded = elsewhere.then(|| Detail::new(SHOWN, "elsewhere"));
    Seen::new(outcome).and(notices.iter().map(detail)).and(recorded)
}

/// Where nobody looked into the text: a signature that holds also says that the warning is still there.
fn recorded_in_text(evidence: &Evidence) -> Seen {
    match evidence.field(SHOWN) {
        Some("text") => Seen::new(Outcome::Found).with(SHOWN, "text"),
        _ => Seen::new(Outcome::CannotTell),
    }
}

pub(super) fn perceivable(evidence: &Evidence, height: Option<u8>, contrast: Option<Decimal>) -> Seen {
    if !evidence.medium.is_image() {
        return seen_in_text(evidence);
    }
    if evidence.notice == Some(NoticeSeen::NotFound) {
        // That is another rule's to say.
        return Seen::new(Outcome::NotApplicable).with("picture", "not_found");
    }
    let Some(area) = evidence.field(BOX) else { return Seen::new(Outcome::NotApplicable) };
    let measured = [
        height.map(|least| tall_enough(evidence, area, least)),
        contrast.map(|least| clear_enough(evidence, least)),
    ];
    let looked = (evidence.notice == Some(NoticeSeen::Damaged))
        .then(|| Seen::new(Outcome::Damaged).with("picture", "damaged"));
    let all = || measured.iter().flatten().chain(&looked);
    let order = [Outcome::Damaged, Outcome::CannotTell];
    let worst = order.into_iter().find(|bad| all().any(|seen| seen.outcome == *bad));
    let detail = all().flat_map(|seen| seen.detail.clone()).collect::<Vec<_>>();
    Seen::new(worst.unwrap_or(Outcome::Found)).and(detail)
}

fn seen_in_text(evidence: &Evidence) -> Seen {
    let Some(notices) = notices(evidence) else { return Seen::new(Outcome::CannotTell) };
    let outcome = if notices.is_empty() {
        Outcome::NotApplicable
    } else if notices.iter().all(|one| one.hidden) {
        Outcome::Damaged
    } else if evidence.text.as_ref().is_some_and(|text| text.styled) {
        Outcome::CannotTell
    } else {
        Outcome::Found
    };
    Seen::new(outcome).and(notices.iter().map(detail))
}

/// Whether the letters are as high as a percentage of the shorter side. They are no higher than the box around them, which
/// is all that a label records; a high box may hold several rows, and room around them.
fn tall_enough(evidence: &Evidence, area: &str, least: u8) -> Seen {
    let Some((width, height)) = evidence.picture else {
        return Seen::new(Outcome::CannotTell).with("picture", "its size is not known");
    };
    let (measured, of) = match (evidence.notice_height, box_height(area)) {
        (Some(letters), _) => (letters, "letters"),
        (None, Some(whole)) => (whole, "box"),
        (None, None) => return Seen::new(Outcome::CannotTell).with(BOX, area),
    };
    let short = u64::from(width.min(height));
    let enough = u64::from(measured).saturating_mul(100) >= short.saturating_mul(u64::from(least));
    let outcome = match (enough, of) {
        (true, "letters") => Outcome::Found,
        (true, _) => Outcome::CannotTell,
        (false, _) => Outcome::Damaged,
    };
    Seen::new(outcome)
        .with("height", format!("{measured} px ({of}), shorter side {short} px, least {least} %"))
}

fn clear_enough(evidence: &Evidence, least: Decimal) -> Seen {
    let Some(stated) = evidence.field(CONTRAST) else {
        return Seen::new(Outcome::CannotTell).with("contrast", "is not stated");
    };
    let outcome = match Decimal::parse(stated) {
        None => Outcome::CannotTell,
        Some(contrast) if contrast >= least => Outcome::Found,
        Some(_) => Outcome::Damaged,
    };
    Seen::new(outcome).with("contrast", stated)
}

/// `H` of `xywh=X,Y,W,H` (W3C Media Fragments 1.0, 4.2.2), in pixels.
fn box_height(area: &str) -> Option<u32> {
    let numbers = area.strip_prefix("xywh=")?;
    let mut parts = numbers.strip_prefix("pixel:").unwrap_or(numbers).split(',');
    let height = parts.nth(3)?.parse().ok()?;
    parts.next().is_none().then_some(height)
}

/// A warning is needed where a label says so.
pub(super) fn if_stated(evidence: &Evidence, field: &str, values: &[String]) -> Seen {
    let Some(value) = evidence.field(field) else { return Seen::new(Outcome::NotApplicable) };
    if !values.iter().any(|one| one == value) {
        return Seen::new(Outcome::NotApplicable).with("field", format!("{field}={value}"));
    }
    present(evidence, &[]).with("field", format!("{field}={value}"))
}

pub(super) fn or_fields(evidence: &Evidence, fields: &[String], unless: &[String]) -> Seen {
    let seen = present(evidence, &[]);
    let stated =
        |name: &String| evidence.field(name).map(|value| Detail::new("field", format!("{name}={value}")));
    let facts: Vec<Detail> = fields.iter().filter_map(stated).collect();
    let stands = facts.len() == fields.len() && !unless.iter().any(|name| evidence.field(name).is_some());
    let outcome = if stands { Outcome::Found } else { seen.outcome };
    Seen { outcome, ..seen }.and(facts)
}

/// Where only machines read the mark, the user is to be told once.
pub(super) fn user_told(evidence: &Evidence) -> Seen {
    if marks::present(evidence).outcome != Outcome::Found {
        return Seen::new(Outcome::NotApplicable);
    }
    let warning = present(evidence, &[]);
    if warning.outcome == Outcome::Found {
        return Seen { outcome: Outcome::NotApplicable, ..warning };
    }
    let recorded = evidence.field(SHOWN);
    let outcome = match (evidence.user_told, recorded) {
        (Some(true), _) | (None, Some("elsewhere")) => Outcome::Found,
        (Some(false), _) => Outcome::NotFound,
        (None, None) if is_own(evidence) => Outcome::NotFound,
        _ => Outcome::CannotTell,
    };
    Seen::new(outcome).and(recorded.map(|how| Detail::new(SHOWN, how)))
}

/// Whether there is a label of this project that holds: it records where a warning is shown, so that without a record there is
/// none.
fn is_own(evidence: &Evidence) -> bool {
    evidence.credential.as_ref().is_some_and(|one| one.own && one.holds())
}

fn notices(evidence: &Evidence) -> Option<&[TextNotice]> {
    evidence.text.as_ref()?.notices.as_deref()
}

/// `zh-Hans` is spoken where `zh` is asked for.
fn speaks(notice: &TextNotice, tag: &str) -> bool {
    let first = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    first(&notice.language) == first(tag)
}

fn detail(notice: &TextNotice) -> Detail {
    let hidden = if notice.hidden { ", hidden" } else { "" };
    Detail::new("notice", format!("{} ({}{hidden})", notice.language, notice.place.name()))
}
