//! XMP packets (ISO 16684-1): RDF in XML. A property may be an attribute or an element, under any prefix: the
//! namespace decides. Entities are never expanded, but for those that XML itself knows. What a structure says, such as
//! that of an artwork which a photograph shows, it says of that thing and not of the picture.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::bytes::split_at_byte;
use crate::finder::{Finder, Place};
use crate::mark::generator::{free, software};
use crate::mark::names::Field;
use crate::mark::{aigc, source_type};
use crate::{Kind, Says};

/// Declarations of namespaces that are in force at a time. Real packets have about twenty.
const MOST_DECLARED: usize = 128;

/// Reads a packet that was taken from the asset already.
pub(crate) fn read(finder: &mut Finder<'_>, place: Place, packet: &[u8]) {
    let packet = packet.strip_prefix(b"\xef\xbb\xbf").unwrap_or(packet);
    let mut reader = Reader::from_reader(packet);
    let config = reader.config_mut();
    (config.allow_dangling_amp, config.allow_unmatched_ends, config.check_end_names) = (true, true, false);
    let mut walk = Walk { finder, place, declared: Vec::new(), open: Vec::new() };
    // A packet that is no XML from some place on counts up to there.
    while let Ok(event) = reader.read_event() {
        if matches!(event, Event::Eof) || !walk.event(&event) {
            break;
        }
    }
    while walk.end() {}
}

struct Walk<'f, 'l, 'p> {
    finder: &'f mut Finder<'l>,
    place: Place,
    /// Prefix, namespace, and how many elements were open.
    declared: Vec<(Cow<'p, [u8]>, Space, usize)>,
    open: Vec<Open>,
}

/// An element that is open: the property it is or belongs to, and its text so far.
struct Open {
    property: Option<Property>,
    text: String,
    /// Whether it is in a description of the picture.
    described: bool,
    /// Whether it is a property of that description, or in one: what is in it may be a structure.
    in_property: bool,
}

impl Walk<'_, '_, '_> {
    /// Whether to go on.
    fn event(&mut self, event: &Event<'_>) -> bool {
        match event {
            Event::Start(start) => return self.finder.item() && self.start(start),
            Event::Empty(start) => {
                if !self.finder.item() || !self.start(start) {
                    return false;
                }
                self.end();
            }
            Event::End(_) => {
                self.end();
            }
            Event::Text(text) => self.text(&String::from_utf8_lossy(text)),
            Event::CData(text) => self.text(&String::from_utf8_lossy(text)),
            Event::GeneralRef(name) => self.text(&entity(name)),
            _ => {}
        }
        true
    }

    fn start(&mut self, start: &BytesStart<'_>) -> bool {
        let limits = self.finder.limits();
        if self.open.len() >= limits.nesting {
            self.finder.cut();
            return false;
        }
        if !self.declare(start) {
            return false;
        }
        let name = start.name().into_inner();
        let around = self.open.last();
        let [described, in_property] =
            around.map_or([false; 2], |around| [around.described, around.in_property]);
        let inherited = around.and_then(|around| around.property);
        let property = self.property(name).map(|property| property.seen_in(in_property)).or(inherited);
        let is_rdf = self.space(name) == Space::Rdf;
        let in_property = in_property || (described && !is_rdf);
        let described = described || (is_rdf && name.ends_with(b":Description"));
        self.open.push(Open { property, text: String::new(), described, in_property });
        for attribute in start.attributes().with_checks(false).flatten() {
            if !self.finder.item() {
                return false;
            }
            self.attribute(&attribute, property);
        }
        true
    }

    /// Notes the namespaces that an element declares.
    fn declare(&mut self, start: &BytesStart<'_>) -> bool {
        for attribute in start.attributes().with_checks(false).flatten() {
            let name = attribute.key.into_inner();
            // Without a prefix it is for elements that have none.
            let prefix = if name == b"xmlns" { Some(&b""[..]) } else { name.strip_prefix(b"xmlns:") };
            let Some(prefix) = prefix else { continue };
            if self.declared.len() >= MOST_DECLARED {
                self.finder.cut();
                return false;
            }
            let space = Space::of(&value_of(&attribute));
            self.declared.push((Cow::Owned(prefix.to_vec()), space, self.open.len()));
        }
        true
    }

    fn attribute(&mut self, attribute: &Attribute<'_>, of: Option<Property>) {
        let name = attribute.key.into_inner();
        // `<a:b rdf:resource="...">` is how RDF writes that a value is an address.
        // An attribute without a prefix is in no namespace.
        let in_property = self.open.last().is_some_and(|open| open.in_property);
        let named = name.contains(&b':').then(|| self.property(name)).flatten();
        let named = named.map(|property| property.seen_in(in_property));
        let property = if name.ends_with(b":resource") { of } else { named };
        if let Some(property) = property {
            property.read(self.finder, self.place, &value_of(attribute));
        }
    }

    /// The property that a name stands for.
    fn property(&self, name: &[u8]) -> Option<Property> {
        let (_, local) = split_at_byte(name, b':').unwrap_or((b"", name));
        let known = PROPERTIES.iter().filter(|(_, name, _)| name.as_bytes() == local);
        // Few names get here, so that this search is not made for each attribute.
        let mut known = known.peekable();
        known.peek()?;
        let space = self.space(name);
        known.find(|(of, _, _)| *of == space).map(|(_, _, property)| *property)
    }

    fn space(&self, name: &[u8]) -> Space {
        let (prefix, _) = split_at_byte(name, b':').unwrap_or((b"", name));
        let declared = self.declared.iter().rev().find(|(declared, _, _)| **declared == *prefix);
        declared.map_or_else(|| Space::usual(prefix), |(_, space, _)| *space)
    }

    fn text(&mut self, text: &str) {
        let Some(open) = self.open.last_mut() else { return };
        if open.property.is_some() {
            open.text.push_str(text);
        }
    }

    /// Closes the innermost element. Whether there was one.
    fn end(&mut self) -> bool {
        let Some(Open { property, text, .. }) = self.open.pop() else { return false };
        self.declared.truncate(
            self.declared
                .iter()
                .rposition(|(_, _, depth)| *depth < self.open.len())
                .map_or(0, |at| at.saturating_add(1)),
        );
        if let Some(property) = property.filter(|_| !text.trim().is_empty()) {
            property.read(self.finder, self.place, text.trim());
        }
        true
    }
}

fn value_of<'a>(attribute: &'a Attribute<'_>) -> Cow<'a, str> {
    let raw = match core::str::from_utf8(&attribute.value) {
        Ok(raw) => raw,
        Err(_) => return String::from_utf8_lossy(&attribute.value),
    };
    // With an entity that XML does not know, it stays as it is.
    unescape(raw).unwrap_or(Cow::Borrowed(raw))
}

pub(crate) fn entity(name: &BytesRef<'_>) -> String {
    match name.resolve_char_ref() {
        Ok(Some(c)) => c.into(),
        _ => name
            .decode()
            .ok()
            .and_then(|name| resolve_predefined_entity(&name))
            .unwrap_or_default()
            .to_owned(),
    }
}

/// A namespace that properties of interest belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Space {
    Rdf,
    IptcExt,
    Aigc,
    Xmp,
    Event,
    Tiff,
    Exif,
    Dc,
    Terms,
    Photoshop,
    Other,
}

impl Space {
    fn of(address: &str) -> Self {
        match address {
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#" => Self::Rdf,
            "http://iptc.org/std/Iptc4xmpExt/2008-02-29/" => Self::IptcExt,
            "http://ns.adobe.com/xap/1.0/" => Self::Xmp,
            "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#" => Self::Event,
            "http://ns.adobe.com/tiff/1.0/" => Self::Tiff,
            "http://ns.adobe.com/exif/1.0/" => Self::Exif,
            "http://purl.org/dc/elements/1.1/" => Self::Dc,
            "http://purl.org/dc/terms/" => Self::Terms,
            "http://ns.adobe.com/photoshop/1.0/" => Self::Photoshop,
            // `http://www.tc260.org.cn/ns/AIGC/1.0/`, and what deviant writers made of it.
            other if other.to_ascii_lowercase().contains("aigc") => Self::Aigc,
            _ => Self::Other,
        }
    }

    /// What a prefix that nobody declared stands for in every packet that does.
    fn usual(prefix: &[u8]) -> Self {
        match prefix {
            b"rdf" => Self::Rdf,
            b"Iptc4xmpExt" => Self::IptcExt,
            b"TC260" | b"AIGC" => Self::Aigc,
            b"xmp" => Self::Xmp,
            b"dcterms" => Self::Terms,
            b"photoshop" => Self::Photoshop,
            _ => Self::Other,
        }
    }
}

/// A property of interest, and how it is shown.
#[derive(Debug, Clone, Copy)]
enum Property {
    SourceType(&'static str),
    Ai(&'static str),
    Aigc,
    AigcLabel,
    Software(&'static str),
    Credit(&'static str),
    Words(&'static str),
    Provenance,
    /// Not of interest, but not part of the property around it either.
    Other,
}

const PROPERTIES: [(Space, &str, Property); 25] = [
    (Space::IptcExt, "DigitalSourceType", Property::SourceType("Iptc4xmpExt:DigitalSourceType")),
    (Space::IptcExt, "DigitalSourcefileType", Property::SourceType("Iptc4xmpExt:DigitalSourcefileType")),
    (Space::IptcExt, "AISystemUsed", Property::Ai("Iptc4xmpExt:AISystemUsed")),
    (Space::IptcExt, "AISystemVersionUsed", Property::Ai("Iptc4xmpExt:AISystemVersionUsed")),
    (Space::IptcExt, "AIPromptInformation", Property::Ai("Iptc4xmpExt:AIPromptInformation")),
    (Space::IptcExt, "AIPromptWriterName", Property::Ai("Iptc4xmpExt:AIPromptWriterName")),
    (Space::Aigc, "AIGC", Property::Aigc),
    (Space::Aigc, "Label", Property::AigcLabel),
    // The other parts of a label that is written in parts: the first says what there is to say.
    (Space::Aigc, "ContentProducer", Property::Other),
    (Space::Aigc, "ProduceID", Property::Other),
    (Space::Aigc, "ContentPropagator", Property::Other),
    (Space::Aigc, "PropagateID", Property::Other),
    (Space::Aigc, "ReservedCode1", Property::Other),
    (Space::Aigc, "ReservedCode2", Property::Other),
    (Space::Xmp, "CreatorTool", Property::Software("xmp:CreatorTool")),
    (Space::Event, "softwareAgent", Property::Software("stEvt:softwareAgent")),
    (Space::Tiff, "Software", Property::Software("tiff:Software")),
    (Space::Tiff, "Artist", Property::Credit("tiff:Artist")),
    (Space::Tiff, "ImageDescription", Property::Words("tiff:ImageDescription")),
    (Space::Exif, "UserComment", Property::Words("exif:UserComment")),
    (Space::Dc, "creator", Property::Credit("dc:creator")),
    (Space::Dc, "description", Property::Words("dc:description")),
    (Space::Photoshop, "Credit", Property::Credit("photoshop:Credit")),
    (Space::Photoshop, "Source", Property::Credit("photoshop:Source")),
    (Space::Terms, "provenance", Property::Provenance),
];

impl Property {
    /// What the property is where it stands. In a structure, a source is the source of what the structure is about.
    fn seen_in(self, structure: bool) -> Self {
        match self {
            Self::SourceType(_) | Self::Ai(_) if structure => Self::Other,
            other => other,
        }
    }

    fn read(self, finder: &mut Finder<'_>, place: Place, value: &str) {
        match self {
            Self::SourceType(key) => {
                finder.add(Kind::IptcDigitalSourceType, source_type::says(value), place, key, value);
            }
            Self::Ai(key) => finder.add(Kind::IptcAi, Says::Involved, place, key, value),
            Self::Aigc => aigc::read(finder, place, "TC260:AIGC", value),
            Self::AigcLabel => {
                finder.add(Kind::AigcLabel, aigc::says(value.trim()), place, "AIGC:Label", value)
            }
            Self::Software(key) => software(finder, place, key, value, Field::Software),
            Self::Credit(key) => software(finder, place, key, value, Field::Credit),
            Self::Words(key) => free(finder, place, key, value),
            Self::Provenance => {
                // C2PA 2.4, 11.5; claims of version 1 were named here too, in the file itself.
                let embedded = value.trim().starts_with("self#");
                let kind = if embedded { Kind::EmbeddedCredential } else { Kind::RemoteCredential };
                finder.add(kind, Says::Open, place, "dcterms:provenance", value);
            }
            Self::Other => {}
        }
    }
}
