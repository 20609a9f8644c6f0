//! `aimark profile`

use aimark_json::{Line, Schema};
use aimark_law::{Profile, Rule, Status};
use serde_json::{Value, json};

use crate::args::ProfileVerb;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::json;
use crate::language::Language;
use crate::law;
use crate::output::print_pieces;
use crate::render::{self, Block};
use crate::shown::visible;
use crate::terms;
use crate::words::{Words, say};

pub(crate) fn run(verb: &ProfileVerb) -> Result<Exit, Failure> {
    match verb {
        ProfileVerb::List { json } => list(*json)?,
        ProfileVerb::Show { name, toml: true, .. } => {
            let source = Profile::source(name).ok_or_else(|| Failure::misuse(say!("profile-not-shipped")))?;
            print_pieces(&[source.as_bytes()])?;
        }
        ProfileVerb::Show { name, json, .. } => show(name, *json)?,
    }
    Ok(Exit::Done)
}

fn list(as_json: bool) -> Result<(), Failure> {
    for profile in Profile::names().filter_map(Profile::builtin) {
        if as_json {
            json::print(line(&profile))?;
            continue;
        }
        let (name, status) = (visible(profile.name()), status(&profile).text());
        let as_of = say!("profile-as-of", date = profile.as_of().to_string()).text();
        render::print(&format!("{name:<6} {}; {status}, {as_of}\n", title(&profile)))?;
    }
    Ok(())
}

fn show(name: &str, as_json: bool) -> Result<(), Failure> {
    let profile = law::profile(name)?;
    if as_json {
        return json::print(line(&profile));
    }
    let mut block = Block::new(&format!("{}: {}", visible(profile.name()), title(&profile)));
    block.line(status(&profile));
    block.line(say!("profile-as-of", date = profile.as_of().to_string()));
    for reference in profile.references() {
        block.entry(say!("profile-law"), format!("{} [{}]", reference.law, reference.confidence.letter()));
        block.entry(say!("profile-source"), visible(&reference.source));
    }
    if let Some(penalty) = profile.penalty() {
        block.entry(say!("profile-penalty"), words(penalty));
    }
    fill(&mut block, &profile);
    for rule in profile.rules() {
        rule_lines(&mut block, rule);
    }
    block.line(say!("profile-no-advice"));
    render::print(&block.text())
}

fn fill(block: &mut Block, profile: &Profile) {
    let fill = profile.fill();
    let marks = [(fill.iptc, "IPTC"), (fill.aigc, "TC260:AIGC")];
    let marks: Vec<_> = marks.into_iter().filter(|(wanted, _)| *wanted).map(|(_, name)| name).collect();
    if !marks.is_empty() {
        block.entry(say!("profile-marks"), marks.join(", "));
    }
    if let Some(notice) = fill.notice.as_ref().filter(|notice| notice.draw) {
        let (languages, height) = (notice.languages.join(", "), notice.min_height_percent.to_string());
        block.entry(
            say!("profile-notice"),
            say!("profile-notice-value", languages = languages, height = height),
        );
    }
    let option = |name: &String| format!("--{}", name.replace('_', "-"));
    let required = fill.required.iter().map(|group| group.iter().map(option).collect::<Vec<_>>().join(" / "));
    let required: Vec<_> = required.collect();
    if !required.is_empty() {
        block.entry(say!("profile-required"), required.join(", "));
    }
    let recommended: Vec<_> = fill.recommended.iter().map(option).collect();
    if !recommended.is_empty() {
        block.entry(say!("profile-recommended"), recommended.join(", "));
    }
}

fn rule_lines(block: &mut Block, rule: &Rule) {
    let severity = rule.severity(aimark_law::Outcome::NotFound, false).map(aimark_law::Severity::name);
    let severity = severity.map(|name| terms::rule_severity(name).text()).unwrap_or_default();
    let (clause, letter) = (visible(rule.clause()), rule.confidence().letter());
    block.entry(visible(rule.id()), format!("{} ({severity}; {clause}) [{letter}]", words(rule.title())));
}

fn words(words: &aimark_law::Words) -> String {
    visible(words.text(law::language(Language::chosen())))
}

fn title(profile: &Profile) -> String {
    words(profile.title())
}

fn status(profile: &Profile) -> Words {
    match (profile.status(), profile.in_force()) {
        (Status::InForce, Some(day)) => say!("profile-in-force-since", date = day.to_string()),
        (Status::InForce, None) => say!("profile-in-force"),
        _ => say!("profile-draft"),
    }
}

fn line(profile: &Profile) -> Line {
    let english = aimark_law::Language::English;
    let fill = profile.fill();
    let references = profile
        .references()
        .iter()
        .map(|one| json!({ "law": one.law, "source": one.source, "confidence": one.confidence.letter() }));
    let rules = profile.rules().iter().map(|rule| {
        let severity = rule.severity(aimark_law::Outcome::NotFound, false);
        json!({
            "id": rule.id(),
            "title": rule.title().text(english),
            "severity": severity.map(aimark_law::Severity::name),
            "clause": rule.clause(),
            "source": rule.source(),
            "confidence": rule.confidence().letter(),
            "check": rule.check(),
        })
    });
    let notice = fill.notice.as_ref().map(|notice| {
        json!({
            "draw": notice.draw,
            "languages": notice.languages,
            "min_height_percent": notice.min_height_percent,
            "place": notice.place.map(aimark_law::Place::name),
        })
    });
    Line::new(Schema::Profile)
        .with("name", profile.name())
        .with("title", profile.title().text(english))
        .with("as_of", profile.as_of().to_string())
        .with("status", profile.status().name())
        .with("in_force", profile.in_force().map(|day| day.to_string()))
        .with("references", references.collect::<Value>())
        .with("penalty", profile.penalty().map(|words| words.text(english)))
        .with(
            "fill",
            json!({
                "iptc": fill.iptc,
                "aigc": fill.aigc,
                "notice": notice,
                "required": fill.required,
                "recommended": fill.recommended,
            }),
        )
        .with("rules", rules.collect::<Value>())
}
