//! What the rules of laws say, in the shapes of `docs/report.schema.json`.

use aimark_law::{Answer, Language, Profile};
use serde_json::{Value, json};

/// What one profile says of an asset. Texts are English.
///
/// ```
/// use aimark_law::{Evidence, Medium, Profile, TextKind};
///
/// let kz = Profile::builtin("kz").unwrap();
/// let text = Evidence::gather(b"A text.", None, Medium::Text(TextKind::Plain), "2026-11-21T12:00:00Z".parse()?);
/// let said = aimark_json::profile_answers(&kz, &kz.evaluate(&text, false));
/// assert_eq!((&said["name"], &said["rules"][0]["outcome"]), (&"kz".into(), &"not_found".into()));
/// # Ok::<(), aimark::TimeError>(())
/// ```
#[must_use]
pub fn profile_answers(profile: &Profile, answers: &[Answer<'_>]) -> Value {
    json!({
        "name": profile.name(),
        "title": profile.title().text(Language::English),
        "as_of": profile.as_of().to_string(),
        "status": profile.status().name(),
        "rules": answers.iter().map(rule).collect::<Vec<_>>(),
    })
}

fn rule(answer: &Answer<'_>) -> Value {
    let rule = answer.rule;
    let facts = answer.detail.iter().map(|fact| json!({ "key": fact.key, "value": fact.value }));
    json!({
        "id": rule.id(),
        "title": rule.title().text(Language::English),
        "outcome": answer.outcome.name(),
        "severity": answer.severity.map(aimark_law::Severity::name),
        "clause": rule.clause(),
        "source": rule.source(),
        "confidence": rule.confidence().letter(),
        "words": answer.words().text(Language::English),
        "detail": facts.collect::<Vec<_>>(),
    })
}
