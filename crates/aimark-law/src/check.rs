//! The checks that rules are made of. A profile names one and gives its numbers, lists and dates; what it does stands here.

mod aigc;
mod credential;
mod fields;
mod iptc;
mod marks;
mod notice;
mod pair;
mod web;
mod words;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::answer::{Outcome, Seen};
use crate::day::Day;
use crate::decimal::Decimal;
use crate::evidence::Evidence;

/// A fact with this key only says that a finding counts at most as a warning; it is never passed on.
pub(crate) const LENIENT: &str = "lenient";

/// A check with its parameters. `docs/law/profiles.md` lists them all.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "name", rename_all = "kebab-case", rename_all_fields = "snake_case", deny_unknown_fields)]
pub(crate) enum Check {
    /// The file could be walked to its end.
    Examined {},
    /// Lists every mark.
    MarksListed {},
    /// Marks do not contradict each other.
    MarksAgree { on: Agreement, traces: bool },
    /// A mark that says AI, in a form that machines read.
    MarkPresent {},
    /// Such a mark, or a warning.
    MarkOrNotice {},
    /// Such a mark under a signature that holds.
    MarkSigned {},
    /// Such a mark that can be read.
    MarkReadable {},
    /// Each mark with the technique that it was found by.
    TechniqueNamed {},
    /// More than one layer.
    Layers { at_least: u8 },
    /// A watermark in a text of some length.
    TextWatermark { from_tokens: usize },
    /// The signature holds, and its signer is known.
    Signature {},
    /// The content is the one that was signed.
    Binding {},
    /// A time stamp, with `not_later` one that is not later than now.
    TimeStamp { not_later: bool },
    /// The credential is in the file, not only referred to.
    RemoteOnly {},
    /// A warning that people see; in a text in one of the languages, if any are named.
    Notice {
        #[serde(default)]
        languages: Vec<String>,
    },
    /// That warning is large and clear enough, and not hidden.
    NoticePerceivable { min_height_percent: Option<u8>, min_contrast: Option<Decimal> },
    /// A warning, where a field has one of these values.
    NoticeIfStated { field: String, values: Vec<String> },
    /// A warning, or all of the fields; the fields do not do where one of `unless` is stated.
    NoticeOrFields { fields: Vec<String>, unless: Vec<String> },
    /// One word of each list, near the beginning or the end of a text.
    NoticeWords { all_of: Vec<Vec<String>>, window_chars: usize },
    /// Of each group of fields one. `signer`: its name does too; `unsigned`: marks without a signature do too; `link`:
    /// what is missing may stand at an address.
    Fields {
        all: Vec<Vec<String>>,
        #[serde(default)]
        signer: bool,
        #[serde(default)]
        unsigned: bool,
        #[serde(default)]
        link: bool,
    },
    /// A unique identifier.
    Identifier {
        #[serde(default)]
        link: bool,
    },
    /// None of the properties that may hold private data.
    PrivateData { properties: Vec<String> },
    /// The transition period of a system is not over.
    Legacy { until: Day },
    /// The user was told once.
    UserTold {},
    /// The publication stands in a log.
    LogEntry {},
    /// Marks of the first file are still in the second.
    MarksKept {},
    /// A label of GB 45438-2025 in one of the places for the medium.
    AigcPlace { places: Places },
    /// Its form: none of some faults. Those of `lenient` count as warnings at most.
    AigcFaults {
        faults: Vec<String>,
        #[serde(default)]
        lenient: Vec<String>,
    },
    /// Only one such label.
    AigcSingle {},
    /// Provider codes are what they look like.
    AigcProviderCode {},
    /// The signature in it holds.
    AigcSecurity {},
    /// What the producer stated in the first file, the second still states.
    AigcProducerKept {},
    /// The source type is an address of the vocabulary.
    IptcVocabulary { bases: Vec<String>, terms: Vec<String>, addresses: Vec<String> },
    /// The source type is no retired term.
    IptcRetired { terms: Vec<String> },
    /// AI properties do not stand without an AI source type.
    IptcAiSource {},
    /// Header, meta elements and attributes say the same.
    HtmlAgree {},
    /// Only modes that are known.
    HtmlModes { html: Vec<String>, http: Vec<String> },
    /// A disclosure is there; none says nothing.
    HtmlPresent {},
}

/// On what marks are to agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Agreement {
    /// Whether AI had to do with it.
    Ai,
    /// Whether it was generated or altered, too.
    Origin,
}

use Outcome::{CannotTell, Conflicting, Damaged, Found, NotApplicable, NotFound};

impl Check {
    /// Reads a check; the error is in words.
    pub(crate) fn read(table: toml::Table) -> Result<Self, String> {
        let check: Self = table.try_into().map_err(|error: toml::de::Error| error.message().to_owned())?;
        check.sensible().map(|()| check)
    }

    /// Refuses parameters with which a check would say nothing.
    fn sensible(&self) -> Result<(), String> {
        let empty = match self {
            Self::NoticeIfStated { values, .. } => values.is_empty(),
            Self::NoticeWords { all_of, window_chars } => {
                *window_chars == 0 || all_of.is_empty() || all_of.iter().any(Vec::is_empty)
            }
            Self::Fields { all, .. } => all.is_empty() || all.iter().any(Vec::is_empty),
            Self::NoticeOrFields { fields, .. } => fields.is_empty(),
            Self::IptcVocabulary { bases, terms, .. } => bases.is_empty() || terms.is_empty(),
            Self::IptcRetired { terms } => terms.is_empty(),
            Self::PrivateData { properties } => properties.is_empty(),
            Self::AigcPlace { places } => places.is_empty() || places.values().any(Vec::is_empty),
            Self::AigcFaults { faults, .. } => faults.is_empty(),
            Self::HtmlModes { html, http } => html.is_empty() || http.is_empty(),
            _ => false,
        };
        if empty {
            return Err("a parameter of the check is empty".to_owned());
        }
        let Self::AigcFaults { faults, lenient } = self else { return Ok(()) };
        let unknown = faults.iter().chain(lenient).find(|name| !aigc::FAULTS.contains(&name.as_str()));
        unknown.map_or(Ok(()), |name| Err(format!("`{name}` is no fault of a label")))
    }

    /// The outcomes that it can give. Those for files that a rule does not speak of come besides.
    fn outcomes(&self) -> &'static [Outcome] {
        match self {
            Self::Examined {} => &[Found, Damaged, CannotTell],
            Self::MarksListed {} => &[Found, NotFound],
            Self::MarksAgree { .. } | Self::HtmlAgree {} => &[Found, Conflicting],
            Self::MarkPresent {} | Self::MarkReadable {} => &[Found, NotFound, Damaged, CannotTell],
            Self::MarkOrNotice {} | Self::Notice { .. } => &[Found, NotFound, Damaged, CannotTell],
            Self::MarkSigned {} | Self::Signature {} => &[Found, NotFound, Damaged, CannotTell],
            Self::TechniqueNamed {} => &[Found, CannotTell],
            Self::Layers { .. } | Self::TextWatermark { .. } => &[Found, NotFound, CannotTell],
            Self::Binding {} => &[Found, Damaged, CannotTell],
            Self::TimeStamp { .. } => &[Found, NotFound, Conflicting, CannotTell],
            Self::RemoteOnly {} => &[Found, NotFound, Damaged],
            Self::NoticePerceivable { .. } => &[Found, Damaged, CannotTell],
            Self::NoticeIfStated { .. } | Self::NoticeOrFields { .. } => {
                &[Found, NotFound, Damaged, CannotTell]
            }
            Self::NoticeWords { .. } | Self::Fields { .. } | Self::Identifier { .. } => {
                &[Found, NotFound, CannotTell]
            }
            Self::PrivateData { .. } | Self::Legacy { .. } => &[Found, Conflicting],
            Self::UserTold {} | Self::LogEntry {} => &[Found, NotFound, CannotTell],
            Self::MarksKept {} => &[Found, NotFound, Damaged, Conflicting, CannotTell],
            Self::IptcVocabulary { .. } | Self::IptcRetired { .. } | Self::HtmlModes { .. } => {
                &[Found, Damaged]
            }
            Self::AigcPlace { .. } | Self::IptcAiSource {} => &[Found, NotFound],
            Self::AigcFaults { .. } | Self::AigcSecurity {} => &[Found, Damaged, CannotTell],
            Self::AigcSingle {} | Self::AigcProviderCode {} => &[Found, Damaged, Conflicting],
            Self::AigcProducerKept {} => &[Found, NotFound, Conflicting, CannotTell],
            Self::HtmlPresent {} => &[Found, CannotTell],
        }
    }

    pub(crate) fn gives(&self, outcome: Outcome) -> bool {
        outcome == NotApplicable || self.outcomes().contains(&outcome)
    }

    /// Looks at one file.
    pub(crate) fn look(&self, evidence: &Evidence) -> Seen {
        match self {
            Self::Examined {} => credential::examined(evidence),
            Self::MarksListed {} => marks::listed(evidence),
            Self::MarksAgree { on, traces } => marks::agree(evidence, *on, *traces),
            Self::MarkPresent {} => marks::present(evidence),
            Self::MarkOrNotice {} => marks::or_notice(evidence),
            Self::MarkSigned {} => marks::signed(evidence),
            Self::MarkReadable {} => marks::readable(evidence),
            Self::TechniqueNamed {} => marks::techniques(evidence),
            Self::Layers { at_least } => marks::layers(evidence, *at_least),
            Self::TextWatermark { from_tokens } => marks::text_watermark(evidence, *from_tokens),
            Self::Signature {} => credential::signature(evidence),
            Self::Binding {} => credential::binding(evidence),
            Self::TimeStamp { not_later } => credential::time_stamp(evidence, *not_later),
            Self::RemoteOnly {} => credential::remote_only(evidence),
            Self::Notice { languages } => notice::present(evidence, languages),
            Self::NoticePerceivable { min_height_percent, min_contrast } => {
                notice::perceivable(evidence, *min_height_percent, *min_contrast)
            }
            Self::NoticeIfStated { field, values } => notice::if_stated(evidence, field, values),
            Self::NoticeOrFields { fields, unless } => notice::or_fields(evidence, fields, unless),
            Self::NoticeWords { all_of, window_chars } => {
                words::near_the_ends(evidence, all_of, *window_chars)
            }
            Self::Fields { all, signer, unsigned, link } => fields::stated(
                evidence,
                all,
                &fields::Sources { signer: *signer, unsigned: *unsigned },
                *link,
            ),
            Self::Identifier { link } => fields::identifier(evidence, *link),
            Self::PrivateData { properties } => fields::private_data(evidence, properties),
            Self::Legacy { until } => pair::legacy(evidence, *until),
            Self::UserTold {} => notice::user_told(evidence),
            Self::LogEntry {} => pair::log_entry(evidence),
            Self::MarksKept {} | Self::AigcProducerKept {} => pair::only_one(),
            Self::AigcPlace { places } => aigc::place(evidence, places),
            Self::AigcFaults { faults, lenient } => aigc::faults(evidence, faults, lenient),
            Self::AigcSingle {} => aigc::single(evidence),
            Self::AigcProviderCode {} => aigc::provider_code(evidence),
            Self::AigcSecurity {} => aigc::security_data(evidence),
            Self::IptcVocabulary { bases, terms, addresses } => {
                iptc::vocabulary(evidence, bases, terms, addresses)
            }
            Self::IptcRetired { terms } => iptc::retired(evidence, terms),
            Self::IptcAiSource {} => iptc::ai_source(evidence),
            Self::HtmlAgree {} => web::agree(evidence),
            Self::HtmlModes { html, http } => web::modes(evidence, html, http),
            Self::HtmlPresent {} => web::present(evidence),
        }
    }

    /// Looks at two files, if that is what it does.
    pub(crate) fn compare(&self, before: &Evidence, after: &Evidence) -> Option<Seen> {
        match self {
            Self::MarksKept {} => Some(pair::marks_kept(before, after)),
            Self::AigcProducerKept {} => Some(aigc::producer_kept(before, after)),
            _ => None,
        }
    }
}

/// Places by the name of a medium.
pub(crate) type Places = BTreeMap<String, Vec<String>>;
