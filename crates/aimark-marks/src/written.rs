//! What was written, and what the caller may want to say of it.

/// An asset with its marks.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Written {
    /// The whole asset. Where the marks were in it already, it is as it was.
    pub bytes: Vec<u8>,
    /// What was done beside putting in what was not there, in a fixed order.
    pub notes: Vec<Note>,
}

/// Something that was done, or that the caller should know.
///
/// ```
/// let note = aimark_marks::Note::Replaced { mark: "TC260:AIGC" };
/// assert_eq!(note.to_string(), "TC260:AIGC was there already; its value was replaced");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Note {
    /// There was no XMP packet: a new one was made.
    NewPacket,
    /// The marks were put into the packet that was there.
    Merged,
    /// A property was there with another value, or more than once.
    Replaced {
        /// The property.
        mark: &'static str,
    },
    /// A property belonged to another one that was replaced, and was taken out.
    TakenOut {
        /// The property.
        mark: &'static str,
    },
    /// The white space at the end of the packet, which is there to be used up, was used.
    PaddingShrunk {
        /// Bytes of it before.
        before: usize,
        /// Bytes of it now.
        after: usize,
    },
    /// The packet was packed in a PNG chunk, where TC260-PG-20259A wants it plain: it is plain now.
    Unpacked,
    /// The packet of a JPEG names an extension; its segments stay as they are.
    ExtensionKept,
    /// A simple WebP has no room for metadata: it was given the chunk `VP8X`.
    Extended,
    /// The packet names a C2PA credential (`dcterms:provenance`): one that is kept elsewhere, or one that was in the file and was
    /// lost. It was made for other bytes, and does not fit.
    NamesCredential,
}

impl core::fmt::Display for Note {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::NewPacket => f.write_str("a new XMP packet was made"),
            Self::Merged => f.write_str("the marks were put into the XMP packet that was there"),
            Self::Replaced { mark } => write!(f, "{mark} was there already; its value was replaced"),
            Self::TakenOut { mark } => write!(f, "{mark} belonged to what was replaced, and was taken out"),
            Self::PaddingShrunk { before, after } => {
                write!(f, "the padding of the XMP packet was {before} bytes, and is {after}")
            }
            Self::Unpacked => f.write_str("the XMP packet was compressed, and is not any more"),
            Self::ExtensionKept => f.write_str("the extension of the XMP packet was kept as it is"),
            Self::Extended => f.write_str("the WebP was given the chunk VP8X"),
            Self::NamesCredential => f.write_str(
                "the XMP packet names a content credential, which does not fit the file with its marks",
            ),
        }
    }
}
