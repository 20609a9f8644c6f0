//! GIF89a: the application extension `XMP Data`, and comments.

use crate::bytes::Cursor;
use crate::finder::{Finder, Place, text};
use crate::mark::{generator, xmp};

pub(super) fn walk(finder: &mut Finder<'_>, asset: &[u8]) {
    let mut cursor = Cursor::starting(asset, 10);
    let _ = header(&mut cursor).and_then(|()| blocks(finder, &mut cursor));
}

/// The rest of the screen descriptor, and the table of colours.
fn header(cursor: &mut Cursor<'_>) -> Option<()> {
    let flags = cursor.u8()?;
    cursor.take(2)?;
    colours(cursor, flags)
}

fn colours(cursor: &mut Cursor<'_>, flags: u8) -> Option<()> {
    let count = 2_usize.checked_shl(u32::from(flags & 7))?;
    if flags & 0x80 != 0 {
        cursor.take(count.saturating_mul(3))?;
    }
    Some(())
}

fn blocks(finder: &mut Finder<'_>, cursor: &mut Cursor<'_>) -> Option<()> {
    while finder.item() {
        let at = cursor.at();
        match cursor.u8()? {
            0x21 => extension(finder, cursor, at)?,
            0x2c => {
                cursor.take(8)?;
                let flags = cursor.u8()?;
                colours(cursor, flags)?;
                cursor.u8()?;
                sub_blocks(cursor)?;
            }
            _ => return None,
        }
    }
    Some(())
}

fn extension(finder: &mut Finder<'_>, cursor: &mut Cursor<'_>, at: usize) -> Option<()> {
    let label = cursor.u8()?;
    let is_xmp = label == 0xff && cursor.rest().starts_with(b"\x0bXMP DataXMP");
    if is_xmp {
        cursor.take(12)?;
    }
    let data = sub_blocks(cursor)?;
    if is_xmp {
        // The packet stands there as it is; what ends it leads any reader of blocks to the end.
        let end = memchr::memrchr(b'>', data).map_or(0, |at| at.saturating_add(1));
        let packet = finder.mark(data.get(..end)?);
        xmp::read(finder, Place::new("GIF XMP", at), packet);
    } else if label == 0xfe {
        let comment = joined(finder.mark(data));
        let comment = text(finder, &comment);
        generator::free(finder, Place::new("GIF comment", at), "comment", &comment);
    }
    Some(())
}

/// Blocks with their lengths, without the zero that ends them. Of a truncated file, what there is.
fn sub_blocks<'a>(cursor: &mut Cursor<'a>) -> Option<&'a [u8]> {
    let start = cursor.at();
    let all = cursor.all();
    loop {
        let at = cursor.at();
        let len = usize::from(cursor.u8().unwrap_or(0));
        if len == 0 || cursor.rest().len() < len {
            return all.get(start..if len == 0 { at } else { all.len() });
        }
        cursor.take(len)?;
    }
}

/// What blocks hold, without their lengths.
fn joined(blocks: &[u8]) -> Vec<u8> {
    let (mut out, mut cursor) = (Vec::new(), Cursor::new(blocks));
    while let Some(len) = cursor.u8() {
        out.extend_from_slice(cursor.take_up_to(usize::from(len)));
    }
    out
}
