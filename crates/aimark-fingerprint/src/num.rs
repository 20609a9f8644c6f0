//! Numbers of one kind as numbers of another.

/// A whole number as `f32`, rounded to the nearest as IEEE 754 has it: both halves are exact, so only the sum rounds.
pub(crate) fn f32_of(value: u32) -> f32 {
    let [b3, b2, b1, b0] = value.to_be_bytes();
    f32::from(u16::from_be_bytes([b3, b2])) * 65_536.0 + f32::from(u16::from_be_bytes([b1, b0]))
}

/// The whole part of a number, as C converts it; beyond 64 bits the nearest that fits.
#[allow(
    clippy::as_conversions,
    reason = "there is no other way from floating point to whole numbers, and it saturates"
)]
pub(crate) fn whole(value: f64) -> i64 {
    value as i64
}

/// A length as a position in memory. More than memory can hold becomes the end of it, where nothing is found.
pub(crate) fn place(value: impl TryInto<usize>) -> usize {
    value.try_into().unwrap_or(usize::MAX)
}

/// A length in memory as a number.
pub(crate) fn count(len: usize) -> u64 {
    u64::try_from(len).unwrap_or(u64::MAX)
}
