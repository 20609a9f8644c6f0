//! What reads the file afterwards should find each mark once. So the result is read, as `aimark-hints` reads files of
//! anybody.

use aimark_hints::{Hint, Hints, Kind};

use crate::marks::Property;
use crate::{Error, InputError, Limits, Marks};

/// Refuses an asset in which a mark that was written stands elsewhere too. `place` is where ours stands.
pub(crate) fn check(
    asset: &[u8],
    media_type: Option<&str>,
    place: &str,
    marks: &Marks,
    limits: &Limits,
) -> Result<(), Error> {
    let found = aimark_hints::look(asset, media_type, &for_looking(limits));
    for property in Property::ALL.into_iter().filter(|property| *property != Property::Aigc) {
        if marks.value(property).is_some() {
            once(&found, property)?;
        }
    }
    if marks.aigc.is_some() { one_label(&found, place) } else { Ok(()) }
}

/// An extension of the packet stays as it is, and what stands there counts like the packet itself.
fn once(found: &Hints, property: Property) -> Result<(), Error> {
    let in_extension =
        |hint: &&Hint| hint.place.starts_with("JPEG extended XMP") && hint.key == property.name();
    match found.hints.iter().find(in_extension) {
        Some(hint) => {
            Err(InputError::Elsewhere { mark: property.name().to_owned(), place: hint.place.clone() }.into())
        }
        None => Ok(()),
    }
}

/// One label for each file (GB 45438-2025, 6.1 c).
fn one_label(found: &Hints, place: &str) -> Result<(), Error> {
    let mut labels = found.hints.iter().filter(|hint| hint.kind == Kind::AigcLabel);
    let ours = labels.clone().filter(|hint| hint.place == place).count();
    let other = if ours > 1 { labels.next() } else { labels.find(|hint| hint.place != place) };
    if let Some(hint) = other {
        return Err(InputError::AnotherAigc { place: hint.place.clone() }.into());
    }
    if found.cut {
        // What was not looked at may hold another.
        return Err(Error::Unsupported {
            what: "metadata too large to search for another AIGC label",
            at: 0,
        });
    }
    if ours == 0 { Err(Error::Internal("the AIGC label cannot be read back")) } else { Ok(()) }
}

/// Wide enough that what is cut is no honest file, and bounded all the same: only what is unpacked takes memory.
fn for_looking(limits: &Limits) -> aimark_hints::Limits {
    aimark_hints::Limits {
        mark_bytes: limits.packet_bytes.saturating_mul(16),
        total_bytes: usize::MAX,
        inflated_bytes: limits.packet_bytes.saturating_mul(16),
        hints: 4096,
        // Keys are compared, and cut like values.
        value_chars: 64,
        nesting: limits.nesting.saturating_add(1),
        items: limits.items.saturating_mul(2).saturating_add(limits.chunks),
    }
}
