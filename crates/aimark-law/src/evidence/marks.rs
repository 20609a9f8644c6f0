//! All marks of a file, signed or not, in one list.

use aimark::Verdict;
use aimark_hints::{Kind, Says};

use super::Evidence;
use crate::answer::Detail;

/// A mark: what it says of how the content came to be, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) states: States,
    /// Which sort: `credential`, or the name of a [`Kind`].
    pub(crate) kind: &'static str,
    pub(crate) place: String,
    /// Whether it was written to say so; what a generator leaves of its settings was not.
    pub(crate) declared: bool,
    /// Whether a signature over it and the content holds.
    pub(crate) signed: bool,
    /// Whether it can be read as what it is.
    pub(crate) sound: bool,
}

/// What a mark says, as far as marks of different sorts can be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum States {
    Generated,
    Altered,
    /// AI made or altered it: the mark does not tell which.
    Ai,
    /// AI may have had to do with it, which is no claim that it had.
    Possibly,
    OtherWay,
    Open,
}

impl States {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Generated => "generated",
            Self::Altered => "altered",
            Self::Ai => "ai",
            Self::Possibly => "possibly",
            Self::OtherWay => "other_way",
            Self::Open => "open",
        }
    }

    /// Whether AI is said to have made or altered the content.
    pub(crate) fn is_ai(self) -> bool {
        matches!(self, Self::Generated | Self::Altered | Self::Ai)
    }

    fn of(kind: Kind, says: Says) -> Self {
        match (kind, says) {
            // The first value of the Chinese label is for what AI made and for what it altered.
            (Kind::AigcLabel, Says::Generated | Says::Altered) => Self::Ai,
            // Its value is none that the standard has.
            (Kind::AigcLabel, Says::Involved) => Self::Open,
            (_, says) => says.into(),
        }
    }
}

impl From<Says> for States {
    fn from(says: Says) -> Self {
        match says {
            Says::Generated => Self::Generated,
            Says::Altered => Self::Altered,
            Says::Involved => Self::Ai,
            Says::Suspected => Self::Possibly,
            Says::NotAi => Self::OtherWay,
            _ => Self::Open,
        }
    }
}

impl Mark {
    pub(crate) fn detail(&self) -> Detail {
        Detail::new("mark", format!("{} {} ({})", self.kind, self.states.name(), self.place))
    }
}

impl Evidence {
    /// Every mark, the credential first, then in the order of the file.
    pub(crate) fn marks(&self) -> Vec<Mark> {
        let credential = self.embedded().into_iter().flat_map(|credential| {
            let place = match &credential.identifier {
                Some(identifier) => format!("{}, manifest {identifier}", credential.verdict),
                None => credential.verdict.to_string(),
            };
            let mut states: Vec<States> = credential.origins.iter().map(|says| (*says).into()).collect();
            if states.is_empty() {
                states.push(States::Open);
            }
            states.into_iter().map(move |states| Mark {
                states,
                kind: "credential",
                place: place.clone(),
                declared: true,
                signed: credential.holds(),
                sound: credential.verdict != Verdict::Invalid,
            })
        });
        let hints = self.hints.hints.iter().map(|hint| Mark {
            states: States::of(hint.kind, hint.says),
            kind: hint.kind.name(),
            place: hint.place.clone(),
            declared: is_declared(hint.kind),
            signed: false,
            sound: (hint.kind, hint.says) != (Kind::AigcLabel, Says::Involved),
        });
        credential.chain(hints).collect()
    }

    /// The marks that were written to say so.
    pub(crate) fn declared(&self) -> Vec<Mark> {
        let mut marks = self.marks();
        marks.retain(|mark| mark.declared);
        marks
    }
}

fn is_declared(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::IptcDigitalSourceType | Kind::IptcAi | Kind::AigcLabel | Kind::HtmlDisclosure | Kind::SchemaOrg
    )
}
