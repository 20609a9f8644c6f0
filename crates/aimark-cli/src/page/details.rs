//! Everything else that is known of a file, in parts with headings.

use serde_json::{Map, Value};

use crate::language::Language;
use crate::render;
use crate::row::{
    Action, Ai, Certificate, Credential, Examined, Failed, Finding, Foreign, Hint, Identity, Ingredient,
    ProfileAnswers, Row, Severity, TimeStamp, stated,
};
use crate::terms;
use crate::words::Words;

use super::html::Html;

pub(super) fn write(html: &mut Html<'_>, row: &Row) {
    if let Some(examined) = row.examined() {
        let credential = examined.credential.as_ref();
        if !examined.verdict.holds() && (examined.signer.is_some() || examined.label.is_some()) {
            html.mark("<p class=\"bad\">").word("page-unchecked").mark("</p>");
        }
        signer(html, examined);
        examined.ai.iter().for_each(|ai| actions(html, ai));
        examined.label.iter().for_each(|label| fields(html, label, examined.origin.as_deref()));
        credential.iter().for_each(|credential| parts(html, credential));
        examined.foreign.iter().for_each(|other| foreign(html, other));
        findings(html, examined);
        if let Some(sought) = render::sought(examined) {
            heading(html, "page-watermark");
            html.mark("<p>").said(&sought).mark("</p></section>");
        }
        hints(html, &examined.hints);
        examined.profiles.iter().for_each(|profile| laws(html, profile));
    }
    file(html, row);
}

fn heading(html: &mut Html<'_>, word: &'static str) {
    html.mark("<section><h4>").word(word).mark("</h4>");
}

fn signer(html: &mut Html<'_>, examined: &Examined) {
    let stamp = examined.credential.as_ref().and_then(|credential| credential.time_stamp.as_ref());
    if examined.signer.is_none() && stamp.is_none() {
        return;
    }
    heading(html, "page-signature");
    html.mark("<dl>");
    let named = if examined.verdict.holds() { "page-signed-by" } else { "page-names-signer" };
    examined.signer.iter().for_each(|signer| certificate(html, named, signer));
    if let Some(list) = &examined.accepted_by {
        html.term("page-accepted-by").said(&terms::list_name(list)).mark("</dd>");
    }
    if let Some(anchor) = &examined.anchor {
        html.pair("page-anchor", &anchor.named());
        html.code_if("page-fingerprint", anchor.fingerprint.as_deref());
    }
    match stamp {
        Some(stamp) => time_stamp(html, stamp),
        None => html.pair_if("page-time-stamp", examined.signed_at.as_deref()),
    };
    html.mark("</dl></section>");
}

fn certificate(html: &mut Html<'_>, term: &'static str, certificate: &Certificate) {
    html.pair(term, &certificate.named());
    html.pair_if("page-subject", certificate.subject.as_deref());
    html.pair_if("page-issuer", certificate.issuer.as_deref());
    html.pair_if("page-serial", certificate.serial.as_deref());
    if let (Some(from), Some(until)) = (&certificate.not_before, &certificate.not_after) {
        html.term("page-validity").outside(from).mark(" – ").outside(until).mark("</dd>");
    }
    html.code_if("page-fingerprint", certificate.fingerprint.as_deref());
}

fn time_stamp<'h, 'w>(html: &'h mut Html<'w>, stamp: &TimeStamp) -> &'h mut Html<'w> {
    html.term("page-time-stamp").outside(&stamp.time).mark(" · ");
    if let Some(authority) = &stamp.authority {
        html.outside(authority).mark(" · ");
    }
    html.word(if stamp.accepted { "page-authority-yes" } else { "page-authority-no" }).mark("</dd>")
}

fn actions(html: &mut Html<'_>, ai: &Ai) {
    if ai.actions.is_empty() {
        return;
    }
    heading(html, "page-actions");
    html.mark("<ul>");
    html.entries(&ai.actions, |html, Action { action, software, digital_source_type }| {
        html.outside(action);
        for text in [software, digital_source_type].into_iter().flatten() {
            html.mark(" · ").outside(text);
        }
    });
    html.mark("</ul></section>");
}

fn fields(html: &mut Html<'_>, label: &Map<String, Value>, origin: Option<&str>) {
    heading(html, "page-label");
    html.mark("<dl>");
    if let Some(origin) = origin {
        html.term("page-origin").said(&terms::origin(origin)).mark("</dd>");
    }
    for (key, value) in label {
        let Some(text) = stated(key, value) else { continue };
        html.mark("<dt>");
        match field(key) {
            Some(word) => html.word(word),
            None => html.outside(key),
        };
        html.mark("</dt><dd>").outside(&text).mark("</dd>");
    }
    html.mark("</dl></section>");
}

/// What a field of a label is called.
fn field(key: &str) -> Option<&'static str> {
    Some(match key {
        "created_at" => "page-field-created-at",
        "system" => "page-field-system",
        "system_version" => "page-field-system-version",
        "provider" => "page-field-provider",
        "provider_code" => "page-field-provider-code",
        "content_id" => "page-field-content-id",
        "service_id" => "page-field-service-id",
        "detector_url" => "page-field-detector-url",
        "notice" => "page-field-notice",
        "notice_lang" => "page-field-notice-lang",
        "reviewed_by" => "page-field-reviewed-by",
        "responsible" => "page-field-responsible",
        "owner" => "page-field-owner",
        "risk_class" => "page-field-risk-class",
        "autonomy" => "page-field-autonomy",
        "depicts" => "page-field-depicts",
        "notice_shown" => "page-field-notice-shown",
        "notice_box" => "page-field-notice-box",
        "notice_contrast" => "page-field-notice-contrast",
        "mining" => "page-field-mining",
        "soft_bindings" => "page-field-soft-bindings",
        _ => return None,
    })
}

/// What the rules of a law find.
fn laws(html: &mut Html<'_>, profile: &ProfileAnswers) {
    html.mark("<section><h4>").said(&profile.heading()).mark("</h4><ul class=\"law\">");
    for rule in profile.rules.iter().filter(|rule| rule.applies()) {
        html.mark("<li>").said(&rule.line());
        if let Some(facts) = rule.facts().filter(|_| !rule.is_found()) {
            html.mark("<br>").outside(&facts);
        }
        html.mark("</li>");
    }
    html.mark("</ul></section>");
}

fn parts(html: &mut Html<'_>, credential: &Credential) {
    if !credential.ingredients.is_empty() {
        heading(html, "page-ingredients");
        html.mark("<ul>");
        html.entries(&credential.ingredients, ingredient);
        html.mark("</ul></section>");
    }
    if !credential.identities.is_empty() {
        heading(html, "page-identities");
        html.mark("<ul>");
        html.entries(&credential.identities, identity);
        html.mark("</ul></section>");
    }
}

fn ingredient(html: &mut Html<'_>, ingredient: &Ingredient) {
    match &ingredient.title {
        Some(title) => html.outside(title),
        None => html.word("page-untitled"),
    };
    html.mark(" · ").said(&terms::relation(&ingredient.relationship));
    if let Some(state) = &ingredient.state {
        html.mark(" · ").said(&terms::state(state));
    }
}

fn identity(html: &mut Html<'_>, identity: &Identity) {
    html.outside(&identity.name).mark(" · ").outside(&identity.kind).mark(" · ");
    html.word(if identity.holds { "page-intact-yes" } else { "page-intact-no" }).mark(" · ");
    html.word(if identity.accepted { "page-signer-yes" } else { "page-signer-no" });
}

fn foreign(html: &mut Html<'_>, foreign: &Foreign) {
    heading(html, "page-unjudged");
    html.mark("<dl>").pair("page-reason", &foreign.reason);
    html.term("page-manifests").number(foreign.manifests).mark("</dd>");
    let lists = [("page-assertions", &foreign.assertions), ("page-mentions", &foreign.digital_source_types)];
    for (term, texts) in lists.into_iter().filter(|(_, texts)| !texts.is_empty()) {
        html.term(term).mark("<ul>");
        html.entries(texts, |html, text| {
            html.outside(text);
        });
        html.mark("</ul></dd>");
    }
    html.mark("</dl></section>");
}

/// The failures first: they are why somebody looks.
fn findings(html: &mut Html<'_>, examined: &Examined) {
    if examined.findings.is_empty() {
        return;
    }
    heading(html, "page-findings");
    html.mark("<ul>");
    let mut sorted: Vec<&Finding> = Vec::new();
    for severity in [Severity::Failure, Severity::Informational, Severity::Success] {
        sorted.extend(examined.findings_of(severity));
    }
    // Of a label that holds nothing is bad: at most its signer is not known.
    let failed = if examined.verdict.holds() { "unsure" } else { "bad" };
    html.entries(&sorted, |html, finding| {
        let (class, word) = match finding.severity {
            Severity::Failure => (failed, "page-failure"),
            Severity::Informational => ("open", "page-informational"),
            Severity::Success => ("good", "page-success"),
        };
        html.mark("<b class=\"").mark(class).mark("\">").word(word).mark("</b> ");
        let is_english = html.language() == Language::English;
        html.mark(if is_english { "<span lang=\"en\">" } else { "<span>" });
        html.said(&terms::meaning(&finding.code, &finding.words))
            .mark("</span> <code>")
            .outside(&finding.code)
            .mark("</code> <small>");
        html.outside(within(&finding.place, examined.manifest_id.as_deref())).mark("</small>");
    });
    html.mark("</ul></section>");
}

/// A place without the manifest that the file is judged by: it stands with the file, and here it would in every line.
fn within<'p>(place: &'p str, manifest: Option<&str>) -> &'p str {
    let within =
        |manifest| place.strip_prefix("self#jumbf=/c2pa/")?.strip_prefix(manifest)?.strip_prefix('/');
    manifest.and_then(within).filter(|rest| !rest.is_empty()).unwrap_or(place)
}

fn hints(html: &mut Html<'_>, hints: &[Hint]) {
    if hints.is_empty() {
        return;
    }
    heading(html, "page-unsigned");
    html.mark("<ul>");
    html.entries(hints, |html, hint| {
        html.mark("<b>").word(hint_says(&hint.says)).mark("</b> ").outside(&hint.key).mark(" = ");
        html.outside(&hint.value).mark(" <small>").said(&terms::hint_kind(&hint.kind));
        html.mark(", <span lang=\"en\">").outside(&hint.place).mark("</span></small>");
    });
    html.mark("</ul></section>");
}

/// What a hint says, if it is true.
fn hint_says(says: &str) -> &'static str {
    match says {
        "generated" => "page-hint-generated",
        "altered" => "page-hint-altered",
        "suspected" => "page-hint-suspected",
        "involved" => "page-hint-involved",
        "not_ai" => "page-hint-not-ai",
        _ => "page-hint-open",
    }
}

fn file(html: &mut Html<'_>, row: &Row) {
    heading(html, "page-file");
    html.mark("<dl>").pair("page-path", &row.file.path);
    html.code_if("page-path-bytes", row.file.path_bytes.as_deref());
    if let Some(Failed { kind, .. }) = row.failed() {
        html.term("page-fault").said(&Words::otherwise(&**kind, terms::kind(kind))).mark("</dd>");
    }
    if let Some(examined) = row.examined() {
        html.pair("page-type", &examined.media_type);
        html.code_if("page-sha", examined.sha256.as_deref());
        html.pair_if("page-generator", examined.claim_generator.as_deref());
        html.code_if("page-manifest", examined.manifest_id.as_deref());
        if let Some(credential) = &examined.credential {
            html.pair_if("page-credential-title", credential.title.as_deref());
            html.term("page-manifests").number(credential.manifests).mark("</dd>");
            html.pair_if("page-remote", credential.remote.as_deref());
        }
    }
    html.mark("</dl></section>");
}
