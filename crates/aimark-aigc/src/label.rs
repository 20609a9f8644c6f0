//! The label for writing: strict.

use crate::{Attribute, Found, Key};

/// The longest value of a [`Label`], in bytes. An SM2 signature with its key takes about five hundred.
const MAX_VALUE: usize = 8 << 10;

/// A label that keeps the standard, for writing.
///
/// Every value is of the characters 0x21 to 0x7E (Annex E j), so a name in Chinese, or one with a blank, is refused: a
/// [`ProviderCode`](crate::ProviderCode) stands for it. A value has at most 8192 bytes.
///
/// ```
/// use aimark_aigc::{Attribute, Key, Label};
///
/// let mut label = Label::new(Attribute::Generated, "001191440300708461136T1XGW3", "a-17")?;
/// label.set_propagator("001191310104MACE0YX63918020", "post-4")?;
/// assert_eq!(label.value(Key::PropagateId), "post-4");
/// assert!(Label::new(Attribute::Generated, "Example Ltd", "a-17").is_err());
/// # Ok::<(), aimark_aigc::LabelError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    attribute: Attribute,
    producer: String,
    produce_id: String,
    reserved_code1: String,
    propagator: String,
    propagate_id: String,
    reserved_code2: String,
}

/// A value that a label may not hold. The caller is at fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LabelError {
    /// A value that must be there is empty.
    #[error("{0} is empty")]
    Empty(Key),
    /// A character that the standard does not allow.
    #[error("{key} holds U+{:04X}; only the characters 0x21 to 0x7E are allowed", u32::from(*character))]
    Character {
        /// Whose value.
        key: Key,
        /// The first such character.
        character: char,
    },
    /// A value of more than 8192 bytes.
    #[error("{0} is longer than 8192 bytes")]
    TooLong(Key),
    /// `Label` is none of `1`, `2` and `3`.
    #[error("Label is none of 1, 2 and 3")]
    LabelValue,
    /// One of `ContentPropagator` and `PropagateID` without the other.
    #[error("ContentPropagator and PropagateID belong together")]
    PropagatorHalf,
    /// What was found holds a key twice, so that readers differ on what it says.
    #[error("{0} stands there twice")]
    DuplicateKey(Key),
}

impl Label {
    /// A label with what the provider of a generating service must say; the other values are empty.
    ///
    /// # Errors
    /// [`LabelError`] for the first value that breaks a rule.
    pub fn new(attribute: Attribute, producer: &str, produce_id: &str) -> Result<Self, LabelError> {
        Ok(Self {
            attribute,
            producer: filled(Key::ContentProducer, producer)?,
            produce_id: filled(Key::ProduceId, produce_id)?,
            reserved_code1: String::new(),
            propagator: String::new(),
            propagate_id: String::new(),
            reserved_code2: String::new(),
        })
    }

    /// Says who passes the file on, and under which number; both empty for nobody.
    ///
    /// # Errors
    /// [`LabelError`]; the label is then as it was.
    pub fn set_propagator(&mut self, propagator: &str, propagate_id: &str) -> Result<(), LabelError> {
        if propagator.is_empty() != propagate_id.is_empty() {
            return Err(LabelError::PropagatorHalf);
        }
        let propagator = allowed(Key::ContentPropagator, propagator)?;
        self.propagate_id = allowed(Key::PropagateId, propagate_id)?;
        self.propagator = propagator;
        Ok(())
    }

    /// The producer's own data for integrity, such as [`security::sign`](crate::security::sign) makes. May be empty.
    ///
    /// # Errors
    /// [`LabelError`]; the label is then as it was.
    pub fn set_reserved_code1(&mut self, code: &str) -> Result<(), LabelError> {
        self.reserved_code1 = allowed(Key::ReservedCode1, code)?;
        Ok(())
    }

    /// The propagator's own data for integrity. May be empty.
    ///
    /// # Errors
    /// [`LabelError`]; the label is then as it was.
    pub fn set_reserved_code2(&mut self, code: &str) -> Result<(), LabelError> {
        self.reserved_code2 = allowed(Key::ReservedCode2, code)?;
        Ok(())
    }

    /// What the label says of the file.
    #[must_use]
    pub fn attribute(&self) -> Attribute {
        self.attribute
    }

    /// The value of a key; empty where nothing is said.
    #[must_use]
    pub fn value(&self, key: Key) -> &str {
        match key {
            Key::Label => self.attribute.code(),
            Key::ContentProducer => &self.producer,
            Key::ProduceId => &self.produce_id,
            Key::ReservedCode1 => &self.reserved_code1,
            Key::ContentPropagator => &self.propagator,
            Key::PropagateId => &self.propagate_id,
            Key::ReservedCode2 => &self.reserved_code2,
        }
    }

    /// The label as one JSON object: all seven keys in the order of the standard, every value a string, no blanks, ASCII.
    #[must_use]
    pub fn to_json(&self) -> String {
        format!("{{{}}}", members(Key::ALL.into_iter().map(|key| (key, self.value(key)))))
    }

    /// The label as lines for the front matter of Markdown: the mapping `AIGC` with all seven keys, every value in single
    /// quotes, each line ended. The fences `---` are not part of it.
    ///
    /// ```
    /// use aimark_aigc::{Attribute, Label};
    /// let yaml = Label::new(Attribute::Generated, "x", "a-17")?.to_yaml();
    /// assert!(yaml.starts_with("AIGC:\n  Label: '1'\n  ContentProducer: 'x'\n  ProduceID: 'a-17'\n"));
    /// # Ok::<(), aimark_aigc::LabelError>(())
    /// ```
    #[must_use]
    pub fn to_yaml(&self) -> String {
        let mut yaml = String::from("AIGC:\n");
        for key in Key::ALL {
            // In single quotes nothing but the quote itself has a meaning (YAML 1.2, 7.3.2).
            let value = self.value(key).replace('\'', "''");
            yaml.extend(["  ", key.name(), ": '", &value, "'\n"]);
        }
        yaml
    }
}

/// What was found, where it keeps the rules for writing: for the one who passes a file on and adds to its label.
/// Keys that the standard does not know are left out.
impl TryFrom<&Found> for Label {
    type Error = LabelError;

    fn try_from(found: &Found) -> Result<Self, LabelError> {
        if let Some(key) = found.first_duplicate() {
            return Err(LabelError::DuplicateKey(key));
        }
        let value = |key| found.value(key).unwrap_or_default();
        let attribute = found.attribute().ok_or(LabelError::LabelValue)?;
        let mut label = Self::new(attribute, value(Key::ContentProducer), value(Key::ProduceId))?;
        label.set_propagator(value(Key::ContentPropagator), value(Key::PropagateId))?;
        label.set_reserved_code1(value(Key::ReservedCode1))?;
        label.set_reserved_code2(value(Key::ReservedCode2))?;
        Ok(label)
    }
}

/// The first character of a value that the standard does not allow (Annex E j).
pub(crate) fn forbidden(value: &str) -> Option<char> {
    value.chars().find(|c| !matches!(c, '\x21'..='\x7e'))
}

/// `"Label":"1","ContentProducer":...`: the members of the object, without its braces.
pub(crate) fn members<'a>(values: impl Iterator<Item = (Key, &'a str)>) -> String {
    let mut json = String::new();
    for (key, value) in values {
        if !json.is_empty() {
            json.push(',');
        }
        json.extend(["\"", key.name(), "\":\"", &escaped(value), "\""]);
    }
    json
}

/// As in a JSON string. Of the characters that a label may hold, these two need it.
pub(crate) fn escaped(value: &str) -> String {
    value.replace('\\', r"\\").replace('"', "\\\"")
}

fn filled(key: Key, value: &str) -> Result<String, LabelError> {
    if value.is_empty() {
        return Err(LabelError::Empty(key));
    }
    allowed(key, value)
}

fn allowed(key: Key, value: &str) -> Result<String, LabelError> {
    if value.len() > MAX_VALUE {
        return Err(LabelError::TooLong(key));
    }
    match forbidden(value) {
        Some(character) => Err(LabelError::Character { key, character }),
        None => Ok(value.to_owned()),
    }
}
