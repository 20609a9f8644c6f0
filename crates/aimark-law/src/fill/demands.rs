//! What several laws ask of signing together.

use core::fmt;

use aimark::{Field, Label};

use super::{Fill, Place};
use crate::profile::Profile;

/// What several laws ask of signing together: the union of languages in their order, the greatest heights and contrasts,
/// every field.
///
/// ```
/// use aimark::{Label, Origin};
/// use aimark_law::{Demands, Profile};
///
/// let (kz, cn) = (Profile::builtin("kz").unwrap(), Profile::builtin("cn").unwrap());
/// let demands = Demands::of(&[&kz, &cn]);
/// assert!(demands.iptc && demands.aigc);
/// let notice = demands.notice.as_ref().unwrap();
/// assert_eq!((notice.languages.join(" ").as_str(), notice.min_height_percent), ("kk ru en zh", 5));
/// let missing = demands.missing(&Label::new(Origin::Generated));
/// assert_eq!(missing[0].to_string(), "cn: the label needs --provider-code or --provider");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Demands {
    /// Whether the IPTC digital source type is written.
    pub iptc: bool,
    /// Whether the label of GB 45438-2025 is written.
    pub aigc: bool,
    /// The warning that people see.
    pub notice: Option<Warning>,
    /// What cannot be kept for all of them.
    pub conflicts: Vec<Conflict>,
    required: Vec<Required>,
    recommended: Vec<(String, String)>,
}

/// The warning that several laws ask for together.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Warning {
    /// Whether it is drawn into images and written into texts.
    pub draw: bool,
    /// Its languages (BCP 47), the first first.
    pub languages: Vec<String>,
    /// The least height of its letters, in percent of the shorter side of the picture.
    pub min_height_percent: u8,
    /// The least contrast of letters and ground in hundredths; `None` where no law names one.
    pub min_contrast_hundredths: Option<u32>,
    /// Where in a picture: as the first law has it that names a place; `None` where none does.
    pub place: Option<Place>,
    /// Who said so.
    placed_by: String,
}

/// Fields of which a law needs one.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Required {
    profile: String,
    any_of: Vec<String>,
    /// Whether the text goes into the label of GB 45438-2025, which holds visible ASCII only.
    ascii: bool,
}

/// Something that cannot be kept for two laws at once. The first one was followed.
///
/// ```
/// use aimark_law::{Demands, Limits, Profile};
///
/// let eu = Profile::source("eu").unwrap();
/// let other = eu.replace("name = \"eu\"", "name = \"atlantis\"").replace("top-right", "top-left");
/// let (eu, other) = (Profile::parse(eu, &Limits::default())?, Profile::parse(&other, &Limits::default())?);
/// let words = Demands::of(&[&eu, &other]).conflicts[0].to_string();
/// assert_eq!(words, "the place of the warning is top-right for eu, which is followed, and top-left for atlantis");
/// # Ok::<(), aimark_law::ProfileError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Conflict {
    /// What it is about.
    pub about: &'static str,
    /// The law that was followed, and what it asks for.
    pub followed: (String, String),
    /// The other one, and what it asks for.
    pub other: (String, String),
}

impl fmt::Display for Conflict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { about, followed: (first, one), other: (second, other) } = self;
        write!(f, "{about} is {one} for {first}, which is followed, and {other} for {second}")
    }
}

/// Why a field does not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// None of the fields is stated.
    NotStated,
    /// One is, with characters other than U+0021 to U+007E: the label of GB 45438-2025 holds no others, no blanks either.
    NotAscii,
}

/// What a label lacks for a law. Nothing of it is ever invented.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Missing {
    /// The profile's name.
    pub profile: String,
    /// The fields of which one is needed, by the names of [`Field::name`].
    pub any_of: Vec<String>,
    /// Why none does.
    pub reason: Reason,
}

impl Missing {
    /// The options of the command that state these fields.
    pub fn options(&self) -> impl Iterator<Item = String> {
        self.any_of.iter().map(|name| format!("--{}", name.replace('_', "-")))
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let options: Vec<String> = self.options().collect();
        write!(f, "{}: the label needs {}", self.profile, options.join(" or "))?;
        match self.reason {
            Reason::NotStated => Ok(()),
            Reason::NotAscii => f.write_str(" in the characters U+0021 to U+007E, without blanks"),
        }
    }
}

impl Demands {
    /// What these laws ask for together.
    #[must_use]
    pub fn of(profiles: &[&Profile]) -> Self {
        let mut all = Self::default();
        profiles.iter().for_each(|profile| all.add(profile.name(), profile.fill()));
        all
    }

    /// What a label lacks that one of the laws requires.
    #[must_use]
    pub fn missing(&self, label: &Label) -> Vec<Missing> {
        self.required.iter().filter_map(|required| required.missing(label)).collect()
    }

    /// What a label lacks that one of the laws suggests: the law's profile, and the field.
    #[must_use]
    pub fn suggested(&self, label: &Label) -> Vec<(&str, &str)> {
        let open = self.recommended.iter().filter(|(_, field)| text(label, field).is_none());
        open.map(|(profile, field)| (profile.as_str(), field.as_str())).collect()
    }

    fn add(&mut self, profile: &str, fill: &Fill) {
        self.iptc |= fill.iptc;
        self.aigc |= fill.aigc;
        let required = fill.required.iter().map(|any_of| Required {
            profile: profile.to_owned(),
            any_of: any_of.clone(),
            ascii: fill.aigc,
        });
        self.required.extend(required);
        for field in &fill.recommended {
            if !self.recommended.iter().any(|(_, known)| known == field) {
                self.recommended.push((profile.to_owned(), field.clone()));
            }
        }
        if let Some(notice) = &fill.notice {
            self.warn(profile, notice);
        }
    }

    fn warn(&mut self, profile: &str, notice: &super::Notice) {
        let new = Warning {
            draw: notice.draw,
            languages: notice.languages.clone(),
            min_height_percent: notice.min_height_percent,
            min_contrast_hundredths: notice.min_contrast_hundredths(),
            place: notice.place,
            placed_by: profile.to_owned(),
        };
        match &mut self.notice {
            Some(known) if known.draw == new.draw => self.conflicts.extend(known.take_in(new)),
            // A law that asks for no drawing has no say in how one that does is kept.
            Some(known) if known.draw => {}
            known => *known = Some(new),
        }
    }
}

impl Warning {
    /// Asks for what another law asks for too, as far as both can be kept.
    fn take_in(&mut self, other: Self) -> Option<Conflict> {
        for language in other.languages {
            if !self.languages.contains(&language) {
                self.languages.push(language);
            }
        }
        self.min_height_percent = self.min_height_percent.max(other.min_height_percent);
        self.min_contrast_hundredths = self.min_contrast_hundredths.max(other.min_contrast_hundredths);
        let theirs = other.place?;
        let Some(ours) = self.place else {
            (self.place, self.placed_by) = (other.place, other.placed_by);
            return None;
        };
        (ours != theirs).then(|| Conflict {
            about: "the place of the warning",
            followed: (self.placed_by.clone(), ours.name().to_owned()),
            other: (other.placed_by, theirs.name().to_owned()),
        })
    }
}

impl Required {
    fn missing(&self, label: &Label) -> Option<Missing> {
        let stated: Vec<&str> = self.any_of.iter().filter_map(|field| text(label, field)).collect();
        let reason = if stated.is_empty() {
            Reason::NotStated
        } else if self.ascii && !stated.iter().any(|text| text.bytes().all(|b| b.is_ascii_graphic())) {
            Reason::NotAscii
        } else {
            return None;
        };
        Some(Missing { profile: self.profile.clone(), any_of: self.any_of.clone(), reason })
    }
}

/// What a label states for a field of this name.
fn text<'l>(label: &'l Label, name: &str) -> Option<&'l str> {
    label.text(Field::ALL.into_iter().find(|field| field.name() == name)?)
}
