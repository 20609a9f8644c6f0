//! JSON (RFC 8259), one level at a time: what lies deeper stays text until somebody wants it. So no nesting is followed by
//! recursion, numbers stay as they are written, and keys that stand there twice are seen.

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::found::Value;

/// The members of an object in their order, values as they are written; one more than `most` where there are more. `None`:
/// it is no object.
pub(crate) fn members(text: &str, most: usize) -> Option<Vec<(String, &str)>> {
    with(Members(most.saturating_add(1)), text)
}

/// The items of a list as they are written. `None`: it is no list, or longer than `most`.
pub(crate) fn list(text: &str, most: usize) -> Option<Vec<&str>> {
    with(List(most.saturating_add(1)), text).filter(|items| items.len() <= most)
}

/// What a JSON string says. `None`: it is none.
pub(crate) fn string(text: &str) -> Option<String> {
    serde_json::from_str(text).ok()
}

pub(super) fn value(raw: &str) -> Value {
    match string(raw) {
        Some(text) => Value::Text(text),
        None if raw == "null" => Value::Other(String::new()),
        None => Value::Other(raw.to_owned()),
    }
}

fn with<'a, S: DeserializeSeed<'a>>(seed: S, text: &'a str) -> Option<S::Value> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = seed.deserialize(&mut deserializer).ok()?;
    deserializer.end().ok()?;
    Some(value)
}

/// An object, of which so many members are kept.
struct Members(usize);

impl<'de> DeserializeSeed<'de> for Members {
    type Value = Vec<(String, &'de str)>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Members {
    type Value = Vec<(String, &'de str)>;

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut members = Vec::new();
        while members.len() < self.0 {
            let Some((name, raw)) = map.next_entry::<String, &RawValue>()? else { return Ok(members) };
            members.push((name, raw.get()));
        }
        while map.next_entry::<IgnoredAny, &RawValue>()?.is_some() {}
        Ok(members)
    }
}

/// A list, of which so many items are kept.
struct List(usize);

impl<'de> DeserializeSeed<'de> for List {
    type Value = Vec<&'de str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for List {
    type Value = Vec<&'de str>;

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while items.len() < self.0 {
            let Some(raw) = list.next_element::<&RawValue>()? else { return Ok(items) };
            items.push(raw.get());
        }
        while list.next_element::<&RawValue>()?.is_some() {}
        Ok(items)
    }
}
