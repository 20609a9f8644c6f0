//! Why nothing was marked or looked for, by who is at fault.

/// Why nothing was marked or looked for. Each says who is at fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The samples are not as many as the width, the height and the layout say.
    #[error("misuse: {found} samples, where the width, the height and the layout make it {expected}")]
    Length {
        /// How many samples there are.
        found: u64,
        /// How many there should be.
        expected: u64,
    },
    /// The picture is larger than a limit.
    #[error("limit: the picture has {found} {what}, at most {allowed} are allowed")]
    Limit {
        /// What is counted.
        what: &'static str,
        /// How many there are.
        found: u64,
        /// How many there may be.
        allowed: u64,
    },
    /// The picture is too small, or too narrow, to carry a mark.
    #[error("input: a picture of {width} x {height} pixels is too small or too narrow to carry a mark")]
    TooSmall {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// The picture has no texture to hide a mark in.
    #[error("input: the picture is too flat: there is no texture to hide a mark in")]
    TooFlat,
    /// Most of the picture is transparent: what is marked there is not what people see.
    #[error("input: most of the picture is transparent")]
    Transparent,
    /// A mark could not be read even from the marked picture: it has too much black, white or noise.
    #[error("input: a mark would be lost in black, white or noise")]
    Lost,
    /// A number does not fit into its field of the payload.
    #[error("misuse: {what} is {found}, at most {allowed} fits")]
    Payload {
        /// Which field.
        what: &'static str,
        /// What was asked for.
        found: u64,
        /// The largest that fits.
        allowed: u64,
    },
    /// What the caller asks for makes no sense.
    #[error("misuse: {0}")]
    Options(&'static str),
}
