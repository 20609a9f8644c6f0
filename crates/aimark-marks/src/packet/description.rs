//! What is written into a packet: one Description, its properties, and text that XML can carry.

use crate::Marks;
use crate::marks::Property;

/// How a Description begins.
pub(super) struct Head<'a> {
    /// What it is about, escaped and in its quotes.
    pub(super) about: &'a str,
    /// Whether the prefix `rdf` is not declared, or for something else.
    pub(super) declares_rdf: bool,
}

/// A Description with some of the marks, in a fixed order and layout.
pub(super) fn description(marks: &Marks, properties: &[Property], head: &Head<'_>) -> String {
    let mut out = String::from("<rdf:Description");
    if head.declares_rdf {
        out.push_str(&declaration("rdf", super::RDF));
    }
    out.push_str(" rdf:about=");
    out.push_str(head.about);
    let mut declared = None;
    for property in properties {
        // The properties of a namespace stand side by side.
        if declared != Some(property.prefix()) {
            out.push_str(&declaration(property.prefix(), property.space()));
            declared = Some(property.prefix());
        }
    }
    out.push_str(">\n");
    for property in properties {
        let value = marks.value(*property).unwrap_or_default();
        out.push_str(&element(property.name(), None, value));
        out.push('\n');
    }
    out.push_str("</rdf:Description>\n");
    out
}

fn declaration(prefix: &str, space: &str) -> String {
    format!("\n  xmlns:{prefix}=\"{space}\"")
}

/// A simple property. `space` is its namespace, where the element itself has to declare it.
pub(super) fn element(name: &str, space: Option<&str>, value: &str) -> String {
    let declared = match (space, name.split_once(':')) {
        (None, _) => String::new(),
        (Some(space), Some((prefix, _))) => format!(" xmlns:{prefix}=\"{space}\""),
        (Some(space), None) => format!(" xmlns=\"{space}\""),
    };
    format!("<{name}{declared}>{}</{name}>", escape(value))
}

/// The five characters that XML has names for, so that a value may stand in an element and in quotes of either kind.
pub(super) fn escape(value: &str) -> String {
    quick_xml::escape::escape(value).into_owned()
}
