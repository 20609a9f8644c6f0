//! Edits of bytes, at places that come from the fuzzer.

use aimark::fuzzing;
use arbitrary::Arbitrary;

#[derive(Arbitrary, Debug, Clone)]
pub enum Edit {
    Flip {
        at: u16,
        bit: u8,
    },
    Set {
        at: u16,
        to: u8,
    },
    /// A big-endian number in place of another.
    Number {
        at: u16,
        to: u32,
    },
    /// Two stretches of the same length change places.
    Swap {
        a: u16,
        b: u16,
        len: u8,
    },
    /// A stretch goes elsewhere.
    Move {
        from: u16,
        len: u8,
        to: u16,
    },
    /// A stretch is written over another.
    Copy {
        from: u16,
        len: u8,
        to: u16,
    },
    /// A stretch is there twice.
    Double {
        from: u16,
        len: u8,
        to: u16,
    },
    Insert {
        at: u16,
        bytes: Vec<u8>,
    },
    Remove {
        at: u16,
        len: u8,
    },
    Append {
        bytes: Vec<u8>,
    },
}

/// Makes the first few of `edits`. Places are counted around, so that each hits something.
pub fn apply(bytes: &mut Vec<u8>, edits: &[Edit]) {
    edits.iter().take(8).for_each(|edit| make(bytes, edit));
}

fn make(bytes: &mut Vec<u8>, edit: &Edit) {
    let size = bytes.len();
    let place = |at: u16| usize::from(at) % size.max(1);
    let stretch = |at: u16, len: u8| {
        let start = place(at).min(size);
        start..start.saturating_add(usize::from(len)).min(size)
    };
    match edit {
        Edit::Flip { at, bit } => set(bytes, place(*at), |byte| byte ^ 1 << (bit % 8)),
        Edit::Set { at, to } => set(bytes, place(*at), |_| *to),
        Edit::Number { at, to } => {
            let bytes = bytes.get_mut(place(*at)..).unwrap_or_default().iter_mut();
            bytes.zip(to.to_be_bytes()).for_each(|(byte, new)| *byte = new);
        }
        Edit::Swap { a, b, len } => {
            let (a, b) = (stretch(*a, *len), stretch(*b, *len));
            let len = a.len().min(b.len());
            (0..len).for_each(|i| bytes.swap(a.start + i, b.start + i));
        }
        Edit::Move { from, len, to } => {
            let taken: Vec<u8> = bytes.drain(stretch(*from, *len)).collect();
            let to = usize::from(*to) % (bytes.len() + 1);
            bytes.splice(to..to, taken);
        }
        Edit::Copy { from, len, to } => {
            let taken = bytes[stretch(*from, *len)].to_vec();
            let into = bytes.get_mut(place(*to)..).unwrap_or_default().iter_mut();
            into.zip(taken).for_each(|(byte, new)| *byte = new);
        }
        Edit::Double { from, len, to } => {
            let taken = bytes[stretch(*from, *len)].to_vec();
            let to = place(*to).min(size);
            bytes.splice(to..to, taken);
        }
        Edit::Insert { at, bytes: new } => {
            let at = usize::from(*at) % (size + 1);
            bytes.splice(at..at, new.iter().copied());
        }
        Edit::Remove { at, len } => drop(bytes.drain(stretch(*at, *len))),
        Edit::Append { bytes: new } => bytes.extend(new),
    }
}

fn set(bytes: &mut [u8], at: usize, to: impl Fn(u8) -> u8) {
    if let Some(byte) = bytes.get_mut(at) {
        *byte = to(*byte);
    }
}

/// Other padding in a signature's unprotected header, where nothing is signed.
#[derive(Arbitrary, Debug, Clone)]
pub struct Padding {
    /// Whether what is there stays, and in the other order.
    stays: bool,
    reversed: bool,
    /// More entries, before or after the others: whether it is `pad2`, and how many zeros.
    before: Option<(bool, u8)>,
    after: Option<(bool, u8)>,
    /// Whether one entry is made such that the header is as long as it was: the first or the last.
    fill: Option<bool>,
}

impl Padding {
    /// Puts it into a signature box's content.
    pub fn put(&self, signature: &mut Vec<u8>) {
        let filled = |fill: Option<usize>| {
            let mut changed = signature.clone();
            fuzzing::repad(&mut changed, |entries| self.change(entries, fill));
            changed
        };
        // With nothing in it, the entry is shorter by what it must hold, and by one or two for the longer number.
        let missing = signature.len().saturating_sub(filled(Some(0)).len());
        let good = |fill: &usize| filled(Some(*fill)).len() == signature.len();
        let fill = self.fill.and_then(|_| (missing.saturating_sub(2)..=missing).find(good));
        *signature = filled(fill);
    }

    fn change(&self, entries: &mut Vec<(String, usize)>, fill: Option<usize>) {
        let named =
            |(second, len): (bool, u8)| (if second { "pad2" } else { "pad" }.to_owned(), usize::from(len));
        if !self.stays {
            entries.clear();
        }
        if self.reversed {
            entries.reverse();
        }
        entries.splice(0..0, self.before.map(named));
        entries.extend(self.after.map(named));
        let filled = if self.fill == Some(true) { entries.first_mut() } else { entries.last_mut() };
        if let (Some(filled), Some(fill)) = (filled, fill) {
            filled.1 = fill;
        }
    }
}
