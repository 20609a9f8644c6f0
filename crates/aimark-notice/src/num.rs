//! Whole numbers that stop at their ends instead of going over them.

use std::num::Saturating;

/// Pixels, font units, sums of them. Saturates, so that no wish and no picture makes it wrap.
pub(crate) type Int = Saturating<i64>;

pub(crate) fn int(value: impl Into<i64>) -> Int {
    Saturating(value.into())
}

/// Of a length or a count in memory.
pub(crate) fn count(len: usize) -> Int {
    Saturating(i64::try_from(len).unwrap_or(i64::MAX))
}

/// `value * times / over`, rounded up. All are positive, or the value is not and the result is rounded towards zero.
pub(crate) fn share(value: Int, times: i64, over: i64) -> Int {
    let over = over.max(1);
    let product = value * Saturating(times);
    let product = if product > int(0) { product + Saturating(over) - int(1) } else { product };
    Saturating(product.0.checked_div(over).unwrap_or_default())
}

/// As a position in memory; what is negative becomes 0.
pub(crate) fn index(value: Int) -> usize {
    usize::try_from(value.0.max(0)).unwrap_or(usize::MAX)
}

/// As a number of pixels; what is negative becomes 0.
pub(crate) fn pixels(value: Int) -> u32 {
    u32::try_from(value.0.clamp(0, i64::from(u32::MAX))).unwrap_or(u32::MAX)
}

/// `value / over`, rounded towards zero.
pub(crate) fn part(value: Int, over: Int) -> Int {
    Saturating(value.0.checked_div(over.0).unwrap_or_default())
}
