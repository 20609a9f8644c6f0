//! The seven keys of a label, and what the first may say.

/// What a label says of a file (GB 45438-2025, Annex E c).
///
/// ```
/// use aimark_aigc::Attribute;
/// assert_eq!(Attribute::Possible.code(), "2");
/// assert_eq!(Attribute::from_code("3"), Some(Attribute::Suspected));
/// assert_eq!(Attribute::from_code("AIGC"), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(clippy::exhaustive_enums, reason = "the standard has three")]
pub enum Attribute {
    /// AI generated or synthesised it: `1`.
    Generated,
    /// It may be; its uploader says so: `2`.
    Possible,
    /// It is suspected to be, for traces that were found: `3`.
    Suspected,
}

impl Attribute {
    /// All three, in the order of their codes.
    pub const ALL: [Self; 3] = [Self::Generated, Self::Possible, Self::Suspected];

    /// The value of `Label`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Generated => "1",
            Self::Possible => "2",
            Self::Suspected => "3",
        }
    }

    /// What a value of `Label` says.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|attribute| attribute.code() == code)
    }
}

/// A key of the label. The order is that of the standard.
///
/// ```
/// use aimark_aigc::Key;
/// assert_eq!(Key::ALL.map(Key::name)[2], "ProduceID");
/// assert_eq!(Key::from_name("ReservedCode1"), Some(Key::ReservedCode1));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(clippy::exhaustive_enums, reason = "the standard has seven")]
pub enum Key {
    /// What the file is: an [`Attribute`].
    Label,
    /// Who generated it: a name or, better, a [`ProviderCode`](crate::ProviderCode).
    ContentProducer,
    /// The number that the producer gave it; unique with them.
    ProduceId,
    /// The producer's own data for integrity: see [`security`](crate::security).
    ReservedCode1,
    /// Who passed it on, such as a platform.
    ContentPropagator,
    /// The number that the propagator gave it.
    PropagateId,
    /// The propagator's own data for integrity.
    ReservedCode2,
}

impl Key {
    /// All seven, in the order of the standard.
    pub const ALL: [Self; 7] = [
        Self::Label,
        Self::ContentProducer,
        Self::ProduceId,
        Self::ReservedCode1,
        Self::ContentPropagator,
        Self::PropagateId,
        Self::ReservedCode2,
    ];

    /// The name in a file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Label => "Label",
            Self::ContentProducer => "ContentProducer",
            Self::ProduceId => "ProduceID",
            Self::ReservedCode1 => "ReservedCode1",
            Self::ContentPropagator => "ContentPropagator",
            Self::PropagateId => "PropagateID",
            Self::ReservedCode2 => "ReservedCode2",
        }
    }

    /// The key of that name, spelt exactly so.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name() == name)
    }

    /// Whether the provider of a generating service must fill it: `Label`, `ContentProducer`, `ProduceID` (Measures for
    /// Labeling AI-generated Synthetic Content, Art. 5).
    #[must_use]
    pub fn is_required(self) -> bool {
        matches!(self, Self::Label | Self::ContentProducer | Self::ProduceId)
    }
}

impl core::fmt::Display for Key {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.name())
    }
}
