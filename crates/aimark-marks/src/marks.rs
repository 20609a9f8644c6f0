//! What is to be written: marks, and the properties that carry them in XMP.

use crate::{Error, Limits};

/// The marks to write. What is `None` is not written, and what the file says of it already stays.
///
/// The prompt of a system, and who wrote it, have properties of their own at IPTC. They can be private, so that there is no
/// field for them here.
///
/// ```
/// use aimark_marks::{Marks, SourceType};
///
/// let marks = Marks {
///     source_type: Some(SourceType::TrainedAlgorithmicMedia),
///     system: Some("Painter".to_owned()),
///     ..Marks::default()
/// };
/// assert!(marks.aigc.is_none());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[allow(clippy::exhaustive_structs, reason = "callers build it with `..Marks::default()`")]
pub struct Marks {
    /// How the content came to be (`Iptc4xmpExt:DigitalSourceType`).
    pub source_type: Option<SourceType>,
    /// The AI system that was used (`Iptc4xmpExt:AISystemUsed`, IPTC Photo Metadata 2025.1).
    pub system: Option<String>,
    /// The version of that system (`Iptc4xmpExt:AISystemVersionUsed`). A version that stands in the file already is taken
    /// out where `system` is written and this is `None`: it was that of another system.
    pub system_version: Option<String>,
    /// The AIGC label of GB 45438-2025 as the text of a JSON object, on one line (`TC260:AIGC`).
    pub aigc: Option<String>,
}

/// How content came to be, in the vocabulary "Digital Source Type" of IPTC: the two terms that a label of ours says.
///
/// ```
/// use aimark_marks::SourceType;
///
/// let uri = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
/// assert_eq!(SourceType::TrainedAlgorithmicMedia.uri(), uri);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SourceType {
    /// A trained model generated it.
    TrainedAlgorithmicMedia,
    /// A trained model altered it, or made parts of it.
    CompositeWithTrainedAlgorithmicMedia,
}

impl SourceType {
    /// The full address of the term, as files carry it.
    #[must_use]
    pub fn uri(self) -> &'static str {
        match self {
            Self::TrainedAlgorithmicMedia => {
                "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
            }
            Self::CompositeWithTrainedAlgorithmicMedia => {
                "http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia"
            }
        }
    }
}

/// A property that is written, in the order of a new packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Property {
    SourceType,
    System,
    SystemVersion,
    Aigc,
}

impl Property {
    pub(crate) const ALL: [Self; 4] = [Self::SourceType, Self::System, Self::SystemVersion, Self::Aigc];

    pub(crate) fn space(self) -> &'static str {
        if self == Self::Aigc { AIGC } else { IPTC_EXT }
    }

    pub(crate) fn prefix(self) -> &'static str {
        if self == Self::Aigc { "TC260" } else { "Iptc4xmpExt" }
    }

    pub(crate) fn local(self) -> &'static str {
        match self {
            Self::SourceType => "DigitalSourceType",
            Self::System => "AISystemUsed",
            Self::SystemVersion => "AISystemVersionUsed",
            Self::Aigc => "AIGC",
        }
    }

    /// Prefix and name, as they are usually written.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::SourceType => "Iptc4xmpExt:DigitalSourceType",
            Self::System => "Iptc4xmpExt:AISystemUsed",
            Self::SystemVersion => "Iptc4xmpExt:AISystemVersionUsed",
            Self::Aigc => "TC260:AIGC",
        }
    }
}

/// The namespace of IPTC Photo Metadata, Extension schema.
pub(crate) const IPTC_EXT: &str = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
/// The namespace of TC260-PG-20259A.
pub(crate) const AIGC: &str = "http://www.tc260.org.cn/ns/AIGC/1.0/";

impl Marks {
    /// What is to be written for a property, unescaped.
    pub(crate) fn value(&self, property: Property) -> Option<&str> {
        match property {
            Property::SourceType => self.source_type.map(SourceType::uri),
            Property::System => self.system.as_deref(),
            Property::SystemVersion => self.system_version.as_deref(),
            Property::Aigc => self.aigc.as_deref(),
        }
    }

    /// Whether what the file says of a property is taken out, and nothing put in its place.
    pub(crate) fn clears(&self, property: Property) -> bool {
        property == Property::SystemVersion && self.system.is_some() && self.system_version.is_none()
    }

    pub(crate) fn check(&self, limits: &Limits) -> Result<(), Error> {
        if Property::ALL.iter().all(|property| self.value(*property).is_none()) {
            return Err(Error::Misuse { mark: "marks", problem: "there is none to write" });
        }
        let fields =
            [("system", &self.system), ("system_version", &self.system_version), ("aigc", &self.aigc)];
        for (mark, value) in fields {
            if let Some(value) = value {
                check_text(mark, value, limits)?;
            }
        }
        Ok(())
    }
}

/// A value is one line that XML can carry and that readers give back as it was written.
pub(crate) fn check_text(mark: &'static str, value: &str, limits: &Limits) -> Result<(), Error> {
    let bad = |problem| Err(Error::Misuse { mark, problem });
    Error::within("characters of a mark", value.chars().count(), limits.value_chars)?;
    if value.is_empty() {
        return bad("it is empty");
    }
    if value.starts_with(char::is_whitespace) || value.ends_with(char::is_whitespace) {
        return bad("it begins or ends with white space, which readers drop");
    }
    if value.chars().any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) {
        return bad("it has a line break or another control character");
    }
    if value.chars().any(|c| matches!(c, '\u{fffe}' | '\u{ffff}')) {
        return bad("it has a character that XML cannot carry");
    }
    Ok(())
}
