//! Law profiles: which were asked for, what they want of a file that is signed, and what they say of one that is checked.

use std::path::Path;

use aimark::{Field, Format, Label, Timestamp};
use aimark_aigc::ProviderCode;
use aimark_aigc::security::{PublicKey, SigningKey};
use aimark_law::{Demands, Limits, Missing, Profile, Reason};
use aimark_mandate::{Error, Note, Prepared, Wish};
use aimark_notice::Position;

use crate::failure::{Failure, Kind};
use crate::input::read_text;
use crate::language::Language;
use crate::reasons;
use crate::shown::{shown, visible};
use crate::terms;
use crate::words::{Words, say};

/// The rules that all laws share.
const COMMON: &str = "common";

/// The profiles that these names or files stand for, each once.
pub(crate) fn profiles(named: &[String]) -> Result<Vec<Profile>, Failure> {
    let mut all: Vec<Profile> = Vec::new();
    for name in named.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
        let profile = profile(name)?;
        match all.iter().find(|known| known.name() == profile.name()) {
            None => all.push(profile),
            Some(same) if *same == profile => {}
            Some(_) => return Err(Failure::misuse(say!("profile-twice", name = visible(profile.name())))),
        }
    }
    Ok(all)
}

/// A profile by its name, or the file of one: what has a folder or `.toml` in its name is a file.
pub(crate) fn profile(name: &str) -> Result<Profile, Failure> {
    if name.ends_with(".toml") || name.contains(std::path::MAIN_SEPARATOR) {
        let path = Path::new(name);
        return Profile::parse(&read_text(path)?, &Limits::default()).map_err(|error| {
            Failure::input(say!("profile-wrong", path = shown(path), detail = visible(&error.to_string())))
        });
    }
    Profile::builtin(name).ok_or_else(|| {
        let names = Profile::names().collect::<Vec<_>>().join(", ");
        Failure::misuse(say!("profile-unknown", name = visible(name)))
            .hint(say!("hint-profiles", names = names))
    })
}

/// The language in which a profile speaks.
pub(crate) fn language(language: Language) -> aimark_law::Language {
    let found = aimark_law::Language::ALL.into_iter().find(|one| one.tag() == language.tag());
    found.unwrap_or(aimark_law::Language::English)
}

/// A key that signs Chinese labels.
pub(crate) fn signing_key(path: &Path) -> Result<SigningKey, Failure> {
    let pem = read_text(path)?;
    SigningKey::from_pem(pem.as_bytes()).map_err(|error| key(path, &error))
}

/// The key under which the signature in a Chinese label is to hold.
pub(crate) fn public_key(path: &Path) -> Result<PublicKey, Failure> {
    let pem = read_text(path)?;
    PublicKey::from_pem(pem.as_bytes()).map_err(|error| key(path, &error))
}

fn key(path: &Path, error: &aimark_aigc::security::KeyError) -> Failure {
    let detail = visible(&error.to_string());
    Failure::new(Kind::Signer, say!("aigc-key-wrong", path = shown(path), detail = detail))
}

/// What signing does for laws.
pub(crate) struct Mandate {
    wish: Wish,
}

impl Mandate {
    /// What these profiles ask for together. Refused where the label lacks what one of them requires.
    pub(crate) fn new(profiles: &[Profile], label: &Label) -> Result<Self, Failure> {
        let demands = Demands::of(&profiles.iter().collect::<Vec<_>>());
        let missing = demands.missing(label);
        if missing.is_empty() { Ok(Self { wish: Wish::new(demands) }) } else { Err(lacking(&missing)) }
    }

    pub(crate) fn only_label(mut self, only_label: bool) -> Self {
        self.wish.only_label = only_label;
        self
    }

    pub(crate) fn at(mut self, position: Option<Position>) -> Self {
        self.wish.position = position;
        self
    }

    pub(crate) fn signed_by(mut self, key: Option<SigningKey>) -> Self {
        self.wish.aigc_key = key;
        self
    }

    /// What is said once for a run: what laws suggest beside what they require, and what they cannot all have.
    pub(crate) fn remarks(&self, label: &Label) -> Vec<String> {
        let demands = &self.wish.demands;
        let suggested = demands.suggested(label).into_iter().map(|(profile, field)| {
            let option = format!("--{}", field.replace('_', "-"));
            say!("note-suggested", profile = visible(profile), option = option)
        });
        let conflicts = demands
            .conflicts
            .iter()
            .map(|conflict| say!("note-law-conflict", detail = visible(&conflict.to_string())));
        let code = label
            .text(Field::ProviderCode)
            .filter(|_| demands.aigc)
            .and_then(|code| ProviderCode::parse(code).err());
        let code = code.map(|error| say!("note-provider-code", detail = visible(&error.to_string())));
        suggested.chain(conflicts).chain(code).map(|words| words.text()).collect()
    }

    /// Puts what the laws ask for into a file, before it is signed.
    pub(crate) fn prepare<'a>(
        &self,
        asset: &'a [u8],
        format: Format,
        label: &Label,
    ) -> Result<Prepared<'a>, Failure> {
        let limits = aimark_mandate::Limits::default();
        aimark_mandate::prepare(asset, format, label, &self.wish, &limits).map_err(|error| failed(&error))
    }
}

/// What the user may not expect of a file.
pub(crate) fn note(note: &Note, name: &str) -> String {
    let words = match note {
        Note::NoticeBeside(format) => {
            say!("note-notice-beside", name = name, format = terms::format(*format))
        }
        Note::NoPlaceForAigc(format) => say!("note-no-aigc", name = name, format = terms::format(*format)),
        Note::OwnWords => say!("note-own-words", name = name),
        Note::CodedAnew(format) => say!("note-coded-anew", name = name, format = terms::format(*format)),
        Note::Packet(packet) => say!("note-packet", name = name, detail = visible(&packet.to_string())),
        _ => return String::new(),
    };
    words.text()
}

/// All that is missing at once, so that nobody has to ask again for each.
fn lacking(missing: &[Missing]) -> Failure {
    let all = missing.iter().map(|one| lack(one).text()).collect::<Vec<_>>().join("; ");
    let english = missing.iter().map(|one| lack(one).english()).collect::<Vec<_>>().join("; ");
    Failure::misuse(Words::otherwise(english, all.into()))
}

fn lack(missing: &Missing) -> Words {
    let options = missing.options().collect::<Vec<_>>().join(" / ");
    let profile = visible(&missing.profile);
    match missing.reason {
        Reason::NotAscii => say!("law-not-ascii", profile = profile, options = options),
        _ => say!("law-missing", profile = profile, options = options),
    }
}

fn failed(error: &Error) -> Failure {
    let detail = visible(&error.to_string());
    match error {
        Error::Missing(missing) => lacking(missing),
        Error::Notice(error) => notice(error),
        Error::Marks(error) => marks(error),
        Error::Key(_) => Failure::new(Kind::Signer, say!("law-marks", detail = detail)),
        Error::Contrast { .. } => Failure::new(Kind::Unsupported, say!("law-notice", detail = detail)),
        Error::Field(error) => {
            let words = error.to_string();
            let problem = words.strip_prefix(&format!("{}: ", error.field())).unwrap_or(&words);
            Failure::misuse(say!("failure-at", place = error.field(), what = reasons::field(problem)))
        }
        Error::NotUtf8 => Failure::input(say!("law-marks", detail = detail)),
        _ => Failure::misuse(say!("law-marks", detail = detail)),
    }
}

fn notice(error: &aimark_notice::Error) -> Failure {
    use aimark_notice::Error;
    let words = say!("law-notice", detail = visible(&error.to_string()));
    match error {
        Error::Labelled => Failure::input(say!("law-labelled")),
        Error::Input(_) | Error::Hidden => Failure::input(words),
        Error::Limit { .. } => Failure::new(Kind::Limit, words),
        Error::Unsupported(_) => Failure::new(Kind::Unsupported, words).hint(say!("hint-only-label")),
        Error::DoesNotFit { .. } => {
            Failure::input(say!("law-notice-too-small")).hint(say!("hint-only-label"))
        }
        Error::Letter(letter) => {
            let letter = format!("U+{:04X}", u32::from(*letter));
            Failure::misuse(say!("law-notice-letter", letter = letter))
        }
        Error::Wish(_) => Failure::misuse(words),
        _ => Failure::new(Kind::Internal, words),
    }
}

fn marks(error: &aimark_marks::Error) -> Failure {
    use aimark_marks::{Error, InputError};
    let words = say!("law-marks", detail = visible(&error.to_string()));
    match error {
        Error::Input(InputError::Labelled { .. }) => Failure::input(say!("law-labelled")),
        Error::Input(InputError::AnotherAigc { place }) => {
            Failure::input(say!("law-another-aigc", place = visible(place)))
        }
        Error::Input(_) => Failure::input(words),
        Error::Limit { .. } => Failure::new(Kind::Limit, words),
        Error::Unsupported { .. } => Failure::new(Kind::Unsupported, words),
        Error::Misuse { .. } => Failure::misuse(words),
        _ => Failure::new(Kind::Internal, words),
    }
}

/// The profiles that files are checked by.
pub(crate) struct Laws {
    profiles: Vec<Profile>,
    strict: bool,
    aigc_key: Option<PublicKey>,
}

impl Laws {
    /// The rules that all laws share stand first.
    pub(crate) fn new(named: &[String], strict: bool, aigc_key: Option<&Path>) -> Result<Self, Failure> {
        let mut profiles = profiles(named)?;
        if !profiles.is_empty() && !profiles.iter().any(|profile| profile.name() == COMMON) {
            profiles.splice(..0, Profile::builtin(COMMON));
        }
        Ok(Self { profiles, strict, aigc_key: aigc_key.map(public_key).transpose()? })
    }

    /// All that an answer depends on besides the file.
    pub(crate) fn settings(&self) -> String {
        // All of a profile, for a file of somebody's own may change within a day.
        let whole = format!("{:?} {} {:?}", self.profiles, self.strict, self.aigc_key);
        let hashed = aimark_hash::sha256_all(core::iter::once(&[whole.as_bytes()][..]));
        hashed.iter().map(|hash| aimark_json::hex(hash)).collect()
    }

    /// What each profile says of a file; `watermark` is whether one is in it, where somebody looked. Nothing of one that no profile speaks of: neither an image nor a text.
    pub(crate) fn judge(
        &self,
        asset: &[u8],
        media_type: &str,
        credential: impl FnOnce() -> Option<aimark_law::Credential>,
        watermark: Option<bool>,
        at: Timestamp,
    ) -> Vec<crate::row::ProfileAnswers> {
        if self.profiles.is_empty() {
            return Vec::new();
        }
        let limits = aimark_mandate::Limits::default();
        let Some(mut evidence) = aimark_mandate::evidence(asset, media_type, credential(), at, &limits)
        else {
            return Vec::new();
        };
        evidence.aigc_key = self.aigc_key;
        evidence.watermark = watermark;
        let judged = self.profiles.iter().map(|profile| {
            crate::row::ProfileAnswers::of(profile, &profile.evaluate(&evidence, self.strict))
        });
        judged.collect()
    }
}
