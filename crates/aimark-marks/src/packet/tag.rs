//! The attributes of a tag, with their places. Strict: what XML 1.0 does not allow is a fault.

use core::ops::Range;

/// An attribute of a tag.
#[derive(Debug, Clone)]
pub(super) struct Attribute<'a> {
    pub(super) name: &'a str,
    /// Its value, escaped.
    pub(super) raw: &'a str,
    /// Where the value stands in the packet, without its quotes.
    pub(super) value: Range<usize>,
    /// Where all of it stands, with the white space before it.
    pub(super) whole: Range<usize>,
    /// The value in its quotes.
    pub(super) quoted: &'a str,
}

/// What is wrong with a tag, and where in the packet.
pub(super) type Fault = (usize, &'static str);

/// Reads attribute by attribute. `text` is what follows the name in a tag, up to its closing bracket, and `at` its place.
pub(super) struct Attributes<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Attributes<'a> {
    pub(super) fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    fn read(&mut self) -> Result<Attribute<'a>, Fault> {
        let start = self.at;
        let fault = |problem| (start, problem);
        if !self.skip_space() {
            return Err(fault("no white space before an attribute"));
        }
        let end =
            self.text.find(|c: char| is_space(c) || c == '=').ok_or(fault("an attribute without a value"))?;
        let name = self.take(end);
        if !is_name(name) {
            return Err(fault("an attribute whose name XML does not allow"));
        }
        self.skip_space();
        if !self.text.starts_with('=') {
            return Err(fault("an attribute without a value"));
        }
        self.take(1);
        self.skip_space();
        let quote = self
            .text
            .chars()
            .next()
            .filter(|c| matches!(c, '"' | '\''))
            .ok_or(fault("a value without quotes"))?;
        let inner = self.text.get(1..).unwrap_or_default();
        let len = inner.find(quote).ok_or(fault("a value without its second quote"))?;
        let value = self.at.saturating_add(1)..self.at.saturating_add(1).saturating_add(len);
        let quoted = self.take(len.saturating_add(2));
        let raw = inner.get(..len).unwrap_or_default();
        if raw.contains('<') {
            return Err(fault("a value with a bracket in it"));
        }
        Ok(Attribute { name, raw, value, whole: start..self.at, quoted })
    }

    fn take(&mut self, n: usize) -> &'a str {
        let (taken, rest) = self.text.split_at_checked(n).unwrap_or((self.text, ""));
        self.text = rest;
        self.at = self.at.saturating_add(taken.len());
        taken
    }

    /// Whether there was any.
    fn skip_space(&mut self) -> bool {
        let len = self.text.len().saturating_sub(self.text.trim_start_matches(is_space).len());
        self.take(len);
        len > 0
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = Result<Attribute<'a>, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.text.trim_start_matches(is_space).is_empty() {
            return None;
        }
        let read = self.read();
        if read.is_err() {
            self.text = "";
        }
        Some(read)
    }
}

/// White space of XML, which is less than that of Unicode.
pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

/// A name with at most one prefix (Namespaces in XML 1.0). Of letters outside ASCII any counts.
pub(super) fn is_name(name: &str) -> bool {
    let (prefix, local) = name.split_once(':').map_or((None, name), |(prefix, local)| (Some(prefix), local));
    prefix.is_none_or(is_part) && is_part(local)
}

fn is_part(part: &str) -> bool {
    let may_begin = |c: char| c.is_ascii_alphabetic() || c == '_' || !c.is_ascii();
    part.starts_with(may_begin)
        && part.chars().all(|c| may_begin(c) || c.is_ascii_digit() || matches!(c, '.' | '-'))
}

#[cfg(test)]
#[allow(clippy::string_slice, reason = "tests fail loudly")]
mod tests {
    use super::*;

    #[test]
    fn attributes_have_places() {
        let text = "<a  b:c = \"d'e\"\n f='é' ";
        let all: Vec<_> = Attributes::new(&text[2..], 2).map(Result::unwrap).collect();
        assert_eq!(all.iter().map(|a| (a.name, a.raw)).collect::<Vec<_>>(), [("b:c", "d'e"), ("f", "é")]);
        assert_eq!(all.iter().map(|a| &text[a.value.clone()]).collect::<Vec<_>>(), ["d'e", "é"]);
        assert_eq!(
            all.iter().map(|a| &text[a.whole.clone()]).collect::<Vec<_>>(),
            ["  b:c = \"d'e\"", "\n f='é'"]
        );
        assert_eq!(all[0].quoted, "\"d'e\"");
    }

    #[test]
    fn what_xml_does_not_allow_is_a_fault() {
        for text in [
            " a",
            " a=",
            " a=b",
            " a='b",
            " a='<'",
            "a='b'",
            " a='b'c='d'",
            " a:b:c='d'",
            " 1='b'",
            " ='b'",
            " :a='b'",
        ] {
            assert!(Attributes::new(text, 0).any(|a| a.is_err()), "{text}");
        }
    }
}
