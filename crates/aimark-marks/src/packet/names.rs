//! Which namespace a prefix stands for at a place.

use crate::marks::{AIGC, IPTC_EXT};

/// A namespace that matters here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    Rdf,
    IptcExt,
    Aigc,
    Terms,
    Note,
    Other,
}

impl Space {
    fn of(address: &str) -> Self {
        match address {
            super::RDF => Self::Rdf,
            IPTC_EXT => Self::IptcExt,
            AIGC => Self::Aigc,
            "http://purl.org/dc/terms/" => Self::Terms,
            "http://ns.adobe.com/xmp/note/" => Self::Note,
            _ => Self::Other,
        }
    }
}

/// The declarations in force, the innermost last.
#[derive(Debug, Default)]
pub(super) struct Names<'a> {
    declared: Vec<(&'a str, Space, usize)>,
}

impl<'a> Names<'a> {
    pub(super) fn len(&self) -> usize {
        self.declared.len()
    }

    /// Notes that `prefix` stands for `address` in the element at this depth, and in what is in it.
    pub(super) fn declare(&mut self, prefix: &'a str, address: &str, depth: usize) {
        self.declared.push((prefix, Space::of(address), depth));
    }

    /// Forgets what elements at this depth and deeper declared.
    pub(super) fn leave(&mut self, depth: usize) {
        while self.declared.last().is_some_and(|(_, _, at)| *at >= depth) {
            self.declared.pop();
        }
    }

    /// What a prefix stands for, if anybody declared it.
    pub(super) fn space(&self, prefix: &str) -> Option<Space> {
        let declared = self.declared.iter().rev().find(|(name, _, _)| *name == prefix);
        declared.map(|(_, space, _)| *space).or((prefix == "xml").then_some(Space::Other))
    }

    /// The namespace and the name of an element, which without a prefix is in that which was declared for such.
    pub(super) fn element<'n>(&self, name: &'n str) -> Option<(Space, &'n str)> {
        match name.split_once(':') {
            Some((prefix, local)) => Some((self.space(prefix)?, local)),
            None => Some((self.space("").unwrap_or(Space::Other), name)),
        }
    }

    /// The same of an attribute, which without a prefix is in no namespace.
    pub(super) fn attribute<'n>(&self, name: &'n str) -> Option<(Space, &'n str)> {
        match name.split_once(':') {
            Some((prefix, local)) => Some((self.space(prefix)?, local)),
            None => Some((Space::Other, name)),
        }
    }
}
