//! Finding places in a packet. It is read as strictly as XML 1.0 with namespaces asks: what is not well-formed is refused,
//! since a reader may stop in the middle of it, and our marks stand at the end.

use core::ops::Range;
use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesDecl, BytesPI, BytesRef, Event};

use super::names::{Names, Space};
use super::tag::{Attribute, Attributes, is_name, is_space};
use crate::marks::Property;
use crate::{Error, Limits};

/// What matters of a packet, with its places.
#[derive(Debug)]
pub(super) struct Shape<'a> {
    pub(super) rdf: Rdf<'a>,
    /// Whether the prefix `rdf` stands for RDF where the RDF ends.
    pub(super) has_rdf_prefix: bool,
    /// What its Descriptions are about, in quotes, where they say so.
    pub(super) about: Option<&'a str>,
    /// The properties of ours that are there, in order.
    pub(super) found: Vec<Found<'a>>,
    /// The white space before the closing instruction.
    pub(super) padding: Option<Range<usize>>,
    /// It names an extension (ISO 16684-3, 1.1.3.1).
    pub(super) is_extended: bool,
    /// It names a credential (C2PA 2.4, 11.5).
    pub(super) names_credential: bool,
}

/// The element `rdf:RDF`.
#[derive(Debug)]
pub(super) enum Rdf<'a> {
    /// Its closing tag begins at `end`.
    Open { end: usize },
    /// It is an empty tag: where its slash and bracket stand, and its name.
    Empty { slash: Range<usize>, name: &'a str },
}

/// A property of ours that is there.
#[derive(Debug)]
pub(super) struct Found<'a> {
    pub(super) property: Property,
    pub(super) form: Form<'a>,
}

/// How a property is written.
#[derive(Debug)]
pub(super) enum Form<'a> {
    /// As an attribute of a Description.
    Attribute { whole: Range<usize>, value: Range<usize> },
    /// As an element: where, its name, whether it declares its own namespace, and where its text stands if it has
    /// nothing else.
    Element { range: Range<usize>, name: &'a str, declares: bool, plain: Option<Range<usize>> },
}

/// Reads a packet without its mark of order.
pub(super) fn read<'a>(text: &'a str, limits: &Limits) -> Result<Shape<'a>, Error> {
    if let Some(at) = text.bytes().position(|byte| byte < b' ' && !matches!(byte, b'\t' | b'\r' | b'\n')) {
        return Err(Error::packet(at, "a control character"));
    }
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_comments = true;
    let mut walk = Walk::new(text, limits);
    loop {
        let start = place(reader.buffer_position());
        let event = reader.read_event().map_err(|_| Error::packet(start, "it is not well-formed"))?;
        let range = start..place(reader.buffer_position());
        if matches!(event, Event::Eof) {
            return walk.finish();
        }
        walk.event(&event, range)?;
    }
}

fn place(at: u64) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

/// What an open element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Around the RDF: `x:xmpmeta`.
    Wrapper,
    Rdf,
    /// A Description right in the RDF: its properties are those of the picture.
    Description,
    /// A property of ours: which of those found, and where its text begins.
    Ours {
        found: usize,
        text: usize,
    },
    /// Anything else, with everything in it.
    Other,
}

struct Walk<'a, 'l> {
    text: &'a str,
    limits: &'l Limits,
    items: usize,
    names: Names<'a>,
    open: Vec<Role>,
    has_root: bool,
    rdf: Option<Rdf<'a>>,
    /// White space outside of the root, right before where the walk is.
    space: Option<Range<usize>>,
    shape: Shape<'a>,
}

impl<'a, 'l> Walk<'a, 'l> {
    fn new(text: &'a str, limits: &'l Limits) -> Self {
        let shape = Shape {
            rdf: Rdf::Open { end: 0 },
            has_rdf_prefix: false,
            about: None,
            found: Vec::new(),
            padding: None,
            is_extended: false,
            names_credential: false,
        };
        let (names, open) = (Names::default(), Vec::new());
        Self { text, limits, items: 0, names, open, has_root: false, rdf: None, space: None, shape }
    }

    fn finish(mut self) -> Result<Shape<'a>, Error> {
        let end = self.text.len();
        if !self.open.is_empty() {
            return Err(Error::packet(end, "an element is not closed"));
        }
        self.shape.rdf = self.rdf.ok_or(Error::packet(end, "it has no rdf:RDF"))?;
        Ok(self.shape)
    }

    fn event(&mut self, event: &Event<'_>, range: Range<usize>) -> Result<(), Error> {
        let space = self.space.take();
        match event {
            Event::Start(_) => self.start(range, false),
            Event::Empty(_) => self.start(range, true),
            Event::End(_) => self.end(range),
            Event::Text(_) => self.plain(range),
            Event::CData(_) => self.inside(range.start),
            Event::GeneralRef(name) => {
                self.inside(range.start)?;
                entity(name, range.start)
            }
            Event::PI(instruction) => self.instruction(instruction, space, range.start),
            Event::Decl(declaration) => declared(declaration, range.start),
            // No reader should follow what it declares, and some do.
            Event::DocType(_) => Err(Error::Unsupported {
                what: "an XMP packet with a document type declaration",
                at: range.start,
            }),
            Event::Comment(_) | Event::Eof => Ok(()),
        }
    }

    fn item(&mut self) -> Result<(), Error> {
        self.items = self.items.saturating_add(1);
        Error::within("elements and attributes of the XMP packet", self.items, self.limits.items)
    }

    fn start(&mut self, range: Range<usize>, is_empty: bool) -> Result<(), Error> {
        self.item()?;
        let depth = self.open.len();
        Error::within("nesting of the XMP packet", depth.saturating_add(1), self.limits.nesting)?;
        let (name, attributes) = self.tag(&range, is_empty)?;
        self.declare(&attributes, depth)?;
        let role = self.role(name, &attributes, &range)?;
        self.attributes(role, &attributes)?;
        self.open.push(role);
        if !is_empty {
            return Ok(());
        }
        if role == Role::Rdf {
            let slash = range.end.saturating_sub(2)..range.end;
            self.has_rdf_prefix();
            self.rdf = Some(Rdf::Empty { slash, name });
        }
        self.close(range.end..range.end);
        Ok(())
    }

    /// The name of a tag, and its attributes.
    fn tag(&mut self, range: &Range<usize>, is_empty: bool) -> Result<(&'a str, Vec<Attribute<'a>>), Error> {
        let closing = if is_empty { 2 } else { 1 };
        let inner = range.start.saturating_add(1)..range.end.saturating_sub(closing);
        let whole = self.text.get(range.clone()).unwrap_or_default();
        let inner = self.text.get(inner).filter(|_| whole.starts_with('<') && whole.ends_with('>'));
        let inner = inner.ok_or(Error::Internal("a tag is not where it was found"))?;
        let (name, rest) =
            inner.split_at_checked(inner.find(is_space).unwrap_or(inner.len())).unwrap_or((inner, ""));
        if !is_name(name) {
            return Err(Error::packet(range.start, "an element whose name XML does not allow"));
        }
        let (mut all, mut seen) = (Vec::new(), BTreeSet::new());
        let at = range.start.saturating_add(1).saturating_add(name.len());
        for attribute in Attributes::new(rest, at) {
            self.item()?;
            let attribute = attribute.map_err(|(at, problem)| Error::packet(at, problem))?;
            if !seen.insert(attribute.name) {
                return Err(Error::packet(attribute.whole.start, "an attribute stands twice in a tag"));
            }
            all.push(attribute);
        }
        Ok((name, all))
    }

    /// Notes the namespaces that a tag declares.
    fn declare(&mut self, attributes: &[Attribute<'a>], depth: usize) -> Result<(), Error> {
        for attribute in attributes {
            let Some(prefix) = declares(attribute.name) else { continue };
            let address = value_of(attribute)?;
            if address.is_empty() && !prefix.is_empty() {
                return Err(Error::packet(attribute.whole.start, "a prefix is declared for nothing"));
            }
            self.names.declare(prefix, &address, depth);
            Error::within("namespaces of the XMP packet", self.names.len(), self.limits.namespaces)?;
        }
        Ok(())
    }

    fn role(
        &mut self,
        name: &'a str,
        attributes: &[Attribute<'a>],
        range: &Range<usize>,
    ) -> Result<Role, Error> {
        let bad = |problem| Error::packet(range.start, problem);
        let known = self.names.element(name).ok_or(bad("a prefix that nobody declared"))?;
        let is_rdf = known == (Space::Rdf, "RDF");
        match self.open.last() {
            None if self.has_root => Err(bad("a second root")),
            None | Some(Role::Wrapper) if is_rdf && self.rdf.is_some() => {
                Err(Error::Unsupported { what: "an XMP packet with two rdf:RDF", at: range.start })
            }
            None | Some(Role::Wrapper) if is_rdf => {
                self.has_root = true;
                // Until it is closed.
                self.rdf = Some(Rdf::Open { end: 0 });
                Ok(Role::Rdf)
            }
            None => {
                self.has_root = true;
                Ok(Role::Wrapper)
            }
            Some(Role::Rdf) if known == (Space::Rdf, "Description") => Ok(Role::Description),
            Some(Role::Description) => Ok(self.property(name, known, attributes, range)),
            Some(_) => Ok(Role::Other),
        }
    }

    /// An element that is a property of the picture.
    fn property(
        &mut self,
        name: &'a str,
        known: (Space, &str),
        attributes: &[Attribute<'a>],
        range: &Range<usize>,
    ) -> Role {
        self.remark(known);
        let Some(property) = ours(known) else { return Role::Other };
        let prefix = name.split_once(':').map_or("", |(prefix, _)| prefix);
        let declares_it = attributes.iter().any(|attribute| declares(attribute.name) == Some(prefix));
        // With anything that is no declaration it says more than its text: a language, an address.
        let is_plain = attributes.iter().all(|attribute| declares(attribute.name).is_some());
        let plain = is_plain.then_some(range.end..range.end);
        let form = Form::Element { range: range.clone(), name, declares: declares_it, plain };
        self.shape.found.push(Found { property, form });
        Role::Ours { found: self.shape.found.len().saturating_sub(1), text: range.end }
    }

    /// Checks attributes, and notes what those of a Description say.
    fn attributes(&mut self, role: Role, attributes: &[Attribute<'a>]) -> Result<(), Error> {
        for attribute in attributes.iter().filter(|attribute| declares(attribute.name).is_none()) {
            let at = attribute.whole.start;
            let value = value_of(attribute)?;
            let known = self.names.attribute(attribute.name);
            let known = known.ok_or(Error::packet(at, "a prefix that nobody declared"))?;
            if role != Role::Description {
                continue;
            }
            self.remark(known);
            if known == (Space::Rdf, "about") && !value.is_empty() {
                self.about(attribute)?;
            }
            if let Some(property) = ours(known) {
                let (whole, value) = (attribute.whole.clone(), attribute.value.clone());
                self.shape.found.push(Found { property, form: Form::Attribute { whole, value } });
            }
        }
        Ok(())
    }

    fn about(&mut self, attribute: &Attribute<'a>) -> Result<(), Error> {
        let inner =
            |quoted: &str| quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default().to_owned();
        match self.shape.about {
            Some(about) if inner(about) != attribute.raw => {
                Err(Error::Unsupported { what: "an XMP packet about two things", at: attribute.whole.start })
            }
            _ => {
                self.shape.about = Some(attribute.quoted);
                Ok(())
            }
        }
    }

    fn remark(&mut self, known: (Space, &str)) {
        self.shape.is_extended |= known == (Space::Note, "HasExtendedXMP");
        self.shape.names_credential |= known == (Space::Terms, "provenance");
    }

    fn has_rdf_prefix(&mut self) {
        self.shape.has_rdf_prefix = self.names.space("rdf") == Some(Space::Rdf);
    }

    fn end(&mut self, range: Range<usize>) -> Result<(), Error> {
        if self.open.last() == Some(&Role::Rdf) {
            self.has_rdf_prefix();
            self.rdf = Some(Rdf::Open { end: range.start });
        }
        self.close(range);
        Ok(())
    }

    /// Closes the innermost element, whose closing tag is `range`.
    fn close(&mut self, range: Range<usize>) {
        let role = self.open.pop();
        self.names.leave(self.open.len());
        let Some(Role::Ours { found, text }) = role else { return };
        let Some(Found { form: Form::Element { range: whole, plain, .. }, .. }) =
            self.shape.found.get_mut(found)
        else {
            return;
        };
        whole.end = range.end;
        // An empty tag has no text to begin with.
        let inner = text.min(range.start)..range.start;
        let is_text = self.text.get(inner.clone()).is_some_and(|inner| !inner.contains('<'));
        *plain = plain.take().filter(|_| is_text).map(|_| inner);
    }

    fn plain(&mut self, range: Range<usize>) -> Result<(), Error> {
        let text = self.text.get(range.clone()).unwrap_or_default();
        if text.contains("]]>") {
            return Err(Error::packet(range.start, "it is not well-formed"));
        }
        if !self.open.is_empty() {
            return Ok(());
        }
        if !text.chars().all(is_space) {
            return self.inside(range.start);
        }
        self.space = Some(range);
        Ok(())
    }

    /// What is neither white space nor markup has to be in an element.
    fn inside(&self, at: usize) -> Result<(), Error> {
        if self.open.is_empty() { Err(Error::packet(at, "text outside of the root")) } else { Ok(()) }
    }

    fn instruction(
        &mut self,
        instruction: &BytesPI<'_>,
        space: Option<Range<usize>>,
        at: usize,
    ) -> Result<(), Error> {
        let target = instruction.target();
        if target.eq_ignore_ascii_case(b"xml") {
            return Err(Error::packet(at, "a declaration of XML that is not at the beginning"));
        }
        let is_end = instruction.content().trim_ascii_start().starts_with(b"end");
        if target == b"xpacket" && is_end && self.open.is_empty() && self.has_root {
            self.shape.padding = space;
        }
        Ok(())
    }
}

fn ours((space, local): (Space, &str)) -> Option<Property> {
    Property::ALL.into_iter().find(|property| {
        let of = if *property == Property::Aigc { Space::Aigc } else { Space::IptcExt };
        space == of && property.local() == local
    })
}

/// The prefix that an attribute declares, if it does.
fn declares(name: &str) -> Option<&str> {
    if name == "xmlns" { Some("") } else { name.strip_prefix("xmlns:") }
}

fn value_of(attribute: &Attribute<'_>) -> Result<String, Error> {
    let value = unescape(attribute.raw);
    let value = value.map_err(|_| Error::packet(attribute.value.start, "an entity that nobody declared"))?;
    Ok(value.into_owned())
}

fn entity(name: &BytesRef<'_>, at: usize) -> Result<(), Error> {
    let is_known = match name.resolve_char_ref() {
        Ok(Some(_)) => true,
        Ok(None) => name.decode().is_ok_and(|name| resolve_predefined_entity(&name).is_some()),
        Err(_) => false,
    };
    if is_known { Ok(()) } else { Err(Error::packet(at, "an entity that nobody declared")) }
}

fn declared(declaration: &BytesDecl<'_>, at: usize) -> Result<(), Error> {
    if at > 0 {
        return Err(Error::packet(at, "a declaration of XML that is not at the beginning"));
    }
    let is_utf8 = match declaration.encoding() {
        None => true,
        Some(Ok(name)) => name.eq_ignore_ascii_case(b"utf-8") || name.eq_ignore_ascii_case(b"us-ascii"),
        Some(Err(_)) => return Err(Error::packet(at, "it is not well-formed")),
    };
    if is_utf8 { Ok(()) } else { Err(Error::Unsupported { what: "an XMP packet that is not in UTF-8", at }) }
}
