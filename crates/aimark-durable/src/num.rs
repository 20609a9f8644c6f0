//! The few ways between whole numbers and real ones.

#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "the language has no other way between floats and whole numbers; these saturate, and make NaN 0"
)]

/// A count or a position as a real number; exact below 2^24.
pub(crate) fn real(count: usize) -> f32 {
    count as f32
}

/// A small whole number as a real one.
pub(crate) fn real_of(value: i32) -> f32 {
    value as f32
}

/// A count as a real number of double precision; exact below 2^53.
pub(crate) fn double(count: usize) -> f64 {
    count as f64
}

/// To single precision.
pub(crate) fn single(value: f64) -> f32 {
    value as f32
}

/// The whole part, towards zero.
pub(crate) fn whole(value: f32) -> i32 {
    value as i32
}

/// The nearest whole number that is not negative.
pub(crate) fn nearest(value: f64) -> usize {
    (value + 0.5) as usize
}

/// The nearest sample of 8 bits.
pub(crate) fn eight(value: f32) -> u8 {
    (value + 0.5) as u8
}

/// The nearest sample of 16 bits.
pub(crate) fn sixteen(value: f32) -> u16 {
    (value + 0.5) as u16
}

/// A position in memory; what is negative becomes 0.
pub(crate) fn index(value: i32) -> usize {
    usize::try_from(value).unwrap_or_default()
}

/// A turn of 2^32 steps: `value` is in turns, and only its fraction matters.
pub(crate) fn turn(value: f64) -> u32 {
    let fraction = value - value.floor();
    (fraction * 4_294_967_296.0) as u32
}

/// The first `bits` bits of a turn.
pub(crate) fn leading(turn: u32, bits: u32) -> usize {
    (turn >> (32_u32.saturating_sub(bits) & 31)) as usize
}

/// What follows the first 7 bits of a turn, as a share of 1.
pub(crate) fn rest(turn: u32) -> f32 {
    (turn & 0x01ff_ffff) as f32 * (1.0 / 33_554_432.0)
}
