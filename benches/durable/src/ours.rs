//! Our own watermark.

use aimark_durable::{
    DetectOptions, EmbedOptions, Key, Kind, Layout, Limits, Payload, Pixels, PixelsMut, Samples, SamplesMut,
    detect_measured, embed,
};

use crate::mark::{Mark, Search, Seen};
use crate::picture::Picture;

/// `aimark-durable` with its defaults and the key that everybody has.
#[derive(Debug)]
pub struct Ours {
    keys: [Key; 1],
    options: EmbedOptions,
}

impl Default for Ours {
    fn default() -> Self {
        Self { keys: [Key::shared()], options: EmbedOptions::default() }
    }
}

impl Ours {
    /// The least z that the fast search reads at.
    pub const FAST_GATE: f64 = 6.5;
    /// The least z that the full search reads at.
    pub const FULL_GATE: f64 = 7.0;
    /// Bits that a reading must have right by chance: the check sum's 24 and 3 of the version, less the 2 of four payloads
    /// that are weighed.
    pub const CHECK_BITS: i32 = 25;
    /// The payload nearest to these 64 bits that there can be: a kind, an issuer and an identifier.
    pub fn possible(bits: u64) -> u64 {
        word(&payload(bits))
    }
}

impl Mark for Ours {
    fn name(&self) -> &'static str {
        "aimark"
    }

    fn embed(&self, picture: &mut Picture, bits: u64) -> Result<(), String> {
        let (width, height) = sides(picture);
        let samples = SamplesMut::Eight(&mut picture.rgb);
        let mut pixels =
            PixelsMut::new(width, height, Layout::Rgb, samples, &Limits::default()).map_err(said)?;
        embed(&mut pixels, &payload(bits), &self.keys[0], &self.options).map(drop).map_err(said)
    }

    fn look(&self, picture: &Picture, search: Search) -> Seen {
        let search = match search {
            Search::Fast => aimark_durable::Search::Fast,
            Search::Full => aimark_durable::Search::Full,
        };
        let (width, height) = sides(picture);
        let samples = Samples::Eight(&picture.rgb);
        let pixels = Pixels::new(width, height, Layout::Rgb, samples, &Limits::default()).expect("a picture");
        let options = DetectOptions { search };
        let measured = detect_measured(&pixels, &self.keys, &options);
        // A cut of a cut may be too narrow to be looked into.
        let measured = measured.unwrap_or_default();
        let z = measured.found.map_or(measured.highest, |found| found.z);
        let payload = measured.found.map(|found| word(&found.payload));
        Seen { payload, z: f64::from(z), reads: measured.reads }
    }
}

fn payload(bits: u64) -> Payload {
    let kind = if bits >> 63 == 0 { Kind::Generated } else { Kind::Altered };
    Payload::new(kind, (bits >> 42) as u16, bits & Payload::MOST_IDENTIFIER).expect("42 bits")
}

fn word(payload: &Payload) -> u64 {
    u64::from(payload.kind() == Kind::Altered) << 63
        | u64::from(payload.issuer()) << 42
        | payload.identifier()
}

fn sides(picture: &Picture) -> (u32, u32) {
    (picture.width as u32, picture.height as u32)
}

fn said(error: aimark_durable::Error) -> String {
    error.to_string()
}
