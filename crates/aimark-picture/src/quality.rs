//! How much a JPEG keeps.

/// How much a JPEG keeps of its pixels. Other formats keep all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(clippy::exhaustive_enums, reason = "there is nothing else that a caller could wish")]
pub enum Quality {
    /// The quantization tables and the chroma sampling that the file has.
    AsBefore,
    /// 1 to 100 on the usual scale of the tables of ITU-T T.81, Annex K, with chroma at full size.
    Of(u8),
}
