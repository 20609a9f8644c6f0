//! From bytes to luma.

use crate::Layout;
use crate::pixels::over_white;

/// Writes the luma of a row of pixels, one value for each.
pub(super) fn read<'a>(layout: Layout, row: &[u8], luma: impl Iterator<Item = &'a mut f32>) {
    match layout {
        Layout::Gray => fill(luma, row.iter().map(|grey| f32::from(*grey))),
        Layout::GrayAlpha => {
            fill(luma, row.as_chunks().0.iter().map(|&[grey, alpha]| f32::from(over_white(grey, alpha))));
        }
        Layout::Rgb => fill(luma, row.as_chunks().0.iter().map(|pixel| of(*pixel))),
        Layout::Rgba => fill(
            luma,
            row.as_chunks().0.iter().map(|&[red, green, blue, alpha]| match alpha {
                u8::MAX => of([red, green, blue]),
                _ => of([red, green, blue].map(|value| over_white(value, alpha))),
            }),
        ),
    }
}

fn fill<'a>(luma: impl Iterator<Item = &'a mut f32>, values: impl Iterator<Item = f32>) {
    luma.zip(values).for_each(|(luma, value)| *luma = value);
}

/// ITU-R BT.601.
fn of(pixel: [u8; 3]) -> f32 {
    let [red, green, blue] = pixel.map(f32::from);
    0.299 * red + 0.587 * green + 0.114 * blue
}
