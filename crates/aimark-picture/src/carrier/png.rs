//! PNG (third edition). Chunks that stay true are copied; pixels are decoded from the critical chunks alone, so that
//! no packed profile or text can cost anything.

use std::io::Cursor;

use image::codecs::png::{CompressionType, FilterType, PngDecoder, PngEncoder};
use image::{DynamicImage, ImageDecoder};

use super::{check, few, input, memory, number_be, pixels};
use crate::{Error, Limits};

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

pub(crate) struct Png<'a> {
    pub(crate) labelled: bool,
    pub(crate) exif: Option<&'a [u8]>,
    /// Whole chunks, in the order of the file.
    chunks: Vec<(&'a [u8], &'a [u8])>,
    size: (u32, u32),
    /// What follows the picture.
    after: &'a [u8],
}

pub(crate) fn read<'a>(asset: &'a [u8], limits: &Limits) -> Result<Png<'a>, Error> {
    let cut = || Error::Input("a PNG chunk is cut off".to_owned());
    let mut png = Png { labelled: false, exif: None, chunks: Vec::new(), size: (0, 0), after: &[] };
    let mut rest = asset.get(SIGNATURE.len()..).unwrap_or_default();
    loop {
        let len = number_be::<4>(rest, 0).and_then(|len| usize::try_from(len).ok()).ok_or_else(cut)?;
        let (chunk, after) = rest.split_at_checked(len.saturating_add(12)).ok_or_else(cut)?;
        let kind = chunk.get(4..8).ok_or_else(cut)?;
        let data = chunk.get(8..len.saturating_add(8)).ok_or_else(cut)?;
        match kind {
            b"IHDR" => {
                let side = |at| number_be::<4>(data, at).and_then(|side| u32::try_from(side).ok());
                png.size = side(0).zip(side(4)).ok_or_else(cut)?;
            }
            b"acTL" | b"fcTL" | b"fdAT" => return Err(Error::Unsupported("an animated PNG")),
            b"caBX" => png.labelled = true,
            b"eXIf" => png.exif = Some(data),
            _ => {}
        }
        png.chunks.push((kind, chunk));
        few(png.chunks.len(), limits)?;
        if kind == b"IEND" {
            png.after = after;
            return Ok(png);
        }
        rest = after;
    }
}

pub(crate) fn decode(png: &Png<'_>, limits: &Limits) -> Result<DynamicImage, Error> {
    let (width, height) = png.size;
    check(width, height, limits)?;
    let mut critical = SIGNATURE.to_vec();
    for (kind, chunk) in &png.chunks {
        // An ancillary chunk has a small first letter. Of these only tRNS is of the pixels.
        if kind.first().is_some_and(u8::is_ascii_uppercase) || *kind == b"tRNS" {
            critical.extend_from_slice(chunk);
        }
    }
    let decoder = PngDecoder::with_limits(Cursor::new(critical), memory(limits)).map_err(input)?;
    if decoder.dimensions() != png.size {
        return Err(Error::Input("a PNG with two headers".to_owned()));
    }
    pixels(decoder, limits)
}

pub(crate) fn encode(png: &Png<'_>, image: &DynamicImage) -> Result<Vec<u8>, Error> {
    let fault = Error::Internal("a PNG could not be written");
    let mut plain = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut plain, CompressionType::Default, FilterType::Adaptive);
    image.write_with_encoder(encoder).map_err(|_| fault.clone())?;
    // The signature and IHDR.
    let (head, body) = plain.split_at_checked(33).ok_or(fault.clone())?;
    let (body, end) = body.split_at_checked(body.len().saturating_sub(12)).ok_or(fault)?;
    let data = png.chunks.iter().position(|(kind, _)| *kind == b"IDAT").unwrap_or(png.chunks.len());
    let (before, after) = png.chunks.split_at_checked(data).unwrap_or((&png.chunks, &[]));
    let kept = |chunks: &[(&[u8], &[u8])]| {
        let kept = chunks.iter().filter(|(kind, _)| is_kept(kind));
        kept.flat_map(|(_, chunk)| chunk.iter().copied()).collect::<Vec<u8>>()
    };
    Ok([head, &kept(before), body, &kept(after), end, png.after].concat())
}

/// What says nothing of the pixels' values, and is thus still true: by name, or because it may be copied by who does
/// not know it (its last letter is small). Left out are the time of the last change (there is no clock here),
/// palettes and what counts in them, and what was said of samples that may have other widths now.
fn is_kept(kind: &[u8]) -> bool {
    match kind {
        b"iCCP" | b"sRGB" | b"gAMA" | b"cHRM" | b"cICP" | b"mDCV" | b"cLLI" | b"mDCv" | b"cLLi" => true,
        b"sPLT" | b"eXIf" | b"pHYs" | b"iTXt" | b"tEXt" | b"zTXt" | b"oFFs" | b"sTER" | b"pCAL" | b"sCAL" => {
            true
        }
        b"caBX" | b"tIME" => false,
        [ancillary, _, _, copied] => ancillary.is_ascii_lowercase() && copied.is_ascii_lowercase(),
        _ => false,
    }
}
