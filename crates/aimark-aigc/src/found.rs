//! A label as it was found, and what is wrong with it.

use std::collections::BTreeMap;

use crate::{Attribute, Key, Limits, label, shown};

/// A label as it was found in a file: what could be read, and what breaks the standard. [`read`](crate::read) makes one.
///
/// ```
/// use aimark_aigc::{Attribute, Fault, Key, Limits, read};
///
/// let found = read(r#"{"AIGC":{"Label":1,"ContentProducer":"Minimax Agent AI"}}"#, &Limits::default());
/// assert_eq!(found.attribute(), Some(Attribute::Generated));
/// assert_eq!(found.value(Key::ContentProducer), Some("Minimax Agent AI"));
/// assert!(found.faults().contains(&Fault::NotAString(Key::Label)));
/// assert!(found.faults().contains(&Fault::Character { key: Key::ContentProducer, character: ' ' }));
/// assert!(found.faults().contains(&Fault::MissingKey(Key::ProduceId)));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    values: BTreeMap<Key, String>,
    faults: Vec<Fault>,
}

/// What breaks the standard, or kept a label from being read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// There is no object with keys of a label: nothing was read.
    #[error("it is no JSON object with the keys of a label")]
    NotAnObject,
    /// The text is longer than [`Limits::text_bytes`]: nothing was read.
    #[error("it is longer than the limit")]
    TooLong,
    /// There are more keys than [`Limits::keys`]; those beyond were not read.
    #[error("it has more keys than the limit")]
    TooManyKeys,
    /// The label stands in a string, or its quotes are escaped, where it should stand as it is.
    #[error("the label is escaped once more than it should be")]
    Escaped,
    /// A key stands there twice, and readers differ on which counts. The first was kept.
    #[error("{0} stands there twice")]
    DuplicateKey(Key),
    /// A value is a number or another thing that is no string. It was read as it is written.
    #[error("{0} is not a string")]
    NotAString(Key),
    /// A key is not there.
    #[error("{0} is missing")]
    MissingKey(Key),
    /// A value that must be filled is empty.
    #[error("{0} is empty")]
    EmptyKey(Key),
    /// `Label` is none of `1`, `2` and `3`.
    #[error("Label is none of 1, 2 and 3")]
    LabelValue,
    /// A key that the standard does not have; shortened, and safe to show.
    #[error("{0} is no key of the standard")]
    UnknownKey(String),
    /// A character beyond 0x21 to 0x7E (Annex E j); the first of the value.
    #[error("{key} holds U+{:04X}; only the characters 0x21 to 0x7E are allowed", u32::from(*character))]
    Character {
        /// Whose value.
        key: Key,
        /// The character.
        character: char,
    },
    /// One of `ContentPropagator` and `PropagateID` is filled without the other.
    #[error("ContentPropagator and PropagateID belong together")]
    PropagatorHalf,
}

impl Found {
    /// A label whose keys stand in a carrier's own syntax, each with its value: elements of XML, or properties.
    ///
    /// ```
    /// use aimark_aigc::{Found, Key, Limits};
    /// let found = Found::from_pairs([("Label", "1"), ("ProduceID", "a-17")], &Limits::default());
    /// assert_eq!(found.value(Key::ProduceId), Some("a-17"));
    /// ```
    #[must_use]
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>, limits: &Limits) -> Self {
        let (mut found, mut bytes) = (Self::default(), 0_usize);
        let mut members = Vec::new();
        for (name, value) in pairs.into_iter().take(limits.keys.saturating_add(1)) {
            bytes = bytes.saturating_add(name.len()).saturating_add(value.len());
            if bytes > limits.text_bytes {
                found.fault(Fault::TooLong);
                return found;
            }
            members.push((name.to_owned(), Value::Text(value.to_owned())));
        }
        found.fill(members, limits);
        found
    }

    /// The value of a key, as it stands there. `None`: the key is not there, or could not be read. From outside, so it may
    /// hold any character; what prints it must escape it.
    #[must_use]
    pub fn value(&self, key: Key) -> Option<&str> {
        self.values.get(&key).map(String::as_str)
    }

    /// What `Label` says, where it is one of the three.
    #[must_use]
    pub fn attribute(&self) -> Option<Attribute> {
        self.value(Key::Label).and_then(Attribute::from_code)
    }

    /// What breaks the standard: each once, in a fixed order for the same text.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Whether no key of a label was found at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    pub(crate) fn first_duplicate(&self) -> Option<Key> {
        self.faults.iter().find_map(|fault| match fault {
            Fault::DuplicateKey(key) => Some(*key),
            _ => None,
        })
    }

    pub(crate) fn fault(&mut self, fault: Fault) {
        // Every kind is bounded: by the seven keys, or by the limit of keys.
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    /// Takes what the object holds, and judges the whole.
    pub(crate) fn fill(&mut self, members: Vec<(String, Value)>, limits: &Limits) {
        if members.len() > limits.keys {
            self.fault(Fault::TooManyKeys);
        }
        for (name, value) in members.into_iter().take(limits.keys) {
            match Key::from_name(&name) {
                None => self.fault(Fault::UnknownKey(shown::shown(&name))),
                Some(key) if self.values.contains_key(&key) => self.fault(Fault::DuplicateKey(key)),
                Some(key) => self.take(key, value),
            }
        }
        self.judge();
    }

    fn take(&mut self, key: Key, value: Value) {
        let text = match value {
            Value::Text(text) => text,
            Value::Other(text) => {
                self.fault(Fault::NotAString(key));
                text
            }
        };
        self.values.insert(key, text);
    }

    fn judge(&mut self) {
        for key in Key::ALL {
            match self.value(key) {
                None => self.fault(Fault::MissingKey(key)),
                Some("") if key.is_required() => self.fault(Fault::EmptyKey(key)),
                Some(value) => {
                    if let Some(character) = label::forbidden(value) {
                        self.fault(Fault::Character { key, character });
                    }
                }
            }
        }
        let filled = |key| self.value(key).is_some_and(|value| !value.is_empty());
        let half = filled(Key::ContentPropagator) != filled(Key::PropagateId);
        if filled(Key::Label) && self.attribute().is_none() {
            self.fault(Fault::LabelValue);
        }
        if half {
            self.fault(Fault::PropagatorHalf);
        }
    }
}

/// A value as a file holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Text(String),
    /// Of another kind, as it is written; empty for nothing.
    Other(String),
}
