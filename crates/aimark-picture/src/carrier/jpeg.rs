//! JPEG (ITU-T T.81): application segments and comments are copied, the rest is written anew.

use std::io::Cursor;

use image::DynamicImage;
use image::codecs::jpeg::JpegDecoder;

use super::{check, contains, few, input, number_be, pixels};
use crate::{Error, Limits, Quality};

mod coding;

use coding::Coding;

pub(crate) struct Jpeg<'a> {
    pub(crate) labelled: bool,
    pub(crate) exif: Option<&'a [u8]>,
    asset: &'a [u8],
    /// Whole segments with their markers, in the order of the file.
    kept: Vec<&'a [u8]>,
    /// Units and both densities of the first JFIF segment.
    density: Option<[u8; 5]>,
    size: Option<(u32, u32)>,
    coding: Coding,
    /// What follows the picture.
    after: &'a [u8],
}

pub(crate) fn read<'a>(asset: &'a [u8], limits: &Limits) -> Result<Jpeg<'a>, Error> {
    let mut jpeg = Jpeg {
        labelled: false,
        exif: None,
        asset,
        kept: Vec::new(),
        density: None,
        size: None,
        coding: Coding::default(),
        after: &[],
    };
    let mut at = 2_usize;
    loop {
        let Some((marker, start)) = marker(asset, at) else {
            return Err(Error::Input("the JPEG is cut off".to_owned()));
        };
        match marker {
            0xd9 if jpeg.size.is_some() => {
                jpeg.after = asset.get(start.saturating_add(2)..).unwrap_or_default();
                return Ok(jpeg);
            }
            0xd9 => return Err(Error::Input("a JPEG without a frame".to_owned())),
            0xd0..=0xd7 | 0x01 => at = start.saturating_add(2),
            0xd8 => return Err(Error::Input("a JPEG within a JPEG".to_owned())),
            _ => {
                at = segment(&mut jpeg, marker, start)?;
                few(jpeg.kept.len(), limits)?;
            }
        }
    }
}

/// The next marker and where its 0xFF stands. Coded data may come before: there a 0xFF is followed by 0.
fn marker(asset: &[u8], at: usize) -> Option<(u8, usize)> {
    let rest = asset.get(at..)?;
    let found = rest.windows(2).position(|pair| matches!(pair, [0xff, 1..=0xfe]))?;
    let start = at.saturating_add(found);
    Some((*asset.get(start.saturating_add(1))?, start))
}

fn segment<'a>(jpeg: &mut Jpeg<'a>, marker: u8, start: usize) -> Result<usize, Error> {
    let cut = || Error::Input("a JPEG segment is cut off".to_owned());
    let len = number_be::<2>(jpeg.asset, start.saturating_add(2)).ok_or_else(cut)?;
    let len = usize::try_from(len).ok().filter(|len| *len >= 2).ok_or_else(cut)?;
    let end = start.saturating_add(2).saturating_add(len);
    let whole = jpeg.asset.get(start..end).ok_or_else(cut)?;
    let data = whole.get(4..).unwrap_or_default();
    match marker {
        0xc0..=0xc2 => {
            frame(jpeg, data)?;
            jpeg.coding.frame(marker, data);
        }
        0xdb => jpeg.coding.tables(data),
        0xda => jpeg.coding.scans = jpeg.coding.scans.saturating_add(1),
        0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
            return Err(Error::Unsupported("a lossless, hierarchical or arithmetically coded JPEG"));
        }
        0xe0..=0xef | 0xfe => application(jpeg, marker, whole, data),
        _ => {}
    }
    Ok(end)
}

fn frame(jpeg: &mut Jpeg<'_>, data: &[u8]) -> Result<(), Error> {
    if jpeg.size.is_some() {
        return Err(Error::Input("a JPEG with two frames".to_owned()));
    }
    let side = |at| number_be::<2>(data, at).and_then(|side| u32::try_from(side).ok());
    let (height, width) = side(1).zip(side(3)).ok_or(Error::Input("a JPEG frame is cut off".to_owned()))?;
    if width == 0 || height == 0 {
        return Err(Error::Input("the picture has no pixels".to_owned()));
    }
    jpeg.size = Some((width, height));
    match (data.first(), data.get(5)) {
        (Some(8), Some(1 | 3)) => Ok(()),
        (Some(8), Some(4)) => Err(Error::Unsupported("a JPEG of four inks (CMYK)")),
        (Some(8), _) => Err(Error::Unsupported("a JPEG that is neither grey nor of three colours")),
        _ => Err(Error::Unsupported("a JPEG of more than 8 bits")),
    }
}

/// Left out: what tells how pixels are coded (JFIF and Adobe, which are written anew), small copies of the picture
/// as it was (JFXX), and what points behind the picture or is added to its pixels (MPF, JPEG XT).
fn application<'a>(jpeg: &mut Jpeg<'a>, marker: u8, whole: &'a [u8], data: &'a [u8]) {
    match (marker, data) {
        (0xe0, [b'J', b'F', b'I', b'F', 0, _, _, density @ ..]) => {
            jpeg.density = jpeg.density.or(density.first_chunk().copied());
            return;
        }
        (0xe0, [b'J', b'F', b'X', b'X', 0, ..]) | (0xe2, [b'M', b'P', b'F', 0, ..]) => return,
        (0xee, [b'A', b'd', b'o', b'b', b'e', ..]) => return,
        // JUMBF boxes in segments (ISO/IEC 19566-5, annex D). The type of a C2PA box begins with these letters, too.
        (0xeb, [b'J', b'P', ..]) if contains(data, b"c2pa") => {
            jpeg.labelled = true;
            return;
        }
        (0xeb, [b'J', b'P', ..]) if data.get(12..16) != Some(b"jumb") => return,
        (0xe1, [b'E', b'x', b'i', b'f', 0, 0, exif @ ..]) if jpeg.exif.is_none() => jpeg.exif = Some(exif),
        _ => {}
    }
    jpeg.kept.push(whole);
}

pub(crate) fn decode(jpeg: &Jpeg<'_>, limits: &Limits) -> Result<DynamicImage, Error> {
    if let Some((width, height)) = jpeg.size {
        check(width, height, limits)?;
    }
    if jpeg.coding.is_misread() {
        return Err(Error::Unsupported(
            "a baseline JPEG whose colours have scans and fewer rows of their own",
        ));
    }
    pixels(JpegDecoder::new(Cursor::new(jpeg.asset)).map_err(input)?, limits)
}

pub(crate) fn encode(jpeg: &Jpeg<'_>, image: &DynamicImage, quality: Quality) -> Result<Vec<u8>, Error> {
    let fault = Error::Internal("a JPEG could not be written");
    let plain = jpeg.coding.encode(image, quality).ok_or(fault.clone())?;
    // The encoder begins with SOI and a JFIF segment of 18 bytes.
    let (head, body) = plain.split_at_checked(20).ok_or(fault.clone())?;
    if head.get(..11) != Some(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00") {
        return Err(fault);
    }
    // Without units, square.
    let density = jpeg.density.unwrap_or([0, 0, 1, 0, 1]);
    let jfif = [b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x02".as_slice(), &density, b"\x00\x00"].concat();
    Ok([&jfif, &*jpeg.kept.concat(), body, jpeg.after].concat())
}
