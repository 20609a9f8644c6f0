//! Values in JSON, found while it is read: nothing of it is kept.

use core::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// Gives `found` every text that stands for `key` in `json`, also within lists, and within objects as `@id`, `@value` or
/// `url`. What comes before a fault counts; the reader refuses more than 128 levels.
pub(crate) fn texts(json: &str, key: &str, found: &mut dyn FnMut(&str)) {
    let mut reader = serde_json::Deserializer::from_str(json);
    // A fault ends the reading, and is nobody's business here.
    let _ = Walk { key, wanted: false, found }.deserialize(&mut reader);
}

struct Walk<'f> {
    key: &'f str,
    wanted: bool,
    found: &'f mut dyn FnMut(&str),
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        if self.wanted {
            (self.found)(text);
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list
            .next_element_seed(Walk { key: self.key, wanted: self.wanted, found: &mut *self.found })?
            .is_some()
        {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            let is_key = name == self.key || name.rsplit([':', '/']).next() == Some(self.key);
            let wanted = is_key || self.wanted && matches!(name.as_str(), "@id" | "@value" | "url");
            map.next_value_seed(Walk { key: self.key, wanted, found: &mut *self.found })?;
        }
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

/// Whether a text is whole JSON.
pub(crate) fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '[']) && serde_json::from_str::<IgnoredAny>(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(json: &str) -> Vec<String> {
        let mut out = Vec::new();
        texts(json, "k", &mut |text| out.push(text.to_owned()));
        out
    }

    #[test]
    fn texts_are_found_at_any_depth_and_before_a_fault() {
        assert_eq!(
            all(r#"{"a":[{"k":"1"},2,null,true,1.5,-3],"k":["2",{"@id":"3","x":"no"}]}"#),
            ["1", "2", "3"]
        );
        assert_eq!(all(r#"{"schema:k":"https:\/\/a","k":"2",}"#), ["https://a", "2"]);
        assert!(all(&"[".repeat(100_000)).is_empty());
    }
}
