//! XMP packets (ISO 16684-1): a new one, or marks in one that is there. What is there is never written anew: places in it
//! are found, and bytes are put there.

mod description;
mod names;
mod read;
mod tag;

use std::borrow::Cow;

use quick_xml::escape::unescape;

use crate::edit::{Edit, apply, len_after};
use crate::marks::Property;
use crate::{Error, Limits, Marks, Note};
use description::{Head, description, element, escape};
use read::{Form, Found, Rdf, Shape};

/// A packet with its marks, and what was done to it.
pub(crate) struct Packet {
    pub(crate) bytes: Vec<u8>,
    pub(crate) notes: Vec<Note>,
}

/// A packet that holds the marks and nothing else. It has no padding and is marked as read-only: a signed file is not
/// edited in place.
pub(crate) fn fresh(marks: &Marks) -> Packet {
    let body = description(marks, &all(marks), &Head { about: "\"\"", declares_rdf: false });
    let text = format!(
        "<?xpacket begin=\"\u{feff}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"{RDF}\">\n{body}</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"
    );
    Packet { bytes: text.into_bytes(), notes: vec![Note::NewPacket] }
}

fn all(marks: &Marks) -> Vec<Property> {
    Property::ALL.into_iter().filter(|property| marks.value(*property).is_some()).collect()
}

const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// `packet` with the marks in it.
pub(crate) fn merge(packet: &[u8], marks: &Marks, limits: &Limits) -> Result<Packet, Error> {
    Error::within("size of the XMP packet in bytes", packet.len(), limits.packet_bytes)?;
    let (text, skipped) = text_of(packet)?;
    let shape = read::read(text, limits).map_err(|error| later(error, skipped))?;
    let mut merge = Merge { text, marks, shape: &shape, edits: Vec::new(), notes: vec![Note::Merged] };
    merge.properties();
    merge.padding();
    merge.remarks();
    let Merge { mut edits, notes, .. } = merge;
    for edit in &mut edits {
        let Edit { range, .. } = edit;
        *range = range.start.saturating_add(skipped)..range.end.saturating_add(skipped);
    }
    let bytes = apply(packet, &mut edits).ok_or(Error::Internal("edits of a packet overlap"))?;
    Error::within("size of the XMP packet in bytes", bytes.len(), limits.packet_bytes)?;
    Ok(Packet { bytes, notes })
}

/// The text of a packet, and how many bytes stand before it: a mark of order. Zeros at the end, which some writers fill
/// chunks up with, are no part of it.
fn text_of(packet: &[u8]) -> Result<(&str, usize), Error> {
    let unsupported = |what| Err(Error::Unsupported { what, at: 0 });
    match packet {
        [0xfe, 0xff, ..] | [0xff, 0xfe, ..] | [0, ..] | [_, 0, ..] => {
            return unsupported("an XMP packet in UTF-16 or UTF-32");
        }
        _ => {}
    }
    let (text, skipped) = packet.strip_prefix(b"\xef\xbb\xbf").map_or((packet, 0), |text| (text, 3));
    let end = text.iter().rposition(|byte| *byte != 0).map_or(0, |at| at.saturating_add(1));
    let text = text.get(..end).unwrap_or_default();
    match core::str::from_utf8(text) {
        Ok(text) => Ok((text, skipped)),
        Err(error) => Err(Error::packet(error.valid_up_to().saturating_add(skipped), "it is not UTF-8")),
    }
}

/// An error with its place counted from the beginning of the packet.
fn later(error: Error, skipped: usize) -> Error {
    match error {
        Error::Input(crate::InputError::Packet { at, problem }) => {
            Error::packet(at.saturating_add(skipped), problem)
        }
        other => other,
    }
}

struct Merge<'a> {
    text: &'a str,
    marks: &'a Marks,
    shape: &'a Shape<'a>,
    edits: Vec<Edit>,
    notes: Vec<Note>,
}

impl Merge<'_> {
    fn properties(&mut self) {
        let mut missing = Vec::new();
        let mut system_stays = false;
        for property in Property::ALL {
            let found: Vec<&Found<'_>> = self.shape.found.iter().filter(|f| f.property == property).collect();
            match (self.marks.value(property), found.split_first()) {
                (Some(_), None) => missing.push(property),
                (Some(value), Some((first, more))) => {
                    let stays = more.is_empty() && self.says(first, value);
                    system_stays |= stays && property == Property::System;
                    if !stays {
                        self.replace(first, value);
                        more.iter().for_each(|other| self.take_out(other));
                        self.notes.push(Note::Replaced { mark: property.name() });
                    }
                }
                (None, Some(_)) if self.marks.clears(property) && !system_stays => {
                    found.iter().for_each(|other| self.take_out(other));
                    self.notes.push(Note::TakenOut { mark: property.name() });
                }
                (None, _) => {}
            }
        }
        if !missing.is_empty() {
            self.add(&missing);
        }
    }

    /// Whether a property has this value already, and nothing beside it.
    fn says(&self, found: &Found<'_>, value: &str) -> bool {
        let raw = match &found.form {
            Form::Attribute { value, .. } => self.text.get(value.clone()),
            Form::Element { plain, .. } => plain.clone().and_then(|plain| self.text.get(plain)),
        };
        raw.is_some_and(|raw| unescape(raw).is_ok_and(|text| text == value))
    }

    fn replace(&mut self, found: &Found<'_>, value: &str) {
        let edit = match &found.form {
            Form::Attribute { value: range, .. } => Edit::new(range.clone(), escape(value)),
            Form::Element { range, name, declares, .. } => {
                let space = declares.then_some(found.property.space());
                Edit::new(range.clone(), element(name, space, value))
            }
        };
        self.edits.push(edit);
    }

    fn take_out(&mut self, found: &Found<'_>) {
        let (Form::Attribute { whole: range, .. } | Form::Element { range, .. }) = &found.form;
        self.edits.push(Edit::new(range.clone(), ""));
    }

    /// Puts a new Description at the end of the RDF. It declares its own prefixes, so that none can collide.
    fn add(&mut self, missing: &[Property]) {
        // The same resource as that of the others: RDF would take another for a second picture.
        let about = self.shape.about.map_or(Cow::Borrowed("\"\""), Cow::Borrowed);
        let head = Head { about: &about, declares_rdf: !self.shape.has_rdf_prefix };
        let body = description(self.marks, missing, &head);
        self.edits.push(match &self.shape.rdf {
            Rdf::Open { end } => Edit::insert(*end, body),
            Rdf::Empty { slash, name } => Edit::new(slash.clone(), format!(">\n{body}</{name}>")),
        });
    }

    /// Padding is there so that a packet can grow in its place (ISO 16684-1, 7.3.2).
    fn padding(&mut self) {
        let old = self.text.len();
        let growth = len_after(old, &self.edits).saturating_sub(old);
        let Some(padding) = self.shape.padding.clone().filter(|_| growth > 0) else { return };
        let used = growth.min(padding.len());
        self.edits.push(Edit::new(padding.start..padding.start.saturating_add(used), ""));
        let (before, after) = (padding.len(), padding.len().saturating_sub(used));
        self.notes.push(Note::PaddingShrunk { before, after });
    }

    fn remarks(&mut self) {
        if self.shape.is_extended {
            self.notes.push(Note::ExtensionKept);
        }
        if self.shape.names_credential {
            self.notes.push(Note::NamesCredential);
        }
    }
}
