//! The words that stand in the JSON and that the core does not know.

/// Which of the shapes in `docs/report.schema.json` a line has.
///
/// Shapes may gain keys within a number. A change that would break a reader gets a new number.
///
/// ```
/// assert_eq!(aimark_json::Schema::Report.name(), "aimark.report/1");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Schema {
    /// What verifying found, and every failure.
    Report,
    /// An asset that was labelled.
    Signed,
    /// What a label says, unchecked.
    Statement,
    /// A signing identity.
    Identity,
    /// A certificate that is accepted.
    Anchor,
    /// A list of authorities that are accepted.
    List,
    /// What is wrong with something that is refused, and what to do about it.
    Diagnosis,
    /// What a whole run found.
    Run,
    /// What a law asks for, and its rules.
    Profile,
}

impl Schema {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Report,
        Self::Signed,
        Self::Statement,
        Self::Identity,
        Self::Anchor,
        Self::List,
        Self::Diagnosis,
        Self::Run,
        Self::Profile,
    ];

    /// The value of the key `schema`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Report => "aimark.report/1",
            Self::Signed => "aimark.signed/1",
            Self::Statement => "aimark.statement/1",
            Self::Identity => "aimark.identity/1",
            Self::Anchor => "aimark.anchor/1",
            Self::List => "aimark.list/1",
            Self::Diagnosis => "aimark.diagnosis/1",
            Self::Run => "aimark.run/1",
            Self::Profile => "aimark.profile/1",
        }
    }
}

/// Who is at fault when an asset could not be labelled or examined.
///
/// ```
/// assert_eq!(aimark_json::Kind::Limit.name(), "limit");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// The asset given.
    Input,
    /// A limit on what is examined.
    Limit,
    /// A kind of asset that is not handled.
    Unsupported,
    /// What was asked for.
    Misuse,
    /// The signing identity or a trust anchor.
    Signer,
    /// This software.
    Internal,
    /// The file system.
    Io,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Input, Self::Limit, Self::Unsupported, Self::Misuse, Self::Signer, Self::Internal, Self::Io];

    /// The value of the key `kind`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Input => "input",
            Self::Limit => "limit",
            Self::Unsupported => "unsupported",
            Self::Misuse => "misuse",
            Self::Signer => "signer",
            Self::Internal => "internal",
            Self::Io => "io",
        }
    }
}
