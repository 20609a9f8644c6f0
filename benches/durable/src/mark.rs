//! What a watermark is to the bench.

use crate::picture::Picture;

/// A watermark with a payload of 64 bits.
pub trait Mark {
    fn name(&self) -> &'static str;

    /// # Errors
    /// When the picture cannot be marked, in its own words.
    fn embed(&self, picture: &mut Picture, payload: u64) -> Result<(), String>;

    /// A marked copy.
    ///
    /// # Errors
    /// As [`Mark::embed`].
    fn marked(&self, picture: &Picture, payload: u64) -> Result<Picture, String> {
        let mut marked = picture.clone();
        self.embed(&mut marked, payload)?;
        Ok(marked)
    }

    fn look(&self, picture: &Picture, search: Search) -> Seen;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Search {
    /// At the scale and angle that an untouched picture has.
    Fast,
    /// Everywhere.
    Full,
}

/// What was found.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Seen {
    pub payload: Option<u64>,
    /// How far the best place stands out, in standard deviations, whether it could be read or not.
    pub z: f64,
    /// How often something stood out far enough to be read.
    pub reads: u32,
}
