//! WebP (RFC 9649): profile, EXIF, XMP and chunks that nobody knows are copied; pixels are written without loss.

use std::io::Cursor;

use image::codecs::webp::{WebPDecoder, WebPEncoder};
use image::{DynamicImage, ImageDecoder};

use super::{few, input, pixels};
use crate::{Error, Limits};

pub(crate) struct WebP<'a> {
    pub(crate) labelled: bool,
    pub(crate) exif: Option<&'a [u8]>,
    asset: &'a [u8],
    /// What is inside of chunks, in the order of the file.
    kept: Vec<([u8; 4], &'a [u8])>,
    /// What follows the picture.
    after: &'a [u8],
}

const PROFILE: u8 = 0b0010_0000;
const ALPHA: u8 = 0b0001_0000;
const EXIF: u8 = 0b0000_1000;
const XMP: u8 = 0b0000_0100;

pub(crate) fn read<'a>(asset: &'a [u8], limits: &Limits) -> Result<WebP<'a>, Error> {
    let cut = || Error::Input("a WebP chunk is cut off".to_owned());
    let len = number_le(asset, 4).ok_or_else(cut)?;
    let (riff, after) = asset.split_at_checked(len.saturating_add(8)).ok_or_else(cut)?;
    // The filling of a chunk of odd length may stand outside.
    let after = after.get(len & 1..).unwrap_or_default();
    let mut rest = riff.get(12..).ok_or_else(cut)?;
    let mut webp = WebP { labelled: false, exif: None, asset, kept: Vec::new(), after };
    while !rest.is_empty() {
        let kind = *rest.first_chunk::<4>().ok_or_else(cut)?;
        let len = number_le(rest, 4).ok_or_else(cut)?;
        let data = rest.get(8..len.saturating_add(8)).ok_or_else(cut)?;
        match &kind {
            b"ANIM" | b"ANMF" => return Err(Error::Unsupported("an animated WebP")),
            b"C2PA" => webp.labelled = true,
            b"VP8X" if data.first().is_some_and(|flags| flags & 2 != 0) => {
                return Err(Error::Unsupported("an animated WebP"));
            }
            b"VP8X" | b"VP8 " | b"VP8L" | b"ALPH" => {}
            b"EXIF" => {
                webp.exif = Some(data.strip_prefix(b"Exif\0\0").unwrap_or(data));
                webp.kept.push((kind, data));
            }
            _ => webp.kept.push((kind, data)),
        }
        few(webp.kept.len(), limits)?;
        // Chunks have an even length; the last one's filling may be missing.
        let next = len.saturating_add(8).saturating_add(len & 1);
        rest = rest.get(next..).unwrap_or_default();
    }
    Ok(webp)
}

pub(crate) fn decode(webp: &WebP<'_>, limits: &Limits) -> Result<DynamicImage, Error> {
    let decoder = WebPDecoder::new(Cursor::new(webp.asset)).map_err(input)?;
    let (width, height) = decoder.dimensions();
    super::check(width, height, limits)?;
    pixels(decoder, limits)
}

pub(crate) fn encode(webp: &WebP<'_>, image: &DynamicImage) -> Result<Vec<u8>, Error> {
    let fault = Error::Internal("a WebP could not be written");
    let mut plain = Vec::new();
    image.write_with_encoder(WebPEncoder::new_lossless(&mut plain)).map_err(|_| fault.clone())?;
    if webp.kept.is_empty() {
        plain.extend(webp.after);
        return Ok(plain);
    }
    let len = number_le(&plain, 16).ok_or(fault.clone())?;
    let coded = plain.get(20..len.saturating_add(20)).filter(|_| plain.get(12..16) == Some(b"VP8L"));
    let coded = coded.ok_or(fault)?;

    let has =
        |kind: &[u8; 4], flag: u8| if webp.kept.iter().any(|(kept, _)| kept == kind) { flag } else { 0 };
    let alpha = if image.color().has_alpha() { ALPHA } else { 0 };
    let flags = has(b"ICCP", PROFILE) | has(b"EXIF", EXIF) | has(b"XMP ", XMP) | alpha;
    let mut header = vec![flags, 0, 0, 0];
    for side in [image.width(), image.height()] {
        header.extend(side.saturating_sub(1).to_le_bytes().into_iter().take(3));
    }

    let mut chunks = Vec::new();
    chunk(&mut chunks, b"VP8X", &header)?;
    let (profiles, others): (Vec<_>, Vec<_>) =
        webp.kept.iter().copied().partition(|(kind, _)| kind == b"ICCP");
    profiles.into_iter().try_for_each(|(kind, data)| chunk(&mut chunks, &kind, data))?;
    chunk(&mut chunks, b"VP8L", coded)?;
    others.into_iter().try_for_each(|(kind, data)| chunk(&mut chunks, &kind, data))?;

    let mut file = b"RIFF".to_vec();
    file.extend(size(chunks.len().saturating_add(4))?);
    file.extend(b"WEBP");
    file.extend(chunks);
    file.extend(webp.after);
    Ok(file)
}

fn chunk(chunks: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) -> Result<(), Error> {
    chunks.extend(kind);
    chunks.extend(size(data.len())?);
    chunks.extend(data);
    if data.len() & 1 == 1 {
        chunks.push(0);
    }
    Ok(())
}

fn size(len: usize) -> Result<[u8; 4], Error> {
    u32::try_from(len).map(u32::to_le_bytes).map_err(|_| Error::Unsupported("a WebP of more than 4 GiB"))
}

fn number_le(bytes: &[u8], at: usize) -> Option<usize> {
    let digits = bytes.get(at..)?.first_chunk::<4>()?;
    usize::try_from(u32::from_le_bytes(*digits)).ok()
}
