//! What laws want of an asset before it is signed, and what they say of one that was examined.

mod failure;

use std::borrow::Cow;

use aimark::{Label, Report, Timestamp};
use aimark_json::{profile_answers, text_of};
use aimark_law::{Credential, Demands, Profile};
use aimark_mandate::{Limits, Wish, evidence};
use aimark_notice::Position;

use crate::error::Failure;
use crate::laws::*;
use crate::options::aimark_options;
use crate::sign::room;
use crate::unlabelled::{seen, within};

/// Laws, each once, in the order in which they were added.
#[derive(Debug, Default)]
pub(crate) struct Laws(Vec<Profile>);

impl Laws {
    pub(crate) fn add(&mut self, law: &str) -> Result<(), Failure> {
        let unknown = || {
            let names = Profile::names().collect::<Vec<_>>().join(", ");
            Failure::argument("law", &format!("is not one of {names}"))
        };
        self.put(Profile::builtin(law).ok_or_else(unknown)?);
        Ok(())
    }

    pub(crate) fn add_toml(&mut self, toml: &str) -> Result<(), Failure> {
        let profile = Profile::parse(toml, &aimark_law::Limits::default());
        self.put(profile.map_err(|error| failure::of_profile(&error))?);
        Ok(())
    }

    fn put(&mut self, profile: Profile) {
        match self.0.iter_mut().find(|known| known.name() == profile.name()) {
            Some(known) => *known = profile,
            None => self.0.push(profile),
        }
    }

    pub(crate) fn prepare(
        &self,
        how: &How,
        label: &Label,
        options: Option<&aimark_options>,
        asset: &[u8],
    ) -> Result<(Vec<u8>, Label), Failure> {
        let limits = Limits::default();
        let seen = seen(asset, options, limits.notice.bytes)?;
        let mut wish = Wish::new(Demands::of(&self.0.iter().collect::<Vec<_>>()));
        wish.only_label = how.only_label;
        wish.position = how.place.and_then(position);
        let prepared = aimark_mandate::prepare(asset, seen.format(), label, &wish, &limits);
        let prepared = prepared.map_err(|error| failure::of_preparing(error, asset))?;
        let bytes = match prepared.bytes {
            Cow::Owned(bytes) => bytes,
            Cow::Borrowed(same) => {
                let mut bytes = room(same.len())?;
                bytes.extend_from_slice(same);
                bytes
            }
        };
        Ok((bytes, prepared.label))
    }

    /// In ASCII, as all JSON of this library.
    pub(crate) fn check(
        &self,
        how: &How,
        report: &Report,
        asset: &[u8],
        at: Timestamp,
    ) -> Result<String, Failure> {
        let limits = Limits::default();
        within(asset, limits.notice.bytes)?;
        let credential = Credential::from_report(report);
        let Some(evidence) = evidence(asset, report.format().media_type(), credential, at, &limits) else {
            return Err(Failure::internal("a kind of asset that no law knows"));
        };
        // The rules that all laws share stand first.
        let shares = !self.0.is_empty() && !self.0.iter().any(|profile| profile.name() == COMMON);
        let common = if shares { Profile::builtin(COMMON) } else { None };
        let all = common.iter().chain(&self.0);
        let said = all.map(|profile| profile_answers(profile, &profile.evaluate(&evidence, how.strict)));
        Ok(text_of(&said.collect(), |_| true))
    }
}

const COMMON: &str = "common";

fn position(place: i32) -> Option<Position> {
    let mut known = PLACES.into_iter().zip([
        Position::TopLeft,
        Position::TopRight,
        Position::BottomLeft,
        Position::BottomRight,
        Position::TopBand,
        Position::BottomBand,
    ]);
    known.find(|(number, _)| *number == place).map(|(_, position)| position)
}
