//! Settings: what `sign` states unless told otherwise.
//!
//! An option wins over the environment, that over `aimark.toml` in the current folder, that over the user's
//! own file. Files set harmless defaults of `sign` and nothing else: a folder that somebody sent you must not
//! decide whom you trust, which key is used from where, or what is written.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use aimark::{Field, Label, Origin};
use clap::ArgMatches;
use clap::parser::ValueSource;
use etcetera::BaseStrategy as _;

use crate::failure::{Failure, Kind};
use crate::input::read_text;
use crate::reasons;
use crate::shown::{shown, visible};
use crate::words::{Words, say};

/// What can be set, by the names of the label's fields; `identity` and `origin` besides.
pub(crate) const KEYS: [&str; 14] = [
    "identity",
    "origin",
    "system",
    "system_version",
    "provider",
    "provider_code",
    "service_id",
    "detector_url",
    "notice",
    "notice_lang",
    "owner",
    "risk_class",
    "autonomy",
    "mining",
];

/// Settings that belong to another one. A part never joins a whole from a more specific place: a version
/// from a file is not the version of a system named by an option.
const PARTS: [(&str, &str); 8] = [
    ("system_version", "system"),
    ("provider_code", "provider"),
    ("service_id", "provider"),
    ("detector_url", "provider"),
    ("notice_lang", "notice"),
    ("owner", "system"),
    ("risk_class", "system"),
    ("autonomy", "system"),
];

/// The settings file of a project.
pub(crate) const PROJECT_FILE: &str = "aimark.toml";

/// The user's settings file, for the man page.
pub(crate) const USER_FILE: &str = "aimark/config.toml";

/// A setting and the words for where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Setting {
    text: String,
    place: String,
}

/// The settings of one place.
type Layer = BTreeMap<&'static str, Setting>;

/// The settings that count, each from the most specific place that has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Settings(BTreeMap<&'static str, (usize, Setting)>);

impl Settings {
    /// Gathers the settings for `sign`, whose arguments are `matches`.
    pub(crate) fn gather(matches: &ArgMatches) -> Result<Self, Failure> {
        let project = file_layer(Path::new(PROJECT_FILE))?;
        let user = user_file().map_or_else(|| Ok(Layer::new()), |path| file_layer(&path))?;
        let options = argument_layer(matches, ValueSource::CommandLine);
        let environment = argument_layer(matches, ValueSource::EnvVariable);
        Ok(Self::merge([options, environment, project, user]))
    }

    /// Joins layers, the most specific first.
    fn merge(layers: impl IntoIterator<Item = Layer>) -> Self {
        let mut all = BTreeMap::new();
        for (depth, layer) in layers.into_iter().enumerate() {
            for (key, setting) in layer {
                all.entry(key).or_insert((depth, setting));
            }
        }
        for (part, whole) in PARTS {
            let depth = |key| all.get(key).map(|(depth, _)| *depth);
            if matches!((depth(part), depth(whole)), (Some(part), Some(whole)) if part > whole) {
                all.remove(part);
            }
        }
        Self(all)
    }

    /// The text of a setting.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(|(_, setting)| setting.text.as_str())
    }

    /// Whether a setting was given as an option of this very command.
    pub(crate) fn is_option(&self, key: &str) -> bool {
        self.0.get(key).is_some_and(|(depth, _)| *depth == 0)
    }

    /// The same failure, with the place where the setting stands.
    pub(crate) fn blame(&self, key: &str, failure: Failure) -> Failure {
        match self.0.get(key) {
            Some((_, setting)) => failure.at(&setting.place),
            None => failure,
        }
    }

    /// The label that these settings and `more` fields state.
    pub(crate) fn label(&self, more: &[(Field, Option<&str>)]) -> Result<Label, Failure> {
        let mut label = Label::new(self.origin()?);
        for field in Field::ALL {
            let Some(text) = self.text(field.name()) else { continue };
            set(&mut label, field, text).map_err(|failure| self.blame(field.name(), failure))?;
        }
        for (field, text) in more {
            let Some(text) = text else { continue };
            set(&mut label, *field, text).map_err(|failure| failure.at(option(field.name())))?;
        }
        for (part, whole) in [("system_version", "system"), ("notice_lang", "notice")] {
            if self.text(part).is_some() && self.text(whole).is_none() {
                return Err(self.blame(part, Failure::misuse(say!("setting-alone", whole = whole))));
            }
        }
        Ok(label)
    }

    fn origin(&self) -> Result<Origin, Failure> {
        let Some(text) = self.text("origin") else { return Ok(Origin::Generated) };
        Origin::ALL.into_iter().find(|origin| origin.name() == text).ok_or_else(|| {
            let failure = Failure::misuse(say!("origin-unknown", text = visible(text)));
            self.blame("origin", failure)
        })
    }
}

/// Where the user's settings file is, if this user has a home.
pub(crate) fn user_file() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.config_dir().join(USER_FILE))
}

/// The environment variable of a setting.
pub(crate) fn variable(key: &str) -> String {
    format!("AIMARK_{}", key.to_ascii_uppercase())
}

fn option(key: &str) -> String {
    format!("--{}", key.replace('_', "-"))
}

fn set(label: &mut Label, field: Field, text: &str) -> Result<(), Failure> {
    label.set(field, text).map(drop).map_err(|error| {
        // The place says which field it is.
        let words = error.to_string();
        let about = format!("{}: ", field.name());
        let detail = words.strip_prefix(&about).unwrap_or(&words);
        Failure::misuse(reasons::field(detail))
    })
}

fn argument_layer(matches: &ArgMatches, source: ValueSource) -> Layer {
    let given = KEYS.into_iter().filter(|key| matches.value_source(key) == Some(source));
    let settings = given.filter_map(|key| {
        let text = matches.get_one::<String>(key)?.clone();
        let place = if source == ValueSource::CommandLine { option(key) } else { variable(key) };
        Some((key, Setting { text, place }))
    });
    // An empty variable is how some shells and services unset one.
    settings.filter(|(_, s)| source == ValueSource::CommandLine || !s.text.is_empty()).collect()
}

fn file_layer(path: &Path) -> Result<Layer, Failure> {
    if !path.exists() {
        return Ok(Layer::new());
    }
    parse(&read_text(path)?, &shown(path))
}

fn parse(text: &str, place: &str) -> Result<Layer, Failure> {
    let bad = |words: Words| Failure::new(Kind::Misuse, words).at(place);
    let table: toml::Table = text.parse().map_err(|error| bad(not_toml(text, &error)))?;
    let mut layer = Layer::new();
    for (key, value) in table {
        let known = KEYS.into_iter().find(|known| *known == key);
        let known = known.ok_or_else(|| {
            bad(say!("setting-unknown", name = visible(&key)))
                .hint(say!("hint-settings", names = KEYS.join(", ")))
        })?;
        let toml::Value::String(text) = value else {
            return Err(bad(say!("setting-not-text", name = known)));
        };
        // From a file that may have come with the folder, only a name: a path could lead anywhere.
        if known == "identity" {
            crate::store::Name::parse(&text).map_err(|failure| failure.at(format!("{place}: identity")))?;
        }
        layer.insert(known, Setting { text, place: format!("{place}: {known}") });
    }
    Ok(layer)
}

/// What is wrong with a file that is not TOML, on one line.
fn not_toml(text: &str, error: &toml::de::Error) -> Words {
    let before = error.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    let line = before.matches('\n').count().saturating_add(1);
    say!("settings-line", line = line.to_string(), detail = visible(error.message()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(place: &str, text: &str) -> Layer {
        parse(text, place).unwrap()
    }

    #[test]
    fn the_most_specific_place_wins() {
        let near = layer("near", "system = \"A\"\n");
        let far = layer("far", "system = \"B\"\nprovider = \"P\"\n");
        let settings = Settings::merge([near, far]);
        assert_eq!((settings.text("system"), settings.text("provider")), (Some("A"), Some("P")));
    }

    #[test]
    fn a_part_does_not_join_a_whole_from_a_more_specific_place() {
        let near = "provider = \"Other\"\nnotice_lang = \"kk\"\n";
        let far = "provider = \"P\"\ndetector_url = \"https://p.kz\"\nnotice = \"N\"\nnotice_lang = \"ru\"\n";
        let settings = Settings::merge([layer("near", near), layer("far", far)]);
        assert_eq!(settings.text("detector_url"), None);
        assert_eq!(settings.text("notice_lang"), Some("kk"));
        assert_eq!(
            Settings::merge([Layer::new(), layer("far", far)]).text("detector_url"),
            Some("https://p.kz")
        );
    }

    #[test]
    fn a_file_can_set_harmless_things_only() {
        let problem = |text: &str| parse(text, "f.toml").unwrap_err().message;
        for key in ["trust", "key", "cert", "output", "in_place", "overwrite", "passphrase_env", "home"] {
            assert_eq!(problem(&format!("{key} = \"x\"")), format!("f.toml: unknown setting {key}"));
        }
        assert!(problem("identity = \"../x\"").starts_with("f.toml: identity: ../x: an identity's name"));
        assert_eq!(problem("system = 5"), "f.toml: system must be a text in quotes");
        assert!(problem("a = \"b\"\n=\n").starts_with("f.toml: line 2: "));
    }

    #[test]
    fn what_is_wrong_with_a_field_names_where_it_stands() {
        let bad = layer("f.toml", "detector_url = \"http://x\"");
        let failure = Settings::merge([bad]).label(&[]).unwrap_err();
        assert_eq!(failure.message, "f.toml: detector_url: must be an https:// address in ASCII");
        let alone = Settings::merge([layer("f.toml", "system_version = \"1\"")]).label(&[]).unwrap_err();
        assert_eq!(alone.message, "f.toml: system_version: says nothing without system");
        let id = Settings::default().label(&[(Field::ContentId, Some(" "))]).unwrap_err();
        assert_eq!(id.message, "--content-id: is empty");
    }

    #[test]
    fn every_setting_but_two_is_a_field() {
        let fields = KEYS.iter().filter(|key| Field::ALL.iter().any(|field| field.name() == **key)).count();
        assert_eq!(fields, KEYS.len() - 2);
    }
}
