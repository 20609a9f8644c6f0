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
    /// The picture has too little in it to hide a mark in, or too much black or white for a mark to stay.
    #[error("input: the picture is too flat: {0}")]
    TooFlat(&'static str),
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
