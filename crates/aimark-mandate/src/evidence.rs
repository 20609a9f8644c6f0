//! What the rules of a law look at, gathered from a file.

use aimark::{Format, Timestamp, Verdict};
use aimark_law::{
    Credential, Evidence, ImageKind, Medium, NoticePlace, NoticeSeen, TextKind, TextNotice, TextSeen,
};
use aimark_notice::{Area, Place, Seen, find_text, is_styled, similarity, size, visible_text};

use crate::Limits;
use crate::prepare::text_kind;

/// Gathers what the rules of a law look at: marks, the warning in the pixels or in the words, and the credential that the
/// caller had judged. `None` for what no rule speaks of: neither an image nor a text.
///
/// Pixels are decoded only where the label records a warning that was drawn; those beyond the limits are not.
#[must_use]
pub fn evidence(
    asset: &[u8],
    media_type: &str,
    credential: Option<Credential>,
    at: Timestamp,
    limits: &Limits,
) -> Option<Evidence> {
    let format = Format::from_media_type(media_type);
    let medium = medium(media_type, format)?;
    let mut evidence = Evidence::gather(asset, Some(media_type), medium, at);
    match medium {
        Medium::Image(_) => {
            evidence.picture = size(asset, &limits.notice).ok();
            if let Some(drawn) = credential.as_ref().and_then(drawn) {
                look(&mut evidence, asset, &drawn, limits);
            }
        }
        _ => evidence.text = core::str::from_utf8(asset).ok().map(|text| read(text, format)),
    }
    evidence.credential = credential;
    Some(evidence)
}

fn medium(media_type: &str, format: Option<Format>) -> Option<Medium> {
    if let Some(format) = format {
        return Some(Medium::of(format));
    }
    Some(match media_type {
        "image/gif" => Medium::Image(ImageKind::Gif),
        "image/tiff" => Medium::Image(ImageKind::Tiff),
        "image/heif" | "image/heic" | "image/avif" => Medium::Image(ImageKind::Heif),
        other if other.starts_with("image/") => Medium::Image(ImageKind::Other),
        other if other.starts_with("text/") => Medium::Text(TextKind::Structured),
        _ => return None,
    })
}

/// The words and the box of a warning that a label records as drawn.
fn drawn(credential: &Credential) -> Option<(String, Area)> {
    // What a label says counts only while its signature holds.
    if !matches!(credential.verdict, Verdict::Trusted | Verdict::Valid) {
        return None;
    }
    let field = |name: &str| credential.fields.get(name);
    let area = field("notice_box")?.parse().ok()?;
    Some((field("notice")?.clone(), area))
}

fn look(evidence: &mut Evidence, asset: &[u8], (words, area): &(String, Area), limits: &Limits) {
    // A picture that cannot be decoded tells nothing.
    let Ok(found) = similarity(asset, words, area, &limits.notice) else { return };
    evidence.notice_height = found.map(|found| found.text_height);
    let is_warning = find_text(words, aimark_notice::TextKind::Plain).is_some();
    evidence.notice = Some(match found.map(|found| found.seen()) {
        // Somebody's own words are there; whether they warn of AI, nobody here can say.
        Some(Seen::Found) if !is_warning => NoticeSeen::Unknown,
        Some(Seen::Found) => NoticeSeen::Found,
        Some(Seen::Damaged) => NoticeSeen::Damaged,
        Some(Seen::NotFound) | None => NoticeSeen::NotFound,
    });
}

fn read(text: &str, format: Option<Format>) -> TextSeen {
    let Some(kind) = format.and_then(text_kind) else { return TextSeen::of(text) };
    let mut seen = TextSeen::of(&visible_text(text, kind));
    let notices = find_text(text, kind).into_iter().flat_map(|found| {
        let place = match found.place {
            Place::First => NoticePlace::Head,
            Place::Last => NoticePlace::Tail,
        };
        let of =
            move |language: &'static str| TextNotice { language: language.to_owned(), place, hidden: false };
        found.languages.into_iter().map(of)
    });
    seen.notices = Some(notices.collect());
    seen.styled = is_styled(text, kind);
    seen
}
