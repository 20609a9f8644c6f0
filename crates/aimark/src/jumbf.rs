//! JUMBF (ISO 19566-5): a tree of boxes, to and from bytes. Knows nothing of C2PA.
//!
//! Reading is exact: a box's children fill it to the last byte, sizes are the plain 32-bit kind, and the
//! description box holds what its toggles announce and nothing else.

use crate::input::{LimitExceeded, Limits, Reader, Truncated};

/// The bytes of a box before its content: size and type.
pub(crate) const HEADER: usize = 8;

/// Type of a box, as four characters.
pub(crate) type BoxType = [u8; 4];

/// Requestable, with a label: the toggles that C2PA asks for.
const TOGGLES: u8 = 0b0011;
/// The same with a private box that holds a salt.
const TOGGLES_SALTED: u8 = 0b1_0011;

/// A superbox: description and children.
#[derive(Debug, Clone)]
pub(crate) struct SuperBox<'a> {
    pub(crate) uuid: [u8; 16],
    pub(crate) label: &'a str,
    /// Whether the description holds a salt (a private box); our own labels never do.
    pub(crate) salted: bool,
    /// Everything after the box's own header: what a hashed URI covers (C2PA 2.2, 8.4.2.3).
    pub(crate) payload: &'a [u8],
    pub(crate) children: Vec<Child<'a>>,
}

/// What a superbox holds.
#[derive(Debug, Clone)]
pub(crate) enum Child<'a> {
    Super(SuperBox<'a>),
    Content { kind: BoxType, data: &'a [u8] },
}

impl<'a> SuperBox<'a> {
    /// The only child, when it is a content box of this kind.
    pub(crate) fn only_content(&self, wanted: BoxType) -> Option<&'a [u8]> {
        match self.children.as_slice() {
            [Child::Content { kind, data }] if *kind == wanted => Some(data),
            _ => None,
        }
    }

    /// The children, when all of them are superboxes.
    pub(crate) fn superboxes(&self) -> impl Iterator<Item = &SuperBox<'a>> {
        self.children.iter().filter_map(|c| if let Child::Super(b) = c { Some(b) } else { None })
    }

    /// Whether every child is a superbox.
    pub(crate) fn holds_only_superboxes(&self) -> bool {
        self.children.iter().all(|c| matches!(c, Child::Super(_)))
    }
}

/// Why bytes are not a tree of boxes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum JumbfError {
    #[error("a box is cut short: {0}")]
    Truncated(#[from] Truncated),
    #[error("a box at byte {at} has size {size}, which cannot be")]
    Size { at: usize, size: u32 },
    #[error("a superbox at byte {at} does not begin with its description")]
    NoDescription { at: usize },
    #[error("the description at byte {at} has toggles {toggles:#04x}, not those of C2PA")]
    Toggles { at: usize, toggles: u8 },
    #[error("the label at byte {at} is not text that ends in zero")]
    Label { at: usize },
    #[error("{count} bytes trail at byte {at}")]
    Trailing { at: usize, count: usize },
    #[error(transparent)]
    Limit(#[from] LimitExceeded),
}

/// The one superbox that `bytes` hold.
pub(crate) fn parse<'a>(bytes: &'a [u8], limits: &Limits) -> Result<SuperBox<'a>, JumbfError> {
    LimitExceeded::check("size of the manifest store in bytes", bytes.len(), limits.manifest_bytes)?;
    let mut parser = Parser { limits, boxes: 0 };
    let mut reader = Reader::new(bytes);
    let child = parser.next(&mut reader, 0, limits.depth())?;
    if !reader.is_empty() {
        return Err(JumbfError::Trailing { at: reader.position(), count: reader.rest().len() });
    }
    match child {
        Child::Super(superbox) => Ok(superbox),
        Child::Content { .. } => Err(JumbfError::NoDescription { at: 0 }),
    }
}

struct Parser<'l> {
    limits: &'l Limits,
    boxes: usize,
}

impl Parser<'_> {
    /// The next box. `base` is the reader's place in the whole, for messages.
    fn next<'a>(
        &mut self,
        reader: &mut Reader<'a>,
        base: usize,
        depth: usize,
    ) -> Result<Child<'a>, JumbfError> {
        self.boxes = self.boxes.saturating_add(1);
        LimitExceeded::check("number of boxes", self.boxes, self.limits.boxes)?;
        let at = base.saturating_add(reader.position());
        let size = reader.u32_be()?;
        let kind: BoxType = reader.array()?;
        // Sizes 0 (to the end) and 1 (64-bit) say the same thing another way; a store never needs them.
        let content = usize::try_from(size).ok().and_then(|s| s.checked_sub(HEADER));
        let Some(content) = content else { return Err(JumbfError::Size { at, size }) };
        let data = reader.take(content)?;
        if kind != *b"jumb" {
            return Ok(Child::Content { kind, data });
        }
        let Some(depth) = depth.checked_sub(1) else {
            let allowed = crate::input::wide(self.limits.depth());
            let found = allowed.saturating_add(1);
            return Err(LimitExceeded { what: "nesting of boxes", found, allowed }.into());
        };
        self.superbox(data, at.saturating_add(HEADER), depth).map(Child::Super)
    }

    fn superbox<'a>(
        &mut self,
        payload: &'a [u8],
        base: usize,
        depth: usize,
    ) -> Result<SuperBox<'a>, JumbfError> {
        let mut reader = Reader::new(payload);
        let Child::Content { kind: [b'j', b'u', b'm', b'd'], data } = self.next(&mut reader, base, depth)?
        else {
            return Err(JumbfError::NoDescription { at: base });
        };
        let (uuid, label, salted) = description(data, base.saturating_add(HEADER))?;
        let mut children = Vec::new();
        while !reader.is_empty() {
            children.push(self.next(&mut reader, base, depth)?);
        }
        Ok(SuperBox { uuid, label, salted, payload, children })
    }
}

fn description(data: &[u8], at: usize) -> Result<([u8; 16], &str, bool), JumbfError> {
    let mut reader = Reader::new(data);
    let uuid = reader.array()?;
    let toggles = reader.u8()?;
    if toggles != TOGGLES && toggles != TOGGLES_SALTED {
        return Err(JumbfError::Toggles { at, toggles });
    }
    let end = reader.rest().iter().position(|b| *b == 0).ok_or(JumbfError::Label { at })?;
    let label = core::str::from_utf8(reader.take(end)?).map_err(|_| JumbfError::Label { at })?;
    reader.u8()?;
    let salted = toggles == TOGGLES_SALTED;
    if salted {
        let size = reader.u32_be()?;
        reader.take_u32(size.saturating_sub(4))?;
    }
    if !reader.is_empty() {
        let count = reader.rest().len();
        return Err(JumbfError::Trailing { at: at.saturating_add(reader.position()), count });
    }
    Ok((uuid, label, salted))
}

/// A superbox made of a description and `children`, each already a whole box.
///
/// Returns `None` when the box would be larger than 32 bits can say.
pub(crate) fn superbox(uuid: &[u8; 16], label: &str, children: &[&[u8]]) -> Option<Vec<u8>> {
    box_of(*b"jumb", &description_box(uuid, label)?, children)
}

fn description_box(uuid: &[u8; 16], label: &str) -> Option<Vec<u8>> {
    box_of(*b"jumd", uuid, &[&[TOGGLES], label.as_bytes(), &[0]])
}

/// A content box.
pub(crate) fn content(kind: BoxType, data: &[u8]) -> Option<Vec<u8>> {
    box_of(kind, data, &[])
}

/// A box whose data is `first` and then `others`.
fn box_of(kind: BoxType, first: &[u8], others: &[&[u8]]) -> Option<Vec<u8>> {
    let len = others.iter().try_fold(first.len(), |sum, part| sum.checked_add(part.len()))?;
    let size = len.checked_add(HEADER)?;
    let mut out = Vec::with_capacity(size);
    out.extend_from_slice(&u32::try_from(size).ok()?.to_be_bytes());
    out.extend_from_slice(&kind);
    out.extend_from_slice(first);
    others.iter().for_each(|part| out.extend_from_slice(part));
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        let leaf = superbox(&[7; 16], "leaf", &[&content(*b"cbor", &[1, 2]).unwrap()]).unwrap();
        superbox(&[9; 16], "root", &[&leaf]).unwrap()
    }

    #[test]
    fn a_tree_reads_back_as_it_was_written() {
        let bytes = sample();
        let tree = parse(&bytes, &Limits::default()).unwrap();
        assert_eq!((tree.label, tree.uuid), ("root", [9; 16]));
        let leaf = tree.superboxes().next().unwrap();
        assert_eq!(leaf.only_content(*b"cbor"), Some(&[1, 2][..]));
        assert_eq!(leaf.payload.len() + HEADER, content(*b"jumb", leaf.payload).unwrap().len());
    }

    #[test]
    fn every_cut_and_every_added_byte_is_refused() {
        let bytes = sample();
        for end in 0..bytes.len() {
            assert!(parse(&bytes[..end], &Limits::default()).is_err(), "cut to {end}");
        }
        let mut longer = bytes.clone();
        longer.push(0);
        assert!(matches!(parse(&longer, &Limits::default()), Err(JumbfError::Trailing { count: 1, .. })));
    }

    #[test]
    fn nesting_and_counts_are_bounded() {
        let mut deep = content(*b"cbor", &[]).unwrap();
        for _ in 0..40 {
            deep = superbox(&[0; 16], "x", &[&deep]).unwrap();
        }
        assert!(matches!(parse(&deep, &Limits::default()), Err(JumbfError::Limit(_))));
        let few = Limits { boxes: 3, ..Limits::default() };
        assert!(matches!(parse(&sample(), &few), Err(JumbfError::Limit(_))));
    }
}
