//! What is found: hints, their kinds, and what they say.

/// What a look found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Hints {
    /// In the order in which they stand in the asset. None says nothing about the content.
    pub hints: Vec<Hint>,
    /// A limit was met, so there may be more.
    pub cut: bool,
}

/// One unsigned mark. Anybody can write one, change one or take one out.
///
/// Its texts are safe to show: control characters and characters that are invisible or reorder text are replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hint {
    /// What sort of mark it is.
    pub kind: Kind,
    /// What it says, if it is true.
    pub says: Says,
    /// Where it stands, in words: `PNG tEXt at byte 33`.
    pub place: String,
    /// The name of the mark there: a property, a keyword, a tag.
    pub key: String,
    /// What stands there, or its beginning.
    pub value: String,
}

/// What a mark says, if it is true.
///
/// ```
/// assert_eq!(aimark_hints::Says::NotAi.name(), "not_ai");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Says {
    /// AI made it.
    Generated,
    /// AI altered it, or parts of it are AI's.
    Altered,
    /// AI may have made it.
    Suspected,
    /// AI had to do with it; how, it does not say.
    Involved,
    /// It was made in another way than by AI.
    NotAi,
    /// Nothing about AI by itself: a credential that is kept elsewhere, a composite of anything.
    Open,
}

impl Says {
    /// The name for programs, in lower case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Generated => "generated",
            Self::Altered => "altered",
            Self::Suspected => "suspected",
            Self::Involved => "involved",
            Self::NotAi => "not_ai",
            Self::Open => "open",
        }
    }
}

/// The sorts of marks. `docs/hints.md` lists exactly what is looked for.
///
/// ```
/// assert_eq!(aimark_hints::Kind::AigcLabel.name(), "aigc_label");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// The IPTC property `DigitalSourceType`.
    IptcDigitalSourceType,
    /// One of the AI properties of IPTC Photo Metadata 2025.1.
    IptcAi,
    /// The implicit label of the Chinese standard GB 45438-2025.
    AigcLabel,
    /// What an image generator wrote down of its own settings.
    GeneratorParameters,
    /// What only one generator writes, and which is no setting.
    GeneratorSignature,
    /// The name of a known generator as the software, the author or in a description.
    SoftwareName,
    /// A line of credit that speaks of AI, such as `Made with Google AI`.
    CreditLine,
    /// `ai-disclosure` and its like in HTML and in front matter.
    HtmlDisclosure,
    /// `digitalSourceType` of schema.org.
    SchemaOrg,
    /// A C2PA credential that is kept elsewhere. The address is shown, never fetched.
    RemoteCredential,
    /// A C2PA credential that is, or was, in the file itself. Where none is found, it was lost.
    EmbeddedCredential,
}

impl Kind {
    /// The name for programs, in lower case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::IptcDigitalSourceType => "iptc_digital_source_type",
            Self::IptcAi => "iptc_ai",
            Self::AigcLabel => "aigc_label",
            Self::GeneratorParameters => "generator_parameters",
            Self::GeneratorSignature => "generator_signature",
            Self::SoftwareName => "software_name",
            Self::CreditLine => "credit_line",
            Self::HtmlDisclosure => "html_disclosure",
            Self::SchemaOrg => "schema_org",
            Self::RemoteCredential => "remote_credential",
            Self::EmbeddedCredential => "embedded_credential",
        }
    }
}
