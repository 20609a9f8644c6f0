//! The containers that marks stand in: one format, one file. Only skeletons are walked; pixels are never looked at.

mod bmff;
mod gif;
mod heif;
mod html;
mod id3;
mod jpeg;
mod pdf;
mod png;
mod riff;
mod text;
mod tiff;
mod zip;

use crate::finder::Finder;

/// Walks `asset` as what its content says it is, or else as a text.
pub(crate) fn walk(finder: &mut Finder<'_>, asset: &[u8], media_type: Option<&str>) {
    match asset {
        [0xff, 0xd8, 0xff, ..] => jpeg::walk(finder, asset),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => png::walk(finder, asset),
        [b'R', b'I', b'F', b'F', ..] => riff::walk(finder, asset),
        [b'G', b'I', b'F', b'8', ..] => gif::walk(finder, asset),
        [b'I', b'I', 42, 0, ..] | [b'M', b'M', 0, 42, ..] => tiff::walk(finder, asset),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => bmff::walk(finder, asset),
        [b'I', b'D', b'3', ..] => id3::walk(finder, asset, 0),
        [b'P', b'K', 3, 4, ..] => zip::walk(finder, asset),
        [b'%', b'P', b'D', b'F', b'-', ..] => pdf::walk(finder, asset),
        _ => text::walk(finder, asset, media_type),
    }
}
